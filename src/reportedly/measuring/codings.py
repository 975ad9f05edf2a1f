"""Codings: one passage as one coder read it, person or machine, in a shape in which two of them can be compared."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.errors import InputError
from reportedly.measuring.gold import Gold, GoldEvent
from reportedly.records import CodedArticle, Event, Record, Span, Statement, Status


class EventCode(Record, frozen=True):
    """One event with names instead of ids; ``s`` is None outside the gold's sentences."""

    s: int | None
    type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    status: Status
    sources: tuple[str, ...]
    date: tuple[str, str] | None = None
    place: str | None = None
    toll: frozenset[tuple[str, int | None, int | None]] = frozenset()  # kind, low, high
    trigger: Span | None = None  # into the gold's text
    record: Event | None = None  # what the coder wrote, with its evidence and confidence


class StatementCode(Record, frozen=True):
    """One statement with its speakers' names."""

    speakers: tuple[str, ...]
    content: Span  # into the gold's text
    kind: str | None = None
    cue: str | None = None
    record: Statement | None = None


class Coding(Record, frozen=True):
    """All that one coder made of one passage; ``article`` when the coder was ours."""

    events: tuple[EventCode, ...] = ()
    statements: tuple[StatementCode, ...] = ()
    article: CodedArticle | None = None
    shift: int = 0  # from offsets into the article's text to offsets into the gold's


class Compared(Record, frozen=True):
    """One passage in two codings; ``gold`` is the one the other is held against."""

    passage: Gold
    gold: Coding
    coded: Coding


def compare(passage: Gold, other: CodedArticle | Gold | None) -> Compared:
    """Return a passage beside another coding of it (None: it was not coded, so nothing was found).

    Raise InputError when the two do not have the same text, or two gold passages not the same sentences.
    """
    if other is None:
        coded = Coding()
    elif isinstance(other, CodedArticle):
        coded = from_coded(other, passage)
    elif other.text != passage.text or other.sentences != passage.sentences:
        raise InputError("the text or its sentences differ from the gold's, so the codings cannot be laid beside each other")
    else:
        coded = from_gold(other)
    return Compared(passage=passage, gold=from_gold(passage), coded=coded)


def from_gold(passage: Gold) -> Coding:
    """Return a passage's hand-made codes."""
    return Coding(
        events=tuple(_from_gold_event(passage, event) for event in passage.events),
        statements=tuple(
            StatementCode(speakers=said.speakers, content=_find(passage, said.content, said.s), kind=said.kind, cue=said.cue) for said in passage.statements
        ),
    )


def _from_gold_event(passage: Gold, event: GoldEvent) -> EventCode:
    return EventCode(
        s=event.s, type=event.type, mode=event.mode, actors=event.actors, recipients=event.recipients, status=event.status, sources=event.sources,
        date=event.date, place=event.place, toll=frozenset((t.kind, t.low, t.high) for t in event.toll),
        trigger=_find(passage, event.trigger, event.s) if event.trigger else None,
    )  # fmt: skip


def _find(passage: Gold, words: str, s: int) -> Span:
    """Return the first place of some words from their sentence on, or anywhere (a quotation may begin in an earlier one)."""
    start = passage.text.find(words, passage.sentences[s][0])
    start = passage.text.find(words) if start < 0 else start
    return start, start + len(words)


def from_coded(coded: CodedArticle, passage: Gold) -> Coding:
    """Return an article's records as a coding of a gold passage; raise InputError when the texts differ by more than the space around them."""
    text = coded.article.text
    if text.strip() != passage.text.strip():
        raise InputError("the coded text differs from the gold text, so its spans would not fit")
    shift = passage.text.find(text.strip()) - (len(text) - len(text.lstrip()))
    names = {a.id: a.name for a in coded.actors}
    places = {p.id: p.name for p in coded.places}
    times = {t.id: (t.start, t.end) for t in coded.times if t.start and t.end}

    def shifted(span: Span) -> Span:
        return span[0] + shift, span[1] + shift

    def named(ids: Sequence[str]) -> tuple[str, ...]:
        return tuple(names[i] for i in ids)

    try:
        events = tuple(
            EventCode(
                s=sentence_of(passage, shifted(e.trigger)), type=e.type, mode=e.mode, actors=named(e.actors), recipients=named(e.recipients), status=e.status,
                sources=named(e.sources), date=times.get(e.time or ""), place=places.get(e.place or ""),
                toll=frozenset((t.kind, t.low, t.high) for t in e.toll), trigger=shifted(e.trigger), record=e,
            )
            for e in coded.events
        )  # fmt: skip
        statements = tuple(
            StatementCode(speakers=named(s.speakers), content=shifted(s.content), kind=s.kind, cue=text[slice(*s.cue)] if s.cue else None, record=s)
            for s in coded.statements
        )
    except KeyError as error:
        raise InputError(f"there is no actor {error}") from error
    return Coding(events=events, statements=statements, article=coded, shift=shift)


def sentence_of(passage: Gold, span: Span) -> int | None:
    """Return the number of the sentence in which a span begins."""
    return next((n for n, (start, end) in enumerate(passage.sentences) if start <= span[0] < end), None)
