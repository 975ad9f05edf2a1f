"""Words of a headline: which can be subject and verb, and how a verb is made of one; for the mends of headlines."""

from __future__ import annotations

from reportedly.analysis import Sentence, Token
from reportedly.coding.grammar.syntax import FINITE
from reportedly.lexicons.word_lists import word_list

_PLURALS = word_list("headline_plurals")
_WORDS_OF = word_list("headline_words.words_of")
BEFORE_NOUN = ("compound", "amod", "nmod", "nummod", "det", "poss", "nsubj", "npadvmod", "dep", "punct")

_LONGEST_NAME = 4  # words in a line that may be a name


def root_of(sentence: Sentence) -> Token:
    """Return the head of a headline, or of what follows its colon: "Mali: [Junta] bars aid"."""
    colon = next((t for t in sentence.tokens[1:4] if t.text == ":"), None)
    return next((t for t in sentence.tokens if colon is not None and t.i > colon.i and t.head is t), sentence.root)


def goes_with(subject: Token, verb: Token) -> bool:
    """Whether two words agree as subject and verb, whether or not the headline has capitals."""
    plural = subject.tag in ("NNS", "NNPS") or subject.lower in _PLURALS
    return plural != (verb.tag in ("NNS", "NNPS", "VBZ")) and subject.text[:1].isalpha()


def make_finite(verb: Token, lemma: str) -> None:
    """Make a present verb of a word in the form of one."""
    verb.pos, verb.lemma = "VERB", lemma
    verb.tag = "VBZ" if verb.tag in ("NNS", "NNPS", "VBZ") else "VBP"


def become_subject(subject: Token, verb: Token) -> None:
    """Make a word the subject of a verb."""
    if subject.pos == "ADJ":
        subject.pos, subject.tag = "PROPN" if subject.text[:1].isupper() else "NOUN", "NNP" if subject.text[:1].isupper() else "NN"
    subject.reattach(verb, "nsubj")


def word_before(token: Token) -> Token:
    """Return the word before one that is not the first."""
    return token.sent.tokens[token.i - token.sent.tokens[0].i - 1]


def agree(subject: Token, verb: Token) -> bool:
    """Whether a noun and a word in the form of a verb can be subject and verb: "Court orders", "Protesters torch"."""
    plural = subject.tag in ("NNS", "NNPS") or subject.lower in _PLURALS
    singular = verb.tag in ("NNS", "NNPS", "VBZ") or (verb.tag == "NNP" and verb.lower.endswith("s") and not verb.lower.endswith("ss") and subject.i - subject.sent.tokens[0].i < 2)  # "Peru [Lifts] Travel Ban"
    return plural != singular and subject.text[:1].isalpha() and (plural or subject.text[:1].isupper())


def make_verb(sentence: Sentence, subject: Token, verb: Token, lemma: str) -> None:
    """Make the verb the sentence, what stands before it its subject, and the head of what stands after it its object."""
    root = root_of(sentence)
    tokens = sentence.tokens
    before = [t for t in tokens if t.i < subject.i and t.head.i >= subject.i]
    thing = root if root.i > verb.i else next((c for c in verb.children if c.dep in ("dobj", "dep") and c.i > verb.i), None)
    verb.pos, verb.lemma = "VERB", lemma
    verb.tag = "VBZ" if verb.tag in ("NNS", "NNPS", "VBZ") or (verb.tag == "NNP" and lemma != verb.lower) else "VBP"
    if verb.head is not verb:
        verb.reattach(verb, "ROOT")
    for token in [t for t in tokens if t.i > verb.i and t is not thing and t.head is verb and t.dep in ("compound", "amod", "nmod")]:
        token.reattach(thing or verb, token.dep)
    for token in before:
        token.reattach(subject, "compound" if token.dep not in BEFORE_NOUN else token.dep)
    if subject.pos == "ADJ":
        subject.pos, subject.tag = "PROPN", "NNP"
    subject.reattach(verb, "nsubj")
    if thing is not None:
        thing.reattach(verb, "dobj")


def tells(sentence: Sentence) -> bool:
    """Whether a line that stands by itself says what happened: "Chad Closes Border", "Nine Miners Freed in Peru"; near miss: a name, "Allied Forces Press Service"."""
    verb = sentence.root
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None or subject.i > verb.i or verb.pos not in ("VERB", "AUX"):
        return _is_of_statement(verb)
    befell = verb.tag == "VBN" and subject.dep == "nsubjpass"
    return befell or (verb.tag in ("VB", "VBN") and verb.child("aux") is not None) or (verb.tag in FINITE and (verb.tag != "VBP" or len(sentence.tokens) > _LONGEST_NAME))


def _is_of_statement(noun: Token) -> bool:
    """Whether a line says what somebody's words are about: "Statement by the Chair on the Siege of Dolno", "Remarks After Talks with Chad"."""
    return noun.lower in _WORDS_OF and any(t.dep == "prep" and t.lower in ("on", "about", "after", "following", "regarding") for t in noun.sent.tokens)
