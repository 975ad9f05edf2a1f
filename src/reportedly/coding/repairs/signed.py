"""Signed headlines: who is named at the end of a headline for what it tells: "Rebels shell Gao: army", "Talks to resume - UN"."""

from __future__ import annotations

from reportedly.analysis import Sentence, Token
from reportedly.coding.grammar.syntax import DASHES

_LONGEST = 7  # words of a signature
_TOLD = 3  # words at least that stand before it
_PLACES = frozenset({"dobj", "nsubj", "nsubjpass", "pobj"})  # of what is signed, which the parser gives to who signs
_NO_NAMES = frozenset({"a", "an", "what", "how", "why", "who", "and", "but"})


def signature(sentence: Sentence) -> list[Token]:
    """Return the words behind the colon or the dash that closes a headline where they may name who says it."""
    tokens = sentence.tokens
    mark = next((k for k in range(len(tokens) - 2, _TOLD - 1, -1) if tokens[k].text == ":" or (tokens[k].text in DASHES and tokens[k - 1].end < tokens[k].start and tokens[k].end < tokens[k + 1].start)), None)
    if mark is None:
        return []
    tail = tokens[mark + 1 :]
    named = (tail[-1].pos in ("NOUN", "PROPN") or tail[-1].text[:1].isupper()) and tail[0].pos != "NUM" and tail[0].lower not in _NO_NAMES
    return tail if named and len(tail) <= _LONGEST and not any(t.pos in ("VERB", "AUX", "PUNCT") for t in tail) else []


def part_signature(sentence: Sentence) -> bool:
    """Take a signature out of the parse of what it signs, where there is one (a parse repair)."""
    tail = signature(sentence)
    if not tail:
        return False
    first, root = tail[0].i, sentence.root
    if root.i >= first:
        told = [c for t in tail for c in t.children if c.i < first and c.pos not in ("PUNCT", "DET")]
        main = next((t for t in told if t.pos == "VERB"), told[-1] if told else None)
        if main is None:
            return False
        main.reattach(main, "ROOT")
        root.reattach(main, "dep")
        root = main
    signer = next((t for t in tail if t.head.i < first), None)
    heir = next((t for t in reversed(sentence.tokens) if t.i < first and t.head.i >= first and t.pos != "PUNCT"), None)
    if signer is not None and heir is not None and signer.dep in _PLACES:
        heir.reattach(signer.head, signer.dep)  # "abducted 12 [teachers] - police"
    for token in sentence.tokens:
        if token is not root and (token.i < first) != (token.head.i < first):
            token.reattach(root, "dep" if token.i >= first or token.dep in ("compound", "nummod", "appos") else token.dep)
    return True
