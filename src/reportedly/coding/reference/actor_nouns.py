"""Actor nouns: which nouns denote actors ("the suicide bomber"), and which only look so ("came into force"); a helper of actors.py."""

from __future__ import annotations

from reportedly.analysis import Analysis, Token
from reportedly.coding.grammar.syntax import means_attacker
from reportedly.lexicons.actors import ActorLexicon
from reportedly.lexicons.loader import Entry
from reportedly.lexicons.word_lists import word_list

_MEANS = word_list("actor_nouns.means")
_LEANING = word_list("actor_nouns.leaning")
_RULES = word_list("actor_nouns.rules")
_OF_STATE = frozenset({"head", "minister", "secretary", "matter", "affair"})


class ActorNouns:
    """Find the entries of actor nouns in the lexicon."""

    def __init__(self, lexicon: ActorLexicon) -> None:
        self.lexicon = lexicon
        self._ends = {_end(noun) for noun in lexicon.nouns}

    def find(self, token: Token) -> Entry | None:
        """Return the entry of an actor noun, under the longest of its names ("suicide bomber" before "bomber"); none of a name such as "al-Sheikh"."""
        if token.tag == "NNP" and token.lower[:3] in ("al-", "el-"):
            return None
        if token.lower == "state" and token.dep == "pobj" and token.head.lower == "of" and token.head.head.lemma.lower() in _OF_STATE:
            return None  # "the head of state"
        forms = (token.lemma.lower(), token.lower, token.lower[:-1]) if token.tag == "NNPS" else (token.lemma.lower(), token.lower)
        if self._ends.isdisjoint(forms if "-" not in token.text else map(_end, forms)):
            return None
        for before in _words_before(token, self.lexicon.longest_noun - 1):
            for form in forms:
                if (entry := self.lexicon.nouns.get(before + form)) is not None:
                    return entry
        return None

    def names_owner(self, token: Token) -> bool:
        """Whether an actor noun before another noun names somebody of its own: "a [coalition] drone strike" does, "a coalition [drone] strike" does not."""
        if token.lower in _MEANS and any(c.dep == "compound" and self.find(c) is not None for c in token.children):
            return False
        return self.find(token.head) is None or (token.head.lower in _MEANS and token.head.dep == "compound" and self.find(token.head.head) is None)


def _end(noun: str) -> str:
    """Return the last word of a noun: "bomber" of "suicide bomber", "minister" of "ex-minister"."""
    return noun[max(noun.rfind(" "), noun.rfind("-")) + 1 :]


def is_no_actor(analysis: Analysis, token: Token) -> bool:
    """Whether an actor noun denotes something else here: "on all fronts", "came into force"."""
    if token.lemma == "body" and any(c.lower == "of" for c in token.children):
        return True  # "the bodies of soldiers"
    if token.lower == "exile" and token.dep == "pobj" and token.head.lower in ("in", "into", "from") and token.child("det", "poss", "amod") is None:
        return True  # "went into exile"
    if token.lower == "aggression" and not means_attacker(token):
        return True
    if token.lower == "occupation" and any(c.lower == "of" for c in token.children):
        return True  # "the occupation of the hospital"
    if token.lower == "state" and any(c.lower == "of" and (thing := c.child("pobj")) is not None and thing.tag in ("NN", "NNS") for c in token.children):
        return True  # "a state of emergency"
    if token.lemma == "front" and token.dep == "pobj" and token.head.lower in ("on", "at", "along"):
        return True  # "on all fronts"
    if token.text == "justice" and not any(c.dep in ("det", "compound", "amod", "poss") for c in token.children):
        return True  # "promised justice"
    if token.lower == "regime" and any(c.dep == "compound" and c.lemma in _RULES for c in token.children):
        return True  # "the sanctions regime"
    if token.lower == "force" and token.dep == "pobj" and token.head.lower in ("in", "into", "by") and not token.children:
        return True  # "came into force"
    after = analysis.tokens[token.i + 1 : token.i + 3]
    return len(after) == 2 and after[0].text == "-" and after[1].lower in _LEANING  # "the Marxist-oriented league"


def _words_before(token: Token, most: int) -> list[str]:
    """Return the modifiers that stand before a noun, each with a space or its hyphen after it: all of them, then one less, down to none."""
    ready, at = [""], token.i - 1
    before = {c.i: c for c in token.children if c.i < token.i}
    for _ in range(most):
        hyphen = at in before and before[at].text == "-"
        word = before.get(at - hyphen)
        if word is None or word.dep not in ("compound", "amod", "nmod", *(("advmod", "npadvmod") if hyphen else ())):
            break
        ready.insert(0, f"{word.lower}{'-' if hyphen else ' '}{ready[0]}")
        at = word.i - 1
    return ready
