"""Watching: a corpus kept current from folders and feeds. Safe to end at any moment, as every build is."""

from __future__ import annotations

import io
import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportedly.batch.inputs import Inputs
from reportedly.corpus.build import Built, Input, done_inputs
from reportedly.fetching import Rules, fetch_all
from reportedly.reading import Options, Read, fill_in
from reportedly.reading.dispatch import read_source
from reportedly.reading.folders import walk_folder
from reportedly.reading.source import Source, buffered
from reportedly.records import Article, SetAside

FOLDER_SECONDS = 0.25  # between two looks at a folder; a file is taken when it is the same in two
Add = Callable[[Sequence[Read | Input]], Built]


@dataclass(frozen=True)
class Watched:
    """What is watched, and how it is read: folders, and feeds by their addresses, asked every so many seconds."""

    folders: tuple[Path, ...]
    feeds: tuple[str, ...] = ()
    feed_seconds: float = 300.0
    defaults: Article = field(default_factory=lambda: Article(text=""))
    options: Options = field(default_factory=Options)
    rules: Rules = field(default_factory=Rules)


def watch(corpus: Path, watched: Watched, add: Add, stop: threading.Event, tell: Callable[[Built], None]) -> None:
    """Add what comes to the corpus until ``stop`` is set; ``add`` builds it in, ``tell`` hears of each time."""
    folders = [_Folder(folder, watched, done_inputs(corpus)) for folder in watched.folders]
    arrived: queue.SimpleQueue[list[Read]] = queue.SimpleQueue()
    if watched.feeds:
        threading.Thread(target=_ask_feeds, args=(watched, arrived, stop), daemon=True).start()  # a slow server keeps no folder waiting
    while not stop.is_set():
        new: list[Read | Input] = [read for folder in folders for read in folder.look()]
        while not arrived.empty():
            new += arrived.get()
        if new:
            tell(add(new))
        stop.wait(FOLDER_SECONDS)


class _Folder:
    """A folder's files that have come or changed since the last look and are written to the end."""

    def __init__(self, folder: Path, watched: Watched, done: dict[str, Input]) -> None:
        self.folder, self.watched, self.done = folder, watched, done
        self.before: dict[Path, tuple[int, int]] = {}
        self.taken: dict[Path, tuple[int, int]] = {}

    def look(self) -> Iterator[Read | Input]:
        now = {path: stamp for path in walk_folder(self.folder) if isinstance(path, Path) and (stamp := _stamp(path)) is not None}
        still = [path for path, stamp in now.items() if self.before.get(path) == stamp != self.taken.get(path)]
        self.before = now
        for path in still:
            self.taken[path] = now[path]
            for read in Inputs([str(path)], defaults=self.watched.defaults, options=self.watched.options, done=self.done):
                if not (isinstance(read, Input) and read.skipped):
                    yield read


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:  # gone since the folder was read
        return None
    return found.st_size, found.st_mtime_ns


def _ask_feeds(watched: Watched, arrived: queue.SimpleQueue[list[Read]], stop: threading.Event) -> None:
    while True:
        for address in watched.feeds:
            if reads := read_feed_at(address, watched):
                arrived.put(reads)
        if stop.wait(watched.feed_seconds):
            return


def read_feed_at(address: str, watched: Watched) -> list[Read]:
    """Return the articles that a feed on the network gives now, or why it gives none."""
    pages = io.BytesIO()
    (page,) = fetch_all([address], pages, rules=watched.rules, gzip=False)
    if page.reason is not None:
        return [SetAside(file=address, record="feed", reason=page.reason, component="fetching")]
    pages.seek(0)
    return [fill_in(read, watched.defaults) for read in read_source(Source(address, buffered(pages), file=pages), watched.options)]
