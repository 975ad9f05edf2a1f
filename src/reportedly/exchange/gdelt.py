"""GDELT 2.0 Events (61 columns) and Mentions (16), both tab-separated without header or quotes, as GDELT publishes them."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable
from pathlib import Path

from reportedly.exchange.cameo import actor_code, actor_country, actor_type, code_of, pairs
from reportedly.exchange.cells import unquoted
from reportedly.exchange.countries import fips
from reportedly.exchange.losses import Losses
from reportedly.exchange.rows import Told, told
from reportedly.records import Actor, CodedArticle, Place

_ACTOR = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code", "Type3Code")
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
EVENTS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate", *(f"Actor1{c}" for c in _ACTOR), *(f"Actor2{c}" for c in _ACTOR), "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode",
    "QuadClass", "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone", *(f"{a}Geo_{c}" for a in ("Actor1", "Actor2", "Action") for c in _GEO), "DATEADDED", "SOURCEURL",
)  # fmt: skip
MENTIONS = (
    "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier", "SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText",
    "Confidence", "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras",
)  # fmt: skip
_GEO_TYPES = {"country": 1, "province": 5, "district": 5, "city": 4, "site": 4}


def write(articles: Iterable[CodedArticle], out: Path, losses: Losses, keep: frozenset[str]) -> None:
    """Write the Events to ``out`` and the Mentions beside it (``NAME.mentions.csv``). Our article and event stand in the Mentions' Extras."""
    with out.open("w", encoding="utf-8", newline="\n") as events, mentions_file(out).open("w", encoding="utf-8", newline="\n") as mentions:
        for t in told(articles, losses, keep, folding=True, dated=True):
            for n, (actor, recipient) in enumerate(pairs(t)):
                event, mention = _event(t, n, actor, recipient), _mention(t, n, actor, recipient)
                events.write("\t".join(unquoted(event.get(c), losses) for c in EVENTS) + "\n")
                mentions.write("\t".join(unquoted(mention.get(c), losses) for c in MENTIONS) + "\n")


def mentions_file(out: Path) -> Path:
    """Return where the Mentions of an Events file are written."""
    return out.with_name(out.stem + ".mentions" + (out.suffix or ".csv"))


def _event(t: Told, n: int, actor: Actor | None, recipient: Actor | None) -> dict[str, object]:
    assert t.day is not None
    day, code, article = datetime.date.fromisoformat(t.day), code_of(t.folded.type, t.folded.mode), t.coded.article
    row: dict[str, object] = {
        "GLOBALEVENTID": _number(t, n), "SQLDATE": f"{day:%Y%m%d}", "MonthYear": f"{day:%Y%m}", "Year": str(day.year), "FractionDate": f"{day.year + ((day.month - 1) * 30 + day.day) / 365:.4f}",
        "IsRootEvent": 1 if t.event.sentence[0] < _lead(article.text) else 0, "EventCode": code.code, "EventBaseCode": code.code[:3], "EventRootCode": code.root, "QuadClass": code.quad,
        "GoldsteinScale": code.goldstein, "NumMentions": 1, "NumSources": 1, "NumArticles": 1, "DATEADDED": f"{(article.published or t.day).replace('-', '')[:8]}000000", "SOURCEURL": article.url,
    }  # fmt: skip
    for side, party in (("Actor1", actor), ("Actor2", recipient)):
        if party is not None:
            row |= {f"{side}Code": actor_code(party), f"{side}Name": party.name.upper(), f"{side}CountryCode": actor_country(party), f"{side}Type1Code": actor_type(party)}
    if t.place is not None:
        row |= _geo("Action", t.place)
    return row


def _mention(t: Told, n: int, actor: Actor | None, recipient: Actor | None) -> dict[str, object]:
    article = t.coded.article
    start, end = t.event.sentence
    stamp = f"{(article.published or t.day or '').replace('-', '')[:8]}000000"
    return {
        "GLOBALEVENTID": _number(t, n), "EventTimeDate": f"{(t.day or '').replace('-', '')}000000", "MentionTimeDate": stamp, "MentionType": 1, "MentionSourceName": article.outlet,
        "MentionIdentifier": article.url or article.id, "SentenceID": article.text.count("\n", 0, start) + 1, "Actor1CharOffset": _near(actor, start, end), "Actor2CharOffset": _near(recipient, start, end),
        "ActionCharOffset": t.event.trigger[0], "InRawText": 1, "Confidence": max(10, round(t.event.confidence * 10) * 10), "MentionDocLen": len(article.text), "Extras": t.key,
    }  # fmt: skip


def _geo(side: str, place: Place) -> dict[str, object]:
    kind, _, number = (place.gazetteer or "").partition(":")
    return {
        f"{side}Geo_Type": _GEO_TYPES.get(place.precision or "", 0), f"{side}Geo_FullName": place.name, f"{side}Geo_CountryCode": fips(place.country), f"{side}Geo_Lat": place.lat,
        f"{side}Geo_Long": place.lon, f"{side}Geo_FeatureID": number if kind == "geonames" else None,
    }  # fmt: skip


def _near(actor: Actor | None, start: int, end: int) -> int:
    """Return where an actor is named in a sentence, or -1 as GDELT writes what it did not find."""
    return next((a for a, _ in actor.mentions if start <= a < end), -1) if actor is not None else -1


def _lead(text: str) -> int:
    """Return where the headline and the first paragraph end."""
    first = text.find("\n")
    second = text.find("\n", first + 1)
    return second if second > 0 else len(text)


def _number(t: Told, n: int) -> int:
    """Return a number for an event that is the same in every export of it."""
    return int.from_bytes(hashlib.sha256(f"{t.key}.{n}".encode()).digest()[:7])
