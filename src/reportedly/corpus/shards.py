"""Shards: articles coded, or set aside, as Arrow batches, in a Parquet file each until the state has them.

A shard is written aside, synced and renamed, and only then recorded in the state; what a build that was ended has left is recorded by the next one.
The same shape goes through one machine's workers and through a cluster's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from reportedly.corpus.adding import Prepared, add, article_key
from reportedly.corpus.parts import replace_file
from reportedly.corpus.state import State
from reportedly.reading import Read
from reportedly.records import Article, SetAside

if TYPE_CHECKING:
    import pyarrow as pa


class Outcome(msgspec.Struct, frozen=True, gc=False):
    """What became of one article: its rows (Prepared, as MessagePack), or the component and the error that set it aside, with the article for another try."""

    key: str
    article: str  # id it came with
    file: str
    record: str
    rows: bytes | None = None
    component: str | None = None
    error: str | None = None
    sha256: str | None = None  # of the text
    data: bytes | None = None  # the article, when it could be read


def outcome(read: Read, result: bytes | SetAside) -> Outcome:
    """Return what became of an article that was read."""
    if isinstance(read, SetAside):
        key = hashlib.sha256(f"{read.file}\0{read.record}".encode()).hexdigest()[:16]
        return Outcome(key, "", read.file, read.record, component=read.component, error=read.reason)
    article, file, record = read
    key = article_key(article)
    if not isinstance(result, SetAside):
        return Outcome(key, article.id, file, record, rows=result)
    sha256 = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    return Outcome(key, article.id, file, record, component=result.component, error=result.reason, sha256=sha256, data=msgspec.msgpack.encode(article))


def shard_schema() -> pa.Schema:
    """Return the Arrow schema of a shard."""
    import pyarrow as pa

    binary = ("rows", "data")
    return pa.schema([(name, pa.binary() if name in binary else pa.string()) for name in Outcome.__struct_fields__])


def to_batch(outcomes: Iterable[Outcome]) -> pa.Table:
    """Return outcomes as an Arrow table."""
    import pyarrow as pa

    return pa.Table.from_pylist([msgspec.structs.asdict(o) for o in outcomes], schema=shard_schema())


def to_bytes(batch: pa.Table) -> bytes:
    """Return a shard's file."""
    import io

    import pyarrow.parquet as pq

    buffer = io.BytesIO()
    pq.write_table(batch, buffer, compression="zstd")
    return buffer.getvalue()


def shard_name(keys: Iterable[str]) -> str:
    """Return the name of the shard of some articles, given by their keys."""
    return f"{hashlib.sha256(' '.join(keys).encode()).hexdigest()[:24]}.parquet"


def write_shard(folder: Path, outcomes: list[Outcome]) -> Path:
    """Write a shard so that it is there whole or not at all; return its path."""
    path = folder / shard_name(o.key for o in outcomes)
    folder.mkdir(parents=True, exist_ok=True)
    replace_file(path, to_bytes(to_batch(outcomes)))
    return path


def read_shard(path: Path) -> Iterator[Outcome]:
    """Yield the outcomes of a shard."""
    import pyarrow.parquet as pq

    for row in pq.read_table(path).to_pylist():
        yield Outcome(**row)


def record_outcomes(state: State, outcomes: Iterable[Outcome], build: int) -> int:
    """Write outcomes into the state, inside the caller's transaction; return how many articles are new. What is there already changes nothing."""
    decode = msgspec.msgpack.Decoder(Prepared).decode
    new = 0
    for found in outcomes:
        if found.rows is not None:
            new += add(state, decode(found.rows), build)
            state.db.execute("DELETE FROM failure WHERE key = ?", (found.key,))
        else:
            columns: tuple[Any, ...] = (found.key, found.article, found.file, found.record, found.component, found.error, found.sha256, found.data)
            state.db.execute("INSERT OR REPLACE INTO failure VALUES (?, ?, ?, ?, ?, ?, ?, ?)", columns)
    return new


def failed_reads(state: State) -> Iterator[tuple[Article, str, str]]:
    """Yield the articles that were set aside, to be coded again."""
    for file, record, data in state.all("SELECT file, record, data FROM failure WHERE data IS NOT NULL ORDER BY file, record, key"):
        yield msgspec.msgpack.decode(data, type=Article), file, record


def input_of(file: str) -> str:
    """Return the input that a file is, or that it was packed in."""
    return file.partition(" > ")[0]


_OF_INPUT = "(file = ? OR substr(file, 1, ?) = ?)"  # the input itself, or packed in it


def _of_input(path: str) -> tuple[str, int, str]:
    return path, len(path) + 3, f"{path} > "


def count_failures(state: State, path: str) -> tuple[int, int]:
    """Return how many articles of an input could not be coded, and how many could not be read."""
    counts = dict(state.all(f"SELECT data IS NOT NULL, count(*) FROM failure WHERE {_OF_INPUT} GROUP BY 1", *_of_input(path)))
    return counts.get(1, 0), counts.get(0, 0)


def forget_unread(state: State, path: str, told: Container[str]) -> None:
    """Drop what an earlier state of an input had that could not be read, but for the failures (by key) that its reading told now."""
    old = state.all(f"SELECT key FROM failure WHERE data IS NULL AND {_OF_INPUT}", *_of_input(path))
    state.many("DELETE FROM failure WHERE key = ?", (row for row in old if row[0] not in told))
