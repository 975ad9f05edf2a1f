"""Headlines: the small parser takes their verbs for nouns and their subjects for modifiers; a helper of repair.py.

Works on one headline whose parse has no finite verb of its own. Each mend is a shape and says what it looks like.
"""

from __future__ import annotations

from collections.abc import Callable

from reportedly.analysis import Sentence, Token

_FINITE = ("VBZ", "VBP", "VBD", "MD")
_PLURALS = frozenset({"police", "people", "troops", "forces"})
_BEFORE_NOUN = ("compound", "amod", "nmod", "nummod", "det", "poss", "nsubj", "npadvmod", "dep", "punct")


def mend_headline(sentence: Sentence, act_of: Callable[[str], str | None]) -> None:
    """Give a headline its verb. ``act_of`` returns the verb that acts on somebody or something whose form a word is."""
    root = sentence.root
    if root.pos not in ("NOUN", "PROPN") or any(t.tag in _FINITE for t in sentence.tokens):
        return
    for clause in root.children:
        if clause.dep == "acl" and clause.i > root.i and clause.pos == "VERB" and clause.child("nsubj", "nsubjpass") is None:
            if any(c.tag == "TO" for c in clause.children):
                _raise(clause, root, "nsubj")  # "EU to impose new sanctions"
                return
            if clause.tag == "VBN" and clause.child("dobj") is None:
                _raise(clause, root, "nsubjpass")  # "Three Britons held in Dubai"
                return
    for subject, verb, after in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        if after.pos not in ("ADP", "CCONJ", "PUNCT", "PART") and verb.pos in ("NOUN", "PROPN") and subject.pos in ("NOUN", "PROPN", "ADJ") and _agree(subject, verb) and (lemma := act_of(verb.lower)) is not None:
            _make_verb(sentence, subject, verb, lemma)
            return


def _agree(subject: Token, verb: Token) -> bool:
    """Whether a noun and a word in the form of a verb can be subject and verb: "Court orders", "Protesters torch"."""
    plural = subject.tag in ("NNS", "NNPS") or subject.lower in _PLURALS
    return plural != (verb.tag in ("NNS", "NNPS")) and subject.text[:1].isalpha() and (plural or subject.text[:1].isupper())


def _raise(clause: Token, noun: Token, dep: str) -> None:
    """Make the clause below a noun the sentence, and the noun its subject."""
    noun.children.remove(clause)
    clause.head, clause.dep = clause, "ROOT"
    for child in [c for c in noun.children if c.i > clause.i]:
        child.reattach(clause, child.dep)
    noun.reattach(clause, dep)


def _make_verb(sentence: Sentence, subject: Token, verb: Token, lemma: str) -> None:
    """Make the verb the sentence, what stands before it its subject, and the head of what stands after it its object."""
    root = sentence.root
    tokens = sentence.tokens
    before = [t for t in tokens if t.i < subject.i and t.head.i >= subject.i]
    thing = root if root.i > verb.i else next((c for c in verb.children if c.dep in ("dobj", "dep") and c.i > verb.i), None)
    verb.pos, verb.lemma = "VERB", lemma
    verb.tag = "VBZ" if verb.tag in ("NNS", "NNPS") else "VBP"
    if verb.head is not verb:
        verb.head.children.remove(verb)
    verb.head, verb.dep = verb, "ROOT"
    for token in [t for t in tokens if t.i > verb.i and t is not thing and t.head is verb and t.dep in ("compound", "amod", "nmod")]:
        token.reattach(thing or verb, token.dep)
    for token in before:
        token.reattach(subject, "compound" if token.dep not in _BEFORE_NOUN else token.dep)
    if subject.pos == "ADJ":
        subject.pos, subject.tag = "PROPN", "NNP"
    subject.reattach(verb, "nsubj")
    if thing is not None:
        thing.reattach(verb, "dobj")

