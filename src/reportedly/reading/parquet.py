"""Parquet: one article a row, a few hundred rows at a time, and only the columns that are read."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from reportedly.errors import InputError
from reportedly.limits import CHUNK_BYTES
from reportedly.reading.columns import article_of, find_columns
from reportedly.reading.source import Source
from reportedly.records import Article, SetAside

_ROWS = 256


def read_parquet(source: Source, columns: Mapping[str, str]) -> Iterator[tuple[Article, str, str] | SetAside]:
    """Yield one article or SetAside a row. Raise InputError when the file is damaged or no column holds the text."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    with source.seekable() as file:
        try:
            table = pq.ParquetFile(file, pre_buffer=False)
        except (pa.ArrowException, OSError, ValueError) as error:
            raise InputError(f"no readable Parquet file: {_one_line(error)}") from None
        header = list(table.schema_arrow.names)
        places = find_columns(header, columns)
        names = {field: header[place] for field, place in places.items()}
        row = 0
        for group in range(table.metadata.num_row_groups):
            about = table.metadata.row_group(group)
            first, row = row, row + about.num_rows
            try:
                if max((about.column(n).total_uncompressed_size for n in range(about.num_columns)), default=0) > CHUNK_BYTES.default:
                    raise InputError(f"a column of this row group unpacks to more than {CHUNK_BYTES.default} bytes")
                yield from _read_group(table, group, first, names, source.name)
            except (pa.ArrowException, OSError, ValueError, InputError) as error:
                yield SetAside(file=source.name, record=f"rows {first + 1} to {row}", reason=f"left unread, or in part: {_one_line(error)}")


def _read_group(table: Any, group: int, first: int, names: Mapping[str, str], file: str) -> Iterator[tuple[Article, str, str] | SetAside]:
    row = first
    for batch in table.iter_batches(batch_size=_ROWS, row_groups=[group], columns=sorted(set(names.values()))):
        for values in batch.to_pylist():
            row += 1
            try:
                yield article_of({field: _cell(values[name], name) for field, name in names.items()}), file, f"row {row}"
            except InputError as error:
                yield SetAside(file=file, record=f"row {row}", reason=error.reason)


def _cell(value: object, column: str) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, datetime.date):  # a datetime is one, too
        return value.isoformat()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "; ".join(value)
    raise InputError(f"column {column!r} holds {type(value).__name__}, not text")


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
