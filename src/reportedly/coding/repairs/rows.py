"""Rows: clauses that semicolons part, of which the parser joins the later ones to the wrong word; a helper of repair.py."""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import NOMINAL_SUBJECTS as _SUBJECTS
from reportedly.coding.grammar.syntax import leftmost, token_before


def mend_row(opener: Token) -> None:
    """Join what semicolons part to the first of its row: "demanded that they disarm; [that] they leave; and [that] talks be held", "urged them to disarm; [leave] the town"."""
    before = token_before(opener)
    if before is None or (before.text != ";" and before.dep != "cc"):
        return
    mark = token_before(before) if before.dep == "cc" else before
    bare = opener.tag == "VB"
    if mark is None or mark.text != ";" or (not bare and opener.dep not in ("mark", "aux")) or (bare and leftmost(opener).i > mark.i and opener.child("nsubj", "aux") is not None):
        return
    word, verb, tokens = ("to", opener, opener.sent.tokens) if bare else (opener.lower, opener.head, opener.sent.tokens)
    first = next((t.head for t in reversed(tokens[: mark.i - tokens[0].i]) if t.lower == word and t.dep in ("mark", "aux") and t.head.i > t.i), None)
    while first is not None and word == "to" and first.dep in ("xcomp", "advcl") and any(c.tag == "TO" for c in first.head.children):
        first = first.head
    if first is None or first.i > mark.i or (first in verb.subtree() and not _put_above(first, verb)):
        return
    if first.dep == "ccomp":
        verb.reattach(first.head, "ccomp")
    else:
        verb.reattach(first, "conj")


def _put_above(first: Token, second: Token) -> bool:
    """Hang the first of a row, which the parser hung under the second, where that hangs; say whether there is such a place."""
    top = below = first
    while top.head is not second:
        top, below = top.head, top
    if top.dep in _SUBJECTS and below.dep == "acl" and below.tag in ("VBD", "VBN"):
        below.reattach(second, "ccomp")  # "The envoy [called] on them to leave; free the hostages": the envoy frees nobody
        below.tag = "VBD"
        top.reattach(below, "nsubj")
        top = below
    if second.head is not second:
        top.reattach(second.head, second.dep)
    elif top is not first:
        top.reattach(top, "ROOT")
    return top.head is not second
