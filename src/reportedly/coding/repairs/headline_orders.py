"""Orders in headlines: what a press release tells somebody to do behind a colon; a helper of headlines.py.

"Niger: Free Jailed Editors, Drop Charges": the parser takes all of it for one long name.
"""

from __future__ import annotations

from itertools import pairwise

from reportedly.analysis import Sentence, Token
from reportedly.lexicons.word_lists import word_list

_ORDERS = word_list("headline_orders.verbs")
_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "VERB"})
_FIRST_WORDS = 7


def mend_orders(sentence: Sentence) -> bool:
    """Make verbs of what the one named before a colon is told to do; say whether there are any."""
    tokens = sentence.tokens
    colon = next((t for t in tokens[1:_FIRST_WORDS] if t.text == ":"), None)
    if colon is None or any(t.pos not in ("NOUN", "PROPN", "ADJ", "CCONJ", "PUNCT") for t in tokens if t.i < colon.i):
        return False
    behind = [t for t in tokens if t.i > colon.i]
    verbs = [t for t, after in pairwise(behind) if (t is behind[0] or tokens[t.i - 1 - tokens[0].i].text in (",", "and", "&", ";")) and t.lower in _ORDERS and after.pos in _NAMING]
    if not verbs or verbs[0] is not behind[0] or any(t.tag in ("VBZ", "MD", "VBD") and not _is_before_name(t, behind) and not (t.i == behind[0].i + 1 and t.tag == "VBZ" and behind[0].pos == "VERB") for t in behind) or behind[-1].tag == "VBN":
        return False
    topic = tokens[colon.i - 1 - tokens[0].i]
    topic.reattach(topic, "ROOT")
    for verb in verbs:
        verb.pos, verb.tag, verb.lemma = "VERB", "VB", verb.lower
        verb.reattach(verb, "ROOT")
        _free(verb)
    ends = [*(v.i for v in verbs[1:]), behind[-1].i + 1]
    for verb, end in zip(verbs, ends, strict=True):
        _give_object(verb, [t for t in behind if verb.i < t.i < end])
    for verb in verbs[1:]:
        verb.reattach(verbs[0], "conj")
    for token in tokens:
        if token.i < colon.i and token is not topic and token.head.i > colon.i:
            token.reattach(topic, "compound" if token.pos != "PUNCT" else "punct")
    topic.reattach(verbs[0], "nsubj")
    colon.reattach(verbs[0], "punct")
    return True


def _free(verb: Token) -> None:
    """Take an order out of the name that the recogniser made of it and what is asked for."""
    if (ent := verb.ent) is None:
        return
    tokens, start = verb.sent.tokens, verb.sent.tokens[0].i
    if ent.first == verb.i < ent.last:
        ent.first += 1
        verb.ent = None
    else:
        for token in tokens[max(0, verb.i - start) : ent.last + 1 - start]:
            token.ent = None
        ent.last = max(ent.first, verb.i - 1)
        ent.label = ent.label if ent.first < verb.i else "CARDINAL"


def _is_before_name(word: Token, behind: list[Token]) -> bool:
    after = next((t for t in behind if t.i == word.i + 1), None)
    return after is not None and after.pos in ("NOUN", "PROPN") and word.lower.endswith("ed")


def _give_object(verb: Token, words: list[Token]) -> None:
    """Hang the words up to the next order below it: the first name its object, the rest where it hung or from the verb."""
    name: list[Token] = []
    for word in words:
        if word.pos not in _NAMING and word.lower != "'s" and word.tag != "POS":
            break
        if word.pos == "VERB" and not _is_before_name(word, words):
            word.reattach(name[-1] if name else verb, "acl")
            break
        name.append(word)
    thing = next((t for t in reversed(name) if t.pos in ("NOUN", "PROPN")), None)
    inside = {t.i for t in words}
    if thing is not None:
        thing.reattach(verb, "dobj")
        for word in name:
            if word is not thing and (word.head.i not in inside or word.head is word or word.head.i < word.i) and word.tag != "POS":
                word.reattach(thing, "amod" if word.pos == "ADJ" else "compound")
    for word in words:
        if word is not thing and (word.head.i not in inside or word.head is word):
            word.reattach(thing if thing is not None and word.dep == "prep" else verb, word.dep if word.dep != "ROOT" else "dep")
