"""Fold: what an act that did not plainly happen becomes in a format that knows only what happened.

The rules are PLOVER's own for its one plain category (manual 2.0: "if one plain category fits, return that"), extended to demands and threats.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.records import Event

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"})
CONCESSIVE = frozenset({"CONCEDE", "RETREAT"})
HARMFUL = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"})
_THREATENED = {"ASSAULT": "violence", "SANCTION": "relations", "COERCE": "restrict"}
_YIELDING = frozenset({"RETREAT", "CONCEDE"})


@dataclass(frozen=True)
class Folded:
    """A type and mode for a format without statuses, the parties as they then stand (ids), and the rule that gave them; None: as it was."""

    type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    rule: str | None = None


def fold(event: Event) -> Folded | str:
    """Return what an event becomes, or the reason why it is left out."""
    same = event.actors, event.recipients
    if event.status == "actual":
        return Folded(event.type, event.mode, *same)
    if event.status == "denied":
        return "denied: left out"
    if event.status == "hypothetical":
        return "hypothetical: left out"
    if event.status == "demanded":
        if not event.sources:
            return "demanded by nobody named: left out"
        mode = "assist" if event.type == "AID" else "meet" if event.type == "CONSULT" else "yield" if event.type in _YIELDING else "change"
        return Folded("REQUEST", mode, event.sources, event.actors or event.recipients, "demanded: a REQUEST by who demands it")
    if event.type in COOPERATIVE:
        return Folded("AGREE", None, *same, "future cooperation: AGREE")
    if event.type in CONCESSIVE:
        return Folded("CONCEDE", None, *same, "future concession: CONCEDE")
    if event.type in HARMFUL:
        if event.sources and not set(event.sources) & set(event.actors):
            return "future harm announced by another than its doer: left out"
        return Folded("THREATEN", _THREATENED.get(event.type), *same, "future harm by the speaker: THREATEN")
    return Folded(event.type, event.mode, *same, "future speech act: as it is")
