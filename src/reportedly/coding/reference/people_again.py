"""People again: whom "the detainees", "the strikers", "the inmates" mean of those only described so far, by what they did or what befell them; a helper of linking.py."""

from __future__ import annotations

from reportedly.analysis import Analysis, Entity, Mention, Token
from reportedly.coding.grammar.syntax import climb_partitive, conjuncts, first_joined, is_verb
from reportedly.coding.reference.plain_words import is_definite_description, is_doer_of_its_verb, is_said_which
from reportedly.coding.reference.walking import WINDOW, walk_back
from reportedly.lexicons.word_lists import word_list

# what people are called next: the words, and the verbs by what they did or what befell them
_DOERS = (
    (word_list("people_again.crowd"), word_list("people_again.crowd_deeds")),
    (word_list("people_again.strikers"), word_list("people_again.strikers_deeds")),
    (word_list("people_again.rebels"), word_list("people_again.rebels_deeds")),
)
_SUFFERERS = (
    (word_list("people_again.seized"), word_list("people_again.seized_deeds")),
    (word_list("people_again.hurt"), word_list("people_again.hurt_deeds")),
    (word_list("people_again.saved"), word_list("people_again.saved_deeds")),
)
_SAME = (
    word_list("people_again.held"),
    word_list("people_again.healers"),
    word_list("people_again.lawmakers"),
    word_list("people_again.movers"),
    word_list("people_again.soldiers"),
    word_list("people_again.locals"),
    word_list("people_again.workers"),
    word_list("people_again.pupils"),
    word_list("people_again.reporters"),
    word_list("people_again.seamen"),
    word_list("people_again.watchers"),
)
_WORDS = frozenset().union(*(words for words, _ in _DOERS + _SUFFERERS), *_SAME)
_ANYBODY = word_list("people_again.anybody")
_VAGUE = word_list("people_again.vague")
_ARMED = frozenset({"MIL", "COP"})


def told_of_again(analysis: Analysis, mention: Mention) -> list[Entity]:
    """Return those described not long before whom a bare definite word means: "arrested dozens of students ... the detainees"."""
    noun, head = mention.head.lemma.lower(), mention.head
    if (noun not in _WORDS and noun not in _ANYBODY) or not is_definite_description(mention) or head.child("prep", "acl", "compound", "poss", "nummod") is not None or is_said_which(head):
        return []
    if any(c.dep == "amod" and c.tag != "VBN" for c in head.children):
        return []
    before = [m for m in walk_back(analysis, mention, WINDOW) if m.entities and not is_doer_of_its_verb(m, mention) and (m.kind == "description" or (m.person and m.kind == "name" and not mention.plural))]
    if any(m.kind == "description" and m.head.lemma.lower() == noun for m in before):
        return []  # the same word again
    many = mention.plural or noun in ("crowd", "mob")
    for other in before:
        if _is_called(noun, other, many):
            return _with_joined(analysis, other) if many else list(other.entities)
    return _only_ones(before, mention) if mention.plural and noun in _ANYBODY else []


def _is_called(noun: str, other: Mention, many: bool) -> bool:
    """Whether a noun is what those of a mention are called by what they are, did or suffered."""
    several = other.plural or other.head.child("conj") is not None
    if many != several or (other.kind == "description" and other.head.lemma.lower() in _VAGUE):
        return False  # "a group of people ... the protesters" says more
    if " " in other.name and other.kind == "description" and any(noun in same and other.head.lemma.lower() in same for same in _SAME):
        return True
    place = climb_partitive(other.head)
    verb = place.head
    if other.sector not in _ARMED and place.dep == "nsubj" and is_verb(verb) and any(noun in words and verb.lemma in deeds for words, deeds in _DOERS):
        return True
    return any(noun in words and _undergoes(place, verb, deeds) for words, deeds in _SUFFERERS)


def _undergoes(token: Token, verb: Token, deeds: frozenset[str]) -> bool:
    """Whether somebody is acted on by a verb of some kind: "arrested [students]", "[students] held since May"."""
    return (token.dep in ("dobj", "nsubjpass") and verb.lemma in deeds) or any(c.dep == "acl" and c.tag == "VBN" and c.lemma in deeds for c in token.children)


def _with_joined(analysis: Analysis, other: Mention) -> list[Entity]:
    """Return those of a mention and all that are joined to it: "a man and two women"."""
    joined = [m for t in conjuncts(first_joined(other.head)) if (m := analysis.mention_at.get(t.i)) is not None and m.entities and m.kind != "pronoun"]
    return list(dict.fromkeys(e for m in joined or [other] for e in m.entities))


def _only_ones(before: list[Mention], mention: Mention) -> list[Entity]:
    """Return the only people described in the sentence before, whom "the men" can mean."""
    near = [m for m in before if m.head.sent.i == mention.head.sent.i - 1 and m.plural and m.kind == "description" and m.rule == "noun" and climb_partitive(m.head).dep in ("nsubj", "nsubjpass", "dobj")]
    people = {id(m.entities[0]): m for m in near if m.sector not in _ARMED}
    one = next(iter(people.values())) if len(people) == 1 else None
    return list(one.entities) if one is not None and not is_definite_description(one) else []
