"""Charges: what somebody is accused of, where the parser hung it on the last of those accused; a helper of repair.py.

"accused the army and its allies [of shelling the town]", "accused members of the guard [of torture]".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import conjuncts, is_after_comma
from reportedly.lexicons.word_lists import word_list

_DEALING, _PENALTIES = frozenset({"hit", "slap", "punish", "target"}), word_list("charges.penalties")
_LINKS = frozenset({"of", "from", "in", "at", "behind", "with", "to", "on"})
_DEPTH = 5
_SENTENCING = word_list("charges.sentencing")


def mend_charge(verb: Token, word: str, is_actor: Callable[[str], bool]) -> None:
    """Hang on an accusing or asking verb the phrase with ``word`` that says what of: "appealed to the states [for aid]"."""
    asked = [c for c in verb.children if c.dep in ("dobj", "nsubjpass")] + [g for c in verb.children if c.dep == "prep" and c.lower in ("to", "on") and word == "for" for g in c.children if g.dep == "pobj"]
    if not asked:
        return
    if word == "of" and asked[0].pos == "NUM":
        return  # "convicted one of the organisers"
    own = next((c for c in verb.children if c.dep == "prep" and c.lower == word), None)
    if own is not None:
        deed = next((p for p in _phrases(own.child("pobj") or own, _DEPTH) if p.lower == word and _is_of_deed(p)), None) if word == "of" and not _is_of_deed(own) else None
        if deed is not None:
            own.reattach(asked[0], "prep")
            deed.reattach(verb, "prep")  # "accused both sides of the war [of shelling] hospitals"
        _mend_second_charge(verb, word, is_actor)
        return
    hung = [p for top in (asked[0], verb) for p in _phrases(top, _DEPTH)]
    found = [p for p in hung if p.lower == word and p.i > verb.i and (c := p.child("pcomp", "pobj")) is not None and (c.pos != "PROPN" or c.text.islower())]
    deeds = [p for p in found if _is_of_deed(p)]  # "accused all parties to the conflict [of blocking] aid"
    charge = next((p for p in deeds or found if not _names_whom(p, is_actor)), found[0] if found else None)
    if charge is not None:
        charge.reattach(verb, "prep")
        _mend_second_charge(verb, word, is_actor)


def mend_penalty(with_: Token) -> None:
    """Hang a penalty on the verb that deals it: "hit makers of engines [with] sanctions"."""
    penalty, noun = with_.child("pobj"), with_.head
    while noun.dep == "pobj" and noun.head.lower == "of":
        noun = noun.head.head
    if penalty is not None and penalty.lemma in _PENALTIES and noun.dep == "dobj" and noun is not with_.head and noun.head.lemma in _DEALING:
        with_.reattach(noun.head, "prep")


def _is_of_deed(prep: Token) -> bool:
    """Whether a gerund follows a preposition, whatever the parser takes it for."""
    return any(g.tag == "VBG" and g.i == prep.i + 1 for c in prep.children for g in (c, *c.children))


def _mend_second_charge(verb: Token, word: str, is_actor: Callable[[str], bool]) -> None:
    """Hang on the first charge the second, which the parser joined to whom they are against: "accused soldiers of torture and [the murder] of monks"."""
    thing = verb.child("dobj", "nsubjpass")
    prep = next((c for c in verb.children if c.dep == "prep" and c.lower == word and c.i > verb.i), None)
    charge = prep.child("pobj") if prep is not None else None
    if thing is None or charge is None or prep is None:
        return
    for second in [c for t in conjuncts(thing) for c in t.children if c.dep == "conj" and c.i > charge.i > thing.i and c.pos == "NOUN" and not is_actor(c.lemma.lower())]:
        second.reattach(charge, "conj")


def mend_sentence(verb: Token) -> None:
    """Hang "sentencing" on the verdict, not on the deed: "convicted her of beating a guard, [sentencing] her to a year", "found them guilty of plotting, [jailing] them"."""
    if verb.lemma not in _SENTENCING or not is_after_comma(verb):
        return
    deed = verb.head
    charge = deed.head
    verdict = charge.head if charge.lower in ("of", "for") else None
    verdict = verdict.head if verdict is not None and verdict.lower == "guilty" else verdict
    if deed.tag == "VBG" and deed.dep == "pcomp" and verdict is not None and verdict.tag in ("VBD", "VBZ", "VBN"):
        verb.reattach(verdict, "advcl")


def mend_second_act(noun: Token, is_actor: Callable[[str], bool], is_act: Callable[[str], bool]) -> None:
    """Join the second of two acts to the first, not to whom that befell: "the murder of monks and [the burning] of homes"."""
    whom = noun.head
    act = whom.head.head
    if whom.dep != "pobj" or whom.head.lower not in ("of", "on", "against") or act.pos != "NOUN" or noun.i < whom.i or act.i > whom.i:
        return
    if noun.child("prep") is not None and is_act(noun.lemma.lower()) and is_act(act.lemma.lower()) and (is_actor(whom.lemma.lower()) or not is_act(whom.lemma.lower())) and not is_actor(noun.lemma.lower()):
        noun.reattach(act, "conj")


def _phrases(noun: Token, depth: int) -> Iterator[Token]:
    """Yield the prepositions that hang on one of several joined nouns, or on what such a phrase names, in their order."""
    if not depth:
        return
    for child in noun.children:
        if child.dep == "prep":
            yield child
            if child.lower in _LINKS and (inner := child.child("pobj")) is not None:
                yield from _phrases(inner, depth - 1)
        elif child.dep == "conj" and child.pos in ("NOUN", "PROPN", "PRON", "NUM"):
            yield from _phrases(child, depth - 1)


def _names_whom(prep: Token, is_actor: Callable[[str], bool]) -> bool:
    """Whether a phrase only says whose, or which ones, those accused are: "members [of the guard]"."""
    noun = prep.child("pobj")
    return noun is not None and (noun.pos in ("PROPN", "PRON", "NUM") or is_actor(noun.lemma.lower()))
