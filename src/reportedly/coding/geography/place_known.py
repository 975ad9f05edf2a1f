"""Names that the lists know: the longest that begins at a word, and how famous it is."""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.geography.place_extent import Extents
from reportedly.coding.geography.place_lists import HandList
from reportedly.coding.geography.place_signs import JOINERS, fame_of, follows_comma, is_capital, is_glued, text
from reportedly.gazetteer import Gazetteer, fold, fold_bare
from reportedly.lexicons.word_lists import word_list

_LONGEST = 6  # words of the longest gazetteer name tried
_INNER = word_list("place_known.inner")


class KnownNames:
    """Look up names in our own list and the gazetteer."""

    def __init__(self, gazetteer: Gazetteer, hand: HandList, extents: Extents) -> None:
        self.gazetteer, self.hand, self.extents = gazetteer, hand, extents
        self._folded: dict[str, str] = {}

    def hyphenated(self, token: Token) -> tuple[int, str, int] | None:
        """Return the name in one token with a suffix ("U.S.-led", "London-based")."""
        cut = token.text.find("-")
        if cut < 2 or not token.text[cut + 1 : cut + 2].islower():
            return None
        key = self.fold(token.text[:cut])
        return (token.i, key, cut) if key in self.hand.places or self.fame(key) == 3 else None

    def longest(self, tokens: list[Token], i: int) -> tuple[int, str, int] | None:
        """Return (last token, folded name) of the longest known name that begins at ``i``."""
        sent = tokens[i].sent
        stop = min(len(tokens), i + _LONGEST + 4)
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
            key = self.fold(text(tokens, i, last))
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

    def fame(self, key: str) -> int:
        """Return 3 for countries, provinces and large cities, 2 for towns, 1 for anything else known, 0 for nothing."""
        if key in self.hand.places:
            return 3
        best = 0
        for c in self.gazetteer.lookup(key):
            best = max(best, fame_of(c))
        return best

    def fold(self, text: str) -> str:
        folded = self._folded.get(text)
        if folded is None:
            if len(self._folded) > 50_000:
                self._folded.clear()
            folded = self._folded[text] = fold_bare(fold(text))
        return folded
