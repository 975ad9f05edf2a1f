"""WARC: the pages of a web archive, record by record, with every page that is not read named.

warcio knows the format; the bounds are ours, as its own iterator keeps header lines of any length in memory.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from reportedly.errors import InputError
from reportedly.limits import PDF_BYTES
from reportedly.reading.packed import Packing, Ratio, unpack
from reportedly.reading.quiet import quiet
from reportedly.reading.source import BUFFER, Source
from reportedly.records import SetAside

_HEADER_BYTES = 1 << 20
_PASSED = frozenset({"warcinfo", "request", "metadata"})  # about the crawl, not of it
_PAGES = re.compile(r"text/(?:html|plain)|application/(?:xhtml\+xml|pdf|rss\+xml|atom\+xml|feed\+json|ld\+json)|$")
_CODINGS: dict[str, Packing] = {"gzip": "gzip", "x-gzip": "gzip", "deflate": "deflate", "br": "brotli", "zstd": "zstd"}


def read_warc(source: Source) -> Iterator[Source | SetAside]:
    """Yield the pages of a WARC as sources. Revisits, errors and pages cut short are set aside, other media counted."""
    from warcio.recordloader import ArcWarcRecordLoader

    quiet("warcio")
    lines = _Lines(source.stream)
    loader = ArcWarcRecordLoader()
    others: Counter[str] = Counter()
    lost = 0
    while first := lines.next_record():
        if not first.startswith(b"WARC/"):
            lost += 1  # what follows a record with a wrong length, up to where the next one begins
            continue
        try:
            record = loader.parse_record_stream(lines, statusline=first.decode("latin-1").rstrip(), known_format="warc", no_record_parse=True)
        except Exception as error:  # warcio lets its parser's IndexErrors through
            yield SetAside(file=source.name, record="a record", reason=f"no readable WARC header: {type(error).__name__}: {error}")
            continue
        if record.length is None:
            raise InputError("a record does not say its length, so the next cannot be found; the rest is left unread")
        uri = record.rec_headers.get_header("WARC-Target-URI") or record.rec_headers.get_header("WARC-Record-ID") or "a record without address"
        name = f"{source.name} > {uri}"
        data, whole = _body(record)
        if record.rec_type in _PASSED:
            continue
        if (reason := _refused(record, whole)) is not None:
            yield SetAside(file=name, record="file", reason=reason)
            continue
        try:
            kind, page = _page(record, data, uri, source)
        except InputError as error:
            yield SetAside(file=name, record="file", reason=error.reason)
            continue
        if page is None:
            others[kind] += 1
        else:
            yield page
    if lost:
        yield SetAside(file=source.name, record="file", reason=f"{lost} lines between its records belong to none; a record may be damaged or its length wrong")
    if others:
        listed = ", ".join(f"{count} {kind}" for kind, count in sorted(others.items()))
        yield SetAside(file=source.name, record="other records", reason=f"no pages: {listed}")


class _Lines:
    """The stream of a WARC for warcio's parsers, with headers of a bounded size."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream, self._left = stream, _HEADER_BYTES

    def next_record(self) -> bytes:
        """Return the first line that is not blank, or nothing at the end."""
        while True:
            self._left = _HEADER_BYTES
            line = self._stream.readline(BUFFER)
            if not line or line.strip():
                return line

    def readline(self, size: int | None = None) -> bytes:
        line = self._stream.readline(min(self._left, size if size is not None else self._left))
        self._left -= len(line)
        if self._left <= 0:
            raise InputError(f"a header of more than {_HEADER_BYTES} bytes")
        return line

    def read(self, size: int) -> bytes:
        return self._stream.read(size)

    def tell(self) -> int:
        return 0  # warcio takes differences only, which we do not use


def _body(record: Any) -> tuple[bytes, bool]:
    """Return a record's block, and whether it is whole; one that is too large is passed over."""
    stream = record.raw_stream
    data = stream.read(stream.limit) if stream.limit <= PDF_BYTES.default else b""
    while stream.limit and stream.read(min(BUFFER, stream.limit)):
        pass
    return data, not stream.limit


def _refused(record: Any, whole: bool) -> str | None:
    if not whole:
        return f"the archive is cut off inside this record: {record.raw_stream.limit} of its {record.length} bytes are missing"
    if record.length > PDF_BYTES.default:
        return f"{record.length} bytes; the limit is {PDF_BYTES.default}"
    if record.rec_type == "revisit":
        first, day = record.rec_headers.get_header("WARC-Refers-To-Target-URI"), record.rec_headers.get_header("WARC-Refers-To-Date")
        return f"a revisit: the same page as {first or 'one'} of {day or 'an earlier visit'}, not stored again"
    if record.rec_type not in ("response", "resource", "conversion"):
        return f"a record of type {record.rec_type!r}; not read"
    if (cut := record.rec_headers.get_header("WARC-Truncated")) is not None:
        return f"the crawler stored only part of this page (WARC-Truncated: {cut})"
    return None


def _page(record: Any, data: bytes, uri: str, source: Source) -> tuple[str, Source | None]:
    """Return a record's media type and its page as a source, if it is one. Raise InputError for a page that was not got."""
    headers = None
    stream: Any = io.BytesIO(data)
    if record.rec_type == "response" and uri.startswith(("http:", "https:")):
        headers = _http(stream)
        if (status := headers.get_statuscode()) != "200":
            raise InputError(f"HTTP status {status}: no page was got")
    label = ((headers.get_header("Content-Type") if headers else record.content_type) or "").lower()
    kind = label.split(";")[0].strip()
    if not _PAGES.match(kind):
        return kind, None
    ratio = Ratio(source.budget, packed=len(data))
    if headers is not None:
        stream = _decoded(stream, headers, ratio)
    charset = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", label)
    page = source.member(uri, stream, charset=charset[1] if charset else None, url=uri if uri.startswith(("http:", "https:")) else None, watch=ratio.gave)
    return kind, page


def _http(stream: io.BytesIO) -> Any:
    from warcio.recordloader import ArcWarcRecordLoader
    from warcio.statusandheaders import StatusAndHeadersParser

    try:
        return StatusAndHeadersParser(ArcWarcRecordLoader.HTTP_TYPES).parse(stream)
    except Exception as error:  # its parser raises what a wrong line leads it to
        raise InputError(f"no readable HTTP header: {type(error).__name__}") from None


def _decoded(stream: io.BytesIO, headers: Any, ratio: Ratio) -> Any:
    """Return the page as the server meant it, without chunks and content codings; crawlers store it with or without."""
    from warcio.bufferedreaders import ChunkedDataReader

    body: Any = stream
    if "chunked" in (headers.get_header("Transfer-Encoding") or "").lower():
        chunks = ChunkedDataReader(stream)
        body = io.BytesIO(b"".join(iter(lambda: chunks.read(BUFFER), b"")))
    coding = (headers.get_header("Content-Encoding") or "").strip().lower()
    here = body.tell()
    begin = body.read(64).lstrip()
    body.seek(here)
    if coding in ("", "identity") or begin.startswith((b"<", b"{", b"%PDF-")) or (coding.endswith("gzip") and not begin.startswith(b"\x1f\x8b")):
        return body
    if coding not in _CODINGS:
        raise InputError(f"its content coding {coding!r} is not known")
    return unpack(body, _CODINGS[coding], ratio)
