"""The inputs of a build: a manifest of files (path, size, SHA-256), of which those that a corpus has already are not read again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import msgspec

from reportedly.corpus.build import Input
from reportedly.reading import Options, Read, fill_in, find_files, read_file, read_inputs
from reportedly.records import Article, SetAside


class Inputs:
    """The articles of files and folders in order, after each file an ``Input`` that says it is read; a file that is among ``done`` gives the ``Input`` alone."""

    def __init__(self, names: Sequence[str], *, defaults: Article, options: Options, done: Mapping[str, Input] | None = None) -> None:
        self.defaults, self.options, self.done = defaults, options, done or {}
        self.how = how_read(defaults, options)
        self.found: list[Path | SetAside | None] = [found for name in names for found in ([None] if name == "-" else find_files(name))]  # None: standard input
        self.sizes = {path: _size(path) for path in self.found if isinstance(path, Path)}
        self.total = sum(self.sizes.values())
        self._before = 0
        self._stream: BinaryIO | None = None

    @property
    def position(self) -> int:
        """How many bytes of ``total`` are read."""
        if self._stream is None or self._stream.closed:
            return self._before
        return min(self.total, self._before + self._stream.tell())

    def __iter__(self) -> Iterator[Read | Input]:
        for found in self.found:
            if isinstance(found, SetAside):
                yield found
            elif found is None:
                yield from read_inputs(["-"], defaults=self.defaults, options=self.options)
            else:
                yield from self._file(found)
                self._before += self.sizes[found]

    def _file(self, path: Path) -> Iterator[Read | Input]:
        entry = self.describe(path)
        if entry is not None and (before := self.done.get(entry.path)) is not None and (before.sha256, before.how) == (entry.sha256, entry.how):
            yield replace(before, skipped=True)
            return
        articles = 0
        for read in read_file(path, self.options, opened=self._open):
            articles += not isinstance(read, SetAside)
            yield fill_in(read, self.defaults)
        if entry is not None:
            yield Input(entry.path, entry.size, entry.sha256, entry.how, articles)

    def _open(self, stream: BinaryIO) -> None:
        self._stream = stream

    def describe(self, path: Path) -> Input | None:
        """Return a file's line of the manifest; None when it cannot be read, which reading it will say."""
        try:
            with path.open("rb") as stream:
                return Input(str(path), self.sizes.get(path, _size(path)), hashlib.file_digest(stream, "sha256").hexdigest(), self.how, 0)
        except (OSError, ValueError):
            return None


def how_read(defaults: Article, options: Options) -> str:
    """Return a hash of all that decides, besides its bytes, what is read from a file."""
    return hashlib.sha256(msgspec.json.encode((defaults, sorted(options.columns.items()), options.encoding))).hexdigest()[:16]


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0
