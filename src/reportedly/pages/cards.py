"""The records of one article as cards and tables: status and source first, then the deed, then the words and the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.pages.marked import as_text
from reportedly.records import Actor, CodedArticle, Event, Evidence, Span, Statement, Status, Time

LEAD: dict[Status, str] = {  # what a status says of the deed
    "actual": "reported as done",
    "future": "announced or expected, not done",
    "demanded": "asked for, not done",
    "hypothetical": "only possible",
    "denied": "reported as not so",
}


class Cards:
    """One article's records as HTML; every id and link begins with ``prefix``."""

    def __init__(self, coded: CodedArticle, prefix: str) -> None:
        self.coded, self.prefix, self.text = coded, prefix, coded.article.text
        self.actors = {a.id: a for a in coded.actors}
        self.times = {t.id: t for t in coded.times}
        self.places = {p.id: p for p in coded.places}

    def event(self, event: Event) -> str:
        """Return an event's card: did it happen and who says so, who did what to whom, the words, the reasons."""
        key = self.prefix + event.id
        kind = event.type + (f" / {event.mode}" if event.mode else "")
        kind = f"{as_text(event.code)} ({kind})" if event.code else kind
        who, whom = self.names(event.actors) or "<i>nobody named</i>", self.names(event.recipients)
        return (
            f'<div class="card event {event.status}" id="{key}" data-r="{key}">'
            f'<p class="lead"><b class="status">{event.status}</b> <span class="gloss">{LEAD[event.status]},</span> <span class="voice">{self.voice(event)}</span></p>'
            f'<p class="deed">{who} <span class="arrow">&rarr;</span> <b class="type">{kind}</b>{f" <span class=arrow>&rarr;</span> {whom}" if whom else ""}</p>'
            f"{_list(self.event_rows(event))}{self.foot(event.id, self.event_links(event), event.evidence)}</div>"
        )

    def voice(self, event: Event) -> str:
        """Return who stands behind an event; a statement without a known speaker is not the article's own voice."""
        if event.sources:
            return f"according to {self.names(event.sources)}"
        return "according to somebody not named" if event.statement else "in the article's own voice"

    def event_rows(self, event: Event) -> Iterable[tuple[str, str]]:
        """Yield what else an event says, as name and HTML."""
        yield "words", f"{self.quote(event.trigger)} in {self.quote(event.sentence)}"
        if (time := self.times.get(event.time or "")) is not None:
            yield "when", f"{_days(time)} {self.quote(time.span)}"
        if (place := self.places.get(event.place or "")) is not None:
            yield "where", bdi(place.name) + (f" ({as_text(place.country)})" if place.country else "")
        for toll in event.toll:
            yield toll.kind, f"{interval(toll.low, toll.high)} {self.quote(toll.span)}"

    def event_links(self, event: Event) -> Iterable[str]:
        """Yield links from an event to its statement and to the other mentions of its incident, and its confidence."""
        if event.statement:
            yield f"said in {self.link(event.statement)}"
        same = [e.id for e in self.coded.events if e.incident and e.incident == event.incident and e.id != event.id]
        yield f"confidence {event.confidence:.2f}"
        if same:
            yield f"same occurrence as {', '.join(self.link(i) for i in same)}"

    def statement(self, said: Statement) -> str:
        """Return a statement's card: who says, by which words, what."""
        key = self.prefix + said.id
        speaker = self.names(said.speakers) or "; ".join(self.quote(s) for s in said.speaker_spans) or "<i>nobody named</i>"
        cue = f" {self.quote(said.cue)}" if said.cue else ""
        channel = f", carried by {self.names((said.channel,))}" if said.channel else ""
        return (
            f'<div class="card said" id="{key}" data-r="{key}"><p class="lead">{speaker}{cue} <span class="gloss">{said.kind}{channel}</span></p>'
            f'<blockquote dir="auto">{as_text(_shortened(self.text, said.content, 400))}</blockquote>{self.foot(said.id, self.statement_links(said), said.evidence)}</div>'
        )

    def statement_links(self, said: Statement) -> Iterable[str]:
        """Yield links from a statement to the one it stands in, its time and the events it reports."""
        if said.parent:
            yield f"as told in {self.link(said.parent)}"
        if said.time and said.time in self.times:
            yield f"said {_days(self.times[said.time])}"
        events = [e.id for e in self.coded.events if e.statement == said.id]
        if events:
            yield f"events {', '.join(self.link(i) for i in events)}"

    def foot(self, record: str, links: Iterable[str], evidence: Sequence[Evidence]) -> str:
        """Return a card's last lines: the way back to the words, ways to other records, the reasons."""
        back = f'<a class="back" href="#{self.prefix}{record}-text">{record} in the text</a>'
        reasons = "".join(f"<dt>{as_text(e.field)}</dt><dd>{self.reason(e)}</dd>" for e in evidence)
        why = f'<details class="why"><summary>why</summary><dl>{reasons}</dl></details>' if reasons else ""
        return f'<p class="foot">{" &middot; ".join((back, *links))}</p>{why}'

    def reason(self, evidence: Evidence) -> str:
        """Return one reason: the words, the rule, the lexicon line."""
        words = f"{self.quote(evidence.span)} " if evidence.span else ""
        return words + as_text(evidence.rule) + (f" <code>{as_text(evidence.entry)}</code>" if evidence.entry else "")

    def actor_rows(self) -> list[str]:
        """Return the table rows of the actors."""
        rows = []
        for actor in self.coded.actors:
            cells = (bdi(actor.name), actor.kind, as_text(" ".join(filter(None, (actor.country, actor.sector)))), as_text(_role(actor)), str(len(actor.mentions)))
            rows.append(self.row(actor.id, cells, linked=bool(actor.mentions)))
        return rows

    def place_rows(self) -> list[str]:
        """Return the table rows of the places."""
        rows = []
        for place in self.coded.places:
            cells = (bdi(place.name), as_text(place.country or "-"), place.precision or "-", _coordinates(place.lat, place.lon), as_text(place.gazetteer or "not resolved"))
            rows.append(self.row(place.id, cells, linked=bool(place.mentions)))
        return rows

    def time_rows(self) -> list[str]:
        """Return the table rows of the calendar expressions."""
        return [self.row(t.id, (self.quote(t.span), _days(t)), linked=True) for t in self.coded.times]

    def framing_rows(self) -> list[str]:
        """Return the table rows of the framing words."""
        return [
            self.row(f"f{n}", (self.quote(f.span), as_text(f.kind), as_text(f.reason or ""), self.link(f.event) if f.event else ""), linked=True)
            for n, f in enumerate(self.coded.framing, 1)
        ]

    def row(self, record: str, cells: Sequence[str], *, linked: bool) -> str:
        """Return a table row that lights up with its words; its last cell leads to the first of them."""
        key = self.prefix + record
        back = f'<a class="back" href="#{key}-text">{record}</a>' if linked else record
        return f'<tr id="{key}" data-r="{key}">{"".join(f"<td>{cell}</td>" for cell in (*cells, back))}</tr>'

    def link(self, record: str) -> str:
        """Return a link to a record's card."""
        return f'<a href="#{self.prefix}{record}">{record}</a>'

    def names(self, ids: Sequence[str]) -> str:
        """Return the names of actors, joined."""
        return " and ".join(bdi(self.actors[i].name, "name") for i in ids if i in self.actors)

    def quote(self, span: Span, width: int = 220) -> str:
        """Return the words of a span between quotation marks."""
        return f'<q dir="auto">{as_text(_shortened(self.text, span, width))}</q>'


def bdi(words: str, kind: str = "") -> str:
    """Return words cut off from the direction of those around them."""
    return f"<bdi{f' class={kind}' if kind else ''}>{as_text(words)}</bdi>"


def _list(rows: Iterable[tuple[str, str]]) -> str:
    return f"<dl>{''.join(f'<dt>{name}</dt><dd>{value}</dd>' for name, value in rows)}</dl>"


def _shortened(text: str, span: Span, width: int) -> str:
    words = " ".join(text[slice(*span)].split())
    return words if len(words) <= width else words[: width - 1] + "\u2026"


def _days(time: Time) -> str:
    if time.start is None:
        return "not resolved"
    return as_text(time.start if time.start == time.end else f"{time.start} to {time.end}")


def interval(low: int | None, high: int | None) -> str:
    """Return a count in words: "at least 4", "4 to 6", "4"."""
    if low is None or high is None:
        return f"at least {low}" if low is not None else f"at most {high}" if high is not None else "not counted"
    return str(low) if low == high else f"{low} to {high}"


def _role(actor: Actor) -> str:
    return ", ".join(filter(None, (actor.role, actor.affiliation)))


def _coordinates(lat: float | None, lon: float | None) -> str:
    return "-" if lat is None or lon is None else f"{lat:.2f}, {lon:.2f}"
