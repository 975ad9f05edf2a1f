"""The words of calendar expressions: the table ``times.tsv`` as dictionaries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from pathlib import Path

from reportedly.errors import LexiconError
from reportedly.lexicons.loader import Entry, data_root, read_table

_VALUED = ("month", "weekday", "near", "which", "anchored", "third", "beside", "number", "ordinal", "decade")
_NAMED = ("season", "unit", "famous", "holiday")
_LISTED = (
    "weekend", "part", "softener", "approximate", "ago", "later", "earlier", "vague", "deed", "year before", "year noun",
    "no year before", "no year after", "name before", "name after", "ahead", "moved", "timetable", "reports",
)  # fmt: skip
_TRIGGERS = ("month", "weekday", "season", "unit", "weekend", "decade", "near", "part", "famous")


@dataclass(slots=True)
class TimeWords:
    """Words by kind. ``triggers`` leads from a word that can hold an expression to its kind."""

    numbers: dict[str, dict[str, int]] = field(default_factory=lambda: {kind: {} for kind in _VALUED})
    names: dict[str, dict[str, str]] = field(default_factory=lambda: {kind: {} for kind in _NAMED})
    lists: dict[str, set[str]] = field(default_factory=lambda: {kind: set() for kind in _LISTED})
    holidays: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)  # first word -> phrases, longest first
    triggers: dict[str, str] = field(default_factory=dict)

    def number(self, word: str) -> int | None:
        """Return the number of a word or figure below ten thousand ("twelve", "forty-one", "a", "12"), or None."""
        if word.isdecimal():
            return int(word) if len(word) < 5 else None
        found = self.numbers["number"].get(word)
        if found is None and "-" in word:
            tens, _, ones = word.partition("-")
            table = self.numbers["number"]
            return table[tens] + table[ones] if tens in table and ones in table else None
        return found


def load_times(roots: Iterable[Traversable | Path] | None = None) -> TimeWords:
    """Read ``times.tsv`` of every root (the bundled one by default). Raise LexiconError for an unknown kind or a value that is no number."""
    words = TimeWords()
    for root in roots if roots is not None else [data_root()]:
        for entry in read_table(root, "times.tsv", ("word", "kind", "value"), required=("word", "kind")):
            _add(words, entry)
    for phrases in words.holidays.values():
        phrases.sort(key=lambda phrase: -len(phrase[0]))
    return words


def _add(words: TimeWords, entry: Entry) -> None:
    word, kind, value = entry["word"].lower(), entry.one_of("kind", (*_VALUED, *_NAMED, *_LISTED)), entry["value"]
    if kind in words.numbers:
        try:
            words.numbers[kind][word] = int(value)
        except ValueError as error:
            raise LexiconError(entry.file, entry.line, f"value: {value!r} is not a whole number") from error
    elif kind == "holiday":
        parts = tuple(word.replace("'s", " 's").split())  # as the tokenizer splits
        words.holidays.setdefault(parts[0], []).append((parts, value))
        words.triggers.setdefault(parts[0], "holiday")
    elif kind in words.names:
        words.names[kind][word] = value
    else:
        words.lists[kind].add(word)
    if kind in _TRIGGERS and "-" not in word:
        words.triggers[word] = kind
