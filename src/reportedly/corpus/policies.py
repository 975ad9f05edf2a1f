"""Policies: how one value is chosen where claims differ. The choice carries the policy's name and its reason; nothing is merged silently.

A policy is a function of the claims that stand: current, affirming, neither replaced nor taken back by their claimants.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from reportedly.corpus.model import Claim
from reportedly.errors import CorpusError


@dataclass(frozen=True)
class Chosen:
    """What a policy chose: values of a name, place or date, or bounds of a figure; empty when it chose none. The reason names the claims."""

    values: tuple[str, ...] = ()
    low: int | None = None
    high: int | None = None
    reason: str = ""


def range_(claims: Sequence[Claim], priority: Sequence[str] = ()) -> Chosen:
    """Everything that is claimed: from the lowest to the highest figure, every name."""
    if _is_figure(claims):
        lows, highs = [_low(c) for c in claims], [c.high for c in claims]
        low, high = min(lows), max(h for h in (*highs, *lows) if h is not None)
        open_end = any(c.high is None and c.low == max(lows) for c in claims)
        return Chosen(low=low, high=None if open_end else high, reason=f"range of {_tell(claims)}")
    return Chosen(values=tuple(sorted({v for c in claims for v in c.value.split("; ")})), reason=f"all of {_tell(claims)}")


def lowest(claims: Sequence[Claim], priority: Sequence[str] = ()) -> Chosen:
    """The lowest figure, the earliest day."""
    return _extreme(claims, "lowest", min)


def highest(claims: Sequence[Claim], priority: Sequence[str] = ()) -> Chosen:
    """The highest figure, the latest day."""
    return _extreme(claims, "highest", max)


def median(claims: Sequence[Claim], priority: Sequence[str] = ()) -> Chosen:
    """The middle figure of the claims; of an even number of them the lower and the upper middle."""
    if not _is_figure(claims):
        return undecided(claims)
    ordered = sorted(claims, key=lambda c: (_low(c), c.claim))
    lower, upper = ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]
    return Chosen(low=_low(lower), high=upper.high, reason=f"median of {_tell(claims)}")


def latest(claims: Sequence[Claim], priority: Sequence[str] = ()) -> Chosen:
    """What was claimed last, by the day it was first said; of several on that day all, when they agree."""
    day = max(c.first or "" for c in claims)
    return _agreed([c for c in claims if (c.first or "") == day], f"latest, of {day or 'no date'}")


def majority(claims: Sequence[Claim], priority: Sequence[str] = ()) -> Chosen:
    """What most independent reports carry; nothing when two values draw, or none has more than half."""
    carried: dict[str, int] = {}
    for claim in claims:
        carried[claim.value] = carried.get(claim.value, 0) + claim.independent
    best, count = max(sorted(carried.items()), key=lambda item: item[1])
    if Fraction(count, max(1, sum(carried.values()))) <= Fraction(1, 2):
        return Chosen(reason=f"no majority: {_tell(claims)}")
    return _agreed([c for c in claims if c.value == best], f"carried by {count} of {sum(carried.values())} independent reports")


def source_priority(claims: Sequence[Claim], priority: Sequence[str] = ()) -> Chosen:
    """What the first of a list of claimants or outlets claims; nothing when none of them speaks."""
    for name in priority:
        if found := [c for c in claims if name.casefold() in (c.claimant.casefold(), (c.claimant_id or "").casefold())]:
            return _agreed(found, f"first of the list that speaks: {name}")
    return Chosen(reason=f"none of the list speaks ({', '.join(priority) or 'it is empty'}): {_tell(claims)}")


def undecided(claims: Sequence[Claim], priority: Sequence[str] = ()) -> Chosen:
    """A value only when all claims agree."""
    return _agreed(claims, "all claims agree")


Policy = Callable[[Sequence[Claim], Sequence[str]], Chosen]
POLICIES: dict[str, Policy] = {
    "range": range_, "lowest": lowest, "highest": highest, "median": median, "latest": latest, "majority": majority, "priority": source_priority, "undecided": undecided,
}  # fmt: skip


def choose(claims: Sequence[Claim], policy: str, priority: Sequence[str] = ()) -> Chosen:
    """Return what a policy chooses among the claims on one question. Raise CorpusError for an unknown policy."""
    if policy not in POLICIES:
        raise CorpusError(f"no policy {policy!r}; known: {', '.join(POLICIES)}")
    standing = sorted((c for c in claims if c.standing), key=lambda c: c.claim)
    return POLICIES[policy](standing, priority) if standing else Chosen(reason="no claim stands")


def _is_figure(claims: Sequence[Claim]) -> bool:
    return bool(claims) and claims[0].question == "toll"


def _low(claim: Claim) -> int:
    return claim.low if claim.low is not None else claim.high or 0


def _values(claims: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(sorted({c.value for c in claims}))


def _extreme(claims: Sequence[Claim], name: str, pick: Callable[[list[int]], int]) -> Chosen:
    if _is_figure(claims):
        value = pick([_low(c) for c in claims] if name == "lowest" else [c.high if c.high is not None else _low(c) for c in claims])
        return Chosen(low=value, high=value, reason=f"{name} of {_tell(claims)}")
    if claims[0].question == "date":
        values = _values(claims)
        return Chosen(values=(values[0] if name == "lowest" else values[-1],), reason=f"{name} of {_tell(claims)}")
    return undecided(claims)


def _agreed(claims: Sequence[Claim], why: str) -> Chosen:
    """Return the one value of these claims, or none with the reason that they differ."""
    if len(_values(claims)) > 1:
        return Chosen(reason=f"undecided: {_tell(claims)}")
    first = claims[0]
    return Chosen(values=tuple(first.value.split("; ")), low=first.low, high=first.high, reason=f"{why}: {_tell(claims)}")


def _tell(claims: Sequence[Claim]) -> str:
    """Return the claims as words: who says what."""
    by_value: dict[str, list[str]] = {}
    for claim in claims:
        by_value.setdefault(claim.value, []).append(claim.claimant)
    return "; ".join(f"{value} ({', '.join(sorted(set(names)))})" for value, names in sorted(by_value.items()))
