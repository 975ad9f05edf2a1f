"""Stand-ins: pronouns, and other words that denote people without a name or a noun for them ("the two", "those in need"); a helper of actors.py."""

from __future__ import annotations

from reportedly.analysis import Analysis, Mention, Token
from reportedly.coding.grammar.noun_phrases import spaced
from reportedly.coding.reference.numbers import NUMBER_WORDS
from reportedly.lexicons.word_lists import word_list

PRONOUNS = {
    "he": (True, False), "him": (True, False), "his": (True, False), "himself": (True, False),
    "she": (True, False), "her": (True, False), "hers": (True, False), "herself": (True, False),
    "it": (False, False), "its": (False, False), "itself": (False, False),
    "they": (None, True), "them": (None, True), "their": (None, True), "theirs": (None, True), "themselves": (None, True),
    "i": (True, False), "me": (True, False), "my": (True, False), "myself": (True, False),
    "we": (None, True), "us": (None, True), "our": (None, True), "ours": (None, True), "ourselves": (None, True),
}  # fmt: skip
_STYLES = word_list("stand_ins.styles")
_ANYBODY = frozenset("those anyone anybody everyone everybody".split())
_PARTIES = ("nsubj", "nsubjpass", "dative", "pobj", "conj")
_CROWDS = frozenset({"dozens", "hundreds", "thousands", "scores"})
_NOT_WHOSE = frozenset({"of", "including", "involving", "concerning", "regarding"})  # "crimes, including those involving children"
_MAY_STAND = _STYLES | {"two", "both", "neither", "latter", "former", *PRONOUNS, *NUMBER_WORDS}
_THOSE = 6  # words that "those ..." is called by at most


def pronoun(token: Token) -> Mention | None:
    """Return the mention of a pronoun, or of a word that stands for those told of before: "[the two] agreed", "[his Majesty]"."""
    word = "us" if token.lower in ("'s", "\u2019s") and token.tag == "PRP" else token.lower  # "Let's"
    if word not in _MAY_STAND:
        return None
    if word in PRONOUNS and token.tag in ("PRP", "PRP$"):
        person, plural = PRONOUNS[word]
        return Mention(token.i, token.i, token, "pronoun", name=word, person=person, plural=plural, rule="pronoun", span=token.span)
    if word in ("two", "both", "neither") and token.dep in ("nsubj", "nsubjpass", "dobj", "dative") and _is_the_two(token):
        return Mention(token.i, token.i, token, "pronoun", name=word, plural=True, rule="pronoun", span=token.span)
    if NUMBER_WORDS.get(word, 0) > 2 and token.tag == "CD" and token.dep in ("nsubj", "nsubjpass", "dobj") and [c.lower for c in token.children if c.pos != "PUNCT"] == ["the"] and token.head.pos in ("VERB", "AUX"):
        return Mention(token.i, token.i, token, "pronoun", name=word, plural=True, rule="pronoun", span=token.span)  # "[the five] were freed"
    if word in ("latter", "former") and token.dep in ("nsubj", "nsubjpass", "dobj", "pobj") and [c.lower for c in token.children if c.pos != "PUNCT"] == ["the"]:
        return Mention(token.i, token.i, token, "pronoun", name=word, plural=True, rule="pronoun", span=token.span)
    if word in _STYLES and (own := token.child("poss")) is not None and own.i == token.i - 1 and own.lower in ("his", "her") and token.dep not in ("compound", "nmod"):
        return Mention(own.i, token.i, token, "pronoun", name="he" if own.lower == "his" else "she", person=True, rule="pronoun", span=(own.start, token.end))
    return None


def _is_the_two(token: Token) -> bool:
    """Whether a number stands for two who were told of before: "[the two] agreed", "[both] denied it"; but not "two of them", "the two, aged 9 and 12"."""
    others = [c.lower for c in token.children if c.pos != "PUNCT"]
    return others == (["the"] if token.lower == "two" else []) and (token.head.pos in ("VERB", "AUX"))


def unnamed(analysis: Analysis, token: Token) -> Mention | None:
    """Return the mention of people told of by their age or number, or as "those": "the 38-year-old", "[hundreds] fled", "[those in need]"."""
    word = token.lower
    if word == "old" and token.dep in ("nsubj", "nsubjpass", "dobj", "pobj") and token.i >= 4 and [t.lower for t in analysis.tokens[token.i - 3 : token.i]] == ["-", "year", "-"]:
        age = analysis.tokens[token.i - 4 : token.i + 1]  # "the 38-year-old"
        return Mention(age[0].i, token.i, token, "description", name=spaced(analysis, age), rule="noun", span=(age[0].start, token.end), person=True)
    if word in _CROWDS and token.dep in ("nsubj", "nsubjpass", "dobj") and not any(c.dep == "prep" and c.lower == "of" for c in token.children):
        return Mention(token.i, token.i, token, "description", name=token.text, rule="noun", span=token.span, person=False, plural=True)
    if word in _ANYBODY and (clause := token.child("relcl")) is not None and token.dep in (_PARTIES if word == "those" else ("nsubj", "nsubjpass")) and clause.child("auxpass") is None and any(c.lower == "who" for c in clause.children) and token.head.lower != "of":
        said = [token, *clause.subtree()]
        name = spaced(analysis, said) if word == "those" and len(said) <= _THOSE else token.text
        return Mention(token.i, token.i, token, "description", name=name, rule="noun", span=token.span, person=False, plural=True)  # "those who threaten our friends", "anyone who protests"
    if word == "those" and (which := token.child("prep", "acl", "amod", *(("relcl",) if token.dep == "nsubjpass" else ()))) is not None and which.i > token.i and which.lower not in _NOT_WHOSE:
        kept = [token, *which.subtree()][:_THOSE]  # "those in need", "those displaced by the war"
        if which.dep == "acl" and len(which.subtree()) >= _THOSE:
            kept = [token, which]  # "those killed in the bombings of two markets in the capital"
        while kept[-1].pos in ("ADP", "DET", "CCONJ", "PUNCT"):
            kept.pop()
        return Mention(token.i, token.i, token, "description", name=spaced(analysis, kept), rule="noun", span=(token.start, kept[-1].end), person=False, plural=True)
    return None
