"""Coordination: which verb another goes on from, where the parser joined the wrong two.

Reads tokens; mends heads in place, for repair.py. Each mend is a shape and says what it looks like.
"""

from __future__ import annotations

from collections.abc import Callable

from reportedly.analysis import Token
from reportedly.coding.lists import (
    PAST,
    SAYING,
    VOICING,
    hand_on,
    infinitive_of,
    mend_listed,
    mend_listed_in_clause,
    mend_listed_of_founded,
    mend_people_of_body,
    mend_side_of_battle,
    speaks,
)
from reportedly.coding.syntax import NOMINAL_SUBJECTS as _SUBJECTS
from reportedly.coding.syntax import has_to, is_verb
from reportedly.lexicons.word_lists import word_list

OF_SOMETHING = word_list("coordination.of_something")
CHARGING = OF_SOMETHING | word_list("coordination.charging")
_STRESSING = word_list("coordination.stressing")
_SETTLED = frozenset({"agree", "sign", "reach", "broker", "adopt"})
_HANDING = frozenset({"hand", "grant", "award"})
_DITRANSITIVE = frozenset({"promise", "offer", "refuse", "deny", "ask"})
_PARTICIPLES = ("aken", "iven", "itten", "roken", "tolen", "rozen", "hown", "lown", "nown", "hidden", "eaten", "rawn", "fallen")
_MOSTLY = word_list("mostly")
_LIKE_PARTICIPLES = word_list("coordination.like_participles")
_TELLERS = word_list("coordination.tellers")
_COURTS_DO = frozenset({"sentence", "convict", "acquit", "jail", "fine"})
_COURTS = frozenset({"court", "tribunal", "judge", "jury", "chamber"})
_NUMBERS = word_list("some_number")
_GOING_ON = frozenset({"add", "say", "warn", "stress", "insist"})
_OPEN_ENDS = frozenset({"until", "till", "unless", "if", "before", "once"})


def mend_coordination(token: Token, act_of: Callable[[str], str | None]) -> None:
    """Mend the head of a verb that is joined to another. ``act_of`` gives the lemma of a participle that acts on somebody."""
    if token.dep == "conj" and token.tag in PAST and token.head.tag == "VBG" and (subject := _doer_before_aside(token)) is not None:
        aside, above = token.head, token.head.head
        if (joint := above.child("cc")) is not None and joint.i < subject.i:
            token.reattach(above, "conj")
        aside.reattach(subject, "acl")
        subject.reattach(token, "nsubj")
    if token.dep == "conj":
        _mend_conjunct(token, act_of)
    elif token.tag == "VB" and token.dep == "dep":
        _mend_infinitive_conjunct(token)
    else:
        mend_listed(token, act_of)
        if token.dep == "advcl" and token.tag in ("VBD", "VBN") and token.child("mark", "advmod", *_SUBJECTS) is None and (subject := _taken_for_object(token)) is not None:
            _join_with_subject(token, subject)


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
    if token.tag == "CD":
        _mend_counted_conjunct(token)
    _mend_added(token)
    _mend_open_end(token)
    _mend_joined_to_preposition(token)
    _mend_joined_form(token)
    if token.tag == "NNS" and token.head.tag == "NNP":
        mend_people_of_body(token)
    if token.tag == "NNS" and token.head.tag in ("NNP", "NN"):
        mend_side_of_battle(token)
    if token.tag in ("VBN", "VBD"):
        _mend_after_quality(token)
    if token.tag in PAST:
        if token.tag == "VBD" and _mend_reduced_conjunct(token):
            return
        mend_listed_in_clause(token)
        mend_listed_of_founded(token)
        _mend_finite_conjunct(token)
        _mend_witnessed(token)
        _mend_sentence_of_court(token)
    elif token.tag == "VBN":
        if token.head.pos == "ADJ" and token.head.dep in ("acl", "advcl") and token.head.lower.endswith("ed") and (act := act_of(token.head.lower)) is not None:
            token.head.pos, token.head.tag, token.head.lemma = "VERB", "VBN", act  # "the militia, [armed] and trained by Iran, ..."
        _mend_after_state(token)
        _mend_perfect_conjunct(token)
        _mend_passive_after_infinitive(token)
        _mend_perfect_after_clause(token)
        _mend_counted_subject(token)
        _mend_told_conjunct(token)
    elif token.tag == "VBG":
        _mend_joined_gerund(token)
    elif token.tag == "VB":
        _mend_infinitive_conjunct(token)
        if token.head.tag == "NNS":
            _mend_joined_modifier(token)


def _mend_reduced_conjunct(verb: Token) -> bool:
    """Hang "return to the truce [agreed] in May and to let aid in" on the truce, which the parser takes for a further deed; say whether it did."""
    above, tokens, start = verb.head, verb.sent.tokens, verb.sent.tokens[0].i
    noun = tokens[verb.i - 1 - start]
    if noun.pos != "NOUN" or noun.dep not in ("pobj", "dobj") or verb.lemma not in _SETTLED or verb.child("dobj", "ccomp", "xcomp", *_SUBJECTS) is not None or above.i > noun.i:
        return False
    if any(c.dep == "cc" and above.i < c.i < verb.i for c in above.children):
        return False
    infinitive = infinitive_of(above, noun.i)
    further = [c for c in verb.children if c.dep == "conj" and c.tag == "VB" and has_to(c)]
    if infinitive is not None:
        for later in further:
            hand_on(later, verb, infinitive)
    verb.tag = "VBN"
    verb.reattach(noun, "acl")
    return True


def _mend_added(verb: Token) -> None:
    """Join what somebody says further to what he said, not to those he speaks of: "said police would fine drivers who joined it and [added] that ..."."""
    above = verb.head
    if verb.tag != "VBD" or verb.lemma not in _GOING_ON or verb.child("ccomp") is None or verb.child("nsubj", "nsubjpass") is not None:
        return
    teller, of_others = above, False
    while teller.head is not teller and not (teller.dep == "ccomp" and teller.head.lemma in SAYING and teller.head.tag == "VBD" and teller.head.i < teller.i):
        of_others |= teller.dep == "relcl"
        teller = teller.head
    if teller.head is teller or above.lemma in SAYING or not (of_others or verb.lemma == "add"):
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
    if joint is None or tokens[joint.i - 1 - start].text == ",":
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
        _mend_participle_before(token)
    if token.pos == "NOUN" and token.head.pos == "NOUN" and any(c.lower in _MOSTLY and c.i == token.i - 1 for c in token.children):
        token.dep = "appos"  # "23 captives, mostly [women] and children"
    if token.tag in ("NNS", "NNP") and token.head.pos == "VERB" and token.i > token.head.i:
        _mend_joined_noun(token)
    if token.tag == "VBD" and token.child("agent") is not None and token.child("dobj", *_SUBJECTS) is None and any(c.dep == "auxpass" for c in token.head.children):
        token.tag = "VBN"  # "was indicted in 1999 and [extradited] by Serbia"
    if token.tag == "VBD" and token.lemma in _HANDING and token.child("dative") is None and (thing := token.child("dobj")) is not None and not any(c.lower == "to" for t in (token, thing) for c in t.children) and token.head.child("auxpass") is not None and token.child(*_SUBJECTS) is None:
        token.tag = "VBN"  # "was captured and [handed] the death penalty"
    if token.tag == "VBD" and (number := _counted_on(token)) is not None:
        token.tag, number.dep = "VBN", "nsubjpass"
    if token.tag == "VBN" and speaks(token) and token.child("dobj") is not None and token.child("aux", "auxpass") is None and token.head.child("auxpass") is not None and token.lemma not in _DITRANSITIVE:
        token.tag = "VBD"  # "denied that his men were involved and [blamed] bandits": with an object it is no passive
    if token.tag == "VBP" and token.head.tag in ("VBD", "VBN") and token.child("aux", *_SUBJECTS) is None and (listed := token.head.child("xcomp")) is not None and listed.tag == "VB" and listed.i < token.i:
        token.tag = "VB"  # "was due to lay a wreath, [talk] to survivors and ..."


def _mend_joined_to_preposition(verb: Token) -> None:
    """Join a participle to the passive before it, not to its phrase: "was tried for treason and [exiled] to Chad"."""
    prep = verb.head
    if verb.tag in ("VBN", "VBD") and prep.pos == "ADP" and prep.head.tag == "VBN" and prep.head.child("auxpass") is not None and verb.child(*_SUBJECTS, "aux", "auxpass") is None:
        verb.tag = "VBN"
        hand_on(verb, prep, prep.head)


def _mend_passive_after_infinitive(verb: Token) -> None:
    """Join a finite passive to the verb with the subject: "refused an order to leave and [was relieved] of his command"."""
    if verb.head.tag != "VB" or verb.child(*_SUBJECTS) is not None or not any(c.dep == "auxpass" and c.tag in PAST for c in verb.children):
        return
    above = verb.head
    for _ in range(4):
        above = above.head
        if above.tag in PAST and is_verb(above):
            hand_on(verb, verb.head, above)
            return


def _mend_sentence_of_court(verb: Token) -> None:
    """Join what only courts do to what the court found: "the tribunal found that soldiers had shot him and [sentenced] the captain"."""
    above, outer = verb.head, verb.head.head
    if verb.lemma not in _COURTS_DO or above.dep != "ccomp" or outer.tag not in PAST or verb.child(*_SUBJECTS) is not None:
        return
    judge, doer = outer.child("nsubj"), above.child(*_SUBJECTS)
    if judge is not None and judge.lemma.lower() in _COURTS and (doer is None or doer.lemma.lower() not in _COURTS):
        hand_on(verb, above, outer)


def _mend_joined_gerund(verb: Token) -> None:
    """Join a participle to the one before it, not to the infinitive between: "[pleading] with guards not to shoot and [begging] her son to run"."""
    if verb.child("nsubj", "nsubjpass", "aux") is None and verb.head.pos == "NOUN" and verb.head.dep == "pobj" and verb.child("dobj") is not None:
        _hang_on_progressive(verb)
    if verb.head.tag != "VB" or not has_to(verb.head) or verb.child("nsubj", "nsubjpass", "aux") is not None:
        return
    above = verb.head.head
    for _ in range(3):
        if above.tag == "VBG" and above.pos == "VERB" and above.dep != "conj":
            joint = next((c for c in verb.head.children if c.dep == "cc" and c.i < verb.i), None)
            if joint is not None:
                joint.reattach(above, "cc")
            verb.reattach(above, "conj")
            return
        above = above.head


def _hang_on_progressive(verb: Token) -> None:
    """Join "beating" to "going", not to a noun between: "have been going from door to door and [beating] men"."""
    noun = verb.head
    above = noun.head.head
    if above.tag == "VBG" and above.child("aux") is not None and noun.head.head.i < noun.i:
        hand_on(verb, noun, above)


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


def _mend_participle_before(verb: Token) -> None:
    """Make the second verb the main one: "Rockets fired by the army [killed] two workers"."""
    first = verb.head
    subject, above, dep = first.child("nsubj", "nsubjpass"), first.head, first.dep
    if subject is None or first.child("aux", "auxpass", "cc", "dobj", "conj") is not verb:
        return
    first.children.remove(verb)
    verb.head = verb
    if above is first:
        verb.dep = "ROOT"
    else:
        verb.reattach(above, dep)
    for child in [c for c in first.children if c is subject or c.i > verb.i]:
        child.reattach(verb, child.dep)
    first.tag = "VBN"
    first.reattach(subject, "acl")


def _mend_infinitive_conjunct(verb: Token) -> None:
    """Hang "release" on "end", not on "calls": "calls on the army to end its raids, release all prisoners and ..."."""
    above = verb.head
    if above.tag == "VBG" and above.head.tag == "VB" and above.head.i < above.i and verb.child("aux", *_SUBJECTS) is None:
        hand_on(verb, above, above.head)  # "must stop shelling the town and [allow] convoys in"
        return
    if above.tag in ("VBD", "VBN", "VBZ") and verb.child("aux", *_SUBJECTS) is None and (main := _first_person_above(above)) is not None:
        asked = None if speaks(verb) else infinitive_of(main, above.i)
        hand_on(verb, above, asked or main)  # "we ask it to free those it has detained and [accept] the plan"
        return
    if any(c.tag == "MD" for c in verb.children) and verb.child(*_SUBJECTS) is None and any(c.tag == "TO" for c in above.children):
        _hang_on_finite(verb)
        return
    if above.tag not in (*PAST, "VBN") or any(c.dep in (*_SUBJECTS, "aux") for c in verb.children):
        return
    infinitive = next((c for top in (above, *above.children) if top is above or top.dep == "acomp" for c in top.children if c.dep == "xcomp" and c.tag == "VB" and c.i < verb.i), None)  # also "was due to visit Chad, [meet] the king"
    if infinitive is None:
        _hang_on_infinitive(verb, above)
        return
    for later in [c for c in verb.children if c.dep == "conj" and c.tag in PAST]:
        hand_on(later, verb, above)
    hand_on(verb, above, infinitive)


def _hang_on_infinitive(verb: Token, clause: Token) -> None:
    """Hang "meet" on the infinitive before, not on the clause between: "was due to talk to those who survived and [meet] the king"."""
    step = clause
    for _ in range(6):
        if clause.dep != "relcl" or step.head is step:
            return
        step = step.head
        if step.tag == "VB" and is_verb(step) and step.i < verb.i:
            hand_on(verb, clause, step)
            return


def _mend_perfect_after_clause(verb: Token) -> None:
    """Join "had arrested" to "had used", not to the clause between: "had used tear gas on a crowd that was blocking the road and [had arrested] nine"."""
    clause = verb.head
    if clause.dep != "relcl" or clause.tag != "VBG" or verb.child(*_SUBJECTS) is not None or not any(c.dep == "aux" and c.lower == "had" for c in verb.children):
        return
    above = clause.head
    for _ in range(4):
        if above.pos == "VERB":
            break
        above = above.head
    while above.pos == "VERB" and above.dep in ("xcomp", "advcl") and above.tag == "VB":
        above = above.head  # "to disperse a crowd that ..."
    if above.tag == "VBN" and above is not clause and any(c.dep == "aux" and c.lower == "had" for c in above.children):
        verb.reattach(above, "conj")


def _mend_perfect_conjunct(verb: Token) -> None:
    """Hang "taken" on "had seized", not on "said": "said rebels had seized two men in a mill and [taken] them away"."""
    above = verb.head
    told = above.child("ccomp")
    if above.lemma not in SAYING or above.tag not in PAST or told is None or not above.i < told.i < verb.i or any(c.dep in (*_SUBJECTS, "aux", "auxpass") for c in verb.children):
        return
    if told.tag == "VBN" and any(c.dep == "aux" for c in told.children):
        hand_on(verb, above, told)


def _hang_on_finite(verb: Token) -> None:
    """Hang "will never recognise" on "reject", not on the infinitive between: "reject the attempt to annex it and will never recognise it"."""
    step = verb.head
    for _ in range(6):
        if step.head is step:
            return
        step = step.head
        if step.tag in PAST:
            hand_on(verb, verb.head, step)
            return


def _mend_told_conjunct(verb: Token) -> None:
    """Hang "two were seized" on "was killed", not on "condemns": "condemns the raid in which a guard was killed and two [were seized]"."""
    above = verb.head
    if above.tag not in ("VBZ", "VBP") or verb.child(*_SUBJECTS) is None or not _is_past(verb):
        return
    told = [t for t in verb.sent.tokens if above.i < t.i < verb.i and t.dep == "relcl" and _is_past(t)]
    if told and not any(t.dep == "cc" and t.head is not above for t in verb.sent.tokens if told[-1].i < t.i < verb.i):
        hand_on(verb, above, told[-1])


def is_how_it_felt(verb: Token) -> bool:
    """Whether a joined verb tells how the speaker was, not what he did next: "said he had met both sides and [was] hopeful", "and [had] no doubt"."""
    return verb.tag == "VBD" and ((verb.lemma == "be" and verb.child("acomp", "attr") is not None) or (verb.lemma == "have" and verb.child("dobj") is not None))


def _is_past(verb: Token) -> bool:
    return verb.tag == "VBD" or any(c.dep in ("aux", "auxpass") and c.tag == "VBD" for c in verb.children)


def _first_person_above(verb: Token) -> Token | None:
    """Return what "we" or "I" do above a clause: "we thank those who came and [call] on others to come"."""
    for _ in range(5):
        if verb.head is verb:
            return None
        verb = verb.head
        if verb.tag == "VBP" and any(c.dep == "nsubj" and c.lower in ("we", "i") for c in verb.children):
            return verb
    return None


def _mend_finite_conjunct(verb: Token) -> None:
    """Hang "called for talks" on "accused", not on the gerund between: "accused them of lying and called for talks"."""
    above = verb.head
    if verb.child(*_SUBJECTS) is not None:
        return
    if (subject := _taken_for_object(verb)) is not None:
        if verb.tag == "VBZ" and above.tag == "VBD" and subject.tag == "NN" and subject.child("det", "poss", "amod") is None and verb.child("dobj", "ccomp", "xcomp", "aux") is None:
            thing = subject.head  # "placed visa bans and asset [freezes] on them"
            verb.pos, verb.tag = "NOUN", "NNS"
            verb.reattach(thing, "conj")
            subject.reattach(verb, "compound")
            return
        _join_with_subject(verb, subject)
        return
    if is_how_it_felt(verb) and (told := above.child("ccomp") if above.lemma in SAYING else above) is not None and told.i < verb.i and any(c.dep in _SUBJECTS and c.tag == "PRP" for c in told.children):
        if told is not above:
            hand_on(verb, above, told)
        return
    if verb.tag == "VBD" and (main := _main_before(verb)) is not None:
        hand_on(verb, above, main)
        return
    if speaks(verb) and verb.child("aux", "auxpass") is None and (main := _teller_of_now(above)) is not None:
        hand_on(verb, above, main)
        return
    if verb.tag in ("VBZ", "VBP") and above.tag == "VBD" and (main := _teller_in_step(verb, above)) is not None:
        hand_on(verb, above, main)
        return
    if verb.tag == "VBD" and above.tag in ("VBZ", "VBP") and above.lemma in SAYING and (told := above.child("ccomp")) is not None and told.tag == "VBD" and above.i < told.i < verb.i:
        hand_on(verb, above, told)  # "police say he drew a knife and [refused] to drop it"
        return
    if verb.tag == "VBP" and above.tag in ("VBD", "VBZ", "VBN") and (main := _first_person_above(above)) is not None:
        hand_on(verb, above, main)
        return
    if verb.tag == "VBZ" and above.tag == "VBP" and above.dep == "ccomp" and above.head.tag in ("VBD", "VBZ") and above.head.lemma in SAYING | VOICING | _STRESSING:
        hand_on(verb, above, above.head)  # "said that the troops are there and [hopes] to visit them": whose number is the speaker's
        return
    if verb.tag == "VBZ" and above.pos == "NOUN" and above.dep == "dobj" and above.head.tag == "VBZ" and above.head.child("nsubj") is not None:
        for clause in [c for c in above.children if c.i > verb.i and any(g.dep == "mark" and g.i == verb.i + 1 for g in c.children)]:
            clause.reattach(verb, "ccomp")
        hand_on(verb, above, above.head)  # "backs the plan for a truce and [regrets] that ..."
        return
    if above.tag not in ("VBG", "VB") or any(c.dep == "aux" for c in above.children if c.tag == "MD"):
        return
    for _ in range(4):
        if above.head is above:
            return
        above = above.head
        if above.tag in PAST:
            hand_on(verb, verb.head, above)
            return


def _join_with_subject(verb: Token, subject: Token) -> None:
    """Join a verb to the one before it and give it the subject that the parser joined to an object there."""
    joint = subject.head.child("cc")
    if joint is not None and subject.head is not verb.head:
        joint.reattach(verb.head, "cc")
    for aside in [c for c in verb.head.children if c.dep == "prep" and subject.i < c.i < verb.i]:
        aside.reattach(verb, "prep")
    subject.reattach(verb, "nsubj")
    verb.dep = "conj"


def _taken_for_object(verb: Token) -> Token | None:
    """Return the subject of a joined verb that the parser joined to the object before it: "Kuwait recalled its envoy and [the UAE] cut ties", "set fire to cars and [police] arrested"."""
    above, tokens, first = verb.head, verb.sent.tokens, verb.sent.tokens[0].i
    if (second := _second_object(verb, above)) is not None:
        return second
    thing = above.child("dobj")
    if thing is not None and thing.child("conj") is None:
        hung = [g for n in (above, thing) for c in n.children if c.dep == "prep" for g in c.children if g.dep == "pobj" and g.child("conj") is not None and g.i < verb.i]
        thing = hung[-1] if hung else None
    subject = thing.child("conj") if thing is not None else None
    if thing is None or subject is None or verb.i != subject.i + 1 or subject.pos not in ("PROPN", "NOUN") or above.tag not in PAST or thing.child("cc") is None:
        return None
    between = tokens[thing.i - first + 1 : verb.i - first]
    return subject if sum(t.dep == "cc" for t in between) == 1 and not any(t.dep == "conj" and t is not subject for t in between) else None


def _doer_before_aside(verb: Token) -> Token | None:
    """Return the subject of a joined verb behind an aside of its own: "Troops were posted there, and [a court] in Gao, acting on a request, banned the strike"."""
    aside, above = verb.head, verb.head.head
    noun = next((c for c in above.children if c.dep in ("conj", "dobj") and above.i < c.i < aside.i and c.pos in ("NOUN", "PROPN")), None)
    joint = next((c for c in above.children if c.dep == "cc" and above.i < c.i < aside.i), None)
    if aside.dep != "advcl" or not is_verb(above) or noun is None or joint is None or verb.child(*_SUBJECTS, "cc") is not None or aside.child("mark", "cc", *_SUBJECTS) is not None:
        return None
    tokens, first = verb.sent.tokens, verb.sent.tokens[0].i
    return noun if noun.subtree()[0].i == joint.i + 1 and tokens[verb.i - first - 1].text == "," else None


def _second_object(verb: Token, above: Token) -> Token | None:
    """Return the subject of a joined verb that stands as a second object right behind the "and": "Oslo voiced concern, and [Riga's premier], on a visit there, raised the case"."""
    things = [c for c in above.children if c.dep == "dobj" and above.i < c.i < verb.i]
    joint = next((c for c in above.children if c.dep == "cc" and c.i < verb.i), None)
    if len(things) != 2 or joint is None or above.tag not in PAST or verb.tag not in PAST or not things[0].i < joint.i < things[1].i or things[1].pos not in ("NOUN", "PROPN"):
        return None
    return things[1] if things[1].subtree()[0].i == joint.i + 1 else None


def _main_before(verb: Token) -> Token | None:
    """Return the speech verb that a past tense goes on from, which the parser hung on what was said.

    "denied that it [had shelled] a camp and accused ...", "said she [would] not [talk] but thanked ...": a past tense does not go on from a pluperfect or a modal.
    "denied ..., where a nurse [said] ..., and accused ...": nor from a clause between commas. Nor, where it says something, from a passive or from how
    somebody is: "said the army [was] ready and accused ...".
    """
    above = verb.head
    aside = above.dep == "relcl" and any(c.dep == "cc" and c.i > 0 and verb.sent.tokens[c.i - 1 - verb.sent.tokens[0].i].text == "," for c in above.children if c.i < verb.i)
    auxiliaries = [c for c in above.children if c.dep in ("aux", "auxpass")]
    behind = any(c.tag == "MD" or (c.lower == "had" and above.tag == "VBN") for c in auxiliaries) and not ((verb.lower.endswith("ed") or verb.lower in _LIKE_PARTICIPLES) and not speaks(verb) and any(c.lower == "had" for c in auxiliaries))
    going_on = above.tag == "VBG" and speaks(verb) and any(c.lower in ("was", "were") for c in auxiliaries)  # "denied that it was arming them and [accused] ..."
    asking = above.dep == "relcl" and verb.lemma in VOICING and not speaks(above) and _voices_about(above.head) is not None  # "promised jobs for miners who lost theirs and [called] on ..."
    if not (aside or behind or going_on or asking or (speaks(verb) and (any(c.dep == "auxpass" for c in auxiliaries) or _tells_a_state(above)))):
        return None
    step = above
    for _ in range(6):
        if step.head is step:
            return None
        if step.dep == "ccomp" and step.head.tag == "VBD" and speaks(step.head):
            return step.head
        if step.dep == "relcl" and (main := _voices_about(step.head)) is not None and speaks(verb):
            return main
        step = step.head
    return None


def _voices_about(noun: Token) -> Token | None:
    """Return the speech verb whose object or addressee a noun is: "[praised] those who had stayed and urged the army to leave"."""
    for _ in range(3):
        if noun.dep == "dobj" and noun.head.lemma in VOICING and noun.head.child("nsubj") is not None:
            return noun.head
        if noun.dep not in ("pobj", "prep", "dobj"):
            return None
        noun = noun.head
    return None


def _tells_a_state(verb: Token) -> bool:
    """Whether a clause says how something is: "the vote was void", "the operation was over"."""
    return verb.lemma == "be" and verb.child("acomp", "attr", "prep", "advmod") is not None


def _mend_after_state(verb: Token) -> None:
    """Hang "has rejected" on "says", not on how something is: "says the pact is void and [has rejected] talks", "say the man is ill and [have asked] for a doctor"."""
    state, auxiliary = verb.head, next((c for c in verb.children if c.dep == "aux" and c.tag in ("VBZ", "VBP")), None)
    if auxiliary is None or not _tells_a_state(state) or state.dep != "ccomp" or state.head.lemma not in SAYING | VOICING | _STRESSING or state.head.tag not in PAST or verb.child("auxpass", *_SUBJECTS) is not None:
        return
    if speaks(verb) or (state.tag in ("VBZ", "VBP") and state.tag != auxiliary.tag == state.head.tag):
        hand_on(verb, state, state.head)


def _mend_after_quality(verb: Token) -> None:
    """Make a verb of its own of "said the vote was void and [ordered] a recount", which the parser joins to "void"."""
    quality = verb.head
    if quality.pos == "ADJ" and quality.dep == "acomp" and quality.head.lemma == "be" and speaks(verb) and verb.child("dobj", "ccomp") is not None and verb.child("aux", "auxpass", "agent", *_SUBJECTS) is None:
        verb.tag = "VBD"
        hand_on(verb, quality, quality.head)


def _mend_witnessed(verb: Token) -> None:
    """Join what witnesses tell last to what they tell before: "villagers said gunmen had burned huts and [shot] those who fled"."""
    above = verb.head
    told, teller = above.child("ccomp"), above.child("nsubj")
    if told is None or teller is None or above.lemma not in SAYING or teller.lemma.lower() not in _TELLERS or not above.i < told.i < verb.i or told.tag not in ("VBN", "VBD") or speaks(verb):
        return
    if verb.tag == "VBD" and verb.child("aux", *_SUBJECTS) is None and told.child("nsubj") is not None and told.child("auxpass") is None:
        hand_on(verb, above, told)


def _teller_of_now(word: Token) -> Token | None:
    """Return who tells in the past of how things are now, from whom a further past tense goes on: "has warned that people are trapped and [called] on all sides"."""
    clause = word.head if word.dep in ("acomp", "attr") else word
    if clause.dep != "ccomp" or clause.child(*_SUBJECTS) is None:
        return None
    finite = clause if clause.tag in ("VBZ", "VBP") else clause.child("aux", "auxpass")
    main = clause.head
    told = main.tag == "VBD" or (main.tag == "VBN" and any(c.dep == "aux" and c.tag in ("VBZ", "VBP", "VBD") for c in main.children))
    now = finite is not None and finite.tag in ("VBZ", "VBP") and finite.lemma != "have"
    return main if now and told and speaks(main) and main.child(*_SUBJECTS) is not None else None


def _teller_in_step(verb: Token, told: Token) -> Token | None:
    """Return who tells now what was in the past, from whom a further speech act of now goes on: "denies the claim that the army fired and [blames] the rebels"."""
    above = told.head.head if told.dep == "acl" else told.head
    holds = verb.lemma == "hold" and any(c.lower == "responsible" for t in verb.children for c in (t, *t.children))
    return above if told.dep in ("acl", "ccomp") and above.tag == verb.tag and speaks(above) and (verb.lemma in VOICING or holds) else None


def _counted_on(verb: Token) -> Token | None:
    """Return the bare number of those to whom happened what happened to others before: "63 people were hurt and 110 [detained]"."""
    subject = verb.child("nsubj")
    if subject is None or not (subject.tag == "CD" or (subject.lower in _NUMBERS and verb.i == subject.i + 1)) or not any(c.dep == "auxpass" for c in verb.head.children):
        return None
    return subject if not any(c.dep in ("dobj", "ccomp", "xcomp", "aux") for c in verb.children) else None


def _mend_counted_subject(verb: Token) -> None:
    """Make a number before a bare participle its subject: "six were injured and more than a dozen arrested"."""
    if any(c.dep in (*_SUBJECTS, "aux", "auxpass") for c in verb.children):
        return
    number = next((c for c in verb.children if c.i < verb.i and (c.tag == "CD" or c.lower in ("dozen", "dozens", "hundreds", "thousands", "scores", "others"))), None)
    if number is not None:
        number.dep = "nsubjpass"


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
