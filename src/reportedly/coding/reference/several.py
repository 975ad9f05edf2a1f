"""Several actors in one description: "Indian and Pakistani troops", "both sides", "two colonels, A and B"."""

from __future__ import annotations

from collections.abc import Callable

from reportedly.analysis import Analysis, Entity, Mention, Token
from reportedly.coding.grammar.syntax import conjuncts, prep_objects
from reportedly.coding.reference.called_next import PERSON_WORDS
from reportedly.coding.reference.cataphora import land_of
from reportedly.coding.reference.descriptions import SYNONYMS
from reportedly.coding.reference.naming import entity_role, mention_sector, name_words
from reportedly.coding.reference.numbers import NUMBER_WORDS
from reportedly.coding.reference.plain_words import is_definite_description
from reportedly.coding.reference.pronouns import MEETING, is_where, met_by
from reportedly.coding.reference.walking import FAR, WINDOW, walk_back
from reportedly.lexicons.actors import fold
from reportedly.lexicons.word_lists import word_list

_NO_SIDE = frozenset({None, "CVL", "REF", "MED", "JRN", "EDU"})
_OF_STATES = frozenset({"lexicon-adjective", "lexicon-name", "NORP"})
_BESIDE = frozenset({"ally", "partner", "backer"})
_KINDRED = word_list("kindred")
_OF_TWO = word_list("several.of_two")
_STATES = word_list("lands") | {"giant"}
_RIVALS = frozenset({"rival", "foe"})
_FACING = _KINDRED - _BESIDE  # "the nuclear-armed neighbours", also where nobody says two
_TALKING = word_list("several.talking")
_ALONGSIDE = word_list("several.alongside")
_MEETING = MEETING | _ALONGSIDE
_SIDES = frozenset({"GOV", "MIL", "REB", "UAF", "PRM", "OPP"})
_OF_STATE = frozenset({"GOV", "MIL"})
_REBELS = frozenset({"REB", "UAF", "PRM", "OPP"})
_ARMED = _REBELS - {"OPP"} | {"MIL", "COP"}
_FIGHTING = word_list("fighting")
_OPPOSING = word_list("several.opposing")
_PAIRING = word_list("several.pairing")
_TAKING = word_list("several.taking")
_HEADS_OF = word_list("several.heads_of")
_OF_LEADERS = word_list("several.of_leaders")
_LOWER = word_list("lower_office")
_CONFERRING = word_list("several.conferring")
_ASKING = word_list("asking")
_SHARED = word_list("several.shared")
_MEN = frozenset({"man", "woman"})
_AT_ODDS = word_list("several.at_odds")
_PAIR = frozenset({"both", "two"})
_SIDE = frozenset({"side", "party", "faction"})
_LANDS = _STATES | {"neighbour", "neighbor"}
_COUNTED = word_list("several.counted")
_NO_PERSONS = word_list("several.no_persons")
_STATES_THEMSELVES = frozenset({"country", "nation", "state", "government", "neighbour", "neighbor"})
_ALLIED = word_list("several.allied")
_WHO_MET = word_list("several.who_met")


def nationalities(analysis: Analysis, mention: Mention) -> list[Entity]:
    """Return the actors of "Indian and Pakistani troops", "US, Afghan and British forces"."""
    first = next((c for c in mention.head.children if c.dep in ("amod", "nmod", "compound") and c.i < mention.head.i), None)
    if first is None or not mention.plural:
        return []
    words = [t for t in conjuncts(first) if t.i < mention.head.i]
    if len(words) == 1 and (second := _joined(first, mention.head)) is not None:
        words.append(second)
    states = [m for t in words if (m := analysis.mention_at.get(t.i)) is not None and m.rule in _OF_STATES and not m.person]
    with_allies = len(words) == 2 and len(states) == 1 and any(t.lower in _ALLIED or (t.ent is not None and t.ent.label == "NORP" and t.i not in analysis.mention_at) for t in words)  # "Afghan and coalition forces"
    if len(words) < 2 or (not (len(states) == len(words) and states[0] is not states[1]) and not with_allies):
        return []
    noun = " ".join(t.text for t in analysis.tokens[words[-1].i + 1 : mention.head.i + 1])
    alone = mention.head.lemma.lower() in _BESIDE and bool(states[0].entities)
    found = list(states[0].entities) if alone else []  # "the US and Western allies"
    return found + [_of_state(analysis, mention, word, noun) for word in (words[1:] if alone else words)]


def state_before(analysis: Analysis, mention: Mention) -> list[Entity]:
    """Return whom "US and Iraqi forces" names beside the known Iraqi forces, "North and South Korea" beside the South."""
    half = analysis.mention_at.get(mention.first - 2) if mention.sector == "GOV" and mention.first > 1 and analysis.tokens[mention.first - 1].lower == "and" else None
    if half is not None and half.first == half.last and half.entry is not None and half.sector == "GOV" and " " in half.name and " " not in half.head.text and half.head.head in analysis.tokens[mention.first : mention.last + 1]:
        return list(half.entities)
    if mention.head.tag != "NNS" or mention.first == mention.last:
        return []
    first = next((c for c in mention.head.children if c.dep in ("amod", "nmod", "compound") and any(g.dep == "cc" and g.i == mention.first - 1 for g in c.children)), None)
    state = analysis.mention_at.get(first.i) if first is not None else None
    if first is None or state is None or state.rule not in _OF_STATES or state.person:
        return []
    noun = " ".join(t.text for t in analysis.tokens[mention.first + 1 : mention.last + 1])
    span = (first.start, mention.head.end)
    words = Mention(first.i, mention.last, mention.head, "description", name=f"{first.text} {noun}", plural=True, country=state.country, sector=mention.sector, rule="noun", span=span)
    return [_of_state(analysis, words, first, noun)]


def _of_state(analysis: Analysis, mention: Mention, word: Token, noun: str) -> Entity:
    """Return the actor that a word for a state and the noun of a mention name together."""
    state = analysis.mention_at.get(word.i)
    if state is not None and (holder := _holder(analysis, state, noun)) is not None:
        return holder
    name = f"{' '.join(t.text for t in analysis.tokens[word.i if state is None else state.first : word.i + 1])} {noun}"  # "South Korean forces"
    entity = next((e for e in analysis.entities if any(m.name.casefold() == name.casefold() for m in e.mentions) or e.name.casefold() == name.casefold()), None)
    if entity is None:
        entity = Entity(name=name, country=state.country if state is not None else None, sector=mention.sector)
        analysis.entities.append(entity)
    entity.mentions.append(mention)
    return entity


def _holder(analysis: Analysis, state: Mention, noun: str) -> Entity | None:
    """Return the one person of the article who holds a state's office: "[Georgian] and Armenian [foreign ministers]"."""
    office = set(fold(" ".join(SYNONYMS.get(w, w) for w in (word.removesuffix("s") for word in noun.casefold().split()))))
    held = {id(e): e for e in analysis.entities if e.person and any(m.country == state.country and office <= set(fold(m.role or "")) for m in e.mentions if m.kind == "name")}
    return next(iter(held.values())) if len(held) == 1 and state.country else None


def _joined(first: Token, head: Token) -> Token | None:
    """Return the second of two words before a noun that an "and" joins, also where the parser hangs both on the noun."""
    if (second := first.child("conj")) is not None:
        return second
    after = next((c for c in head.children if first.i < c.i < head.i), None)
    return after if after is not None and after.dep in ("amod", "nmod", "compound") and any(c.dep == "cc" and c.i == after.i - 1 for c in first.children) else None


def listed(analysis: Analysis, mention: Mention) -> list[Entity]:
    """Return the persons whom "two colonels, Amadou Sy and Karim Ba" names."""
    title = mention.head.dep == "compound" and mention.head.tag == "NNS" and mention.head.head.child("conj") is not None  # "Presidents Ana Roe and Jan Poe"
    name = mention.head.head if title else mention.head.child("appos")
    if name is None or name.child("prep") is not None or mention.head.child("conj") is not None:
        return []
    named = [analysis.mention_at.get(t.i) for t in conjuncts(name)]
    return [m.entities[0] for m in named if m is not None and m.kind == "name" and m.person and m.entities] if all(named) else []


def heads_of_states(analysis: Analysis, mention: Mention) -> list[Entity]:
    """Return the persons of the article who hold an office in each of several states: "the [presidents] of Chad and Niger", "the leaders of both countries"."""
    noun = mention.head.lemma.lower()
    of = mention.head.child("prep") if mention.plural and noun in _HEADS_OF else None
    lands = of.child("pobj") if of is not None and of.lower == "of" else next((c for c in mention.head.children if noun in _HEADS_OF and c.dep in ("amod", "compound", "nmod") and c.child("conj") is not None), None)
    if lands is None or not mention.plural:
        return []
    named = [m for t in conjuncts(lands) if (m := analysis.mention_at.get(t.i)) is not None and not m.person]
    states = pair(analysis, named[0]) if len(named) == 1 and named[0].kind == "description" and named[0].plural else []
    countries = [e.country or next((m.country for m in e.mentions if m.country), None) for e in states] or [m.country for m in named if m.rule in _OF_STATES]
    held = [_in_office(analysis, country, noun) for country in countries if country]
    people = [h[0] for h in held if len(h) == 1]
    return people if len(people) > 1 and len(people) == len(set(countries)) == len(states or conjuncts(lands)) else []


def _in_office(analysis: Analysis, country: str, noun: str) -> list[Entity]:
    """Return the persons named in an article who hold an office of a state: its president or prime minister, where a noun calls them leaders."""
    offices = _OF_LEADERS if noun == "leader" else frozenset({noun, *SYNONYMS.get(noun, "").split()})
    found = []
    for entity in analysis.entities:
        names = [m for m in entity.mentions if m.kind == "name"] if entity.person else []
        roles = {w for m in names for w in fold(m.role or (m.entry["role"] if m.entry is not None else "") or "")}
        of = [land_of(analysis, t) for m in names for t in prep_objects(m.head, "of")]  # "President Deby of Chad"
        if (country in of or any(m.country == country for m in names)) and roles & offices and (noun == "minister" or not roles & _LOWER) and ("minister" not in roles or noun == "minister" or "prime" in roles or "president" in roles):
            found.append(entity)
    return found


def again(analysis: Analysis, mention: Mention) -> list[Entity]:
    """Return the several actors whom the same words meant before: "the parties" once more."""
    if not mention.plural or not is_definite_description(mention):
        return []
    told = next((m for m in walk_back(analysis, mention, FAR) if m.kind == "description" and m.name == mention.name and is_definite_description(m)), None)
    return list(told.entities) if told is not None and len(told.entities) > 1 else []


def pair(analysis: Analysis, mention: Mention) -> list[Entity]:
    """Return the two actors that "both countries", "the two sides", "the ministers" go back to."""
    head, noun = mention.head, mention.head.lemma.lower()
    if noun == "pair" and not mention.plural and is_definite_description(mention) and head.child("prep") is None:
        return last_two(analysis, mention)
    each = not mention.plural and noun in _SIDE and any(c.lower in ("each", "either", "neither") for c in head.children)
    if not (mention.plural or each):
        return []
    marked = each or any(c.lower in _PAIR and (c.lower == "both" or noun in _SIDE or is_definite_description(mention)) for c in head.children)  # "arrested two men": any two
    marked = marked or (noun in _SIDE and is_definite_description(mention) and any(c.lower in _AT_ODDS for c in head.children))
    if marked and (noun in _MEN or (noun in PERSON_WORDS and is_definite_description(mention))):  # "the two clerics" after "Sheikh Bakri and Bishop Tenga"
        people = _recent(analysis, mention, _is_person)
        if len(people := people if len(people) == 2 else [e for e in people if entity_role(e)]) == 2:
            return people
    if together := _counted_before(analysis, mention):
        return together
    definite = is_definite_description(mention) or (head.i == head.sent.tokens[0].i and not head.children)
    if not (marked or definite):
        return []
    both = (marked and noun == "side" and _sides_told(analysis, mention)) or _told_side_by_side(analysis, mention, marked=marked) or _who_did_together(analysis, mention, marked=marked, definite=definite) or _two_of_a_kind(analysis, mention, definite=definite)
    if both and noun in _NO_PERSONS and any(e.person for e in both):
        both = []  # "both armies" after "President Roe and the premier"
    return both or (_two_of_headline(analysis) if marked and noun in _SIDE | _STATES_THEMSELVES else [])


def _sides_told(analysis: Analysis, mention: Mention) -> list[Entity]:
    """Return the two last told of one by one: "The Peruvian side asked ... The Chilean side agreed ... [Both sides] will meet"."""
    told = [m.entities[0] for m in walk_back(analysis, mention, FAR) if m.head.lemma == "side" and m.kind == "description" and not m.plural and len(m.entities) == 1 and any(n.kind == "name" and n.sector == "GOV" for n in m.entities[0].mentions)]
    return _two(list(dict.fromkeys(told)))


def _two_of_headline(analysis: Analysis) -> list[Entity]:
    """Return the only two states that a headline joins: "Peru-Chile border row", "Talks between Peru and Chile"."""
    named = [m for m in analysis.mentions if m.head.sent.block.kind == "headline" and m.kind == "name" and m.sector == "GOV" and m.rule in _OF_STATES and m.entities]
    states = list(dict.fromkeys(m.entities[0] for m in named))
    if len(named) != 2 or len(states) != 2:
        return []
    between = [t.text for t in analysis.tokens[named[0].last + 1 : named[1].first]]
    return states if len(between) == 1 and between[0] in ("-", "\u2013", "\u2014", "/", "and") else []


def _told_side_by_side(analysis: Analysis, mention: Mention, *, marked: bool) -> list[Entity]:
    """Return two who are joined, or met, or were called by the same word before: "clashes between [A and B] ... the sides accepted a truce"; ``marked``: whether a word says that they are two."""
    noun, bare = mention.head.lemma.lower(), not marked and _is_bare(mention)
    for other in walk_back(analysis, mention, FAR if noun in _SIDE else WINDOW):
        conjoined = _conjoined(analysis, other)
        if _is_above(other, mention) or (conjoined and _are_no_sides(other, conjoined, few=(marked or (bare and noun == "side")))):
            continue
        if marked and noun in _WHO_MET and (met := met_by(analysis, other)) is not None:
            return [*other.entities, *met.entities]
        if other.rule == "place" or (other.head.dep == "dobj" and other.head.head.lemma in _TAKING):
            continue  # "seized Ippy and Bakala": towns
        if other.kind == "description" and len(other.entities) == 2 and other.plural and other.head.lemma == mention.head.lemma:
            return list(other.entities)  # "the parties" again
        if len({id(e) for m in (other, *conjoined) for e in m.entities}) < 2:
            continue  # "a rebel leader and politician": one man
        if bare and noun == "party" and other.head.dep in ("nsubj", "pobj") and len(all_of := conjuncts(other.head)) > 2 and _are_near_rivals(other, mention):
            return [e for t in all_of if (m := analysis.mention_at.get(t.i)) is not None for e in m.entities]  # "the Government, the Movement and the Front met ... the parties"
        if bare and noun in _SIDE | _RIVALS and len(conjoined) == 1 and (_are_near_rivals(other, mention) or _is_state_beside_its_foe(other, conjoined[0])):
            return [*other.entities, *conjoined[0].entities]  # "appealed to the government and the rebels ... the parties"
        if conjoined and noun in _HEADS_OF and (heads := _heads_of(analysis, other)) is not None:
            return list(heads.entities)  # "the presidents of Chad and Niger met. The two leaders ..."
        if conjoined and marked and noun in _OF_TWO | _KINDRED:
            return [*other.entities, *(e for m in conjoined for e in m.entities)]
    return []


def _who_did_together(analysis: Analysis, mention: Mention, *, marked: bool, definite: bool) -> list[Entity]:
    """Return two who met, spoke or fought: "The minister received the envoy. [The sides] discussed trade"."""
    noun, bare = mention.head.lemma.lower(), _is_bare(mention)
    if bare and not marked and noun in _SIDE and (noun == "side" or (mention.head.dep == "nsubj" and mention.head.head.lemma in _CONFERRING)):
        return _two(_who_met(analysis, mention))
    alone = definite and noun in _HEADS_OF and bare  # "The leaders agreed", after a call of two
    if (marked and noun in _TALKING) or alone:
        met = _two(_who_met(analysis, mention) or (_who_met(analysis, mention, far=True) if marked else []))
        if met and (marked or all(e.person for e in met)):
            return met
    if not marked or noun not in _SIDE | _COUNTED:
        return []
    foes = _two(_who_met(analysis, mention, _OPPOSING | _MEETING if noun in _COUNTED else _OPPOSING))  # "The rebels accused the army ... both sides"
    if foes and all(not e.person and (noun in _COUNTED or any(m.sector in _SIDES or m.rule == "ORG" for m in e.mentions)) for e in foes):
        return foes
    if noun not in _SIDE:
        return []
    return _two(_armed_around(analysis, mention))  # "The guards fired back and the two sides then agreed on a truce"


def _two_of_a_kind(analysis: Analysis, mention: Mention, *, definite: bool) -> list[Entity]:
    """Return the only two states told of just before, or the only two of the article who hold an office: "both countries", "the ministers"."""
    noun = mention.head.lemma.lower()
    counted = any(c.lower in _PAIR for c in mention.head.children) and noun in _STATES | _KINDRED
    if counted or (definite and noun in _FACING):
        of_both = any(c.lower == "both" for c in mention.head.children)  # rather those who do something than where it is
        states = _recent(analysis, mention, lambda m: m.sector == "GOV" and m.rule.startswith("lexicon") and not (of_both and (is_where(m) or m.head.dep in ("compound", "amod"))))
        if len(states) == 2:
            return states
    nouns = (noun, "secretary") if noun == "minister" else (noun,)
    people = _two([e for e in analysis.entities if definite and e.person and any(n in (entity_role(e) or "").lower() for n in nouns)])
    beside = any(m.entities and m.entities[0] in people for m in mention.head.sent.mentions if m is not mention and (m.first < mention.first or _hangs_from(m.head, mention.head.head)))
    return people if not beside else []  # but not "the presidents of Guinea and Mauritania met Mr Jammeh"


def _two(found: list[Entity]) -> list[Entity]:
    """Return who was found where they are two."""
    return found if len(found) == 2 else []


def _is_bare(mention: Mention) -> bool:
    """Whether nothing but an article stands beside a noun: "the sides"."""
    return all(c.dep in ("det", "punct") for c in mention.head.children)


def _conjoined(analysis: Analysis, first: Mention) -> list[Mention]:
    """Return the actors joined to one: "the army, [the rebels] and [the monitors]"."""
    return [m for c in first.head.children if c.dep == "conj" and (m := analysis.mention_at.get(c.i)) is not None and m.entities]


def _is_above(other: Mention, mention: Mention) -> bool:
    """Whether somebody does to others what a sentence tells, and is none of them: "[Qatar] and Egypt put pressure on both sides", "Mediators from [Qatar] and Egypt ..."."""
    whose = other.head.head.head if other.head.dep == "pobj" and other.head.head.lower in ("from", "of") else None
    if whose is not None and whose.dep == "nsubj" and whose.sent is mention.head.sent and _hangs_from(mention.head, whose.head):
        return True
    return other.head.sent is mention.head.sent and other.head.dep in ("nsubj", "nsubjpass") and _hangs_from(mention.head, other.head.head)


def _are_no_sides(first: Mention, conjoined: list[Mention], *, few: bool) -> bool:
    """Whether some who are joined are more than two, where few are meant ("elders, clerics and envoys. Each side ..."), or of no side: "freed women and minors. Each side ..."."""
    if few and (first.head.dep == "conj" or len(conjuncts(first.head)) > 2):
        return True
    return not all(m.kind == "name" or m.sector not in _NO_SIDE or _is_person(m) for m in (first, *conjoined))


def _are_near_rivals(first: Mention, mention: Mention) -> bool:
    """Whether two who are joined, not far before a description, do something to each other or agree."""
    return (mention.head.sent.i - first.head.sent.i <= WINDOW or first.head.head.lower == "between") and _are_at_odds_or_agreed(first.head)


def _heads_of(analysis: Analysis, state: Mention) -> Mention | None:
    """Return the persons whom a description calls by the states they lead: "the presidents of [Chad] and Niger"."""
    if state.person or state.head.dep != "pobj" or state.head.head.lower != "of":
        return None
    above = analysis.mention_at.get(state.head.head.head.i)
    return above if above is not None and above.kind == "description" and above.head.lemma.lower() in _HEADS_OF and above.plural and above.entities else None


def _is_state_beside_its_foe(one: Mention, two: Mention) -> bool:
    """Whether two who are joined are a state's body and a group that bears arms against it."""
    both = [(mention_sector(m), set(name_words(m.name))) for m in (one, two)]
    state = [sector in _OF_STATE or (sector is None and "government" in words) for sector, words in both]
    foe = [sector in _REBELS or (sector is None and bool(words & _FIGHTING)) for sector, words in both]
    return (state[0] and foe[1]) or (state[1] and foe[0])


def _armed_around(analysis: Analysis, mention: Mention) -> list[Entity]:
    """Return those who bear arms and do something before in the sentence of a description or in the one before it."""
    here = mention.head.sent.i
    near = [m for s in analysis.sentences[max(0, here - 1) : here + 1] for m in s.mentions if m.first < mention.first and m.entities and not m.entities[0].person]
    armed = [m for m in near if (m.sector or m.entities[0].sector) in _ARMED and m.head.dep in ("nsubj", "nsubjpass", "dobj", "pobj")]
    return list(dict.fromkeys(e for m in armed for e in m.entities))


def _is_person(mention: Mention) -> bool:
    """Whether a mention is of a person known by name."""
    return bool(mention.entities) and bool(mention.person or mention.entities[0].person) and any(m.kind == "name" for m in mention.entities[0].mentions)


def _counted_before(analysis: Analysis, mention: Mention) -> list[Entity]:
    """Return the states or bodies named one after the other just before that "the three countries", "the four groups" counts."""
    count = _number(mention)
    noun = mention.head.lemma.lower()
    if count < 3 or not is_definite_description(mention) or noun not in _COUNTED | _LANDS:
        return []
    here = mention.head.sent.i
    for sentence in reversed(analysis.sentences[max(0, here - WINDOW) : here]):
        run: list[Mention] = []
        for other in sentence.mentions:
            if other.kind != "name" or other.person or not other.entities or other.entities[0].person or (noun in _LANDS and other.sector != "GOV"):
                continue
            between = analysis.tokens[run[-1].last + 1 : other.first] if run else []
            if run and not (between and all(t.text in (",", "and", "the") for t in between)):
                if len(run) == count:
                    break
                run = []
            run.append(other)
        if len(run) == count and len({id(m.entities[0]) for m in run}) == count:
            return [m.entities[0] for m in run]
    return []


def counted_alone(analysis: Analysis, mention: Mention) -> list[Entity]:
    """Return whom "the five" means: as many as were counted, or named one after the other, just before."""
    number = NUMBER_WORDS[mention.name]
    for other in walk_back(analysis, mention, WINDOW):
        if other.kind == "description" and _number(other) == number:
            return list(other.entities)
        if other.kind == "name" and len(run := conjuncts(other.head)) == number:
            named = [m for t in run if (m := analysis.mention_at.get(t.i)) is not None and m.entities]
            if len(named) == number:
                return [m.entities[0] for m in named]
    return []


def _number(mention: Mention) -> int:
    """Return the number that counts a mention; 0 without one."""
    return next((NUMBER_WORDS.get(c.lower, 0) for c in mention.head.children if c.dep == "nummod" and c.i < mention.head.i), 0)


def last_two(analysis: Analysis, mention: Mention) -> list[Entity]:
    """Return who "the pair", "the two" are: two who met, who are joined or counted as two just before."""
    if len(met := _who_met(analysis, mention)) == 2:
        return met
    for other in walk_back(analysis, mention, WINDOW):
        if other.kind == "pronoun" or not other.entities:
            continue
        if any(c.dep == "nummod" and c.lower in ("two", "2") for c in other.head.children):
            return list(other.entities)
        if other.plural and len(other.entities) == 2:
            return list(other.entities)  # "the diplomats", of whom it was said before who they are
        if len(conjoined := _conjoined(analysis, other)) == 1:
            return [*other.entities, *conjoined[0].entities]
    return []


def _are_at_odds_or_agreed(first: Token) -> bool:
    """Whether two who are joined do to each other or agree what "the sides", "the parties" go on about."""
    if first.dep == "pobj" and first.head.lower == "between":
        return True
    verb = first.head.head if first.dep == "pobj" and first.head.dep in ("agent", "prep", "prt") else first.head
    asked = first.dep in ("pobj", "dobj") and verb.lemma in _ASKING  # "urged the army and the rebels to stop ... called on the parties"
    return asked or ((first.dep == "nsubj" or first.head.dep == "agent") and verb.lemma in _PAIRING)


def _who_met(analysis: Analysis, mention: Mention, verbs: frozenset[str] | None = None, *, far: bool = False) -> list[Entity]:
    """Return the two who met, spoke or phoned just before, or did other things to each other: "The emir received the envoy. The two sides discussed ..."."""
    verbs = _MEETING if verbs is None else verbs
    here = mention.head.sent.i
    for first in walk_back(analysis, mention, FAR if far else WINDOW):
        verb = first.head.head
        if first.head.dep != "nsubj" or (verb.lemma not in verbs and not _has_talks(verb)) or not first.entities or (first.head.sent.i == here and first.head.i > mention.head.i):
            continue
        joined = [m for t in conjuncts(first.head)[1:] if (m := analysis.mention_at.get(t.i)) is not None and len(m.entities) == 1]
        if len(joined) == 1 and len(first.entities) == 1 and joined[0].entities[0] is not first.entities[0]:
            return [first.entities[0], joined[0].entities[0]]  # "A and B talked by phone"
        others = [g for c in verb.children for g in (c, *(p for p in c.children if p.dep == "pobj")) if c.dep in ("dobj", "prep") and c.i < mention.head.i and (c.dep == "dobj" or c.lower in ("with", "from", "to"))]
        others += [g for c in verb.children if c.dep == "dobj" for p in c.children if p.dep == "prep" and p.lower in ("with", "from", "to") for g in p.children if g.dep == "pobj"]
        met = next((m for t in others if (m := analysis.mention_at.get(t.i)) is not None and len(m.entities) == 1 and m.entities[0] is not first.entities[0]), None)
        if met is None:
            continue
        beside = [m for t in conjuncts(met.head)[1:] if (m := analysis.mention_at.get(t.i)) is not None and len(m.entities) == 1]
        return [first.entities[0], met.entities[0]] if not beside else [met.entities[0], beside[0].entities[0]] if len(beside) == 1 else []  # "met the army chief and his rival. She urged both men"
    return []


def _has_talks(verb: Token) -> bool:
    """Whether a verb is about talks or a truce with somebody, whatever becomes of them: "suspended talks with the rebels"."""
    thing = verb.child("dobj")
    return thing is not None and thing.lemma in _SHARED and any(c.dep == "prep" and c.lower == "with" for n in (thing, verb) for c in n.children)


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


def _hangs_from(token: Token, verb: Token) -> bool:
    """Whether a word is a party of a verb, no clause between."""
    while token.head is not token and token.pos not in ("VERB", "AUX"):
        token = token.head
    return token is verb
