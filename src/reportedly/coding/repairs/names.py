"""Names: how far a name goes and what it is a name of, where the recogniser has it wrong; for repair.py.

Reads tokens and entities; mends extents and labels in place, and heads where an office was part of the name.
"""

from __future__ import annotations

from collections.abc import Callable

from reportedly.analysis import Analysis, Ent, Token
from reportedly.lexicons.word_lists import word_list

_SAYING = word_list("saying")
_FATHERS = word_list("names.fathers")
_TOWNS_OF = word_list("names.towns_of")
_RANKS = word_list("names.ranks")
_HARMING = word_list("names.harming")
_CALLING = word_list("names.calling")
_TITLED = word_list("names.titled")
_DIVISIONS = word_list("names.divisions")
_ARMIES = word_list("names.armies")
_HELPERS = word_list("names.helpers")
_LINKS = frozenset({"e", "i", "ul", "ur", "us", "un", "ud", "al"})
_GOVERNED = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "poss", "appos"})
_PLACES = frozenset({"GPE", "LOC", "FAC", "PRODUCT", "NORP", "WORK_OF_ART"})
_WORKS = frozenset({"WORK_OF_ART", "PRODUCT", "EVENT", "LAW"})
_THINGS = frozenset({"PRODUCT", "LANGUAGE", "WORK_OF_ART"})
_NO_PERSONS = _PLACES | {"ORG", "EVENT", "LAW"}


def mend_name(analysis: Analysis, ent: Ent, is_person: Callable[[str], bool], is_office: Callable[[str], bool], is_actor: Callable[[str], bool]) -> None:
    """Give a name its extent, then its kind: "Storm: [Court] rules", "Battle of [Kufra]", "[Helmand] province"."""
    tokens = analysis.tokens
    if (colon := next((t for t in tokens[ent.first : ent.last] if t.text == ":"), None)) is not None:
        _begin_at(tokens, ent, colon.i + 1)  # "Storm: [Court] rules"
    if ent.label != "PERSON" and _is_short_office(tokens[ent.first], is_office) and all(t.text.istitle() and t.pos == "PROPN" and not is_actor(t.lower) for t in tokens[ent.first + 1 : ent.last + 1]):
        ent.label = "PERSON"  # "[DCP Rao]", which the recogniser takes for a body
    if ent.label == "ORG":
        _part_at_comma(analysis, ent, is_person, is_office)
    if ent.label in _THINGS and ent.first == ent.last and (few := tokens[ent.first]).dep in ("dobj", "nsubjpass") and few.child("nummod") is not None and few.head.lemma in _HARMING:
        ent.label = "NORP"  # "detained 40 [Rohingya]", which the recogniser takes for a product
    if ent.label == "PERSON" and ent.last + 1 < len(tokens) and (kind := tokens[ent.last + 1]).lower in _DIVISIONS and kind is tokens[ent.last].head and tokens[ent.last].dep in ("compound", "nmod"):
        ent.label = "GPE"  # "[Helmand] province"
    if ent.label == "PERSON":
        _mend_surname(tokens, ent)
        _mend_cut_name(analysis, ent, is_person)
        if ent.last + 2 < len(tokens) and tokens[ent.last + 1].text == "-" and tokens[ent.last + 2].pos in ("PROPN", "NOUN") and tokens[ent.last].head is tokens[ent.last + 2]:
            ent.last += 2  # "Yoon Ji[-hoon]"
            tokens[ent.last - 1].ent = tokens[ent.last].ent = ent
    first = ent.first + (tokens[ent.first].lower == "the")
    if ent.label in _NO_PERSONS - {"GPE", "LOC"} and tokens[first].lower in _TITLED and first + 2 <= ent.last and tokens[first + 1].lower == "of":
        _begin_at(tokens, ent, first + 2)
        ent.label = "GPE"  # "Battle of [Kufra]"
    elif ent.label in _WORKS and ent.first == ent.last and (name := tokens[ent.first]).tag == "NNP" and name.dep == "nsubj" and name.head.lemma in _SAYING and name.child("det", "appos", "prep") is None:
        ent.label = "PERSON"  # "...", [Varo] added
    elif ent.label in _PLACES and _is_no_place(tokens, ent, is_person):
        ent.label = "PERSON"


def _mend_surname(tokens: list[Token], ent: Ent) -> None:
    """Make a surname of the last word of somebody's name, which the tagger takes for another part of speech: "met Emmanuel [Tabe] in Rome"."""
    last = tokens[ent.last]
    given = next((t for t in tokens[ent.first : ent.last] if t.head is t or not ent.first <= t.head.i <= ent.last), None)
    if given is None or given.head is given or given.pos != "PROPN" or last.pos in ("PROPN", "PART", "PUNCT", "NUM", "NOUN") or not last.text.istitle() or last.head not in (given, given.head) or tokens[ent.last - 1].pos != "PROPN":
        return
    last.pos, last.tag, last.lemma = "PROPN", "NNP", last.text
    last.reattach(given.head, given.dep)
    for child in [c for c in given.children if c is not last]:
        child.reattach(last, child.dep)
    given.reattach(last, "compound")


def is_armed_by_name(tokens: list[Token]) -> bool:
    """Whether a name is an armed group's by its first word, Arabic or Urdu for an army, a brigade or helpers: "Jaish al-Bahr", "Ansar al-Wadi", "Lashkar-e-Kohsar"."""
    words = [w for t in tokens for w in t.lower.split("-") if w]
    return len(words) > 1 and (words[0] in _ARMIES or (words[0] in _HELPERS and words[1] in ("al", "ul", "ash", "as", "ad", "an", "el", "e", "i")))


def mend_linked_names(analysis: Analysis) -> None:
    """Make one name of "Lashkar-e-Kohsar", which the parser cuts at its hyphens."""
    tokens = analysis.tokens
    for link in tokens[2:-2]:
        run = tokens[link.i - 2 : link.i + 3] if link.lower in _LINKS else []
        if not run or run[0].sent is not run[-1].sent or run[1].text != "-" or run[3].text != "-" or run[0].lower not in _ARMIES | _HELPERS or not run[-1].text[:1].isupper():
            continue
        last = run[-1]
        outer = next((t for t in reversed(run) if t.dep in _GOVERNED and t.head not in run), next((t for t in reversed(run) if t.head not in run), None))
        if outer is None:
            continue  # a sentence of its own
        above, dep = outer.head, outer.dep
        last.reattach(above, dep)
        for token in run[:-1]:
            for child in [c for c in token.children if c not in run]:
                child.reattach(last, child.dep)
            token.reattach(last, "compound")
        last.pos, last.tag = "PROPN", "NNP"
        whole = Ent(run[0].i, last.i, "ORG")
        analysis.ents[:] = sorted([e for e in analysis.ents if e.last < whole.first or e.first > whole.last] + [whole], key=lambda e: e.first)
        for token in run:
            token.ent = whole


def _is_no_place(tokens: list[Token], ent: Ent, is_person: Callable[[str], bool]) -> bool:
    """Whether a person is meant: "Abu Qasim", "Sgt. Mihail Golin", "killed Futtum, an explosives expert", "called [Lund] to thank her"."""
    head = next((t for t in reversed(tokens[ent.first : ent.last + 1]) if t.head is t or not ent.first <= t.head.i <= ent.last), tokens[ent.last])
    if tokens[ent.first].lower in _FATHERS:
        return ent.last > ent.first and tokens[ent.first + 1].lower not in _TOWNS_OF and not (head.dep == "pobj" and head.head.lower in ("in", "near", "at", "from"))
    if any(t.lower.rstrip(".") in _RANKS and t.tag == "NNP" for t in tokens[max(0, ent.first - 3) : ent.first]) and ent.last > ent.first:
        return True
    said = head.child("appos")
    if head.dep in ("dobj", "nsubjpass") and head.head.lemma in _HARMING and said is not None and said.tag == "NN" and is_person(said.lemma.lower()):
        return True
    return head.dep == "dobj" and head.head.lemma in _CALLING and ent.first == ent.last and head.head.child("xcomp", "advcl") is not None


def _is_short_office(token: Token, is_office: Callable[[str], bool]) -> bool:
    """Whether a word is an office in capitals with a name behind it: "IGP Kumar"."""
    return 1 < len(token.text) < 6 and token.text.isupper() and token.ent is not None and token.i < token.ent.last and is_office(token.lower)


def _begin_at(tokens: list[Token], ent: Ent, first: int) -> None:
    """Leave out of a name what stands before its first word."""
    for token in tokens[ent.first : first]:
        token.ent = None
    ent.first = first


def _mend_cut_name(analysis: Analysis, ent: Ent, is_person: Callable[[str], bool]) -> None:
    """Give a name its first word between it and a title, which the recogniser left out: "Spokesperson [Shafqat] Ali Khan"."""
    tokens, at = analysis.tokens, ent.first - 1
    if at < 1 or tokens[at].sent is not tokens[at - 1].sent or ent.first == ent.last:
        return
    first, title = tokens[at], tokens[at - 1]
    if first.tag == "NNP" and first.dep == "compound" and first.ent is None and first.text.istitle() and not is_person(first.lower) and title.text[:1].isupper() and is_person(title.lower) and ent.first <= first.head.i <= ent.last:
        ent.first, first.ent = at, ent


def _part_at_comma(analysis: Analysis, ent: Ent, is_person: Callable[[str], bool], is_office: Callable[[str], bool]) -> None:
    """Part an office, a body and who holds the office, of which the recogniser makes one body across a comma."""
    comma = next((t for t in analysis.tokens[ent.first + 1 : ent.last] if t.text == ","), None)
    if comma is not None and not _part_holder(analysis, ent, comma, is_person) and is_office(analysis.tokens[comma.i - 1].lower):
        _part_office(analysis.tokens, ent, comma)


def _part_holder(analysis: Analysis, ent: Ent, comma: Token, is_person: Callable[[str], bool]) -> bool:
    """Part "the president of the Council, [Brahim Diallo]" and say whether it is such a name."""
    tokens, name = analysis.tokens, analysis.tokens[ent.last]
    if ent.last - comma.i not in (2, 3) or name.dep != "appos" or not ent.first > name.head.i or not is_person(name.head.lemma.lower()) or any(t.tag != "NNP" for t in tokens[comma.i + 1 : ent.last + 1]):
        return False
    body = Ent(ent.first, comma.i - 1, "ORG")
    _begin_at(tokens, ent, comma.i + 1)
    ent.label = "PERSON"
    for token in tokens[body.first : comma.i]:
        token.ent = body
    analysis.ents.insert(analysis.ents.index(ent), body)
    return True


def _part_office(tokens: list[Token], ent: Ent, comma: Token) -> None:
    """Part an office from the body it is in: "The [Coordinator], Defence Media Operations", which the recogniser takes for one name."""
    office, body = tokens[comma.i - 1], tokens[ent.last]
    _begin_at(tokens, ent, comma.i + 1)
    if office.head is not body or office.dep not in ("nmod", "compound"):
        return
    for child in [c for c in body.children if c.i < office.i or c.dep == "appos"]:
        child.reattach(office, child.dep)
    office.reattach(body.head if body.head is not body else office, body.dep)
    body.reattach(office, "appos")
