"""The figures of an evaluation as tables for the terminal, as JSON and as CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, TextIO

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from reportedly.cli.terminal import shown
from reportedly.measuring.bootstrap import Interval
from reportedly.measuring.evaluation import Evaluation

_BY = {"type": "by type", "status": "by status", "source": "by kind of source", "outlet": "by outlet"}


def print_tables(evaluation: Evaluation, parts: Sequence[str], stream: TextIO) -> None:
    """Print the chosen parts (scores, agreement, errors) as tables."""
    console = Console(file=stream, width=None if stream.isatty() else 120, highlight=False, markup=False)
    for part in parts:
        {"scores": _scores, "agreement": _agreement, "errors": _errors}[part](console, evaluation)
    passages = f"{len(evaluation.passages)} passage{'s' * (len(evaluation.passages) != 1)}"
    if evaluation.samples and parts != ["errors"]:
        passages += f"; in brackets the 95 % interval of {evaluation.samples:,} bootstrap samples of passages, seed {evaluation.seed}"
    console.print(Text(passages, style="dim"))


def print_json(evaluation: Evaluation, parts: Sequence[str], stream: TextIO) -> None:
    """Print the chosen parts as one JSON object."""
    wanted = {"passages": len(evaluation.passages), "samples": evaluation.samples, "seed": evaluation.seed}
    figures: dict[str, Any] = {**wanted, **{part: getattr(evaluation, part) for part in parts}}
    if "scores" in parts:
        figures["calibration"] = evaluation.calibration
    stream.write(msgspec.json.format(msgspec.json.encode(figures), indent=2).decode() + "\n")


def print_csv(evaluation: Evaluation, parts: Sequence[str], stream: TextIO) -> None:
    """Print the one chosen part as CSV; an interval is two columns."""
    writer = csv.writer(stream, lineterminator="\n")
    for n, record in enumerate(getattr(evaluation, parts[0])):
        row = dict(_flat(record))
        if n == 0:
            writer.writerow(row)
        writer.writerow(row.values())


def _flat(record: msgspec.Struct) -> Iterable[tuple[str, Any]]:
    for field in record.__struct_fields__:
        value = getattr(record, field)
        if field.endswith("interval"):
            name = field.removesuffix("interval")
            yield from zip((f"{name}low", f"{name}high"), value or (None, None), strict=True)
        else:
            yield field, value


def _scores(console: Console, evaluation: Evaluation) -> None:
    overall = [score for score in evaluation.scores if score.table == "overall"]
    rows = [
        (s.measure, _rate(s.precision, s.precision_interval), _rate(s.recall, s.recall_interval), _rate(s.f1, s.f1_interval), s.right, s.gold, s.coded)
        for s in overall
    ]
    _print(console, "scores", ("", "precision", "recall", "F1", "right", "gold", "coded"), rows)
    for table, title in _BY.items():
        groups = groupby((s for s in evaluation.scores if s.table == table), key=lambda score: score.group)
        rows = []
        for group, found in groups:
            scores = list(found)
            rows.append((group, *(_rate(s.f1, s.f1_interval) for s in scores), scores[0].gold, scores[0].coded))
        _print(console, f"F1 {title}", ("", "detected", "triple", "qualified", "gold", "coded"), rows)
    _calibration(console, evaluation)


def _calibration(console: Console, evaluation: Evaluation) -> None:
    found = evaluation.calibration
    if found is None:
        return
    bins = [(f"{b.low:.1f} to {b.high:.1f}", b.events, _rate(b.confidence), _rate(b.right, b.right_interval)) for b in found.bins if b.events]
    _print(console, f"confidence: expected calibration error {_rate(found.error, found.error_interval)}", ("confidence", "events", "mean", "right"), bins)
    coverage = [(f"{c.share:.0%}", _rate(c.precision, c.interval)) for c in found.coverage]
    _print(console, "right among the most confident", ("kept", "precision"), coverage)


def _agreement(console: Console, evaluation: Evaluation) -> None:
    rows = [
        (a.field, a.units, f"{a.agreed / a.units:.3f}" if a.units else "-", _rate(a.kappa, a.kappa_interval), _rate(a.alpha, a.alpha_interval))
        for a in evaluation.agreement
    ]
    _print(console, "agreement", ("field", "units", "agreed", "Cohen's kappa", "Krippendorff's alpha"), rows)


def _errors(console: Console, evaluation: Evaluation) -> None:
    _print(console, "disagreements", ("field", "cause", "count"), [(e.field, e.cause or "-", e.count) for e in evaluation.errors])


def _rate(value: float | None, interval: Interval | None = None) -> str:
    if value is None:
        return "-"
    return f"{value:.3f}" + (f" [{interval[0]:.2f}, {interval[1]:.2f}]" if interval else "")


def _print(console: Console, title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for column in columns:
        table.add_column(column, justify="right" if column in ("right", "gold", "coded", "units", "events", "count", "agreed") else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(shown(str(cell))) for cell in row))
    console.print(Text(title, style="bold"))
    console.print(table)
    console.print()
