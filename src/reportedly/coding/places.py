"""Places: every place name of the article, and where it is; and, for an act, the place its own words give.

Reads tokens, ents; writes places. Names are found in ``place_finding`` and decided in ``place_choice``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import cast

from reportedly.analysis import Analysis, Token
from reportedly.coding.place_choice import Option, PlaceChooser
from reportedly.coding.place_finding import Found, HandList, PlaceFinder, PlaceWords
from reportedly.gazetteer import Gazetteer, fold
from reportedly.lexicons.loader import data_root, read_table
from reportedly.records import Place, Precision, Span


class Places:
    """Find and resolve the places of an article.

    ``adjectives`` maps folded words of nationality ("iraqi", "iraqis") to alpha-3; by default those of actors/states.tsv.
    """

    reads, writes = ("tokens", "ents"), ("places",)

    def __init__(self, gazetteer: Gazetteer, *, root: Traversable | Path | None = None, adjectives: Mapping[str, str] | None = None) -> None:
        root = root or data_root()
        self.words = PlaceWords(root)
        hand = HandList(root)
        self.adjectives = dict(adjectives) if adjectives is not None else read_adjectives(root)
        self.finder = PlaceFinder(gazetteer, hand, self.words, self.adjectives)
        self.chooser = PlaceChooser(gazetteer, hand, self.words["division"], self.words["site"], self.words["water"])

    def __call__(self, analysis: Analysis) -> None:
        found = self.finder.find(analysis)
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
        return (option.gazetteer, f.modifier, site) if option is not None else (f.key, f.modifier, f.noun)

    def _count_nationalities(self, analysis: Analysis) -> Counter[str]:
        counts: Counter[str] = Counter()
        for token in analysis.tokens:
            if token.text[0].isupper() and (country := self.adjectives.get(token.lower)):
                counts[country] += 1
        return counts

    def _record(self, analysis: Analysis, n: int, group: list[Found], option: Option | None) -> Place:
        tokens, text = analysis.tokens, analysis.text
        spans = tuple((tokens[f.start].start, tokens[f.end].end if f.cut < 0 else tokens[f.end].start + f.cut) for f in group)
        name = max((" ".join(text[start:end].split()) for start, end in spans), key=len)  # the first of the longest
        if option is None:
            return Place(id=f"p{n}", name=name, mentions=spans)
        return Place(
            id=f"p{n}", name=name, country=option.country, lat=option.lat, lon=option.lon, gazetteer=option.gazetteer,
            precision=self._precision(group[0], option), mentions=spans,
        )  # fmt: skip

    def _precision(self, f: Found, option: Option) -> Precision:
        if f.noun in self.words["site"]:
            return "site"
        if f.modifier:
            return {"country": "region", "province": "district", "city": "district"}.get(option.precision, option.precision)  # type: ignore[return-value]
        return cast(Precision, option.precision)

    def place_for(self, analysis: Analysis, head: Token) -> Place | None:
        """Return the place the act's own words give: the place of its clause or noun phrase, the most specific named."""
        return _PlaceOfAct(analysis, self.words).search(head)


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


# --- the place of an act ------------------------------------------------------------------------------------------------------

_ORDER = ("site", "city", "district", "province", None, "region", "country")  # most specific first; None: unresolved
_NEAR = frozenset("in at near outside inside around within throughout across through into along off over aboard from on of".split())
_LIGHT = frozenset(("dobj", "nsubj", "nsubjpass", "pobj", "attr", "conj"))


class _PlaceOfAct:
    """The search through one analysis; built for one question, it costs a few microseconds."""

    def __init__(self, analysis: Analysis, words: PlaceWords) -> None:
        self.words = words
        spans: list[tuple[Span, Place]] = sorted(((span, p) for p in analysis.places for span in p.mentions), key=lambda x: x[0])
        self.starts = [span[0] for span, _ in spans]
        self.spans = spans

    def at(self, token: Token) -> Place | None:
        """Return the place whose mention covers a token."""
        n = bisect_right(self.starts, token.start) - 1
        if n >= 0 and self.spans[n][0][0] <= token.start < self.spans[n][0][1]:
            return self.spans[n][1]
        return None

    def search(self, head: Token) -> Place | None:
        if not self.spans:
            return None
        found = self._from_phrases(head, head) or self._from_words(head)
        if found is None and head.pos == "VERB" and head.dep == "conj" and head.head.pos == "VERB":
            found = self._from_phrases(head.head, head)
        if found is None and head.pos == "VERB":
            nexts = [c for c in head.children if c.dep == "conj" and c.pos == "VERB" and c.child("nsubj", "nsubjpass") is None]
            found = next((p for c in nexts if (p := self._from_phrases(c, head))), None)
        if found is None and head.pos != "VERB" and head.dep in _LIGHT:
            found = self._from_parent(head)
        return found

    def _from_parent(self, head: Token) -> Place | None:
        """Look at the verb a noun of action hangs from ("carried out an attack in ...", "an attack took place in ...")."""
        parent = head.head
        if head.dep == "conj":
            return None if parent.pos == "VERB" else self._from_phrases(parent, head) or self._from_words(parent)
        if parent.pos not in ("VERB", "AUX"):
            return None
        return self._from_phrases(parent, head, skip=head) or (self._from_object(parent) if head.dep in ("nsubj", "nsubjpass") else None)

    def _from_phrases(self, token: Token, head: Token, skip: Token | None = None) -> Place | None:
        """Return the most specific place of the prepositional phrases of a token."""
        places: list[Place] = []
        for prep in token.children:
            if prep.dep in ("prep", "agent", "dative") and prep is not skip:
                places.extend(self._from_preposition(prep, token, head, 0))
            elif prep.dep in ("advmod", "npadvmod") and (place := self.at(prep)):
                places.append(place)
            elif prep.dep in ("dobj", "relcl", "acl") and token.pos == "VERB" and prep.dep == "dobj" and prep is not skip:
                places.extend(self._below(prep, head, 1))
        if not places and token.pos == "VERB" and (found := self._from_object(token)):
            return found
        return min(places, key=lambda p: _ORDER.index(p.precision)) if places else None

    def _from_preposition(self, prep: Token, above: Token, head: Token, depth: int) -> Iterable[Place]:
        for noun in prep.children:
            if noun.dep == "prep":  # "from inside Syria", "out of Iraq"
                yield from self._from_preposition(noun, above, head, depth)
            elif noun.dep in ("pobj", "pcomp"):
                if self._is_place_preposition(prep, above) and (place := self.at(noun)) is not None:
                    if self._may_stand(prep, above, place):
                        yield place
                else:
                    yield from self._below(noun, head, depth + 1, prep)

    def _is_place_preposition(self, prep: Token, above: Token) -> bool:
        word = prep.lower
        if word in ("to", "for", "into", "toward", "towards"):
            return above.lemma.lower() in self.words["motion"] or word == "into"
        if word == "of":
            return above.pos in ("NOUN", "PROPN")
        return word in _NEAR

    def _may_stand(self, prep: Token, above: Token, place: Place) -> bool:
        """Whether a place after "on" or "of" is where it happens: a country there is the one acted on, or whose it is."""
        if prep.lower == "on":
            return place.precision != "country"
        if prep.lower == "of":
            return above.lower in self.words["settled"] or place.precision != "country"
        if prep.lower == "from" and place.precision == "country":
            return above.lemma.lower() in ("withdraw", "withdrawal", "pullout", "retreat", "evacuate", "evacuation", "departure", "deport", "expel", "expulsion", "flee")
        return True

    def _below(self, noun: Token, head: Token, depth: int, prep: Token | None = None) -> Iterable[Place]:
        """Yield places inside a noun phrase ("a market in Baghdad", "the towns of X and Y", "the Baghdad neighborhood of Z")."""
        if depth > 3:
            return
        if prep is not None and prep.lower in ("against", "with", "between", "than", "like", "about"):
            # parties, not places: their own "in" phrases still say where ("strikes against fighters in Syria")
            pass
        got = False
        for child in noun.children:
            if child.dep == "prep":
                for place in self._from_preposition(child, noun, head, depth):
                    if child.lower != "of" or noun.lower in self.words["settled"]:
                        got = True
                        yield place
        if not got and noun.lower in self.words["settled"] | self.words["site"]:
            for child in noun.children:
                if child.dep in ("compound", "poss", "nmod", "amod", "appos") and (found := self.at(child)):
                    yield found

    def _from_object(self, verb: Token) -> Place | None:
        """Return the object of a verb when it is a place ("shelled Aleppo"); a country only after "leave", "invade" and their kind."""
        obj = verb.child("dobj", "nsubjpass")
        if obj is None:
            return None
        place = self.at(obj)
        if place is not None:
            return place if place.precision != "country" or verb.lemma.lower() in self.words["territory"] else None
        if obj.lower in self.words["settled"]:
            return next(iter(self._below(obj, verb, 1)), None)
        return None

    def _from_words(self, head: Token) -> Place | None:
        """Return the place among the words before a noun of action ("Baghdad bombing"); never a country: that is a party."""
        if head.pos == "VERB":
            return None
        for child in head.children:
            if child.dep in ("compound", "nmod", "poss") and (place := self.at(child)) and place.precision not in ("country", None):
                return place
        return None
