"""Names across articles: spellings and transliterations of one name compare alike, surnames alone never do."""

from __future__ import annotations

import re
from functools import lru_cache

from reportedly.lexicons.actors import fold

# What stands before an Arabic name and comes and goes in transliteration.
ARTICLES = frozenset("al el ul as ad ar an ash at az the a".split())
_SERVANT = re.compile(r"^abd(?:ul|al|el|ool)?$")
# Letters that transliterations from Arabic, Persian, Russian and others use for one sound, longest first.
_SOUNDS = (("sch", "s"), ("tch", "c"), ("kh", "h"), ("gh", "g"), ("sh", "s"), ("ch", "c"), ("th", "t"), ("dh", "d"), ("ph", "f"), ("zh", "z"), ("dj", "j"), ("ck", "k"), ("q", "k"), ("w", "v"), ("x", "ks"))
_VOWELS = re.compile("[aeiouy]+")
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 16)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words that tell a name, folded, without articles; "Abdul Qadir" is one word as "Abdulqadir" is.

    >>> name_words("Abdul Qadir al-Mutayri")
    ('abdulqadir', 'mutayri')
    """
    out: list[str] = []
    for word in fold(name):
        if out and _SERVANT.match(out[-1]):
            out[-1] += word
        elif word not in ARTICLES or (_SERVANT.match(word) is not None):
            out.append(word)
    return tuple(out) or fold(name)


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """Return the consonants of a word, the same for its transliterations: Youssef, Yusuf; Harbi, Harby; Soudani, Sudani.

    >>> skeleton("youssef") == skeleton("yusuf"), skeleton("mohammed") == skeleton("muhammad")
    (True, True)
    """
    first, rest = word[:1], word[1:]
    for letters, sound in _SOUNDS:
        rest, word = rest.replace(letters, sound), word.replace(letters, sound)
    first = word[:1]
    bare = ("" if first in "aeiou" else first.replace("j", "y")) + _VOWELS.sub("", word[1:])
    bare = _DOUBLE.sub(r"\1", bare)
    return (bare[:-1] if len(bare) > 2 and bare.endswith("h") else bare) or word[:1]


@lru_cache(maxsize=1 << 16)
def words_match(a: str, b: str) -> bool:
    """Whether two words may be spellings of one name word."""
    if a == b:
        return True
    if min(len(a), len(b)) < 3 or skeleton(a) != skeleton(b):
        return False
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(a, b) >= 0.5


@lru_cache(maxsize=1 << 16)
def full_names_match(a: str, b: str) -> bool:
    """Whether two full names (two words or more each) may be one person's: the shorter one's words, its first included, stand in the longer one in order.

    >>> full_names_match("Mohammed Shia al-Sudani", "Mohamed Al-Soudani"), full_names_match("Ali al-Sudani", "Mohammed al-Sudani")
    (True, False)
    """
    short, long = sorted((name_words(a), name_words(b)), key=len)
    if len(short) < 2 or not words_match(short[0], long[0]):
        return False
    place = 0
    for word in short:
        while place < len(long) and not words_match(word, long[place]):
            place += 1
        if place == len(long):
            return False
        place += 1
    return True


@lru_cache(maxsize=1 << 16)
def group_names_match(a: str, b: str) -> bool:
    """Whether two names of groups are spellings of one: word for word, in order."""
    one, other = name_words(a), name_words(b)
    return len(one) == len(other) and all(map(words_match, one, other))
