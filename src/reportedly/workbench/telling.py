"""One article's records as plain values for a template: every event as a sentence, with its words and reasons. Nothing is worked out here but wording."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.pages.cards import interval
from reportedly.records import Actor, CodedArticle, Event, Evidence, Span, Statement, Status

# What a speaker does who says that something will be, should be or is; the word an event's sentence begins with when it is said so.
_SAID = {"threatens": "threatened", "demands": "demanded", "promises": "promised", "warns": "warned of", "alleges": "alleged", "denies": "denied", "confirms": "confirmed", "retracts": "taken back"}
_LEAD: dict[Status, str] = {"actual": "reported", "future": "announced", "demanded": "demanded", "hypothetical": "possible", "denied": "denied"}
_FITTING: dict[Status, tuple[str, ...]] = {  # stances that say more than the status alone
    "actual": ("alleges", "confirms"), "future": ("threatens", "promises", "warns"), "demanded": ("demands",), "hypothetical": ("threatens", "warns"), "denied": ("denies", "retracts"),
}  # fmt: skip
_WIDTH = 300


@dataclass(frozen=True)
class Reason:
    """Why one field has its value."""

    field: str
    words: str
    rule: str
    entry: str


@dataclass(frozen=True)
class EventLine:
    """An event as a sentence: lead, who, what, to whom, according to whom; ``voice`` is said when there is no source."""

    id: str
    status: Status
    lead: str
    type: str
    words: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    sources: tuple[str, ...]
    voice: str
    when: str
    where: str
    tolls: tuple[str, ...]
    sentence: str
    confidence: float
    statement: str | None
    same: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class StatementLine:
    """A statement: who, by which cue, what."""

    id: str
    speakers: tuple[str, ...]
    cue: str
    stance: str
    kind: str
    channel: str
    parent: str | None
    content: str
    events: tuple[str, ...]
    reasons: tuple[Reason, ...]


class Telling:
    """One article's records as lines."""

    def __init__(self, coded: CodedArticle) -> None:
        self.coded, self.text = coded, coded.article.text
        self._actors: dict[str, Actor] = {a.id: a for a in coded.actors}
        self._times = {t.id: t for t in coded.times}
        self._places = {p.id: p for p in coded.places}
        self._said: dict[str, Statement] = {s.id: s for s in coded.statements}
        self._same: dict[str, list[str]] = {}
        for event in coded.events:
            if event.incident:
                self._same.setdefault(event.incident, []).append(event.id)

    @property
    def events(self) -> list[EventLine]:
        """Every event."""
        return [self.event(event) for event in self.coded.events]

    @property
    def statements(self) -> list[StatementLine]:
        """Every statement."""
        told: dict[str, list[str]] = {}
        for event in self.coded.events:
            told.setdefault(event.statement or "", []).append(event.id)
        return [self._statement(said, told.get(said.id, [])) for said in self.coded.statements]

    def event(self, event: Event) -> EventLine:
        """Return one event as a sentence."""
        time, place = self._times.get(event.time or ""), self._places.get(event.place or "")
        said = self._said.get(event.statement or "")
        return EventLine(
            id=event.id, status=event.status, lead=_SAID[said.stance] if said and said.stance in _FITTING[event.status] else _LEAD[event.status],
            type=event.type + (f" / {event.mode}" if event.mode else ""), words=self.quote(event.trigger), actors=self._names(event.actors),
            recipients=self._names(event.recipients), sources=self._names(event.sources),
            voice="" if event.sources else "according to somebody not named" if event.statement else "in the article's own voice",
            when="" if time is None else _days(time.start, time.end), where="" if place is None else ", ".join(filter(None, (place.name, place.country))),
            tolls=tuple(f"{t.kind} {interval(t.low, t.high)} \u201c{self.quote(t.span)}\u201d" for t in event.toll), sentence=self.quote(event.sentence),
            confidence=event.confidence, statement=event.statement, same=tuple(i for i in self._same.get(event.incident or "", ()) if i != event.id),
            reasons=self._reasons(event.evidence),
        )  # fmt: skip

    def quote(self, span: Span | None) -> str:
        """Return the words of a span on one line, the end cut off when there are many."""
        if span is None:
            return ""
        words = " ".join(self.text[slice(*span)].split())
        return words if len(words) <= _WIDTH else words[: _WIDTH - 1] + "\u2026"

    def _statement(self, said: Statement, events: Sequence[str]) -> StatementLine:
        speakers = self._names(said.speakers) or tuple(self.quote(s) for s in said.speaker_spans)
        return StatementLine(
            id=said.id, speakers=speakers, cue=self.quote(said.cue), stance=said.stance, kind=said.kind, channel="; ".join(self._names((said.channel,) if said.channel else ())),
            parent=said.parent, content=self.quote(said.content), events=tuple(events), reasons=self._reasons(said.evidence),
        )  # fmt: skip

    def _names(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._actors[i].name for i in ids if i in self._actors)

    def _reasons(self, evidence: Sequence[Evidence]) -> tuple[Reason, ...]:
        return tuple(Reason(e.field, self.quote(e.span), e.rule, e.entry or "") for e in evidence)


def _days(start: str | None, end: str | None) -> str:
    return "not resolved" if start is None else start if start == end else f"{start} to {end}"
