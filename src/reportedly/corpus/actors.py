"""Actors across articles: which names are one person or group. By lexicon first, then by name with role and country; never by surname alone.

A designation is what an article calls an actor, with all it says of it. Designations are compared in blocks of words that sound alike and grouped as
incidents are, so the outcome does not depend on the order of arrival. Descriptions ("police") and bare surnames are no identity: equal words share an id and no more.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from reportedly.corpus.clustering import cluster
from reportedly.corpus.model import Party
from reportedly.corpus.names import full_names_match, group_names_match, name_words, skeleton, words_match
from reportedly.corpus.parties import is_acronym
from reportedly.lexicons.actors import fold

SAME = 3.0
_COMMON = frozenset({"spokesman", "spokeswoman", "minister", "the", "of", "for", "former"})


def designation(party: Party) -> Party:
    """Return a party without what belongs to its article, so that equal ones of different articles are equal."""
    if not party.named:
        return msgspec.structs.replace(party, id="", role=None)
    return msgspec.structs.replace(party, id="")


def designation_key(party: Party) -> str:
    """Return the key of a party's designation."""
    return hashlib.sha256(msgspec.json.encode(designation(party))).hexdigest()[:16]


def block_keys(party: Party) -> tuple[str, ...]:
    """Return the keys under which designations that may be one actor find one another; none for descriptions and bare surnames."""
    if not party.named or is_bare(party):
        return ()
    words = name_words(party.known or party.name)
    head = "known" if party.known else "new"
    keys = {f"actor {party.known}"} if party.known else set()
    if is_surname(party):
        return (f"surname {skeleton(words[0])} {party.country}",)
    if party.kind == "person":
        keys |= {f"{head} {skeleton(words[0])} {skeleton(w)}" for w in words[1:] if len(w) > 2}  # no match without the first word
        if party.role and party.country:
            keys |= {f"full {skeleton(w)} {party.country}" for w in words[1:]}
    if party.kind == "group" or party.place:
        keys |= {f"{head} group {' '.join(skeleton(w) for w in words)}", f"{head} letters {''.join(w[0] for w in words if w not in _COMMON)}"}
        if party.name.isupper() and len(words) == 1:
            keys.add(f"{head} letters {words[0]}")
    return tuple(sorted(keys))


def keys_to_ask(keys: Iterable[str]) -> tuple[str, ...]:
    """Return the keys under which a designation with these keys is to look for others. Those of one entry of the lexicon are one anyway."""
    out = set()
    for head, _, rest in (k.partition(" ") for k in keys):
        if head == "known":
            out.add(f"new {rest}")
        elif head == "new":
            out |= {f"new {rest}", f"known {rest}"}
        elif head == "surname":
            out |= {f"surname {rest}", f"full {rest}"}
        elif head == "full":
            out.add(f"surname {rest}")
    return tuple(sorted(out))


def same_actor(a: Party, b: Party) -> float | None:
    """Return a score when two designations are of one actor, 0 when nothing tells, None when they cannot be."""
    if a.known and b.known:
        return SAME + 2 if a.known == b.known else None
    if a.country and b.country and a.country != b.country:
        return None
    if a.place or b.place:  # the model may take a place for a person, or a body
        return SAME if group_names_match(a.name, b.name) else 0.0
    if a.kind != b.kind:
        return None
    one, other = a.known or a.name, b.known or b.name
    if a.kind == "group":
        if group_names_match(one, other):
            return SAME
        return SAME if is_acronym(a.name, name_words(other)) or is_acronym(b.name, name_words(one)) else 0.0
    if min(len(name_words(one)), len(name_words(other))) < 2:
        return 0.0  # a surname: see fits_surname
    if not full_names_match(one, other):
        return None
    if a.role and b.role and not _share(a.role, b.role) and not (a.country and a.country == b.country) and not _share(a.affiliation or "", b.affiliation or ""):
        return 0.0  # two offices and nothing else in common: two people may share a name
    return SAME + 1


def _share(one: str, other: str) -> bool:
    return bool(set(fold(one)) & set(fold(other)) - _COMMON)


def is_surname(party: Party) -> bool:
    """Whether a person goes by one word only and the lexicon does not know it."""
    return party.kind == "person" and party.named and not party.known and len(name_words(party.name)) < 2


def is_bare(party: Party) -> bool:
    """Whether a person goes by a surname and the article says too little else to know it again elsewhere; like a description it is no identity."""
    return is_surname(party) and not (party.role and party.country)


def fits_surname(surname: Party, full: Party) -> bool:
    """Whether a person known by a surname may be one with a full name: the word fits, and role and country are the same."""
    words = name_words(full.known or full.name)
    return (
        full.kind == "person" and len(words) > 1 and any(words_match(name_words(surname.name)[0], w) for w in words[1:])
        and bool(surname.country) and surname.country == full.country and bool(surname.role and full.role) and _share(surname.role or "", full.role or "")
    )  # fmt: skip


def group_designations(parties: dict[str, Party], edges: dict[tuple[str, str], float]) -> list[list[str]]:
    """Return the groups of one component of designations: full names first, then each surname with the one group that fits it."""
    full = [k for k, p in parties.items() if not is_surname(p)]
    groups = cluster(full, {p: s for p, s in edges.items() if s >= SAME and p[0] in full and p[1] in full}, lambda a, b: same_actor(parties[a], parties[b]))
    alone: dict[Party, list[str]] = {}
    attached: list[tuple[list[str], str]] = []
    for key in sorted(k for k, p in parties.items() if is_surname(p)):
        fitting = [g for g in groups if any(fits_surname(parties[key], parties[m]) for m in g)]
        if len(fitting) == 1:
            attached.append((fitting[0], key))
        else:
            alone.setdefault(msgspec.structs.replace(parties[key], name=" ".join(name_words(parties[key].name))), []).append(key)
    for group, key in attached:
        group.append(key)
    return sorted([sorted(g) for g in groups] + [sorted(g) for g in alone.values()])


def describe(group: Sequence[Party]) -> dict[str, Any]:
    """Return the row of an actor from its designations: id, name, and what they say of it."""
    known = sorted({p.known for p in group if p.known})
    names = sorted({p.name for p in group})
    name = known[0] if known else max(names, key=lambda n: (len(name_words(n)), [-ord(c) for c in n]))
    first = min(designation_key(p) for p in group)
    named = any(p.named and not is_bare(p) for p in group)
    country = _most(p.country for p in group)
    if not named and not known and (body := _most(p.affiliation for p in group)) is not None and body.casefold() not in name.casefold():
        name = f"{name} ({body})"  # the army's spokesman is not the front's
    slug = re.sub(r"[^a-z0-9]+", "-", " ".join(fold(name))).strip("-") or "x"
    id_ = slug if known else f"{slug}-{first[:6]}" if named else f"~{slug}{'-' + country.lower() if country else ''}-{first[:4]}"
    return {
        "actor": id_, "name": name, "kind": _most(p.kind for p in group), "named": named, "known": known[0] if known else None, "country": country,
        "sector": _most(p.sector for p in group), "roles": sorted({p.role for p in group if p.role}), "affiliations": sorted({p.affiliation for p in group if p.affiliation}),
        "names": names,
    }  # fmt: skip


def _most(values: Iterable[str | None]) -> str | None:
    """Return the value that most give, of equals the first in the alphabet."""
    counts: dict[str, int] = {}
    for value in values:
        if value:
            counts[value] = counts.get(value, 0) + 1
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None
