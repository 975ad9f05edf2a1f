"""What a lexicon folder holds: its tables with their lines, files that nothing reads, faults of dictionaries, and the examples that should be coded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reportedly.lexicons import petrarch, word_lists
from reportedly.lexicons.codebook import FILE, RULES, load_codebook
from reportedly.lexicons.loader import data_root, read_table, table_names
from reportedly.lexicons.predicates import PREDICATE_COLUMNS, load_predicates

_FOLDERS = ("actors/groups", "actors/persons", "predicates")
_README = frozenset({"readme", "license", "licence", "sources"})


@dataclass(frozen=True)
class Example:
    """A sentence of a table that must be coded: by this line ("file:line"), with this code, as this type; None and empty: not coded."""

    at: str
    sentence: str
    words: str  # of the predicate, for telling its line from ours of the same number; empty for a rule
    code: str | None


@dataclass
class Contents:
    """``tables``: lines by file. ``unread``: files that nothing reads. ``unused``: codes that no word and no rule gives."""

    tables: dict[str, int] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    faults: list[petrarch.Fault] = field(default_factory=list)
    examples: list[Example] = field(default_factory=list)


def look_into(folder: Path) -> Contents:
    """Return what a folder holds. Raise LexiconError for a mistake in its predicates or codebook; the other tables are checked when the coder loads them."""
    found = Contents()
    book = load_codebook([data_root(), folder])
    used = {rule.code for rule in book.rules}
    for options in load_predicates([data_root(), folder]).by_head.values():
        used |= {p.code for p in options if p.code}
    found.unused = sorted(set(book.codes) - used)
    root = Path(str(data_root()))
    ours = {str(path.relative_to(root)) for path in root.rglob("*.tsv")}
    if folder.resolve() != root.resolve():
        ours.remove(word_lists.FILE)  # what rules in code ask for: a folder of one's own adds nothing to it
    for name in _files(folder):
        stem = name.removesuffix(".csv") + ".tsv" if name.endswith(".csv") else name
        doubled = name.endswith(".csv") and (folder / stem).is_file()
        if name.endswith((petrarch.ACTORS, petrarch.AGENTS)) and name.count("/") <= 1 and name.split("/")[0] in (name, "actors"):
            read = list((petrarch.read_actors if name.endswith(petrarch.ACTORS) else petrarch.read_agents)(folder, name))
            found.faults += [r for r in read if isinstance(r, petrarch.Fault)]
            found.tables[name] = sum(not isinstance(r, petrarch.Fault) for r in read)
        elif name == FILE:
            found.tables[name] = len(book.codes)
        elif not doubled and (stem == "codes.tsv" or stem in ours or (name.endswith((".tsv", ".csv")) and str(Path(name).parent) in _FOLDERS)):
            found.tables[name] = _count(folder / name)
        elif Path(name).stem.lower() not in _README:
            found.unread.append(name)
    found.examples = list(_examples(folder))
    return found


def _examples(folder: Path) -> Iterator[Example]:
    for name in table_names(folder, "predicates"):
        for entry in read_table(folder, name, PREDICATE_COLUMNS):
            if entry["example"] and not Path(name).stem.startswith("none"):
                yield Example(entry.at, entry["example"], entry["phrase"].lower(), None)
    for entry in read_table(folder, "codes.tsv", RULES):
        if entry["example"]:
            yield Example(entry.at, entry["example"], "", entry["code"])


def _files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() and not any(p.startswith(".") for p in path.relative_to(folder).parts))


def _count(path: Path) -> int:
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip() and not line.startswith("#")]
    return max(0, len(lines) - 1)
