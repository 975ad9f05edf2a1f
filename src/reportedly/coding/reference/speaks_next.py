"""Speaks next: who goes on speaking by name where somebody spoke by office only; a helper of linking.py.

News credits the lead to an office and names its bearer with the next words: "a senior official said ... County Commissioner Halima Juma said", "its spokesman said ... Omar Sow told".
"""

from __future__ import annotations

from reportedly.analysis import Analysis, Entity, Mention, Token
from reportedly.coding.grammar.syntax import prep_objects, speaks
from reportedly.coding.reference.called_next import is_called
from reportedly.coding.reference.naming import is_first_named, name_words, words_of_office
from reportedly.lexicons.actors import fold
from reportedly.lexicons.word_lists import word_list

_NO_OFFICES = word_list("speaks_next.no_offices")
_TELLING = word_list("speaks_next.telling")
_ASKING = word_list("asking")
_PLAIN = word_list("speaking_plainly")
_HEADS = word_list("heads")
_SERVICES = {w: sector for sector in ("MIL", "COP", "REB") for w in word_list(f"speaks_next.service_{sector.lower()}")}
_RANKED = frozenset({"MIL", "COP", "REB", "UAF"})  # where a name comes with a rank, which is no other office
_SPOKES = {"spokesman": "spokesperson", "spokeswoman": "spokesperson"}
_LEAD = 6  # sentences of an article in which somebody is told of by a wider word than his office
_NEXT = 4  # sentences in which he must go on speaking
_ALIKE = (frozenset({"envoy", "ambassador", "representative"}), _HEADS)


def speaks_next(analysis: Analysis, mention: Mention) -> Entity | None:
    """Return the person named with the next words said where somebody told of by office only speaks: "A senior commander of the Front said ... [Jawad Sow] described ..."."""
    if not mention.person or mention.plural or mention.head.child("appos") is not None:
        return None
    office, here = mention.head, mention.head.sent
    headline = here.block.kind == "headline"
    if office.lemma.lower() in _NO_OFFICES or not (is_speaker(office) or _is_credited(office)) or office.child("relcl") is not None:
        return None
    for sentence in analysis.sentences[here.i + 1 : here.i + 1 + _NEXT]:
        told = next((m for m in sentence.mentions if m.kind != "pronoun" and is_speaker(m.head)), None)
        if told is None:
            continue
        name, again = told.apposed or told, headline and told.head.head.lemma == office.head.lemma
        if name.kind == "description" and ((headline and (again or set(fold(told.name)) & set(fold(mention.name)))) or told.head.lemma == office.lemma):
            continue  # the first sentence says a headline again
        if name.kind != "name" or not name.person or not name.entities or not (again or _may_be(analysis, mention, name)):
            return None
        return name.entities[0] if is_first_named(name.entities[0], sentence) else None
    return None


def is_speaker(token: Token) -> bool:
    """Whether a word is who says what a sentence tells."""
    verb = token.head
    if token.dep != "nsubj" or not (speaks(verb) or verb.lemma in _TELLING or verb.lemma in _ASKING):
        return False
    return verb.dep in ("ROOT", "conj", "parataxis")


def _is_credited(token: Token) -> bool:
    return token.dep == "pobj" and token.head.lower == "to" and token.head.head.lower == "according"


def _may_be(analysis: Analysis, office: Mention, name: Mention) -> bool:
    """Whether somebody named is called by a description: without an office of his own, by the same one, or, in the lead, by one that the description is a wider word for."""
    entity = name.entities[0]
    countries = {m.country for m in entity.mentions if m.country}
    if office.country is not None and countries and office.country not in countries:
        return False
    role = words_of_office(analysis, name)
    if not role:
        return _has_no_office(name) and (name.entry is None or bool(set(fold(name.entry.cells.get("affiliation") or "")) & set(fold(office.name))))
    sectors = _sectors(analysis, office)
    if name.sector in _RANKED and (name.sector in sectors or office.head.lemma.lower() == "commander"):
        return True
    noun, words = office.head.lemma.lower(), set(name_words(office.name))
    same = next((alike for alike in _ALIKE if noun in alike), frozenset({noun, _SPOKES.get(noun, noun)})) & role
    if same:
        return role - same - words - _PLAIN == set() or (noun in _HEADS and office.head.sent.i < _LEAD and name.sector in sectors)
    if office.head.sent.i >= _LEAD or noun in _SPOKES or (name.sector in _RANKED and name.sector not in sectors):
        return False
    return sectors <= {office.sector, *(m.sector for m in entity.mentions)} and is_called(analysis, office, noun, words, entity, True)


def _has_no_office(name: Mention) -> bool:
    """Whether nothing beside a name tells who that is; but "Ali Sow, whose mandate ends in June"."""
    clause = name.head.child("relcl")
    return name.head.child("appos") is None and name.apposed is None and (clause is None or any(c.lower == "whose" for c in clause.subtree()))


def _sectors(analysis: Analysis, mention: Mention) -> set[str | None]:
    """Return the sectors that somebody may have by his office and by whose it is: "the army's chief of operations", "a senior army official"."""
    words = {t.lower for t in (*mention.head.children, *(g for o in (*prep_objects(mention.head, "of"), *prep_objects(mention.head, "for")) for g in (o, *o.children)))}
    served: set[str | None] = {_SERVICES[w] for w in words if w in _SERVICES}
    return served or {mention.sector, *(m.sector for t in mention.head.subtree() if (m := analysis.mention_at.get(t.i)) is not None and m.kind != "pronoun")}
