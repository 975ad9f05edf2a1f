"""One request: to the machine that was checked, under the host's name, within a size and a time."""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
import time
from dataclasses import dataclass

from reportedly.errors import InputError
from reportedly.fetching.addresses import Target
from reportedly.fetching.rules import Rules

_PIECE = 1 << 14


@dataclass(frozen=True)
class Answer:
    """A server's answer as it was sent, but for chunks, which are joined."""

    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str | None:
        """Return the first header of a name."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


class _Pinned(http.client.HTTPConnection):
    """A connection to one IP address. The name is not resolved again: between check and use it could have changed."""

    def __init__(self, target: Target, rules: Rules) -> None:
        super().__init__(target.host, target.port, timeout=rules.timeout)
        self._target, self._context = target, rules.context
        self.opened: socket.socket | None = None  # http.client forgets its socket once the answer begins

    def connect(self) -> None:
        self.sock = self.opened = socket.create_connection((self._target.machine, self._target.port), self.timeout)
        if self._target.scheme == "https":
            context = self._context or ssl.create_default_context()
            wrapped = context.wrap_socket(self.sock, server_hostname=self._target.host, do_handshake_on_connect=False)
            self.sock = self.opened = wrapped  # before the handshake, so that it can be hung up on, too
            wrapped.do_handshake()


def ask(target: Target, rules: Rules, *, limit: int) -> Answer:
    """Return the answer to one GET; raise InputError when it does not come, has more than ``limit`` bytes or takes too long."""
    connection = _Pinned(target, rules)
    until = time.monotonic() + rules.page_timeout
    # The time limit of a socket starts anew with each byte; this one does not.
    clock = threading.Timer(rules.page_timeout, _hang_up, (connection,))
    clock.daemon = True
    clock.start()
    try:
        answer = _exchange(connection, target, rules, limit)
    except ssl.SSLCertVerificationError as error:
        raise InputError(f"its certificate is not trusted: {error.verify_message}") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = "it takes too long" if time.monotonic() > until else getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise InputError(f"no answer: {reason}") from None
    finally:
        clock.cancel()
        connection.close()
    if time.monotonic() > until:
        raise InputError("no answer: it takes too long")
    return answer


def _exchange(connection: _Pinned, target: Target, rules: Rules, limit: int) -> Answer:
    headers = {"Host": target.netloc, "User-Agent": rules.agent, "Accept": "text/html, */*;q=0.5", "Accept-Encoding": "identity", "Connection": "close"}
    connection.request("GET", target.path, headers=headers)
    response = connection.getresponse()
    pieces, size = [], 0
    while piece := response.read1(_PIECE):
        pieces.append(piece)
        if (size := size + len(piece)) > limit:
            raise InputError(f"more than {limit} bytes; not stored")
    if response.length:
        raise InputError(f"the connection broke: {response.length} bytes are missing; not stored")
    return Answer(response.status, response.reason, tuple(response.getheaders()), b"".join(pieces))


def _hang_up(connection: _Pinned) -> None:
    if connection.opened is not None:
        with contextlib.suppress(OSError):  # closed already
            socket.socket.shutdown(connection.opened, socket.SHUT_RDWR)
