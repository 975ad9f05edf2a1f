"""Names that no list knows, where the text says that they are places: "the village of X", "the X district", "the shelling of X"."""

from __future__ import annotations

from collections.abc import Mapping

from reportedly.analysis import Analysis, Ent, Token
from reportedly.coding.geography.place_extent import Extents, Found
from reportedly.coding.geography.place_known import KnownNames
from reportedly.coding.geography.place_lists import PlaceWords
from reportedly.coding.geography.place_signs import (
    is_beset,
    is_beside,
    is_called_settlement,
    is_capital,
    is_done_at,
    is_inside,
    is_object,
    is_taken_by_force,
    text,
)
from reportedly.lexicons.word_lists import word_list

_TAKING = word_list("place_unknown.taking")
_SETTLED = word_list("place_unknown.settled")
_TERRAIN = word_list("place_unknown.terrain")
_AREAS = word_list("ground_areas")
_PREFIXES = word_list("place_unknown.prefixes")
_PEOPLE_OF = frozenset({"communities", "neighbourhood", "neighborhood"})  # "Druze communities" are people
_STORY = frozenset({"paragraph", "list"})
_TAKEN = word_list("places_taken")
_HOUSES = word_list("grounds")


class UnknownNames:
    """Find names of places that no list knows; ``adjectives`` are folded words of nationality."""

    def __init__(self, known: KnownNames, words: PlaceWords, adjectives: Mapping[str, str], extents: Extents) -> None:
        self.known, self.words, self.adjectives, self.extents = known, words, adjectives, extents

    def whole(self, tokens: list[Token], i: int, window: tuple[int, str, int] | None, persons: set[str], prepared: int) -> Found | None:
        """Return the whole of a name behind "in" of which a list knows only the first word: "a mosque in [Dogon Dawa]", "in [Dar Sila]"."""
        if prepared < 2 or i == 0 or tokens[i - 1].lower not in ("in", "near", "at", "outside") or tokens[i].pos != "PROPN" or (window is not None and window[2] >= 0):
            return None
        last = i
        while last + 1 < len(tokens) and last < i + 2 and tokens[last + 1].sent is tokens[i].sent and tokens[last + 1].pos == "PROPN" and tokens[last + 1].text[0].isupper():
            last += 1
        if last == i or (window is not None and window[0] >= last) or tokens[last].dep != "pobj" or tokens[last].head is not tokens[i - 1] or any(t.head is not tokens[last] or t.dep != "compound" for t in tokens[i:last]):
            return None
        rest = self.known.fold(text(tokens, i + 1, last))
        names = [self.known.fold(t.text) for t in tokens[i : last + 1]]
        other = any(n in persons or n in self.words["none"] or n in self.words["body"] or n in self.words["direction"] or n in self.adjectives for n in names)
        if other or self.known.fame(rest) > 1 or self.extents.kind_noun(tokens[last]) or names[-1] in self.words["division"] or any(t.ent is not None and t.ent.label not in ("GPE", "LOC", "FAC", "PERSON", "NORP") for t in tokens[i : last + 1]):
            return None
        if tokens[i].text.isupper() or any(t.lower in self.words["person"] or t.lower in self.words["title"] for t in tokens[i : last + 1]):
            return None
        return Found(i, last, self.known.fold(text(tokens, i, last)), by_model=True, trusted=False)

    def settlement(self, tokens: list[Token], i: int) -> Found | None:
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
        return Found(i, last, self.known.fold(text(tokens, i, last)), by_model=True, trusted=False)

    def ground(self, analysis: Analysis, i: int, persons: set[str], *, known: bool = False) -> Found | None:
        """Return a name no list knows where only a place can stand: "the X district", "south of X", "the shelling of X", "in X"."""
        tokens = analysis.tokens
        token, sent = tokens[i], tokens[i].sent
        if token.pos != "PROPN" or not is_capital(token.text) or i - 1 < sent.tokens[0].i or sent.block.kind not in _STORY:
            return None
        if token.lower in _PREFIXES and (end := _run_of_names(tokens, i)) > i:
            return Found(i, end, self.known.fold(text(tokens, i, end)), by_model=True, trusted=False)  # "in Barangay Sangay"
        if tokens[i - 1].tag == "NNP" or (token.ent is not None and token.ent.first < i and tokens[i - 1].lower != "the" and tokens[i - 1].tag != "POS"):
            return None  # the middle of a name
        last = i
        while last + 1 < len(tokens) and tokens[last + 1].sent is sent and (tokens[last + 1].pos == "PROPN" and is_capital(tokens[last + 1].text)) and not self.extents.kind_noun(tokens[last + 1]):
            last += 1
        ent = token.ent
        beset = ent is not None and ent.label in ("PERSON", "GPE") and ent.first == i and is_beset(tokens, i, ent.last)
        last = ent.last if beset and ent is not None else last
        words = [self.known.fold(t.text) for t in tokens[i : last + 1]]
        done_at = is_done_at(tokens, i, last)
        on_terrain = i - 3 >= sent.tokens[0].i and tokens[i - 1].lower == "of" and tokens[i - 2].lower in _TERRAIN and tokens[i - 2].dep == "pobj" and (token.ent is None or token.ent.label == "PERSON") and last - i < 2
        areal = last + 1 < len(tokens) and tokens[last].head is tokens[last + 1] and tokens[last + 1].lower in _AREAS and tokens[last + 1].text.islower()
        within = tokens[i - 1].tag == "POS" and tokens[last].dep == "pobj" and tokens[last].head.lower in ("in", "at", "near", "inside", "outside") and (owner := tokens[i - 2]).head is tokens[last] and (self.known.fame(self.known.fold(owner.text)) >= 2 or (owner.ent is not None and owner.ent.label == "GPE"))
        driven = i - 2 >= sent.tokens[0].i and tokens[i - 2].lower == "out" and tokens[i - 1].lower == "of"
        if any(w in self.words["none"] or w in self.adjectives or (w in persons and not (driven or areal or beset or done_at or on_terrain or (tokens[i - 1].lower == "the" and tokens[last].dep == "compound"))) or w in self.words["body"] for w in words):
            return None
        mention = next((m for t in tokens[i : last + 2] if (m := analysis.mention_at.get(t.i)) is not None and m.first <= last), None)
        division = last + 1 < len(tokens) and tokens[last].head is tokens[last + 1] and tokens[last + 1].lower in self.words["division"] and tokens[last + 1].text.islower() and tokens[i - 1].lower == "the"
        if mention is not None and not division and (mention.entry is not None or mention.role or mention.kind != "name"):
            return None
        found = Found(i, last, self.known.fold(text(tokens, i, last)), by_model=True, trusted=False)
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

    def labelled(self, tokens: list[Token], i: int, ent: Ent, persons: set[str], prepared: int) -> Found | None:
        """Accept an entity no list knows when a preposition or its last word says that it is a place."""
        if i != ent.first and not (i == ent.first + 1 and tokens[ent.first].lower == "the"):
            return None
        last = ent.last
        while last > i and (not tokens[last].text[0].isalnum() or tokens[last].lower in ("'s", "\u2019s")):
            last -= 1
        names = [t for t in tokens[i : last + 1] if is_capital(t.text)]
        folded = [self.known.fold(t.text) for t in names]
        if not names or not is_capital(tokens[i].text) or any(f in self.words["none"] or f in self.adjectives for f in folded):
            return None
        noun = self.extents.kind_noun(tokens[last]) if last > i else ""
        behind = prepared == 2 and (ent.label != "FAC" or tokens[i - 1].lower in ("in", "at", "near"))
        named = (behind or (ent.label == "GPE" and is_object(tokens[last], _TAKEN))) and tokens[last].pos == "PROPN" and not any(f in persons for f in folded)
        if not noun and (not named or (tokens[i - 1].lower == "the" and ent.label == "GPE")):
            return None
        return Found(i, last, self.known.fold(text(tokens, i, last)), by_model=True, trusted=False)


def _run_of_names(tokens: list[Token], i: int) -> int:
    """Return the last of the capitalised names that follow one another."""
    last = i
    while last + 1 < len(tokens) and tokens[last + 1].sent is tokens[i].sent and tokens[last + 1].pos == "PROPN" and is_capital(tokens[last + 1].text):
        last += 1
    return last
