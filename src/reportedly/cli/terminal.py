"""Words of articles on a terminal: a stranger's text must not move the cursor, colour the screen or turn lines around."""

from __future__ import annotations

import re
import sys

# C0 and C1 controls but for tab and line feed, and the marks that override or embed a direction.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def shown(words: str) -> str:
    """Return words with control characters written out (``\\x1b``)."""
    return _UNSAFE.sub(lambda match: match[0].encode("unicode_escape").decode(), words)


def use_utf8() -> None:
    """Write UTF-8 to files and pipes whatever the locale says; on a terminal, never fail on a character it lacks."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            if stream.isatty():
                stream.reconfigure(errors="backslashreplace")
            else:
                stream.reconfigure(encoding="utf-8", newline="\n")
