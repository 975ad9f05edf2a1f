"""Claims: for one incident and each question about it, who says what, in which words, since when and carried by whom."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import msgspec

from reportedly.corpus.model import Claim, Figure, Party, Report, Source, Telling
from reportedly.corpus.names import group_names_match
from reportedly.corpus.parties import ARMED, STATE, likeness

# Stances of cues.tsv as claims take them; every other one says.
_STANCES = {"alleges": "alleges", "confirms": "confirms", "admits": "confirms", "retracts": "retracts"}
_NOT_YET = {"future": "planned", "demanded": "demanded", "hypothetical": "possible"}

NameOf = Callable[[Party], tuple[str, str]]  # a party's actor in the corpus: id and name


@dataclass
class _Draft:
    """A claim while the reports that carry it are gathered."""

    question: str
    value: str
    stance: str
    claimant: str
    claimant_id: str | None
    party: Party | None
    figure: Figure | None
    carried: list[tuple[Source, Telling]] = field(default_factory=list)


def make_claims(incident: str, reports: Sequence[Report], sources: dict[str, Source], name_of: NameOf) -> list[Claim]:
    """Return an incident's claims, sorted by question, day and id. ``sources``: by the key of the article."""
    drafts: dict[tuple[str, ...], _Draft] = {}
    for report in reports:
        source = sources[report.article]
        affirmed = [t for t in report.tellings if t.status == "actual"]
        for telling in report.tellings:
            partly = any(t.sources == telling.sources and not (t.actors and telling.actors and set(t.actors).isdisjoint(telling.actors)) for t in affirmed)
            for draft in _drafts(report, telling, source, name_of, partly=partly):
                key = (draft.question, draft.figure.kind if draft.figure else "", draft.value, draft.stance, draft.claimant_id or f"outlet {draft.claimant}")
                drafts.setdefault(key, draft).carried.append((source, telling))
    sides = Sides(reports)
    made = sorted((_claim(incident, d, sides) for d in drafts.values()), key=lambda c: (c.question, c.indicator or "", c.first or "", c.claim))
    return _standing(_with_changes(made))


def _drafts(report: Report, telling: Telling, source: Source, name_of: NameOf, *, partly: bool) -> Iterator[_Draft]:
    """Yield what each claimant of one mention claims on each question. ``partly``: the same voice says elsewhere in the article that it happened, and not by others."""
    claimants: list[Party | None] = list(report.named(telling.sources)) or [None]
    for party in claimants:
        id_, name = name_of(party) if party is not None else (None, source.outlet or source.article)
        stance = "denies" if telling.status == "denied" else _STANCES.get(telling.stance, "says")

        def draft(question: str, value: str, stance: str = stance, figure: Figure | None = None, id_: str | None = id_, name: str = name, party: Party | None = party) -> _Draft:
            return _Draft(question, value, stance, name, id_, party, figure)

        actors, recipients = report.named(telling.actors), report.named(telling.recipients)
        if telling.status in _NOT_YET and telling.stance != "retracts":
            yield draft("happened", _NOT_YET[telling.status])
        elif telling.status == "denied" and partly:
            if recipients:
                yield draft("recipient", _names(recipients, name_of))  # "No civilian was killed", says who says that it struck
        elif telling.status == "denied" and party is not None and any(belongs_to(party, a) for a in actors):
            yield draft("actor", _names(actors, name_of))  # "denied that it had fired": who did it is denied, not that it was done
            actors = ()
        else:
            yield draft("happened", "yes")
        if telling.status != "denied":
            if actors:
                yield draft("actor", _names(actors, name_of))
            if recipients:
                yield draft("recipient", _names(recipients, name_of))
            if telling.spot is not None:
                yield draft("place", telling.spot.name)
            if telling.start is not None:
                yield draft("date", telling.start if telling.start == telling.end else f"{telling.start}..{telling.end}")
        for figure in telling.figures:
            yield draft("toll", tell_figure(figure.kind, figure.low, figure.high), figure=figure)


def _names(parties: Iterable[Party], name_of: NameOf) -> str:
    return "; ".join(sorted({name_of(p)[1] for p in parties}))


def tell_figure(kind: str, low: int | None, high: int | None) -> str:
    """Return a figure as words: "killed 12", "killed at least 12", "killed up to 12", "killed 10 to 12"."""
    if low == high:
        return f"{kind} {low}"
    if high is None:
        return f"{kind} at least {low}"
    return f"{kind} up to {high}" if low is None else f"{kind} {low} to {high}"


def belongs_to(claimant: Party, party: Party) -> bool:
    """Whether a claimant is a party or speaks for it: the same actor, its member, or an organ of the same state."""
    if claimant.place or party.place:
        return False
    if claimant.affiliation and (group_names_match(claimant.affiliation, party.name) or claimant.affiliation == party.known):
        return True
    if likeness(claimant, party) >= 0.7:
        return True
    return bool(claimant.country) and claimant.country == party.country and claimant.sector in STATE and party.sector in STATE


def may_speak_for(claimant: Party, party: Party) -> bool:
    """Whether a claimant may belong to a party for all the article says: "the army" may be the Malian Armed Forces, and so may a colonel."""
    if belongs_to(claimant, party):
        return True
    if (claimant.named and claimant.kind != "person") or (claimant.country and party.country and claimant.country != party.country):
        return False
    return claimant.sector is not None and (claimant.sector == party.sector or {claimant.sector, party.sector} <= ARMED)


class Sides:
    """The parties of an incident by the side they are on."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self.parties: dict[str, dict[Party, None]] = {"actor": {}, "recipient": {}}
        for report in reports:
            for telling in report.tellings:
                self.parties["actor"].update(dict.fromkeys(report.named(telling.actors)))
                self.parties["recipient"].update(dict.fromkeys(report.named(telling.recipients)))

    def of(self, claimant: Party | None) -> str | None:
        """Return the side a claimant is on, or None for an outsider."""
        if claimant is None:
            return None
        return next((side for side, parties in self.parties.items() if any(belongs_to(claimant, p) for p in parties)), None)


def _claim(incident: str, draft: _Draft, sides: Sides) -> Claim:
    order = sorted(draft.carried, key=lambda c: (c[0].published or "9999", c[0].article, c[1].span))
    source, telling = order[0]
    current = [s for s, _ in order if s.current]
    figure = draft.figure
    days = [s.published for s, _ in order if s.published]
    identity = "\n".join((incident, draft.question, draft.value, draft.stance, draft.claimant_id or "", draft.claimant))
    return Claim(
        claim="c" + hashlib.sha256(identity.encode()).hexdigest()[:12], incident=incident, question=draft.question, value=draft.value, stance=draft.stance,
        claimant=draft.claimant, claimant_id=draft.claimant_id, own_voice=draft.party is None, side=sides.of(draft.party), words=telling.sentence,
        first=telling.said or source.published, last=max(days, default=None), article=source.article, event=telling.event, indicator=figure.kind if figure else None,
        low=figure.low if figure else None, high=figure.high if figure else None, scope=(figure.scope or None) if figure else None,
        as_of=(telling.said or source.published) if figure else None, cue=telling.cue, entry=telling.entry, carried_by=_sorted(s.outlet for s, _ in order),
        articles=_sorted(s.article for s, _ in order), reports=len({s.article for s in current}), independent=len({s.origin for s in current}), current=bool(current),
    )  # fmt: skip


def _sorted(items: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({i for i in items if i}))


def _with_changes(claims: list[Claim]) -> list[Claim]:
    """Give each figure the earlier one of the same claimant that it changes; several on one day change none of each other."""
    out = list(claims)
    for i, claim in enumerate(claims):
        if claim.question != "toll" or claim.stance == "denies":
            continue
        same = [c for c in claims if (c.question, c.indicator, c.claimant, c.claimant_id) == ("toll", claim.indicator, claim.claimant, claim.claimant_id) and c.stance != "denies"]
        before = [c for c in same if c.value != claim.value and (c.first or "") < (claim.first or "")]
        if before:
            out[i] = msgspec.structs.replace(claim, replaces=max(before, key=lambda c: (c.first or "", c.claim)).claim)
    return out


def _standing(claims: list[Claim]) -> list[Claim]:
    """Mark which claims stand. Who takes back that it happened takes back all it said of it before."""
    replaced = {c.replaces for c in claims if c.replaces and c.current}
    taken_back = {(c.claimant, c.claimant_id): c.first or "" for c in claims if c.stance == "retracts" and c.current}

    def stands(c: Claim) -> bool:
        retracted = taken_back.get((c.claimant, c.claimant_id))
        return c.current and c.stance not in ("denies", "retracts") and c.claim not in replaced and (retracted is None or (c.first or "") > retracted)

    return [msgspec.structs.replace(c, standing=stands(c)) for c in claims]
