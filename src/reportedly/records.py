"""Every record of reportedly, as frozen structs: read this module and you know the product.

Spans are pairs ``(start, end)`` of code-point offsets into ``Article.text``, end exclusive, so that
``text[start:end]`` always shows the words a value came from. Days are ISO 8601 strings (``2024-02-12``).
The field meanings are the codebook's (docs/codebook.md).
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

Span = tuple[int, int]

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal["actual", "future", "demanded", "hypothetical", "denied"]
ActorKind = Literal["person", "group"]
StatementKind = Literal["direct", "indirect", "mixed"]
TollKind = Literal["killed", "injured", "detained", "displaced", "missing"]
Precision = Literal["site", "city", "district", "province", "country", "region"]


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """Base of all records: immutable, keyword-only, refusing fields it does not know."""


class Evidence(Record, frozen=True):
    """Why one field has its value: the words it came from and the rule or lexicon line that decided."""

    field: str
    rule: str
    span: Span | None = None
    entry: str | None = None  # "file:line" of the lexicon entry, when one decided


class Article(Record, frozen=True):
    """One text as it was read; ``text`` is never changed after reading."""

    text: str
    id: str = ""
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str = "en"
    author: str | None = None  # several are joined by "; "
    modified: str | None = None  # last change, as its source writes it
    notes: tuple[str, ...] = ()  # corrections and editor's notes of its publisher
    digest: str | None = None  # "sha256:..." of the page or PDF the text was extracted from


class Actor(Record, frozen=True):
    """A political actor under the fullest name the article gives it, with every mention of it."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None  # ISO 3166 alpha-3, or IGO, NGO, ISM, MNC for bodies of no country
    sector: str | None = None  # PLOVER sector code
    role: str | None = None
    affiliation: str | None = None
    mentions: tuple[Span, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Place(Record, frozen=True):
    """A place name with what the gazetteer knows of it; coordinates in decimal degrees (WGS 84)."""

    id: str
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    gazetteer: str | None = None  # "geonames:99237", or "hand:NAME" for a place of our own list
    precision: Precision | None = None
    mentions: tuple[Span, ...] = ()


class Time(Record, frozen=True):
    """A calendar expression; both days null when it cannot be resolved."""

    id: str
    span: Span
    start: str | None = None
    end: str | None = None
    rule: str | None = None


class Statement(Record, frozen=True):
    """Somebody's words or thoughts as reported."""

    id: str
    speakers: tuple[str, ...]
    speaker_spans: tuple[Span, ...]
    cue: Span | None
    content: Span
    kind: StatementKind
    stance: str = "says"  # what the speaker does by it, a word of column `stance` of cues.tsv
    channel: str | None = None  # actor id of the outlet that carried an interview
    time: str | None = None
    parent: str | None = None
    evidence: tuple[Evidence, ...] = ()


class Toll(Record, frozen=True):
    """A count of people harmed, with the words that give it; ``high`` is null for "at least"."""

    kind: TollKind
    low: int | None
    high: int | None
    span: Span


class Event(Record, frozen=True):
    """One mention of an event: who did what to whom - did it happen - and according to whom."""

    id: str
    type: EventType
    mode: str | None
    trigger: Span
    sentence: Span
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    status: Status
    sources: tuple[str, ...]
    statement: str | None = None
    time: str | None = None
    place: str | None = None
    toll: tuple[Toll, ...] = ()
    incident: str | None = None
    code: str | None = None  # of the user's own codebook; a kind of ``type``
    confidence: float = 0.0
    evidence: tuple[Evidence, ...] = ()


class Framing(Record, frozen=True):
    """A word of the article's own voice that judges rather than describes."""

    span: Span
    kind: str
    event: str | None = None
    reason: str | None = None


class CodedArticle(Record, frozen=True):
    """An article and all that was coded from it; the JSON record of the codebook, section 10."""

    article: Article
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    framing: tuple[Framing, ...] = ()

    def to_rows(self) -> list[dict[str, Any]]:
        """Return one flat dict an event, with names instead of ids, for pandas, polars or csv."""
        from reportedly.rows import event_rows

        return event_rows(self)

    def _repr_html_(self) -> str:
        """Show the highlighted text and its records in a notebook."""
        from reportedly.pages.article import render_fragment

        return render_fragment(self)


class SetAside(Record, frozen=True):
    """An input that could not be coded: what, where and why."""

    file: str
    record: str  # "line 3", "article xyz"
    reason: str
    component: str = "reading"  # where it failed: a module of the coder, or a limit
