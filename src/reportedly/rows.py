"""Rows: events of coded articles as flat dicts, one an event, for tables."""

from __future__ import annotations

from typing import Any

from reportedly.records import CodedArticle

COLUMNS = (
    "article", "published", "outlet", "event", "status", "sources", "type", "mode", "actors", "recipients", "trigger", "start", "end", "place", "country",
    "lat", "lon", "killed_low", "killed_high", "injured_low", "injured_high", "incident", "confidence", "sentence",
)  # fmt: skip


def event_rows(coded: CodedArticle) -> list[dict[str, Any]]:
    """Return one dict an event with the keys of COLUMNS; several names are joined by ``; ``, absent values are None."""
    names = {a.id: a.name for a in coded.actors}
    times = {t.id: t for t in coded.times}
    places = {p.id: p for p in coded.places}
    rows = []
    for event in coded.events:
        time, place = times.get(event.time or ""), places.get(event.place or "")
        toll = {t.kind: t for t in event.toll}
        values = (
            coded.article.id, coded.article.published, coded.article.outlet, event.id, event.status, _join(names, event.sources), event.type, event.mode,
            _join(names, event.actors), _join(names, event.recipients), coded.article.text[slice(*event.trigger)],
            time.start if time else None, time.end if time else None, place.name if place else None, place.country if place else None,
            place.lat if place else None, place.lon if place else None,
            *(getattr(toll.get(kind), bound, None) for kind in ("killed", "injured") for bound in ("low", "high")),
            event.incident, event.confidence, coded.article.text[slice(*event.sentence)],
        )  # fmt: skip
        rows.append(dict(zip(COLUMNS, values, strict=True)))
    return rows


def _join(names: dict[str, str], ids: tuple[str, ...]) -> str:
    return "; ".join(names[i] for i in ids)
