"""Offices: "the Minister for Trade Hanna Lund", where the parser makes the person part of the portfolio; a helper of repair.py.

Reads tokens; mends heads in place: the person is the head, as in "Trade Minister Hanna Lund".
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from reportedly.analysis import Sentence, Token
from reportedly.coding.grammar.syntax import ancestors, is_after_comma, is_time, leftmost
from reportedly.coding.repairs.mender import Choice, Known, Mender, Step
from reportedly.lexicons.word_lists import word_list

_OF = frozenset({"of", "for", "to", "at", "in", "on"})
_JOINING = frozenset({"of", "for", "and", "the", "on", "in", "&", "to", "'s", "\u2019s", "'", "\u2019"})
_HEADS = word_list("offices.heads")
# last words of a portfolio, which are no first names
_PORTFOLIOS = word_list("offices.portfolios")
_RANKS = word_list("offices.ranks")
_MISLAID = frozenset({"conj", "npadvmod", "nsubjpass", "nsubj", "dobj", "dep"})
_FAR = 12  # tokens between an office and its holder


def menders(known: Known) -> tuple[Step, ...]:
    """Return what makes persons the heads of what names their office."""
    is_person = known.is_person
    return (
        Mender(lambda of: _mend_office(of.head, known), deps="prep", when=lambda t: t.i == t.head.i + 1),
        Mender(lambda name: _mend_several_holders(name, known), deps=_MISLAID, when=lambda t: t.ent is not None and t.child("conj") is not None),
        Choice(
            Mender(lambda name: _mend_named_office(name, is_person), deps="nsubj", parts="PROPN"),
            Mender(_mend_office_behind, deps="nsubj", tags="NN", when=lambda t: is_person(t.lemma.lower())),
            Mender(lambda title: _mend_shared_title(title, is_person), tags="NNPS"),
        ),
    )


def mend_two_lands(sentence: Sentence, is_adjective: Callable[[str], bool]) -> None:
    """Hang both nationalities on whom they belong to: "[Turkish], Greek ministers meet"; the parser hangs the first on the verb."""
    first, comma, second = (*sentence.tokens[:3], None, None, None)[:3]
    if first is None or comma is None or second is None or comma.text != ",":
        return
    noun = second.head
    if not noun.tag.startswith("NN") or not noun.text.endswith(("s", "men")) or not second.i < noun.i < second.i + 4 or first is noun or not (is_adjective(first.text) and is_adjective(second.text)):
        return
    first.pos, first.tag = "ADJ", "JJ"
    if noun.head is first:  # "Polish, Czech [PMs] visit": joined to the first word
        _lead(noun, first, "amod")
    first.reattach(noun, "amod")
    comma.reattach(first, "punct")
    second.reattach(first, "conj")


def _mend_office(title: Token, known: Known) -> None:
    """Make the person named behind an office with a portfolio the head of the two."""
    tokens, base = title.sent.tokens, title.sent.tokens[0].i
    at = title.i - base + 1
    if title.tag not in ("NN", "NNP") or at >= len(tokens) or tokens[at].lower not in _OF or tokens[at].head is not title:
        return
    if not (title.lower in _HEADS or known.is_person(title.lemma.lower())):
        return
    found = _holder(tokens, at + 1, known)
    if found is None:
        return
    first, name = found
    if (both := name.ent) is not None and both.first < first.i:  # "Security Council [Oleg Varin]", of which the recogniser makes one name
        for token in tokens[both.first - base : first.i - base]:
            token.ent = None
        both.first, both.label = first.i, "PERSON"
    above = ancestors(title)
    if name.head is name or any(title.i < t.i <= name.i for t in above):
        return  # the parser has it right, or the office hangs on what stands between
    if name.head in above and name.dep in ("appos", "nsubj") and title.dep == "pobj":
        if name.dep == "nsubj" and (office := title.head.head).head is name.head and office.dep == "nsubj":
            _lead(name, office, "nmod")  # "The president of the Republic chairman of the Polar Front Ada Roe urged"
        return
    body = tokens[first.i - base - 1]
    for child in [c for c in name.children if c.i < first.i]:
        if child is not body:
            child.reattach(body, child.dep)
    if body.head is name or name.head is body or body.head.i >= first.i:
        body.reattach(name.head if name.head is not body and title in ancestors(name) else tokens[at], "pobj")
    _lead(name, title, "nmod")


def _mend_named_office(name: Token, is_person: Callable[[str], bool]) -> None:
    """Set beside an office who holds it in "The Minister of Trade, Ada Roe [without a second comma] said", which the parser takes for two subjects."""
    verb, tokens, base = name.head, name.sent.tokens, name.sent.tokens[0].i
    title = next((c for c in verb.children if c.dep in ("nsubj", "npadvmod") and c.i < name.i), None)
    comma = tokens[leftmost(name).i - base - 1] if leftmost(name).i > base else None
    if title is None or comma is None or comma.text != "," or verb.i < name.i or not is_person(title.lemma.lower()) or title.tag not in ("NN", "NNP"):
        return
    if title.child("conj", "relcl", "appos") is None and title.subtree()[-1].i == comma.i - 1 and all(t.tag == "NNP" for t in tokens[comma.i + 1 - base : name.i + 1 - base]):
        title.dep = "nsubj"
        name.reattach(title, "appos")


def _mend_several_holders(name: Token, known: Known) -> None:
    """Set beside an office of several who they are: "the presidents of Kenya and Uganda, [Ada Roe] and Omar Ba", which the parser makes parts of the list before or of the clause."""
    first = leftmost(name)
    if not is_after_comma(first) or first.i - 2 < name.sent.tokens[0].i or (not (name.ent is not None and name.ent.label == "PERSON") and (first is name or not known.is_first_name(first.text))):
        return
    last = name.sent.tokens[first.i - 2 - name.sent.tokens[0].i]
    for noun in (last, *ancestors(last)):
        if noun.i > last.i or noun is name:
            return
        if noun.tag == "NNS" and known.is_person(noun.lemma.lower()):
            if any(last.i < t.i < first.i - 1 or t.i > name.subtree()[-1].i for t in noun.subtree() if t.pos != "PUNCT"):
                return
            name.reattach(noun, "appos")
            return


def _mend_office_behind(office: Token) -> None:
    """Make the subject of "Ada Roe, the ministry's [spokeswoman] [without a second comma] said", which the parser takes for a phrase beside it."""
    name = next((c for c in office.head.children if c.i < office.i and c.dep in ("npadvmod", "dep")), None)
    if name is None or name.tag != "NNP" or name.child("compound") is None or (name.ent is not None and name.ent.label != "PERSON") or office.head.i < office.i:
        return
    if name.i != (first := leftmost(office)).i - 2 or not is_after_comma(first):
        return
    name.dep = "nsubj"
    office.reattach(name, "appos")


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


def _holder(tokens: list[Token], start: int, known: Known) -> tuple[Token, Token] | None:
    """Return the first and the last token of the name that ends the run of capitals behind an office, where a portfolio, a land or a body stands between."""
    end = start
    while end < min(len(tokens), start + _FAR) and (tokens[end].tag in ("NNP", "NNPS") or tokens[end].lower in _JOINING or tokens[end].tag in ("JJ", "NN", "NNS", "HYPH")) and not is_time(tokens[end]):
        end += 1
    while end > start and tokens[end - 1].tag != "NNP":
        end -= 1
    run = tokens[start:end]
    if len(run) < 3 or (end < len(tokens) and tokens[end].tag in ("NN", "NNS", "NNPS", "POS", "VBG") and not is_time(tokens[end])):
        return None
    is_person, at = known.is_person, len(run) - 1
    person = run[at].ent
    if person is not None and person.label == "PERSON":
        while at > 0 and run[at - 1].ent is person and run[at - 1].lower not in _PORTFOLIOS and not _begins_name(run, at, known):
            at -= 1
        if at == len(run) - 1 and at > 1 and run[at - 1].ent is None and run[at - 1].tag == "NNP" and run[at - 1].text.istitle() and run[at - 1].lower not in _PORTFOLIOS:
            at -= 1  # "ambassador to Turkey [Omid] Farzan", whose first name the recogniser left out
    else:
        while at > 0 and run[at - 1].tag == "NNP" and not _ends_duty(run, at, known) and run[at - 1].lower not in _JOINING:
            at -= 1
        if at == 0 or not _ends_duty(run, at, known):
            return None
    name, before = run[at:], run[:at]
    if not 2 <= len(name) <= 4 or not before or before[-1].lower in _JOINING:
        return None
    if any(is_person(t.lemma.lower()) and t.lower != "secretary-general" and u.lower in _OF for t, u in pairwise(before)):
        return None  # "a brother of the President of the Assembly Ada Roe"
    if (body := name[0].ent) is not None and body.last < name[-1].i:
        return None  # "director of Human Rights [Watch Ada Roe]"
    if any(t.lower in _PORTFOLIOS or is_person(t.lemma.lower()) for t in name):
        return None
    ranks = len(before)
    while ranks > 0 and before[ranks - 1].lower.rstrip(".") in _RANKS:
        ranks -= 1
    ranked = 0 < ranks < len(before) and before[ranks - 1].lower in _PORTFOLIOS  # "commander of the Dawn Force General Ada Roe"
    if is_person(before[-1].lemma.lower()) and not ranked and not _is_second(before, tokens[start - 2]):
        return None  # "a spokesman for President Ada Roe"
    return run[ranks] if ranked else name[0], name[-1]


def _begins_name(run: list[Token], at: int, known: Known) -> bool:
    """Whether a full name begins with a first name here: "Oran [Ali] Roe", but not "Ali [Reza] Roe"."""
    return len(run) - at > 1 and known.is_first_name(run[at].text) and not known.is_first_name(run[at - 1].text)


def _ends_duty(run: list[Token], at: int, known: Known) -> bool:
    """Whether a name may begin here: behind the last word of a portfolio, a land or a second office, or with a first name."""
    last = run[at - 1]
    if last.lower in _PORTFOLIOS or known.is_person(last.lemma.lower()) or _begins_name(run, at, known):
        return True
    if len(run) - at > 1 and last.ent is not None and last.ent.label == "GPE" and run[at].ent is not last.ent:
        return True  # "ambassador in Minsk [Jan Kowal]"
    return len(run) - at > 1 and any(known.is_state(" ".join(t.text for t in run[begin:at])) for begin in range(max(0, at - 3), at))


def _is_second(before: list[Token], title: Token) -> bool:
    """Whether what stands between an office and a name ends in a second office of the same person: "Representative for Libya [and Resident Coordinator] Ada Roe"."""
    joint = next((n for n in range(len(before) - 1, 0, -1) if before[n].lower == "and"), 0)
    return 0 < joint < len(before) - 1 and title.text[:1].isupper() and all(t.tag == "NNP" for t in before[joint + 1 :])
