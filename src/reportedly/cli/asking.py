"""``reportedly incidents``, ``claims``, ``statements``, ``actors``: what a corpus holds, narrowed by filters."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from reportedly.cli.output import output_options, write_table

_FILTERS = {
    "actor": "Name (or part of it) or id of an actor or recipient.",
    "type": "PLOVER type, or TYPE/mode.",
    "status": "Status: of the mention for statements and actors, of the incident for incidents and claims.",
    "source": "Name or id of who says so.",
    "place": "Name of the place, or its country (ISO 3166 alpha-3).",
    "outlet": "Name of the outlet.",
    "since": "On this day (ISO) or later.",
    "until": "On this day (ISO) or earlier.",
}
_SHOWN = {
    "incidents": ("incident", "status", "type", "actors", "recipients", "start", "place", "toll", "reports", "independent", "contested"),
    "claims": ("incident", "question", "stance", "claimant", "value", "first", "carried_by", "independent", "standing"),
    "statements": ("published", "outlet", "speakers", "cue", "stance", "content", "types"),
    "actors": ("actor", "name", "country", "sector", "roles", "names", "articles"),
}
_ORDER = {
    "incidents": (("first", "ascending"), ("incident", "ascending")),
    "claims": (("incident", "ascending"), ("question", "ascending"), ("first", "ascending"), ("claim", "ascending")),
    "statements": (("published", "ascending"), ("article", "ascending")),
    "actors": (("named", "descending"), ("articles", "descending"), ("actor", "ascending")),
}
_EXAMPLES = """\b
Examples:
  reportedly {noun} --corpus sahel
  reportedly {noun} --corpus sahel --actor "Rapid Support Forces" --since 2025-03-01
  reportedly {noun} --corpus sahel --type ASSAULT --place SDN --format csv --out {noun}.csv

\b
Exit codes: 0 done, 2 wrong use, or no corpus.
"""


def filter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the filters of a corpus to a command."""
    for name, words in reversed(_FILTERS.items()):
        command = click.option(f"--{name}", help=words)(command)
    return command


def _command(noun: str, help_: str) -> click.Command:
    def ask(folder: Path, format_: str | None, out: Path | None, policy: str | None = None, priority: tuple[str, ...] = (), **filters: str | None) -> None:
        from reportedly.corpus.corpus import Corpus

        corpus = Corpus(folder)
        chosen = {"policy": policy, "priority": priority} if noun == "incidents" else {}
        table = getattr(corpus, noun)(**chosen, **filters)
        table = table.sort_by([(column, direction) for column, direction in _ORDER[noun]])
        if noun == "incidents" and (format_ == "table" or (format_ is None and out is None)):
            table = table.append_column("toll", [[tell_tolls(row) for row in table.to_pylist()]])
            if format_ is None:
                import sys

                table = table if sys.stdout.isatty() else table.drop_columns("toll")
        write_table(table, format_, out, _SHOWN[noun])

    command: Callable[..., Any] = output_options(ask)
    if noun == "incidents":
        command = click.option("--priority", multiple=True, metavar="NAME", help="For --policy priority: a claimant or outlet; the first that speaks decides. Several times.")(command)
        command = click.option("--policy", help="Choose values where claims differ by: range (default), lowest, highest, median, latest, majority, priority, undecided.")(command)
    command = filter_options(command)
    command = click.option("--corpus", "folder", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder of the corpus.")(command)
    return click.command(noun, help=help_, epilog=_EXAMPLES.format(noun=noun))(command)


def tell_tolls(row: dict[str, Any]) -> str:
    """Return an incident's figures as words: "killed 9 to 13; injured 20 or more"."""
    out = []
    for kind in ("killed", "injured", "detained", "displaced", "missing"):
        low, high = row[f"{kind}_low"], row[f"{kind}_high"]
        if low is not None or high is not None:
            out.append(f"{kind} {low}" if low == high else f"{kind} {low} or more" if high is None else f"{kind} {0 if low is None else low} to {high}")
    return "; ".join(out)


incidents = _command("incidents", "List the incidents of a corpus: what happened according to everyone, with the status their claims come to.")
claims = _command("claims", "List the claims: for each incident and question, who says what, since when, carried by whom.")
statements = _command("statements", "List the statements: who says what, by which cue.")
actors = _command("actors", "List the actors across articles, with their spellings, roles and ids.")
