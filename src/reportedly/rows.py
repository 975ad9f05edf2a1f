"""Rows: events of coded articles as flat dicts, one an event, for tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from reportedly.records import CodedArticle, Event, TollKind

# Every column with what it holds; README.md lists the same.
COLUMNS = {
    "article": "id of the article",
    "published": "day it was published",
    "outlet": "who published it",
    "event": "id of the event inside its article",
    "status": "actual, future, demanded, hypothetical or denied",
    "sources": "names of those who vouch for it; empty: the article itself",
    "type": "PLOVER type",
    "mode": "PLOVER mode",
    "code": "code of your own codebook, a kind of that type",
    "actors": "names of those who did it",
    "recipients": "names of those it was done to",
    "trigger": "the words that denote it",
    "trigger_start": "offset of the first of these words in the text",
    "trigger_end": "offset after the last of them",
    "start": "first day of the act",
    "end": "last day of the act",
    "place": "where it took place",
    "country": "country of that place (ISO 3166 alpha-3)",
    "lat": "latitude of that place",
    "lon": "longitude of that place",
    "gazetteer": "gazetteer id of that place",
    **{f"{kind}_{bound}": f"{kind}, {bound} count" for kind in get_args(TollKind) for bound in ("low", "high")},
    "statement": "id of the statement that reports it",
    "incident": "id shared by mentions of the same occurrence",
    "confidence": "between 0 and 1",
    "sentence": "the sentence it stands in",
}


def event_rows(coded: CodedArticle) -> list[dict[str, Any]]:
    """Return one dict an event with the keys of COLUMNS in their order.

    Several names are joined by ``; ``; no name is an empty string, any other value that is not there is None.
    """
    names = {a.id: a.name for a in coded.actors}
    rows = []
    for event in coded.events:
        cells = dict(_cells(coded, event, names))
        rows.append({column: cells.get(column) for column in COLUMNS})
    return rows


def _cells(coded: CodedArticle, event: Event, names: dict[str, str]) -> Iterator[tuple[str, Any]]:
    article = coded.article
    yield from (("article", article.id), ("published", article.published), ("outlet", article.outlet))
    yield from (("event", event.id), ("status", event.status), ("type", event.type), ("mode", event.mode), ("code", event.code))
    for field in ("sources", "actors", "recipients"):
        yield field, "; ".join(names[i] for i in getattr(event, field))
    yield from (("trigger", article.text[slice(*event.trigger)]), ("trigger_start", event.trigger[0]), ("trigger_end", event.trigger[1]))
    if (time := next((t for t in coded.times if t.id == event.time), None)) is not None:
        yield from (("start", time.start), ("end", time.end))
    if (place := next((p for p in coded.places if p.id == event.place), None)) is not None:
        yield from (("place", place.name), ("country", place.country), ("lat", place.lat), ("lon", place.lon), ("gazetteer", place.gazetteer))
    for toll in event.toll:
        yield from ((f"{toll.kind}_low", toll.low), (f"{toll.kind}_high", toll.high))
    yield from (("statement", event.statement), ("incident", event.incident), ("confidence", event.confidence), ("sentence", article.text[slice(*event.sentence)]))
