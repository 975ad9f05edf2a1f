"""Unnamed: words that denote one act though they name no party: "the investigation", "was accused of spying", "demonstrations demanding a vote", "a 2009 peace deal".

What of each kind a reader counts was measured on hand-coded texts: here are those counted more often than not.
"""

from __future__ import annotations

from collections.abc import Callable

from reportedly.analysis import Draft, Token
from reportedly.coding.grammar.syntax import is_definite, is_passive, is_verb
from reportedly.lexicons.word_lists import word_list

_VERBS = word_list("unnamed.verbs")
_NOUNS = word_list("unnamed.nouns")
_CHARGES = frozenset({"allegation", "accusation"})
_ANSWERED = word_list("unnamed.answered")
_DEALS = word_list("deals")
_WORDS_GIVEN = frozenset({"commitment", "offer", "invitation"})
_MADE_KNOWN = word_list("unnamed.made_known")
_EXERCISES = word_list("drills")
_GOODS = frozenset({"aid", "assistance"})
_COMING = frozenset({"flow", "get", "reach", "arrive", "enter"})
_JOURNEYS, _VERDICTS = frozenset({"visit", "trip"}), frozenset({"condemnation", "criticism"})
_JUDGING = frozenset({"condemn", "denounce", "accuse"})
_SPOKEN = frozenset({"REQUEST", "ACCUSE", "REJECT", "AGREE", "CONSULT"})


def tells_unnamed(draft: Draft) -> bool:
    """Whether words that name nobody denote one act all the same."""
    head = draft.head
    if is_verb(head):
        return draft.type in _SPOKEN and head.lemma in _VERBS and _says_it(head)
    if (head.lemma in _NOUNS and _is_one(head)) or (head.dep == "pobj" and head.head.lower == "for" and head.head.head.lemma == "exchange" and head.head.head.dep == "pobj"):
        return True  # "grain in exchange for an end to the siege"
    of_type = _OF_TYPE.get(draft.type)
    return of_type is not None and of_type(head)


def _says_it(verb: Token) -> bool:
    """Whether a verb tells what somebody says, and does not only say of what kind something is."""
    if verb.dep in ("amod", "acomp", "compound") or (verb.dep == "acl" and verb.tag == "VBN" and verb.lemma != "accuse") or (verb.dep == "relcl" and verb.head.lower in ("those", "all")):
        return False
    if verb.lemma in _JUDGING and is_passive(verb):
        return verb.lemma == "accuse"  # "the film was condemned for its length": by whoever saw it
    subject = verb.child("nsubj")
    if verb.lemma == "agree":
        return subject is not None and subject.tag in ("CD", "DT", "PRP")  # "both agreed"; but "the results agree"
    return subject is None or (subject.tag != "NN" and subject.lower != "it")  # "the rise in crime calls for a response"


def _is_one(noun: Token) -> bool:
    """Whether a noun is of one act, not of acts of the kind: "the rescue", "a visit to Chad", "growing criticism"."""
    if noun.lemma in _JOURNEYS:
        return any(c.dep == "prep" and c.lower == "to" for c in noun.children)
    if noun.lemma in _VERDICTS:
        return is_definite(noun) or any(c.dep in ("amod", "relcl") for c in noun.children)
    return noun.lemma != "rescue" or (is_definite(noun) and noun.dep in ("pobj", "nsubj", "dobj"))


def _is_charge(noun: Token) -> bool:
    if noun.lemma == "charge":
        bare = is_definite(noun) and not any(c.dep in ("prep", "amod", "compound", "acl", "relcl") for c in noun.children)
        return noun.head.lemma in _ANSWERED and (noun.dep == "nsubjpass" or (noun.dep == "dobj" and not bare))  # "rejected charges of theft"; but "denied the charge", which was told before
    return noun.lemma in _CHARGES and noun.dep != "appos" and any(c.dep == "acl" or (c.dep == "prep" and c.lower in ("of", "on", "in")) for c in noun.children)


def _is_deal(noun: Token) -> bool:
    """Whether a deal is of a year or day, to do something, counted, or made known: "a 2009 deal", "agreements to stop fighting", "the accord was announced"."""
    if any(c.dep == "acl" and any(g.tag == "TO" for g in c.children) for c in noun.children) and noun.lemma in _DEALS | _WORDS_GIVEN:
        return True
    if noun.lemma == "offer":
        return any(c.dep == "prep" and c.lower == "of" for c in noun.children)
    if noun.lemma.lower() not in _DEALS:
        return False
    if noun.dep == "nsubjpass" and noun.head.lemma in _MADE_KNOWN:
        return True
    dates = [c for c in noun.children if c.dep in ("nummod", "nmod", "compound", "npadvmod")] + [g for c in noun.children if c.dep == "prep" and c.lower in ("in", "of", "from") for g in c.children]
    return any(t.ent is not None and t.ent.label == "DATE" for t in dates) or (noun.tag == "NNS" and any(c.dep == "nummod" or c.lower == "several" for c in noun.children))


_OF_TYPE: dict[str, Callable[[Token], bool]] = {
    "ACCUSE": _is_charge,
    "AGREE": _is_deal,
    "COOPERATE": lambda noun: noun.lemma in _EXERCISES,
    "AID": lambda noun: noun.lemma in _GOODS and noun.dep == "nsubj" and noun.head.lemma in _COMING,
}
