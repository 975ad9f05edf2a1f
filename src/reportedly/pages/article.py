"""One HTML page of coded articles: the text with its words marked, each record as a card linked both ways.

Status and source come before the deed, in words, so that a threat never looks like a fact. The page loads nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape
from importlib.resources import files

from reportedly.pages.marked import marked_text
from reportedly.records import Actor, CodedArticle, Event, Span, Statement, Time

LEAD = {  # how a status reads before the deed
    "actual": "reported as done",
    "future": "announced, not done",
    "demanded": "demanded, not done",
    "hypothetical": "only possible",
    "denied": "denied",
}


def render_page(coded: Sequence[CodedArticle]) -> str:
    """Return a whole page for some articles: readable from a file, on a phone and without colour."""
    title = _title(coded[0]) if len(coded) == 1 else f"{len(coded)} articles"
    nav = "".join(f'<li><a href="#d{n}">{escape(_title(c))}</a> <small>{escape(c.article.outlet or "")}</small></li>' for n, c in enumerate(coded, 1))
    body = "".join(_section(c, f"d{n}") for n, c in enumerate(coded, 1))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">"
        f"<title>reportedly: {escape(title)}</title><style>{_asset('page.css')}</style></head><body>"
        f"<header><h1>reportedly</h1><p>Who did what to whom - did it happen - and according to whom.</p>{_legend()}"
        f"{f'<nav aria-label=articles><ol>{nav}</ol></nav>' if len(coded) > 1 else ''}</header><main>{body}</main>"
        f"<script>{_asset('page.js')}</script></body></html>\n"
    )


def render_fragment(coded: CodedArticle) -> str:
    """Return one article as a fragment for a notebook: the marked text and its records beside it."""
    return f"<div class=reportedly><style>{_asset('page.css')}</style>{_section(coded, 'n' + coded.article.id[:8])}</div>"


@cache
def _asset(name: str) -> str:
    return files("reportedly.pages").joinpath(name).read_text(encoding="utf-8")


def _title(coded: CodedArticle) -> str:
    article = coded.article
    return " ".join((article.title or article.text.strip().split("\n", 1)[0]).split())[:120]


def _legend() -> str:
    names = (("trigger", "event"), ("cue", "cue"), ("content", "what is said"), ("actor", "actor"), ("place", "place"), ("time", "time"), ("toll", "toll"), ("framing", "framing word"))
    return "<p class=legend>Marked: " + " ".join(f'<span class="{layer}">{name}</span>' for layer, name in names) + "</p>"


def _section(coded: CodedArticle, key: str) -> str:
    prefix = key + "-"
    article = coded.article
    about = " · ".join(escape(part) for part in (article.outlet, article.published, article.url, f"id {article.id}") if part)
    events = "".join(_event_card(coded, e, prefix) for e in coded.events) or "<p>No event was coded.</p>"
    said = "".join(_statement_card(coded, s, prefix) for s in coded.statements) or "<p>No statement was found.</p>"
    return (
        f'<section id="{key}" class="article"><p class=about>{about}</p><div class=columns><article class=text>{marked_text(coded, prefix)}</article>'
        f"<div class=records><h3>Events ({len(coded.events)})</h3>{events}<details><summary>Statements ({len(coded.statements)})</summary>{said}</details>"
        f"<details><summary>Actors ({len(coded.actors)})</summary>{_actor_table(coded, prefix)}</details>{_framing(coded)}</div></div></section>"
    )


def _event_card(coded: CodedArticle, event: Event, prefix: str) -> str:
    text = coded.article.text
    names = {a.id: a for a in coded.actors}
    voice = f"according to {_names(names, event.sources)}" if event.sources else "in the article's own voice"
    kind = event.type + (f" / {event.mode}" if event.mode else "")
    who, whom = _names(names, event.actors) or "<i>nobody named</i>", _names(names, event.recipients)
    rows = [("words", f"<q>{escape(text[slice(*event.trigger)])}</q> in <q>{escape(_around(text, event.sentence))}</q>")]
    time = next((t for t in coded.times if t.id == event.time), None)
    if time is not None:
        rows.append(("when", _when(text, time)))
    place = next((p for p in coded.places if p.id == event.place), None)
    if place is not None:
        rows.append(("where", escape(place.name) + (f" ({escape(place.country)})" if place.country else "")))
    for toll in event.toll:
        rows.append((toll.kind, f"{_interval(toll.low, toll.high)} <q>{escape(text[slice(*toll.span)])}</q>"))
    rows.append(("confidence", f"{event.confidence:.2f}"))
    details = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in rows)
    return (
        f'<div class="card event {event.status}" id="{prefix}{event.id}" data-r="{prefix}{event.id}" tabindex="0"><p class=lead><b>{LEAD[event.status]}</b>, {voice}</p>'
        f'<p class=deed>{who} &rarr; <b class=type>{kind}</b>{" &rarr; " + whom if whom else ""} <a class=back href="#{prefix}{event.id}-text">{event.id} in the text</a></p><dl>{details}</dl></div>'
    )


def _statement_card(coded: CodedArticle, said: Statement, prefix: str) -> str:
    text = coded.article.text
    names = {a.id: a for a in coded.actors}
    speaker = _names(names, said.speakers) or "; ".join(f"<q>{escape(text[slice(*s)])}</q>" for s in said.speaker_spans) or "<i>nobody named</i>"
    cue = f" <q>{escape(text[slice(*said.cue)])}</q>" if said.cue else ""
    channel = f", carried by {_names(names, (said.channel,))}" if said.channel else ""
    return (
        f'<div class="card said" id="{prefix}{said.id}" data-r="{prefix}{said.id}" tabindex="0"><p class=lead><b>{speaker}</b>{cue} ({said.kind}{channel})</p>'
        f'<blockquote dir="auto">{escape(_around(text, said.content, 400))}</blockquote><p><a class=back href="#{prefix}{said.id}-text">{said.id} in the text</a></p></div>'
    )


def _actor_table(coded: CodedArticle, prefix: str) -> str:
    rows = "".join(
        f'<tr data-r="{prefix}{a.id}" tabindex="0"><td dir="auto">{escape(a.name)}</td><td>{a.kind}</td><td>{escape(" ".join(filter(None, (a.country, a.sector))))}</td><td>{escape(_role(a))}</td><td>{len(a.mentions)}</td></tr>'
        for a in coded.actors
    )
    return f"<table><thead><tr><th>name<th>kind<th>country, sector<th>role<th>mentions</tr></thead><tbody>{rows}</tbody></table>"


def _framing(coded: CodedArticle) -> str:
    if not coded.framing:
        return ""
    items = "".join(
        f"<li><q>{escape(coded.article.text[slice(*f.span)])}</q> {escape(f.kind)}{f' of {f.event}' if f.event else ''}{f': {escape(f.reason)}' if f.reason else ''}</li>" for f in coded.framing
    )
    return f"<details><summary>Framing words ({len(coded.framing)})</summary><ul>{items}</ul></details>"


def _names(actors: dict[str, Actor], ids: Sequence[str]) -> str:
    return " and ".join(f'<bdi class="name">{escape(actors[i].name)}</bdi>' for i in ids)


def _role(actor: Actor) -> str:
    return ", ".join(filter(None, (actor.role, actor.affiliation)))


def _around(text: str, span: Span, width: int = 220) -> str:
    words = " ".join(text[slice(*span)].split())
    return words if len(words) <= width else words[: width - 1] + "\u2026"


def _when(text: str, time: Time) -> str:
    days = time.start if time.start == time.end else f"{time.start} to {time.end}"
    return f"{escape(days or 'not resolved')} <q>{escape(text[slice(*time.span)])}</q>"


def _interval(low: int | None, high: int | None) -> str:
    if low == high:
        return str(low)
    return f"at least {low}" if high is None else f"at most {high}" if low is None else f"{low} to {high}"
