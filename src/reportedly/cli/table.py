"""Records as a table for the terminal: status and source come before the deed."""

from __future__ import annotations

from typing import TextIO, get_args

from rich.console import Console
from rich.table import Table
from rich.text import Text

from reportedly.cli.terminal import shown
from reportedly.records import CodedArticle, TollKind
from reportedly.rows import event_rows

_MARKS = {"actual": "", "future": "> ", "demanded": "! ", "hypothetical": "? ", "denied": "x "}


def print_table(coded: CodedArticle, stream: TextIO) -> None:
    """Print one article's events, a row each, and a line on what else was found."""
    console = Console(file=stream, width=None if stream.isatty() else 150, highlight=False, markup=False)
    article = coded.article
    head = article.title or article.text.strip().split("\n", 1)[0]
    console.print(Text(shown(_short(head, 100)), style="bold"))
    console.print(Text(shown("  ".join(filter(None, (article.outlet, article.published, f"id {article.id}")))), style="dim"))
    table = Table(box=None, pad_edge=False, header_style="dim")
    for column in ("status", "according to", "type", "who", "to whom", "words", "when", "where", "toll"):
        table.add_column(column, overflow="fold")
    for row in event_rows(coded):
        kind = row["type"] + (f"/{row['mode']}" if row["mode"] else "")
        kind = f"{row['code']} ({kind})" if row["code"] else kind
        when = row["start"] if row["start"] == row["end"] else f"{row['start']}..{row['end']}"
        parties = (row[name] or "-" for name in ("actors", "recipients"))
        cells = (_MARKS[row["status"]] + row["status"], row["sources"] or "-", kind, *parties, row["trigger"], when or "", row["place"] or "", _toll(row))
        table.add_row(*(Text(shown(str(c))) for c in cells))
    console.print(table)
    layers = {"events": coded.events, "statements": coded.statements, "actors": coded.actors, "places": coded.places, "times": coded.times, "framing words": coded.framing}
    console.print(Text(", ".join(f"{len(found)} {name}" for name, found in layers.items()), style="dim"))
    console.print()


def _short(text: str, width: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= width else text[: width - 3] + "..."


def _toll(row: dict[str, object]) -> str:
    parts = []
    for kind in get_args(TollKind):
        low, high = row[f"{kind}_low"], row[f"{kind}_high"]
        if low is not None or high is not None:
            parts.append(f"{kind} {low if low == high else f'{low if low is not None else 0}..{high}' if high is not None else f'{low}+'}")
    return ", ".join(parts)
