"""``reportedly schema``: the records as JSON Schema."""

from __future__ import annotations

import click


@click.command(epilog="Example:  reportedly schema > coded-article.schema.json")
def schema() -> None:
    """Print the JSON Schema of the record that `reportedly code --format jsonl` writes."""
    from reportedly.schema import record_schema

    click.echo(record_schema(), nl=False)
