"""Walking back: through the mentions before one, for pronouns and descriptions; the likeliest first by where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.analysis import Analysis, Mention, Sentence, Token
from reportedly.coding.grammar.syntax import climb_partitive

WINDOW = 3  # sentences a pronoun looks back
FAR = 30  # sentences a description looks back
CLAUSES = 5  # clauses above a word's own that are looked at


def walk_back(analysis: Analysis, mention: Mention, sentences: int = FAR) -> Iterator[Mention]:
    """Yield the mentions before one, nearest sentence first; inside a sentence subjects first (of earlier sentences the main one), then the nearest."""
    here = mention.head.sent
    if here.block.kind != "dateline":
        yield from sorted((m for m in here.mentions if m.first < mention.first and m.entities), key=lambda m: (_is_in_participle(m.head), not is_subject(m.head), -m.first))
    for i in range(here.i - 1, max(-1, here.i - sentences - 1), -1):
        kind = analysis.sentences[i].block.kind
        if kind != "dateline" and not (kind == "label" and mention.kind == "pronoun"):
            yield from (m for m in _in_order(analysis.sentences[i]) if m.entities)


def _in_order(sentence: Sentence) -> list[Mention]:
    """Return the mentions of an earlier sentence as they are walked through; worked out once, as long as none is added."""
    if len(sentence.walked) != len(sentence.mentions):
        sentence.walked = sorted(sentence.mentions, key=lambda m: (not is_main_subject(m.head), not is_subject(m.head), is_in_relative(m.head) or _is_set_beside(m.head), -m.first))
    return sentence.walked


def is_subject(token: Token) -> bool:
    """Whether a word is what a clause says something of, in apposition, joined or as the doer of a passive too."""
    while token.dep in ("appos", "conj", "compound") and token.head is not token:
        token = token.head
    token = climb_partitive(token) if token.dep == "pobj" else token
    return token.dep in ("nsubj", "nsubjpass", "csubj") or (token.dep == "pobj" and token.head.dep == "agent")


def is_main_subject(token: Token) -> bool:
    """Whether a token is what its whole sentence is about, not a clause of it."""
    while token.dep == "compound":
        token = token.head
    token = climb_partitive(token) if token.dep == "pobj" else token  # "Hundreds of [workers] marched"
    return token.dep in ("nsubj", "nsubjpass") and token.head.dep == "ROOT"


def _is_set_beside(token: Token) -> bool:
    """Whether a word is the subject of a clause that only says when or why what is told of happened: "said gunmen burned a school before [soldiers] came"."""
    return token.dep in ("nsubj", "nsubjpass") and token.head.dep == "advcl" and token.head.head.dep == "ccomp"


def _is_in_participle(token: Token) -> bool:
    """Whether a word is the doer in a participle that only says which thing is meant: "a firm owned by [his brother]"."""
    return token.dep == "pobj" and token.head.dep == "agent" and token.head.head.dep == "acl"


def is_in_relative(token: Token) -> bool:
    """Whether a word stands in a clause that only says who another is: "seized Omar, one of those who had captured [Idris]"."""
    for _ in range(CLAUSES):
        if token.dep == "relcl":
            return True
        if token.head is token:
            break
        token = token.head
    return False
