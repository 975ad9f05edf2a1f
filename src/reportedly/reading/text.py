"""Plain text: one file, one article."""

from __future__ import annotations

from typing import BinaryIO

import msgspec

from reportedly.limits import FILE_BYTES
from reportedly.records import Article, SetAside


def read_text(stream: BinaryIO, name: str, *, defaults: Article | None = None) -> tuple[Article, str, str] | SetAside:
    """Return the article of a plain-text stream, UTF-8 with or without a byte-order mark; its headline is its first line."""
    data = stream.read(FILE_BYTES.default + 1)
    if len(data) > FILE_BYTES.default:
        return SetAside(file=name, record="file", reason=f"more than {FILE_BYTES.default} bytes; one article a file, or JSONL, please")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return SetAside(file=name, record="file", reason=f"not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start}")
    text = text.replace("\r\n", "\n")
    article = Article(text=text) if defaults is None else msgspec.structs.replace(defaults, text=text)
    return article, name, "file"
