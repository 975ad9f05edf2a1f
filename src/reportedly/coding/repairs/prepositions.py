"""Prepositions: phrases with one that the parser hung on the wrong word. Reads tokens; mends heads in place, for attachment.py."""

from __future__ import annotations

from collections.abc import Callable

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import is_passive, is_verb, leftmost, token_before
from reportedly.coding.repairs.appended import mend_receiver
from reportedly.coding.repairs.coordination import OF_SOMETHING
from reportedly.coding.repairs.mender import Choice, Known, Mender, Step
from reportedly.lexicons.word_lists import word_list

_MEETINGS = word_list("meetings") | word_list("prepositions.gatherings")
_DONE_THERE = word_list("prepositions.done_there")
_PROMISING = word_list("prepositions.promising")
_DAYS = word_list("days")
_PARTIES = frozenset({"by", "on", "against", "in", "at", "near"})
_GATHERED = word_list("prepositions.gathered")
_BLAME = word_list("prepositions.blame")
_SHARES = word_list("shares_in")
_HURTS = word_list("prepositions.hurts")
_HOURS = frozenset({"night", "morning", "evening", "afternoon"})
_TIMES = frozenset({"week", "month", "year", "election", "vote"})
_CLAIMED = word_list("prepositions.claimed")
_SPELLS = word_list("spans_of_time")
_CALLING_FOR = word_list("prepositions.calling_for")
_ASKED = word_list("calls")
_LEFT_FROM = word_list("prepositions.left_from")


def menders(known: Known) -> tuple[Step, ...]:
    """Return what mends where a phrase with a preposition hangs."""
    return (
        Mender(_mend_accuser, deps="prep agent", parts="ADP SCONJ", words="by of"),
        Mender(_mend_in_support, deps="conj", parts="ADP SCONJ", words="in"),
        Mender(_mend_second_charge, deps="conj", parts="ADP SCONJ", when=lambda t: t.head.dep in ("prep", "agent") and t.head.lower != t.lower),
        Mender(_mend_charged, deps="prep", parts="ADP SCONJ", words="against", when=lambda t: t.head.dep == "pobj" and t.head.head.lower == "of"),
        Mender(_mend_together, deps="prep", parts="ADP SCONJ", words="with along"),
        Mender(lambda prep: _mend_after_day(prep, known.names_act), deps="prep", parts="ADP SCONJ"),
        Mender(lambda by: _mend_doer_behind_whom(by, known), deps="prep", words="by", when=lambda t: t.head.pos in ("VERB", "NOUN", "PROPN")),
        Mender(lambda claimed: _mend_claimed(claimed, known.names_act), deps="acl", tags="VBN VBD", lemmas=_CLAIMED, when=lambda t: t.head.dep == "pobj"),
        Mender(_mend_after_spell, deps="prep", words="to with from against on", when=lambda t: t.head.lemma in _SPELLS and t.head.dep == "pobj"),
        Mender(_mend_after_aside, deps="prep", parts="ADP SCONJ", when=lambda t: t.head.dep in ("advcl", "acl", "amod")),
        Mender(mend_receiver, deps="prep", parts="ADP SCONJ", words="to", when=lambda t: t.head.dep in ("acl", "relcl", "pobj")),
        Choice(
            Mender(_mend_on, deps="prep", parts="ADP SCONJ", words="on"),
            Mender(_mend_cause_of_death, deps="prep", parts="ADP SCONJ", words="of", when=_is_cause_of_death),
            Mender(_mend_after_doer, deps="prep", parts="ADP SCONJ", words="of", when=lambda t: t.head.dep == "pobj" and t.head.head.lower == "by"),
            Mender(_mend_share, deps="prep", parts="ADP SCONJ", words="in"),
            Mender(_mend_range, deps="prep", parts="ADP SCONJ", words="between", when=lambda t: t.head.pos == "VERB"),
            Mender(_mend_agreed_at, deps="prep", parts="ADP SCONJ", words="at during", when=lambda t: t.head.dep == "xcomp"),
        ),
        Mender(_mend_asked_from, deps="prep", words="from"),
        Mender(_mend_with_whom, deps="pcomp", tags="VB", when=lambda t: t.head.lower == "with" and t.child("nsubj") is not None),
    )


def _mend_second_charge(prep: Token) -> None:
    """Join to its like the second of "accused by nuns of looting and [of] beating"."""
    same = next((c for c in prep.head.head.children if c.dep == "prep" and c.lower == prep.lower and prep.head.i < c.i < prep.i), None)
    if same is not None:
        prep.reattach(same, "conj")


def _mend_on(prep: Token) -> None:
    _mend_blame(prep)
    _mend_blamed_on(prep)


def _is_cause_of_death(prep: Token) -> bool:
    return prep.head.dep == "pobj" and prep.head.head.head.lemma == "die" and (what := prep.child("pobj")) is not None and what.lemma in _HURTS


def _mend_cause_of_death(prep: Token) -> None:
    """Hang on the verb "died in Kunduz [of wounds]"."""
    prep.reattach(prep.head.head.head, "prep")


def _mend_share(prep: Token) -> None:
    """Hang on its noun "accused of involvement [in] the killing"."""
    if (noun := token_before(prep)) is not None and noun.lemma in _SHARES and prep.head is not noun:
        prep.reattach(noun, "prep")


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


def _mend_after_day(prep: Token, names_act: Callable[[str], bool]) -> None:
    """Hang "of two editors" on "arrest", not on the day or the verb: "condemned the arrest yesterday [of] two editors", "the attack on Monday [against] a convoy", "there was an attack Friday [by] rebels"."""
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
    whom = prep.child("pobj")
    if noun.pos == "PROPN" or (on and prep.lower == "of" and (whom is None or whom.lower in _TIMES or not names_act(noun.lemma))):
        return
    told = prep.head is noun.head and (noun.dep == "attr" or (noun.dep == "dobj" and prep.lower == "by")) and prep.lower in _PARTIES and names_act(noun.lemma)
    if told or (prep.head is day and (prep.lower in _PARTIES or prep.lower == "of")) or (prep.lower == "of" and prep.head is not noun):
        prep.reattach(noun, "prep")
        if (spell or hours) and day.head is not noun:
            day.reattach(noun, "npadvmod")


def _mend_doer_behind_whom(by: Token, known: Known) -> None:
    """Hang on the deed who does it, not on the verb around it or on whom it befalls: "uproar grew over raids on shepherds [by] the guard"."""
    doer, before = by.child("pobj"), token_before(by)
    if before is not None and before.text == ",":
        before = token_before(before)
    if doer is None or before is None or not (known.is_actor(doer.lemma.lower()) or (doer.ent is not None and doer.ent.label in ("ORG", "NORP"))):
        return
    whom = by.head if by.head.dep == "pobj" else next((p for c in (by.head, *by.head.children) for p in _acted_on(c) if p.subtree()[-1].i in (before.i, before.i + 1)), None)
    deed = whom.head.head if whom is not None and whom.dep == "pobj" and whom.head.lower in ("on", "against", "of") else None
    if deed is None or deed.pos != "NOUN" or not known.names_act(deed.lemma) or known.names_act(whom.lemma if whom is not None else "") or any(c.lower == "by" for c in deed.children) or (is_verb(by.head) and is_passive(by.head)):
        return
    by.reattach(deed, "prep")


def _acted_on(word: Token) -> list[Token]:
    """Return what stands behind the prepositions of a noun, or of the noun behind a preposition: "over raids on [shepherds]"."""
    noun = word.child("pobj") if word.pos in ("ADP", "SCONJ") else word
    return [p for c in (noun.children if noun is not None and noun.pos == "NOUN" else ()) if c.dep == "prep" and (p := c.child("pobj")) is not None]


def _mend_claimed(claimed: Token, names_act: Callable[[str], bool]) -> None:
    """Hang on the deed who owns up to it, leads or pays for it, not on whom it befell: "a raid on shepherds [claimed] by the front"."""
    deed = claimed.head.head.head
    if deed.pos == "NOUN" and names_act(deed.lemma) and not names_act(claimed.head.lemma) and claimed.head.head.lower in ("on", "against", "of", "with", "in", "at", "near"):
        claimed.reattach(deed, "acl")


def _mend_with_whom(verb: Token) -> None:
    """Hang on "working" what "is working closely with [Rome] to stop smugglers" is for: Rome is with whom, and stops nobody alone."""
    with_, whom = verb.head, verb.child("nsubj")
    if whom is not None and is_verb(with_.head) and any(c.tag == "TO" for c in verb.children):
        whom.reattach(with_, "pobj")
        verb.reattach(with_.head, "advcl")


def _mend_after_spell(prep: Token) -> None:
    """Hang "to Chad" on the verb, not on how long it took: "has sent arms for decades [to] Chad"."""
    over = prep.head.head
    if over.lower in ("for", "over", "in", "during") and is_verb(over.head) and over.i > over.head.i and prep.child("pobj") is not None:
        prep.reattach(over.head, "prep")


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
