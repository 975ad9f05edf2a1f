"""The people of a team: names, roles and hashed passwords (Argon2id), in the database of the decisions."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import sqlalchemy as sa
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from reportedly.errors import InputError
from reportedly.workbench.reviewing.store import METADATA
from reportedly.workbench.sessions import ROLES

SHORTEST, LONGEST, NAME = 10, 200, 60  # characters of a password, of a name
FREE_TRIES, PAUSE = 5, 60.0  # wrong passwords of one name before it must wait, and seconds it waits
_FRESH = 10.0  # seconds for which a role is believed without looking
_AT_ONCE = 2  # passwords checked at the same time; each needs 64 MB

USERS = sa.Table(
    "member", METADATA,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("role", sa.Text, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),
)  # fmt: skip


class Users:
    """The people behind an engine. Safe to use from many threads."""

    def __init__(self, engine: sa.Engine, *, hasher: PasswordHasher | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self.engine, self._clock = engine, clock
        self._hasher = hasher or PasswordHasher()
        self._nobody = self._hasher.hash("nobody has this password")
        self._lock, self._slots = threading.Lock(), threading.BoundedSemaphore(_AT_ONCE)
        self._wrong: dict[str, tuple[int, float]] = {}
        self._roles: dict[str, tuple[str | None, float]] = {}
        METADATA.create_all(engine)

    def set(self, name: str, role: str, password: str) -> None:
        """Add somebody, or give them another role and password. Raise InputError when one of the three will not do."""
        if not name.strip() or name != name.strip() or len(name) > NAME or not name.isprintable():
            raise InputError(f"name: 1 to {NAME} characters that can be shown, without space around them")
        if role not in ROLES:
            raise InputError(f"role: one of {', '.join(ROLES)}")
        if not SHORTEST <= len(password) <= LONGEST:
            raise InputError(f"password: {SHORTEST} to {LONGEST} characters")
        hashed = self._hasher.hash(password)
        with self.engine.begin() as db:
            db.execute(sa.delete(USERS).where(USERS.c.name == name))
            db.execute(sa.insert(USERS).values(name=name, role=role, hash=hashed))
        self._roles.pop(name, None)

    def remove(self, name: str) -> None:
        """Take somebody out; their decisions stay. Raise InputError when there is nobody of that name."""
        with self.engine.begin() as db:
            if db.execute(sa.delete(USERS).where(USERS.c.name == name)).rowcount == 0:
                raise InputError(f"nobody is called {name!r}")
        self._roles.pop(name, None)

    def all(self) -> list[tuple[str, str]]:
        """Return everyone with their role."""
        with self.engine.connect() as db:
            return [(row.name, row.role) for row in db.execute(sa.select(USERS.c.name, USERS.c.role).order_by(USERS.c.name))]

    def role_of(self, name: str) -> str | None:
        """Return somebody's role now, give or take some seconds; None when they are no longer here."""
        known = self._roles.get(name)
        if known is not None and known[1] > self._clock():
            return known[0]
        with self.engine.connect() as db:
            role = db.execute(sa.select(USERS.c.role).where(USERS.c.name == name)).scalar()
        self._roles[name] = role, self._clock() + _FRESH
        return role

    def check(self, name: str, password: str) -> str | None:
        """Return the role of whoever has this name and password, None when nobody does. Raise InputError when the name has to wait.

        It takes as long for a name that nobody has.
        """
        with self._lock:
            count, until = self._wrong.get(name, (0, 0.0))
            if count >= FREE_TRIES and until > self._clock():
                raise InputError(f"too many wrong passwords; try again in {PAUSE:.0f} seconds")
        with self.engine.connect() as db:
            row = db.execute(sa.select(USERS).where(USERS.c.name == name)).first()
        with self._slots:
            try:
                right = bool(self._hasher.verify(row.hash if row else self._nobody, password[: LONGEST + 1]))
            except (VerificationError, InvalidHashError):
                right = False
        with self._lock:
            if row is None or not right:
                if len(self._wrong) > 10_000:
                    self._wrong.clear()
                self._wrong[name] = count + 1, self._clock() + PAUSE
                return None
            self._wrong.pop(name, None)
        return str(row.role)
