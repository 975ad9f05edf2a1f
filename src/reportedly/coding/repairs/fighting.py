"""Fighting: words such as "shelling" that the parser takes for what somebody does; a helper of subjects.py."""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import FINITE, ancestors, is_verb
from reportedly.coding.grammar.syntax import NOMINAL_SUBJECTS as _SUBJECTS
from reportedly.lexicons.word_lists import word_list

FIGHTING = word_list("fighting.nouns")
_TOLD_OF = word_list("fighting.told_of")
_WHERE = frozenset({"in", "near", "around", "between", "along", "across", "on", "outside", "inside", "at"})
_OF_DOERS = frozenset({"against", "for", "with"})  # "by [fighting] against the junta": somebody does


def mend_fighting(fighting: Token) -> None:
    """Make a noun of "[Shelling] continued", "reported [fighting] at the dam", "worried by [fighting] near the port"."""
    if fighting.dep == "advcl" and fighting.i == fighting.sent.tokens[0].i:
        _mend_between(fighting)
    if fighting.tag != "VBG" or (dep := _place_as_noun(fighting)) is None:
        return
    fighting.pos, fighting.tag, fighting.lemma = "NOUN", "NN", fighting.lower
    fighting.reattach(fighting.head, dep)
    above = next((t for t in ancestors(fighting) if t.pos in ("VERB", "AUX")), None) if dep != "nsubj" else None
    for child in list(fighting.children):
        if above is not None and child.dep == "conj" and is_verb(child):
            child.reattach(above, "conj")  # "are upset by fighting and [want] calm"


def _place_as_noun(fighting: Token) -> str | None:
    """Return what the word is to its head once it is a noun; None where it is a verb."""
    verb = fighting.head
    if fighting.child("dobj", "nsubj", "aux", "auxpass", "mark", "xcomp", "ccomp", "prt", "neg") is not None:
        return None
    preps = {c.lower for c in fighting.children if c.dep == "prep"}
    if fighting.dep in ("aux", "advcl") and fighting.i + 1 == verb.i and verb.tag in FINITE and verb.child(*_SUBJECTS) is None:
        return "nsubj"
    if fighting.dep in _SUBJECTS or (fighting.dep == "csubj" and preps & _WHERE):
        return fighting.dep.replace("csubj", "nsubj")
    if not preps & _WHERE and preps & _OF_DOERS:
        return None
    if fighting.dep == "pcomp" and verb.dep in ("prep", "agent"):
        return "pobj"
    if fighting.dep == "conj" and verb.lemma in _TOLD_OF and verb.tag != "VBG" and verb.child("dobj") is not None:
        return "dobj"  # "heard gunfire and [shelling]"
    return "dobj" if fighting.dep in ("xcomp", "ccomp") and verb.lemma in _TOLD_OF and verb.i < fighting.i else None


def _mend_between(fighting: Token) -> None:
    """Make a subject of "[Fighting] between the army and rebels broke out", where the parser makes the second side the only one."""
    verb = fighting.head
    between = next((c for c in fighting.children if c.dep == "prep" and c.lower == "between"), None)
    first = between.child("pobj") if between is not None else None
    second = verb.child("nsubj")
    if first is None or second is None or first.child("cc") is None or first.child("conj") is not None or not first.i < second.i < verb.i:
        return
    second.reattach(first, "conj")
    fighting.pos, fighting.tag = "NOUN", "NN"
    fighting.reattach(verb, "nsubj")
