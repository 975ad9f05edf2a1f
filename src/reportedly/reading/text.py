"""Plain text: one file, one article."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.limits import FILE_BYTES
from reportedly.reading.charsets import decode_text
from reportedly.reading.source import Source
from reportedly.records import Article


def read_text(source: Source, encoding: str | None = None) -> Iterator[tuple[Article, str, str]]:
    """Yield the article of a plain-text source; its headline is its first line. Raise InputError when it cannot be decoded."""
    text = decode_text(source.read_up_to(FILE_BYTES.default), encoding)
    yield Article(text=text.replace("\r\n", "\n"), url=source.url), source.name, "file"
