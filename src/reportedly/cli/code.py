"""``reportedly code``: articles in, records out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import click

from reportedly.cli.inputs import input_options, reading_options
from reportedly.cli.loading import load_coder
from reportedly.cli.terminal import shown
from reportedly.records import Article, CodedArticle, SetAside

_EXAMPLES = """\b
Examples:
  reportedly code article.txt --published 2024-02-12
  reportedly code articles.jsonl --format jsonl --out records.jsonl
  cat article.txt | reportedly code --format table
  reportedly code article.txt --format html --out article.html
  reportedly code saved-pages/ archive.wacz feed.xml
  reportedly code corpus.csv --text-column story --column published=day

\b
Exit codes: 0 all coded, 1 some set aside (named on stderr), 2 wrong use.
"""


@click.command(epilog=_EXAMPLES)
@click.argument("files", nargs=-1, type=click.Path(allow_dash=True))
@click.option("--published", help="Day the text was published (ISO date); relative dates count from it. For articles that do not say.")
@click.option("--title", help="Headline, when the text's first line is not it. For articles that do not say.")
@click.option("--outlet", help="Who published it. For articles that do not say.")
@click.option("--url", help="Where it was published. For articles that do not say.")
@input_options
@click.option("--format", "format_", type=click.Choice(["table", "jsonl", "html"]), help="Default: table on a terminal, jsonl in a pipe or file.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write here instead of to standard output.")
@click.option("--lexicon", "lexicons", multiple=True, type=click.Path(exists=True, file_okay=False, path_type=Path), help="Folder of lexicon files that add to or override ours.")
@click.option("--model", help="Another spaCy model: package or folder.")
def code(
    files: tuple[str, ...], published: str | None, title: str | None, outlet: str | None, url: str | None,
    text_column: str | None, columns: tuple[str, ...], encoding: str | None,
    format_: str | None, out: Path | None, lexicons: tuple[Path, ...], model: str | None,
) -> None:  # fmt: skip
    """Code articles: FILES are texts, JSONL, web pages, feeds, tables, PDFs, WARC files, archives and folders of these.

    They are told apart by content; "-" or nothing is standard input.
    """
    from reportedly.reading import read_inputs
    from reportedly.runner import code_all

    if not files and sys.stdin.isatty():
        raise click.UsageError("no FILE given and nothing on standard input")
    defaults = Article(text="", published=published, title=title, outlet=outlet, url=url)
    format_ = format_ or ("table" if out is None and sys.stdout.isatty() else "jsonl")
    options = reading_options(text_column, columns, encoding)
    results = code_all(lambda: load_coder(model, lexicons), read_inputs(files or ("-",), defaults=defaults, options=options))
    counted = _Counted(results)
    if out is None:
        _write(format_, counted, sys.stdout)
    else:
        with out.open("w", encoding="utf-8", newline="\n") as stream:
            _write(format_, counted, stream)
    if counted.aside:
        click.echo(f"reportedly: {counted.coded} coded, {counted.aside} set aside", err=True)
        sys.exit(1)


class _Counted:
    """The coded articles of a run; those set aside are named on stderr as they come, progress is shown on a terminal."""

    def __init__(self, results: Iterator[CodedArticle | SetAside]) -> None:
        self.results, self.coded, self.aside = results, 0, 0

    def __iter__(self) -> Iterator[CodedArticle]:
        from rich.console import Console
        from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        console = Console(stderr=True)
        columns = (SpinnerColumn(), TextColumn("{task.description}"), MofNCompleteColumn(), TimeElapsedColumn())
        with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
            task = progress.add_task("articles", total=None)
            for result in self.results:
                if isinstance(result, SetAside):
                    self.aside += 1
                    click.echo(shown(f"reportedly: set aside: {result.file}: {result.record}: {result.reason}"), err=True)
                else:
                    self.coded += 1
                    yield result
                progress.advance(task)


def _write(format_: str, coded: _Counted, stream: TextIO) -> None:
    if format_ == "jsonl":
        import msgspec

        encoder = msgspec.json.Encoder()
        for article in coded:
            stream.write(encoder.encode(article).decode() + "\n")
    elif format_ == "table":
        from reportedly.cli.table import print_table

        for article in coded:
            print_table(article, stream)
    else:
        from reportedly.pages.article import render_page

        stream.write(render_page(list(coded)))
