"""Who did what a noun tells of, where no slot of the noun says so: whose it is called, who decided or announced it, who won by it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from reportedly.analysis import Analysis, Draft, Entity, Token
from reportedly.coding.acting.elsewhere import SUFFERED
from reportedly.coding.acting.parties import actors_at
from reportedly.coding.grammar.clauses import agents, logical_object, logical_subject, surface_subject
from reportedly.coding.grammar.slots import Slots
from reportedly.coding.grammar.syntax import climb_partitive, is_definite, is_passive, is_verb, prep_objects
from reportedly.lexicons.word_lists import word_list

_CALLING = frozenset({"call", "order", "convene", "declare", "announce"})
_WORK = frozenset({"work", "handiwork", "doing"})
_SPANS = word_list("spans_of_time")
_ENDING = word_list("ceasing")
_PROMISING = frozenset({"promise", "pledge", "announce", "offer"})
_DECIDING = {"AID": _PROMISING | {"unveil", "outline", "commit", "agree", "approve"}, "SANCTION": frozenset({"agree", "approve", "order", "announce", "establish", "ease"}), "RETREAT": frozenset({"agree"})}  # what one does oneself
_FIRSTS = word_list("firsts_of_many")
_MARCHES = frozenset({"march", "trek", "walk", "rally"})
_REACHING = frozenset({"reach", "arrive", "enter", "return"})
_CONQUESTS = word_list("noun_doers.conquests")
_TAKING = word_list("noun_doers.taking")
_KEEPING = word_list("noun_doers.keeping")
_BY_NEGOTIATORS = word_list("noun_doers.by_negotiators")
_TELLING = word_list("noun_doers.telling")
_AGREEING = word_list("noun_doers.agreeing")


def doers_as_called(analysis: Analysis, draft: Draft, slots: Slots) -> list[Entity]:
    """Return who did it by what stands with the noun: "the [junta]'s execution of four men", "the bombing was the work of a [cell]", "[nurses] on strike"."""
    doers = partial(_doers, analysis, draft, slots)
    head, above = draft.head, draft.head.head
    if draft.predicate.actor and (head.lemma in SUFFERED or ("of",) in draft.predicate.recipient) and prep_objects(head, "of") and (owners := _others(draft, doers(t for t in head.children if t.dep == "poss"))):
        return owners  # "the junta's execution of four men"
    if draft.mode == "release" and (keepers := _others(draft, doers(t for o in prep_objects(head, "of") for c in o.children if c.dep == "acl" and c.tag == "VBN" and c.lemma in _KEEPING for t in agents(c)))):
        return keepers  # "the release of sailors held by the gang"
    if draft.type == "COERCE" and draft.predicate.actor and head.dep == "dobj" and above.lemma in _ENDING and not is_passive(above) and (enders := _others(draft, doers(surface_subject(above)))):
        return enders  # "should end the arrests of editors": its own
    work = above.child("attr") if head.dep == "nsubj" and above.lemma == "be" else None
    if work is not None and work.lemma in _WORK and (makers := doers(prep_objects(work, "of"))):
        return makers  # "the bombing was the work of a cell"
    if work is not None and work.lower in _FIRSTS and (makers := doers(t for c in work.children if c.dep == "acl" and c.tag == "VBN" for t in agents(c))):
        return makers  # "the raids were the last carried out by the navy"
    if head.dep not in ("nsubj", "pobj") and (courts := _others(draft, [e for w in draft.words[1:] if w.lemma == "court" and (m := analysis.mention_at.get(w.i)) is not None for e in m.entities])):
        return courts  # "a court order"
    if draft.type != "PROTEST" or not draft.predicate.actor:
        return []
    if head.dep == "pobj" and above.lower == "on" and above.head.tag == "NNS" and (strikers := doers([above.head])):
        return strikers  # "nurses on strike"
    return doers(t for c in head.children if c.dep == "acl" and c.tag == "VBN" and c.lemma in _CALLING for t in agents(c))  # "a walkout called by the dockers"


def doers_as_decided(analysis: Analysis, draft: Draft, slots: Slots) -> list[Entity]:
    """Return who did it by the verb around the noun: "[France] announced aid", "[rebels] took the port after a siege", "[the king] told [the envoy] in a phone call"."""
    doers = partial(_doers, analysis, draft, slots)
    top = climb_partitive(draft.head)
    if (verb := _decided_by(top, draft)) is not None and (deciding := _others(draft, doers(surface_subject(verb)))):
        return deciding  # "announced aid to Chad"
    if (draft.type == "AID" or draft.mode == "investigate") and (promising := doers(t for c in top.children if c.dep == "acl" and c.tag == "VBN" and c.lemma in _PROMISING for t in agents(c))):
        return promising  # "an inquiry promised by the army"
    if draft.predicate.actor and (winners := _others(draft, doers(_won_by(draft.head)))):
        return winners
    if draft.type != "CONSULT":
        return []
    if (verb := _said_at(draft.head)) is not None and (both := doers((*surface_subject(verb), *logical_object(verb)[:1], *(c for c in verb.children if c.dep == "dative")))):
        return both  # "told his counterpart in a phone call"
    if (verb := _agreed_at(draft.head)) is None:
        return doers(surface_subject(verb)) if (verb := _done_around(top)) is not None and draft.mode is None else []
    agreed = list(dict.fromkeys(doers(surface_subject(verb))))  # "agreed in a phone call to meet"
    return agreed if len(agreed) > 1 or any(t.tag in ("NNS", "NNPS") or t.lower == "they" for t in surface_subject(verb)) else []


def _doers(analysis: Analysis, draft: Draft, slots: Slots, tokens: Iterable[Token]) -> list[Entity]:
    return [e for t in tokens for e, _ in actors_at(analysis, t, draft.type, as_doer=True, slots=slots)]


def _others(draft: Draft, found: list[Entity]) -> list[Entity]:
    """Return those found whom the act did not befall."""
    return [e for e in found if e not in draft.recipients]


def _won_by(noun: Token) -> list[Token]:
    """Return who has what a fight or a march of theirs led to: "[rebels] took the port after a five-week siege", "fell to the [rebels] after heavy fighting", "[miners] reached Lima after a long march"."""
    if noun.dep != "pobj" or noun.head.lower not in ("after", "following") or is_definite(noun) or noun.child("relcl") is not None:
        return []
    verb = noun.head.head
    if not is_verb(verb):
        return []
    if noun.lemma in _MARCHES:
        return logical_subject(verb) if verb.lemma in _REACHING else []
    if noun.lemma not in _CONQUESTS:
        return []
    if verb.lemma == "fall":
        return prep_objects(verb, "to")
    return logical_subject(verb) if verb.lemma in _TAKING else []


def _said_at(noun: Token) -> Token | None:
    """Return the verb of what one person says to another at a meeting."""
    if noun.dep != "pobj" or noun.head.lower not in ("in", "during", "at", "over", "by"):
        return None
    verb = noun.head.head
    return verb if verb.lemma in _TELLING and is_verb(verb) and not is_passive(verb) and verb.child("dobj", "dative") is not None else None


def _decided_by(top: Token, draft: Draft) -> Token | None:
    """Return the verb whose subject does what it announces or agrees on: "announced [aid]", "agreed on [sanctions]"."""
    verb = top.head.head if top.dep == "pobj" and top.head.lower == "on" and top.head.dep == "prep" else top.head
    if top.dep not in ("dobj", "pobj") or not is_verb(verb) or is_passive(verb) or (top.dep == "pobj" and verb.lemma != "agree"):
        return None
    if draft.mode == "investigate":
        return verb if verb.lemma == "promise" else None
    return verb if verb.lemma in _DECIDING.get(draft.type, ()) else None


def _done_around(noun: Token) -> Token | None:
    """Return the verb of what one side does at or after a meeting: "[the rebels] left the port after talks", "[he] said after the meeting"."""
    noun = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.lemma in _SPANS else noun
    if noun.dep != "pobj" or noun.head.lower not in ("during", "at", "after", "following", "from"):
        return None
    verb = noun.head.head
    return verb if verb.lemma in _BY_NEGOTIATORS and is_verb(verb) and not is_passive(verb) and verb.dep not in ("acl", "relcl") else None


def _agreed_at(noun: Token) -> Token | None:
    """Return the verb of what is agreed at a meeting."""
    if noun.dep != "pobj" or noun.head.lower not in ("in", "during", "at", "over", "by", "on"):
        return None
    verb = noun.head.head
    return verb if verb.lemma in _AGREEING and is_verb(verb) and not is_passive(verb) else None
