"""Hidden files: left unread, and said, once a folder or archive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from reportedly.records import SetAside


def is_hidden(name: str) -> bool:
    """Whether a path is one that its owner's machine hides: a part begins with a dot, or it is Apple's shadow of a file."""
    return any((part.startswith(".") and part not in (".", "..")) or part == "__MACOSX" for part in PurePosixPath(name).parts)


def hidden_aside(name: str, found: list[str]) -> Iterator[SetAside]:
    """Yield one SetAside that says which hidden files were passed over, if any were."""
    if found:
        more = f" and {len(found) - 5} more" if len(found) > 5 else ""
        yield SetAside(file=name, record="hidden files", reason=f"left unread: {', '.join(found[:5])}{more}")
