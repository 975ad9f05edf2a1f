"""Find the place names of an article: the model's entities, mended, and known names in runs of capitals it missed.

Works on tokens and names alone; which place a name means is decided in ``place_choice``. What the lists know is asked of ``place_known``, what none knows is
found in ``place_unknown``.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportedly.analysis import Analysis, Ent, Token
from reportedly.coding.geography.place_extent import Extents, Found, link_containers
from reportedly.coding.geography.place_known import KnownNames
from reportedly.coding.geography.place_lists import HandList, PlaceWords
from reportedly.coding.geography.place_signs import (
    follows_comma,
    is_beset,
    is_beside,
    is_called_settlement,
    is_capital,
    is_object,
    is_taken_by_force,
    person_words,
    precedes_comma,
)
from reportedly.coding.geography.place_unknown import UnknownNames
from reportedly.coding.reference.name_spans import names_vessel
from reportedly.gazetteer import Gazetteer
from reportedly.lexicons.word_lists import word_list

# verbs whose object is a town more often than a body of that name
_TAKEN = word_list("places_taken")
_PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))
# words that make a body a public one wherever they stand in its name
_PUBLIC = word_list("place_finding.public")
_OF_A_PLACE = word_list("place_finding.of_a_place")
_HOUSES = word_list("grounds")  # "the embassy in Baghdad" lies there


class PlaceFinder:
    """Find the mentions of one article after another; ``adjectives`` are folded words of nationality."""

    def __init__(self, gazetteer: Gazetteer, hand: HandList, words: PlaceWords, adjectives: Mapping[str, str]) -> None:
        self.gazetteer, self.hand, self.words, self.adjectives = gazetteer, hand, words, adjectives
        self.extents = Extents(hand, words)
        self.known = KnownNames(gazetteer, hand, self.extents)
        self.unknown = UnknownNames(self.known, words, adjectives, self.extents)

    def find(self, analysis: Analysis) -> list[Found]:
        """Return the mentions of places, in text order, none overlapping."""
        persons = person_words(analysis)
        found: list[Found] = []
        tokens, i = analysis.tokens, 0
        while i < len(tokens):
            token = tokens[i]
            if not self._may_begin(token):
                i += 1
                continue
            hit = self._at(tokens, i, persons, found[-1] if found else None) or self._land(tokens, i) or self.unknown.settlement(tokens, i) or self.unknown.ground(analysis, i, persons)
            if hit is None:
                i += 1
                continue
            if not hit.by_model and not hit.trusted and (is_called_settlement(tokens, i) or is_beside(tokens, i) or self.unknown.ground(analysis, i, persons, known=True) is not None):
                hit.by_model = True  # "the village of X", whichever X it is
            self.extents.widen(tokens, hit, found[-1].end + 1 if found else 0)
            found.append(hit)
            i = hit.end + 1
        self._second_look(analysis, found, persons)
        link_containers(tokens, found, self.hand)
        self.extents.mark_states(tokens, found)
        return found

    def _may_begin(self, token: Token) -> bool:
        if not is_capital(token.text) and not (token.ent is not None and token.ent.label in _PLACE_LABELS and token.ent.first == token.i) and token.lower not in ("al", "ad", "ar", "as", "el"):
            return False
        return not (token.lower == "the" or token.tag == "PRP" or names_vessel(token.head if token.dep == "compound" else token, token))  # "She and her son": no county in Henan

    # --- one name ------------------------------------------------------------------------------------------------------------

    def _at(self, tokens: list[Token], i: int, persons: set[str], before: Found | None) -> Found | None:
        """Return the mention that begins at token ``i``, or None."""
        ent = tokens[i].ent
        window = self.known.longest(tokens, i) or self.known.hyphenated(tokens[i])
        if window is not None and (window[1] in self.words["none"] or window[1] in self.adjectives):
            window = None
        prepared = self._after_preposition(tokens, i, before)
        if (whole := self.unknown.whole(tokens, i, window, persons, prepared)) is not None:
            return whole
        if window is not None and window[2] < 0 and all(w in self.words["direction"] for w in window[1].split()) and tokens[window[0]] is not tokens[i].sent.tokens[-1] and tokens[window[0] + 1].text[0].isupper():
            window = None  # "South East Asian"
        if window is not None and window[2] < 0 and self._is_half(tokens, window[0]) and self.known.fame(window[1]) < 3:
            window = None
        if window is not None:
            last, key, cut = window
            if (key in self.words["seat"] and not prepared) or (tokens[i - 1].pos == "NUM" and i and len(key) < 4):
                return None
            if self._opens_dispatch(tokens, i, last, key):
                return Found(i, last, key, by_model=True)
        if ent is not None and ent.label in _PLACE_LABELS:
            return self._from_model(tokens, i, ent, window, persons, prepared) or self.unknown.settlement(tokens, i)
        if window is None:
            return self.unknown.settlement(tokens, i)
        if cut >= 0:
            return Found(i, last, key, by_model=False, cut=cut) if self.known.fame(key) == 3 else None
        if self._is_inside_other(tokens, i, last, key, persons, prepared):
            return None
        if last > i and tokens[last].lower in self.words["division"]:
            return Found(i, last, key, by_model=False)  # a place by its form: "Harris County"
        return self._judge(tokens, i, last, key, prepared)

    def _is_half(self, tokens: list[Token], last: int) -> bool:
        """Whether a hyphen and a capital follow a name at once: "Coca" of "Coca-Cola"."""
        rest = tokens[last + 1 : last + 3]
        return len(rest) == 2 and rest[0].text == "-" and rest[0].start == tokens[last].end and rest[1].start == rest[0].end and rest[1].text[0].isupper()

    def _land(self, tokens: list[Token], i: int) -> Found | None:
        """Return the land a nationality names: "Syrian territory", "the Indonesian coast"."""
        country = self.adjectives.get(tokens[i].lower)
        after = tokens[i + 1] if i + 1 < len(tokens) and tokens[i + 1].sent is tokens[i].sent else None
        if country is None or after is None or after.lower not in self.words["land"] or (land := self.gazetteer.country(country)) is None:
            return None
        return Found(i, i, self.known.fold(land.name), by_model=False, after=i + 1, modifier=after.lower)

    def _opens_dispatch(self, tokens: list[Token], first: int, last: int, key: str) -> bool:
        """Whether a known name in capitals opens a dispatch without further mark ("GENEVA The talks ...", "KABUL - ...")."""
        if not all(t.text.isupper() or not t.text.isalpha() for t in tokens[first : last + 1]) or len(key) < 4 or last + 1 >= len(tokens):
            return False
        following = tokens[last + 1]
        if following.text in ("-", "--", "\u2014", "\u2013", "_", "(") or tokens[first].sent.block.kind == "dateline":
            return self.known.fame(key) >= 1
        opens = tokens[first] is tokens[first].sent.tokens[0] and tokens[first].sent.block.kind == "paragraph"
        return opens and self.known.fame(key) >= 2 and following.text[0].isupper() and not following.text.isupper()

    def _from_model(
        self, tokens: list[Token], i: int, ent: Ent, window: tuple[int, str, int] | None, persons: set[str], prepared: int
    ) -> Found | None:
        """Accept, mend or drop what the model calls a place."""
        if window is not None:
            last, key, cut = window
            fame = self.known.fame(key)
            if self._is_named_after(tokens, last) or (prepared < 2 and any(w in persons for w in key.split())):
                return None
            within = i > ent.first and tokens[i - 1].text[0].isupper() and tokens[i - 1].lower != "the"
            if fame < 2 and within and tokens[i - 1].lower not in self.words["direction"]:
                return None
            whole = last >= ent.last or not any(t.text[0].isalnum() and t.lower not in ("s", "'s", "\u2019s", "city") for t in tokens[last + 1 : ent.last + 1])
            division = tokens[last].lower in self.words["division"]
            if whole or fame >= 2 or division or (tokens[last + 1].text in (",", "-", "and") and prepared):
                # small towns have the names of people: the model alone is no proof
                beside = follows_comma(tokens, i) or precedes_comma(tokens, last) or self.extents.kind_noun(tokens[min(last + 1, len(tokens) - 1)])
                return Found(i, last, key, by_model=True, cut=cut) if fame >= 2 or prepared == 2 or last > i or beside else None
        return self.unknown.labelled(tokens, i, ent, persons, prepared)

    def _is_named_after(self, tokens: list[Token], last: int) -> bool:
        """Whether the model's place goes on to name something else, as "Texas" of "Texas Motor Speedway" does not."""
        j = last + 1
        if j + 1 < len(tokens) and tokens[j].lower in ("'s", "\u2019s") and tokens[j + 1].text[0].isupper():
            j += 1  # "St. John's University"
        following = tokens[j] if j < len(tokens) and tokens[j].sent is tokens[last].sent else None
        if following is None or not following.text[0].isupper() or tokens[last].sent.block.kind == "headline":
            return False
        if following.lower not in self.words["body"] or following.lower in self.words["organ"]:
            return False
        return following.ent is None or (j > last + 1 and following.lower == "university")

    # --- is it a place? -------------------------------------------------------------------------------------------------------

    def _is_inside_other(self, tokens: list[Token], first: int, last: int, key: str, persons: set[str], prepared: int) -> bool:
        """Whether the name belongs to a person's or a body's name, by the model's labels or by its neighbours."""
        ent = tokens[first].ent or tokens[last].ent
        if ent is not None and ent.first < first - 1 and last == ent.last and tokens[first - 1].lower == "in" and tokens[first - 2].lower in _HOUSES and self.known.fame(key) >= 2:
            return False  # "the US Embassy in Baghdad"
        if ent is not None and (ent.first < first or ent.last > last) and not self._is_loose(tokens, first, last, ent):
            listed = any(t.text in (",", "and", "or") for t in (tokens[first - 1], tokens[min(last + 1, len(tokens) - 1)]) if ent.first <= t.i <= ent.last)
            if not (listed and (prepared == 2 or self.known.fame(key) >= 2)):
                return not (ent.label == "ORG" and self._names_organ(tokens, first, last, key, ent))
        listed_name = last > first and (key in self.hand.places or prepared == 2 or is_beset(tokens, first, last) or is_object(tokens[last], _TAKEN))  # then the model's person is this place itself
        if ent is not None and ent.label == "PERSON" and not listed_name and any(w in persons for w in key.split()):
            return True
        if key in persons and prepared < 2:
            return True
        before = tokens[first - 1] if first and tokens[first - 1].sent is tokens[first].sent else None
        return before is not None and before.lower in self.words["person"]

    def _names_organ(self, tokens: list[Token], first: int, last: int, key: str, ent: Ent) -> bool:
        """Whether the name in a body's name says where it has power: "Ohio Supreme Court", "Government of Alberta"."""
        if self.known.fame(key) < 2 and tokens[last].lower != "county":
            return False
        begins = first == ent.first or tokens[first - 1].lower == "the"
        if begins and last < ent.last:
            following = tokens[last + 1 : ent.last + 1]
            return tokens[last].lower == "county" or following[0].lower in self.words["organ"] or any(t.lower in _PUBLIC for t in following)
        return last == ent.last and tokens[first - 1].lower == "of" and any(t.lower in _PUBLIC for t in tokens[ent.first : first - 1])

    def _is_loose(self, tokens: list[Token], first: int, last: int, ent: Ent) -> bool:
        """Whether what the entity has beyond the name is only punctuation, an article, a possessive or the like."""
        rest = [t for t in tokens[ent.first : ent.last + 1] if t.i < first or t.i > last]
        return all(not t.text[0].isalnum() or t.lower in self.words["direction"] or t.lower in ("the", "'s", "\u2019s", "s") or (ent.label == "DATE" and (t.text[0].isdigit() or tokens[first - 1].lower == "in")) for t in rest)

    def _after_preposition(self, tokens: list[Token], first: int, before: Found | None = None) -> int:
        """Return 2 after a preposition of place or beside a place it is coordinated with, 1 after "of", "to" and the like, else 0."""
        floor, i = tokens[first].sent.tokens[0].i, first - 1
        while i >= floor and tokens[i].lower in ("the", "nearby", "downtown"):
            i -= 1
        if i < floor:
            return 0
        word = tokens[i].lower
        if before is not None and before.first >= floor and word in ("and", "or", ",") and (before.end == i - 1 or (before.end == i - 2 and tokens[i - 1].text == ",")):
            return 2
        if word in self.words["weak"]:
            above = tokens[i - 1] if i > floor else None
            if word == "to" and above is not None and above.lower in self.words["bearing"]:
                return 2  # "south to Townsville"
            return 2 if word == "of" and above is not None and (above.text == "," or above.lower in self.words["settled"] or above.lower in _OF_A_PLACE) else 1
        return 2 if word in self.words["locative"] or word in self.words["direction"] else 0

    def _judge(self, tokens: list[Token], first: int, last: int, key: str, prepared: int) -> Found | None:
        """Accept a known name the model gave no place label, by how famous it is and what stands around it."""
        fame = self.known.fame(key)
        if self._is_joined(tokens, first, last, fame) or (key in self.words["doubtful"] and not prepared):
            return None
        headline = tokens[first].sent.block.kind in ("headline", "caption", "byline")
        if fame >= 3 or (fame == 2 and prepared and not headline):
            return Found(first, last, key, by_model=False)
        following = tokens[min(last + 1, len(tokens) - 1)]
        if headline or (first != last and fame < 1):
            return None
        if fame == 2 and following.lower in self.words["organ"] and following.sent is tokens[last].sent:
            return Found(first, last, key, by_model=False)
        ent = tokens[first].ent
        if fame and (is_beset(tokens, first, last) or ((ent is None or ent.label != "PERSON" or last > first) and (is_object(tokens[last], _TAKEN) or is_taken_by_force(tokens[last])))):
            return Found(first, last, key, by_model=False)
        if (prepared == 2 and tokens[first].pos == "PROPN" and (ent is None or ent.label in ("ORG", "PERSON", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT"))) or follows_comma(tokens, first):
            return Found(first, last, key, by_model=False, trusted=False)
        return None

    def _is_joined(self, tokens: list[Token], first: int, last: int, fame: int) -> bool:
        """Whether capitals beside the name make it part of another name ("Boston Globe", "Bank of Baghdad")."""
        headline = tokens[first].sent.block.kind == "headline"
        following = tokens[last + 1] if last + 1 < len(tokens) and tokens[last + 1].sent is tokens[last].sent else None
        if following is not None and following.text[0].isupper() and not headline:
            if following.lower in self.words["body"] and following.lower not in self.words["organ"]:
                return True
            if fame < 3 and following.pos == "PROPN" and not any(following.lower in self.words[name] for name in ("title", "division", "site", "organ")):
                return True
        if following is not None and following.text == "-" and fame < 3 and following.start == tokens[last].end:
            return True
        before = tokens[first - 1] if first and tokens[first - 1].sent is tokens[first].sent else None
        if before is None or headline:
            return False
        if before.text == "&" or (before.text == "-" and fame < 3 and before.end == tokens[first].start):
            return True
        if before.text[0].isupper() and before.pos == "PROPN" and before.i != tokens[first].sent.tokens[0].i and before.lower not in self.words["direction"]:
            return before.ent is None or before.ent is tokens[first].ent or before.ent.label not in _PLACE_LABELS
        # "Bank of Baghdad", "University of Texas at Austin"
        return bool(before.lower in ("of", "for", "at") and before.i and tokens[before.i - 1].text[0].isupper() and tokens[before.i - 1].lower in self.words["body"])

    # --- the whole article ----------------------------------------------------------------------------------------------------

    def _second_look(self, analysis: Analysis, found: list[Found], persons: set[str]) -> None:
        """Add the other mentions of names that are places somewhere in the article, where nothing claims them."""
        keys = {f.key for f in found if f.by_model or f.trusted}
        keys |= {head for key in keys if (head := key.rpartition(" ")[0]) and key.rpartition(" ")[2] in self.words["division"]}  # "in Khuzdar", told as "Khuzdar district"
        taken = {i for f in found for i in range(f.start, f.end + 1)}
        tokens = analysis.tokens
        added = False
        for i, token in enumerate(tokens):
            if i in taken or not is_capital(token.text) or self.known.fold(token.text) not in keys:
                continue
            key = self.known.fold(token.text)
            window = self.known.longest(tokens, i)
            if window is not None and window[0] > i:
                continue  # a longer name, refused for its own reasons
            prepared = self._after_preposition(tokens, i)
            if key in self.words["seat"] and not prepared:
                continue
            if not self._is_inside_other(tokens, i, i, key, persons, prepared) and not self._is_joined(tokens, i, i, 3):
                hit = Found(i, i, key, by_model=False)
                self.extents.widen_right(tokens, hit)
                if hit.end not in taken:
                    self.extents.widen_left(tokens, hit, max((j + 1 for j in taken if j < i), default=0))
                    taken.update(range(hit.start, hit.end + 1))
                    found.append(hit)
                    added = True
        if added:
            found.sort(key=lambda f: f.first)


