"""Owned: what those are called who are nobody without whose they are: "its fighters", "our forces"."""

from __future__ import annotations

from reportedly.analysis import Analysis, Entity, Mention
from reportedly.coding.grammar.syntax import prep_objects
from reportedly.coding.reference.cataphora import land_of
from reportedly.coding.reference.naming import fullest, name_words
from reportedly.lexicons.actors import ActorLexicon, Known
from reportedly.lexicons.word_lists import word_list

_OWNED = word_list("owned.people")
_GOVERNED = word_list("owned.by_states")
_LANDS = word_list("owned.lands")
_OWN_STATES = _LANDS | {"government"}


def name_owned(lexicon: ActorLexicon, analysis: Analysis, mention: Mention) -> str | None:
    """Return the name of those whose "its forces", "his men" are: "Georgian forces", "the Front's fighters"."""
    whose = mention.head.child("poss")
    if whose is None or whose.tag not in ("PRP$", "WP$") or mention.head.lemma.lower() not in _OWNED | _GOVERNED | _LANDS or mention.head.child("prep", "relcl") is not None:
        return None
    if whose.lower == "our":
        return f"our {mention.name}" if not mention.name.lower().startswith("our ") else None  # whose, is known later
    if mention.head.lemma.lower() in _LANDS:
        return None
    told = analysis.mention_at.get(whose.i)
    owner = told.entities[0] if told is not None and len(told.entities) == 1 else None
    if owner is None and whose.tag == "WP$" and (clause := mention.head.head).dep == "relcl" and (above := analysis.mention_at.get(clause.head.i)) is not None and len(above.entities) == 1:
        owner = above.entities[0]
    return _called(lexicon, owner, mention) if owner is not None else None


def own_land(lexicon: ActorLexicon, analysis: Analysis, mention: Mention) -> Entity | None:
    """Return the state that "his country", "her government" is: that of the person told of."""
    whose = mention.head.child("poss")
    if whose is None or whose.lower not in ("his", "her") or mention.head.lemma.lower() not in _OWN_STATES or mention.plural or mention.head.child("prep", "relcl", "amod", "compound") is not None:
        return None
    told = analysis.mention_at.get(whose.i)
    owner = told.entities[0] if told is not None and len(told.entities) == 1 else None
    if owner is None or not owner.person:
        return None
    country = _land_served(analysis, owner)
    state = lexicon.states.get(country or "")
    return next((e for e in analysis.entities if e.entry is state.entry or any(m.entry is state.entry for m in e.mentions)), None) if state is not None else None


def _land_served(analysis: Analysis, person: Entity) -> str | None:
    """Return the country of a person: his own, or that of the state whose office is said to be his: "Peru ... [its] foreign minister, Ana Roe"."""
    owners = [c for m in person.mentions for c in m.head.children if c.dep == "poss"]
    states = [e for c in owners if (told := analysis.mention_at.get(c.i)) is not None for e in told.entities]
    lands = [m.country or next(filter(None, (land_of(analysis, t) for t in prep_objects(m.head, "of"))), None) for m in person.mentions] + [n.country for e in states for n in e.mentions if n.sector == "GOV"]
    return next(filter(None, lands), None)


def name_ours(lexicon: ActorLexicon, analysis: Analysis, mention: Mention, home: Known | None) -> None:
    """Say whose "our forces", "our country" are, now that it is known who "we" are; ``home``: the state whose office issued the text."""
    noun = analysis.mention_at.get(mention.head.head.i)
    if noun is not None and len(mention.entities) > 1 and noun.head.lemma.lower() in _OWN_STATES and noun.head.tag == "NNS" and len(noun.entities) == 1:
        _mean_them_all(analysis, noun, mention.entities)
        return
    if mention.head.dep != "poss" or noun is None or noun.kind != "description" or len(noun.entities) != 1 or len(mention.entities) != 1 or noun.entities[0].person:
        return
    owner, ours = mention.entities[0], noun.entities[0]
    if any(m.kind == "name" for m in ours.mentions):
        return
    state = lexicon.states.get(owner.country or "") if owner.sector in ("GOV", "MIL") else None
    state = state or (home if owner.sector in ("GOV", "MIL", None) and not owner.country and not owner.person else None)
    alone = all(c.dep == "poss" for c in noun.head.children if c.i < noun.head.i)
    if noun.head.lemma.lower() in _OWN_STATES and alone and state is not None and (land := next((e for e in analysis.entities if e.entry is state.entry), None)) is not None:
        become(analysis, ours, land)
        return
    if noun.head.lemma.lower() in _LANDS and noun.first == noun.last:
        return
    if noun.head.lemma.lower() not in _OWNED | _GOVERNED or noun.head.child("prep", "relcl") is not None:
        return
    noun.name = noun.name.removeprefix("our ")
    governed = noun.head.lemma.lower() in _GOVERNED
    if state is not None and not governed:
        return  # "our men"
    called = f"{_adjective(state)} {noun.name}" if state is not None and _adjective(state) else _called(lexicon, owner, noun)
    if called is None:
        return
    other = next((e for e in analysis.entities if e is not ours and e.name.casefold() == called.casefold()), None)
    if other is not None:
        become(analysis, ours, other)
        return
    ours.name = noun.name = called
    ours.country = ours.country or owner.country or (state.country if state is not None else None)


def _mean_them_all(analysis: Analysis, noun: Mention, owners: list[Entity]) -> None:
    """Let "our governments" mean all who speak together."""
    if noun.entities[0] in analysis.entities and len(noun.entities[0].mentions) == 1:
        analysis.entities.remove(noun.entities[0])
    noun.entities = list(owners)
    for owner in owners:
        owner.mentions.append(noun)


def _called(lexicon: ActorLexicon, owner: Entity, mention: Mention) -> str | None:
    names = [m for m in owner.mentions if m.kind == "name"]
    entry = next((m.entry for m in names if m.entry is not None and m.entry.cells.get("adjectives")), None)
    if mention.head.lemma.lower() in _GOVERNED:
        state = lexicon.states.get(owner.country or next((m.country for m in owner.mentions if m.country), "")) if (owner.sector or next((m.sector for m in owner.mentions if m.sector), None)) == "GOV" else None
        adjective = entry["adjectives"].split("|")[0] if entry is not None else _adjective(state)
        if adjective:
            return f"{adjective} {mention.name}"
        if owner.person:
            return None
    if not names:
        return None
    name = fullest(names)
    return name if not owner.person and mention.head.lower in name_words(name) else f"{name}'s {mention.name}"


def _adjective(state: Known | None) -> str:
    return state.entry["adjectives"].split("|")[0] if state is not None else ""


def become(analysis: Analysis, old: Entity, new: Entity) -> None:
    """Make two actors one."""
    for draft in analysis.events:
        draft.actors = list(dict.fromkeys(new if e is old else e for e in draft.actors))
        draft.recipients = list(dict.fromkeys(new if e is old else e for e in draft.recipients))
    for mention in old.mentions:
        mention.entities = [new if e is old else e for e in mention.entities]
        new.mentions.append(mention)
    for said in analysis.statements:
        said.speakers = [new if e is old else e for e in said.speakers]
    if old in analysis.entities:
        analysis.entities.remove(old)
