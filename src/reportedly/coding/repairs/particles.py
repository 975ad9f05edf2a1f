"""Particles and prepositions that the parser takes for each other: "hands [over] missiles", "calling [on] them to help"; a helper of repair.py."""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import leftmost, token_before
from reportedly.coding.repairs.mender import Known, Mender, Step
from reportedly.lexicons.word_lists import word_list

_ABOUT = word_list("particles.about")
_PARTICLES = word_list("particle_verbs")
_TAKING_IN = word_list("particles.taking_in")
_BARE_DAYS = frozenset({"last", "this", "next", "yesterday", "today", "earlier"})  # with these a day needs no preposition


def menders(known: Known) -> tuple[Step, ...]:
    """Return what makes a preposition of a particle, or a particle of what is none."""
    return (
        Mender(_mend_no_particle, deps="prt"),
        Mender(lambda prep: _mend_object(prep, known), deps="prep"),
        Mender(_mend_number, deps="quantmod"),
        Mender(_mend_stranded, deps="prep", words="on at upon", when=lambda t: t.head.tag == "VBN"),
    )


def _mend_no_particle(word: Token) -> None:
    """Make a preposition of "calling [on] the authorities to help", "was boarded [off] the island"."""
    verb = word.head
    if word.child("pobj") is not None and verb.child("dobj") is None:
        word.dep, word.tag = "prep", "IN"
    elif verb.child("nsubjpass") is not None:
        mend_off(word)


def mend_off(word: Token) -> None:
    """Make a phrase of "held [off] Aden", which the parser takes for a particle and an object."""
    place = word.head.child("dobj")
    if word.lower == "off" and place is not None and leftmost(place).i == word.i + 1:
        word.dep, word.tag = "prep", "IN"
        place.reattach(word, "pobj")


def _mend_number(word: Token) -> None:
    """Make a particle of "handed [over] 40 prisoners": not more than 40."""
    before = token_before(word)
    if before is not None and f"{before.lemma} {word.lower}" in _PARTICLES:
        word.reattach(before, "prt")
        word.tag = "RP"


def _mend_stranded(word: Token) -> None:
    """Make a particle of "was spat [on] last May", whose object the subject is: what follows is the day."""
    verb, day = word.head, word.child("pobj")
    if day is None or word.i != verb.i + 1 or verb.child("auxpass") is None or verb.child("nsubjpass") is None:
        return
    first = leftmost(day)
    if first.lower in _BARE_DAYS and first.i == word.i + 1 and day.ent is not None and day.ent.label in ("DATE", "TIME"):
        word.dep, word.tag = "prt", "RP"
        day.reattach(verb, "npadvmod")


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
