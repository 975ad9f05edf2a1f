"""Borne out: what the rest of a sentence says became of an act that somebody announced, promised or was to do.

Then the article tells of it in its own voice, whoever spoke of it before: "the strike called by the miners began", "was to withdraw but did not do so".
"""

from __future__ import annotations

import re

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import climb_partitive, is_definite, is_verb
from reportedly.lexicons.word_lists import word_list

LEFT_UNDONE = "left undone"
_HARMING = word_list("borne_out.harming")
_IMPOSING = frozenset({"impose", "adopt", "enact", "perpetrate", "commit", "launch", "lodge", "submit"})
_LODGING = frozenset({"lodge", "submit"})
_HAPPENING = word_list("borne_out.happening")
_CARRYING = word_list("borne_out.carrying")
_UNDONE = re.compile(
    r"(?:but|yet|and|;) (?:, [^.;]{3,50} , )?(?:(?:it|they|he|she) )?(?:(?:later|then|still|so far|ultimately|eventually) )?"
    r"(?:(?:fail|failed|fails|decline|declined|refused|refuses|neglected|has failed|have failed|had failed|was unable|were unable) to do (?:so|it)"
    r"|(?:did|does|do|has|have|had) (?:not|n't|never|n\u2019t)(?: yet)?(?: (?:do|done) (?:so|it))? [.,;]"
    r"|never (?:did|has|have|had)(?: (?:so|it|done so))? [.,;])"
)


def is_borne_out(noun: Token) -> bool:
    """Whether a noun is subject of a verb that says that the act took place, or did not: "the talks proposed by Oslo [began]", "were never [held]", or what somebody carried out."""
    top = climb_partitive(noun)
    verb = top.head
    if not is_verb(verb) or (verb.tag == "VB" and not any(c.dep == "aux" and c.tag == "MD" for c in verb.children)):
        return False
    if top.dep == "dobj":
        return verb.lemma in _CARRYING and verb.tag in ("VBD", "VBZ", "VBP", "VBG")  # "carried out a planned operation"
    if top.dep == "nsubjpass":
        return verb.lemma in _CARRYING
    return top.dep == "nsubj" and (verb.lemma in _HAPPENING or (verb.lemma in ("take", "come", "go") and any(c.lower in ("place", "effect", "ahead", "into") for c in verb.children)))


def is_told_of(noun: Token) -> bool:
    """Whether what a clause tells of a noun shows that the act took place, whatever stands above: "images for a strike [which destroyed] it", "comply with the embargo [imposed] by the council"."""
    for clause in noun.children:
        if clause.dep == "relcl" and clause.tag == "VBD" and not any(c.dep in ("aux", "neg") for c in clause.children):
            subject = clause.child("nsubj")
            if subject is not None and subject.lower in ("which", "that") and subject.i == noun.i + 1 and clause.lemma in _HARMING:
                return True
        if clause.dep == "acl" and clause.tag == "VBN" and clause.lemma in _IMPOSING and clause.child("agent") is not None and (is_definite(noun) or clause.lemma in _LODGING) and not any(c.tag == "TO" for c in clause.children):
            return True
    return False


def is_left_undone(verb: Token) -> bool:
    """Whether the end of the sentence says that what somebody was to do was not done: "was to free them by May [but never did]"."""
    tokens = verb.sent.tokens
    if not any(c.tag in ("TO", "MD") for c in verb.children):
        return False
    last = next((t.i for t in reversed(tokens) if t.i > verb.i and t.lower in ("so", "it", "not", "n't", "n\u2019t", "did", "has", "have", "had")), None)
    if last is None or len(tokens) - (last - tokens[0].i) > 14:
        return False
    return _UNDONE.search(" ".join(t.lower for t in tokens if t.i > verb.i)) is not None
