"""Confidence: how likely a record is right, from the evidence found for it.

Reads events; writes their confidence: a logistic score over countable features. The weights are data (confidence.tsv), fitted on sentences of our own by
scripts/fit_confidence.py; "right" means type, actors, recipients, status and sources all are.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path

from reportedly.analysis import Analysis, Draft
from reportedly.coding.grammar.syntax import is_verb
from reportedly.errors import LexiconError
from reportedly.lexicons.loader import read_table

_STRAIGHT = frozenset({"slot subj", "slot obj", "slot by", "slot of", "slot poss"})
FEATURES = (
    "always", "verb", "phrase", "condition", "light verb", "no actor", "no recipient", "many parties", "named party", "straight slot", "borrowed party",
    "future", "demanded", "hypothetical", "denied", "lexicon status", "source", "nested source", "headline", "sentence over 20 words", "sentence over 35 words", "two events", "four events", "long text",
)  # fmt: skip


class Confidence:
    """Give every event a confidence between 0 and 1."""

    reads, writes = ("events", "arguments", "status", "sources"), ("confidence",)

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.weights = weights

    def __call__(self, analysis: Analysis) -> None:
        for draft, found in zip(analysis.events, features(analysis), strict=True):
            score = sum(self.weights.get(name, 0.0) for name in found)
            draft.confidence = round(1 / (1 + math.exp(-score)), 2)


def features(analysis: Analysis) -> list[list[str]]:
    """Return for every event the names of the features it has, all of FEATURES."""
    beside: dict[int, int] = {}
    for draft in analysis.events:
        beside[draft.head.sent.i] = beside.get(draft.head.sent.i, 0) + 1
    return [_features(draft, beside[draft.head.sent.i], len(analysis.sentences) > 4) for draft in analysis.events]


def _features(draft: Draft, events: int, text: bool) -> list[str]:
    rules = {e.rule for e in draft.evidence if e.field in ("actors", "recipients")}
    parties = draft.actors + draft.recipients
    words = len(draft.head.sent.tokens)
    has = {
        "verb": is_verb(draft.head),
        "phrase": len(draft.words) > 1,
        "condition": bool(draft.predicate.conditions),
        "light verb": any(e.field == "status" and e.rule == "light verb" for e in draft.evidence),
        "no actor": not draft.actors,
        "no recipient": not draft.recipients,
        "many parties": len(parties) > 2,
        "named party": any(e.entry is not None for e in parties),
        "straight slot": bool(rules & _STRAIGHT),
        "borrowed party": any(not r.startswith(("slot", "empty")) for r in rules),
        "lexicon status": any(e.field == "status" and e.entry is not None for e in draft.evidence),
        "source": draft.said is not None,
        "nested source": draft.said is not None and draft.said.parent is not None,
        "headline": draft.head.sent.block.kind == "headline",
        "sentence over 20 words": words > 20,
        "sentence over 35 words": words > 35,
        "two events": events > 1,
        "four events": events > 3,
        "long text": text,
    }
    out = ["always", *(name for name, present in has.items() if present)]
    return out if draft.status == "actual" else [*out, draft.status]


def load_confidence(roots: Iterable[Traversable | Path]) -> dict[str, float]:
    """Read confidence.tsv of every root, later ones override; a feature without a weight counts nothing."""
    weights: dict[str, float] = {}
    for root in roots:
        for entry in read_table(root, "confidence.tsv", ("feature", "weight", "note"), required=("feature", "weight")):
            entry.one_of("feature", FEATURES)
            try:
                weights[entry["feature"]] = float(entry["weight"])
            except ValueError as error:
                raise LexiconError(entry.file, entry.line, f"weight: {entry['weight']!r} is no number") from error
    return weights
