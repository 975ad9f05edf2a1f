"""Sanctions: whom "the sanctions" hit where only another sentence of the article says so."""

from __future__ import annotations

from reportedly.analysis import Analysis, Draft
from reportedly.coding.acting.parties import is_where_or_whom
from reportedly.coding.grammar.syntax import is_definite, is_verb
from reportedly.lexicons.word_lists import word_list

_SANCTIONS = word_list("sanctions.imposed")


def lend_sanctioned(analysis: Analysis, draft: Draft, events: list[Draft]) -> None:
    """Give sanctions the land they are called after ("the [Sudan] sanctions"), definite ones those on whom the article says they were imposed: just before, or everywhere the same."""
    noun = draft.head
    if draft.type == "SANCTION" and not draft.recipients and (called := next((m for c in noun.children if (m := analysis.mention_at.get(c.i)) is not None and is_where_or_whom(m)), None)) is not None:
        draft.lend("recipients", called.entities, "called after it", called.span)
    if draft.type != "SANCTION" or draft.recipients or is_verb(noun) or noun.lemma.lower() not in _SANCTIONS or any(c.dep == "prep" and c.lower in ("on", "against") for c in noun.children):
        return
    told = [d for d in events if d.type == "SANCTION" and d is not draft and d.recipients and any(w.lemma.lower() in _SANCTIONS for w in (*d.words, *d.head.children)) and not _clash(draft, d)]
    if not (is_definite(noun) or any(c.lower == "existing" for c in noun.children) or any(d.actors and d.actors == draft.actors for d in told)):
        return
    earlier = [d for d in told if d.head.i < noun.i]
    source = earlier[-1] if earlier else told[0] if told and all(d.recipients == told[0].recipients for d in told) else None
    if source is None:
        return
    for field in ("recipients", "actors"):
        if not getattr(draft, field) and (found := getattr(source, field)):
            draft.lend(field, found, f"the {source.head.text} told elsewhere", source.head.span)


def _clash(draft: Draft, other: Draft) -> bool:
    """Whether others impose those sanctions, or they hit whoever imposes these."""
    if any(e in other.recipients for e in draft.actors):
        return True
    return bool(draft.actors and other.actors) and not any(e in other.actors for e in draft.actors)
