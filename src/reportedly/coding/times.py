"""Times: calendar expressions of the text and the days they mean.

Reads tokens, sentences; writes times. The patterns and their arithmetic are in calendar_rules.py; this module decides where they apply and
which clause an expression belongs to.
"""

from __future__ import annotations

import datetime
import re

from reportedly.analysis import Analysis, Sentence, Token
from reportedly.coding.calendar_rules import HOLIDAYS, MONTHS, RULES, WEEKDAYS, Context, Interval, Rule
from reportedly.coding.syntax import climb_partitive, is_verb
from reportedly.records import Span, Time
from reportedly.sentences import plain

# A sentence without any of these words or a figure holds no calendar expression: the patterns are not tried.
_TRIGGERS = frozenset([
    *MONTHS, *WEEKDAYS, *(w + "s" for w in WEEKDAYS), *(h.split()[0] for h in HOLIDAYS), "yesterday", "today", "tonight", "tomorrow", "night", "morning", "afternoon", "evening",
    "day", "days", "week", "weeks", "month", "months", "year", "years", "decade", "decades", "century", "centuries", "quarter", "weekend", "spring", "summer", "autumn", "fall",
    "winter", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties",
])  # fmt: skip
_YEAR_BEFORE = frozenset("in since by until till of from during before after to for early late mid around circa through between and or than ( , the a an this until's".split())
_NOT_A_YEAR = frozenset("resolution no. number flight page room route highway model chapter section article verse channel boeing airbus $ # about some nearly almost over".split())
_COUNTED = frozenset({"NNS"})
_FUTURE = frozenset({"will", "shall", "'ll", "would"})


class Times:
    """Find and date the calendar expressions of one article."""

    reads, writes = ("tokens", "sentences"), ("times",)

    def __call__(self, analysis: Analysis) -> None:
        published = analysis.article.published
        reference = datetime.date.fromisoformat(published) if published else None
        anchor: Interval | None = None
        for sentence in analysis.sentences:
            if not any(t.lower.rstrip(".") in _TRIGGERS or t.text[0].isdigit() or t.text[0] in "'\u2019" for t in sentence.tokens):
                continue
            for span, rule, match in _find(analysis, sentence):
                if (found := self._date(analysis, span, rule, match, reference, anchor)) is None:
                    continue
                time, interval = found
                analysis.times.append(time)
                if interval is not None and interval[0] == interval[1]:
                    anchor = interval

    def _date(self, analysis: Analysis, span: Span, rule: Rule, match: re.Match[str], reference: datetime.date | None, anchor: Interval | None) -> tuple[Time, Interval | None] | None:
        token = analysis.token_at(span[0])
        if token is None or not _is_calendar(analysis, token, span, rule):
            return None
        try:
            interval = rule.resolve(match, Context(reference, anchor, _looks_ahead(token)))
        except (ValueError, OverflowError):  # no such day in the calendar, or beyond it
            interval = None
        start, end = (interval[0].isoformat(), interval[1].isoformat()) if interval is not None else (None, None)
        return Time(id=f"t{len(analysis.times) + 1}", span=span, start=start, end=end, rule=rule.name), interval


def _find(analysis: Analysis, sentence: Sentence) -> list[tuple[Span, Rule, re.Match[str]]]:
    """Return the stretches of a sentence that rules claim, in text order; earlier rules go first."""
    start, end = sentence.span
    text = plain(analysis.text[start:end])
    taken: list[tuple[Span, Rule, re.Match[str]]] = []
    for rule in RULES:
        for match in rule.pattern.finditer(text):
            a, b = match.span()
            while b > a and (text[b - 1] in " ," or (text[b - 1] == "." and _ends_sentence(text[a:b]))):
                b -= 1
            span = (start + a, start + b)
            if all(span[1] <= s[0] or s[1] <= span[0] for s, _, _ in taken):
                taken.append((span, rule, match))
    taken.sort(key=lambda item: item[0])
    return taken


def _ends_sentence(words: str) -> bool:
    """Whether the stop after a month or weekday is the sentence's own: it is no abbreviation's."""
    last = words[:-1].split()[-1].lower()
    return len(last) > 5 or last in ("may", "june", "july", "march", "april", "month", "week", "year") or last.isdigit()


def _is_calendar(analysis: Analysis, token: Token, span: Span, rule: Rule) -> bool:
    """Whether words that look like a date are one: no modal "may", no verb "march", no bare number."""
    before = analysis.tokens[token.i - 1] if token.i > token.sent.tokens[0].i else None
    last = analysis.token_at(span[1] - 1) or token
    after = analysis.tokens[last.i + 1] if last is not token.sent.tokens[-1] and last.i + 1 < len(analysis.tokens) else None
    if rule.name == "year":
        return _is_year(token, before, after)
    if rule.name in ("month", "month and year", "month, day, year", "part of a month"):
        words = [t for t in analysis.tokens[token.i : last.i + 1] if t.lower.rstrip(".") in MONTHS]
        return all(t.text[:1].isupper() and t.tag not in ("MD", "VB", "VBD", "VBP") for t in words)
    if rule.name == "weekday":
        return any(t.text[:1].isupper() for t in analysis.tokens[token.i : last.i + 1])
    if rule.name == "decade" and token.text[0] in "'\u2019":
        return before is not None and before.lower in ("the", "early", "late", "mid", "-")
    if rule.name == "numeric date":
        return before is None or before.lower not in ("$", "score", "ratio")
    return True


def _is_year(token: Token, before: Token | None, after: Token | None) -> bool:
    if not token.text.isdigit() or (before is not None and (before.lower in _NOT_A_YEAR or before.tag == "$")):
        return False
    if after is not None and after.lower in ("-", "percent", "%", "meters", "metres", "feet", "miles", "people", "km", "kg", "tons", "tonnes"):
        return after.lower == "-" and False
    if after is not None and after.tag in _COUNTED and token.dep == "nummod" and token.head is after and before is not None and before.lower not in ("the", "a", "'s", "this"):
        return False
    if before is None:
        return after is not None and after.lower in (",", "saw", "was", "will")
    return before.lower in _YEAR_BEFORE or before.tag in ("POS", "PRP$", "DT", "IN") or before.text in ("-", "(", ",") or (after is not None and after.pos in ("NOUN", "PROPN") and token.dep in ("nummod", "compound", "nmod")) or token.dep in ("npadvmod", "pobj")


def _looks_ahead(token: Token) -> bool:
    """Whether the clause of a date is about the future: will, is to, a planned or expected act, "next"."""
    verb = token
    for _ in range(10):
        if is_verb(verb) and verb is not token:
            if any(c.dep == "aux" and c.lower in _FUTURE for c in verb.children) or any(c.dep == "aux" and c.tag == "TO" for c in verb.children):
                return True
            if verb.tag in ("VBD", "VBN", "VBZ", "VBP") and not (verb.lemma in ("schedule", "plan", "expect", "set", "due", "begin", "start", "open") and verb.tag in ("VBN", "VBZ", "VBP")):
                return False
            if verb.lemma in ("schedule", "plan", "expect", "set") and verb.tag == "VBN":
                return True
        if verb.head is verb:
            break
        verb = verb.head
    return False


# The time of an act -----------------------------------------------------------------------------------------------------


def time_for(analysis: Analysis, head: Token) -> Time | None:
    """Return the time an act's own words give: hanging from it, else from the clause it stands in.

    A noun takes its own modifiers first ("yesterday's raid"), then those of the verb that carries it; a verb those of its clause, then of the
    clause it depends on when that is no statement's.
    """
    sentence = head.sent
    times = [t for t in analysis.times if sentence.span[0] <= t.span[0] < sentence.span[1]]
    if not times:
        return None
    heads = {t.id: _attachment(analysis, t) for t in times}
    place: Token | None = head
    for _ in range(4):
        if place is None:
            return None
        own = [t for t in times if heads[t.id] is place] or [t for t in times if _unfolds(heads[t.id], place)]
        if own:
            return next((t for t in own if t.start), own[0])
        place = _carrier(place)
    return _leading(times, heads, head)


def _unfolds(verb: Token | None, noun: Token) -> bool:
    """Whether a time's verb only unfolds an event noun: "strikes conducted on Sunday"."""
    return verb is not None and not is_verb(noun) and verb.dep == "acl" and verb.head is noun


def _leading(times: list[Time], heads: dict[str, Token | None], head: Token) -> Time | None:
    """Return a time deep in what a clause opens with: "In an interview in January, he called for"."""
    if not is_verb(head):
        return None
    for time in times:
        token = heads[time.id]
        while token is not None and token.i < head.i and token.dep in ("pobj", "prep", "pcomp") and not is_verb(token):
            token = token.head
            if token is head:
                return time
    return None


def _attachment(analysis: Analysis, time: Time) -> Token | None:
    """Return the word a time expression modifies, past prepositions and the expression's own words."""
    token = analysis.token_at(time.span[0])
    if token is None:
        return None
    for _ in range(12):
        if token.head is token:
            return token
        inside = time.span[0] <= token.start < time.span[1]
        if not inside and token.pos not in ("ADP", "SCONJ", "ADV", "PART", "PUNCT") and token.dep not in ("npadvmod", "case"):
            return token
        token = token.head
    return token


def _carrier(token: Token) -> Token | None:
    """Return the next word out whose time is still the act's: the verb of a noun, the main verb of a participle or conjunct."""
    if not is_verb(token):
        top = climb_partitive(token)
        if top is not token:
            return top
        if token.dep in ("dobj", "nsubj", "nsubjpass", "attr", "oprd") and is_verb(token.head):
            return token.head if token.head.lemma not in ("say", "tell", "condemn", "discuss", "report", "announce", "warn", "claim", "deny", "accuse", "welcome", "praise") else None
        if token.dep == "pobj" and is_verb(token.head.head) and token.head.lower in ("in", "during", "by", "with", "for", "at"):
            return token.head.head
        return None
    if token.dep in ("conj", "xcomp") or (token.dep == "advcl" and token.tag == "VBG"):
        return token.head if is_verb(token.head) else None
    return None
