"""Blocks: the keys under which reports that may be of one occurrence meet, so that not every report is compared with every other.

A key is type, a day and one thing the report tells: a place, a named party, a description. Two reports are compared when they share a key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportedly.corpus.comparing import Traits
from reportedly.corpus.model import Party
from reportedly.corpus.names import name_words, skeleton
from reportedly.corpus.parties import ARMED, STATE, describing_words, is_anyone

LONGEST = 31  # days: what is dated less precisely ("in 2019") names no occurrence
UNDATED = 3  # days before publication on which an undated act may have been
CROWDED = 120  # reports in one block from which only neighbours in sorted order are compared
NEIGHBOURS = 40


def block_keys(traits: Traits) -> tuple[str, ...]:
    """Return a report's keys, sorted."""
    report = traits.report
    head = f"{report.type}{'' if report.happened else '?'}"
    tokens = sorted({*_place_tokens(traits), *(t for p in traits.parties for t in _party_tokens(p))})
    return tuple(f"{head} {day} {token}" for day in _days(traits) for token in tokens)


def _days(traits: Traits) -> Iterable[int]:
    if traits.start is not None and traits.end is not None:
        return range(traits.start, traits.end + 1) if traits.end - traits.start < LONGEST else ()
    if traits.published is None:
        return (0,)
    return range(traits.published - UNDATED, traits.published + 1)


def _place_tokens(traits: Traits) -> Iterator[str]:
    for spot in traits.report.spots or traits.report.setting:
        if spot.precision not in ("country", "region"):
            yield f"@{spot.gazetteer or ' '.join(name_words(spot.name))}"
            yield f"@{' '.join(name_words(spot.name))}"


def _party_tokens(party: Party) -> Iterator[str]:
    if party.known:
        yield f"={party.known}"
    elif party.named:
        yield from (f"~{skeleton(w)}" for w in name_words(party.name)[-1:])
    elif not is_anyone(party) and not (party.sector in ARMED | STATE and len(describing_words(party.name)) == 1):  # "police", "rebels": too many articles have them
        yield from (f"-{w}" for w in sorted(describing_words(party.name)))


def pairs_in_block(members: Sequence[Traits]) -> Iterator[tuple[Traits, Traits]]:
    """Yield the pairs of a block to compare, a pure function of its members: all of them, or in a crowded block each with its neighbours.

    Neighbours stand in the order of recipients, place, toll and words, in which reports of one occurrence come to lie side by side.
    """
    if len(members) < 2:
        return
    if len(members) <= CROWDED:
        ordered = sorted(members, key=lambda t: t.report.key)
        yield from ((a, b) for i, a in enumerate(ordered) for b in ordered[i + 1 :])
        return
    ordered = sorted(members, key=_closeness)
    for i, a in enumerate(ordered):
        for b in ordered[i + 1 : i + 1 + NEIGHBOURS]:
            yield (a, b) if a.report.key < b.report.key else (b, a)


def _closeness(traits: Traits) -> tuple[str, str, str, str]:
    recipients = " ".join(sorted(w for p in traits.recipients for w in describing_words(p.known or p.name)))
    spots = " ".join(sorted(s.gazetteer or s.name for s in traits.report.spots))
    tolls = " ".join(f"{kind}{f.low}" for kind, figures in sorted(traits.figures.items()) for f in figures[:1])
    return spots, recipients, tolls, traits.report.key
