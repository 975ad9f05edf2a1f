"""Truth tables: read them, code them, and say passage by passage what differs. ``python tests/truth_tables.py FILE...`` lists the differences."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from reportedly.coder import Coder
from reportedly.records import CodedArticle, EventType, Status, Time, Toll

FOLDER = Path(__file__).parent / "truth"
PUBLISHED = "2024-03-14"


@dataclass
class Row:
    """One expected or coded event."""

    type: str
    mode: str
    actors: list[str]
    recipients: list[str]
    status: str
    sources: list[str]

    def __str__(self) -> str:
        return f"{self.type}{'/' * bool(self.mode)}{self.mode} | {'; '.join(self.actors)} | {'; '.join(self.recipients)} | {self.status} | {'; '.join(self.sources)}"


@dataclass
class Circumstance:
    """Where and when an act was, how it was done, and its toll: of the event with this word among its trigger's."""

    trigger: str
    place: str
    date: str
    mode: str
    toll: str

    def __str__(self) -> str:
        return f"at | {self.trigger} | {self.place} | {self.date} | {self.mode} | {self.toll}"


@dataclass
class Passage:
    """One passage with what is expected of it; None: not checked."""

    where: str
    text: str
    events: list[Row] | None = None
    says: list[tuple[list[str], str]] | None = None
    at: list[Circumstance] | None = None


def read(paths: Iterable[Path]) -> Iterator[Passage]:
    """Yield the passages of truth tables; ValueError names file and line of a mistake."""
    for path in paths:
        passage: Passage | None = None
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            where = f"{path.name}:{number}"
            if not line.strip() or line.startswith("#"):
                continue
            if not line.startswith(" "):
                if passage is not None:
                    yield _whole(passage)
                passage = Passage(where, line.strip().replace("\\n", "\n"))
            elif passage is None:
                raise ValueError(f"{where}: a record without a passage")
            else:
                _add(passage, line.strip(), where)
        if passage is not None:
            yield _whole(passage)


def _whole(passage: Passage) -> Passage:
    if passage.events is None and passage.says is None and passage.at is None:
        raise ValueError(f"{passage.where}: a passage without records (write: none)")
    return passage


def _add(passage: Passage, line: str, where: str) -> None:
    if line == "none":
        passage.events = passage.events or []
        return
    cells = [cell.strip() for cell in line.split("|")]
    if cells[0] == "says":
        if len(cells) != 3:
            raise ValueError(f"{where}: says | speakers | content")
        passage.says = [*(passage.says or []), (_names(cells[1]), cells[2])]
        return
    if cells[0] == "at":
        if len(cells) != 6:
            raise ValueError(f"{where}: at | trigger | place | date | mode | toll")
        passage.at = [*(passage.at or []), Circumstance(*cells[1:])]
        return
    type_, _, mode = cells[0].partition("/")
    if len(cells) != 5 or type_ not in get_args(EventType) or cells[3] not in get_args(Status):
        raise ValueError(f"{where}: type[/mode] | actors | recipients | status | sources")
    row = Row(type_, mode, _names(cells[1]), _names(cells[2]), cells[3], _names(cells[4]))
    passage.events = [*(passage.events or []), row]


def _names(cell: str) -> list[str]:
    return [name.strip() for name in cell.split(";") if name.strip() not in ("", "-")]


def check(coder: Coder, passage: Passage) -> list[str]:
    """Return what differs between a passage's records and the coder's, in words; nothing: all right."""
    coded = coder(passage.text, published=PUBLISHED)
    differences = []
    if passage.events is not None:
        differences += _event_differences(passage.events, _rows(coded))
    if passage.says is not None:
        differences += _statement_differences(passage.says, coded)
    if passage.at is not None:
        differences += _circumstance_differences(passage.at, coded)
    return differences


def _rows(coded: CodedArticle) -> list[Row]:
    names = {a.id: a.name for a in coded.actors}
    return [
        Row(e.type, e.mode or "", [names[i] for i in e.actors], [names[i] for i in e.recipients], e.status, [names[i] for i in e.sources])
        for e in coded.events
    ]


def are_right(expected: list[Row], coded: CodedArticle) -> list[bool]:
    """Return for every coded event whether its type, actors, recipients, status and sources are those of an expected one."""
    left = list(expected)
    out = []
    for row in _rows(coded):
        match = next((e for e in left if e.type == row.type and not set(_faults(e, row)) - {"mode"}), None)
        if match is not None:
            left.remove(match)
        out.append(match is not None)
    return out


def _event_differences(expected: list[Row], coded: list[Row]) -> Iterator[str]:
    left = list(coded)
    for row in sorted(expected, key=str):
        best = max((c for c in left if c.type == row.type), key=lambda c: (-len(_faults(row, c)), c.mode == row.mode), default=None)
        if best is None:
            yield f"missed: {row}"
            continue
        left.remove(best)
        if faults := _faults(row, best):
            yield f"{', '.join(faults)}: {best}   not   {row}"
    yield from (f"extra: {row}" for row in left)


def _faults(expected: Row, coded: Row) -> list[str]:
    faults = [f for f in ("actors", "recipients", "sources") if not _same(getattr(expected, f), getattr(coded, f))]
    faults += ["status"] * (expected.status != coded.status)
    faults += ["mode"] * bool(expected.mode and expected.mode != coded.mode)
    return faults


def _statement_differences(expected: list[tuple[list[str], str]], coded: CodedArticle) -> Iterator[str]:
    names = {a.id: a.name for a in coded.actors}
    left = [([names[i] for i in s.speakers], coded.article.text[slice(*s.content)]) for s in coded.statements]
    for speakers, content in expected:
        first, _, last = content.partition(" ... ")
        found = next((s for s in left if _plain(s[1]).startswith(_plain(first)) and _plain(s[1]).endswith(_plain(last or first))), None)
        if found is None:
            yield f"missed: says | {'; '.join(speakers)} | {content}"
            continue
        left.remove(found)
        if not _same(speakers, found[0]):
            yield f"speaker: {'; '.join(found[0])}   not   {'; '.join(speakers)} | {content}"
    yield from (f"extra: says | {'; '.join(s)} | {c}" for s, c in left)


def _circumstance_differences(expected: list[Circumstance], coded: CodedArticle) -> Iterator[str]:
    left = circumstances(coded)
    for row in expected:
        found = next((c for c in left if _plain(row.trigger) in _plain(c.trigger)), None)
        if found is None:
            yield f"missed: {row}"
            continue
        left.remove(found)
        if faults := circumstance_faults(row, found):
            yield f"{', '.join(faults)}: {found}   not   {row}"


def circumstances(coded: CodedArticle) -> list[Circumstance]:
    """Return the circumstances of every coded event, in text order."""
    places = {p.id: p.name for p in coded.places}
    times = {t.id: t for t in coded.times}
    return [
        Circumstance(coded.article.text[slice(*e.trigger)], places.get(e.place or "", ""), _days(times.get(e.time or "")), e.mode or "", "; ".join(_toll(t) for t in e.toll))
        for e in sorted(coded.events, key=lambda e: e.trigger)
    ]


def _days(time: Time | None) -> str:
    if time is None or time.start is None:
        return ""
    return time.start if time.start == time.end else f"{time.start}..{time.end}"


def _toll(toll: Toll) -> str:
    return f"{toll.kind} {toll.low}" if toll.low == toll.high else f"{toll.kind} {toll.low or ''}-{toll.high or ''}"


def circumstance_faults(expected: Circumstance, coded: Circumstance) -> list[str]:
    """Return which of place, date, mode and toll differ; a place may be given by a part of its name."""
    faults = ["place"] * (not _same([expected.place] if expected.place else [], [coded.place] if coded.place else []))
    faults += ["date"] * (expected.date != coded.date) + ["mode"] * (expected.mode != coded.mode)
    return faults + ["toll"] * (sorted(expected.toll.split("; ")) != sorted(coded.toll.split("; ")))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _same(expected: list[str], coded: list[str]) -> bool:
    """Whether two lists name the same actors, one to one; a name may be given by a part of it."""
    left = [set(_plain(name).split()) for name in coded]
    for name in expected:
        words = set(_plain(name).split()) - {"the", "a", "an"}
        found = next((other for other in left if words and (words <= other or other - {"the", "a", "an"} <= words)), None)
        if found is None:
            return False
        left.remove(found)
    return not left


def main() -> None:
    """List the passages of the named files (all without any) that come out wrong."""
    import reportedly

    coder = reportedly.load()
    paths = [Path(p) for p in sys.argv[1:]] or sorted(FOLDER.glob("*.txt"))
    right = total = 0
    for passage in read(paths):
        total += 1
        differences = check(coder, passage)
        right += not differences
        if differences:
            print(f"{passage.where}: {passage.text}")
            for difference in differences:
                print(f"    {difference}")
    print(f"{right} of {total} passages right")


if __name__ == "__main__":
    main()
