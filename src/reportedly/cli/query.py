"""``reportedly query``: SQL over a corpus."""

from __future__ import annotations

from pathlib import Path

import click

from reportedly.cli.output import output_options, write_table
from reportedly.limits import QUERY_MEGABYTES, QUERY_SECONDS

_EXAMPLES = """\b
Examples:
  reportedly query "SELECT status, count(*) FROM incidents GROUP BY status" --corpus sahel
  reportedly query "SELECT claimant, value, first FROM claims WHERE question = 'toll' ORDER BY first" --corpus sahel

\b
Tables: articles, mentions, statements, actors, incidents, claims (docs/corpus.md lists the columns). One SELECT; it can read nothing else and write nothing.

\b
Exit codes: 0 done, 2 refused, failed or over a limit.
"""


@click.command(epilog=_EXAMPLES)
@click.argument("sql")
@click.option("--corpus", "folder", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder of the corpus.")
@click.option("--seconds", default=QUERY_SECONDS.default, show_default=True, type=click.IntRange(1), help="End the query after this time.")
@click.option("--megabytes", default=QUERY_MEGABYTES.default, show_default=True, type=click.IntRange(64), help="End the query when it needs more memory.")
@output_options
def query(sql: str, folder: Path, seconds: int, megabytes: int, format_: str | None, out: Path | None) -> None:
    """Run one SELECT over the tables of a corpus, read-only, with DuckDB in a process of its own."""
    from reportedly.corpus.corpus import Corpus

    write_table(Corpus(folder).query(sql, seconds=seconds, megabytes=megabytes), format_, out)
