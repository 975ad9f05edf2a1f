"""Linking: which mentions of one article are the same actor.

Reads mentions; writes entities (and every mention's entities). Names first (full name, surname, acronym, variant), then
descriptions ("the PM", "the groups"), then pronouns, each by what is nearest and fits. First persons wait for the statements.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise

from reportedly.analysis import Analysis, Entity, Mention, Token
from reportedly.coding.actors import FIRST_PERSON
from reportedly.coding.cataphora import named_later
from reportedly.coding.pronouns import FAR, WINDOW, antecedents, is_where, walk_back
from reportedly.coding.syntax import conjuncts
from reportedly.lexicons.actors import ActorLexicon, fold
from reportedly.lexicons.loader import Entry

_ARMED = frozenset({"REB", "UAF", "PRM", "MIL", "SPY", "CRM"})
_FIRMS, _UNIONS = frozenset({"BUS", None}), frozenset({"LAB", None})
_GROUP_NOUNS: dict[str, frozenset[str | None]] = {  # description head -> sectors its antecedent may have (empty: any group)
    "group": frozenset(), "organization": frozenset(), "organisation": frozenset(), "movement": frozenset(), "militant": _ARMED, "militia": _ARMED,
    "faction": frozenset(), "party": frozenset({"PTY", "OPP", "LEG"}), "body": frozenset(), "agency": frozenset(), "force": _ARMED, "resistance": _ARMED,
    "regime": frozenset({"GOV"}), "coalition": frozenset(), "alliance": frozenset(), "company": _FIRMS, "firm": _FIRMS, "union": _UNIONS, "council": frozenset(),
    "newspaper": frozenset({"JRN", "MED"}), "broadcaster": frozenset({"JRN", "MED"}), "outlet": frozenset({"JRN", "MED"}), "charity": frozenset({"CVL", "NGO"}), "gang": frozenset({"CRM"}), "cartel": frozenset({"CRM"}),
    "carrier": _FIRMS, "airline": _FIRMS, "manufacturer": _FIRMS, "operator": _FIRMS, "bank": _FIRMS, "federation": _UNIONS,
    "ministry": frozenset({"GOV"}), "court": frozenset({"JUD"}), "government": frozenset({"GOV"}), "army": frozenset({"MIL"}), "military": frozenset({"MIL"}),
}  # fmt: skip
# plain words for one who was named with another office, and the sectors such an office has
_PERSONS: dict[str, frozenset[str]] = {
    "lawmaker": frozenset({"LEG"}), "legislator": frozenset({"LEG"}), "parliamentarian": frozenset({"LEG"}), "politician": frozenset({"LEG", "PTY", "OPP", "GOV"}), "official": frozenset({"GOV"}), "diplomat": frozenset({"GOV"}),
    "envoy": frozenset({"GOV"}), "officer": frozenset({"MIL", "COP"}), "commander": frozenset({"MIL", "REB", "UAF"}), "journalist": frozenset({"JRN", "MED"}), "reporter": frozenset({"JRN", "MED"}), "cleric": frozenset({"REL"}),
}  # fmt: skip
_FOES = frozenset("terrorist insurgent militant rebel attacker gunman fighter jihadist jihadi extremist assailant guerrilla militiaman".split())
_FIGHTING = frozenset("front resistance liberation militia jihad mujahideen guerrilla revolutionary column brigade brigades".split())
_ARMED_WORDS = frozenset("islamist jihadist jihadi militant armed rebel extremist insurgent separatist guerrilla paramilitary terrorist terror shiite shia sunni outlawed banned".split())
_PRO_STATE = frozenset({"militiaman", "fighter", "gunman", "militant"})  # what a pro-government militia's members may be called
_SYNONYMS = {"pm": "prime minister", "premier": "prime minister", "fm": "foreign minister", "spokesperson": "spokesman", "spokeswoman": "spokesman"}
_SMALL = frozenset({"of", "for", "and", "in"})
_BLOCS = frozenset({"bloc", "body", "organisation", "organization", "alliance", "union"})  # "the continental body": the international one named before
_LANDS = frozenset({"country", "nation", "kingdom", "republic", "emirate", "monarchy", "archipelago"})
_OTHER_LANDS = frozenset("breakaway declared separatist host neighbouring neighboring foreign third developing poor friendly enemy puppet unrecognised member other another donor".split())
_KINDS = frozenset("rebel armed militant insurgent jihadist islamist separatist terrorist guerrilla paramilitary extremist".split())  # "the rebel group"
_HEADS = frozenset("leader chief head boss chairman chairwoman president director founder commander".split())
_NO_SIDE = frozenset({None, "CVL", "REF", "MED", "JRN", "EDU"})
_KINDRED = frozenset({"neighbour", "neighbor", "rival", "ally", "foe", "archrival"})
_PAIR = frozenset({"both", "two"})


class Linking:
    """Make actors out of mentions."""

    reads, writes = ("mentions", "roles"), ("entities",)

    def __init__(self, lexicon: ActorLexicon) -> None:
        self.lexicon = lexicon

    def __call__(self, analysis: Analysis) -> None:
        names = [m for m in analysis.mentions if m.kind == "name"]
        for mention in names:
            if mention.person and mention.last > mention.first:
                mention.gender = self.lexicon.first_names.get("".join(fold(analysis.tokens[mention.first].text)))
        self._link_names(analysis, names)
        described = {m.name.casefold(): m.apposed for m in analysis.mentions if m.apposed is not None and " " in m.name}
        known = _Known(analysis.entities)
        for mention in analysis.mentions:
            if mention.kind == "description":
                if mention.apposed is None and mention.person and mention.head.sent.block.kind == "headline":
                    mention.apposed = described.get(mention.name.casefold()) or self._role_bearer(analysis, mention)
                self._link_description(analysis, mention, known)
            elif mention.kind == "pronoun" and mention.name.lower() not in FIRST_PERSON:
                mention.entities = antecedents(analysis, mention)
                for entity in mention.entities:
                    entity.mentions.append(mention)
        for entity in analysis.entities:
            self._settle(analysis, entity)

    # names ---------------------------------------------------------------------------------------------------------

    def _link_names(self, analysis: Analysis, names: list[Mention]) -> None:
        """Longest names first, so that a surname in the headline finds the full name below it."""
        by_key: dict[str, Entity] = {}
        by_word: dict[str, list[Entity]] = defaultdict(list)
        for mention in sorted(names, key=lambda m: (-len(_words(m.name)), m.first)):
            key = self._key(mention)
            entity = _half_of(mention, by_word) or _surname_of(mention, by_word) or by_key.get(key) or _same_name(mention, by_word)
            if entity is None:
                entity = Entity(person=mention.person is True)
            by_key.setdefault(key, entity)
            _join(entity, mention)
            for word in _index_words(mention):
                if entity not in by_word[word]:
                    by_word[word].append(entity)
        for name, short in _introduced(analysis):
            kept, gone = name.entities[0], short.entities[0]
            for mention in names:
                if mention.entities[0] is gone and kept is not gone:
                    _join(kept, mention)
        analysis.entities.extend(dict.fromkeys(m.entities[0] for m in names))

    def _key(self, mention: Mention) -> str:
        if mention.entry is not None:
            return ("people " if mention.rule == "lexicon-people" else "lexicon ") + mention.entry["name"]
        return " ".join(_words(mention.name))

    def _role_bearer(self, analysis: Analysis, mention: Mention) -> Mention | None:
        """Return the one person of the story with the role a headline names ("Minister: ...")."""
        noun = mention.head.lemma.lower()
        bearers = [e for e in analysis.entities if e.person and _SYNONYMS.get(noun, noun).split()[-1] in _words(entity_role(e) or "")]
        return next((m for m in bearers[0].mentions if m.kind == "name"), None) if len(bearers) == 1 else None

    # descriptions --------------------------------------------------------------------------------------------------

    def _link_description(self, analysis: Analysis, mention: Mention, known: _Known) -> None:
        if mention.apposed is not None and mention.apposed.entities:
            mention.entities = list(mention.apposed.entities)
            if mention.plural and mention.apposed.head.dep == "appos":  # "two officers, Adu and Mensah, were arrested"
                further = [m for t in conjuncts(mention.apposed.head)[1:] if (m := analysis.mention_at.get(t.i)) is not None and m.kind == "name" and m.entities]
                mention.entities = list(dict.fromkeys([*mention.entities, *(m.entities[0] for m in further)]))
            mention.entities[0].mentions.append(mention)
            known.add(mention.entities[0], mention)
            return
        if (led := _own_body(analysis, mention, known)) is not None:
            mention.entities = [led]
            led.mentions.append(mention)
            return
        if mention.plural and mention.apposed is None and len(listed := _listed(analysis, mention)) > 1:
            mention.entities = listed
            for one in listed:
                one.mentions.append(mention)
            return
        if (found := self._antecedent_of_description(analysis, mention)) is not None:
            mention.entities = [found]
            found.mentions.append(mention)
            known.add(found, mention)
            return
        headline = mention.head.sent.block.kind == "headline"
        if (named := named_later(analysis, mention, entity_role, definite=headline or _is_definite(mention))) is not None or (headline and (named := named_later(analysis, mention, entity_role, definite=False)) is not None):
            _join(named, mention)
            return
        if pair := _pair(analysis, mention) or self._nationalities(analysis, mention):
            mention.entities = pair
            return
        entity = known.called(mention.name)
        if entity is None or (mention.person and not _is_definite(mention)):
            entity = Entity(person=bool(mention.person))
            analysis.entities.append(entity)
        _join(entity, mention)
        known.add(entity, mention)

    def _nationalities(self, analysis: Analysis, mention: Mention) -> list[Entity]:
        """Return the two actors of "Indian and Pakistani troops"."""
        first = next((c for c in mention.head.children if c.dep == "amod" and c.i < mention.head.i), None)
        second = first.child("conj") if first is not None and mention.plural else None
        if first is None or second is None or not all((m := analysis.mention_at.get(t.i)) is not None and m.rule == "lexicon-adjective" for t in (first, second)):
            return []
        noun = " ".join(t.text for t in analysis.tokens[second.i + 1 : mention.head.i + 1])
        found = []
        for word in (first, second):
            name = f"{word.text} {noun}"
            entity = next((e for e in analysis.entities if any(m.name.casefold() == name.casefold() for m in e.mentions)), None)
            if entity is None:
                entity = Entity(name=name, country=analysis.mention_at[word.i].country, sector=mention.sector)
                analysis.entities.append(entity)
            entity.mentions.append(mention)
            found.append(entity)
        return found

    def _antecedent_of_description(self, analysis: Analysis, mention: Mention) -> Entity | None:
        """Return the named actor a definite description goes back to, the nearest that fits."""
        if not _is_definite(mention):
            return self._led_by(analysis, mention)
        if mention.head.lower == "old":  # "the 38-year-old"
            return next((m.entities[0] for m in walk_back(analysis, mention, WINDOW) if m.kind != "pronoun" and not m.plural and (m.person or m.entities[0].person)), None)
        if mention.head.text[:1].isupper() and not mention.person:  # "the Coalition" is first of all the one already called so
            same = next((m for m in walk_back(analysis, mention) if m.kind == "description" and m.name == mention.name), None)
            if same is not None:
                return same.entities[0]
        lemma = mention.head.lemma.lower()
        if lemma == "state":
            return None  # "the state" is not the United States
        noun = _SYNONYMS.get(lemma, lemma)
        words = (set(_words(mention.name)) - {lemma, mention.head.lower}) | set(noun.split())
        before = list(walk_back(analysis, mention))
        once: dict[tuple[int, str, str, bool], Mention] = {}  # a name fits or does not, however often it stands there
        for other in before:
            once.setdefault((id(other.entities[0]), other.name, other.kind, other.plural), other)
        kinds = (self._fits_name, self._fits_sector, self._fits_kind) if noun in _GROUP_NOUNS else (self._fits_name,)
        if noun in _FOES:
            kinds = (self._fits_name, self._fits_kind, _fits_front)
        for fits in kinds:
            for other in once.values() if fits == self._fits_name else before:
                if other.entities and fits(mention, noun, words, other, other.entities[0]):
                    return other.entities[0]
        if not mention.plural and noun in _BLOCS and (body := _of_states(mention, words, before)) is not None:
            return body
        if not mention.plural and noun in _LANDS:
            return _land(analysis, mention, before) if not words & _OTHER_LANDS else None
        return _person_of_kind(mention, noun, words, before) or _same_office(mention, words, before)

    def _led_by(self, analysis: Analysis, mention: Mention) -> Entity | None:
        """Return the one person of the article whom "its leader", "their spokesman" names by a role told before."""
        owner = mention.head.child("poss")
        if not mention.person or mention.plural or owner is None or mention.head.lemma == "counterpart":
            return None
        body = analysis.mention_at.get(owner.i)
        if owner.tag != "PRP$" and (body is None or not body.entities):
            return None
        noun = _SYNONYMS.get(mention.head.lemma.lower(), mention.head.lemma.lower())
        bearers = {id(m.entities[0]): m.entities[0] for m in walk_back(analysis, mention) if m.kind == "name" and m.entities[0].person and noun in _words(entity_role(m.entities[0]) or "")}
        if owner.tag != "PRP$" and body is not None:  # "the party's leader": of that party
            named = {w for m in body.entities[0].mentions for w in _words(m.name)}
            bearers = {key: e for key, e in bearers.items() if any(m.affiliation and set(_words(m.affiliation)) <= named for m in e.mentions)}
        return next(iter(bearers.values())) if len(bearers) == 1 else None

    def _fits_name(self, mention: Mention, noun: str, words: set[str], other: Mention, entity: Entity) -> bool:
        """Whether a description uses words of an actor's name or role: "the Movement", "the prime minister"."""
        name_words = set(_words(other.name))
        role = _words(entity_role(entity) or "")
        if mention.person:
            roles = [set(role), *(set(_words(office["role"])) for office in self._offices(entity))]
            if noun in _HEADS and len(words) > 1 and entity.person and _HEADS.intersection(role) and any(m.affiliation and words - {noun} <= set(_words(m.affiliation)) for m in entity.mentions):
                return True  # "the union leader" after "the chief of the Transport Union, X"
            return entity.person and any(set(noun.split()) <= r and words - set(noun.split()) <= r | name_words for r in roles)
        if entity.person:
            return False
        if noun in ("army", "military", "navy", "police") and (other.sector or entity.sector) in ("REB", "UAF", "PRM"):
            return False  # "the army" is the state's, also where rebels call themselves one
        if other.kind == "description" and other.head.lemma.lower() not in (noun, noun.rstrip("s")) and not other.name[:1].isupper():
            return False  # "the army" is no army camp
        plain = {w.rstrip("s") for w in name_words}
        bare = {noun, noun + "s", mention.head.lower}
        if (noun.rstrip("s") not in plain and mention.head.lower not in name_words) or not words - bare <= name_words:
            return False
        return other.kind == "name" or mention.plural == other.plural

    def _offices(self, entity: Entity) -> list[Entry]:
        """Return every office the lexicon knows of a person: an article without a date does not say which one it means."""
        entry = next((m.entry for m in entity.mentions if m.entry is not None and m.rule == "lexicon-name"), None)
        return self.lexicon.offices.get(entry["name"], []) if entry is not None else []

    def _fits_sector(self, mention: Mention, noun: str, words: set[str], other: Mention, entity: Entity) -> bool:
        """Whether a bare description names the kind of body an actor is known to be."""
        sectors = _GROUP_NOUNS.get(noun)
        return bool(sectors) and (other.sector or entity.sector) is not None and self._fits_kind(mention, noun, words, other, entity)

    def _fits_kind(self, mention: Mention, noun: str, words: set[str], other: Mention, entity: Entity) -> bool:
        """Whether a bare description names the kind of body an actor is: "the group", "the militia"."""
        if noun in _FOES and mention.plural and not len(words - {noun, noun + "s"}):
            return other.kind == "name" and _is_armed(entity) and ((other.sector or entity.sector) != "PRM" or noun in _PRO_STATE)
        rest = words - {noun, noun + "s"} - (_ARMED_WORDS if _is_armed(entity) else frozenset())
        armed = bool(rest) and rest <= _KINDS
        if mention.person or entity.person or noun not in _GROUP_NOUNS or mention.plural or (rest and not armed) or mention.head.pos == "PROPN":
            return False
        if armed and (other.sector or entity.sector) not in (*_ARMED - {"MIL", "SPY"}, None, "OPP", "PTY"):
            return False  # "the rebel group" is no ministry
        if other.entry is None and is_where(other):
            return False  # "attacked a post near Dori. The group ..."
        sectors = _GROUP_NOUNS[noun]
        sector = other.sector or entity.sector
        if sector is None and sectors in (_FIRMS, _UNIONS) and (other.head.dep == "compound" or is_where(other)):
            return False  # "at the Las Palmas mine": a site
        if other.kind != "name" or other.rule not in ("lexicon-name", "ORG", "loose") or sector == "JRN" or (other.entry is not None and "adjectives" in other.entry.cells):
            return False
        return sector in sectors if sectors else sector != "GOV"

    # what an actor is called ---------------------------------------------------------------------------------------

    def _settle(self, analysis: Analysis, entity: Entity) -> None:
        """Choose the fullest name and gather kind, country, sector and role from the mentions."""
        names = [m for m in entity.mentions if m.kind == "name"]
        entity.name = entity.name if entity.name and not names else _fullest(names) if names else (entity.mentions[0].name if entity.mentions else "")
        entry = next((m.entry for m in names if m.entry is not None), None)
        entity.entry = entry
        for mention in entity.mentions:
            entity.country = entity.country or mention.country
            entity.sector = entity.sector or mention.sector
            entity.role = entity.role or mention.role
            entity.affiliation = entity.affiliation or mention.affiliation
        if entry is not None and (entry["role"] or entry["offices"]):
            office = self.lexicon.office(entry["name"], analysis.article.published) or entry
            entity.role = entity.role or office["role"] or None
            entity.affiliation = entity.affiliation or office["affiliation"] or None
            entity.country, entity.sector = entity.country or office["country"] or None, entity.sector or office["sector"] or None
        if any(m.person for m in names):
            entity.person = True


class _Known:
    """The first actor of the article that some words name or describe, by those words."""

    def __init__(self, entities: list[Entity]) -> None:
        self._first: dict[str, Entity] = {}
        self._order: dict[int, int] = {}
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


def _person_of_kind(mention: Mention, noun: str, words: set[str], before: list[Mention]) -> Entity | None:
    """Return the one person named so far whose office a plain word stands for: "the lawmaker" after "Senator Okafor"."""
    if not mention.person or mention.plural or noun not in _PERSONS or words - {noun} or mention.head.child("prep", "relcl", "acl", "amod", "compound", "appos") is not None:
        return None
    named = {id(e): e for m in before for e in m.entities[:1] if m.kind == "name" and e.person and any(o.sector in _PERSONS[noun] for o in e.mentions)}
    return next(iter(named.values())) if len(named) == 1 else None


def _same_office(mention: Mention, words: set[str], before: list[Mention]) -> Entity | None:
    """Return the person only described so far whom a bare office goes back to: "the president" after "Peru's president"."""
    if not mention.person or mention.plural or len(words) > 1 or mention.head.child("prep", "relcl", "acl", "amod", "compound", "poss", "appos") is not None:
        return None
    here = mention.head.sent.i
    near = (m for m in before if here - m.head.sent.i <= WINDOW)
    return next((m.entities[0] for m in near if m.kind == "description" and m.person and not m.plural and m.apposed is None and m.head.lemma == mention.head.lemma and " " in m.name), None)


def _of_states(mention: Mention, words: set[str], before: list[Mention]) -> Entity | None:
    """Return the international body named last: "the bloc", "the 27-member bloc", "the continental body"."""
    bare = len(words) == 1
    if bare and mention.head.lemma not in ("bloc", "body"):
        return None
    if mention.head.child("relcl", "acl", "poss", "appos") is not None or any(c.dep == "prep" and c.lower == "of" for c in mention.head.children):
        return None
    return next((m.entities[0] for m in before if m.kind == "name" and m.country == "IGO"), None)


def _land(analysis: Analysis, mention: Mention, before: list[Mention]) -> Entity | None:
    """Return the state named last that "the country", "the West African nation" goes back to; none that stands beside it in its own clause."""
    head = mention.head
    if head.child("relcl", "acl", "appos", "prep") is not None:
        return None
    said = {m.country for c in head.children if c.dep in ("amod", "compound", "poss") and (m := analysis.mention_at.get(c.i)) is not None and m.rule.startswith("lexicon")}
    for other in before:
        if head.sent.i - other.head.sent.i > WINDOW:
            return None
        if other.sector != "GOV" or other.rule not in ("lexicon-name", "lexicon-capital") or other.entry is None or "adjectives" not in other.entry.cells:
            continue
        if other.head.dep in ("compound", "amod", "nmod") or (said and other.country not in said):
            continue
        if other.head.sent is head.sent and (other.head.head is head.head or head in other.head.children):
            continue
        return other.entities[0]
    return None


def _fits_front(mention: Mention, noun: str, words: set[str], other: Mention, entity: Entity) -> bool:
    """Whether bare fighters ("the rebels") are those of a body of no known kind whose name is that of an armed group: "Unity Front"."""
    bare = noun in _FOES and mention.plural and not words - {noun, noun + "s"}
    unknown = other.kind == "name" and not other.person and other.entry is None and (other.sector or entity.sector) is None and other.rule in ("ORG", "loose", "NORP")
    return bare and unknown and bool(_FIGHTING.intersection(_words(other.name)))


def _is_armed(entity: Entity) -> bool:
    """Whether an actor is a named armed group that is no state's: by its sector, or because the article tells of its fighters ("fighters of the Front")."""
    if entity.person:
        return False
    sector = entity.sector or next((m.sector for m in entity.mentions if m.sector), None)
    if sector is not None:
        return sector in ("REB", "UAF", "PRM")
    of = (m.head.head.head if m.head.dep == "pobj" and m.head.head.lower in ("of", "from") else m.head.head for m in entity.mentions if m.kind == "name")
    return any(noun.lemma.lower() in _FOES for noun in of)


def entity_role(entity: Entity) -> str | None:
    """Return the first role any mention of an actor states, or the one the lexicon knows."""
    for mention in entity.mentions:
        if mention.role:
            return mention.role
    for mention in entity.mentions:
        if mention.entry is not None and mention.entry["role"]:
            return mention.entry["role"]
    return entity.role


def _introduced(analysis: Analysis) -> Iterator[tuple[Mention, Mention]]:
    """Yield a body's name and the letters that a bracket right after it introduces, whatever they stand for: "Red Plain Front (FLR)"."""
    tokens = analysis.tokens
    for sentence in analysis.sentences:
        for name, short in pairwise(m for m in sentence.mentions if m.kind == "name"):
            beside = short.first == short.last == name.last + 2 and short.last + 1 < len(tokens) and tokens[name.last + 1].text == "(" and tokens[short.last + 1].text == ")"
            if beside and not name.person and " " in name.name and short.name.isupper() and 2 <= len(short.name) <= 8 and short.entry is None and name.rule != "place":
                yield name, short


def _index_words(mention: Mention) -> set[str]:
    words = _words(mention.name)
    return {*words, "".join(w[0] for w in words), "".join(w[0] for w in words if w not in _SMALL)}


def _half_of(mention: Mention, by_word: dict[str, list[Entity]]) -> Entity | None:
    """Return the state of the article that "the South" means beside "South Korea", as a party."""
    words = _words(mention.name)
    if words not in (("north",), ("south",)) or mention.head.dep not in ("nsubj", "nsubjpass", "dobj", "poss") or not any(c.lower == "the" for c in mention.head.children):
        return None
    hits = [e for e in by_word[words[0]] if any(o.entry is not None and o.entry["country"] and _words(o.entry["name"])[:1] == words and o.rule == "lexicon-name" for o in e.mentions)]
    if len(hits) != 1:
        return None
    mention.rule, mention.sector = "lexicon-capital", "GOV"
    return hits[0]


def _surname_of(mention: Mention, by_word: dict[str, list[Entity]]) -> Entity | None:
    """Return the person of the article whose surname a state's or capital's name is here ("Paris" after "Vera Paris")."""
    words = _words(mention.name)
    if len(words) != 1 or mention.rule not in ("lexicon-capital", "lexicon-name", "place", "ORG", "loose"):
        return None
    hits = [e for e in by_word[words[0]] if e.person and any(o.person and len(w := _words(o.name)) > 1 and w[-1] == words[0] for o in e.mentions)]
    return hits[0] if len(hits) == 1 else None


def _same_name(mention: Mention, by_word: dict[str, list[Entity]]) -> Entity | None:
    """Return the one actor a name is a shorter form of; none when it could be two."""
    words = _words(mention.name)
    if not words:
        return None
    hits = [e for e in by_word[words[-1]] if any(o.kind == "name" and _is_short_for(words, _words(o.name), mention, o) for o in e.mentions)]
    return hits[0] if len(hits) == 1 else None


def _join(entity: Entity, mention: Mention) -> None:
    entity.mentions.append(mention)
    mention.entities = [entity]


@lru_cache(maxsize=10_000)
def _words(name: str) -> tuple[str, ...]:
    return tuple(w for w in fold(name) if w not in ("al", "el", "the", "s"))


def _is_short_for(words: tuple[str, ...], full: tuple[str, ...], mention: Mention, other: Mention) -> bool:
    """Whether one name is a shorter form of another: surname, first words, acronym."""
    if words == full:
        return True
    if other.rule == "lexicon-adjective" or mention.rule == "lexicon-adjective" or not full:
        return False
    if other.person is True or (other.person is None and mention.person is not False):
        if mention.entry is not None and not (other.person and len(words) == 1 and mention.rule == "lexicon-name" and mention.entry["role"]):
            return False
        return len(words) < len(full) and (words == full[-len(words) :] or (words == full[: len(words)] and (len(words) > 1 or other.person is True)))
    if len(words) == 1 and mention.name.isupper() and len(full) > 1:
        return words[0] == "".join(w[0] for w in full) or words[0] == "".join(w[0] for w in full if w not in _SMALL)
    if mention.entry is not None or mention.person is True:
        return False
    return len(words) > 1 and len(words) < len(full) and (words == full[-len(words) :] or words == full[: len(words)])


def _fullest(names: list[Mention]) -> str:
    """Return the fullest form: most words, then longest, then first; a state's name rather than its adjective or people."""
    proper = [m for m in names if m.rule not in ("lexicon-adjective", "lexicon-people", "lexicon-capital")]
    if not proper:
        entry = names[0].entry
        return entry["name"] if entry is not None and names[0].rule in ("lexicon-adjective", "lexicon-capital") else names[0].name
    return max(proper, key=lambda m: (len(_words(m.name)), len(m.name), -m.first)).name


def _is_definite(mention: Mention) -> bool:
    return any(c.lower in ("the", "this", "that", "these", "those", "both") for c in mention.head.children) or mention.name.isupper() or (mention.head.pos == "PROPN" and bool(mention.person))


def _recent(analysis: Analysis, mention: Mention, fits: Callable[[Mention], bool]) -> list[Entity]:
    """Return the named actors of a kind that the sentences just before tell of, as far back as the second; more than two when they cannot be told apart."""
    found: list[Entity] = []
    sentence = -1
    for other in walk_back(analysis, mention, WINDOW + 1):
        if len(found) >= 2 and other.head.sent.i != sentence:
            break
        sentence = other.head.sent.i
        entity = other.entities[0]
        if other.kind == "name" and fits(other) and entity not in found:
            found.append(entity)
    return found


def _own_body(analysis: Analysis, mention: Mention, known: _Known) -> Entity | None:
    """Return the named body that "his party", "her union" is by what the article says of the person."""
    owner = mention.head.child("poss")
    if mention.person or mention.plural or owner is None or owner.tag != "PRP$" or mention.head.lemma not in _GROUP_NOUNS:
        return None
    person = next((m.entities[0] for m in walk_back(analysis, mention, WINDOW) if m.entities and (m.person or m.entities[0].person)), None)
    if person is None or owner.lower not in ("his", "her"):
        return None
    bodies = {m.affiliation for m in person.mentions if m.affiliation and mention.head.lemma in _words(m.affiliation)} or {m.affiliation for m in person.mentions if m.affiliation}
    named = {id(e): e for b in bodies if (e := known.called(b)) is not None and not e.person and not any(m.sector == "GOV" for m in e.mentions)}
    return next(iter(named.values())) if len(named) == 1 else None


def _listed(analysis: Analysis, mention: Mention) -> list[Entity]:
    """Return the persons whom "two colonels, Amadou Sy and Karim Ba" names."""
    name = mention.head.child("appos")
    if name is None or name.child("prep") is not None or mention.head.child("conj") is not None:
        return []
    named = [analysis.mention_at.get(t.i) for t in conjuncts(name)]
    return [m.entities[0] for m in named if m is not None and m.kind == "name" and m.person and m.entities] if all(named) else []


def _hangs_from(token: Token, verb: Token) -> bool:
    """Whether a word is a party of a verb, no clause between."""
    while token.head is not token and token.pos not in ("VERB", "AUX"):
        token = token.head
    return token is verb


def _pair(analysis: Analysis, mention: Mention) -> list[Entity]:
    """Return the two actors that "both countries", "the two sides", "the ministers" go back to."""
    each = not mention.plural and mention.head.lemma.lower() in ("side", "party") and any(c.lower in ("each", "either", "neither") for c in mention.head.children)
    if not (mention.plural or each):
        return []
    marked = each or any(c.lower in _PAIR for c in mention.head.children)
    if marked and mention.head.lemma.lower() in ("man", "woman") and len(people := _recent(analysis, mention, lambda m: m.entities[0].person)) == 2:
        return people
    definite = _is_definite(mention) or (mention.head.i == mention.head.sent.tokens[0].i and not mention.head.children)
    if not (marked or definite):
        return []
    noun = mention.head.lemma.lower()
    for other in walk_back(analysis, mention, FAR if noun in ("side", "party") else WINDOW):
        if other.head.sent is mention.head.sent and other.head.dep in ("nsubj", "nsubjpass") and _hangs_from(mention.head, other.head.head):
            continue  # "Qatar and Egypt put pressure on both sides"
        conjoined = [m for c in other.head.children if c.dep == "conj" and (m := analysis.mention_at.get(c.i)) is not None and m.entities]
        if conjoined and not all(m.kind == "name" or m.sector not in _NO_SIDE for m in (other, *conjoined)):
            continue  # "freed women and minors. Each side ..."
        if conjoined and marked and noun in ("country", "nation", "side", "party", "government", "state", "leader", "group", "army", "force", *_KINDRED):
            return [*other.entities, *(e for m in conjoined for e in m.entities)]
    if any(c.lower == "two" for c in mention.head.children) and noun in ("country", "nation", "state", *_KINDRED) and len(states := _recent(analysis, mention, lambda m: m.sector == "GOV" and m.rule.startswith("lexicon"))) == 2:
        return states
    if definite:
        nouns = (noun, "secretary") if noun == "minister" else (noun,)
        people = [e for e in analysis.entities if e.person and any(n in (entity_role(e) or "").lower() for n in nouns)]
        if len(people) == 2:
            return people
    return []
