"""Parts of speech: what kind of word a word is taken for, and its base form; a helper of repair.py."""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.repairs.base_forms import IRREGULAR, PLURALS, doubles
from reportedly.coding.repairs.lists import mend_first_nation
from reportedly.coding.repairs.mender import Choice, Known, Mender, Step
from reportedly.coding.repairs.nominals import mend_bearing
from reportedly.lexicons.word_lists import word_list

_AS_NOUN = {"pobj": "pobj", "dobj": "dobj", "oprd": "dobj", "nsubj": "nsubj", "nsubjpass": "nsubjpass"}
_NOMINAL = "pobj dobj nsubj nsubjpass"
_REBELS = word_list("parts_of_speech.rebels")
_COMPASS = frozenset({"north", "south", "east", "west"})


def menders(known: Known) -> tuple[Step, ...]:
    """Return what mends what kind of word a word is taken for, then its base form."""
    return (
        Choice(
            Mender(_mend_rebel, deps="amod", parts="ADJ", words=_REBELS, when=lambda t: t.head.pos == "NOUN" and t.i < t.head.i),
            Mender(_mend_offensive, deps=_AS_NOUN, parts="ADJ", words="offensive"),
            Mender(_mend_quality, deps=_NOMINAL, parts="ADJ", when=lambda t: _is_somebody(t, known)),
            Mender(mend_bearing, deps="amod compound", when=lambda t: t.head.i == t.i + 1 and t.head.lower in _COMPASS and t.head.dep != "ROOT" and known.names_act(t.lemma)),
        ),
        Mender(lambda quality: _mend_stirred(quality, known), tags="JJ", when=lambda t: t.lower.endswith("ed") and t.child("auxpass") is not None),
        Mender(mend_first_nation, deps=_NOMINAL, parts="PROPN ADJ", when=lambda t: t.child("conj") is not None and known.is_adjective(t.text)),
        Choice(
            Mender(lambda verb: _mend_verb(verb, known), parts="VERB"),
            Mender(lambda name: _mend_name(name, known), parts="PROPN"),
            Mender(_mend_plural, tags="NNS", words=PLURALS),
            Mender(_mend_initials, tags="NN", when=lambda t: len(t.text) > 2 and t.text[-1] == "s" and t.text[:-1].isupper() and known.is_body(t.lower[:-1])),
            Mender(lambda men: _mend_men(men, known), tags="NN", when=lambda t: t.lower.endswith("men") and t.lemma == t.lower),
        ),
    )


def _mend_rebel(rebel: Token) -> None:
    """Make a noun of "the [rebel] siege"."""
    rebel.pos, rebel.tag, rebel.dep = "NOUN", "NN", "compound"


def _mend_stirred(quality: Token, known: Known) -> None:
    """Make a passive of "is [disappointed] with the ruling", where the parser makes one of all but the word itself."""
    if (verb := known.act_of(quality.lower)) is not None:
        quality.pos, quality.tag, quality.lemma = "VERB", "VBN", verb


def _mend_offensive(offensive: Token) -> None:
    """Make a noun of "steps up [offensive] against rebels"."""
    offensive.pos, offensive.tag, offensive.dep = "NOUN", "NN", _AS_NOUN[offensive.dep]


def _mend_quality(quality: Token) -> None:
    """Make a noun of "the killing of the [general]", "their [general] accused Belgrade"."""
    quality.pos, quality.tag, quality.lemma = "NOUN", "NN", quality.lower


def _is_somebody(quality: Token, known: Known) -> bool:
    """Whether an adjective with an article or an owner stands for somebody: "the killing of the [general]", "their [military] struck"."""
    if known.is_person(quality.lower) and any(c.dep == "det" and c.i < quality.i for c in quality.children):
        return True
    return quality.tag == "JJ" and quality.dep in ("nsubj", "nsubjpass") and known.is_actor(quality.lower) and quality.child("det", "poss") is not None


def _mend_plural(noun: Token) -> None:
    noun.lemma = PLURALS[noun.lower]


def _mend_initials(people: Token) -> None:
    """Make several of "Opposition [MPs]", which the model takes for one thing."""
    people.lemma, people.tag = people.lower[:-1], "NNS"


def _mend_men(men: Token, known: Known) -> None:
    """Make several of "servicemen", which the model takes for one thing."""
    if known.is_body(man := f"{men.lower[:-3]}man"):
        men.lemma, men.tag = man, "NNS"


def _mend_name(name: Token, known: Known) -> None:
    """Give "Rebels" at a sentence's start its own lemma, and make a noun of what is none of a name."""
    word = name.lower
    if name.text.islower() and word.endswith("men") and known.is_body(f"{word[:-3]}man"):
        name.pos, name.tag, name.lemma = "NOUN", "NNS", f"{word[:-3]}man"  # "Codeco militiamen"
    elif word.endswith("s") and name.text[:1].isupper() and (((name.tag == "NNPS" or name is name.sent.tokens[0]) and known.is_noun(word[:-1])) or known.is_person(word[:-1])):
        name.lemma, name.tag = word[:-1], "NNPS"
    elif name.dep == "nsubjpass" and name is name.sent.tokens[0] and known.names_act(word) and name.ent is None:
        name.pos, name.tag, name.lemma = "NOUN", "NN", word  # "[Teargas] was used"


def _mend_verb(verb: Token, known: Known) -> None:
    """Give "raped" and "staged" their lemma, which the rules of the model cut to "rap" and "stag"."""
    word = verb.lower
    if word in IRREGULAR:
        verb.lemma = IRREGULAR[word]
    elif word == "lay" and verb.child("dobj") is not None:
        verb.lemma, verb.tag = word, "VBP" if verb.tag == "VBD" else verb.tag  # "demanded that we [lay] new rails"
    elif word.endswith("es") and verb.lemma == word[:-2] and (not known.is_verb(verb.lemma) or doubles(verb.lemma)) and known.is_verb(word[:-1]):
        verb.lemma = word[:-1]  # "hopes" is no form of "hop"
    elif word.endswith(("ed", "ing")):
        stem = word[:-2] if word.endswith("ed") else word[:-3]
        if verb.lemma == stem and (not known.is_verb(stem) or doubles(stem)) and known.is_verb(stem + "e"):
            verb.lemma = stem + "e"
        elif not known.is_verb(verb.lemma):
            verb.lemma = next((c for c in (stem + "e", stem, stem[:-1], stem.removesuffix("i") + "y") if known.is_verb(c)), verb.lemma)
