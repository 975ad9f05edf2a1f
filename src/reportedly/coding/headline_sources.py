"""Headline sources: whose word a headline gives at its end, behind a dash or a colon ("Nine killed in raid – police").

The repair parts the source from the sentence before it; the statements give that sentence its speaker.
"""

from __future__ import annotations

from reportedly.analysis import Sentence, Token
from reportedly.coding.syntax import DASHES

_LONGEST = 6  # words of a source
_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "DET"})
_WITHIN = frozenset({"of", "for", "'s", "\u2019s"})


def closing_source(sentence: Sentence) -> tuple[Token, Token] | None:
    """Return the dash or colon and the head of the words behind it, where these only name somebody and a clause stands before."""
    tokens = sentence.tokens
    for at in range(len(tokens) - 2, max(len(tokens) - 2 - _LONGEST, 2), -1):
        link = tokens[at]
        if not _parts(link, tokens[at - 1], tokens[at + 1]):
            if link.pos not in _NAMING and link.lower not in _WITHIN:
                return None
            continue
        tail = tokens[at + 1 :]
        if tail[-1].pos not in ("NOUN", "PROPN") or (link.text == ":" and not any(t.pos in ("VERB", "AUX") for t in tokens[:at])):
            return None
        return link, next((t for t, after in zip(tail, [*tail[1:], None], strict=True) if t.pos in ("NOUN", "PROPN") and (after is None or after.pos == "ADP")), tail[-1])
    return None


def _parts(link: Token, before: Token, after: Token) -> bool:
    """Whether a mark stands free in the text: "raid – police", "raid: police", but not "Garissa-Thika"."""
    return after.start > link.end and (link.text == ":" or (link.text in DASHES and link.start > before.end))


def part_source(sentence: Sentence) -> None:
    """Take the source at the end of a headline out of the sentence before it, of which the parser makes it an object or an apposition."""
    found = closing_source(sentence)
    if found is None:
        return
    link, source = found
    tail = [t for t in sentence.tokens if t.i > link.i]
    told = [t for t in sentence.tokens if t.i < link.i and t.pos != "PUNCT"]
    loose = [t for t in told if t.head.i > link.i]
    above = next((t for t in tail if t.head.i < link.i), None)
    if loose:
        heir = next((t for t in loose if t.pos in ("VERB", "AUX")), loose[-1])
        if above is not None:
            heir.reattach(above.head, above.dep)
        else:
            heir.reattach(heir, "ROOT")
        for token in loose:
            if token is not heir:
                token.reattach(heir, token.dep)
    root = next((t for t in told if t.head is t), None)
    if root is None:
        return
    for token in tail:
        if token is not source and (token.head.i <= link.i or token.head is token):
            token.reattach(source, "compound")
    source.reattach(root, "dep")
    link.reattach(root, "punct")
