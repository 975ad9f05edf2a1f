"""Repair: a second look at shapes the small parser is known to get wrong, before anything reads the parse.

Reads tokens; mends their tags and heads in place. Each mend is a shape, not a word, and says what it looks like.
"""

from __future__ import annotations

from reportedly.analysis import Analysis, Token

_SUBJECTS = ("nsubj", "nsubjpass", "expl")


class Repair:
    """Mend the parse of one article."""

    reads, writes = ("tokens",), ("repaired",)

    def __call__(self, analysis: Analysis) -> None:
        for token in analysis.tokens:
            if token.pos == "NOUN" and token.tag in ("NN", "NNS"):
                _mend_verb(token)


def _mend_verb(token: Token) -> None:
    """Make a verb of a "noun" that governs a subject and a complement ("The members urge the minister to act")."""
    if token.dep not in ("ROOT", "ccomp", "conj", "advcl", "relcl"):
        return
    subject = token.child(*_SUBJECTS)
    if subject is None or subject.i > token.i or any(c.dep in ("det", "cop", "amod", "poss", "compound") and c.i < token.i for c in token.children):
        return
    if any(c.dep in ("dobj", "xcomp", "ccomp", "dative") for c in token.children):
        token.pos, token.tag = "VERB", "VBZ" if token.tag == "NNS" else "VBP"
