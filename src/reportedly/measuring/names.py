"""Names: whether two names denote one actor, and how far two lists of names agree.

The gold names an actor as fully as the article does, and a coder may do so a little differently ("the Iraqi PM", "Iraqi PM"): names are
compared by their words. Two names are the same when their words are, when the words of one are all in the other and one of them tells
(more than a title or "group"), or when at least half of all their words are shared and one of these tells.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

# Words that many actors share: two names with only these in common are two actors.
GENERIC = frozenset(
    "the a an of in at and for to from by its his her their other some several many dozens hundreds thousands "
    "mr mrs ms dr prof sir president minister prime foreign secretary general gen lt col brig brigadier spokesman spokesperson spokeswoman "
    "official officials leader leaders commander chief head senior deputy former then late group groups force forces movement "
    "people men members fighters soldiers troops government armed state city province".split()
)
_LEFT_OUT = frozenset("the a an of al el".split())
_ONE_FORM = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        (r"['’`]s\b", ""),
        (r"\b(?:u\.?s\.?a?\.?|united states(?: of america)?|american)\b\.?", "us"),
        (r"\b(?:u\.?k\.?|united kingdom|british|britain)\b\.?", "uk"),
        (r"\b(?:isil|isis|daesh|da'esh|islamic state(?: (?:of|in) iraq(?: and (?:the )?(?:levant|syria))?)?)\b", "is"),
    )
)


@lru_cache(maxsize=1 << 16)
def name_words(name: str) -> frozenset[str]:
    """Return the words of a name for comparing: lower case, no diacritics, no articles, one form for a few names with many."""
    text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    for pattern, form in _ONE_FORM:
        text = pattern.sub(form, text)
    return frozenset(re.findall(r"[a-z0-9]+", text)) - _LEFT_OUT


def same_name(one: str, other: str) -> bool:
    """Whether two names denote one actor (or place).

    >>> same_name("General Omar Seydou", "Seydou"), same_name("the rebel group", "armed groups")
    (True, False)
    """
    a, b = name_words(one), name_words(other)
    if not a or not b:
        return False
    if a == b:
        return True
    shared = a & b
    if not shared - GENERIC:
        return False
    return shared in (a, b) or len(shared) / len(a | b) >= 0.5


def pair_names(gold: Sequence[str], coded: Sequence[str]) -> tuple[list[tuple[str, str]], list[str], list[str]]:
    """Return the names that both lists have, one to one, then those only in the first and those only in the second."""
    left, pairs, missed = list(coded), [], []
    for name in gold:
        hit = next((other for other in left if same_name(name, other)), None)
        if hit is None:
            missed.append(name)
        else:
            left.remove(hit)
            pairs.append((name, hit))
    return pairs, missed, left


def agrees(gold: Sequence[str], coded: Sequence[str]) -> bool:
    """Whether two lists have a name in common, or are both empty."""
    return (not gold and not coded) or bool(pair_names(gold, coded)[0])
