"""Brackets: "The Movement for Justice (Spanish: Movimiento por la Justicia) was banned", whose foreign words the parser takes for parts of the clause.

Reads tokens; mends heads in place, for repair.py, and says where such a name ends, for actors.py.
"""

from __future__ import annotations

from reportedly.analysis import Sentence, Token
from reportedly.coding.grammar.syntax import FINITE, subject_role
from reportedly.lexicons.word_lists import word_list

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_JOINING = frozenset({"of", "for", "the", "and", "in", "al", "'s", "\u2019s", "'", "\u2019", "-"})
BODY_WORDS = word_list("brackets.body_words")
_FAR = 14  # tokens in which a sentence names what it is about


def opening_name(sentence: Sentence) -> tuple[int, int] | None:
    """Return the first and last token, counted in the sentence, of a body's name that opens it and that a bracket or "is a" follows."""
    tokens = sentence.tokens
    start = 2 if tokens[0].tag == "NNS" and len(tokens) > 2 and tokens[1].lower == "of" else 0  # "Members of [the Lakes Front (FL)]"
    if tokens[start].lower == "the":
        start += 1
    end = start
    while end < min(len(tokens), _FAR) and (tokens[end].text[:1].isupper() or tokens[end].lower in _JOINING):
        end += 1
    if end >= len(tokens) - 1 or end - start < 3 or not (tokens[end].text == "(" or (tokens[end].lemma == "be" and tokens[end + 1].lower in ("a", "an"))):
        return None
    name = tokens[start:end]
    if name[-1].lower in _JOINING or name[0].lower in _JOINING or not any(t.lower in BODY_WORDS for t in name):
        return None
    return start, end - 1


def mend_bracket(sentence: Sentence) -> None:
    """Give the verb behind a bracket the subject before it, and hang what the bracket holds on that."""
    tokens = sentence.tokens
    opening = next((i for i, t in enumerate(tokens[:_FAR]) if t.text == "("), 0)
    closing = next((i for i in range(opening + 1, len(tokens) - 1) if tokens[i].text == ")"), 0) if opening else 0
    if not closing or tokens[closing + 1].tag not in FINITE or any(t.pos in ("VERB", "AUX", "ADP") for t in tokens[:opening] if t.lower not in _JOINING):
        return
    verb = tokens[closing + 1]
    verb = verb.head if verb.dep in ("aux", "auxpass") else verb
    low, high, first = tokens[opening].i, tokens[closing].i, tokens[0].i
    if any(c.dep in _SUBJECTS and c.i < low for c in verb.children) or verb.i <= high:
        return
    name = _top(tokens[:opening], first, low)
    if name is None:
        return
    for token in tokens[opening : closing + 1]:
        if not low <= token.head.i <= high and token.head is not name and token.head is not token:
            token.reattach(name, "dep")
    if verb.head is not verb and low <= verb.head.i <= high:
        verb.become_root()
    name.reattach(verb, subject_role(verb))


def mend_short_name(sentence: Sentence) -> None:
    """Make one phrase of "National Liberation Army (ELN) [rebels]", "Lakes Front (LF) President [Anandasan]", which the parser parts at the bracket."""
    tokens = sentence.tokens
    for i in range(1, len(tokens) - 3):
        if tokens[i].text != "(" or tokens[i + 2].text != ")" or not tokens[i + 1].text.isupper() or tokens[i - 1].pos != "PROPN":
            continue
        if tokens[i + 3].tag not in ("NN", "NNS") and not (tokens[i + 3].tag == "NNP" and tokens[i + 3].dep == "compound" and tokens[i + 3].head.tag == "NNP"):
            continue
        name, noun = tokens[i - 1], tokens[i + 3]
        while noun.dep in ("compound", "amod", "nmod") and noun.head.i > noun.i:
            noun = noun.head
        while name.head is not name and name.head.i < name.i and name.dep in ("pobj", "prep", "conj"):
            name = name.head
        if noun.head is name:
            _swap(name, noun)
        elif name.dep in _SUBJECTS and name.dep == noun.dep and name.head is noun.head:
            name.reattach(noun, "nmod")
        if name.head is not noun:
            continue
        name.dep = "nmod"
        tokens[i + 1].reattach(name, "appos")
        for mark in (tokens[i], tokens[i + 2]):
            mark.reattach(name, "punct")


def _swap(name: Token, noun: Token) -> None:
    """Hang a name on the noun that the parser hung on it."""
    if name.head is name:
        noun.become_root()
    else:
        noun.reattach(name.head, name.dep)
    name.give_after(noun)
    name.give_before(noun, "det", "nummod", "poss")
    name.reattach(noun, "nmod")


def _top(tokens: list[Token], first: int, end: int) -> Token | None:
    """Return the word of an opening phrase that all its others hang on."""
    tops = [t for t in tokens if t.head is t or not first <= t.head.i < end]
    return tops[-1] if tops and tops[-1].pos in ("NOUN", "PROPN") else None
