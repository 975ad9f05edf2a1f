"""One incident for a screen: its claims side by side by question and claimant, its figures over time, its reports with copies folded. Nothing is decided here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportedly.corpus.model import Claim

QUESTIONS = {"happened": "Did it happen?", "actor": "Who did it?", "recipient": "To whom?", "toll": "How many?", "place": "Where?", "date": "When?"}


@dataclass(frozen=True)
class Side:
    """What one claimant says on one question, the earliest first."""

    claimant: str
    own_voice: bool
    side: str | None
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Question:
    """One question with everyone who answers it."""

    name: str
    words: str
    contested: bool
    sides: tuple[Side, ...]

    @property
    def values(self) -> list[str]:
        """What is said, each once."""
        return list(dict.fromkeys(c.value for side in self.sides for c in side.claims if c.stance not in ("denies", "retracts")))


@dataclass(frozen=True)
class Figure:
    """One claimed count; ``tenths``: its height in tenths of the highest of its kind."""

    claim: Claim
    tenths: int


@dataclass(frozen=True)
class Copies:
    """Articles that carry one text: the earliest, and the others folded under it."""

    first: str
    others: tuple[str, ...]
    mentions: tuple[dict[str, Any], ...]


def questions_of(claims: Sequence[Claim], contested: Sequence[str]) -> list[Question]:
    """Return the claims by question, and in it by claimant; those with more independent reports first."""
    out = []
    for name, words in QUESTIONS.items():
        asked = [c for c in claims if c.question == name]
        sides: dict[tuple[str, bool], list[Claim]] = {}
        for claim in sorted(asked, key=lambda c: (c.first or "", c.claim)):
            sides.setdefault((claim.claimant, claim.own_voice), []).append(claim)
        ordered = sorted(sides.items(), key=lambda item: (-max(c.independent for c in item[1]), item[0]))
        if asked:
            out.append(Question(name, words, name in contested, tuple(Side(who, own, theirs[0].side, tuple(theirs)) for (who, own), theirs in ordered)))
    return out


def figures_of(claims: Sequence[Claim]) -> dict[str, list[Figure]]:
    """Return the claimed counts by kind, in the order they were said."""
    out: dict[str, list[Figure]] = {}
    counted = sorted((c for c in claims if c.question == "toll" and c.stance != "denies" and c.indicator), key=lambda c: (c.indicator or "", c.first or "", c.claim))
    most: dict[str, int] = {}
    for claim in counted:
        most[claim.indicator or ""] = max(most.get(claim.indicator or "", 0), _height(claim))
    for claim in counted:
        highest = most[claim.indicator or ""]
        out.setdefault(claim.indicator or "", []).append(Figure(claim, round(10 * _height(claim) / highest) if highest else 0))
    return out


def reports_of(mentions: Sequence[dict[str, Any]], copies: dict[str, str]) -> list[Copies]:
    """Return the articles that report an incident, the first one first, copies of one text folded under the earliest."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for mention in mentions:
        groups.setdefault(copies.get(mention["article"], mention["article"]), []).append(mention)
    out = []
    for rows in groups.values():
        articles = list(dict.fromkeys(row["article"] for row in rows))
        out.append(Copies(articles[0], tuple(articles[1:]), tuple(row for row in rows if row["article"] == articles[0])))
    return out


def _height(claim: Claim) -> int:
    return claim.low if claim.low is not None else claim.high or 0
