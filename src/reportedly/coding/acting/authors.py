"""Whose words a text holds: who issued the report, the statement or the law that says something."""

from __future__ import annotations

from reportedly.analysis import Analysis, Draft, Entity, Token
from reportedly.coding.acting.parties import actors_at
from reportedly.coding.grammar.clauses import agents, logical_object, noun_doer, surface_subject
from reportedly.coding.grammar.slots import Slots
from reportedly.coding.grammar.syntax import is_definite, is_passive, is_verb
from reportedly.coding.saying.issuers import ISSUED, adopter, issuer_before
from reportedly.lexicons.word_lists import word_list

_TEXTS = frozenset({"document", "statement", "law"})
_REVIEWING = word_list("authors.reviewing")
_ISSUING = word_list("issuing")
_DONE = word_list("authors.done")


def behind_subject(analysis: Analysis, draft: Draft, subject: Token, slots: Slots, *, noun: bool) -> list[Entity]:
    """Return who acts where the subject is only his text or deed: "a [UN] report called for", "[the junta's] reaction, accusing", "[their] laying of mines killed"."""
    if slots.kinds.is_of(subject, _TEXTS) and (found := _authors(analysis, draft, subject, slots)):
        return found
    if noun or not (subject.lemma.lower() in _DONE or (subject.lower.endswith("ing") and subject.i not in analysis.mention_at)):
        return []
    return [e for c in subject.children if c.dep == "poss" for e, _ in actors_at(analysis, c, draft.type, as_doer=True, slots=slots)]


def _authors(analysis: Analysis, draft: Draft, text: Token, slots: Slots) -> list[Entity]:
    """Return whose words a text holds: "a UN report called for", "issued a statement condemning"."""
    if text.dep in ("dobj", "nsubjpass") and draft.head.dep == "pcomp" and draft.head.head.head is text.head:
        return []  # "accused the law of attacking the poor": who accuses it has not made it
    if (text.dep in ("dobj", "nsubjpass") and text.head.lemma in _REVIEWING) or (text.dep == "pobj" and text.head.lower in ("over", "against")):
        return []  # "the court upheld a law that bans it", "sued over a law that bans it": nor who judges it
    befallen = logical_object(draft.head)  # "endorsed by a dozen papers": no text of his own
    verb = text.head.head if text.dep == "pobj" and text.head.lower == "in" else None
    while verb is not None and verb.head is not verb and (not is_verb(verb) or (verb.tag in ("VBG", "VB") and verb.child("nsubj") is None)):
        verb = verb.head  # "repeated its commitment to helping them in a statement that": of who repeated it
    owned = any(c.dep == "poss" or (c.dep == "compound" and c.tag == "NNP") for c in text.children)
    doers = surface_subject(verb) if verb is not None and is_verb(verb) and not is_passive(verb) and not owned else [t for t in noun_doer(text) if t not in befallen]
    pairs = [pair for t in doers for pair in actors_at(analysis, t, draft.type, as_doer=True, slots=slots)]
    if pairs:
        draft.because("actors", f"whose {text.text} it is", pairs[0][1], draft.predicate.entry.at)
    return list(dict.fromkeys(e for e, _ in pairs))


def authors_above(text: Token, slots: Slots) -> list[Token]:
    """Return who issues the text that says something, in the same sentence: "[the council] adopted a resolution condemning the coup", "[Peru] handed a note to Chad rejecting the plan"."""
    if text.dep == "pobj" and text.head.lower == "to" and any(c.dep == "acl" and c.tag == "VBG" for c in text.children):
        text = text.head.head.child("dobj") or text
    if text.dep not in ("dobj", "nsubjpass") or text.head.lemma not in _ISSUING or not is_verb(text.head) or not slots.kinds.is_of(text, _TEXTS):
        return []
    return agents(text.head) if is_passive(text.head) else surface_subject(text.head)


def issued_by(analysis: Analysis, draft: Draft, text: Token) -> list[Entity]:
    """Return who issued a text told of again: "the [resolution] demands", of the council named before; "the [statement] urged", of the ministry that issued it."""
    if text.lemma.lower() in ISSUED:
        body = issuer_before(analysis, text) if is_definite(text) and not noun_doer(text) else None
    else:
        body = adopter(analysis, text) if text.lemma.lower() == "resolution" else None
    if body is None:
        return []
    draft.because("actors", f"whose {text.text} it is", text.span, draft.predicate.entry.at)
    return [body]
