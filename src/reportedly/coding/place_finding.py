"""Find the place names of an article: the model's entities, mended, and known names in runs of capitals it missed.

Works on tokens and names alone; which place a name means is decided in ``place_choice``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from pathlib import Path

from reportedly.analysis import Analysis, Ent, Token
from reportedly.gazetteer import Candidate, Gazetteer, fold, fold_bare
from reportedly.lexicons.loader import Entry, read_table

PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))
CLASSES = frozenset("division site water settled direction bearing locative title motion territory body organ seat person none doubtful".split())
LONGEST = 6  # words of the longest gazetteer name tried
FAMOUS, LARGE = 400_000, 30_000  # people from which a bare name counts as a place by itself, or with a preposition
_INNER = frozenset("of the de la du del el al y i da do dos das am an der den sur le les e and".split())
_JOINERS = frozenset(("-", "\u2013", "'", "\u2019"))


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

    def __init__(self, root: Traversable | Path) -> None:
        self._classes: dict[str, set[str]] = {name: set() for name in CLASSES}
        for entry in read_table(root, "place_words.tsv", ("word", "class", "note"), required=("word", "class")):
            word = entry["word"]
            self._classes[entry.one_of("class", CLASSES)].add(fold(word) if word[0].isupper() else word)

    def __getitem__(self, name: str) -> set[str]:
        return self._classes[name]


class HandList:
    """The places of places.tsv by folded name."""

    def __init__(self, root: Traversable | Path) -> None:
        self.places: dict[str, list[HandPlace]] = {}
        self.longest: dict[str, int] = {}  # first word -> most words of a name that begins with it
        self.middles: dict[str, tuple[float, float]] = {}  # of countries, by alpha-3
        self.cased: set[str] = set()  # names written in capitals only ("US"): "us" is another word
        for entry in read_table(root, "places.tsv", ("name", "country", "lat", "lon", "precision", "variants", "note"), required=("name", "lat", "lon", "precision")):
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
    from reportedly.errors import LexiconError

    try:
        return float(entry[column])
    except ValueError:
        raise LexiconError(entry.file, entry.line, f"{column}: {entry[column]!r} is no number") from None


@dataclass(slots=True, eq=False)
class Found:
    """One mention of a place: the tokens of its name, and the wider span with "northern" or "airport"."""

    first: int
    last: int
    key: str
    by_model: bool
    before: int = -1  # first token of the mention with its modifier; -1: no modifier
    after: int = -1  # last token of the mention with its noun; -1: none
    modifier: str = ""  # "northern", "west of"
    noun: str = ""  # "province", "airport", "river"
    container: Found | None = None  # "Texas" of "Paris, Texas"
    cut: int = -1  # characters of the last token that belong to the name ("U.S." of "U.S.-led"); -1: all
    trusted: bool = field(default=True)  # False: only a place if its country is one of the article's

    @property
    def start(self) -> int:
        return self.first if self.before < 0 else self.before

    @property
    def end(self) -> int:
        return self.last if self.after < 0 else self.after


class PlaceFinder:
    """Find the mentions of one article after another; ``adjectives`` are folded words of nationality."""

    def __init__(self, gazetteer: Gazetteer, hand: HandList, words: PlaceWords, adjectives: Mapping[str, str]) -> None:
        self.gazetteer, self.hand, self.words, self.adjectives = gazetteer, hand, words, adjectives
        self._folded: dict[str, str] = {}

    def find(self, analysis: Analysis) -> list[Found]:
        """Return the mentions of places, in text order, none overlapping."""
        persons = _person_words(analysis)
        found: list[Found] = []
        tokens, i = analysis.tokens, 0
        while i < len(tokens):
            token = tokens[i]
            if not self._may_begin(token):
                i += 1
                continue
            hit = self._at(analysis, i, persons)
            if hit is None:
                i += 1
                continue
            self._widen(analysis, hit)
            found.append(hit)
            i = hit.end + 1
        self._second_look(analysis, found, persons)
        _link_containers(tokens, found, self.hand)
        self._mark_states(tokens, found)
        return found

    def _may_begin(self, token: Token) -> bool:
        if token.text[0].isupper():
            return token.lower != "the"
        return token.lower != "the" and token.ent is not None and token.ent.label in PLACE_LABELS and token.ent.first == token.i or token.lower in ("al", "ad", "ar", "as", "el")

    # --- one name ------------------------------------------------------------------------------------------------------------

    def _at(self, analysis: Analysis, i: int, persons: set[str]) -> Found | None:
        """Return the mention that begins at token ``i``, or None."""
        tokens = analysis.tokens
        ent = tokens[i].ent
        window = self._longest(tokens, i) or self._hyphenated(tokens[i])
        if window is not None and (window[1] in self.words["none"] or window[1] in self.adjectives):
            window = None
        prepared = self._after_preposition(tokens, i)
        if window is not None:
            last, key, cut = window
            if key in self.words["seat"] and not prepared or tokens[i - 1].pos == "NUM" and i and len(key) < 4:
                return None
            if self._opens_dispatch(tokens, i, last, key):
                return Found(i, last, key, by_model=True)
        if ent is not None and ent.label in PLACE_LABELS:
            return self._from_model(tokens, i, ent, window, persons, prepared)
        if window is None:
            return self._unknown_settlement(tokens, i)
        if cut >= 0:
            return Found(i, last, key, by_model=False, cut=cut) if self._fame(key) == 3 else None
        if self._is_inside_other(tokens, i, last, key, persons, prepared):
            return None
        return self._judge(tokens, i, last, key, prepared)

    def _hyphenated(self, token: Token) -> tuple[int, str, int] | None:
        """Return the name in one token with a suffix ("U.S.-led", "London-based")."""
        cut = token.text.find("-")
        if cut < 2 or not token.text[cut + 1 : cut + 2].islower():
            return None
        key = self._fold(token.text[:cut])
        return (token.i, key, cut) if key in self.hand.places or self._fame(key) == 3 else None

    def _opens_dispatch(self, tokens: list[Token], first: int, last: int, key: str) -> bool:
        """Whether a known name in capitals opens a dispatch without further mark ("GENEVA The talks ...", "KABUL - ...")."""
        if not all(t.text.isupper() or not t.text.isalpha() for t in tokens[first : last + 1]) or len(key) < 4 or last + 1 >= len(tokens):
            return False
        following = tokens[last + 1]
        if following.text in ("-", "--", "\u2014", "\u2013", "_", "(") or tokens[first].sent.block.kind == "dateline":
            return self._fame(key) >= 1
        opens = tokens[first] is tokens[first].sent.tokens[0] and tokens[first].sent.block.kind == "paragraph"
        return opens and self._fame(key) >= 2 and following.text[0].isupper() and not following.text.isupper()

    def _unknown_settlement(self, tokens: list[Token], i: int) -> Found | None:
        """Return a name no list knows when the text says what it is ("the village of X")."""
        token, sent = tokens[i], tokens[i].sent
        if i - 2 < sent.tokens[0].i or tokens[i - 1].lower != "of" or tokens[i - 2].lower not in ("town", "village", "city", "towns", "villages", "cities"):
            return None
        if token.pos != "PROPN" or not token.text[0].isupper():
            return None
        last = i
        while last + 1 < len(tokens) and tokens[last + 1].sent is sent and (tokens[last + 1].pos == "PROPN" and tokens[last + 1].text[0].isupper()):
            last += 1
        return Found(i, last, self._fold(_text(tokens, i, last)), by_model=True, trusted=False)

    def _from_model(self, tokens: list[Token], i: int, ent: Ent, window: tuple[int, str, int] | None, persons: set[str], prepared: bool) -> Found | None:
        """Accept, mend or drop what the model calls a place."""
        if window is not None:
            last, key, cut = window
            fame = self._fame(key)
            if self._is_named_after(tokens, last, ent) or (any(w in persons for w in key.split()) and not prepared):
                return None
            whole = last >= ent.last or not any(t.text[0].isalnum() and t.lower not in ("s", "'s", "\u2019s") for t in tokens[last + 1 : ent.last + 1])
            if whole or fame >= 2 or (tokens[last + 1].text in (",", "-", "and") and prepared):
                # small towns have the names of people: the model alone is no proof
                if fame >= 2 or prepared or _follows_comma(tokens, i) or _precedes_comma(tokens, last) or last > i or self._kind_noun(tokens[min(last + 1, len(tokens) - 1)]):
                    return Found(i, last, key, by_model=True, cut=cut)
                return None
        return self._unknown(tokens, i, ent, prepared)

    def _unknown(self, tokens: list[Token], i: int, ent: Ent, prepared: bool) -> Found | None:
        """Accept an entity no list knows when a preposition or its last word says that it is a place."""
        if i != ent.first and not (i == ent.first + 1 and tokens[ent.first].lower == "the"):
            return None
        last = ent.last
        while last > i and (not tokens[last].text[0].isalnum() or tokens[last].lower in ("'s", "\u2019s")):
            last -= 1
        names = [t for t in tokens[i : last + 1] if t.text[0].isupper()]
        if not names or not tokens[i].text[0].isupper() or any(self._fold(t.text) in self.words["none"] or self._fold(t.text) in self.adjectives for t in names):
            return None
        noun = self._kind_noun(tokens[last]) if last > i else ""
        if not noun and (not prepared or ent.label == "FAC" or tokens[last].pos != "PROPN"):
            return None
        return Found(i, last, self._fold(_text(tokens, i, last)), by_model=True, trusted=False)

    def _is_named_after(self, tokens: list[Token], last: int, ent: Ent) -> bool:
        """Whether the model's place goes on to name something else, as "Texas" of "Texas Motor Speedway" does not."""
        j = last + 1
        if j + 1 < len(tokens) and tokens[j].lower in ("'s", "\u2019s") and tokens[j + 1].text[0].isupper():
            j += 1  # "St. John's University"
        following = tokens[j] if j < len(tokens) and tokens[j].sent is tokens[last].sent else None
        if following is None or not following.text[0].isupper() or tokens[last].sent.block.kind == "headline":
            return False
        return following.lower in self.words["body"] and following.lower not in self.words["organ"] and (following.ent is None or j > last + 1 and tokens[last].pos == "PROPN" and following.lower == "university")

    def _longest(self, tokens: list[Token], i: int) -> tuple[int, str, int] | None:
        """Return (last token, folded name) of the longest known name that begins at ``i``."""
        sent = tokens[i].sent
        stop = min(len(tokens), i + LONGEST + 4)
        ends: list[int] = []
        j = i
        while j < stop and tokens[j].sent is sent:
            token = tokens[j]
            if token.text[0].isupper() or token.text[0].isdigit():
                ends.append(j)
            elif not (token.lower in _INNER or token.text in _JOINERS or self._is_glued(tokens, j) or (j == i and token.lower in self.hand.longest)):
                if token.lower in self.words["division"] or token.lower in self.words["site"] or token.lower in self.words["water"]:
                    ends.append(j)
                break
            j += 1
        for last in reversed(ends):
            key = self._fold(_text(tokens, i, last))
            if key and self._is_known(key, tokens, i, last):
                return last, key, -1
        return None

    @staticmethod
    def _is_glued(tokens: list[Token], j: int) -> bool:
        """Whether a lower-case token belongs to a hyphenated name ("Deir ez-Zor", "Ise-shima")."""
        return tokens[j].end < len(tokens) and j > 0 and (tokens[j - 1].text in _JOINERS or (j + 1 < len(tokens) and tokens[j + 1].text in _JOINERS and tokens[j + 1].start == tokens[j].end))

    def _is_known(self, key: str, tokens: list[Token], first: int, last: int) -> bool:
        if key in self.hand.places:
            if key in self.hand.cased and not tokens[first].text.isupper():
                return False
            return not all(p.after_comma for p in self.hand.places[key]) or _follows_comma(tokens, first)
        if len(key) < 3 or (first == last and tokens[first].text.isupper() and len(key) <= 3):
            return False
        return bool(self.gazetteer.lookup(key))

    def _fold(self, text: str) -> str:
        folded = self._folded.get(text)
        if folded is None:
            if len(self._folded) > 50_000:
                self._folded.clear()
            folded = self._folded[text] = fold_bare(fold(text))
        return folded

    # --- is it a place? -------------------------------------------------------------------------------------------------------

    def _is_inside_other(self, tokens: list[Token], first: int, last: int, key: str, persons: set[str], prepared: bool) -> bool:
        """Whether the name belongs to a person's or a body's name, by the model's labels or by its neighbours."""
        ent = tokens[first].ent or tokens[last].ent
        if ent is not None and (ent.first < first or ent.last > last) and not self._is_loose(tokens, first, last, ent):
            return not (ent.label == "ORG" and self._names_organ(tokens, first, last, key, ent))
        if ent is not None and ent.label == "PERSON" and any(w in persons for w in key.split()):
            return True
        if key in persons and not prepared:
            return True
        before = tokens[first - 1] if first and tokens[first - 1].sent is tokens[first].sent else None
        return before is not None and before.lower in self.words["person"]

    def _names_organ(self, tokens: list[Token], first: int, last: int, key: str, ent: Ent) -> bool:
        """Whether the name in a body's name says where it has power: "Ohio Supreme Court", "Government of Alberta"."""
        if self._fame(key) < 2 and tokens[last].lower != "county":
            return False
        begins = first == ent.first or (first == ent.first + 1 and tokens[ent.first].lower == "the")
        if begins and last < ent.last:
            following = tokens[last + 1]
            return following.lower in self.words["organ"] or any(t.lower in ("police", "court", "sheriff", "department", "government", "council") for t in tokens[last + 1 : ent.last + 1])
        return last == ent.last and tokens[first - 1].lower == "of" and any(t.lower in ("government", "court", "parliament", "police", "state", "city", "governor", "people") for t in tokens[ent.first : first - 1])

    def _is_loose(self, tokens: list[Token], first: int, last: int, ent: Ent) -> bool:
        """Whether what the entity has beyond the name is only punctuation, an article, a possessive or the like."""
        rest = [t for t in tokens[ent.first : ent.last + 1] if t.i < first or t.i > last]
        return all(not t.text[0].isalnum() or t.lower in ("the", "'s", "\u2019s", "s") or (ent.label == "DATE" and t.text[0].isdigit()) for t in rest)

    def _after_preposition(self, tokens: list[Token], first: int) -> bool:
        i = first - 1
        while i >= 0 and tokens[i].lower in ("the", "nearby", "downtown"):
            i -= 1
        if i < 0 or tokens[i].sent is not tokens[first].sent:
            return False
        return tokens[i].lower in self.words["locative"] or tokens[i].lower in self.words["direction"]

    def _judge(self, tokens: list[Token], first: int, last: int, key: str, prepared: bool) -> Found | None:
        """Accept a known name the model gave no place label, by how famous it is and what stands around it."""
        fame = self._fame(key)
        if self._is_joined(tokens, first, last, fame) or (key in self.words["doubtful"] and not prepared):
            return None
        headline = tokens[first].sent.block.kind in ("headline", "caption", "byline")
        if fame >= 3 or (fame == 2 and prepared and not headline):
            return Found(first, last, key, by_model=False)
        if headline or (first != last and fame < 1):
            return None
        ent = tokens[first].ent
        if (prepared and tokens[first].pos == "PROPN" and (ent is None or ent.label in ("ORG", "PERSON", "NORP"))) or _follows_comma(tokens, first):
            return Found(first, last, key, by_model=False, trusted=False)
        return None

    def _is_joined(self, tokens: list[Token], first: int, last: int, fame: int) -> bool:
        """Whether capitals beside the name make it part of another name ("Boston Globe", "Bank of Baghdad")."""
        headline = tokens[first].sent.block.kind == "headline"
        following = tokens[last + 1] if last + 1 < len(tokens) and tokens[last + 1].sent is tokens[last].sent else None
        if following is not None and following.text[0].isupper() and not headline:
            if following.lower in self.words["body"] and following.lower not in self.words["organ"]:
                return True
            if fame < 3 and following.pos == "PROPN" and following.lower not in self.words["title"] and following.lower not in self.words["division"] and following.lower not in self.words["site"] and following.lower not in self.words["organ"]:
                return True
        if following is not None and following.text == "-" and fame < 3:
            return True
        before = tokens[first - 1] if first and tokens[first - 1].sent is tokens[first].sent else None
        if before is None or headline:
            return False
        if before.text == "&" or (before.text == "-" and fame < 3):
            return True
        if before.text[0].isupper() and before.i != tokens[first].sent.tokens[0].i and before.lower not in self.words["direction"] and before.pos == "PROPN":
            return not (before.ent is not None and before.ent is not tokens[first].ent and before.ent.label in PLACE_LABELS) and before.lower not in self.words["locative"]
        # "Bank of Baghdad", "University of Texas at Austin"
        if before.lower in ("of", "for", "at") and before.i and tokens[before.i - 1].text[0].isupper() and tokens[before.i - 1].lower in self.words["body"]:
            return True
        return False

    def _fame(self, key: str) -> int:
        """Return 3 for countries, provinces and large cities, 2 for towns, 1 for anything else known, 0 for nothing."""
        if key in self.hand.places:
            return 3
        best = 0
        for c in self.gazetteer.lookup(key):
            best = max(best, _fame_of(c))
        return best

    # --- around it ------------------------------------------------------------------------------------------------------------

    def _widen(self, analysis: Analysis, hit: Found) -> None:
        """Take "northern", "west of" and "province", "airport" into the mention."""
        tokens = analysis.tokens
        sent = tokens[hit.first].sent
        floor = sent.tokens[0].i
        after = tokens[hit.last + 1] if hit.last + 1 < len(tokens) and tokens[hit.last + 1].sent is sent else None
        if after is not None and (noun := self._kind_noun(after)) and not (after.text[0].islower() and noun in ("state", "border", "base", "street")):
            following = tokens[after.i + 1] if after.i + 1 < len(tokens) and tokens[after.i + 1].sent is sent else None
            if not (after.text[0].isupper() and following is not None and following.text[0].isupper() and following.pos == "PROPN"):
                hit.after, hit.noun = after.i, noun
        i = hit.first - 1
        if i >= floor and tokens[i].lower == "the":
            if tokens[i].text == "The" and i > floor and hit.key in ("hague", "gambia", "bahamas"):
                hit.before = i
            i -= 1
        if i < floor:
            return
        if tokens[i].lower in self.words["direction"] and i == hit.first - 1:
            hit.before, hit.modifier = i, tokens[i].lower
            if i - 2 >= floor and tokens[i - 1].text == "-" and tokens[i - 2].lower in self.words["direction"]:
                hit.before, hit.modifier = i - 2, f"{tokens[i - 2].lower}-{tokens[i].lower}"
        elif tokens[i].lower == "of" and i - 1 >= floor and tokens[i - 1].lower in self.words["bearing"] and tokens[i - 1].text[0].islower():
            hit.before, hit.modifier = i - 1, f"{tokens[i - 1].lower} of"

    def _mark_states(self, tokens: list[Token], found: list[Found]) -> None:
        """Mark names followed by an office of a state: "New York Gov. ..." is the state, not the city."""
        for f in found:
            if not f.noun and f.end + 1 < len(tokens) and tokens[f.end + 1].text in ("Gov.", "Governor", "Senate", "Legislature", "Assembly", "Sen."):
                if any(p.after_comma and p.precision == "province" for p in self.hand.places.get(f.key, ())):
                    f.noun = "state"

    def _kind_noun(self, token: Token) -> str:
        word = token.lower
        return word if word in self.words["division"] or word in self.words["site"] or word in self.words["water"] else ""

    # --- the whole article ----------------------------------------------------------------------------------------------------

    def _second_look(self, analysis: Analysis, found: list[Found], persons: set[str]) -> None:
        """Add the other mentions of names that are places somewhere in the article, where nothing claims them."""
        keys = {f.key for f in found if f.by_model or f.trusted}
        taken = {i for f in found for i in range(f.start, f.end + 1)}
        tokens = analysis.tokens
        added = False
        for i, token in enumerate(tokens):
            if i in taken or not token.text[0].isupper() or self._fold(token.text) not in keys:
                continue
            key = self._fold(token.text)
            prepared = self._after_preposition(tokens, i)
            if key in self.words["seat"] and not prepared:
                continue
            if not self._is_inside_other(tokens, i, i, key, persons, prepared) and not self._is_joined(tokens, i, i, 3):
                hit = Found(i, i, key, by_model=False)
                self._widen(analysis, hit)
                found.append(hit)
                added = True
        if added:
            found.sort(key=lambda f: f.first)


def _fame_of(c: Candidate) -> int:
    if c.kind == "country":
        return 3 if c.main else 2
    if c.kind == "province":
        return 3 if c.main and c.population > FAMOUS else 2
    if c.kind == "city":
        if c.main and (c.population >= FAMOUS or c.capital):
            return 3
        if c.population >= LARGE:
            return 2
    return 1


def _person_words(analysis: Analysis) -> set[str]:
    """Return the folded words of the article's persons of two words and more."""
    out: set[str] = set()
    for ent in analysis.ents:
        if ent.label == "PERSON" and ent.last > ent.first:
            words = [t for t in analysis.tokens[ent.first : ent.last + 1] if t.text[0].isupper()]
            if len(words) > 1:
                out.update(fold(t.text) for t in words)
    return out


def _follows_comma(tokens: list[Token], first: int) -> bool:
    """Whether the name stands after a capitalised word and a comma ("Austin, Tex.")."""
    return first >= 2 and tokens[first - 1].text == "," and tokens[first - 2].text[0].isupper() and tokens[first - 2].sent is tokens[first].sent


def _text(tokens: list[Token], first: int, last: int) -> str:
    """Return the words of a token range, spaced as in the text."""
    if first == last:
        return tokens[first].text
    parts = [tokens[first].text]
    for i in range(first + 1, last + 1):
        parts.append(tokens[i].text if tokens[i].start == tokens[i - 1].end else " " + tokens[i].text)
    return "".join(parts)


def _precedes_comma(tokens: list[Token], last: int) -> bool:
    """Whether a comma and a capitalised word follow the name ("Melville, Sask.")."""
    return last + 2 < len(tokens) and tokens[last + 1].text == "," and tokens[last + 2].text[0].isupper() and tokens[last + 2].sent is tokens[last].sent


def _link_containers(tokens: list[Token], found: list[Found], hand: HandList) -> None:
    """Note which place is named as lying around another: "Paris, Texas", "Springfield (Ohio)", "Harris County in Texas"."""
    for near, far in zip(found, found[1:], strict=False):
        if tokens[near.first].sent is not tokens[far.first].sent or far.start <= near.end:
            continue
        between = [t.lower for t in tokens[near.end + 1 : far.start]]
        if between in ([","], ["("], ["in"], ["in", "the"], [",", "in"]):
            near.container = far
        if between == [","] and any(p.after_comma for p in hand.places.get(far.key, ())):
            far.noun = far.noun or "state"
