"""Relative clauses: what their pronoun stands for and what they tell of: "five Iraqis and a Libyan [who] were questioned", "the [town] they shelled"."""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import RELATIVE, antecedent, conjuncts, first_joined, is_verb
from reportedly.lexicons.word_lists import word_list

_NAMED_SO = word_list("relative_clauses.named_so")


def antecedents(subject: Token, verb: Token) -> list[Token]:
    """Return the nouns that a subject stands for; with a plural verb all that are joined: "five Iraqis and a Libyan who were questioned"."""
    found = [antecedent(t) for t in conjuncts(subject)]
    if len(found) != 1 or verb.dep != "relcl":
        return found
    plural = verb.tag == "VBP" or any(c.lower in ("were", "are", "have", "'ve", "\u2019ve") and c.dep in ("aux", "auxpass") for c in verb.children)
    if found[0] is not subject and plural and (last := found[0].child("conj")) is not None and found[0].i < last.i < subject.i:
        return conjuncts(found[0])  # "the firms and persons that fund them"
    if found[0] is not subject and found[0].dep == "conj" and found[0].tag in ("NN", "NNP", "JJ") and plural:
        return conjuncts(first_joined(found[0]))
    if found[0].dep == "conj" and found[0].tag == found[0].head.tag == "NNS" and found[0].i == found[0].head.i + 2:
        return conjuncts(found[0].head)  # "firms and persons who armed them"
    return found


def told_of_noun(verb: Token) -> list[Token] | None:
    """Return the noun that a relative clause with a subject of its own tells of as its object, nothing where it stands in another slot, None where that cannot be said: "the [town] they shelled"."""
    subject = verb.child("nsubj")
    if subject is None or subject.lower in RELATIVE:
        return None
    if any(c.dep == "prep" and any(g.dep == "pobj" and g.lower in RELATIVE for g in c.children) for c in (*verb.children, *subject.children)):
        return []  # "the war from which they fled", "parties, most of which called for a boycott"
    if any(g.tag == "WP$" for c in verb.children for g in c.children):
        return []  # "a woman whose brother disappeared"
    joined = (c for c in verb.children if c.dep == "conj" and is_verb(c))
    if any(c.lower in ("where", "when", "why") and c.i < verb.i for v in (verb, *joined) for c in v.children):
        return None  # "the square where they attacked"
    return [verb.head]


def what_is_called(verb: Token) -> Token | None:
    """Return the thing an object clause gives a name: "struck what it called [militant hideouts]", "shelled what the army said were [camps]"."""
    clause = verb.child("ccomp")
    if clause is None or clause.i < verb.i or clause.lemma not in _NAMED_SO:
        return None
    what = clause.child("dobj")
    if what is not None and what.lower == "what":
        return clause.child("oprd") or next((g for c in clause.children if c.dep == "prep" and c.lower == "as" for g in c.children if g.dep == "pobj"), None)
    inner = clause.child("ccomp")
    if inner is not None and inner.lemma == "be" and (what := inner.child("nsubj")) is not None and what.lower == "what":
        return inner.child("attr")
    return None
