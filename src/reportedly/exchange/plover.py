"""PLOVER JSON lines and the POLECAT table (40 columns, tab-separated, a row a pair of actor and recipient)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from reportedly.exchange.cameo import pairs
from reportedly.exchange.cells import unquoted
from reportedly.exchange.losses import Losses
from reportedly.exchange.rows import Told, told
from reportedly.records import Actor, CodedArticle

POLECAT = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
    "Actor Name Raw", "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title", "Recipient Name Raw",
    "Wikipedia Recipient ID", "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source", "Publication Date",
    "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
# PLOVER 2.0: quad class and score of a type (manual; ACCUSE's printed score of 3 is taken for -3).
SCORES = {
    "AGREE": (1, 2.5), "CONSULT": (1, 2.5), "SUPPORT": (1, 5.0), "CONCEDE": (1, 4.5), "COOPERATE": (2, 9.5), "AID": (2, 10.0), "RETREAT": (2, 6.5), "REQUEST": (3, 0.0), "ACCUSE": (3, -3.0),
    "REJECT": (3, -2.0), "THREATEN": (3, -3.5), "PROTEST": (4, -5.0), "SANCTION": (3, -6.0), "MOBILIZE": (4, -5.5), "COERCE": (4, -7.0), "ASSAULT": (4, -9.0),
}  # fmt: skip
_DIVISIONS = {"city": "City", "district": "District", "province": "Province"}
_RESOLUTION = {"site": 5, "city": 4, "district": 3, "province": 2, "country": 1}


def write(articles: Iterable[CodedArticle], out: Path, losses: Losses, keep: frozenset[str]) -> None:
    """Write PLOVER records, one a line."""
    with out.open("wb") as stream:
        for t in told(articles, losses, keep, folding=True, dated=True):
            stream.write(msgspec.json.encode(_record(t)) + b"\n")


def _record(t: Told) -> dict[str, Any]:
    article, (quad, score) = t.coded.article, SCORES[t.folded.type]
    record: dict[str, Any] = {
        "id": t.key, "date": t.day, "actor": [_entity(a) for a in t.actors], "event": [t.folded.type], "recipient": [_entity(a) for a in t.recipients], "mode": [t.folded.mode] if t.folded.mode else [],
        "quad_code": quad, "event_scale": score, "text": t.sentence, "event_text": article.text[slice(*t.event.trigger)],
        "text_info": {"start": t.event.sentence[0], "end": t.event.sentence[1]},
        "cite_info": {"url": article.url, "title": article.title, "publication": article.outlet, "language": article.language, "coder": "reportedly"},
    }  # fmt: skip
    if t.time is not None and t.time.end != t.time.start:
        record["enddate"] = t.time.end
    if t.place is not None:
        record["event_loc"] = {"extracted_place": t.place.name, "lat": t.place.lat, "lon": t.place.lon, "country_code": t.place.country, "geonameid": _geonames(t.place.gazetteer), "resolution": _RESOLUTION.get(t.place.precision or "")}
    sizes = {"killed": "dead", "injured": "injured", "detained": "arrested"}
    if size := {sizes.get(toll.kind, toll.kind): toll.low if toll.low is not None else toll.high for toll in t.event.toll}:
        record["size"] = size
    comments = [f"source: {a.name}" for a in t.sources] + ([t.folded.rule] if t.folded.rule else [])
    if comments:
        record["comment"] = "; ".join(comments)
    return record


def _entity(actor: Actor) -> dict[str, Any]:
    return {"entity_text": actor.name, "code": actor.country, "sector": actor.sector, "office": actor.role}


def write_polecat(articles: Iterable[CodedArticle], out: Path, losses: Losses, keep: frozenset[str]) -> None:
    """Write the POLECAT table."""
    with out.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write("\t".join(POLECAT) + "\n")
        for t in told(articles, losses, keep, folding=True, dated=True):
            article, (quad, score) = t.coded.article, SCORES[t.folded.type]
            people = "; ".join(a.name for a in t.coded.actors if a.kind == "person")
            groups = "; ".join(a.name for a in t.coded.actors if a.kind == "group")
            for n, (actor, recipient) in enumerate(pairs(t), 1):
                row: dict[str, object] = {
                    "Event ID": f"{t.key}.{n}", "Event Date": t.day, "Event Type": t.folded.type, "Event Mode": t.folded.mode, "Intensity": score, "Quad Code": quad, **_party("Actor", actor), **_party("Recipient", recipient),
                    "Source": article.outlet, "Publication Date": article.published, "Story People": people, "Story Organizations": groups, "Story Locations": "; ".join(p.name for p in t.coded.places),
                    "Language": article.language, "Version": "reportedly",
                }  # fmt: skip
                if t.place is not None:
                    row |= {"Placename": t.place.name, "Raw Placename": t.place.name, _DIVISIONS.get(t.place.precision or "", "City"): t.place.name if t.place.precision in _DIVISIONS else None, "Country": t.place.country, "Latitude": t.place.lat,
                            "Longitude": t.place.lon, "GeoNames ID": _geonames(t.place.gazetteer), "Feature Type": t.place.precision}  # fmt: skip
                stream.write("\t".join(unquoted(row.get(c), losses) for c in POLECAT) + "\n")


def _party(side: str, actor: Actor | None) -> dict[str, object]:
    if actor is None:
        return {}
    return {f"{side} Name": actor.name, f"{side} Country": actor.country, f"Primary {side} Sector": actor.sector, f"{side} Sectors": actor.sector, f"{side} Title": actor.role, f"{side} Name Raw": actor.name}


def _geonames(gazetteer: str | None) -> str | None:
    kind, _, number = (gazetteer or "").partition(":")
    return number if kind == "geonames" else None
