"""What the corpus keeps of an article for comparing it with others: reports with their parties, places, tolls and mentions.

A report is what one article says of one occurrence. It is made from the article's own record and nothing else, so it is the same whatever else the
corpus holds; all that depends on other articles (incidents, actors, claims) is worked out from reports.
"""

from __future__ import annotations

from reportedly.records import Record, Span

ARROW = " \u2192 "  # between the two names of a pair: who acts on whom


class Party(Record, frozen=True):
    """An actor of one article as other articles may name it. ``known``: the name under which the actor lexicon lists it."""

    id: str  # inside its article
    name: str
    kind: str
    named: bool  # False: only described ("police", "two men")
    known: str | None = None
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    affiliation: str | None = None
    place: str | None = None  # "named" ("Tessit"), or "kind" ("the village"): the party is a place that is acted on


class Spot(Record, frozen=True):
    """Where an act took place. Coordinates in decimal degrees."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    gazetteer: str | None = None
    precision: str | None = None


class Figure(Record, frozen=True):
    """A count of people harmed, with its words and whom it counts."""

    kind: str
    low: int | None
    high: int | None
    words: str
    scope: str


class Telling(Record, frozen=True):
    """One mention of the report's occurrence: who vouches for it, how, in which sentence, and what it adds."""

    event: str
    status: str
    stance: str
    sources: tuple[str, ...]  # ids of parties; empty: the article itself
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    span: Span
    sentence: str
    clause: tuple[str, ...] = ()  # telling words of its clause, folded, sorted
    cue: str | None = None
    entry: str | None = None  # the line of cues.tsv
    statement: str | None = None
    start: str | None = None
    end: str | None = None
    said: str | None = None  # day it was said, where the text says
    spot: Spot | None = None
    figures: tuple[Figure, ...] = ()


class Report(Record, frozen=True):
    """What one article says of one occurrence. ``happened``: told as done or as not done, rather than as planned, asked for or possible."""

    key: str  # "ARTICLE:e3", the first mention
    article: str
    type: str
    happened: bool
    published: str | None
    modes: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    spots: tuple[Spot, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    words: tuple[str, ...] = ()  # telling words of its sentences, folded, sorted
    hours: tuple[str, ...] = ()  # parts of the day it names
    apart: bool = False  # its own words set it apart from another occurrence ("a second strike")
    context: tuple[str, ...] = ()  # places and countries that the article names anywhere, by id and by name
    setting: tuple[Spot, ...] = ()  # the town or site that the article names most, for a report without a place of its own
    tellings: tuple[Telling, ...] = ()
    parties: tuple[Party, ...] = ()  # every actor a telling refers to
    beside: tuple[str, ...] = ()  # keys of this article's threats and plans told in one sentence with it

    def named(self, ids: tuple[str, ...]) -> tuple[Party, ...]:
        """Return the parties with these ids."""
        by_id = {p.id: p for p in self.parties}
        return tuple(by_id[i] for i in ids)


class Source(Record, frozen=True):
    """What claims need to know of an article."""

    article: str
    outlet: str | None
    published: str | None
    current: bool
    origin: str  # outlet or article that stands for all its copies: what is counted for independence


class Claim(Record, frozen=True):
    """Who says what on one question of one incident. Several reports of the same words by the same claimant are one claim."""

    claim: str
    incident: str
    question: str  # happened, actor, recipient, toll, place, date
    value: str  # what is claimed: "yes" (or planned, demanded, possible), names joined by "; ", a count, a place, days
    stance: str  # says, alleges, confirms, denies, retracts
    claimant: str  # name; an outlet's where the article speaks itself
    claimant_id: str | None
    own_voice: bool  # True: the outlets say it themselves
    side: str | None  # actor, recipient: the claimant is a party to the incident, or belongs to one
    words: str  # the sentence in which it was first said
    first: str | None  # day it was first said
    last: str | None
    article: str  # where it was first said
    event: str
    indicator: str | None = None  # killed, injured ... of a toll
    low: int | None = None
    high: int | None = None
    scope: str | None = None
    as_of: str | None = None
    cue: str | None = None
    entry: str | None = None
    carried_by: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    reports: int = 0
    independent: int = 0
    current: bool = True  # False: only superseded versions of articles say it
    replaces: str | None = None  # the claimant's earlier figure that this one changes
    standing: bool = True  # counts for the policies: current, affirming, neither replaced nor taken back by its claimant
