"""Means: what an act was done with, where another act beside it says so: "jets bombed a market, killing nine", "were hurt when police fired tear gas"."""

from __future__ import annotations

from reportedly.analysis import Draft, Token
from reportedly.coding.grammar.syntax import SUBJECTS, conjuncts, is_passive, is_verb
from reportedly.lexicons.word_lists import word_list

_HARM = word_list("harming_means")
_WEAPONS = frozenset({"aerial", "drone", "heavy-weapons", "explosives", "suicide-attack", "firearms", "crowd-control"})
DRONES = word_list("means.drone")
_MODE_OF = {weapon: mode for mode in ("heavy-weapons", "firearms", "explosives", "drone", "aerial", "primitive", "crowd-control") for weapon in word_list(f"means.{mode}")}
_USUAL = frozenset({None, "firearms", "aerial", "heavy-weapons", "explosives"})  # of "opened fire", "bombed": what is done it with may be said
_WITH = frozenset({"with", "by", "using", "from", "through"})
_WIELDING = frozenset({"wielding", "brandishing", "firing", "throwing"})
_SPEAKING = frozenset({"speak", "talk"})
_WHEN = frozenset({"when", "as", "after"})


def lend_means(events: list[Draft]) -> None:
    """Give acts of harm without a mode that of the blow that did the harm, and "spoke" that of the telephone call told before."""
    by_head = {d.head.i: d for d in events if d.type == "ASSAULT"}
    for draft in by_head.values():
        if draft.mode in _USUAL and (weapon := _wielded(draft.head)) is not None and (mode := _mode_of(weapon)) != draft.mode:
            draft.mode = mode
            draft.because("mode", f"with {weapon.text}", weapon.span)
    for draft in by_head.values():
        if draft.mode is None and is_verb(draft.head) and draft.head.lemma in _HARM and (blow := _blow(draft, by_head)) is not None:
            lend_mode(draft, blow)
    _lend_call([d for d in events if d.type == "CONSULT"])


def _mode_of(weapon: Token) -> str | None:
    """Return how one acts with a weapon: "rubber [bullets]", "mortar [rounds]", "[rifles]"."""
    before = [c for c in weapon.children if c.i < weapon.i and c.dep in ("compound", "amod", "nmod")]
    lemma = weapon.lemma.lower()
    whole = next((m for c in before if (m := _MODE_OF.get(f"{c.lower} {lemma}")) is not None), None)
    return whole or _MODE_OF.get(lemma) or next((m for c in before if (m := _MODE_OF.get(c.lemma.lower())) is not None), None)


def _wielded(head: Token) -> Token | None:
    """Return the first weapon that a deed is said to be done with: "targeted the post with mortar shells", "attacks using rockets", "men armed with machetes attacked"."""
    phrases = [c for c in head.children if (c.dep in ("prep", "agent") and c.lower in _WITH) or (c.dep in ("advcl", "acl") and c.lower == "using")]
    phrases += [c for noun in head.children if noun.dep in ("dobj", "pobj") for c in noun.children if c.dep == "acl" and c.lower == "using"]
    phrases += [c for doer in head.children if doer.dep == "nsubj" for clause in doer.children if clause.dep == "acl" and clause.lower == "armed" for c in clause.children if c.lower == "with"]
    phrases += [clause for doer in head.children if doer.dep == "nsubj" for clause in doer.children if clause.dep == "acl" and clause.lower in _WIELDING]
    for phrase in phrases:
        for noun in phrase.children:
            if noun.dep in ("pobj", "dobj") and (found := next((t for t in conjuncts(noun) if _mode_of(t) is not None), None)) is not None:
                return found
    if is_verb(head):  # "mortar rounds hit the town"
        return next((c for c in head.children if c.dep == "nsubj" and any(g.dep == "compound" and _mode_of(g) is not None for g in c.children) and _mode_of(c) is not None), None)
    return None


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
        joined = (verb, *(c for c in verb.children if c.dep == "conj"))  # "were killed and two hurt when a bomb exploded"
        clauses = (c for v in joined for c in v.children if c.dep == "advcl" and c.i > verb.i and any(g.lower in _WHEN for g in c.children))
        after = (g for v in joined for c in v.children if c.dep == "prep" and c.lower == "after" for g in c.children if g.dep == "pobj")  # "were killed after an air strike"
        blows = (t for c in clauses for t in (c, *(g for g in c.children if g.dep == "nsubj")))  # "when a [bomb] exploded"
        return next((found for c in (*blows, *after) if (found := _armed(c, by_head)) is not None), None)
    return None


def _armed(token: Token, by_head: dict[int, Draft]) -> Draft | None:
    found = by_head.get(token.i)
    return found if found is not None and found.mode in _WEAPONS else None
