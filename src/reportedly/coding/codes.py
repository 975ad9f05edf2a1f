"""Codes: give events the codes of the user's own codebook, by the word that denotes them or by a rule on type, parties and sentence.

Reads events, arguments; writes codes. A codebook that stands alone (``only``) drops the events that it has no code for.
"""

from __future__ import annotations

from reportedly.analysis import Analysis, Draft, Entity
from reportedly.lexicons.actors import fold
from reportedly.lexicons.codebook import Codebook, Party, Rule


class Codes:
    """Code the events of one article by the user's codebook."""

    reads, writes = ("events", "arguments"), ("codes",)

    def __init__(self, book: Codebook) -> None:
        self.book = book

    def __call__(self, analysis: Analysis) -> None:
        if not self.book.codes:
            return
        for draft in analysis.events:
            predicate = draft.predicate
            if predicate.code is not None and self.book.codes[predicate.code].type == draft.type:  # else its words turned out to be another act
                draft.code = predicate.code
                draft.because("code", f"{predicate.pos} {' '.join(predicate.words)}", draft.head.span, predicate.entry.at)
            elif (rule := next((r for r in self.book.rules if _fits(draft, r)), None)) is not None:
                draft.code = rule.code
                draft.because("code", "rule of the codebook", draft.head.span, rule.entry.at)
        if self.book.only:
            analysis.events = [draft for draft in analysis.events if draft.code is not None]


def _fits(draft: Draft, rule: Rule) -> bool:
    if (rule.types and draft.type not in rule.types) or (rule.modes and draft.mode not in rule.modes):
        return False
    if rule.words and not rule.words & {w for t in draft.head.sent.tokens for w in (t.lower, t.lemma)}:
        return False
    return _is(draft.actors, rule.actor) and _is(draft.recipients, rule.recipient)


def _is(entities: list[Entity], party: Party) -> bool:
    if not party.sectors and not party.words:
        return True
    return any((e.sector or "") in party.sectors or party.words & _words(e) for e in entities)


def _words(entity: Entity) -> set[str]:
    """Return the words of an actor's name and mentions, and the base forms of their heads."""
    return {*fold(entity.name), *(w for m in entity.mentions for w in (*fold(m.name), m.head.lemma.lower()))}
