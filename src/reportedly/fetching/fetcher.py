"""Fetch pages one after the other, following redirects within the rules, and store each as a WARC record."""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urljoin

from reportedly.errors import InputError
from reportedly.fetching.addresses import Target, check_address
from reportedly.fetching.connection import Answer, ask
from reportedly.fetching.robots import Robots
from reportedly.fetching.rules import Fetched, Rules

if TYPE_CHECKING:
    from warcio.warcwriter import WARCWriter

_REDIRECTS = frozenset({301, 302, 303, 307, 308})


def fetch_all(urls: Iterable[str], out: BinaryIO, *, rules: Rules | None = None, gzip: bool = True, sleep: Callable[[float], None] = time.sleep) -> Iterator[Fetched]:
    """Fetch addresses in order into a WARC stream and yield what became of each. An address is fetched once.

    ``gzip``: compress each record. ``sleep`` waits between two requests to a site.
    """
    from warcio.warcwriter import WARCWriter

    writer = WARCWriter(out, gzip=gzip, warc_version="1.1")
    fetcher = _Fetcher(rules or Rules(), sleep)
    seen: set[str] = set()
    for url in urls:
        if url in seen:
            continue
        seen.add(url)
        try:
            target, answer = fetcher.fetch(url)
        except InputError as error:
            yield Fetched(url=url, reason=error.reason)
            continue
        _write(writer, target, answer)
        yield Fetched(url=url, found_at=target.url, size=len(answer.body))


class _Fetcher:
    """Fetches within the rules; remembers each site's robots.txt and when it was last asked."""

    def __init__(self, rules: Rules, sleep: Callable[[float], None]) -> None:
        self._rules, self._sleep = rules, sleep
        self._asked: dict[str, float] = {}
        self._robots = Robots(lambda url: self._follow(url, limit=rules.robots_bytes)[1], rules)

    def fetch(self, url: str) -> tuple[Target, Answer]:
        """Return a page and the address it was found at; raise InputError with the reason why there is none."""
        target, answer = self._follow(url, limit=self._rules.page_bytes, robots=True)
        if answer.status != 200:
            raise InputError(f"HTTP status {answer.status}")
        return target, answer

    def _follow(self, url: str, *, limit: int, robots: bool = False) -> tuple[Target, Answer]:
        for _ in range(self._rules.redirects + 1):
            target = check_address(url, self._rules)
            wait = self._robots.check(target.site, target.url) if robots else 0.0
            self._pause(target.site, max(wait, self._rules.delay))
            answer = ask(target, self._rules, limit=limit)
            place = answer.header("Location")
            if answer.status not in _REDIRECTS or not place:
                return target, answer
            url = _joined(target.url, place)
        raise InputError(f"more than {self._rules.redirects} redirects")

    def _pause(self, site: str, seconds: float) -> None:
        """Wait until the site may be asked again."""
        now = time.monotonic()
        wait = max(0.0, self._asked.get(site, now - seconds) + seconds - now)
        if wait:
            self._sleep(wait)
        self._asked[site] = now + wait


def _joined(base: str, place: str) -> str:
    """Return where a redirect leads; http.client reads headers as Latin-1, servers mostly mean UTF-8."""
    try:
        return urljoin(base, place.encode("latin-1").decode("utf-8", "replace"))
    except ValueError as error:
        raise InputError(f"it redirects to no address: {error}") from None


def _write(writer: WARCWriter, target: Target, answer: Answer) -> None:
    from warcio.statusandheaders import StatusAndHeaders

    headers = [(key, value) for key, value in answer.headers if key.lower() != "transfer-encoding"]  # the chunks are joined
    http = StatusAndHeaders(f"{answer.status} {answer.reason}", headers, protocol="HTTP/1.1")
    writer.write_record(writer.create_warc_record(target.url, "response", payload=io.BytesIO(answer.body), http_headers=http))
