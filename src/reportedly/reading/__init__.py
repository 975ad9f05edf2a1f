"""Reading: bytes to Articles, one format a file. A bad record becomes a SetAside that names file, record and reason."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from io import BufferedReader
from pathlib import Path
from typing import cast

from reportedly.reading.jsonl import looks_like_jsonl, read_jsonl
from reportedly.reading.text import read_text
from reportedly.records import Article, SetAside

__all__ = ["Read", "read_inputs"]

Read = tuple[Article, str, str] | SetAside  # the article with its file and record, or why there is none


def read_inputs(names: Iterable[str], *, defaults: Article | None = None) -> Iterator[Read]:
    """Yield the articles of files (``-``: standard input), told apart by content; plain text takes its metadata from ``defaults``."""
    for name in names:
        if name == "-":
            yield from _read_stream(cast(BufferedReader, sys.stdin.buffer), "-", defaults)
            continue
        try:
            with Path(name).open("rb") as stream:
                yield from _read_stream(stream, name, defaults)
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            yield SetAside(file=name, record="file", reason=f"cannot be read: {reason}")


def _read_stream(stream: BufferedReader, name: str, defaults: Article | None) -> Iterator[Read]:
    if looks_like_jsonl(stream.peek(4096)):
        yield from read_jsonl(stream, name)
    else:
        yield read_text(stream, name, defaults=defaults)
