"""Who acts or suffers beside those in a slot: "France, [together with] Germany", "was killed [along with] two of his sons"."""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.grammar.by_phrases import objects_of
from reportedly.coding.grammar.clauses import agents
from reportedly.coding.grammar.syntax import prep_objects
from reportedly.lexicons.word_lists import word_list

_JOINTLY = word_list("companions.jointly")


def companions(subject: Token, verb: Token | None = None) -> list[Token]:
    """Return who acts beside a subject: "France, [together with] Germany and Poland, condemned", "Together with Oslo, we condemn"; "alongside" only beside its own ``verb``."""
    out: list[Token] = []
    above = subject.head
    if subject.dep == "nsubj" and verb in (None, above):
        things = [c for c in above.children if c.dep == "dobj" and c.i > above.i]  # "are fighting gangs [alongside] the army"
        out += [t for top in (above, *things) for c in top.children if c.dep == "prep" and c.lower == "alongside" and c.i > above.i for t in objects_of(c)]
        out += [t for top in (above, subject) for c in top.children if c.dep == "prep" and c.lower == "in" and (joint := c.child("pobj")) is not None and joint.lemma in _JOINTLY for t in prep_objects(joint, "with")]  # "troops, in conjunction with police, ..."
    beside = [c for c in above.children if (c.dep == "advcl" and c.tag == "VBN" and subject.i < c.i < above.i) or (c.dep == "prep" and c.i < subject.i)]
    for child in (*subject.children, *beside):
        if child.dep == "prep" and child.lower == "alongside" and subject.i < child.i < above.i and subject.child("punct") is not None:
            out += objects_of(child)  # "troops, alongside police, searched"
        elif child.dep == "prep" and (child.i > subject.i or child in beside):
            prep = child.child("prep") if child.lower in ("along", "together") else child
            if prep is not None and (prep is not child or any(c.lower in ("together", "jointly") for c in child.children)) and prep.lower == "with":
                out += objects_of(prep)
        elif child.dep in ("acl", "advcl") and child.i > subject.i and child.lemma in ("join", "accompany"):  # "students, joined by workers, marched"
            out += agents(child)
    return out


def victims_beside(verb: Token) -> list[Token]:
    """Return who suffers a passive act beside its subject: "was killed [along with] two of his sons"."""
    if not any(c.lower in ("along", "together") and c.i > verb.i for c in verb.children):
        return []
    beside = (p for c in verb.children if c.i > verb.i for p in (c, *c.children) if p.lower == "with" and p.dep == "prep")
    return [t for p in beside for t in objects_of(p)]
