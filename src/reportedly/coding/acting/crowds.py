"""Crowds: who protests, where the noun for the protest only says when or where a crowd did something else: "students broke a sign during a [rally]"."""

from __future__ import annotations

from reportedly.analysis import Draft, Entity, Token
from reportedly.coding.grammar.clauses import logical_object, surface_subject
from reportedly.coding.grammar.light_verbs import Light
from reportedly.coding.grammar.slots import Slots
from reportedly.coding.grammar.syntax import climb_partitive, is_passive, is_verb, prep_objects
from reportedly.coding.reference.naming import entity_sector
from reportedly.lexicons.word_lists import word_list

_CROWD = frozenset({"public"})
_PROTESTING = word_list("crowds.protesting")
_SPEAKING_TO = word_list("crowds.speaking_to")
_ON_DUTY = frozenset({"officer", "guard", "agent", "official", "marshal"})
_PROTESTS = word_list("crowds.protests")
_AT = frozenset({"in", "during", "at"})
_PROVOKING, _UNDERGONE = word_list("provoking"), word_list("undergone") | {"death"}
_HARMING = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE"})
_AGAINST_THEM = frozenset({"COP", "MIL"})


def crowd_at(protest: Draft, slots: Slots) -> list[Token]:
    """Return the crowd that the verb tells of to which a protest is the occasion."""
    noun = climb_partitive(protest.head)
    if noun.dep != "pobj" or (noun.head.lower not in _AT and (noun.head.lower != "as" or noun.lemma != "part")):
        return []
    verb = noun.head.head
    if verb.dep == "dobj":
        verb = verb.head  # "broke a sign during a rally": the parser hangs the rally on the sign
    if not is_verb(verb) or noun.i < verb.i:
        return []
    if is_passive(verb) or verb.tag == "VBN":
        return [t for t in surface_subject(verb) if _came_to_protest(t)]  # "five protesters were held during demonstrations"
    crowd = [t for t in surface_subject(verb) if t.tag in ("NNS", "NNPS") and t.lemma not in _ON_DUTY and slots.kinds.is_of(t, _CROWD)] or [t for t in logical_object(verb) if verb.lemma not in _SPEAKING_TO and _came_to_protest(t)]
    led = logical_object(verb) if verb.lemma == "lead" else []  # "he led the lawmakers in a march"
    return [*surface_subject(verb), *led] if led else crowd


def _came_to_protest(people: Token) -> bool:
    """Whether those to whom something is done at a protest are the ones who hold it, not whoever was there."""
    return people.tag in ("NNS", "NNPS") and people.lemma in _PROTESTING


def protests_met(draft: Draft, slots: Slots, light: Light | None, *, noun: bool) -> list[Token]:
    """Return the protests that force is used on: "fired on a [rally]", "the crackdown on the [protests]"."""
    if not any(t.lemma.lower() in _PROTESTS for t in draft.head.sent.tokens):
        return []
    found = (t for together in draft.predicate.recipient for slot in together for t in slots.fill(draft.head, slot, noun=noun, light=light, words=draft.words[1:]))
    return [t for t in found if t.lemma.lower() in _PROTESTS and t.text != "March" and t not in draft.words]  # "an attack on March 3"


def meets_protest(verb: Token, by_head: dict[int, Draft]) -> bool:
    """Whether what a verb acts on is a protest, whose own target it does not act on: "fired on a protest against the junta"."""
    return any((met := by_head.get(t.i)) is not None and met.type == "PROTEST" for c in verb.children for t in ((c,) if c.dep in ("dobj", "nsubjpass") else c.children if c.dep == "prep" else ()))


def drop_guards(protest: Draft) -> None:
    """Take those away who only did their duty at a protest: "police shot three people during renewed protests"."""
    noun = climb_partitive(protest.head)
    if noun.dep == "pobj" and noun.head.lower in ("during", "at", "amid", "after") and protest.actors and all(_is_guard(e) for e in protest.actors):
        protest.actors = []


def _is_guard(entity: Entity) -> bool:
    return entity_sector(entity) in _AGAINST_THEM


def resented(protest: Draft, by_head: dict[int, Draft]) -> list[Token]:
    """Return whose doing a protest answers: "protests over [the mayor]'s visit", "[the mayor]'s visit sparked protests"; but not who suffered it."""
    noun = climb_partitive(protest.head)
    above = noun.head
    if noun.dep == "dobj" and above.dep != "advcl" and above.lemma in _PROVOKING:
        return [t for s in surface_subject(above) if s.i not in by_head for t in (s, *_owners(s))]
    deeds = [t for where in ((noun, above) if noun.dep == "nsubj" else (noun,)) for t in prep_objects(where, "over")]
    return [c for o in deeds if ((deed := by_head.get(o.i)) is None or deed.type not in _HARMING) and o.lemma not in _UNDERGONE for c in o.children if c.dep == "poss"]


def _owners(thing: Token) -> list[Token]:
    return [c for c in thing.children if c.dep == "poss"] or prep_objects(thing, "of") or prep_objects(thing, "by")
