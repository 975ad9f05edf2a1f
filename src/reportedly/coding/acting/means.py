"""Means: what an act was done with, where another act beside it says so: "jets bombed a market, killing nine", "were hurt when police fired tear gas"."""

from __future__ import annotations

from reportedly.analysis import Draft, Token
from reportedly.coding.grammar.syntax import SUBJECTS, is_passive, is_verb
from reportedly.lexicons.word_lists import word_list

_HARM = word_list("means.harm")
_WEAPONS = frozenset({"aerial", "drone", "heavy-weapons", "explosives", "suicide-attack", "firearms", "crowd-control"})
_SPEAKING = frozenset({"speak", "talk"})
_WHEN = frozenset({"when", "as", "after"})


def lend_means(events: list[Draft]) -> None:
    """Give acts of harm without a mode that of the blow that did the harm, and "spoke" that of the telephone call told before."""
    by_head = {d.head.i: d for d in events if d.type == "ASSAULT"}
    for draft in by_head.values():
        if draft.mode is None and is_verb(draft.head) and draft.head.lemma in _HARM and (blow := _blow(draft, by_head)) is not None:
            lend_mode(draft, blow)
    _lend_call([d for d in events if d.type == "CONSULT"])


def _lend_call(events: list[Draft]) -> None:
    calls: list[Draft] = []
    for draft in events:
        if draft.mode == "phone":
            calls.append(draft)
        elif draft.mode is None and draft.head.lemma in _SPEAKING and len(draft.actors) > 1:
            call = next((d for d in calls if {id(e) for e in d.actors} == {id(e) for e in draft.actors}), None)
            if call is not None:
                lend_mode(draft, call, "told before")  # "the minister's call with the premier ... they spoke on Monday"


def lend_mode(draft: Draft, blow: Draft, why: str = "that did it") -> None:
    """Give one act the mode of another, with the reason; ``why``: what that one was to it."""
    draft.mode = blow.mode
    draft.because("mode", f"of the {blow.head.text} {why}", blow.head.span, blow.predicate.entry.at)


def _blow(draft: Draft, by_head: dict[int, Draft]) -> Draft | None:
    verb = draft.head
    while verb.dep == "conj" and is_verb(verb.head) and not any(c.dep in SUBJECTS for c in verb.children):
        verb = verb.head
        if (beside := _armed(verb, by_head)) is not None:
            return beside  # "shelled the market and killed nine"
    if verb.dep == "advcl" and verb.tag == "VBG" and not any(c.dep in SUBJECTS or c.dep == "mark" for c in verb.children):
        deed = verb.head
        nouns = [c for c in deed.children if c.dep in ("dobj", "nsubj", "nsubjpass") and c.i < verb.i]
        return next((found for token in (deed, *nouns) if (found := _armed(token, by_head)) is not None), None)
    if verb is draft.head and is_passive(verb):
        clauses = (c for c in verb.children if c.dep == "advcl" and c.i > verb.i and any(g.lower in _WHEN for g in c.children))
        return next((found for c in clauses if (found := _armed(c, by_head)) is not None), None)
    return None


def _armed(token: Token, by_head: dict[int, Draft]) -> Draft | None:
    found = by_head.get(token.i)
    return found if found is not None and found.mode in _WEAPONS else None
