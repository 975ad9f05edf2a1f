"""Adding an article: its identity, its rows in the state, and nothing that depends on other articles."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass

import msgspec

from reportedly.corpus.actors import block_keys as sound_keys
from reportedly.corpus.actors import designation, designation_key
from reportedly.corpus.copies import bands, shingles
from reportedly.corpus.deriving import Knowledge, derive_reports
from reportedly.corpus.model import Party, Report
from reportedly.corpus.parties import make_party
from reportedly.corpus.state import State, slot
from reportedly.records import Article, CodedArticle


def article_key(article: Article) -> str:
    """Return the key of an article as it was read: a hash of its text and everything that came with it."""
    return hashlib.sha256(msgspec.json.encode(article)).hexdigest()[:16]


def identity_marks(article: Article) -> tuple[str, ...]:
    """Return what makes two articles versions of one: the address, or the id within an outlet. Neither: only the same text by the same outlet on the same day."""
    marks = []
    if article.url:
        marks.append(f"url {article.url.partition('#')[0].rstrip('/')}")
    if article.id:
        marks.append(f"id {article.outlet or ''} {article.id}")
    return tuple(marks) or (f"key {article_key(article)}",)


def time_stamp(published: str | None, day: str | None) -> str:
    """Return when an article was published as text that sorts by time: to the second (UTC) where the article says so much, else its day."""
    try:
        moment = datetime.datetime.fromisoformat((published or "").strip())
    except ValueError:
        return f"{day}T00:00:00" if day else ""
    if moment.tzinfo is not None:
        moment = moment.astimezone(datetime.UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%S")


@dataclass(frozen=True)
class Derived:
    """All that is worked out from one article alone; the step that workers may do in parallel ends here."""

    key: str
    article: Article  # as read
    coded: CodedArticle
    parties: tuple[Party, ...]
    reports: tuple[Report, ...]


def derive(article: Article, coded: CodedArticle, knowledge: Knowledge) -> Derived:
    """Return what the corpus keeps of an article. ``article`` as read, ``coded`` its record. A pure function."""
    key = article_key(article)
    reports = derive_reports(coded, key, knowledge)
    shown = {p.id: p for r in reports for p in r.parties}
    parties = tuple(shown.get(a.id) or make_party(a, knowledge.actors) for a in coded.actors)
    return Derived(key, article, coded, parties, reports)


def add(state: State, derived: Derived, build: int) -> None:
    """Write one article's rows, inside the caller's transaction; linking takes them up later."""
    article, coded, key = derived.article, derived.coded, derived.key
    runs = shingles(article.text)
    encode = msgspec.msgpack.encode
    state.db.execute(
        "INSERT INTO article (key, stamp, published, outlet, build, slot) VALUES (?, ?, ?, ?, ?, ?)",
        (key, time_stamp(article.published, coded.article.published), coded.article.published, article.outlet, build, slot(key)),
    )
    state.db.execute("INSERT INTO record VALUES (?, ?, ?, ?, ?)", (key, runs.tobytes(), encode(derived.parties), encode(article), encode(coded)))
    state.many("INSERT INTO mark VALUES (?, ?)", ((m, key) for m in identity_marks(article)))
    state.many("INSERT INTO band VALUES (?, ?)", ((b, key) for b in bands(runs)))
    for report in derived.reports:
        state.db.execute("INSERT INTO report (key, article, data) VALUES (?, ?, ?)", (report.key, key, encode(report)))
    for party in derived.parties:
        node = designation_key(party)
        state.db.execute("INSERT OR IGNORE INTO designation (key, data) VALUES (?, ?)", (node, encode(designation(party))))
        state.db.execute("INSERT OR IGNORE INTO naming VALUES (?, ?)", (node, key))
        state.many("INSERT OR IGNORE INTO sound VALUES (?, ?)", ((s, node) for s in sound_keys(party)))

