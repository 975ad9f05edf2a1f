"""One HTML page of coded articles: the text with its words marked, each record as a card linked both ways.

Status and source come before the deed, in words, so that a threat never looks like a fact. The page loads nothing.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from reportedly.pages.cards import LEAD, Cards, bdi
from reportedly.pages.frame import asset, framed
from reportedly.pages.marked import marked_text
from reportedly.records import CodedArticle

_LEGEND = (
    ("trigger actual", "event"), ("cue", "cue"), ("content", "what is said"), ("actor", "actor"), ("place", "place"),
    ("time", "time"), ("toll", "toll"), ("framing", "framing word"),
)  # fmt: skip
_ACTORS, _PLACES = ("name", "kind", "country, sector", "role", "mentions", "words"), ("name", "country", "precision", "lat, lon", "gazetteer", "words")
_TIMES, _FRAMING = ("expression", "days", "words"), ("word", "kind", "reason", "bears on", "words")


def render_page(coded: Sequence[CodedArticle]) -> str:
    """Return a whole page for some articles: readable from a file, on a phone, in print and without colour."""
    title = headline(coded[0]) if len(coded) == 1 else f"{len(coded)} articles"
    body = "".join(_section(c, f"d{n}") for n, c in enumerate(coded, 1))
    head = f"<header><h1>reportedly</h1><p>Who did what to whom - did it happen - and according to whom.</p>{_legend()}{_contents(coded)}</header>"
    return framed(title, f"{head}<main>{body}</main>", style=asset("page.css"), script=asset("page.js"))


def render_fragment(coded: CodedArticle) -> str:
    """Return one article as a fragment for a notebook: the marked text and its records beside it."""
    key = hashlib.sha256(f"{coded.article.id}\n{coded.article.text}".encode("utf-8", "replace")).hexdigest()[:8]
    return f'<div class="reportedly"><style>{asset("page.css")}</style>{_section(coded, f"n{key}")}</div>'


def headline(coded: CodedArticle) -> str:
    """Return what to call an article: its title, else its first line, at most 120 characters."""
    article = coded.article
    return " ".join((article.title or article.text.strip().split("\n", 1)[0]).split())[:120]


def _legend() -> str:
    marks = "".join(f'<li><span class="{layer}">{name}</span></li>' for layer, name in _LEGEND)
    statuses = "".join(f'<li><span class="trigger {status}">{status}</span> {meaning}</li>' for status, meaning in LEAD.items())
    return f'<ul class="legend" aria-label="marks">{marks}</ul><ul class="legend" aria-label="line under an event">{statuses}</ul>'


def _contents(coded: Sequence[CodedArticle]) -> str:
    if len(coded) < 2:
        return ""
    items = "".join(f'<li><a href="#d{n}">{bdi(headline(c))}</a> <small>{bdi(c.article.outlet or "")}</small></li>' for n, c in enumerate(coded, 1))
    return f'<nav aria-label="articles"><ol>{items}</ol></nav>'


def _section(coded: CodedArticle, key: str) -> str:
    cards = Cards(coded, key + "-")
    events = "".join(map(cards.event, coded.events)) or "<p>No event was coded.</p>"
    said = "".join(map(cards.statement, coded.statements)) or "<p>No statement was found.</p>"
    return (
        f'<section id="{key}" class="article">{_about(coded)}<div class="columns"><div class="text" lang="en">{marked_text(coded, cards.prefix)}</div>'
        f'<div class="records"><h3>Events ({len(coded.events)})</h3>{events}<details open><summary>Statements ({len(coded.statements)})</summary>{said}</details>'
        f"{_table('Actors', _ACTORS, cards.actor_rows())}{_table('Places', _PLACES, cards.place_rows())}"
        f"{_table('Times', _TIMES, cards.time_rows())}{_table('Framing words', _FRAMING, cards.framing_rows())}</div></div></section>"
    )


def _about(coded: CodedArticle) -> str:
    article = coded.article
    first = article.text.strip().split("\n", 1)[0].strip()
    title = f'<h2 class="title">{bdi(article.title)}</h2>' if article.title and article.title.strip() != first else ""
    parts = " &middot; ".join(bdi(part) for part in (article.outlet, article.published, article.url, f"id {article.id}") if part)
    count = Counter(e.status for e in coded.events)
    tally = " &middot; ".join(f"<b>{count[status]}</b> {status}" for status in LEAD if count[status])
    return f'{title}<p class="about">{parts}</p><p class="about">{len(coded.events)} events{f": {tally}" if tally else ""}</p>'


def _table(name: str, columns: Sequence[str], rows: Sequence[str]) -> str:
    if not rows:
        return ""
    head = "".join(f'<th scope="col">{column}</th>' for column in columns)
    table = f'<table><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'
    return f'<details class="table"><summary>{name} ({len(rows)})</summary><div class="scroll">{table}</div></details>'
