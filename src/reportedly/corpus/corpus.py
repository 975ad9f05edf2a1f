"""A corpus open for reading: its tables as Arrow, narrowed by what one asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import msgspec

from reportedly.corpus.incidents import resolve
from reportedly.corpus.model import Claim
from reportedly.corpus.policies import POLICIES
from reportedly.corpus.selecting import FILTERS, select
from reportedly.corpus.store import read_manifest
from reportedly.corpus.tables import TABLES, schema, to_arrow
from reportedly.errors import CorpusError
from reportedly.limits import QUERY_MEGABYTES, QUERY_SECONDS
from reportedly.records import CodedArticle, TollKind

if TYPE_CHECKING:
    import pyarrow as pa


class Corpus:
    """The tables of a corpus folder. Each noun is a method that gives a ``pyarrow.Table``; pandas, polars and DuckDB take it.

    Keywords narrow a table: ``actor``, ``type``, ``status``, ``source``, ``place``, ``outlet`` (words; case does not matter), ``since`` and ``until`` (ISO days).
    """

    def __init__(self, folder: str | Path) -> None:
        """Open a corpus folder. Raise CorpusError when it is none, or of another format."""
        self.folder = Path(folder)
        self.manifest = read_manifest(self.folder)
        index = self.folder / "tables" / "index.json"
        if not index.is_file():
            raise CorpusError(f"{folder}: no tables yet; the build was ended before it was done. Run it again")
        self._index: dict[str, dict[str, str]] = msgspec.json.decode(index.read_bytes())
        self._read: dict[str, pa.Table] = {}

    def files(self, table: str) -> list[Path]:
        """Return the Parquet parts of a table, in their order."""
        if table not in TABLES:
            raise CorpusError(f"no table {table!r}; there are {', '.join(TABLES)}")
        return [self.folder / "tables" / table / name for _, name in sorted(self._index.get(table, {}).items())]

    def table(self, name: str) -> pa.Table:
        """Return a whole table."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        if name not in self._read:
            parts = [pq.read_table(path, schema=schema(name), partitioning=None) for path in self.files(name)]
            self._read[name] = pa.concat_tables(parts) if parts else schema(name).empty_table()
        return self._read[name]

    def articles(self, **filters: str | None) -> pa.Table:
        """Return the articles, superseded versions included (``current`` is false)."""
        return self._select("articles", filters)

    def mentions(self, **filters: str | None) -> pa.Table:
        """Return the mentions, a row each, with their incident."""
        return self._select("mentions", filters)

    def statements(self, **filters: str | None) -> pa.Table:
        """Return the statements: who says what, by which cue, about which incidents."""
        return self._select("statements", filters)

    def actors(self, **filters: str | None) -> pa.Table:
        """Return the actors across articles."""
        return self._select("actors", filters)

    def claims(self, **filters: str | None) -> pa.Table:
        """Return the claims."""
        return self._select("claims", filters)

    def incidents(self, *, policy: str | None = None, priority: Sequence[str] = (), **filters: str | None) -> pa.Table:
        """Return the incidents. With ``policy``, their values as another policy than the default chooses them; ``priority``: claimants for "priority", first one first."""
        found = self._select("incidents", filters)
        if policy is None:
            return found
        return to_arrow("incidents", self.under_policy(found.to_pylist(), policy, priority))

    def under_policy(self, rows: Sequence[dict[str, Any]], policy: str, priority: Sequence[str] = ()) -> list[dict[str, Any]]:
        """Return rows of incidents with the values another policy chooses. Raise CorpusError for an unknown policy."""
        if policy not in POLICIES:
            raise CorpusError(f"no policy {policy!r}; known: {', '.join(POLICIES)}")
        claims = self.claims_of([row["incident"] for row in rows])
        return [self._resolved(row, claims.get(row["incident"], []), policy, priority) for row in rows]

    def coded(self, article: str) -> CodedArticle | None:
        """Return the record of an article by its key in the corpus, None when there is none."""
        import sqlite3

        db = sqlite3.connect(f"{(self.folder / 'state.sqlite').resolve().as_uri()}?mode=ro", uri=True, timeout=30)
        try:
            row = db.execute("SELECT coded FROM record WHERE key = ?", (article,)).fetchone()
        finally:
            db.close()
        return None if row is None else msgspec.msgpack.decode(row[0], type=CodedArticle)

    def query(self, sql: str, *, seconds: int = QUERY_SECONDS.default, megabytes: int = QUERY_MEGABYTES.default) -> pa.Table:
        """Return what one SELECT over the tables gives, run by DuckDB in a child process that can reach nothing else. Raise CorpusError when it is refused."""
        from reportedly.corpus.querying import run_query

        return run_query(self, sql, seconds=seconds, megabytes=megabytes)

    def claims_of(self, incidents: Sequence[str]) -> dict[str, list[Claim]]:
        """Return the claims of some incidents as records, by incident."""
        import pyarrow as pa
        import pyarrow.compute as pc

        table = self.table("claims")
        rows = table.filter(pc.is_in(table["incident"], value_set=pa.array(incidents, pa.string()))).to_pylist()
        out: dict[str, list[Claim]] = {}
        for row in rows:
            out.setdefault(row["incident"], []).append(msgspec.convert(row, Claim))
        return out

    def all_coded(self) -> Iterator[CodedArticle]:
        """Yield the current articles as they were coded, in the order of their keys."""
        import sqlite3
        from contextlib import closing

        address = f"{(self.folder / 'state.sqlite').resolve().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as db:
            for (data,) in db.execute("SELECT r.coded FROM article a JOIN record r ON r.key = a.key WHERE a.current = 1 AND a.linked = 1 ORDER BY a.key"):
                yield msgspec.msgpack.decode(data, type=CodedArticle)

    def _select(self, name: str, filters: Mapping[str, str | None]) -> pa.Table:
        if unknown := set(filters) - set(FILTERS):
            raise CorpusError(f"no filter {', '.join(sorted(unknown))}; known: {', '.join(FILTERS)}")
        return select(self, name, {k: v for k, v in filters.items() if v is not None})

    def _resolved(self, row: dict[str, Any], claims: list[Claim], policy: str, priority: Sequence[str]) -> dict[str, Any]:
        """Return an incident's row with the values that a policy chooses; a place keeps its point only when it is still the same."""
        values = resolve(claims, policy, priority)
        place = "; ".join(values.pop("places")) or None
        if place != row["place"]:
            row |= {"place": place, "country": None, "lat": None, "lon": None, "gazetteer": None, "precision": None}
        ids = dict(zip((*row["actors"], *row["recipients"]), (*row["actor_ids"], *row["recipient_ids"]), strict=True))
        for column, id_column in (("actors", "actor_ids"), ("recipients", "recipient_ids")):
            values[id_column] = [ids.get(name, "") for name in values[column]]
        cleared = {f"{kind}_{bound}": None for kind in get_args(TollKind) for bound in ("low", "high")}
        return row | cleared | values


def open_corpus(folder: str | Path) -> Corpus:
    """Open a corpus folder for reading. Raise CorpusError when it is none, or of another format."""
    return Corpus(folder)
