"""The status of an incident: what its claims on whether it happened come to, by rules that are written out here and carried as the reason."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.corpus.model import Claim

STATUSES = {
    "confirmed by both sides": "parties on both sides say that it happened, and nobody denies it, or to have done it",
    "reported": "somebody who is no party says that it happened, an outlet in its own voice included, and nobody denies it",
    "claimed by one side only": "only one side says that it happened",
    "contested": "some say that it happened, others deny it",
    "denied": "it is only denied: that it happened, or by the one said to have done it",
    "retracted": "all who said that it happened have taken it back",
    "planned": "told as going to happen",
    "demanded": "told as asked for",
    "possible": "told as possible or conditional",
    "superseded": "only superseded versions of articles tell of it",
}


def decide_status(claims: Sequence[Claim], independent: int) -> tuple[str, str]:
    """Return an incident's status and the reason. ``independent``: how many independent reports it has."""
    happened = [c for c in claims if c.question == "happened" and c.current]
    if not happened and not any(c.current for c in claims):
        return "superseded", "no current article tells of it"
    if told := [name for name in ("planned", "demanded", "possible") if any(c.value == name for c in happened)]:
        return told[0], f"told as {told[0]} by {_names([c for c in happened if c.value == told[0]])}"
    affirming = [c for c in happened if c.standing]
    denying = [c for c in happened if c.stance == "denies"]
    if affirming and denying:
        return "contested", f"said by {_names(affirming)}; denied by {_names(denying)}"
    if not affirming:
        if back := [c for c in happened if c.stance == "retracts"]:
            return "retracted", f"taken back by {_names(back)}"
        denying = denying or [c for c in claims if c.stance == "denies" and c.current]
        return "denied", f"denied by {_names(denying)}"
    sides = {c.side for c in affirming}
    if {"actor", "recipient"} <= sides and not any(c.question == "actor" and c.stance == "denies" and c.current for c in claims):
        return "confirmed by both sides", f"said by {_names([c for c in affirming if c.side])}"
    if None in sides:
        outlets = f"reported by {independent} independent outlet{'s' if independent != 1 else ''}"
        named = [c for c in affirming if not c.own_voice]
        return "reported", outlets + (f"; said by {_names(named)}" if named else "")
    return "claimed by one side only", f"said by {_names(affirming)}"


def _names(claims: Sequence[Claim]) -> str:
    return ", ".join(sorted({c.claimant for c in claims}))
