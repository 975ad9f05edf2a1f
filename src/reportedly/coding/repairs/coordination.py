"""Coordination: which verb another goes on from, where the parser joined the wrong two.

Reads tokens; mends heads in place, for repair.py. Each mend is a shape and says what it looks like.
"""

from __future__ import annotations

from collections.abc import Callable

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import NOMINAL_SUBJECTS as _SUBJECTS
from reportedly.coding.grammar.syntax import has_to, is_after_comma, speaks
from reportedly.coding.repairs import lists
from reportedly.coding.repairs.finite_conjuncts import (
    counted_on,
    doer_before_aside,
    join_with_subject,
    mend_after_quality,
    mend_after_state,
    mend_beyond_gap,
    mend_by_number,
    mend_counted_subject,
    mend_finite_conjunct,
    mend_perfect_after_clause,
    mend_perfect_conjunct,
    mend_told_conjunct,
    mend_witnessed,
    taken_for_object,
)
from reportedly.coding.repairs.listed_verbs import PAST, hand_on, is_perfect, mend_listed_in_clause, mend_listed_of_founded
from reportedly.coding.repairs.lists import mend_listed_state, mend_people_of_body, mend_second_body, mend_second_origin, mend_side_of_battle, mend_two_titled
from reportedly.coding.repairs.mender import Choice, Known, Mender, Step
from reportedly.coding.repairs.nonfinite_conjuncts import (
    mend_after_infinitive,
    mend_done_conjunct,
    mend_further_demand,
    mend_infinitive_conjunct,
    mend_joined_gerund,
    mend_joined_to_preposition,
    mend_participle_before,
    mend_reduced_conjunct,
    mend_settled_between,
)
from reportedly.coding.repairs.paired import mend_lost_call
from reportedly.lexicons.word_lists import word_list

_SAYING = word_list("saying")
OF_SOMETHING = word_list("coordination.of_something")
CHARGING = OF_SOMETHING | word_list("coordination.charging")
_HANDING = word_list("coordination.handing")
_DITRANSITIVE = word_list("ditransitive")
_PARTICIPLES = ("aken", "iven", "itten", "roken", "tolen", "rozen", "hown", "lown", "nown", "hidden", "eaten", "rawn", "fallen")
_MOSTLY = word_list("mostly")
_LIKE_PARTICIPLES = word_list("like_participles")
_COURTS_DO = word_list("coordination.courts_do")
_COURTS = word_list("coordination.judges")
_GOING_ON = word_list("coordination.going_on")
_OPEN_ENDS = frozenset({"until", "till", "unless", "if", "before", "once"})


def menders(known: Known) -> tuple[Step, ...]:
    """Return what mends the head of a verb that is joined to another."""
    return (
        Mender(mend_settled_between, deps="conj advcl ccomp", tags=PAST),
        Mender(_mend_after_aside, deps="conj", tags=PAST, when=lambda t: t.head.tag == "VBG"),
        Mender(mend_further_demand, deps="advcl conj dep", tags="VB VBP"),
        Mender(_mend_lay, deps="conj", tags="VBD VBP", words="lay"),
        Choice(
            Mender(lambda token: _mend_conjunct(token, known.act_of), deps="conj"),
            Mender(mend_infinitive_conjunct, deps="dep", tags="VB"),
            *lists.menders(known),
        ),
        Mender(_mend_with_subject, deps="advcl", tags="VBD VBN"),
    )


def _mend_lay(verb: Token) -> None:
    """Make an infinitive of "asks the gang to lift the blockade, [lay] down its rifles", which the parser takes for the past of "lie"."""
    if verb.child("dobj") is not None and verb.child("aux", *_SUBJECTS) is None and any(has_to(c) for c in verb.head.children if c.dep == "xcomp" and c.i < verb.i):
        verb.tag, verb.lemma = "VB", "lay"


def _mend_after_aside(verb: Token) -> None:
    if (subject := doer_before_aside(verb)) is not None:
        aside, above = verb.head, verb.head.head
        if (joint := above.child("cc")) is not None and joint.i < subject.i:
            verb.reattach(above, "conj")
        aside.reattach(subject, "acl")
        subject.reattach(verb, "nsubj")


def _mend_with_subject(verb: Token) -> None:
    if verb.child("mark", "advmod", *_SUBJECTS) is None and (subject := taken_for_object(verb)) is not None:
        join_with_subject(verb, subject)


def _mend_counted_conjunct(number: Token) -> None:
    """Join "its founder, Omar Said, and [three] of his guards", which the parser hangs on the verb behind the name."""
    verb, tokens, start = number.head, number.sent.tokens, number.sent.tokens[0].i
    first = verb.child("dobj", "nsubjpass")
    at = number.subtree()[0].i - start - 1
    if first is None or first.child("appos") is None or first.child("conj") is not None or at < 2 or tokens[at].dep != "cc" or tokens[at - 1].text != "," or number.child(*_SUBJECTS) is not None or number.child("prep") is None:
        return
    if first.subtree()[-1].i - start in (at - 1, at - 2):
        tokens[at].reattach(first, "cc")
        number.reattach(first, "conj")


def _mend_conjunct(token: Token, act_of: Callable[[str], str | None]) -> None:
    if token.tag in ("VBD", "VBN") and mend_beyond_gap(token):
        return
    mend_listed_state(token)
    if token.pos == "PROPN" and token.head.tag == "NNS":
        mend_second_origin(token)
        mend_second_body(token)
    if token.tag == "CD":
        _mend_counted_conjunct(token)
    _mend_added(token)
    _mend_open_end(token)
    mend_joined_to_preposition(token)
    _mend_joined_form(token)
    if token.tag == "NNP":
        mend_two_titled(token)
    elif token.tag == "NNS":
        mend_lost_call(token)
    if token.tag == "NNS" and token.head.tag == "NNP":
        mend_people_of_body(token)
    if token.tag == "NNS" and token.head.tag in ("NNP", "NN"):
        mend_side_of_battle(token)
    if token.tag in ("VBN", "VBD"):
        mend_after_quality(token)
    if token.tag in PAST:
        if token.tag == "VBD" and mend_reduced_conjunct(token):
            return
        mend_listed_in_clause(token)
        mend_listed_of_founded(token)
        mend_finite_conjunct(token)
        mend_witnessed(token)
        _mend_sentence_of_court(token)
    elif token.tag in ("VBN", "VBG") and mend_by_number(token):
        return
    elif token.tag == "VBN":
        _mend_joined_participle(token, act_of)
    elif token.tag == "VBG":
        mend_joined_gerund(token)
    elif token.tag == "VB":
        mend_infinitive_conjunct(token)
        if token.head.tag == "NNS":
            _mend_joined_modifier(token)


def _mend_joined_participle(verb: Token, act_of: Callable[[str], str | None]) -> None:
    """Mend what a past participle is joined to, and what it is itself: a perfect, a passive or a quality."""
    above = verb.head
    if above.pos == "ADJ" and above.dep in ("acl", "advcl") and above.lower.endswith("ed") and (act := act_of(above.lower)) is not None:
        above.pos, above.tag, above.lemma = "VERB", "VBN", act  # "the militia, [armed] and trained by Iran, ..."
    mend_after_state(verb)
    mend_perfect_conjunct(verb)
    if (is_perfect(verb) or verb.child("auxpass") is not None) and verb.child(*_SUBJECTS) is None and (subject := taken_for_object(verb)) is not None:
        join_with_subject(verb, subject)
    mend_done_conjunct(verb)
    mend_after_infinitive(verb)
    mend_perfect_after_clause(verb)
    mend_counted_subject(verb)
    mend_told_conjunct(verb)


def _mend_added(verb: Token) -> None:
    """Join what somebody says further to what he said, not to those he speaks of: "said police would fine drivers who joined it and [added] that ..."."""
    above = verb.head
    if verb.tag != "VBD" or verb.lemma not in _GOING_ON or verb.child("ccomp") is None or verb.child("nsubj", "nsubjpass") is not None:
        return
    teller, of_others = above, False
    while teller.head is not teller and not (teller.dep == "ccomp" and teller.head.lemma in _SAYING and teller.head.tag == "VBD" and teller.head.i < teller.i):
        of_others |= teller.dep == "relcl"
        teller = teller.head
    if teller.head is teller or above.lemma in _SAYING or not (of_others or verb.lemma == "add"):
        return
    if (joint := next((c for c in reversed(above.children) if c.dep == "cc" and above.i < c.i < verb.i), None)) is not None:
        joint.reattach(teller.head, "cc")
    verb.reattach(teller.head, "conj")


def _mend_open_end(verb: Token) -> None:
    """Join a present to the present of an open clause, not to the past above it: "told them to fight on until the rebels leave or [are killed]"."""
    above, tokens, start = verb.head, verb.sent.tokens, verb.sent.tokens[0].i
    if above.tag not in ("VBD", "VB") or not _is_present(verb):
        return
    joint = next((c for c in reversed(above.children) if c.dep == "cc" and above.i < c.i < verb.i), None)
    if joint is None or is_after_comma(joint):
        return
    clause = tokens[joint.i - 1 - start]
    while clause is not above and clause.head is not clause and not (clause.dep == "advcl" and any(c.dep in ("mark", "advmod") and c.lower in _OPEN_ENDS for c in clause.children)):
        clause = clause.head
    if clause.dep == "advcl" and clause.i > above.i and (_is_present(clause) or clause.tag == "VB"):
        joint.reattach(clause, "cc")
        verb.reattach(clause, "conj")


def _is_present(verb: Token) -> bool:
    auxiliaries = [c.tag for c in verb.children if c.dep in ("aux", "auxpass") and c.i < verb.i]
    return auxiliaries[0] in ("VBZ", "VBP") if auxiliaries else verb.tag in ("VBZ", "VBP")


def _mend_joined_form(token: Token) -> None:
    """Mend what form a joined verb has, and what a joined noun is joined to."""
    if token.tag == "VBD" and token.lower.endswith(_PARTICIPLES):
        token.tag = "VBN"  # "taken", "driven", "shown"
    if token.tag == "VBD" and token.head.tag == "VBN" and token.i == token.head.i + 2 and (token.lower.endswith("ed") or token.lower in _LIKE_PARTICIPLES) and any(c.dep == "aux" and c.lemma == "have" for c in token.head.children):
        token.tag = "VBN"  # "have abducted and [killed] dozens"
    if token.tag == "VBD" and token.head.child("agent") is not None and token.child("dobj") is not None:
        mend_participle_before(token)
    if token.pos == "NOUN" and token.head.pos == "NOUN" and any(c.lower in _MOSTLY and c.i == token.i - 1 for c in token.children):
        token.dep = "appos"  # "23 captives, mostly [women] and children"
    if token.tag in ("NNS", "NNP") and token.head.pos == "VERB" and token.i > token.head.i:
        _mend_joined_noun(token)
    if token.tag == "VBD" and token.child("agent") is not None and token.child("dobj", *_SUBJECTS) is None and any(c.dep == "auxpass" for c in token.head.children):
        token.tag = "VBN"  # "was indicted in 1999 and [extradited] by Serbia"
    if token.tag == "VBD" and token.lemma in _HANDING and token.child("dative") is None and (thing := token.child("dobj")) is not None and not any(c.lower == "to" for t in (token, thing) for c in t.children) and token.head.child("auxpass") is not None and token.child(*_SUBJECTS) is None:
        token.tag = "VBN"  # "was captured and [handed] the death penalty"
    if token.tag == "VBD" and (number := counted_on(token)) is not None:
        token.tag, number.dep = "VBN", "nsubjpass"
    if token.tag == "VBN" and speaks(token) and token.child("dobj") is not None and token.child("aux", "auxpass") is None and token.head.child("auxpass") is not None and token.lemma not in _DITRANSITIVE:
        token.tag = "VBD"  # "denied that his men were involved and [blamed] bandits": with an object it is no passive
    if token.tag == "VBN" and token.head.tag == "VB" and has_to(token.head) and token.head.head.tag in PAST and token.child("dobj") is not None and token.child("aux", "auxpass", *_SUBJECTS) is None and token.lemma not in _DITRANSITIVE:
        token.tag = "VBD"  # "told them not to panic, and [closed] the bridge"
    if token.tag == "VBP" and token.head.tag in ("VBD", "VBN") and token.child("aux", *_SUBJECTS) is None and (listed := token.head.child("xcomp")) is not None and listed.tag == "VB" and listed.i < token.i:
        token.tag = "VB"  # "was due to lay a wreath, [talk] to survivors and ..."


def _mend_sentence_of_court(verb: Token) -> None:
    """Join what only courts do to what the court found: "the tribunal found that soldiers had shot him and [sentenced] the captain"."""
    above, outer = verb.head, verb.head.head
    if verb.lemma not in _COURTS_DO or above.dep != "ccomp" or outer.tag not in PAST or verb.child(*_SUBJECTS) is not None:
        return
    judge, doer = outer.child("nsubj"), above.child(*_SUBJECTS)
    if judge is not None and judge.lemma.lower() in _COURTS and (doer is None or doer.lemma.lower() not in _COURTS):
        hand_on(verb, above, outer)


def _mend_joined_noun(noun: Token) -> None:
    """Join "five rebel groups" to "the government", not to the verb: "signed by the government and [five rebel groups]"."""
    verb, tokens = noun.head, noun.sent.tokens
    at = noun.subtree()[0].i - tokens[0].i - 1
    if at < 1 or tokens[at].dep != "cc" or noun.child("nsubj", "nsubjpass", "cop") is not None:
        return
    near = tokens[at - 1]
    if near.dep in ("pobj", "dobj") and near.pos in ("NOUN", "PROPN") and near.child("conj") is None and (near.head is verb or near.head.head is verb):
        tokens[at].reattach(near, "cc")
        noun.reattach(near, "conj")


def _mend_joined_modifier(word: Token) -> None:
    """Make a modifier of "killings and [roadside] bombings", which the parser takes for a verb with an object."""
    thing, above = word.child("dobj"), word.head
    if thing is None or thing.i != word.i + 1 or thing.tag != "NNS" or word.child("aux", "nsubj", "prt", "advmod") is not None:
        return
    thing.reattach(above, "conj")
    word.pos, word.tag = "NOUN", "NN"
    for child in [c for c in word.children if c is not thing]:
        child.reattach(thing, child.dep)
    word.reattach(thing, "compound")
