"""Tables: the figures of an evaluation in rows of words, for the terminal and the page alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from reportedly.measuring.agreement import Agreement
from reportedly.measuring.bootstrap import Interval
from reportedly.measuring.calibration import Calibration
from reportedly.measuring.evaluation import ErrorCount
from reportedly.measuring.scores import Score
from reportedly.records import Record

NUMBERS = frozenset({"right", "gold", "coded", "units", "events", "count"})  # columns of counts
_BY = {"type": "F1 by type", "status": "F1 by status", "source": "F1 by kind of source", "outlet": "F1 by outlet"}


class Sheet(Record, frozen=True):
    """One table: a title, its columns and its rows."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def score_sheets(scores: Iterable[Score]) -> Iterator[Sheet]:
    """Yield the overall table and one for each way of grouping."""
    for table, found in groupby(scores, key=lambda score: score.table):
        rows: Iterable[tuple[str, ...]]
        if table == "overall":
            columns = ("measure", "precision", "recall", "F1", "right", "gold", "coded")
            rows = ((s.measure, *_rates(s), str(s.right), str(s.gold), str(s.coded)) for s in found)
            yield Sheet(title="scores", columns=columns, rows=tuple(rows))
        else:
            groups = ((group, tuple(measures)) for group, measures in groupby(found, key=lambda score: score.group))
            rows = ((group, *(rate(s.f1, s.f1_interval) for s in scores), str(scores[0].gold), str(scores[0].coded)) for group, scores in groups)
            yield Sheet(title=_BY[table], columns=(table, "detected", "triple", "qualified", "gold", "coded"), rows=tuple(rows))


def calibration_sheets(calibration: Calibration) -> Iterator[Sheet]:
    """Yield the bins of the reliability picture and the precision of the most confident events."""
    bins = ((f"{b.low:.1f} to {b.high:.1f}", str(b.events), rate(b.confidence), rate(b.right, b.right_interval)) for b in calibration.bins if b.events)
    title = f"confidence: expected calibration error {rate(calibration.error, calibration.error_interval)}"
    yield Sheet(title=title, columns=("confidence", "events", "mean confidence", "share right"), rows=tuple(bins))
    kept = ((f"{c.share:.0%}", rate(c.precision, c.interval)) for c in calibration.coverage)
    yield Sheet(title="right among the most confident events", columns=("kept", "precision"), rows=tuple(kept))


def agreement_sheet(agreement: Iterable[Agreement]) -> Sheet:
    """Return the agreement by field."""
    rows = ((a.field, str(a.units), rate(a.agreed / a.units if a.units else None), rate(a.kappa, a.kappa_interval), rate(a.alpha, a.alpha_interval)) for a in agreement)
    return Sheet(title="agreement", columns=("field", "units", "agreed", "Cohen's kappa", "Krippendorff's alpha"), rows=tuple(rows))


def error_sheet(errors: Iterable[ErrorCount]) -> Sheet:
    """Return the disagreements by field and cause."""
    return Sheet(title="disagreements", columns=("field", "cause", "count"), rows=tuple((e.field, e.cause or "-", str(e.count)) for e in errors))


def rate(value: float | None, interval: Interval | None = None) -> str:
    """Return a share with its interval in words: ``0.836 [0.78, 0.88]``; a dash when there is none."""
    if value is None:
        return "-"
    return f"{value:.3f}" + (f" [{interval[0]:.2f}, {interval[1]:.2f}]" if interval else "")


def _rates(score: Score) -> tuple[str, str, str]:
    return rate(score.precision, score.precision_interval), rate(score.recall, score.recall_interval), rate(score.f1, score.f1_interval)
