"""Explanations: for each value of a record the words it came from and the rule or lexicon line that produced it."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.records import CodedArticle, Event, Evidence, Span, Time, Toll

FIELDS = ("type", "actors", "recipients", "status", "sources", "time", "place", "toll")


def explain(coded: CodedArticle, event_id: str | None = None) -> str:
    """Return the explanation of an article's events, or of one; raise KeyError when there is no such event."""
    events = [e for e in coded.events if event_id in (None, e.id)]
    if event_id is not None and not events:
        raise KeyError(event_id)
    return "\n".join(line for event in events for line in _event(coded, event)) + "\n"


def _event(coded: CodedArticle, event: Event) -> Iterator[str]:
    text = coded.article.text
    yield f"{event.id}  {_quote(text, event.sentence, 160)}"
    for field in FIELDS if event.code is None else ("code", *FIELDS):
        yield f"  {field:<11}{_value(coded, event, field)}"
        for evidence in event.evidence:
            if evidence.field == field:
                yield f"             {_reason(text, evidence)}"
    yield f"  {'confidence':<11}{event.confidence:.2f}"
    yield ""


def _value(coded: CodedArticle, event: Event, field: str) -> str:
    names = {a.id: a.name for a in coded.actors}
    if field == "type":
        return event.type + (f" / {event.mode}" if event.mode else "")
    if field in ("actors", "recipients", "sources"):
        return "; ".join(names[i] for i in getattr(event, field)) or "-"
    if field == "time":
        time = next((t for t in coded.times if t.id == event.time), None)
        return "-" if time is None else _days(time)
    if field == "place":
        place = next((p for p in coded.places if p.id == event.place), None)
        return "-" if place is None else f"{place.name} ({', '.join(filter(None, (place.country, place.gazetteer))) or 'not in the gazetteer'})"
    if field == "toll":
        return "; ".join(f"{t.kind} {_interval(t)}" for t in event.toll) or "-"
    return str(getattr(event, field))


def _days(time: Time) -> str:
    if time.start is None:
        return "not resolved"
    return time.start if time.start == time.end else f"{time.start} to {time.end}"


def _interval(toll: Toll) -> str:
    if toll.low == toll.high:
        return str(toll.low)
    return f"at least {toll.low}" if toll.high is None else f"at most {toll.high}" if toll.low is None else f"{toll.low} to {toll.high}"


def _reason(text: str, evidence: Evidence) -> str:
    words = f"{_quote(text, evidence.span, 70)} [{evidence.span[0]}:{evidence.span[1]}]  " if evidence.span else ""
    return f"{words}{evidence.rule}" + (f"  ({evidence.entry})" if evidence.entry else "")


def _quote(text: str, span: Span, width: int) -> str:
    words = " ".join(text[slice(*span)].split())
    return '"' + (words if len(words) <= width else words[: width - 3] + "...") + '"'
