"""``reportedly build``: articles into a corpus."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path

import click

from reportedly.cli.inputs import input_options, reading_options
from reportedly.cli.loading import load_coder, prepare_gazetteer
from reportedly.cli.terminal import shown
from reportedly.limits import CODING_SECONDS
from reportedly.records import Article

_EXAMPLES = """\b
Examples:
  reportedly build articles.jsonl --corpus sahel
  reportedly build more.jsonl one.txt --corpus sahel
  reportedly build archive/ --corpus sahel --workers 8
  reportedly incidents --corpus sahel

\b
An article that is there already changes nothing. One with the address or id of an older one and another text supersedes it. Started again after it was
ended, a build goes on where it was.

\b
Exit codes: 0 all added, 1 some set aside (named on stderr), 2 wrong use, or a corpus made with other settings.
"""


@click.command(epilog=_EXAMPLES)
@click.argument("inputs", nargs=-1, required=True, type=click.Path(allow_dash=True))
@click.option("--corpus", "folder", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder of the corpus; made when it is not there.")
@click.option("--published", help="Day the text was published (ISO date); relative dates count from it. For articles that do not say.")
@click.option("--outlet", help="Who published it. For articles that do not say.")
@input_options
@click.option("--lexicon", "lexicons", multiple=True, type=click.Path(exists=True, file_okay=False, path_type=Path), help="Folder of lexicon files that add to or override ours.")
@click.option("--workers", type=click.IntRange(1), default=os.cpu_count() or 1, show_default="one a core", help="Processes that code side by side; the tables are the same with any number.")
@click.option("--article-seconds", type=click.FloatRange(0.1), default=CODING_SECONDS.default, show_default=True, help="An article that takes longer is set aside.")
@click.option("--model", help="Another spaCy model: package or folder.")
def build(
    inputs: tuple[str, ...], folder: Path, published: str | None, outlet: str | None, text_column: str | None, columns: tuple[str, ...], encoding: str | None,
    lexicons: tuple[Path, ...], workers: int, article_seconds: float, model: str | None,
) -> None:  # fmt: skip
    """Code the articles of INPUTS into a corpus: incidents, claims, actors across articles.

    INPUTS are files and folders of every kind that `reportedly code` reads; "-" is standard input.
    """
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from reportedly.corpus.build import Built
    from reportedly.corpus.build import build as build_corpus
    from reportedly.corpus.store import describe_model
    from reportedly.reading import read_inputs
    from reportedly.workers import Limits, code_in_workers

    prepare_gazetteer()  # once, before workers ask for it at the same time
    coding = partial(code_in_workers, workers=workers, limits=Limits(seconds=article_seconds))
    reads = read_inputs(inputs, defaults=Article(text="", published=published, outlet=outlet), options=reading_options(text_column, columns, encoding))
    console = Console(stderr=True)
    shown_columns = (SpinnerColumn(), TextColumn("{task.description}"), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*shown_columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("articles", total=None)

        def tell(built: Built) -> None:
            progress.update(task, completed=built.added + built.known + len(built.aside))

        built = build_corpus(folder, reads, partial(load_coder, model, lexicons), model=describe_model(model), lexicons=lexicons, coding=coding, tell=tell)
    for aside in built.aside:
        click.echo(shown(f"reportedly: set aside: {aside.file}: {aside.record}: {aside.reason}"), err=True)
    click.echo(f"reportedly: {built.added} added, {built.known} there already, {len(built.aside)} set aside", err=True)
    if built.aside:
        sys.exit(1)
