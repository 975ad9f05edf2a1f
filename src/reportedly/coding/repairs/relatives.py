"""Relative clauses that the parser hangs on the wrong noun, or that are none; a helper of repair.py."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import FINITE, NOMINAL_SUBJECTS, is_verb, rightmost, subject_role
from reportedly.lexicons.word_lists import word_list

_KIN = word_list("relatives.kin")
_ORDINALS = word_list("ordinals")


def mend_who(who: Token, tokens: Sequence[Token], is_actor: Callable[[str], bool], is_person: Callable[[str], bool]) -> None:
    """Hang "the accounts of protesters [who refused]" on the people right before "who", where what the parser took for them are none."""
    clause, thing = who.head, who.head.head
    if clause.dep != "relcl" and clause.head.dep == "relcl" and clause.dep == "ccomp":
        clause, thing = clause.head, clause.head.head  # "guards, who [she said] had been beaten"
    before = tokens[who.i - 1]
    if before.text == "," and who.i > 1:
        before = tokens[who.i - 2]
        if before.pos == "NOUN" and before is not thing and before.i > thing.i and is_actor(before.lemma.lower()) and not is_actor(thing.lemma.lower()) and not is_person(thing.lemma.lower()):
            clause.reattach(before, "relcl")
            return
    if thing is before and thing.pos == "PROPN" and (thing.ent is None or thing.ent.label in ("GPE", "LOC", "FAC")) and thing.dep == "pobj" and thing.head.lower in ("in", "at", "near", "from", "outside"):  # "killed fighters in Kivu, [who] ..."
        above = thing.head.head
        people = above if above.pos == "NOUN" else above.child("dobj")
        if people is not None and people.i < thing.i and is_actor(people.lemma.lower()):
            clause.reattach(people, "relcl")
        return
    if before.dep == "pobj" and before.head.head is thing and is_actor(before.lemma.lower()) and not is_actor(thing.lemma.lower()) and not is_person(thing.lemma.lower()) and thing.pos == "NOUN":
        clause.reattach(before, "relcl")


def mend_where(where: Token) -> None:
    """Make the verb of "Goma, [where] gunmen loyal to a chief ambushed a patrol", for which the parser takes what is said of the doers."""
    state, tokens = where.head, where.sent.tokens
    doers, after = state.child("nsubj"), rightmost(state).i + 1 - tokens[0].i
    if state.dep != "relcl" or state.tag not in ("VBN", "VBD", "JJ") or doers is None or doers.i != state.i - 1 or state.child("prep", "agent") is None or state.child("aux", "auxpass", "cop", "dobj") is not None or after >= len(tokens):
        return
    deed = tokens[after]
    taken = deed.child("nsubj", "nsubjpass")  # "will watch the border with Chad, [where] ...": the parser lets the border kill
    if deed.tag not in FINITE or deed.child("mark", "cc") is not None or (taken is not None and not (is_verb(deed.head) and deed.head.i < taken.i and state in taken.subtree())):
        return
    if taken is not None:
        taken.reattach(deed.head, "dobj")
    deed.reattach(state.head, "relcl")
    where.reattach(deed, "advmod")
    doers.reattach(deed, subject_role(deed))
    state.reattach(doers, "amod" if state.tag == "JJ" else "acl")


def mend_which(verb: Token) -> None:
    """Hang "which killed two" on the attack, not on whom it was made: "the attack on peacekeepers, [which killed two]"."""
    subject = verb.child("nsubj")
    above = verb.head.head.head
    if subject is not None and subject.lower == "who" and above.lemma in _KIN and above.tag == "NNS" and verb.head.head.lower == "of" and verb.tag in ("VBP", "VBD", "VBN") and not any(c.lower in ("has", "is", "was") for c in verb.children) and verb.sent.tokens[subject.i - 1 - verb.sent.tokens[0].i].text == ",":
        verb.reattach(above, "relcl")  # "families of the hostages, [who have staged] protests"
        return
    if subject is not None and subject.lower == "which" and verb.head.head.dep == "prep" and above.pos == "NOUN":
        verb.reattach(above, "relcl")


def mend_that(verb: Token) -> None:
    """Hang "led a raid that same spring [that killed] a driver" on the raid."""
    subject, thing = verb.child("nsubj"), verb.head.child("dobj")
    if subject is not None and subject.lower == "that" and subject.tag == "WDT" and thing is not None and thing.i < verb.i and verb.child("mark") is None:
        verb.reattach(thing, "relcl")


def mend_infinitive_relative(verb: Token) -> None:
    """Make "the coalition to defeat them" what it is, no relative clause; but "the first minister to resign" did."""
    if verb.child(*NOMINAL_SUBJECTS) is None and any(c.tag == "TO" for c in verb.children) and not any(c.lower in _ORDINALS for c in verb.head.children):
        verb.dep = "acl"
