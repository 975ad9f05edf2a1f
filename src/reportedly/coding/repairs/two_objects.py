"""Two objects: what is given and whom it is given to, where the parser reads the one as part of the other; a helper of repair.py.

Reads tokens; mends their heads in place. Each mend is a shape and says what it looks like.
"""

from __future__ import annotations

from collections.abc import Callable

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import token_after, token_before
from reportedly.lexicons.word_lists import word_list

_NAMING = word_list("two_objects.naming")
_GIVING = word_list("giving") | {"refuse"}
_GIFTS = word_list("two_objects.gifts")
_CURRENCIES = word_list("two_objects.currencies")
_AS_NOUNS = word_list("two_objects.as_nouns")


def _mend_told(tell: Token, doers: Token) -> None:
    """Part "told [reporters] gunmen had fled", which the parser takes for one kind of gunmen."""
    told = doers.child("compound")
    if doers.tag in ("NNS", "NNPS") and told is not None and told.i == tell.i + 1 == doers.i - 1 and told.tag in ("NNS", "NNP", "NNPS"):
        told.reattach(tell, "dative")


def mend_two_objects(verb: Token, is_actor: Callable[[str], bool]) -> None:
    """Hang whom something is given to and what is given both on a verb of giving; ``is_actor``: whether a noun is one of the lexicon of actors."""
    if verb.tag in ("VB", "VBP") and verb.dep == "ccomp" and verb.head.lemma in ("make", "give") and any(c.dep == "det" for c in verb.children):
        _mend_noun_as_clause(verb)
        return
    if verb.lemma == "tell" and (clause := verb.child("ccomp")) is not None and (doers := clause.child("nsubj", "nsubjpass")) is not None:
        _mend_told(verb, doers)
        return
    things = [c for c in verb.children if c.dep == "dobj" and c.i > verb.i]
    if len(things) == 2 and verb.lemma in _NAMING:
        things[1].dep = "oprd"  # 'calling the verdict "a [mockery]"'
        return
    if not things and verb.child("dative") is None and (verb.lemma in _GIVING or verb.lemma == "deliver"):
        _mend_shifted(verb)
        return
    if verb.lemma in _GIVING and not things and (sum_of := verb.child("dative")) is not None and sum_of.lemma.lower() in _CURRENCIES:
        sum_of.dep = "dobj"  # "is granting [EUR] 200,000 to the camp"
        return
    if verb.lemma not in _GIVING or verb.child("dative") is not None or not things:
        return
    whom, thing = things[0], things[-1]
    if whom is not thing and not _is_amount(whom) and (_is_amount(thing) or any(c.lower in ("a", "an") for c in thing.children)):
        whom.dep = "dative"  # "gave the [families] of the victims 9,000 euros each", "handed the Danish [chargé d'affaires] a note"
    elif (name := _name_before(thing)) is not None:
        thing.give_before(name)
        name.reattach(verb, "dative")  # "lent the [Philippines] 12 patrol boats", "gave the [Ethiopians] air cover"
    elif (number := thing.child("nummod")) is not None and (who := next((c for c in number.children if c.dep == "quantmod" and c.tag in ("NN", "NNS", "NNP", "NNPS")), None)) is not None:
        for word in [c for c in number.children if c.i < who.i]:
            word.reattach(who, word.dep if word.dep != "quantmod" else "det")
        who.reattach(verb, "dative")  # "lent the [couple] 200,000 euros"
    elif thing.lemma in _GIFTS and not any(c.lower in ("to", "for") for top in (verb, thing) for c in top.children) and (owner := _owner_before(thing)) is not None:
        thing.give_before(owner)
        owner.reattach(verb, "dative")  # "denied the [prisoners] food"
    elif (many := _people_before(thing, is_actor)) is not None:
        thing.give_before(many, "det")
        many.reattach(verb, "dative")  # "lent the [dockers] field kitchens"
    else:
        _mend_in_phrase(verb, thing)


def _people_before(thing: Token, is_actor: Callable[[str], bool]) -> Token | None:
    """Return a plural for people that opens the phrase of a thing: "the [dockers] field kitchens"; a kind of thing stands in the singular."""
    words = [t for t in thing.subtree() if t.i < thing.i]
    first = words[1] if len(words) > 1 and words[0].lower == "the" and words[0].head is thing else None
    return first if first is not None and first.tag == "NNS" and first.dep in ("compound", "nmod") and thing.tag in ("NNS", "NN") and is_actor(first.lemma.lower()) else None


def _mend_shifted(verb: Token) -> None:
    """Hang a counted thing that stands behind whom it is given to on the verb: "handed over to the coast guard two [boats]", "delivered to Togo nine [tents]"."""
    to = next((c for c in verb.children if c.lower == "to" and c.dep in ("prep", "dative") and c.i > verb.i), None)
    last = to.child("pobj") if to is not None else None
    if to is None or last is None:
        return
    thing = last.child("appos")
    if thing is not None and (number := thing.child("nummod")) is not None and (before := token_before(number)) is not None and before.i <= last.i:
        thing.reattach(verb, "dobj")
    elif (name := _name_before(last)) is not None and name.i == to.i + 1 and _is_amount(last):
        last.give_before(name)
        name.reattach(to, "pobj")
        last.reattach(verb, "dobj")


def _name_before(thing: Token) -> Token | None:
    """Return a name that stands before a thing but is none of its own: one of a people, one before a number, a land right before what it gets."""
    names = [c for c in thing.children if c.dep in ("compound", "nmod") and c.pos == "PROPN" and c.i < thing.i]
    if not names or names[-1].ent is None or names[-1].ent.label not in ("GPE", "NORP", "ORG", "LOC"):
        return None
    after = token_after(names[-1])
    if after is thing and thing.lemma in _GIFTS and names[-1].ent.label == "GPE" and names[-1].tag == "NNP" and not names[-1].text.isupper() and "." not in names[-1].text and thing.subtree()[0] is names[-1]:
        return names[-1]  # "offered [Somalia] aid"
    return names[-1] if names[-1].tag == "NNPS" or (after is not None and after.tag in ("CD", "$")) else None


def _mend_in_phrase(verb: Token, whom: Token) -> None:
    """Take what is given out of the phrase of whom it is given to: "gave the leaders of Chad [aid]"."""
    for prep in (c for c in whom.children if c.dep == "prep" and c.lower in ("of", "in", "from")):
        nouns = [c for c in prep.children if c.dep == "pobj"]
        if len(nouns) == 1 and prep.lower == "of" and whom.tag == "NNS" and nouns[0].lemma in _GIFTS and (owner := _owner_before(nouns[0])) is not None:
            gift = nouns[0]
            gift.give_before(owner)
            owner.reattach(prep, "pobj")
            gift.reattach(verb, "dobj")
            whom.dep = "dative"
            return


def _owner_before(gift: Token) -> Token | None:
    """Return the noun right before a gift that is of those who get it: "offered the families of the [dead] compensation"."""
    owner = next((c for c in gift.children if c.i == gift.i - 1 and (c.tag in ("NN", "NNS") or c.lower in _AS_NOUNS)), None)
    return owner if owner is not None and any((c.lower == "the" or c.tag == "PRP$") and c.i < owner.i for c in gift.children) else None


def _mend_noun_as_clause(thing: Token) -> None:
    """Make an object of "made the governor an [offer]", which the parser takes for a clause of its own."""
    verb, whom = thing.head, thing.child("nsubj")
    if whom is None or verb.child("dobj", "dative") is not None:
        return
    whom.reattach(verb, "dative")
    thing.pos, thing.tag, thing.dep = "NOUN", "NN", "dobj"


def _is_amount(noun: Token) -> bool:
    return noun.pos == "NUM" or any(c.dep == "nummod" or c.tag == "$" for c in noun.children)
