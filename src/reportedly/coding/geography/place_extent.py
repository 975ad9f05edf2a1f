"""Extent of a place name: what beside the name belongs to its mention ("northern", "west of", "airport"), and which place it lies in."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportedly.analysis import Token
from reportedly.coding.geography.place_lists import HandList, PlaceWords

_COMPOUND = ("compound", "amod", "nmod")


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


_INNER_PARTS = frozenset({"suburb", "neighborhood", "neighbourhood", "quarter"})


class Extents:
    """Widen found names by the words around them, as the lists of place words allow."""

    def __init__(self, hand: HandList, words: PlaceWords) -> None:
        self.hand, self.words = hand, words

    def widen(self, tokens: list[Token], hit: Found, free: int) -> None:
        """Take "northern", "west of" and "province", "airport" into the mention; ``free`` is the first token no other mention holds."""
        sent = tokens[hit.first].sent
        if hit.after < 0:
            self.widen_right(tokens, hit)
        self.widen_left(tokens, hit, max(sent.tokens[0].i, free))

    def widen_right(self, tokens: list[Token], hit: Found) -> None:
        sent = tokens[hit.first].sent
        after = tokens[hit.last + 1] if hit.last + 1 < len(tokens) and tokens[hit.last + 1].sent is sent else None
        if after is not None and (noun := self.kind_noun(after)) and self._may_take(hit, after, noun):
            following = tokens[after.i + 1] if after.i + 1 < len(tokens) and tokens[after.i + 1].sent is sent else None
            if not (after.text[0].isupper() and following is not None and following.text[0].isupper() and following.pos == "PROPN"):
                hit.after, hit.noun = after.i, noun

        part = tokens[hit.last + 2] if after is not None and after.tag == "POS" and hit.last + 2 < len(tokens) else None
        if part is not None and part.tag == "NN" and part.dep not in _COMPOUND and (part.lower in self.words["direction"] or part.lower in self.words["land"]):
            hit.after, hit.modifier = part.i, part.lower  # "Thailand's south"

    def widen_left(self, tokens: list[Token], hit: Found, floor: int) -> None:
        i = hit.first - 1
        if i >= floor and tokens[i].lower == "the":
            if tokens[i].text == "The" and i > floor and hit.key in ("hague", "gambia", "bahamas"):
                hit.before = i
            i -= 1
        if i < floor:
            return
        if tokens[i].lower in self.words["direction"] and i == hit.first - 1:
            hit.before, hit.modifier = i, f"{tokens[i].lower} {hit.modifier}".rstrip()
            if i - 2 >= floor and tokens[i - 1].text == "-" and tokens[i - 2].lower in self.words["direction"]:
                hit.before, hit.modifier = i - 2, f"{tokens[i - 2].lower}-{tokens[i].lower}"
        elif tokens[i].lower == "of" and i - 1 >= floor and tokens[i - 1].lower in self.words["bearing"] and tokens[i - 1].text[0].islower() and not (tokens[i - 1].lower == "suburb" and tokens[i - 2].pos == "PROPN"):
            hit.before, hit.modifier = i - 1, f"{tokens[i - 1].lower} of"

    def _may_take(self, hit: Found, after: Token, noun: str) -> bool:
        """Whether the noun after a name belongs to it: "Baghdad airport", but not "Iraq mosque attack", "a Texas park"."""
        country = any(p.precision == "country" for p in self.hand.places.get(hit.key, ()))
        if noun in self.words["division"]:
            return (after.text[0].isupper() or noun != "state") and not (country and noun == "department")  # "the US Department of ..."
        following = after.sent.tokens[after.i + 1 - after.sent.tokens[0].i :][:1]
        if (noun == "suburb" or (noun == "port" and after.text[0].islower())) and following and following[0].lower == "of":
            return False  # "the Damascus suburb of Daraya"
        if after.text[0].islower() and (noun in self.words["feature"] or noun in ("border", "base")):
            return False
        return not (country and noun in self.words["site"]) and after.sent.block.kind != "headline"

    def mark_states(self, tokens: list[Token], found: list[Found]) -> None:
        """Mark names followed by an office of a state: "New York Gov. ..." is the state, not the city."""
        for f in found:
            office = not f.noun and f.end + 1 < len(tokens) and tokens[f.end + 1].text in ("Gov.", "Governor", "Senate", "Legislature", "Assembly", "Sen.")
            if office and any(p.after_comma and p.precision == "province" for p in self.hand.places.get(f.key, ())):
                f.noun = "state"

    def kind_noun(self, token: Token) -> str:
        word = token.lower
        return word if word in self.words["division"] or word in self.words["site"] or word in self.words["feature"] else ""


def link_containers(tokens: list[Token], found: list[Found], hand: HandList) -> None:
    """Note which place is named as lying around another: "Paris, Texas", "Springfield (Ohio)", "Harris County in Texas"."""
    for near, far in zip(found[-2::-1], found[:0:-1], strict=True):  # from the end, so that "X and Y in Z" puts X in Z too
        if tokens[near.first].sent is not tokens[far.first].sent or far.start <= near.end:
            continue
        between = [t.lower for t in tokens[near.end + 1 : far.start]]
        if between in ([","], ["("], ["in"], ["in", "the"], [",", "in"]):
            near.container = far
        elif len(between) == 2 and between[1] == "of" and between[0] in _INNER_PARTS and far.container is None:
            far.container = near  # "the Cincinnati suburb of West Chester"
        elif between == ["and"] and far.container is not None:
            near.container = far.container
        elif between in (["'s"], ["\u2019s"]) and far.container is None:
            far.container = near  # "Toronto's Island Airport"
        if between == [","] and any(p.after_comma for p in hand.places.get(far.key, ())):
            far.noun = far.noun or "state"
