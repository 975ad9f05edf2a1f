"""Adversaries: whom "the enemy", "the aggressor", "the occupier" means: the other side of those who speak so.

Reads events, arguments, statements; gives such words the named actor that fights the speaker, or the body that issued the text.
"""

from __future__ import annotations

from reportedly.analysis import Analysis, Draft, Entity, Mention
from reportedly.coding.grammar.syntax import FIRST_PERSON, is_definite
from reportedly.coding.reference.naming import entity_sector
from reportedly.coding.reference.owned import become
from reportedly.coding.reference.speaking_for import speaks_for
from reportedly.lexicons.actors import ActorLexicon
from reportedly.lexicons.word_lists import word_list

_WORDS = word_list("adversaries.words")
_OURS = frozenset({"our", "its", "their"})
_BODIES = word_list("adversaries.bodies")
_FIGHTING = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "THREATEN"})
_OF_STATES = frozenset({"GOV", "MIL"})
_ARMED = frozenset({"GOV", "MIL", "REB", "UAF", "PRM", "SPY"})


class Adversaries:
    """Make "the enemy" the actor that fights whoever calls it so."""

    reads, writes = ("events", "arguments", "statements", "first_persons"), ("adversaries",)

    def __init__(self, lexicon: ActorLexicon) -> None:
        self.lexicon = lexicon

    def __call__(self, analysis: Analysis) -> None:
        for entity in [e for e in analysis.entities if e.mentions and all(_is_bare(m) for m in e.mentions if m.kind != "pronoun") and any(m.kind != "pronoun" for m in e.mentions)]:
            if (foe := _foe(self.lexicon, analysis, entity)) is not None:
                become(analysis, entity, foe)


def _is_bare(mention: Mention) -> bool:
    """Whether words only say that somebody is on the other side: "the enemy", no "Israeli enemy"."""
    head = mention.head
    before = [c for c in head.children if c.dep in ("amod", "compound", "nmod")]
    named = head.lemma.lower() in _WORDS and not before
    stated = head.lemma.lower() in _BODIES and len(before) == 1 and before[0].lemma.lower() in _WORDS  # "the aggressor state"
    return mention.kind == "description" and (named or stated) and (is_definite(head) or head.dep in ("compound", "nmod")) and head.child("prep", "poss", "relcl") is None


def _foe(lexicon: ActorLexicon, analysis: Analysis, entity: Entity) -> Entity | None:
    """Return who fought the side that speaks of an enemy, nearest before its first mention, or else nearest after."""
    first = entity.mentions[0]
    said = min((s for s in analysis.statements if s.content[0] <= first.span[0] < s.content[1]), key=lambda s: s.content[1] - s.content[0], default=None)
    ours = [m for m in analysis.mentions if m.kind == "pronoun" and m.name.lower() in FIRST_PERSON and (said is None or said.content[0] <= m.span[0] < said.content[1])]
    side = [e for s in (said.speakers if said is not None else ()) for e in (s, speaks_for(lexicon, analysis, s))] + [e for m in ours for e in m.entities]
    if said is None and not ours:
        return None
    own: set[str | None] = {e.country for e in side if e.country and entity_sector(e) in _OF_STATES}
    fights = [d for d in analysis.events if d.type in _FIGHTING and entity not in d.actors and entity not in d.recipients]
    against = {id(e) for d in analysis.events if d.type in _FIGHTING and entity in (*d.actors, *d.recipients) for e in (d.recipients if entity in d.actors else d.actors)}  # who fights the enemy is none
    for told in ([d for d in reversed(fights) if d.head.i < first.first], [d for d in fights if d.head.i > first.last]):
        if (found := next((e for d in told if (e := _other_side(d, side, own)) is not None and id(e) not in against), None)) is not None:
            return found
        doers = [e for d in told if d.type == "ASSAULT" for e in d.actors if not e.person and id(e) not in against and not _is_own(e, side, own)]
        if doers and all(e is doers[0] for e in doers) and _may_fight(doers[0]):
            return doers[0]  # the only one who is told to strike
    return None


def _other_side(draft: Draft, side: list[Entity], own: set[str | None]) -> Entity | None:
    """Return who fights the side that speaks in an act of force it is a party to."""
    ours, theirs = draft.actors, draft.recipients
    if not theirs and len(ours) > 1:  # "the troops clashed with rebels": both do it
        others = [e for e in ours if not _is_own(e, side, own)]
        return others[0] if len(others) == 1 and _may_fight(others[0]) else None
    if not any(_is_own(e, side, own) for e in ours):
        ours, theirs = theirs, ours
    if not any(_is_own(e, side, own) for e in ours) or any(_is_own(e, side, own) for e in theirs):
        return None
    return next((e for e in theirs if _may_fight(e)), None)


def _may_fight(entity: Entity) -> bool:
    """Whether an actor may be an enemy: a named state, its arms, an armed group."""
    sector = entity_sector(entity)
    return not entity.person and sector in _ARMED and any(m.kind == "name" for m in entity.mentions)


def _is_own(entity: Entity, side: list[Entity], own: set[str | None]) -> bool:
    """Whether an actor belongs to the side that speaks: it, its state's, its fighters, "fighters of our army"."""
    if entity in side or (entity.country in own and entity_sector(entity) in _OF_STATES):
        return True
    if entity.country is None and entity_sector(entity) == "MIL" and any(entity_sector(e) == "MIL" for e in side):
        return True  # the troops an officer tells of
    names = [e.name.casefold() for e in side if not e.person and " " in e.name]
    return any(name in entity.name.casefold() for name in names) or any(t.lower in _OURS for m in entity.mentions if m.kind == "description" for t in (*m.head.children, *m.head.subtree()) if t.head is m.head or m.first <= t.i <= m.last)
