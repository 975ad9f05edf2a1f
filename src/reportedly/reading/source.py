"""A source: a named stream of bytes still to be read, whether a file or a member deep inside an archive."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, Protocol

from reportedly.errors import InputError
from reportedly.limits import SPOOL_BYTES, UNPACKED_BYTES

BUFFER = 1 << 16


class Readable(Protocol):
    """What a stream must be able to do to be read from."""

    def read(self, size: int, /) -> bytes: ...


class Steady(io.RawIOBase):
    """A raw stream over any readable one that fills each request as far as it can, so that a peek sees a whole buffer.

    ``watch`` is told the size of every piece before it is handed on, and may raise. What was read before an error is
    handed on first: of a file cut in the middle, all before the cut is read.
    """

    def __init__(self, inner: Readable, watch: Callable[[int], None] | None = None) -> None:
        self._read: Callable[[int], bytes] = getattr(inner, "read1", inner.read)  # read loses what came before an error
        self._watch = watch
        self._error: Exception | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self._error is not None:
            raise self._error
        done = 0
        try:
            while done < len(buffer) and (piece := self._read(len(buffer) - done)):
                if self._watch is not None:
                    self._watch(len(piece))
                buffer[done : done + len(piece)] = piece
                done += len(piece)
        except Exception as error:
            self._error = error
            if not done:
                raise
        return done


@dataclass
class Budget:
    """How much one input has unpacked so far, over all its members and layers."""

    unpacked: int = 0

    def spend(self, size: int) -> None:
        """Count unpacked bytes; raise InputError when the input holds more than it may."""
        self.unpacked += size
        if self.unpacked > UNPACKED_BYTES.default:
            raise InputError(f"more than {UNPACKED_BYTES.default} bytes unpacked; the rest is left unread")


@dataclass
class Source:
    """A stream of bytes, what to call it, and what is known about it from outside."""

    name: str  # "news.zip > 2024/a.html"
    stream: io.BufferedReader
    depth: int = 0
    charset: str | None = None  # as an HTTP header gave it
    url: str | None = None  # where a crawler found it
    file: IO[bytes] | None = None  # the same bytes, when they can be read in any order
    budget: Budget = field(default_factory=Budget)

    def member(self, name: str, stream: Readable, *, charset: str | None = None, url: str | None = None, watch: Callable[[int], None] | None = None) -> Source:
        """Return a source inside this one; ``watch`` sees its bytes pass."""
        return Source(f"{self.name} > {name}", buffered(stream, watch), self.depth + 1, charset, url, None, self.budget)

    def layer(self, stream: Readable, *, watch: Callable[[int], None]) -> Source:
        """Return what this source is when unpacked: the same thing under the same name."""
        return Source(self.name, buffered(stream, watch), self.depth + 1, self.charset, self.url, None, self.budget)

    def read_up_to(self, limit: int) -> bytes:
        """Return all bytes; raise InputError when there are more than ``limit``."""
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            raise InputError(f"more than {limit} bytes; left unread")
        return data

    @contextmanager
    def seekable(self) -> Iterator[IO[bytes]]:
        """Give the bytes as a file that can be read in any order; what is no file itself is copied to a temporary one."""
        if self.file is not None:
            yield self.file
            return
        import tempfile

        with tempfile.TemporaryFile() as copy:
            size = 0
            while piece := self.stream.read(BUFFER):
                size += len(piece)
                if size > SPOOL_BYTES.default:
                    raise InputError(f"more than {SPOOL_BYTES.default} bytes inside another file; left unread")
                copy.write(piece)
            copy.seek(0)
            yield copy


def buffered(stream: Readable, watch: Callable[[int], None] | None = None) -> io.BufferedReader:
    """Return a buffered reader over a stream, whose peek shows up to BUFFER bytes."""
    return io.BufferedReader(Steady(stream, watch), BUFFER)
