"""Verb lists: verbs that share an object or a doer, one of which the parser takes for a noun, a quality or an auxiliary; a helper of repair.py.

Reads tokens; mends tags and heads in place. Each mend is a shape and says what it looks like.
"""

from __future__ import annotations

from collections.abc import Callable

from reportedly.analysis import Token
from reportedly.coding.syntax import NOMINAL_SUBJECTS, is_verb

_HELPING = frozenset({"help", "helps", "helped"})


def mend_verb_list(token: Token, is_verb_lemma: Callable[[str], bool], act_of: Callable[[str], str | None]) -> None:
    """Make a verb of what stands between or before verbs. ``act_of`` gives the lemma of a participle that acts on somebody."""
    if token.dep == "conj" and token.tag == "NN" and token.head.tag == "VB":
        _mend_middle_infinitive(token, is_verb_lemma)
    elif token.dep == "advcl" and token.pos == "ADJ" and token.lower.endswith("ed"):
        _mend_middle_participle(token, act_of(token.lower))
    elif token.dep == "aux" and token.lower in _HELPING:
        _mend_help(token)
    elif token.tag == "VBG" and token.dep in ("amod", "compound") and token.head.dep == "conj" and is_verb_lemma(token.lemma):
        _mend_last_gerund(token)


def _mend_middle_infinitive(noun: Token, is_verb_lemma: Callable[[str], bool]) -> None:
    """Make a verb of "to arm, [train] and fund the rebels"."""
    if any(c.dep == "conj" and c.tag == "VB" for c in noun.children) and noun.child("det", "amod", "compound", "prep") is None and is_verb_lemma(noun.lower):
        noun.pos, noun.tag, noun.lemma = "VERB", "VB", noun.lower


def _mend_middle_participle(quality: Token, act: str | None) -> None:
    """Make a verb of "has trained, [armed] and paid the rebels"."""
    verb = quality.head
    last = next((c for c in verb.children if c.dep == "conj" and is_verb(c) and c.i > quality.i), None)
    if act is None or verb.tag not in ("VBN", "VBD") or not verb.i < quality.i or last is None or last.tag not in ("VBN", "VBD") or any(c.dep != "punct" for c in quality.children):
        return
    quality.pos, quality.tag, quality.lemma, quality.dep = "VERB", verb.tag, act, "conj"
    last.tag = verb.tag
    last.reattach(quality, "conj")


def _mend_help(word: Token) -> None:
    """Make the main verb of "The army [helped] rebuild schools", which the parser takes for an auxiliary."""
    inner = word.head
    if inner.tag != "VB" or word.i > inner.i:
        return
    above, dep = inner.head, inner.dep
    before = [c for c in inner.children if c is not word and (c.i < word.i or c.dep in (*NOMINAL_SUBJECTS, "punct"))]
    word.pos, word.tag, word.lemma = "VERB", "VBZ" if word.lower == "helps" else "VBD" if word.lower == "helped" else "VBP", "help"
    if above is inner:
        word.reattach(word, "ROOT")
    else:
        word.reattach(above, dep)
    inner.reattach(word, "xcomp")
    for child in before:
        child.reattach(word, child.dep)


def _mend_last_gerund(gerund: Token) -> None:
    """Make a verb of "accused them of raping women and [burning] homes", "of killing monks, beating women and [burning] farms", which the parser takes for a quality of a second object."""
    thing, first = gerund.head, gerund.head.head
    verb = first.head
    before = gerund.sent.tokens[gerund.i - 1 - gerund.sent.tokens[0].i]
    if first.dep != "dobj" or verb.tag != "VBG" or verb.dep not in ("pcomp", "advcl", "conj", "acl", "xcomp") or before.lower not in ("and", ",") or before.head is not first or any(c.i < gerund.i for c in thing.children) or thing.tag not in ("NNS", "NNP", "NN", "NNPS"):
        return
    main = verb.head
    opened = next((p for c in main.children if c.dep == "prep" and c.i < verb.i for p in c.children if p.dep == "pcomp" and p.tag == "VBG"), None) if verb.dep == "advcl" else None
    if verb.dep == "advcl" and opened is None and before.lower == "and":
        return  # "killing rebels and living conditions"
    gerund.reattach(verb, "conj")
    thing.reattach(gerund, "dobj")
    before.reattach(verb, "cc" if before.lower == "and" else "punct")
    if opened is not None:
        verb.reattach(opened, "conj")
