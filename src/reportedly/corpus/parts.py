"""The published tables: Parquet parts, each named after a hash of its rows' keys and of its bytes, and one index that says which parts make the corpus.

A table is cut by the first bits of its keys, so that a new article rewrites few parts; how many bits depends on the number of rows alone. Rows are sorted.
New parts are written aside, synced and renamed; then the index is replaced in one step. A reader sees the old tables or the new ones, never a mixture.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from reportedly.corpus.actors import designation_key
from reportedly.corpus.model import Party
from reportedly.corpus.state import State, slot
from reportedly.corpus.tables import TABLES, to_arrow
from reportedly.records import Article, CodedArticle
from reportedly.rows import event_rows

PART_ROWS = 500  # articles, incidents or actors in a part, before it is cut in two
_OF = {"article": ("articles", "mentions", "statements"), "incident": ("incidents", "claims"), "actor": ("actors",)}
_decode = msgspec.msgpack.decode
Row = dict[str, Any]
Tables = dict[str, Iterable[Row]]  # rows by table


def publish(state: State, folder: Path) -> None:
    """Bring the Parquet tables in line with the state."""
    index_file = folder / "index.json"
    index: dict[str, dict[str, str]] = msgspec.json.decode(index_file.read_bytes()) if index_file.is_file() else {t: {} for t in TABLES}
    cut = {}
    for kind, tables in _OF.items():
        column = "key" if kind == "article" else kind
        cut[kind] = bits = max(0, (state.one(f"SELECT count(*) FROM {kind}") - 1) // PART_ROWS).bit_length()
        if str(bits) != state.meta(f"bits {kind}"):
            index |= {table: {} for table in tables}
            numbers = list(range(1 << bits))
        else:
            numbers = sorted({slot(row[0]) >> (32 - bits) for row in state.all("SELECT key FROM stale WHERE kind = ?", kind)})
        for number in numbers:
            part = part_name(number, bits)
            members = [row[0] for row in state.all(f"SELECT {column} FROM {kind} WHERE slot >= ? AND slot < ? ORDER BY 1", number << (32 - bits), (number + 1) << (32 - bits))]
            for table, rows in _KINDS[kind](state, members).items():
                index[table].pop(part, None)
                if made := list(rows):
                    index[table][part] = _write_part(folder / table, part, table, made)
    replace_file(index_file, msgspec.json.format(msgspec.json.encode({t: dict(sorted(index[t].items())) for t in TABLES}), indent=1) + b"\n")
    with state.transaction():
        state.db.execute("DELETE FROM stale")
        for kind, bits in cut.items():
            state.set_meta(f"bits {kind}", str(bits))
    for table in TABLES:
        for path in (folder / table).glob("*"):
            if path.name not in index[table].values():
                path.unlink()


def part_name(number: int, bits: int) -> str:
    """Return the name of the part whose keys' slots begin with these bits: the number as hexadecimal."""
    return f"{number:0{max(1, (bits + 3) // 4)}x}"


def _write_part(folder: Path, part: str, table: str, rows: Sequence[Mapping[str, Any]]) -> str:
    """Write a part under a name that says its content, unless it is there already; return the name."""
    import pyarrow.parquet as pq

    buffer = io.BytesIO()
    pq.write_table(to_arrow(table, rows), buffer, compression="zstd")
    data = buffer.getvalue()
    name = f"{part}-{hashlib.sha256(data).hexdigest()[:16]}.parquet"
    if not (folder / name).is_file():
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(folder / name, data)
    return name


def replace_file(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    path.parent.mkdir(parents=True, exist_ok=True)
    with draft.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(path)


# rows ----------------------------------------------------------------------------------------------------------------------------


class _Told(msgspec.Struct, gc=False):
    """Of a telling, the mention it tells."""

    event: str


class _Tells(msgspec.Struct, gc=False):
    """Of a report, its tellings."""

    tellings: tuple[_Told, ...]


_decode_coded = msgspec.msgpack.Decoder(CodedArticle).decode
_decode_article = msgspec.msgpack.Decoder(Article).decode
_decode_parties = msgspec.msgpack.Decoder(list[Party]).decode
_decode_tells = msgspec.msgpack.Decoder(_Tells).decode


class _Filed:
    """An article as the state has it, with what is found out about it there."""

    def __init__(self, key: str, data: bytes, coded: bytes, copies: str, current: bool, superseded_by: str | None) -> None:
        self.key, self.copies, self.current, self.superseded_by = key, copies, current, superseded_by
        self.read, self.coded = _decode_article(data), _decode_coded(coded)
        self.actors: dict[str, str] = {}  # of the corpus, by the article's own
        self.incidents: dict[str, str] = {}  # by mention


def _article_rows(state: State, keys: list[str]) -> Tables:
    filed = _filed(state, keys)
    return {"articles": map(_article_row, filed), "mentions": (r for f in filed for r in _mention_rows(f)), "statements": (r for f in filed for r in _statement_rows(f))}


def _filed(state: State, keys: list[str]) -> list[_Filed]:
    """Return articles in the order of their keys."""
    columns = "key, data, coded, copies, current, superseded_by, parties"
    out, nodes = [], {}
    for *row, parties in sorted(state.each_in(f"SELECT {columns} FROM article JOIN record USING (key) WHERE key IN (?)", keys)):
        out.append(_Filed(*row))
        nodes[out[-1].key] = {p.id: designation_key(p) for p in _decode_parties(parties)}
    actors = dict(state.each_in("SELECT key, actor FROM designation WHERE key IN (?)", (node for of in nodes.values() for node in of.values())))
    by_key = {filed.key: filed for filed in out}
    for filed in out:
        filed.actors = {id_: actors[node] for id_, node in nodes[filed.key].items()}
    for key, data, incident in state.each_in("SELECT article, data, incident FROM report WHERE article IN (?)", keys):
        by_key[key].incidents.update((t.event, incident) for t in _decode_tells(data).tellings)
    return out


def _article_row(filed: _Filed) -> Row:
    article, read = filed.coded.article, filed.read
    return {
        "article": filed.key, "id": article.id, "url": article.url, "outlet": article.outlet, "title": article.title, "published": article.published, "language": article.language,
        "sha256": hashlib.sha256(read.text.encode()).hexdigest(), "copies": filed.copies, "current": bool(filed.current), "superseded_by": filed.superseded_by, "text": read.text,
    }  # fmt: skip


def _mention_rows(filed: _Filed) -> Iterator[Row]:
    coded = filed.coded
    names, stances = {a.id: a.name for a in coded.actors}, {s.id: s.stance for s in coded.statements}
    for event, row in zip(coded.events, event_rows(coded), strict=True):
        for column, ids in (("sources", "source_ids"), ("actors", "actor_ids"), ("recipients", "recipient_ids")):
            members = getattr(event, column)
            row[ids] = [filed.actors[i] for i in members]
            row[column] = [names[i] for i in members]
        yield row | {"article": filed.key, "incident": filed.incidents.get(event.id), "stance": stances.get(event.statement or ""), "current": bool(filed.current)}


def _statement_rows(filed: _Filed) -> Iterator[Row]:
    coded, article, actors = filed.coded, filed.coded.article, filed.actors
    names, times, places = {a.id: a.name for a in coded.actors}, {t.id: t for t in coded.times}, {p.id: p.name for p in coded.places}
    for said in coded.statements:
        told = [e for e in coded.events if e.statement == said.id]
        time = times.get(said.time or "")
        yield {
            "article": filed.key, "published": article.published, "outlet": article.outlet, "statement": said.id, "speakers": [names[i] for i in said.speakers],
            "speaker_ids": [actors[i] for i in said.speakers], "cue": article.text[slice(*said.cue)] if said.cue else None, "stance": said.stance,
            "content": article.text[slice(*said.content)], "kind": said.kind, "channel": names.get(said.channel or ""), "said": time.start if time else None,
            "parent": said.parent, "events": [e.id for e in told], "types": _sorted(e.type for e in told), "statuses": _sorted(e.status for e in told),
            "actors": _sorted(names[i] for e in told for i in (*e.actors, *e.recipients)), "places": _sorted(places[e.place] for e in told if e.place),
            "incidents": _sorted(filed.incidents.get(e.id) for e in told), "current": bool(filed.current),
        }  # fmt: skip


def _sorted(items: Iterable[str | None]) -> list[str]:
    return sorted({i for i in items if i})


def _actor_rows(state: State, keys: list[str]) -> Tables:
    return {"actors": _actor_table(state, keys)}


def _actor_table(state: State, keys: list[str]) -> Iterator[Row]:
    query = "SELECT DISTINCT a.key, a.outlet, a.published FROM designation d JOIN naming n ON n.designation = d.key JOIN article a ON a.key = n.article WHERE d.actor = ? AND a.current"
    for actor, data in sorted(state.each_in("SELECT actor, row FROM actor WHERE actor IN (?)", keys)):
        articles = state.all(query, actor)
        days = [day for _, _, day in articles if day]
        yield _decode(data) | {"articles": len(articles), "outlets": _sorted(o for _, o, _ in articles), "first": min(days, default=None), "last": max(days, default=None)}


def _incident_rows(state: State, keys: list[str]) -> Tables:
    found = sorted(state.each_in("SELECT incident, row, claims FROM incident WHERE incident IN (?)", keys))
    return {"incidents": (_decode(row) for _, row, _ in found), "claims": (claim for _, _, claims in found for claim in _decode(claims))}


_KINDS: dict[str, Callable[[State, list[str]], Tables]] = {"article": _article_rows, "incident": _incident_rows, "actor": _actor_rows}
