"""One incident's row: its values under a policy, its status, and how many reports it has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, get_args

from reportedly.corpus.claims import NameOf, Sides, may_speak_for
from reportedly.corpus.comparing import kilometres
from reportedly.corpus.model import ARROW, Claim, Report, Source, Spot
from reportedly.corpus.policies import choose
from reportedly.corpus.statuses import decide_status
from reportedly.lexicons.modes import SPEECH_ACTS
from reportedly.records import TollKind

_FINENESS = ("site", "city", "district", "province", "country", "region", None)
DEFAULT_POLICY = "range"


def incident_row(
    incident: str, reports: Sequence[Report], claims: Sequence[Claim], sources: dict[str, Source], name_of: NameOf, incident_of: Callable[[str], str | None]
) -> dict[str, Any]:
    """Return the row of an incident under the default policy. ``incident_of``: incident of a report's key."""
    current = [r for r in reports if sources[r.article].current]
    told = current or list(reports)
    independent = len({sources[r.article].origin for r in current})
    status, reason = decide_status(claims, independent)
    ids = {name: id_ for r in reports for p in r.parties for id_, name in [name_of(p)]}
    named = frozenset(name for name, id_ in ids.items() if not id_.startswith("~"))
    days = [day for r in told if (day := sources[r.article].published)]
    row: dict[str, Any] = {
        "incident": incident, "status": status, "status_reason": reason, "type": reports[0].type, "modes": sorted({m for r in told for m in r.modes}),
        "sources": sorted({c.claimant for c in claims if c.current and not c.own_voice}), "silent": _silent(reports, name_of),
        "outlets": sorted({o for r in told if (o := sources[r.article].outlet)}), "follows": sorted({i for r in reports for k in r.beside if (i := incident_of(k)) and i != incident}),
        "contested": contested(claims, named), "mentions": sum(len(r.tellings) for r in current), "reports": len({r.article for r in current}), "independent": independent,
        "first": min(days, default=None), "last": max(days, default=None), "pairs": _pairs(told, name_of),
    }  # fmt: skip
    row |= resolve(claims, DEFAULT_POLICY)
    row |= _where(row.pop("places"), [s for r in reports for t in r.tellings if (s := t.spot) is not None])
    row["actor_ids"], row["recipient_ids"] = ([ids.get(n, "") for n in row[column]] for column in ("actors", "recipients"))
    return row


def resolve(claims: Sequence[Claim], policy: str, priority: Sequence[str] = ()) -> dict[str, Any]:
    """Return what a policy makes of an incident's claims: actors, recipients, days, places, figures, each with its reason."""
    reasons: list[str] = []
    chosen = {}
    for question in ("actor", "recipient", "date", "place"):
        if asked := [c for c in claims if c.question == question]:
            chosen[question] = choose(asked, policy, priority)
            reasons.append(f"{question}: {chosen[question].reason}")
    days = sorted(day for value in (chosen["date"].values if "date" in chosen else ()) for day in value.split(".."))
    row: dict[str, Any] = {
        "policy": policy, "actors": list(chosen["actor"].values) if "actor" in chosen else [], "recipients": list(chosen["recipient"].values) if "recipient" in chosen else [],
        "start": days[0] if days else None, "end": days[-1] if days else None, "places": list(chosen["place"].values) if "place" in chosen else [],
    }  # fmt: skip
    for kind in get_args(TollKind):
        if asked := [c for c in claims if c.question == "toll" and c.indicator == kind]:
            figure = choose(asked, policy, priority)
            row[f"{kind}_low"], row[f"{kind}_high"] = figure.low, figure.high
            reasons.append(f"{kind}: {figure.reason}")
    return row | {"reasons": reasons}


def _where(names: list[str], spots: Iterable[Spot]) -> dict[str, Any]:
    """Return the columns of a place: of several names near one another the finest one's point, of others no point."""
    found = sorted({s for s in spots if s.name in names}, key=lambda s: (_FINENESS.index(s.precision), s.name, s.gazetteer or ""))
    countries = {s.country for s in found if s.country}
    where: dict[str, Any] = {"place": "; ".join(names) or None, "country": countries.pop() if len(countries) == 1 else None}
    placed = [s for s in found if s.lat is not None and s.lon is not None]
    points = [s for s in placed if s.precision not in ("country", "region")] or placed
    if points and all(kilometres(points[0].lat or 0.0, points[0].lon or 0.0, s.lat or 0.0, s.lon or 0.0) < 60 for s in points):
        where |= {"lat": points[0].lat, "lon": points[0].lon, "gazetteer": points[0].gazetteer, "precision": points[0].precision}
    return where


def contested(claims: Sequence[Claim], named: frozenset[str]) -> list[str]:
    """Return the questions on which current claims differ: a denial against a claim, two figures, two named doers (``named``: the names that are no descriptions)."""
    out = []
    for question in sorted({c.question for c in claims}):
        asked = [c for c in claims if c.question == question and c.current]
        standing = [c for c in asked if c.standing]
        denied = any(c.stance == "denies" for c in asked)
        if question == "toll":
            differ = any(a.value != b.value for a in standing for b in standing if a.indicator == b.indicator)
        else:
            doers = [set(c.value.split("; ")) & named for c in standing] if question == "actor" else []
            differ = any(a.isdisjoint(b) for a in doers for b in doers if a and b)
        if (denied and standing) or differ:
            out.append(question)
    return out


def _pairs(reports: Iterable[Report], name_of: NameOf) -> list[str]:
    tellings = ((r, t) for r in reports for t in r.tellings if t.status != "denied")
    found = {(name_of(a)[1], name_of(b)[1]) for r, t in tellings for a in r.named(t.actors) for b in r.named(t.recipients)}
    return sorted(ARROW.join(pair) for pair in found if pair[0] != pair[1])


def _silent(reports: Sequence[Report], name_of: NameOf) -> list[str]:
    """Return the named parties for which nobody speaks, or may speak, in any of the reports; who acts by words has spoken."""
    claimants = {p for r in reports for t in r.tellings for p in r.named(t.sources)}
    sides = Sides(reports).parties
    parties = [p for side in (("recipient",) if reports[0].type in SPEECH_ACTS else ("actor", "recipient")) for p in sides[side] if p.named]
    places = {name_of(p)[1] for r in reports for p in r.parties if p.place}
    spoken = {name_of(p)[1] for p in parties if any(may_speak_for(c, p) for c in claimants)}
    return sorted({name_of(p)[1] for p in parties} - spoken - places)
