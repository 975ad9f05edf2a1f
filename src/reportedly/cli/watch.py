"""``reportedly watch``: a corpus kept current from folders and feeds."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportedly.cli.build import corpus_options, say_aside
from reportedly.cli.inputs import reading_options
from reportedly.cli.loading import load_coder, prepare_gazetteer
from reportedly.records import Article

if TYPE_CHECKING:
    from reportedly.corpus.build import Built, Input
    from reportedly.reading import Read

_EXAMPLES = """\b
Examples:
  reportedly watch incoming/ --corpus sahel
  reportedly watch incoming/ https://example.org/feed.xml --corpus sahel --feed-seconds 600

\b
A file is taken when it has stopped growing. Ended by Ctrl-C or a signal it finishes what it is at; ended otherwise, the next build or watch goes on where it was.

\b
Exit codes: 0 ended by the user, 2 wrong use, or a corpus made with other settings.
"""


@click.command(epilog=_EXAMPLES)
@click.argument("places", nargs=-1, required=True, metavar="FOLDER|FEED...")
@corpus_options
@click.option("--feed-seconds", type=click.FloatRange(60), default=300.0, show_default=True, help="Seconds between two looks at the feeds.")
def watch(
    places: tuple[str, ...], folder: Path, published: str | None, outlet: str | None, text_column: str | None, columns: tuple[str, ...], encoding: str | None,
    lexicons: tuple[Path, ...], workers: int, article_seconds: float, article_megabytes: int, model: str | None, feed_seconds: float,
) -> None:  # fmt: skip
    """Keep a corpus current: code and link what comes into folders, or into feeds on the web (https), until it is ended.

    Feeds are fetched as `reportedly fetch` does: public machines only, robots.txt obeyed. Folders alone use no network.
    """
    from reportedly.batch.watching import Watched
    from reportedly.batch.watching import watch as watch_places
    from reportedly.corpus.adding import make_preparer
    from reportedly.corpus.build import build
    from reportedly.corpus.store import describe_model
    from reportedly.workers import Limits, Pool

    feeds = tuple(p for p in places if "://" in p)
    folders = tuple(Path(p) for p in places if "://" not in p)
    for missing in (f for f in folders if not f.is_dir()):
        raise click.UsageError(f"{missing} is no folder")
    defaults = Article(text="", published=published, outlet=outlet)
    watched = Watched(folders, feeds, feed_seconds, defaults, reading_options(text_column, columns, encoding))
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(ValueError):  # only a main thread hears signals
            signal.signal(number, lambda *_: stop.set())
    prepare_gazetteer()
    coder, described = partial(load_coder, model, lexicons), describe_model(model)

    with contextlib.closing(Pool(workers, Limits(seconds=article_seconds, megabytes=article_megabytes))) as pool:
        pool.warm(partial(make_preparer, coder, lexicons))

        def add(reads: Sequence[Read | Input]) -> Built:
            return build(folder, reads, coder, model=described, lexicons=lexicons, coding=pool.code)

        def tell(built: Built) -> None:
            for aside in built.aside:
                say_aside(aside)
            if built.added:
                click.echo(f"reportedly: {built.added} added", err=True)

        add(())  # what an ended build has left; and a corpus made otherwise is refused at once
        click.echo(f"reportedly: watching {', '.join(places)}", err=True)
        watch_places(folder, watched, add, stop, tell)
