"""Listed: verbs in a row that share the object of the last: "arrested, jailed and [beat] dissidents", whatever the parser hangs them on."""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import SUBJECTS, is_verb, prep_objects, token_after
from reportedly.lexicons.word_lists import word_list

_PASTS = frozenset({"VBD", "VBN"})
_GIVING = word_list("giving")
_JOINING = frozenset({"and", "or"})
_ON_THINGS = word_list("listed.on_things")
_LONG = 8  # verbs in one list


def listed_object(verb: Token) -> Token | None:
    """Return the object of the last verb of a list that a verb without one stands in."""
    last = verb
    for _ in range(_LONG):
        following = _next_listed(last)
        if following is None:
            return None
        if (shared := following.child("dobj")) is not None:
            given_to = following.child("dative") or next(iter(prep_objects(following, "to")), None) if following.lemma in _GIVING else None
            return given_to or (shared if shared.i > following.i else None)  # "jailed and [denied] food to the monks"
        last = following
    return None


def counted_ahead(verb: Token, number: Token) -> Token | None:
    """Return what a bare number counts that a second verb only names: "killed [two] and wounded seven policemen"."""
    if number.tag != "CD" or number.i != verb.i + 1 or any(c.dep in ("prep", "relcl", "conj") for c in number.children):
        return None
    second = next((c for c in verb.children if c.dep == "conj" and c.tag == verb.tag and c.child(*SUBJECTS) is None), None)
    what = second.child("dobj") if second is not None else None
    if second is None or what is None or number.i + 2 < second.i or second.lemma in _ON_THINGS:
        return None  # but not of "killed [six] and destroyed three shops"
    return what if what.pos in ("NOUN", "PROPN") and what.child("nummod") is not None else None


def _next_listed(verb: Token) -> Token | None:
    """Return the verb that stands right behind another after a comma or "and", in the same form and without words of its own."""
    token = token_after(verb)
    if token is not None and token.dep == "prt" and token.head is verb:
        token = token_after(token)
    if token is None or (token.text != "," and token.lower not in _JOINING):
        return None
    after = token_after(token)
    if token.text == "," and after is not None and after.lower in _JOINING:
        after = token_after(after)
    if after is not None and after.dep == "advmod" and after.tag == "RB" and after.head.i == after.i + 1:
        after = after.head
    if after is None or not is_verb(after) or after.dep not in ("conj", "dep") or not (after.tag == verb.tag or {after.tag, verb.tag} <= _PASTS):
        return None
    return after if after.child("aux", "auxpass", "agent", *SUBJECTS) is None else None
