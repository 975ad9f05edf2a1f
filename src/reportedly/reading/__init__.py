"""Reading: bytes to Articles, one format a file. A bad record becomes a SetAside that names file, record and reason."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from reportedly.errors import InputError
from reportedly.reading.dispatch import Options, Read, read_source
from reportedly.reading.folders import walk_folder
from reportedly.reading.source import Source, buffered
from reportedly.records import Article, SetAside

__all__ = ["Options", "Read", "fill_in", "find_files", "read_file", "read_inputs"]

_GIVEN = ("title", "published", "outlet", "url")


def read_inputs(names: Iterable[str], *, defaults: Article | None = None, options: Options | None = None) -> Iterator[Read]:
    """Yield the articles of files and folders (``-``: standard input), told apart by content.

    ``defaults`` gives what an article does not say itself: title, published, outlet, url.
    """
    options = options or Options()
    for name in names:
        for read in _read_input(name, options):
            yield fill_in(read, defaults)


def _read_input(name: str, options: Options) -> Iterator[Read]:
    if name == "-":
        yield from read_source(Source("-", buffered(sys.stdin.buffer)), options)
        return
    for found in find_files(name):
        if isinstance(found, SetAside):
            yield found
        else:
            yield from read_file(found, options)


def find_files(name: str) -> Iterator[Path | SetAside]:
    """Yield a file's path, or those of the files below a folder with what is no file there."""
    if not Path(name).is_dir():
        yield Path(name)
        return
    try:
        empty = True
        for found in walk_folder(Path(name)):
            empty = False
            yield found
        if empty:
            raise InputError("there is no file in it")
    except InputError as error:
        yield SetAside(file=name, record="folder", reason=error.reason)


def read_file(path: Path, options: Options, *, opened: Callable[[BinaryIO], None] = lambda stream: None) -> Iterator[Read]:
    """Yield the articles of a file. ``opened`` is given its open stream, of which the position may be asked."""
    name = str(path)
    try:
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        yield SetAside(file=name, record="file", reason=f"cannot be read: {reason}")
        return
    with stream:
        opened(stream)
        # Where the bytes can be read in any order, a second view of the file serves the formats that need it.
        yield from read_source(Source(name, buffered(stream), file=stream if stream.seekable() else None), options)


def fill_in(read: Read, defaults: Article | None) -> Read:
    """Return what was read, the article's title, day, outlet and address filled in where it does not say them."""
    if defaults is None or isinstance(read, SetAside):
        return read
    article = read[0]
    given = {field: value for field in _GIVEN if getattr(article, field) is None and (value := getattr(defaults, field)) is not None}
    return (msgspec.structs.replace(article, **given), *read[1:]) if given else read
