"""The smallest honest account of one incident: the event, under it one line a claim with its sentence, and its figures over time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportedly.corpus.model import Claim
from reportedly.errors import CorpusError

if TYPE_CHECKING:
    from reportedly.corpus.corpus import Corpus

_QUESTIONS = {"happened": "did it happen", "actor": "who did it", "recipient": "to whom", "toll": "how many", "place": "where", "date": "when"}
_WIDTH = 24


def tell_incident(corpus: Corpus, incident: str) -> str:
    """Return the account of an incident, given by its id or the beginning of it. Raise CorpusError when none, or more than one, begins so."""
    rows = [row for row in corpus.table("incidents").to_pylist() if row["incident"].startswith(incident)]
    if len(rows) != 1:
        raise CorpusError(f"no incident {incident}; list them with: reportedly incidents" if not rows else f"{len(rows)} incidents begin with {incident}; give more of it")
    row = rows[0]
    claims = corpus.claims_of([row["incident"]])[row["incident"]]
    lines = [_head(row), f"  {row['status']}: {row['status_reason']}", f"  1 incident, {_count(row['reports'], 'report')}, {row['independent']} independent: {', '.join(row['outlets']) or 'no outlet named'}"]
    sentences: dict[str, int] = {}
    for question, words in _QUESTIONS.items():
        if asked := [c for c in claims if c.question == question]:
            lines += ["", words + ("  (contested)" if question in row["contested"] else "")]
            lines += [_tell(claim, sentences) for claim in sorted(asked, key=lambda c: (c.first or "", c.claim))]
    if strip := _strip(claims):
        lines += ["", "figures over time", *strip]
    lines += [f"no statement found from {name}" for name in row["silent"]]
    lines += [f"carries out the threat of {other}" for other in row["follows"]]
    lines += ["", f"values by policy {row['policy']}:", *(f"  {reason}" for reason in row["reasons"])]
    return "\n".join(lines) + "\n"


def _head(row: dict[str, Any]) -> str:
    kind = "/".join((row["type"], ", ".join(row["modes"]))) if row["modes"] else row["type"]
    when = row["start"] if row["start"] == row["end"] else f"{row['start']}..{row['end']}"
    return f"{row['incident']}  {kind}  {'; '.join(row['actors']) or '-'} -> {'; '.join(row['recipients']) or '-'}  {when or 'no date'}  {row['place'] or 'no place'}"


def _tell(claim: Claim, sentences: dict[str, int]) -> str:
    """Return one line: who claims what, in which words. A sentence stands where it is needed first, and then only its number."""
    marks = "" if claim.standing or claim.stance in ("denies", "retracts") else "  (superseded)" if not claim.current else "  (replaced or taken back)"
    party = ", a party" if claim.side else ""
    value = {"yes": "that it happened"}.get(claim.value, claim.value) if claim.question == "happened" else claim.value
    number = sentences.get(claim.words)
    words = f"[{number}]" if number else f"[{sentences.setdefault(claim.words, len(sentences) + 1)}] \u201c{claim.words}\u201d"
    carried = f"  carried by {', '.join(claim.carried_by)}" if claim.carried_by and not claim.own_voice else ""
    return f'  {claim.first or "no date"}  {claim.claimant}{party}  {claim.stance}: {value}{marks}  {words}{carried}'


def _strip(claims: list[Claim]) -> list[str]:
    """Return one line a figure, in the order it was said, with a bar of its height."""
    figures = sorted((c for c in claims if c.question == "toll" and c.stance != "denies"), key=lambda c: (c.indicator or "", c.first or "", c.claim))
    most = max((c.low or c.high or 0 for c in figures), default=0)
    out = []
    for claim in figures:
        value = claim.low if claim.low is not None else claim.high or 0
        bar = "#" * max(1, round(value / most * _WIDTH)) if most else ""
        out.append(f"  {claim.first or 'no date':10}  {bar:{_WIDTH}}  {claim.value}  {claim.claimant}")
    return out


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
