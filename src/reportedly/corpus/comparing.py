"""Whether two reports are of one occurrence: a score of what speaks for it and against it, or None where something said rules it out.

A pure function of two reports, symmetric, so that the order of arrival cannot matter. The weights are in one table, with what they answer.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.corpus.model import Figure, Party, Report, Spot
from reportedly.corpus.names import name_words
from reportedly.corpus.parties import best_likeness, likeness

LINKED = 2.6  # from here two reports of different articles are one occurrence
ONE_STORY = 0.7  # from here two groups of mentions in one article are

# Acts that are known by what was done where, and to whom; who did it is often what the reports dispute.
_KNOWN_BY_DEED = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
# Of acts done together every party counts the same.
_TOGETHER = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_POINTS = frozenset({"site", "city", "district"})

SAME_DAYS, OVERLAPPING, DAY_APART = 1.5, 0.7, -1.5
SOON_AFTER, LATER, MUCH_LATER = 0.5, 0.0, -0.7  # one dated, the other published up to 3, 7, 30 days after
SAME_PLACE, SAME_PROVINCE, NEAR, SAME_COUNTRY, ELSEWHERE_NAMED = 1.5, 1.0, 0.7, 0.3, -0.2
IN_CONTEXT = 0.6  # the place of the one is named somewhere in the article of the other
RECIPIENTS, ACTORS, OTHER_ACTOR, OTHER_THING = 1.5, 1.2, -0.6, -2.0
SAME_FIGURE, OTHER_FIGURE, FAR_FIGURE = 1.0, -0.3, -0.8
SHARED_WORD, MOST_WORDS = 0.3, 4
SAME_MODE, OTHER_MODE, OTHER_HOUR = 0.3, -0.6, -2.0
SAME_SENTENCE, NEXT_SENTENCE, BARE, DENIAL, CLAUSE_WORD = 1.5, 0.8, 1.0, 1.0, 1.0  # inside one article


@dataclass(frozen=True, slots=True, eq=False)
class Traits:
    """A report made ready to be compared often: days as numbers, parties looked up."""

    report: Report
    start: int | None
    end: int | None
    published: int | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    words: frozenset[str]
    hours: frozenset[str]
    modes: frozenset[str]
    context: frozenset[str]
    figures: dict[str, tuple[Figure, ...]]

    @property
    def parties(self) -> tuple[Party, ...]:
        return self.actors + self.recipients


def day_number(day: str | None) -> int | None:
    """Return an ISO day as a number that can be subtracted."""
    return None if day is None else datetime.date.fromisoformat(day).toordinal()


def prepare(report: Report) -> Traits:
    """Return a report's traits."""
    figures: dict[str, list[Figure]] = {}
    for telling in report.tellings:
        for figure in telling.figures:
            figures.setdefault(figure.kind, []).append(figure)
    return Traits(
        report=report, start=day_number(report.start), end=day_number(report.end), published=day_number(report.published), actors=report.named(report.actors),
        recipients=report.named(report.recipients), words=frozenset(report.words), hours=frozenset(report.hours), modes=frozenset(report.modes),
        context=frozenset(report.context), figures={k: tuple(v) for k, v in figures.items()},
    )  # fmt: skip


def compare(a: Traits, b: Traits) -> float | None:
    """Return how much speaks for two reports of different articles being of one occurrence; None when they cannot be."""
    if a.report.type != b.report.type or a.report.happened != b.report.happened:
        return None
    parts = (_modes(a, b), _days(a, b), _places(a, b), _people(a, b))
    if None in parts:
        return None
    words = SHARED_WORD * min(len(a.words & b.words), MOST_WORDS)
    return sum(p for p in parts if p is not None) + _figures(a, b) + _hours(a, b) + words


def compare_inside(a: Traits, b: Traits, nearness: int) -> float | None:
    """Return how much speaks for a later group of mentions in an article being of an occurrence told before; None when it cannot be.

    What is told as "another" or "second" is none that was told before. ``nearness``: 0 when they share a sentence, 1 when they stand in neighbouring ones.
    """
    told, later = a.report, b.report
    if told.type != later.type or told.happened != later.happened or later.apart or (told.apart and nearness == 0):
        return None
    days = _days(a, b) if a.start is not None and b.start is not None else 0.0
    places = _places(a, b) if told.spots and later.spots else 0.0
    parts = (_modes(a, b), days, places, _people(a, b))
    if None in parts:
        return None
    near = SAME_SENTENCE if nearness == 0 else NEXT_SENTENCE if nearness == 1 else 0.0
    bare = BARE * (not a.parties or not b.parties)  # "the attack" needs no more to be the one just told
    clauses = ({w for t in r.tellings for w in t.clause} for r in (told, later))
    words = CLAUSE_WORD * min(len(set.intersection(*clauses)), MOST_WORDS)
    denial = DENIAL * (_is_denial(told) != _is_denial(later))
    return sum(p for p in parts if p is not None) + _figures(a, b) + _hours(a, b) + near + bare + denial + words


def _is_denial(report: Report) -> bool:
    return all(t.status == "denied" for t in report.tellings)


def _modes(a: Traits, b: Traits) -> float | None:
    if not a.modes or not b.modes:
        return 0.0
    if a.modes & b.modes:
        return SAME_MODE
    return OTHER_MODE if a.report.type in ("ASSAULT", "PROTEST", "MOBILIZE") else None


def _days(a: Traits, b: Traits) -> float | None:
    if a.start is not None and a.end is not None and b.start is not None and b.end is not None:
        gap = max(a.start, b.start) - min(a.end, b.end)
        if gap > 0:
            return DAY_APART if gap == 1 else None
        longest = max(a.end - a.start, b.end - b.start)
        return SAME_DAYS if longest <= 2 else OVERLAPPING if longest <= 10 else 0.2
    if a.start is None and b.start is None:
        if a.published is None or b.published is None:
            return 0.0
        apart = abs(a.published - b.published)
        return None if apart > 14 else 0.4 if apart <= 1 else 0.2 if apart <= 3 else -0.5
    dated, other = (a, b) if a.start is not None else (b, a)
    if other.published is None or dated.start is None or dated.end is None:
        return 0.0
    after = other.published - dated.end
    if not a.report.happened:
        return None if abs(after) > 30 else 0.0
    if other.published < dated.start - 1 or after > 30:
        return None
    return SOON_AFTER if after <= 3 else LATER if after <= 7 else MUCH_LATER


def _places(a: Traits, b: Traits) -> float | None:
    if a.report.spots and b.report.spots:
        scores = [_spots(x, y) for x in a.report.spots for y in b.report.spots]
        found = [s for s in scores if s is not None]
        return max(found) if found else None
    if not a.report.spots and not b.report.spots:
        return 0.0
    told, other = (a, b) if a.report.spots else (b, a)
    if any(s.gazetteer in other.context or " ".join(name_words(s.name)) in other.context for s in told.report.spots):
        return IN_CONTEXT
    return 0.0 if any(s.country in other.context for s in told.report.spots if s.country) else ELSEWHERE_NAMED


def _spots(x: Spot, y: Spot) -> float | None:
    """Return what two places say; None when they are certainly two."""
    if x.country and y.country and x.country != y.country:
        return None
    finest = {x.precision, y.precision} - {None}
    if (x.gazetteer and x.gazetteer == y.gazetteer) or name_words(x.name) == name_words(y.name):
        return SAME_COUNTRY if finest & {"country", "region"} else SAME_PROVINCE if finest == {"province"} else SAME_PLACE
    if x.lat is None or x.lon is None or y.lat is None or y.lon is None:
        return 0.0
    if finest & {"country", "region"}:
        return SAME_COUNTRY if x.country == y.country else 0.0
    distance = kilometres(x.lat, x.lon, y.lat, y.lon)
    if "province" in finest:  # its point lies anywhere inside
        return SAME_COUNTRY if distance < 200 else None
    return NEAR if distance < 25 else 0.0 if distance < 60 or not finest <= _POINTS else None


def kilometres(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Return the distance of two points on the globe."""
    a, b = math.radians(lat), math.radians(lat2)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))


def _people(a: Traits, b: Traits) -> float | None:
    """Return what the parties say. Acts of words are known by their parties: other ones make another act."""
    if a.report.type in _TOGETHER:
        return _all_parties(a.parties, b.parties)
    by_deed = a.report.type in _KNOWN_BY_DEED
    out = 0.0
    if (alike := best_likeness(a.recipients, b.recipients)) is not None:
        if alike < -0.5 and not by_deed:
            return None
        out += RECIPIENTS * alike if alike >= 0.5 or alike < 0 else alike
    if by_deed and (things := best_likeness(_things(a.recipients), _things(b.recipients))) is not None and things < -0.5:
        out += OTHER_THING  # a bakery and a fuel depot of one town
    if (alike := best_likeness(a.actors, b.actors)) is not None:
        if alike < -0.5 and not by_deed:
            return None
        out += ACTORS * alike if alike >= 0.5 else OTHER_ACTOR * -alike if alike < 0 else 0.5 * alike
    return out


def _things(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Return the things among those hit: told in words, of no sector."""
    return tuple(p for p in parties if not p.named and p.sector is None and p.place is None)


def _all_parties(ones: Iterable[Party], others: Iterable[Party]) -> float | None:
    ones, others = tuple(ones), tuple(others)
    if not ones or not others:
        return 0.0
    few, many = sorted((ones, others), key=len)
    best = [max(likeness(p, q) for q in many) for p in few]
    if max(best) < 0 or (len(few) == len(many) == 2 and min(best) <= -0.8):
        return None
    return sum(ACTORS * x if x >= 0.4 else 0.5 * x for x in best)


def _figures(a: Traits, b: Traits) -> float:
    """Return what the counts say: equal ones speak for one occurrence, unequal ones a little against it, as tolls differ and change."""
    out = 0.0
    for kind in sorted(a.figures.keys() & b.figures.keys()):
        out += max(_figure(x, y) for x in a.figures[kind] for y in b.figures[kind])
    return out


def _figure(x: Figure, y: Figure) -> float:
    low, high = x.low if x.low is not None else x.high, x.high if x.high is not None else x.low
    low2, high2 = y.low if y.low is not None else y.high, y.high if y.high is not None else y.low
    if low is None or high is None or low2 is None or high2 is None:
        return 0.0
    if low <= high2 and low2 <= high:
        return SAME_FIGURE if max(low, low2) > 1 else SAME_FIGURE / 2
    smaller, larger = sorted((max(low, 1), max(low2, 1)))
    return FAR_FIGURE if larger > 4 * smaller else OTHER_FIGURE


def _hours(a: Traits, b: Traits) -> float:
    return OTHER_HOUR if a.hours and b.hours and not a.hours & b.hours else 0.0
