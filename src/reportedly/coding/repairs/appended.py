"""Appended: what a clause or an apposition behind a name says more of, where the parser hung it on the wrong word; a helper of attachment.py."""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import leftmost, rightmost
from reportedly.lexicons.word_lists import word_list

_BODIES = word_list("appended.bodies")
_KINDS = word_list("appended.kinds")
_CALLING = word_list("appended.calling")
_PARTS = word_list("appended.parts")
_NAMED_BODIES = word_list("appended.named_bodies")


def mend_clause_on_name(clause: Token) -> None:
    """Hang a "which" clause on a body rather than on its leader, a "who" clause on a person rather than on a town or a body: "a faction under Colonel Omar, which ...", "a sergeant of the army who ..."."""
    pronoun = next((t for c in clause.children if c.i < clause.i for t in (c, *c.children, *(g for o in c.children if o.lower == "of" for g in o.children)) if t.lower in ("who", "which", "whom") and t.tag in ("WP", "WDT")), None)
    if pronoun is None:
        return
    noun, label, word = clause.head, clause.head.ent.label if clause.head.ent is not None else None, pronoun.lower
    if pronoun.dep == "pobj" and pronoun.head.lower == "of" and pronoun.head.head.head is clause:
        _mend_part_of(clause, pronoun.head.head)
        return
    if word == "which" and noun.pos == "PROPN" and label != "PERSON":
        _mend_clause_on_last(clause)
        return
    if word == "which" and noun.tag == "NNS" and pronoun.dep in ("nsubj", "nsubjpass") and (clause.tag == "VBZ" or any(c.lower in ("is", "has", "was") for c in clause.children)):
        last = next((g for c in reversed(noun.children) if c.dep == "prep" and c.i < pronoun.i for g in c.children if g.dep == "pobj" and g.tag in ("NN", "NNP") and rightmost(g).i == pronoun.i - 2), None)
        if last is not None:
            clause.reattach(last, "relcl")  # "soldiers of the M23, which [is backed] by Rwanda"
        return
    if word == "who" and noun.lemma.lower() in _BODIES:
        above = noun.head.head
        if (noun.head.lower == "of" or (noun.head.lower in ("from", "in", "for") and above.tag == "NNS" and noun.tag in ("NN", "NNP"))) and above.pos in ("NOUN", "PROPN") and above.lemma not in _BODIES | _PARTS:
            clause.reattach(above, "relcl")
        return
    several = any(c.lower in ("were", "are", "have") for c in clause.children)
    if word == "who" and (label == "PERSON" or several) and noun.tag == "NNP" and noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.tag == "NNS" and _is_defining(clause):
        clause.reattach(noun.head.head, "relcl")  # "supporters of Evo Lara [who blocked roads]": which ones
        return
    if (word, label) not in (("which", "PERSON"), ("who", "GPE"), ("who", "LOC"), ("who", "FAC")):
        return
    found = None
    while noun.dep == "pobj" and noun.head.head.pos in ("NOUN", "PROPN") and noun.head.dep in ("prep", "agent"):
        members = word == "which" and noun.head.lower == "of" and noun.head.head.tag == "NNS"  # "members of Boko Haram, which claimed it"
        noun = noun.head.head
        if (noun.ent is None or noun.ent.label != label) and noun.pos in ("NOUN", "PROPN") and not members:
            found = noun
            if word == "who":
                break
    if found is not None:
        clause.reattach(found, "relcl")


def _is_defining(clause: Token) -> bool:
    """Whether a clause says which ones are meant, so that no name can be its noun."""
    first, tokens = leftmost(clause), clause.sent.tokens
    return first.i > tokens[0].i and tokens[first.i - tokens[0].i - 1].text != ","


def _mend_part_of(clause: Token, part: Token) -> None:
    """Hang "one of which killed a guard" on the noun before its comma: "a wave of [car bombs], one of which killed a guard"."""
    tokens, start = clause.sent.tokens, clause.sent.tokens[0].i
    at = leftmost(part).i - start - 1
    if at < 1 or tokens[at].text != ",":
        return
    noun = tokens[at - 1]
    if noun.tag in ("NNS", "NNPS") and noun is not clause.head and noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head is clause.head:
        clause.reattach(noun, "relcl")


def _mend_clause_on_last(clause: Token) -> None:
    """Hang a clause on a whole name, not on its last word: "the Army of the Desert, which laid down its arms"."""
    noun, tokens = clause.head, clause.sent.tokens
    above = noun.head.head
    if noun.head.lower != "of" or noun.dep != "pobj" or above.pos != "PROPN" or above.lemma.lower() not in _NAMED_BODIES or tokens[noun.i - tokens[0].i + 1].text != ",":
        return
    clause.reattach(above, "relcl")


def mend_kind_of_last(kind: Token) -> None:
    """Let "a rebel movement" say what the last of two names is: "the Government of Chad and the Tibesti Front, a rebel movement"."""
    first = kind.head
    if first.dep in ("nsubj", "nsubjpass") and first.i < first.head.i < kind.i and any(c.lower in ("a", "an") for c in kind.children) and (named := _named_before(kind)) is not None:
        kind.reattach(named, "appos")  # "was signed by the Tibesti Front (TF), a rebel movement led by": nothing that its subject is
        return
    last = first
    while (further := next((c for c in last.children if c.dep == "conj"), None)) is not None:
        last = further
    is_name = last.pos == "PROPN" or last.ent is not None
    if last is not first and last.i < kind.i and is_name and first.pos == "PROPN" and any(c.lower in ("a", "an") for c in kind.children) and kind.lemma not in ("couple", "pair", "duo", "trio"):
        kind.reattach(last, "appos")


def _named_before(kind: Token) -> Token | None:
    """Return the name that ends right before a comma and what follows it, over a bracket."""
    tokens, start = kind.sent.tokens, kind.sent.tokens[0].i
    at = leftmost(kind).i - start - 1
    if at < 1 or tokens[at].text != ",":
        return None
    at -= 1
    if tokens[at].text == ")":
        at = next((i - 1 for i in range(at, max(0, at - 12), -1) if tokens[i].text == "("), 0)
    named = tokens[at]
    while named.dep == "compound" and named.head.i > named.i:
        named = named.head
    return named if named.pos == "PROPN" and named.dep in ("pobj", "dobj", "conj") else None


def mend_joined_name(name: Token) -> None:
    """Join a name after "and" to what stands before it: "ministers from Chad and [Niger]", which the parser sets beside the ministers."""
    tokens, start = name.sent.tokens, name.sent.tokens[0].i
    at = leftmost(name).i - start - 1
    if at < 1 or tokens[at].dep != "cc" or tokens[at].lower not in ("and", "or") or tokens[at].head is name.head or tokens[at].head.i < name.head.i:
        return
    first = tokens[at].head
    if first.dep in ("pobj", "conj") and first.pos in ("PROPN", "NOUN"):
        name.reattach(first, "conj")


def mend_named_object(name: Token) -> None:
    """Set a name beside the noun right before it that says who he is: "will meet his counterpart [Italian President Sergio Mattarella]", which the parser takes for two objects."""
    kind = next((c for c in name.head.children if c.dep == "dobj" and name.head.i < c.i < name.i), None)
    if kind is None or leftmost(name).i != kind.i + 1:
        return
    if kind.tag == "NNS" and name.child("conj") is not None and name.ent is not None and name.ent.label == "PERSON":
        name.reattach(kind, "appos")  # "jailed the editors [Ali Sy] and Omar Ba"
        return
    if not any(c.dep in ("poss", "det") for c in kind.children):
        return
    if kind.lower in _KINDS or (kind.tag == "NN" and name.head.lemma not in _CALLING and any(c.dep == "compound" for c in name.children)):
        kind.pos, kind.tag = "NOUN", "NN"
        name.reattach(kind, "appos")


def mend_receiver(to: Token) -> None:
    """Hang on the verb to whom something is given back, on the ban whom it hits: "a ban on the export of fuel [to] Chad", "returned a statue stolen in 1990 [to] Cambodia", "handed over two men wanted for murder [to] the police"."""
    clause = to.head
    if (bar := _barred(clause)) is not None:
        to.reattach(bar, "prep")
        return
    while clause.dep in ("pobj", "prep") and clause.i < to.i:  # "a coin engraved with the face of a king [to] Greece"
        clause = clause.head
    thing = clause.head
    while thing.dep == "pobj" and thing.head.lower == "of":  # "gave a list of clients which has names [to] the ministry"
        thing = thing.head.head
    if clause.dep not in ("acl", "relcl") or thing.dep not in ("dobj", "nsubjpass") or thing.head.lemma not in _GIVING_BACK or clause.lemma in _TAKING_TO:
        return
    verb = thing.head
    if verb.i < clause.i < to.i and to.child("pobj") is not None and not any(c.dep in ("prep", "dative") and c.lower == "to" for c in verb.children):
        to.reattach(verb, "prep")


_GIVING_BACK = word_list("appended.giving_back")
_TAKING_TO = word_list("appended.taking_to")
_BARS = word_list("appended.bars")
_TRADE = word_list("appended.trade")


def _barred(thing: Token) -> Token | None:
    """Return the ban on trade in something: "a [ban] on the export of fuel"."""
    if thing.dep == "pobj" and thing.head.lower == "of" and thing.head.head.lemma in _TRADE:
        thing = thing.head.head
    return thing.head.head if thing.lemma in _TRADE and thing.dep == "pobj" and thing.head.lower == "on" and thing.head.head.lemma in _BARS else None
