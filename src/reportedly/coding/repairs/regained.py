"""Verbs, subjects and clauses that the parser swallowed into a phrase beside them; helpers of repair.py, run over the mended parse.

Each mend is a shape and says what it looks like.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import FINITE, is_after_comma, is_verb, leftmost, subject_role, token_after, token_before
from reportedly.coding.grammar.syntax import NOMINAL_SUBJECTS as _SUBJECTS
from reportedly.coding.repairs.mender import Choice, Known, Mender, Step
from reportedly.lexicons.word_lists import word_list

_BIDDING = word_list("regained.bidding")
_PLACES = word_list("regained.places")
_BY_ONESELF = word_list("by_oneself")
_SINCE = frozenset({"after", "before", "since", "following"})
_UNTIL = frozenset({"until", "till", "unless", "after", "before", "once"})
_THEN = frozenset({"after", "before", "since", "as", "while"})
_ACTING = frozenset({"ORG", "NORP", "PERSON", "GPE"})
_PLURALS = word_list("regained.plurals")
_JOINED = frozenset({"conj", "advcl", "ccomp"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})


def menders(known: Known) -> tuple[Step, ...]:
    """Return what regains verbs, subjects and clauses swallowed by a phrase."""
    return (
        Mender(lambda verb, tokens: _mend_joined_subject(verb, tokens, known), deps=_JOINED, tags=FINITE, when=lambda t: t.child(*_SUBJECTS, "csubj", "mark") is None, among=True),
        Mender(_mend_parted_perfect, deps="ccomp conj", lemmas="have", among=True),
        Mender(lambda then: _mend_doers_after(then, known), deps="prep", words=_THEN),
        Choice(
            Mender(lambda verb, tokens: _mend_crowd(verb, tokens, known), deps="ROOT ccomp advcl pcomp parataxis", tags="VBD VBP", among=True),
            Mender(_mend_present, deps="ROOT advcl ccomp", tags="VBZ", parts="VERB"),
            Mender(lambda verb: _mend_until(verb, known), deps="pobj advcl", tags="NNS"),
            Mender(lambda verb: _mend_joined_present(verb, known), deps="conj", tags="NNS"),
            Mender(lambda moving: _mend_by_moving(moving, known), deps="pcomp", tags="VBG", when=lambda t: t.head.lower == "by"),
            Mender(lambda deed: _mend_last_gerund(deed, known), deps="amod compound", tags="VBG", when=lambda t: t.head.dep == "conj"),
            Mender(_mend_should, deps="aux", words="should"),
            Mender(lambda whose: _mend_whose(whose.head), deps="poss det", words="whose", when=lambda t: t.head.dep in ("relcl", "appos") and t.head.pos == "NOUN"),
            Mender(_mend_whom, deps="dobj", words="whom"),
            Mender(lambda that: _mend_that(that, known), deps="mark nsubj nsubjpass det dobj pobj", words="that"),
            Mender(_mend_opening, deps="mark", words=_SINCE),
        ),
        Mender(_mend_responsible, deps="nsubj nsubjpass"),
    )


def _mend_joined_subject(verb: Token, tokens: Sequence[Token], known: Known) -> None:
    """Give a joined clause its subject of "two were hurt in the raid and [police] arrested nine", which the parser joins to the raid or takes the raid into."""
    first = min((c.i for c in verb.children if c.dep in ("aux", "auxpass") and c.i < verb.i), default=verb.i)
    doer = tokens[first - 1] if first else verb
    if doer.dep == "conj" and doer.head.dep == "pobj":
        noun, prep = doer.head, doer.head.head
    elif doer.dep == "pobj" and (inner := next((c for c in doer.children if c.dep == "nmod" and c.child("cc") is not None), None)) is not None:
        noun, prep = inner, doer.head
    else:
        return
    above, joint = prep.head, noun.child("cc")
    for _ in range(3):
        above = above.head if not is_verb(above) else above
    if joint is None or joint.lower != "and" or not is_verb(above) or above is verb or doer.tag not in _NOUNS or not known.is_body(doer.lemma.lower()) or (noun is doer.head and doer.subtree()[0].i != joint.i + 1):
        return
    if verb.head is not above and not (above.head is verb.head and above.dep in ("ccomp", "conj")):
        return
    if noun is not doer.head:
        noun.reattach(prep, "pobj")
        doer.give_before(noun, "det")
        for word in [c for c in noun.children if c.i > joint.i]:
            word.reattach(doer, "compound")
    joint.reattach(above, "cc")
    doer.reattach(verb, subject_role(verb))
    verb.reattach(above, "conj")


def _mend_parted_perfect(have: Token, tokens: Sequence[Token]) -> None:
    """Make one verb of "said that troops [have], in the last week, killed nine", "and the mayor [has], to his credit, resigned", of which the parser makes two clauses."""
    if have.i + 1 >= len(tokens) or tokens[have.i + 1].text != "," or have.child("nsubj") is None or have.child("dobj", "xcomp", "ccomp") is not None:
        return
    verb = next((c for c in (*have.head.children, *have.children) if c.tag in ("VBD", "VBN") and c.i > have.i + 2 and c.dep in ("advcl", "ccomp", "conj", "dep") and tokens[c.i - 1].text == "," and c.child(*_SUBJECTS, "aux", "cc", "mark") is None), None)
    if verb is None:
        return
    verb.tag = "VBN"
    verb.reattach(have.head, have.dep)
    for child in [c for c in have.children if c is not verb]:
        child.reattach(verb, child.dep)
    have.reattach(verb, "aux")


def _mend_doers_after(then: Token, known: Known) -> None:
    """Make a clause of "left the port [after] traders in the town, at his bidding, refused them water", "after the crowd, angered by this, burned it", whose verb the parser joins to the main one."""
    main, doers = then.head, then.child("pobj")
    if doers is None or not is_verb(main) or main.i > then.i or not (known.is_actor(doers.lemma.lower()) or (doers.ent is not None and doers.ent.label in _ACTING)):
        return
    verb = next((c for c in main.children if c.dep in ("conj", "advcl") and c.i > doers.i), None)
    if verb is None or verb.tag != "VBD" or verb.child(*_SUBJECTS, "mark") is not None or any(c.dep == "cc" and c.i < verb.i for c in main.children) or doers.child("conj") is not None or any(c.dep in ("acl", "relcl") and not is_after_comma(leftmost(c)) for c in doers.children):
        return
    if sum(t.text == "," for t in verb.sent.tokens[doers.i - verb.sent.tokens[0].i : verb.i - verb.sent.tokens[0].i]) < 2 and then.lower in ("as", "while"):
        return  # "worked as a guard, shot a nun and fled"
    inside = [c for c in main.children if then.i < c.i < verb.i]
    verb.reattach(main, "advcl")
    then.dep, then.pos = "mark", "SCONJ"
    then.reattach(verb, "mark")
    doers.reattach(verb, "nsubj")
    for child in inside:
        child.reattach(verb, child.dep)


def _mend_crowd(verb: Token, tokens: Sequence[Token], known: Known) -> None:
    """Give a verb its subject of "In the capital [crowds] cheered", which the parser takes into the phrase before it."""
    crowd = tokens[verb.i - 1] if verb.i else verb
    if crowd.dep not in ("pobj", "nsubj") or (crowd.tag not in ("NNS", "NNPS") and crowd.lower not in _PLURALS) or not known.is_body(crowd.lemma.lower()):
        return
    the = next((c for c in crowd.children if c.dep == "det"), None)
    place = next((c for c in crowd.children if c.dep in ("compound", "amod", "nmod") and c.lower in _PLACES), None)
    if the is None or place is None or not 0 < the.i < place.i:
        return
    prep = tokens[the.i - 1]
    if prep.head is not verb or prep.dep != "prep" or any(c is not crowd for c in prep.children) or (crowd.dep == "pobj" and verb.child(*_SUBJECTS, "csubj", "auxpass") is not None):
        return
    if place.pos == "ADJ":
        place.pos, place.tag = "NOUN", "NN"
    place.reattach(prep, "pobj")
    crowd.give_before(place)
    crowd.reattach(verb, "nsubj")


def _mend_present(verb: Token) -> None:
    """Give "The [tribunal] rules against the mayor" its subject, which the parser takes for part of the verb's name."""
    subject = token_before(verb)
    if subject is None or subject.head is not verb or subject.dep not in ("compound", "nmod") or subject.tag not in ("NN", "NNP") or verb.child(*_SUBJECTS, "csubj", "csubjpass") is not None:
        return
    verb.give_before(subject, "det", "amod", "poss", "compound", "nmod", "nummod")
    subject.dep = "nsubj"


def _mend_until(verb: Token, known: Known) -> None:
    """Make a clause of "until the bloc [apologises]", where the parser has a plural noun."""
    link, subject = verb.head if verb.dep == "pobj" else verb.child("mark"), token_before(verb)
    if link is None or subject is None or link.lower not in _UNTIL or subject.head is not verb or subject.dep not in ("compound", "nmod", "nsubj") or subject.tag not in ("NN", "NNP"):
        return
    stem = next((s for s in (verb.lower[:-1], verb.lower.removesuffix("es")) if known.is_verb(s)), None)
    if stem is None or known.is_act(stem) or known.is_body(stem):
        return
    for child in [c for c in verb.children if c.i < subject.i and c is not link]:
        child.reattach(subject, child.dep)
    subject.reattach(verb, "nsubj")
    verb.pos, verb.tag, verb.lemma = "VERB", "VBZ", stem
    if verb.dep == "pobj":
        verb.reattach(link.head, "advcl")
        link.reattach(verb, "mark")
        link.pos, link.tag = "SCONJ", "IN"


def _mend_joined_present(verb: Token, known: Known) -> None:
    """Make the second verb of "supports the truce and [hopes] that it will last", where the parser has a plural noun."""
    if (that := token_after(verb)) is None or that.lower != "that":
        return
    thing, clause = verb.head, that.head
    main = thing.head
    while not is_verb(main) and main.head is not main:
        main = main.head
    link = next((c for c in thing.children if c.dep == "cc" and c.i == verb.i - 1), None)
    stem = next((s for s in (verb.lower[:-1], verb.lower.removesuffix("es")) if known.is_verb(s)), None)
    if link is None or stem is None or main.tag != "VBZ" or main.child("nsubj") is None or that.dep != "mark" or clause is verb or not is_verb(clause):
        return
    verb.pos, verb.tag, verb.lemma = "VERB", "VBZ", stem
    verb.reattach(main, "conj")
    link.reattach(main, "cc")
    clause.reattach(verb, "ccomp")


def _mend_by_moving(moving: Token, known: Known) -> None:
    """Make doers of "looted by [fleeing soldiers]", not a flight of theirs."""
    by, body = moving.head, moving.child("dobj")
    above = by.head
    if body is None or body.i != moving.i + 1 or (body.tag not in ("NNS", "NNPS") and body.lower not in _PLURALS) or not known.is_body(body.lemma.lower()) or not (by.dep == "agent" or above.pos == "NOUN" or above.dep == "dobj"):
        return
    body.reattach(by, "pobj")
    moving.give_after(body)
    moving.reattach(body, "amod")
    for second in [c for c in by.children if c.i > body.i and c.dep == "pobj"]:
        second.reattach(body, "conj")


def _mend_last_gerund(deed: Token, known: Known) -> None:
    """Make the last of several deeds of "accused of beating guards, taking hostages and [burning] cars"."""
    thing, first = deed.head, deed.head.head
    verb, before = first.head, token_before(deed)
    if before is None or not (before.dep == "cc" or before.text == ",") or thing.subtree()[0] is not deed or first.dep != "dobj" or verb.tag != "VBG" or not known.takes_object(deed.lemma) or deed.lemma in _BY_ONESELF or thing.i - deed.i > 3:
        return
    if before.text == "," and not any(c.dep in ("conj", "cc") and c.i > thing.i for c in (*verb.children, *thing.children)):
        return
    if before.dep == "cc":
        before.reattach(verb, "cc")
    later = [c for c in thing.children if c.tag == "VBG" and c.dep == "conj"]
    deed.pos = "VERB"
    deed.reattach(verb, "conj")
    thing.reattach(deed, "dobj")
    for child in later:
        child.reattach(deed, "conj")


def _mend_should(should: Token) -> None:
    """Make a condition of "promised to send troops [should] Gabon come under attack", which the parser takes for the sentence or joins to it."""
    verb = should.head
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None or not should.i < subject.i < verb.i or verb.dep in ("advcl", "relcl") or verb.sent.tokens[-1].text == "?" or should is verb.sent.tokens[0]:
        return
    main = verb.child("ccomp") if verb.dep == "ROOT" else verb.head
    if main is None or main.i > should.i or not is_verb(main) or any(c.dep in ("cc", "advmod") and c.i == should.i - 1 for c in main.children):
        return
    if verb.dep == "ROOT":
        main.reattach(main, "ROOT")
        verb.head = main
        main.children.append(verb)
        for child in [c for c in verb.children if c.i < main.i or (c.i < should.i and c.dep == "punct")]:
            child.reattach(main, child.dep)
    deed = main
    deps = ("xcomp",) if any(t.text == "," and t.i == should.i - 1 for t in verb.sent.tokens) else ("xcomp", "ccomp")
    while (inner := deed.child(*deps)) is not None and deed.i < inner.i < should.i:
        deed = inner
    verb.reattach(deed, "advcl")


def _mend_whom(whom: Token) -> None:
    """Give "the envoy, whom the junta has [asked] to leave" to the asking."""
    deed = whom.head
    verb = deed.head
    if deed.dep == "xcomp" and whom.i < verb.i < deed.i and verb.lemma in _BIDDING and verb.child("dobj") is None:
        whom.reattach(verb, "dobj")


def _mend_that(that: Token, known: Known) -> None:
    """Make a clause about somebody of "groups that [attack] merchant ships" and "firms that [back] the junta"."""
    before, after = token_before(that), token_after(that)
    if before is None or after is None or before.tag not in ("NNS", "NNPS"):
        return
    thing = after.head
    while thing.dep in ("compound", "amod", "nmod") and thing.head.i > thing.i:
        thing = thing.head
    if that.tag == "WDT" and that.dep == "nsubj" and that.head is after and after.dep == "ccomp" and before.head is after.head:
        after.reattach(before, "relcl")
    elif after.tag in ("NN", "VBP", "VB") and after.dep in ("compound", "amod", "nmod") and thing.tag in ("NNS", "NN", "NNPS", "NNP") and thing.dep in ("relcl", "ccomp", "acl", "appos", "dep") and that.head.i <= thing.i and that.head.i >= after.i and known.takes_object(after.lower):
        if thing.child("nsubj", "aux", "auxpass") is not None:
            return
        after.pos, after.tag, after.lemma, that.tag = "VERB", "VBP", after.lower, "WDT"
        after.reattach(before, "relcl")
        that.reattach(after, "nsubj")
        thing.reattach(after, "dobj")
        for word in [c for c in after.children if c.i < thing.i and c is not that]:
            word.reattach(thing, word.dep)


def _mend_opening(link: Token) -> None:
    """Make a phrase of "[After] the president's resignation in May his deputy apologised", which the parser gives two subjects."""
    verb = link.head
    subjects = [c for c in verb.children if c.dep in ("nsubj", "nsubjpass") and link.i < c.i < verb.i]
    if verb.dep == "ROOT" and len(subjects) == 2 and subjects[0].pos in ("NOUN", "PROPN") and subjects[0].subtree()[0].i == link.i + 1:
        link.dep, link.pos = "prep", "ADP"
        subjects[0].reattach(link, "pobj")


def _mend_responsible(deed: Token) -> None:
    """Make those it is asked of the subject of "called for [those] responsible for the raid to be tried"."""
    verb, called = deed.head, deed.head.head
    the, link = token_before(deed), token_before(deed, 2)
    if the is None or link is None or the.lower not in ("the", "this", "that") or link.lower != "for" or verb.tag not in ("VB", "VBN") or verb.dep not in ("advcl", "ccomp") or not any(c.tag == "TO" for c in verb.children):
        return
    for_ = next((c for c in called.children if c.dep == "prep" and c.lower == "for" and c.i < link.i), None)
    who = for_.child("pobj") if for_ is not None else None
    how = who.child("amod", "acl") if who is not None else None
    if for_ is None or who is None or how is None or how.i != link.i - 1:
        return
    dep = deed.dep
    link.reattach(how, "prep")
    deed.reattach(link, "pobj")
    who.reattach(verb, dep)
    verb.reattach(for_, "pcomp")


def _mend_whose(noun: Token) -> None:
    """Make a clause about somebody of "the garrison, whose commander, Colonel Ruiz, [was shot]"."""
    above, tokens = noun.head, noun.sent.tokens
    last = noun.subtree()[-1].i - tokens[0].i
    while last + 1 < len(tokens) and tokens[last + 1].text == ",":
        last += 1
    aux = tokens[last + 1] if last + 1 < len(tokens) else noun
    verb = aux.head
    if aux.dep not in ("aux", "auxpass") or any(c.dep in _SUBJECTS and c.i > noun.i for c in verb.children) or verb.i < noun.i:
        return
    main = verb.child("ccomp", "advcl") if verb.dep == "ROOT" else verb.head
    if main is None or not is_verb(main) or main.i > noun.i or verb.dep not in ("ROOT", "conj"):
        return
    if verb.dep == "ROOT":
        main.reattach(main, "ROOT")
        for child in [c for c in verb.children if c.i < noun.i or c.text == "."]:
            child.reattach(main, child.dep)
    noun.reattach(verb, subject_role(verb))
    verb.reattach(above, "relcl")
