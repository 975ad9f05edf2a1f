"""Arrow tables for people and programs: table, CSV, JSONL, Parquet."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from reportedly.cli.terminal import shown

if TYPE_CHECKING:
    import pyarrow as pa

FORMATS = ("table", "csv", "jsonl", "parquet")
# Cells that a spreadsheet would take for a formula; a stranger's text may begin so.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def output_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add --format and --out to a command."""
    command = click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write here instead of to standard output.")(command)
    return click.option("--format", "format_", type=click.Choice(FORMATS), help="Default: table on a terminal, jsonl in a pipe or file.")(command)


def write_table(table: pa.Table, format_: str | None, out: Path | None, columns: Sequence[str] = ()) -> None:
    """Write a table in a format; ``columns``: those that the format for people shows."""
    format_ = format_ or ("table" if out is None and sys.stdout.isatty() else "jsonl")
    if format_ == "parquet":
        if out is None:
            raise click.UsageError("--format parquet needs --out FILE")
        import pyarrow.parquet as pq

        pq.write_table(table, out, compression="zstd")
    elif out is None:
        _write_text(table, format_, sys.stdout, columns)
    else:
        with out.open("w", encoding="utf-8", newline="") as stream:
            _write_text(table, format_, stream, columns)


def _write_text(table: pa.Table, format_: str, stream: TextIO, columns: Sequence[str]) -> None:
    rows = table.to_pylist()
    if format_ == "jsonl":
        for row in rows:
            stream.write(json.dumps(row, ensure_ascii=False, default=str) + "\n")
    elif format_ == "csv":
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(table.column_names)
        writer.writerows([_cell(value) for value in row.values()] for row in rows)
    else:
        _print(rows, list(columns) or table.column_names, stream)


def tell(value: Any) -> str:
    """Return a cell as words: names joined by "; ", nothing for null."""
    if isinstance(value, (list, tuple)):
        return "; ".join(tell(v) for v in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _cell(value: Any) -> Any:
    """Return a cell for CSV; words that a spreadsheet would run are quoted by an apostrophe."""
    if value is None or isinstance(value, (int, float)):
        return value
    words = tell(value)
    return f"'{words}" if words.startswith(_FORMULA) else words


def _print(rows: Sequence[dict[str, Any]], columns: Sequence[str], stream: TextIO) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=stream, width=None if stream.isatty() else 150, highlight=False, markup=False)
    grid = Table(box=None, pad_edge=False, header_style="dim")
    for column in columns:
        grid.add_column(shown(column.replace("_", " ")), overflow="fold")
    for row in rows:
        grid.add_row(*(Text(shown(" ".join(tell(row[c]).split()))) for c in columns))
    console.print(grid)
