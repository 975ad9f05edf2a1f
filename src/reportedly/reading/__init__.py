"""Reading: bytes to Articles, one format a file. A bad record becomes a SetAside that names file, record and reason."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from reportedly.errors import InputError
from reportedly.reading.dispatch import Options, Read, read_source
from reportedly.reading.folders import walk_folder
from reportedly.reading.source import Source, buffered
from reportedly.records import Article, SetAside

__all__ = ["Options", "Read", "read_inputs"]

_GIVEN = ("title", "published", "outlet", "url")


def read_inputs(names: Iterable[str], *, defaults: Article | None = None, options: Options | None = None) -> Iterator[Read]:
    """Yield the articles of files and folders (``-``: standard input), told apart by content.

    ``defaults`` gives what an article does not say itself: title, published, outlet, url.
    """
    options = options or Options()
    for name in names:
        for read in _read_input(name, options):
            yield read if defaults is None or isinstance(read, SetAside) else (_filled(read[0], defaults), *read[1:])


def _read_input(name: str, options: Options) -> Iterator[Read]:
    if name == "-":
        yield from read_source(Source("-", buffered(sys.stdin.buffer)), options)
    elif Path(name).is_dir():
        try:
            empty = True
            for found in walk_folder(Path(name)):
                empty = False
                if isinstance(found, SetAside):
                    yield found
                else:
                    yield from _read_file(found, str(found), options)
            if empty:
                raise InputError("there is no file in it")
        except InputError as error:
            yield SetAside(file=name, record="folder", reason=error.reason)
    else:
        yield from _read_file(Path(name), name, options)


def _read_file(path: Path, name: str, options: Options) -> Iterator[Read]:
    try:
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        yield SetAside(file=name, record="file", reason=f"cannot be read: {reason}")
        return
    with stream:
        # Where the bytes can be read in any order, a second view of the file serves the formats that need it.
        yield from read_source(Source(name, buffered(stream), file=stream if stream.seekable() else None), options)


def _filled(article: Article, defaults: Article) -> Article:
    given = {field: value for field in _GIVEN if getattr(article, field) is None and (value := getattr(defaults, field)) is not None}
    return msgspec.structs.replace(article, **given) if given else article
