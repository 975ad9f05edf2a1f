"""PETRARCH's (and TABARI's) actor and agent dictionaries as actor lexicons: ``*.actors.txt`` and ``*.agents.txt`` in a lexicon folder.

The published files hold mistakes of their own, so a line that cannot be read is a Fault, which ``reportedly check`` shows, and the rest counts.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources.abc import Traversable
from itertools import product
from pathlib import Path

from reportedly.lexicons.loader import Entry, data_root, read_table

ACTORS, AGENTS = ".actors.txt", ".agents.txt"
_BLOCK = re.compile(r"\[([^\[\]{}]*)[\]}]")  # "[~ENV}" stands in a published file
_DATES = re.compile(r"(\w+)\s*(?:(<|>)\s*(\d{6,8})|(\d{6,8})\s*-\s*(\d{6,8}))?")
_NOT_CODED = re.compile(r"[-+#]+")


@dataclass(frozen=True)
class Fault:
    """A line of a dictionary that cannot be read, and why."""

    file: str
    line: int
    reason: str


@dataclass
class Named:
    """An actor of a dictionary: its names, the first being the main one, and its codes with the days they hold."""

    file: str
    line: int
    names: list[str]
    codes: list[tuple[str, str, str]] = field(default_factory=list)  # code, first day, last day ("": open)
    discarded: bool = False  # [---]: not to be coded

    @property
    def dated(self) -> bool:
        return any(start or end for _, start, end in self.codes)


@dataclass(frozen=True)
class Agent:
    """A common noun of a dictionary with the code of whoever it denotes."""

    file: str
    line: int
    noun: str
    code: str


def dictionaries(root: Traversable | Path, ending: str) -> list[str]:
    """Return the dictionaries in a lexicon folder and in its ``actors``."""
    out = []
    for folder, prefix in ((root, ""), (root.joinpath("actors"), "actors/")):
        if folder.is_dir():
            out += sorted(prefix + item.name for item in folder.iterdir() if item.name.endswith(ending))
    return out


def read_actors(root: Traversable | Path, name: str) -> Iterator[Named | Fault]:
    """Yield the actors of a dictionary: ``NAME_ [CODE]``, below it ``+SYNONYM_`` and ``[CODE 19990101-20031231]``."""
    current: Named | None = None
    for n, line in _lines(root, name):
        blocks, words = _BLOCK.findall(line), line.split("[", 1)[0].strip()
        if "[" in line and not blocks:
            yield Fault(name, n, "no code in brackets")
            continue
        if words.startswith("+"):
            if current is None:
                yield Fault(name, n, f"{words} is a synonym of nothing")
                continue
            current.names.append(_plain(words[1:]))
        elif words:
            if current is not None:
                yield from _whole(current)
            current = Named(name, n, [_plain(words)])
        if blocks and current is None:
            yield Fault(name, n, "a code of nobody")
        for block in blocks if current is not None else ():
            if (code := _code(block)) is None:
                yield Fault(name, n, f"[{block}] is neither a code nor a code with days")
            elif current is not None and _NOT_CODED.fullmatch(code[0]):
                current.discarded = True
            elif current is not None:
                current.codes.append(code)
    if current is not None:
        yield from _whole(current)


def _whole(actor: Named) -> Iterator[Named | Fault]:
    actor.names = [n for n in dict.fromkeys(actor.names) if n]
    if actor.codes and actor.names:
        yield actor
    elif not actor.discarded:
        yield Fault(actor.file, actor.line, f"{'; '.join(actor.names) or 'an empty name'} has no code")


def read_agents(root: Traversable | Path, name: str) -> Iterator[Agent | Fault]:
    """Yield the nouns of a dictionary: ``POLICEMAN {POLICEMEN} [~COP]``; sets of words (``!PERSON! = MAN, MEN``) are put in."""
    sets: dict[str, list[str]] = {}
    for n, line in _lines(root, name):
        if made := re.fullmatch(r"\s*!(\w+)!\s*=(.*)", line):
            sets[made[1]] = [w.strip() for w in made[2].split(",") if w.strip()]
            continue
        blocks = _BLOCK.findall(line)
        code = blocks[0].strip().strip("~") if blocks else ""
        if not re.fullmatch(r"[A-Za-z]{3,12}", code):
            yield Fault(name, n, "no code in brackets")
            continue
        words, plural = line.split("[", 1)[0], re.search(r"\{([^}]*)\}", line)
        singular = words.split("{", 1)[0].strip()
        for form in filter(None, (singular, plural[1].strip() if plural else "")):
            parts = re.split(r"!(\w+)!", form)
            if unknown := [p for p in parts[1::2] if p not in sets]:
                yield Fault(name, n, f"!{unknown[0]}! is no set of words")
                break
            for choice in product(*((p,) if i % 2 == 0 else sets[p] for i, p in enumerate(parts))):
                if noun := _plain("".join(choice)):
                    yield Agent(name, n, noun.lower(), code.upper())


def country_and_sector(code: str, countries: frozenset[str]) -> tuple[str, str]:
    """Return what a CAMEO code says, three letters a part: the country, or kind of body, and the first sector; empty what it does not say."""
    table, country, sector = _codes(), "", ""
    for part in (code[i : i + 3] for i in range(0, len(code) - 2, 3)):
        known = table.get(part)
        country = country or (known["country"] if known else part if part in countries else "")
        sector = sector or (known["sector"] if known else "")
    return country, sector


def shown(name: str) -> str:
    """Return a dictionary's name as news writes it: an acronym of up to four letters stays one."""
    return name if " " not in name and len(name.replace(".", "")) <= 4 else name.title().replace("'S", "'s")


def _lines(root: Traversable | Path, name: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that say something, without comments; these files are Latin-1 where they are not UTF-8."""
    data = root.joinpath(name).read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    hidden = re.sub(r"<\s*!\s*--.*?-->", lambda m: "\n" * m[0].count("\n"), text, flags=re.S)
    for n, line in enumerate(hidden.split("\n"), 1):
        bare = re.split(r"(?<!\[)#(?!#)|;", line)[0].rstrip()
        if bare.strip():
            yield n, bare


def _plain(words: str) -> str:
    return " ".join(words.replace("_", " ").split())


def _code(block: str) -> tuple[str, str, str] | None:
    """Return a code with its first and last day; of alternatives ("ELR/GAL") the first."""
    text = block.strip().split("/")[0] if "/" in block else block.strip()
    if _NOT_CODED.fullmatch(text.split(" ")[0] or "x"):
        return text.split(" ")[0], "", ""
    made = _DATES.fullmatch(text)
    if made is None or not made[1].isalnum():
        return None
    code, sign, day, first, last = made.groups()
    try:
        if sign == "<":
            return code.upper(), "0001-01-01", (_day(day) - datetime.timedelta(1)).isoformat()
        if sign == ">":
            return code.upper(), (_day(day) + datetime.timedelta(1)).isoformat(), ""
        return code.upper(), _day(first).isoformat() if first else "", _day(last).isoformat() if last else ""
    except ValueError:
        return None


def _day(digits: str) -> datetime.date:
    """Return a day written YYYYMMDD or YYMMDD; of two digits, those up to 30 are of this century."""
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) <= 30 else "19") + digits
    return datetime.datetime.strptime(digits, "%Y%m%d").date()


@cache
def _codes() -> dict[str, Entry]:
    return {e["code"]: e for e in read_table(data_root(), "actors/cameo_codes.tsv", ("code", "country", "sector", "note"), required=("code",))}
