"""Sessions: who is at the other end. They live in memory, so a restart asks everyone in again."""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

ROLES = ("reader", "coder", "adjudicator")
HOURS = 12
_MOST = 1000  # sessions kept; the oldest goes first


@dataclass(frozen=True)
class Session:
    """One person's visit; ``role`` is one of ROLES and includes those before it."""

    name: str
    role: str
    until: float

    def may(self, role: str) -> bool:
        """Whether this person may do what a role may."""
        return ROLES.index(self.role) >= ROLES.index(role)


class Sessions:
    """The open sessions and the one token that opens the next. Only hashes of keys are kept."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._open: dict[str, Session] = {}
        self._token = ""
        self.renew_token()

    def renew_token(self) -> str:
        """Return a new token that opens one session."""
        token = secrets.token_urlsafe(24)
        with self._lock:
            self._token = _hash(token)
        self.token = token
        return token

    def use_token(self, token: str) -> bool:
        """Whether this is the token; after that it is none any more."""
        with self._lock:
            fits = secrets.compare_digest(self._token, _hash(token)) if self._token else False
            if fits:
                self._token = ""
        return fits

    def open(self, name: str, role: str) -> str:
        """Open a session and return its key, which only the browser keeps."""
        key = secrets.token_urlsafe(32)
        with self._lock:
            while len(self._open) >= _MOST:
                self._open.pop(next(iter(self._open)))
            self._open[_hash(key)] = Session(name, role, self._clock() + HOURS * 3600)
        return key

    def find(self, key: str) -> Session | None:
        """Return the session of a key, None when there is none or it is over."""
        with self._lock:
            found = self._open.get(_hash(key))
            if found is not None and found.until < self._clock():
                del self._open[_hash(key)]
                return None
        return found

    def rename(self, key: str, name: str) -> None:
        """Let a session go on under another name."""
        with self._lock:
            if (found := self._open.get(_hash(key))) is not None:
                self._open[_hash(key)] = replace(found, name=name)

    def close(self, key: str) -> None:
        """End a session."""
        with self._lock:
            self._open.pop(_hash(key), None)

    def close_all(self, name: str) -> None:
        """End every session of a person."""
        with self._lock:
            self._open = {key: found for key, found in self._open.items() if found.name != name}


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()
