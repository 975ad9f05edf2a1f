"""Attachment: which word a phrase hangs from, where the parser chose the wrong one.

Reads tokens; mends heads in place, for repair.py. Each mend is a shape and says what it looks like.
"""

from __future__ import annotations

from collections.abc import Callable

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import is_after_comma, is_passive, is_time, is_verb, leftmost, subject_role, token_after, token_before
from reportedly.coding.repairs import beside_names, paired, prepositions
from reportedly.coding.repairs.appended import mend_clause_on_name
from reportedly.coding.repairs.beside_names import mend_named_source
from reportedly.coding.repairs.mender import Choice, Known, Mender, Step
from reportedly.lexicons.word_lists import word_list

_SAYING = word_list("saying")
_SUMMONED_FOR = word_list("attachment.summoned_for")
_TELLING = word_list("attachment.telling")
_BLAMING = word_list("attachment.blaming")
_DAYS = word_list("days")
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_SUFFERERS = word_list("attachment.sufferers")
_TAKING = word_list("attachment.taking")
_CAPTIVES = word_list("captives")
_CLAUSE_MARKS = frozenset({"as", "after", "before", "until", "since"})
_BEGINNING = word_list("beginning")
_GUESTS = frozenset({"with", "against", "to"})


def menders(known: Known) -> tuple[Step, ...]:
    """Return what mends the head of a phrase."""
    return (
        *paired.menders(),
        Mender(_mend_day_before_verb, deps="npadvmod appos dep", words=_DAYS, when=lambda t: t.head.pos in ("NOUN", "PROPN")),
        *prepositions.menders(known),
        Mender(mend_named_source, deps="prep", words="according"),
        Mender(_mend_long_owner, deps="poss", parts="PROPN", when=lambda t: t.head.dep == "pobj"),
        Choice(
            Mender(_mend_as_clause, deps="advcl", tags="VBD VBZ VBP"),
            Mender(_mend_as_clause, deps="conj", tags="VBD VBZ VBP", when=lambda t: not any(c.dep == "cc" and c.i < t.i for c in t.head.children)),
            Mender(_mend_telling_besides, deps="advcl", tags="VBG", lemmas=_TELLING | _BLAMING),
        ),
        Mender(_mend_summoned, deps="acl relcl", tags="VB", lemmas=_SUMMONED_FOR),
        Mender(_mend_condition, deps="advcl", when=lambda t: t.i < t.head.i and t.head.lemma in _SAYING | _BLAMING),
        Choice(
            Mender(_mend_clause_on_date, deps="relcl", when=lambda t: is_time(t.head)),
            Mender(lambda clause: _mend_clause_on_noun(clause, known.takes_object), deps="relcl", when=lambda t: t.head.dep == "pobj" or t.head.tag == "NNS"),
            Mender(_mend_name_after, deps="npadvmod", parts="PROPN", when=lambda t: t.ent is not None and t.ent.label in _NAMED),
            Mender(_mend_name_of_sufferer, deps="appos", parts="PROPN", when=lambda t: t.head.pos == "NOUN" and known.names_act(t.head.lemma)),
            Mender(_mend_guest, deps="pcomp", words=_SCATHING | {"visiting"}),
            Mender(lambda clause: _mend_late_object(clause, known.takes_object), deps="relcl", tags="VBN"),
            Mender(_mend_close_to, deps="advmod acomp prep", words="close"),
            Mender(_mend_result, deps="oprd acomp", parts="ADJ"),
            Mender(_mend_late_captive, deps="appos", lemmas=_CAPTIVES),
            Mender(_mend_captive, deps="dobj pobj ccomp xcomp", lemmas=_CAPTIVES),
            Mender(_mend_sufferers, parts="VERB ADJ", words=_SUFFERERS, when=lambda t: any(c.lower == "the" and c.i == t.i - 1 for c in t.children)),
            *beside_names.menders(),
        ),
    )


def _mend_long_owner(land: Token) -> None:
    """Make an owner of "the [Government] of Chad's efforts", which the parser takes for a government of efforts."""
    thing, of = land.head, land.head.head
    body = of.head
    if of.lower != "of" or body.lemma.lower() not in _BODIES or body.i != of.i - 1 or body.tag not in ("NNP", "NN") or land.subtree()[0].i != of.i + 1 or land.child("case") is None:
        return
    above, dep = body.head, body.dep
    rest = [c for c in body.children if c is not of and c.i > of.i]
    if above is body:
        return
    thing.reattach(above, dep)
    body.reattach(thing, "poss")
    land.reattach(of, "pobj")
    for child in rest:
        child.reattach(thing, child.dep)


_BODIES = word_list("attachment.bodies")


def _cannot_speak(deed: Token) -> bool:
    """Whether what is said of somebody names no other speaker: "its artillery struck", "it had struck", "convoys were hit"."""
    subject = deed.child("nsubj", "nsubjpass")
    return subject is not None and (subject.dep == "nsubjpass" or subject.tag == "PRP" or any(c.tag == "PRP$" for c in subject.children))


def _mend_telling_besides(told: Token) -> None:
    """Hang on who asks what he tells those he asks: "called on the gunmen to yield, [assuring] them that", which the parser hangs on what is asked."""
    deed = told.head
    them = told.child("dative", "dobj")
    if told.lemma in _BLAMING:
        ahead = deed.tag == "VB" and any(c.tag == "TO" or c.lower in ("would", "will") for c in deed.children)
        said = deed.dep == "ccomp" and deed.i > deed.head.i and deed.lemma not in _BLAMING | _SAYING and deed.head.child("nsubj") is not None and _cannot_speak(deed)
        if ((ahead and deed.dep in ("xcomp", "ccomp")) or said) and is_verb(deed.head) and is_after_comma(told) and told.child("nsubj") is None:
            told.reattach(deed.head, "advcl")  # "vowed to crack down, [accusing] the union of meddling", "denied that it struck the town, [blaming] rebels"
        return
    if deed.tag == "VB" and deed.dep in ("xcomp", "advcl", "ccomp", "conj") and any(c.tag == "TO" for c in deed.children) and them is not None and them.lower in ("them", "him", "her", "us") and told.i > deed.i and told.child("nsubj") is None:
        asked = deed.head if deed.dep == "conj" and deed.head.tag == "VB" else deed
        if is_verb(asked.head) and asked.dep in ("xcomp", "advcl", "ccomp"):
            told.reattach(asked.head, "advcl")


def _mend_condition(clause: Token) -> None:
    """Hang a condition on what is said, not on who says it: "[If they stay], the bishops said, the army will go"."""
    if not any(c.dep == "mark" and c.lower in ("if", "unless") for c in clause.children):
        return
    cue = clause.head
    said = cue.head if cue.dep == "parataxis" else next((c for c in cue.children if c.dep == "ccomp" and c.i > cue.i), None)
    if said is not None and said.i > cue.i and any(c.tag == "MD" for c in said.children):
        clause.reattach(said, "advcl")


def _mend_day_before_verb(day: Token) -> None:
    """Hang on the verb "supporters of Chad's president [Saturday] protested"."""
    if (verb := token_after(day)) is not None and verb.tag in ("VBD", "VBZ", "VBP"):
        day.reattach(verb, "npadvmod")


def _mend_summoned(deed: Token) -> None:
    """Let who summons an envoy protest in "summoned an envoy [to protest]"."""
    if deed.head.dep == "dobj" and deed.head.head.lemma == "summon":
        deed.reattach(deed.head.head, "advcl")


def _mend_clause_on_noun(clause: Token, takes_object: Callable[[str], bool]) -> None:
    mend_clause_on_name(clause)
    if clause.tag == "VBN":
        _mend_late_object(clause, takes_object)


def _mend_sufferers(sufferers: Token) -> None:
    """Make a noun of "treated the [wounded]"."""
    sufferers.pos, sufferers.tag, sufferers.lemma = "NOUN", "NNS", sufferers.lower


def _mend_close_to(close: Token) -> None:
    """Make what is counted after "close to" the object or subject of the verb: "took in [close to] a million Syrians"."""
    to = next((c for c in close.children if c.dep == "prep" and c.lower == "to" and c.i == close.i + 1), None)
    counted = to.child("pobj") if to is not None else None
    verb = close.head
    if to is None or counted is None or counted.i < close.i or verb.pos != "VERB" or verb.i > close.i or verb.child("dobj") is not None:
        return
    number = counted if counted.pos == "NUM" else next((c for c in counted.children if c.dep == "nummod"), None)
    if number is None or not (number is counted or all(t.i > number.i or t in (number, *number.children) for t in counted.children)):
        return
    counted.reattach(verb, "dobj")
    close.reattach(number, "quantmod")


def _mend_as_clause(verb: Token) -> None:
    """Give a clause its subject in "described chaos as [shells] rained on the market", which the parser hangs on "as"."""
    if verb.child("nsubj", "nsubjpass", "mark") is not None:
        return
    last = token_before(leftmost(verb))
    near = [last.head] if last is not None and last.dep == "pobj" else []
    prep = next((c for c in (*near, *verb.head.children) if c.dep == "prep" and c.lower in _CLAUSE_MARKS and c.i < verb.i), None)
    subject = prep.child("pobj") if prep is not None else None
    if prep is None or subject is None or subject.subtree()[-1] is not last:
        return
    subject.reattach(verb, subject_role(verb))
    prep.reattach(verb, "mark")
    verb.dep = "advcl"


def _mend_clause_on_date(clause: Token) -> None:
    """Hang "that killed two" on the strike, not on its day: "conducted a strike near Hajin on Jan. 12 [that killed two]"."""
    subject = clause.child("nsubj", "nsubjpass")
    day = clause.head
    if day.dep == "pobj" and day.head.lower == "on" and day.head.head.lemma in _BEGINNING and any(c.lower == "when" for c in clause.children):
        clause.reattach(day.head.head, "advcl")  # "began on 5 May 1971, [when] officers arrested the king"
        return
    if subject is None or subject.lower not in ("that", "which") or day.dep != "pobj":
        return
    above = day.head.head
    nouns = [above] if above.pos == "NOUN" else []
    if above.pos == "VERB":
        nouns = [t for c in above.children for t in ([c] if c.dep in ("dobj", "nsubjpass") else c.children if c.dep == "prep" else []) if t.pos == "NOUN" and above.i < t.i < day.i]
    if nouns:
        clause.reattach(nouns[-1], "relcl")


def _mend_name_after(name: Token) -> None:
    """Set a name beside the noun right before it: "overthrew the dictator [Anastasio Somoza]"."""
    noun = token_before(name.subtree()[0])
    if noun is not None and noun.text == ",":
        _mend_name_in_commas(name, noun)
    elif noun is not None and name.ent is not None and name.ent.label == "PERSON" and noun.pos == "NOUN" and noun.head is name.head and noun.dep == "dobj" and noun.child("det", "poss") is not None:
        name.reattach(noun, "appos")


def _mend_name_in_commas(name: Token, comma: Token) -> None:
    """Set a name beside the noun before it, and hang on the act the doer behind it: "the arrest of the mayor, [Ana Roe], by soldiers", "the main league, [Orbo], struck"."""
    noun, after = token_before(comma), token_after(name.subtree()[-1])
    if noun is None or noun.pos != "NOUN" or after is None or after.text != "," or noun.child("det", "poss") is None or noun.child("appos") is not None or is_time(noun):
        return
    verb = name.head
    name.reattach(noun, "appos")
    by = next((c for c in verb.children if c.i == after.i + 1 and c.dep in ("prep", "agent") and c.lower == "by"), None)
    act = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else None
    if by is not None and act is not None and act.pos == "NOUN" and not is_passive(verb):
        by.reattach(act, "prep")


def _mend_name_of_sufferer(name: Token) -> None:
    """Set a name beside whom a deed befell, not beside the deed: "the arrest of the mayor, [Ana Roe]"."""
    comma = token_before(name.subtree()[0])
    whom = next((p for c in name.head.children if c.dep == "prep" and c.lower in ("of", "on", "against") and (p := c.child("pobj")) is not None), None)
    if comma is not None and comma.text == "," and whom is not None and whom.pos == "NOUN" and whom.child("det", "poss") is not None and whom.subtree()[-1].i in (comma.i, comma.i - 1):
        name.reattach(whom, "appos")


_SCATHING = word_list("attachment.scathing")


def _mend_guest(visiting: Token) -> None:
    """Make a modifier of "talks with [visiting] premier Li", "under [withering] criticism", which the parser takes for a gerund."""
    prep, guest = visiting.head, visiting.child("dobj")
    if (prep.lower not in _GUESTS and visiting.lower == "visiting") or visiting.i != prep.i + 1 or guest is None or any(c.dep in ("det", "poss") and c.i < guest.i for c in guest.children):
        return
    guest.reattach(prep, "pobj")
    visiting.give_after(guest)
    visiting.reattach(guest, "amod")


def _mend_late_object(participle: Token, takes_object: Callable[[str], bool]) -> None:
    """Make an object of "condemns in the strongest terms [the attack] carried out by gunmen", which the parser takes for the subject of a clause about the terms."""
    terms = participle.head
    verb = terms.head.head if terms.dep == "pobj" else terms
    thing = participle.child("nsubj")
    if thing is None or terms.dep != "pobj" or verb.pos != "VERB" or verb.i > terms.i or not takes_object(verb.lemma) or verb.child("dobj", "ccomp", "xcomp") is not None:
        return
    if any(c.dep in ("aux", "auxpass", "mark", "dobj") for c in participle.children) or thing.subtree()[0].i != terms.i + 1 or not any(c.dep == "det" for c in thing.children):
        return
    participle.children.remove(thing)
    terms.children.remove(participle)
    thing.head, thing.dep = verb, "dobj"
    verb.children.append(thing)
    participle.head, participle.dep = thing, "acl"
    thing.children.append(participle)
    for token in (verb, thing):
        token.children.sort(key=lambda t: t.i)


def _mend_result(word: Token) -> None:
    """Give "shot dead [the driver]", "set free [the crew]" their object, which the parser hangs on the adjective."""
    thing, verb = word.child("dobj"), word.head
    if thing is not None and thing.i > word.i and verb.pos == "VERB" and verb.child("dobj", "nsubjpass") is None:
        thing.reattach(verb, "dobj")
    judged = word.child("npadvmod")
    if judged is not None and verb.i < judged.i < word.i and judged.pos == "NOUN" and word.dep == "oprd" and verb.child("dobj", "nsubjpass") is None:
        for before in [c for c in word.children if c.i < judged.i]:
            before.reattach(judged, before.dep)
        judged.reattach(verb, "dobj")  # "called the army's [rhetoric] unacceptable"


def _mend_captive(captive: Token) -> None:
    """Make an object of "took a [manager] hostage", which the parser reads as one noun."""
    person = token_before(captive)
    verb = captive.head
    if captive.dep == "pobj":  # "took dozens of [guests] hostage"
        of, number = captive.head, captive.head.head
        if of.lower != "of" or number.dep != "dobj" or number.head.lemma not in _TAKING or person is None or person.dep != "compound" or person.head is not captive or person.tag != "NNS":
            return
        for child in [c for c in captive.children if c is not person and c.i < captive.i]:
            child.reattach(person, child.dep)
        person.reattach(of, "pobj")
        captive.reattach(number.head, "oprd")
        return
    if verb.lemma in _TAKING and person is not None and person.lower == "her" and person.dep == "poss" and captive.tag != "NNS":
        person.tag = "PRP"  # "held [her] captive"
        person.reattach(verb, "dobj")
        captive.dep = "oprd"
        return
    if verb.lemma not in _TAKING or person is None or person.dep not in ("compound", "nmod") or person.head is not captive or person.pos not in ("NOUN", "PROPN"):
        return
    for child in [c for c in captive.children if c is not person and c.i < captive.i]:
        child.reattach(person, child.dep)
    person.reattach(verb, "dobj")
    captive.dep = "oprd"


def _mend_late_captive(captive: Token) -> None:
    """Hang "hostage" on "took", not on the name before it: "took the chief of staff, General Keita, [hostage]"."""
    whom = captive.head
    while whom.dep == "appos":
        whom = whom.head
    if whom.dep in ("dobj", "npadvmod") and whom.head.child("dobj") is not None and whom.head.lemma in _TAKING and not any(c.dep in ("det", "amod") for c in captive.children):
        captive.reattach(whom.head, "oprd")
