"""``reportedly export``: records in other formats."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click

from reportedly.cli.asking import filter_options
from reportedly.cli.terminal import shown
from reportedly.records import CodedArticle, SetAside

_FORMATS = ("csv", "parquet", "jsonl", "geojson", "plover", "polecat", "cameo", "gdelt", "brat", "web-annotation", "attribution", "conllu", "acled", "ucdp", "huridocs", "claimreview")
_STATUSES = ("actual", "future", "demanded", "hypothetical", "denied")
_EXAMPLES = """\b
Examples:
  reportedly export records.jsonl --to csv --out events.csv
  reportedly export records.jsonl --to plover --only actual --out events.plover.jsonl
  reportedly code article.txt --format jsonl | reportedly export - --to geojson
  reportedly export sahel --to acled --policy lowest --since 2025-03-01 --out acled.csv
  reportedly export sahel --to brat --out annotations/

\b
INPUT is the JSONL of `reportedly code`, "-" for standard input, or a corpus folder; acled, ucdp, huridocs and claimreview need a corpus.
Beside each export, NAME.loss.json says what the format cannot carry, what was folded and what was left out (docs/exports.md).

\b
Exit codes: 0 done, 1 some lines set aside (named on stderr), 2 wrong use.
"""


@click.command(epilog=_EXAMPLES)
@click.argument("source", metavar="INPUT", type=click.Path(exists=True, allow_dash=True, path_type=Path))
@click.option("--to", required=True, type=click.Choice(_FORMATS), help="The format.")
@click.option("--out", type=click.Path(path_type=Path), help="File (brat, huridocs: folder) to write. Default: standard output, where the format is one file.")
@click.option("--only", multiple=True, type=click.Choice(_STATUSES), help="Only events of this status; several times. Formats of incidents take --status.")
@click.option("--policy", help="For formats of incidents: how values are chosen where claims differ (docs/corpus.md).")
@filter_options
def export(source: Path, to: str, out: Path | None, only: tuple[str, ...], policy: str | None, **filters: str | None) -> None:
    """Write coded articles, or the incidents of a corpus, in another format."""
    from reportedly.corpus.corpus import Corpus
    from reportedly.exchange.export import FORMATS, STATUSES
    from reportedly.exchange.export import export as write

    chosen = FORMATS[to]
    given = {k: v for k, v in filters.items() if v is not None}
    if (given or policy) and chosen.corpus is None:
        raise click.UsageError(f"--policy and filters choose incidents; {to} is made of events: use --only")
    if only and chosen.corpus is not None:
        raise click.UsageError(f"--only chooses events; {to} is made of incidents: use --status")
    if out is None and chosen.folder:
        raise click.UsageError(f"{to} is a folder of files: give it with --out")
    source = Path(source)  # click gives "-" as it is
    read = _Read(source)
    made = Corpus(source) if source.is_dir() else read
    with tempfile.TemporaryDirectory() as folder:
        target = out or Path(folder) / f"export{chosen.suffix}"
        losses = write(made, to, target, only=frozenset(only) or STATUSES, policy=policy, filters=given)
        if out is None:
            with target.open("rb") as stream:
                shutil.copyfileobj(stream, sys.stdout.buffer)
    left, folded = sum(losses.left_out.values()), sum(losses.folded.values())
    click.echo(f"reportedly: {losses.written} written, {folded} folded, {left} left out" + (f"; see {target.name}.loss.json" if out else ""), err=True)
    if read.aside:
        sys.exit(1)


class _Read:
    """The coded articles of a JSONL file; lines set aside are named on stderr as they come."""

    def __init__(self, source: Path) -> None:
        self.source, self.aside = source, 0

    def __iter__(self) -> Iterator[CodedArticle]:
        from reportedly.exchange.coded import read_coded

        stream = sys.stdin.buffer if str(self.source) == "-" else self.source.open("rb")
        with stream:
            for found in read_coded(stream, str(self.source)):
                if isinstance(found, SetAside):
                    self.aside += 1
                    click.echo(shown(f"reportedly: set aside: {found.file}: {found.record}: {found.reason}"), err=True)
                else:
                    yield found
