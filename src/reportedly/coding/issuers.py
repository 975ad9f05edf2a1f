"""Issuers: "the statement said" is said by the body that issued the statement told of just before."""

from __future__ import annotations

from reportedly.analysis import Analysis, Entity, Token
from reportedly.coding.syntax import is_definite, is_verb, noun_doer, surface_subject

_ISSUED = frozenset({"statement", "communique", "communiqu\u00e9", "release", "bulletin"})
_BACK = 3  # sentences


def name_issuers(analysis: Analysis) -> None:
    """Give statements whose speaker is only a statement the body that made it."""
    for said in analysis.statements:
        if len(said.speakers) != 1 or not said.speaker_spans:
            continue
        text = analysis.token_at(said.speaker_spans[0][1] - 1)
        if text is None or text.lemma.lower() not in _ISSUED or not is_definite(text) or any(c.dep in ("poss", "compound", "prep", "acl", "relcl", "amod") for c in text.children):
            continue
        if (body := _issuer(analysis, text)) is not None:
            said.speakers = [body]


def _issuer(analysis: Analysis, text: Token) -> Entity | None:
    here = text.sent.i
    for i in range(here, max(-1, here - _BACK - 1), -1):
        for token in reversed(analysis.sentences[i].tokens):
            if token.i >= text.i or token.lemma.lower() not in _ISSUED:
                continue
            if (found := _doer(analysis, token)) is not None:
                return found
    return None


def _doer(analysis: Analysis, text: Token) -> Entity | None:
    """Return who issued a text: "issued a statement", "said in a statement", "a statement by the ministry"."""
    verb = text.head.head if text.dep == "pobj" else text.head
    doers = noun_doer(text) or (surface_subject(verb) if is_verb(verb) else [])
    mentions = (analysis.mention_at.get(t.i) for t in doers)
    return next((m.entities[0] for m in mentions if m is not None and m.entities), None)
