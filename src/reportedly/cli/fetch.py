"""``reportedly fetch``: addresses in, a WARC file out. With `watch`, when it is given a feed, the only one that uses the network."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TextIO

import click

from reportedly.cli.terminal import shown

_EXAMPLES = """\b
Examples:
  reportedly fetch addresses.txt --out pages.warc.gz
  reportedly code pages.warc.gz

\b
Exit codes: 0 all stored, 1 some not (named on stderr), 2 wrong use.
"""


@click.command(epilog=_EXAMPLES)
@click.argument("file", type=click.File("r", encoding="utf-8", errors="replace"))
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="WARC file to write (compressed if its name ends in .gz); it must not exist yet.")
@click.option("--delay", default=1.0, show_default=True, type=click.FloatRange(min=0.2), help="Seconds between two requests to a site; robots.txt may ask for more.")
@click.option("--timeout", default=20.0, show_default=True, type=click.FloatRange(min=0.1), help="Seconds to wait for a server that says nothing.")
@click.option("--page-bytes", default=8_000_000, show_default=True, type=click.IntRange(min=1), help="A larger page is not stored.")
@click.option("--agent", default="reportedly", show_default=True, help="What to call oneself; robots.txt is read for this name. Add an address where you can be reached.")
def fetch(file: TextIO, out: Path, delay: float, timeout: float, page_bytes: int, agent: str) -> None:
    """Fetch the pages whose addresses are in FILE ("-": standard input), one a line, into a WARC file that `code` reads.

    Besides `watch` with a feed this is the only command that uses the network. It asks https addresses on the public internet alone, obeys robots.txt
    and fetches one page at a time. Empty lines and lines that begin with # are skipped.
    """
    from reportedly.fetching import Rules, fetch_all

    rules = Rules(timeout=timeout, delay=delay, page_bytes=page_bytes, agent=agent)
    urls = [line.strip() for line in file if line.strip() and not line.startswith("#")]
    stored = failed = 0
    try:
        stream = out.open("xb")
    except OSError as error:
        raise click.UsageError(f"{out} cannot be made: {error.strerror}") from None
    with stream:
        for page in fetch_all(urls, stream, rules=rules, gzip=out.suffix == ".gz"):
            stored, failed = stored + (page.reason is None), failed + (page.reason is not None)
            if page.reason is not None:
                click.echo(shown(f"reportedly: not fetched: {page.url}: {page.reason}"), err=True)
    click.echo(f"reportedly: {stored} stored, {failed} not", err=True)
    if failed:
        sys.exit(1)
