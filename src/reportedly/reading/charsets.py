"""Bytes to characters for formats that may say their own encoding: pages, feeds, tables."""

from __future__ import annotations

import codecs
import re

from reportedly.errors import InputError

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)|<meta[^>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.I)
# Encodings of text. Python knows others (utf-7, idna, unicode_escape ...) that change what is said by harmless bytes.
_SAFE = re.compile(r"utf-8|utf-16(-[lb]e)?|utf-32(-[lb]e)?|iso8859-\d+|cp\d+|koi8-[rtu]|mac-\w+|gb2312|gbk|gb18030|big5|big5hkscs|shift_jis|euc_\w+|tis-620")
# What browsers make of these: the labels are used for windows-1252 far more often than for what they mean.
_WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}


def known_encoding(label: str | None) -> str | None:
    """Return Python's name of an encoding as browsers understand its label; None for one that is unknown or no encoding of text."""
    try:
        name = codecs.lookup((label or "").strip()).name
    except (LookupError, ValueError):
        return None
    name = _WIDER.get(name, name)
    return name if _SAFE.fullmatch(name) else None


def marked_encoding(data: bytes) -> str | None:
    """Return the encoding that a byte-order mark names."""
    return next((name for mark, name in _BOMS if data.startswith(mark)), None)


def decode_page(data: bytes, charset: str | None = None) -> str:
    """Return a page's or feed's characters; a byte that its encoding does not have becomes U+FFFD.

    The encoding: a byte-order mark, ``charset`` (of the HTTP header), the page's own word, UTF-8 if the bytes are that,
    else windows-1252, as in browsers. A word that the bytes contradict (they are UTF-8) is not believed.
    """
    if (marked := marked_encoding(data)) is not None:
        return data.decode(marked, "replace")
    said = known_encoding(charset)
    if said is not None and said.startswith(("utf-16", "utf-32")):
        return data.decode(said, "replace")
    if said is None and (declared := _DECLARED.search(data[:4096])):
        said = known_encoding((declared[1] or declared[2]).decode("ascii"))
        if said is not None and said.startswith(("utf-16", "utf-32")):
            said = None  # its own word could then not have been read
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(said or "cp1252", "replace")


def decode_text(data: bytes, encoding: str | None = None) -> str:
    """Return the characters of plain text: ``encoding`` if given, else by byte-order mark, else UTF-8; raise InputError for a byte that is not."""
    used = encoding or marked_encoding(data) or "utf-8"
    try:
        return data.decode(used)
    except UnicodeDecodeError as error:
        name = "UTF-8" if used.startswith("utf-8") else used
        raise InputError(f"not {name}: byte 0x{data[error.start]:02x} at offset {error.start}; if it is another encoding, name it with --encoding") from None
