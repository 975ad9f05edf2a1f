"""No act: words that a line of the lexicon fits and that yet tell of no act of their own: which people are meant, what a text is, what something is for."""

from __future__ import annotations

from collections.abc import Callable

from reportedly.analysis import Draft, Token
from reportedly.coding.grammar.clauses import logical_object
from reportedly.coding.grammar.syntax import RELATIVE, is_definite, is_verb, one_of_those
from reportedly.lexicons.word_lists import word_list

_SAYING = word_list("saying")
_TEXTS = word_list("no_act.texts")
_MISHAPS = word_list("no_act.mishaps")
_DISASTERS = word_list("no_act.disasters")
_SHELLS = word_list("no_act.shells")
_WHEN = frozenset({"when", "after", "as"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_STATIONED = word_list("no_act.stationed")
_ATTITUDES = word_list("no_act.attitudes")
_SHOWN = word_list("no_act.shown")
_TESTED = frozenset({"launch", "test"})
_ON_STAGE = word_list("no_act.on_stage")
_STYLED = word_list("no_act.styled")
_BESIDE = frozenset({"sideline", "margin"})
_SETTLING = frozenset({"settle", "resolve"})
_GIFTS, _CUTTING = word_list("no_act.gifts"), word_list("no_act.cutting")
_DEALS, _ON_DEALS = word_list("deals"), word_list("no_act.on_deals")
_GOODS = word_list("no_act.goods")
_SIDED = word_list("no_act.sided")
_WAVING_AWAY = frozenset({"dismiss", "brush", "shrug", "wave"})
_TALK = word_list("no_act.talk")


def is_no_act(draft: Draft) -> bool:
    """Whether the words tell of no act of their own, whoever is named beside them."""
    of_type = _OF_TYPE.get(draft.type)
    return (of_type is not None and of_type(draft)) or (draft.mode == "release" and _is_published(draft)) or _is_only_beside(draft)


def _is_only_beside(draft: Draft) -> bool:
    """Whether words of any type only say who is meant, how something is done, or what there is in general."""
    head = draft.head
    if head.dep == "acl" and head.head.lower == "those" and head.head.dep == "pobj" and head.head.head.lower in ("of", "to", "for") and not draft.actors and not any(c.i > head.i for c in head.children) and one_of_those(head.head) is None:
        return True  # "condolences to those injured": who is meant, nothing told
    if draft.mode == "return" and head.lemma == "return" and not is_verb(head) and not draft.actors and draft.status != "demanded" and any(c.slot in ("of", "poss") and "person" in c.classes for c in draft.predicate.conditions):
        return True  # "the king's return to Accra": his journey, unless it is asked of others
    if is_verb(head) and any(c.lower == "how" for c in head.children) and any(c.tag == "TO" for c in head.children):
        return True  # "taught them how to board vessels"
    if head.dep in ("dobj", "nsubjpass") and head.head.lemma == "take" and any(c.lower == "seriously" for c in head.head.children) and not any(c.lower in _POINTING for c in head.children):
        return True  # "takes all allegations seriously": in general
    if head.dep == "amod" and head.lower in _STYLED:
        return True  # "greeted the invited guests", "the deposed president"
    unnamed = not draft.actors and not draft.recipients
    if unnamed and draft.type == "ACCUSE" and head.dep == "pobj" and head.head.lower == "without":
        return True  # "held without charge"
    return unnamed and ((head.lemma == "rally" and not is_verb(head) and _is_stage(head)) or (head.tag == "NNS" and _is_general(head)))


def _is_no_threat(draft: Draft) -> bool:
    """Whether words of a threat tell what was done: "will pay a price" threatens, "paid a price" and "made him pay" tell."""
    head = draft.head
    return head.tag == "VBD" and head.lemma != "be" and draft.status == "actual" and (not draft.predicate.actor or head.lemma == "make")


def _is_no_blow(draft: Draft) -> bool:
    """Whether nobody struck: "a helicopter crashed, killing six", "nine died when a storm hit the coast"."""
    head = draft.head
    if head.tag == "VBG" and head.dep == "advcl" and head.head.lemma in _MISHAPS and not head.head.child("dobj") and not _fell_from_above(head.head):
        return True
    return not draft.actors and is_verb(head) and _was_mishap(head)


def _is_no_coercion(draft: Draft) -> bool:
    """Whether a clause says what came of an act: "began a strike, forcing ships to turn back"."""
    return draft.head.lower == "forcing" and draft.head.dep == "advcl" and draft.head.child("xcomp", "ccomp") is not None


def _is_no_judgement(draft: Draft) -> bool:
    """Whether an attitude says which people are meant: "those who oppose the war", "groups critical of the king"."""
    return draft.head.lemma in _ATTITUDES and draft.head.sent.block.kind != "headline" and _says_which(draft.head)


def _is_no_refusal(draft: Draft) -> bool:
    """Whether what is waved away is nobody's words: "dismissed rumours that", "brushed aside such fears"; or the refusal only says who is meant."""
    if draft.head.lemma in _WAVING_AWAY and not draft.recipients and any(t.lemma.lower() in _TALK for t in logical_object(draft.head)):
        return True
    return _is_no_judgement(draft)


def _is_stationed(draft: Draft) -> bool:
    """Whether a participle says which troops are meant: "troops [deployed] in the north freed ten hostages"."""
    head = draft.head
    return head.dep == "acl" and head.lemma in _STATIONED and head.head.dep in ("nsubj", "nsubjpass") and head.child("agent") is None and head.sent.block.kind != "headline"


def _is_no_deployment(draft: Draft) -> bool:
    """Whether a show of force is nobody's: "during the parade", "after a month of deployment"; but "the exercise involved ten ships"."""
    head = draft.head
    if _is_stationed(draft):
        return True
    if head.lemma in _TESTED and (is_definite(head) or head.tag == "NNS"):
        return False  # "the launch worried Japan", "in answer to nuclear tests"
    return not draft.actors and not is_verb(head) and draft.status == "actual" and (head.lemma in _SHOWN or not is_definite(head)) and head.sent.block.kind != "headline" and head.dep not in ("nsubj", "nsubjpass")


def _is_no_aid(draft: Draft) -> bool:
    """Whether a gift is only goods, or is cut, which is told as a sanction."""
    head = draft.head
    if _is_stationed(draft):
        return True
    if head.lemma in _GOODS and not is_verb(head) and draft.status in ("hypothetical", "denied") and not draft.actors and not draft.recipients and head.dep in ("dobj", "pobj", "conj"):
        return True  # "relies on access to aid", "delayed the aid"
    return head.lemma in _GIFTS and not is_verb(head) and _is_cut(head)  # "cut its aid to Togo", "restrictions on arms sales"


def _is_no_meeting(draft: Draft) -> bool:
    """Whether a meeting is where others met, or counts one told already."""
    head = draft.head
    if head.dep == "pobj" and not draft.actors and head.head.lower == "of" and head.head.head.lemma in _BESIDE:
        return True  # "met on the sidelines of the summit"
    return head.dep in ("appos", "npadvmod", "dep") and any(c.tag == "PRP$" for c in head.children) and any(c.lower in ("first", "second", "third", "latest", "last") for c in head.children)  # "met the king, their [third] meeting since May"


def _is_no_support(draft: Draft) -> bool:
    """Whether backing somebody says which people are meant, or what a deed is for."""
    head = draft.head
    if head.lemma not in ("back", "support"):
        return False
    if (head.dep == "acl" and head.tag == "VBG" and head.head.tag == "NNS" and head.head.lemma in _SIDED) or (head.dep in ("acl", "relcl") and head.head.lower == "those"):
        return True  # "forces backing the president took the port", "those who support him"
    if head.lemma == "support" and head.dep == "xcomp" and head.head.pos == "ADJ":
        return True  # "is ready to support the plan", "has jets available to support it"
    return head.lemma == "support" and draft.status == "hypothetical" and not draft.recipients and head.dep in ("advcl", "acl") and any(c.tag == "TO" for c in head.children)  # "will take steps to support the peace": nobody is backed


def _is_no_deal(draft: Draft) -> bool:
    """Whether a promise or deal is asked for, kept, or only what something else is about."""
    head = draft.head
    if draft.status == "demanded" and head.lemma == "guarantee":
        return True  # "asked him to guarantee its safety"
    if head.lemma == "promise" and is_verb(head) and head.dep == "advcl" and any(c.lower == "as" and c.i < head.i for c in head.children) and head.child("dobj", "ccomp", "xcomp") is None:
        return True  # "withdrew, as it had promised"
    if head.lemma == "meet" and draft.status in ("hypothetical", "denied"):
        return True  # "until their demands are met"
    if head.lemma in _SETTLING and draft.status in ("hypothetical", "future"):
        return True  # "talks to settle the dispute": what they are for
    return head.lemma in _DEALS and _is_deal_at_issue(draft)


def _is_no_cooperation(draft: Draft) -> bool:
    """Whether a phrase says how something was done: "in coordination with the bank, it built"."""
    head = draft.head
    return head.lemma == "coordination" and head.dep == "pobj" and head.head.lower == "in" and not any(c.dep in ("det", "poss", "amod") for c in head.children)


_OF_TYPE: dict[str, Callable[[Draft], bool]] = {
    "THREATEN": _is_no_threat,
    "ASSAULT": _is_no_blow,
    "COERCE": _is_no_coercion,
    "REJECT": _is_no_refusal,
    "ACCUSE": _is_no_judgement,
    "MOBILIZE": _is_no_deployment,
    "AID": _is_no_aid,
    "CONSULT": _is_no_meeting,
    "SUPPORT": _is_no_support,
    "AGREE": _is_no_deal,
    "COOPERATE": _is_no_cooperation,
}


def _is_published(release: Draft) -> bool:
    """Whether what is released is a text, or the release is one: "a statement released on Monday", "the release said"."""
    head = release.head
    return (not is_verb(head) and not release.recipients and _is_text(head)) or (head.dep == "acl" and _is_of_text(head.head))


def _is_cut(gift: Token) -> bool:
    """Whether a gift is what somebody cuts, stops or restricts."""
    if gift.dep == "pobj" and gift.head.lower in ("in", "of", "on"):
        over = gift.head.head  # "cuts in aid", "froze a million in aid", "halted the flow of aid"
        return over.lemma in _CUTTING or (over.dep in ("dobj", "nsubjpass") and over.head.lemma in _CUTTING)
    return gift.dep in ("dobj", "nsubjpass") and gift.head.lemma in _CUTTING


def _is_deal_at_issue(draft: Draft) -> bool:
    """Whether a deal is only what something else is about: "agreed on a [pact]", "talks on a [deal]", "endorsed the [accord]"."""
    head = draft.head
    if any(c.lower == "own" for c in head.children):
        return True  # "left of their own accord"
    if head.dep == "pobj" and head.head.lower == "on" and head.head.head.lemma == "agree":
        return True
    if not any(c.dep in ("acl", "relcl", "poss") or (c.dep == "prep" and c.lower in ("with", "between", "by", "among")) for c in head.children):
        if head.dep in ("dobj", "nsubjpass") and head.head.lemma in _ON_DEALS:
            return True  # "will implement the accord"
        if head.tag == "NNS" and head.dep in ("dobj", "pobj", "conj"):
            return True  # "violated international agreements"
    return not draft.actors and head.dep == "pobj" and head.head.lower in ("of", "on") and draft.status in ("future", "hypothetical", "demanded")


def _says_which(attitude: Token) -> bool:
    """Whether an attitude only says which people are meant."""
    above = attitude.head
    if attitude.dep == "relcl":  # but "a step that the bank opposes", "the mayor, who opposed it"
        own = attitude.child("nsubj")
        return own is not None and own.lower in RELATIVE and attitude.tag != "VBD" and (above.lower in ("those", "anyone", "all") or above.tag == "NNS")
    return attitude.dep in ("acl", "amod") or (attitude.pos == "ADJ" and attitude.dep in ("appos", "advcl"))


def _fell_from_above(crash: Token) -> bool:
    """Whether what came down is a weapon: "shells [crashed] into a queue"."""
    subject = crash.child("nsubj")
    return subject is not None and subject.lemma in _SHELLS


def _was_mishap(harm: Token) -> bool:
    """Whether people were harmed when nature struck or something broke: "nine died and twelve were hurt when a [storm] hit the coast", "when a tunnel [caved] in"."""
    joined = [c for c in harm.children if c.dep == "conj" and is_verb(c)] + ([harm.head] if harm.dep == "conj" and is_verb(harm.head) else [])
    for clause in (c for v in (harm, *joined) for c in v.children if c.dep == "advcl" and c.i > v.i and any(g.lower in _WHEN for g in c.children)):
        subject = clause.child("nsubj")
        if subject is not None and (subject.lemma in _DISASTERS or (clause.lemma in _MISHAPS and clause.child("dobj") is None)):
            return True
    return False


def _is_text(release: Token) -> bool:
    """Whether a release is one that says something: "the [release] said", "said in a [release]"."""
    verb = release.head.head if release.dep == "pobj" else release.head
    return verb.lemma in _SAYING and (release.dep == "nsubj" or (release.dep == "pobj" and release.head.lower in ("in", "by")))


def _is_of_text(noun: Token) -> bool:
    """Whether a noun is something written, or says by whom: "a statement", "a report from the [ministry]"."""
    while noun.dep == "pobj" and noun.head.lower in ("from", "by", "of") and noun.lemma.lower() not in _TEXTS:
        noun = noun.head.head
    return noun.lemma.lower() in _TEXTS


def _is_stage(rally: Token) -> bool:
    """Whether a rally is only where somebody spoke: "told supporters at a rally"; but what it is against or for makes it one of protesters."""
    if rally.dep != "pobj" or rally.head.lower not in ("at", "during") or any(c.dep == "prep" and c.lower in ("against", "for", "over", "by", "of") for c in rally.children):
        return False
    verb = rally.head.head
    verb = verb if is_verb(verb) else verb.head if verb.dep in ("dobj", "dative", "pobj", "nsubj") else verb
    return verb.lemma in _ON_STAGE


def _is_general(noun: Token) -> bool:
    """Whether a bare plural is meant in general, whoever does it: "Sanctions are a tool", "tired of coups"."""
    above = noun.head
    told = above.lemma == "be" and above.tag == "VBP" and above.child("attr") is not None if noun.dep == "nsubj" else noun.dep == "pobj" and above.lower == "of" and above.head.pos == "ADJ"
    return told and not any(c.dep in ("det", "poss", "prep", "relcl", "acl", "nummod", "compound") for c in noun.children)
