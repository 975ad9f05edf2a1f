"""Particles and prepositions that the parser takes for each other: "hands [over] missiles", "calling [on] them to help"; a helper of repair.py."""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import token_before
from reportedly.coding.repairs.mender import Known, Mender, Step
from reportedly.lexicons.word_lists import word_list

_ABOUT = word_list("particles.about")
_PARTICLES = word_list("particle_verbs")
_TAKING_IN = word_list("particles.taking_in")


def menders(known: Known) -> tuple[Step, ...]:
    """Return what makes a preposition of a particle, or a particle of what is none."""
    return (
        Mender(_mend_no_particle, deps="prt"),
        Mender(lambda prep: _mend_object(prep, known), deps="prep"),
        Mender(_mend_number, deps="quantmod"),
    )


def _mend_no_particle(word: Token) -> None:
    """Make a preposition of "calling [on] the authorities to help", "was boarded [off] the island"."""
    verb = word.head
    if word.child("pobj") is not None and verb.child("dobj") is None:
        word.dep, word.tag = "prep", "IN"
    elif word.lower == "off" and verb.child("nsubjpass") is not None and (place := verb.child("dobj")) is not None and place.subtree()[0].i == word.i + 1:
        word.dep, word.tag = "prep", "IN"
        place.reattach(word, "pobj")


def _mend_number(word: Token) -> None:
    """Make a particle of "handed [over] 40 prisoners": not more than 40."""
    before = token_before(word)
    if before is not None and f"{before.lemma} {word.lower}" in _PARTICLES:
        word.reattach(before, "prt")
        word.tag = "RP"


def _mend_object(word: Token, known: Known) -> None:
    """Make an object of "hands over [missiles] to", which the parser takes for a phrase."""
    verb, thing = word.head, word.child("pobj")
    if thing is None or word.i != verb.i + 1 or not (f"{verb.lemma} {word.lower}" in _PARTICLES or (word.lower == "in" and verb.lemma in _TAKING_IN and known.is_actor(thing.lemma))):
        return
    if verb.child("dobj", "nsubjpass") is not None or (thing.ent is not None and thing.ent.label in ("DATE", "TIME", "GPE", "LOC")):
        return
    word.dep, word.tag = "prt", "RP"
    thing.reattach(verb, "dobj")


def mend_about(particle: Token) -> None:
    """Make a phrase of "strike [over] fuel prices", which the parser takes for a particle and an object."""
    thing = particle.head.child("dobj") if particle.head.lemma in _ABOUT or particle.dep == "prep" else None
    if thing is not None and thing.i > particle.i:
        particle.dep = "prep"
        thing.reattach(particle, "pobj")
