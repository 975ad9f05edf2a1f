"""``reportedly check``: a lexicon folder or codebook of one's own before it is used."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportedly.cli.loading import load_coder
from reportedly.cli.terminal import shown

if TYPE_CHECKING:
    from reportedly.coder import Coder
    from reportedly.lexicons.checking import Example

_EXAMPLES = """\b
Examples:
  reportedly check my-lexicon
  reportedly check election

\b
Exit codes: 0 all is well, 1 an example is not coded by its line, a file is read by nothing or a line of a dictionary is faulty, 2 a mistake (named by file and line).
"""


@click.command(epilog=_EXAMPLES)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--model", help="Another spaCy model: package or folder.")
def check(folder: Path, model: str | None) -> None:
    """Check FOLDER, a lexicon or codebook: read every table, and code every example sentence, which its own line must code."""
    from reportedly.lexicons.checking import look_into

    found = look_into(folder)
    coder = load_coder(model, (folder,))
    for name, lines in found.tables.items():
        click.echo(shown(f"{name}: {lines}"))
    wrong = [f"{fault.file}:{fault.line}: {fault.reason}; left out" for fault in found.faults]
    wrong += [f"{name}: no table of a lexicon; nothing reads it" for name in found.unread]
    wrong += [f"code {name}: no words (predicates/{name.lower()}.tsv) and no rule (codes.tsv) give it" for name in found.unused]
    wrong += [f"{e.at}: its example is coded otherwise: {e.sentence} -> {said}" for e in found.examples if (said := _otherwise(coder, e)) is not None]
    for words in wrong:
        click.echo(shown(words), err=True)
    click.echo(f"{len(found.examples)} examples, {len(wrong)} to look at")
    sys.exit(1 if wrong else 0)


def _otherwise(coder: Coder, example: Example) -> str | None:
    """Return what an example is coded as, None when its own line coded it."""
    events = coder(example.sentence).events
    for event in events:
        by = [e for e in event.evidence if e.entry == example.at]
        if any(not example.words or e.rule.split(" ", 1)[-1] == example.words for e in by) and (example.code is None or event.code == example.code):
            return None
    return ", ".join(f"{e.code or e.type}{f'/{e.mode}' if e.mode and not e.code else ''}" for e in events) or "nothing"
