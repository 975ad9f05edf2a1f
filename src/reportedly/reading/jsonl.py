"""JSONL: one article a line, with the keys of ``article`` in the codebook's record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from reportedly.limits import LINE_BYTES
from reportedly.records import Article, SetAside

_FIELDS = frozenset(Article.__struct_fields__)
# Layers that gold files and coded files carry beside the article. A line with one of them is read for its article keys alone.
ANNOTATIONS = frozenset({"sentences", "events", "statements", "actors", "places", "times", "framing", "attributions"})
_decoder = msgspec.json.Decoder(dict[str, msgspec.Raw])


def looks_like_jsonl(head: bytes) -> bool:
    """Whether a file's first bytes are the beginning of a JSON object on a line."""
    first = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return first.startswith(b'{"') or (first.startswith(b"{") and first[1:].lstrip().startswith(b'"'))


def read_jsonl(stream: BinaryIO, name: str) -> Iterator[tuple[Article, str, str] | SetAside]:
    """Yield one article or SetAside a line; blank lines are skipped."""
    for n, line in enumerate(read_lines(stream), 1):
        record = f"line {n}"
        if line is None:
            yield SetAside(file=name, record=record, reason=f"more than {LINE_BYTES.default} bytes; left unread")
        elif line.strip():
            try:
                yield decode_article(line), name, record
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                yield SetAside(file=name, record=record, reason=_reason(error))


def decode_article(line: bytes) -> Article:
    """Return the article of one JSON object; raise msgspec.ValidationError naming the path of a wrong or unknown field."""
    line = line.removeprefix(b"\xef\xbb\xbf")
    line.decode("utf-8")
    fields = _decoder.decode(line)
    if "article" in fields and set(fields) <= ANNOTATIONS | {"article"}:
        return msgspec.json.decode(fields["article"], type=Article)
    if ANNOTATIONS & set(fields):
        fields = {key: value for key, value in fields.items() if key in _FIELDS}
    for key in fields:
        if key not in _FIELDS:
            raise msgspec.ValidationError(f"unknown field - at `$.{key}`; known: {', '.join(Article.__struct_fields__)}")
    return msgspec.json.decode(msgspec.json.encode(fields), type=Article)


def _reason(error: Exception) -> str:
    if isinstance(error, msgspec.ValidationError):
        return str(error)
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8: byte 0x{error.object[error.start]:02x} at offset {error.start} of the line"
    return f"not JSON: {error}"


def read_lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Yield the lines of a stream; None for one that is longer than the limit, which is skipped without being kept."""
    limit = LINE_BYTES.default
    while line := stream.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(1 << 20)
        yield None
