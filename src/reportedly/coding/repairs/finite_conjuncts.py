"""Finite verbs joined to another: which subject is theirs, and which clause they go on from."""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import NOMINAL_SUBJECTS as _SUBJECTS
from reportedly.coding.grammar.syntax import is_after_comma, is_passive, is_time, is_verb, leftmost, speaks, subject_role
from reportedly.coding.repairs.listed_verbs import PAST, hand_on, is_perfect
from reportedly.lexicons.word_lists import word_list

_SAYING = word_list("saying")
_VOICING = word_list("voicing")
_LIKE_PARTICIPLES = word_list("like_participles")
_STRESSING = word_list("finite_conjuncts.stressing")
_NO_THINGS = frozenset({"day", "night", "week", "year", "time", "way", "moment", "reason", "place"})
_TELLERS = word_list("finite_conjuncts.tellers")
_NUMBERS = word_list("some_number")


def mend_told_conjunct(verb: Token) -> None:
    """Hang "two were seized" on "was killed", not on "condemns": "condemns the raid in which a guard was killed and two [were seized]"."""
    above = verb.head
    if above.tag not in ("VBZ", "VBP") or verb.child(*_SUBJECTS) is None or not _is_past(verb):
        return
    told = [t for t in verb.sent.tokens if above.i < t.i < verb.i and t.dep == "relcl" and _is_past(t)]
    if told and not any(t.dep == "cc" and t.head is not above for t in verb.sent.tokens if told[-1].i < t.i < verb.i):
        hand_on(verb, above, told[-1])


def mend_finite_conjunct(verb: Token) -> None:
    """Hang "called for talks" on "accused", not on the gerund between: "accused them of lying and called for talks"."""
    above = verb.head
    if verb.child(*_SUBJECTS) is not None:
        return
    if (subject := taken_for_object(verb)) is not None:
        if verb.tag == "VBZ" and above.tag == "VBD" and subject.tag == "NN" and subject.child("det", "poss", "amod") is None and verb.child("dobj", "ccomp", "xcomp", "aux") is None:
            thing = subject.head  # "placed visa bans and asset [freezes] on them"
            verb.pos, verb.tag = "NOUN", "NNS"
            verb.reattach(thing, "conj")
            subject.reattach(verb, "compound")
            return
        join_with_subject(verb, subject)
        return
    if is_how_it_felt(verb) and (told := above.child("ccomp") if above.lemma in _SAYING else above) is not None and told.i < verb.i and any(c.dep in _SUBJECTS and c.tag == "PRP" for c in told.children):
        if told is not above:
            hand_on(verb, above, told)
        return
    if (main := _goes_on_from(verb, above)) is not None:
        hand_on(verb, above, main)
        return
    if verb.tag == "VBZ" and above.pos == "NOUN" and above.dep == "dobj" and above.head.tag == "VBZ" and above.head.child("nsubj") is not None:
        for clause in [c for c in above.children if c.i > verb.i and any(g.dep == "mark" and g.i == verb.i + 1 for g in c.children)]:
            clause.reattach(verb, "ccomp")
        hand_on(verb, above, above.head)  # "backs the plan for a truce and [regrets] that ..."
        return
    having = above.tag == "VBN" and any(c.dep == "aux" and c.lower == "having" for c in above.children)  # "accused them of having lied and [called] for talks"
    if (above.tag not in ("VBG", "VB") and not having) or any(c.dep == "aux" for c in above.children if c.tag == "MD"):
        return
    hang_on_finite(verb, climbs=4)


def _goes_on_from(verb: Token, above: Token) -> Token | None:
    """Return the clause that a verb without a subject goes on from by its tense, number or what it says, which is not the one the parser joined it to."""
    if verb.tag == "VBD" and (main := _main_before(verb)) is not None:
        return main
    if above.dep == "relcl" and (main := _last_of_row(above)) is not None and main.tag == verb.tag:
        return main
    if speaks(verb) and verb.child("aux", "auxpass") is None and (main := _teller_of_now(above)) is not None and main.i < verb.i:
        return main  # but "The US is worried and urges a truce, he said"
    if (main := _in_number(verb)) is not None:
        return main
    if verb.tag in ("VBZ", "VBP") and above.tag == "VBD" and (main := _teller_in_step(verb, above)) is not None:
        return main
    if verb.tag == "VBZ" and above.tag in ("VBD", "VBN") and above.dep == "ccomp" and above.head.dep == "acomp" and above.head.head.tag == "VBZ" and speaks(verb):
        return above.head.head  # "is alarmed that he was held and [calls] on them to free him"
    if verb.tag == "VBD" and above.tag == "VBN" and above.dep == "relcl" and above.child("auxpass") is not None and (thing := verb.child("dobj")) is not None and thing.tag == "PRP" and (main := above.head.head).tag in PAST and is_verb(main):
        return main  # "stormed the station where he was held and [killed] him"
    if verb.tag == "VBD" and above.tag in ("VBZ", "VBP") and above.lemma in _SAYING and (told := above.child("ccomp")) is not None and told.tag == "VBD" and above.i < told.i < verb.i:
        return told  # "police say he drew a knife and [refused] to drop it"
    if verb.tag == "VBP" and above.tag in ("VBD", "VBZ", "VBN") and (main := first_person_above(above)) is not None:
        return main
    if verb.tag == "VBZ" and above.tag == "VBP" and above.dep == "ccomp" and above.head.tag in ("VBD", "VBZ") and above.head.lemma in _SAYING | _VOICING | _STRESSING:
        return above.head  # "said that the troops are there and [hopes] to visit them": whose number is the speaker's
    return None


def mend_beyond_gap(verb: Token) -> bool:
    """Join a verb with an object of its own to the main one, not to a clause whose object stands before it: "opposed a plan that Chad had drawn up and [burned] the bill"; say whether it did."""
    above = verb.head
    noun, doer, gap = above.head, above.child("nsubj"), next((c for w in (above, verb) for c in w.children if c.lower in ("that", "which", "whom") and c.dep == "dobj" and c.i < above.i), None)
    things = [c for w in (above, verb) for c in w.children if c.dep == "dobj" and c is not gap]
    if above.dep not in ("relcl", "acl") or doer is None or doer.tag in ("WDT", "WP") or not things or any(t.head is above for t in things) or above.child("auxpass", "advmod", "mark") is not None or verb.child("aux", "auxpass", *_SUBJECTS) is not None:
        return False
    main = noun.head if noun.dep == "dobj" else noun.head.head if noun.dep == "pobj" else noun
    if not is_verb(main) or not (main.tag == "VBD" or is_perfect(main)) or main.child("nsubj") is None or main.i > above.i or (gap is None and (is_time(noun) or noun.lemma in _NO_THINGS)):
        return False
    if gap is not None and gap.head is verb:
        gap.reattach(above, "dobj")
    verb.tag = main.tag
    hand_on(verb, above, main)
    return True


def mend_by_number(verb: Token) -> bool:
    """Join "have called", "are calling" to the verb whose subject has their number; return whether that is another than the parser's."""
    if verb.child(*_SUBJECTS) is not None or verb.child("aux") is None or (main := _in_number(verb)) is None:
        return False
    hand_on(verb, verb.head, main)
    return True


def _in_number(verb: Token) -> Token | None:
    clause = verb.head
    return _main_in_number(verb, clause) if clause.dep == "relcl" else _teller_in_number(verb, clause) if clause.dep == "ccomp" else None


def _main_in_number(verb: Token, clause: Token) -> Token | None:
    """Return the verb before a relative clause whose subject a joined verb goes on with by its number: "both bodies condemned the coup that toppled him and [have called] for calm"."""
    finite = _finite_now(verb)
    noun, subject = clause.head, clause.child(*_SUBJECTS)
    if finite is None or finite.lower in ("am", "'m") or subject is None or subject.tag not in ("WDT", "WP", "IN") or _is_many(noun) == (finite.tag == "VBP"):
        return None
    while noun.dep in ("pobj", "prep", "dobj", "conj", "attr") and not is_verb(noun):
        noun = noun.head
    doer = noun.child("nsubj", "nsubjpass") if noun.tag in (*PAST, "VBN") else None
    return noun if doer is not None and doer.tag != "PRP" and _is_many(doer) == (finite.tag == "VBP") else None


def _teller_in_number(verb: Token, told: Token) -> Token | None:
    """Return who tells now what has happened and goes on with a further act by its number: "both unions say little has changed and [are calling] for a strike"."""
    finite = _finite_now(verb)
    subject, teller = told.child(*_SUBJECTS), told.head.child("nsubj")
    if finite is None or told.head.tag not in ("VBZ", "VBP") or subject is None or teller is None or subject.tag == "PRP" or teller.tag == "PRP" or verb.child("dobj", "prep", "xcomp") is None:
        return None
    return told.head if _is_many(subject) != (finite.tag == "VBP") == _is_many(teller) else None


def _finite_now(verb: Token) -> Token | None:
    """Return the word that shows the number of a verb of the present: "[calls]", "[have] called", "[are] being called"."""
    return next((t for t in (verb, *verb.children) if t.tag in ("VBZ", "VBP") and (t is verb or t.dep in ("aux", "auxpass"))), None)


def _is_many(noun: Token) -> bool:
    return noun.tag in ("NNS", "NNPS") or noun.child("conj") is not None


def _last_of_row(clause: Token) -> Token | None:
    """Return the verb before a relative clause to which a row still wants its last: "abducted the bishop, shot a guard who tried to stop them and [burned] the hall"."""
    noun = clause.head
    while noun.dep in ("pobj", "prep"):
        noun = noun.head
    last = noun.head if noun.dep == "dobj" else noun
    first = last.head
    row = last.dep == "conj" and is_verb(first) and not any(c.dep == "cc" and first.i < c.i < last.i for c in first.children) and last.child(*_SUBJECTS) is None
    return last if row and not any(c.dep == "cc" and last.i < c.i < clause.i for c in last.children) else None


def join_with_subject(verb: Token, subject: Token) -> None:
    """Join a verb to the one before it and give it the subject that the parser joined to an object there."""
    joint = subject.head.child("cc")
    if joint is not None and subject.head is not verb.head:
        joint.reattach(verb.head, "cc")
    for aside in [c for c in verb.head.children if c.dep in ("prep", "advcl") and subject.i < c.i < verb.i]:
        aside.reattach(verb if aside.dep == "prep" else subject, "prep" if aside.dep == "prep" else "acl")
    subject.reattach(verb, subject_role(verb))
    verb.dep = "conj"


def taken_for_object(verb: Token) -> Token | None:
    """Return the subject of a joined verb that the parser joined to the object before it: "Kuwait recalled its envoy and [the UAE] cut ties", "set fire to cars and [police] arrested"."""
    above, tokens, first = verb.head, verb.sent.tokens, verb.sent.tokens[0].i
    if (second := _second_object(verb, above)) is not None:
        return second
    thing = above.child("dobj")
    if thing is not None and thing.child("conj") is None:
        hung = [g for n in (above, thing) for c in n.children if c.dep == "prep" for g in c.children if g.dep == "pobj" and g.child("conj") is not None and g.i < verb.i]
        thing = hung[-1] if hung else None
    elif thing is None and is_passive(above):
        thing = next((g for c in above.children if c.dep == "prep" for g in c.children if g.dep == "pobj" and g.child("conj") is not None and g.i < verb.i), None)  # "were not let into the court and [aides] were barred"
    subject = thing.child("conj") if thing is not None else None
    if thing is not None and subject is not None and (but := thing.child("cc")) is not None and but.lower == "but" and but.i == leftmost(subject).i - 1 and subject.pos in ("PROPN", "NOUN") and verb.tag in PAST and is_after_comma(verb):
        return subject  # "opened fire but [villagers], armed with spears, attacked the post"
    start = min([verb.i, *(c.i for c in verb.children if c.dep in ("aux", "auxpass"))])  # "has sent troops to Gao and [police] have arrested", "fired at troops and [two] were hurt"
    if thing is None or subject is None or start != subject.i + 1 or subject.pos not in ("PROPN", "NOUN") or not (above.tag in PAST or is_perfect(above) or is_passive(above)) or thing.child("cc") is None:
        return None
    between = tokens[thing.i - first + 1 : verb.i - first]
    return subject if sum(t.dep == "cc" for t in between) == 1 and not any(t.dep == "conj" and t is not subject for t in between) else None


def doer_before_aside(verb: Token) -> Token | None:
    """Return the subject of a joined verb behind an aside of its own: "Troops were posted there, and [a court] in Gao, acting on a request, banned the strike"."""
    aside, above = verb.head, verb.head.head
    noun = next((c for c in above.children if c.dep in ("conj", "dobj") and above.i < c.i < aside.i and c.pos in ("NOUN", "PROPN")), None)
    joint = next((c for c in above.children if c.dep == "cc" and above.i < c.i < aside.i), None)
    if aside.dep != "advcl" or not is_verb(above) or noun is None or joint is None or verb.child(*_SUBJECTS, "cc") is not None or aside.child("mark", "cc", *_SUBJECTS) is not None:
        return None
    return noun if noun.subtree()[0].i == joint.i + 1 and is_after_comma(verb) else None


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
    aside = above.dep == "relcl" and any(c.dep == "cc" and is_after_comma(c) for c in above.children if c.i < verb.i)
    auxiliaries = [c for c in above.children if c.dep in ("aux", "auxpass")]
    behind = any(c.tag == "MD" or (c.lower == "had" and above.tag == "VBN") for c in auxiliaries) and not ((verb.lower.endswith("ed") or verb.lower in _LIKE_PARTICIPLES) and not speaks(verb) and any(c.lower == "had" for c in auxiliaries))
    behind = behind or (speaks(verb) and any(c.lower in ("has", "have") for c in auxiliaries) and any(c.dep == "cc" and is_after_comma(c) for c in above.children if c.i < verb.i))  # "insisted that it [has] paid all, and accused ..."
    going_on = above.tag == "VBG" and speaks(verb) and any(c.lower in ("was", "were") for c in auxiliaries)  # "denied that it was arming them and [accused] ..."
    asking = above.dep == "relcl" and verb.lemma in _VOICING and not speaks(above) and _voices_about(above.head) is not None  # "promised jobs for miners who lost theirs and [called] on ..."
    if not (aside or behind or going_on or asking or (speaks(verb) and (any(c.dep == "auxpass" for c in auxiliaries) or _tells_a_state(above)))):
        return None
    step = above
    for _ in range(6):
        if step.head is step:
            return None
        if step.dep == "ccomp" and step.head.tag == "VBD" and speaks(step.head) and step.head.i < verb.i:
            return step.head
        if step.dep == "ccomp" and step.head.tag == "VB" and speaks(step.head) and step.head.dep in ("advcl", "xcomp") and step.head.head.tag == "VBD" and speaks(verb):
            return step.head.head  # "called the radio to say that they had fled and [promised] to return"
        if step.dep == "relcl" and (main := _voices_about(step.head)) is not None and speaks(verb):
            return main
        step = step.head
    return None


def _voices_about(noun: Token) -> Token | None:
    """Return the speech verb whose object or addressee a noun is: "[praised] those who had stayed and urged the army to leave"."""
    for _ in range(3):
        if noun.dep == "dobj" and noun.head.lemma in _VOICING and noun.head.child("nsubj") is not None:
            return noun.head
        if noun.dep not in ("pobj", "prep", "dobj"):
            return None
        noun = noun.head
    return None


def _tells_a_state(verb: Token) -> bool:
    """Whether a clause says how something is: "the vote was void", "the operation was over"."""
    return verb.lemma == "be" and verb.child("acomp", "attr", "prep", "advmod") is not None


def mend_after_state(verb: Token) -> None:
    """Hang "has rejected" on "says", not on how something is: "says the pact is void and [has rejected] talks", "say the man is ill and [have asked] for a doctor"."""
    state, auxiliary = verb.head, next((c for c in verb.children if c.dep == "aux" and c.tag in ("VBZ", "VBP")), None)
    if auxiliary is None or not _tells_a_state(state) or state.dep != "ccomp" or state.head.lemma not in _SAYING | _VOICING | _STRESSING or state.head.tag not in PAST or verb.child("auxpass", *_SUBJECTS) is not None:
        return
    if speaks(verb) or (state.tag in ("VBZ", "VBP") and state.tag != auxiliary.tag == state.head.tag):
        hand_on(verb, state, state.head)


def mend_after_quality(verb: Token) -> None:
    """Make a verb of its own of "said the vote was void and [ordered] a recount", which the parser joins to "void"."""
    quality = verb.head
    if quality.pos == "ADJ" and quality.dep == "acomp" and quality.head.lemma == "be" and speaks(verb) and verb.child("dobj", "ccomp") is not None and verb.child("aux", "auxpass", "agent", *_SUBJECTS) is None:
        verb.tag = "VBD"
        hand_on(verb, quality, quality.head)


def _said_of_met(verb: Token) -> Token | None:
    """Return what those say whom somebody met or interviewed: "spoke to miners who [said] ..."."""
    if verb.lemma not in ("interview", "meet", "speak", "talk"):
        return None
    people = [c for c in verb.children if c.dep == "dobj"] + [g for c in verb.children if c.dep == "prep" and c.lower in ("to", "with") for g in c.children if g.dep == "pobj"]
    return next((c for t in people for c in t.children if c.dep == "relcl" and c.lemma in _SAYING), None)


def mend_witnessed(verb: Token) -> None:
    """Join what witnesses tell last to what they tell before: "villagers said gunmen had burned huts and [shot] those who fled"."""
    above = verb.head
    told, teller = above.child("ccomp"), above.child("nsubj")
    if told is None and (said := _said_of_met(above)) is not None:  # "interviewed residents who said soldiers had burned huts and [shot] cattle"
        told = said.child("ccomp")
        if told is not None and told.tag in ("VBN", "VBD") and told.i < verb.i and verb.tag == "VBD" and verb.child("aux", *_SUBJECTS) is None and told.child("nsubj") is not None and not speaks(verb):
            hand_on(verb, above, told)
        return
    if told is None or teller is None or above.lemma not in _SAYING or teller.lemma.lower() not in _TELLERS or not above.i < told.i < verb.i or told.tag not in ("VBN", "VBD") or speaks(verb):
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
    parted = any(c.dep == "cc" and is_after_comma(c) for c in word.children) and not speaks(clause)  # "insisted that nobody has paid him, and [blamed] ..."
    now = finite is not None and finite.tag in ("VBZ", "VBP") and (finite.lemma != "have" or parted)
    return main if now and told and speaks(main) and main.child(*_SUBJECTS) is not None else None


def _teller_in_step(verb: Token, told: Token) -> Token | None:
    """Return who tells now what was in the past, from whom a further speech act of now goes on: "denies the claim that the army fired and [blames] the rebels"."""
    above = told.head.head if told.dep == "acl" else told.head
    holds = verb.lemma == "hold" and any(c.lower == "responsible" for t in verb.children for c in (t, *t.children))
    return above if told.dep in ("acl", "ccomp") and above.tag == verb.tag and speaks(above) and (verb.lemma in _VOICING or holds) else None


def counted_on(verb: Token) -> Token | None:
    """Return the bare number of those to whom happened what happened to others before: "63 people were hurt and 110 [detained]"."""
    subject = verb.child("nsubj")
    if subject is None or not (subject.tag == "CD" or (subject.lower in _NUMBERS and verb.i == subject.i + 1)) or not any(c.dep == "auxpass" for c in verb.head.children):
        return None
    return subject if not any(c.dep in ("dobj", "ccomp", "xcomp", "aux") for c in verb.children) else None


def mend_counted_subject(verb: Token) -> None:
    """Make a number before a bare participle its subject: "six were injured and more than a dozen arrested"."""
    if any(c.dep in (*_SUBJECTS, "aux", "auxpass") for c in verb.children):
        return
    number = next((c for c in verb.children if c.i < verb.i and (c.tag == "CD" or c.lower in ("dozen", "dozens", "hundreds", "thousands", "scores", "others"))), None)
    if number is not None:
        number.dep = "nsubjpass"


def mend_perfect_after_clause(verb: Token) -> None:
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


def mend_perfect_conjunct(verb: Token) -> None:
    """Hang "taken" on "had seized", not on "said": "said rebels had seized two men in a mill and [taken] them away"."""
    above = verb.head
    told = above.child("ccomp")
    if above.lemma not in _SAYING or above.tag not in PAST or told is None or not above.i < told.i < verb.i or any(c.dep in (*_SUBJECTS, "aux", "auxpass") for c in verb.children):
        return
    if told.tag == "VBN" and any(c.dep == "aux" for c in told.children):
        hand_on(verb, above, told)


def hang_on_finite(verb: Token, climbs: int = 6) -> None:
    """Hang "will never recognise" on "reject", not on the infinitive between: "reject the attempt to annex it and will never recognise it". ``climbs``: how many heads up it is looked for."""
    step = verb.head
    for _ in range(climbs):
        if step.head is step:
            return
        step = step.head
        if step.tag in PAST or (verb.tag == "VBD" and step.tag == "VBN" and any(c.dep == "auxpass" and c.tag == "VBD" for c in step.children)):
            hand_on(verb, verb.head, step)  # "were told to leave and [shot] a guard"
            return


def is_how_it_felt(verb: Token) -> bool:
    """Whether a joined verb tells how the speaker was, not what he did next: "said he had met both sides and [was] hopeful", "and [had] no doubt"."""
    return verb.tag == "VBD" and ((verb.lemma == "be" and verb.child("acomp", "attr") is not None) or (verb.lemma == "have" and verb.child("dobj") is not None))


def _is_past(verb: Token) -> bool:
    return verb.tag == "VBD" or any(c.dep in ("aux", "auxpass") and c.tag == "VBD" for c in verb.children)


def first_person_above(verb: Token) -> Token | None:
    """Return what "we" or "I" do above a clause: "we thank those who came and [call] on others to come"."""
    for _ in range(5):
        if verb.head is verb:
            return None
        verb = verb.head
        if verb.tag == "VBP" and any(c.dep == "nsubj" and c.lower in ("we", "i") for c in verb.children):
            return verb
    return None
