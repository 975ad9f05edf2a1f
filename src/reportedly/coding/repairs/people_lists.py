"""People in a row, each with an office: "the defence minister, Rana Saleh, the UN envoy, Hans Lund, and the head of the bank".

The parser makes other words for the first of them of the rest. Reads tokens; mends their heads in place.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import is_verb, leftmost, token_after, token_before
from reportedly.lexicons.word_lists import word_list

_JOINED = ("appos", "conj")
_NO_PEOPLE = frozenset({"GPE", "LOC", "NORP", "ORG", "DATE", "FAC"})
_TITLES = ("compound", "nmod")
_RANKS = word_list("people_lists.ranks")
_LEAST = 3


def mend_people_row(and_: Token, is_person: Callable[[str], bool]) -> None:
    """Make a list of people with offices, each name beside the office before it. ``and_``: the word before the last."""
    if and_.head.pos not in ("NOUN", "PROPN") or (and_.head.dep not in _JOINED and and_.head.child("appos") is None):
        return
    top = _first_of(and_.head)
    nodes = _members(top)
    if len(nodes) < _LEAST or not all(_is_name(t) or _is_office(t, is_person) for t in nodes) or (_is_name(top) and not _has_title(top, is_person)):
        return
    if any(a.tag == "NNS" and _is_name(b) and b.dep == "appos" for a, b in pairwise(nodes)):
        return  # "two colonels, Ali Sy and Omar Ba": who they are
    if not any(_is_office(a, is_person) and _is_name(b) for a, b in pairwise(nodes)) and not all(_has_title(t, is_person) for t in nodes[:2]):
        return
    office = None if _is_name(top) else top
    for last, node, after in zip(nodes[:-1], nodes[1:], [*nodes[2:], None], strict=True):
        before = token_before(leftmost(node))
        joined = before is not None and before.lower == "and"
        if _is_name(node):
            if office is not None and not joined and not _has_title(node, is_person) and node.child("poss") is None:
                node.reattach(office, "appos")
            else:
                node.reattach(top, "conj")
            office = None
        elif joined or office is not None or after is None or _is_name(after) or last.dep == "appos":
            node.reattach(top, "conj")
            office = node
        else:
            return
    and_.reattach(top, "cc")


def mend_two_named(first: Token, is_person: Callable[[str], bool]) -> None:
    """Make a pair of "President [Ruto] and Raila Odinga", where the parser makes the first a part of the second's name."""
    second, and_ = first.head, token_after(first)
    if and_ is None or and_.lower != "and" or second.ent is None or second.ent.label != "PERSON" or second.ent.first != and_.i + 1:
        return
    if first.ent is second.ent or (first.ent.label != "PERSON" if first.ent is not None else not _has_title(first, is_person)):
        return
    for child in [c for c in second.children if c is not first and c.i < first.i]:
        child.reattach(first, child.dep)
    for child in [c for c in first.children if c.i > and_.i]:
        child.reattach(second, "compound")
    if second.head is second:
        first.reattach(first, "ROOT")
    else:
        first.reattach(second.head, second.dep)
    second.reattach(first, "conj")
    and_.reattach(first, "cc")


def _first_of(noun: Token) -> Token:
    """Return the first of a row; one that the parser hung on what stands before the verb belongs to the phrase right before its comma."""
    if noun.dep == "conj" and is_verb(noun.head) and _is_name(noun) and (met := noun.head.child("dobj")) is not None and met.subtree()[-1].i == leftmost(noun).i - 2:
        noun.reattach(met, "conj")  # "will meet AU chair Ann Traore, premier [Abiy Tola] and"
    while noun.dep in _JOINED and noun.head.pos in ("NOUN", "PROPN"):
        above = noun.head
        verb = above.head
        if above.dep in ("nsubj", "nsubjpass") and is_verb(verb) and above.i < verb.i < noun.i and (end := _ends_before(noun)) is not None:
            while end.dep in _TITLES or (end.dep == "pobj" and end.head.lower == "of"):
                end = end.head if end.dep in _TITLES else end.head.head
            if end.dep not in ("pobj", "dobj"):
                return above
            noun.reattach(end, "appos")
            above = end
        noun = above
    return noun


def _ends_before(noun: Token) -> Token | None:
    """Return the word before the comma before a noun phrase."""
    before = token_before(next(t for t in noun.subtree() if t.pos != "PUNCT"))
    return token_before(before) if before is not None and before.text == "," else None


def _members(top: Token) -> list[Token]:
    """Return all that the parser joined to the first of a row in whatever way, and the name it hung on what an office is of."""
    out, todo = [top], [top]
    while todo:
        noun = todo.pop()
        own = [c for c in noun.children if c.dep in _JOINED and c.i > noun.i]
        own += [g for c in noun.children if c.dep == "prep" and c.lower == "of" for o in c.children if o.dep == "pobj" for g in o.children if g.dep == "appos" and _is_name(g)]
        out += own
        todo += own
    return sorted(out, key=lambda t: t.i)


def _is_name(token: Token) -> bool:
    return token.pos == "PROPN" and (token.ent is None or token.ent.label not in _NO_PEOPLE)


def _is_office(token: Token, is_person: Callable[[str], bool]) -> bool:
    return token.pos == "NOUN" and is_person(token.lemma.lower())


def _has_title(name: Token, is_person: Callable[[str], bool]) -> bool:
    """Whether an office stands right before a name: "Justice [Minister] Rana Saleh"; a rank goes with any other office."""
    return any(c.dep in _TITLES and (c.ent is None or c.ent is not name.ent) and c.lower not in _RANKS and is_person(c.lower) for c in name.children)
