"""Linking: bring what was added since the last time together with the corpus, a transaction a portion.

Every step takes up only what the new articles touch, and gives what it would give if all articles had come at once: pairs are compared by pure functions
in blocks, groups are made anew from stored pairs in a canonical order, and rows anew from the groups.
"""

from __future__ import annotations

import msgspec

from reportedly.corpus.claims import make_claims
from reportedly.corpus.incidents import incident_row
from reportedly.corpus.model import Report, Source
from reportedly.corpus.naming import name_actors, namer
from reportedly.corpus.pairing import Known, link_reports
from reportedly.corpus.state import State, slot
from reportedly.corpus.versions import group_copies, order_versions

_encode = msgspec.msgpack.encode
_decode_report = msgspec.msgpack.Decoder(Report).decode
PORTION = 4_000  # articles linked in one transaction
TOGETHER = 500  # incidents whose reports are read together


def link(state: State, portion: int = PORTION, known: Known | None = None) -> int:
    """Link every article added since the last time; return how many these were. They are taken in portions by day, each a transaction, so that memory stays bounded.

    ``known`` gives scores of pairs that were compared elsewhere; the others are compared here.
    """
    count = 0
    while new := [row[0] for row in state.all("SELECT key FROM article WHERE linked = 0 ORDER BY published, key LIMIT ?", portion)]:
        with state.transaction():
            _link_portion(state, sorted(new), known)
        count += len(new)
    if count:
        with state.transaction():
            state.set_meta("builds", str(int(state.meta("builds", "0")) + 1))
    return count


def _link_portion(state: State, new: list[str], known: Known | None) -> None:
    touched = set(new) | order_versions(state, new) | group_copies(state, new)
    touched |= name_actors(state)
    moved = link_reports(state, new, known)
    touched |= {key.partition(":")[0] for key in moved}
    stale = {row[0] for row in state.each_in("SELECT incident FROM report WHERE article IN (?)", touched)}
    _write_incidents(state, (stale | set(moved.values())) - {None})
    named = (row[0] for row in state.each_in("SELECT d.actor FROM naming n JOIN designation d ON d.key = n.designation WHERE n.article IN (?)", touched))
    state.mark_stale("article", touched)
    state.mark_stale("actor", {a for a in named if a})
    state.many("UPDATE article SET linked = 1 WHERE key = ?", ((key,) for key in new))


def _write_incidents(state: State, touched: set[str]) -> None:
    """Make the rows and claims of incidents anew from their reports; those without reports go."""
    name_of = namer(state)
    ordered = sorted(touched)
    for i in range(0, len(ordered), TOGETHER):
        some = ordered[i : i + TOGETHER]
        reports: dict[str, list[Report]] = {incident: [] for incident in some}
        for _, incident, data in sorted(state.each_in("SELECT key, incident, data FROM report WHERE incident IN (?)", some)):
            reports[incident].append(_decode_report(data))
        sources = {
            key: Source(article=key, outlet=outlet, published=published, current=bool(current), origin=origin)
            for key, outlet, published, current, origin in state.each_in(
                "SELECT key, outlet, published, current, origin FROM article WHERE key IN (?)", (r.article for told in reports.values() for r in told)
            )
        }
        beside = dict(state.each_in("SELECT key, incident FROM report WHERE key IN (?)", (key for told in reports.values() for r in told for key in r.beside)))
        rows = []
        for incident, told in reports.items():
            if told:
                claims = make_claims(incident, told, sources, name_of)
                rows.append((incident, slot(incident), _encode(incident_row(incident, told, claims, sources, name_of, beside.get)), _encode(claims)))
        state.many("INSERT OR REPLACE INTO incident VALUES (?, ?, ?, ?)", rows)
        state.many("DELETE FROM incident WHERE incident = ?", ((incident,) for incident, told in reports.items() if not told))
    state.mark_stale("incident", touched)
