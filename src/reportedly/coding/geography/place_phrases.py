"""Places in phrases: which places the words below an act name, and which of them say where it was ("in Gao") and which whom it concerns ("aid to Gao")."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.analysis import Analysis, Draft, Token
from reportedly.coding.geography.place_again import RANKS, PlacesAgain
from reportedly.coding.geography.place_lists import PlaceWords
from reportedly.lexicons.modes import SPEECH_ACTS
from reportedly.lexicons.word_lists import word_list
from reportedly.records import Place

NEAR = frozenset("in at near outside inside around within throughout across through into along off over aboard from on of".split())
_SAID = SPEECH_ACTS | {"CONSULT"}
_OUT = word_list("place_phrases.out")
_PARTS = word_list("place_phrases.parts")
_TAKES_FROM = _OUT | word_list("place_phrases.takes_from")
_HELD = word_list("place_phrases.held")
_OTHER_TIMES = frozenset({"after", "following", "before", "since", "despite", "until"})  # what they name happened elsewhere, or may have
_TOPIC = frozenset({"for", "over", "about", "regarding", "concerning"})  # "blasted Turkey for its drilling in the Aegean": said elsewhere
_SENT = frozenset("send dispatch fly".split())
_BOUND = frozenset({"head", "depart"})  # "for" says where to
_TRAVELLERS = word_list("place_phrases.travellers")
_MISSIONS = frozenset("embassy consulate base mission".split())
_SWEEPING = word_list("place_phrases.sweeping")
_ROADS = frozenset({"road", "highway", "motorway", "track"})
_BORDERS = frozenset({"border", "frontier", "boundary"})
_BACKWARD = frozenset("withdraw retreat pull fall".split())
_AMID = frozenset({"during", "amid"})
_STAGES = word_list("stages")
_SEATS = frozenset({"government", "authority", "administration", "regime"})  # "the government in Kathmandu" acts elsewhere
DEEPEST = 4  # noun phrases inside noun phrases
_WITHIN = NEAR - {"of", "on", "into"}
ON_GROUND = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})  # "bombed Kyiv" is where; "armed Kyiv" whom
_SEALING = frozenset({"sign", "initial", "conclude", "reach", "seal"})  # "signed a truce in Havana": both were there
_RIGHT_AT = frozenset({"in", "at", "near", "outside"})
_TURNED_TO = frozenset({"from", "to", "by", "against", "on", "with"})


class PlacePhrases(PlacesAgain):
    """Reads the phrases below the words of one act (``draft``)."""

    def __init__(self, analysis: Analysis, words: PlaceWords) -> None:
        super().__init__(analysis, words)
        self.by_word = {w.i: draft for draft in analysis.events for w in draft.words}
        self.draft: Draft | None = None  # the act asked for
        self.verbal = False
        self.meeting = False

    def _is_other(self, token: Token) -> bool:
        """Whether a token is a word of another act."""
        return (draft := self.by_word.get(token.i)) is not None and draft is not self.draft

    def _is_same_type(self, token: Token) -> bool:
        """Whether a token is the head of another act of the type of this one."""
        other = self.by_word.get(token.i)
        return other is not None and self.draft is not None and other.type == self.draft.type

    def _is_said(self, token: Token) -> bool:
        """Whether a token is a word of an act done by words, a meeting aside: "at the request of"."""
        draft = self.by_word.get(token.i)
        return draft is not None and draft.type in SPEECH_ACTS

    # --- where to look --------------------------------------------------------------------------------------------------------

    def _from_phrases(self, token: Token, skip: Token | None = None, *, after: Token | None = None, objects: bool = True) -> Place | None:
        """Return the most specific place of the prepositional phrases of a token, and of those inside its object."""
        places: list[Place] = []
        spoken_of = self.verbal and not self.meeting and after is None
        for child in token.children:
            if child is skip or (after is not None and child.i <= after.i):
                continue
            if child.dep == "dobj" and spoken_of and self._is_other(child) and token.lemma not in _SEALING:
                break  # the phrases behind are those of the act spoken of
            if child.dep in ("prep", "agent", "dative"):
                places.extend(self._from_preposition(child, after or token, 0))
            elif child.dep in ("advmod", "npadvmod") and (place := self.at(child)):
                places.append(place)
            elif child.dep in ("appos", "advmod", "npadvmod") and child.i > token.i and child.lower in self.words["bearing"]:
                places.extend(self._below(child, 0))  # "a raid south-west of Balad"
            elif child.dep in ("npadvmod", "appos", "nmod") and child.i > token.i and child.ent is not None and child.ent.label == "DATE":
                places.extend(p for c in child.children if c.dep == "prep" for p in self._from_preposition(c, after or token, 0))  # "the attacks Aug. 7 at ..."
            elif child.dep == "dobj" and token.pos == "VERB" and objects and not self.verbal and (not self._is_other(child) or (self.by_word.get(token.i) is self.draft and self._are_deeds(child))):
                places.extend(self._below(child, 0 if self.by_word.get(child.i) is self.draft else 1))
        if not places and token.pos in ("NOUN", "PROPN") and (prep := self._hung_high(token)) is not None:
            places.extend(self._from_preposition(prep, token, 0))
        return min(places, key=self._rank) if places else None

    def _rank(self, place: Place) -> int:
        """Return how specific a place is; a building that nobody can find counts less than the quarter it stands in."""
        return RANKS.index("province") if place.precision is None and place.name.rpartition(" ")[2] in self.words["site"] else RANKS.index(place.precision)

    def _are_deeds(self, noun: Token) -> bool:
        """Whether both this act and one that is its object happen on the ground: "broke up a rally in Tbilisi"."""
        return self.draft is not None and self.draft.type in ON_GROUND and self.by_word[noun.i].type in ON_GROUND

    def _is_deed_on_deed(self, prep: Token, noun: Token) -> bool:
        """Whether both this act and one it is done to happen on the ground, in one place."""
        return prep.lower in ("of", "on", "against") and self._is_other(noun) and self._are_deeds(noun)

    def _hung_high(self, noun: Token) -> Token | None:
        """Return the preposition right behind a noun that the parser hung on the verb before: "claimed responsibility for an attack [on a school in Gao]"."""
        at = noun.i + 1 - noun.sent.tokens[0].i
        prep = noun.sent.tokens[at] if at < len(noun.sent.tokens) else None
        return prep if prep is not None and prep.dep == "prep" and prep.lower in ("in", "on", "at", "near", "against") and prep.head is not noun and prep.head.i < noun.i and self._is_other(noun) is False and noun.i in self.by_word else None

    def _from_preposition(self, prep: Token, above: Token, depth: int) -> Iterator[Place]:
        if prep.lower in _OTHER_TIMES or (prep.lower in _TOPIC and self.verbal and not self.meeting and depth == 0):
            return
        for noun in prep.children:
            if noun.dep == "prep" or (noun.dep == "conj" and noun.pos == "ADP"):  # "from inside Syria", "out of Iraq", "in and around Gao"
                yield from self._from_preposition(noun, above, depth)
            elif noun.dep in ("pobj", "pcomp"):
                place = self.at(noun)
                if place is None:
                    if noun.dep == "pcomp" and not self.verbal and not self._is_other(noun) and (found := self._from_phrases(noun)) is not None:
                        yield found  # "kept aid from reaching people in Rakhine"
                    elif (prep.lower in _AMID and self._is_same_type(noun)) or (above.lower in _STAGES and prep.lower == "of" and not self.verbal):
                        # "tortured villagers during raids in ...", "taken at the start of the siege of ..."
                        yield from (p for inner in noun.children if inner.dep == "prep" for p in self._from_preposition(inner, noun, 0))
                    elif self._is_deed_on_deed(prep, noun):  # "the repression of protests in Minsk"
                        yield from (p for inner in noun.children if inner.dep == "prep" and inner.lower in _RIGHT_AT for p in self._from_preposition(inner, noun, 0))
                    elif not self._is_other(noun) or (prep.lower in _WITHIN - {"over"} and not self._is_said(noun)) or prep.dep == "agent" or (prep.lower == "with" and self._is_same_type(noun)) or above.lower in ("margins", "sidelines"):
                        yield from self._below(noun, depth + 1)
                elif self._may_stand(prep, above, place, depth):
                    yield from (p for c in noun.children if c.dep in ("nmod", "compound") and c.child("conj") is not None and (p := self.at(c)) is not None)  # "in Sofala, Gaza and Tete provinces"
                    yield from (p for c in noun.children if c.dep == "appos" and noun.lower == "capital" and (p := self.at(c)) is not None)  # "in Chad's capital, N'Djamena"
                    yield place
                elif prep.dep == "agent":  # "hosted by Norway in Oslo"
                    yield from self._below(noun, depth + 1)

    def _may_stand(self, prep: Token, above: Token, place: Place, depth: int) -> bool:
        """Whether a place after a preposition is where it happens and not whom it concerns ("sanctions on Iran", "aid to Ukraine")."""
        word, lemma = "from" if prep.head.lower == "out" else prep.lower, above.lemma.lower()
        if lemma in _SEATS:
            return self.draft is not None and self.draft.head.lemma in _SEALING  # "signed a truce with the government in Quito"
        if word == "to" and self.draft is not None and any(w.lemma == "siege" for w in self.draft.words):
            return place.precision != "country"  # "laid siege to Gao"
        if word == "to" and lemma in _ROADS:
            return True  # "laid mines on the road to Arlit"
        if word in ("like", "as", "including"):
            return lemma in self.words["settled"] or above.lower in self.words["settled"] or lemma in ("place", "location")  # "to places such as Pieri"
        if word == "with" and lemma in _BORDERS:
            return True  # "along the border with Chad"
        if word in ("to", "toward", "towards") or (word == "for" and lemma in _BOUND):
            if lemma in _BACKWARD and self.draft is not None and self.draft.type == "RETREAT":
                return False  # where somebody withdraws to is not where from
            if lemma in _OUT and self.draft is not None and self.draft.type == "AID" and any(c.lower == "from" for c in above.children):
                return False  # "evacuated the wounded from Bambouti to Bangui"
            sent = above.head.head if lemma in _TRAVELLERS and above.dep == "pobj" else above  # "the dispatch of troops to"
            if self.meeting and sent.lemma == "invite":
                return True  # "invited both sides to Lima for talks"
            return sent.lemma.lower() in self.words["motion"] or (sent.lemma.lower() in _SENT and _sends_people(sent))
        if word == "of" and prep.head.lower == "out":
            return place.precision != "country" or lemma in _OUT  # "pushed out of Gao"
        if word == "of":
            return above.lower in self.words["settled"] or (above.lower == "control" and self.draft is not None and self.draft.type == "ASSAULT") or (above.lemma in _PARTS and place.precision != "country") or (depth == 0 and above.pos in ("NOUN", "PROPN") and place.precision != "country")
        if word == "on" and place.precision == "country":
            return depth == 0 and self.draft is not None and self.draft.type == "ASSAULT" and above is self.draft.head and above.pos == "NOUN"  # "the aggression on Syria"
        if word == "on":
            return not (self.verbal and not self.meeting and depth == 0)  # "called on Kyiv"; but "visited troops on Jolo"
        if word == "between":  # "ambushed between Djibo and Arbinda"
            return place.precision != "country" and self.draft is not None and self.draft.type in ON_GROUND and (above.pos == "VERB" or above.lemma in _ROADS or depth > 0) and (first := prep.child("pobj")) is not None and first.child("conj") is not None
        if word == "into" and lemma in _BACKWARD and self.draft is not None and self.draft.type == "RETREAT":
            return False
        if word == "from":
            return self._may_stand_from(prep, above, place, depth)
        return word == "into" or word in NEAR

    def _may_stand_from(self, prep: Token, above: Token, place: Place, depth: int) -> bool:
        """Whether a place after "from" is where it happens: "fired from Gao", "drove them from Gao"; but "arrested two brothers from Gao"."""
        lemma = above.lemma.lower()
        if depth == 1 and above.dep == "dobj" and self.draft is not None and above.head is self.draft.head and above.head.lemma not in _TAKES_FROM:
            return False  # "arrested two brothers from Gao"
        if depth and not {lemma, above.head.lemma, above.head.head.lemma} & _TAKES_FROM and above.pos != "VERB" and lemma not in self.words["settled"]:
            return False  # "after pressure from Quito"
        if self.meeting and lemma not in _OUT:
            return False  # "flew from Ankara to Tehran for talks"
        if self.draft is not None and self.draft.type in ("MOBILIZE", "AID") and not {lemma, above.head.lemma} & (_TAKES_FROM - {"fire", "launch"}):
            return False  # "sent two columns from Misrata"
        if lemma in _HELD and any(c.dep == "dobj" and c.i == prep.i - 1 for c in above.children):
            return False
        return place.precision != "country" or bool({lemma, above.head.head.lemma.lower()} & _OUT)

    def _below(self, noun: Token, depth: int) -> Iterator[Place]:
        """Yield places inside a noun phrase ("a market in Baghdad", "the towns of X and Y", "the Baghdad neighborhood of Z")."""
        if depth > DEEPEST:
            return
        got = False
        for child in noun.children:
            if child.dep == "prep":
                for place in self._from_preposition(child, noun, depth):
                    got = True
                    yield place
            elif child.dep in ("advmod", "npadvmod", "appos") and child.i > noun.i and child.lower in self.words["bearing"]:
                yield from self._below(child, depth + 1)  # "killed forty militants north of Bourem"
            elif child.dep in ("conj", "appos") and not self._is_other(child):
                if child.dep == "conj" or child.tag == "NNP":  # "struck the freighter Orion in the Red Sea"
                    yield from self._below(child, depth + 1)
            elif child.dep == "acl" and child.tag == "VBG" and child.i > noun.i and not self._is_other(child):
                for place in (p for top in (child, *(c for c in child.children if c.dep == "dobj")) for prep in top.children if prep.dep == "prep" and prep.lower in _RIGHT_AT for p in self._from_preposition(prep, top, depth)):
                    got = True  # "hit a bus carrying pilgrims in Quneitra", "fired on worshippers leaving a mosque in Zaria"
                    yield place
            elif child.dep == "acl" and child.tag == "VBN" and child.i > noun.i and not self._is_other(child) and noun.lower in self.words["settled"]:
                for place in (p for c in (child, *(g for a in child.children if a.dep == "agent" for g in a.children)) for prep in c.children if prep.dep == "prep" for p in self._from_preposition(prep, c, depth)):
                    got = True  # "to villages cut off by floods in Rasuwa"
                    yield place
        settled = noun.lower in self.words["settled"] or noun.lower in self.words["site"] or noun.lemma in _PARTS
        if settled or (not got and self._is_other(noun)):
            for child in noun.children:
                if child.dep in ("compound", "poss", "nmod", "amod", "appos") and (found := self.at(child)) and (found.precision != "country" or noun.head.dep != "agent"):
                    yield found  # but "backed by US air strikes"

    def _from_object(self, verb: Token) -> Place | None:
        """Return the object of a verb when it is a place ("shelled Aleppo"); a country only after "leave", "invade" and their kind."""
        obj = verb.child("nsubj") if verb.lemma == "fall" else verb.child("dobj", "nsubjpass")  # "Gao fell to the rebels"
        if obj is not None and verb.dep == "relcl" and obj.lower in ("which", "that"):
            obj = verb.head  # "Gao, which fell to the rebels"
        if obj is None:
            return None
        place = self.at(obj)
        if place is not None and self.draft is not None and self.draft.type not in ON_GROUND and verb.lemma not in self.words["territory"] and self._is_government(obj):
            return None  # "arm Kyiv"
        if place is not None:
            swept = verb.lemma in _SWEEPING and self.draft is not None and verb is not self.draft.head  # "a strike paralysed Argentina"
            return place if swept or place.precision != "country" or verb.lemma.lower() in self.words["territory"] else None
        return next(iter(self._below(obj, 1)), None) if obj.lower in self.words["settled"] else None

    def _from_words(self, head: Token) -> Place | None:
        """Return the place among the words before a noun of action ("Baghdad bombing"); a country only where it is no party."""
        if head.pos == "VERB":
            return None
        for child in head.children:
            place = self.at(child) if child.dep in ("compound", "nmod", "poss", "amod") else None
            if place is not None and child.dep == "poss" and self._is_government(child):
                continue  # "Seoul's offer"
            if place is not None and (place.precision != "country" or not self._is_party(child)):
                return place
        return None

    def _stands_for_state(self, place: Place, head: Token) -> bool:
        """Whether a capital found as the place of something said is only named for the state that says it or is told it."""
        if self.draft is None or self.draft.type not in _SAID or place.precision == "country":
            return False
        named = [t for span in place.mentions if (t := self.analysis.token_at(span[1] - 1)) is not None and t.sent is head.sent]
        return bool(named) and all(self._is_government(t) and t.head.lower in _TURNED_TO for t in named)

    def _is_government(self, capital: Token) -> bool:
        """Whether a capital stands for the state that is a party of the act."""
        mention = self.mention_at.get(capital.i)
        return mention is not None and mention.rule == "lexicon-capital" and self.draft is not None and any(e in self.draft.actors + self.draft.recipients for e in mention.entities)

    def _is_party(self, country: Token) -> bool:
        """Whether a country among a noun's words acts or is acted on ("Mali attack on the base"), and does not say where ("Mali mosque attack")."""
        mention = self.mention_at.get(country.i)
        if self.draft is None or mention is None or self.draft.type not in ("ASSAULT", "PROTEST") or any(c.lower in _MISSIONS for c in self.draft.head.children):
            return True
        return any(e in self.draft.actors + self.draft.recipients for e in mention.entities)


def _sends_people(verb: Token) -> bool:
    """Whether the object of a verb or noun are people on their way ("sent fighters to Syria", "the dispatch of troops to") and not what somebody is given."""
    obj = verb.child("dobj", "nsubjpass") or verb
    while obj is not None and (of := next((g for c in obj.children if c.dep == "prep" and c.lower == "of" for g in c.children if g.dep == "pobj"), None)) is not None:
        obj = of
    return obj is not None and obj.tag in ("NNS", "NNPS") and obj.lemma in _TRAVELLERS
