"""Further acts in a headline: "Army takes bridge, [pushes] back rebels", "12 dead as police [raid] drug den", "Teachers reject offer, [to go on with strike]"."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from reportedly.analysis import Sentence, Token
from reportedly.coding.repairs.headline_words import BEFORE_NOUN, agree, become_subject, goes_with, make_finite, make_verb, root_of, word_before
from reportedly.lexicons.word_lists import word_list

_PLURALS = word_list("headline_plurals")
_OF_TWO_KINDS = word_list("headline_joined.of_two_kinds")
_WHEN = frozenset({"DATE", "TIME"})
_SIGNATURE = 5  # words at most behind "say" at the end of a headline


def mend_first_verb(sentence: Sentence, act_of: Callable[[str], str | None]) -> None:
    """Join the two verbs that one subject has: "Army [takes] bridge, pushes back rebels", where the parser subordinates the first or takes it for a noun."""
    last = root_of(sentence)
    if last.tag == "VBD" and (plain := act_of(last.lower)) == last.lower and word_before(last).text == ",":
        last.tag, last.lemma = "VBP", plain  # "Forces storm camp, [wound] dozens"
    if last.i == sentence.tokens[0].i or word_before(last).text != ",":
        return
    thing = last.child("nsubj")
    if last.tag == "VB" and thing is not None and thing.i < last.i and last.child("aux") is None and act_of(last.lower) == last.lower:
        last.tag = "VBP"  # "Militants [bomb] bus, kill nine"
    if last.tag not in ("VBZ", "VBP") or _is_told_by(last):
        return
    first = last.child("ccomp")
    if thing is not None and thing.i > last.i and first is not None and last.child("dobj") is None:
        thing.dep, thing = "dobj", None  # "Kenya rejects offer, recalls [envoy]"
    if thing is not None and thing.i < last.i and thing.child("nsubj") is None and thing.child("dobj") is not None and thing.tag in ("NNS", "NNPS") and (own := thing.child("compound")) is not None and own.i == thing.i - 1 and goes_with(own, thing):
        own.dep = "nsubj"  # "[Chad] Targets Rebels, Destroys Camp"
    if thing is not None and thing.i < last.i and thing.child("nsubj") is not None and thing.child("dobj") is not None and (thing.pos == "VERB" or act_of(thing.lower) is not None):
        lemma = thing.lemma if thing.pos == "VERB" else act_of(thing.lower)
        make_finite(thing, lemma or thing.lemma)  # "Government forces [storm] base, capture dozens"
        first, thing = thing, None
    if first is not None and thing is None and first.i < last.i and first.child("nsubj") is not None and first.tag in ("VBZ", "VBP"):
        _lead(first, last)
    elif first is None and thing is not None and thing.i < last.i:
        words = [t for t in sentence.tokens if t.i <= thing.i]
        for subject, verb in pairwise(words):
            if verb.i < thing.i and thing in (verb.head, verb.head.head) and verb.pos in ("NOUN", "PROPN", "VERB") and subject.pos in ("NOUN", "PROPN", "ADJ") and agree(subject, verb) and (lemma := act_of(verb.lower)) is not None:
                _lead(thing, last)
                make_verb(sentence, subject, verb, lemma)
                last.reattach(verb, "conj")
                return


def _is_told_by(verb: Token) -> bool:
    """Whether who says what a headline tells stands behind its verb: "Rebels burn 40 houses, [say] witnesses"."""
    if verb.lemma != "say" or word_before(verb).text != ",":
        return False
    behind = [t for t in verb.sent.tokens if t.i > verb.i]
    return 0 < len(behind) <= _SIGNATURE and all(t.pos in ("NOUN", "PROPN", "ADJ", "DET") for t in behind)


def _lead(first: Token, last: Token) -> None:
    """Make the sentence of what stands first, and join to it what it hung from."""
    first.reattach(first, "ROOT")
    last.head = first
    last.dep = "conj"
    first.children.append(last)
    last.give_before(first)


def mend_verb_before_noun(sentence: Sentence) -> None:
    """Free the second verb that the parser takes for a part of its object: "Court jails editor, [bans] newspaper", "Gunmen attack convoy, [abduct] aid workers"."""
    for comma, verb in pairwise(sentence.tokens):
        if comma.text != "," or verb.dep not in ("compound", "conj") or verb.tag not in ("VBZ", "VBP", "VB"):
            continue
        thing, root = verb.head, root_of(sentence)
        if verb.dep == "conj":
            if thing.pos in ("NOUN", "PROPN") and thing.head is root and thing.i < verb.i and (subject := root.child("nsubj")) is not None and agree(subject, verb):
                verb.reattach(root, "conj")  # "Gunmen raid village, [kidnap] workers"
            return
        first = verb.child("ccomp") or thing.child("ccomp") or root
        subject = first.child("nsubj")
        if first.pos != "VERB" or first.i > comma.i or subject is None or thing.i < verb.i or not agree(subject, verb):
            return
        if first is not root:
            _lead(first, verb)
            if thing is root:
                thing.reattach(verb, "dobj")
        verb.reattach(first, "conj")
        thing.reattach(verb, "dobj")
        verb.tag = "VBZ" if verb.tag == "VBZ" else "VBP"
        return


def mend_second_verb(sentence: Sentence, verb_of: Callable[[str], str | None]) -> None:
    """Make a verb of the noun after the comma: "Rebels attack base, [vow] more strikes"."""
    root = root_of(sentence)
    subject = root.child("nsubj")
    if root.pos != "VERB" or subject is None or subject.i > root.i:
        return
    for verb in (root, *(c for c in root.children if c.dep == "conj" and c.pos == "VERB")):
        thing = next((c for c in verb.children if c.i > verb.i and (c.dep in ("appos", "nsubj") or (c.dep == "npadvmod" and c.pos in ("NOUN", "PROPN") and (c.ent is None or c.ent.label not in _WHEN)))), None)
        if thing is None and verb.i - 2 > sentence.tokens[0].i and verb.child("dobj", "ccomp", "xcomp", "prep") is None:
            thing = next((t for t in sentence.tokens if t.i > verb.i and t.dep == "appos" and t.head.i < verb.i and t.subtree()[0].i == verb.i + 1), None)
            if thing is not None:
                thing.reattach(verb, "appos")
        if thing is not None and verb.child("dobj", "ccomp", "xcomp") is None and not _is_told_by(verb) and thing.subtree()[0].i == verb.i + 1:
            thing.dep = "dobj"  # "Hezbollah shells Israeli [outpost]", "Iran summons envoy, warns [US] of response"
    for comma, verb, after in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        if comma.text != "," or comma.i < root.i or not (verb.pos in ("NOUN", "PROPN") or (verb.lower in _OF_TWO_KINDS and verb.pos == "ADJ")) or after.pos in ("ADP", "CCONJ", "PUNCT") or not agree(subject, verb) or (lemma := verb_of(verb.lower)) is None:
            continue
        behind = [t for t in sentence.tokens if t.i > verb.i]
        tops = [t for t in behind if t.head.i <= verb.i or (t is verb.head and t.i > verb.i)]
        if not tops:
            return
        verb.pos, verb.lemma, verb.tag = "VERB", lemma, "VBZ" if verb.tag in ("NNS", "NNPS") else "VBP"
        for top in [verb, *tops]:
            if top.head in (verb, top):
                continue
            top.head.children.remove(top)
            top.head = top
        verb.reattach(root, "conj")
        for top in tops:
            noun = top.pos in ("NOUN", "PROPN", "NUM", "PRON") and verb.child("dobj") is None
            top.reattach(verb, "dobj" if noun else "xcomp" if top.pos == "VERB" else top.dep)
        return


def mend_meanwhile(sentence: Sentence, verb_of: Callable[[str], str | None]) -> None:
    """Make a clause of what a headline tells beside the rest: "Army retakes town as rebels [flee]", "12 dead as police [raid] drug den"."""
    if (thing := next((t for t in sentence.tokens[3:] if t.dep == "pobj" and t.head.lower == "as" and t.head.i > sentence.tokens[0].i and t.pos in ("NOUN", "PROPN")), None)) is not None:
        _mend_deed_meanwhile(thing, verb_of)
    verb = next((t for t in sentence.tokens[3:] if t.dep == "pobj" and t.head.lower == "as" and t.head.i > sentence.tokens[0].i and t.pos in ("NOUN", "PROPN")), None)
    if verb is None or verb.i - verb.head.i < 2 or (subject := word_before(verb)).head is not verb or subject.dep not in ("compound", "amod", "nmod") or not goes_with(subject, verb) or (lemma := verb_of(verb.lower)) is None:
        return
    link, above = verb.head, verb.head.head
    for child in [c for c in verb.children if c.i < subject.i]:
        child.reattach(subject, child.dep if child.dep in BEFORE_NOUN and child.dep != "nsubj" else "compound")
    make_finite(verb, lemma)
    become_subject(subject, verb)
    verb.reattach(above, "advcl")
    link.reattach(verb, "mark")
    link.pos, link.tag = "SCONJ", "IN"


def _mend_deed_meanwhile(thing: Token, verb_of: Callable[[str], str | None]) -> None:
    """Make a verb of the word behind the doers where its object is taken for the head of them all: "12 dead as police [raid] drug den"."""
    link = thing.head
    words = [t for t in thing.sent.tokens if link.i < t.i < thing.i]
    for doer, verb in pairwise(words):
        if verb.pos != "NOUN" or verb.dep not in ("compound", "amod", "nmod") or verb.tag in ("NNS", "NNPS") or not goes_with(doer, verb) or (doer.tag not in ("NNS", "NNPS") and doer.lower not in _PLURALS) or (lemma := verb_of(verb.lower)) is None:
            continue
        above = link.head
        make_finite(verb, lemma)
        verb.reattach(above, "advcl")
        for word in words:
            if word.i < doer.i and word.head.i >= doer.i:
                word.reattach(doer, word.dep if word.dep in BEFORE_NOUN else "compound")
            elif word.i > verb.i and word.head is verb:
                word.reattach(thing, word.dep)
        become_subject(doer, verb)
        thing.reattach(verb, "dobj")
        link.reattach(verb, "mark")
        link.pos, link.tag = "SCONJ", "IN"
        return


def mend_then(sentence: Sentence) -> None:
    """Join what is to come to what is told first: "Teachers reject offer, [to go on with strike]"."""
    root = root_of(sentence)
    for verb in root.children if root.tag in ("VBZ", "VBP") else ():
        to = verb.child("aux") if verb.tag == "VB" and verb.dep in ("xcomp", "advcl") else None
        if to is not None and to.tag == "TO" and word_before(to).text == "," and to.i > root.i:
            verb.dep = "conj"
