"""A corpus as the screens ask it: narrowed, searched, counted and cut into pages, without reading a table twice."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, get_args

import reportedly
from reportedly.corpus.corpus import Corpus
from reportedly.corpus.incidents import DEFAULT_POLICY
from reportedly.records import CodedArticle
from reportedly.workbench.asking import Asked
from reportedly.workbench.reviewing.queue import Order, Waiting, in_order

if TYPE_CHECKING:
    import pyarrow as pa

FACETS = ("status", "type", "country", "outlets")
_SHOWN = 12  # values of a facet
_SEARCHED = ("incident", "type", "place", "country", "actors", "recipients", "sources", "outlets")


class Index:
    """An open corpus and what is worked out from it once."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._queues: dict[Order, list[Waiting]] = {}

    @cached_property
    def name(self) -> str:
        """What the corpus holds, in twelve digits: a hash over the index of its tables, which names every part by its content."""
        return hashlib.sha256((self.corpus.folder / "tables" / "index.json").read_bytes()).hexdigest()[:12]

    def cite(self, asked: Asked, count: int) -> str:
        """Return the line that says where an answer comes from."""
        return self.cited(f"query: {asked.told()}; policy: {asked.policy}; incidents: {count}")

    def cited(self, told: str) -> str:
        """Return the same line for what is no search of incidents."""
        return f"reportedly {reportedly.__version__}; corpus {self.name}; {told}"

    def warm(self) -> None:
        """Work out what the first screens need, so that nobody waits for it."""
        self.facets(self.find(Asked(words="-")))
        for order in get_args(Order):
            self.queue(order)
        _ = self.titles, self.current, self.events, self.speakers

    # incidents -------------------------------------------------------------------------------------------------------------------

    def find(self, asked: Asked) -> pa.Table:
        """Return the incidents that are asked for, in the order asked for, with the values of the default policy."""
        import pyarrow as pa
        import pyarrow.compute as pc

        table = self.corpus.incidents(**asked.filters)
        if asked.contested:
            table = table.filter(pc.greater(pc.list_value_length(table["contested"]), 0))
        if wanted := asked.words.casefold().split():
            texts = self._texts
            table = table.filter(pa.array([all(word in texts[i] for word in wanted) for i in table["incident"].to_pylist()], pa.bool_()))
        day = pc.coalesce(table["start"], table["first"], pa.scalar(""))
        table = table.append_column("_day", day).append_column("_contested", pc.list_value_length(table["contested"]))
        keys = {
            "latest": [("_day", "descending")], "earliest": [("_day", "ascending")], "reports": [("independent", "descending"), ("reports", "descending")],
            "contested": [("_contested", "descending"), ("independent", "descending")],
        }[asked.order]  # fmt: skip
        return table.sort_by([*keys, ("incident", "ascending")]).drop_columns(["_day", "_contested"])

    def resolved(self, rows: Sequence[dict[str, Any]], policy: str) -> list[dict[str, Any]]:
        """Return rows with the values a policy chooses."""
        return list(rows) if policy == DEFAULT_POLICY else self.corpus.under_policy(rows, policy)

    def facets(self, found: pa.Table) -> dict[str, list[tuple[str, int]]]:
        """Return the most frequent values of each facet among the incidents found."""
        out = {}
        for name in FACETS:
            cells = found[name].to_pylist()
            counts = Counter(v for cell in cells for v in (cell if isinstance(cell, list) else [cell]) if v)
            out[name] = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_SHOWN]
        return out

    @cached_property
    def _texts(self) -> dict[str, str]:
        """What a search looks into, by incident: its names and places and the sentences of its claims."""
        parts: dict[str, list[str]] = {}
        for row in self.corpus.table("incidents").select(_SEARCHED).to_pylist():
            parts[row["incident"]] = [v for cell in row.values() for v in (cell if isinstance(cell, list) else [cell]) if v]
        said: dict[str, set[str]] = {}
        for row in self.corpus.table("claims").select(["incident", "words", "claimant"]).to_pylist():
            said.setdefault(row["incident"], set()).update((row["words"], row["claimant"]))
        return {incident: "\n".join((*words, *sorted(said.get(incident, ())))).casefold() for incident, words in parts.items()}

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {incident: n for n, incident in enumerate(self.corpus.table("incidents")["incident"].to_pylist())}

    def incident(self, key: str) -> dict[str, Any] | None:
        """Return one incident's row, None when there is none."""
        at = self._rows.get(key)
        return None if at is None else dict(self.corpus.table("incidents").slice(at, 1).to_pylist()[0])

    def mentions_of(self, incident: str) -> list[dict[str, Any]]:
        """Return the mentions of an incident."""
        import pyarrow.compute as pc

        table = self.corpus.table("mentions")
        rows: list[dict[str, Any]] = table.filter(pc.equal(table["incident"], incident)).to_pylist()
        return sorted(rows, key=lambda r: (r["published"] or "", r["article"], r["trigger_start"]))

    # articles --------------------------------------------------------------------------------------------------------------------

    @cached_property
    def titles(self) -> dict[str, tuple[str, str, str]]:
        """Headline, outlet and day of every article, by its key."""
        import pyarrow.compute as pc

        table = self.corpus.table("articles")
        begun = pc.utf8_slice_codeunits(pc.utf8_ltrim_whitespace(table["text"]), 0, 400)  # the first line, without every text in memory twice
        rows = table.select(["article", "title", "outlet", "published"]).append_column("begun", begun).to_pylist()
        first = {row["article"]: row["title"] or row["begun"].split("\n", 1)[0] for row in rows}
        return {row["article"]: (" ".join(first[row["article"]].split())[:120], row["outlet"] or "", row["published"] or "") for row in rows}

    @cached_property
    def copies(self) -> dict[str, str]:
        """The key that articles with one text share, by article."""
        table = self.corpus.table("articles").select(["article", "copies"])
        return {row["article"]: row["copies"] or row["article"] for row in table.to_pylist()}

    @cached_property
    def current(self) -> list[str]:
        """The articles that no newer version has replaced."""
        table = self.corpus.table("articles").select(["article", "current"])
        return [row["article"] for row in table.to_pylist() if row["current"]]

    @cached_property
    def events(self) -> Counter[str]:
        """How many events each current article has."""
        return Counter(one.article for one in self.waiting)

    # voices ----------------------------------------------------------------------------------------------------------------------

    def mentions(self, *, outlet: str | None = None, source: str | None = None) -> list[dict[str, Any]]:
        """Return the current mentions of an outlet, or according to a source, by its exact name."""
        found = self.corpus.mentions(outlet=outlet, source=source).to_pylist()
        return [row for row in found if row["current"] and (outlet is None or row["outlet"] == outlet) and (source is None or source in row["sources"])]

    def statements_of(self, speaker: str) -> list[dict[str, Any]]:
        """Return the current statements of a speaker, the latest first."""
        found = [row for row in self.corpus.statements(source=speaker).to_pylist() if row["current"] and speaker in row["speakers"]]
        return sorted(found, key=lambda row: (row["published"] or "", row["article"], row["statement"]), reverse=True)

    @cached_property
    def parties(self) -> dict[str, str]:
        """The name in the corpus of every name of an actor."""
        out: dict[str, str] = {}
        for row in self.corpus.table("actors").select(["name", "names"]).to_pylist():
            for name in row["names"]:
                out.setdefault(name, row["name"])
        return out

    def read(self, articles: Iterable[str]) -> list[CodedArticle]:
        """Return the records of some articles by their keys; a key that is none of the corpus is left out."""
        return [found for key in articles if (found := self.corpus.coded(key)) is not None]

    @cached_property
    def speakers(self) -> list[tuple[str, int, int]]:
        """Everyone who speaks, with statements and outlets that carry them, the most quoted first."""
        statements: Counter[str] = Counter()
        outlets: dict[str, set[str]] = {}
        for row in self.corpus.table("statements").select(["speakers", "outlet", "current"]).to_pylist():
            for name in row["speakers"] if row["current"] else ():
                statements[name] += 1
                outlets.setdefault(name, set()).add(row["outlet"] or "")
        return sorted(((name, count, len(outlets[name])) for name, count in statements.items()), key=lambda row: (-row[1], row[0]))

    # review ----------------------------------------------------------------------------------------------------------------------

    @cached_property
    def waiting(self) -> list[Waiting]:
        """Every event of the coder in the current articles."""
        table = self.corpus.table("mentions").select(["article", "event", "type", "status", "confidence", "current"])
        return [Waiting(r["article"], r["event"], r["type"], r["status"], r["confidence"] or 0.0) for r in table.to_pylist() if r["current"]]

    def queue(self, order: Order) -> list[Waiting]:
        """Return the events in the order of a queue."""
        if order not in self._queues:
            self._queues[order] = in_order(self.waiting, order)
        return self._queues[order]
