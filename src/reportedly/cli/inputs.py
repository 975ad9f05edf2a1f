"""Options that say how to read inputs, the same for every command that reads articles."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from reportedly.reading import Options


def input_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that reading_options understands to a command."""
    for option in (
        click.option("--encoding", help="Encoding of plain text and CSV, when it is not UTF-8 (windows-1252 ...)."),
        click.option("--column", "columns", multiple=True, metavar="FIELD=NAME", help="Column of a table that holds id, title, published, outlet, url, author or modified, when its name is no common one."),
        click.option("--text-column", metavar="NAME", help="Column of a table that holds the text, when its name is no common one."),
    ):
        command = option(command)
    return command


def reading_options(text_column: str | None, columns: tuple[str, ...], encoding: str | None) -> Options:
    """Return the options of reading; raise click.UsageError for a field or encoding that there is not."""
    import codecs

    from reportedly.reading import Options
    from reportedly.reading.columns import FIELDS

    given = {"text": text_column} if text_column is not None else {}
    for word in columns:
        field, equals, name = word.partition("=")
        if not equals or field not in FIELDS:
            raise click.UsageError(f"--column {word!r}: write FIELD=NAME, where FIELD is one of {', '.join(FIELDS)}")
        given[field] = name
    if encoding is not None:
        try:
            codecs.lookup(encoding)
            b"".decode(encoding)
        except LookupError:
            raise click.UsageError(f"--encoding {encoding!r}: there is no such encoding of text") from None
    return Options(columns=given, encoding=encoding)
