"""Small numbers by which people told of before are meant: "the five", "the two fighters"."""

from __future__ import annotations

_WORDS = "two three four five six seven eight nine ten eleven twelve".split()
NUMBER_WORDS = {**{word: n for n, word in enumerate(_WORDS, 2)}, **{str(n): n for n in range(2, 100)}}
