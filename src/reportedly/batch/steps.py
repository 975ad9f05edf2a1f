"""The steps of a build that a cluster does, as functions of Arrow tables: articles to shards, and the reports of blocks to scored pairs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any
from zlib import crc32

import msgspec

from reportedly.corpus.adding import Prepared, article_key
from reportedly.corpus.blocking import block_keys, pairs_in_block
from reportedly.corpus.comparing import Traits, compare, prepare
from reportedly.corpus.model import Report
from reportedly.corpus.shards import outcome, shard_name, to_batch
from reportedly.reading import Read
from reportedly.records import Article, SetAside

if TYPE_CHECKING:
    import pyarrow as pa

SPREAD = 8  # partitions that a type's reports of one day fall into
_decode_report = msgspec.msgpack.Decoder(Report).decode
_decode_rows = msgspec.msgpack.Decoder(Prepared).decode
Coding = Callable[[Iterable[Read]], Iterator[bytes | SetAside]]


def read_batch(reads: Iterable[Read]) -> pa.Table:
    """Return what was read as an Arrow table: file, record, and the article or why there is none."""
    import pyarrow as pa

    schema = pa.schema([("file", pa.string()), ("record", pa.string()), ("article", pa.binary()), ("component", pa.string()), ("error", pa.string())])
    rows = [
        {"file": r.file, "record": r.record, "component": r.component, "error": r.reason} if isinstance(r, SetAside)
        else {"file": r[1], "record": r[2], "article": msgspec.msgpack.encode(r[0])}
        for r in reads
    ]  # fmt: skip
    return pa.Table.from_pylist(rows, schema=schema)


def reads_of(batch: pa.Table) -> list[Read]:
    """Return what a table of ``read_batch`` holds."""
    decode = msgspec.msgpack.Decoder(Article).decode
    return [
        SetAside(file=row["file"], record=row["record"], reason=row["error"], component=row["component"]) if row["article"] is None
        else (decode(row["article"]), row["file"], row["record"])
        for row in batch.to_pylist()
    ]  # fmt: skip


def name_of(batch: pa.Table) -> str:
    """Return the name of the shard that a batch of articles makes."""
    return shard_name(f"{r.file}\0{r.record}" if isinstance(r, SetAside) else article_key(r[0]) for r in reads_of(batch))


def code_batch(coding: Coding, batch: pa.Table) -> pa.Table:
    """Return the shard of a batch of articles: the step that is the same on one machine, in Ray and in whatever else maps Arrow to Arrow."""
    reads = reads_of(batch)
    return to_batch(outcome(read, result) for read, result in zip(reads, coding(reads), strict=True))


def reports_of(shard: pa.Table) -> Iterator[dict[str, Any]]:
    """Yield the reports of a shard, each once for every partition in which it meets others: partition, report, blocks."""
    for rows in shard.column("rows").to_pylist():
        for _, data in _decode_rows(rows).reports if rows is not None else ():
            met: dict[str, list[str]] = {}
            for block in block_keys(prepare(_decode_report(data))):
                met.setdefault(partition_of(block), []).append(block)
            for partition, blocks in met.items():
                yield {"partition": partition, "report": data, "blocks": blocks}


def partition_of(block: str) -> str:
    """Return the partition of a block: its type and day, and a share of what it is about."""
    type_, day, token = block.split(" ", 2)
    return f"{type_} {day} {crc32(token.encode()) % SPREAD}"


def compare_partition(reports: pa.Table) -> pa.Table:
    """Return the scores of all pairs that the blocks of one partition call for: a, b, score (null: ruled out)."""
    import pyarrow as pa

    blocks: dict[str, dict[str, Traits]] = {}
    for row in reports.to_pylist():
        traits = prepare(_decode_report(row["report"]))
        for block in row["blocks"]:
            blocks.setdefault(block, {})[traits.report.key] = traits
    scores: dict[tuple[str, str], float | None] = {}
    for _, members in sorted(blocks.items()):
        for a, b in pairs_in_block(list(members.values())):
            pair = a.report.key, b.report.key
            if a.report.article != b.report.article and pair not in scores:
                scores[pair] = compare(a, b)
    columns = [[a for a, _ in scores], [b for _, b in scores], list(scores.values())]
    return pa.table([pa.array(column, type=type_) for column, type_ in zip(columns, (pa.string(), pa.string(), pa.float64()), strict=True)], names=["a", "b", "score"])
