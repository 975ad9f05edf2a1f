"""The store of decisions: one table to which rows are only added. SQLite beside the corpus, or PostgreSQL for a team, through SQLAlchemy.

A decision is about one record of one article on one track, and carries the number that follows the decision it was made upon. The numbers are unique, so of two
people who decide upon the same state only the first is kept, and the second is told.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import msgspec
import sqlalchemy as sa

from reportedly.errors import InputError, ReportedlyError
from reportedly.records import Record
from reportedly.workbench.reviewing.codes import Code

Kind = Literal["accept", "reject", "correct", "add", "comment", "undo", "finish", "reopen"]
Verdict = Literal["open", "accepted", "rejected", "corrected", "added", "absent", "finished"]
ARTICLE = "article"  # the record of decisions about the article as a whole
_TEXT = sa.Text

METADATA = sa.MetaData()
DECISIONS = sa.Table(
    "decision", METADATA,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("track", _TEXT, nullable=False),
    sa.Column("article", _TEXT, nullable=False),
    sa.Column("record", _TEXT, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("who", _TEXT, nullable=False),
    sa.Column("at", _TEXT, nullable=False),
    sa.Column("kind", _TEXT, nullable=False),
    sa.Column("verdict", _TEXT, nullable=False),
    sa.Column("before", _TEXT, nullable=False),
    sa.Column("after", _TEXT, nullable=False),
    sa.Column("comment", _TEXT, nullable=False),
    sa.Column("queue", _TEXT, nullable=False),
    sa.UniqueConstraint("track", "article", "record", "version", name="decision_once"),
)  # fmt: skip
SEARCHES = sa.Table(
    "search", METADATA,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("name", _TEXT, nullable=False),
    sa.Column("query", _TEXT, nullable=False),
    sa.Column("who", _TEXT, nullable=False),
    sa.Column("at", _TEXT, nullable=False),
)  # fmt: skip
SETTINGS = sa.Table("setting", METADATA, sa.Column("name", _TEXT, primary_key=True), sa.Column("value", _TEXT, nullable=False))


class State(Record, frozen=True):
    """What a record is at one time: the verdict on it, and its code where it has one."""

    verdict: Verdict = "open"
    code: Code | None = None


@dataclass(frozen=True)
class Decision:
    """One decision: who, when, what before and after. ``queue``: how the record came before the person (random, uncertain, or empty)."""

    track: str
    article: str
    record: str
    version: int
    who: str
    at: str
    kind: Kind
    before: State
    after: State
    comment: str = ""
    queue: str = ""


class Conflict(ReportedlyError):
    """Somebody decided on the record in the meantime; ``latest`` is what they decided."""

    def __init__(self, latest: Decision) -> None:
        self.latest = latest
        super().__init__(f"{latest.who} decided on {latest.record} in the meantime ({latest.kind}, {latest.at}). Nothing of yours was saved.")


def now() -> str:
    """Return the time in UTC, to the second."""
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def open_engine(url: str) -> sa.Engine:
    """Return an engine for a database address: ``sqlite:///FILE`` or ``postgresql://...``. Raise InputError when it is neither or cannot be reached."""
    if url.startswith("postgresql://"):
        url = url.replace("postgresql://", "postgresql+psycopg://", 1)
    if not url.startswith(("sqlite:", "postgresql+psycopg:")):
        raise InputError("the database's address begins neither with sqlite: nor with postgresql:")
    try:
        engine = sa.create_engine(url, pool_pre_ping=not url.startswith("sqlite"), hide_parameters=True)
        if engine.dialect.name == "sqlite":
            sa.event.listen(engine, "connect", _set_pragmas)
        with engine.connect():
            pass
    except ImportError:
        raise InputError('for PostgreSQL a package is missing: pip install "reportedly[team]"') from None
    except sa.exc.SQLAlchemyError as error:
        # The driver's own words name host and reason; the address, which may hold a password, is not repeated.
        raise InputError(f"the database cannot be opened: {type(error).__name__}: {' '.join(str(getattr(error, 'orig', '') or '').split())[:300]}") from None
    return engine


class Store:
    """The decisions and saved searches behind a database address. Safe to use from many threads."""

    def __init__(self, url: str, clock: Callable[[], str] = now) -> None:
        self._clock = clock
        self.engine = open_engine(url)
        METADATA.create_all(self.engine)

    def save(self, decision: Decision) -> Decision:
        """Add a decision and return it with its time, once it is on disk. Raise Conflict when its version is taken."""
        timed = replace(decision, at=self._clock())
        try:
            with self.engine.begin() as db:
                db.execute(sa.insert(DECISIONS).values(**_row(timed)))
        except sa.exc.IntegrityError:
            rows = self.decisions(decision.track, decision.article, decision.record)
            if rows and rows[-1].version >= decision.version:
                raise Conflict(rows[-1]) from None
            raise
        return timed

    def bind(self, making: str) -> None:
        """Tie the store to corpora made one way: in another, event e3 of an article may be another event. Raise InputError when it is tied already, to others."""
        with self.engine.begin() as db:
            there = db.execute(sa.select(SETTINGS.c.value).where(SETTINGS.c.name == "making")).scalar()
            if there is None:
                db.execute(sa.insert(SETTINGS).values(name="making", value=making))
            elif there != making:
                raise InputError("the decisions kept here were made on a corpus built with another version, model or lexicon; give another --database")

    def decisions(self, track: str, article: str, record: str | None = None) -> list[Decision]:
        """Return the decisions on an article, or on one record of it, oldest first."""
        query = sa.select(DECISIONS).where(DECISIONS.c.track == track, DECISIONS.c.article == article).order_by(DECISIONS.c.id)
        if record is not None:
            query = query.where(DECISIONS.c.record == record)
        return self._decisions(query)

    def latest(self, track: str) -> list[Decision]:
        """Return the last decision on every record of a track."""
        last = sa.select(sa.func.max(DECISIONS.c.id)).where(DECISIONS.c.track == track).group_by(DECISIONS.c.article, DECISIONS.c.record)
        return self._decisions(sa.select(DECISIONS).where(DECISIONS.c.id.in_(last)).order_by(DECISIONS.c.id))

    def first(self, track: str) -> list[Decision]:
        """Return the first decision on every record of a track."""
        return self._decisions(sa.select(DECISIONS).where(DECISIONS.c.track == track, DECISIONS.c.version == 1).order_by(DECISIONS.c.id))

    def latest_by(self, track: str, who: str, *, most: int = 200) -> list[Decision]:
        """Return somebody's decisions on a track, the newest first."""
        query = sa.select(DECISIONS).where(DECISIONS.c.track == track, DECISIONS.c.who == who).order_by(DECISIONS.c.id.desc()).limit(most)
        return self._decisions(query)

    def verdicts(self, track: str) -> dict[tuple[str, str], str]:
        """Return the verdict on every record of a track that has been decided on, by article and record."""
        last = sa.select(sa.func.max(DECISIONS.c.id)).where(DECISIONS.c.track == track).group_by(DECISIONS.c.article, DECISIONS.c.record)
        query = sa.select(DECISIONS.c.article, DECISIONS.c.record, DECISIONS.c.verdict).where(DECISIONS.c.id.in_(last))
        with self.engine.connect() as db:
            return {(row.article, row.record): row.verdict for row in db.execute(query)}

    def tracks(self, prefix: str) -> list[str]:
        """Return the tracks whose names begin with a word."""
        query = sa.select(DECISIONS.c.track).where(DECISIONS.c.track.startswith(prefix, autoescape=True)).distinct().order_by(DECISIONS.c.track)
        with self.engine.connect() as db:
            return list(db.execute(query).scalars())

    def save_search(self, name: str, query: str, who: str) -> None:
        """Keep a search for everyone under a name."""
        with self.engine.begin() as db:
            db.execute(sa.insert(SEARCHES).values(name=name, query=query, who=who, at=self._clock()))

    def searches(self) -> list[Any]:
        """Return the saved searches, the newest first."""
        with self.engine.connect() as db:
            return list(db.execute(sa.select(SEARCHES).order_by(SEARCHES.c.id.desc()).limit(100)))

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()

    def _decisions(self, query: sa.Select[Any]) -> list[Decision]:
        with self.engine.connect() as db:
            return [_decision(row) for row in db.execute(query)]


def _row(decision: Decision) -> dict[str, Any]:
    fields = {name: getattr(decision, name) for name in ("track", "article", "record", "version", "who", "at", "kind", "comment", "queue")}
    states = {name: msgspec.json.encode(getattr(decision, name)).decode() for name in ("before", "after")}
    return fields | states | {"verdict": decision.after.verdict}


def _decision(row: Any) -> Decision:
    return Decision(
        track=row.track, article=row.article, record=row.record, version=row.version, who=row.who, at=row.at, kind=row.kind, comment=row.comment, queue=row.queue,
        before=msgspec.json.decode(row.before, type=State), after=msgspec.json.decode(row.after, type=State),
    )  # fmt: skip


def _set_pragmas(connection: Any, _: object) -> None:
    """Let readers and a writer work side by side, and a decision be on disk when it is said to be saved."""
    cursor = connection.cursor()
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "busy_timeout = 30000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def standing(decisions: Sequence[Decision], base: State) -> list[State]:
    """Return the states a record has gone through and that were not undone, the present one last; an undo takes back the last decision that stands."""
    states = [base]
    for decision in decisions:
        if decision.kind == "undo":
            states = states[:-1] or [base]
        elif decision.kind != "comment":
            states.append(decision.after)
    return states
