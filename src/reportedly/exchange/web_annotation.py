"""W3C Web Annotation (JSON-LD lines): events and statements with a position and a quote selector each."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from reportedly.exchange.losses import Losses
from reportedly.records import CodedArticle, Span

_AROUND = 32  # characters of context in a quote selector


def write(articles: Iterable[CodedArticle], out: Path, losses: Losses, keep: frozenset[str]) -> None:
    """Write one annotation a line; positions count Unicode code points."""
    with out.open("wb") as stream:
        for coded in articles:
            names = {a.id: a.name for a in coded.actors}
            for event in coded.events:
                if event.status not in keep:
                    losses.left_out[f"{event.status}: not asked for"] += 1
                    continue
                losses.written += 1
                value = {"type": event.type, "mode": event.mode, "code": event.code, "status": event.status, "sources": [names[i] for i in event.sources], "actors": [names[i] for i in event.actors], "recipients": [names[i] for i in event.recipients]}
                stream.write(msgspec.json.encode(_annotation(coded, event.id, event.trigger, "classifying", value)) + b"\n")
            for said in coded.statements:
                value = {"type": "statement", "speakers": [names[i] for i in said.speakers], "stance": said.stance, "kind": said.kind, "cue": coded.article.text[slice(*said.cue)] if said.cue else None}
                stream.write(msgspec.json.encode(_annotation(coded, said.id, said.content, "describing", value)) + b"\n")


def _annotation(coded: CodedArticle, id_: str, span: Span, motivation: str, value: dict[str, Any]) -> dict[str, Any]:
    text = coded.article.text
    start, end = span
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld", "id": f"urn:reportedly:{coded.article.id}:{id_}", "type": "Annotation", "motivation": motivation, "body": {"type": "Dataset", "format": "application/json", "value": value},
        "target": {"source": coded.article.url or f"urn:reportedly:{coded.article.id}", "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {"type": "TextQuoteSelector", "exact": text[start:end], "prefix": text[max(0, start - _AROUND) : start], "suffix": text[end : end + _AROUND]},
        ]},
    }  # fmt: skip
