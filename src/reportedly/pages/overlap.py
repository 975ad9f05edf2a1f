"""One page that lays a corpus beside another data set: the figures, what both have with where they differ, and what only one has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reportedly.pages.cards import bdi
from reportedly.pages.frame import framed
from reportedly.pages.marked import as_text

_STYLE = (
    ":root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:1.5rem auto;max-width:75rem;padding:0 1rem}table{border-collapse:collapse;width:100%;font-size:.9rem}"
    "th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid #8885}.wide{overflow-x:auto}dt{font-weight:600}td ul{margin:0;padding-left:1rem}"
)
_COLUMNS = {
    "both": ("start", "type", "status", "actors", "recipients", "place", "killed", "their_type", "their_actors", "their_recipients", "their_place", "their_killed", "differ", "row"),
    "only theirs": ("their_start", "dataset", "their_type", "their_actors", "their_recipients", "their_place", "their_killed", "row"),
    "only ours": ("start", "type", "status", "actors", "recipients", "place", "killed", "sources", "incident"),
}
_SHOWN = 2_000  # rows of one table; all are in the other formats


def overlap_page(rows: Sequence[dict[str, Any]], figures: Mapping[str, Any]) -> str:
    """Return the page as HTML; ``rows`` and ``figures`` are those of measuring.overlap_rows."""
    told = "".join(f"<dt>{as_text(name)}</dt><dd>{bdi(_words(value)) or '-'}</dd>" for name, value in figures.items())
    tables = "".join(_table(found, [r for r in rows if r["found"] == found]) for found in _COLUMNS)
    return framed("beside another data set", f"<main><h1>Beside another data set</h1><dl>{told}</dl>{tables}</main>", style=_STYLE, script="")


def _table(found: str, rows: list[dict[str, Any]]) -> str:
    head = "".join(f'<th scope="col">{as_text(c.replace("_", " "))}</th>' for c in _COLUMNS[found])
    body = "".join("<tr>" + "".join(f"<td>{_cell(row, column)}</td>" for column in _COLUMNS[found]) + "</tr>" for row in rows[:_SHOWN])
    more = f"<p>{len(rows) - _SHOWN} more are not shown; --format csv has all.</p>" if len(rows) > _SHOWN else ""
    return f'<h2>{as_text(found)}: {len(rows)}</h2><div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>{more}'


def _cell(row: dict[str, Any], column: str) -> str:
    if column == "killed":
        low, high = row["killed_low"], row["killed_high"]
        return "" if low is None and high is None else as_text(str(low) if low == high else f"{low}+" if high is None else f"{low or 0} to {high}")
    if column == "differ" and row[column]:
        return "<ul>" + "".join(f"<li>{bdi(words)}</li>" for words in row[column]) + "</ul>"
    return bdi(_words(row[column]))


def _words(value: Any) -> str:
    if isinstance(value, Mapping):
        return "; ".join(f"{k}: {v}" for k, v in value.items())
    return "; ".join(map(str, value)) if isinstance(value, (list, tuple)) else "" if value is None else str(value)
