"""Who speaks: the heads of the phrases that name the speaker of a cue, and the words of those phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.analysis import Analysis, Token
from reportedly.coding.grammar.clauses import agents, surface_subject
from reportedly.coding.grammar.syntax import conjuncts, counted, leftmost, rightmost
from reportedly.lexicons.cues import Cues
from reportedly.lexicons.word_lists import word_list
from reportedly.records import Span

if TYPE_CHECKING:
    from reportedly.coding.saying.hits import Reading

_PERSONS = frozenset(["i", "we", "he", "she", "they", "who"])
_PERSONAL = ("man", "woman", "men", "women", "person", "er", "or", "ist", "ian", "eer", "ee", "ant", "ster", "mate")
_THINGS = frozenset(["this", "that", "these", "those", "which", "what", "it", "there"])
_NUMBERS = word_list("speakers.numbers")
# Verbs that lend a noun its speaker: "issued a warning that".
_LENDING = word_list("speakers.lending")
_KINDS_OF_TEXT = word_list("kinds_of_text")


def find_speakers(token: Token, *, passive: bool) -> list[Token]:
    """Return the heads of whoever speaks: the subject, the "by" phrase of a passive, or a noun's own conjuncts."""
    if token.pos not in ("VERB", "AUX"):
        return conjuncts(token)
    if passive:
        return agents(token)
    if token.dep == "pcomp" and token.head.lower == "as":
        return _quoted_one(token.head.head)
    if token.dep == "relcl" and any(g.lower == "whom" for c in token.children if c.dep == "nsubj" for of in c.children for g in of.children):
        return conjuncts(token.head)  # "four nuns, two of whom said that ..."
    return [inner for t in surface_subject(token) if t.i != token.i for inner in (counted(t) if t.lower in _NUMBERS else ()) or (t,)]


def _quoted_one(verb: Token) -> list[Token]:
    """Return who was quoted in "was quoted as saying", "quoted the army as saying"."""
    child = verb.child("nsubjpass", "dobj")
    if child is not None:
        return conjuncts(child)
    return [verb.head] if verb.dep == "acl" else surface_subject(verb)


def is_document(token: Token, cues: Cues) -> bool:
    """Whether a noun is one that speaks; "the release of the hostages" is none."""
    if token.lower == "release" and any(c.dep == "prep" and c.lower == "of" for c in token.children):
        return False
    return token.lemma.lower() in cues.documents or token.lower in cues.documents


def is_personal(noun: Token) -> bool:
    """Whether a common noun is made as those for persons are: ferryman, pollster, botanist."""
    return noun.lemma.endswith(_PERSONAL)


def is_source(analysis: Analysis, head: Token, cues: Cues) -> bool:
    """Whether a subject can vouch for something: a name, a person, a known actor, a document."""
    if head.pos == "PRON":
        return head.lower in _PERSONS or head.lower not in _THINGS or (head.lower == "it" and head.i in analysis.mention_at and bool(analysis.mention_at[head.i].entities))
    if head.pos == "PROPN" or head.i in analysis.mention_at or is_document(head, cues):
        return True
    if head.pos in ("ADJ", "NUM", "DET"):
        return head.lower not in _THINGS or head.lower == "those"
    return head.pos == "NOUN" and (not analysis.mentions or any(c.dep == "compound" and c.pos == "PROPN" for c in head.children))


def noun_speakers(reading: Reading, noun: Token) -> list[Token]:
    """Return whose claim a noun is: possessor, "by" or "from" phrase, a name before it, or the subject of "make a claim"."""
    owner = noun.child("poss")
    if owner is not None:
        return conjuncts(owner)
    for child in noun.children:
        if child.dep in ("prep", "agent") and child.lower in ("by", "from", "among"):
            return [t for g in child.children if g.dep == "pobj" for t in conjuncts(g)]
        if child.dep == "prep" and child.lower == "of" and any(c.dep == "acl" and any(g.tag == "TO" for g in c.children) for c in noun.children):
            return [t for g in child.children if g.dep == "pobj" for t in conjuncts(g)]  # "the refusal of the guards to leave"
        if child.dep == "prep" and child.lower == "of" and (who := child.child("pobj")) is not None and who.i in reading.analysis.mention_at and noun.dep == "nsubj" and noun.head.lemma == "be" and noun.head.child("ccomp") is not None:
            return conjuncts(who)  # "the position of the union is that"
        if child.dep == "prep" and child.lower == "of" and (who := child.child("pobj")) is not None and who.i in reading.analysis.mention_at and any(c.dep == "prep" and c.lower == "for" and c.i > who.i for c in noun.children):
            return conjuncts(who)  # "the appeal of the monks for a truce"
    for child in noun.children:
        if child.i < noun.i and child.dep in ("compound", "amod", "nmod") and child.lower not in _KINDS_OF_TEXT and (child.pos == "PROPN" or child.i in reading.analysis.mention_at):
            return [child]
    verb = noun.head
    if noun.dep == "dobj" and (verb.lemma in _LENDING or verb.lemma in _TAKING_BACK):
        return find_speakers(verb, passive=False)
    if noun.dep == "nsubjpass" and verb.lemma in _TAKING_BACK:
        return agents(verb)
    if noun.dep == "pobj" and verb.lower in ("on", "from") and verb.head.lemma in _TAKING_BACK:
        return find_speakers(verb.head, passive=False)  # "backtracked on a pledge to"
    if noun.dep == "pobj" and verb.lower == "of" and verb.head.lemma in ("be", "remain"):
        return find_speakers(verb.head, passive=False)  # "some villagers were of the view that"
    if noun.dep == "pobj" and verb.lower in ("with", "in", "by") and verb.head.lemma in _TURNS:
        return find_speakers(verb.head, passive=False)
    return []


# Verbs by which somebody gives up what he said himself: "retracted a statement that".
_TAKING_BACK = word_list("speakers.taking_back")
_TURNS = word_list("speakers.turns")
_RIGHT = frozenset({"prep", "nummod", "compound", "nmod", "amod", "flat"})


def phrase_span(head: Token) -> Span:
    """Return the characters of a noun phrase without its clauses, appositions and conjuncts."""
    first = last = head
    for child in head.children:
        if child.i < head.i:
            if child.dep not in ("relcl", "advcl", "punct", "cc", "preconj", "conj") and leftmost(child).i < first.i:
                first = leftmost(child)
        elif child.dep in _RIGHT and child.i == last.i + 1 and not any(t.pos == "VERB" for t in child.subtree()):
            last = rightmost(child)
    return first.start, last.end
