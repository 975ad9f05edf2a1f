"""Welded: words that the parser ran together with a neighbour, or left without what they share with one; helpers of repair.py, run over the mended parse.

Each mend is a shape and says what it looks like.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import has_to, is_verb, shared_object
from reportedly.coding.repairs.mender import Choice, Mender, Step
from reportedly.lexicons.word_lists import word_list

_TERMS = word_list("welded.terms")
_LASTING = word_list("welded.lasting")
_DECREEING = word_list("welded.decreeing")
_SENDING_AWAY = word_list("welded.sending_away")
_SOUGHT = word_list("welded.sought")
_SEEKING = word_list("requesting")
_BRINGING = word_list("welded.bringing")
_SPANS = word_list("spans_of_time")
_SINCE = frozenset({"before", "after", "later", "earlier"})
_NEAR = 14  # words from "one of the leaders" to the comma before his name at most


def menders() -> tuple[Step, ...]:
    """Return what parts words run together with a neighbour, and gives back what they share with one."""
    return (
        Choice(
            Mender(_mend_object, deps="pobj", among=True),
            Mender(_mend_object_of_term, deps="xcomp amod advmod prep ccomp compound dobj nsubjpass", words=_TERMS),
            Mender(_mend_including, deps="prep", words="including", when=lambda t: not t.children, among=True),
            Mender(_mend_shared, deps="prep", when=lambda t: not t.children, among=True),
            Mender(_mend_decreed, deps="ccomp", tags="VB"),
            Mender(_mend_to_blame, deps="xcomp", tags="VB", lemmas="blame", when=lambda t: t.head.lemma == "be" and has_to(t) and t.child("dobj") is None),
            Mender(_mend_span_after, deps="compound", when=lambda t: t.head.tag == "NNS" and t.head.lemma in _SPANS and t.head.i == t.i + 1, among=True),
            Mender(_mend_home, deps="advmod", words="home"),
        ),
        Mender(_mend_one_named, deps="dobj nsubjpass pobj", words="one", among=True),
    )


def _mend_object(token: Token, tokens: Sequence[Token]) -> None:
    _mend_object_of_term(token)
    if token.head.lower == "to" and token.pos == "PROPN":
        _mend_sent_to(token, tokens)


def _mend_object_of_term(term: Token) -> None:
    """Give "freed on bail [two editors]" its object, which the parser hangs on the bail or makes one noun with it."""
    joined = term.dep == "compound"
    thing, prep = (term.head, term.head.head) if joined else (term.child("dobj"), term.head)
    verb = prep.head
    if thing is None or term.pos != "NOUN" or prep.dep != "prep" or prep.i != term.i - 1 or thing.i < term.i or not is_verb(verb) or verb.child("dobj", "nsubjpass") is not None:
        return
    if joined:
        if thing.tag != "NNS" or any(c.i < term.i for c in thing.children):
            return
        term.reattach(prep, "pobj")
    thing.reattach(verb, "dobj")


def _mend_span_after(noun: Token, tokens: Sequence[Token]) -> None:
    """Part somebody from how long after: "freed the [pilot] weeks after his capture", of which the parser makes one noun."""
    span = noun.head
    since = tokens[span.i + 1] if span.i + 1 < len(tokens) else span
    if since.lower not in _SINCE or span.child("nummod") is not None or noun.pos != "NOUN":
        return
    span.give_before(noun)
    above = span.head.head if span.head.dep == "advcl" and span.head.i > span.i else span.head  # "shot the [pilot] minutes after he landed"
    noun.reattach(above, span.dep if span.dep in ("dobj", "pobj", "nsubjpass") else "dobj")
    span.reattach(since, "npadvmod")


def _mend_shared(prep: Token, tokens: Sequence[Token]) -> None:
    """Join two nouns that share an object: "solidarity with and [support] for the people", which the parser takes for a verb."""
    noun = tokens[prep.i - 1] if prep.i else prep
    found = shared_object(prep)
    if noun.pos not in ("NOUN", "PROPN") or not found:
        return
    other = found[0].head.head
    if other.tag in ("VB", "VBG") and other.dep == "conj" and other.child("aux", "dobj", "nsubj") is None:
        other.pos, other.tag, other.lemma = "NOUN", "NN", other.lower
        other.reattach(noun, "conj")
    if other.pos == "NOUN":
        prep.reattach(noun, "prep")


def _mend_including(prep: Token, tokens: Sequence[Token]) -> None:
    """Make a noun of "imposed sanctions, including asset [freezes]", which the parser takes for a verb."""
    thing = tokens[prep.i + 1] if prep.i + 1 < len(tokens) else prep
    verb = thing.head
    while thing.dep == "conj" and not is_verb(verb):
        verb = verb.head
    if verb.tag != "VBZ" or verb.pos != "VERB" or not prep.i < verb.i or verb.child("nsubj") is None or verb.child("dobj", "aux", "xcomp", "ccomp") is not None:
        return
    verb.pos, verb.tag = "NOUN", "NNS"
    verb.reattach(prep, "pobj")
    for child in [c for c in verb.children if c.dep == "nsubj"]:
        child.dep = "compound"


def _mend_decreed(clause: Token) -> None:
    """Make an object of "declared a [state] of emergency to begin at noon", "sought [help] from Mali to deal with it", which the parser takes for a clause."""
    verb, thing = clause.head, clause.child("nsubj")
    if thing is None or not has_to(clause):
        return
    sought = verb.lemma in _SEEKING and any(c.dep == "prep" and c.lower == "from" for c in thing.children)
    if (sought or (verb.lemma in _DECREEING and clause.lemma in _LASTING)) and verb.i < thing.i < clause.i and verb.child("dobj", "nsubjpass") is None:
        thing.reattach(verb, "dobj")
        clause.reattach(verb if sought else thing, "advcl" if sought else "acl")


def _mend_to_blame(blame: Token) -> None:
    """Make a quality of "the army was [to blame] for the raid": nobody is blamed in the future."""
    blame.pos, blame.tag, blame.lemma, blame.dep = "ADJ", "JJ", "responsible", "acomp"


def _mend_sent_to(name: Token, tokens: Sequence[Token]) -> None:
    """Give "handed over to Iraq [two bankers] wanted for fraud" its object, which the parser takes for the subject of "wanted" or sets beside the name."""
    verb = name.head.head
    subject = verb.child("nsubj", "nsubjpass")
    if verb.lemma not in _SENDING_AWAY or subject is None or subject.i > verb.i or verb.child("dobj", "auxpass") is not None or name.i + 1 >= len(tokens):
        return
    thing = tokens[name.i + 1]
    while thing.head.i > thing.i and thing.dep in ("det", "amod", "nummod", "compound", "nmod"):
        thing = thing.head
    clause = thing.head
    if thing.pos != "NOUN" or thing.i <= name.i or (thing.dep == "appos" and clause is not name) or thing.dep not in ("appos", "nsubj"):
        return
    if thing.dep == "nsubj":
        if clause.tag != "VBD" or clause.lemma not in _SOUGHT or clause.i != thing.i + 1:
            return
        if verb.head is clause:
            verb.become_root()
        clause.tag, verb.tag, subject.dep = "VBN", "VBD" if verb.tag == "VBN" else verb.tag, "nsubj"
        thing.reattach(verb, "dobj")
        clause.reattach(thing, "acl")
    thing.reattach(verb, "dobj")


def _mend_home(home: Token) -> None:
    """Hang "home" on the verb, not on those brought: "brought the last of its troops [home]"."""
    noun = home.head
    while noun.dep == "pobj" and noun.head.lower == "of":
        noun = noun.head.head
    if noun.dep == "dobj" and noun.head.lemma in _BRINGING and noun.i < home.i:
        home.reattach(noun.head, "advmod")


def _mend_one_named(one: Token, tokens: Sequence[Token]) -> None:
    """Set a name beside "arrested one of the leaders, [Moses Tembo], and charged him", which the parser hangs elsewhere."""
    end = one.sent.tokens[-1].i
    comma = next((i for i in range(one.i + 2, min(end, one.i + _NEAR)) if tokens[i].text == ","), None)
    if comma is None or tokens[one.i + 1].lower != "of" or comma >= end or any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tokens[one.i : comma]):
        return
    first = tokens[comma + 1]
    name = first
    while name.dep in ("compound", "nmod") and name.head.i > name.i and name.pos == "PROPN":
        name = name.head
    closed = name.i < end and tokens[name.i + 1].text in (",", ".", "(")
    if not closed or name.ent is None or name.ent.label != "PERSON" or name.pos != "PROPN" or name.head in tokens[one.i : comma]:
        return
    above = name.head
    if name.dep == "nsubj":  # "..., Moses Tembo, an activist, and sentenced him"
        if above.dep != "conj" or (link := name.child("cc")) is None or above.child("aux") is not None:
            return
        link.reattach(above.head, "cc")
    elif name.dep not in ("npadvmod", "appos", "dep", "conj"):
        return
    name.reattach(one, "appos")
