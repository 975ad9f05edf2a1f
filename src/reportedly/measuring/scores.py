"""Scores: precision, recall and F1 of what a coding holds, overall and by type, status, kind of source and outlet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from reportedly.measuring.bootstrap import Floats, Interval, figure, interval, ratio
from reportedly.measuring.codings import Compared, EventCode
from reportedly.measuring.matching import Matched, is_qualified, is_triple
from reportedly.measuring.names import agrees, pair_names, same_name
from reportedly.records import Record

TABLES = ("overall", "type", "status", "source", "outlet")
MEASURES = {  # each row of the overall table with what it counts
    "detected": "an event of the right type in the right sentence",
    "triple": "and who did what to whom",
    "qualified": "and did it happen, and according to whom",
    "actors": "names of doers, over the detected",
    "recipients": "names of those it was done to, over the detected",
    "sources": "names of those who vouch for it, over the detected",
    "status": "over the detected",
    "status, not actual": "over the detected that are not actual",
    "mode": "over the detected that have one",
    "date": "both days, over the detected that have one",
    "place": "over the detected that have one",
    "toll": "kind and both counts, over the detected",
    "statements": "what is said, half of its words shared",
    "statements+speaker": "and who says it",
}
_Key = tuple[str, str, str]  # table, group, measure


class Score(Record, frozen=True):
    """One figure: ``right`` of those in the gold and those coded; rates are None where nothing is to be found or nothing was coded."""

    table: str
    group: str
    measure: str
    right: int
    gold: int
    coded: int
    precision: float | None
    recall: float | None
    f1: float | None
    precision_interval: Interval | None = None
    recall_interval: Interval | None = None
    f1_interval: Interval | None = None


def score(matched: Sequence[Matched], drawn: Floats) -> tuple[Score, ...]:
    """Return the scores of all passages; ``drawn`` [samples, passages] says how often each passage is in each bootstrap sample."""
    tallies = [_tally(passage) for passage in matched]
    groups = sorted({key[:2] for tally in tallies for key in tally if key[0] != "overall"}, key=lambda key: (TABLES.index(key[0]), key[1]))
    keys = [("overall", "", measure) for measure in MEASURES]
    keys += [(*group, measure) for group in groups for measure in ("detected", "triple", "qualified")]
    counts = np.array([[tally.get(key, (0, 0, 0)) for key in keys] for tally in tallies], dtype=float).reshape(len(tallies), len(keys), 3)
    totals, bearing = counts.sum(axis=0), (counts > 0).any(axis=2).sum(axis=0)
    sampled = np.tensordot(drawn, counts, axes=1)
    return tuple(_score(key, totals[n], sampled[:, n], int(bearing[n])) for n, key in enumerate(keys))


def _score(key: _Key, total: Floats, sampled: Floats, passages: int) -> Score:
    rates = [figure(float(rate)) for rate in _rates(total)]
    intervals = [interval(rate, passages=passages) for rate in _rates(sampled)]
    return Score(
        table=key[0], group=key[1], measure=key[2], right=int(total[0]), gold=int(total[1]), coded=int(total[2]),
        precision=rates[0], recall=rates[1], f1=rates[2],
        precision_interval=intervals[0], recall_interval=intervals[1], f1_interval=intervals[2],
    )  # fmt: skip


def _rates(counts: Floats) -> tuple[Floats, Floats, Floats]:
    """Return precision, recall and F1 of counts [..., (right, gold, coded)]."""
    right, gold, coded = counts[..., 0], counts[..., 1], counts[..., 2]
    return ratio(right, coded), ratio(right, gold), ratio(2 * right, gold + coded)


def _tally(matched: Matched) -> Mapping[_Key, tuple[int, int, int]]:
    """Return right, gold and coded of one passage by table, group and measure."""
    rights: Counter[_Key] = Counter()
    golds: Counter[_Key] = Counter()
    codeds: Counter[_Key] = Counter()
    for key, right, gold, coded in (*_event_counts(matched), *_field_counts(matched), *_statement_counts(matched)):
        rights[key] += right
        golds[key] += gold
        codeds[key] += coded
    return {key: (rights[key], golds[key], codeds[key]) for key in rights.keys() | golds.keys() | codeds.keys()}


def _event_counts(matched: Matched) -> Iterator[tuple[_Key, int, int, int]]:
    """Yield each event as to be found or as coded, and each pair as right. A pair is right in a group when both codings put it there."""
    compared = matched.compared
    measures = {"detected": matched.events, "triple": [p for p in matched.events if is_triple(*p)], "qualified": [p for p in matched.events if is_qualified(*p)]}
    for measure, pairs in measures.items():
        for event in compared.gold.events:
            yield from (((*group, measure), 0, 1, 0) for group in _groups(event, compared))
        for event in compared.coded.events:
            yield from (((*group, measure), 0, 0, 1) for group in _groups(event, compared))
        for gold, coded in pairs:
            yield from (((*group, measure), 1, 0, 0) for group in set(_groups(gold, compared)) & set(_groups(coded, compared)))


def _groups(event: EventCode, compared: Compared) -> tuple[tuple[str, str], ...]:
    outlet = compared.passage.outlet or "not given"
    return (("overall", ""), ("type", event.type), ("status", event.status), ("source", source_kind(event.sources, compared)), ("outlet", outlet))


def source_kind(sources: Sequence[str], compared: Compared) -> str:
    """Return what kind of voice an event is told in.

    ``own voice``: no source. ``described``: the first source's last word has no capital ("residents", "US officials"). Otherwise it is named:
    ``named person`` or ``named group`` as the coded article has an actor of that name, ``named`` when it has none or there is only gold.
    """
    if not sources:
        return "own voice"
    if not any(letter.isupper() for letter in sources[0].split()[-1]):
        return "described"
    actors = compared.coded.article.actors if compared.coded.article else ()
    return next((f"named {actor.kind}" for actor in actors if same_name(actor.name, sources[0])), "named")


def _field_counts(matched: Matched) -> Iterator[tuple[_Key, int, int, int]]:
    """Yield, for each pair, the fields: right ones, those in the gold, those coded."""
    for gold, coded in matched.events:
        for field in ("actors", "recipients", "sources"):
            names: tuple[str, ...] = getattr(gold, field)
            others: tuple[str, ...] = getattr(coded, field)
            yield _overall(field), len(pair_names(names, others)[0]), len(names), len(others)
        same = gold.status == coded.status
        yield _overall("status"), same, 1, 1
        yield _overall("status, not actual"), same and gold.status != "actual", gold.status != "actual", coded.status != "actual"
        yield _overall("mode"), bool(gold.mode) and gold.mode == coded.mode, bool(gold.mode), bool(coded.mode)
        yield _overall("date"), gold.date is not None and gold.date == coded.date, gold.date is not None, coded.date is not None
        yield _overall("place"), is_same_place(gold.place, coded.place), bool(gold.place), bool(coded.place)
        yield _overall("toll"), len(gold.toll & coded.toll), len(gold.toll), len(coded.toll)


def is_same_place(gold: str | None, coded: str | None) -> bool:
    """Whether both name a place, and the same one."""
    return bool(gold and coded and same_name(gold, coded))


def _statement_counts(matched: Matched) -> Iterator[tuple[_Key, int, int, int]]:
    gold, coded = len(matched.compared.gold.statements), len(matched.compared.coded.statements)
    yield _overall("statements"), len(matched.statements), gold, coded
    yield _overall("statements+speaker"), sum(agrees(g.speakers, c.speakers) for g, c in matched.statements), gold, coded


def _overall(measure: str) -> _Key:
    return "overall", "", measure
