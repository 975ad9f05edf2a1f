"""Places that only a description names: "at a checkpoint", "outside the county assembly"."""

from __future__ import annotations

from msgspec.structs import replace

from reportedly.analysis import Analysis, Draft, Token
from reportedly.coding.grammar.syntax import is_verb
from reportedly.lexicons.word_lists import word_list
from reportedly.records import Place, Span

_AT = frozenset({"in", "at", "near", "outside", "inside", "on", "around", "beside", "behind"})
_GROUNDS = word_list("grounds")
_ON = word_list("place_described.on")
_SIDES = word_list("place_described.sides")
_HAPPENING = word_list("happening")
_ON_THINGS = frozenset({"ASSAULT", "COERCE"})
_VAGUE = word_list("place_described.vague")
_UNTELLING = word_list("place_described.untelling")
_WAYS = {  # where else than at a place an act of a type happens
    "PROTEST": frozenset({"to", "into", "onto", "across", "through", "along"}),
    "MOBILIZE": frozenset({"to", "into", "onto", "across", "through", "along"}),
    "RETREAT": frozenset({"from"}),
}
_DEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT", "CONSULT"})
_ROADS = frozenset({"road", "highway", "motorway", "railway"})
_BARE = frozenset({"det", "poss", "case"})


class DescribedPlaces:
    """Grounds of one analysis that have no name; each becomes a place of the article when an act is found there."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis

    def of(self, draft: Draft) -> Place | None:
        """Return the ground that a phrase of the act's own word says."""
        if draft.type not in _DEEDS:
            return None
        ways = _WAYS.get(draft.type, frozenset())
        own = {w.i for w in draft.words}  # "took to the streets" names none
        by = [g for c in draft.head.children if c.dep == "agent" for g in c.children if g.dep == "pobj"]  # "was pelted by traders at a market"
        by += [g for c in draft.head.children if c.dep == "prep" and c.lower == "with" and not is_verb(draft.head) for g in c.children if g.dep == "pobj"]
        held = [draft.head.head] if draft.head.dep in ("nsubj", "nsubjpass") and draft.head.head.lemma in _HAPPENING else []  # "the shooting occurred near the dock"
        done = [c for c in draft.head.children if c.dep in ("dobj", "nsubjpass")] if draft.type in _ON_THINGS else []  # "captured a base in the north"
        for top in (draft.head, *by, *held, *done):
            for prep in top.children:
                if prep.dep == "prep" and (prep.lower in _AT or (prep.lower in ways and top is draft.head)):
                    for noun in prep.children:
                        if noun.dep == "pobj" and noun.i not in own and self._is_ground(noun, prep.lower) and (prep.lower in _AT or _is_pointed_out(noun)):
                            return self._record(noun)
                        if noun.dep == "pobj" and prep.lower in ("in", "on") and noun.lower in _SIDES and any(c.lower == "the" or c.tag == "POS" or c.dep == "poss" for c in noun.children):
                            return self._record(noun)  # "killed nine in the south-east"
        if draft.type == "PROTEST" and draft.mode != "boycott" and is_verb(draft.head):  # "blocked the coastal highway"
            for noun in draft.head.children:
                if noun.dep in ("dobj", "nsubjpass") and self._is_ground(noun, "at"):
                    return self._record(noun)
        if draft.type in _ON_THINGS and (named := next((c for c in done if c.lower in _GROUNDS and any(g.dep == "compound" and g.tag == "NNP" for g in c.children)), None)) is not None:
            return self._record(named)  # "raided Tor Hmaw [village]"
        return self._where(draft)

    def _where(self, draft: Draft) -> Place | None:
        """Return the ground of which a clause tells what was done there: "rallied outside the [ministry], where they burned tyres"."""
        verb = draft.head
        while verb.dep == "conj" and is_verb(verb.head) and verb.child("nsubj", "nsubjpass") is None:
            verb = verb.head
        if verb.dep != "relcl" or not is_verb(verb) or not any(c.lower == "where" for c in verb.children):
            return None
        return self._record(verb.head) if self._is_ground(verb.head, "at") else None

    def _is_ground(self, noun: Token, prep: str) -> bool:
        if not noun.tag.startswith("NN") or noun.lower not in (_ON if prep == "on" else _GROUNDS):
            return False
        if noun.lower in _VAGUE and not any(c.dep in ("amod", "compound") and c.lower not in _UNTELLING for c in noun.children):
            return False
        return not any(c.dep in ("nummod",) or c.lower in ("no", "any", "every", "each") for c in noun.children)

    def _end(self, noun: Token) -> int:
        """Return where a description ends: a road is told by where it goes."""
        after = self.analysis.tokens[noun.i + 1 : noun.i + 3]
        leads = noun.lemma in _ROADS and len(after) == 2 and after[0].lower == "to" and after[1].tag == "NNP" and after[1].sent is noun.sent
        return after[1].end if leads else noun.end

    def _record(self, noun: Token) -> Place:
        words = [noun, *(c for c in noun.children if c.i < noun.i and c.dep not in _BARE and c.dep != "punct")]
        first = min(w.i for w in words)
        span: Span = (self.analysis.tokens[first].start, self._end(noun))
        name = " ".join(self.analysis.text[slice(*span)].split())
        for n, known in enumerate(self.analysis.places):
            if known.precision is None and known.gazetteer is None and known.name == name:
                again = known if span in known.mentions else replace(known, mentions=tuple(sorted((*known.mentions, span))))
                self.analysis.places[n] = again
                return again
        place = Place(id=f"p{len(self.analysis.places) + 1}", name=name, mentions=(span,))
        self.analysis.places.append(place)
        return place


def _is_pointed_out(noun: Token) -> bool:
    return any((c.dep == "det" and c.lower in ("the", "this", "that")) or c.dep == "poss" for c in noun.children)
