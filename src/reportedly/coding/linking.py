"""Linking: which mentions of one article are the same actor.

Reads mentions; writes entities (and every mention's entities). Names first (full name, surname, acronym, variant), then
descriptions ("the PM", "the groups"), then pronouns, each by what is nearest and fits. First persons wait for the statements.
"""

from __future__ import annotations

from functools import partial

from reportedly.analysis import Analysis, Entity, Mention
from reportedly.coding.grammar.syntax import FIRST_PERSON, conjuncts, prep_objects
from reportedly.coding.reference.cataphora import named_later, subject_ahead, told_in_full_later
from reportedly.coding.reference.descriptions import SYNONYMS, Descriptions, Known, led_body, own_body, own_client
from reportedly.coding.reference.kinds_of_body import GROUP_NOUNS
from reportedly.coding.reference.namesakes import namesakes_in_office, office_words
from reportedly.coding.reference.naming import (
    body_said_otherwise,
    entity_role,
    fullest,
    join,
    link_halves,
    link_names,
    link_seats,
    name_surnames,
    name_words,
    office_in_letters,
    promote_introduced,
    unowned,
)
from reportedly.coding.reference.numbers import NUMBER_WORDS
from reportedly.coding.reference.owned import name_owned, own_land
from reportedly.coding.reference.plain_words import CRIMINALS, council_itself, is_definite_description, other_state
from reportedly.coding.reference.pronouns import antecedents
from reportedly.coding.reference.several import again, counted_alone, heads_of_states, last_two, listed, nationalities, pair, state_before
from reportedly.coding.reference.speaking_for import commanded
from reportedly.coding.reference.speaks_next import speaks_next
from reportedly.lexicons.actors import ActorLexicon
from reportedly.lexicons.word_lists import word_list

_LOWER = word_list("lower_office")
_NO_LONGER = word_list("no_longer")


def _state_of_side(analysis: Analysis, mention: Mention) -> Entity | None:
    """Return the state that "the Armenian side", "the US side" is."""
    head = mention.head
    before = [c for c in head.children if c.i < head.i and c.dep not in ("det", "punct")]
    state = analysis.mention_at.get(before[0].i) if head.lemma == "side" and head.tag == "NN" and len(before) == 1 else None
    return state.entities[0] if state is not None and state.sector == "GOV" and state.rule.startswith("lexicon") and state.entities else None


def _arm_of_state(analysis: Analysis, mention: Mention) -> str | None:
    """Return whose and what a body is: the same for "Kenya's army" and "the Kenyan military"."""
    owner = next((m for c in mention.head.children if c.dep in ("poss", "amod", "compound", "nmod") and (m := analysis.mention_at.get(c.i)) is not None), None)
    if mention.person or owner is None or owner.first != mention.first or owner.sector != "GOV" or owner.country is None or owner.last >= mention.last or owner.rule not in ("lexicon-name", "lexicon-adjective"):
        return None
    said = [t.lower for t in analysis.tokens[owner.last + 1 : mention.last + 1] if t.dep != "case"]
    return _arm(owner.country, said)


def _arm(country: str, words: list[str]) -> str:
    return f"{country} {' '.join('army' if w == 'military' else w for w in words)}".replace("armed forces", "army")


def _crowd_before(analysis: Analysis, mention: Mention) -> Entity | None:
    """Return those told of before whose deeds a bare word names: "the [settler] attacks" after "Israeli settlers"."""
    head = mention.head
    if head.dep != "compound" or head.tag != "NN" or mention.last != head.i or head.i > head.head.i or (mention.first != head.i and mention.name.split()[0] == mention.name.split()[0].lower()):
        return None
    told = [m for m in analysis.mentions if m.first < mention.first and m.kind == "description" and m.plural and m.head.lemma == head.lemma and m.entities]
    if mention.first != head.i:  # "[Israeli settler] attacks"
        told = [m for m in told if m.name.split()[0] == mention.name.split()[0]]
    elif not any(c.lower in ("the", "these", "those") for c in head.head.children) and (head.lemma not in CRIMINALS or len({m.entities[0].name for m in told}) > 1):
        return None
    return told[-1].entities[0] if told else None


def _set_beside(analysis: Analysis, mention: Mention) -> Entity | None:
    """Return the person only described beside whom another description of him is set: "His brother, [a lawmaker] in Kyiv, ..."."""
    head = mention.head
    if head.dep != "appos" or not mention.person or mention.plural or head.head.i > head.i or head.child("conj", "appos") is not None or not any(c.lower in ("a", "an", "the") for c in head.children):
        return None
    other = analysis.mention_at.get(head.head.i)
    fits = other is not None and other.kind == "description" and other.person and not other.plural and other.head.child("conj") is None
    return other.entities[0] if fits and other is not None and len(other.entities) == 1 else None


def _said_of(analysis: Analysis, mention: Mention) -> Entity | None:
    """Return the body that a clause says to be what a description says, where it is a description or pronoun too: "it remains [a force] that fights"."""
    head = mention.head
    if head.dep != "attr" or mention.person or mention.plural or head.head.lemma not in ("be", "remain") or not any(c.lower in ("a", "an", "same") for c in head.children):
        return None
    subject = head.head.child("nsubj")
    other = analysis.mention_at.get(subject.i) if subject is not None and head.head.child("neg") is None else None
    fits = other is not None and len(other.entities) == 1 and not other.person and not other.plural and not other.entities[0].person and other.rule != "place"
    return other.entities[0] if fits and other is not None else None


def _beside(analysis: Analysis, mention: Mention, named: Mention) -> list[Entity]:
    """Return whom the names beside a description give it: "two officers, [Adu] and [Mensah], were arrested"."""
    if not mention.plural or named.head.dep != "appos":
        return list(named.entities)
    further = [m for t in conjuncts(named.head)[1:] if (m := analysis.mention_at.get(t.i)) is not None and m.kind == "name" and m.entities]
    return list(dict.fromkeys([*named.entities, *(m.entities[0] for m in further)]))


def _only_in_headline(entity: Entity) -> bool:
    """Whether an actor is only described, and only by a headline so far."""
    return all(m.kind == "description" and m.head.sent.block.kind == "headline" for m in entity.mentions)


def _named_later(analysis: Analysis, mention: Mention, lexicon: ActorLexicon) -> Entity | None:
    """Return the person named after a description whose office it is; in a headline also where it is not one of somebody known."""
    headline = mention.head.sent.block.kind == "headline"
    role_of = partial(_office_of, lexicon, analysis.article.published)
    named = named_later(analysis, mention, role_of, definite=headline or is_definite_description(mention)) or speaks_next(analysis, mention)
    return named or (named_later(analysis, mention, role_of, definite=False) if headline else None)


def _office_of(lexicon: ActorLexicon, day: str | None, entity: Entity) -> str | None:
    """Return what the article says somebody is, and the office that he is known to hold on its day."""
    entry = next((m.entry for m in entity.mentions if m.entry is not None and m.rule == "lexicon-name"), None) if entity.person else None
    office = lexicon.office(entry["name"], day) if entry is not None and day else None
    return " ".join(filter(None, (entity_role(entity), office["role"] if office is not None else ""))) or None


def _meant(analysis: Analysis, pronoun: Mention) -> list[Entity]:
    """Return whom a pronoun, or a number that stands alone, goes back to: "they", "both", "the five", "the latter"."""
    if pronoun.name in ("latter", "former"):
        both = last_two(analysis, pronoun)
        return both[-1:] if pronoun.name == "latter" else both[:1]
    if pronoun.name in ("two", "both", "neither"):
        return last_two(analysis, pronoun)
    return counted_alone(analysis, pronoun) if pronoun.name in NUMBER_WORDS else antecedents(analysis, pronoun)


def _may_lead(mention: Mention, bearer: Entity, bodies: list[Mention]) -> bool:
    """Whether a headline's description does not tell of another side or body than somebody's: "opposition leader" beside a president, "[Front] commander" beside the army's."""
    sectors = {m.sector for m in bearer.mentions if m.sector}
    known = {w for m in bearer.mentions for w in (*name_words(m.affiliation or ""), *name_words(m.role or ""))}
    return not sectors or all(b.sector in sectors or known & set(name_words(b.name)) for b in bodies)


class Linking:
    """Make actors out of mentions."""

    reads, writes = ("mentions", "roles"), ("entities",)

    def __init__(self, lexicon: ActorLexicon) -> None:
        self.lexicon = lexicon
        self.descriptions = Descriptions(lexicon)

    def __call__(self, analysis: Analysis) -> None:
        promote_introduced(analysis)
        name_surnames(analysis)
        names = [m for m in analysis.mentions if m.kind == "name"]
        for mention in names:
            if mention.person and mention.last > mention.first:
                mention.gender = self.lexicon.gender_of(analysis.tokens[mention.first].text)
        link_names(analysis, names, self.lexicon.first_names)
        link_halves(analysis, names)
        link_seats(analysis, names)
        for mention in names:
            mention.entities = [*state_before(analysis, mention), *mention.entities]
        known = Known(analysis.entities)
        for mention in names:
            if mention.country and not mention.person and mention.first < mention.last:  # "the Israeli army"
                if mention.name.casefold().startswith("armed forces of "):
                    known.arms.setdefault(_arm(mention.country, ["army"]), mention.entities[0])
                known.arms.setdefault(_arm(mention.country, [t.lower for t in analysis.tokens[mention.first + 1 : mention.last + 1]]), mention.entities[0])
        self._link_others(analysis, known)
        for mention in names:
            if mention.head.head.lower == "led" and (body := led_body(self.lexicon, analysis, mention)) is not None:
                mention.entities = [body]
        for entity in analysis.entities:
            self._settle(analysis, entity)

    def _link_others(self, analysis: Analysis, known: Known) -> None:
        """Link descriptions and pronouns in the order of the text, and then pronouns that look ahead."""
        described = {unowned(m.name).casefold(): m.apposed for m in reversed(analysis.mentions) if m.apposed is not None and " " in m.name}
        apart = namesakes_in_office(analysis)
        ahead: list[tuple[Mention, Mention]] = []
        for mention in analysis.mentions:
            if mention.kind == "description":
                if mention.apposed is None and (other := apart.get(office_words(mention))) is not None:
                    join(other, mention)
                    continue
                if mention.apposed is None and mention.person and mention.head.sent.block.kind == "headline":
                    mention.apposed = next((named for words, named in described.items() if f"{words} ".startswith(f"{unowned(mention.name).casefold()} ")), None) or self._role_bearer(analysis, mention)
                self._link_description(analysis, mention, known)
            elif mention.kind == "pronoun" and mention.name.lower() not in FIRST_PERSON:
                mention.entities = _meant(analysis, mention)
                if (subject := subject_ahead(analysis, mention)) is not None:
                    mention.entities = []
                    ahead.append((mention, subject))
                for entity in mention.entities:
                    entity.mentions.append(mention)
        for mention, subject in ahead:
            mention.entities = subject.entities[:1]
            for entity in mention.entities:
                entity.mentions.append(mention)

    def _role_bearer(self, analysis: Analysis, mention: Mention) -> Mention | None:
        """Return the one person of the story with the role a headline names ("Minister: ...")."""
        noun = mention.head.lemma.lower()
        told = set(name_words(mention.name)) - {noun}
        beside = [(m, id(m.apposed.entities[0])) for m in analysis.mentions if m.apposed is not None and m.apposed.entities]
        gone = {bearer for m, bearer in beside if m.head.lemma == mention.head.lemma and _NO_LONGER.intersection(c.lower for c in m.head.children)} if not told & _NO_LONGER else set()
        bodies = [b for c in mention.head.children if c.dep in ("compound", "nmod") and (b := analysis.mention_at.get(c.i)) is not None and b.kind == "name" and b.sector not in (None, "GOV")]
        offices = {id(e): set(name_words(entity_role(e) or "")) for e in analysis.entities if e.person}
        for said, bearer in beside:
            if said.kind == "description" and bearer in offices:
                offices[bearer].update(name_words(said.name))
        bearers = [e for e in analysis.entities if e.person and SYNONYMS.get(noun, noun).split()[-1] in offices[id(e)] and not (_LOWER & told) - offices[id(e)] and id(e) not in gone and _may_lead(mention, e, bodies)]
        if len(bearers) > 1:
            bearers = [e for e in bearers if told and told <= offices[id(e)]]  # "Army chief" beside two chiefs
        return next((m for m in bearers[0].mentions if m.kind == "name"), None) if len(bearers) == 1 else None

    def _link_description(self, analysis: Analysis, mention: Mention, known: Known) -> None:
        """Link a description to whom it stands beside, goes back to or looks ahead to; else it is an actor of its own."""
        if mention.apposed is not None and mention.apposed.entities:
            mention.entities = _beside(analysis, mention, mention.apposed)
            mention.entities[0].mentions.append(mention)
            known.add(mention.entities[0], mention)
        elif (same := _set_beside(analysis, mention)) is not None:
            join(same, mention)
            known.add(same, mention)
        elif (led := own_body(analysis, mention, known) or council_itself(analysis, mention) or own_client(analysis, mention) or own_land(self.lexicon, analysis, mention)) is not None:
            join(led, mention)
        elif (said := _said_of(analysis, mention)) is not None:
            join(said, mention)
        elif mention.plural and mention.apposed is None and len(people := listed(analysis, mention) or heads_of_states(analysis, mention)) > 1:
            mention.entities = people
            for one in people:
                one.mentions.append(mention)
        elif (body := body_said_otherwise(analysis, mention) or office_in_letters(analysis, mention)) is not None:
            join(body, mention)
        elif several := again(analysis, mention):
            mention.entities = several
        elif (found := self.descriptions.antecedent(analysis, mention)) is not None:
            if (both := pair(analysis, mention) if mention.plural and _only_in_headline(found) and mention.head.sent.block.kind != "headline" else []):
                mention.entities = both  # "the two ministers" behind the headline "Ministers meet"
                return
            join(found, mention)
            known.add(found, mention)
        elif (later := _named_later(analysis, mention, self.lexicon)) is not None:
            join(later, mention)
            self._name_body(analysis, mention, later)
        elif both := pair(analysis, mention) or nationalities(analysis, mention):
            mention.entities = both
        elif (told := _state_of_side(analysis, mention) or other_state(analysis, mention) or _crowd_before(analysis, mention) or commanded(analysis, mention)) is not None:
            join(told, mention)
        elif (full := told_in_full_later(analysis, mention)) is not None and full.kind == "name" and full.entities:
            join(full.entities[0], mention)
        else:
            mention.name = full.name if full is not None else mention.name
            self._link_called(analysis, mention, known)

    def _name_body(self, analysis: Analysis, office: Mention, bearer: Entity) -> None:
        """Set the named body of an office beside the words for it: "the head of [the largest rebel group] ... Omar Sow, leader of the [Omega Front]"."""
        body = next((m for t in prep_objects(office.head, "of") if (m := analysis.mention_at.get(t.i)) is not None), None)
        told = next((m.affiliation for m in bearer.mentions if m.kind == "name" and m.affiliation), None)
        if body is not None and told is not None and body.kind == "description" and not body.plural and body.apposed is None and body.head.lemma.lower() in GROUP_NOUNS:
            body.apposed = next((m for m in analysis.mentions if m.kind == "name" and m.name == told and m.entities and not m.person), None)

    def _link_called(self, analysis: Analysis, mention: Mention, known: Known) -> None:
        """Link a description to the actor that the article calls the same, or make an actor of its own of it."""
        mention.name = name_owned(self.lexicon, analysis, mention) or mention.name
        arm = _arm_of_state(analysis, mention)
        entity = known.called(mention.name) or known.arms.get(arm or "")
        owned = any(c.tag == "PRP$" for c in mention.head.children)  # "Palestinians and their resistance": not the one named before
        if entity is None or (mention.person and not (is_definite_description(mention) and (entity.person or not any(m.kind == "name" for m in entity.mentions)))) or (owned and any(m.kind == "name" for m in entity.mentions)):
            entity = Entity(person=bool(mention.person) and not mention.people)
            analysis.entities.append(entity)
        elif " of " in mention.name and entity.mentions[0].kind == "description":
            entity.name = mention.name  # "the government of Argentina" after "the Argentine government"
        join(entity, mention)
        known.add(entity, mention)
        if arm is not None:
            known.arms.setdefault(arm, entity)

    def _settle(self, analysis: Analysis, entity: Entity) -> None:
        """Choose the fullest name and gather kind, country, sector and role from the mentions."""
        names = [m for m in entity.mentions if m.kind == "name"]
        entity.name = entity.name if entity.name and not names else fullest(names) if names else (entity.mentions[0].name if entity.mentions else "")
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
        if any(m.person and not m.people for m in names):
            entity.person = True
