"""The state of a corpus: one SQLite file (WAL) with the articles as read, their records, and what is worked out from them.

Two kinds of steps write here. Adding an article is one transaction of its own rows. Linking is one transaction over all that was added since: ended at any
moment, either leaves the corpus as it was before.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

_TABLES = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS article (key TEXT PRIMARY KEY, stamp TEXT, published TEXT, outlet TEXT, build INTEGER, current INTEGER DEFAULT 1, superseded_by TEXT,
    copies TEXT, origin TEXT, linked INTEGER DEFAULT 0, slot INTEGER);
CREATE INDEX IF NOT EXISTS article_unlinked ON article (published, key) WHERE linked = 0;
CREATE INDEX IF NOT EXISTS article_slot ON article (slot);
CREATE TABLE IF NOT EXISTS record (key TEXT PRIMARY KEY, runs BLOB, parties BLOB, data BLOB, coded BLOB);
CREATE TABLE IF NOT EXISTS mark (mark TEXT, article TEXT, PRIMARY KEY (mark, article)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS mark_article ON mark (article);
CREATE TABLE IF NOT EXISTS band (band BLOB, article TEXT, PRIMARY KEY (band, article)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS copy (a TEXT, b TEXT, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS copy_b ON copy (b);
CREATE TABLE IF NOT EXISTS report (key TEXT PRIMARY KEY, article TEXT, incident TEXT, data BLOB);
CREATE INDEX IF NOT EXISTS report_article ON report (article);
CREATE INDEX IF NOT EXISTS report_incident ON report (incident);
CREATE TABLE IF NOT EXISTS block (block TEXT, report TEXT, PRIMARY KEY (block, report)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS edge (a TEXT, b TEXT, score REAL, support INTEGER, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS edge_b ON edge (b);
CREATE TABLE IF NOT EXISTS designation (key TEXT PRIMARY KEY, actor TEXT, fresh INTEGER DEFAULT 1, data BLOB);
CREATE INDEX IF NOT EXISTS designation_actor ON designation (actor);
CREATE INDEX IF NOT EXISTS designation_fresh ON designation (key) WHERE fresh = 1;
CREATE TABLE IF NOT EXISTS sound (block TEXT, designation TEXT, PRIMARY KEY (block, designation)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS sound_designation ON sound (designation);
CREATE TABLE IF NOT EXISTS alike (a TEXT, b TEXT, score REAL, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS alike_b ON alike (b);
CREATE TABLE IF NOT EXISTS naming (designation TEXT, article TEXT, PRIMARY KEY (designation, article)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS naming_article ON naming (article);
CREATE TABLE IF NOT EXISTS actor (actor TEXT PRIMARY KEY, slot INTEGER, row BLOB);
CREATE INDEX IF NOT EXISTS actor_slot ON actor (slot);
CREATE TABLE IF NOT EXISTS incident (incident TEXT PRIMARY KEY, slot INTEGER, row BLOB, claims BLOB);
CREATE INDEX IF NOT EXISTS incident_slot ON incident (slot);
CREATE TABLE IF NOT EXISTS failure (key TEXT PRIMARY KEY, article TEXT, file TEXT, record TEXT, component TEXT, error TEXT, sha256 TEXT, data BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS input (path TEXT PRIMARY KEY, size INTEGER, sha256 TEXT, how TEXT, articles INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS stale (kind TEXT, key TEXT, PRIMARY KEY (kind, key)) WITHOUT ROWID;
"""


class State:
    """The open state file; ``with state.transaction():`` commits all or nothing."""

    def __init__(self, path: Path) -> None:
        self.db = sqlite3.connect(path, isolation_level=None, timeout=30)
        self.db.execute("PRAGMA journal_mode = WAL")
        self.db.execute("PRAGMA synchronous = NORMAL")
        self.db.execute("PRAGMA cache_size = -131072")  # KiB
        self.db.executescript(_TABLES)

    def transaction(self) -> _Transaction:
        """Return a context that begins a transaction and commits it, or rolls it back when an exception leaves it."""
        return _Transaction(self.db)

    def all(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Return the rows of a query."""
        return self.db.execute(sql, values).fetchall()

    def one(self, sql: str, *values: Any) -> Any:
        """Return the first value of the first row of a query, or None."""
        row = self.db.execute(sql, values).fetchone()
        return None if row is None else row[0]

    def many(self, sql: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Run a statement for each row."""
        self.db.executemany(sql, rows)

    def each_in(self, sql: str, keys: Iterable[str]) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query with ``IN (?)`` for the keys, in their order in pieces that SQLite can take."""
        ordered = sorted(set(keys))
        for i in range(0, len(ordered), 500):
            piece = ordered[i : i + 500]
            yield from self.db.execute(sql.replace("(?)", f"({','.join('?' * len(piece))})"), piece)

    def meta(self, name: str, default: str = "") -> str:
        """Return a value kept under a name."""
        found = self.one("SELECT value FROM meta WHERE name = ?", name)
        return default if found is None else str(found)

    def set_meta(self, name: str, value: str) -> None:
        """Keep a value under a name."""
        self.db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def mark_stale(self, kind: str, keys: Iterable[str]) -> None:
        """Note what the tables no longer show rightly."""
        self.many("INSERT OR IGNORE INTO stale VALUES (?, ?)", ((kind, k) for k in sorted(keys)))

    def close(self) -> None:
        """Close the file."""
        self.db.close()


class _Transaction:
    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    def __enter__(self) -> None:
        self.db.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: object, *_: object) -> None:
        self.db.execute("ROLLBACK" if kind is not None else "COMMIT")



def slot(key: str) -> int:
    """Return where a key lies among 2**32 places of even use, by which tables are cut into parts."""
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:4])


def reach(state: State, queries: Iterable[str], start: Iterable[str]) -> set[str]:
    """Return everything that can be reached from some keys; each query gives neighbours of the keys ``(?)``."""
    found, rim = set(start), set(start)
    while rim:
        rim = {row[0] for sql in queries for row in state.each_in(sql, rim)} - found
        found |= rim
    return found
