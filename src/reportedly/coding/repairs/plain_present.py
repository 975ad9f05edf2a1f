"""Plain present: verbs without an ending between two plurals, which the parser takes for nouns: "Soldiers [torch] villages".

Reads tokens; mends their tags and heads in place.
"""

from __future__ import annotations

from reportedly.analysis import Sentence, Token
from reportedly.coding.grammar.syntax import token_before
from reportedly.lexicons.word_lists import word_list

_HARMING = word_list("plain_present.harming")
_MODIFIED = word_list("plain_present.modified")
_PARTS = ("det", "poss", "amod", "nmod", "nummod", "compound")


def mend_plain_present(sentence: Sentence) -> bool:
    """Give a sentence that begins with a plural its main verb: "Rebels [attack] villages."."""
    root = sentence.root
    thing = root if any(c.lower in _HARMING for c in root.children if c.dep == "compound") else next((c for c in root.children if c.dep == "dobj" and root.tag == "NNS"), None)
    if thing is None or thing.tag != "NNS" or (verb := _verb_before(thing)) is None:
        return False
    doers = token_before(verb)
    if doers is None or any(c is not doers and (c.i > doers.i or c.dep not in _PARTS) for c in verb.children) or doers.tag != "NNS" or doers.head not in (thing, verb, doers) or any(c.i > thing.i and c.tag in ("VBD", "VBZ", "MD") for c in root.children):
        return False
    verb.reattach(root, "dep")
    verb.become_root()
    for word in (doers, thing):
        word.reattach(verb, "nsubj" if word is doers else "dobj")
    for child in [c for c in (*thing.children, *verb.children) if c.i < doers.i and c.dep in _PARTS]:
        child.reattach(doers, child.dep)
    verb.pos, verb.tag, verb.lemma = "VERB", "VBP", verb.lower
    return True


def _verb_before(thing: Token) -> Token | None:
    """Return the word right before a plural, if it may be a verb of harm: "[attack] villages", but not "arrest warrants"."""
    word = token_before(thing)
    return word if word is not None and word.dep == "compound" and word.head is thing and word.lower in _HARMING and thing.lemma not in _MODIFIED else None
