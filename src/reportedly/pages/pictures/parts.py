"""What the pictures share: escaped text, a figure with its caption and its table, statuses and their patterns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from markupsafe import Markup

from reportedly.corpus.statuses import STATUSES
from reportedly.pages.marked import as_text

Row = dict[str, Any]
Leads = Callable[..., str]  # filters of incidents by name, to the address where these are listed; None in a page that leads nowhere

# How a status is drawn: a CSS class (colour and SVG pattern) shared by those that mean the same for a reader who counts.
FAMILIES = {
    "reported": ("reported", "confirmed by both sides"),
    "claimed by one side only": ("claimed by one side only",),
    "contested": ("contested",),
    "denied or retracted": ("denied", "retracted"),
    "not told as done": ("planned", "demanded", "possible"),
}
FAMILY_OF = {status: family for family, statuses in FAMILIES.items() for status in statuses}
if missing := set(STATUSES) - set(FAMILY_OF) - {"superseded"}:
    raise AssertionError(f"no family for the statuses {missing}")


def css_class(family: str) -> str:
    """Return the class of a family of statuses."""
    return "s-" + family.replace(" ", "-")


def led(mark: str, told: str, leads: Leads | None, **filters: str) -> Markup:
    """Return a mark (HTML), with what it tells, as a link to the incidents it stands for."""
    return Markup(f'<a href="{as_text(leads(**filters))}" aria-label="{as_text(told)}">{mark}</a>' if leads else mark)


def role(leads: Leads | None) -> str:
    """Return the role of a picture: with links in it, it is no single image."""
    return "group" if leads else "img"


def figure(name: str, title: str, about: str, picture: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a section: heading, a line on how to read it, the picture, and its figures as a table. ``picture`` is HTML, all else text."""
    shown = f'<div class="picture" tabindex="0" role="region" aria-label="{as_text(title)}: picture">{picture}</div>' if picture else ""
    return f'<section id="{name}"><h2>{as_text(title)}</h2><p class="about">{as_text(about)}</p>{shown}{details(columns, rows)}</section>'


def details(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table that is folded away."""
    return f"<details><summary>the same as a table</summary>{table(columns, rows)}</details>"


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table of text cells; None is an empty one, and a link made by ``led`` stands as it is."""
    head = "".join(f'<th scope="col">{as_text(c)}</th>' for c in columns)
    body = "".join("<tr>" + "".join(f'<td dir="auto">{cell if isinstance(cell, Markup) else as_text("" if cell is None else str(cell))}</td>' for cell in row) + "</tr>" for row in rows)
    return f'<div class="scroll" tabindex="0"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def legend(items: Iterable[tuple[str, str]]) -> str:
    """Return a legend of (class, words), drawn with the same patterns as the picture."""
    return '<ul class="legend">' + "".join(f'<li><svg width="22" height="14" aria-hidden="true"><rect class="{css}" width="22" height="14"/></svg> {as_text(words)}</li>' for css, words in items) + "</ul>"


def patterns() -> str:
    """Return the SVG patterns that the families of statuses are filled with, once for a page."""
    lines = {
        "claimed by one side only": '<path d="M0 6L6 0" stroke="currentColor" stroke-width="1.6"/>',
        "contested": '<path d="M0 6L6 0M0 0L6 6" stroke="currentColor" stroke-width="1.2"/>',
        "denied or retracted": '<circle cx="3" cy="3" r="1.3" fill="currentColor"/>',
        "not told as done": '<path d="M0 3H6" stroke="currentColor" stroke-width="1"/>',
    }
    made = "".join(f'<pattern id="p-{css_class(f)}" class="{css_class(f)}-ink" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" class="ground"/>{mark}</pattern>' for f, mark in lines.items())
    return f'<svg width="0" height="0" aria-hidden="true" class="defs"><defs>{made}</defs></svg>'


def event_line(row: Row) -> str:
    """Return an incident in words: what, who, to whom."""
    kind = row["type"] + ("/" + ",".join(row["modes"][:2]) if row["modes"] else "")
    sides = ", ".join(row["actors"][:3]) + (" → " + ", ".join(row["recipients"][:3]) if row["recipients"] else "")
    return f"{kind} {sides}".strip()


def shortened(words: str, most: int) -> str:
    """Return words cut to a number of characters, with an ellipsis."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
