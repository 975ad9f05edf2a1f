"""Tense: whether the clause of a calendar expression looks back or ahead."""

from __future__ import annotations

from reportedly.analysis import Analysis, Token
from reportedly.coding.grammar.syntax import is_negated, is_verb
from reportedly.lexicons.time_words import TimeWords

_WILL = frozenset({"will", "shall", "'ll", "\u2019ll", "wo"})
_MODALS = frozenset({"would", "could", "may", "might", "can", "should", "must", "ca"})
_HAVE = frozenset({"have", "has", "had", "'ve", "'s", "'d", "\u2019ve"})
_WAS = frozenset({"was", "were"})
_UNTIL = frozenset({"until", "till", "by", "before"})
_MODIFIERS = ("poss", "compound", "nmod", "nummod", "amod")
_TIMED = frozenset({"schedule", "plan", "slate", "book"})  # "has scheduled a hearing Thursday"
_CALLING = frozenset({"invite", "summon", "announce", "call", "declare"})  # "have called a strike for Monday"
_DEPTH = 12


def expression_head(analysis: Analysis, first: int, last: int) -> Token:
    """Return the token of an expression that hangs from a word outside it (the last such, "Monday" before "night" aside)."""
    for i in range(last, first - 1, -1):
        token = analysis.tokens[i]
        if not first <= token.head.i <= last:
            return token
    return analysis.tokens[last]


def look(analysis: Analysis, first: int, last: int, words: TimeWords) -> str:
    """Return "future", "past" or "" for the clause an expression stands in."""
    token = expression_head(analysis, first, last)
    if token.dep in _MODIFIERS and token.head.pos in ("NOUN", "PROPN"):
        return _occasion_looks(token.head)
    if token.dep == "pobj" and token.head.lower in ("of", "on") and token.head.head.pos == "NOUN" and any(c.dep == "relcl" and _is_past(c) for c in token.head.head.children):
        return "past"  # "the raid of 3 January, in which two died, will be avenged"
    limit = analysis.tokens[first - 1].lower if first else ""
    aimed = False  # an infinitive on the way up: what it aims at need not be past because the aim was
    for _ in range(_DEPTH):
        head = token.head
        if head is token:
            return ""
        called = head.head if token.lower == "for" and head.dep in ("dobj", "nsubjpass") else head  # "has called [a strike for Thursday]"
        if token.dep == "prep" and token.lower in ("for", "to") and called.lemma in _CALLING and first > head.i:
            return "future"  # "invited both sides for talks on Saturday"
        token = head
        if token.lemma in _CALLING and is_verb(token) and any(c.dep == "prep" and c.lower == "for" and token.i < c.i < first for c in token.children):
            return "future"  # "called for protests on Saturday"
        if is_verb(token) or token.pos == "AUX":
            found = _verb_looks(token, words, limit, first)
            if found is not None:
                return "" if aimed and found == "past" else found
            aimed = aimed or token.tag == "VB"
        elif token.pos == "ADJ" and token.lemma in words.lists["ahead"]:
            return "future"  # "due on Friday"
    return ""


_ALIGHT = frozenset({"ablaze", "alight", "afire", "fire", "free", "up", "off"})  # "was set ablaze on Friday" plans nothing


def _is_past(verb: Token) -> bool:
    return verb.tag == "VBD" or any(c.lower in _WAS and c.dep == "auxpass" for c in verb.children)


def _occasion_looks(noun: Token) -> str:
    """Return "past" for the subject of a verb in the past ("the March offensive failed"); else a date before a noun tells nothing.

    "Wednesday's ruling will free him" does not put Wednesday ahead.
    """
    verb = noun.head
    return "past" if noun.dep in ("nsubj", "nsubjpass") and _is_past(verb) else ""


def _verb_looks(verb: Token, words: TimeWords, limit: str, first: int) -> str | None:
    """Return where one verb looks; None when its governor must tell."""
    auxiliaries = {c.lower for c in verb.children if c.dep in ("aux", "auxpass")}
    perfect = bool(auxiliaries & _HAVE)
    if auxiliaries & _WILL:
        return "future"
    if auxiliaries & _MODALS:
        return "past" if perfect or (auxiliaries & {"could", "can"} and is_negated(verb)) else "future"
    lemma = verb.lemma.lower() if not any(c.lower in _ALIGHT for c in verb.children) else ""
    if "to" in auxiliaries:
        return _governor_looks(verb, words)
    if verb.tag == "VBN" and lemma in words.lists["ahead"] and not perfect and auxiliaries & {"is", "are", "was", "were", "be", "'s", "'re"} and limit not in ("since", "after"):
        return "future" if lemma in _TIMED or lemma in ("expect", "set", "propose") else "past"
    if lemma in _TIMED and verb.i < first and (verb.tag != "VBN" or perfect):
        return "future"
    if lemma == "be" and (state := verb.child("acomp")) is not None and state.lemma in words.lists["ahead"]:
        return "future"  # "is due in Oslo on Friday"
    if limit in _UNTIL and lemma in words.lists["moved"] and "had" not in auxiliaries:
        return "future"
    if limit == "until" and perfect and "had" not in auxiliaries:
        return "future"  # "has banned marches until the end of May"
    if _is_coming_when(verb, auxiliaries):
        return "future"
    if verb.tag == "VBD" or perfect or (auxiliaries & _WAS):
        return "past"
    if verb.tag in ("VBZ", "VBP"):
        return "future" if lemma in words.lists["timetable"] else ""
    if verb.tag == "VBG" and auxiliaries & {"is", "are", "'s", "'re", "am", "'m"}:
        return "future" if limit in _UNTIL or lemma in words.lists["timetable"] else ""
    if verb.tag == "VBN" and verb.dep in ("acl", "amod", "advcl", "pcomp"):
        return "future" if lemma in _TIMED or lemma in ("expect", "set", "due") else "past"  # "a vote planned for Monday", "a ruling issued on Monday"
    if verb.tag == "VB":
        return "future" if verb.dep == "ROOT" else _governor_looks(verb, words)
    return None


def _is_coming_when(verb: Token, auxiliaries: set[str]) -> bool:
    """Whether a clause in the present tells of what is to come: "when the case is heard in May", "if talks begin on Monday"."""
    present = verb.tag in ("VBZ", "VBP") or (verb.tag == "VBN" and bool(auxiliaries & {"is", "are"}))
    return present and any(c.dep in ("mark", "advmod") and c.lower in ("when", "if", "once", "until", "before", "unless") and c.i < verb.i for c in verb.children)


def _governor_looks(verb: Token, words: TimeWords) -> str | None:
    """Return "future" for an infinitive under a word that puts it ahead ("agreed to meet"), None when the governor's own tense must tell."""
    governor = verb.head
    if governor is verb:
        return "future"
    if governor.lemma.lower() in words.lists["ahead"] or (governor.pos == "ADJ" and governor.lemma in words.lists["ahead"]):
        return "future"
    if governor.lemma == "be" and verb.dep == "xcomp":
        return "future"  # "is to meet"
    return None
