"""Loading: a gold file and a coded one, as passages in two codings; what cannot be compared is set aside with the reason."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from reportedly.errors import InputError
from reportedly.limits import LINE_BYTES
from reportedly.measuring.codings import Compared, compare
from reportedly.measuring.gold import Gold, decode_gold
from reportedly.reading.jsonl import read_lines
from reportedly.records import CodedArticle, Record, SetAside

_head = msgspec.json.Decoder(dict[str, msgspec.Raw])
_coded = msgspec.json.Decoder(CodedArticle)


class Loaded(Record, frozen=True):
    """The passages to compare, in the gold's order, and what was set aside."""

    compared: tuple[Compared, ...]
    aside: tuple[SetAside, ...]


def load_compared(gold: str, coded: str) -> Loaded:
    """Read a gold file and what `reportedly code --format jsonl` wrote for it, or another gold file (``-``: standard input).

    A gold passage with no coding counts as one in which nothing was found, and is named too. Raise InputError when a file cannot be read.
    """
    aside: list[SetAside] = []
    passages = {p.id: (p, record) for p, record in _unique(gold, aside, only=None) if isinstance(p, Gold)}
    others = {_id(other): (other, record) for other, record in _unique(coded, aside, only=passages)}
    compared = []
    for key, (passage, record) in passages.items():
        other, where = others.get(key, (None, ""))
        if other is None:
            aside.append(SetAside(file=gold, record=f"{record} ({key})", reason=f"not in {coded}: all of it counts as missed"))
        try:
            compared.append(compare(passage, other))
        except InputError as error:
            aside.append(SetAside(file=coded, record=f"{where} ({key})", reason=error.reason))
    return Loaded(compared=tuple(compared), aside=tuple(aside))


def _unique(name: str, aside: list[SetAside], only: Collection[str] | None) -> Iterator[tuple[Gold | CodedArticle, str]]:
    """Yield the passages of a file with their lines; set aside what cannot be read, comes twice, or is not among ``only``."""
    seen: set[str] = set()
    with _opened(name) as stream:
        for n, line in enumerate(read_lines(stream), 1):
            record = f"line {n}"
            try:
                if line is None:
                    raise InputError(f"more than {LINE_BYTES.default} bytes; left unread")
                if not line.strip():
                    continue
                passage = _decode(line.removeprefix(b"\xef\xbb\xbf"), gold=only is None)
                if _id(passage) in seen:
                    raise InputError(f"a second passage with the id {_id(passage)!r}")
                if only is not None and _id(passage) not in only:
                    raise InputError(f"no gold passage has the id {_id(passage)!r}")
            except InputError as error:
                aside.append(SetAside(file=name, record=record, reason=error.reason))
                continue
            seen.add(_id(passage))
            yield passage, record


def _decode(line: bytes, *, gold: bool) -> Gold | CodedArticle:
    try:
        fields = _head.decode(line)
        if "article" not in fields:
            return decode_gold(line)
        if gold:
            raise InputError("this is a coded article, not a gold passage: the gold file comes first")
        return _coded.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(str(error)) from error


def _id(passage: Gold | CodedArticle) -> str:
    return passage.id if isinstance(passage, Gold) else passage.article.id


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    if name == "-":
        yield cast(BinaryIO, sys.stdin.buffer)
        return
    try:
        with Path(name).open("rb") as stream:
            yield stream
    except (OSError, ValueError) as error:
        raise InputError(f"cannot be read: {getattr(error, 'strerror', None) or error}", file=name) from error
