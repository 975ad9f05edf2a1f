"""Fighting: words such as "shelling" that the parser takes for what somebody does; a helper of subjects.py."""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import FINITE, ancestors, is_verb, token_after
from reportedly.coding.grammar.syntax import NOMINAL_SUBJECTS as _SUBJECTS
from reportedly.lexicons.word_lists import word_list

FIGHTING = word_list("fighting.nouns")
_TOLD_OF = word_list("fighting.told_of")
_WHERE = frozenset({"in", "near", "around", "between", "along", "across", "on", "outside", "inside", "at"})
_WHERE_FOUGHT = _WHERE | {"over"}
_OF_DOERS = frozenset({"against", "for", "with"})  # "by [fighting] against the junta": somebody does


def mend_fighting(fighting: Token) -> None:
    """Make a noun of "[Shelling] continued", "reported [fighting] at the dam", "worried by [fighting] near the port"."""
    if fighting.dep == "advcl" and fighting.i == fighting.sent.tokens[0].i:
        _mend_between(fighting)
    if fighting.tag != "VBG":
        return
    if fighting.dep == "ROOT" and fighting.child("dobj", *_SUBJECTS, "aux", "agent") is None:
        _mend_root(fighting)
    if fighting.tag != "VBG" or (dep := _place_as_noun(fighting)) is None:
        return
    fighting.pos, fighting.tag, fighting.lemma = "NOUN", "NN", fighting.lower
    fighting.reattach(fighting.head, dep)
    above = next((t for t in ancestors(fighting) if t.pos in ("VERB", "AUX")), None) if dep != "nsubj" else None
    for child in list(fighting.children):
        if above is not None and child.dep == "conj" and is_verb(child):
            child.reattach(above, "conj")  # "are upset by fighting and [want] calm"


def _mend_root(fighting: Token) -> None:
    """Make a noun of "[Shelling] went on across the front", where the parser makes it the verb, and of "New [fighting] near Gao" in a headline."""
    verb = token_after(fighting)
    if verb is not None and verb.head is fighting and verb.tag in ("VBD", "VBZ") and verb.child(*_SUBJECTS) is None:
        verb.pos = "VERB"
        verb.become_root()
        fighting.reattach(verb, "nsubj")
    elif fighting.sent.block.kind == "headline" and any(c.dep == "prep" and c.lower in _WHERE_FOUGHT for c in fighting.children):
        fighting.pos, fighting.tag, fighting.lemma = "NOUN", "NN", fighting.lower


def mend_described(fighting: Token) -> None:
    """Give "Relentless [pounding] by warplanes", "Factional [fighting] in May" the place of its adjective, which the parser takes for the noun."""
    adjective = fighting.head
    if adjective.i + 1 != fighting.i or adjective.tag != "JJ" or adjective.dep not in (*_SUBJECTS, "dobj", "pobj", "conj") or fighting.child("dobj", "nsubj", "aux", "auxpass") is not None:
        return
    above, dep = adjective.head, adjective.dep
    adjective.give_before(fighting)
    adjective.give_after(fighting)
    fighting.reattach(above, dep)
    adjective.reattach(fighting, "amod")
    fighting.pos, fighting.tag, fighting.lemma = "NOUN", "NN", fighting.lower


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
    if (fighting.dep == "pcomp" and verb.dep in ("prep", "agent")) or fighting.dep == "pobj":
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
