"""GeoJSON (RFC 7946): a point feature an event that has coordinates."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from reportedly.exchange.losses import Losses
from reportedly.exchange.rows import told
from reportedly.records import CodedArticle


def write(articles: Iterable[CodedArticle], out: Path, losses: Losses, keep: frozenset[str]) -> None:
    """Write one FeatureCollection; an event without coordinates is left out and counted."""
    features = []
    for t in told(articles, losses, keep, folding=False):
        if t.place is None or t.place.lat is None or t.place.lon is None:
            losses.left_out["no coordinates"] += 1
            losses.written -= 1
            continue
        properties = {
            "id": t.key, "type": t.event.type, "mode": t.event.mode, "code": t.event.code, "status": t.event.status, "sources": [a.name for a in t.sources], "actors": [a.name for a in t.actors],
            "recipients": [a.name for a in t.recipients], "start": t.time.start if t.time else None, "end": t.time.end if t.time else None, "place": t.place.name, "country": t.place.country,
            "precision": t.place.precision, "gazetteer": t.place.gazetteer, "outlet": t.coded.article.outlet, "published": t.coded.article.published, "sentence": t.sentence, "confidence": t.event.confidence,
        }  # fmt: skip
        features.append({"type": "Feature", "id": t.key, "geometry": {"type": "Point", "coordinates": [t.place.lon, t.place.lat]}, "properties": properties})
    out.write_bytes(msgspec.json.encode({"type": "FeatureCollection", "features": features}) + b"\n")
