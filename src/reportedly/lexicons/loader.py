"""Read the lexicon tables; a mistake is reported with file and line."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from reportedly.errors import LexiconError


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a lexicon: its cells by column name, and where it stands."""

    file: str
    line: int
    cells: dict[str, str]

    @property
    def at(self) -> str:
        return f"{self.file}:{self.line}"

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def many(self, column: str) -> list[str]:
        """Return a cell's values, which are separated by ``|``."""
        return [part.strip() for part in self[column].split("|") if part.strip()]

    def one_of(self, column: str, allowed: Sequence[str] | set[str] | frozenset[str]) -> str:
        """Return a cell that must be one of the allowed words (or empty)."""
        value = self[column]
        if value and value not in allowed:
            raise LexiconError(self.file, self.line, f"{column}: {value!r} is not one of {', '.join(sorted(allowed))}")
        return value


def data_root() -> Traversable:
    """Return the folder of the lexicons that come with the package."""
    return files("reportedly.lexicons").joinpath("data")


def read_table(root: Traversable | Path, name: str, columns: Sequence[str], *, required: Sequence[str] = ()) -> Iterator[Entry]:
    """Yield the entries of one table below ``root``, ``NAME.csv`` where there is no ``NAME.tsv``; nothing when there is neither.

    Raise LexiconError for bytes that are not UTF-8, a wrong header, too many cells, or an empty required cell.
    """
    if not root.joinpath(name).is_file():
        name = name.removesuffix(".tsv") + ".csv"
    path = root.joinpath(name)
    if not path.is_file():
        return
    header: list[str] | None = None
    with_commas = name.endswith(".csv")
    for n, line in enumerate(_decoded(path.read_bytes().removeprefix(b"\xef\xbb\xbf"), name).split("\n"), 1):
        if not line or line[0] == "#" or line.isspace():
            continue
        cells = [cell.strip() for cell in (_comma(line.rstrip("\r"), name, n) if with_commas else line.split("\t"))]
        if header is None:
            if unknown := set(cells) - set(columns):
                raise LexiconError(name, n, f"unknown column {', '.join(sorted(unknown))}; known: {', '.join(columns)}")
            header = cells
            continue
        if len(cells) > len(header):
            raise LexiconError(name, n, f"{len(cells)} cells, the header has {len(header)}")
        by_column = dict(zip(header, cells, strict=False))
        for column in required:
            if not by_column.get(column):
                raise LexiconError(name, n, f"{column} is empty")
        yield Entry(name, n, by_column)


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise LexiconError(name, data.count(b"\n", 0, error.start) + 1, f"not UTF-8: {error.reason}") from error


def _comma(line: str, name: str, n: int) -> list[str]:
    try:
        return next(csv.reader([line], strict=True))
    except csv.Error as error:
        raise LexiconError(name, n, f"no line of a CSV table (a cell may not go over several lines): {error}") from error


def table_names(root: Traversable | Path, folder: str) -> list[str]:
    """Return the names of the tables in a folder below ``root``, sorted, as ``folder/name.tsv`` (or ``.csv``)."""
    base = root.joinpath(folder)
    if not base.is_dir():
        return []
    return sorted(f"{folder}/{item.name}" for item in base.iterdir() if item.name.endswith((".tsv", ".csv")))
