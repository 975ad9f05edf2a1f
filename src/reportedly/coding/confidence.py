"""Confidence: how likely a record is right, from the evidence found for it.

Reads events; writes their confidence. A logistic score over a few countable features; its weights are meant to be calibrated on gold.
"""

from __future__ import annotations

import math

from reportedly.analysis import Analysis, Draft
from reportedly.coding.syntax import is_verb

_BIAS = 0.1
_WEIGHTS = {
    "verb": 0.4,
    "phrase": 0.5,  # a multi-word trigger
    "condition": 0.3,  # a lexicon line with conditions that hold
    "actor": 0.5,
    "recipient": 0.5,
    "named": 0.3,  # a party the lexicon knows
    "source": 0.1,
    "long sentence": -0.5,
    "headline": -0.2,
}


class Confidence:
    """Give every event a confidence between 0 and 1."""

    reads, writes = ("events", "arguments", "status", "sources"), ("confidence",)

    def __call__(self, analysis: Analysis) -> None:
        for draft in analysis.events:
            score = _BIAS + sum(_WEIGHTS[name] for name, present in features(draft).items() if present)
            draft.confidence = round(1 / (1 + math.exp(-score)), 2)


def features(draft: Draft) -> dict[str, bool]:
    """Return the evidence that bears on an event's confidence."""
    return {
        "verb": is_verb(draft.head),
        "phrase": len(draft.words) > 1,
        "condition": bool(draft.predicate.conditions),
        "actor": bool(draft.actors),
        "recipient": bool(draft.recipients),
        "named": any(e.entry is not None for e in draft.actors + draft.recipients),
        "source": draft.said is not None,
        "long sentence": len(draft.head.sent.tokens) > 40,
        "headline": draft.head.sent.block.kind == "headline",
    }
