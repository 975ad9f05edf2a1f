"""``reportedly compare``: a corpus beside other people's event data."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli.asking import filter_options
from reportedly.cli.output import tell, write_table
from reportedly.cli.terminal import shown

if TYPE_CHECKING:
    from reportedly.exchange.datasets import Listed, Report

_SHOWN = ("found", "start", "type", "status", "place", "their_type", "their_place", "differ", "row")
_EXAMPLES = """\b
Examples:
  reportedly compare --corpus sahel --with acled.csv
  reportedly compare --corpus sahel --with acled.csv --with GEDEvent_v25_1.csv --html beside.html
  reportedly compare --corpus sahel --with 20250318.export.CSV.zip --with 20250318.mentions.CSV.zip --days 0 --format csv --out gdelt.csv

\b
Files are your own copies; they are told apart by their header (docs/compare.md).

\b
Exit codes: 0 done, 1 some rows set aside (named on stderr), 2 wrong use, or no corpus.
"""


@click.command(epilog=_EXAMPLES)
@click.option("--corpus", "folder", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder of the corpus.")
@click.option("--with", "others", required=True, multiple=True, type=click.Path(exists=True, dir_okay=False, path_type=Path), help="File of GDELT, ICEWS, POLECAT, ACLED or UCDP, also packed. Several times.")
@click.option("--days", default=1, show_default=True, type=click.IntRange(0, 31), help="How many days apart two reports of one event may lie.")
@click.option("--km", default=50.0, show_default=True, type=click.FloatRange(0, 1000), help="How many kilometres apart its places may lie.")
@click.option("--policy", help="How values of incidents are chosen where claims differ (docs/corpus.md).")
@filter_options
@click.option("--format", "format_", type=click.Choice(("table", "csv", "jsonl", "parquet")), help="Default: table on a terminal, jsonl in a pipe or file.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write here instead of to standard output.")
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), help="Also write one page with the figures and the rows side by side.")
def compare(
    folder: Path, others: tuple[Path, ...], days: int, km: float, policy: str | None, format_: str | None, out: Path | None, html: Path | None, **filters: str | None
) -> None:
    """Lay the incidents of a corpus beside event data of your own: what both have and where they differ, and what only one has."""
    import pyarrow as pa

    from reportedly.corpus.corpus import Corpus
    from reportedly.exchange.datasets import Report
    from reportedly.measuring.overlap import find_overlap
    from reportedly.measuring.overlap_rows import COLUMNS, overlap_rows, summary

    corpus, read, aside = Corpus(folder), Report(), [0]
    incidents = corpus.incidents(policy=policy, **filters).to_pylist()  # type: ignore[arg-type]
    actors = {row["actor"]: row for row in corpus.table("actors").to_pylist()}
    found = find_overlap(_listed(others, read, aside), incidents, actors, days=days, km=km)
    rows, figures = overlap_rows(found, read), summary(found, read)
    if html is not None:
        from reportedly.pages.overlap import overlap_page

        html.write_text(overlap_page(rows, figures), encoding="utf-8")
    write_table(pa.Table.from_pylist(rows, schema=pa.schema([(c, _type(c)) for c in COLUMNS])), format_, out, _SHOWN)
    for name, value in figures.items():
        if value:
            click.echo(shown(f"reportedly: {name}: {tell([f'{k} {v}' for k, v in value.items()]) if isinstance(value, dict) else value}"), err=True)
    if aside[0]:
        sys.exit(1)


def _listed(others: tuple[Path, ...], read: Report, aside: list[int]) -> Iterator[Listed]:
    """Yield the rows of the files; those set aside are named on stderr as they come."""
    from reportedly.exchange.datasets import read_datasets
    from reportedly.records import SetAside

    for row in read_datasets(others, read):
        if isinstance(row, SetAside):
            aside[0] += 1
            click.echo(shown(f"reportedly: set aside: {row.file}: {row.record}: {row.reason}"), err=True)
        else:
            yield row


def _type(column: str) -> Any:
    import pyarrow as pa

    if column in ("agree", "differ", "their_actors", "their_recipients", "actors", "recipients", "sources", "contested"):
        return pa.list_(pa.string())
    return pa.int64() if column in ("days_apart", "their_killed", "their_mentions", "killed_low", "killed_high") else pa.float64() if column == "km" else pa.string()
