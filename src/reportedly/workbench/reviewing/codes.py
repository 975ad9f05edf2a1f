"""An event as people code it: names and days instead of ids, and where its words stand; how one is made from a record, and what may be wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from reportedly.lexicons.predicates import MODES
from reportedly.measuring.gold import GoldToll, is_period
from reportedly.records import Article, CodedArticle, Event, EventType, Record, Span, Status, TollKind
from reportedly.sentences import plain, sentence_starts

FIELDS = ("trigger", "type", "mode", "status", "actors", "recipients", "sources", "date", "place", "toll")
TYPES: tuple[EventType, ...] = get_args(EventType)
STATUSES: tuple[Status, ...] = get_args(Status)
TOLLS: tuple[TollKind, ...] = get_args(TollKind)
NAMES, NAME = 40, 300  # names in one field, characters in one


class Code(Record, frozen=True):
    """One event as a person codes it; ``trigger`` in code points of the article's text."""

    trigger: Span
    type: EventType
    status: Status
    mode: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    date: tuple[str, str] | None = None
    place: str | None = None
    toll: tuple[GoldToll, ...] = ()


def code_of(coded: CodedArticle, event: Event) -> Code:
    """Return a coded event as a person would have written it."""
    names = {a.id: a.name for a in coded.actors}
    time = next((t for t in coded.times if t.id == event.time), None)
    return Code(
        trigger=event.trigger, type=event.type, mode=event.mode, status=event.status, actors=tuple(names[i] for i in event.actors),
        recipients=tuple(names[i] for i in event.recipients), sources=tuple(names[i] for i in event.sources),
        date=(time.start, time.end) if time is not None and time.start and time.end else None,
        place=next((p.name for p in coded.places if p.id == event.place), None), toll=tuple(GoldToll(kind=t.kind, low=t.low, high=t.high) for t in event.toll),
    )  # fmt: skip


def sentences_of(coded: CodedArticle) -> tuple[Span, ...]:
    """Return the sentences of a text: those of its events as the coder cut them, and the rest by the same rule, line by line."""
    text = coded.article.text
    known = sorted({e.sentence for e in coded.events})
    spans: list[Span] = []
    at = 0
    for start, end in known:
        if start < at:  # lies inside one that is there already
            continue
        spans += _split(text, at, start)
        spans.append((start, end))
        at = end
    return (*spans, *_split(text, at, len(text)))


def sentence_of(sentences: tuple[Span, ...], at: int) -> int | None:
    """Return the number of the sentence in which a place of the text lies."""
    return next((n for n, (start, end) in enumerate(sentences) if start <= at < end), None)


def find_mistakes(code: Code, article: Article, sentences: tuple[Span, ...]) -> Iterator[str]:
    """Yield what is wrong with a code, by field."""
    start, end = code.trigger
    if not 0 <= start < end <= len(article.text):
        yield "trigger: choose the words that denote the event"
    else:
        n = sentence_of(sentences, start)
        if n is None or end > sentences[n][1]:
            yield "trigger: the words lie in no sentence, or in more than one"
    if code.mode and code.mode not in MODES.get(code.type, ()):
        yield f"mode: {code.mode} is no mode of {code.type}"
    if code.date is not None and not is_period(*code.date):
        yield "date: a first and a last day are needed, written as 2024-02-12"
    for field in ("actors", "recipients", "sources"):
        names: tuple[str, ...] = getattr(code, field)
        if len(names) > NAMES or any(not name.strip() or len(name) > NAME for name in names):
            yield f"{field}: at most {NAMES} names of at most {NAME} characters"
    if code.place and len(code.place) > NAME:
        yield f"place: more than {NAME} characters"
    for toll in code.toll:
        if toll.low is None and toll.high is None:
            yield f"toll: {toll.kind} has no count"
        elif toll.low is not None and toll.high is not None and toll.low > toll.high:
            yield f"toll: {toll.kind}: {toll.low} is more than {toll.high}"


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the sentences of a stretch of text, without the space around them."""
    at = start
    for line in text[start:end].split("\n"):
        starts = sorted(sentence_starts(plain(line)))
        for a, b in zip(starts, [*starts[1:], len(line)], strict=True):
            piece = line[a:b]
            if piece.strip():
                first = at + a + len(piece) - len(piece.lstrip())
                yield first, first + len(piece.strip())
        at += len(line) + 1
