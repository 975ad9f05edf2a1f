"""Infinitives, gerunds and participles joined to another verb."""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import NOMINAL_SUBJECTS as _SUBJECTS
from reportedly.coding.grammar.syntax import has_to, is_after_comma, is_subjunctive, is_verb, speaks
from reportedly.coding.repairs.finite_conjuncts import first_person_above, hang_on_finite
from reportedly.coding.repairs.listed_verbs import PAST, hand_on, infinitive_of, is_perfect
from reportedly.lexicons.word_lists import word_list

_SETTLED = word_list("nonfinite_conjuncts.settled")


def mend_reduced_conjunct(verb: Token) -> bool:
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


def mend_settled_between(verb: Token) -> None:
    """Hang "the truce between Chad and Togo [agreed] on Monday" on the truce, which the parser takes for what Togo did."""
    tokens, start = verb.sent.tokens, verb.sent.tokens[0].i
    last = tokens[verb.i - 1 - start] if verb.i > start else verb
    between = last.head.head if last.dep == "conj" else last
    thing = between.head
    if verb.lemma not in _SETTLED or between.lower != "between" or thing.pos != "NOUN" or thing.i != between.i - 1 or thing is verb or verb.child("dobj", "ccomp", "xcomp", "aux", "auxpass") is not None:
        return
    if thing.dep == "nsubj" and thing.head is verb and verb.dep == "ccomp":
        thing.reattach(verb.head, "dobj")  # "welcomes the truce between them [agreed] today"
    elif thing.dep not in ("dobj", "pobj") or verb.child(*_SUBJECTS) is not None:
        return
    verb.tag = "VBN"
    verb.reattach(thing, "acl")


def mend_joined_to_preposition(verb: Token) -> None:
    """Join a participle to the passive before it, not to its phrase: "was tried for treason and [exiled] to Chad"."""
    prep = verb.head
    if verb.tag in ("VBN", "VBD") and prep.pos == "ADP" and prep.head.tag == "VBN" and prep.head.child("auxpass") is not None and verb.child(*_SUBJECTS, "aux", "auxpass") is None:
        verb.tag = "VBN"
        hand_on(verb, prep, prep.head)


def mend_done_conjunct(verb: Token) -> None:
    """Join what somebody has done to what he has done before, not to what that is about: "has barred him from leaving and [frozen] his accounts"."""
    above = verb.head
    if verb.tag not in ("VBN", "VBD") or above.tag not in ("VBG", "VB") or verb.child("dobj") is None or verb.child("aux", "auxpass", *_SUBJECTS) is not None:
        return
    main = above
    for _ in range(3):
        main = main.head
        if is_perfect(main) and main.i < above.i:
            verb.tag = "VBN"
            hand_on(verb, above, main)
            return


def mend_after_infinitive(verb: Token) -> None:
    """Join a verb with a finite auxiliary to the verb with the subject: "refused an order to leave and [was relieved] of his command", "is pressing them to leave and [has offered] buses"."""
    if verb.head.tag != "VB" or verb.child(*_SUBJECTS) is not None or not _has_finite_auxiliary(verb):
        return
    above = verb.head
    for _ in range(4):
        above = above.head
        if (above.tag in PAST and is_verb(above)) or _has_finite_auxiliary(above):
            hand_on(verb, verb.head, above)
            return


def _has_finite_auxiliary(verb: Token) -> bool:
    return any(c.dep in ("aux", "auxpass") and c.tag in PAST for c in verb.children)


def mend_joined_gerund(verb: Token) -> None:
    """Join a participle to the one before it, not to the infinitive between: "[pleading] with guards not to shoot and [begging] her son to run"."""
    if verb.child("nsubj", "nsubjpass", "aux") is None and verb.head.pos == "NOUN" and verb.head.dep == "pobj" and verb.child("dobj") is not None:
        _hang_on_progressive(verb)
    if verb.tag == "VBG" and verb.child("nsubj", "nsubjpass", "aux") is None and verb.head.tag in ("NN", "NNS") and verb.child("dobj") is not None:
        _hang_on_gerund(verb)
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


def _hang_on_gerund(verb: Token) -> None:
    """Join "throwing" to "chanting", not to what was chanted: "chanting slogans and [throwing] bricks", "blocked streets, burning tyres and [throwing] stones"."""
    thing = verb.head
    first = thing.head if thing.dep == "dobj" and thing.head.tag == "VBG" else None
    if first is None and thing.dep == "conj" and thing.head.dep == "dobj" and (gerund := thing.child("amod")) is not None and gerund.tag == "VBG" and gerund is thing.subtree()[0] and is_after_comma(gerund):
        first, above = gerund, thing.head.head
        gerund.reattach(above, "advcl")
        thing.reattach(gerund, "dobj")
    if first is not None:
        hand_on(verb, thing, first)


def _hang_on_progressive(verb: Token) -> None:
    """Join "beating" to "going", not to a noun between: "have been going from door to door and [beating] men"."""
    noun = verb.head
    above = noun.head.head
    if above.tag == "VBG" and above.child("aux") is not None and noun.head.head.i < noun.i:
        hand_on(verb, noun, above)


def mend_participle_before(verb: Token) -> None:
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


def mend_infinitive_conjunct(verb: Token) -> None:
    """Hang "release" on "end", not on "calls": "calls on the army to end its raids, release all prisoners and ..."."""
    above = verb.head
    if has_to(verb) and above.dep in ("relcl", "advcl") and above.tag != "VB" and verb.child(*_SUBJECTS) is None and above.child("xcomp") is None:
        _hang_on_infinitive(verb, above)  # "vowed to end the strike that has crippled the ports and [to accept] an offer"
        return
    if above.dep == "acomp" and above.head.tag in ("VBP", "VBD", "VBZ") and verb.child("aux", *_SUBJECTS) is None and above.child("xcomp") is None:
        hand_on(verb, above, above.head)  # "we are alarmed at the raids and [call] for calm"
        verb.tag = "VBP"
        return
    if above.tag == "VBG" and above.head.tag == "VB" and above.head.i < above.i and verb.child("aux", *_SUBJECTS) is None:
        hand_on(verb, above, above.head)  # "must stop shelling the town and [allow] convoys in"
        return
    if above.dep == "xcomp" and above.head.dep == "relcl" and speaks(verb) and (main := first_person_above(above.head)) is not None:
        hand_on(verb, above, main)  # "we mourn what they had to endure and [condemn] the raid"
        return
    if above.tag in ("VBD", "VBN", "VBZ") and verb.child("aux", *_SUBJECTS) is None and (main := first_person_above(above)) is not None:
        asked = None if speaks(verb) else infinitive_of(main, above.i)
        hand_on(verb, above, asked or main)  # "we ask it to free those it has detained and [accept] the plan"
        return
    if any(c.tag == "MD" for c in verb.children) and verb.child(*_SUBJECTS) is None and any(c.tag == "TO" for c in above.children):
        hang_on_finite(verb)
        return
    if above.tag not in (*PAST, "VBN") or any(c.dep in (*_SUBJECTS, "aux") for c in verb.children):
        return
    infinitive = next((c for top in (above, *above.children) if top is above or top.dep in ("acomp", "dobj") for c in top.children if (c.dep == "xcomp" or (top.dep == "dobj" and has_to(c))) and c.tag == "VB" and c.i < verb.i), None)  # also "was due to visit Chad, [meet] the king", "the need for them to leave and [meet] him"
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
        if not (clause.dep == "relcl" or (clause.dep == "advcl" and has_to(verb))) or step.head is step:
            return
        step = step.head
        if step.tag == "VB" and is_verb(step) and step.i < verb.i and has_to(step) >= has_to(verb):
            hand_on(verb, clause, step)
            return


def mend_further_demand(verb: Token) -> None:
    """Join to what somebody is to do what else he is to do: "demand that the army hold an inquiry, [punish] those responsible and withdraw", which the parser hangs on the demand."""
    above = verb.head
    asked = next((c for c in above.children if c.dep == "ccomp" and above.i < c.i < verb.i), None)
    if verb.tag not in ("VB", "VBP") or asked is None or speaks(verb) or verb.child("aux", "mark", *_SUBJECTS) is not None or not (is_subjunctive(asked) or any(c.lower in ("must", "should") for c in asked.children)):
        return
    verb.tag = "VB"
    hand_on(verb, above, asked)
