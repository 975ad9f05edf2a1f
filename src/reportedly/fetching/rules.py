"""What a fetch may do, and what it gives."""

from __future__ import annotations

import ssl
from dataclasses import dataclass

from reportedly.records import Record


@dataclass(frozen=True, kw_only=True)
class Rules:
    """The bounds of a fetch: times in seconds, sizes in bytes."""

    timeout: float = 20.0  # for each wait on the network
    page_timeout: float = 60.0  # for one answer, however slowly it drips in
    page_bytes: int = 8_000_000
    delay: float = 1.0  # between two requests to the same site; a longer one in its robots.txt is kept, up to max_delay
    max_delay: float = 60.0
    redirects: int = 5
    robots_bytes: int = 500_000
    agent: str = "reportedly"
    # For tests against a server on this machine; never set from a command or a file.
    schemes: tuple[str, ...] = ("https",)
    private: bool = False
    context: ssl.SSLContext | None = None


class Fetched(Record, frozen=True):
    """What became of one address: a page stored, or the reason why not."""

    url: str
    found_at: str | None = None  # where redirects led; the address that the WARC gives
    reason: str | None = None  # why it was not stored; None: it was
    size: int = 0  # bytes of the page as it was sent
