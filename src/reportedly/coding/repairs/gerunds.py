"""Gerunds: acts that the parser takes for a word about a noun: "accused them of [massacring] farmers"; a helper of repair.py."""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import NOMINAL_SUBJECTS, is_after_comma, is_verb, token_before
from reportedly.coding.repairs.charges import mend_sentence
from reportedly.coding.repairs.coordination import CHARGING
from reportedly.coding.repairs.mender import Known, Mender, Step
from reportedly.coding.repairs.mislaid import mend_harm_behind_purpose
from reportedly.coding.repairs.nominals import mend_shelling
from reportedly.coding.repairs.participles import IN_OFFICE, mend_in_office
from reportedly.lexicons.word_lists import word_list

_DOING = word_list("gerunds.doing")
_COUNTS = frozenset({"dozens", "hundreds", "thousands", "scores"})


def menders(known: Known) -> tuple[Step, ...]:
    """Return what mends a gerund taken for a modifier, or for a clause."""
    return (
        Mender(lambda holding: mend_in_office(holding, known.is_person), tags="VBG", words=IN_OFFICE),
        Mender(_mend_closing_gerund, deps="compound amod", tags="VBG", when=is_after_comma),
        Mender(mend_sentence, deps="advcl conj", tags="VBG"),
        Mender(mend_harm_behind_purpose, deps="advcl conj", tags="VBG"),
        Mender(lambda act: _mend_shelling(act, known), deps="advcl acl xcomp pcomp nsubj", tags="VBG"),
        Mender(_mend_gerund, deps="amod compound", tags="VBG", when=lambda t: known.takes_object(t.lemma) or known.names_object(t.lemma)),
        Mender(lambda noun: _mend_gerund(noun, known.act_on(noun.lower)), deps="compound", tags="NN", when=lambda t: t.lower.endswith("ing") and known.act_on(t.lower) is not None),
    )


def late_menders(known: Known) -> tuple[Step, ...]:
    """Return what mends a gerund once phrases and joined verbs hang where they belong."""
    return (
        Mender(lambda pursuing: _mend_opening_participle(pursuing, known), deps="csubj advcl", tags="VBG", when=lambda t: t is t.sent.tokens[0]),
        Mender(_mend_counted_object, deps="advcl", tags="VBG"),
    )


def _mend_shelling(act: Token, known: Known) -> None:
    people = token_before(act)
    if people is None or not (known.is_adjective(people.text) or (people.ent is not None and people.ent.label in ("NORP", "GPE"))):
        return  # whom the recogniser may know better than the lexicon
    if known.names_act(act.lower) or known.act_on(act.lower) is not None:
        mend_shelling(act, people)


def _mend_gerund(verb: Token, act: str | None = None) -> None:
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
    if noun.dep == "pobj" and prep.lower in ("of", "for") and charged.lemma in CHARGING and not any(c.i < verb.i for c in noun.children):
        if charged is not prep.head:
            prep.reattach(charged, "prep")
        verb.reattach(prep, "pcomp")
        noun.reattach(verb, "dobj")
        if act is not None:
            verb.pos, verb.tag, verb.lemma = "VERB", "VBG", act


def _mend_closing_gerund(gerund: Token) -> None:
    """Make a clause of "left the area on Monday, [voicing] outrage", which the parser takes for part of a second object."""
    noun = gerund.head
    verb = noun.head
    if noun.dep == "dobj" and is_verb(verb) and noun.subtree()[0] is gerund and any(c.dep == "dobj" and c.i < gerund.i for c in verb.children):
        gerund.reattach(verb, "advcl")
        noun.reattach(gerund, "dobj")


def _mend_opening_participle(participle: Token, known: Known) -> None:
    """Make "[Pursuing] policemen shot two robbers" tell of policemen, whom the parser takes for those pursued."""
    people, verb = participle.child("dobj"), participle.head
    if people is None or not (known.is_actor(people.lemma.lower()) or known.is_actor(people.lower)) or people.tag not in ("NNS", "NNPS") or people.i > verb.i or verb.tag not in ("VBD", "VBZ", "VBP") or verb.child(*NOMINAL_SUBJECTS) is not None:
        return
    if any(c is not people for c in participle.children) or any(c.dep not in ("compound", "amod") for c in people.children) or people.subtree()[0].i != participle.i + 1:
        return
    participle.tag, participle.pos = "VBG", "VERB"
    people.reattach(verb, "nsubj")
    participle.reattach(people, "amod")


def _mend_counted_object(gerund: Token) -> None:
    """Make an object of "beat back [thousands] of farmers trying to get in", whom the parser takes for the subject of a clause of its own."""
    count, verb = gerund.child("nsubj"), gerund.head
    if count is None or count.lower not in _COUNTS:
        return
    start = verb.sent.tokens[0].i
    between = verb.sent.tokens[verb.i + 1 - start : count.i - start]
    if not is_verb(verb) or verb.child("dobj", "nsubjpass", "ccomp") is not None or count.i < verb.i or any(t.head is not verb or t.dep not in ("advmod", "prt") for t in between):
        return
    if gerund.child("aux", "mark") is not None:
        return  # "fled, dozens having died"
    count.reattach(verb, "dobj")
    gerund.reattach(count, "acl")
