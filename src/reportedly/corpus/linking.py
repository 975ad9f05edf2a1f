"""Linking: bring what was added since the last time together with the corpus, in one transaction.

Every step takes up only what the new articles touch, and gives what it would give if all articles had come at once: pairs are compared by pure functions
in blocks, groups are made anew from stored pairs in a canonical order, and rows anew from the groups.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Callable, Iterable

import msgspec

from reportedly.corpus import actors
from reportedly.corpus.blocking import CROWDED, pairs_in_block
from reportedly.corpus.claims import make_claims
from reportedly.corpus.clustering import cluster, components
from reportedly.corpus.comparing import LINKED, Traits, compare, prepare
from reportedly.corpus.copies import are_copies, bands
from reportedly.corpus.incidents import incident_row
from reportedly.corpus.model import Party, Report, Source
from reportedly.corpus.state import State, reach

_encode = msgspec.msgpack.encode
_decode_report = msgspec.msgpack.Decoder(Report).decode
_decode_party = msgspec.msgpack.Decoder(Party).decode
PORTION = 4_000  # articles linked in one transaction
_KEPT = 20_000  # reports kept ready for comparing


def link(state: State, portion: int = PORTION) -> int:
    """Link every article added since the last time; return how many these were. They are taken in portions by day, each a transaction, so that memory stays bounded."""
    count = 0
    while new := [row[0] for row in state.all("SELECT key FROM article WHERE linked = 0 ORDER BY published, key LIMIT ?", portion)]:
        _link_portion(state, sorted(new))
        count += len(new)
    if count:
        with state.transaction():
            state.set_meta("builds", str(int(state.meta("builds", "0")) + 1))
    return count


def _link_portion(state: State, new: list[str]) -> None:
    with state.transaction():
        touched = set(new) | _order_versions(state, new) | _group_copies(state, new)
        touched |= _name_actors(state, new)
        moved = _link_reports(state, new)
        touched |= {key.partition(":")[0] for key in moved}
        stale = {row[0] for row in state.each_in("SELECT incident FROM report WHERE article IN (?)", touched)}
        _write_incidents(state, (stale | set(moved.values())) - {None})
        named = (row[0] for row in state.each_in("SELECT d.actor FROM naming n JOIN designation d ON d.key = n.designation WHERE n.article IN (?)", touched))
        state.mark_stale("article", touched)
        state.mark_stale("actor", sorted({a for a in named if a}))
        state.many("UPDATE article SET linked = 1 WHERE key = ?", ((key,) for key in new))


# versions and copies -----------------------------------------------------------------------------------------------------------


def _order_versions(state: State, new: list[str]) -> set[str]:
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


def _group_copies(state: State, new: list[str]) -> set[str]:
    """Find which articles carry one text and which outlet stands for each group; return the articles that this changed."""
    for key in new:
        runs = _runs(state, key)
        marks = bands(runs)
        candidates = {row[0] for row in state.all(f"SELECT article FROM band WHERE band IN ({','.join('?' * len(marks))})", *marks)} - {key}
        pairs = [sorted((key, other)) for other in sorted(candidates) if are_copies(runs, _runs(state, other))]
        state.many("INSERT OR IGNORE INTO copy VALUES (?, ?)", (tuple(p) for p in pairs))
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
    runs = array("L")
    runs.frombytes(state.one("SELECT runs FROM article WHERE key = ?", key))
    return runs


# actors ------------------------------------------------------------------------------------------------------------------------


def _name_actors(state: State, new: list[str]) -> set[str]:
    """Give every designation its actor; return the articles whose actors this changed."""
    fresh = [row[0] for row in state.all("SELECT key FROM designation WHERE fresh = 1 ORDER BY key")]
    known: dict[str, Party] = {}

    def party(key: str) -> Party:
        if key not in known:
            known[key] = _decode_party(state.one("SELECT data FROM designation WHERE key = ?", key))
        return known[key]

    for key in fresh:
        for (other,) in state.all("SELECT DISTINCT o.designation FROM sound s JOIN sound o ON o.block = s.block WHERE s.designation = ? AND o.designation <> ?", key, key):
            a, b = sorted((key, other))
            one, two = party(a), party(b)
            score = actors.same_actor(one, two) or 0.0
            if actors.is_surname(one) != actors.is_surname(two):
                surname, full = (one, two) if actors.is_surname(one) else (two, one)
                score = 1.0 if actors.fits_surname(surname, full) else 0.0
            elif actors.is_surname(one) and score == 0.0 and one.role == two.role and one.country == two.country:
                score = 1.0
            if score > 0:
                state.db.execute("INSERT OR REPLACE INTO alike VALUES (?, ?, ?)", (a, b, score))
    changed: set[str] = set()
    done: set[str] = set()
    for key in fresh:
        if key in done:
            continue
        members = reach(state, ("SELECT b FROM alike WHERE a IN (?)", "SELECT a FROM alike WHERE b IN (?)"), [key])
        done |= members
        edges = {(a, b): s for a, b, s in state.each_in("SELECT a, b, score FROM alike WHERE a IN (?)", members)}
        for group in actors.group_designations({m: party(m) for m in members}, edges):
            row = actors.describe([party(m) for m in group])
            state.db.execute("INSERT OR REPLACE INTO actor VALUES (?, ?)", (row["actor"], _encode(row)))
            for m, old in list(state.each_in("SELECT key, actor FROM designation WHERE key IN (?)", group)):
                if old != row["actor"]:
                    state.db.execute("UPDATE designation SET actor = ? WHERE key = ?", (row["actor"], m))
                    state.mark_stale("actor", [a for a in (old, row["actor"]) if a])
                    if old is not None:
                        changed |= {r[0] for r in state.all("SELECT article FROM naming WHERE designation = ?", m)}
    state.db.execute("UPDATE designation SET fresh = 0 WHERE fresh = 1")
    state.db.execute("DELETE FROM actor WHERE actor NOT IN (SELECT actor FROM designation WHERE actor IS NOT NULL)")
    return changed


# incidents -----------------------------------------------------------------------------------------------------------------------


class _Comparer:
    """Scores of pairs of reports by key, with the reports and scores it needs kept for a while."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.traits: dict[str, Traits] = {}
        self.scores: dict[tuple[str, str], float | None] = {}

    def get(self, key: str) -> Traits:
        return self.load([key])[0]

    def load(self, keys: Iterable[str]) -> list[Traits]:
        keys = list(keys)
        if len(self.traits) > _KEPT:
            self.traits.clear()
        missing = [k for k in keys if k not in self.traits]
        for key, data in self.state.each_in("SELECT key, data FROM report WHERE key IN (?)", missing):
            self.traits[key] = prepare(_decode_report(data))
        return [self.traits[k] for k in keys]

    def __call__(self, a: str, b: str) -> float | None:
        if (a, b) not in self.scores:
            if len(self.scores) > 20 * _KEPT:
                self.scores.clear()
            one_article = a.partition(":")[0] == b.partition(":")[0]  # which tells them as two
            self.scores[a, b] = None if one_article else compare(self.get(a), self.get(b))
        return self.scores[a, b]


def _link_reports(state: State, new: list[str]) -> dict[str, str]:
    """Link the reports of new articles; return every report whose incident changed, with its incident of before or of now."""
    fresh = {row[0] for row in state.each_in("SELECT key FROM report WHERE article IN (?)", new)}
    score = _Comparer(state)
    waiting = {row[0] for row in state.all("SELECT key FROM article WHERE linked = 0")} - set(new)
    changed = set(fresh)
    blocks = {row[0] for row in state.each_in("SELECT block FROM block WHERE report IN (?)", fresh)}
    for block in sorted(blocks, key=_by_day):  # so that the reports of a day are at hand together
        changed |= _link_block(state, block, fresh, waiting, score)
    moved: dict[str, str] = {}
    members = reach(state, ("SELECT b FROM edge WHERE a IN (?)", "SELECT a FROM edge WHERE b IN (?)"), changed)
    edges = {(a, b): s for a, b, s in state.each_in("SELECT a, b, score FROM edge WHERE a IN (?)", members)}
    before = dict(state.each_in("SELECT key, incident FROM report WHERE key IN (?)", members))
    published = dict(state.each_in("SELECT key, published FROM article WHERE key IN (?)", (m.partition(":")[0] for m in members)))
    of: dict[str, dict[tuple[str, str], float]] = {}
    groups = components(members, edges)
    home = {m: group[0] for group in groups for m in group}
    for pair, found in edges.items():
        of.setdefault(home[pair[0]], {})[pair] = found
    for component in groups:
        for group in cluster(component, of.get(component[0], {}), score):
            first = min(group, key=lambda k: (published[k.partition(":")[0]] or "9999", k))
            incident = "i" + hashlib.sha256(first.encode()).hexdigest()[:12]
            for key in group:
                if before[key] != incident:
                    state.db.execute("UPDATE report SET incident = ? WHERE key = ?", (incident, key))
                    moved[key] = before[key] or incident
    return moved


def _by_day(block: str) -> tuple[int, str]:
    return int(block.split(" ", 2)[1]), block


def _link_block(state: State, block: str, fresh: set[str], waiting: set[str], score: _Comparer) -> set[str]:
    """Compare the new reports of a block with the others, those of ``waiting`` articles left for later; return the reports whose pairs changed besides the new ones."""
    keys = [row[0] for row in state.all("SELECT report FROM block WHERE block = ?", block) if row[0].partition(":")[0] not in waiting]
    changed: set[str] = set()
    if len(keys) > CROWDED:  # neighbours change with every newcomer, so the block is compared anew
        changed = {k for row in state.all("SELECT a, b FROM edge WHERE block = ?", block) for k in row}
        state.db.execute("DELETE FROM edge WHERE block = ?", (block,))
    pairs = ((a.report, b.report) for a, b in pairs_in_block(score.load(keys)))
    rows = []
    for a, b in pairs:
        if a.article != b.article and (len(keys) > CROWDED or a.key in fresh or b.key in fresh):
            found = score(a.key, b.key)
            if found is not None and found >= LINKED:
                rows.append((a.key, b.key, block, found))
    state.many("INSERT OR REPLACE INTO edge VALUES (?, ?, ?, ?)", rows)
    return changed


def _write_incidents(state: State, touched: set[str]) -> None:
    """Make the rows and claims of incidents anew from their reports; those without reports go."""
    name_of = _namer(state)

    def incident_of(key: str) -> str | None:
        found: str | None = state.one("SELECT incident FROM report WHERE key = ?", key)
        return found

    for incident in sorted(touched):
        reports = [_decode_report(data) for (data,) in state.all("SELECT data FROM report WHERE incident = ? ORDER BY key", incident)]
        if not reports:
            state.db.execute("DELETE FROM incident WHERE incident = ?", (incident,))
            continue
        sources = {
            key: Source(article=key, outlet=outlet, published=published, current=bool(current), origin=origin)
            for key, outlet, published, current, origin in state.each_in("SELECT key, outlet, published, current, origin FROM article WHERE key IN (?)", (r.article for r in reports))
        }
        claims = make_claims(incident, reports, sources, name_of)
        row = incident_row(incident, reports, claims, sources, name_of, incident_of)
        state.db.execute("INSERT OR REPLACE INTO incident VALUES (?, ?, ?)", (incident, _encode(row), _encode(claims)))
    state.mark_stale("incident", touched)


def _namer(state: State) -> Callable[[Party], tuple[str, str]]:
    """Return what gives a party its actor's id and name."""
    known: dict[Party, tuple[str, str]] = {}

    def name_of(party: Party) -> tuple[str, str]:
        if party not in known:
            data = state.one("SELECT a.row FROM designation d JOIN actor a ON a.actor = d.actor WHERE d.key = ?", actors.designation_key(party))
            row = msgspec.msgpack.decode(data)
            known[party] = row["actor"], row["name"]
        return known[party]

    return name_of
