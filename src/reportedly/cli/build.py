"""``reportedly build``: articles into a corpus."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportedly.cli.inputs import input_options, reading_options
from reportedly.cli.loading import load_coder, prepare_gazetteer
from reportedly.cli.terminal import shown
from reportedly.limits import CODING_MEGABYTES, CODING_SECONDS
from reportedly.records import Article, SetAside

if TYPE_CHECKING:
    from reportedly.batch.progress import Pace
    from reportedly.corpus.build import Built

_EXAMPLES = """\b
Examples:
  reportedly build articles.jsonl --corpus sahel
  reportedly build more.jsonl one.txt --corpus sahel
  reportedly build archive/ --corpus sahel --workers 8 --progress json
  reportedly build --corpus sahel --retry --article-seconds 900
  reportedly build s3://bucket/archive --corpus sahel --on ray --address auto --shared s3://bucket/work
  reportedly incidents --corpus sahel

\b
An article that is there already changes nothing. One with the address or id of an older one and another text supersedes it. Started again after it was
ended, a build goes on where it was. What was set aside is listed by `reportedly failures` and tried again with --retry.

\b
Exit codes: 0 all added, 1 some set aside (named on stderr), 2 wrong use, or a corpus made with other settings.
"""


def corpus_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that `build` and `watch` share to a command."""
    for option in (
        click.option("--model", help="Another spaCy model: package or folder."),
        click.option("--article-megabytes", type=click.IntRange(500), default=CODING_MEGABYTES.default, show_default=True, help="An article for which a worker needs more address space (its model included) is set aside."),
        click.option("--article-seconds", type=click.FloatRange(0.1), default=CODING_SECONDS.default, show_default=True, help="An article that takes longer is set aside."),
        click.option("--workers", type=click.IntRange(1), default=os.cpu_count() or 1, show_default="one a core", help="Processes that code side by side; the tables are the same with any number."),
        click.option("--lexicon", "lexicons", multiple=True, type=click.Path(exists=True, file_okay=False, path_type=Path), help="Folder of lexicon files that add to or override ours."),
        input_options,
        click.option("--outlet", help="Who published it. For articles that do not say."),
        click.option("--published", help="Day the text was published (ISO date); relative dates count from it. For articles that do not say."),
        click.option("--corpus", "folder", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder of the corpus; made when it is not there."),
    ):
        command = option(command)
    return command


@click.command(epilog=_EXAMPLES)
@click.argument("inputs", nargs=-1, type=click.Path(allow_dash=True))
@corpus_options
@click.option("--retry", is_flag=True, help="Code again what was set aside before; INPUTS may be left out.")
@click.option("--progress", "progress_", type=click.Choice(["bar", "json", "none"]), help="bar (default on a terminal), JSON lines on stderr, or none.")
@click.option("--on", type=click.Choice(["workers", "ray"]), default="workers", show_default=True, help="Code and compare on this machine, or on a Ray cluster (pip install 'reportedly[ray]').")
@click.option("--address", help="With --on ray: address of the cluster; without it one is started on this machine.")
@click.option("--shared", help="With --on ray: folder or URI (s3://...) that every node reaches, for what is coded; by default the corpus's folder.")
def build(
    inputs: tuple[str, ...], folder: Path, published: str | None, outlet: str | None, text_column: str | None, columns: tuple[str, ...], encoding: str | None,
    lexicons: tuple[Path, ...], workers: int, article_seconds: float, article_megabytes: int, model: str | None, retry: bool, progress_: str | None,
    on: str, address: str | None, shared: str | None,
) -> None:  # fmt: skip
    """Code the articles of INPUTS into a corpus: incidents, claims, actors across articles.

    INPUTS are files and folders of every kind that `reportedly code` reads; "-" is standard input.
    """
    from reportedly.batch.inputs import Inputs
    from reportedly.batch.progress import Pace, memory_needed
    from reportedly.corpus.build import build as build_corpus
    from reportedly.corpus.build import done_inputs
    from reportedly.corpus.store import describe_model
    from reportedly.workers import Limits, Pool

    if not inputs and not retry:
        raise click.UsageError("no INPUTS given; leave them out only with --retry")
    if on == "workers" and (address or shared):
        raise click.UsageError("--address and --shared go with --on ray")
    defaults, options = Article(text="", published=published, outlet=outlet), reading_options(text_column, columns, encoding)
    limits, coder = Limits(seconds=article_seconds, megabytes=article_megabytes), partial(load_coder, model, lexicons)
    prepare_gazetteer()  # once, before workers ask for it at the same time
    if on == "ray":
        from reportedly.batch.on_ray import Cluster, build_on_ray

        if retry or "-" in inputs:
            raise click.UsageError("--on ray takes files and folders; --retry and standard input go without it")
        with _telling(progress_, Pace(lambda: 0.0)) as tell:
            built = build_on_ray(folder, inputs, coder, model=describe_model(model), lexicons=lexicons, defaults=defaults, options=options, limits=limits, tell=tell, cluster=Cluster(address, shared))
        _end(built, folder)
        return
    reads = Inputs(inputs, defaults=defaults, options=options, done={} if retry else done_inputs(folder))
    click.echo(f"reportedly: {workers} {'worker' if workers == 1 else 'workers'}, up to about {memory_needed(workers):,} MB of memory while coding", err=True)
    with contextlib.closing(Pool(workers, limits)) as pool, _telling(progress_, Pace(lambda: reads.position / reads.total if reads.total else 0.0)) as tell:
        built = build_corpus(folder, reads, coder, model=describe_model(model), lexicons=lexicons, coding=pool.code, tell=tell, retry=retry)
    _end(built, folder)


def _end(built: Built, folder: Path) -> None:
    for aside in built.aside:
        say_aside(aside)
    before = f", {built.failed_before} set aside before (reportedly failures --corpus {folder})" if built.failed_before else ""
    click.echo(f"reportedly: {built.added} added, {built.known} there already, {len(built.aside)} set aside{before}", err=True)
    if built.aside or built.failed_before:
        sys.exit(1)


def say_aside(aside: SetAside) -> None:
    """Name on stderr what was set aside."""
    click.echo(shown(f"reportedly: set aside: {aside.file}: {aside.record}: {aside.reason}"), err=True)


@contextlib.contextmanager
def _telling(how: str | None, pace: Pace) -> Iterator[Callable[[Built], None]]:
    """Give what tells people or programs how the build is getting on, at most once a second and at each new step."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from reportedly.batch.progress import as_line, as_words

    console = Console(stderr=True)
    bar = how == "bar" or (how is None and console.is_terminal)
    last: list[tuple[float, str]] = [(0.0, "")]
    with Progress(SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn(), console=console, transient=True, disable=not bar) as progress:
        task = progress.add_task("", total=None)

        def tell(built: Built) -> None:
            now = time.monotonic()
            if now - last[0][0] < 1 and built.step == last[0][1]:
                return
            last[0] = now, built.step
            state = pace.describe(built)
            if how == "json":
                click.echo(as_line(state), err=True)
            elif bar:
                progress.update(task, description=as_words(state))

        yield tell
