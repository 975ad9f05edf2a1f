"""The words of tolls: the table ``tolls.tsv`` as dictionaries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import get_args

from reportedly.errors import LexiconError
from reportedly.lexicons.loader import Entry, data_root, read_table
from reportedly.lexicons.time_words import TimeWords, load_times
from reportedly.records import TollKind

Bounds = tuple[int | None, int | None]

_HARM = ("object", "subject", "noun", "state")
_LISTS = ("result", "rise", "collective", "thing", "several people")


@dataclass(slots=True)
class TollWords:
    """Words of harm by their grammar, and number words with what they are worth."""

    harm: dict[str, dict[str, TollKind]] = field(default_factory=lambda: {kind: {} for kind in _HARM})
    lists: dict[str, set[str]] = field(default_factory=lambda: {kind: set() for kind in _LISTS})
    vague: dict[str, Bounds] = field(default_factory=dict)
    scales: dict[str, int] = field(default_factory=dict)
    bounds: dict[tuple[str, ...], str] = field(default_factory=dict)  # words before a number -> low, high or about
    times: TimeWords = field(default_factory=TimeWords)  # for plain number words


def load_tolls(roots: Iterable[Traversable | Path] | None = None) -> TollWords:
    """Read ``tolls.tsv`` of every root (the bundled one by default). Raise LexiconError for an unknown kind or value."""
    words = TollWords(times=load_times(roots))
    for root in roots if roots is not None else [data_root()]:
        for entry in read_table(root, "tolls.tsv", ("word", "kind", "value"), required=("word", "kind")):
            _add(words, entry)
    return words


@cache
def bundled() -> TollWords:
    """Return the words of the bundled table, read once."""
    return load_tolls()


def _add(words: TollWords, entry: Entry) -> None:
    word, kind = entry["word"].lower(), entry.one_of("kind", (*_HARM, *_LISTS, "vague", "scale", "bound"))
    if kind in words.harm:
        words.harm[kind][word] = entry.one_of("value", get_args(TollKind))  # type: ignore[assignment]
    elif kind in words.lists:
        words.lists[kind].add(word)
    elif kind == "bound":
        words.bounds[tuple(word.split())] = entry.one_of("value", ("low", "high", "about"))
    elif kind == "scale":
        words.scales[word] = _whole(entry, entry["value"])
    else:
        low, _, high = entry["value"].partition("-")
        words.vague[word] = _whole(entry, low) if low else None, _whole(entry, high) if high else None


def _whole(entry: Entry, value: str) -> int:
    if not value.isdecimal():
        raise LexiconError(entry.file, entry.line, f"value: {value!r} is not a whole number")
    return int(value)
