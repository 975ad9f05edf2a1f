"""``reportedly serve``: the workbench in a browser."""

from __future__ import annotations

from pathlib import Path

import click

from reportedly.cli.loading import load_coder

_EXAMPLES = """\b
Examples:
  reportedly serve
  reportedly serve sahel
  reportedly serve sahel --port 9000

\b
Open the printed address; it lets one browser in, and the next one is printed then. Ctrl-C ends it. Exit codes: 0 ended, 2 wrong use, or no corpus.
"""


@click.command(epilog=_EXAMPLES)
@click.argument("folder", required=False, type=click.Path(file_okay=False, path_type=Path))
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="Port on this machine; 0: any free one.")
def serve(folder: Path | None, port: int) -> None:
    """Read, check and correct what was coded, in a browser: over the corpus in FOLDER, or over an example. Only this machine can reach it."""
    from functools import cache

    from reportedly.corpus.store import read_manifest
    from reportedly.workbench.example import build_example
    from reportedly.workbench.serving import serve as serve_workbench

    def tell(address: str) -> None:
        click.echo(f"reportedly: open {address}", err=True)

    if folder is not None:
        read_manifest(folder)
    coder = cache(lambda: load_coder(None, ()))
    serve_workbench(folder or build_example(coder), lambda: load_coder(None, ()), port=port, tell=tell)
