"""What the matchers of calendar expressions see of a sentence, and what they return."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from reportedly.analysis import Token
from reportedly.coding.calendar.calendar_rules import Context, Interval
from reportedly.lexicons.time_words import TimeWords

Resolve = Callable[[Context], Interval | None]

_DAY = re.compile(r"([0-3]?\d)(?:st|nd|rd|th)?$")
_YEAR = re.compile(r"(1\d\d\d|20\d\d)(?:[.,]?\[.*)?$")  # a note's number may cling to it: "2008.[1"


@dataclass(slots=True)
class Found:
    """An expression: its first and last token (indices), the rule that found it, and how to date it."""

    first: int
    last: int
    rule: str
    resolve: Resolve


class View:
    """The tokens of one sentence as matchers see them; words before ``begin`` are taken by earlier expressions."""

    __slots__ = ("begin", "end", "sentence", "text", "tokens", "words")

    def __init__(self, tokens: list[Token], text: str, words: TimeWords, begin: int, end: int) -> None:
        self.tokens, self.text, self.words, self.begin, self.end = tokens, text, words, begin, end
        self.sentence = begin

    def low(self, i: int) -> str:
        return self.tokens[i].lower if self.begin <= i < self.end else ""

    def is_in(self, i: int, kind: str) -> bool:
        return self.low(i) in self.words.lists[kind]

    def value(self, i: int, kind: str) -> int | None:
        return self.words.numbers[kind].get(self.low(i))

    def day(self, i: int) -> int | None:
        match = _DAY.match(self.low(i))
        return int(match[1]) if match and 0 < int(match[1]) < 32 else None

    def is_year_word(self, i: int) -> bool:
        """Whether a token, taken or not, is four figures that may be a year."""
        return _YEAR.match(self.tokens[i].lower) is not None

    def year(self, i: int) -> int | None:
        match = _YEAR.match(self.low(i))
        return int(match[1]) if match else None

    def month(self, i: int) -> int | None:
        """Return the month a capitalised word names."""
        found = self.words.numbers["month"].get(self.low(i))
        return found if found is not None and self.tokens[i].text[0].isupper() else None

    def after_dot(self, i: int) -> int:
        """Return the index after a token and the stop the tokenizer may have split from it."""
        return i + 2 if self.low(i + 1) == "." and i + 2 < self.end else i + 1
