"""Measuring: how well records agree with passages coded by hand, or two coders with each other.

>>> from reportedly.measuring import evaluate, load_compared
>>> loaded = load_compared("gold.jsonl", "coded.jsonl")  # doctest: +SKIP
>>> evaluate(loaded.compared).scores[0].f1  # doctest: +SKIP
0.8
"""

from __future__ import annotations

from reportedly.measuring.causes import Causes
from reportedly.measuring.codings import Compared, compare
from reportedly.measuring.evaluation import Evaluation, evaluate
from reportedly.measuring.gold import Gold, decode_gold
from reportedly.measuring.loading import Loaded, load_compared

__all__ = ["Causes", "Compared", "Evaluation", "Gold", "Loaded", "compare", "decode_gold", "evaluate", "load_compared"]
