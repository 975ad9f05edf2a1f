"""Matching: which events and statements of two codings are the same ones.

Events are paired inside a sentence and a type, one to one, those first that agree in most: who, whom, status, sources. Statements are paired by their
content, which must overlap by half of what the two cover together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from reportedly.measuring.codings import Compared, EventCode, StatementCode
from reportedly.measuring.names import agrees
from reportedly.records import Record, Span

SAME_CONTENT = 0.5  # intersection over union of two statements' contents
T = TypeVar("T", EventCode, StatementCode)


class Matched(Record, frozen=True):
    """A compared passage with its pairs, gold first."""

    compared: Compared
    events: tuple[tuple[EventCode, EventCode], ...]
    statements: tuple[tuple[StatementCode, StatementCode], ...]


def match(compared: Compared) -> Matched:
    """Pair the events and the statements of two codings of a passage."""
    gold, coded = by_sentence(compared.gold.events), by_sentence(compared.coded.events)
    events = [pair for s, here in gold.items() for pair in _pairs(here, coded.get(s, []), likeness)]
    return Matched(compared=compared, events=tuple(events), statements=tuple(_pairs(compared.gold.statements, compared.coded.statements, _alike)))


def by_sentence(events: Iterable[EventCode]) -> dict[int | None, list[EventCode]]:
    """Return events by the number of their sentence, in their order."""
    found: dict[int | None, list[EventCode]] = defaultdict(list)
    for event in events:
        found[event.s].append(event)
    return found


def likeness(gold: EventCode, coded: EventCode) -> int:
    """Return how much two events agree; 0 when they are of different types."""
    if gold.type != coded.type:
        return 0
    parties = agrees(gold.actors, coded.actors) + agrees(gold.recipients, coded.recipients)
    return 4 + 2 * parties + (gold.status == coded.status) + agrees(gold.sources, coded.sources)


def is_triple(gold: EventCode, coded: EventCode) -> bool:
    """Whether a pair says the same of who did what to whom: at least one right actor (or rightly none), and so for recipients."""
    return agrees(gold.actors, coded.actors) and agrees(gold.recipients, coded.recipients)


def is_qualified(gold: EventCode, coded: EventCode) -> bool:
    """Whether a pair also says the same of whether it happened, and according to whom: what this project calls right."""
    return is_triple(gold, coded) and gold.status == coded.status and agrees(gold.sources, coded.sources)


def overlap(one: Span, other: Span) -> float:
    """Return the intersection over union of two spans."""
    shared = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return shared / (max(one[1], other[1]) - min(one[0], other[0]) or 1)


def _alike(gold: StatementCode, coded: StatementCode) -> float:
    share = overlap(gold.content, coded.content)
    return share if share >= SAME_CONTENT else 0


def _pairs(gold: Sequence[T], coded: Sequence[T], value: Callable[[T, T], float]) -> list[tuple[T, T]]:
    """Return one-to-one pairs, the best value first; of equal ones the last in the text."""
    ranked = sorted(((v, i, j) for i, g in enumerate(gold) for j, c in enumerate(coded) if (v := value(g, c)) > 0), reverse=True)
    used_gold: set[int] = set()
    used_coded: set[int] = set()
    pairs = []
    for _, i, j in ranked:
        if i not in used_gold and j not in used_coded:
            used_gold.add(i)
            used_coded.add(j)
            pairs.append((gold[i], coded[j]))
    return pairs
