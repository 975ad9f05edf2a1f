"""Kinds of body: which named bodies "the group", "the newspaper", "the ruling party" may mean by what kind they are of; a helper of descriptions.py."""

from __future__ import annotations

from reportedly.analysis import Entity, Mention
from reportedly.coding.reference.naming import entity_sector, name_words
from reportedly.coding.reference.plain_words import FIGHTERS, counted_members, is_armed, nationality
from reportedly.coding.reference.pronouns import is_where
from reportedly.lexicons.actors import BODIES
from reportedly.lexicons.word_lists import word_list

AFFILIATED = word_list("kinds_of_body.affiliated")
ARMED = frozenset({"REB", "UAF", "PRM", "MIL", "SPY", "CRM"})
_FIRMS, UNIONS = frozenset({"BUS", None}), frozenset({"LAB", None})
GROUP_NOUNS: dict[str, frozenset[str | None]] = {  # description head -> sectors its antecedent may have (empty: any group)
    "group": frozenset(), "organization": frozenset(), "organisation": frozenset(), "movement": frozenset(), "militant": ARMED, "militia": ARMED,
    "faction": frozenset(), "body": frozenset(), "agency": frozenset(), "force": ARMED | {"COP"}, "resistance": ARMED, "unit": frozenset({"MIL", "COP", "SPY"}),
    "regime": frozenset({"GOV"}), "coalition": frozenset(), "alliance": frozenset(), "council": frozenset(),
    "charity": frozenset({"CVL", "NGO", "MED"}), "watchdog": frozenset({"CVL", "NGO", "IGO"}), "monitor": frozenset({"CVL", "NGO"}), "outfit": frozenset(), "grouping": frozenset(),
    "ministry": frozenset({"GOV"}), "department": frozenset({"GOV"}), "government": frozenset({"GOV"}), "army": frozenset({"MIL"}), "military": frozenset({"MIL"}),
}  # fmt: skip
_KINDS_OF_BODY = {"firms": _FIRMS, "unions": UNIONS, "media": frozenset({"JRN", "MED"}), "parties": frozenset({"PTY", "OPP", "LEG"}), "courts": frozenset({"JUD"}), "schools": frozenset({"EDU"}), "churches": frozenset({"REL"}), "regulators": frozenset({"GOV", None})}
_GANGS, _OF_GANGS = word_list("kinds_of_body.gangs"), word_list("kinds_of_body.of_gangs")
GROUP_NOUNS |= dict.fromkeys(_GANGS, frozenset({"CRM"})) | dict.fromkeys(AFFILIATED, frozenset({"REB", "UAF", "PRM"}))
GROUP_NOUNS |= {noun: sectors for kind, sectors in _KINDS_OF_BODY.items() for noun in word_list(f"kinds_of_body.{kind}")}
TELLING_KIND = {noun: word_list(f"kinds_of_body.of_{kind}") for kind in _KINDS_OF_BODY for noun in word_list(f"kinds_of_body.{kind}")}  # what stands before such a noun and does not say which one
_NAMED_SO = {noun: word_list(f"kinds_of_body.named_{kind}") for kind in ("media", "unions", "parties", "regulators") for noun in word_list(f"kinds_of_body.{kind}")}
_SEATS = word_list("kinds_of_body.seats")
_OF_STATES = word_list("bodies_of_states")
_OF_SPIES = word_list("kinds_of_body.of_spies")
_NOT_FIRMS = frozenset({"IGO", "NGO", "ISM"})
_OTHER_ARMS = word_list("kinds_of_body.other_arms")
ARMY = frozenset({"army", "military"})
_RULING = frozenset({"ruling", "governing"})
PARTY_ROLES = _RULING | {"opposition"}
_LENDING = word_list("kinds_of_body.lending")
_FIGHTING = word_list("fighting")
_ARMED_WORDS = word_list("kinds_of_body.armed_words")
_PRO_STATE = word_list("kinds_of_body.pro_state")
_TIES = word_list("ties")
_NO_FIRM = word_list("kinds_of_body.no_firm")
LED = frozenset({"coalition", "alliance"})
OF_REBELS = word_list("kinds_of_body.of_rebels")
_FORCES = word_list("kinds_of_body.forces")
_STATE_FORCES = word_list("kinds_of_body.state_forces")
_UNITS = word_list("kinds_of_body.units")
REBEL_ARMIES = word_list("kinds_of_body.rebel_armies")
_ORGANS = frozenset({"MIL", "COP", "JUD", "LEG", "SPY"})
_NEVER_STATES = word_list("kinds_of_body.never_states")
_TOWNS = word_list("towns")
RULES = word_list("kinds_of_body.rules")
OFFICES = word_list("kinds_of_body.offices")
_SOCIETIES = word_list("kinds_of_body.societies")
_OF_SOCIETIES = word_list("kinds_of_body.of_societies")
_RESISTING = frozenset({"resistance"})
_OF_MOTHERS = word_list("kinds_of_body.of_mothers")


def fits_sector(mention: Mention, noun: str, words: set[str], other: Mention, entity: Entity, *, entities: list[Entity]) -> bool:
    """Whether a bare description names the kind of body an actor is known to be."""
    sectors = GROUP_NOUNS.get(noun)
    known = other.sector or entity.sector or (other.country or entity.country) in _NOT_FIRMS
    if noun in _SOCIETIES and words & _OF_SOCIETIES:
        return ((other.country or entity.country) == "NGO" or (other.sector or entity.sector) == "CVL") and fits_kind(mention, noun, words, other, entity, entities=entities)
    return bool(sectors) and bool(known) and fits_kind(mention, noun, words, other, entity, entities=entities)


def fits_kind(mention: Mention, noun: str, words: set[str], other: Mention, entity: Entity, *, entities: list[Entity]) -> bool:
    """Whether a bare description names the kind of body an actor is: "the group", "the militia"."""
    rest = words - {noun, noun + "s", mention.head.lower}
    rest -= _origin(mention, other, entity) if rest else rest
    if noun in FIGHTERS and mention.plural and not rest - _ARMED_WORDS - {"opposition"}:
        return any(m.kind == "name" for m in entity.mentions) and is_armed(entity) and (entity_sector(entity) != "PRM" or noun in _PRO_STATE)
    if noun in ("government", "regime") and OFFICES.intersection(name_words(other.name)):
        return False  # "the government" is no ministry
    rest -= _ARMED_WORDS if is_armed(entity) else _RESISTING
    if "pro" in rest and any(len(w) > 3 and w[:4] == part[:4] for w in rest for part in name_words(other.name)):
        rest = set()  # "the pro-Liran group" after "Union for Lira"
    rest -= telling_kind(noun, other, entity) | (_OF_MOTHERS if noun in AFFILIATED else frozenset()) if rest else rest
    armed = bool(rest) and rest <= OF_REBELS
    if (played := words & PARTY_ROLES) and noun in _NEVER_STATES and not plays(entity, played, entities):
        return False
    if noun in TELLING_KIND and mention.head.child("poss") is not None and mention.country != (other.country or entity.country or mention.country):
        return False
    if mention.person or entity.person or noun not in GROUP_NOUNS or mention.plural or (rest and not armed) or (mention.head.pos == "PROPN" and mention.head.text[:1].isupper()):
        return False
    if armed and (other.sector or entity.sector) in ("PTY", "OPP") and any(entity_sector(e) in ("REB", "UAF") and not e.person and any(m.kind == "name" and m.first < mention.first for m in e.mentions) for e in entities):
        return False  # "the terrorist group" beside a party's bloc
    if armed and (other.sector or entity.sector) not in (*ARMED - {"MIL", "SPY"}, None, "OPP", "PTY"):
        return False  # "the rebel group" is no ministry
    if noun in ARMY and (_FORCES.isdisjoint(own := name_words(other.name)) or not _OTHER_ARMS.isdisjoint(own)):
        return False  # "the military" is no coalition, "the army" no air force
    if (other.entry is None and other.sector is None and _FIGHTING.isdisjoint(name_words(other.name)) and _says_whose_or_where(other)) or _is_of_no_such_kind(noun, other, entity, of_states=bool(counted_members(mention)) or bool(words & _OF_STATES), rebel=bool(words & _ARMED_WORDS) or _is_tied(mention)):
        return False
    return _is_known_as(noun, other, entity)


def _is_known_as(noun: str, other: Mention, entity: Entity) -> bool:
    """Whether a name, by its sector or else its words, is that of such a body: "the newspaper" after "the Zambezi Times"."""
    sectors = GROUP_NOUNS[noun]
    sector = other.sector or entity.sector
    if sector is None and sectors == _FIRMS and (other.head.dep in ("compound", "amod") or is_where(other) or _NO_FIRM.intersection(name_words(other.name))):
        return False  # "at the Las Palmas mine": a site
    if other.kind == "description" and other.head.lemma.lower() in GROUP_NOUNS:
        other = next((m for m in entity.mentions if m.kind == "name"), other)  # "the brigade's commander ... The group": the brigade
    if other.kind != "name" or other.rule not in ("lexicon-name", "ORG", "loose") or (sector == "JRN" and "JRN" not in sectors) or (other.entry is not None and "adjectives" in other.entry.cells):
        return False
    if noun in ("ministry", "department"):
        return sector == "GOV" and (not OFFICES.isdisjoint(name_words(other.name)) or other.name in _SEATS)
    if sector is None and noun in _NAMED_SO:
        return not _NAMED_SO[noun].isdisjoint(name_words(other.name))  # "the newspaper" after "the Zambezi Times", "the federation" after "the Workers' Congress"
    if noun in ("force", "unit") and sector is None:
        return not (_STATE_FORCES if noun == "force" else _UNITS).isdisjoint(name_words(other.name))  # "the force" after "the Indian Coast Guard"
    return sector in sectors or ((other.country or entity.country) in BODIES & sectors) if sectors else sector != "GOV"


def fits_front(mention: Mention, noun: str, words: set[str], other: Mention, entity: Entity) -> bool:
    """Whether bare fighters ("the rebels") are those of a body of no known kind whose name is that of an armed group: "Unity Front"."""
    bare = noun in FIGHTERS and mention.plural and not words - {noun, noun + "s"}
    unknown = other.kind == "name" and not other.person and other.entry is None and (other.sector or entity.sector) is None and other.rule in ("ORG", "loose", "NORP")
    return bare and unknown and bool(_FIGHTING.intersection(name_words(other.name)))


def _origin(mention: Mention, other: Mention, entity: Entity) -> set[str]:
    """Return the words of nationality or people before a noun that do not speak against an actor: "the [Lebanese] group" after "Hezbollah", "the [Kurdish] militants"."""
    country = other.country or entity.country
    return nationality(mention) if mention.country is None or country in (None, *BODIES, mention.country) else set()


def _is_tied(mention: Mention) -> bool:
    """Whether a description says whose friend an actor is, or where it has its seat: "the [US-backed] alliance"."""
    return any(c.dep == "amod" and c.lower.rpartition("-")[2] in _TIES for c in mention.head.children)


def telling_kind(noun: str, other: Mention, entity: Entity) -> frozenset[str]:
    """Return the words that may stand before a noun for a body without saying more than of what kind it is: "the [state oil] company", "the [press freedom] group"."""
    telling = TELLING_KIND.get(noun, frozenset()) | (_OF_GANGS if noun in _GANGS else frozenset())
    if noun in _SOCIETIES and _is_society(other, entity):
        telling |= _OF_SOCIETIES
    if (other.country or entity.country) == "IGO":
        telling |= _OF_STATES
    if noun == "group" and (other.sector or entity.sector) == "BUS":
        telling |= TELLING_KIND["company"]  # "the mining group"
    if (other.sector or entity.sector) == "SPY":
        telling |= _OF_SPIES
    if noun in _NEVER_STATES and (other.sector or entity.sector) in (*_KINDS_OF_BODY["parties"], None):
        telling |= TELLING_KIND["party"]  # "the opposition group"
    return telling


def plays(entity: Entity, roles: set[str], entities: list[Entity]) -> bool:
    """Whether a party is said to rule or to be in opposition, or, where that is said of none, is the only party told of."""
    asked = _RULING if roles & _RULING else roles
    if any(c.lower in asked for m in entity.mentions for c in m.head.children) or (entity_sector(entity) == "OPP" and not roles & _RULING):
        return True
    parties = [e for e in entities if not e.person and any(m.kind == "name" for m in e.mentions) and (entity_sector(e) in ("PTY", "OPP") or any(m.name.endswith("Party") for m in e.mentions))]
    return not roles & _RULING and len(parties) < 2


def _says_whose_or_where(other: Mention) -> bool:
    """Whether a name nobody knows only says whose or where something is: "the [Ferro] government", "the town of [Walikale]", "a post near [Dori]"."""
    if other.head.dep in ("compound", "nmod") and other.head.head.lemma in RULES:
        return True
    return is_where(other) or (other.head.dep == "pobj" and other.head.head.lower == "of" and other.head.head.head.lemma in _TOWNS)


def _is_of_no_such_kind(noun: str, other: Mention, entity: Entity, *, of_states: bool, rebel: bool) -> bool:
    """Whether an actor is of a kind that "the group", "the coalition" is not called: the UN, an army, the rebels whom a coalition fights."""
    country, sector = other.country or entity.country, other.sector or entity.sector
    if noun == "coalition" and is_armed(entity):
        return True
    if noun in _NEVER_STATES and ((country == "IGO" and not of_states) or sector in _ORGANS):
        return True
    if country in _NOT_FIRMS and GROUP_NOUNS[noun] == _FIRMS and noun not in _LENDING:
        return True
    if noun in _NEVER_STATES and not is_armed(entity) and not _STATE_FORCES.isdisjoint(name_words(other.name)) and REBEL_ARMIES.isdisjoint(name_words(other.name)):
        return True  # nor the Defence Forces
    if noun == "alliance" and rebel and is_armed(entity):
        return False  # "the US-backed alliance"
    nato = noun == "alliance" and other.entry is not None and other.entry["name"].startswith("NATO")
    return noun in LED and not nato and (sector not in (None, "PTY", "OPP") or country in ("IGO", "NGO", "MNC"))


def _is_society(other: Mention, entity: Entity) -> bool:
    """Whether a name may be that of a society that fights for rights or gives help, not that of armed men."""
    sector = other.sector or entity.sector
    return (other.country or entity.country) == "NGO" or sector in ("CVL", "NGO") or (sector is None and _FIGHTING.isdisjoint(name_words(other.name)))
