"""A user's own codebook: codes of their own, each a kind of a PLOVER type, and rules that give them to events that our lexicon finds."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, get_args

from reportedly.errors import LexiconError
from reportedly.lexicons.actors import SECTORS
from reportedly.lexicons.loader import Entry, read_table
from reportedly.lexicons.modes import MODES
from reportedly.records import EventType

FILE = "codebook.toml"
RULES = ("code", "type", "mode", "actor", "recipient", "words", "example", "note")
TYPES = frozenset(get_args(EventType))
_NAME = re.compile(r"[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*")
_KEYS = frozenset({"type", "mode", "about"})


@dataclass(frozen=True, slots=True)
class Code:
    """One code: the PLOVER type (and mode) that it is a kind of."""

    name: str
    type: str
    mode: str | None
    about: str


@dataclass(frozen=True, slots=True)
class Party:
    """What a party must be: of one of these sectors, or named by one of these words. Both empty: anybody."""

    sectors: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Rule:
    """Gives a code to an event of these types and modes whose parties and sentence fit; an empty set asks for nothing."""

    code: str
    types: frozenset[str]
    modes: frozenset[str]
    actor: Party
    recipient: Party
    words: frozenset[str]
    entry: Entry


@dataclass(slots=True)
class Codebook:
    """The codes of all folders, their rules in order, and whether events without a code are left out."""

    name: str = ""
    only: bool = False
    codes: dict[str, Code] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)


def load_codebook(roots: Iterable[Traversable | Path]) -> Codebook:
    """Read ``codebook.toml`` and ``codes.tsv`` (or .csv) of every root. Rules of a later root go first. Raise LexiconError for a mistake."""
    book = Codebook()
    for root in roots:
        if (path := root.joinpath(FILE)).is_file():
            _add(book, path.read_bytes())
        rules = [_rule(entry, book) for entry in read_table(root, "codes.tsv", RULES, required=("code",))]
        book.rules = rules + book.rules
    return book


def _add(book: Codebook, data: bytes) -> None:
    try:
        read = tomllib.loads(data.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        line = re.search(r"at line (\d+)", str(error))
        raise LexiconError(FILE, int(line[1]) if line else 1, str(error)) from error
    if unknown := set(read) - {"name", "only", "codes"}:
        raise _mistake(data, min(unknown), f"unknown key {', '.join(sorted(unknown))}; known: name, only, codes")
    if not isinstance(read.get("only", False), bool) or not isinstance(read.get("name", ""), str) or not isinstance(read.get("codes", {}), dict):
        raise _mistake(data, "only", "name is text, only is true or false, codes are tables ([codes.NAME])")
    book.name, book.only = read.get("name", "") or book.name, book.only or read.get("only", False)
    for name, said in read.get("codes", {}).items():
        book.codes[name] = _code(name, said, data)


def _code(name: str, said: Any, data: bytes) -> Code:
    if not _NAME.fullmatch(name):
        raise _mistake(data, name, f"code {name!r}: capitals, digits and hyphens, beginning with a letter")
    if name in TYPES:
        raise _mistake(data, name, f"code {name!r} is a PLOVER type; add words to it in predicates/{name.lower()}.tsv instead")
    if not isinstance(said, dict) or set(said) - _KEYS or not all(isinstance(v, str) for v in said.values()):
        raise _mistake(data, name, f"code {name}: its keys are type, mode, about, all text")
    if said.get("type") not in TYPES:
        raise _mistake(data, name, f"code {name}: type is the PLOVER type that it is a kind of, one of {', '.join(sorted(TYPES))}")
    mode = said.get("mode") or None
    if mode is not None and mode not in MODES.get(said["type"], ()):
        raise _mistake(data, name, f"code {name}: {mode!r} is no mode of {said['type']}")
    return Code(name, said["type"], mode, said.get("about", ""))


def _mistake(data: bytes, word: str, reason: str) -> LexiconError:
    """Return an error at the first line that holds a word; TOML gives no lines of what is well formed."""
    lines = data.decode(errors="replace").split("\n")
    return LexiconError(FILE, next((n for n, line in enumerate(lines, 1) if word in line), 1), reason)


def _rule(entry: Entry, book: Codebook) -> Rule:
    if entry["code"] not in book.codes:
        raise LexiconError(entry.file, entry.line, f"code: {entry['code']!r} is not in {FILE}")
    types, modes = frozenset(entry.many("type")), frozenset(entry.many("mode"))
    if unknown := types - TYPES:
        raise LexiconError(entry.file, entry.line, f"type: {', '.join(sorted(unknown))} is none of {', '.join(sorted(TYPES))}")
    if unknown := modes - frozenset().union(*(MODES.get(t, frozenset()) for t in types or TYPES)):
        raise LexiconError(entry.file, entry.line, f"mode: {', '.join(sorted(unknown))} is no mode of {', '.join(sorted(types)) or 'any type'}")
    if not (types or modes or entry["actor"] or entry["recipient"] or entry["words"]):
        raise LexiconError(entry.file, entry.line, "a rule that asks for nothing would give its code to every event")
    return Rule(entry["code"], types, modes, _party(entry, "actor"), _party(entry, "recipient"), frozenset(w.lower() for w in entry.many("words")), entry)


def _party(entry: Entry, column: str) -> Party:
    values = entry.many(column)
    sectors = frozenset(v for v in values if v in SECTORS)
    return Party(sectors, frozenset(v.lower() for v in values if v not in SECTORS))
