"""Words of a headline that the parser takes for another part of speech, mended before its shape is looked at; a helper of headlines.py.

Each mend is a shape and says what it looks like.
"""

from __future__ import annotations

from collections.abc import Callable

from reportedly.analysis import Sentence, Token
from reportedly.coding.grammar.syntax import FINITE
from reportedly.coding.repairs.headline_words import agree, make_finite, make_verb, root_of, word_before
from reportedly.coding.repairs.nominals import make_talks
from reportedly.lexicons.word_lists import word_list

_DETERMINERS = word_list("headline_tags.determiners")
_DONE_TO = word_list("headline_tags.done_to")
_TWO_OBJECTS = word_list("ditransitive")
_FIRST_WORDS = 8
_SLOTS = frozenset({"dobj", "pobj", "nsubj"})


def mend_tags(sentence: Sentence, sure_of: Callable[[str], str | None], past_of: Callable[[str], str | None]) -> None:
    """Give words of a headline their part of speech. ``sure_of`` returns the verb of which a word is a present form, if it can be nothing else; ``past_of``: as in headlines.py."""
    _mend_name(sentence)
    _mend_counts(sentence, past_of)
    root = sentence.root
    _mend_done(root)
    if root.tag == "NN" and (doer := root.child("nsubj")) is not None and doer.i < root.i and root.child("dobj", "xcomp", "ccomp") is not None:
        make_finite(root, root.lower)  # "Chad, Niger [Resume] Fighting"
    if root.tag == "NNS" and (doer := root.child("nsubj")) is not None and doer.i == root.i - 1 and doer.tag == "NNP" and any(c.dep == "advcl" and c.child("mark") is not None and c.i > root.i for c in root.children):
        make_finite(root, root.lemma)  # "Chad [objects] as Niger shuts border"
    if root.tag in ("VB", "VBP") and root is sentence.tokens[0] and not any(c.dep in ("nsubj", "dobj") or c.tag == "TO" for c in root.children) and any(c.lower == "by" and c.i == root.i + 1 for c in root.children):
        root.pos, root.tag, root.lemma = "NOUN", "NN", root.lower  # "[Visit] by Premier Lisk to Oslo"
    _mend_talks(root)
    if root.tag == "VB" and root.pos == "VERB" and (subject := root.child("nsubj")) is not None and subject.i < root.i and root.child("aux") is None:
        root.tag = "VBP"  # "Hutu [Accuse] Army of Arson"
    for token in sentence.tokens:
        if token.tag in ("VB", "VBP") and token.dep in _SLOTS and token.pos != "NOUN" and token.child("nsubj", "aux", "dobj", "mark") is None:
            token.pos, token.tag, token.lemma = "NOUN", "NN", token.lower  # "France Conducts [Airstrike]"
        elif token.dep == "dobj" and token.i > token.head.i:
            _mend_two_objects(token)
        elif token.tag == "VBG" and token.dep in ("xcomp", "pcomp") and token.child("dobj", "aux") is None and (of := token.child("prep")) is not None and of.lower == "of" and of.i == token.i + 1:
            token.pos, token.tag, token.dep = "NOUN", "NN", "dobj" if token.dep == "xcomp" else "pobj"  # "Chad Condemns [Shelling] of Town"
    _mend_sure_verb(sentence, sure_of)
    join_parts(sentence)


def _mend_talks(root: Token) -> None:
    """Make a noun of "Chad [talks] to resume in Doha"."""
    what, clause = root.child("nsubj", "compound"), root.child("xcomp")
    if root.lower == "talks" and root.tag == "VBZ" and what is not None and clause is not None and what.i == root.i - 1 and clause.i == root.i + 2:
        make_talks(root, what)
        clause.dep = "acl"


def _mend_name(sentence: Sentence) -> None:
    """Make a name of the first word where the parser takes it for a determiner or a verb: "[Houthis] Halt Attacks", "[ECOWAS] Calls for Vote"."""
    first = sentence.tokens[0]
    acronym = len(first.text) > 2 and first.text.isupper() and first.pos not in ("NOUN", "PROPN", "NUM", "PRON")
    if not acronym and not ((first.tag == "DT" or first.dep == "det") and first.lower not in _DETERMINERS and first.text[:1].isupper()):
        return
    first.pos, first.tag, first.lemma = "PROPN", "NNP" if acronym else "NNPS", first.text
    if first.dep == "det":
        first.dep = "compound"


def _mend_counts(sentence: Sentence, past_of: Callable[[str], str | None]) -> None:
    """Make a verb of what befell so many, where the parser takes it for those: "16 [KILLED], 10 INJURED"."""
    for word in (sentence.root, *sentence.root.children):
        count = word.child("nummod")
        if word.pos in ("NOUN", "PROPN") and word.lower.endswith("ed") and count is not None and count.i == word.i - 1 and (lemma := past_of(word.lower)) is not None:
            word.pos, word.tag, word.lemma = "VERB", "VBN", lemma
            count.dep = "nsubjpass"
            if word.head is not word:
                word.dep = "conj"


def _mend_done(verb: Token) -> None:
    """Make a passive of what a headline says was done to something: "Prisoner Release [Announced]", "Captives to Be [Freed]"."""
    if verb.tag == "VBD" and verb.lower in _DONE_TO and verb.child("dobj", "ccomp", "xcomp", "aux") is None and (thing := verb.child("nsubj")) is not None and thing.i < verb.i:
        verb.tag, thing.dep = "VBN", "nsubjpass"
    done = verb.child("xcomp") if verb.pos in ("NOUN", "PROPN") else None
    if done is not None and done.tag == "VBN" and done.child("auxpass") is not None and any(c.tag == "TO" for c in done.children):
        done.reattach(done, "ROOT")
        verb.give_after(done)
        verb.reattach(done, "nsubjpass")


def _mend_two_objects(last: Token) -> None:
    """Make one object of two that stand side by side: "Police Kill [Bank Raid] Suspect"."""
    verb = last.head
    first = next((c for c in verb.children if c.dep == "dobj" and verb.i < c.i < last.i), None)
    if first is None or verb.lemma in _TWO_OBJECTS or first.pos not in ("NOUN", "PROPN") or last.pos != "NOUN" or last.subtree()[0].i != first.i + 1 or any(c.dep in ("det", "poss", "nummod") for c in last.children):
        return
    first.reattach(last, "compound")


def _mend_sure_verb(sentence: Sentence, sure_of: Callable[[str], str | None]) -> None:
    """Make the sentence of the first word that can only be a verb, where the parser has none or a later one: "Zambian [Rejects] Call to Resign"."""
    tokens = sentence.tokens
    for subject, verb, after in zip(tokens[:_FIRST_WORDS], tokens[1:], tokens[2:], strict=False):
        if verb.pos in ("VERB", "AUX") and verb.dep not in ("compound", "amod", "nmod") and verb.tag in FINITE:
            return
        if subject.pos not in ("NOUN", "PROPN", "ADJ") or after.pos == "CCONJ" or verb.tag in ("VBN", "VBD", "VBG") or not agree(subject, verb) or (lemma := sure_of(verb.lower)) is None:
            continue
        root = root_of(sentence)
        if root.i < verb.i and root is not subject:
            return
        if root.i > verb.i and root.pos == "VERB":
            return  # two acts: headline_joined.py
        make_verb(sentence, subject, verb, lemma)
        return


def join_parts(sentence: Sentence) -> None:
    """Join the parts of a headline that only a comma parts: "Chad [condemns] coup, [calls] for vote", "[Egypt], [Qatar] resume talks"."""
    root = sentence.root
    subject = root.child("nsubj", "nsubjpass")
    if root.pos != "VERB" or subject is None or subject.i > root.i:
        return
    for verb in root.children:
        if verb.dep == "advcl" and verb.tag == root.tag and verb.i > root.i and verb.child("mark", "nsubj", "nsubjpass", "advmod", "aux") is None and word_before(verb).text == ",":
            verb.dep = "conj"
    first = sentence.tokens[0]
    start = subject.subtree()[0]
    other = next((c for c in (*root.children, *subject.children) if c.dep in ("dep", "npadvmod", "nmod", "advcl") and c.i < start.i + 2 and c.pos in ("PROPN", "NOUN") and c.i < subject.i and c.subtree()[0] is first), None)
    if other is None or root.tag not in ("VBP", "VBD", "VBN"):
        return
    comma = sentence.tokens[other.i + 1 - first.i]
    if comma.text != "," or any(t.i > other.i and t is not comma for t in other.children):
        return
    other.reattach(root, subject.dep)
    subject.reattach(other, "conj")
