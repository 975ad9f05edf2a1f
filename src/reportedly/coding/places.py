"""Places: every place name of the article, and where it is.

Reads tokens, ents; writes places. Names are found in ``place_finding`` and decided in ``place_choice``; ``place_of_act`` says which is an act's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import cast

from reportedly.analysis import Analysis
from reportedly.coding.geography.place_choice import Option, PlaceChooser
from reportedly.coding.geography.place_extent import Found
from reportedly.coding.geography.place_finding import PlaceFinder
from reportedly.coding.geography.place_lists import HandList, PlaceWords
from reportedly.coding.geography.place_of_act import PlaceOfAct
from reportedly.coding.reference.plain_words import land_inside
from reportedly.gazetteer import Gazetteer, fold
from reportedly.lexicons.loader import data_root, read_table
from reportedly.records import Place, Precision

_SHORT = frozenset({"Strip", "Peninsula", "Valley", "Island", "Enclave", "Territory"})  # "the Strip": what is left of a name told before


class Places:
    """Find and resolve the places of an article.

    ``adjectives`` maps folded words of nationality ("iraqi", "iraqis") to alpha-3; by default those of actors/states.tsv.
    """

    reads, writes = ("tokens", "ents", "mentions"), ("places",)

    def __init__(self, gazetteer: Gazetteer, *, roots: Sequence[Traversable | Path] = (), adjectives: Mapping[str, str] | None = None) -> None:
        roots = roots or (data_root(),)
        self.words = PlaceWords(roots)
        hand = HandList(roots)
        self.adjectives = dict(adjectives) if adjectives is not None else {k: v for root in roots for k, v in read_adjectives(root).items()}
        self.finder = PlaceFinder(gazetteer, hand, self.words, self.adjectives)
        self.chooser = PlaceChooser(gazetteer, hand, self.words["division"], self.words["site"], self.words["feature"])

    def __call__(self, analysis: Analysis) -> None:
        in_names = {t.i for m in analysis.mentions if m.rule == "lexicon-name" and (t := land_inside(analysis, m)) is not None}
        found = [f for f in self.finder.find(analysis) if f.first not in in_names]
        decided = self.chooser.choose(found, self._count_nationalities(analysis), analysis.article.outlet)
        groups: dict[tuple[str, ...], list[Found]] = {}
        options: dict[tuple[str, ...], Option | None] = {}
        for f in found:
            option = decided.get(self.chooser.sense(f))
            if option is None and not f.by_model and not f.trusted:
                continue
            key = self._identity(f, option)
            groups.setdefault(key, []).append(f)
            options[key] = option
        analysis.places = [self._record(analysis, n, group, options[key]) for n, (key, group) in enumerate(groups.items(), 1)]

    def _identity(self, f: Found, option: Option | None) -> tuple[str, ...]:
        site = f.noun if f.noun in self.words["site"] else ""
        return (option.gazetteer, f.modifier, site) if option is not None and not option.around else (f.key, f.modifier, f.noun)

    def _count_nationalities(self, analysis: Analysis) -> Counter[str]:
        counts: Counter[str] = Counter()
        for token in analysis.tokens:
            if token.text[0].isupper() and (country := self.adjectives.get(token.lower)):
                counts[country] += 1
        return counts

    def _record(self, analysis: Analysis, n: int, group: list[Found], option: Option | None) -> Place:
        tokens, text = analysis.tokens, analysis.text
        spans = tuple((tokens[f.start].start, tokens[f.end].end if f.cut < 0 else tokens[f.end].start + f.cut) for f in group)
        called = [" ".join(text[start:end].split()) for start, end in spans]
        name = max([c for c in called if c not in _SHORT] or called, key=len)  # the first of the longest
        if option is None:
            return Place(id=f"p{n}", name=name, mentions=spans)
        return Place(
            id=f"p{n}", name=name, country=option.country, lat=option.lat, lon=option.lon, gazetteer=option.gazetteer,
            precision=self._precision(group[0], option), mentions=spans,
        )  # fmt: skip

    def _precision(self, f: Found, option: Option) -> Precision:
        if option.around:
            return cast(Precision, option.precision)
        if f.noun in self.words["site"]:
            return "site"
        if f.modifier:
            return {"country": "region", "province": "district", "city": "district"}.get(option.precision, option.precision)  # type: ignore[return-value]
        return cast(Precision, option.precision)

    def of_acts(self, analysis: Analysis) -> PlaceOfAct:
        """Return a search for the places of the acts of one analysis."""
        return PlaceOfAct(analysis, self.words)


def read_adjectives(root: Traversable | Path) -> dict[str, str]:
    """Return folded nationality words to alpha-3 from actors/states.tsv."""
    out: dict[str, str] = {}
    for entry in read_table(root, "actors/states.tsv", ("name", "country", "variants", "adjectives", "people", "capital")):
        names = {fold(n) for n in (entry["name"], *entry.many("variants"))}
        for word in entry.many("adjectives") + entry.many("people"):
            # "US" is both; as a name it is a place
            if (folded := fold(word)) and folded not in names and entry["country"]:
                out[folded] = entry["country"]
    return out
