"""Parted: one phrase whose halves the parser gave to two words; a helper of repair.py.

Reads tokens; mends heads in place. Each mend is a shape and says what it looks like.
"""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import NOMINAL_SUBJECTS, conjuncts, is_verb, leftmost, rightmost, subject_role, token_before
from reportedly.coding.repairs.mender import Choice, Mender, Step
from reportedly.coding.repairs.subjects import GIVING
from reportedly.lexicons.word_lists import word_list

_HELD_IN = word_list("parted.held_in")
_HOLDING = word_list("parted.holding")
_GRANTING = word_list("granting")
_LEAVE = word_list("granted_leave")
_SMALL = frozenset({"of", "for", "and", "in", "the", "to"})


def menders() -> tuple[Step, ...]:
    """Return what mends a phrase that the parser broke in two."""
    return (
        Mender(_mend_bound_for, deps=NOMINAL_SUBJECTS, parts="PROPN", when=lambda t: t.head.i > t.i),
        Mender(_mend_gas, deps="nmod compound", words="gas"),
        Mender(_mend_lettered_name, words=")"),
        Mender(_mend_opening_subject, deps="appos", parts="NOUN PROPN"),
        Mender(_mend_second, deps="conj", parts="NOUN PROPN"),
        Mender(_mend_second_thanked, deps="conj", parts="NOUN PROPN", when=lambda t: is_verb(t.head) and t.i > t.head.i),
        Mender(_mend_second_side, deps="conj", tags="VBD VBZ VBP VBN", when=lambda t: t.head.dep == "ROOT" and not _has_subject(t.head)),
        Choice(
            Mender(_mend_beside_name, deps="conj", parts="PROPN", when=lambda t: t.head.dep == "appos"),
            Mender(_mend_beside_name, deps="conj", parts="NOUN", when=lambda t: t.head.dep == "appos" and t.child("appos") is not None),
            Mender(_mend_leave_to, deps="conj", tags="VBN VB", when=lambda t: t.child("nsubj", "nsubjpass") is not None),
            Mender(_mend_kind_after_name, deps="dobj appos", parts="NOUN"),
            Mender(_mend_given_clause, deps="ccomp", tags="VBD VBN", lemmas=GIVING),
            Mender(_mend_granted, deps="ccomp", tags="VBD VBN", when=lambda t: t.head.lemma in _GRANTING),
            Mender(_mend_as_said, deps="ROOT", tags="VBD VBZ"),
            Mender(_mend_holder, deps="prep", words="by", when=lambda t: t.head.dep == "pobj" and t.head.lemma in _HELD_IN),
        ),
    )


def _mend_gas(gas: Token) -> None:
    """Part "tear [gas] and water cannons", which the parser takes for one kind of cannons."""
    whole, second = gas.head, gas.child("conj")
    if second is None or second.i != whole.i - 1 or not any(c.lower in ("tear", "cs") for c in gas.children):
        return
    gas.reattach(whole.head, whole.dep)
    second.reattach(whole, "compound")
    whole.reattach(gas, "conj")


def _mend_opening_subject(noun: Token) -> None:
    """Make a subject of who stands behind an opening phrase and is taken for a part of it: "As part of Operation Dawn and Operation Dusk, [fighters] struck the base"."""
    tokens, at = noun.sent.tokens, rightmost(noun).i + 1 - noun.sent.tokens[0].i
    verb, comma = tokens[at] if at < len(tokens) else noun, token_before(leftmost(noun))
    if verb.tag not in ("VBD", "VBZ", "VBP") or verb.child(*NOMINAL_SUBJECTS, "csubj") is not None or comma is None or comma.text != ",":
        return
    top = noun
    while top.head is not top and top.head is not verb:
        top = top.head
    if top.head is not verb or top.dep != "prep" or leftmost(top) is not tokens[0]:
        return
    noun.reattach(verb, "nsubj")


def _mend_second(noun: Token) -> None:
    if not _mend_second_owner(noun):
        _mend_second_party(noun)


def _mend_second_owner(thing: Token) -> bool:
    """Give a thing both its owners: "[Chad] and its allies' attacks", where the parser joins Chad and the attacks."""
    first, owner = thing.head, thing.child("poss")
    whose = owner.child("poss") if owner is not None else None
    link = token_before(whose) if whose is not None and whose.tag == "PRP$" else None
    if owner is None or link is None or link.dep != "cc" or link.i != first.i + 1 or first.pos != "PROPN":
        return False
    thing.reattach(first.head, first.dep)
    first.reattach(thing, "poss")
    owner.reattach(first, "conj")
    link.reattach(first, "cc")
    return True


def _mend_second_party(name: Token) -> None:
    """Join a party to the one before it, which a clause parts it from: "clashes between the police, who are armed, and [the miners]", "claimed by the Front, and [the Band], which is banned"."""
    top, link = name.head, token_before(leftmost(name))
    preps = [c for c in top.children if (c.dep == "agent" or c.lower == "between") and top.i < c.i < name.i]
    first = preps[0].child("pobj") if len(preps) == 1 and (is_verb(top) or preps[0].lower == "between") else None
    if first is None or link is None or link.lower != "and" or link.head is not top or first.child("conj") is not None or name.child(*NOMINAL_SUBJECTS, "aux", "cop", "dobj") is not None or (comma := token_before(link)) is None or comma.text != "," or token_before(comma) is not rightmost(first):
        return
    name.reattach(first, "conj")
    link.reattach(first, "cc")


def _mend_second_thanked(noun: Token) -> None:
    """Join to the first the second of "thanked the king for his help, and [the queen] for hers", which the parser joins to the verb."""
    verb = noun.head
    first, link = verb.child("dobj"), token_before(leftmost(noun))
    for_ = [c for c in verb.children if c.dep == "prep" and c.lower == "for"]
    if first is None or link is None or link.lower != "and" or not for_ or not first.i < for_[0].i < noun.i or noun.child(*NOMINAL_SUBJECTS, "aux", "cop", "dobj") is not None or not any(c.dep == "prep" and c.lower == "for" for t in conjuncts(noun) for c in t.children):
        return
    noun.reattach(first, "conj")
    link.reattach(first, "cc")


def _has_subject(token: Token) -> bool:
    """Whether a word is a verb with a subject of its own."""
    return is_verb(token) and token.child(*NOMINAL_SUBJECTS) is not None


def _mend_second_side(verb: Token) -> None:
    """Give a fight its second side back, which the parser takes for a subject: "Fighting between the army, which is armed, and [the rebels] broke out"."""
    fight, second = verb.head, verb.child("nsubj")
    sides = [c for c in fight.children if c.lower == "between" and c.i == fight.i + 1]
    first = sides[0].child("pobj") if sides else None
    link = token_before(leftmost(second)) if second is not None and second.i < verb.i else None
    if second is None or first is None or first.child("conj") is not None or link is None or link.lower != "and" or link.head is not fight:
        return
    second.reattach(first, "conj")
    link.reattach(first, "cc")
    verb.become_root()
    fight.reattach(verb, "nsubj")
    fight.pos, fight.tag = "NOUN", "NN" if fight.tag == "VBG" else fight.tag


def _mend_bound_for(name: Token) -> None:
    """Make a place of "monitors destined for [Goma] began deploying", which the parser takes for the subject."""
    verb, prep = name.head, token_before(leftmost(name))
    clause = prep.head if prep is not None and prep.dep == "prep" and prep.child("pobj", "pcomp") is None else None
    who = clause.child("nsubj", "nsubjpass") if clause is not None else None
    if prep is None or clause is None or who is None or clause.head is not verb or clause.dep not in ("ccomp", "advcl", "csubj") or clause.tag not in ("VBN", "VBD") or who.i > clause.i or clause.child("aux", "auxpass", "mark", "dobj") is not None:
        return
    dep = name.dep
    name.reattach(prep, "pobj")
    who.reattach(verb, dep)
    clause.tag = "VBN"
    clause.reattach(who, "acl")


def _mend_lettered_name(bracket: Token) -> None:
    """Make a person the subject of "Movement for National Rescue (MNR) opposition leader [Peter Banda] threatened", whose party's name holds a preposition."""
    letters, opening = token_before(bracket), token_before(bracket, 2)
    if letters is None or opening is None or opening.text != "(" or not letters.text.isupper() or not 2 <= len(letters.text) <= 8:
        return
    tokens, at = bracket.sent.tokens, bracket.i - bracket.sent.tokens[0].i
    title = next((t for t in tokens[at + 1 : at + 4] if t.tag == "NN" and (t.i + 1 - tokens[0].i) < len(tokens) and tokens[t.i + 1 - tokens[0].i].pos == "PROPN"), None)
    person = title.head if title is not None and title.head.pos == "PROPN" and title.head.i > title.i else None
    if person is None or title is None or person.dep != "pobj" or person.head.i > opening.i:
        return
    prep, top = person.head, person.head.head
    words = [t for t in tokens[leftmost(top).i - tokens[0].i : opening.i - tokens[0].i] if t.text[:1].isupper() and t.lower not in _SMALL]
    if top.pos != "PROPN" or top.i > prep.i or "".join(w.text[0] for w in words).upper() != letters.text:
        return
    last = words[-1]
    person.reattach(top.head, top.dep)
    top.reattach(title, "nmod")
    last.reattach(prep, "pobj")


def _mend_beside_name(further: Token) -> None:
    """Join "the Ports Agency" to "company", not to its name: "sanctioned the company Rosfleet and [the Ports Agency]", "the destroyer Hale and [the frigate] Dover"."""
    name, noun = further.head, further.head.head
    if noun.pos != "NOUN" or noun.tag != "NN" or name.i != noun.i + 1 + len([c for c in name.children if c.i < name.i]) or not any(c.dep == "det" and c.i < further.i for c in further.children):
        return
    joint = name.child("cc")
    if joint is not None and noun.child("conj") is None:
        joint.reattach(noun, "cc")
        further.reattach(noun, "conj")


def _mend_kind_after_name(kind: Token) -> None:
    """Set beside a name what says what it is, and join the next name to it: "sanctions on Belneft, [Chad's oil company], and Belkali"."""
    comma = token_before(leftmost(kind))
    name = token_before(comma) if comma is not None and comma.text == "," else None
    verb = kind.head.head if kind.dep == "appos" and kind.head.dep == "nsubj" else kind.head
    if name is None or name.pos != "PROPN" or name.dep not in ("pobj", "dobj") or not is_verb(verb) or name.i < verb.i or kind.i < name.i or not any(c.dep in ("poss", "det") for c in kind.children):
        return
    if kind.dep == "dobj" and not any(c.dep == "dobj" and c.i < name.i for c in verb.children):
        return
    joined = [c for c in kind.children if c.dep in ("cc", "conj") and c.i > kind.i]
    kind.reattach(name, "appos")
    for child in joined:
        child.reattach(name, child.dep)


def _mend_as_said(verb: Token) -> None:
    """Set apart "Fiji, [as one of its advisers pointed out], rarely sees storms", whose speaker the parser hangs on the subject."""
    thing = verb.child("nsubj")
    as_ = thing.child("prep") if thing is not None else None
    who = as_.child("pobj") if as_ is not None else None
    main = next((c for c in verb.children if c.dep in ("conj", "ccomp", "dep", "parataxis") and c.i > verb.i and is_verb(c)), None)
    if thing is None or as_ is None or who is None or main is None or as_.lower != "as" or verb.child("cc", "aux", "dobj", "mark") is not None or main.child("nsubj", "nsubjpass", "cc") is not None:
        return
    comma, behind = token_before(as_), token_before(leftmost(main))
    if comma is None or behind is None or comma.text != "," or behind.text != "," or rightmost(who).i != verb.i - 1:
        return
    main.become_root()
    thing.reattach(main, subject_role(main))
    verb.reattach(main, "advcl")
    who.reattach(verb, "nsubj")
    as_.reattach(verb, "mark")


def _mend_leave_to(deed: Token) -> None:
    """Hang on what is given what somebody may do by it: "gave permission for the mayor [to be extradited]", which the parser joins to the giving."""
    gives, given = deed.head, deed.head.child("dobj")
    prep = next((c for c in gives.children if c.lower == "for" and c.dep in ("dative", "prep") and c.child("pobj", "pcomp") is None), None)
    if given is None or prep is None or not any(c.tag == "TO" for c in deed.children) or not given.i < prep.i < deed.i or any(c.dep == "cc" and prep.i < c.i < deed.i for c in gives.children):
        return
    deed.reattach(given, "acl")
    prep.reattach(deed, "mark")


def _mend_given_clause(verb: Token) -> None:
    """Make the subject of what follows of "says [nuns] granted asylum are welcome", which the parser takes for two clauses."""
    who, thing = verb.child("nsubj"), verb.child("dobj")
    main = next((c for c in verb.head.children if c.dep == "ccomp" and c.i > verb.i and leftmost(c).i == rightmost(verb).i + 1), None)
    if who is None or thing is None or main is None or who.i != verb.i - 1 or main.child("nsubj", "nsubjpass", "mark", "expl") is not None or verb.child("aux", "mark", "cc") is not None:
        return
    who.reattach(main, subject_role(main))
    verb.tag = "VBN"
    verb.reattach(who, "acl")


def _mend_granted(word: Token) -> None:
    """Make a modifier of "allowed the monitors [expanded] access", which the parser takes for what they did."""
    who, thing, giving = word.child("nsubj"), word.child("dobj"), word.head
    if who is None or thing is None or thing.lemma not in _LEAVE or thing.i != word.i + 1 or who.i != word.i - 1 or word.child("aux", "mark") is not None or giving.child("dobj") is not None:
        return
    thing.reattach(giving, "dobj")
    who.reattach(giving, "dative")
    word.tag = "VBN"
    word.reattach(thing, "amod")


def _mend_holder(by: Token) -> None:
    """Hang on the verb who did it in "was placed under house arrest [by] soldiers", "was taken into custody [by] police"."""
    state = by.head
    verb = state.head.head
    if verb.lemma in _HOLDING and verb.tag == "VBN" and verb.child("agent") is None and by.i == state.i + 1:
        by.reattach(verb, "agent")
