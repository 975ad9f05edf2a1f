"""``reportedly serve``: the workbench in a browser; ``reportedly users``: who may sign in to a team's."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from reportedly.cli.loading import load_coder
from reportedly.cli.terminal import shown

_SERVE = """\b
Examples:
  reportedly serve
  reportedly serve sahel
  reportedly serve sahel --port 9000
  reportedly serve sahel --team --database postgresql://reportedly@db/reviews --origin https://review.example.org

\b
Open the printed address; it lets one browser in, and the next one is printed then. Ctrl-C ends it. Exit codes: 0 ended, 2 wrong use, or no corpus.
"""
_USERS = """\b
Examples:
  reportedly users sahel --add Ada --role adjudicator
  reportedly users sahel --add Bo --role coder
  reportedly users sahel --remove Bo
  reportedly users sahel

\b
The password is asked for, or read from standard input when that is no terminal. Exit codes: 0 done, 2 wrong use.
"""
_DATABASE = "Where the decisions are kept: sqlite:///FILE or postgresql://... (or REPORTEDLY_DATABASE). Default: review.sqlite in the corpus."


@click.command(epilog=_SERVE)
@click.argument("folder", required=False, type=click.Path(file_okay=False, path_type=Path))
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="Port on this machine; 0: any free one.")
@click.option("--team", is_flag=True, help="People sign in with name and password (see `reportedly users`).")
@click.option("--database", envvar="REPORTEDLY_DATABASE", help=_DATABASE)
@click.option("--origin", help="With --team: the public address of the proxy in front, as https://review.example.org.")
def serve(folder: Path | None, port: int, team: bool, database: str | None, origin: str | None) -> None:
    """Read, check and correct what was coded, in a browser: over the corpus in FOLDER, or over an example. It listens on this machine only."""
    from functools import cache

    from reportedly.corpus.store import read_manifest
    from reportedly.workbench.example import build_example
    from reportedly.workbench.serving import serve as serve_workbench

    if origin and not team:
        raise click.UsageError("--origin is for --team: without it only this machine may come in")
    if origin and not origin.startswith(("https://", "http://127.0.0.1", "http://localhost")):
        raise click.UsageError("--origin must begin with https://, as passwords go over it")
    if folder is not None:
        read_manifest(folder)
    coder = cache(lambda: load_coder(None, ()))
    where = folder or build_example(coder)

    def tell(address: str) -> None:
        click.echo(f"reportedly: open {address}", err=True)

    serve_workbench(where, lambda: load_coder(None, ()), port=port, tell=tell, database=database, team=team, origin=origin)


@click.command(epilog=_USERS)
@click.argument("folder", required=False, type=click.Path(file_okay=False, path_type=Path))
@click.option("--database", envvar="REPORTEDLY_DATABASE", help=_DATABASE)
@click.option("--add", help="Name of somebody to add, or to give another role and password.")
@click.option("--role", type=click.Choice(["reader", "coder", "adjudicator"]), default="coder", show_default=True, help="What they may do: read; also decide; also adjudicate.")
@click.option("--remove", help="Name of somebody to take out; their decisions stay.")
def users(folder: Path | None, database: str | None, add: str | None, role: str, remove: str | None) -> None:
    """List, add and remove those who may sign in to `reportedly serve --team` over the corpus in FOLDER."""
    from reportedly.corpus.store import read_manifest
    from reportedly.workbench.reviewing.store import open_engine
    from reportedly.workbench.serving import store_address
    from reportedly.workbench.users import Users

    if folder is not None:
        read_manifest(folder)
    elif not database:
        raise click.UsageError("give the folder of the corpus, or --database")
    members = Users(open_engine(database or store_address(folder or Path())))
    if add:
        password = click.prompt("Password", hide_input=True, confirmation_prompt=True) if sys.stdin.isatty() else sys.stdin.readline().rstrip(os.linesep)
        members.set(add, role, password)
    if remove:
        members.remove(remove)
    for name, has in members.all():
        click.echo(f"{shown(name)}\t{has}")
