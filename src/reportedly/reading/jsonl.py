"""JSON: JSONL with one object a line, or one document. An object is an article of ours, ninjs, JSON-LD or a JSON feed."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from reportedly.errors import InputError
from reportedly.limits import FILE_BYTES, LINE_BYTES
from reportedly.reading.jsonfeed import is_jsonfeed, read_jsonfeed
from reportedly.reading.jsonld import is_jsonld, read_jsonld
from reportedly.reading.ninjs import is_ninjs, read_ninjs
from reportedly.reading.packed import DAMAGE
from reportedly.reading.source import Source, buffered
from reportedly.records import Article, SetAside

_FIELDS = frozenset(Article.__struct_fields__)
# Layers that gold files and coded files carry beside the article. A line with one of them is read for its article keys alone.
ANNOTATIONS = frozenset({"sentences", "events", "statements", "actors", "places", "times", "framing", "attributions"})
_decoder = msgspec.json.Decoder(dict[str, msgspec.Raw])
_lists = msgspec.json.Decoder(list[msgspec.Raw])

Found = Iterator[tuple[Article, str, str] | SetAside]


def read_json(source: Source) -> Found:
    """Yield one article or SetAside a line of JSONL or item of a JSON document."""
    first = source.stream.readline(LINE_BYTES.default + 1)
    begin = first.removeprefix(b"\xef\xbb\xbf").strip()
    if begin.startswith(b"["):
        yield from _read_document(first, source)
    elif _is_object(first) or len(first) > LINE_BYTES.default:
        yield from _read_lines(_After(first, source.stream), source.name)
    else:
        whole = first + _read_on(source.stream, FILE_BYTES.default + 1 - len(first))
        if begin == b"{" or (len(whole) <= FILE_BYTES.default and _is_object(whole)):
            yield from _read_document(whole, source)
        else:
            yield from _read_lines(_After(whole, source.stream), source.name)


def _is_object(data: bytes) -> bool:
    try:
        _decoder.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return True


def _read_on(stream: io.BufferedReader, size: int) -> bytes:
    """Return up to ``size`` bytes; an error ends them and comes again at the next read, so that the lines before it are not lost."""
    data = bytearray()
    with contextlib.suppress(*DAMAGE):
        while len(data) < size and (piece := stream.read1(size - len(data))):
            data += piece
    return bytes(data)


class _After:
    """A stream of what was read already and then the rest."""

    def __init__(self, head: bytes, rest: io.BufferedReader) -> None:
        self._head, self._rest = io.BytesIO(head), rest

    def read(self, size: int, /) -> bytes:
        return self._head.read(size) or self._rest.read1(size)


def _read_document(begin: bytes, source: Source) -> Found:
    data = begin + source.stream.read(max(0, FILE_BYTES.default + 1 - len(begin)))
    if len(data) > FILE_BYTES.default:
        raise InputError(f"a JSON document of more than {FILE_BYTES.default} bytes; write it as JSONL, one object a line")
    data = data.removeprefix(b"\xef\xbb\xbf")
    if not data.lstrip().startswith(b"["):
        yield from _read_object(data, source.name, "file")
        return
    try:
        items = _lists.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(_reason(error)) from None
    for n, item in enumerate(items, 1):
        yield from _read_object(bytes(item), source.name, f"item {n}")


def _read_lines(stream: _After, name: str) -> Found:
    """Yield what each line holds; blank lines are skipped."""
    for n, line in enumerate(read_lines(buffered(stream)), 1):
        if line is None:
            yield SetAside(file=name, record=f"line {n}", reason=f"more than {LINE_BYTES.default} bytes; left unread")
        elif line.strip():
            yield from _read_object(line.removeprefix(b"\xef\xbb\xbf"), name, f"line {n}")


def _read_object(data: bytes, name: str, record: str) -> Found:
    try:
        data.decode("utf-8")
        fields = _decoder.decode(data)
        if is_jsonld(fields):
            for article in read_jsonld(msgspec.json.decode(data)):
                yield article, name, record
        elif is_jsonfeed(fields):
            yield from read_jsonfeed(msgspec.json.decode(data), name, record)
        elif is_ninjs(fields):
            yield read_ninjs(msgspec.json.decode(data)), name, record
        else:
            yield _own(fields), name, record
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, InputError) as error:
        yield SetAside(file=name, record=record, reason=_reason(error))


def _own(fields: dict[str, Any]) -> Article:
    """Return an article of ours; raise msgspec.ValidationError naming the path of a wrong or unknown field."""
    if "article" in fields and set(fields) <= ANNOTATIONS | {"article"}:
        return msgspec.json.decode(fields["article"], type=Article)
    if ANNOTATIONS & set(fields):
        fields = {key: value for key, value in fields.items() if key in _FIELDS}
    for key in fields:
        if key not in _FIELDS:
            raise msgspec.ValidationError(f"unknown field - at `$.{key}`; known: {', '.join(Article.__struct_fields__)}")
    return msgspec.json.decode(msgspec.json.encode(fields), type=Article)


def _reason(error: Exception) -> str:
    if isinstance(error, InputError):
        return error.reason
    if isinstance(error, msgspec.ValidationError):
        return str(error)
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8: byte 0x{error.object[error.start]:02x} at offset {error.start} of the line"
    return "not JSON: nested too deeply" if isinstance(error, RecursionError) else f"not JSON: {error}"


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
