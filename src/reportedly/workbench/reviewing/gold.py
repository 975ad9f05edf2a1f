"""Decisions as gold: finished articles in the codebook's shape, ready for `reportedly evaluate`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from reportedly.measuring.gold import Gold, GoldEvent
from reportedly.records import CodedArticle
from reportedly.workbench.reviewing.codes import Code, sentence_of, sentences_of
from reportedly.workbench.reviewing.sheets import Entry, Sheet


def gold_of(sheet: Sheet, coded: CodedArticle) -> Gold:
    """Return an article as its sheet codes it. Statements are not reviewed, so there are none."""
    sentences = sentences_of(coded)
    article = coded.article
    events = tuple(
        _event(code, article.text, sentences, "; ".join(c.comment for c in e.comments) or None) for e in entries_in_order(sheet) if (code := e.code) is not None
    )  # fmt: skip
    return Gold(id=article.id, text=article.text, sentences=sentences, events=events, outlet=article.outlet)


def entries_in_order(sheet: Sheet) -> list[Entry]:
    """Return the entries that count as events, in the order of the gold's events: that of the text."""
    return [e for e in sheet.entries if e.is_coded and e.code is not None]


def write_gold(sheets: Iterable[tuple[Sheet, CodedArticle]]) -> Iterator[bytes]:
    """Yield one line an article, with the metadata the coder needs to code it again."""
    for sheet, coded in sheets:
        passage: dict[str, Any] = msgspec.to_builtins(gold_of(sheet, coded))
        article = coded.article
        extra = {"title": article.title, "published": article.published, "url": article.url, "track": sheet.track, "coders": sorted({d.who for e in (*sheet.entries, sheet.whole) for d in e.history})}
        yield msgspec.json.encode(passage | extra) + b"\n"


def _event(code: Code, text: str, sentences: tuple[tuple[int, int], ...], note: str | None) -> GoldEvent:
    return GoldEvent(
        s=sentence_of(sentences, code.trigger[0]) or 0, type=code.type, mode=code.mode, status=code.status, actors=code.actors, recipients=code.recipients, sources=code.sources,
        trigger=text[slice(*code.trigger)], date=code.date, place=code.place, toll=code.toll, note=note,
    )  # fmt: skip
