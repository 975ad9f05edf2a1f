"""Verb lists: verbs that share an object or a doer, one of which the parser takes for a noun, a quality or an auxiliary; a helper of repair.py.

Reads tokens; mends tags and heads in place. Each mend is a shape and says what it looks like.
"""

from __future__ import annotations

from collections.abc import Callable

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import NOMINAL_SUBJECTS, has_to, is_after_comma, is_verb, token_before
from reportedly.coding.repairs.listed_verbs import hand_on
from reportedly.coding.repairs.mender import Choice, Known, Mender, Step

_HELPING = frozenset({"help", "helps", "helped"})


def menders(known: Known) -> tuple[Step, ...]:
    """Return what makes a verb of what stands between or before verbs."""
    act_of = known.act_of
    return (
        Choice(
            Mender(lambda word: _mend_closing_list(word, act_of), deps="conj advcl", tags="VBG NN", when=lambda t: t.lower.endswith("ing") and is_after_comma(t)),
            Mender(lambda noun: _mend_middle_infinitive(noun, known.is_verb), deps="conj", tags="NN", when=lambda t: t.head.tag == "VB"),
            Mender(lambda quality: _mend_middle_participle(quality, act_of(quality.lower)), deps="advcl", parts="ADJ", when=lambda t: t.lower.endswith("ed")),
            Mender(_mend_listed_past, deps="advcl", tags="VBN", when=lambda t: t.i == t.head.i + 2 and t.head.tag == "VBD"),
            Mender(_mend_help, deps="aux", words=_HELPING),
            Mender(_mend_last_gerund, deps="amod compound", tags="VBG", when=lambda t: t.head.dep == "conj" and known.is_verb(t.lemma)),
            Mender(lambda quality: _mend_last_past(quality, act_of), deps="amod", tags="VBN JJ", when=lambda t: t.head.dep == "conj"),
            Mender(lambda first: _mend_two_pasts(first, act_of), deps="ROOT", tags="VBN", when=lambda t: t.child("nsubjpass") is not None and t.child("auxpass", "agent", "dobj") is None),
            Mender(_mend_modal_list, deps="conj advcl", tags="VBP", when=lambda t: t.head.tag == "VB"),
            Mender(_mend_after_those, deps="conj", tags="VB", when=lambda t: t.head.tag == "VBN" and t.head.dep == "acl"),
        ),
    )


def _mend_closing_list(word: Token, act_of: Callable[[str], str | None]) -> None:
    """Make clauses of "stormed the camp, [beating], kicking and arresting refugees", "raided the town, [looting] and burning homes", which the parser takes for things."""
    further, last = word, word.child("conj")
    while last is not None:
        further, last = last, last.child("conj")
    if further.tag != "VBG" or (further is word and word.tag == "NN") or further.child("dobj", "prep") is None or word.child("det", "poss", "amod") is not None:
        return
    noun = word.head
    if word.dep == "conj" and word.tag == "VBG" and noun.pos in ("NOUN", "PROPN") and noun.dep in ("dobj", "pobj") and not any(c.dep == "cc" and c.i < word.i for c in noun.children):
        verb = noun.head.head if noun.dep == "pobj" else noun.head
        if is_verb(verb) and verb.tag != "VBG":
            word.reattach(verb, "advcl")
    elif word.tag == "NN" and (is_verb(noun) and (word.dep == "advcl" or noun.tag == "VBG")) and (act := act_of(word.lower)) is not None:
        word.pos, word.tag, word.lemma = "VERB", "VBG", act


def _mend_middle_infinitive(noun: Token, is_verb_lemma: Callable[[str], bool]) -> None:
    """Make a verb of "to arm, [train] and fund the rebels"."""
    if any(c.dep == "conj" and c.tag == "VB" for c in noun.children) and noun.child("det", "amod", "compound", "prep") is None and is_verb_lemma(noun.lower):
        noun.pos, noun.tag, noun.lemma = "VERB", "VB", noun.lower


def _mend_modal_list(verb: Token) -> None:
    """Join "free" to what should be done in "should end the raids, [free] the editors and lift the ban", which the parser takes for a clause of now."""
    first = verb.head
    if verb.i < first.i or not any(c.tag == "MD" for c in first.children) or verb.child("aux", "auxpass", "mark", *NOMINAL_SUBJECTS) is not None:
        return
    verb.tag, verb.dep = "VB", "conj"


def _mend_after_those(verb: Token) -> None:
    """Join "drop" to "free", not to who is to be freed: "should free those jailed and [drop] the charges"."""
    clause = verb.head
    above = clause.head.head
    if clause.head.dep == "dobj" and above.tag == "VB" and verb.child("aux", "auxpass", *NOMINAL_SUBJECTS) is None and not has_to(verb):
        hand_on(verb, clause, above)


def _mend_middle_participle(quality: Token, act: str | None) -> None:
    """Make a verb of "has trained, [armed] and paid the rebels"."""
    verb = quality.head
    last = next((c for c in verb.children if c.dep == "conj" and is_verb(c) and c.i > quality.i), None)
    if act is None or verb.tag not in ("VBN", "VBD") or not verb.i < quality.i or last is None or last.tag not in ("VBN", "VBD") or any(c.dep != "punct" for c in quality.children):
        return
    quality.pos, quality.tag, quality.lemma, quality.dep = "VERB", verb.tag, act, "conj"
    last.tag = verb.tag
    last.reattach(quality, "conj")


def _mend_listed_past(verb: Token) -> None:
    """Join "jailed" to what else was done in "police fined, [jailed] and evicted traders", which the parser takes for what befell the police."""
    first, last = verb.head, verb.child("conj")
    if last is None or last.tag not in ("VBD", "VBN") or last.child("dobj") is None or first.child("nsubj") is None or first.child("dobj", "prep", "auxpass") is not None:
        return
    if (before := token_before(verb)) is None or before.text != "," or verb.child("dobj", "prep", "agent", "mark", "advmod") is not None:
        return
    verb.tag, verb.dep, last.tag = "VBD", "conj", "VBD"


def _mend_last_past(quality: Token, act_of: Callable[[str], str | None]) -> None:
    """Make a verb of "arrested and [tortured] students", which the parser takes for how the students were."""
    if (act := act_of(quality.lower)) is None:
        return
    thing, verb = quality.head, quality.head.head
    subject = verb.child("nsubj", "nsubjpass")
    cc = next((c for c in verb.children if c.dep == "cc" and c.i == quality.i - 1), None)
    if cc is None or cc.i != verb.i + 1 or subject is None or verb.tag not in ("VBN", "VBD") or verb.child("auxpass", "dobj") is not None or thing.subtree()[0] is not quality:
        return
    quality.pos, quality.tag, quality.lemma = "VERB", "VBD", act
    quality.reattach(verb, "conj")
    thing.reattach(quality, "dobj")
    verb.tag, subject.dep = "VBD", "nsubj"


def _mend_two_pasts(first: Token, act_of: Callable[[str], str | None]) -> None:
    """Make two who acted of "police [targeted] and beat members of the union", which the parser takes for what befell the police."""
    subject = first.child("nsubjpass")
    second = next((c for c in first.children if c.dep == "conj" and c.i == first.i + 2 and c.child("dobj") is not None), None)
    if subject is None or second is None or subject.i > first.i or (second.pos != "VERB" and act_of(second.lower) is None):
        return
    if second.pos != "VERB":
        second.pos, second.lemma = "VERB", act_of(second.lower) or second.lemma
    first.tag = second.tag = "VBD"
    subject.dep = "nsubj"


def _mend_help(word: Token) -> None:
    """Make the main verb of "The army [helped] rebuild schools", which the parser takes for an auxiliary."""
    inner = word.head
    if inner.tag != "VB" or word.i > inner.i:
        return
    above, dep = inner.head, inner.dep
    before = [c for c in inner.children if c is not word and (c.i < word.i or c.dep in (*NOMINAL_SUBJECTS, "punct"))]
    word.pos, word.tag, word.lemma = "VERB", "VBZ" if word.lower == "helps" else "VBD" if word.lower == "helped" else "VBP", "help"
    if above is inner:
        word.reattach(word, "ROOT")
    else:
        word.reattach(above, dep)
    inner.reattach(word, "xcomp")
    for child in before:
        child.reattach(word, child.dep)


def _mend_last_gerund(gerund: Token) -> None:
    """Make a verb of "accused them of raping women and [burning] homes", "of killing monks, beating women and [burning] farms", which the parser takes for a quality of a second object."""
    thing, first = gerund.head, gerund.head.head
    verb = first.head
    before = gerund.sent.tokens[gerund.i - 1 - gerund.sent.tokens[0].i]
    if first.dep != "dobj" or verb.tag != "VBG" or verb.dep not in ("pcomp", "advcl", "conj", "acl", "xcomp") or before.lower not in ("and", ",") or before.head is not first or any(c.i < gerund.i for c in thing.children) or thing.tag not in ("NNS", "NNP", "NN", "NNPS"):
        return
    main = verb.head
    opened = next((p for c in main.children if c.dep == "prep" and c.i < verb.i for p in c.children if p.dep == "pcomp" and p.tag == "VBG"), None) if verb.dep == "advcl" else None
    if verb.dep == "advcl" and opened is None and before.lower == "and":
        return  # "killing rebels and living conditions"
    gerund.reattach(verb, "conj")
    thing.reattach(gerund, "dobj")
    before.reattach(verb, "cc" if before.lower == "and" else "punct")
    if opened is not None:
        verb.reattach(opened, "conj")
