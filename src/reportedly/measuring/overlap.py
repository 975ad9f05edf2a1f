"""The incidents of a corpus beside the rows of another data set: which are of one event, by rules that can be read, and where the two differ.

A row can be of an incident when all of this holds: the days are at most ``days`` apart, the types can be the same, the places do not contradict, and the place
(nearer than ``km``, or of one name) or a party agrees. Of several incidents the one with most agreements is taken, then the nearest day, then the nearest place.
"""

from __future__ import annotations

import datetime
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from reportedly.exchange.datasets import Listed, Side
from reportedly.lexicons.actors import fold

Incident = dict[str, Any]
_REACH = {"site": 5.0, "city": 20.0, "district": 60.0, "province": 200.0}  # km; what is known less well than a province has no place to compare
_COUNTRY = 500.0
_TOLD_LATE = 3  # days: an act that a report gives no day is taken to lie so many days before the report, or less
_LONGEST = 366  # days of an interval that are indexed
_COMMON = frozenset("of the and forces force group armed military government army state republic unidentified".split())


class Agreement(NamedTuple):
    """How a row and an incident fit. ``on``: place, actors, recipients, day, killed; ``uneven``: days by which their first and last days differ."""

    on: tuple[str, ...]
    days_apart: int
    uneven: int
    km: float | None

    @property
    def rank(self) -> tuple[int, int, int, float]:
        return (-len(self.on), self.days_apart, self.uneven, self.km if self.km is not None else 1e4)


@dataclass
class Overlap:
    """What was found: pairs of a row and an incident, rows and incidents that are alone. ``outside``: rows on days or in countries of which the corpus tells nothing."""

    pairs: list[tuple[Listed, Incident, Agreement]] = field(default_factory=list)
    theirs: list[Listed] = field(default_factory=list)
    ours: list[Incident] = field(default_factory=list)
    outside: Counter[str] = field(default_factory=Counter)
    undated: int = 0  # incidents without any day, told or of a report, which nothing can be laid beside


def find_overlap(rows: Iterable[Listed], incidents: Sequence[Incident], actors: dict[str, dict[str, Any]], *, days: int = 1, km: float = 50.0) -> Overlap:
    """Lay rows beside incidents (rows of the corpus table); ``actors``: those of the corpus by id. Rows are read once and kept only when they lie within the corpus."""
    dated = [i for i in incidents if i["start"] or i["first"]]
    found, by_day, countries = Overlap(undated=len(incidents) - len(dated)), _index(dated, days), {i["country"] for i in dated if i["country"]}
    parties = {i["incident"]: _parties(i, actors) for i in dated}
    candidates: list[tuple[Listed, list[tuple[Agreement, Incident]]]] = []
    for row in rows:
        near = {i["incident"]: i for day in _days(row.start, row.end) for i in by_day.get(day, ())}
        fitting = [(made, i) for i in near.values() if (made := agreement(row, i, parties[i["incident"]], days=days, km=km)) is not None]
        if fitting and row.once:
            candidates.append((row, fitting))
        elif fitting:
            made, incident = min(fitting, key=lambda f: (f[0].rank, f[1]["incident"]))
            found.pairs.append((row, incident, made))
        elif not near or (row.country and row.country not in countries):
            found.outside[row.dataset] += 1
        else:
            found.theirs.append(row)
    _assign(candidates, found)
    taken = {i["incident"] for _, i, _ in found.pairs}
    found.ours = [i for i in dated if i["incident"] not in taken]
    return found


def _assign(candidates: list[tuple[Listed, list[tuple[Agreement, Incident]]]], found: Overlap) -> None:
    """Give the rows of data sets that have one row an event their incidents, best fits first; an incident is given once to a data set."""
    best = sorted(((made.rank, n, i["incident"], made, i) for n, (_, fitting) in enumerate(candidates) for made, i in fitting), key=lambda f: f[:3])
    given: dict[int, tuple[Incident, Agreement]] = {}
    taken: set[tuple[str, str]] = set()
    for _, n, key, made, incident in best:
        row = candidates[n][0]
        if n not in given and (row.dataset, key) not in taken:
            given[n] = (incident, made)
            taken.add((row.dataset, key))
    for n, (row, _) in enumerate(candidates):
        if n in given:
            found.pairs.append((row, *given[n]))
        else:
            found.theirs.append(row)


def agreement(row: Listed, incident: Incident, parties: tuple[list[_Party], list[_Party]], *, days: int, km: float) -> Agreement | None:
    """Return how a row fits an incident; None when it cannot be of it."""
    if incident["type"] not in row.types:
        return None
    apart = _apart(row.start, row.end, *_interval(incident))
    if apart > days or (row.country and incident["country"] and row.country != incident["country"]):
        return None
    place, distance = _place(row, incident, km)
    if place is False:
        return None
    doers, sufferers = _sides(row, parties)
    on = [name for name, holds in (("place", place), ("actors", doers), ("recipients", sufferers)) if holds]
    if not on:
        return None
    on += ["day"] if apart == 0 and incident["start"] else []
    on += ["killed"] if row.killed is not None and incident["killed_low"] is not None and _figures_meet(row, incident) else []
    return Agreement(tuple(on), apart, _uneven((row.start, row.end), _interval(incident)), distance)


def _place(row: Listed, incident: Incident, km: float) -> tuple[bool | None, float | None]:
    """Return whether the places agree (None: cannot be told) and how far apart the points lie."""
    named = bool(row.place and incident["place"]) and bool({*fold(row.place or "")} & {*fold(incident["place"] or "")} - _COMMON)
    if None in (row.lat, incident["lat"]):
        return (True if named else None), None
    distance = _distance(row.lat, row.lon, incident["lat"], incident["lon"])  # type: ignore[arg-type]
    ours = _REACH.get(incident["precision"] or "", _COUNTRY)
    if row.reach >= _COUNTRY or ours >= _COUNTRY:
        return None, distance
    if distance <= max(km, row.reach, ours):
        return (True if named or max(row.reach, ours) <= 60 else None), distance
    return (None if named else False), distance  # one name and two points: one of the two gazetteers erred, or there are two places


class _Party(NamedTuple):
    names: frozenset[tuple[str, ...]]
    country: str | None
    sector: str | None


def _parties(incident: Incident, actors: dict[str, dict[str, Any]]) -> tuple[list[_Party], list[_Party]]:
    out = []
    for column, ids in (("actors", "actor_ids"), ("recipients", "recipient_ids")):
        side = []
        for name, id_ in zip(incident[column], incident[ids], strict=True):
            known = actors.get(id_, {})
            names = frozenset(filter(None, (fold(n) for n in (name, known.get("name") or "", known.get("known") or "", *(known.get("names") or ())))))
            side.append(_Party(names, known.get("country"), known.get("sector")))
        out.append(side)
    return out[0], out[1]


def _sides(row: Listed, parties: tuple[list[_Party], list[_Party]]) -> tuple[bool, bool]:
    """Return whether those who did it agree, and those to whom it was done; a data set that does not say who did it may name them in either order."""
    straight = _meet(row.actors, parties[0]), _meet(row.recipients, parties[1])
    if row.directed:
        return straight
    crossed = _meet(row.recipients, parties[0]), _meet(row.actors, parties[1])
    return max(straight, crossed, key=sum)


def _meet(theirs: Iterable[Side], ours: Sequence[_Party]) -> bool:
    return any(_same(side, party) for side in theirs for party in ours)


def _same(side: Side, party: _Party) -> bool:
    """Whether two parties can be one: by a name (a word that tells it apart), or by country and sector."""
    words = {*fold(side.name)} - _COMMON
    if any(words & ({*name} - _COMMON) and ({*name} - _COMMON <= words or words <= {*name}) for name in party.names):
        return not (side.country and party.country and side.country != party.country)
    if party.sector is None or party.sector not in side.sectors:
        return False
    return side.country is None or party.country is None or side.country == party.country


def _figures_meet(row: Listed, incident: Incident) -> bool:
    low, high = _range(row)
    ours_high = incident["killed_high"] if incident["killed_high"] is not None else math.inf
    return low is not None and low <= ours_high and (high if high is not None else math.inf) >= (incident["killed_low"] or 0)


def _range(row: Listed) -> tuple[int | None, int | None]:
    return (row.killed_low if row.killed_low is not None else row.killed), (row.killed_high if row.killed_high is not None else row.killed)


def differences(row: Listed, incident: Incident, made: Agreement) -> list[str]:
    """Return in words where a matched row and incident differ. A data set lists what happened; ours may be claimed by one side, or denied."""
    out = []
    if incident["status"] not in ("reported", "confirmed by both sides"):
        out.append(f"status: listed as a fact, here {incident['status']}")
    if not incident["start"]:
        out.append(f"day: {row.start}, here not told; first report {incident['first']}")
    elif made.days_apart:
        out.append(f"day: {made.days_apart} apart")
    if "place" not in made.on and row.place and incident["place"]:
        out.append("place: another name" + (f", {made.km:.0f} km apart" if made.km is not None else ""))
    low = incident["killed_low"] if incident["killed_low"] is not None else incident["killed_high"]
    if row.killed is not None and low is None and row.killed:
        out.append(f"killed: {_told(*_range(row))}, here no figure")
    elif row.killed is not None and low is not None and "killed" not in made.on:
        out.append(f"killed: {_told(*_range(row))}, here {_told(low, incident['killed_high'])}")
    for side, theirs, ours in (("actors", row.actors, incident["actors"]), ("recipients", row.recipients, incident["recipients"])):
        if theirs and side not in made.on:
            out.append(f"{side}: {'; '.join(s.name or s.country or '?' for s in theirs)}, here {'; '.join(ours) or 'nobody'}")
    return out


def _told(low: int | None, high: int | None) -> str:
    return str(low) if low == high else f"{low} or more" if high is None else f"{low} to {high}"


def _index(incidents: Iterable[Incident], days: int) -> dict[str, list[Incident]]:
    out: dict[str, list[Incident]] = {}
    slack = datetime.timedelta(days)
    for incident in incidents:
        start, end = (datetime.date.fromisoformat(d) for d in _interval(incident))
        for day in _days((start - slack).isoformat(), (end + slack).isoformat()):
            out.setdefault(day, []).append(incident)
    return out


def _interval(incident: Incident) -> tuple[str, str]:
    """Return the days an incident can lie on; without a day of its own those up to the first report."""
    if incident["start"]:
        return incident["start"], incident["end"] or incident["start"]
    first = datetime.date.fromisoformat(incident["first"])
    return (first - datetime.timedelta(_TOLD_LATE)).isoformat(), incident["first"]


def _days(start: str, end: str) -> Iterable[str]:
    first, last = datetime.date.fromisoformat(start), datetime.date.fromisoformat(end)
    return ((first + datetime.timedelta(n)).isoformat() for n in range(min((last - first).days, _LONGEST) + 1))


def _apart(start: str, end: str, other_start: str, other_end: str) -> int:
    a, b, c, d = (datetime.date.fromisoformat(x) for x in (start, end, other_start, other_end))
    return max(0, (c - b).days, (a - d).days)


def _uneven(one: tuple[str, str], other: tuple[str, str]) -> int:
    return sum(abs((datetime.date.fromisoformat(a) - datetime.date.fromisoformat(b)).days) for a, b in zip(one, other, strict=True))


def _distance(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the kilometres between two points along the ground."""
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(half)))
