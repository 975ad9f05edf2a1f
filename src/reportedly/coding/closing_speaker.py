"""A speaker named at the end of what is reported: "..., a spokesman for the party said"."""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.lists import SAYING
from reportedly.coding.syntax import NOMINAL_SUBJECTS as _SUBJECTS


def mend_closing_speaker(verb: Token) -> None:
    """Give "..., a spokesman for the party said" its subject back, which the parser hangs on a noun of the clause before as an apposition."""
    if verb.dep not in ("ROOT", "conj", "parataxis", "ccomp"):
        return
    tokens = verb.sent.tokens
    first = tokens[0].i
    if (told := verb.child("ccomp")) is not None and verb.tag in ("VBZ", "VBP", "VBD") and verb.lemma in SAYING and verb.child(*_SUBJECTS) is None:
        after = [c for c in verb.children if c.dep == "dobj" and c.i > verb.i > told.i and tokens[verb.i - first - 1].text == ","]
        if len(after) == 1:
            after[0].dep = "nsubj"  # "Rebels left Gao, says [army]"
            return
    if (own := verb.child(*_SUBJECTS)) is not None:
        left = own.subtree()[0].i - first
        clause = verb.head
        closes = verb.dep in ("conj", "ccomp") and clause.dep == "ROOT" and clause.pos in ("VERB", "AUX") and left > 0 and tokens[left - 1].text == "," and clause.i < own.i < verb.i
        if closes and verb.lemma in SAYING and verb.child("dobj", "ccomp", "xcomp") is None and not any(c.dep == "cc" and c.i > clause.i for c in clause.children):
            _lead_with(verb, clause)  # "forty were killed, the staff [announced] in a communique"
        return
    at = verb.i - first - 1
    if at > 0 and tokens[at].text == ",":
        at -= 1
    phrase = tokens[at] if at > 0 else None
    for _ in range(8):
        if phrase is None or phrase.head is phrase:
            return
        left = phrase.subtree()[0].i - first
        if phrase.dep in ("appos", "conj", "npadvmod", "dep") and phrase.pos in ("NOUN", "PROPN", "PRON") and left > 0 and tokens[left - 1].text == ",":
            inner = phrase.head  # "Algiers, its leader, Moussa": the outermost apposition after a comma is the speaker
            if phrase.dep == "appos" and inner.dep == "appos" and inner.subtree()[0].i > first and tokens[inner.subtree()[0].i - first - 1].text == ",":
                phrase = inner
                continue
            break
        phrase = phrase.head
    else:
        return
    if phrase.i > verb.i:
        return
    phrase.reattach(verb, "nsubj")
    if verb.dep == "conj" and verb.head.i < phrase.i and verb.head.dep == "ROOT":
        _lead_with(verb, verb.head)


def _lead_with(verb: Token, clause: Token) -> None:
    """Make a reporting verb the sentence, and what it was joined to the clause that it reports."""
    verb.become_root()
    if verb.tag == "VBN":
        verb.tag = "VBD"
    subject = verb.child(*_SUBJECTS)
    for child in [c for c in verb.children if subject is not None and c.dep in ("npadvmod", "prep", "advmod") and c.i < subject.i]:
        child.reattach(clause, child.dep)  # "... [today], the ministry said"
    clause.reattach(verb, "ccomp")
