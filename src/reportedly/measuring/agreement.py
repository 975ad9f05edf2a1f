"""Agreement of two coders, field by field, beyond what chance would give.

The units. For ``event in sentence``: the sentences, each with or without an event. For every other field of events: the events that both coders found,
which are those of one sentence and type, then those left in a sentence whose triggers overlap (so that ``type`` can differ). For ``speakers`` and
``kind of statement``: the statements both found (and gave a kind). What only one coder found is no unit: see the scores of `detected` and `statements`.

A list of names is one value; the second coder's names are taken for the first's where they denote the same actor. Nothing is a value too.

Cohen's kappa: J. Cohen, A Coefficient of Agreement for Nominal Scales, Educational and Psychological Measurement 20 (1960). Krippendorff's alpha for
nominal data and two coders: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

import numpy as np

from reportedly.measuring.bootstrap import Floats, Interval, figure, interval, ratio
from reportedly.measuring.codings import EventCode
from reportedly.measuring.matching import Matched
from reportedly.measuring.names import pair_names, same_name
from reportedly.records import Record

Unit = tuple[Hashable, Hashable]  # what the one and the other coder say
FIELDS = ("event in sentence", "type", "mode", "actors", "recipients", "status", "sources", "date", "place", "toll", "speakers", "kind of statement")


class Agreement(Record, frozen=True):
    """How far two coders agree on one field: share of units, kappa, alpha. Both are None when chance alone gives full agreement."""

    field: str
    units: int
    agreed: int
    kappa: float | None
    alpha: float | None
    kappa_interval: Interval | None = None
    alpha_interval: Interval | None = None


def measure_agreement(matched: Sequence[Matched], drawn: Floats) -> tuple[Agreement, ...]:
    """Return the agreement on each field; ``drawn`` [samples, passages] as for the scores."""
    units = [_units(passage) for passage in matched]
    return tuple(_agreement(field, [found.get(field, []) for found in units], drawn) for field in FIELDS)


def _agreement(field: str, units: Sequence[Sequence[Unit]], drawn: Floats) -> Agreement:
    """Return the agreement on a field from the units of each passage."""
    values = {value: n for n, value in enumerate(dict.fromkeys(v for passage in units for unit in passage for v in unit))}
    counts = np.zeros((len(units), 2, len(values)))  # [passages, coders, values]
    agreed = np.zeros(len(units))
    for n, passage in enumerate(units):
        for one, other in passage:
            counts[n, 0, values[one]] += 1
            counts[n, 1, values[other]] += 1
            agreed[n] += one == other
    once = np.ones((1, len(units)))
    kappa, alpha = (figure(float(f(once, agreed, counts)[0])) for f in (_kappa, _alpha))
    bearing = sum(bool(passage) for passage in units)
    kappas, alphas = (interval(f(drawn, agreed, counts), passages=bearing) for f in (_kappa, _alpha))
    total = sum(len(passage) for passage in units)
    return Agreement(field=field, units=total, agreed=int(agreed.sum()), kappa=kappa, alpha=alpha, kappa_interval=kappas, alpha_interval=alphas)


def _kappa(weights: Floats, agreed: Floats, counts: Floats) -> Floats:
    """Return Cohen's kappa of each sample: (observed - expected) / (1 - expected), expected from each coder's own shares."""
    one, other = weights @ counts[:, 0], weights @ counts[:, 1]
    units = one.sum(axis=1)
    expected = ratio((one * other).sum(axis=1), units**2)
    return ratio(ratio(weights @ agreed, units) - expected, _clean(1 - expected))


def _alpha(weights: Floats, agreed: Floats, counts: Floats) -> Floats:
    """Return Krippendorff's alpha of each sample: 1 - observed / expected disagreement, expected from the values of both coders together."""
    values = weights @ counts.sum(axis=1)
    total = values.sum(axis=1)
    expected = 1 - ratio((values * (values - 1)).sum(axis=1), total * (total - 1))
    return 1 - ratio(1 - ratio(2 * (weights @ agreed), total), _clean(expected))


def _clean(values: Floats) -> Floats:
    """Return values with what is only a rounding error taken for 0."""
    return np.where(np.abs(values) < 1e-12, 0.0, values)


def _units(matched: Matched) -> dict[str, list[Unit]]:
    """Return the units of one passage by field."""
    found: dict[str, list[Unit]] = {field: [] for field in FIELDS}
    compared = matched.compared
    with_event = [{event.s for event in coding.events} for coding in (compared.gold, compared.coded)]
    found["event in sentence"] = [(s in with_event[0], s in with_event[1]) for s in range(len(compared.passage.sentences))]
    for gold, coded in (*matched.events, *retyped(matched)):
        for field in ("type", "mode", "status", "date", "toll"):
            found[field].append((getattr(gold, field) or None, getattr(coded, field) or None))
        for field in ("actors", "recipients", "sources"):
            found[field].append(_names(getattr(gold, field), getattr(coded, field)))
        found["place"].append((gold.place, gold.place if gold.place and coded.place and same_name(gold.place, coded.place) else coded.place))
    for said, other in matched.statements:
        found["speakers"].append(_names(said.speakers, other.speakers))
        if said.kind and other.kind:
            found["kind of statement"].append((said.kind, other.kind))
    return found


def _names(gold: Sequence[str], coded: Sequence[str]) -> Unit:
    """Return both lists as sets, the second in the first's words where they denote the same."""
    pairs, _, extra = pair_names(gold, coded)
    return frozenset(gold), frozenset([name for name, _ in pairs] + extra)


def retyped(matched: Matched) -> Iterator[tuple[EventCode, EventCode]]:
    """Yield the events of one sentence that both coders saw in the same words and gave different types."""
    paired = {id(event) for pair in matched.events for event in pair}
    left = [event for event in matched.compared.coded.events if id(event) not in paired]
    for gold in matched.compared.gold.events:
        if id(gold) in paired or gold.trigger is None:
            continue
        for coded in left:
            if coded.s == gold.s and coded.trigger and coded.trigger[0] < gold.trigger[1] and gold.trigger[0] < coded.trigger[1]:
                left.remove(coded)
                yield gold, coded
                break
