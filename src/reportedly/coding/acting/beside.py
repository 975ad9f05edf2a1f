"""Beside: those whom an act befell too and who stand outside its slots: "deported together with four monks", "jailed 900 teachers, among them the novelist Ana Rus"; a helper of arguments.py."""

from __future__ import annotations

from reportedly.analysis import Analysis, Draft, Entity, Mention, Token
from reportedly.coding.acting.parties import actors_at
from reportedly.coding.grammar.clauses import logical_object
from reportedly.coding.grammar.slots import Slots
from reportedly.coding.grammar.syntax import conjuncts, is_passive, is_verb
from reportedly.lexicons.word_lists import word_list

_TAKING = word_list("beside.taking")
_BEFALLING = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT", "AID"})
_THINGS = frozenset({"weapon", "money"})
_OF_THEM = frozenset({"them", "whom"})


def add_those_beside(analysis: Analysis, draft: Draft, slots: Slots) -> None:
    """Add to whom an act befell those who shared it, and persons named out of their number."""
    if draft.type not in _BEFALLING or not (draft.recipients or draft.predicate.recipient):
        return
    for entity, words in (*_companions(analysis, draft, slots), *_named_of_them(analysis, draft)):
        if entity not in draft.recipients and entity not in draft.actors:
            draft.recipients.append(entity)
            draft.because("recipients", "named with whom it befell", words)


def _companions(analysis: Analysis, draft: Draft, slots: Slots) -> list[tuple[Entity, tuple[int, int]]]:
    """Return with whom somebody was taken or killed: "was flown out along with two nurses"; but "attacked the town along with the rebels" are doers."""
    verb = draft.head
    if not draft.recipients or not is_verb(verb) or not (is_passive(verb) or verb.lemma in _TAKING):
        return []
    whom = [g for t in logical_object(verb) for c in t.children for g in (c, *(c.children if c.dep == "acl" else ()))]  # "captured the man known as Gedo along with": hung on the man
    for phrase in (*verb.children, *whom):
        with_ = phrase.child("prep") if phrase.lower == "along" else phrase
        if phrase.dep != "prep" or with_ is None or with_.lower != "with" or phrase.i < verb.i:
            continue
        if (phrase is with_ and _word_before(phrase) not in ("together", "along")) or (not is_passive(verb) and verb.child("dobj") is None):
            continue
        if (other := with_.child("pobj")) is not None:
            return [pair for t in conjuncts(other) if not slots.kinds.is_of(t, _THINGS) for pair in actors_at(analysis, t, draft.type, as_doer=False, slots=slots)]
    return []


def _word_before(token: Token) -> str:
    at = token.i - token.sent.tokens[0].i
    return token.sent.tokens[at - 1].lower if at else ""


def _named_of_them(analysis: Analysis, draft: Draft) -> list[tuple[Entity, tuple[int, int]]]:
    """Return persons named as some of many whom it befell: "freed all prisoners, including [Ivan Orel]"."""
    tokens = draft.head.sent.tokens
    first = tokens[0].i if is_verb(draft.head) and is_passive(draft.head) else draft.head.i  # "five rebels, including [their leader Omar], were killed"
    openers = [t for t in tokens if t.lower in ("including", "among") and t.i > first]
    if not openers:
        return []
    many = [m for e in draft.recipients for m in e.mentions if m.head.sent is draft.head.sent and m.kind == "description" and m.head.i < openers[0].i and (m.plural or m.head.tag == "DT")]
    some = [t for t in logical_object(draft.head) if t.lower == "those"] if is_verb(draft.head) and not draft.recipients else []
    last = max((*(m.head for m in many), *some), key=lambda t: t.i, default=None)
    if last is None:
        return []
    for opener in openers:
        phrase = {t.i for t in last.subtree()}
        if any(t.i not in phrase and t.pos != "PUNCT" for t in tokens[last.i + 1 - tokens[0].i : opener.i - tokens[0].i]):
            return []
        thing = opener.child("pobj", "dobj")
        if opener.lower == "among" and thing is not None and thing.lower in _OF_THEM:
            thing = opener.head if opener.head.i > opener.i and not is_verb(opener.head) else None
        elif opener.lower == "among":
            thing = None
        if thing is not None:
            return [(e, m.span) for t in conjuncts(thing) if (m := _person_at(analysis, t)) is not None for e in m.entities]
    return []


def _person_at(analysis: Analysis, token: Token) -> Mention | None:
    """Return the name of a person that a noun phrase holds: "the novelist [Ana Rus]"."""
    for word in (token, *(c for c in token.children if c.dep == "appos")):
        if (mention := analysis.mention_at.get(word.i)) is not None and mention.kind == "name" and (mention.person or any(e.person for e in mention.entities)):
            return mention
    return None
