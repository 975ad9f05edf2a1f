"""Names of new articles against the rest: which designations are one actor, and what an actor is called."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from reportedly.corpus import actors
from reportedly.corpus.model import Party
from reportedly.corpus.state import State, reach, slot

_encode = msgspec.msgpack.encode
_decode_party = msgspec.msgpack.Decoder(Party).decode


def _others(state: State, key: str) -> list[str]:
    """Return the designations that a new one is to be compared with. Those of one entry of the lexicon make a chain, which holds them together as well as all their pairs."""
    keys = [row[0] for row in state.all("SELECT block FROM sound WHERE designation = ?", key)]
    found = {row[0] for row in state.each_in("SELECT designation FROM sound WHERE block IN (?)", actors.keys_to_ask(keys))}
    for block in keys:
        if block.startswith("actor "):
            found.add(state.one("SELECT max(designation) FROM sound WHERE block = ? AND designation < ?", block, key))
            found.add(state.one("SELECT min(designation) FROM sound WHERE block = ? AND designation > ?", block, key))
    return sorted(other for other in found if other and other != key)


def name_actors(state: State) -> set[str]:
    """Give every designation its actor; return the articles whose actors this changed."""
    fresh = [row[0] for row in state.all("SELECT key FROM designation WHERE fresh = 1 ORDER BY key")]
    known: dict[str, Party] = {}

    def party(key: str) -> Party:
        if key not in known:
            known[key] = _decode_party(state.one("SELECT data FROM designation WHERE key = ?", key))
        return known[key]

    for key in fresh:
        for other in _others(state, key):
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
    left: set[str] = set()  # actors that lost a designation
    done: set[str] = set()
    for key in fresh:
        if key in done:
            continue
        members = reach(state, ("SELECT b FROM alike WHERE a IN (?)", "SELECT a FROM alike WHERE b IN (?)"), [key])
        done |= members
        edges = {(a, b): s for a, b, s in state.each_in("SELECT a, b, score FROM alike WHERE a IN (?)", members)}
        for group in actors.group_designations({m: party(m) for m in members}, edges):
            row = actors.describe([party(m) for m in group])
            state.db.execute("INSERT OR REPLACE INTO actor VALUES (?, ?, ?)", (row["actor"], slot(row["actor"]), _encode(row)))
            for m, old in list(state.each_in("SELECT key, actor FROM designation WHERE key IN (?)", group)):
                if old != row["actor"]:
                    state.db.execute("UPDATE designation SET actor = ? WHERE key = ?", (row["actor"], m))
                    state.mark_stale("actor", [a for a in (old, row["actor"]) if a])
                    if old is not None:
                        left.add(old)
                        changed |= {r[0] for r in state.all("SELECT article FROM naming WHERE designation = ?", m)}
    state.db.execute("UPDATE designation SET fresh = 0 WHERE fresh = 1")
    for actor in sorted(left):
        state.db.execute("DELETE FROM actor WHERE actor = ? AND NOT EXISTS (SELECT 1 FROM designation WHERE actor = ?)", (actor, actor))
    return changed


def namer(state: State) -> Callable[[Party], tuple[str, str]]:
    """Return what gives a party its actor's id and name."""
    known: dict[Party, tuple[str, str]] = {}

    def name_of(party: Party) -> tuple[str, str]:
        if party not in known:
            data = state.one("SELECT a.row FROM designation d JOIN actor a ON a.actor = d.actor WHERE d.key = ?", actors.designation_key(party))
            row = msgspec.msgpack.decode(data)
            known[party] = row["actor"], row["name"]
        return known[party]

    return name_of
