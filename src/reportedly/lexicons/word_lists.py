"""The lists of words that rules of the coder ask for, by name."""

from __future__ import annotations

from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from reportedly.errors import LexiconError
from reportedly.lexicons.loader import data_root, read_table

FILE = "word_lists.tsv"


def word_list(name: str) -> frozenset[str]:
    """Return the words of one of our lists. Raise LexiconError for a mistake in the table, KeyError for a list it does not hold."""
    return _ours()[name]


def read_lists(root: Traversable | Path) -> dict[str, frozenset[str]]:
    """Read ``word_lists.tsv`` below ``root``. Raise LexiconError for a list or a word in it given twice."""
    lists: dict[str, frozenset[str]] = {}
    for entry in read_table(root, FILE, ("list", "words", "note"), required=("list", "words")):
        words = entry.many("words")
        if entry["list"] in lists:
            raise LexiconError(entry.file, entry.line, f"a second list {entry['list']!r}")
        if twice := {word for word in words if words.count(word) > 1}:
            raise LexiconError(entry.file, entry.line, f"twice in one list: {', '.join(sorted(twice))}")
        lists[entry["list"]] = frozenset(words)
    return lists


@cache
def _ours() -> dict[str, frozenset[str]]:
    return read_lists(data_root())
