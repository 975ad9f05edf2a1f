"""Phrases and clauses that the parser hung on the wrong word; helpers of repair.py, run over the mended parse.

Each mend is a shape and says what it looks like.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import NOMINAL_SUBJECTS as _SUBJECTS
from reportedly.coding.grammar.syntax import is_after_comma, is_verb, leftmost, subject_role
from reportedly.coding.repairs.closing_speaker import mend_hung_speaker
from reportedly.coding.repairs.mender import Choice, Known, Mender, Step
from reportedly.lexicons.word_lists import word_list

_SAYING = word_list("saying")
_HARMING = word_list("rehung.harming")
_SHOOTING = word_list("rehung.shooting")
_NAMING = frozenset({"as", "to", "from"})


def menders(known: Known) -> tuple[Step, ...]:
    """Return what hangs phrases and clauses on the word they belong to, behind all others."""
    return (
        Choice(
            Mender(_mend_meanwhile, deps="mark", words="while whereas", among=True),
            Mender(_mend_shot_at, deps="prep", words="at", when=lambda t: t.head.dep == "pobj" and t.head.head.lower == "with" and (t.head.lower == "arms" or not known.is_act(t.head.lemma))),
            Mender(lambda thing, tokens: _mend_joined(thing, tokens, known), deps="conj", parts="NOUN", among=True),
            Mender(_mend_toward, deps="prep", words="toward towards", when=lambda t: t.head.dep == "dobj" and t.head.head.lemma in _SHOOTING),
            Mender(_mend_onto, deps="prep", words="onto", when=lambda t: t.head.dep == "pobj"),
            Mender(lambda by: _mend_namer(by, known), deps="prep", words="by"),
            Mender(_mend_second_side, deps="prep", words="between"),
            Mender(_mend_after_number, deps="conj", tags="VBG VBD VBN", when=lambda t: t.head.tag == "CD"),
            Mender(_mend_about_how_many, deps="prep", words="over around"),
            Mender(_mend_semicolon, deps="punct", words="; :"),
            Mender(lambda verb, tokens: mend_hung_speaker(verb, tokens, known.is_body), deps="relcl advcl acl", tags="VBD VBN", lemmas=_SAYING | {"quote"}, among=True),
            Mender(lambda verb: _mend_closing_participle(verb, known), deps="acl", tags="VBG", when=is_after_comma),
            Mender(_mend_relative, deps="ccomp", when=lambda t: t.head.i < t.i),
            Mender(_mend_charge_or_case, deps="ccomp", tags="VBD VBZ VBP", when=lambda t: t.head.dep == "ROOT", among=True),
            Mender(_mend_in_case, deps="advcl", tags="VBZ VBP", among=True),
        ),
    )


def _mend_meanwhile(link: Token, tokens: Sequence[Token]) -> None:
    _mend_other_teller(link, tokens)
    _mend_while_on(link, tokens)


def _mend_shot_at(at: Token) -> None:
    """Hang on the verb "opened fire with small arms [at] the patrol"."""
    if is_verb(at.head.head.head):
        at.reattach(at.head.head.head, "prep")


def _mend_joined(thing: Token, tokens: Sequence[Token], known: Known) -> None:
    if thing.head.pos == "VERB":
        _mend_joined_thing(thing, tokens)
    elif thing.head.pos == "PROPN" and thing.head.dep == "pobj":
        _mend_own(thing)
        _mend_joined_act(thing, known)


def _mend_toward(toward: Token) -> None:
    """Hang on the verb "launched a drone [toward] a tanker"."""
    toward.reattach(toward.head.head, "prep")


def _mend_onto(onto: Token) -> None:
    """Hang on the verb "shifted the blame for the raid [onto] the rebels"."""
    verb = onto.head.head.head
    onto.reattach(verb if is_verb(verb) else verb.head, "prep")


def _mend_charge_or_case(clause: Token, tokens: Sequence[Token]) -> None:
    _mend_closing_charge(clause, tokens)
    _mend_in_case(clause, tokens)


def _mend_closing_charge(first: Token, tokens: Sequence[Token]) -> None:
    """Make the main clause of what comes first in "The UN accused Chad of arming them, [a charge] Chad denies", not of what is said of it."""
    last = first.head
    charge, subject = last.child("dobj"), last.child("nsubj")
    if charge is None and subject is not None and last.child("aux") is not None and (beside := subject.child("appos")) is not None:
        charge, subject = subject, beside  # "[an accusation Chad] has denied", taken for one phrase
    if charge is None or subject is None or not first.i < charge.i < subject.i < last.i or first.child("nsubj") is None:
        return
    opened = leftmost(charge)
    if opened.lower not in ("a", "an") or tokens[opened.i - 1].text != ",":
        return
    first.become_root()
    charge.reattach(first, "npadvmod")
    last.reattach(charge, "relcl")
    subject.reattach(last, "nsubj")


def _mend_relative(verb: Token) -> None:
    """Hang on what it tells of a clause whose subject is a relative pronoun: "launched attacks on Friday [that targeted] farmers"."""
    subject, thing = verb.child("nsubj"), verb.head.child("dobj")
    if subject is not None and subject.tag == "WDT" and thing is not None and thing.i < subject.i and thing.child("relcl") is None:
        verb.reattach(thing, "relcl")


def _mend_in_case(verb: Token, tokens: Sequence[Token]) -> None:
    """Hang on "case" the clause behind it: "warned of strikes in case [they return]", "In case [they return], he will strike"."""
    inside = next((c for c in verb.children if c.dep == "prep" and c.i < verb.i and c.lower == "in"), None)
    first = leftmost(verb).i
    case = inside.child("pobj") if inside is not None else tokens[first - 1] if first else None
    if case is not None and case.lemma == "case" and case.dep == "pobj" and case.head.lower == "in" and case.i == case.head.i + 1 and verb.child("nsubj", "nsubjpass") is not None:
        if inside is not None:
            inside.reattach(verb.head, "prep")
        verb.reattach(case, "acl")


def _mend_other_teller(link: Token, tokens: Sequence[Token]) -> None:
    """Part two tellers: "claimed that no one was hurt, [while] doctors said that ten were"."""
    second = link.head
    told = second.head
    teller = told.head
    if link.i and tokens[link.i - 1].text == "," and second.dep == "advcl" and told.dep == "ccomp" and teller.lemma in _SAYING and second.lemma in _SAYING and second.child("nsubj") is not None:
        second.reattach(teller, "advcl")


def _mend_while_on(link: Token, tokens: Sequence[Token]) -> None:
    """Keep apart from its clause what a doer was on: "said soldiers [while on patrol near Jos] were ambushed", where the parser takes the patrol for the subject."""
    prep, doer = tokens[link.i + 1], tokens[link.i - 1]
    while doer.dep in ("pobj", "prep") and doer.head.i < doer.i:
        doer = doer.head
    if is_verb(doer) and doer.lemma in _SAYING:  # "said the troops on Monday while on patrol"
        doer = doer.child("dobj") or doer
    if prep.dep != "prep" or doer.pos not in ("NOUN", "PROPN") or doer.head.pos != "VERB":
        return
    thing, told = prep.child("pobj"), next((c for c in doer.head.children if c.dep == "ccomp" and c.i > prep.i), None) if doer.dep == "dobj" else None
    if told is not None and (subject := told.child(*_SUBJECTS)) is not None and thing is None and prep.i < subject.i < told.i:
        subject.reattach(prep, "pobj")
        thing = subject
    if told is not None and told.child(*_SUBJECTS) is None:
        doer.reattach(told, subject_role(told))
    if thing is not None:
        link.reattach(prep, "mark")
        prep.reattach(doer, "prep")


def _mend_joined_thing(noun: Token, tokens: Sequence[Token]) -> None:
    """Join a thing to a thing, not to the verb: "marched to demand a vote and [the release] of its leader"."""
    verb = noun.head
    link = tokens[noun.subtree()[0].i - 1]
    if noun.i < verb.i or link.dep != "cc" or noun.child(*_SUBJECTS, "cop", "aux", "auxpass", "attr", "ccomp") is not None or any(link.i < c.i < noun.i for c in verb.children):
        return
    if any(c.dep in ("relcl", "acl") and c.i < noun.i and c.head is verb for c in verb.children):
        return
    nearest = verb
    while (inner := next((c for c in reversed(nearest.children) if c.dep in ("xcomp", "advcl") and nearest.i < c.i < link.i and any(k.tag == "TO" for k in c.children)), None)) is not None:
        nearest = inner
    thing = next((c for c in nearest.children if c.dep == "dobj" and nearest.i < c.i < link.i), None)
    if thing is None or thing.pos not in ("NOUN", "PROPN", "PRON"):
        return
    noun.reattach(thing, "conj")
    link.reattach(thing, "cc")


def _mend_after_number(second: Token) -> None:
    """Part two verbs whose first has a bare number for its object: "killing nine and [capturing] weapons", which the parser takes for so many weapons."""
    number, thing = second.head, second.head.head
    first = thing.head
    if number.dep != "nummod" or thing.dep != "dobj" or not first.i < number.i < second.i < thing.i or not is_verb(first):
        return
    for link in [c for c in number.children if c.dep in ("cc", "punct")]:
        link.reattach(first, link.dep)
    number.reattach(first, "dobj")
    second.reattach(first, "conj")
    thing.reattach(second, "dobj")


def _mend_about_how_many(over: Token) -> None:
    """Make a bare number behind "over" the object of what harmed so many: "killed nine people and wounded [over 200]"."""
    number, verb = over.child("pobj"), over.head
    if number is None or number.tag != "CD" or number.i != over.i + 1 or over.i != verb.i + 1 or verb.lemma not in _HARMING or verb.child("dobj") is not None:
        return
    number.reattach(verb, "dobj")
    over.reattach(number, "quantmod")


def _mend_second_side(between: Token) -> None:
    """Join the other side to the first, not to what that belongs to: "between soldiers of the army and [the Front]", "between the government in Juba and [rebels]"; but not "between supporters of Fatah and Hamas"."""
    side = between.child("pobj")
    if side is None or side.child("conj") is not None or side.child("nummod") is not None:
        return
    end = side.subtree()[-1].i
    above = [between.head, between.head.head, between.head.head.head] if side.tag in ("NN", "NNP") else []
    inner = _joined_inside(side) or next((n for n in above if n.pos == "NOUN" and (c := n.child("conj")) is not None and c.i > end), None)
    other = next((c for c in inner.children if c.dep == "conj" and c.i > inner.i), None) if inner is not None else None
    if inner is None or other is None or (side.tag in ("NNS", "NNPS") and not _is_side_apart(inner, other)):
        return
    for word in [c for c in inner.children if side.i < c.i < other.i and c.dep in ("cc", "punct")]:
        word.reattach(side, word.dep)
    other.reattach(side, "conj")


def _joined_inside(noun: Token) -> Token | None:
    """Return the noun in the phrases behind a noun that another is joined to."""
    while noun.child("conj") is None:
        prep = next((c for c in reversed(noun.children) if c.dep == "prep" and c.i > noun.i), None)
        below = prep.child("pobj") if prep is not None else None
        if below is None:
            return None
        noun = below
    return noun


def _is_side_apart(inner: Token, other: Token) -> bool:
    """Whether what is joined to the noun inside a plural is rather the other side: it is pointed out by itself, or of another kind."""
    if any(t.ent is not None and t.ent.label == "GPE" for t in (inner, other)) and inner.pos == other.pos == "PROPN":
        return False  # "between the presidents of Chad and the Sudan"
    return any(c.dep == "det" for c in other.children) or inner.pos != other.pos


def _mend_own(noun: Token) -> None:
    """Join "a farmer in Gao and his two [sons]" to the farmer, whose they are, not to the town."""
    name, owner = noun.head, noun.child("poss")
    somebody = name.head.head
    if owner is None or owner.lower not in ("his", "her", "their") or name.ent is None or name.ent.label not in ("GPE", "LOC") or somebody.pos not in ("NOUN", "PROPN"):
        return
    if (joint := name.child("cc")) is not None and joint.i < noun.i:
        joint.reattach(somebody, "cc")
    noun.reattach(somebody, "conj")


def _mend_joined_act(noun: Token, known: Known) -> None:
    """Join an act to an act, not to where that was: "the burning of shops in Jos and [the murder] of two priests"."""
    place, prep = noun.head, noun.head.head
    if prep.lower not in ("in", "at", "near", "on") or noun.child("prep") is None or not known.is_act(noun.lemma.lower()) or noun.i < place.i:
        return
    above = prep.head
    while not known.is_act(above.lemma.lower()):
        if above.dep != "pobj" or above.head.lower not in ("of", "on", "against") or above.head.head is above:
            return
        above = above.head.head
    if above.pos != "NOUN" or above is noun:
        return
    link = next((c for c in place.children if c.dep == "cc" and c.i < noun.i), None)
    noun.reattach(above, "conj")
    if link is not None:
        link.reattach(above, "cc")


def _mend_namer(by: Token, known: Known) -> None:
    """Give a passive its doer of "was listed as a band [by] Bogotá" and "was flown to The Hague [by] Serbia"."""
    noun, doer = by.head, by.child("pobj")
    if doer is None or doer.pos != "PROPN" or noun.pos not in ("NOUN", "PROPN") or known.is_act(noun.lemma.lower()) or noun.i > by.i:
        return
    if noun.dep == "pobj" and noun.head.lower in _NAMING:
        verb = noun.head.head
    elif noun.dep in ("dobj", "oprd"):
        verb = noun.head
    else:
        return
    if is_verb(verb) and (verb.child("auxpass") is not None or (verb.dep == "conj" and verb.tag in ("VBN", "VBD") and verb.child(*_SUBJECTS) is None and verb.head.child("auxpass") is not None)) and verb.child("agent") is None and (noun.dep != "dobj" or verb.child("dative") is None):
        by.reattach(verb, "agent")


def _mend_semicolon(mark: Token) -> None:
    """Make two clauses of "The army took the fort; [the rebels retook] it", where the parser makes the first what the second says; so before a colon."""
    second = mark.head
    if second.dep != "ROOT":
        return
    first = next((c for c in second.children if c.dep in ("ccomp", "advcl") and c.i < mark.i and is_verb(c)), None)
    subject = second.child("nsubj", "nsubjpass", "expl")
    if first is None or subject is None or subject.i < mark.i or first.child(*_SUBJECTS) is None or first.child("mark") is not None:
        return
    first.reattach(first, "ROOT")
    for child in [c for c in second.children if c.i <= mark.i]:
        child.reattach(first, child.dep)
    second.head, second.dep = first, "ccomp" if mark.text == ":" and first.lemma in _SAYING and first.child("ccomp") is None else "parataxis"
    first.children.append(second)


def _mend_closing_participle(verb: Token, known: Known) -> None:
    """Give a deed at the end of a sentence to the doer: "demanded the release of its leader, [defying] a ban"."""
    noun = verb.head
    if not known.is_act(noun.lemma.lower()) or noun.dep not in ("dobj", "pobj", "conj") or verb.child(*_SUBJECTS) is not None:
        return
    above = noun
    while above.head is not above and (not is_verb(above) or above.child("nsubj") is None):
        above = above.head
    if is_verb(above) and above.i < noun.i and above.child("nsubj") is not None:
        verb.reattach(above, "advcl")
