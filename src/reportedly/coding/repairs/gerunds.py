"""Gerunds: acts that the parser takes for a word about a noun: "accused them of [massacring] farmers"; a helper of repair.py."""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import NOMINAL_SUBJECTS, is_verb
from reportedly.coding.repairs.coordination import CHARGING
from reportedly.lexicons.word_lists import word_list

_DOING = word_list("gerunds.doing")
_LOADED = word_list("gerunds.loaded")
_KNOWN_FOR = word_list("gerunds.known_for")


def mend_gerund(verb: Token, act: str | None = None) -> None:
    """Make an act of "accused them of [massacring] farmers", "of [bombing] markets", which the parser takes for an adjective or a noun. ``act``: the noun's verb."""
    noun = verb.head
    prep = noun.head
    if act is None and noun.dep == "dobj" and noun.head.lemma in _DOING and noun.head.tag != "VBG" and verb.i - noun.head.i in (1, 2) and not any(c.i < verb.i for c in noun.children):
        verb.reattach(noun.head, "xcomp")  # "did not rule out [suspending] aid", "stopped [attacking] ships"
        noun.reattach(verb, "dobj")
        return
    if act is None and noun.dep == "pobj" and prep.lower in ("while", "when") and verb.i == prep.i + 1 and is_verb(prep.head):
        verb.reattach(prep.head, "advcl")  # "died while [battling] rebels"
        noun.reattach(verb, "dobj")
        prep.reattach(verb, "mark")
        return
    if act is not None and (noun.tag not in ("NNS", "NNP", "NNPS") or verb.i + 1 != noun.i or prep.i != verb.i - 1 or prep.lower != "of"):
        return
    charged = prep.head if prep.head.dep != "dobj" else prep.head.head  # the parser hangs "of" on whom it accuses, too
    if noun.dep == "pobj" and prep.lower in ("of", "for") and (charged.lemma in CHARGING or charged.lower in _KNOWN_FOR) and not any(c.i < verb.i for c in noun.children):
        if charged is not prep.head:
            prep.reattach(charged, "prep")
        verb.reattach(prep, "pcomp")
        noun.reattach(verb, "dobj")
        if act is not None:
            verb.pos, verb.tag, verb.lemma = "VERB", "VBG", act


def mend_loaded(carrying: Token) -> None:
    """Make a clause of "a bus [carrying] pilgrims", which the parser takes for one noun."""
    load = carrying.head
    lorry = next((c for c in (*carrying.children, *load.children) if c.i == carrying.i - 1 and c.dep == "compound" and c.tag in ("NN", "NNS")), None)
    if carrying.lower not in _LOADED or load.i < carrying.i or lorry is None or load.head is load:
        return
    lorry.reattach(load.head, load.dep)
    load.give_before(lorry)
    carrying.pos, carrying.tag, carrying.lemma = "VERB", "VBG", carrying.lower.removesuffix("ing")
    carrying.reattach(lorry, "acl")
    load.reattach(carrying, "dobj")


def mend_closing_gerund(gerund: Token) -> None:
    """Make a clause of "left the area on Monday, [voicing] outrage", which the parser takes for part of a second object."""
    noun = gerund.head
    verb = noun.head
    if noun.dep == "dobj" and is_verb(verb) and noun.subtree()[0] is gerund and any(c.dep == "dobj" and c.i < gerund.i for c in verb.children):
        gerund.reattach(verb, "advcl")
        noun.reattach(gerund, "dobj")


def mend_opening_participle(participle: Token) -> None:
    """Make "[Pursuing] policemen shot two robbers" tell of policemen, whom the parser takes for those pursued."""
    people, verb = participle.child("dobj"), participle.head
    if people is None or people.tag not in ("NNS", "NNPS") or people.i > verb.i or verb.tag not in ("VBD", "VBZ", "VBP") or verb.child(*NOMINAL_SUBJECTS) is not None:
        return
    if any(c is not people for c in participle.children) or any(c.dep not in ("compound", "amod") for c in people.children) or people.subtree()[0].i != participle.i + 1:
        return
    participle.tag, participle.pos = "VBG", "VERB"
    people.reattach(verb, "nsubj")
    participle.reattach(people, "amod")


def mend_counted_object(gerund: Token, count: Token) -> None:
    """Make an object of "beat back [thousands] of farmers trying to get in", whom the parser takes for the subject of a clause of its own."""
    verb = gerund.head
    start = verb.sent.tokens[0].i
    between = verb.sent.tokens[verb.i + 1 - start : count.i - start]
    if not is_verb(verb) or verb.child("dobj", "nsubjpass", "ccomp") is not None or count.i < verb.i or any(t.head is not verb or t.dep not in ("advmod", "prt") for t in between):
        return
    if gerund.child("aux", "mark") is not None:
        return  # "fled, dozens having died"
    count.reattach(verb, "dobj")
    gerund.reattach(count, "acl")
