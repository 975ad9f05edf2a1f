"""robots.txt, as RFC 9309 wants it: fetched once a site, obeyed, and a site whose file cannot be had for its fault is left alone."""

from __future__ import annotations

from collections.abc import Callable

from protego import Protego

from reportedly.errors import InputError
from reportedly.fetching.connection import Answer
from reportedly.fetching.rules import Rules


class Robots:
    """What each site allows; ``get`` fetches an address within the rules."""

    def __init__(self, get: Callable[[str], Answer], rules: Rules) -> None:
        self._get, self._rules = get, rules
        self._sites: dict[str, Protego | str] = {}

    def check(self, site: str, url: str) -> float:
        """Return how many seconds the site asks to wait between requests; raise InputError when it does not want the page fetched."""
        if site not in self._sites:
            self._sites[site] = self._ask(site)
        rules = self._sites[site]
        if isinstance(rules, str):
            raise InputError(f"its robots.txt cannot be had ({rules}), so nothing is fetched there")
        if not rules.can_fetch(url, self._rules.agent):
            raise InputError("its robots.txt does not allow it")
        return min(float(rules.crawl_delay(self._rules.agent) or 0), self._rules.max_delay)

    def _ask(self, site: str) -> Protego | str:
        try:
            answer = self._get(f"{site}/robots.txt")
        except InputError as error:
            return error.reason
        if 400 <= answer.status < 500:
            return Protego.parse("")  # there is none: all is allowed
        if answer.status != 200:
            return f"HTTP status {answer.status}"
        return Protego.parse(answer.body.decode("utf-8", "replace"))
