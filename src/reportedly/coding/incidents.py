"""Incidents inside one article: which mentions are of the same occurrence.

Reads events with all their fields; writes the incident of every event. Two mentions join when type, status group, parties, place and date agree
where both say them, and they share a telling party or the trigger's noun; without anything shared they stay apart.
"""

from __future__ import annotations

from reportedly.analysis import Analysis, Draft

_NOT_YET = frozenset({"future", "demanded", "hypothetical"})


class Incidents:
    """Number the occurrences of an article."""

    reads, writes = ("events", "arguments", "status", "circumstances"), ("incidents",)

    def __call__(self, analysis: Analysis) -> None:
        groups: list[list[Draft]] = []
        of_kind: dict[tuple[str, bool], list[list[Draft]]] = {}
        for draft in analysis.events:
            alike = of_kind.setdefault((draft.type, draft.status in _NOT_YET), [])
            group = next((g for g in reversed(alike) if all(may_be_same(draft, d) for d in g) and any(is_alike(draft, d) for d in g)), None)
            if group is None:
                groups.append([draft])
                alike.append(groups[-1])
            else:
                group.append(draft)
        for n, group in enumerate(groups, 1):
            for draft in group:
                draft.incident = f"i{n}"


def may_be_same(a: Draft, b: Draft) -> bool:
    """Whether nothing said of two mentions contradicts their being one occurrence."""
    if a.type != b.type or (a.mode and b.mode and a.mode != b.mode):
        return False
    if (a.status in _NOT_YET) != (b.status in _NOT_YET):
        return False
    if a.actors and b.actors and not set(map(id, a.actors)) & set(map(id, b.actors)):
        return False
    if a.recipients and b.recipients and not set(map(id, a.recipients)) & set(map(id, b.recipients)):
        return False
    if a.place is not None and b.place is not None and a.place is not b.place and a.place.country != b.place.country:
        return False
    if a.time and b.time and a.time.start and b.time.start and a.time.end and b.time.end:
        return a.time.start <= b.time.end and b.time.start <= a.time.end
    return True


def is_alike(a: Draft, b: Draft) -> bool:
    """Whether two mentions share enough to be taken for one occurrence."""
    recipients = bool(set(map(id, a.recipients)) & set(map(id, b.recipients)))
    actors = bool(set(map(id, a.actors)) & set(map(id, b.actors)))
    word = a.head.lemma.lower() == b.head.lemma.lower()
    place = a.place is not None and a.place is b.place
    if recipients:
        return actors or word or place or a.mode == b.mode
    return (actors and (word or place)) or (word and place) or (word and not (a.actors or a.recipients or b.actors or b.recipients))
