"""Find the place names of an article: the model's entities, mended, and known names in runs of capitals it missed.

Works on tokens and names alone; which place a name means is decided in ``place_choice``.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportedly.analysis import Analysis, Ent, Token
from reportedly.coding.geography.place_extent import Extents, Found, link_containers
from reportedly.coding.geography.place_lists import HandList, PlaceWords
from reportedly.coding.geography.place_signs import (
    JOINERS,
    fame_of,
    follows_comma,
    is_beset,
    is_beside,
    is_called_settlement,
    is_capital,
    is_done_at,
    is_glued,
    is_inside,
    is_object,
    is_taken_by_force,
    person_words,
    precedes_comma,
    text,
)
from reportedly.coding.reference.name_spans import names_vessel
from reportedly.gazetteer import Gazetteer, fold, fold_bare
from reportedly.lexicons.word_lists import word_list

# verbs whose object is a town more often than a body of that name
_TAKEN = word_list("place_finding.taken")
PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))
LONGEST = 6  # words of the longest gazetteer name tried
_INNER = word_list("place_finding.inner")
# words that make a body a public one wherever they stand in its name
_PUBLIC = word_list("place_finding.public")
_TAKING = word_list("place_finding.taking")
_SETTLED = word_list("place_finding.settled")
_TERRAIN = word_list("place_finding.terrain")
_OF_A_PLACE = word_list("place_finding.of_a_place")
_AREAS = word_list("ground_areas")
_PREFIXES = word_list("place_finding.prefixes")
_PEOPLE_OF = frozenset({"communities", "neighbourhood", "neighborhood"})  # "Druze communities" are people
_HOUSES = word_list("grounds")  # "the embassy in Baghdad" lies there
_STORY = frozenset({"paragraph", "list"})


class PlaceFinder:
    """Find the mentions of one article after another; ``adjectives`` are folded words of nationality."""

    def __init__(self, gazetteer: Gazetteer, hand: HandList, words: PlaceWords, adjectives: Mapping[str, str]) -> None:
        self.gazetteer, self.hand, self.words, self.adjectives = gazetteer, hand, words, adjectives
        self.extents = Extents(hand, words)
        self._folded: dict[str, str] = {}

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
            hit = self._at(tokens, i, persons, found[-1] if found else None) or self._land(tokens, i) or self._unknown_settlement(tokens, i) or self._unknown_ground(analysis, i, persons)
            if hit is None:
                i += 1
                continue
            if not hit.by_model and not hit.trusted and (is_called_settlement(tokens, i) or is_beside(tokens, i) or self._unknown_ground(analysis, i, persons, known=True) is not None):
                hit.by_model = True  # "the village of X", whichever X it is
            self.extents.widen(tokens, hit, found[-1].end + 1 if found else 0)
            found.append(hit)
            i = hit.end + 1
        self._second_look(analysis, found, persons)
        link_containers(tokens, found, self.hand)
        self.extents.mark_states(tokens, found)
        return found

    def _may_begin(self, token: Token) -> bool:
        if token.lower == "the" or token.tag == "PRP" or names_vessel(token.head if token.dep == "compound" else token, token):
            return False  # "She and her son": no county in Henan
        if is_capital(token.text):
            return True
        return (token.ent is not None and token.ent.label in PLACE_LABELS and token.ent.first == token.i) or token.lower in ("al", "ad", "ar", "as", "el")

    # --- one name ------------------------------------------------------------------------------------------------------------

    def _at(self, tokens: list[Token], i: int, persons: set[str], before: Found | None) -> Found | None:
        """Return the mention that begins at token ``i``, or None."""
        ent = tokens[i].ent
        window = self._longest(tokens, i) or self._hyphenated(tokens[i])
        if window is not None and (window[1] in self.words["none"] or window[1] in self.adjectives):
            window = None
        prepared = self._after_preposition(tokens, i, before)
        if (whole := self._whole_name(tokens, i, window, persons, prepared)) is not None:
            return whole
        if window is not None and window[2] < 0 and all(w in self.words["direction"] for w in window[1].split()) and tokens[window[0]] is not tokens[i].sent.tokens[-1] and tokens[window[0] + 1].text[0].isupper():
            window = None  # "South East Asian"
        if window is not None and window[2] < 0 and self._is_half(tokens, window[0]) and self._fame(window[1]) < 3:
            window = None
        if window is not None:
            last, key, cut = window
            if (key in self.words["seat"] and not prepared) or (tokens[i - 1].pos == "NUM" and i and len(key) < 4):
                return None
            if self._opens_dispatch(tokens, i, last, key):
                return Found(i, last, key, by_model=True)
        if ent is not None and ent.label in PLACE_LABELS:
            return self._from_model(tokens, i, ent, window, persons, prepared) or self._unknown_settlement(tokens, i)
        if window is None:
            return self._unknown_settlement(tokens, i)
        if cut >= 0:
            return Found(i, last, key, by_model=False, cut=cut) if self._fame(key) == 3 else None
        if self._is_inside_other(tokens, i, last, key, persons, prepared):
            return None
        if last > i and tokens[last].lower in self.words["division"]:
            return Found(i, last, key, by_model=False)  # a place by its form: "Harris County"
        return self._judge(tokens, i, last, key, prepared)

    def _whole_name(self, tokens: list[Token], i: int, window: tuple[int, str, int] | None, persons: set[str], prepared: int) -> Found | None:
        """Return the whole of a name behind "in" of which a list knows only the first word: "a mosque in [Dogon Dawa]", "in [Dar Sila]"."""
        if prepared < 2 or i == 0 or tokens[i - 1].lower not in ("in", "near", "at", "outside") or tokens[i].pos != "PROPN" or (window is not None and window[2] >= 0):
            return None
        last = i
        while last + 1 < len(tokens) and last < i + 2 and tokens[last + 1].sent is tokens[i].sent and tokens[last + 1].pos == "PROPN" and tokens[last + 1].text[0].isupper():
            last += 1
        if last == i or (window is not None and window[0] >= last) or tokens[last].dep != "pobj" or tokens[last].head is not tokens[i - 1] or any(t.head is not tokens[last] or t.dep != "compound" for t in tokens[i:last]):
            return None
        rest = self._fold(text(tokens, i + 1, last))
        names = [self._fold(t.text) for t in tokens[i : last + 1]]
        other = any(n in persons or n in self.words["none"] or n in self.words["body"] or n in self.words["direction"] or n in self.adjectives for n in names)
        if other or self._fame(rest) > 1 or self.extents.kind_noun(tokens[last]) or names[-1] in self.words["division"] or any(t.ent is not None and t.ent.label not in ("GPE", "LOC", "FAC", "PERSON", "NORP") for t in tokens[i : last + 1]):
            return None
        if tokens[i].text.isupper() or any(t.lower in self.words["person"] or t.lower in self.words["title"] for t in tokens[i : last + 1]):
            return None
        return Found(i, last, self._fold(text(tokens, i, last)), by_model=True, trusted=False)

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
        return Found(i, i, self._fold(land.name), by_model=False, after=i + 1, modifier=after.lower)

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
        """Return a name no list knows when the text says what it is ("the village of X", "near X")."""
        token, sent = tokens[i], tokens[i].sent
        if i - 1 < sent.tokens[0].i:
            return None
        named = i - 2 >= sent.tokens[0].i and is_called_settlement(tokens, i)
        if not (named or is_beside(tokens, i)):
            return None
        if token.pos != "PROPN" or not is_capital(token.text):
            return None
        last = _run_of_names(tokens, i)
        return Found(i, last, self._fold(text(tokens, i, last)), by_model=True, trusted=False)

    def _unknown_ground(self, analysis: Analysis, i: int, persons: set[str], *, known: bool = False) -> Found | None:
        """Return a name no list knows where only a place can stand: "the X district", "south of X", "the shelling of X", "in X"."""
        tokens = analysis.tokens
        token, sent = tokens[i], tokens[i].sent
        if token.pos != "PROPN" or not is_capital(token.text) or i - 1 < sent.tokens[0].i or sent.block.kind not in _STORY:
            return None
        if token.lower in _PREFIXES and (end := _run_of_names(tokens, i)) > i:
            return Found(i, end, self._fold(text(tokens, i, end)), by_model=True, trusted=False)  # "in Barangay Sangay"
        if tokens[i - 1].tag == "NNP" or (token.ent is not None and token.ent.first < i and tokens[i - 1].lower != "the" and tokens[i - 1].tag != "POS"):
            return None  # the middle of a name
        last = i
        while last + 1 < len(tokens) and tokens[last + 1].sent is sent and (tokens[last + 1].pos == "PROPN" and is_capital(tokens[last + 1].text)) and not self.extents.kind_noun(tokens[last + 1]):
            last += 1
        ent = token.ent
        beset = ent is not None and ent.label in ("PERSON", "GPE") and ent.first == i and is_beset(tokens, i, ent.last)
        last = ent.last if beset and ent is not None else last
        words = [self._fold(t.text) for t in tokens[i : last + 1]]
        done_at = is_done_at(tokens, i, last)
        on_terrain = i - 3 >= sent.tokens[0].i and tokens[i - 1].lower == "of" and tokens[i - 2].lower in _TERRAIN and tokens[i - 2].dep == "pobj" and (token.ent is None or token.ent.label == "PERSON") and last - i < 2
        areal = last + 1 < len(tokens) and tokens[last].head is tokens[last + 1] and tokens[last + 1].lower in _AREAS and tokens[last + 1].text.islower()
        within = tokens[i - 1].tag == "POS" and tokens[last].dep == "pobj" and tokens[last].head.lower in ("in", "at", "near", "inside", "outside") and (owner := tokens[i - 2]).head is tokens[last] and (self._fame(self._fold(owner.text)) >= 2 or (owner.ent is not None and owner.ent.label == "GPE"))
        driven = i - 2 >= sent.tokens[0].i and tokens[i - 2].lower == "out" and tokens[i - 1].lower == "of"
        if any(w in self.words["none"] or w in self.adjectives or (w in persons and not (driven or areal or beset or done_at or on_terrain or (tokens[i - 1].lower == "the" and tokens[last].dep == "compound"))) or w in self.words["body"] for w in words):
            return None
        mention = next((m for t in tokens[i : last + 2] if (m := analysis.mention_at.get(t.i)) is not None and m.first <= last), None)
        division = last + 1 < len(tokens) and tokens[last].head is tokens[last + 1] and tokens[last + 1].lower in self.words["division"] and tokens[last + 1].text.islower() and tokens[i - 1].lower == "the"
        if mention is not None and not division and (mention.entry is not None or mention.role or mention.kind != "name"):
            return None
        found = Found(i, last, self._fold(text(tokens, i, last)), by_model=True, trusted=False)
        if beset:
            return found
        after = tokens[last + 1] if last + 1 < len(tokens) and tokens[last + 1].sent is sent else None
        kind = tokens[last].child("appos")
        if kind is not None and kind.lower in _SETTLED and kind.i > last:
            return found  # "raided Kwatar, a village in Zamfara"
        after, noun = self._noun_after(tokens, i, last, after)
        before = tokens[i - 2] if tokens[i - 1].lower == "the" and i - 2 >= sent.tokens[0].i else tokens[i - 1]
        standing = before.tag == "POS" or (before.lower in self.words["locative"] and before.dep == "prep") or after is None or after.dep == "pobj" or (after.dep in ("dobj", "nsubjpass") and noun not in self.words["division"])
        if after is not None and standing and (noun in self.words["division"] or (noun and after.text[0].islower())):
            found.after, found.noun = after.i, noun
            return found
        if driven or (within and tokens[last].lower not in self.words["organ"] and tokens[last].lower not in _HOUSES):
            return found  # "drove them out of Tel Shamra"
        if tokens[i - 1].lower == "of" and i - 2 >= sent.tokens[0].i and (tokens[i - 2].lower in _TAKING or (tokens[i - 2].text[0].islower() and tokens[i - 2].lower in self.words["bearing"])):
            return found
        if done_at or on_terrain:
            return found
        if is_inside(tokens, i, last) and (token.ent is None or token.ent.label == "PERSON" or known or self._is_ground(tokens, i, last)) and last - i < 2:
            return found
        if last == i and is_taken_by_force(token) and (token.ent is None or (token.ent.label in ("PERSON", "ORG") and token.ent.first == token.ent.last)):
            return found  # "federal forces took X on Friday"
        return None

    def _noun_after(self, tokens: list[Token], first: int, last: int, after: Token | None) -> tuple[Token | None, str]:
        """Return the word behind an unknown name that says what it is, and its noun; "" where it says nothing: "the Zarka gas [plant]", "Amhara [regions]"."""
        if after is None:
            return None, ""
        named = tokens[last].head
        if named is not after and last < named.i <= last + 2 and named.lower in self.words["site"] and named.text[0].islower() and after.dep == "compound":
            after = named  # "the Zarka gas plant"
        if named is not after:
            return after, ""
        ent = tokens[first].ent
        people = after.lower in _PEOPLE_OF and ent is not None and ent.label == "NORP"
        known = after.lower in _SETTLED or (after.lower in _AREAS and not people)
        return after, after.lower if known else self.extents.kind_noun(after)

    def _is_ground(self, tokens: list[Token], i: int, last: int) -> bool:
        """Whether one word that the model takes for a body says where a street or a house is: "blocked the road in Tepuxco"."""
        above = tokens[i - 1].head.lower
        return last == i and not tokens[i].text.isupper() and (above in _TERRAIN or above in self.words["site"] or above in self.words["feature"])

    def _from_model(
        self, tokens: list[Token], i: int, ent: Ent, window: tuple[int, str, int] | None, persons: set[str], prepared: int
    ) -> Found | None:
        """Accept, mend or drop what the model calls a place."""
        if window is not None:
            last, key, cut = window
            fame = self._fame(key)
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
        return self._unknown(tokens, i, ent, persons, prepared)

    def _unknown(self, tokens: list[Token], i: int, ent: Ent, persons: set[str], prepared: int) -> Found | None:
        """Accept an entity no list knows when a preposition or its last word says that it is a place."""
        if i != ent.first and not (i == ent.first + 1 and tokens[ent.first].lower == "the"):
            return None
        last = ent.last
        while last > i and (not tokens[last].text[0].isalnum() or tokens[last].lower in ("'s", "\u2019s")):
            last -= 1
        names = [t for t in tokens[i : last + 1] if is_capital(t.text)]
        folded = [self._fold(t.text) for t in names]
        if not names or not is_capital(tokens[i].text) or any(f in self.words["none"] or f in self.adjectives for f in folded):
            return None
        noun = self.extents.kind_noun(tokens[last]) if last > i else ""
        behind = prepared == 2 and (ent.label != "FAC" or tokens[i - 1].lower in ("in", "at", "near"))
        named = (behind or (ent.label == "GPE" and is_object(tokens[last], _TAKEN))) and tokens[last].pos == "PROPN" and not any(f in persons for f in folded)
        if not noun and (not named or (tokens[i - 1].lower == "the" and ent.label == "GPE")):
            return None
        return Found(i, last, self._fold(text(tokens, i, last)), by_model=True, trusted=False)

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

    def _longest(self, tokens: list[Token], i: int) -> tuple[int, str, int] | None:
        """Return (last token, folded name) of the longest known name that begins at ``i``."""
        sent = tokens[i].sent
        stop = min(len(tokens), i + LONGEST + 4)
        ends: list[int] = []
        j = i
        while j < stop and tokens[j].sent is sent:
            token = tokens[j]
            if is_capital(token.text) or token.text[0].isdigit():
                ends.append(j)
            elif not (token.lower in _INNER or token.text in JOINERS or token.tag == "POS" or is_glued(tokens, j)):
                if self.extents.kind_noun(token):
                    ends.append(j)
                break
            j += 1
        for last in reversed(ends):
            key = self._fold(text(tokens, i, last))
            if key and self._is_known(key, tokens, i, last):
                return last, key, -1
        return None

    def _is_known(self, key: str, tokens: list[Token], first: int, last: int) -> bool:
        if key in self.hand.places:
            if key in self.hand.cased and not tokens[first].text.isupper():
                return False
            return not all(p.after_comma for p in self.hand.places[key]) or follows_comma(tokens, first)
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

    def _is_inside_other(self, tokens: list[Token], first: int, last: int, key: str, persons: set[str], prepared: int) -> bool:
        """Whether the name belongs to a person's or a body's name, by the model's labels or by its neighbours."""
        ent = tokens[first].ent or tokens[last].ent
        if ent is not None and ent.first < first - 1 and last == ent.last and tokens[first - 1].lower == "in" and tokens[first - 2].lower in _HOUSES and self._fame(key) >= 2:
            return False  # "the US Embassy in Baghdad"
        if ent is not None and (ent.first < first or ent.last > last) and not self._is_loose(tokens, first, last, ent):
            listed = any(t.text in (",", "and", "or") for t in (tokens[first - 1], tokens[min(last + 1, len(tokens) - 1)]) if ent.first <= t.i <= ent.last)
            if not (listed and (prepared == 2 or self._fame(key) >= 2)):
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
        if self._fame(key) < 2 and tokens[last].lower != "county":
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
        fame = self._fame(key)
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
            return before.ent is None or before.ent is tokens[first].ent or before.ent.label not in PLACE_LABELS
        # "Bank of Baghdad", "University of Texas at Austin"
        return bool(before.lower in ("of", "for", "at") and before.i and tokens[before.i - 1].text[0].isupper() and tokens[before.i - 1].lower in self.words["body"])

    def _fame(self, key: str) -> int:
        """Return 3 for countries, provinces and large cities, 2 for towns, 1 for anything else known, 0 for nothing."""
        if key in self.hand.places:
            return 3
        best = 0
        for c in self.gazetteer.lookup(key):
            best = max(best, fame_of(c))
        return best

    # --- the whole article ----------------------------------------------------------------------------------------------------

    def _second_look(self, analysis: Analysis, found: list[Found], persons: set[str]) -> None:
        """Add the other mentions of names that are places somewhere in the article, where nothing claims them."""
        keys = {f.key for f in found if f.by_model or f.trusted}
        keys |= {head for key in keys if (head := key.rpartition(" ")[0]) and key.rpartition(" ")[2] in self.words["division"]}  # "in Khuzdar", told as "Khuzdar district"
        taken = {i for f in found for i in range(f.start, f.end + 1)}
        tokens = analysis.tokens
        added = False
        for i, token in enumerate(tokens):
            if i in taken or not is_capital(token.text) or self._fold(token.text) not in keys:
                continue
            key = self._fold(token.text)
            window = self._longest(tokens, i)
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


def _run_of_names(tokens: list[Token], i: int) -> int:
    """Return the last of the capitalised names that follow one another."""
    last = i
    while last + 1 < len(tokens) and tokens[last + 1].sent is tokens[i].sent and tokens[last + 1].pos == "PROPN" and is_capital(tokens[last + 1].text):
        last += 1
    return last
