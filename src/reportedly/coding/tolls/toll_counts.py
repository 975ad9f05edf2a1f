"""Toll counts: how many people a noun phrase counts, with the words that count them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.analysis import Analysis, Token
from reportedly.lexicons.toll_words import Bounds, TollWords

_SINGULAR_PRONOUNS = frozenset({"he", "him", "she", "her", "himself", "herself", "another"})
_JOINTS = frozenset({"and", "to", "or", "-", "\u2013"})
_FRACTION = frozenset({"-", "percent", "%", "per", "thirds", "quarters"})
_DECIMAL = re.compile(r"\d{1,4}\.\d{1,3}$")
_SOME = frozenset({"several", "many", "few"})
_LONGEST_BOUND = 3
_LIMIT = 1_000_000_000  # more people than anything counts: a figure beyond it is no toll


@dataclass(slots=True)
class Count:
    """A number of people: lowest and highest (None when unbounded) and the tokens that say so."""

    low: int | None
    high: int | None
    first: int
    last: int


class Counter:
    """Reads counts of one article."""

    def __init__(self, analysis: Analysis, words: TollWords) -> None:
        self.analysis, self.words, self.tokens = analysis, words, analysis.tokens

    def of_people(self, nouns: list[Token], *, singles: bool = True) -> Count | None:
        """Return how many people coordinated nouns are: "two soldiers and a civilian" are three, "13 women and children" thirteen.

        Without ``singles`` somebody named or described alone is no count.
        """
        if not singles and all(self._number_of(noun) is None and self._members(noun) is None for noun in nouns):
            return None
        total: Count | None = None
        for noun in nouns:
            count = self.of(noun)
            if count is None and total is not None and noun.tag in ("NNS", "NNPS"):
                continue  # one number for all of them
            if count is None:
                return Count(total.low, None, total.first, total.last) if total is not None else None
            total = count if total is None else _added(total, count)
        return total

    def of(self, noun: Token) -> Count | None:
        """Return how many people one noun phrase is: its number, or one for a singular person."""
        number = self._number_of(noun)
        if number is None and (members := self._members(noun)) is not None:
            return members
        if number is None:
            return self._one(noun)
        lemma = noun.lemma.lower()
        count = self.at(number) if lemma not in self.words.lists["thing"] else None
        if count is not None and lemma in self.words.lists["several people"]:
            count.high = None  # 5,000 families are 5,000 people at least
        return count

    def _members(self, noun: Token) -> Count | None:
        """Return how many a group is said to be of: "a family of five", "a group of twelve pilgrims"."""
        if noun.lemma.lower() not in self.words.lists["collective"]:
            return None
        of = next((g for c in noun.children if c.dep == "prep" and c.lower == "of" for g in c.children if g.dep == "pobj"), None)
        return self.of(of) if of is not None and self._number_of(of) is not None else None

    def _number_of(self, noun: Token) -> Token | None:
        if noun.dep == "pobj" and noun.lower.isdecimal() and len(noun.lower) == 4 and noun.lower[:2] in ("15", "16", "17", "18", "19", "20"):
            return None  # "the massacre of [1921]": a year
        if self._is_number(noun):
            return noun
        for child in noun.children:
            if child.i < noun.i and (child.dep in ("nummod", "amod", "det", "quantmod", "compound", "nmod")) and self._is_number(child) and child.lower not in ("a", "an"):
                return child
        return None

    def _is_number(self, token: Token) -> bool:
        return self._plain(token.lower) is not None or token.lower in self.words.vague or token.lower in self.words.scales or _range_of(token.lower) is not None

    def _plain(self, word: str) -> int | None:
        figure = word.replace(",", "")
        if figure.isdecimal():
            return int(figure) if len(figure) < 10 else None
        return self.words.times.number(word) if word not in ("a", "an", "couple") else None

    def _one(self, noun: Token) -> Count | None:
        """Return one for a person named or described in the singular."""
        mention = self.analysis.mention_at.get(noun.i)
        known = mention is not None and mention.kind == "name" and mention.entity is not None and mention.entity.person is True
        named = known or (noun.ent is not None and noun.ent.label == "PERSON")
        if noun.lower in _SINGULAR_PRONOUNS:
            return Count(1, 1, noun.i, noun.i)
        if noun.tag not in ("NN", "NNP") or noun.lemma.lower() in self.words.lists["collective"]:
            return None
        if mention is not None and (mention.plural or (mention.person is False and not named)):
            return None
        if mention is None and self.analysis.mentions:
            return None  # where actors were looked for, what is none is no person
        if noun.tag == "NNP" and not named and (mention is None or mention.person is False):
            return None
        if noun.tag == "NN" and not any(c.dep in ("det", "poss", "appos") or c.tag == "NNP" for c in noun.children) and (mention is None or not mention.person):
            return None
        if any(c.dep == "det" and c.lower in ("no", "every", "each", "any") for c in noun.children):
            return None
        if noun.sent.tokens[0].i < noun.i and any(c.i > 0 and c.dep == "det" and self.tokens[c.i - 1].lower == "not" for c in noun.children):
            return None  # "not a single person"
        first = min([noun.i, *(c.i for c in noun.children if c.i < noun.i and c.dep in ("det", "compound", "amod", "poss", "nummod", "nmod") and c.lower != "the")])
        return Count(1, 1, first, noun.i)

    def at(self, number: Token) -> Count | None:
        """Return the count of the number phrase around a number word: its range, scale and bound."""
        first, last = self._extent(number)
        if last < number.sent.tokens[-1].i and self.tokens[last + 1].lower in _FRACTION:
            return None
        low, high = self._value(first, last)
        if (low is None and high is None) or max(low or 0, high or 0) > _LIMIT:
            return None
        count = Count(low, high, first, last)
        return self._range(count, number.sent.tokens[0].i, number.sent.tokens[-1].i) or self._bounded(count, number.sent.tokens[0].i)

    def _range(self, count: Count, begin: int, end: int) -> Count | None:
        """Return the range a number is one end of: "between 10 and 12", "10 to 12", "two or three"."""
        for joint, other in ((count.first - 1, count.first - 2), (count.last + 1, count.last + 2)):
            if not begin < joint < end or self.tokens[joint].lower not in _JOINTS or self._plain(self.tokens[other].lower) is None:
                continue
            first, last = self._extent(self.tokens[other])
            low, high = sorted([(count.low or 0, count.first, count.last), (self._value(first, last)[0] or 0, first, last)])
            start, stop = min(low[1], high[1]), max(low[2], high[2])
            between = start > begin and self.tokens[start - 1].lower == "between"
            if low[1] < high[1] and low[0] < high[0] and (between or self.tokens[joint].lower != "and"):
                return Count(low[0], high[0], start - between, stop)
        return None

    def _extent(self, number: Token) -> tuple[int, int]:
        """Return the first and last token of the number a number word belongs to."""
        begin, end = number.sent.tokens[0].i, number.sent.tokens[-1].i
        first = last = number.i
        while last < end and self._goes_on(last + 1):
            last += 1
        while first > begin and self._goes_on(first):
            first -= 1
        if first - 2 >= begin and f"{self.tokens[first - 2].lower} of {self.tokens[first].lower}" in self.words.vague and self.tokens[first - 1].lower == "of":
            return first - 2, last
        if last + 2 <= end and f"{self.tokens[last].lower} of {self.tokens[last + 2].lower}" in self.words.vague and self.tokens[last + 1].lower == "of":
            return first, last + 2
        if first > begin and self.tokens[first - 1].lower in ("a", "an") and (self.tokens[first].lower in self.words.scales or self.tokens[first].lower in self.words.vague):
            first -= 1
            first -= first > begin and self.tokens[first - 1].lower == "half"
        if first > begin and self.tokens[first].lower in self.words.scales and self.tokens[first - 1].lower in _SOME:
            first -= 1  # "several hundred"
        return first, last

    def _goes_on(self, i: int) -> bool:
        """Whether a token continues the number before it: "two hundred", "forty-one", "2.5 million"."""
        word, before = self.tokens[i].lower, self.tokens[i - 1].lower
        if word == "-" or before == "-":
            tens, ones = (i - 1, i + 1) if word == "-" else (i - 2, i)
            value = self._plain(self.tokens[tens].lower) or 0
            return tens >= 0 and ones < len(self.tokens) and value in range(20, 100, 10) and (self._plain(self.tokens[ones].lower) or 10) < 10
        is_counted = self._plain(before) is not None or before in self.words.scales or _DECIMAL.match(before) is not None
        return is_counted and (word in self.words.scales or (before in self.words.scales and self._plain(word) is not None))

    def _value(self, first: int, last: int) -> Bounds:
        words = [t.lower for t in self.tokens[first : last + 1] if t.lower != "-"]
        phrase = " ".join(words)
        for known in (phrase, phrase.removeprefix("a "), phrase.removeprefix("the ")):
            if known in self.words.vague:
                return self.words.vague[known]
        if len(words) == 2 and words[0] in _SOME and words[1] in self.words.scales:
            return 2 * self.words.scales[words[1]], None
        if len(words) == 1 and (pair := _range_of(words[0])):
            return pair
        value = self._product(words)
        return value, value

    def _product(self, words: list[str]) -> int | None:
        """Return the number that figures, number words and factors make: "two hundred and five", "1.5 million"."""
        total: float = 0
        current: float = 0
        for word in words:
            plain = 1 if word in ("a", "an") else self._plain(word)
            if plain is not None:
                current += plain
            elif _DECIMAL.match(word):
                current += float(word)
            elif word in self.words.scales:
                current = max(current, 1) * self.words.scales[word]
                if self.words.scales[word] >= 1000:
                    total, current = total + current, 0
            else:
                return None
        whole = round(total + current)
        return whole if whole and whole == total + current else None

    def _bounded(self, count: Count, begin: int) -> Count:
        """Widen a count by the words before it: "at least", "up to", "about"."""
        softened = True
        while softened:
            softened = False
            for length in range(_LONGEST_BOUND, 0, -1):
                start = count.first - length
                bound = self.words.bounds.get(tuple(t.lower for t in self.tokens[start : count.first])) if start >= begin else None
                if bound is None:
                    continue
                count.first = start
                if bound == "low":
                    count.high = None
                elif bound == "high":
                    count.low, count.high = None, count.high
                softened = bound == "about"
                break
        return count


def _range_of(word: str) -> Bounds | None:
    """Read "10-12" written with a dash the tokenizer does not split."""
    low, dash, high = word.replace("\u2014", "\u2013").partition("\u2013")
    return (int(low), int(high)) if dash and low.isdecimal() and high.isdecimal() and len(word) < 12 and int(low) < int(high) else None


def _added(a: Count, b: Count) -> Count:
    low = (a.low or 0) + (b.low or 0) if a.low is not None or b.low is not None else None
    return Count(low, a.high + b.high if a.high is not None and b.high is not None else None, min(a.first, b.first), max(a.last, b.last))
