"""Reports of new articles against the rest: which pairs are worth joining, and the incidents that come of them.

A pair is compared when some block holds both of its reports. ``edge`` keeps the pairs that score high enough, each with the number of blocks that call for it:
a block that grows crowded calls for fewer.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from reportedly.corpus.blocking import block_keys, pairs_in_block
from reportedly.corpus.clustering import cluster, components
from reportedly.corpus.comparing import LINKED, Traits, compare, prepare
from reportedly.corpus.model import Report
from reportedly.corpus.state import State, reach

_decode_report = msgspec.msgpack.Decoder(Report).decode
_KEPT = 20_000  # reports kept ready for comparing
_TOGETHER = 500  # blocks whose members are read together
Pair = tuple[str, str]
Known = Callable[[str, str], tuple[float | None] | None]  # a pair's score where it was worked out elsewhere


def link_reports(state: State, new: Sequence[str], known: Known | None = None) -> dict[str, str]:
    """Link the reports of new articles; return every report whose incident changed, with its incident of before or of now."""
    traits = [prepare(_decode_report(data)) for (data,) in state.each_in("SELECT data FROM report WHERE article IN (?)", new)]
    score = _Comparer(state, traits, known)
    changed = {t.report.key for t in traits} | _find_edges(state, traits, score)
    return _regroup(state, changed, score)


def pairs_that_change(members: Sequence[Traits], fresh: Sequence[Traits]) -> tuple[set[Pair], set[Pair]]:
    """Return which pairs a block calls for, and which it no longer does, when fresh reports join its members. A pure function.

    Two reports of one article are no pair: it tells them as two.
    """
    now = _keys(pairs_in_block([*members, *fresh]))
    before = _keys(pairs_in_block(members)) if len(members) > 1 else set()
    return now - before, before - now


def _keys(pairs: Iterable[tuple[Traits, Traits]]) -> set[Pair]:
    return {(a.report.key, b.report.key) for a, b in pairs if a.report.article != b.report.article}


def _find_edges(state: State, fresh: Sequence[Traits], score: _Comparer) -> set[str]:
    """Bring the edges up to date with fresh reports; return the reports whose edges changed."""
    blocks: dict[str, list[Traits]] = {}
    for traits in fresh:
        for block in block_keys(traits):
            blocks.setdefault(block, []).append(traits)
    called: Counter[Pair] = Counter()
    for block, keys in _members(state, sorted(blocks, key=_by_day)):  # so that the reports of a day are at hand together
        if len(keys) + len(blocks[block]) < 2:
            continue
        more, fewer = pairs_that_change(score.load(keys), blocks[block])
        called.update({pair: 1 for pair in more if (found := score(*pair)) is not None and found >= LINKED})
        called.subtract({pair: 1 for pair in fewer if (found := score(*pair)) is not None and found >= LINKED})
    # In the order of the tables, which then take them page by page.
    state.many("INSERT INTO block VALUES (?, ?)", sorted((block, t.report.key) for block, members in blocks.items() for t in members))
    edges = sorted((a, b, score(a, b), count) for (a, b), count in called.items() if count)
    state.many("INSERT INTO edge VALUES (?, ?, ?, ?) ON CONFLICT (a, b) DO UPDATE SET support = support + excluded.support", edges)
    state.many("DELETE FROM edge WHERE a = ? AND b = ? AND support <= 0", ((a, b) for a, b, _, count in edges if count < 0))
    return {key for a, b, _, _ in edges for key in (a, b)}


def _members(state: State, blocks: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield blocks with the reports that they have, in their order."""
    for i in range(0, len(blocks), _TOGETHER):
        found: dict[str, list[str]] = {block: [] for block in blocks[i : i + _TOGETHER]}
        for block, report in state.each_in("SELECT block, report FROM block WHERE block IN (?)", found):
            found[block].append(report)
        yield from found.items()


def _by_day(block: str) -> tuple[int, str]:
    return int(block.split(" ", 2)[1]), block


def _regroup(state: State, changed: set[str], score: _Comparer) -> dict[str, str]:
    """Make the incidents of changed reports, and of all that hang together with them, anew from their edges."""
    moved: dict[str, str] = {}
    members = reach(state, ("SELECT b FROM edge WHERE a IN (?)", "SELECT a FROM edge WHERE b IN (?)"), changed)
    edges = {(a, b): s for a, b, s in state.each_in("SELECT a, b, score FROM edge WHERE a IN (?)", members)}
    before = dict(state.each_in("SELECT key, incident FROM report WHERE key IN (?)", members))
    published = dict(state.each_in("SELECT key, published FROM article WHERE key IN (?)", (m.partition(":")[0] for m in members)))
    of: dict[str, dict[Pair, float]] = {}
    groups = components(members, edges)
    home = {m: group[0] for group in groups for m in group}
    for pair, found in edges.items():
        of.setdefault(home[pair[0]], {})[pair] = found
    for component in groups:
        for group in cluster(component, of.get(component[0], {}), score):
            first = min(group, key=lambda k: (published[k.partition(":")[0]] or "9999", k))
            incident = "i" + hashlib.sha256(first.encode()).hexdigest()[:12]
            moved |= {key: before[key] or incident for key in group if before[key] != incident}
            state.many("UPDATE report SET incident = ? WHERE key = ?", ((incident, key) for key in group if before[key] != incident))
    return moved


class _Comparer:
    """Scores of pairs of reports by key, with the reports and scores it needs kept for a while."""

    def __init__(self, state: State, fresh: Iterable[Traits], known: Known | None) -> None:
        self.state, self.known = state, known
        self.traits = {t.report.key: t for t in fresh}
        self.scores: dict[Pair, float | None] = {}

    def load(self, keys: Sequence[str]) -> list[Traits]:
        if len(self.traits) > _KEPT:
            self.traits.clear()
        if missing := [k for k in keys if k not in self.traits]:
            for key, data in self.state.each_in("SELECT key, data FROM report WHERE key IN (?)", missing):
                self.traits[key] = prepare(_decode_report(data))
        return [self.traits[k] for k in keys]

    def __call__(self, a: str, b: str) -> float | None:
        if (a, b) not in self.scores:
            if len(self.scores) > 20 * _KEPT:
                self.scores.clear()
            one_article = a.partition(":")[0] == b.partition(":")[0]
            found = self.known(a, b) if self.known is not None else None
            self.scores[a, b] = None if one_article else found[0] if found is not None else compare(*self.load((a, b)))
        return self.scores[a, b]
