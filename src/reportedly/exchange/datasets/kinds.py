"""What the types and sectors of other data sets can be in PLOVER's terms, from tables."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from reportedly.lexicons.loader import read_table


def cameo_types(code: str) -> frozenset[str]:
    """Return the PLOVER types that a CAMEO code can be, by its longest known beginning."""
    table = _table("cameo_types.tsv", "code")
    return next((table[code[:n]] for n in range(len(code), 1, -1) if code[:n] in table), frozenset())


def acled_types(event_type: str, sub_event_type: str) -> frozenset[str]:
    """Return the PLOVER types that ACLED's types can be; by the type alone where the sub-type is unknown or not given (older files)."""
    table = _table("acled_types.tsv", "type")
    return table.get(sub_event_type.lower()) or table.get(event_type.lower(), frozenset())


def sectors_of(codes: Iterable[str]) -> frozenset[str]:
    """Return the PLOVER sectors that another data set's sectors can be; words that no table knows say nothing."""
    table = _table("sectors.tsv", "sector")
    return frozenset().union(*(table.get(code.strip().lower(), frozenset()) for code in codes))


@cache
def _table(name: str, key: str) -> dict[str, frozenset[str]]:
    root = files("reportedly.exchange").joinpath("data")
    return {entry[key].lower(): frozenset(entry.many("plover")) for entry in read_table(root, name, (key, "plover", "note"), required=(key,))}
