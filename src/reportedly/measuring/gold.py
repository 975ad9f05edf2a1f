"""Gold: passages coded by hand, as a researcher writes them, and their reader that names every mistake.

One JSON object a line (docs/evaluate.md shows one). Sentences are spans into the text and are numbered from 0; an event belongs to a sentence.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from reportedly.errors import InputError
from reportedly.lexicons.predicates import MODES
from reportedly.records import EventType, Record, Span, StatementKind, Status, TollKind


class GoldToll(Record, frozen=True):
    """A count of people harmed; null ``high`` for "at least", null ``low`` for "up to"."""

    kind: TollKind
    low: int | None = None
    high: int | None = None


class GoldEvent(Record, frozen=True):
    """One event of a sentence: names instead of ids, words instead of spans."""

    s: int  # number of its sentence
    type: EventType
    status: Status
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    sources: tuple[str, ...]
    trigger: str = ""  # the words that denote it
    mode: str | None = None
    date: tuple[str, str] | None = None  # first and last day
    place: str | None = None
    toll: tuple[GoldToll, ...] = ()
    note: str | None = None  # the coder's own remarks; not measured


class GoldStatement(Record, frozen=True):
    """Somebody's words as reported; ``content`` as the text has it."""

    s: int
    speakers: tuple[str, ...]
    content: str
    cue: str | None = None
    kind: StatementKind | None = None
    note: str | None = None


class Gold(Record, frozen=True, forbid_unknown_fields=False):
    """One passage coded by hand. Other keys of the object are the user's own and left alone."""

    id: str
    text: str
    sentences: tuple[Span, ...]
    events: tuple[GoldEvent, ...]
    statements: tuple[GoldStatement, ...] = ()
    outlet: str | None = None


_decoder = msgspec.json.Decoder(Gold)


def decode_gold(line: bytes) -> Gold:
    """Return the passage of one JSON object; raise InputError with the path of a wrong field, or with all that does not fit the text."""
    try:
        gold = _decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(str(error)) from error
    if mistakes := list(_mistakes(gold)):
        raise InputError("; ".join(mistakes))
    return gold


def _mistakes(gold: Gold) -> Iterator[str]:
    spans = gold.sentences
    for n, (start, end) in enumerate(spans):
        if not 0 <= start < end <= len(gold.text):
            yield f"$.sentences[{n}]: [{start}, {end}] is no span of the text, which has {len(gold.text)} characters"
    if any(one[1] > other[0] for one, other in pairwise(spans)):
        yield "$.sentences: not in text order, or overlapping"
    for n, event in enumerate(gold.events):
        yield from (f"$.events[{n}].{mistake}" for mistake in _event_mistakes(gold, event))
    for n, said in enumerate(gold.statements):
        if not 0 <= said.s < len(spans):
            yield f"$.statements[{n}].s: there is no sentence {said.s}"
        if not said.content or said.content not in gold.text:
            yield f"$.statements[{n}].content: {said.content[:60]!r} is not in the text"


def _event_mistakes(gold: Gold, event: GoldEvent) -> Iterator[str]:
    if not 0 <= event.s < len(gold.sentences):
        yield f"s: there is no sentence {event.s}"
    elif event.trigger not in gold.text[slice(*gold.sentences[event.s])]:
        yield f"trigger: {event.trigger[:60]!r} is not in sentence {event.s}"
    if event.mode and event.mode not in MODES.get(event.type, ()):
        yield f"mode: {event.mode!r} is no mode of {event.type}"
    if event.date is not None and not is_period(*event.date):
        yield f"date: {list(event.date)} is not a first and last day, written as 2024-02-12"
    for field in ("actors", "recipients", "sources"):
        if not all(name.strip() for name in getattr(event, field)):
            yield f"{field}: an empty name"


def is_period(start: str, end: str) -> bool:
    """Whether two words are a first and last day, written as 2024-02-12."""
    try:
        return datetime.date.fromisoformat(start) <= datetime.date.fromisoformat(end) and len(start) == len(end) == 10
    except ValueError:
        return False
