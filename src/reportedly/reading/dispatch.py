"""A source to articles: find out what it is, hand it to the reader of that format, and do so again with what is inside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from reportedly.errors import InputError
from reportedly.limits import DEPTH
from reportedly.reading.kinds import Kind, other, sniff
from reportedly.reading.packed import DAMAGE
from reportedly.reading.source import BUFFER, Source
from reportedly.records import Article, SetAside

if TYPE_CHECKING:
    from collections.abc import Iterable

Read = tuple[Article, str, str] | SetAside  # the article with its file and record, or why there is none


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What the user says about inputs that cannot say it themselves."""

    columns: Mapping[str, str] = MappingProxyType({})  # fields of the article to names of a table's columns
    encoding: str | None = None  # of plain text and tables; None: UTF-8, or by byte-order mark


def read_source(source: Source, options: Options) -> Iterator[Read]:
    """Yield the articles of a source. Whatever is wrong with it ends this source only, and is said."""
    try:
        if source.depth > DEPTH.default:
            raise InputError(f"packed more than {DEPTH.default} layers deep; left unread")
        head = source.stream.peek(BUFFER)[:BUFFER]
        empty = True
        for found in _reader(sniff(head, source.name, text_column=options.columns.get("text")))(source, options):
            if isinstance(found, Source):
                yield from read_source(found, options)
            else:
                yield found
            empty = False
        if empty:
            raise InputError("there is no article in it")
    except InputError as error:
        yield SetAside(file=source.name, record=error.record or "file", reason=error.reason)
    except DAMAGE as error:
        reason = (isinstance(error, OSError) and error.strerror) or str(error) or type(error).__name__
        yield SetAside(file=source.name, record="file", reason=f"damaged or cut off; nothing after this point can be read: {reason}")
    except Exception as error:  # a stranger's bytes and a dozen libraries: one file must not end the run
        yield SetAside(file=source.name, record="file", reason=f"could not be read: {type(error).__name__}: {' '.join(str(error).split())[:200]}")


def _reader(kind: Kind) -> Callable[[Source, Options], Iterable[Read | Source]]:
    """Return the reader of a format, imported when first needed, so that plain text costs nothing more."""
    if kind in ("gzip", "zstd", "brotli"):
        from reportedly.reading.packed import read_packed

        return lambda source, _: read_packed(source, kind)
    if kind in ("zip", "tar"):
        from reportedly.reading import archives

        unpacker = archives.read_zip if kind == "zip" else archives.read_tar
        return lambda source, _: unpacker(source)
    if kind == "warc":
        from reportedly.reading.warc import read_warc

        return lambda source, _: read_warc(source)
    if kind == "json":
        from reportedly.reading.jsonl import read_json

        return lambda source, _: read_json(source)
    if kind == "html":
        from reportedly.reading.html import read_html

        return lambda source, _: read_html(source)
    if kind == "feed":
        from reportedly.reading.feeds import read_feed

        return lambda source, _: read_feed(source)
    if kind == "pdf":
        from reportedly.reading.pdf import read_pdf

        return lambda source, _: read_pdf(source)
    if kind == "table":
        from reportedly.reading.tables import read_table

        return lambda source, options: read_table(source, options.columns, options.encoding)
    if kind == "parquet":
        from reportedly.reading.parquet import read_parquet

        return lambda source, options: read_parquet(source, options.columns)
    if kind == "other":
        return _read_other
    from reportedly.reading.text import read_text

    return lambda source, options: read_text(source, options.encoding)


def _read_other(source: Source, options: Options) -> Iterator[Read]:
    raise InputError(f"{other(source.stream.peek(BUFFER))}; left unread")
    yield
