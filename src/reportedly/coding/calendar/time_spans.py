"""Time spans: acts that fill the days between a date and another, or between a date and publication.

"Killed since Thursday" runs from Thursday until the article was published, "will leave by the end of May" from publication to that end,
"raided between March and May" over both. The expressions themselves keep their own dates; a span that an act needs is one more expression.
"""

from __future__ import annotations

import datetime
from bisect import bisect_left

import msgspec

from reportedly.analysis import Analysis, Draft, Token
from reportedly.coding.grammar.syntax import is_verb
from reportedly.records import Time

_JOINTS = {"between": ("and",), "from": ("to", "until", "till", "through")}
_HAVE = frozenset({"have", "has", "had", "'ve", "\u2019ve", "having"})
_OPEN = Time(id="", span=(0, 0))
_STEPS = 6


def spread(analysis: Analysis) -> None:
    """Give acts with a time that opens or closes a span the whole of it, and add the spans to the article's times."""
    published = analysis.article.published
    made: dict[tuple[str, str], Time] = {}
    for draft in analysis.events:
        if draft.time is not None and draft.time.start is not None and (found := _spread(analysis, draft, draft.time, published[:10] if published else None)) is not None:
            if found is _OPEN:
                draft.time = None  # "has fought since 2007": until when, nobody knows
                continue
            draft.time = made.setdefault((draft.time.id, found.rule or ""), found)
    if made:
        _renumber(analysis, list(made.values()))


def _spread(analysis: Analysis, draft: Draft, time: Time, published: str | None) -> Time | None:
    first = analysis.token_at(time.span[0])
    if first is None or first.i == first.sent.tokens[0].i or time.start is None or time.end is None:
        return None
    link = analysis.tokens[first.i - 1]
    if link.lower in _JOINTS and (other := _joined(analysis, time, _JOINTS[link.lower])) is not None:
        start = _in_year_of(analysis, time, other)
        return _span(time, link, other.span[1], start, other.end, "from one date to another") if start and other.end and start <= other.end else None
    if time.rule == "month" and (other := _joined(analysis, time, ("and",))) is not None and other.rule == "month and year" and other.end and time.start < other.end:
        return _span(time, first, other.span[1], time.start, other.end, "from one month to another")  # "in November and December 2004"
    if time.rule == "weekday" and (other := _joined(analysis, time, ("and",))) is not None and other.rule == "weekday" and other.end is not None and _is_next_day(time.start, other.end):
        return _span(time, first, other.span[1], time.start, other.end, "from one day to the next")  # "detained twelve on Tuesday and Wednesday"
    if published is None:
        return _OPEN if link.lower == "since" and draft.status == "actual" and is_verb(draft.head) and _goes_on(link) else None
    if link.lower == "in" and link.head.head.lower == "since" and link.head.dep == "pobj" and draft.head.i != link.head.i:
        link = link.head.head  # "since the coup in 2019 the army has killed hundreds"
    if link.lower == "since" and draft.head.i > first.i and any(c.dep == "relcl" and c.lower == draft.head.lower for c in first.children):
        return None  # "has lasted since 2009, when the group took up arms"
    if link.lower == "since" and draft.status == "actual" and time.start <= published and (_goes_on(link) or (link.head is draft.head and link.head.tag == "NNS")):
        return _span(time, link, time.span[1], time.start, published, "since a date")
    ahead = draft.status in ("future", "demanded") and published <= time.end
    if ahead and link.lower in ("by", "before") and "end of" in analysis.text[time.span[0] : time.span[1]].lower():
        return _span(time, link, time.span[1], published, time.end, "by a date")
    return None


def _is_next_day(day: str, other: str) -> bool:
    return (datetime.date.fromisoformat(other) - datetime.date.fromisoformat(day)).days == 1


def _span(time: Time, link: Token, end: int, start: str, last: str, rule: str) -> Time:
    return Time(id=time.id, span=(link.start, end), start=start, end=last, rule=rule)


def _joined(analysis: Analysis, time: Time, joints: tuple[str, ...]) -> Time | None:
    """Return the date that a word joins to one: between March "and May"."""
    at = bisect_left(analysis.times, time.span[1], key=lambda t: t.span[0])
    other = analysis.times[at] if at < len(analysis.times) else None
    return other if other is not None and analysis.text[time.span[1] : other.span[0]].strip() in joints else None


def _in_year_of(analysis: Analysis, time: Time, other: Time) -> str | None:
    """Return the first day of a span; its end may name the year for both: "from May to July 2019"."""
    if time.start is None or other.start is None or names_year(analysis, time) or not names_year(analysis, other):
        return time.start
    year = int(other.start[:4])
    return f"{year if time.start[5:] <= other.start[5:] else year - 1}{time.start[4:]}"


def names_year(analysis: Analysis, time: Time) -> bool:
    """Whether the words of a time end in a year."""
    return analysis.text[time.span[0] : time.span[1]][-4:].isdecimal()


def _goes_on(since: Token) -> bool:
    """Whether what happened since a date is told in the perfect."""
    token = since
    for _ in range(_STEPS):
        if token.head is token:
            return False
        token = token.head
        if is_verb(token):
            if token.tag == "VBN" and token.child("aux", "auxpass") is None and token.dep in ("conj", "acl"):
                continue  # "have been killed and six [injured] since March"
            if token.tag == "VBG" and token.child("aux") is None:
                continue  # "have been killed by shelling since Monday"
            return any(c.lower in _HAVE and c.dep == "aux" for c in token.children)
    return False


def _renumber(analysis: Analysis, more: list[Time]) -> None:
    """Number all times anew in text order."""
    times = sorted([*analysis.times, *more], key=lambda t: t.span)
    fresh = {id(t): msgspec.structs.replace(t, id=f"t{n}") for n, t in enumerate(times, 1)}
    analysis.times[:] = [fresh[id(t)] for t in times]
    for draft in analysis.events:
        draft.time = fresh[id(draft.time)] if draft.time is not None else None
    for said in analysis.statements:
        said.time = fresh[id(said.time)] if said.time is not None else None
