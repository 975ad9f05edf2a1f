"""Narrowing a table: which rows a filter keeps.

A filter looks into columns of the table itself where it has them. Where it has none (an actor has no status), it keeps the rows that a fitting mention or
incident leads to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reportedly.errors import CorpusError

if TYPE_CHECKING:
    import pyarrow as pa

    from reportedly.corpus.corpus import Corpus

# What each filter looks at in each table: columns that contain the words, or are equal to them (=).
FILTERS: dict[str, str] = {
    "actor": "name or id of an actor or recipient",
    "type": "PLOVER type, or TYPE/mode",
    "status": "status: of the mention, or of the incident",
    "source": "name or id of who says so",
    "place": "name of the place, or its country code",
    "outlet": "name of the outlet",
    "since": "on this ISO day or later",
    "until": "on this ISO day or earlier",
}
_WORDS: dict[str, dict[str, tuple[str, ...]]] = {
    "mentions": {"actor": ("actors", "recipients", "actor_ids", "recipient_ids"), "source": ("sources", "source_ids"), "place": ("place", "country"), "outlet": ("outlet",)},
    "incidents": {"actor": ("actors", "recipients", "actor_ids", "recipient_ids"), "source": ("sources",), "place": ("place", "country"), "outlet": ("outlets",)},
    "claims": {"source": ("claimant", "claimant_id"), "outlet": ("carried_by",)},
    "statements": {"actor": ("actors",), "source": ("speakers", "speaker_ids"), "place": ("places",), "outlet": ("outlet",)},
    "actors": {"actor": ("actor", "name", "names"), "outlet": ("outlets",)},
    "articles": {"outlet": ("outlet",)},
}
_EXACT: dict[str, dict[str, str]] = {
    "mentions": {"type": "type", "status": "status"},
    "incidents": {"type": "type", "status": "status"},
    "statements": {"type": "types", "status": "statuses"},
}
_DAYS: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {  # first and last day, and what is taken where these are empty
    "mentions": (("start", "end"), ("published", "published")), "incidents": (("start", "end"), ("first", "last")), "claims": (("first", "last"), ("first", "last")),
    "statements": (("published", "published"),) * 2, "actors": (("first", "last"),) * 2, "articles": (("published", "published"),) * 2,
}  # fmt: skip
# Where a table has nothing to look at: the table to ask, its key, and the column of ours that must be among the keys found.
_THROUGH = {"claims": ("incidents", ("incident",), "incident"), "actors": ("mentions", ("actor_ids", "recipient_ids", "source_ids"), "actor"), "articles": ("mentions", ("article",), "article")}


def select(corpus: Corpus, name: str, filters: Mapping[str, str]) -> pa.Table:
    """Return the rows of a table that every filter keeps, in their order."""
    import pyarrow as pa
    import pyarrow.compute as pc

    table = corpus.table(name)
    elsewhere = {}
    for key, value in filters.items():
        if key in ("since", "until"):
            table = table.filter(_in_days(table, name, key, value))
        elif columns := _WORDS[name].get(key):
            table = table.filter(_any(table, columns, value))
        elif (column := _EXACT.get(name, {}).get(key)) is not None:
            table = table.filter(_equal(table, column, key, value))
        else:
            elsewhere[key] = value
    if elsewhere:
        if name not in _THROUGH:
            raise CorpusError(f"{name} cannot be narrowed by {', '.join(elsewhere)}")
        other, keys, own = _THROUGH[name]
        found = select(corpus, other, elsewhere)
        wanted = {v for k in keys for value in found[k].to_pylist() for v in (value if isinstance(value, list) else [value])}
        table = table.filter(pc.is_in(table[own], value_set=pa.array(sorted(wanted), pa.string())))
    return table


def _any(table: pa.Table, columns: Sequence[str], words: str) -> pa.Array:
    """Return which rows have the words in any of the columns, whatever the case; ``~name`` and other ids match as they are."""
    import pyarrow as pa
    import pyarrow.compute as pc

    keep = pa.array([False] * len(table))
    for column in columns:
        values = table[column].combine_chunks()
        if pa.types.is_list(values.type):
            hits = pc.match_substring(pc.list_flatten(values), words, ignore_case=True)
            rows = set(pc.list_parent_indices(values).filter(hits).to_pylist())
            keep = pc.or_(keep, pa.array([i in rows for i in range(len(table))], pa.bool_()))
        else:
            keep = pc.or_(keep, pc.fill_null(pc.match_substring(values, words, ignore_case=True), False))
    return keep


def _equal(table: pa.Table, column: str, key: str, value: str) -> pa.Array:
    import pyarrow as pa

    type_, _, mode = value.partition("/") if key == "type" else (value, "", "")
    modes: list[object] = table["mode" if "mode" in table.column_names else "modes"].to_pylist() if mode else []
    keep = []
    for i, cell in enumerate(table[column].to_pylist()):
        cells = cell if isinstance(cell, list) else [cell]
        fits = any(c is not None and c.casefold() == type_.casefold() for c in cells)
        if fits and mode:
            own = modes[i]
            fits = mode in (own if isinstance(own, list) else [own])
        keep.append(fits)
    return pa.array(keep, pa.bool_())


def _in_days(table: pa.Table, name: str, key: str, day: str) -> pa.Array:
    """Return which rows overlap the days from (``since``) or up to (``until``) a day; those without any day are left out."""
    import datetime

    import pyarrow as pa
    import pyarrow.compute as pc

    try:
        datetime.date.fromisoformat(day)
    except ValueError:
        raise CorpusError(f"{key}: {day!r} is no ISO day (write it as 2024-02-12)") from None
    which = 1 if key == "since" else 0
    days = pc.coalesce(*(table[pair[which]] for pair in _DAYS[name]))
    return pc.fill_null(pc.greater_equal(days, pa.scalar(day)) if key == "since" else pc.less_equal(days, pa.scalar(day)), False)
