"""The figures of an evaluation as tables for the terminal, as JSON and as CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TextIO

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from reportedly.cli.terminal import shown
from reportedly.measuring.bootstrap import FEWEST
from reportedly.measuring.evaluation import Evaluation
from reportedly.measuring.tables import NUMBERS, Sheet, agreement_sheet, calibration_sheets, error_sheet, score_sheets


def print_tables(evaluation: Evaluation, parts: Sequence[str], stream: TextIO) -> None:
    """Print the chosen parts (scores, agreement, errors) as tables."""
    console = Console(file=stream, width=None if stream.isatty() else 120, highlight=False, markup=False)
    for part in parts:
        for sheet in _sheets(evaluation, part):
            _print(console, sheet)
    passages = f"{len(evaluation.passages)} passage{'s' * (len(evaluation.passages) != 1)}"
    if evaluation.samples and len(evaluation.passages) >= FEWEST and parts != ["errors"]:
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


def _sheets(evaluation: Evaluation, part: str) -> Iterator[Sheet]:
    if part == "scores":
        yield from score_sheets(evaluation.scores)
        if evaluation.calibration is not None:
            yield from calibration_sheets(evaluation.calibration)
    elif part == "agreement":
        yield agreement_sheet(evaluation.agreement)
    else:
        yield error_sheet(evaluation.errors)


def _print(console: Console, sheet: Sheet) -> None:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for column in sheet.columns:
        table.add_column(column, justify="right" if column in NUMBERS else "left", overflow="fold")
    for row in sheet.rows:
        table.add_row(*(Text(shown(cell)) for cell in row))
    console.print(Text(sheet.title, style="bold"))
    console.print(table)
    console.print()
