"""Times: calendar expressions of the text and the days they mean.

Reads tokens; writes times. One pass looks every word up among the triggers; what the words around a trigger make is in
time_dates.py, time_names.py and time_counts.py, the arithmetic in calendar_rules.py, which act an expression belongs to in
time_choice.py, and the spans between two dates that an act fills in time_spans.py.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable

from reportedly.analysis import Analysis, Sentence, Token
from reportedly.coding.calendar.calendar_rules import Context, Interval
from reportedly.coding.calendar.time_choice import entry_time, time_for
from reportedly.coding.calendar.time_counts import match_near, match_part, match_unit, match_weekend
from reportedly.coding.calendar.time_dates import match_decade_word, match_digit, match_mid_year
from reportedly.coding.calendar.time_names import match_holiday, match_month, match_season, match_weekday
from reportedly.coding.calendar.time_tense import look
from reportedly.coding.calendar.time_view import Found, View
from reportedly.lexicons.time_words import TimeWords, load_times
from reportedly.records import Time

__all__ = ["Times", "entry_time", "load_times", "time_for"]

_MATCHERS: dict[str, Callable[[View, int], Found | None]] = {
    "month": match_month, "weekday": match_weekday, "season": match_season, "unit": match_unit, "weekend": match_weekend, "decade": match_decade_word,
    "near": match_near, "part": match_part, "famous": match_digit, "holiday": match_holiday,
}  # fmt: skip


_ISSUED = frozenset({"we", "our"})  # a statement of somebody, no history
_OPENING = 4  # sentences, the headline among them
_YEARS_BACK = 2
_MONTH = 31  # days


class Times:
    """Find and date the calendar expressions of one article."""

    reads, writes = ("tokens", "sentences", "quotations"), ("times",)

    def __init__(self, words: TimeWords | None = None) -> None:
        self.words = words or load_times()

    def __call__(self, analysis: Analysis) -> None:
        published = analysis.article.published
        dating = _Dating(self.words, datetime.date.fromisoformat(published[:10]) if published else None)
        timeless = not any(self.words.triggers.get(t.lower) in ("weekday", "near") or (t.lower in _ISSUED and _is_unquoted(analysis, t)) for t in analysis.tokens)
        for sentence in analysis.sentences:
            dating.beside = None
            for found in self._find(analysis, sentence):
                analysis.times.append(dating.date(analysis, found))
            if timeless and sentence.i < _OPENING and dating.tells_of_the_past():
                dating.history = True
            if dating.opening is None and sentence.i < _OPENING and dating.anchor is not None:
                dating.opening = dating.anchor[0].year

    def _find(self, analysis: Analysis, sentence: Sentence) -> list[Found]:
        """Return the expressions of a sentence in text order; the first to claim a word keeps it."""
        tokens, triggers = analysis.tokens, self.words.triggers
        out: list[Found] = []
        view: View | None = None
        for token in sentence.tokens:
            word = token.lower
            kind = triggers.get(word)
            if kind is None and not word[0].isdigit() and word[:4] != "mid-":
                continue
            if view is None:
                view = View(tokens, analysis.text, self.words, token.sent.tokens[0].i, sentence.tokens[-1].i + 1)
            if token.i < view.begin:
                continue
            match = _MATCHERS[kind] if kind is not None else match_digit if word[0].isdigit() else match_mid_year
            found = match(view, token.i)
            if found is not None:
                out.append(found)
                view.begin = found.last + 1
        return out


def _is_unquoted(analysis: Analysis, token: Token) -> bool:
    return analysis.quotation_at(token.start) is None


def _end(token: Token) -> int:
    """Return where a token ends, leaving out the mark of a note that clings to a year."""
    return token.start + 4 if "[" in token.text and token.text[:4].isdecimal() else token.end


class _Dating:
    """Dates expressions one after another, remembering what the text named last."""

    def __init__(self, words: TimeWords, reference: datetime.date | None) -> None:
        self.words, self.reference = words, reference
        self.beside: Interval | None = None  # the last interval of the same sentence
        self.anchor: Interval | None = None
        self.anchor_day: datetime.date | None = None
        self.history = False
        self.opening: int | None = None  # the year the text opens with

    def tells_of_the_past(self) -> bool:
        """Whether the last date named lies years before publication, as in an encyclopedia."""
        return self.reference is not None and self.anchor is not None and self.reference.year - self.anchor[1].year >= _YEARS_BACK

    def year_told_of(self) -> int | None:
        """Return the year of a date that names none in a history: the one named last, but that of the opening after a bare year further back ("had rebelled in 2011")."""
        if not self.history or self.anchor is None:
            return None
        bare = (self.anchor[1] - self.anchor[0]).days > _MONTH and self.opening is not None and self.anchor[1].year < self.opening
        return self.opening if bare else self.anchor[0].year

    def date(self, analysis: Analysis, found: Found) -> Time:
        last: Token = analysis.tokens[found.last]
        context = Context(self.reference, self.anchor, self.anchor_day, self.beside, lambda: look(analysis, found.first, found.last, self.words), self.year_told_of())
        try:
            interval = found.resolve(context)
        except (ValueError, OverflowError):  # no such day in the calendar, or beyond its end
            interval = None
        if interval is not None:
            self.anchor = self.beside = interval
            if interval[0] == interval[1]:
                self.anchor_day = interval[0]
        start, end = (interval[0].isoformat(), interval[1].isoformat()) if interval is not None else (None, None)
        return Time(id=f"t{len(analysis.times) + 1}", span=(analysis.tokens[found.first].start, _end(last)), start=start, end=end, rule=found.rule)
