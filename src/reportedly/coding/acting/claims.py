"""Claims: whose words a claim, a charge is that is named beside the clause that told of it, and rejected there: "accused Mali of lying, a charge Bamako rejects"; whose orders are not followed. A helper of arguments.py."""

from __future__ import annotations

from reportedly.analysis import Analysis, Draft, Said, Token
from reportedly.coding.grammar.clauses import logical_object
from reportedly.coding.grammar.syntax import prep_objects
from reportedly.lexicons.word_lists import word_list

_CLAIMS = word_list("claims.claims")
_ORDERS = word_list("claims.orders")
_OBEYING = frozenset({"obey", "follow", "heed", "accept", "carry"})
_INTENDING = frozenset({"promises", "threatens", "warns"})


def claimed_before(analysis: Analysis, draft: Draft) -> Said | None:
    """Return the statement whose content is named again, and answered, in a clause about it."""
    verb = draft.head
    while verb.dep == "conj" and verb.head.dep in ("relcl", "acl"):
        verb = verb.head
    if verb.dep not in ("relcl", "acl"):
        return None
    noun = next((t for t in logical_object(draft.head) if t is verb.head), None)
    if noun is None or not _is_beside(noun) or any(c.dep == "poss" or (c.dep == "prep" and c.lower in ("of", "by", "from")) for c in noun.children):
        return None
    named = noun.lemma.lower() in _CLAIMS
    if not named and (draft.type != "ACCUSE" or noun.i in analysis.mention_at or not any(c.lower in ("a", "an") for c in noun.children)):
        return None
    start = noun.subtree()[0].start
    before = [s for s in analysis.statements if noun.sent.tokens[0].start <= s.content[0] < start and (s.cue is None or s.cue[0] < start) and s.speakers and not set(map(id, s.speakers)) & set(map(id, draft.actors))]
    if not named:
        before = [s for s in before if s.stance in _INTENDING]  # "vowed to hold the vote, a step the bloc called illegal"
    return max(before, key=lambda s: s.content[0], default=None)


def orders_disregarded(verb: Token) -> list[Token]:
    """Return the words for whose orders somebody will not follow: "ignored the orders of [the navy]", "refused to obey [the junta]'s orders"."""
    inner = [c for c in verb.children if c.dep == "xcomp" and c.lemma in _OBEYING]
    orders = [t for v in (verb, *inner) for t in logical_object(v) if t.lemma.lower() in _ORDERS]
    return [t for o in orders for t in (*(c for c in o.children if c.dep == "poss"), *(p for slot in ("of", "from", "by") for p in prep_objects(o, slot)))]


def _is_beside(noun: Token) -> bool:
    """Whether a noun stands alone behind a comma or a dash, as the name of what was told."""
    at = noun.subtree()[0].i - noun.sent.tokens[0].i
    return at > 0 and noun.sent.tokens[at - 1].pos == "PUNCT" and noun.dep not in ("nsubj", "nsubjpass") and not any(c.lower in ("the", "this", "that") for c in noun.children)
