"""``reportedly show``: one incident."""

from __future__ import annotations

from pathlib import Path

import click

from reportedly.cli.terminal import shown

_EXAMPLES = """\b
Examples:
  reportedly show i378c5729fb84 --corpus sahel
  reportedly show i378 --corpus sahel

\b
Exit codes: 0 done, 2 no such incident, or no corpus.
"""


@click.command(epilog=_EXAMPLES)
@click.argument("incident")
@click.option("--corpus", "folder", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder of the corpus.")
def show(incident: str, folder: Path) -> None:
    """Tell INCIDENT (its id, or the beginning of it): the event, each claim with its sentence, the figures over time, and who is silent."""
    from reportedly.corpus.account import tell_incident
    from reportedly.corpus.corpus import Corpus

    click.echo(shown(tell_incident(Corpus(folder), incident)), nl=False)
