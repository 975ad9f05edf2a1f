"""Torn: what somebody says, or who says it, which the parser hung on what stands between the two; mended with the cue lexicon at hand."""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import FINITE, leftmost
from reportedly.coding.saying.hits import Reading
from reportedly.coding.saying.quoting import past_marks
from reportedly.lexicons.cues import Cue

_OCCASIONS = frozenset({"before", "after", "as", "when", "while", "until", "since", "during", "following"})
_NAMING = frozenset({"PROPN", "NOUN", "NUM", "PRON"})


def mend_torn(reading: Reading, verb: Token, cues: list[Cue]) -> None:
    """Join a finite verb of speech to what it reports and to who speaks."""
    if not any("quote" in c.slots for c in cues):
        return
    if any({"quote", "that"} <= set(c.slots) for c in cues):
        _mend_far_clause(reading, verb)
    _mend_far_subject(reading, verb)
    _mend_as_aside(verb)


def _mend_far_clause(reading: Reading, verb: Token) -> None:
    """Hang "said as he boarded his plane [that talks had failed]" on the cue: boarding, planes and visits report nothing."""
    if verb.child("ccomp", "xcomp") is not None:
        return
    occasion = next((c for c in verb.children if c.i > verb.i and c.dep in ("advcl", "prep") and _tells_when(c)), None)
    if occasion is None:
        return
    for that in occasion.subtree():
        clause, above = that.head, that.head.head
        if that.lower != "that" or clause.dep not in ("ccomp", "acl", "relcl") or that.i in reading.inside or clause.child("nsubj", "nsubjpass", "expl") in (None, that):
            continue
        if (clause.dep != "ccomp" and that.dep != "mark" and clause.child("nsubjpass") is None) or any("that" in c.slots and len(c.words) == 1 for c in (*reading.cues.verbs.get(above.lemma, ()), *reading.cues.nouns.get(above.lemma, ()))):
            continue  # "when he learned that", "after the claim that"
        that.dep = "mark"
        clause.reattach(verb, "ccomp")
        return


def _tells_when(phrase: Token) -> bool:
    return phrase.lower in _OCCASIONS or any(c.dep in ("mark", "advmod") and c.lower in _OCCASIONS for c in phrase.children)


def _mend_far_subject(reading: Reading, verb: Token) -> None:
    """Give ""We will not pay," [the mayor], speaking on the radio, said" its speaker, whom the parser hung inside the quotation."""
    tokens, begin = reading.analysis.tokens, verb.sent.tokens[0].i
    if verb.i < begin + 5 or tokens[verb.i - 1].text != "," or verb.child("nsubj", "nsubjpass") is not None or verb.i in reading.inside:
        return
    run = next((reading.inside[t.i] for t in reversed(tokens[begin : verb.i - 1]) if t.i in reading.inside), None)
    if run is None:
        return
    first = past_marks(reading, run.last.i + 1)
    comma = next((t.i for t in tokens[first : verb.i - 1] if t.text == ","), first)
    heads = [t for t in tokens[first:comma] if not first <= t.head.i < comma]
    if len(heads) != 1 or heads[0].pos not in _NAMING or tokens[comma + 1].lower in ("and", "but", "or"):
        return
    aside = [t for t in tokens[comma + 1 : verb.i - 1] if not comma < t.head.i < verb.i and t.head is not heads[0]]
    heads[0].reattach(verb, "nsubj")
    for token in aside:
        token.reattach(verb, "advcl" if token.pos == "VERB" else token.dep)


def _mend_as_aside(verb: Token) -> None:
    """Make the main clause of "The dam, as one of the engineers said, [leaks]", whose subject the parser gives to the cue."""
    subject = verb.child("nsubj", "nsubjpass")
    as_ = next((c for c in verb.children if c.lower == "as" and c.i < verb.i), None)
    if subject is None or as_ is None or subject.i > as_.i or verb.sent.tokens[as_.i - 1 - verb.sent.tokens[0].i].text != ",":
        return
    who = as_.child("pobj") or next((c for c in verb.children if c.dep == "nsubj" and as_.i < c.i < verb.i), None)
    if as_.child("pobj") is not None and any(c.text == "," and as_.i < c.i < verb.i for c in verb.children):
        return  # "The party, as a partner of Okoro, said ..."
    main = next((t for t in (*verb.children, verb.head) if t.i > verb.i and t.dep in ("conj", "ccomp", "advcl", "parataxis", "ROOT") and t.child("nsubj", "nsubjpass", "expl") is None), None)
    if who is None or main is None or (main.head is verb and leftmost(main).i < verb.i) or not any(t.tag in FINITE for t in (main, *main.children)):
        return
    if main.head is verb:
        _take_place(main, verb)
    subject.reattach(main, "nsubjpass" if main.child("auxpass") is not None else "nsubj")
    who.reattach(verb, "nsubj")
    verb.dep, as_.dep = "advcl", "mark"


def _take_place(main: Token, verb: Token) -> None:
    """Swap a clause and the verb it hangs on."""
    if verb.head is verb:
        main.reattach(main, "ROOT")
    else:
        main.reattach(verb.head, verb.dep)
    for child in [c for c in verb.children if c.i > main.i]:
        child.reattach(main, child.dep)
    verb.reattach(main, "advcl")
