"""Attribution relations as PolNeAR and PARC have them: source, cue and content spans, JSON lines, one a statement."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from reportedly.exchange.losses import Losses
from reportedly.records import CodedArticle, Span


def write(articles: Iterable[CodedArticle], out: Path, losses: Losses, keep: frozenset[str]) -> None:
    """Write one relation a line: article, id, and the spans [start, end] with their words."""
    with out.open("wb") as stream:
        for coded in articles:
            text, names = coded.article.text, {a.id: a.name for a in coded.actors}
            for said in coded.statements:
                losses.written += 1
                relation = {
                    "article": coded.article.id, "id": said.id, "source": [_words(text, s) for s in said.speaker_spans], "cue": _words(text, said.cue) if said.cue else None, "content": _words(text, said.content),
                    "kind": said.kind, "speakers": [names[i] for i in said.speakers],
                }  # fmt: skip
                stream.write(msgspec.json.encode(relation) + b"\n")


def _words(text: str, span: Span) -> dict[str, object]:
    return {"span": span, "text": text[slice(*span)]}
