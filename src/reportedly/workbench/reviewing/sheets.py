"""A sheet: one article on one track as it stands after all decisions; and the making of the next decision.

Tracks: ``review`` begins with the coder's events and belongs to everyone; ``coder NAME`` and ``final`` begin empty.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.records import CodedArticle, Event
from reportedly.workbench.reviewing.codes import Code, code_of
from reportedly.workbench.reviewing.store import ARTICLE, Decision, Kind, State, Store, standing

REVIEW, FINAL, CODER = "review", "final", "coder "
_VERDICTS: dict[Kind, str] = {"accept": "accepted", "reject": "rejected", "finish": "finished", "reopen": "open"}


@dataclass(frozen=True)
class Entry:
    """One record on a sheet: its state, the number of its last decision, and all decisions on it."""

    record: str
    state: State
    version: int
    history: tuple[Decision, ...]
    event: Event | None = None  # the coder's, on the review track
    base: Code | None = None

    @property
    def code(self) -> Code | None:
        """What stands in the record now."""
        return self.state.code

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided on it yet."""
        return self.state.verdict == "open"

    @property
    def is_coded(self) -> bool:
        """Whether it counts as an event of the article."""
        return self.state.verdict in ("accepted", "corrected", "added")

    @property
    def comments(self) -> list[Decision]:
        """Return the decisions that say something."""
        return [d for d in self.history if d.comment]


@dataclass(frozen=True)
class Sheet:
    """One article on one track."""

    track: str
    article: str
    entries: tuple[Entry, ...]
    whole: Entry  # decisions about the article: finished or not

    @property
    def is_finished(self) -> bool:
        """Whether somebody has said that nothing is missed."""
        return self.whole.state.verdict == "finished"

    @property
    def open(self) -> list[Entry]:
        """The records nobody has decided on."""
        return [e for e in self.entries if e.is_open]

    def entry(self, record: str) -> Entry | None:
        """Return one record's entry."""
        return next((e for e in self.entries if e.record == record), None)


def read_sheet(store: Store, track: str, key: str, coded: CodedArticle) -> Sheet:
    """Return an article's sheet, records in text order."""
    made: dict[str, list[Decision]] = {}
    for decision in store.decisions(track, key):
        made.setdefault(decision.record, []).append(decision)
    whole = _entry(ARTICLE, made.pop(ARTICLE, []), State())
    entries = []
    if track == REVIEW:
        for event in coded.events:
            base = code_of(coded, event)
            entry = _entry(event.id, made.pop(event.id, []), State(code=base))
            entries.append(replace(entry, event=event, base=base))
    for record, decisions in made.items():
        entry = _entry(record, decisions, State(verdict="absent"))
        if entry.state.verdict != "absent":
            entries.append(entry)
    ordered = sorted(entries, key=lambda e: (e.code.trigger if e.code else (0, 0), e.record))
    return Sheet(track, key, tuple(ordered), whole)


def decide(
    sheet: Sheet, entry: Entry, kind: Kind, *, who: str, version: int, code: Code | None = None, comment: str = "", queue: str = ""
) -> Decision:  # fmt: skip
    """Return the decision that takes a record from where ``version`` saw it to where ``kind`` leads; saving it fails when somebody was faster."""
    before = entry.state
    if kind == "comment":
        after = before
    elif kind == "undo":
        after = undone(entry)
    elif kind in ("correct", "add"):
        same = kind == "correct" and code == entry.base
        added = entry.base is None
        after = State(verdict="added" if added else "accepted" if same else "corrected", code=code)
        kind = "accept" if same else kind
    elif kind == "accept" and entry.base is None:
        after = State(verdict="added", code=entry.code)
    else:
        verdict = _VERDICTS[kind]
        after = State(verdict=verdict, code=entry.base if kind == "accept" else entry.code)  # type: ignore[arg-type]
    return Decision(
        track=sheet.track, article=sheet.article, record=entry.record, version=version + 1, who=who, at="", kind=kind, before=before, after=after, comment=comment, queue=queue
    )  # fmt: skip


def undone(entry: Entry) -> State:
    """Return the state of a record before the last decision that stands."""
    states = standing(entry.history, entry.history[0].before if entry.history else entry.state)
    return states[-2] if len(states) > 1 else states[-1]


def new_entry() -> Entry:
    """Return the entry of an event that somebody adds."""
    return Entry(record=f"n{secrets.token_hex(4)}", state=State(verdict="absent"), version=0, history=())


def _entry(record: str, decisions: Sequence[Decision], base: State) -> Entry:
    return Entry(record=record, state=standing(decisions, base)[-1], version=decisions[-1].version if decisions else 0, history=tuple(decisions))
