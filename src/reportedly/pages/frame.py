"""The frame of every page: one file that loads nothing, whose security policy lets only its own script run."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from reportedly.pages.marked import as_text


def framed(title: str, body: str, *, style: str, script: str) -> str:
    """Return a whole page; ``body`` is HTML, ``title`` is text."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; script-src \'sha256-{digest}\'">'
        f'<title>reportedly: {as_text(title)}</title><style>{style}</style></head><body class="reportedly page">'
        f"{body}<script>{script}</script></body></html>\n"
    )


@cache
def asset(name: str) -> str:
    """Return a style sheet or script that comes with the package."""
    return files("reportedly.pages").joinpath(name).read_text(encoding="utf-8")
