"""Craft: ships and aircraft, which the text calls now by name and now by kind; a helper of parties.py."""

from __future__ import annotations

from reportedly.analysis import Analysis, Entity, Mention, Token
from reportedly.coding.grammar.syntax import is_definite
from reportedly.lexicons.word_lists import word_list

_KINDS = (word_list("craft.ships"), word_list("craft.aircraft"))
_PREFIXES = word_list("ship_prefixes")
_MERCHANT = frozenset({"MV"})  # any other prefix is a navy's


def craft_meant(analysis: Analysis, token: Token, *, bare: bool) -> Entity | None:
    """Return the ship or aircraft that a word for one means: the one named beside it ("a Greek tanker, the [Nivola]") or, where nothing else describes it, the one told of before."""
    kind = next((k for k in _KINDS if token.lemma in k), None)
    if kind is None:
        return None
    return _named_beside(analysis, token) or (_told_before(analysis, token, kind) if bare and is_definite(token) else None)


def _named_beside(analysis: Analysis, token: Token) -> Entity | None:
    named = (analysis.mention_at.get(c.i) for c in token.children if c.dep == "appos")
    return next((m.entities[0] for m in named if m is not None and m.kind == "name" and m.entities), None)


def _told_before(analysis: Analysis, token: Token, kind: frozenset[str]) -> Entity | None:
    """Return what "the vessel", "the plane" goes back to: the last that was named, else the last that was described."""
    before = [m for m in reversed(analysis.mentions) if m.first < token.i and m.entities]
    named = next((m for m in before if m.kind == "name" and _is_craft(m, kind)), None)
    told = named or next((m for m in before if m.kind == "description" and m.head.lemma in kind and not m.plural and " " in m.name), None)
    return told.entities[0] if told is not None else None


def _is_craft(name: Mention, kind: frozenset[str]) -> bool:
    """Whether a name is a ship's: by its prefix, or because a word for one stands beside it."""
    if (prefix := name.name.split()[0]) in _PREFIXES:
        return prefix in _MERCHANT  # a navy's stops "the dhow"
    if name.person or name.entry is not None:
        return False
    head = name.head
    if any(c.lemma in kind for c in head.children if c.dep == "appos" or (c.dep in ("compound", "nmod") and c.i == name.first - 1)):
        return True  # "the tanker [Nivola]", "the [Nivola], a tanker"
    return (head.dep == "appos" or (head.dep == "compound" and name.rule != "place")) and head.head.lemma in kind


def is_ships(mention: Mention) -> bool:
    """Whether what the recogniser took for a place is the name of a ship that the article calls one elsewhere: "USS Stark Bay ... [Stark Bay] stopped a dhow"."""
    return any(m.kind == "name" and m.name.split()[0] in _PREFIXES for e in mention.entities for m in e.mentions)
