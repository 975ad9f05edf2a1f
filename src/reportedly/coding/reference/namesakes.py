"""Namesakes in office: "The Prime Minister met Iraqi Prime Minister Haidar Jabr" tells of two; a helper of linking.py."""

from __future__ import annotations

from reportedly.analysis import Analysis, Entity, Mention, Token
from reportedly.coding.grammar.syntax import is_verb
from reportedly.coding.reference.descriptions import SYNONYMS
from reportedly.coding.reference.naming import entity_role, name_words

_BESIDE = frozenset({"with", "to", "by"})


def office_words(mention: Mention) -> str:
    """Return the office that a bare description names, "" where it names none or says whose: "the PM" is the prime minister, "the Iraqi premier" another."""
    if not mention.person or mention.plural or any(c.dep in ("poss", "prep", "relcl", "acl", "appos") or (c.dep == "amod" and c.i < mention.head.i) for c in mention.head.children):
        return ""
    name = mention.name.casefold()
    return SYNONYMS.get(name, name)


def namesakes_in_office(analysis: Analysis) -> dict[str, Entity]:
    """Return a new actor for each bare office whose bearer meets somebody named with the same one, by the words of the office."""
    out: dict[str, Entity] = {}
    for mention in analysis.mentions:
        if mention.kind != "description" or mention.apposed is not None or not (office := office_words(mention)) or office in out:
            continue
        if any(_bears(other, office) for other in _others(analysis, mention)):
            names = [m.name for m in analysis.mentions if m.kind == "description" and office_words(m) == office]
            out[office] = Entity(name=max(names, key=len), person=True)
            analysis.entities.append(out[office])
    return out


def _others(analysis: Analysis, mention: Mention) -> list[Mention]:
    """Return those named as the other parties of the verb, or the meeting, that a description is a party of."""
    top = mention.head.head
    if is_verb(top):
        if mention.head.dep not in ("nsubj", "dobj"):
            return []
        tokens = [t for c in top.children if c is not mention.head for t in ([c] if c.dep in ("dobj", "nsubj") else [g for g in c.children if g.dep == "pobj"] if c.dep == "prep" and c.lower in _BESIDE else [])]
        tokens += _with(top.child("dobj")) if mention.head.dep == "nsubj" else []
    else:
        tokens = _with(top) if mention.head.dep in ("compound", "nmod", "poss") else []
    return [m for t in tokens if (m := analysis.mention_at.get(t.i)) is not None and m is not mention]


def _with(noun: Token | None) -> list[Token]:
    return [g for c in noun.children if c.dep == "prep" and c.lower in _BESIDE for g in c.children if g.dep == "pobj"] if noun is not None else []


def _bears(other: Mention, office: str) -> bool:
    """Whether somebody is named with an office and a land of his own."""
    if other.kind == "name" and other.person and other.entities:
        role = entity_role(other.entities[0]) or other.role or ""
        return set(office.split()) <= set(name_words(role))
    return False
