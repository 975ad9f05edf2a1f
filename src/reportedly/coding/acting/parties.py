"""Parties: which actors a noun phrase denotes."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.analysis import Analysis, Draft, Entity, Mention, Token
from reportedly.coding.acting.craft import craft_meant, is_ships
from reportedly.coding.acting.means import DRONES
from reportedly.coding.grammar.clauses import agents, surface_subject
from reportedly.coding.grammar.noun_phrases import describe
from reportedly.coding.grammar.slot_shapes import hyphened, is_foe
from reportedly.coding.grammar.slots import Slots
from reportedly.coding.grammar.syntax import FIRST_PERSON, RELATIVE, antecedent, conjuncts, counted, first_joined, is_of_those, one_of_those, prep_objects
from reportedly.lexicons.word_lists import word_list

_TARGETS = word_list("parties.targets")
_ARMS = frozenset({"weapon", "fighter"})
_MANNED = word_list("parties.manned")
_SEIZED = _TARGETS - {"weapon", "relief"}  # rifles or rice that are confiscated are nobody
_PROPERTY = frozenset({"property"})
_TOWNS = word_list("parties.towns")
_VETOING = frozenset({"veto", "block"})
_HELPED = _TARGETS - {"weapon", "relief", "property"}  # what is given is helped by nobody
BEFORE_NOUN = frozenset({"facility", "vehicle", "civilian", "relief"})
_DEEDS = frozenset({"ASSAULT", "COERCE", "AID", "MOBILIZE", "RETREAT", "PROTEST"})
_TEXTS = frozenset({"document"})
_SHOWN = word_list("parties.shown")
_SOME = frozenset({"most", "many", "some", "several", "all", "few"})
_BUILDINGS = frozenset({"facility"})
_GROUND = frozenset({"place"})
_ACCORDS = frozenset({"agreement"})
_HELD = word_list("parties.held")
_HARDWARE = frozenset({"vehicle", "weapon", "force"})
_LET_THROUGH = frozenset({"convoy", "ambulance", "truck", "lorry"})
_MEANS = word_list("parties.means")
_GIVEN = frozenset({"relief", "money"})
_SHOT = frozenset({"projectile"})
_ON_THINGS = frozenset({"ASSAULT", "COERCE"})
_BELONGINGS = frozenset({"vehicle", "property"})
_TRAINS = frozenset({"convoy", "fleet", "flotilla", "motorcade"})  # "a convoy of lorries": what it consists of
_IN_ARMS = frozenset({"MIL", "REB", "UAF", "PRM", "COP"})
_DWELLINGS = word_list("parties.dwellings")
_VEHICLES = frozenset({"vehicle"})
_NOBODYS = frozenset({"its", "our"})  # of a body, or of all who are spoken for
_CARRYING, _OCCUPYING = word_list("parties.carrying"), word_list("parties.occupying")
_GUNS = frozenset({"artillery", "aircraft", "tank"})
RISINGS = frozenset({"insurgency", "rebellion", "revolt", "mutiny"})
CONDUCT = word_list("parties.conduct")
_HOLDINGS = word_list("parties.holdings")
_NEWS = frozenset({"news", "fact", "announcement", "decision"})
_STEPS = frozenset({"step", "measure"})
_REALMS, _TERRITORIES = word_list("parties.realms"), word_list("parties.territories")
_DOING = word_list("parties.doing")
_QUALITIES = word_list("parties.qualities")
THINGS_ACTED_ON = frozenset({"ASSAULT", "COERCE", "AID", "MOBILIZE", "THREATEN"})
_SETTING_OFF = word_list("parties.setting_off")
_BEFALLING = word_list("parties.befalling")
_BLOWS = frozenset({"attack", "strike", "raid", "ambush", "assault"})
_SUFFERED = {"sanction"} | _BEFALLING - _BLOWS - {"invasion"}  # of a land called before them; "the Chad raid" may be Chad's
_ON_PEOPLE = word_list("befalling_people")
_SIDES = frozenset({"northern", "southern", "eastern", "western", "central"})
_HALVES = frozenset({"north", "south", "east", "west"})
_ASKED = word_list("parties.asked")
_REPORTED = word_list("parties.reported")
_RULINGS = word_list("parties.rulings")
SPOKEN_TO = "who is spoken to before"  # the rule by which a demand finds whom it is made to
ABOUT_ACTS = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "REJECT"})
_SAID = ABOUT_ACTS | {"AGREE", "THREATEN", "CONCEDE", "RETREAT", "SANCTION", "AID"}
Found = list[tuple[Entity, tuple[int, int]]]  # actors with the words that denote them


def actors_at(analysis: Analysis, token: Token, type_: str, *, as_doer: bool, slots: Slots) -> Found:
    """Return the actors that a token's noun phrase denotes, with their words; empty when it denotes none."""
    token = antecedent(token)
    if (others := _stood_for(analysis, token, type_, as_doer=as_doer, slots=slots)) is not None:
        return others
    mention = analysis.mention_at.get(token.i) or _told_beside(analysis, token, as_doer=as_doer)
    if mention is not None and not as_doer and mention.kind == "name" and type_ in _ON_THINGS and mention.name.casefold() in _TERRITORIES and token.head.lower != "in":
        return [(e, mention.span) for e in mention.entities]  # "air strikes on Gaza": no state, but struck as one
    if mention is not None and _is_no_party(analysis, mention, token, type_, as_doer=as_doer, slots=slots):
        return []
    if mention is not None and mention.kind == "description" and mention.plural and (after := _named_after(analysis, token)):
        return after
    if mention is not None and mention.kind == "description" and not as_doer and type_ in _ON_THINGS and token.lemma in _DWELLINGS and not any(c.tag == "PRP$" for c in token.children) and (housed := _people_of(analysis, token, slots)):
        return housed  # "raided the offices of the union"
    if mention is not None and (_may_act(mention, token, as_doer, type_) or (not as_doer and _is_unheard_of(analysis, mention, token, type_))):
        return [(e, mention.span) for e in mention.entities]
    if mention is None and as_doer and token.dep == "pobj" and token.head.dep == "agent" and token.pos == "NOUN":
        whose = [(e, m.span) for m in _owners(analysis, token) if m.rule == "lexicon-adjective" for e in m.entities]
        if whose:
            return whose  # "backed by Russian air power"
    return _of_thing(analysis, token, type_, as_doer=as_doer, slots=slots) if mention is None and token.pos in ("NOUN", "PROPN") else []


def others_at(analysis: Analysis, draft: Draft, tokens: Iterable[Token], slots: Slots, *, as_doer: bool) -> Found:
    """Return the actors that words denote, with these words, but those who do the act themselves."""
    return [p for t in tokens for p in actors_at(analysis, t, draft.type, as_doer=as_doer, slots=slots) if p[0] not in draft.actors]


def _stood_for(analysis: Analysis, token: Token, type_: str, *, as_doer: bool, slots: Slots) -> Found | None:
    """Return whom a word denotes that only stands for others: "[those] arrested", "the [life] of the mayor", "[rockets] hit"; None where it stands for itself."""
    if token.dep == "conj" and token.lower == "others" and type_ in ("ASSAULT", "COERCE", "SANCTION") and token.child("det", "relcl") is None:
        return []  # "killed the mayor and nine others": nobody but him is told of
    if token.lemma.lower() == "life":  # "an attempt on the life of the mayor"
        return [] if as_doer else [pair for t in (*prep_objects(token, "of"), *(c for c in token.children if c.dep == "poss")) for pair in actors_at(analysis, t, type_, as_doer=as_doer, slots=slots)]
    if token.lemma.lower() != "member" and (inner := counted(token)) and (found := _counted_ones(analysis, token, inner, type_, as_doer=as_doer, slots=slots)) is not None:
        return found
    if type_ == "ASSAULT" and not as_doer and token.lemma in RISINGS and (risen := [p for slot in ("by", "of") for t in prep_objects(token, slot) for p in actors_at(analysis, t, type_, as_doer=False, slots=slots)]):
        return risen  # "fights an insurgency by Maoists"
    if is_of_those(token) and token.head.lower == "among" and token.head.head.lemma == "be":
        found = [pair for t in surface_subject(token.head.head) for pair in actors_at(analysis, t, type_, as_doer=as_doer, slots=slots)]
        if found:
            return found  # "two nationals were among those killed"
    if as_doer and token.lower == "those" and type_ in ("ASSAULT", "COERCE") and token.child("relcl") is not None:
        if token.dep == "nsubj" and token.head.lemma == "be" and (who := token.head.child("attr")) is not None:
            return actors_at(analysis, who, type_, as_doer=True, slots=slots)  # "those who burned it were rebels"
        return []  # "those who burned the church": nobody is named
    if token.lower == "those" and not as_doer and (named := one_of_those(token)) is not None:
        return [p for t in conjuncts(named) for p in actors_at(analysis, t, type_, as_doer=False, slots=slots)]  # "one of those arrested is the mayor"
    mention = analysis.mention_at.get(token.i)
    if mention is None and not as_doer and (token.lower in ("others", "another") or (token.lower in _SOME and token.dep == "nsubjpass") or (token.pos == "NUM" and token.dep == "nsubjpass" and token.head.dep in ("conj", "parataxis"))) and (told := _sufferer_before(token)) is not None:
        return [(e, told.span) for e in told.entities]
    if not as_doer and token.lower == "it" and (thing := slots.kinds.thing(token)) is not None and slots.kinds.is_of(thing, _TARGETS):
        return [(described(analysis, thing), thing.span)]
    if as_doer and slots.kinds.is_of(token, _SHOT) and token.lemma not in DRONES and (mention is None or mention.kind == "description"):
        return _who_shot(analysis, token, type_, slots)
    if not as_doer and type_ == "ASSAULT" and (token.lemma in DRONES or slots.kinds.is_of(token, _SHOT)) and (senders := [p for t in _launchers(token) for p in actors_at(analysis, t, type_, as_doer=True, slots=slots)]):
        return senders  # "shot down drones launched by the rebels"
    return None


def _counted_ones(analysis: Analysis, token: Token, inner: list[Token], type_: str, *, as_doer: bool, slots: Slots) -> Found | None:
    """Return those of whom a word says how many or which part: "one of its [commanders]", "elements of the [army]"; None where the word is a party itself."""
    apposed = [m for c in token.children if c.dep == "appos" and (m := analysis.mention_at.get(c.i)) is not None and m.kind == "name"]
    if token.lower == "one" and apposed and apposed[0].rule != "place":
        return [(e, apposed[0].span) for e in apposed[0].entities]  # "killed one of its commanders, Omar Said"
    found = [pair for t in inner for pair in actors_at(analysis, t, type_, as_doer=as_doer, slots=slots)]
    governs = (town := analysis.mention_at.get(token.i)) is not None and town.sector == "GOV"  # "the city of Arusha sued the firm"
    if found and token.lower == "elements" and (bodies := [e for e, _ in found if any(m.kind == "name" or not m.person for m in e.mentions)]) and len(bodies) == len(found):
        return [(described(analysis, token), token.span)]  # "elements of armed groups" are their men
    return found if found or (slots.lexicon.classes_of.get(token.lemma.lower(), set()) & _GROUND and not governs) else None  # "the village of Tessit" is no party


def _told_beside(analysis: Analysis, token: Token, *, as_doer: bool) -> Mention | None:
    """Return the actor set beside a word that denotes none itself: "the Prime Minister-designate, [Haidar Jabr]", "Operation Harvest, a [farmers' group], demanded"."""
    beside = [(c, m) for c in token.children if c.dep == "appos" and (m := analysis.mention_at.get(c.i)) is not None]
    if (person := next((m for _, m in beside if m.kind == "name" and m.person), None)) is not None:
        return person
    if not as_doer or token.pos not in ("NOUN", "PROPN"):
        return None
    return next((m for c, m in beside if c.pos == "NOUN" and m.kind == "description" and m.entities), None)


def _who_shot(analysis: Analysis, shot: Token, type_: str, slots: Slots) -> Found:
    """Return whose a missile or a bullet is, or who sent it: "[Russian] missiles struck", "a rocket fired by the [rebels] hit"."""
    of = [m for t in prep_objects(shot, "of") if (m := analysis.mention_at.get(t.i)) is not None and m.rule != "place"]  # "by the bullets of the police"
    owned = [(e, m.span) for m in (*_owners(analysis, shot), *of) for e in m.entities]  # "Russian missiles struck"
    who = _launchers(shot)  # "a missile launched by the Houthis hit"
    who += surface_subject(shot.head) if shot.dep == "dobj" and shot.head.lemma in _SETTING_OFF else []  # "the Houthis fired a missile that hit"
    return owned or [p for t in who for p in actors_at(analysis, t, type_, as_doer=True, slots=slots)]


def _launchers(shot: Token) -> list[Token]:
    return [t for c in shot.children if c.dep == "acl" and c.lemma in _SETTING_OFF for t in agents(c)]


def _is_no_party(analysis: Analysis, mention: Mention, token: Token, type_: str, *, as_doer: bool, slots: Slots) -> bool:
    """Whether words that denote an actor elsewhere denote none here: a town attacked, drones that say not whose they are."""
    if mention.kind == "pronoun" and mention.name.lower() in FIRST_PERSON and not mention.entities:
        return True
    if mention.kind == "name" and mention.entry is None and slots.kinds.is_settlement(token) and not is_ships(mention) and not _is_spoken_of(token, type_, as_doer) and (not mention.person or (not as_doer and (_is_bare(mention) or (type_ in ("ASSAULT", "MOBILIZE") and _is_only_a_place(analysis, mention))))):
        return True  # a town the recogniser took for a body
    if not as_doer and mention.rule == "lexicon-capital" and token.dep == "pobj" and token.head.lower == "in":
        return True  # "lifted the curfew in Baghdad"
    if not as_doer and type_ in ("ASSAULT", "COERCE") and mention.rule == "lexicon-capital" and slots.kinds.is_settlement(token) and (token.dep in ("dobj", "nsubjpass") or (token.dep == "pobj" and token.head.lower == "of")):
        return True  # "Kyiv was attacked", "the siege of Kyiv": the town
    if not as_doer and type_ == "PROTEST" and mention.rule == "lexicon-capital" and token.dep == "pobj" and token.head.lower != "against":
        return True  # "marched on Nairobi": where
    if not as_doer and type_ == "ASSAULT" and mention.rule == "lexicon-name" and any(c.lower in _SIDES and c.dep in ("amod", "compound") for c in token.children):
        return True  # "rockets fired at southern Chad": where
    if as_doer and type_ == "ASSAULT" and mention.kind == "description" and (token.lemma in DRONES or (token.lemma in _GUNS and first_joined(token).head.dep == "agent")) and not any(c.dep in ("compound", "amod", "poss", "nmod", "prep", "acl", "relcl") for c in token.children):
        return True  # "hit by drones": whose, it does not say
    if as_doer and type_ == "ASSAULT" and mention.kind == "description" and token.dep == "pobj" and token.head.lower == "from" and slots.kinds.is_of(token, _BUILDINGS):
        return True  # "came under fire from a mosque"
    if type_ == "CONSULT" and not as_doer and mention.rule == "lexicon-capital" and ((phrase := phrase_of(token)) is None or phrase.lower != "between"):
        return True  # "visited Tashkent", but "mediated between Tashkent and Bishkek"
    return as_doer and mention.kind == "description" and type_ in _DEEDS and (token.lemma in _SHOWN or slots.kinds.is_of(token, _TEXTS))  # "a video shows the killing of"


def _of_thing(analysis: Analysis, token: Token, type_: str, *, as_doer: bool, slots: Slots) -> Found:
    """Return the actors that a noun stands for which names none itself: whose rulings or means act, a thing acted on, the owner of what is praised."""
    owners = _owners(analysis, token)
    if token.lemma == "capital" and not as_doer and type_ in THINGS_ACTED_ON and token.child("poss") is None:
        return []  # "strikes on the Libyan capital": no blow at Libya
    if slots.kinds.is_of(token, _ACCORDS):
        owners = [m for m in owners if m.rule != "lexicon-capital" or m.head.dep == "poss"]  # "the Paris agreement": where it was made
    if type_ in ABOUT_ACTS:
        owners = [m for m in owners if not is_where_or_whom(m)]
    if as_doer and token.lemma in _RULINGS and owners:
        return [(e, m.span) for m in owners for e in m.entities]  # "a court order banned the party"
    if not as_doer and type_ in ABOUT_ACTS and slots.kinds.is_of(token, _GIVEN) and (givers := [m for m in owners if m.kind == "name"]):
        return [(e, m.span) for m in givers for e in m.entities]  # "its appreciation for Danish aid"
    if as_doer and owners and (token.lemma.lower() in _MEANS or (type_ == "AID" and token.lemma.lower() in ("strike", "airstrike"))):
        return [(e, m.span) for m in owners for e in m.entities]  # "backed by coalition air power"
    if type_ == "COERCE" and not as_doer and token.lemma in _HOLDINGS and (whose := [pair for t in prep_objects(token, "of") for pair in actors_at(analysis, t, type_, as_doer=False, slots=slots)]):
        return whose  # "closed the operations of two quarries", "the freezing of the accounts of a paper"
    if type_ == "COERCE" and not as_doer and slots.kinds.is_of(token, _PROPERTY) and any(slots.kinds.is_of(c, _ARMS) for c in token.children if c.dep == "compound"):
        return []  # "intercepted an arms cargo"
    if not as_doer and type_ in _ON_THINGS and (held := [p for t in _occupants(token) for p in actors_at(analysis, t, type_, as_doer=False, slots=slots)]):
        return held
    if not as_doer and type_ in _ON_THINGS and (token.lemma in _DWELLINGS or slots.kinds.is_of(token, _BELONGINGS)) and (struck := _people_of(analysis, token, slots)):
        return struck
    if slots.kinds.is_of(token, _HARDWARE if as_doer else _SEIZED if type_ == "COERCE" else _HELPED if type_ == "AID" else _TARGETS) and (owners if as_doer else type_ in THINGS_ACTED_ON or owners):
        return [(described(analysis, token), token.span)]
    if not as_doer and type_ == "RETREAT" and token.lemma in _LET_THROUGH:
        return [(described(analysis, token), token.span)]
    manned = token.lemma == "position" and not owners and _is_manned(token, slots)
    if not as_doer and slots.kinds.is_of(token, _GROUND) and (manned or any(m.kind == "description" for m in owners)):
        return [(described(analysis, token), token.span)]  # "rebel positions", "a mortar position"
    if not as_doer and type_ == "ASSAULT" and (hit := _hit_on_ground(analysis, token, owners)):
        return hit
    if not as_doer and not any(c.dep == "compound" and slots.kinds.is_of(c, BEFORE_NOUN) for c in token.children):  # "welcomed the Board's report": the owner is meant
        by_body = type_ == "PROTEST" or (type_ in ABOUT_ACTS and token.lemma.lower() in CONDUCT | _RULINGS | _REPORTED)  # "rejected the council decision"
        among = type_ == "REJECT" and token.head.lemma in _VETOING  # "vetoed a Security Council draft": in the council, not against it
        if (type_ in ABOUT_ACTS or type_ == "PROTEST") and (token.lemma in _ON_PEOPLE or token.lemma == "violence") and not prep_objects(token, "of"):
            owners = [m for m in owners if not (m.person or m.people or m.kind == "pronoun")]  # "condemned the president's arrest": whom it befell
        if type_ not in ABOUT_ACTS:
            owners = [m for m in owners if m.name.lower() not in _NOBODYS]  # "shelled our towns"
        found = [(e, m.span) for m in owners if m.kind == "name" or m.head.dep == "poss" or (by_body and m.head.dep == "compound") for e in m.entities if not (among and e.country == "IGO" and m.head.dep == "compound")]
        return found or _whose(analysis, token, type_, slots)
    return []


def _hit_on_ground(analysis: Analysis, token: Token, owners: list[Mention]) -> Found:
    """Return whom a blow at towns, positions or soil hits."""
    if token.tag == "NNS" and token.lemma in _TOWNS and any(m.head.dep == "amod" or m.rule == "lexicon-adjective" for m in owners):
        return [(described(analysis, token), token.span)]  # "rockets at Israeli towns": no blow at Israel
    if token.lemma in _HELD and (holders := [m for t in prep_objects(token, "of") if (m := analysis.mention_at.get(t.i)) is not None and m.rule != "place"]):
        named = [(e, m.span) for m in holders for e in m.entities if m.kind == "name" or any(o.kind == "name" for o in e.mentions)]
        return named or [(described(analysis, token), token.span)]  # "positions of Hezbollah", "positions of the rebels"
    if token.lemma in _REALMS and (whose := [(e, m.span) for m in owners for e in m.entities]):
        return whose  # "aggression against its territory", "raids on Chadian territory"
    if token.lemma in _HELD and (holders := [m for m in owners if m.kind == "pronoun"]):
        return [(e, m.span) for m in holders for e in m.entities]  # "attacked our positions"
    return []


def _people_of(analysis: Analysis, thing: Token, slots: Slots) -> Found:
    """Return the people whose a thing is, or who are in it: "attacked the [mayor]'s car", "burned [their] homes", "fired on a bus carrying [miners]"; or the body: "shut the offices of [two unions]"."""
    owned = [t for c in first_joined(thing).children if c.dep == "poss" and c.lower not in _NOBODYS for t in conjuncts(c)]
    owners = owned or (prep_objects(thing, "of") if thing.lemma in _DWELLINGS else [])
    if not owners and slots.kinds.is_of(thing, _VEHICLES) and not any(c.i in analysis.mention_at for c in thing.children if c.dep in ("compound", "amod", "nmod")):
        owners = [t for c in thing.children if c.dep == "acl" and c.lemma in _CARRYING for o in c.children if o.dep == "dobj" for t in conjuncts(o)]
    whose = [m for t in (*owners, *([] if owned or thing.lemma in _TRAINS else prep_objects(thing, "of"))) if (m := analysis.mention_at.get(t.i)) is not None]
    return list(dict.fromkeys((e, m.span) for m in whose for e in m.entities if (m.head in owners and _are_people(m, e)) or _owns_things(m)))


def _occupants(thing: Token) -> list[Token]:
    """Return who is in a place or has a thing, by a participle behind it: "a mill occupied by [rebels]", "booths built by [students]", "lorries belonging to [Dangote]"."""
    clauses = [c for c in thing.children if c.dep == "acl" and c.i > thing.i]
    return [t for c in clauses for t in (agents(c) if c.tag == "VBN" and c.lemma in _OCCUPYING else prep_objects(c, "to") if c.lemma == "belong" else ())]


def _are_people(mention: Mention, entity: Entity) -> bool:
    """Whether words mean people and no body that has bases and markets: not "a post of the [NPA]", "the market of [Keta]"."""
    if entity.person:
        return mention.kind != "name" or mention.head.dep == "poss" or any(m.role or m.gender or m.kind == "pronoun" for m in entity.mentions)
    return mention.people or (mention.kind == "pronoun" and any(m.people for m in entity.mentions) and not any(m.kind == "name" for m in entity.mentions))


def _owns_things(mention: Mention) -> bool:
    """Whether words mean a body that is struck or robbed with its house and goods, no state, town or force: "the offices of [two unions]", "a lorry of the [Mission]"."""
    named = next((m for m in (mention, *(n for e in mention.entities for n in e.mentions)) if m.kind == "name"), None)
    if named is not None:
        return mention.kind != "pronoun" and named.rule != "place" and not named.person and not (named.sector == "GOV" and named.rule.startswith("lexicon"))
    return mention.kind == "description" and bool(mention.sector) and not (mention.person or mention.people) and mention.sector not in _IN_ARMS


def _is_manned(position: Token, slots: Slots) -> bool:
    """Whether a position is one that fights: "a [mortar] position", "[defensive] positions", no stand and no post."""
    return any(c.i < position.i and (c.lemma in _MANNED or slots.kinds.is_of(c, _ARMS)) for c in position.children)


def _named_after(analysis: Analysis, token: Token) -> Found:
    """Return the persons or bodies that stand by name behind a plural: "two leaders, [Abu Zayd] and [Basim Nuri], were killed", "heads of three banks - the economist [Ali Sy], [Omar Ba] - met"."""
    tops = [token, *(t for t in prep_objects(token, "of") if (body := analysis.mention_at.get(t.i)) is not None and not (body.person or body.people))]
    beside = [t for top in tops for c in top.children if c.dep == "appos" for t in conjuncts(c)]
    beside += [t for office in beside if office.pos == "NOUN" for c in office.children if c.dep == "appos" for t in conjuncts(c)]
    own = {t.i for c in token.children if c.dep == "appos" for t in conjuncts(c)}  # "two firms, [Kum Timber] and [Sol Timber]"; but "members of two groups"
    names = {t.i: m for t in beside if (m := analysis.mention_at.get(t.i)) is not None and m.kind == "name" and (m.person or (t.i in own and m.rule in ("ORG", "loose")))}
    return [(e, names[i].span) for i in sorted(names) for e in names[i].entities] if len(names) > 1 else []


def _sufferer_before(others: Token) -> Mention | None:
    """Return those told before of whom "others" are more: "killing four officers and wounding six [others]", "four officers were killed and [six] wounded"."""
    top = others.head.head if others.dep == "pobj" and others.head.lower == "of" else others  # "a number of others"
    if (top.dep not in ("dobj", "nsubjpass") and not (top.dep == "nsubj" and top.head.tag == "VBN")) or any(c.dep in ("prep", "relcl") for c in others.children):
        return None
    before = (m for m in reversed(others.sent.mentions) if m.first < others.i and (m.plural or others.lower == "another") and m.kind != "pronoun" and m.entities)
    told = next((m for m in before if m.head.dep in ("dobj", "nsubjpass", "conj") or m.head.head.lower == "of"), None)
    top = told.head.head.head if told is not None and told.head.head.lower == "of" else told.head if told is not None else others
    return told if told is not None and top.dep != "conj" and top.child("conj") is None else None  # "two officers and a bystander": others of any kind


def _whose(analysis: Analysis, token: Token, type_: str, slots: Slots) -> Found:
    """Return whose deeds or qualities a speech act is about: "praised the efforts of rescuers", "condemned the conduct of the army"."""
    doers = prep_objects(token, "by") or [t for c in token.children if c.dep == "acl" and c.tag == "VBN" for t in agents(c)] or _who_did(token)
    if doers and type_ in ABOUT_ACTS:  # "the vote by the Council was criticised", "rejected an appeal filed by the club"
        return [pair for t in doers for pair in actors_at(analysis, t, type_, as_doer=False, slots=slots)]
    if type_ in ("CONCEDE", "AGREE") and token.lemma.lower() in _ASKED:  # "gave in to the demands of the strikers", "accepted demands from the miners"
        return [pair for slot in ("of", "from", "by") for t in prep_objects(token, slot) for pair in actors_at(analysis, t, type_, as_doer=False, slots=slots)]
    if token.lemma.lower() not in (CONDUCT if type_ in ("ACCUSE", "REJECT") else _QUALITIES | CONDUCT if type_ == "SUPPORT" else ()):
        return []
    return [pair for t in prep_objects(token, "of") for pair in actors_at(analysis, t, type_, as_doer=False, slots=slots)]


def _who_did(deed: Token) -> list[Token]:
    """Return whose deed a clause behind it tells of: "deplored the measures that [the mayor] has taken", "the steps [he] is engaged in"."""
    told = deed.child("relcl") if deed.lemma.lower() in CONDUCT | _QUALITIES | _STEPS else None
    subject = told.child("nsubj") if told is not None and told.lemma in _DOING else None
    if subject is None and deed.lemma.lower() in _NEWS and (that := deed.child("acl")) is not None and any(c.dep == "mark" and c.lower == "that" for c in that.children):
        subject = that.child("nsubj")  # "welcomed the fact that [both warlords] will meet"
    return conjuncts(subject) if subject is not None and subject.lower not in RELATIVE and subject.tag != "EX" else []


def _is_bare(mention: Mention) -> bool:
    """Whether nothing but the recogniser says that a name is a person's: one word, no role, never a longer name."""
    return mention.rule == "PERSON" and not mention.role and all(m.kind == "name" and " " not in m.name for e in mention.entities for m in e.mentions)


def is_bare_name(analysis: Analysis, token: Token) -> bool:
    """Whether a word is a name that the recogniser takes for a person's and of which the article says nothing that is said of persons."""
    mention = analysis.mention_at.get(token.i)
    return mention is not None and mention.rule == "PERSON" and mention.entry is None and all(m.kind != "description" and not m.role and not (m.gender and m.kind == "name") for e in mention.entities for m in e.mentions)


def _is_only_a_place(analysis: Analysis, mention: Mention) -> bool:
    """Whether a name that the recogniser takes for a person's is wholly that of a place the gazetteer knows, and the article says nothing personal of it."""
    if mention.rule != "PERSON" or any(m.role or m.kind != "name" or m.rule not in ("PERSON", "place") or m.gender for e in mention.entities for m in e.mentions):
        return False
    return any(mention.span in place.mentions for place in analysis.places if place.precision is not None)


def phrase_of(token: Token) -> Token | None:
    """Return the preposition a token's phrase begins with, of coordinated ones the first."""
    while token.dep == "conj":
        token = token.head
    if token.dep != "pobj":
        return None
    token = token.head
    while token.dep == "conj":
        token = token.head
    return token


def _owners(analysis: Analysis, token: Token) -> list[Mention]:
    """Return the actors named in a noun's modifiers: "US bases", "the Board's report", "rebel positions", "its vessel"."""
    found = (analysis.mention_at.get(t.i) for c in token.children if c.dep in ("compound", "amod", "poss", "nmod") and not is_foe(analysis, c) for t in (*hyphened(analysis, c), c))
    decided = token.lemma.lower() in CONDUCT  # by whoever is called like a town: "[Buhari]'s decision"
    return [m for m in found if m is not None and (m.rule != "place" or (decided and m.head.dep == "poss")) and m.entities]


def described(analysis: Analysis, token: Token) -> Entity:
    """Make an actor of a described thing or group that is acted on ("aid convoy")."""
    mention = describe(analysis, token)
    told = craft_meant(analysis, token, bare=mention.name.casefold() == token.lower)
    for entity in analysis.entities if told is None else [told]:
        if entity.name.casefold() == mention.name.casefold() or entity is told:
            break
    else:
        entity = Entity(name=mention.name)
        analysis.entities.append(entity)
    entity.mentions.append(mention)
    mention.entities = [entity]
    analysis.mentions.append(mention)
    analysis.mention_at[token.i] = mention
    return entity


def _is_spoken_of(token: Token, type_: str, as_doer: bool) -> bool:
    """Whether a name stands where only who speaks or is spoken to or of can: "Tarsus accused [Gela]", whatever town is called so too."""
    if type_ == "SUPPORT" and not as_doer and token.dep == "pobj" and token.head.lower in ("for", "with") and token.ent is not None and token.ent.label == "GPE":
        return True  # "solidarity with Gaza"
    if token.head.pos != "VERB" or type_ not in _SAID:
        return False
    return token.dep == "nsubj" and token.i < token.head.i if as_doer else token.dep == "dobj" and type_ in ("ACCUSE", "REQUEST", "SUPPORT")


def _is_unheard_of(analysis: Analysis, mention: Mention, token: Token, type_: str) -> bool:
    """Whether a name that the recogniser takes for a place is none the gazetteer knows, and stands where whoever is judged or asked does: "opened an inquiry into [Karimova]"."""
    if mention.rule != "place" or token.pos != "PROPN" or type_ not in ("ACCUSE", "REQUEST") or any(mention.span in p.mentions and p.precision is not None for p in analysis.places):
        return False
    return (token.dep == "pobj" and token.head.lower in ("into", "against")) or (token.dep == "nsubj" and token.head.dep == "ccomp")


def _is_persons(mention: Mention) -> bool:
    """Whether what the recogniser took for a place is the surname of a person that the article names in full."""
    return any(m.person and m.kind == "name" and " " in m.name for e in mention.entities if e.person for m in e.mentions)


def _is_half(token: Token) -> bool:
    """Whether a name is that of one half of a land or of the world, which acts as one: "the [North] fired", "criticism from the [West]"."""
    return token.lower in _HALVES and any(c.lower == "the" for c in token.children) and not (token.dep == "pobj" and token.head.lower in ("in", "across", "to"))


def is_where_or_whom(mention: Mention) -> bool:
    """Whether a name before a noun says where or to whom something was done, not by whom: "the [Kabul] attack", "[Sudan] sanctions", "the [Mali] coup"; those of the US are American."""
    if mention.head.dep != "compound":
        return False
    if mention.rule == "lexicon-capital":
        return mention.head.head.lemma in _BEFALLING or mention.head.head.lemma in _BLOWS
    return mention.rule == "lexicon-name" and mention.sector == "GOV" and mention.head.head.lemma in _SUFFERED and not mention.head.text.replace(".", "").isupper() and "adjectives" in (mention.entry.cells if mention.entry is not None else ())


def _may_act(mention: Mention, token: Token, as_doer: bool, type_: str) -> bool:
    """Whether a mention can be a party: a town or a mountain is none, a state or capital that acts is."""
    if mention.rule == "place" and not mention.sector and not _is_persons(mention) and not is_ships(mention) and not _is_half(token) and not _is_spoken_of(token, type_, as_doer):  # "President Lagos" is the man
        ent = token.ent
        if ent is not None and ent.label == "FAC":
            return not as_doer and type_ in THINGS_ACTED_ON
        return False
    if type_ == "ASSAULT" and not as_doer and mention.rule == "lexicon-capital" and token.ent is not None and token.ent.label == "GPE":
        return False  # "an attack on Freetown": where
    if token.dep == "compound" and type_ == "CONSULT" and mention.rule == "lexicon-capital":
        return False  # "the Doha talks"
    if as_doer and type_ == "SANCTION" and is_where_or_whom(mention):
        return False
    if token.dep != "compound" or type_ not in THINGS_ACTED_ON:
        return True
    topic = token.head.dep == "dep" and token.sent.block.kind == "headline" and any(c.text == ":" for c in token.head.children)  # "Togo attack: ..."
    where = (mention.rule == "lexicon-capital" and type_ != "MOBILIZE") or ((topic or (token.head.lemma in _BEFALLING and token.ent is not None and token.ent.label == "GPE")) and mention.rule == "lexicon-name" and not token.text.isupper())
    return not where or "." in token.text or any(c.text in ("-", "\u2013") and c.i == token.i - 1 for c in token.children)  # "the India-China clashes"; "the Kabul blast", "the Tanzania bombings": where, not who
