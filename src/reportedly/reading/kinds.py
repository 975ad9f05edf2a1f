"""What a stream holds, told by its first bytes. Names are not looked at, except for brotli, which has no mark of its own."""

from __future__ import annotations

import re
from typing import Literal

from reportedly.reading.tables import looks_like_table

Kind = Literal["gzip", "zstd", "brotli", "zip", "tar", "warc", "pdf", "parquet", "json", "feed", "html", "table", "text", "empty", "other"]

_MARKS: tuple[tuple[bytes, Kind], ...] = (
    (b"\x1f\x8b", "gzip"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"PAR1", "parquet"),
    (b"WARC/", "warc"),
    (b"%PDF-", "pdf"),
)
_OTHER = (
    (b"BZh", "bzip2; unpack it first"),
    (b"\xfd7zXZ", "xz; unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip; unpack it first"),
    (b"Rar!", "RAR; unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old Office file; save it as text or PDF"),
    (b"{\\rtf", "RTF; save it as text or PDF"),
    (b"SQLite format 3\x00", "a SQLite database; export the table as CSV"),
    (b"ARROW1", "an Arrow file; save it as Parquet"),
    (b"Obj\x01", "Avro; save it as Parquet"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"RIFF", "an image or a sound"),
    (b"wOF", "a font"),
    (b"ID3", "a sound"),
    (b"\x00\x00\x00", "an image, a film or a font"),
)
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_PROLOG = r"(?:<\?[^>]*>|<!--.*?-->|\s)*+"
_FEED = re.compile(rf"{_PROLOG}(?:<!doctype\s[^>]*>{_PROLOG})?<(?:rss|(?:\w+:)?feed|rdf:RDF)\b", re.I | re.S)
_DEFINITIONS = re.compile(rf"{_PROLOG}<!doctype\s[^<>]*\[", re.I | re.S)  # a document type that defines things of its own
_HTML = re.compile(
    rf"{_PROLOG}<(?:!doctype\s+html|html|head|body|meta|title|link|script|style|main|article|section|header|div|h[1-6]|p|table)\b", re.I | re.S
)
_HEAD = 8192


def decoded_head(head: bytes) -> str:
    """Return the first bytes of a file as text, good enough to tell what it is."""
    encoding = next((name for mark, name in _BOMS if head.startswith(mark)), "utf-8")
    return head.decode(encoding, "replace")


def sniff(head: bytes, name: str = "", *, text_column: str | None = None) -> Kind:
    """Return what the first bytes of a stream are the beginning of; what is nothing else is text."""
    if not head:
        return "empty"
    for mark, kind in _MARKS:
        if head.startswith(mark):
            return kind
    if head[257:262] == b"ustar":
        return "tar"
    if b"%PDF-" in head[:1024] and b"\x00" not in head[: head.index(b"%PDF-")]:
        return "pdf"
    if any(head.startswith(mark) for mark, _ in _OTHER):
        return "other"
    text = decoded_head(head)
    start = text[:_HEAD].lstrip("\ufeff \t\r\n")
    if re.match(r'\{\s*"|\[\s*(?:\{|\])', start):
        return "json"
    if start.startswith("<"):
        if _FEED.match(start) or (_DEFINITIONS.match(start) and re.search(r"<(?:rss|feed|rdf:RDF)\b", text)):
            return "feed"
        if _HTML.match(start) or re.search(r"<html\b", start, re.I):
            return "html"
        if start.startswith(("<?xml", "<!DOCTYPE")):
            return "other"
    if looks_like_table(text, text_column=text_column):
        return "table"
    return "brotli" if name.endswith(".br") and not head.isascii() else "text"


def other(head: bytes) -> str:
    """Return what a stream of the kind "other" is, with what to do."""
    return next((what for mark, what in _OTHER if head.startswith(mark)), "XML of a kind that is not read (RSS, Atom and XHTML are)")
