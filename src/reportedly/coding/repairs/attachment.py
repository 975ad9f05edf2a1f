"""Attachment: which word a phrase hangs from, where the parser chose the wrong one.

Reads tokens; mends heads in place, for repair.py. Each mend is a shape and says what it looks like.
"""

from __future__ import annotations

from collections.abc import Callable

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import is_after_comma, is_time, is_verb, leftmost, subject_role, token_after, token_before
from reportedly.coding.repairs.appended import mend_clause_on_name, mend_receiver
from reportedly.coding.repairs.beside_names import mend_beside_name, mend_named_source
from reportedly.coding.repairs.coordination import OF_SOMETHING
from reportedly.coding.repairs.lists import SAYING
from reportedly.coding.repairs.paired import mend_pairs
from reportedly.lexicons.word_lists import word_list

_MEETINGS = word_list("meetings") | word_list("attachment.gatherings")
_DONE_THERE = word_list("attachment.done_there")
_PROMISING = word_list("attachment.promising")
_SUMMONED_FOR = word_list("attachment.summoned_for")
_TELLING = word_list("attachment.telling")
_BLAMING = word_list("attachment.blaming")
_DAYS = word_list("attachment.days")
_PARTIES = frozenset({"by", "on", "against", "in", "at", "near"})
_SUFFERERS = word_list("attachment.sufferers")
_GATHERED = word_list("attachment.gathered")
_TAKING = word_list("attachment.taking")
_CAPTIVES = word_list("captives")
_BLAME = word_list("attachment.blame")
_SHARES = word_list("shares_in")
_HURTS = word_list("attachment.hurts")
_HOURS = frozenset({"night", "morning", "evening", "afternoon"})
_CLAUSE_MARKS = frozenset({"as", "after", "before", "until", "since"})
_BEGINNING = word_list("beginning")
_GUESTS = frozenset({"with", "against", "to"})
_CALLING_FOR = word_list("attachment.calling_for")


def _mend_together(prep: Token) -> None:
    """Join what is asked for too: "appealed for a truce, together with [the release] of the captives", "along with ..."."""
    with_ = prep.child("prep") if prep.lower == "along" else prep
    if with_ is None or with_.lower != "with" or (prep is with_ and not any(c.lower == "together" for c in prep.children)) or prep.head.lemma not in _CALLING_FOR:
        return
    more, tokens, start = with_.child("pobj"), prep.sent.tokens, prep.sent.tokens[0].i
    comma = prep.subtree()[0].i - 1 - start
    if more is None or more.pos != "NOUN" or comma < 1 or tokens[comma].text != ",":
        return
    first = tokens[comma - 1]
    while first.dep == "pobj" and first.head.lower in ("of", "to", "on", "against", "in", "from") and first.head.head.pos == "NOUN":
        first = first.head.head
    if first.pos == "NOUN" and first.dep in ("pobj", "dobj") and first.child("conj") is None:
        more.reattach(first, "conj")
        prep.dep = "cc"


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
        said = deed.dep == "ccomp" and deed.i > deed.head.i and deed.lemma not in _BLAMING | SAYING and deed.head.child("nsubj") is not None and _cannot_speak(deed)
        if ((ahead and deed.dep in ("xcomp", "ccomp")) or said) and is_verb(deed.head) and is_after_comma(told) and told.child("nsubj") is None:
            told.reattach(deed.head, "advcl")  # "vowed to crack down, [accusing] the union of meddling", "denied that it struck the town, [blaming] rebels"
        return
    if deed.tag == "VB" and deed.dep in ("xcomp", "advcl", "ccomp", "conj") and any(c.tag == "TO" for c in deed.children) and them is not None and them.lower in ("them", "him", "her", "us") and told.i > deed.i and told.child("nsubj") is None:
        asked = deed.head if deed.dep == "conj" and deed.head.tag == "VB" else deed
        if is_verb(asked.head) and asked.dep in ("xcomp", "advcl", "ccomp"):
            told.reattach(asked.head, "advcl")


def _mend_condition(clause: Token) -> None:
    """Hang a condition on what is said, not on who says it: "[If they stay], the bishops said, the army will go"."""
    cue = clause.head
    said = cue.head if cue.dep == "parataxis" else next((c for c in cue.children if c.dep == "ccomp" and c.i > cue.i), None)
    if said is not None and said.i > cue.i and any(c.tag == "MD" for c in said.children):
        clause.reattach(said, "advcl")


def mend_attachment(token: Token, takes_object: Callable[[str], bool]) -> None:
    """Mend the head of a phrase. ``takes_object`` says which verbs act on somebody."""
    mend_pairs(token)
    if token.dep in ("npadvmod", "appos", "dep") and token.lower in _DAYS and token.head.pos in ("NOUN", "PROPN") and (verb := token_after(token)) is not None and verb.tag in ("VBD", "VBZ", "VBP"):
        token.reattach(verb, "npadvmod")  # "supporters of Chad's president [Saturday] protested"
    if token.dep in ("prep", "agent", "conj") and token.pos in ("ADP", "SCONJ"):
        _mend_preposition(token)
    if token.dep == "prep" and token.lower == "from":
        _mend_asked_from(token)
    if token.lower == "according" and token.dep == "prep":
        mend_named_source(token)
    if token.dep == "poss" and token.head.dep == "pobj" and token.pos == "PROPN":
        _mend_long_owner(token)
    if token.tag in ("VBD", "VBZ", "VBP") and (token.dep == "advcl" or (token.dep == "conj" and not any(c.dep == "cc" and c.i < token.i for c in token.head.children))):
        _mend_as_clause(token)
    elif token.dep == "advcl" and token.tag == "VBG" and token.lemma in _TELLING | _BLAMING:
        _mend_telling_besides(token)
    if token.dep in ("acl", "relcl") and token.tag == "VB" and token.lemma in _SUMMONED_FOR and token.head.dep == "dobj" and token.head.head.lemma == "summon":
        token.reattach(token.head.head, "advcl")  # "summoned an envoy [to protest]": who summons him protests
    if token.dep == "advcl" and token.i < token.head.i and token.head.lemma in SAYING | _BLAMING and any(c.dep == "mark" and c.lower in ("if", "unless") for c in token.children):
        _mend_condition(token)
    if token.dep == "relcl" and is_time(token.head):
        _mend_clause_on_date(token)
    elif token.dep == "relcl" and (token.head.dep == "pobj" or token.head.tag == "NNS"):
        mend_clause_on_name(token)
        if token.tag == "VBN":
            _mend_late_object(token, takes_object)
    elif token.dep == "npadvmod" and token.pos == "PROPN" and token.ent is not None and token.ent.label in ("PERSON", "ORG"):
        _mend_name_after(token)
    elif token.dep == "pcomp" and (token.lower == "visiting" or token.lower in _SCATHING):
        _mend_guest(token)
    elif token.dep == "relcl" and token.tag == "VBN":
        _mend_late_object(token, takes_object)
    elif token.lower == "close" and token.dep in ("advmod", "acomp", "prep"):
        _mend_close_to(token)
    elif token.dep in ("oprd", "acomp") and token.pos == "ADJ":
        _mend_result(token)
    elif token.dep in ("dobj", "appos", "pobj", "ccomp", "xcomp") and token.lemma in _CAPTIVES:
        (_mend_late_captive if token.dep == "appos" else _mend_captive)(token)
    elif token.lower in _SUFFERERS and token.pos in ("VERB", "ADJ") and any(c.lower == "the" and c.i == token.i - 1 for c in token.children):
        token.pos, token.tag, token.lemma = "NOUN", "NNS", token.lower  # "treated the wounded"
    else:
        mend_beside_name(token)


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


def _mend_preposition(token: Token) -> None:
    if token.dep in ("prep", "agent") and token.lower in ("by", "of"):
        _mend_accuser(token)
    if token.dep == "conj" and token.lower == "in":
        _mend_in_support(token)
    if token.dep == "conj" and token.head.dep in ("prep", "agent") and token.head.lower != token.lower:
        same = next((c for c in token.head.head.children if c.dep == "prep" and c.lower == token.lower and token.head.i < c.i < token.i), None)
        if same is not None:
            token.reattach(same, "conj")  # "accused by nuns of looting and [of] beating"
    if token.dep == "prep":
        if token.lower == "against" and token.head.dep == "pobj" and token.head.head.lower == "of":
            _mend_charged(token)
        if token.lower in ("with", "along"):
            _mend_together(token)
        _mend_after_day(token)
        if token.head.dep in ("advcl", "acl", "amod"):
            _mend_after_aside(token)
        if token.lower == "to" and token.head.dep in ("acl", "relcl", "pobj"):
            mend_receiver(token)
        if token.lower == "on":
            _mend_blame(token)
            _mend_blamed_on(token)
        elif token.lower == "of" and token.head.dep == "pobj" and (what := token.child("pobj")) is not None and what.lemma in _HURTS and token.head.head.head.lemma == "die":
            token.reattach(token.head.head.head, "prep")  # "died in Kunduz [of wounds]"
        elif token.lower == "of" and token.head.dep == "pobj" and token.head.head.lower == "by":
            _mend_after_doer(token)
        elif token.lower == "in" and (noun := token_before(token)) is not None and noun.lemma in _SHARES and token.head is not noun:
            token.reattach(noun, "prep")  # "accused of involvement [in] the killing"
        elif token.lower == "between" and token.head.pos == "VERB":
            _mend_range(token)
        elif token.lower in ("at", "during") and token.head.dep == "xcomp":
            _mend_agreed_at(token)


def _mend_agreed_at(prep: Token) -> None:
    """Hang a meeting on what was agreed there, not on what will be done: "agreed to withdraw their troops [at] a summit"; but "agreed to meet at a summit"."""
    deed, meeting = prep.head, prep.child("pobj")
    agreed = deed.head
    if meeting is None or meeting.lemma not in _MEETINGS or deed.lemma in _DONE_THERE or agreed.lemma not in _PROMISING or not (agreed.tag in ("VBD", "VBN") or agreed.child("aux") is not None):
        return
    prep.reattach(agreed, "prep")


def _mend_charged(against: Token) -> None:
    """Hang whom a charge is made against on the charge: "confirmed charges of murder [against] the warlord", but not "of violence against women"."""
    charge, whom = against.head.head.head, against.child("pobj")
    if charge.lemma in ("charge", "count") and whom is not None and (whom.tag != "NNS" or whom.child("det", "nummod") is not None):
        against.reattach(charge, "prep")


def _mend_asked_from(prep: Token) -> None:
    """Hang "from the pope" on "appeals", not on what he asks for: "despite appeals for clemency [from] the pope"; but not in "calls for withdrawal from the bases"."""
    wanted, asker = prep.head, prep.child("pobj")
    noun = wanted.head.head
    if wanted.dep != "pobj" or wanted.head.lower != "for" or noun.lemma not in _ASKED or noun.pos != "NOUN" or wanted.lemma in _LEFT_FROM or asker is None:
        return
    if asker.ent.label in ("ORG", "PERSON", "NORP") if asker.ent is not None else asker.tag in ("NNS", "NNP", "NNPS"):
        prep.reattach(noun, "prep")


_ASKED = word_list("calls")
_LEFT_FROM = word_list("attachment.left_from")


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


def _mend_after_aside(prep: Token) -> None:
    """Hang on the verb what follows an aside between commas: "returned a manuscript, missing since 1943, [to] Armenia"."""
    aside = prep.head
    verb = aside.head if aside.dep == "advcl" else aside.head.head
    comma, opening = token_before(prep), token_before(leftmost(aside))
    if comma is None or opening is None or not comma.text == opening.text == "," or prep.i < aside.i or aside.i < verb.i or aside.tag not in ("VBG", "VBN", "JJ"):
        return
    if is_verb(verb) and (aside.dep == "advcl" or aside.head.dep in ("dobj", "nsubjpass")):
        prep.reattach(verb, "prep")


def _mend_in_support(prep: Token) -> None:
    """Hang "in support of" on the main verb: "flew sorties coordinated with and [in support of] the army"."""
    noun, above = prep.child("pobj"), prep.head.head
    if noun is None or noun.lemma != "support" or prep.head.dep != "prep" or above.tag != "VBN" or above.dep not in ("acl", "advcl"):
        return
    verb = above.head.head if above.dep == "acl" and above.head.dep == "dobj" else above.head
    if verb.pos == "VERB":
        prep.reattach(verb, "prep")


def _mend_after_day(prep: Token) -> None:
    """Hang "of two editors" on "arrest", not on the day or the verb: "condemned the arrest yesterday [of] two editors", "the attack on Monday [against] a convoy"."""
    day = token_before(prep)
    spell = day is not None and day.lower in ("week", "month", "year") and any(c.lower in ("last", "this") for c in day.children)
    hours = day is not None and day.lower in _HOURS and any(c.lower in _DAYS and c.i == day.i - 1 for c in day.children)  # "Tuesday night"
    if day is None or (day.lower not in _DAYS and not spell and not hours) or day.dep == "compound":
        return
    on = day.dep == "pobj"
    noun = token_before(day, 2) if on or spell or hours else token_before(day)
    if noun is None or noun.pos not in ("NOUN", "PROPN"):
        return
    if prep.lower == "of" and noun.dep == "pobj" and noun.head.lower == "by":
        _mend_after_doer_and_day(prep, noun.head)
        return
    if noun.pos == "PROPN" or (on and prep.lower == "of"):
        return
    if (prep.head is day and (prep.lower in _PARTIES or prep.lower == "of")) or (prep.lower == "of" and prep.head is not noun):
        prep.reattach(noun, "prep")
        if (spell or hours) and day.head is not noun:
            day.reattach(noun, "npadvmod")


def _mend_after_doer_and_day(of: Token, by: Token) -> None:
    """Hang "of a farmer" on the deed: "the arrest by soldiers yesterday [of] a farmer", "the killing by police on Monday [of] three nuns"."""
    deed = by.head if by.head.pos == "NOUN" else by.head.child("dobj")
    if deed is not None and deed.pos == "NOUN" and deed.i < by.i and not any(c.lower == "of" for c in deed.children) and (whom := of.child("pobj")) is not None and whom.lower not in ("week", "month", "year"):
        of.reattach(deed, "prep")


def _mend_accuser(prep: Token) -> None:
    """Hang both on the charge in "accused by the junta [of] spying" and "accused of spying [by] the junta": a junta is not of spying, nobody is spied by it."""
    above = prep.head
    charge = above.dep == "pobj" and above.head.lower == "of" and above.pos == "NOUN" and above.child("det") is None  # "convicted of war crimes [by] a court"
    if (prep.lower == "of" and above.dep == "pobj" and above.head.lower == "by") or (prep.lower == "by" and charge) or (prep.lower == "by" and above.tag == "VBG" and above.head.lower == "of" and above.child("auxpass", "dobj") is None):
        charged = above.head.head
    else:
        return
    who = prep.child("pobj")
    if prep.lower == "by" and (who is None or (who.pos != "PROPN" and who.tag != "NNS" and who.child("det", "poss") is None)):
        return  # "accused of spying by night"
    if charged.tag == "VBN" and charged.lemma in OF_SOMETHING and not any(c.lower == prep.lower for c in charged.children):
        prep.reattach(charged, "agent" if prep.lower == "by" else "prep")
        if prep.lower == "of" and who is not None:
            for further in [c for c in above.children if c.i > prep.i and c.dep in ("cc", "conj")]:
                further.reattach(who, further.dep)  # "accused by Amnesty of looting and [the destruction]": no second accuser


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


def _mend_blame(prep: Token) -> None:
    """Hang "on the militia" on "pinned", not on the deed: "pinned the blame for the bombing [on] the militia"."""
    deed = prep.head
    if deed.dep == "pobj" and deed.head.lower == "for" and (blame := deed.head.head).lemma in _BLAME and blame.dep in ("dobj", "nsubjpass"):
        prep.reattach(blame.head, "prep")


def _mend_blamed_on(prep: Token) -> None:
    """Hang "on the Taliban" on "blamed", not on the deed or who blamed: "blamed the attack [on] the Taliban", "was blamed by officials [on] the Taliban"."""
    above = prep.head
    blame = above.head if above.dep == "dobj" else above.head.head if above.dep == "pobj" and above.head.dep == "agent" else None
    if blame is None or blame.lemma != "blame" or blame.pos != "VERB" or any(c.dep == "prep" and c.lower in ("on", "for") for c in blame.children):
        return
    if prep is [c for c in above.children if c.dep == "prep" and c.lower == "on"][-1]:
        prep.reattach(blame, "prep")


def _mend_range(between: Token) -> None:
    """Make an object of "killed between 80 and 90 [miners]", whose numbers the parser takes for a place between two others."""
    verb, low = between.head, between.child("pobj")
    people = low.child("conj") if low is not None and low.tag == "CD" else low if low is not None and any(c.tag == "CD" and c.child("conj") is not None for c in low.children) else None
    if people is None or people.tag != "NNS" or not any(c.tag == "CD" for c in people.children) or verb.child("dobj") is not None:
        return
    people.reattach(verb, "dobj")
    between.reattach(people, "quantmod")


def _mend_name_after(name: Token) -> None:
    """Set a name beside the noun before it: "overthrew the dictator [Anastasio Somoza]", "was ousted by rebels, the [Dawn Front], in May"."""
    noun = token_before(name.subtree()[0])
    if noun is not None and noun.text == "," and (noun := token_before(noun)) is not None and name.i > name.head.i and (after := token_after(name)) is not None and after.text == ",":
        while noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.pos == "NOUN":
            noun = noun.head.head
        if noun.pos == "NOUN" and noun.i > name.head.i and (noun.head.head if noun.dep == "pobj" else noun.head) is name.head and not is_time(noun):
            name.reattach(noun, "appos")
        return
    if noun is not None and name.ent is not None and name.ent.label == "PERSON" and noun.pos == "NOUN" and noun.head is name.head and noun.dep == "dobj" and noun.child("det", "poss") is not None:
        name.reattach(noun, "appos")


_SCATHING = word_list("attachment.scathing")


def _mend_guest(visiting: Token) -> None:
    """Make a modifier of "talks with [visiting] premier Li", "under [withering] criticism", which the parser takes for a gerund."""
    prep, guest = visiting.head, visiting.child("dobj")
    if (prep.lower not in _GUESTS and visiting.lower == "visiting") or visiting.i != prep.i + 1 or guest is None or any(c.dep in ("det", "poss") and c.i < guest.i for c in guest.children):
        return
    guest.reattach(prep, "pobj")
    visiting.give_after(guest)
    visiting.reattach(guest, "amod")


def _mend_after_doer(of: Token) -> None:
    """Hang "of 80 pupils" on "kidnapping", not on who did it: "the kidnapping by bandits [of] 80 pupils", "the killing by police [of] a teenager"."""
    doer, noun = of.head, of.head.head.head
    whom = of.child("pobj")
    if whom is None or (noun.dep in ("pobj",) and noun.head.lower == "by"):
        return
    verb = noun if noun.pos == "VERB" else None
    if verb is not None:  # "denounced the killing by police of ...": "by" hung on the verb
        noun = verb.child("dobj") or noun
        if noun is verb or of.head.head.dep == "agent" or noun.i > of.head.head.i:
            return
    if noun.pos != "NOUN" or any(c.dep == "prep" and c.lower == "of" for c in noun.children) or doer.lemma in _GATHERED:
        return
    some = whom.tag in ("NNS", "CD") or any(c.lower in ("a", "an") or c.tag == "CD" for c in whom.children)
    if some and not any(c.lower == "the" for c in whom.children) and whom.pos != "PROPN":
        of.reattach(noun, "prep")


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
