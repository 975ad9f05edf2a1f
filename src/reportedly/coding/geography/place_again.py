"""Places named again: "there", "the town", "the capital" and "it" are the place somebody was in before."""

from __future__ import annotations

from bisect import bisect_right

from reportedly.analysis import Analysis, Sentence, Token
from reportedly.coding.geography.place_lists import PlaceWords
from reportedly.coding.reference.plain_words import land_inside
from reportedly.lexicons.word_lists import word_list
from reportedly.records import Place, Span

_AGAIN = {"country": "country", "city": "city", "town": "city", "village": "city", "township": "city", "settlement": "city", "province": "province", "governorate": "province", "district": "district"}
_APART = 6  # tokens at most between a place and the one it is said to lie in
_LONG = word_list("place_again.long")
_LYING = frozenset({"in", "of", "within", ","})
RANKS = ("site", "city", None, "district", "province", "region", "country")  # most specific first; None: unresolved
_AREAS = word_list("ground_areas")
_ANOTHER = word_list("place_again.another")
_BESIEGED = word_list("place_again.besieged")
_WHOSE = frozenset({"compound", "amod", "nmod", "poss"})  # a name there only says whose somebody is: "US forces"


class PlacesAgain:
    """The places of one analysis by the words that stand for them."""

    def __init__(self, analysis: Analysis, words: PlaceWords) -> None:
        self.analysis, self.words = analysis, words
        self.spans: list[tuple[Span, Place]] = sorted(((span, p) for p in analysis.places for span in p.mentions), key=lambda x: x[0])
        self.starts = [span[0] for span, _ in self.spans]
        self.mention_at = analysis.mention_at

    def _inner(self, outer: Place, sent: Sentence) -> Place:
        """Return the place that a sentence says to lie in another: "[Andar district], Ghazni province", "[the Hamrin hills] in Kirkuk"; the other one where it says none."""
        first = bisect_right(self.starts, sent.span[0] - 1)
        for n in range(first + 1, bisect_right(self.starts, sent.span[1])):
            if self.spans[n][1] is outer:
                owned = n - 1 > first and self._text_between(n - 1, n) in ("'s", "\u2019s")  # "in Erbil, in Iraq's Kurdistan region"
                whole = n - owned
                if self.spans[whole - 1][1] is not outer and self._lies_in(whole):
                    return self._inner(self._first_listed(whole - 1), sent)
        return outer

    def _text_between(self, n: int, m: int) -> str:
        return self.analysis.text[self.spans[n][0][1] : self.spans[m][0][0]].strip()

    def _first_listed(self, n: int) -> Place:
        """Return the first of the places that a name is listed with: "[Bilenke], Tavriiske and Robotyne in the Zaporizhzhia direction"."""
        word = self.analysis.token_at(self.spans[n][0][1] - 1)
        first = self.spans[n][1]
        while word is not None and word.dep == "conj" and (before := self.at(word.head)) is not None:
            word, first = word.head, before
        return first

    def _lies_in(self, n: int) -> bool:
        """Whether only "in", "of" or a comma and words for areas stand between a place and the one before, which is no list."""
        (inner_span, inner), (outer_span, outer) = self.spans[n - 1], self.spans[n]
        first, last = self.analysis.token_at(inner_span[1] - 1), self.analysis.token_at(outer_span[0])
        if inner.name.rpartition(" ")[2].lower() in _LONG:
            return False  # "along the Line of Control in the Keran sector"
        if first is None or last is None or inner.precision == "country" or outer.precision == "site" or last.i - first.i > _APART:
            return False
        if first.ent is not None and any(t.pos == "PROPN" and t.end <= inner_span[0] for t in self.analysis.tokens[first.ent.first : first.i]):
            return False  # the end of another name: "the freighter Orion [Bay] in the Gulf of Aden"
        between = [t for t in self.analysis.tokens[first.i + 1 : last.i] if t.lower not in _AREAS and t.lower not in self.words["feature"] and t.lower not in self.words["division"] and t.lower not in self.words["site"] and not (t.dep == "compound" and t.tag == "NN")]
        words = [t.lower for t in between]
        if words == [","]:
            after = self.analysis.tokens[self.analysis.token_at(outer_span[1] - 1).i + 1 :][:2]  # type: ignore[union-attr]
            listed = any(t.lower in ("and", "or") for t in after) or outer.name.split()[0].lower() in ("the",)
            return not listed and (RANKS.index(inner.precision) < RANKS.index(outer.precision) or outer.name.rpartition(" ")[2].lower() in self.words["division"])
        if words[:1] == ["of"] and RANKS.index(inner.precision) > RANKS.index(outer.precision):
            return False  # "the Black Sea port of Odesa"
        if not words or words[0] not in _LYING or any(w not in _LYING and w not in self.words["settled"] and w not in ("the", "rural") for w in words):
            return False
        governor = first.head.head if first.dep == "pobj" else first
        return not (first.dep == "pobj" and first.head.lower in ("from", "to", "of") and governor.lower not in self.words["settled"] and governor.i not in self.analysis.acts_in(first.sent))

    def at(self, token: Token) -> Place | None:
        """Return the place whose mention covers a token."""
        n = bisect_right(self.starts, token.start) - 1
        if n >= 0 and self.spans[n][0][0] <= token.start < self.spans[n][0][1]:
            land = self.spans[n][1]
            return (self._capital(token, n) or land) if token.lower == "capital" and land.name.endswith("capital") else land  # "the Cuban capital", once Havana was named
        if n >= 0 and (token.lower in self.words["feature"] or token.lower in _AREAS) and (named := next((p for c in token.children if c.dep in ("compound", "nmod", "amod") and (p := self._covering(c)) is not None and p.precision != "country"), None)) is not None:
            return named  # "the Hamrin hills", "the Hawza sector", "Amhara and Afar regions"
        if n >= 0 and token.lower in self.words["settled"] and (named := next((p for c in token.children if c.dep == "appos" and c.tag == "NNP" and c.i > token.i and (p := self._covering(c)) is not None), None)) is not None:
            return named  # "the capital of Belarus, Minsk"
        if token.lower == "there" and token.dep == "advmod":  # "looted shops there": the last town or country somebody was in
            return next((p for span, p in reversed(self.spans[: n + 1]) if (t := self.analysis.token_at(span[1] - 1)) is not None and t.dep not in _WHOSE), None)
        if token.lower == "capital" and (city := next((p for of in token.children if of.lower == "of" for land in of.children for c in land.children if c.dep == "appos" and (p := self._covering(c)) is not None), None)) is not None:
            return city  # "the capital of Belarus, [Minsk]", hung on the state
        if token.lower == "capital" and token.child("det") is not None and token.child("prep", "appos", "compound", "relcl") is None:
            return self._capital(token, n)
        if token.lower == "it" and token.dep in ("dobj", "nsubjpass") and token.head.lemma in _BESIEGED:
            return self._last_named(token, n, "city")
        if token.pos == "NOUN" and any(c.lower in ("the", "this") for c in token.children) and not any(c.dep in ("prep", "relcl", "acl", "compound", "appos", "nmod", "poss") for c in token.children):
            if token.lower in self.words["site"] and token.child("amod") is None:  # "the airport": the last one named
                return next((p for span, p in reversed(self.spans[: n + 1]) if p.name.lower().split()[-1] == token.lower or self._is_site(span, token)), None)
            if token.lower in _AGAIN and not any(c.dep == "amod" and c.lower in _ANOTHER for c in token.children):
                return self._last_named(token, n, _AGAIN[token.lower])  # "the country", "the fortified town"
        return None

    def _covering(self, token: Token) -> Place | None:
        """Return the place of whose name a token is part."""
        n = bisect_right(self.starts, token.start) - 1
        return self.spans[n][1] if n >= 0 and self.spans[n][0][0] <= token.start < self.spans[n][0][1] else None

    def _capital(self, token: Token, n: int) -> Place | None:
        """Return the capital named last, of the state that is said if one is: "across the capital", "in the Iraqi capital"."""
        said = next((m.country for c in token.children if c.dep == "amod" and (m := self.mention_at.get(c.i)) is not None), None)
        if said is None and token.child("amod") is not None:
            return None  # "the provincial capital"
        for span, place in reversed(self.spans[: n + 1]):
            word = self.analysis.token_at(span[1] - 1)
            named = self.mention_at.get(word.i) if word is not None else None
            if place.precision == "city" and named is not None and named.rule == "lexicon-capital" and said in (None, named.country):
                return place
        return None

    def _last_named(self, token: Token, n: int, wanted: str) -> Place | None:
        """Return the last place of a precision that somebody was in before a word, up to the n-th mention."""
        named = [(span, p) for span, p in reversed([*self.spans[: n + 1], *self._in_names(token)]) if p.precision == wanted or (wanted == "city" and p.precision in (None, "province") and self._is_called(span, token.lower))]
        named.sort(key=lambda found: -found[0][0])
        if wanted == "city" and (called := next((p for span, p in named if self._is_called(span, token.lower)), None)) is not None:
            return called  # "the village of Gurra ... burned the village"
        if wanted == "city" and not named:
            named = [(span, p) for span, p in reversed(self.spans[: n + 1]) if p.precision == "province" and len(p.name.split()) == 1][:1]  # "Kidal", a town and its province
        if token.lower == "city":
            named = [(span, p) for span, p in named if not self._is_called(span, "village")]  # "the village of Gurra" is no city
        if (near := next((p for span, p in named if wanted == "city" and (t := self.analysis.token_at(span[1] - 1)) is not None and t.sent is token.sent and t.dep in ("dobj", "pobj") and t.head.lower != "from"), None)) is not None:
            return near  # "entered Gurra and shelled the city"
        standing = [(p, t.dep) for span, p in named if (t := self.analysis.token_at(span[1] - 1)) is not None and t.dep not in _WHOSE and not (t.dep == "pobj" and t.head.lower == "from")]
        return next((p for p, dep in standing if dep == "pobj"), next((p for p, dep in standing if dep != "dobj" or wanted == "city"), next((p for p, _ in standing if wanted == "country"), None)))

    def _is_called(self, span: Span, noun: str) -> bool:
        """Whether a name stands with the noun that says what it is: "the village of X", "X village"."""
        first, last = self.analysis.token_at(span[0]), self.analysis.token_at(span[1] - 1)
        if first is None or last is None:
            return False
        tokens = self.analysis.tokens
        return (first.i > 1 and tokens[first.i - 1].lower == "of" and tokens[first.i - 2].lower == noun) or last.lower == noun or (last.i + 1 < len(tokens) and tokens[last.i + 1].lower == noun) or (first.i > 0 and tokens[first.i - 1].lower == noun)

    def _is_site(self, span: Span, noun: Token) -> bool:
        """Whether a name stands with a kind of site that is named again later: "the Balata refugee [camp]", "a [base] at Kolofata"."""
        last = self.analysis.token_at(span[1] - 1)
        if last is None or last.i >= noun.i:
            return False
        if last.dep in ("compound", "nmod") and last.head.lower == noun.lower:
            return last.head is not noun
        return last.dep == "pobj" and last.head.lower in ("at", "in") and last.head.head.lower == noun.lower and last.head.head is not noun

    def _in_names(self, token: Token) -> list[tuple[Span, Place]]:
        """Return the places of the article that stand at the end of a body's name before a word: "Islamic Resistance in Iraq"."""
        known = {p.name: p for p in self.analysis.places}
        inside = (land_inside(self.analysis, m) for m in self.analysis.mentions if m.first < token.i)
        return [(t.span, known[t.text]) for t in inside if t is not None and t.text in known]
