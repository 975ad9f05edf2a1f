"""The event nouns that a clause with "in which" or "during which" tells more of: "an attack in which two were killed"."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import DEPTH, is_verb


def _occasion(verb: Token) -> Token | None:
    """Return the noun that a clause tells of with "in which" or "during which": "an attack in which two were killed"."""
    while verb.dep == "conj" and is_verb(verb.head):
        verb = verb.head
    if verb.dep != "relcl":
        return None
    for child in verb.children:
        if child.dep == "prep" and child.lower in ("in", "during") and any(g.lower == "which" for g in child.children):
            return verb.head
    return None


def occasions(verb: Token) -> Iterator[Token]:
    """Yield the nouns that a clause with "in which" may tell of, the nearest first: the parser hangs the clause on the nearest, "the raid in Oran in which"."""
    noun = _occasion(verb)
    for _ in range(DEPTH):
        if noun is None:
            return
        if not is_verb(noun):
            yield noun
        elif noun.dep != "acl":
            if (thing := noun.child("dobj", "nsubjpass")) is not None and thing.i < verb.i:
                yield thing  # "condemned the raid in Oran in which": hung on the verb
            return
        noun = noun.head.head if noun.dep == "pobj" else noun.head if noun.dep in ("appos", "conj", "acl") or (noun.dep == "dobj" and noun.head.dep == "acl") else None
