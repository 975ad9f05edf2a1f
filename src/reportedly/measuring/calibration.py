"""Calibration: whether confidence means something.

A coded event is *right* when it is qualified: paired with a gold event of its sentence and type, with a right doer and recipient (or rightly none),
the right status and a right source. Of events coded with confidence .8, about eight in ten should be.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reportedly.measuring.bootstrap import Floats, Interval, figure, interval, ratio
from reportedly.measuring.matching import Matched, is_qualified
from reportedly.records import Record

BINS = 10
COVERAGES = (0.25, 0.5, 0.75, 1.0)


class Bin(Record, frozen=True):
    """The coded events whose confidence lies in [low, high) (the last bin: up to and with 1); both means are None in an empty bin."""

    low: float
    high: float
    events: int
    confidence: float | None  # mean
    right: float | None  # share
    right_interval: Interval | None = None


class Coverage(Record, frozen=True):
    """How many of the most confident events are right, when only this share of all coded events is kept."""

    share: float
    precision: float
    interval: Interval | None = None


class Calibration(Record, frozen=True):
    """The reliability of the coded events' confidence; ``error`` is the expected calibration error."""

    events: int
    error: float
    error_interval: Interval | None
    bins: tuple[Bin, ...]
    coverage: tuple[Coverage, ...]


def calibrate(matched: Sequence[Matched], drawn: Floats) -> Calibration | None:
    """Return how far confidence can be trusted; None when the coded records have none (gold has none).

    The expected calibration error is the mean distance between confidence and share of right events over ten bins of equal width, weighted by their
    events (Naeini, Cooper and Hauskrecht, Obtaining Well Calibrated Probabilities Using Bayesian Binning, AAAI 2015).
    """
    rows = [row for n, passage in enumerate(matched) for row in _rows(n, passage)]
    if not rows:
        return None
    passage, confidence, right = (np.array(column, dtype=float) for column in zip(*rows, strict=True))
    once, of = np.ones((1, len(matched))), passage.astype(int)
    number = np.clip(np.round(confidence * BINS, 9).astype(int), 0, BINS - 1)
    binned = _Sums(*(_add(len(matched), of, number, BINS, values) for values in (np.ones(len(rows)), confidence, right)))
    levels, at = np.unique(-np.round(confidence, 3), return_inverse=True)  # the most confident first
    ranked = _Sums(*(_add(len(matched), of, at, len(levels), values) for values in (np.ones(len(rows)), confidence, right)))
    precision, sampled, bearing = _precisions(ranked, once)[0], _precisions(ranked, drawn), len(set(of.tolist()))
    return Calibration(
        events=len(rows), error=figure(float(_error(binned, once)[0])) or 0.0, error_interval=interval(_error(binned, drawn), passages=bearing),
        bins=_bins(binned, once, drawn),
        coverage=tuple(
            Coverage(share=share, precision=figure(float(precision[n])) or 0.0, interval=interval(sampled[:, n], passages=bearing))
            for n, share in enumerate(COVERAGES)
        ),
    )  # fmt: skip


class _Sums(NamedTuple):
    """Sums over events by passage and column (a bin, or a level of confidence): their number, confidence, and how many are right."""

    events: Floats
    confidence: Floats
    right: Floats


def _rows(n: int, matched: Matched) -> list[tuple[int, float, bool]]:
    """Return the passage's number, the confidence and whether it is right, for each coded event."""
    right = {id(coded) for gold, coded in matched.events if is_qualified(gold, coded)}
    return [(n, event.record.confidence, id(event) in right) for event in matched.compared.coded.events if event.record is not None]


def _add(passages: int, passage: NDArray[np.intp], column: NDArray[np.intp], columns: int, values: Floats) -> Floats:
    """Return the sum of the events' values in an array [passages, columns]."""
    total = np.zeros((passages, columns))
    np.add.at(total, (passage, column), values)
    return total


def _bins(sums: _Sums, once: Floats, drawn: Floats) -> tuple[Bin, ...]:
    count = (once @ sums.events)[0]
    confidence, right = (ratio(once @ column, once @ sums.events)[0] for column in (sums.confidence, sums.right))
    sampled = ratio(drawn @ sums.right, drawn @ sums.events)
    return tuple(
        Bin(
            low=n / BINS, high=(n + 1) / BINS, events=int(count[n]), confidence=figure(float(confidence[n])), right=figure(float(right[n])),
            right_interval=interval(sampled[:, n], passages=int((sums.events[:, n] > 0).sum())),
        )
        for n in range(BINS)
    )  # fmt: skip


def _error(sums: _Sums, weights: Floats) -> Floats:
    """Return the expected calibration error of each sample: over bins, (events / all) x |mean confidence - share right|."""
    gaps = np.abs(weights @ (sums.confidence - sums.right))
    return ratio(gaps.sum(axis=1), (weights @ sums.events).sum(axis=1))


def _precisions(sums: _Sums, weights: Floats) -> Floats:
    """Return the precision of the most confident events of each sample [samples, coverages]; among equals it is that of a random choice."""
    zero = np.zeros((len(weights), 1))
    kept = np.hstack([zero, np.cumsum(weights @ sums.events, axis=1)])
    good = np.hstack([zero, np.cumsum(weights @ sums.right, axis=1)])
    wanted = kept[:, -1:] * np.array(COVERAGES)
    found = [np.interp(w, k, g) for w, k, g in zip(wanted, kept, good, strict=True)]
    return ratio(np.array(found).reshape(wanted.shape), wanted)
