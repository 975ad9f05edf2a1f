"""Agents: who is named with "by", with the verb itself or where the parser hung it: "was [struck] and killed by a raid", "was hacked to death with machetes by [militiamen]"."""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import SUBJECTS, at_hands, conjuncts, is_passive, is_verb, prep_objects
from reportedly.lexicons.word_lists import word_list

_CONVEYANCES = word_list("by_phrases.conveyances")
_MEDIATING = word_list("by_phrases.mediating")
_BY_COURTS = word_list("by_phrases.by_courts")
_LATER = frozenset({"later", "subsequently", "eventually", "afterwards", "finally"})  # "was shot by a sniper and [later] granted asylum"
_COMMANDS = word_list("by_phrases.commands")
_TO_THINGS = word_list("by_phrases.to_things")
_HAD_DONE = word_list("by_phrases.had_done")
_ARRIVING = word_list("arriving")


def objects_of(prep: Token) -> list[Token]:
    """Return the heads of the objects of a preposition."""
    return [t for c in prep.children if c.dep == "pobj" for t in conjuncts(c)]


def by_phrase(verb: Token) -> list[Token] | None:
    """Return the heads of the "by" phrase of a verb, nothing where it names no agent; None where the verb has none. A gerund there is no agent."""
    above = (verb, *(c for c in verb.children if c.lower == "including"))  # "was widely condemned, including by the bishop"
    by = [c for v in above for c in v.children if c.dep == "agent" or (c.dep == "prep" and c.lower == "by")]
    found = [t for c in by for b in (c, *(g for g in c.children if g.dep == "conj" and g.lower == "by")) for t in objects_of(b)]
    if len(found) == 1 and _is_conveyance(found[0]):
        return []
    if not found and verb.dep == "amod" and verb.lemma in _MEDIATING:
        return [t for t in (*verb.children, *verb.head.children) if t.i == verb.i - 2 and t.pos != "ADV"]  # "a [UN]-brokered truce"
    if found and found[0].lemma in _COMMANDS and (bidden := prep_objects(found[0], "of")):
        return bidden  # "were closed by order of the governors"
    return found or None


def is_joined_passive(verb: Token) -> bool:
    """Whether a participle is joined to a verb and leaves "was" to it: "was caught and [beaten]"."""
    return verb.dep == "conj" and is_verb(verb.head) and not any(c.dep in ("nsubjpass", "auxpass") for c in verb.children)


def is_by_others(verb: Token) -> bool:
    """Whether a joined participle is done by others than the verb before it: "was shot by a sniper and later [granted] asylum"."""
    return verb.lemma in _BY_COURTS or verb.head.lemma in _MEDIATING or any(c.dep == "advmod" and c.lower in _LATER for c in verb.children) or (_has_day(verb) and _has_day(verb.head))


def by_phrase_inside(verb: Token) -> list[Token]:
    """Return who is named with "by" that the parser hung on a noun or a joined verb below: "was hacked to death with machetes by [militiamen]"."""
    nouns = [g for c in verb.children if c.dep == "prep" and c.lower in ("with", "in", "at", "to", "as") for g in c.children if g.dep == "pobj"]
    nouns += [g for c in verb.children if c.dep == "prep" for g in c.children if g.dep == "pcomp" and g.lemma in _ARRIVING]  # "was cheered on arriving by a choir"
    nouns += [c for c in verb.children if c.dep in ("dobj", "oprd") and is_passive(verb)]  # "was named a terrorist group by Ottawa"
    found = [t for n in nouns for t in prep_objects(n, "by")]
    if not found and is_passive(verb):  # "was stoned to death and his body hung from a tree by a mob"
        own = [c for c in verb.children if c.dep == "conj" and is_verb(c) and (what := c.child("nsubj", "nsubjpass")) is not None and any(g.tag == "PRP$" for g in what.children) and c.child("dobj") is None]
        found = [t for c in own for g in c.children if g.dep in ("agent", "prep") and g.lower == "by" for t in objects_of(g)]
    return found or at_hands(verb)


def by_phrase_behind(verb: Token) -> list[Token]:
    """Return who is named with "by" behind what a passive bars, or behind the last of the verbs joined to it: "was deposed and his ministers jailed by [guards]"."""
    if is_passive(verb):  # "were prevented from entering the camp by armed men": on the last noun or verb
        barred = [g for c in verb.children if c.dep == "prep" and c.lower == "from" for g in c.children if g.dep == "pcomp"]
        if found := [t for g in barred for n in (g, *(c for c in g.children if c.dep == "dobj")) for t in prep_objects(n, "by")]:
            return found
    last = verb
    for _ in range(4):
        child = next((c for c in last.children if c.dep == "conj" and c.tag == "VBN"), None)
        if child is None or (child.child("auxpass") is not None and any(c.dep in SUBJECTS for c in child.children)) or any(c.dep == "prep" and last.i < c.i < child.i for c in last.children):
            break
        if found := [t for c in child.children if c.dep == "agent" for t in objects_of(c)]:
            return found
        last = child
    return []


def who_had_it_done(verb: Token) -> Token | None:
    """Return the verb whose subject lets others do it: "the king [had] the envoys beheaded"."""
    if verb.tag != "VBN" or verb.lemma not in _HAD_DONE:
        return None
    had = verb.head.head if verb.dep == "acl" and verb.head.dep == "dobj" else verb.head
    thing = verb.child("nsubjpass") if verb.dep == "ccomp" else verb.head if verb.dep == "acl" else None
    if had.lemma not in ("have", "get") or thing is None or not had.i < thing.i < verb.i or verb.child("aux", "auxpass", "mark") is not None or (verb.lemma in _TO_THINGS and any(c.tag == "PRP$" for c in thing.children)):
        return None
    return had


def _is_conveyance(thing: Token) -> bool:
    """Whether "by" names what carried somebody: "were delivered by cargo [plane]", "was evacuated by [helicopter]"; but "by a helicopter", "bombed by jets", "backed by coalition aircraft"."""
    is_kind = thing.tag == "NN" and (thing.lower != "aircraft" or not thing.children)
    return is_kind and thing.lemma in _CONVEYANCES and not any(c.dep in ("det", "poss", "nummod", "prep", "acl", "relcl") or c.tag in ("NNP", "NNPS") or c.text[:1].isupper() for c in thing.children)


def _has_day(verb: Token) -> bool:
    """Whether a joined verb tells of another day: "was caught by police in May and handed over [in June]"."""
    return any(c.dep == "npadvmod" or (c.dep == "prep" and c.lower in ("in", "on") and any(g.ent is not None and g.ent.label == "DATE" for g in c.children)) for c in verb.children)
