"""What the builds of a corpus set aside, as a table."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.corpus.state import State
from reportedly.corpus.store import read_manifest

if TYPE_CHECKING:
    import pyarrow as pa

FAILURE_COLUMNS = {
    "file": "the input it came from",
    "record": "where in it",
    "article": "id the article came with; empty when it could not be read",
    "component": "where it failed: reading, a module of the coder, or the limit it went over",
    "error": "what went wrong",
    "sha256": "SHA-256 of its text as UTF-8; empty when it could not be read",
}


def failure_table(folder: Path) -> pa.Table:
    """Return one row for everything set aside and not added since. Raise CorpusError when there is no corpus."""
    import pyarrow as pa

    read_manifest(folder)
    state = State(folder / "state.sqlite")
    try:
        rows = state.all(f"SELECT {', '.join(FAILURE_COLUMNS)} FROM failure ORDER BY file, record, key")
    finally:
        state.close()
    schema = pa.schema([(name, pa.string()) for name in FAILURE_COLUMNS])
    return pa.Table.from_pylist([dict(zip(FAILURE_COLUMNS, row, strict=True)) for row in rows], schema=schema)
