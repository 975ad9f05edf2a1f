"""No party: what fills a slot of an event noun and is its weapon, its place or its occasion, and nobody who does it or whom it befalls."""

from __future__ import annotations

from reportedly.analysis import Analysis, Draft, Token
from reportedly.coding.acting.elsewhere import SUFFERED, is_one_person
from reportedly.coding.acting.parties import BEFORE_NOUN, CONDUCT
from reportedly.coding.grammar.slots import Slots
from reportedly.coding.repairs.brackets import BODY_WORDS

_UNITS = frozenset({"army", "commando"})
_AT_PLACES = frozenset({"massacre", "pogrom", "siege", "shooting", "bombing"})  # called after where they were
_MEDIA_SPACES = frozenset({"website"})


def is_no_party_of_noun(analysis: Analysis, draft: Draft, token: Token, slots: Slots, slot: str, field: str) -> bool:
    """Whether what fills a slot of a noun is its weapon, its place or its victim, and not who is asked for."""
    if token in draft.words and not (slot == "comp" and field == "actors" and (named := analysis.mention_at.get(token.i)) is not None and (named.sector == "COP" or token.lemma in _UNITS)):
        return True  # the "drone" of "drone strike"; but the "police" of "police raid"
    if slot == "comp" and token.pos == "PROPN" and (draft.head.lemma in _AT_PLACES or slots.kinds.is_settlement(token)) and (named := analysis.mention_at.get(token.i)) is not None and named.kind == "name" and named.entry is None and not named.sector and token.lower not in BODY_WORDS:
        return True  # "the Kolda massacre": where it was
    if slot == "comp" and field == "actors" and draft.type == "PROTEST" and draft.mode != "boycott" and (named := analysis.mention_at.get(token.i)) is not None and named.kind == "name" and (is_one_person(analysis, token) or (named.sector == "GOV" and named.rule in ("lexicon-name", "lexicon-capital"))):
        return True  # "the Honduras protests", "the Morton rallies": where, or for whom
    if slot == "into" and field == "recipients" and draft.mode == "investigate" and token.i not in analysis.mention_at and token.lemma.lower() not in CONDUCT:
        return True  # "an inquiry into the Lomé arrests", "into its deployment"
    if slot in ("comp", "poss") and field == "actors" and draft.mode != "resign" and draft.head.lemma in SUFFERED and is_one_person(analysis, token):
        return True  # "the Morton shooting": whom it befell
    if slot == "on" and field == "recipients" and draft.head.dep == "dobj" and slots.kinds.is_of(token, _MEDIA_SPACES) and (not slots.kinds.is_of(token, BEFORE_NOUN) or any(c.tag == "PRP$" for c in token.children)):
        return True  # "claimed the attack on its Telegram channel"
    return slot == "at" and token.pos == "PROPN" and (named := analysis.mention_at.get(token.i)) is not None and named.kind == "name" and named.entry is None and not named.person  # "an ambush at Temera": where it was
