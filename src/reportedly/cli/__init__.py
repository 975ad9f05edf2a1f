"""The command: one file a subcommand, each thin - it parses words and calls the library."""

from __future__ import annotations

import sys
import warnings

import click

from reportedly.cli.asking import actors, claims, incidents, statements
from reportedly.cli.build import build
from reportedly.cli.check import check
from reportedly.cli.code import code
from reportedly.cli.compare import compare
from reportedly.cli.evaluate import evaluate
from reportedly.cli.explain import explain
from reportedly.cli.export import export
from reportedly.cli.failures import failures
from reportedly.cli.fetch import fetch
from reportedly.cli.query import query
from reportedly.cli.report import report
from reportedly.cli.schema import schema
from reportedly.cli.serve import serve, users
from reportedly.cli.show import show
from reportedly.cli.terminal import shown, use_utf8
from reportedly.cli.watch import watch
from reportedly.errors import ReportedlyError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="reportedly")
def cli() -> None:
    """Event data that remembers who said so.

    Reads news and writes who did what to whom, when, where - did it happen - and according to whom.
    """


for command in (code, explain, check, build, watch, failures, incidents, claims, statements, actors, show, query, report, compare, export, fetch, evaluate, schema, serve, users):
    cli.add_command(command)


def main() -> None:
    """Run the command; an error of ours is one line on stderr and exit code 2."""
    use_utf8()
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # libraries warn about strangers' pages, in their words
    try:
        cli(standalone_mode=True)
    except ReportedlyError as error:
        click.echo(shown(f"reportedly: {error}"), err=True)
        sys.exit(2)
    except BrokenPipeError:
        sys.exit(0)
