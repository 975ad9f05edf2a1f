"""``reportedly explain``: why each value of a record is what it is."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from reportedly.cli.inputs import input_options, reading_options
from reportedly.cli.loading import load_coder
from reportedly.cli.terminal import shown
from reportedly.records import Article, SetAside

_EXAMPLES = """\b
Examples:
  reportedly explain article.txt --published 2024-02-12
  reportedly explain article.txt --event e3

\b
Each line under a value: the words, their offsets in the text, the rule, and the lexicon line (file:line) that decided.
"""


@click.command(epilog=_EXAMPLES)
@click.argument("file", type=click.Path(allow_dash=True))
@click.option("--event", help="Only this event (e1, e2 ...).")
@click.option("--published", help="Day the text was published (ISO date). For articles that do not say.")
@click.option("--title", help="Headline, when the text's first line is not it. For articles that do not say.")
@input_options
@click.option("--lexicon", "lexicons", multiple=True, type=click.Path(exists=True, file_okay=False, path_type=Path), help="Folder of lexicon files that add to or override ours.")
@click.option("--model", help="Another spaCy model: package or folder.")
def explain(
    file: str, event: str | None, published: str | None, title: str | None, text_column: str | None, columns: tuple[str, ...], encoding: str | None,
    lexicons: tuple[Path, ...], model: str | None
) -> None:  # fmt: skip
    """Explain the records of FILE ("-": standard input): for each value its words and the rule or lexicon line behind it."""
    from reportedly import explanation
    from reportedly.reading import read_inputs
    from reportedly.runner import code_all

    aside = 0
    options = reading_options(text_column, columns, encoding)
    for result in code_all(lambda: load_coder(model, lexicons), read_inputs([file], defaults=Article(text="", published=published, title=title), options=options)):
        if isinstance(result, SetAside):
            aside += 1
            click.echo(shown(f"reportedly: set aside: {result.file}: {result.record}: {result.reason}"), err=True)
            continue
        try:
            click.echo(shown(f"# {result.article.id}\n{explanation.explain(result, event)}"), nl=False)
        except KeyError:
            raise click.UsageError(f"no event {event} in {result.article.id}; it has {len(result.events)}") from None
    if aside:
        sys.exit(1)
