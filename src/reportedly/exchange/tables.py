"""CSV, JSONL, Parquet: the events of ``rows.COLUMNS``, or whole coded articles (JSONL)."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

import msgspec

from reportedly.exchange.cells import cell
from reportedly.exchange.losses import Losses
from reportedly.records import CodedArticle
from reportedly.rows import COLUMNS, event_rows

_NUMBERS = {"lat", "lon", "confidence"}


def write_csv(articles: Iterable[CodedArticle], out: Path, losses: Losses, keep: frozenset[str]) -> None:
    """Write events as CSV with a header, UTF-8 with a byte-order mark, so that spreadsheets read it."""
    with out.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        for row in _rows(articles, losses, keep):
            writer.writerow([cell(row[c], losses) for c in COLUMNS])


def write_parquet(articles: Iterable[CodedArticle], out: Path, losses: Losses, keep: frozenset[str]) -> None:
    """Write events as Parquet, text as it is."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {c: pa.float64() if c in _NUMBERS else pa.int64() if c.endswith(("_low", "_high", "_start", "_end")) else pa.string() for c in COLUMNS}
    rows = list(_rows(articles, losses, keep))
    table = pa.Table.from_pylist(rows, schema=pa.schema(list(types.items())))
    pq.write_table(table, out, compression="zstd")


def write_jsonl(articles: Iterable[CodedArticle], out: Path, losses: Losses, keep: frozenset[str]) -> None:
    """Write whole coded articles, one a line; of their events those kept."""
    with out.open("wb") as stream:
        for coded in articles:
            events = tuple(e for e in coded.events if e.status in keep)
            for event in coded.events:
                if event.status not in keep:
                    losses.left_out[f"{event.status}: not asked for"] += 1
            losses.written += len(events)
            stream.write(msgspec.json.encode(msgspec.structs.replace(coded, events=events)) + b"\n")


def _rows(articles: Iterable[CodedArticle], losses: Losses, keep: frozenset[str]) -> Iterable[dict[str, object]]:
    for coded in articles:
        for row in event_rows(coded):
            if row["status"] in keep:
                losses.written += 1
                yield row
            else:
                losses.left_out[f"{row['status']}: not asked for"] += 1
