"""Circumstances: the time, place and toll that an act's own words state.

Reads events, statements, times, places; writes the time, place and toll of events and the time of statements, and adds to the times the spans that acts fill.
"""

from __future__ import annotations

from reportedly.analysis import Analysis, Draft
from reportedly.coding.acting.sharing import lasted
from reportedly.coding.calendar.time_spans import spread
from reportedly.coding.geography.place_described import DescribedPlaces
from reportedly.coding.grammar.syntax import SUBJECTS, is_verb
from reportedly.coding.places import Places
from reportedly.coding.times import entry_time, time_for
from reportedly.coding.tolls.tolls import tolls_for
from reportedly.lexicons.modes import SPEECH_ACTS
from reportedly.records import Toll

_DEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST", "CONSULT", "AID"})
_ON_THE_SPOT = frozenset({"ASSAULT", "COERCE", "AID"})
_DURING = frozenset({"in", "during", "by", "of", "at"})  # "killed in clashes", "at the start of the siege"
_WHEN = frozenset({"when", "as"})
_THEN = _WHEN | {"after"}  # "were killed after gunmen opened fire in Oran": one deed
_STEPS = 5
_UNBORN = frozenset({"future", "demanded", "hypothetical"})


class Circumstances:
    """Give every event its time, place and toll."""

    reads, writes = ("events", "arguments", "status", "times", "places"), ("circumstances",)

    def __init__(self, places: Places) -> None:
        self.places = places

    def __call__(self, analysis: Analysis) -> None:
        for said in analysis.statements:
            time = time_for(analysis, said.cue_tokens[0]) if said.cue_tokens else None
            if time is not None and not said.content[0] <= time.span[0] < said.content[1]:
                said.time = time
        for draft in analysis.events:
            draft.time = time_for(analysis, draft.head, unborn=draft.status in _UNBORN, spoken=draft.type in SPEECH_ACTS) or (entry_time(analysis, draft.head) if draft.status == "actual" else None)
            if draft.time is None and draft.also and draft.status == "actual":  # "a raid near Gao killed nine on Sunday"
                draft.time = next((t for w in draft.also if (t := time_for(analysis, w)) is not None), None)
        spread(analysis)
        _count_once(analysis)
        _date_blows(analysis.events)
        places, described = self.places.of_acts(analysis), DescribedPlaces(analysis)
        for draft in analysis.events:
            draft.place = places.search(draft.head) or described.of(draft)
            if draft.time is not None:
                draft.because("time", draft.time.rule or "calendar expression", draft.time.span)
            else:
                draft.because("time", "empty: no calendar expression in its clause")
            if draft.place is not None:
                draft.because("place", "named in the act's own words", draft.place.mentions[0] if draft.place.mentions else None)
            else:
                draft.because("place", "empty: no place named for the act itself")
            for toll in draft.toll:
                draft.because("toll", toll.kind, toll.span)
        _share(analysis.events)


def _date_blows(events: list[Draft]) -> None:
    """Give a deed the date of the blow that did it, and the first of two deeds told together that of the second: "a strike on May 3 killed two", "killed two and wounded three on Sunday"."""
    by_head = {d.head.i: d for d in events if d.type == "ASSAULT" and d.status == "actual"}
    for draft in by_head.values():
        if draft.time is not None or not is_verb(draft.head):
            continue
        lenders = [c.i for c in draft.head.children if c.dep in ("nsubj", "agent") or (c.dep == "conj" and is_verb(c) and c.child(*SUBJECTS) is None)]
        lender = next((d for i in lenders if (d := by_head.get(i)) is not None and d.time is not None), None)
        if lender is not None:
            draft.time = lender.time


def _count_once(analysis: Analysis) -> None:
    """Give acts their tolls: one count to one act, the nearest above it or beside it: the killing in "the strike killed two"."""
    by_count: dict[tuple[int, int], list[tuple[Draft, Toll]]] = {}
    for draft in analysis.events:
        if draft.status == "actual":  # whom a plan would kill nobody has counted
            for toll in tolls_for(analysis, draft.head, draft.type, draft.mode, draft.also):
                by_count.setdefault(toll.span, []).append((draft, toll))
    for (start, _), told in by_count.items():
        nearest = min((draft for draft, _ in told), key=lambda d: _steps(analysis, start, d)) if len(told) > 1 else told[0][0]
        nearest.toll += [toll for draft, toll in told if draft is nearest]


def _steps(analysis: Analysis, start: int, draft: Draft) -> tuple[int, int]:
    """Return how far above a count an act stands, in words (as far as can be for one that does not), and how many characters away."""
    words = {w.i for w in (draft.head, *draft.also)}
    token, steps = analysis.token_at(start), 0
    while token is not None and token.i not in words:
        token, steps = (token.head, steps + 1) if token.head is not token else (None, len(analysis.tokens))
    return steps, abs(draft.head.start - start)


def _share(events: list[Draft]) -> None:
    """Give acts that tell of one deed the place that only one of them names: "tortured villagers during operations in ...", "were shot when gunmen stormed a hotel in ..."."""
    by_head = {d.head.i: d for d in events if d.type in _DEEDS and d.status == "actual"}
    for inner in list(by_head.values()):
        outer = _within(inner, by_head)
        if outer is None or (outer.place is None) == (inner.place is None):
            continue
        lender, taker = (outer, inner) if inner.place is None else (inner, outer)
        taker.place = lender.place
        taker.evidence = [e for e in taker.evidence if e.field != "place"]
        taker.because("place", f"of the {lender.head.text} it is part of", lender.head.span)


def _within(draft: Draft, by_head: dict[int, Draft]) -> Draft | None:
    """Return the act of the same type in whose clause or phrase another stands."""
    token, link = draft.head, ""
    for _ in range(_STEPS):
        if token.head is token or (token.dep == "conj" and (is_verb(token) or token is not draft.head or any(c.dep == "prep" for c in token.children))) or token.dep in ("ccomp", "pcomp", "parataxis", "appos"):
            return None
        if token.dep in ("prep", "agent"):
            link = token.lower
            if token.lower not in _DURING and not (token.lower == "after" and lasted(draft.head, token)):
                return None
        if token.dep in ("advcl",) and not any(c.lower in (_THEN if token.head.child("auxpass") is not None and token.tag == "VBD" else _WHEN) for c in token.children) and token.tag != "VBG":
            return None
        token = token.head
        if (outer := by_head.get(token.i)) is not None:
            one = outer.type == draft.type or ({outer.type, draft.type} <= _ON_THE_SPOT and link in ("in", "during"))
            return outer if one else None
    return None
