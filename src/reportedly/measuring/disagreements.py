"""Disagreements: every difference between two codings, classed by what differs.

Classes of events: missed, extra, type, actors, recipients, sources, status, mode, date, place, toll. Of statements: statement missed, statement extra,
speaker. The fields of a pair are compared strictly: a list of names with one too many differs, though the scores may call the event right.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.measuring.agreement import retyped
from reportedly.measuring.codings import EventCode, StatementCode
from reportedly.measuring.matching import Matched
from reportedly.measuring.names import pair_names
from reportedly.measuring.scores import is_same_place
from reportedly.records import Record

CLASSES = (
    "missed", "extra", "type", "actors", "recipients", "sources", "status", "mode", "date", "place", "toll",
    "statement missed", "statement extra", "speaker",
)  # fmt: skip


class Disagreement(Record, frozen=True):
    """One difference: what differs, both sides (one is None when only one coder has it), and a guess why (empty: none can be made)."""

    kind: str
    gold: EventCode | StatementCode | None
    coded: EventCode | StatementCode | None
    cause: str = ""


def find_disagreements(matched: Matched) -> Iterator[Disagreement]:
    """Yield the differences of one passage, without causes: pairs first, then what only one coder has."""
    for gold, coded in matched.events:
        yield from (Disagreement(kind=field, gold=gold, coded=coded) for field in _differing(gold, coded))
    other_type = list(retyped(matched))
    yield from (Disagreement(kind="type", gold=gold, coded=coded) for gold, coded in other_type)
    used = {id(event) for pair in (*matched.events, *other_type, *matched.statements) for event in pair}
    compared = matched.compared
    yield from (Disagreement(kind="missed", gold=event, coded=None) for event in compared.gold.events if id(event) not in used)
    yield from (Disagreement(kind="extra", gold=None, coded=event) for event in compared.coded.events if id(event) not in used)
    for said, other in matched.statements:
        if _differ(said.speakers, other.speakers):
            yield Disagreement(kind="speaker", gold=said, coded=other)
    yield from (Disagreement(kind="statement missed", gold=said, coded=None) for said in compared.gold.statements if id(said) not in used)
    yield from (Disagreement(kind="statement extra", gold=None, coded=said) for said in compared.coded.statements if id(said) not in used)


def _differing(gold: EventCode, coded: EventCode) -> Iterator[str]:
    yield from (field for field in ("actors", "recipients", "sources") if _differ(getattr(gold, field), getattr(coded, field)))
    yield from (field for field in ("status", "mode", "date", "toll") if (getattr(gold, field) or None) != (getattr(coded, field) or None))
    if (gold.place or coded.place) and not is_same_place(gold.place, coded.place):
        yield "place"


def _differ(gold: tuple[str, ...], coded: tuple[str, ...]) -> bool:
    _, missed, extra = pair_names(gold, coded)
    return bool(missed or extra)
