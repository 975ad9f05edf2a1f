"""Cataphora: who is described first and named later; a helper of linking.py.

News tells the office first and the name in the next sentence: "a regional commissioner said ... Commissioner Halima Juma told", "A former
councillor has been jailed. Graham Pell, 58, ...".
"""

from __future__ import annotations

from collections.abc import Callable

from reportedly.analysis import Analysis, Entity, Mention, Sentence
from reportedly.coding.lists import SAYING
from reportedly.lexicons.actors import fold

_NEXT = 3  # sentences after an indefinite description in which its name must come
LOWER = frozenset({"vice", "deputy", "assistant", "under"})  # words that make another office of one
_LEAD = 6  # sentences of an article in which somebody is told of before being named with an age
_SYNONYMS = {"envoy": ("envoy", "ambassador", "representative"), "premier": ("premier", "minister"), "pm": ("minister",), "spokeswoman": ("spokesman", "spokesperson", "spokeswoman"), "spokesman": ("spokesman", "spokesperson")}


def named_later(analysis: Analysis, mention: Mention, role_of: Callable[[Entity], str | None], *, definite: bool) -> Entity | None:
    """Return the one person named after a description whose office it is."""
    if not mention.person or mention.plural or mention.head.child("poss", "appos") is not None:
        return None
    found = _by_role(analysis, mention, role_of, definite=definite) if mention.head.child("relcl") is None else None
    return found or (None if definite else _by_age(analysis, mention))


def _by_role(analysis: Analysis, mention: Mention, role_of: Callable[[Entity], str | None], *, definite: bool) -> Entity | None:
    if not definite and not (mention.head.dep == "nsubj" and mention.head.head.lemma in SAYING):
        return None
    noun = mention.head.lemma.lower()
    nouns = _SYNONYMS.get(noun, (noun,))
    here, last = mention.head.sent.i, None if definite else mention.head.sent.i + _NEXT
    bearers = []
    for entity in analysis.entities:
        role = {w for r in (role_of(entity), *(m.role for m in entity.mentions)) for w in fold(r or "")} if entity.person else set()
        named = [m for m in entity.mentions if m.kind == "name"] if any(n in role for n in nouns) else []
        first = min((m.head.sent.i for m in named), default=None)
        if first is None or first <= here or (last is not None and first > last):
            continue
        if _fits(analysis, mention, entity, role):
            bearers.append(entity)
    return bearers[0] if len(bearers) == 1 else None


def _fits(analysis: Analysis, mention: Mention, entity: Entity, role: set[str]) -> bool:
    """Whether the words before a description do not tell of somebody else: another state, another body."""
    known = role | {w for m in entity.mentions for w in fold(m.affiliation or "")}
    if (LOWER & set(fold(mention.name))) - known:
        return False  # "the Vice President" is no president
    for word in mention.head.children:
        if word.dep == "prep" and word.lower in ("of", "for") and word.i > mention.head.i and not {w for t in word.subtree() if t.pos in ("NOUN", "PROPN") for w in fold(t.text)} <= known:
            return False  # "the Secretary of Defense" is no press secretary
        if word.i > mention.head.i or word.dep not in ("amod", "compound", "nmod"):
            continue
        other = analysis.mention_at.get(word.i)
        country = other.country if other is not None else None
        if country is not None:
            if country not in {m.country for m in entity.mentions if m.country} | {country if not any(m.country for m in entity.mentions) else None}:
                return False
        elif word.dep != "amod" and not set(fold(word.text)) <= known:
            return False
    return True


def _by_age(analysis: Analysis, mention: Mention) -> Entity | None:
    """Return the person with an age whom a sentence near the top begins with, when what stands before tells of one unnamed: "Graham Pell, 58, ..."."""
    if mention.head.dep not in ("nsubj", "nsubjpass") or mention.head.head.dep != "ROOT" or mention.head.sent.i >= _LEAD:
        return None
    for sentence in analysis.sentences[mention.head.sent.i + 1 : _LEAD]:
        if sentence.block.kind in ("paragraph", "list") and (person := _aged(sentence)) is not None:
            entity = person.entities[0]
            return entity if all(m.head.sent.i >= sentence.i for m in entity.mentions if m.kind == "name") else None
    return None


def _aged(sentence: Sentence) -> Mention | None:
    name = next((m for m in sentence.mentions if m.kind == "name" and m.person and m.entities), None)
    first = sentence.tokens[0].i
    if name is None or name.first != first:
        return None
    after = sentence.tokens[name.last + 1 - first : name.last + 4 - first]
    return name if len(after) == 3 and after[0].text == after[2].text == "," and after[1].text.isdigit() and 14 <= int(after[1].text) <= 99 else None
