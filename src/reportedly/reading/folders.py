"""Folders: the files below them, in the order of their names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from reportedly.errors import InputError
from reportedly.limits import MEMBERS
from reportedly.reading.hidden import hidden_aside, is_hidden
from reportedly.records import SetAside


def walk_folder(folder: Path) -> Iterator[Path | SetAside]:
    """Yield the files below a folder, sorted; hidden files, links that lead out and what is no file are named and left."""
    root = folder.resolve()
    for n, item in enumerate(_walk(folder, root), 1):
        if n > MEMBERS.default:
            raise InputError(f"more than {MEMBERS.default} files; the rest is left unread")
        yield item


def _walk(folder: Path, root: Path) -> Iterator[Path | SetAside]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield SetAside(file=str(folder), record="folder", reason=f"cannot be read: {error.strerror or error}")
        return
    hidden = [entry.name for entry in entries if is_hidden(entry.name)]
    for entry in entries:
        path = Path(entry.path)
        if entry.name in hidden:
            continue
        if entry.is_symlink() and (entry.is_dir() or not path.resolve().is_relative_to(root)):
            yield SetAside(file=str(path), record="file", reason="a link to a folder or out of the folder; not followed")
        elif entry.is_dir():
            yield from _walk(path, root)
        elif entry.is_file():
            yield path
        else:
            yield SetAside(file=str(path), record="file", reason="no plain file; left unread")
    yield from hidden_aside(str(folder), hidden)
