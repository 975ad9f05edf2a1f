"""Evaluation: everything measured between two codings of the same passages, as one record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from reportedly.measuring.agreement import Agreement, measure_agreement
from reportedly.measuring.bootstrap import draw
from reportedly.measuring.calibration import Calibration, calibrate
from reportedly.measuring.codings import Compared
from reportedly.measuring.disagreements import CLASSES, Disagreement, find_disagreements
from reportedly.measuring.matching import match
from reportedly.measuring.scores import Score, score
from reportedly.records import Record

SAMPLES = 1000
Guess = Callable[[Disagreement, Compared], Disagreement]


class ErrorCount(Record, frozen=True):
    """How often a class of disagreement has one cause."""

    field: str
    cause: str
    count: int


class PassageReport(Record, frozen=True):
    """One passage in both codings, with where they differ."""

    compared: Compared
    disagreements: tuple[Disagreement, ...]


class Evaluation(Record, frozen=True):
    """All that was measured; ``samples`` and ``seed`` are those of the bootstrap."""

    samples: int
    seed: int
    scores: tuple[Score, ...]
    calibration: Calibration | None
    agreement: tuple[Agreement, ...]
    errors: tuple[ErrorCount, ...]
    passages: tuple[PassageReport, ...]


def evaluate(compared: Iterable[Compared], *, samples: int = SAMPLES, seed: int = 0, guess: Guess | None = None) -> Evaluation:
    """Measure one coding of some passages against another; ``guess`` (see `Causes`) gives disagreements their causes.

    The same passages, samples and seed give the same figures. With ``samples`` 0, or a single passage, there are no intervals.
    """
    matched = [match(passage) for passage in compared]
    drawn = draw(len(matched), samples=samples if len(matched) > 1 else 0, seed=seed)
    passages = []
    for found in matched:
        differences = find_disagreements(found)
        passages.append(
            PassageReport(compared=found.compared, disagreements=tuple(guess(d, found.compared) for d in differences) if guess else tuple(differences))
        )
    return Evaluation(
        samples=len(drawn), seed=seed, scores=score(matched, drawn), calibration=calibrate(matched, drawn), agreement=measure_agreement(matched, drawn),
        errors=count_errors(passages), passages=tuple(passages),
    )  # fmt: skip


def count_errors(passages: Iterable[PassageReport]) -> tuple[ErrorCount, ...]:
    """Return how often each class and cause occurs, classes in their order, the most frequent cause first."""
    counts = Counter((d.kind, d.cause) for passage in passages for d in passage.disagreements)
    ordered = sorted(counts.items(), key=lambda item: (CLASSES.index(item[0][0]), -item[1], item[0][1]))
    return tuple(ErrorCount(field=field, cause=cause, count=count) for (field, cause), count in ordered)
