"""CSV and its relatives (tab, semicolon, bar): one article a row, read row by row."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Mapping

from reportedly.errors import InputError
from reportedly.limits import CELL_CHARACTERS
from reportedly.reading.charsets import marked_encoding
from reportedly.reading.columns import article_of, find_columns, names_text
from reportedly.reading.source import BUFFER, Source
from reportedly.records import Article, SetAside

_DELIMITERS = ",\t;|"


def looks_like_table(head: str, *, text_column: str | None = None) -> bool:
    """Whether a file's first characters are the beginning of a table: a header that names a text column, or three rows of equal width."""
    return delimiter_of(head, text_column=text_column) is not None


def delimiter_of(head: str, *, text_column: str | None = None) -> str | None:
    """Return what stands between the cells of a table, judged by its first characters; None when it is no table."""
    tables = [(delimiter, rows) for delimiter in _DELIMITERS if _is_header(rows := _first_rows(head, delimiter))]
    for delimiter, rows in tables:
        if names_text(rows[0], text_column):
            return delimiter
    for delimiter, rows in tables:
        if len(rows) >= 3 and len(rows[0]) >= 3 and len({len(row) for row in rows}) == 1:
            return delimiter
    return None


def _is_header(rows: list[list[str]]) -> bool:
    """Whether the first row could name columns: short names, as many as most rows have cells. Prose with commas is no table."""
    if not rows or not all(len(cell) <= 60 and len(cell.split()) <= 4 for cell in rows[0]):
        return False
    return 2 * sum(len(row) == len(rows[0]) for row in rows[1:]) >= len(rows) - 1


def _first_rows(head: str, delimiter: str) -> list[list[str]]:
    lines = head.lstrip("\ufeff").splitlines(keepends=True)[:20]
    try:
        rows = [row for row in csv.reader(lines, delimiter=delimiter, strict=True) if row]
    except csv.Error:  # the last cell seen is not whole yet, or these are no cells
        return [row for row in csv.reader(lines[:1], delimiter=delimiter) if row] if lines[0].endswith("\n") else []
    return rows if len(rows) < 2 or head.endswith("\n") else rows[:-1]


def read_table(source: Source, columns: Mapping[str, str], encoding: str | None = None) -> Iterator[tuple[Article, str, str] | SetAside]:
    """Yield one article or SetAside a row. ``columns``: fields of the article to names of columns, where these are not the common ones."""
    head = source.stream.peek(BUFFER)
    used = codecs.lookup(encoding).name if encoding else marked_encoding(head) or "utf-8"
    delimiter = delimiter_of(head.decode(used, "replace"), text_column=columns.get("text")) or ","
    # The module keeps this limit for all its readers; raising it is the only way to read an article from a cell.
    csv.field_size_limit(max(csv.field_size_limit(), CELL_CHARACTERS.default))
    lines = _Lines(source, used)
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    places: dict[str, int] | None = None
    width, start = 0, 1
    while True:
        try:
            row = next(rows, None)
            if row is None:
                return
            if places is None:
                width, places = len(row), find_columns(row, columns)
            elif lines.bad is not None:
                raise InputError(lines.bad)
            elif row:
                if len(row) != width:
                    raise InputError(f"{len(row)} cells, the header has {width}")
                yield article_of({field: row[place] for field, place in places.items()}), source.name, f"line {start}"
        except csv.Error as error:
            yield SetAside(file=source.name, record=f"line {start}", reason=f"no row of a table: {error}")
        except InputError as error:
            yield SetAside(file=source.name, record=error.record or f"line {start}", reason=error.reason)
        if places is None:
            return  # without a header there is nothing to go by
        lines.bad, start = None, lines.number + 1


class _Lines:
    """The lines of a table, decoded one by one; ``number`` counts them, ``bad`` says what was wrong with those since it was last cleared."""

    def __init__(self, source: Source, encoding: str) -> None:
        self._stream, self._limit = source.stream, CELL_CHARACTERS.default
        self._encoding, self.number = encoding, 0
        self.bad: str | None = None
        self._lines = self._wide() if encoding.startswith(("utf-16", "utf-32")) else self._narrow()

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.number += 1
        return line

    def _narrow(self) -> Iterator[str]:
        """Lines of an encoding in which a line feed is one byte, so that a wrong byte spoils its own line only."""
        while data := self._stream.readline(self._limit):
            if len(data) == self._limit and not data.endswith(b"\n"):
                while (rest := self._stream.readline(self._limit)) and not rest.endswith(b"\n"):
                    pass
                self.bad = f"a line of more than {self._limit} bytes"
                yield "\n"
                continue
            try:
                yield data.decode("utf-8-sig" if self.number == 0 and self._encoding == "utf-8" else self._encoding)
            except UnicodeDecodeError as error:
                self.bad = f"not {self._encoding.upper()}: byte 0x{data[error.start]:02x}; if it is another encoding, name it with --encoding"
                yield data.decode(self._encoding, "replace")

    def _wide(self) -> Iterator[str]:
        reader = io.TextIOWrapper(self._stream, self._encoding, errors="replace", newline="")
        while line := reader.readline(self._limit):
            if "\ufffd" in line:
                self.bad = f"not {self._encoding.upper()}"
            yield line
