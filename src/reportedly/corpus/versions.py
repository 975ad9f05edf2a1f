"""Texts of new articles against the rest: which is a newer version of which, and which carry one text."""

from __future__ import annotations

from array import array

from reportedly.corpus.copies import are_copies, bands
from reportedly.corpus.state import State, reach


def order_versions(state: State, new: list[str]) -> set[str]:
    """Say of each article with versions which one is current; return the articles that this changed."""
    neighbours = ["SELECT other.article FROM mark own JOIN mark other ON other.mark = own.mark WHERE own.article IN (?)"]
    changed: set[str] = set()
    done: set[str] = set()
    for key in new:
        if key in done:
            continue
        versions = reach(state, neighbours, [key])
        done |= versions
        if len(versions) == 1:
            continue
        rows = sorted((stamp, build, k, following) for k, stamp, build, following in state.each_in("SELECT key, stamp, build, superseded_by FROM article WHERE key IN (?)", versions))
        for i, (_, _, k, following) in enumerate(rows):
            follows = rows[i + 1][2] if i + 1 < len(rows) else None
            if follows != following:
                state.db.execute("UPDATE article SET current = ?, superseded_by = ? WHERE key = ?", (follows is None, follows, k))
                changed.add(k)
    return changed


def group_copies(state: State, new: list[str]) -> set[str]:
    """Find which articles carry one text and which outlet stands for each group; return the articles that this changed."""
    compared: set[str] = set()
    for key in new:
        runs = _runs(state, key)
        marks = bands(runs)
        shared = state.all(f"SELECT article, count(*) FROM band WHERE band IN ({','.join('?' * len(marks))}) AND article <> ? GROUP BY article", *marks, key)
        for other, count in sorted(shared, key=lambda row: (-row[1], row[0])):
            others = _runs(state, other)
            if are_copies(runs, others):
                state.db.execute("INSERT OR IGNORE INTO copy VALUES (?, ?)", sorted((key, other)))
            if count == len(marks) and runs == others and (other in compared or state.one("SELECT linked FROM article WHERE key = ?", other)):
                break  # what that one was found to be a copy of, this one is
        compared.add(key)
    changed: set[str] = set()
    done: set[str] = set()
    neighbours = ("SELECT b FROM copy WHERE a IN (?)", "SELECT a FROM copy WHERE b IN (?)")
    for key in new:
        if key in done:
            continue
        group = reach(state, neighbours, [key])
        done |= group
        rows = sorted((stamp or "9999", outlet or "", k) for k, stamp, outlet in state.each_in("SELECT key, stamp, outlet FROM article WHERE key IN (?)", group))
        copies, origin = min(group), rows[0][1] or rows[0][2]
        for k, old, old_origin in list(state.each_in("SELECT key, copies, origin FROM article WHERE key IN (?)", group)):
            if (old, old_origin) != (copies, origin):
                state.db.execute("UPDATE article SET copies = ?, origin = ? WHERE key = ?", (copies, origin, k))
                changed.add(k)
    return changed


def _runs(state: State, key: str) -> array[int]:
    runs = array("I")
    runs.frombytes(state.one("SELECT runs FROM record WHERE key = ?", key))
    return runs
