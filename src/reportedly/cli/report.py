"""``reportedly report``: a corpus as one page of pictures."""

from __future__ import annotations

from pathlib import Path

import click

from reportedly.cli.asking import filter_options

_EXAMPLES = """\b
Examples:
  reportedly report sahel
  reportedly report sahel --type ASSAULT --since 2025-03-01 --out attacks.html

\b
Exit codes: 0 done, 2 wrong use, or no corpus.
"""


@click.command(epilog=_EXAMPLES)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The page to write. Default: report.html in DIR.")
@filter_options
def report(folder: Path, out: Path | None, **filters: str | None) -> None:
    """Write one self-contained HTML page of the corpus in DIR: incidents over time, map, claim matrix, figures by source, network of actors."""
    from reportedly.corpus.corpus import Corpus
    from reportedly.pages.report import report_page

    out = out or folder / "report.html"
    out.write_text(report_page(Corpus(folder), **{k: v for k, v in filters.items() if v is not None}), encoding="utf-8", newline="\n")
    click.echo(f"reportedly: wrote {out}", err=True)
