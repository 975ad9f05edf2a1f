"""What stands beside a name: kinds, offices and bodies that the parser joins to the wrong word.

Reads tokens; mends heads in place, for attachment.py.
"""

from __future__ import annotations

from itertools import takewhile

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import leftmost, token_before
from reportedly.coding.repairs.appended import mend_joined_name, mend_kind_of_last, mend_named_object
from reportedly.coding.repairs.mender import Mender
from reportedly.lexicons.word_lists import word_list

_ORGANS = word_list("beside_names.organs")
_TOWNS = word_list("towns")
_WHERE = frozenset({"in", "of", "at", "near", "from"})
_STATE_ORGANS = word_list("beside_names.state_organs")
_VESSELS = word_list("vessels")
_CREEDS = word_list("beside_names.creeds")
_TOGETHER = word_list("beside_names.together")


def menders() -> tuple[Mender, ...]:
    """Return what mends what stands beside a name, kinds, offices, bodies joined to it: alternatives for attachment.py."""
    return (
        Mender(_mend_two_offices, deps="conj", parts="PROPN", when=lambda t: t.head.tag == "NN" and t.head.dep in ("nsubj", "nsubjpass")),
        Mender(_mend_joined_body, deps="conj", parts="PROPN", when=lambda t: t.head.dep == "pobj"),
        Mender(_mend_beside_named, deps="conj", parts="NOUN PROPN", when=lambda t: t.head.dep == "appos" and t.head.pos == "PROPN"),
        Mender(_mend_kind_before, deps="appos", parts="PROPN", when=lambda t: t.head.tag == "JJ" or t.head.lemma in _VESSELS or t.head.lower in _CREEDS),
        Mender(_mend_past_before, deps="amod", tags="VBD", when=lambda t: t.head.i > t.i),
        Mender(_mend_only_past, deps="amod", tags="VBN", when=lambda t: t.head.tag in ("NNS", "NNP", "NNPS") and t.sent.block.kind == "paragraph" and _is_without_verb(t)),
        Mender(_mend_further_land, deps="appos", parts="PROPN", when=lambda t: t.head.tag == "NNS" and _land_before(t) is not None),
        Mender(_mend_named, deps="appos", parts="PROPN"),
        Mender(mend_named_object, deps="dobj", parts="PROPN"),
        Mender(_mend_owned_body, deps="pobj", parts="PROPN", when=lambda t: t.head.lower == "of"),
        Mender(_mend_conveyed, deps="appos", tags="NN NNS", when=lambda t: (owner := t.child("poss")) is not None and owner.tag == "PRP$"),
        Mender(_mend_kind, deps="appos", tags="NN"),
    )


def _mend_further_land(name: Token) -> None:
    """Join to the land before it "the foreign ministers of Chad[, Togo] and Benin"."""
    if (land := _land_before(name)) is not None:
        name.reattach(land, "conj")


def _mend_named(name: Token) -> None:
    _mend_late_name(name)
    mend_joined_name(name)


def _mend_kind(kind: Token) -> None:
    if kind.lower in _TOWNS:
        _mend_wider_place(kind)
    mend_kind_of_last(kind)


def mend_named_source(according: Token) -> None:
    """Set a name beside the office it holds: "according to the minister of defence, [Ali Ba], rebels ...", which the parser hangs on the verb or takes for its subject."""
    to = according.child("prep")
    office = to.child("pobj") if to is not None else None
    if office is None or office.tag not in ("NN", "NNP") or office.child("prep") is None or office.child("appos") is not None:
        return
    tokens, start = according.sent.tokens, according.sent.tokens[0].i
    at = next((t.i - start for t in tokens[office.i - start :] if t.text == ","), len(tokens))
    run = list(takewhile(lambda t: t.pos == "PROPN", tokens[at + 1 :]))
    if len(run) < 2 or run[-1].i + 1 - start >= len(tokens) or tokens[run[-1].i + 1 - start].text not in (",", ".", ";") or (run[-1].ent is not None and run[-1].ent.label in ("GPE", "LOC")):
        return
    name, verb = run[-1], according.head
    if name.dep not in ("nsubj", "conj", "npadvmod", "pobj", "dep", "appos") or (name.dep == "nsubj" and not any(c.dep in ("nsubj", "appos") and c.i > name.i for v in (name.head, name) for c in v.children)):
        return
    for doer in [c for c in name.children if name.dep == "nsubj" and c.dep == "appos"]:
        doer.reattach(verb, "nsubj")
    name.reattach(office, "appos")


def _mend_owned_body(body: Token) -> None:
    """Make the head of "the Department of the Treasury's [Office of Sanctions]" of whose it is no part, where the parser makes it the Department's."""
    organ, of, whose = body.head.head, body.head, body.child("poss")
    if whose is None or whose.pos != "PROPN" or organ.lower not in _ORGANS or organ.head is organ or of.i != organ.i + 1 or whose.child("case") is None or any(c.dep == "poss" for c in organ.children):
        return
    body.reattach(organ.head, organ.dep)
    organ.give_after(body, "punct", "appos", "relcl", "acl")
    for mark in [c for c in whose.children if c.dep == "case"]:
        mark.reattach(organ, "case")
    whose.reattach(of, "pobj")
    organ.reattach(body, "poss")


def _mend_conveyed(thing: Token) -> None:
    """Make an object of "conveyed to the ambassador [its protest]", which the parser sets beside the ambassador."""
    whom = thing.head
    while whom.dep in ("conj", "appos"):
        whom = whom.head
    verb = whom.head.head
    if whom.dep == "pobj" and whom.head.lower == "to" and verb.pos == "VERB" and verb.child("dobj", "ccomp", "xcomp") is None:
        thing.reattach(verb, "dobj")


def _mend_wider_place(place: Token) -> None:
    """Set a province beside the district in it, not beside who was there: "arrested a trader in Wau district, [Bahr province]"."""
    tokens, at = place.sent.tokens, leftmost(place).i - place.sent.tokens[0].i
    if at < 2 or tokens[at - 1].text != "," or place.child("compound", "nmod") is None or place.child("det", "amod") is not None:
        return
    inner = tokens[at - 2]
    if inner is not place.head and inner.dep == "pobj" and inner.head.lower in _WHERE and place.head.i < inner.i and place.head.lower not in _TOWNS:
        place.reattach(inner, "appos")


def _mend_two_offices(name: Token) -> None:
    """Make one person of "Lawyer and former minister [Ann Roe] was shot": a bare noun is what she is, nobody else."""
    office, verb = name.head, name.head.head
    title = next((c for c in name.children if c.dep in ("compound", "nmod") and c.tag == "NN" and c.text.islower()), None)
    if title is None or name.sent.block.kind == "headline" or any(c.dep in ("det", "poss", "nummod") for c in office.children) or name.i > verb.i or not any(c.dep == "cc" and c.lower == "and" for c in office.children):
        return
    name.reattach(verb, office.dep)
    office.reattach(name, "compound")


def _mend_kind_before(name: Token) -> None:
    """Make a name the head of "the [rebel] Red Plain Front", "the [tanker] Suez Star", which the parser sets beside what it is."""
    kind = name.head
    if name.subtree()[0].i != kind.i + 1 or kind.head is kind or kind.dep not in ("conj", "dobj", "pobj", "nsubj", "nsubjpass"):
        return
    above, dep = kind.head, kind.dep
    kind.children.remove(name)
    name.head = kind
    name.reattach(above, dep)
    for child in list(kind.children):
        child.reattach(name, child.dep)
    kind.reattach(name, "amod" if kind.tag == "JJ" else "compound")


def _is_without_verb(word: Token) -> bool:
    """Whether no other word of a sentence is a finite verb, so that a participle must be it."""
    root = word.sent.root
    return root in (word.head, word.head.head) and (root is word.head or any(c.tag == "TO" for c in root.children)) and not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in word.sent.tokens)


def _mend_only_past(verb: Token) -> None:
    """Make the verb of "The air force [scrambled] two jets", which the parser takes for a word about the jets."""
    doer, thing = token_before(verb), verb.head
    if doer is None or doer.head is not thing or doer.dep not in ("compound", "nmod", "amod") or not (doer.pos in ("NOUN", "PROPN") or doer.lower == "military"):
        return
    doer.pos, doer.tag, doer.dep = ("NOUN", "NN", "compound") if doer.pos == "ADJ" else (doer.pos, doer.tag, doer.dep)
    for child in [c for c in thing.children if c.i < doer.i]:
        child.reattach(doer, child.dep)
    verb.tag = "VBD"
    root = verb.sent.root
    _mend_past_before(verb)
    if root is not thing and root.dep == "conj":
        root.dep = "advcl"  # "to intercept the bombers"


def _mend_past_before(verb: Token) -> None:
    """Make a verb of "Iran [test-fired] two missiles", which the parser sets before the noun as if it described it."""
    thing = verb.head
    subject = next((c for c in reversed(thing.children) if c.i < verb.i and c.dep in ("compound", "nmod", "nsubj", "poss") and c.pos in ("PROPN", "NOUN", "PRON")), None)
    if subject is None or any(c.i > subject.i and c.i < verb.i and c.dep not in ("punct", "npadvmod") for c in thing.children) or any(c.dep in ("aux", "auxpass", "agent") for c in verb.children):
        return
    others = [c for c in thing.children if c is not verb and (c.i < verb.i or c.dep in ("conj", "cc", "punct", "prep", "npadvmod"))]
    thing.children.remove(verb)
    above, dep = thing.head, thing.dep
    if above is thing or above.i > thing.i:
        verb.head, verb.dep, verb.pos = verb, "ROOT", "VERB"
        if above is not thing:
            above.children.remove(thing)
            if above.head is above:
                above.reattach(verb, "conj")
            else:
                verb.reattach(above, dep)
    else:
        verb.head = verb
        verb.pos = "VERB"
        verb.reattach(above, dep)
        above.children.remove(thing)
    thing.head = thing
    thing.reattach(verb, "dobj")
    for child in others:
        child.reattach(verb, child.dep if child is not subject else "nsubj")
    for child in [c for c in thing.children if c.i > thing.i and c.dep in ("conj", "cc") and c.pos == "VERB"]:
        child.reattach(verb, child.dep)


def _mend_joined_body(body: Token) -> None:
    """Join "the Dawn Front" to "the government", not to "Mali": "the government of Mali and [the Dawn Front] signed"."""
    land = body.head
    noun = land.head.head
    if land.head.lower != "of" or noun.lemma not in _STATE_ORGANS or land.ent is None or land.ent.label != "GPE" or body.ent is None or body.ent.label != "ORG" or body.child("det") is None:
        return
    for joint in [c for c in land.children if c.dep == "cc" and c.i < body.i]:
        joint.reattach(noun, "cc")
    body.reattach(noun, "conj")


def _mend_beside_named(further: Token) -> None:
    """Join "two aides" to "leader", not to his name: "killed its leader, Ali Musa, and [two aides]", "met the president, Jan Smit and foreign minister [Ola Nord]"."""
    noun = further.head.head
    joint = next((c for c in further.head.children if c.dep == "cc" and c.i < further.i), None)
    comma = token_before(joint) if joint is not None else None
    titled = noun.tag == "NN" and noun.lemma not in _TOGETHER and any((c.dep in ("compound", "nmod") and c.tag == "NN") or c.tag == "PRP$" for c in further.children)
    if joint is None or comma is None or not (titled or (comma.text == "," and noun.lemma not in _TOGETHER)) or noun.tag not in ("NN", "NNP") or further.head.child("conj") is not further:
        return
    joint.reattach(noun, "cc")
    further.reattach(noun, "conj")


def _land_before(name: Token) -> Token | None:
    """Return the land of "ministers of Chad and [Togo]", beside which the next one stands joined."""
    joint = token_before(name)
    land = token_before(name, 2)
    if joint is None or land is None or land.dep != "pobj" or land.head.lower != "of" or land.head.head is not name.head or land.ent is None or land.ent.label != "GPE":
        return None
    return land if joint.dep == "cc" or (joint.text == "," and name.child("conj") is not None) else None


def _mend_late_name(name: Token) -> None:
    """Set a name beside the noun right before it, not beside what that is joined to: "Manila and its ally [the United States]"."""
    last = token_before(name.subtree()[0])
    if last is not None and last is not name.head and last.pos == "NOUN" and last.dep == "conj" and last.head is name.head:
        name.reattach(last, "appos")
