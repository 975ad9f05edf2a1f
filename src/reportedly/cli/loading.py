"""Loading the coder for a command, with a word to the user when it takes long."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from reportedly.coder import Coder


def prepare_gazetteer() -> None:
    """Prepare the gazetteer the first time on a machine, telling the user."""
    from reportedly.gazetteer import open_gazetteer

    open_gazetteer(lambda words: click.echo(f"reportedly: {words}", err=True)).close()


def load_coder(model: str | None, lexicons: tuple[Path, ...]) -> Coder:
    """Return the coder; the first time on a machine, say that the gazetteer is being prepared."""
    from reportedly.coder import load

    prepare_gazetteer()
    return load(model=model, lexicons=lexicons)
