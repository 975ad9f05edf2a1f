"""What a noun denotes: the classes of noun_classes.tsv, the kinds of actors, towns, dates; asked by the conditions of the predicate tables."""

from __future__ import annotations

import re

from reportedly.analysis import Analysis, Mention, Token
from reportedly.coding.grammar.syntax import counted, prep_objects
from reportedly.lexicons.predicates import PredicateLexicon
from reportedly.lexicons.word_lists import word_list

_GROUND = frozenset({"place"})
_FIGHTING = frozenset({"warfare", "armour", "warplane", "bombardment"})
ARMED = frozenset({"MIL", "UAF", "REB"})
_CALLED = word_list("kinds.called")
_OF_A_BODY = word_list("kinds.of_a_body")
MEANS = frozenset({"warplane", "projectile"})
TARGETS = frozenset({"facility", "vehicle", "civilian", "relief", "property"})
_ACCIDENTAL = word_list("kinds.accidental")
_PEOPLE = frozenset({"person", "civilian", "actor"})
_ARMS = frozenset({"weapon", "projectile", "vehicle"})
_FIGHTERS = frozenset({"fighter"})
_OFFICIAL = frozenset({"official"})
_SOME_MORE = word_list("some_number")
_PARTS = word_list("kinds.parts")
_NOBODY = word_list("kinds.nobody")
_NONE: frozenset[str] = frozenset()
_SHIPS = word_list("ship_prefixes")
_SHIP_KINDS = word_list("vessels")
_GROUPED = word_list("kinds.grouped")
_VESSELS = frozenset({"warship", "warplane", "armour"})
_MODEL = re.compile(r"([a-z]{1,4})-?\d{1,3}[a-z]{0,3}")
_MODELS = {
    **dict.fromkeys(word_list("kinds.models_of_aircraft"), frozenset({"vehicle", "weapon", "warplane"})),
    **dict.fromkeys(word_list("kinds.models_of_missiles"), frozenset({"weapon", "projectile"})),
    **dict.fromkeys(word_list("kinds.models_of_armour"), frozenset({"vehicle", "weapon", "armour"})),
}


_OF_THINGS = frozenset({"it", "they", "them"})


class Kinds:
    """Say of the nouns of one article what they denote."""

    def __init__(self, analysis: Analysis, lexicon: PredicateLexicon) -> None:
        self.analysis, self.lexicon = analysis, lexicon
        self._lemmas: set[str] | None = None
        self._settlements = {
            offset
            for place in analysis.places
            if place.precision not in ("country", "site")
            for start, end in place.mentions
            if place.precision is not None or not self._is_building(end)
            for offset in range(start, end)
        }
        self._dates = {offset for time in analysis.times for offset in range(*time.span)}
        self._places = {offset for place in analysis.places for start, end in place.mentions for offset in range(start, end)}

    def _is_building(self, end: int) -> bool:
        """Whether a name that ends here says of itself that it is a site: "Zarzis General Hospital"."""
        last = self.analysis.token_at(end - 1)
        return last is not None and "facility" in self.lexicon.classes_of.get(last.lemma.lower(), _NONE)

    def wages_war(self, doer: Token) -> bool:
        """Whether a doer stands for those who fight for it, in an article about fighting: a group of which nothing else is known."""
        mention = self.analysis.mention_at.get(doer.i)
        if mention is None or (mention.kind == "pronoun" and not mention.entities) or not self.is_about(_FIGHTING):
            return False
        entity = mention.entity
        sector, country = mention.sector or (entity.sector if entity is not None else None), mention.country or (entity.country if entity is not None else None)
        named = mention if mention.kind == "name" or entity is None else next((m for m in entity.mentions if m.kind == "name"), mention)
        is_group = named.person is False or (named.person is None and named.name.rpartition(" ")[2].lower() in _CALLED)
        return named.entry is None and sector is None and country is None and is_group and (entity is None or not entity.person)

    def thing(self, it: Token) -> Token | None:
        """Return the thing that "it" means where it means no actor: "the convoy was crossing when [it] was hit", "seized the port; the army retook [it]"."""
        mention = self.analysis.mention_at.get(it.i)
        if it.lower != "it" or mention is None or mention.entities:
            return None
        here = it.sent.i
        for sentence in self.analysis.sentences[max(0, here - 1) : here + 1][::-1]:
            nouns = [t for t in sentence.tokens if t.i < it.i and t.tag == "NN" and t.dep in ("nsubj", "nsubjpass", "dobj", "dative")]
            found = next((t for dep in (("dobj", "dative") if it.dep == "dobj" else ()) + (("nsubj", "nsubjpass"), ("dobj",)) for t in nouns if t.dep in dep and self.is_of(t, TARGETS | _GROUND if it.dep == "dobj" else TARGETS)), None)
            if found is not None:
                return found
        return None

    def meant(self, pronoun: Token) -> Token | None:
        """Return the noun of a thing that "it", "them" means where it means no actor: "imposed a [curfew] and lifted it", "promised [rifles] and delivered them"."""
        if pronoun.lower not in _OF_THINGS or pronoun.dep not in ("dobj", "nsubjpass"):
            return None
        mention = self.analysis.mention_at.get(pronoun.i)
        if mention is not None and mention.entities:
            return None
        tag, here = "NN" if pronoun.lower == "it" else "NNS", pronoun.sent.i
        for sentence in self.analysis.sentences[max(0, here - 1) : here + 1][::-1]:
            nouns = [t for t in sentence.tokens if t.i < pronoun.i and t.tag == tag and t.i not in self.analysis.mention_at and t.dep in ("nsubj", "nsubjpass", "dobj")]
            if (found := next((t for dep in (("dobj", "nsubjpass"), ("nsubj",)) for t in reversed(nouns) if t.dep in dep), None)) is not None:
                return found
        return None

    def is_date(self, token: Token) -> bool:
        """Whether a token is part of a calendar expression."""
        return token.start in self._dates

    def is_settlement(self, token: Token) -> bool:
        """Whether a token is part of the name of a town, district, province or region."""
        return token.start in self._settlements

    def is_about(self, classes: frozenset[str]) -> bool:
        """Whether the article uses words of a class at all: a strike in a text about unions and wages is a labour strike."""
        if self._lemmas is None:
            self._lemmas = {t.lemma.lower() for t in self.analysis.tokens}
        return any(self.lexicon.classes.get(name, _NONE) & self._lemmas for name in classes)

    def is_of(self, token: Token, classes: frozenset[str]) -> bool:
        """Whether a token's word belongs to one of the noun classes, or its mention to the classes actor, person, place."""
        classes_of = self.lexicon.classes_of
        if token.tag == "NNPS" and "disaster" in classes:
            return False  # "the Typhoons struck": aircraft
        if token.lemma == "fire" and "disaster" in classes and any(classes_of.get(c.lemma.lower(), _NONE) & (_ARMS | _FIGHTERS) for c in token.children if c.dep in ("compound", "amod")):
            return False  # "mortar fire"
        if token.lemma in ("fighter", "bomber") and "warplane" in classes and any(classes_of.get(c.lower, _NONE) & MEANS for c in token.children if c.dep == "compound"):
            return True  # "eight F-16 fighters"
        if classes & _PEOPLE and (token.lower == "others" or (token.lower == "those" and _is_of_people(token))):
            return True  # "a number of others were captured", "those who fled were turned back"
        if "person" in classes and (token.dep == "nsubjpass" or (token.dep == "dobj" and token.head.child("neg") is not None)) and _is_nobody(token):
            return True  # "nobody was tortured", "did not torture anyone"; near miss: "the blast hurt nobody"
        if classes_of.get(token.lemma.lower(), _NONE) & classes or (token.tag == "NNS" and classes_of.get(token.lower[:-1], _NONE) & classes):
            return True  # the model's lemma of "bases" is "basis"
        if _classes_of_model(token) & classes:
            return True  # "two MiG-29s", "a T-72"
        if token.lemma in _GROUPED and any(c.dep == "compound" and c.i < token.i and classes_of.get(c.lemma.lower(), _NONE) & _VESSELS & classes for c in token.children):
            return True  # "a carrier [group]"
        if token.pos == "PROPN" and any(c.dep == "compound" and c.lemma in _SHIP_KINDS and classes_of.get(c.lemma, _NONE) & classes for c in token.children):
            return True  # "the tanker [Suez Star]"
        if "MIL" in classes and _is_ship(token):
            return True  # who sails it
        if "warship" in classes and (_is_ship(token) or (token.lemma == "group" and any(c.lower in ("strike", "battle", "amphibious") for c in token.children))):
            return True  # "HMS Defender", "a strike group"
        if "weapon" in classes and token.lemma in _PARTS and any("weapon" in classes_of.get(c.lower, _NONE) for c in token.children if c.dep == "compound"):
            return True  # "missile parts"
        if "disaster" in classes and token.pos == "PROPN" and token.text.isalpha() and any(c.dep == "compound" and "disaster" in classes_of.get(c.lower, _NONE) for c in token.children):
            return True  # "Cyclone Freddy"
        if "disaster" in classes and token.lemma in ("explosion", "blast") and any(c.dep == "compound" and c.lower in _ACCIDENTAL for c in token.children):
            return True
        if inner := counted(token):
            return any(self.is_of(t, classes) for t in inner)
        if classes & _PEOPLE and _counts_people(token):
            return True  # "saved 200 more"
        if classes & ARMED and token.lemma in _OF_A_BODY and any((m := self.analysis.mention_at.get(t.i)) is not None and m.entity is not None and m.entity.sector in classes for t in (*(c for c in token.children if c.dep in ("poss", "compound", "nmod")), *prep_objects(token, "of"))):
            return True  # "[members] of the Front", "Front [members]", a rebel movement
        mention = self.analysis.mention_at.get(token.i)
        if token.lower == "it" and (thing := self.thing(token)) is not None:
            return self.is_of(thing, classes)
        if mention is not None:
            return self._is_mention_of(token, mention, classes)
        return "place" in classes and (token.start in self._places or (token.ent is not None and token.ent.label in ("GPE", "LOC")))

    def _is_mention_of(self, token: Token, mention: Mention, classes: frozenset[str]) -> bool:
        """Whether what is known of a mention makes it one of the classes."""
        if (mention.sector or (mention.entity.sector if mention.entity is not None else None)) in classes:
            return True
        if (mention.country or (mention.entity.country if mention.entity is not None else None)) in classes:
            return True  # IGO, NGO, ISM, MNC
        is_place = mention.rule in ("place", "lexicon-name", "lexicon-capital") and (mention.rule == "place" or (token.ent is not None and token.ent.label in ("GPE", "LOC", "FAC")))
        if "place" in classes and (is_place or token.start in self._places):
            return True
        if "facility" in classes and token.ent is not None and token.ent.label == "FAC":
            return True
        if "actor" in classes and mention.rule != "place":
            return True
        known = mention.person or mention.people or (mention.kind == "name" and mention.entity is not None and mention.entity.person)
        if "person" in classes and (known or (mention.person is None and mention.rule == "loose" and not is_place and token.start not in self._places)):
            return True  # a name that nothing knows is more often somebody's than a body's
        if _OFFICIAL & classes and mention.kind == "name" and (role := mention.role or (mention.entity.role if mention.entity is not None else None)) and self.lexicon.classes_of.get(role.lower().replace("-", " ").split()[-1], _NONE) & _OFFICIAL:
            return True  # "Ambassador Lund"
        if mention.rule == "lexicon-people" and classes & _PEOPLE:
            return True  # "treated Syrians"
        return mention.kind == "pronoun" and mention.name.lower() not in ("it", "its") and bool(classes & {"actor", "person"})


def _classes_of_model(token: Token) -> frozenset[str]:
    """Return what a type of weapon is by its letters and number: "Su-35", "S-400"."""
    if "-" not in token.text or not token.text[:1].isupper() or (found := _MODEL.fullmatch(token.lower)) is None:
        return _NONE
    return _MODELS.get(found[1], _NONE)


def _is_ship(token: Token) -> bool:
    return token.pos == "PROPN" and any(c.dep in ("compound", "nmod") and c.text in _SHIPS for c in token.children)


def _is_of_people(those: Token) -> bool:
    """Whether "those" are people: "those who fled", "those inside", but not "those it signed"."""
    return not any(c.dep == "relcl" and not any(g.lower in ("who", "whom") for g in c.children) for c in those.children)


def _is_nobody(pronoun: Token) -> bool:
    """Whether a pronoun stands for whichever person or none: "[nobody] was flogged", "did not flog [anyone]", "no [one]"."""
    return pronoun.lower in _NOBODY or (pronoun.lower == "one" and any(c.lower in ("no", "any", "every", "some") for c in pronoun.children))


def _counts_people(token: Token) -> bool:
    """Whether a bare number stands for people, as the object of what is done to people."""
    if token.lower in _SOME_MORE and token.dep in ("dobj", "nsubjpass") and not any(c.dep == "prep" and c.lower == "of" for c in token.children):
        return True  # "wounded another", "injuring dozens"
    if token.tag == "CD" and token.dep == "pobj" and token.head.lower == "of" and len(token.text) < 4 and any(c.lower == "the" for c in token.children) and not any(c.dep == "prep" for c in token.children):
        return True  # "the trial of the 27"
    if token.tag == "CD" and token.dep == "nsubj" and token.head.lemma in ("get", "receive", "face"):
        return True  # "the other four got life"
    number = token if token.tag == "CD" else next((c for c in token.children if c.tag == "CD"), None) if token.lower in ("more", "others") else None
    if number is None or number.lower in ("million", "billion", "trillion"):
        return False
    return not any(c.pos == "SYM" or c.tag == "$" or c.lower in ("million", "billion", "percent", "%") for c in (*token.children, *number.children))
