"""Adding an article: its identity, its rows in the state, and nothing that depends on other articles. All but the writing is a pure step, done in workers."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from reportedly.corpus.actors import block_keys as sound_keys
from reportedly.corpus.actors import designation, designation_key
from reportedly.corpus.copies import bands, shingles
from reportedly.corpus.deriving import Knowledge, derive_reports, load_knowledge
from reportedly.corpus.model import Party, Report
from reportedly.corpus.parties import make_party
from reportedly.corpus.state import State, slot
from reportedly.records import Article, CodedArticle
from reportedly.runner import Codes


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


class Prepared(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An article's rows in the state, ready to be written: what a worker sends back, and what a shard holds."""

    key: str
    data: bytes
    coded: bytes
    parties: bytes
    runs: bytes
    stamp: str
    published: str | None
    outlet: str | None
    marks: tuple[str, ...]
    bands: tuple[bytes, ...]
    reports: tuple[tuple[str, bytes], ...]  # key, record
    designations: tuple[tuple[str, bytes, tuple[str, ...]], ...]  # key, record, blocks


def prepare_rows(derived: Derived) -> Prepared:
    """Return an article's rows. A pure function."""
    article, coded = derived.article, derived.coded
    runs, encode = shingles(article.text), msgspec.msgpack.encode
    nodes: dict[str, tuple[bytes, set[str]]] = {}
    for party in derived.parties:
        nodes.setdefault(designation_key(party), (encode(designation(party)), set()))[1].update(sound_keys(party))
    return Prepared(
        derived.key, encode(article), encode(coded), encode(derived.parties), runs.tobytes(), time_stamp(article.published, coded.article.published), coded.article.published, article.outlet,
        identity_marks(article), tuple(bands(runs)), tuple((r.key, encode(r)) for r in derived.reports),
        tuple((node, data, tuple(sorted(sounds))) for node, (data, sounds) in sorted(nodes.items())),
    )  # fmt: skip


class Preparer:
    """A coder and the lexicons of deriving: from an article to its encoded rows, the one step that is done alike here, in workers and on a cluster."""

    def __init__(self, coder: Codes[CodedArticle], lexicons: Sequence[Path]) -> None:
        self.coder, self.knowledge = coder, load_knowledge(lexicons, getattr(coder, "actors", None))

    def code(self, article: Article) -> bytes:
        """Return an article's rows (Prepared, as MessagePack). Raise what the coder raises."""
        return msgspec.msgpack.encode(prepare_rows(derive(article, self.coder.code(article), self.knowledge)))


def make_preparer(coder: Callable[[], Codes[CodedArticle]], lexicons: Sequence[Path]) -> Preparer:
    """Return the step of a build; ``coder`` makes its coder."""
    return Preparer(coder(), lexicons)


def add(state: State, rows: Prepared, build: int) -> bool:
    """Write one article's rows, inside the caller's transaction; linking takes them up later. Return False, and do nothing, when it is there already."""
    if state.one("SELECT 1 FROM article WHERE key = ?", rows.key) is not None:
        return False
    state.db.execute(
        "INSERT INTO article (key, stamp, published, outlet, build, slot) VALUES (?, ?, ?, ?, ?, ?)",
        (rows.key, rows.stamp, rows.published, rows.outlet, build, slot(rows.key)),
    )
    state.db.execute("INSERT INTO record VALUES (?, ?, ?, ?, ?)", (rows.key, rows.runs, rows.parties, rows.data, rows.coded))
    state.many("INSERT INTO mark VALUES (?, ?)", ((m, rows.key) for m in rows.marks))
    state.many("INSERT INTO band VALUES (?, ?)", ((b, rows.key) for b in rows.bands))
    state.many("INSERT INTO report (key, article, data) VALUES (?, ?, ?)", ((key, rows.key, data) for key, data in rows.reports))
    state.many("INSERT OR IGNORE INTO designation (key, data) VALUES (?, ?)", ((node, data) for node, data, _ in rows.designations))
    state.many("INSERT OR IGNORE INTO naming VALUES (?, ?)", ((node, rows.key) for node, _, _ in rows.designations))
    state.many("INSERT OR IGNORE INTO sound VALUES (?, ?)", ((s, node) for node, _, sounds in rows.designations for s in sounds))
    return True
