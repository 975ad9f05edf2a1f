"""Descriptions: which named actor of the article "the Movement", "the group", "the prime minister" goes back to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from reportedly.analysis import Analysis, Entity, Mention, Token
from reportedly.coding.grammar.syntax import conjuncts, first_joined, prep_objects
from reportedly.coding.reference.cataphora import land_of
from reportedly.coding.reference.kinds_of_body import (
    AFFILIATED,
    ARMED,
    GROUP_NOUNS,
    LED,
    OF_REBELS,
    OFFICES,
    PARTY_ROLES,
    REBEL_ARMIES,
    RULES,
    TELLING_KIND,
    UNIONS,
    fits_front,
    fits_kind,
    fits_sector,
    plays,
    telling_kind,
)
from reportedly.coding.reference.naming import entity_role, initials, mention_sector, name_words
from reportedly.coding.reference.plain_words import (
    FIGHTERS,
    counted_members,
    is_armed,
    is_definite_description,
    is_doer_of_its_verb,
    is_said_which,
    nationality,
    of_the_land,
    same_doers,
    stood_for,
)
from reportedly.coding.reference.walking import WINDOW, walk_back
from reportedly.lexicons.actors import ActorLexicon, fold
from reportedly.lexicons.loader import Entry
from reportedly.lexicons.word_lists import word_list

_TIES = word_list("ties")
_SEATED = word_list("descriptions.seated")
_OF_SECTORS = {"opposition": frozenset({"OPP", "PTY"}), "party": frozenset({"OPP", "PTY"}), "rebel": ARMED, "guerrilla": ARMED, "insurgent": ARMED, "separatist": ARMED, "militant": ARMED, "union": UNIONS, "labour": UNIONS, "resistance": ARMED}
_HONOURS = word_list("descriptions.honours")
SYNONYMS = {"pm": "prime minister", "premier": "prime minister", "fm": "foreign minister", "spokesperson": "spokesman", "spokeswoman": "spokesman"}
_NO_LONGER = word_list("no_longer")
_RANK_WORDS = {
    "gen": "general", "col": "colonel", "maj": "major", "lt": "lieutenant", "capt": "captain", "brig": "brigadier", "adm": "admiral", "cmdr": "commander", "sgt": "sergeant", "cpl": "corporal", "supt": "superintendent",
    "insp": "inspector", "gov": "governor", "sen": "senator", "rep": "representative", "pres": "president",
}  # fmt: skip
_REGIONS = word_list("descriptions.regions")
_HEADS = word_list("heads")
_LINKED = word_list("descriptions.linked")
_PLAIN = frozenset({"top", "senior", "chief"})
_AT_LAW = word_list("descriptions.at_law")


class Descriptions:
    """Find what a description goes back to."""

    def __init__(self, lexicon: ActorLexicon) -> None:
        self.lexicon = lexicon
        self.entities: list[Entity] = []
        self.published: str | None = None
        self._by_surname: dict[str, list[str]] = {}
        for name in lexicon.offices:
            if " " in name:
                self._by_surname.setdefault(name.split()[-1].casefold(), []).append(name)

    def antecedent(self, analysis: Analysis, mention: Mention) -> Entity | None:
        """Return the named actor a definite description goes back to, the nearest that fits."""
        self.entities, self.published = analysis.entities, analysis.article.published
        if not mention.plural and not mention.person and (body := of_the_land(analysis, mention)) is not None:
            return body
        if any(c.lower == "my" for c in mention.head.children):  # "my deputy minister" is somebody else than the minister who speaks
            return next((m.entities[0] for m in walk_back(analysis, mention) if m.kind == "description" and m.name == mention.name and m.entities), None)
        of_land = (mention.person or noun_of_office(mention) or mention.head.lemma in TELLING_KIND) and not mention.plural and land_of(analysis, mention.head.child("poss")) is not None  # "Gabon's president"
        if not is_definite_description(mention) and not of_land:
            bare = mention.head.lemma.lower() == "officer" and mention.head.dep == "nsubj" and mention.head.head.dep in ("ROOT", "conj") and not mention.head.children
            return self._led_by(analysis, mention) or (same_doers(mention, "officer", set(), list(walk_back(analysis, mention, WINDOW))) if bare else None)
        if mention.head.lower == "old":  # "the 38-year-old"
            return next((m.entities[0] for m in walk_back(analysis, mention, WINDOW) if m.kind != "pronoun" and not m.plural and (m.person or m.entities[0].person)), None)
        if mention.head.text[:1].isupper() and not mention.person:  # "the Coalition" is first of all the one already called so
            same = next((m for m in walk_back(analysis, mention) if m.kind == "description" and m.name == mention.name), None)
            if same is not None:
                return same.entities[0]
        if mention.head.text.isupper() and len(mention.head.text) > 3 and mention.first == mention.last:  # "SPOKESPERSON:", who speaks in a transcript
            return next((m.entities[0] for m in walk_back(analysis, mention) if m.name == mention.name and m.entities), None)
        lemma = mention.head.lemma.lower()
        if lemma == "state" and not any(c.i < mention.head.i and c.lower in _REGIONS for c in mention.head.children):
            return None  # "the state" is not the United States; but "the Gulf state"
        return self._going_back(analysis, mention, SYNONYMS.get(lemma, lemma))

    def _going_back(self, analysis: Analysis, mention: Mention, noun: str) -> Entity | None:
        """Return the nearest actor before a definite description whom its noun and the words beside it fit."""
        words = (set(name_words(mention.name)) - {mention.head.lemma.lower(), mention.head.lower} - _HONOURS) | set(noun.split())
        if not mention.person and noun in TELLING_KIND and mention.country is not None:
            words -= _land_words(mention) - {noun}  # "Uganda's main opposition party"
        tied = [t for c in mention.head.children if noun not in RULES and c.dep == "amod" and (c.lower.rpartition("-")[2] in _TIES or (c.lower.rpartition("-")[2] == "led" and noun not in LED)) for t in analysis.tokens[mention.first : c.i + 1]]  # "the Iran-backed group"
        words -= {w for t in tied for w in (*name_words(t.text), t.lower)} - {noun}
        words -= counted_members(mention)
        before = [m for m in walk_back(analysis, mention) if not (_is_told_by_it(m, mention) or m.head in tied or (m.head.dep == "compound" and m.head.head.lemma in AFFILIATED))]
        if noun in FIGHTERS and mention.plural:
            before = [m for m in before if not _is_joined_to_armed(analysis, m)]
            if is_said_which(mention.head):
                return None  # "hailed the fighters who destroyed a tank": whoever they are
            if not words - {noun, mention.head.lower} and (linked := _linked_to_named(before)) is not None:
                return linked
        if noun in LED and (leader := _leader(self.lexicon, mention)) and (same := next((m for m in (*before, *analysis.mentions) if m is not mention and m.entities and m.head.lemma.lower() in LED and _leader(self.lexicon, m) == leader), None)) is not None:
            return same.entities[0]
        if mention.person and not mention.plural and (named := self._said_again(mention, noun, words, before)) is not None:
            return named
        return self._first_that_fits(mention, noun, words, before) or stood_for(analysis, mention, noun, words, before)

    def _first_that_fits(self, mention: Mention, noun: str, words: set[str], before: list[Mention]) -> Entity | None:
        """Return the nearest actor that a description names by words of its name, else by its sector, else by its kind."""
        once: dict[tuple[int, str, str, bool], Mention] = {}  # a name fits or does not, however often it stands there
        for other in before:
            once.setdefault((id(other.entities[0]), other.name, other.kind, other.plural), other)
        by_sector, by_kind = partial(fits_sector, entities=self.entities), partial(fits_kind, entities=self.entities)
        kinds: tuple[Callable[..., bool], ...] = (self._fits_name, by_sector, by_kind) if noun in GROUP_NOUNS else (self._fits_name,)
        if noun in FIGHTERS:
            kinds = (self._fits_name, by_kind, fits_front)
        for fits in kinds:
            for other in once.values() if fits == self._fits_name else before:
                if mention.plural and len(other.entities) > 1:
                    continue  # "both nations" after "the two Asian nations": several.py gives all of them
                if other.entities and fits(mention, noun, words, other, other.entities[0]) and not is_doer_of_its_verb(other, mention):
                    return other.entities[0]
        return None

    def _said_again(self, mention: Mention, noun: str, words: set[str], before: list[Mention]) -> Entity | None:
        """Return whom the article called by the same office before, rather than somebody who is only known to hold one like it."""
        for other in before:
            if other.kind == "description" and other.head.sent.block.kind == "paragraph" and other.name.casefold() == mention.name.casefold() and other.apposed is None and is_definite_description(other):
                return other.entities[0]
            if other.kind == "name" and other.entities[0].person and set(noun.split()) <= set(name_words(other.role or "")):
                return None
        return None

    def _led_by(self, analysis: Analysis, mention: Mention) -> Entity | None:
        """Return the one person of the article whom "its leader", "their spokesman" names by a role told before."""
        owner = mention.head.child("poss")
        if not mention.person or mention.plural or owner is None or mention.head.lemma == "counterpart":
            return None
        body = analysis.mention_at.get(owner.i)
        if owner.tag != "PRP$" and (body is None or not body.entities):
            return None
        noun = SYNONYMS.get(mention.head.lemma.lower(), mention.head.lemma.lower())
        bearers = {id(m.entities[0]): m.entities[0] for m in walk_back(analysis, mention) if m.kind == "name" and m.entities[0].person and noun in name_words(entity_role(m.entities[0]) or "")}
        if owner.tag != "PRP$" and body is not None:  # "the party's leader": of that party
            named = {w for m in body.entities[0].mentions for w in name_words(m.name)}
            bearers = {key: e for key, e in bearers.items() if any(m.affiliation and set(name_words(m.affiliation)) <= named for m in e.mentions)}
        return next(iter(bearers.values())) if len(bearers) == 1 else None

    def _fits_name(self, mention: Mention, noun: str, words: set[str], other: Mention, entity: Entity) -> bool:
        """Whether a description uses words of a body's name, or of what a person is: "the Movement", "the prime minister"."""
        if mention.person:
            return self._fits_person(mention, noun, words, other, entity)
        if entity.person:
            return False
        own = set(name_words(other.name))
        if _is_called_in_full(mention, noun, words, other):
            return True
        if other.kind == "name" and mention.plural and noun in GROUP_NOUNS:
            return False  # "the unions" are not the European Union
        if noun in ("army", "military", "navy", "police") and (other.sector or entity.sector) in ("REB", "UAF", "PRM") and not words & OF_REBELS:
            return False  # "the army" is the state's, also where rebels call themselves one
        if noun in OFFICES and mention.country is not None and mention.country == (other.country or entity.country or mention.country):
            own |= _land_words(mention) | nationality(mention)  # "Iran's Intelligence Ministry" after "the Ministry of Intelligence"
        if noun == "army" and own & REBEL_ARMIES and not words & OF_REBELS:
            return False
        own |= words & OF_REBELS if noun in own and is_armed(entity) else set()  # "the rebel army"
        if other.kind == "description" and other.head.lemma.lower() not in (noun, noun.rstrip("s")) and not (other.name[:1].isupper() and other.first != other.head.sent.tokens[0].i):
            return False  # "the army" is no army camp
        plain = {w.rstrip("s") for w in own}
        bare = {noun, noun + "s", mention.head.lower}
        if (noun.rstrip("s") not in plain and mention.head.lower not in own) or not words - bare <= (own | telling_kind(noun, other, entity) if other.kind == "name" else own):
            return False
        if noun == "party" and (played := words & PARTY_ROLES) and not plays(entity, played, self.entities):
            return False
        return other.kind == "name" or mention.plural == other.plural

    def _fits_person(self, mention: Mention, noun: str, words: set[str], other: Mention, entity: Entity) -> bool:
        """Whether a description uses words of what somebody is, or is known to be: "the prime minister", "the UN envoy"."""
        if mention.country is not None and any(set(noun.split()) <= set(name_words(office["role"])) for office in self._held_by_surname(entity, mention.country)):
            return True  # "the Indian prime minister" after "Modi"
        if not entity.person:
            return False
        own = set(name_words(other.name))
        named = any(m.kind == "name" for m in entity.mentions)
        role = (*name_words(entity_role(entity) or ""), *(w for m in entity.mentions if m.kind == "description" and (m.apposed is not None or (named and not m.plural)) and m.head.dep != "compound" for w in name_words(m.name)))  # "the UPDF spokesman, Brig Gen Omar Sy"
        roles = [{w for r in role for w in (r, *SYNONYMS.get(r, r).split())}, *(set(name_words(office["role"])) for office in self._offices(entity))]
        if mention.country is not None and any(m.country == mention.country for m in entity.mentions):
            own |= nationality(mention)  # "the French president" after "Macron"
        if noun in _HEADS and len(words) > 1 and _HEADS.intersection(role) and any(m.affiliation and words - {noun} <= set(name_words(m.affiliation)) for m in entity.mentions):
            return True  # "the union leader" after "the chief of the Transport Union, X"
        own |= {w for m in entity.mentions if m.affiliation for w in (*name_words(m.affiliation), initials(m.affiliation))}  # "the UN envoy" after "UN envoy Lund"
        if words == {noun} and any((titles := name_words(m.role or "")) and _RANK_WORDS.get(titles[-1]) == noun for m in entity.mentions):
            return True  # "the colonel" after "Col. Moreno", "the general" after "Maj. Gen. Sy"
        words -= (_PLAIN if named else frozenset()) | {w for c in mention.head.children if c.dep in ("compound", "nmod") and self._is_of_body(c, entity) for t in c.subtree() for w in name_words(t.text)}
        if asked := words & _OF_SECTORS.keys():
            own |= {w for w in asked if _OF_SECTORS[w] & self._sectors(entity)}  # "the opposition leader"
        if mention.country is not None and mention.country in {m.country for m in entity.mentions} and not any(c.lower in _NO_LONGER for m in entity.mentions for c in m.head.children):
            own |= _land_words(mention) | nationality(mention)  # "the president of Gabon" after "Gabonese President Ali Nze"
        return any(set(noun.split()) <= r and words - set(noun.split()) <= r | own for r in roles)

    def _is_of_body(self, word: Token, entity: Entity) -> bool:
        """Whether a word before an office names a body that somebody is said, under another of its names, to serve: "the [United Nations] envoy" after "UN envoy Lund"."""
        body = next((m for m in word.sent.mentions if m.head is word and m.kind == "name" and not m.person and m.entities), None)
        named = {m.name for m in body.entities[0].mentions} if body is not None else set()
        return any(set(name_words(n)) <= {*name_words(m.role or ""), *name_words(m.affiliation or "")} for n in named for m in entity.mentions)

    def _sectors(self, entity: Entity) -> set[str | None]:
        """Return the sectors a person is known to be of, himself or by the body he belongs to."""
        bodies = {m.affiliation for m in entity.mentions if m.affiliation}
        return {m.sector for m in entity.mentions} | {m.sector for e in self.entities if not e.person for m in e.mentions if m.kind == "name" and m.name in bodies}

    def _offices(self, entity: Entity) -> list[Entry]:
        """Return the offices the lexicon knows of a person on the day of the article; every one where it has no date."""
        entry = next((m.entry for m in entity.mentions if m.entry is not None and m.rule == "lexicon-name"), None)
        if entry is None:
            return []
        day = self.published
        held = self.lexicon.offices.get(entry["name"], [])
        return [e for e in held if not day or not e["from"] or (e["from"] <= day[: len(e["from"])] and (not e["to"] or day[:4] <= e["to"][:4]))]

    def _held_by_surname(self, entity: Entity, country: str) -> list[Entry]:
        """Return the offices of a country that persons with the one name an actor goes by hold on the day of the article."""
        names = {m.name for m in entity.mentions if m.kind == "name"}
        name = next(iter(names)) if len(names) == 1 else ""
        if not name or " " in name or not self.published or any(m.entry is not None for m in entity.mentions):
            return []
        day = self.published
        return [e for full in self._by_surname.get(name.casefold(), ()) for e in self.lexicon.offices[full] if e["country"] == country and e["from"] and e["from"] <= day[: len(e["from"])] and (not e["to"] or day[: len(e["to"])] <= e["to"])]

class Known:
    """The first actor of the article that some words name or describe, by those words."""

    def __init__(self, entities: list[Entity]) -> None:
        self._first: dict[str, Entity] = {}
        self._order: dict[int, int] = {}
        self.arms: dict[str, Entity] = {}  # by whose and what they are
        for entity in entities:
            for mention in entity.mentions:
                self.add(entity, mention)

    def add(self, entity: Entity, mention: Mention) -> None:
        key = mention.name.casefold()
        place = self._order.setdefault(id(entity), len(self._order))
        if (other := self._first.get(key)) is None or place < self._order[id(other)]:
            self._first[key] = entity

    def called(self, name: str) -> Entity | None:
        return self._first.get(name.casefold())


def _is_called_in_full(mention: Mention, noun: str, words: set[str], other: Mention) -> bool:
    """Whether a bare noun in capitals ends or begins what the lexicon knows letters to stand for: "the Agency" after "IAEA", "the Force" after "UNIFIL"."""
    head = mention.head
    if other.kind != "name" or other.entry is None or other.rule != "lexicon-name" or not head.text[:1].isupper() or words - {noun, head.lower} or head.child("prep", "poss") is not None:
        return False
    full = (other.entry["name"], *other.entry.many("variants"))
    return any(head.lower in name_words(name) for name in full if " " in name and name != other.name)


def _is_told_by_it(other: Mention, mention: Mention) -> bool:
    """Whether a description stands in what a body before it is named for telling: "According to the Crisis Group, [the movement] has arms"."""
    return other.head.dep == "pobj" and other.head.head.lower == "to" and other.head.head.head.lower == "according" and other.head.sent is mention.head.sent


def _land_words(mention: Mention) -> set[str]:
    """Return the words of the land an office is held in: "the president of [Gabon]", "[Gabon]'s president"."""
    lands = [c for c in mention.head.children if c.dep == "poss"] + prep_objects(mention.head, "of")
    return {"of"} | {w for t in lands for w in name_words("".join(c.text if c.dep == "case" else f" {c.text}" for c in t.subtree()))}


def _linked_to_named(before: list[Mention]) -> Entity | None:
    """Return those only linked to the armed group named last, who are not that group: "[militants] linked to al-Qaeda", "[Islamic State-linked rebels]"."""
    named = next((m for m in before if m.kind == "name" and m.entities and is_armed(m.entities[0])), None)
    if named is None:
        return None
    clause = named.head.head.head if named.head.dep == "pobj" else named.head.head
    noun = clause.head if clause.lemma in _LINKED and clause.dep in ("acl", "amod") else None
    return next((m.entities[0] for m in before if noun is not None and m.head is noun and m.kind == "description" and m.plural and m.entities and m.entities[0] is not named.entities[0]), None)


def _leader(lexicon: ActorLexicon, mention: Mention) -> str | None:
    """Return who leads "the US-led military coalition", "the alliance led by the United States": a state's code, or the words."""
    for led in mention.head.children:
        if led.lower == "led":
            name = next((c for c in led.children if c.dep in ("npadvmod", "nsubj", "compound", "advmod")), None) or next((g for c in led.children if c.dep == "agent" for g in c.children if g.dep == "pobj"), None)
            if name is None:
                return None
            words = [w for t in led.sent.tokens if (t.dep == "compound" and t.head is name) or t is name for w in fold(t.text)]
            known = lexicon.longest(words, 0)
            return (known[0][1][0].country if known else None) or " ".join(words)
    return None


def led_body(lexicon: ActorLexicon, analysis: Analysis, name: Mention) -> Entity | None:
    """Return the coalition of the article whose act a state is only said to lead: "US-led strikes" beside "the US-led coalition"."""
    led = name.head.head
    if led.lower != "led" or name.country is None or led.head.i in analysis.mention_at or led.head is led:
        return None
    bodies = (m for m in analysis.mentions if m.entities and m.head.lemma.lower() in LED)
    return next((m.entities[0] for m in bodies if _leader(lexicon, m) == name.country), None)


def _is_joined_to_armed(analysis: Analysis, other: Mention) -> bool:
    """Whether an armed group stands beside another, so that "the rebels" are not one of them: "the Tawhid Brigade and the Nusra Front"."""
    if other.kind != "name" or not other.entities or not is_armed(other.entities[0]):
        return False
    beside = (analysis.mention_at.get(t.i) for t in conjuncts(first_joined(other.head)) if t is not other.head)
    return any(m is not None and m.entities and (is_armed(m.entities[0]) if m.kind == "name" else m.head.lemma.lower() in FIGHTERS) for m in beside)


def noun_of_office(mention: Mention) -> bool:
    """Whether a description in capitals is of an organ of state: "Iran's Intelligence [Ministry]"."""
    return mention.head.text[:1].isupper() and mention.head.lower in OFFICES


def own_client(analysis: Analysis, mention: Mention) -> Entity | None:
    """Return whom the lawyer told of before is for: "A lawyer for the [editor] said guards had beaten her client"."""
    owner = mention.head.child("poss")
    if mention.head.lemma != "client" or owner is None or owner.tag != "PRP$":
        return None
    lawyer = next((m for m in walk_back(analysis, mention, WINDOW) if m.head.lemma.lower() in _AT_LAW), None)
    told = [m for t in (prep_objects(lawyer.head, "for") if lawyer is not None else ()) if (m := analysis.mention_at.get(t.i)) is not None and m.entities]
    return told[0].entities[0] if len(told) == 1 and told[0].plural == mention.plural else None


def own_body(analysis: Analysis, mention: Mention, known: Known) -> Entity | None:
    """Return the named body that "his party", "Khan's party", "her union" is by what the article says of the person."""
    owner = mention.head.child("poss")
    if mention.person or mention.plural or owner is None or mention.head.lemma not in GROUP_NOUNS:
        return None
    told = analysis.mention_at.get(owner.i) if owner.tag != "PRP$" else None
    if told is not None:
        person = next((e for e in told.entities if e.person), None)
    else:
        person = next((m.entities[0] for m in walk_back(analysis, mention, WINDOW) if m.entities and (m.person or m.entities[0].person)), None) if owner.lower in ("his", "her") else None
    if person is None:
        return None
    if mention.head.lemma == "party" and not any(m.affiliation for m in person.mentions):
        parties = {id(m.entities[0]): m.entities[0] for m in walk_back(analysis, mention) if m.kind == "name" and m.entities and not m.person and (mention_sector(m) == "PTY" or m.name.endswith("Party"))}
        return next(iter(parties.values())) if len(parties) == 1 else None
    bodies = {m.affiliation for m in person.mentions if m.affiliation and mention.head.lemma in name_words(m.affiliation)} or {m.affiliation for m in person.mentions if m.affiliation}
    seated = any(_SEATED.intersection(name_words(m.role or "")) for m in person.mentions)  # "the MP for Harare West"
    named = {id(e): e for b in bodies if (e := known.called(b)) is not None and not e.person and not any(m.sector == "GOV" or m.rule == "place" for m in e.mentions) and not (seated and all(m.entry is None and not m.sector for m in e.mentions))}
    return next(iter(named.values())) if len(named) == 1 else None
