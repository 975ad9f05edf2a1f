"""``reportedly failures``: what a build set aside, and why."""

from __future__ import annotations

from pathlib import Path

import click

from reportedly.cli.output import output_options, write_table

_EXAMPLES = """\b
Examples:
  reportedly failures --corpus sahel
  reportedly failures --corpus sahel --format csv --out failures.csv
  reportedly build --corpus sahel --retry

\b
Exit codes: 0 done, 2 wrong use, or no corpus.
"""


@click.command(epilog=_EXAMPLES)
@click.option("--corpus", "folder", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder of the corpus.")
@output_options
def failures(folder: Path, format_: str | None, out: Path | None) -> None:
    """List what builds of a corpus set aside: article, component, error, hash of its text. `reportedly build --retry` tries it again."""
    from reportedly.corpus.failures import failure_table

    write_table(failure_table(folder), format_, out, ("file", "record", "article", "component", "error"))
