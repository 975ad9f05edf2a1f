"""Bare acts: nouns of force and protest without party or article that yet tell of one occurrence: "amid [shelling]", "defied a [curfew]"."""

from __future__ import annotations

from reportedly.analysis import Draft, Token
from reportedly.coding.grammar.syntax import conjuncts, first_joined
from reportedly.lexicons.word_lists import word_list

_BOUTS = word_list("bare_acts.bouts")
_CURBS = word_list("bare_acts.curbs")
_ABUSES = word_list("bare_acts.abuses")
_FADING = word_list("bare_acts.fading")
_WAKES = word_list("bare_acts.wakes")
_KINDS = word_list("bare_acts.kinds")
_SUFFERING = word_list("bare_acts.suffering")
_UNLAWFUL = word_list("bare_acts.unlawful")
_SLOTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def is_told_barely(draft: Draft) -> bool:
    """Whether the words around a bare noun say that the act took place."""
    noun = draft.head
    if draft.type == "PROTEST":
        return _of_kind(noun) or (noun.dep == "pobj" and noun.head.lower in ("at", "on", "despite"))
    if draft.type not in ("ASSAULT", "COERCE"):
        return False
    if noun.lemma in _BOUTS or (noun.lemma in _CURBS and draft.type == "COERCE"):
        return noun.dep in _SLOTS and not _is_fading(noun)
    if draft.type == "COERCE" and ((noun.lemma == "arrest" and noun.dep == "pobj" and noun.head.lower == "under") or any(c.dep == "amod" and c.lower in _UNLAWFUL for c in noun.children)):
        return True  # "wrote a novel under house [arrest]", "noted arbitrary [detention]"
    return _is_in_wake(noun) or _is_suffered(noun) or _is_listed(noun) or (draft.type == "ASSAULT" and (noun.dep == "oprd" or _is_of_those_behind(noun)))


def _of_kind(protest: Token) -> bool:
    """Whether a protest is said to be of a kind, as only one that is held can be: "a peaceful [protest]", "mass [protest] forced him out"."""
    return protest.dep in _SLOTS and any(c.dep == "amod" and c.lower in _KINDS for c in protest.children)


def _is_fading(bout: Token) -> bool:
    """Whether a fight or curb is only what ends, which is told as such: "[fighting] subsided", "a halt to [shelling]"."""
    over = first_joined(bout)
    over = over.head.head if over.dep == "pobj" else over.head
    return over.lemma in _FADING


def _is_in_wake(noun: Token) -> bool:
    """Whether a text tells what came of an act, or who suffered or reported it: "in the wake of a [coup]", "the victim of an [attack]", "reports of [torture]"."""
    return noun.dep == "pobj" and noun.head.lower in ("of", "to") and noun.head.head.lemma in _WAKES


def _is_suffered(noun: Token) -> bool:
    """Whether somebody is said to live through an abuse: "face [persecution]"."""
    return noun.lemma in _ABUSES and noun.dep == "dobj" and noun.head.lemma in _SUFFERING


def _is_listed(noun: Token) -> bool:
    """Whether a noun is one of a list of deeds that is definite, or of abuses: "their looting and [killing]", "threats, [torture] and imprisonment"."""
    row = conjuncts(first_joined(noun))
    if len(row) < 2 or _is_fading(noun) or row[0].head.lemma == "ban":
        return False
    return noun.lemma in _ABUSES or (noun is not row[0] and any(c.dep == "poss" or (c.dep == "det" and c.lower in _DEFINITE) for c in row[0].children))


def _is_of_those_behind(noun: Token) -> bool:
    """Whether an act is what somebody has to answer for: "those responsible for [violence]", "whoever is behind [murder]"."""
    return noun.dep == "pobj" and (noun.head.lower == "behind" or (noun.head.lower == "for" and noun.head.head.lemma == "responsible"))
