"""Gender: what the words of the article say of whether a person is "he" or "she"; a helper of linking.py.

What is written counts: a title, a noun, a pronoun linked before; a first name only where nothing else tells.
"""

from __future__ import annotations

from reportedly.analysis import Analysis, Entity, Mention
from reportedly.lexicons.word_lists import word_list

_HE = word_list("gender.he")
_SHE = word_list("gender.she")


def contradicts(analysis: Analysis, pronoun: Mention, entity: Entity) -> bool:
    """Whether "he" or "she" cannot mean a person of whom the article has said otherwise."""
    said = _of_word(pronoun.name.lower())
    if said is None:
        return False
    told = [found for m in entity.mentions if (found := _of_mention(analysis, m)) is not None]
    return any(found != said for found in told or (m.gender for m in entity.mentions if m.gender is not None))


def gender_of(analysis: Analysis, entity: Entity) -> str | None:
    """Return "he" or "she" as the article calls a person, by a first name where nothing else tells."""
    told = (found for m in entity.mentions if (found := _of_mention(analysis, m)) is not None)
    return next(told, None) or next((m.gender for m in entity.mentions if m.gender is not None), None)


def _of_mention(analysis: Analysis, mention: Mention) -> str | None:
    if mention.plural:
        return None
    if mention.kind == "pronoun":
        return _of_word(mention.name.lower())
    words = [mention.head.lemma.lower()] if mention.kind == "description" else []
    if mention.kind == "name" and mention.first > mention.head.sent.tokens[0].i:
        words.append(analysis.tokens[mention.first - 1].lower.rstrip("."))
    words.append(analysis.tokens[mention.first].lower.rstrip("."))
    return next((found for w in words if (found := _of_word(w)) is not None), None)


def _of_word(word: str) -> str | None:
    return "he" if word in _HE else "she" if word in _SHE else None
