"""Particles and prepositions that the parser takes for each other: "hands [over] missiles", "calling [on] them to help"; a helper of repair.py."""

from __future__ import annotations

from collections.abc import Callable

from reportedly.analysis import Token
from reportedly.lexicons.word_lists import word_list

_ABOUT = word_list("particles.about")
_PARTICLES = word_list("particle_verbs")
_TAKING_IN = word_list("particles.taking_in")


def mend_particle(word: Token, before: Token | None, is_actor: Callable[[str], bool]) -> None:
    """Make a preposition of a particle, or a particle of what is none. ``before``: the word before it."""
    if word.dep == "prt" and word.child("pobj") is not None and word.head.child("dobj") is None:
        word.dep, word.tag = "prep", "IN"  # "calling [on] the authorities to help"
    if word.dep == "prep" and (f"{word.head.lemma} {word.lower}" in _PARTICLES or (word.lower == "in" and word.head.lemma in _TAKING_IN and (thing := word.child("pobj")) is not None and is_actor(thing.lemma))):
        _mend_object(word)
    if word.dep == "quantmod" and before is not None and f"{before.lemma} {word.lower}" in _PARTICLES:
        word.reattach(before, "prt")  # "handed [over] 40 prisoners": not more than 40
        word.tag = "RP"


def _mend_object(word: Token) -> None:
    """Make an object of "hands over [missiles] to", which the parser takes for a phrase."""
    verb, thing = word.head, word.child("pobj")
    if thing is None or word.i != verb.i + 1 or verb.child("dobj", "nsubjpass") is not None or (thing.ent is not None and thing.ent.label in ("DATE", "TIME", "GPE", "LOC")):
        return
    word.dep, word.tag = "prt", "RP"
    thing.reattach(verb, "dobj")


def mend_about(particle: Token) -> None:
    """Make a phrase of "strike [over] fuel prices", which the parser takes for a particle and an object."""
    thing = particle.head.child("dobj") if particle.head.lemma in _ABOUT or particle.dep == "prep" else None
    if thing is not None and thing.i > particle.i:
        particle.dep = "prep"
        thing.reattach(particle, "pobj")
