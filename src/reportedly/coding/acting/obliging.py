"""Obliging: "The junta must free them", said in a speech that goes on, asks for it; a helper of two_layers.py.

Only where the sentence has no cue of its own, inside a continuing or block quotation. In "'It must go,' he said" the plain saying verb leaves only the
inner act, and so does the own voice of a press statement.
"""

from __future__ import annotations

from reportedly.analysis import Analysis, Draft, Entity, Token
from reportedly.coding.grammar.clauses import surface_subject
from reportedly.coding.grammar.syntax import is_passive
from reportedly.lexicons.predicates import PredicateLexicon
from reportedly.lexicons.word_lists import word_list

_MINDING = word_list("obliging.minding")
_MODE = {"AID": "assist", "CONSULT": "meet"}


def demands(analysis: Analysis, lexicon: PredicateLexicon) -> list[Draft]:
    """Return a request for every act that a speaker says others must do."""
    model = next((p for p in lexicon.by_head.get(("demand", "verb"), ()) if p.type == "REQUEST"), None)
    if model is None:
        return []
    heads = {d.head.i: d for d in analysis.events}
    out = []
    for token in analysis.tokens:
        if token.lower != "must" or token.dep != "aux" or token.i > (verb := token.head).i or any(c.lower == "will" for c in verb.children):
            continue  # "must and will"
        act = _act(verb, heads)
        asked = [] if is_passive(verb) else [e for t in surface_subject(verb) if (m := analysis.mention_at.get(t.i)) is not None and m.kind != "pronoun" for e in m.entities]
        if act is None and (not asked or verb.lemma in _MINDING):
            continue  # "must come to see"
        speakers = _speakers(analysis, token) if asked or is_passive(verb) else []
        if not speakers or set(map(id, asked)) & set(map(id, speakers)):
            continue
        draft = Draft([token], model, "REQUEST", _MODE.get(act.type, "yield") if act is not None else "change", actors=list(speakers), recipients=asked)
        draft.because("type", f"{token.lower}, said of others", token.span, model.entry.at)
        draft.because("actors", "who says it", token.span)
        out.append(draft)
    return out


def _act(verb: Token, heads: dict[int, Draft]) -> Draft | None:
    """Return the act that somebody must do, of its verb, what that governs, or what it is joined to: "must [end] its raids", "must comply and [allow] convoys in"."""
    for token in (verb, *(c for c in verb.children if c.i > verb.i and c.dep in ("dobj", "xcomp", "conj", "advcl"))):
        if token.i in heads and not (token.dep == "conj" and token.child("nsubj") is not None):
            return heads[token.i]
    return None


def _speakers(analysis: Analysis, token: Token) -> list[Entity]:
    """Return who says a sentence that has no cue of its own."""
    around = [s for s in analysis.statements if s.content[0] <= token.start < s.content[1]]
    if not around or any(c.sent is token.sent for s in around for c in s.cue_tokens):
        return []
    said = min(around, key=lambda s: s.content[1] - s.content[0])
    start, end = token.sent.span
    return list(said.speakers) if said.kind == "direct" and said.content[0] <= start + 1 and said.content[1] >= end - 2 else []
