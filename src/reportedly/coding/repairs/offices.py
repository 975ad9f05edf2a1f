"""Offices: "the Minister for Trade Hanna Lund", where the parser makes the person part of the portfolio; a helper of repair.py.

Reads tokens; mends heads in place: the person is the head, as in "Trade Minister Hanna Lund".
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import leftmost
from reportedly.lexicons.word_lists import word_list

_OF = frozenset({"of", "for", "to", "at"})
_JOINING = frozenset({"of", "for", "and", "the", "on", "in", "&", "to", "'s", "\u2019s", "'", "\u2019"})
_HEADS = frozenset({"head", "deputy", "secretary", "chief"})
# last words of a portfolio, which are no first names
_PORTFOLIOS = word_list("offices.portfolios")
_RANKS = word_list("offices.ranks")
_FAR = 12  # tokens between an office and its holder


def mend_offices(token: Token, is_person: Callable[[str], bool], is_first_name: Callable[[str], bool]) -> None:
    """Make persons the heads of what names their office."""
    if token.dep == "prep" and token.i == token.head.i + 1:
        _mend_office(token.head, is_person, is_first_name)
    elif token.tag == "NNPS":
        _mend_shared_title(token, is_person)


def _mend_office(title: Token, is_person: Callable[[str], bool], is_first_name: Callable[[str], bool]) -> None:
    """Make the person named behind an office with a portfolio the head of the two."""
    tokens, base = title.sent.tokens, title.sent.tokens[0].i
    at = title.i - base + 1
    if title.tag not in ("NN", "NNP") or at >= len(tokens) or tokens[at].lower not in _OF or tokens[at].head is not title:
        return
    if not (title.lower in _HEADS or is_person(title.lemma.lower())):
        return
    found = _holder(tokens, at + 1, is_person, is_first_name)
    if found is None:
        return
    first, name = found
    office = title
    while office.dep == "pobj" and office.head.dep == "prep":
        office = office.head.head
    beside = office.dep == name.dep == "nsubj" and office.head is name.head  # two subjects side by side are one
    if beside and office is not title:
        _lead(name, office, "nmod")  # "The president of the Republic chairman of the Polar Front Ada Roe urged"
    elif beside or _is_below(name, title):
        _take_over(tokens[at], first, name, title)
    elif name.dep != "appos":
        return  # the name is another's
    _part_name(tokens, base, first, name)


def _is_below(name: Token, title: Token) -> bool:
    """Whether the parser hangs a name somewhere below a title."""
    while name is not title and name.head is not name and name.i >= title.i:
        name = name.head
    return name is title


def _take_over(of: Token, first: Token, name: Token, title: Token) -> None:
    """Make a name that is part of its title's portfolio the head, and leave the portfolio what stands before it."""
    body = title.sent.tokens[first.i - title.sent.tokens[0].i - 1]
    for child in [c for c in name.children if c.i < first.i]:
        if child is not body:
            child.reattach(body, child.dep)
    if body.head is name or name.head is body or body.head.i >= first.i:
        body.reattach(name.head if name.head is not body else of, "pobj")
    _lead(name, title, "nmod")


def _part_name(tokens: list[Token], base: int, first: Token, name: Token) -> None:
    """Make a person's name of its own of the end of "Security Council [Oleg Varin]", of which the recogniser makes one name."""
    if (both := name.ent) is not None and both.first < first.i:
        for token in tokens[both.first - base : first.i - base]:
            token.ent = None
        both.first, both.label = first.i, "PERSON"


def _mend_shared_title(title: Token, is_person: Callable[[str], bool]) -> None:
    """Make the first person named the head of "Vice Presidents [Amina Diallo] and Peter Moyo"."""
    name = title.child("appos")
    if name is None or name.pos != "PROPN" or leftmost(name).i != title.i + 1 or not is_person(title.lower.removesuffix("s")):
        return
    _lead(name, title, "compound")


def _lead(name: Token, title: Token, role: str) -> None:
    """Make a name the head in the place of its title, which then hangs on it by ``role``."""
    name.reattach(name if title.head is title else title.head, title.dep)
    title.give_after(name)
    title.give_before(name, "mark", "cc", "punct", "aux")
    title.reattach(name, role)


def _holder(tokens: list[Token], start: int, is_person: Callable[[str], bool], is_first_name: Callable[[str], bool]) -> tuple[Token, Token] | None:
    """Return the first and the last token of the name that ends the run of capitals behind an office, where a portfolio or a body stands between."""
    end = start
    while end < min(len(tokens), start + _FAR) and (tokens[end].tag in ("NNP", "NNPS") or tokens[end].lower in _JOINING or tokens[end].tag in ("JJ", "NN", "NNS")):
        end += 1
    while end > start and tokens[end - 1].tag != "NNP":
        end -= 1
    run = tokens[start:end]
    if len(run) < 3 or (end < len(tokens) and tokens[end].tag in ("NN", "NNS", "NNPS", "POS", "VBG")):
        return None
    at = len(run) - 1

    def begins(n: int) -> bool:
        """Whether a full name begins with a word of the run: "Oran [Ali] Roe", but not "Ali [Reza] Roe"."""
        return n < len(run) - 1 and is_first_name(run[n].text) and not is_first_name(run[n - 1].text)

    person = run[at].ent
    if person is not None and person.label == "PERSON":
        while at > 0 and run[at - 1].ent is person and run[at - 1].lower not in _PORTFOLIOS and not begins(at):
            at -= 1
    else:
        while at > 0 and run[at - 1].tag == "NNP" and run[at - 1].lower not in _PORTFOLIOS and run[at - 1].lower not in _JOINING and not begins(at):
            at -= 1
        if at == 0 or not (run[at - 1].lower in _PORTFOLIOS or is_first_name(run[at].text)):
            return None  # "the mayor of Oran [Ali Roe]"
    name, before = run[at:], run[:at]
    if not 2 <= len(name) <= 4 or not before or before[-1].lower in _JOINING:
        return None
    if any(is_person(t.lemma.lower()) and u.lower in _OF for t, u in pairwise(before)):
        return None  # "a brother of the President of the Assembly Ada Roe"
    if any(t.lower in _PORTFOLIOS or is_person(t.lemma.lower()) for t in name):
        return None
    ranks = len(before)
    while ranks > 0 and before[ranks - 1].lower.rstrip(".") in _RANKS:
        ranks -= 1
    if is_person(before[-1].lemma.lower()) and (ranks == 0 or before[ranks - 1].lower not in _PORTFOLIOS):
        return None  # "a spokesman for President Ada Roe"; but "commander of the Dawn Force General Ali Roe"
    return run[ranks], name[-1]
