"""Files of event data to rows: unpacked and decoded line by line, so that a file of any size needs little memory; a bad row is set aside by its line."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reportedly.errors import InputError
from reportedly.exchange.datasets.layouts import Shape, recognise
from reportedly.exchange.datasets.model import Listed
from reportedly.exchange.datasets.rows import ADAPTERS, Row
from reportedly.limits import CELL_CHARACTERS, DEPTH
from reportedly.reading.kinds import sniff
from reportedly.reading.packed import DAMAGE, read_packed
from reportedly.reading.source import BUFFER, Source, buffered
from reportedly.records import SetAside


@dataclass
class Report:
    """What was read of each file and how: rows, faults that were mended, and mentions of GDELT's events by their number."""

    rows: Counter[str] = field(default_factory=Counter)  # data set -> rows
    mended: Counter[str] = field(default_factory=Counter)  # "polecat.txt: lines that are Latin-1, not UTF-8" -> how many
    mentions: Counter[str] = field(default_factory=Counter)


def read_datasets(paths: Iterable[Path], report: Report) -> Iterator[Listed | SetAside]:
    """Yield the rows of files of event data, told apart by header; zip, tar and compressed files are unpacked within the limits of reading."""
    for path in paths:
        try:
            stream = path.open("rb")
        except OSError as error:
            yield SetAside(file=str(path), record="file", reason=f"cannot be read: {error.strerror or error}")
            continue
        with stream:
            yield from _read(Source(str(path), buffered(stream), file=stream), report)


def _read(source: Source, report: Report) -> Iterator[Listed | SetAside]:
    try:
        if source.depth > DEPTH.default:
            raise InputError(f"packed more than {DEPTH.default} layers deep; left unread")
        kind = sniff(source.stream.peek(BUFFER)[:BUFFER], source.name)
        if kind in ("gzip", "zstd", "brotli"):
            for inner in read_packed(source, kind):
                yield from _read(inner, report)
        elif kind in ("zip", "tar"):
            from reportedly.reading import archives

            for found in (archives.read_zip if kind == "zip" else archives.read_tar)(source):
                if isinstance(found, Source):
                    yield from _read(found, report)
                else:
                    yield found
        elif kind == "empty":
            raise InputError("there is no row in it")
        else:
            yield from _rows(source, report)
    except InputError as error:
        yield SetAside(file=source.name, record=error.record or "file", reason=error.reason)
    except DAMAGE as error:
        yield SetAside(file=source.name, record="file", reason=f"damaged or cut off; nothing after this point can be read: {error}")


def _rows(source: Source, report: Report) -> Iterator[Listed | SetAside]:
    lines = _Lines(source, report)
    first = next(lines)
    shape = recognise(first)
    if shape is None:
        raise InputError("neither GDELT, ICEWS, POLECAT, ACLED nor UCDP: no header of theirs, nor as many columns as they have")
    if shape.bare and shape.layout == "UCDP":
        report.mended[f"{source.name}: UCDP without a header row, read in the published order"] += 1
    cells = _cells(_again(first, lines) if shape.bare else lines, shape, lines)
    adapt: Callable[[Row], Listed] | None = ADAPTERS.get(shape.layout)
    for n, found in cells:
        if isinstance(found, InputError):
            yield SetAside(file=source.name, record=f"line {n}", reason=found.reason)
            continue
        try:
            row = Row(f"{source.name}: line {n}", _named(shape, found))
            if adapt is None:
                report.mentions[row["globaleventid"]] += 1
                report.rows["GDELT mentions"] += 1
                continue
            listed = adapt(row)
        except InputError as error:
            yield SetAside(file=source.name, record=f"line {n}", reason=error.reason)
            continue
        report.rows[listed.dataset] += 1
        yield listed


def _named(shape: Shape, cells: list[str]) -> dict[str, str]:
    """Return a row by column name. Raise InputError when it has too few or too many cells; empty ones at the end count for nothing."""
    while len(cells) > len(shape.names) and not cells[-1].strip():
        cells.pop()
    if len(cells) != len(shape.names):
        raise InputError(f"{len(cells)} cells, the header has {len(shape.names)}")
    return dict(zip(shape.names, cells, strict=True))


def _again(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _cells(lines: Iterator[str], shape: Shape, count: _Lines) -> Iterator[tuple[int, list[str] | InputError]]:
    """Yield each row's first line and its cells."""
    if not shape.quoted:
        for line in lines:
            if line.strip():
                yield count.number, line.rstrip("\r\n").split("\t")
        return
    csv.field_size_limit(max(csv.field_size_limit(), CELL_CHARACTERS.default))
    rows = csv.reader(lines, delimiter=shape.delimiter, strict=True)
    start = 1 if shape.bare else 2
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield start, InputError(f"no row of a table: {error}")
            row = []
        if row is None:
            return
        if row:
            yield start, row
        start = count.number + 1


class _Lines:
    """Lines as text: UTF-8, or Latin-1 where they are not, which is reported."""

    def __init__(self, source: Source, report: Report) -> None:
        self._source, self._report, self.number = source, report, 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        data = self._source.stream.readline(CELL_CHARACTERS.default)
        if not data:
            raise StopIteration
        if len(data) == CELL_CHARACTERS.default and not data.endswith(b"\n"):
            raise InputError(f"line {self.number + 1} has more than {CELL_CHARACTERS.default} bytes; the rest is left unread")
        self.number += 1
        try:
            return data.decode("utf-8-sig" if self.number == 1 else "utf-8")
        except UnicodeDecodeError:
            self._report.mended[f"{self._source.name}: lines that are no UTF-8, read as Latin-1"] += 1
            return data.decode("latin-1")
