"""The researcher's own tables of places: places.tsv (places gazetteers lack) and place_words.tsv (words that tell a place from other names)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path

from reportedly.errors import LexiconError
from reportedly.gazetteer import fold, fold_bare
from reportedly.lexicons.loader import Entry, read_table

CLASSES = frozenset(
    "division site feature land settled direction bearing locative weak title motion territory body organ seat person none doubtful".split()
)


@dataclass(frozen=True, slots=True)
class HandPlace:
    """One line of places.tsv under one of its names."""

    entry: Entry
    lat: float
    lon: float
    country: str | None
    precision: str
    after_comma: bool = False  # the name is an abbreviation read only after a place and a comma


class PlaceWords:
    """The words of place_words.tsv by class."""

    def __init__(self, roots: Iterable[Traversable | Path]) -> None:
        self._classes: dict[str, set[str]] = {name: set() for name in CLASSES}
        for root in roots:
            for entry in read_table(root, "place_words.tsv", ("word", "class", "note"), required=("word", "class")):
                word = entry["word"]
                self._classes[entry.one_of("class", CLASSES)].add(fold(word) if word[0].isupper() else word)

    def __getitem__(self, name: str) -> set[str]:
        return self._classes[name]


class HandList:
    """The places of places.tsv by folded name."""

    def __init__(self, roots: Iterable[Traversable | Path]) -> None:
        self.places: dict[str, list[HandPlace]] = {}
        self.longest: dict[str, int] = {}  # first word -> most words of a name that begins with it
        self.middles: dict[str, tuple[float, float]] = {}  # of countries, by alpha-3
        self.cased: set[str] = set()  # names written in capitals only ("US"): "us" is another word
        columns = ("name", "country", "lat", "lon", "precision", "variants", "note")
        entries: dict[str, Entry] = {}  # by name: a later root's line replaces ours
        for root in roots:
            ours = list(read_table(root, "places.tsv", columns, required=("name", "lat", "lon", "precision")))
            replaced = {e["name"] for e in ours}
            entries = {key: e for key, e in entries.items() if e["name"] not in replaced} | {f"{e.file}:{e.line}:{e['name']}:{id(root)}": e for e in ours}
        for entry in entries.values():
            for surface in (entry["name"], *entry.many("variants")):
                self._add(entry, surface)

    def _add(self, entry: Entry, surface: str) -> None:
        after_comma = surface.startswith(",")
        surface = surface.lstrip(", ")
        lat, lon = (_degrees(entry, column) for column in ("lat", "lon"))
        place = HandPlace(entry, lat, lon, entry["country"] or None, entry["precision"], after_comma)
        if place.precision == "country" and place.country:
            self.middles.setdefault(place.country, (lat, lon))
        folded = fold_bare(fold(surface))
        known = self.places.setdefault(folded, [])
        if not any(p.entry is entry and p.after_comma == after_comma for p in known):
            known.append(place)
        words = folded.split()
        self.longest[words[0]] = max(self.longest.get(words[0], 0), len(words))
        if surface.isupper() and len(words) == 1 and len(words[0]) <= 4:
            self.cased.add(folded)


def _degrees(entry: Entry, column: str) -> float:
    try:
        return float(entry[column])
    except ValueError:
        raise LexiconError(entry.file, entry.line, f"{column}: {entry[column]!r} is no number") from None
