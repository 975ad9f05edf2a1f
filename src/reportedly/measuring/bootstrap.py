"""Bootstrap: how far a figure would move on other passages of the same kind.

Whole passages are drawn with replacement, as events of one passage stand or fall together; the interval is the middle 95 % of the figure over the draws
(the percentile method of Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13). From few passages it comes out too narrow, so below five
that bear on a figure none is given.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Interval = tuple[float, float]
Floats = NDArray[np.float64]
FEWEST = 5  # passages that must bear on a figure
_DIGITS = 6  # enough for any use, and the same on every machine


def draw(passages: int, *, samples: int, seed: int) -> Floats:
    """Return how often each passage is drawn in each sample: an array [samples, passages], the same for the same arguments."""
    if passages == 0:
        return np.zeros((samples, 0))
    chosen = np.random.default_rng(seed).integers(passages, size=(samples, passages))
    return np.stack([np.bincount(row, minlength=passages) for row in chosen]).astype(float) if samples else np.zeros((0, passages))


def figure(value: float) -> float | None:
    """Return a figure rounded to six digits, None when it is not a number."""
    return None if np.isnan(value) else round(float(value), _DIGITS)


def interval(values: Floats, *, passages: int) -> Interval | None:
    """Return the 2.5th and 97.5th percentile of a figure over the samples in which it is defined.

    None when fewer than five ``passages`` bear on it, or it is defined in fewer than half of the samples.
    """
    defined = values[~np.isnan(values)]
    if passages < FEWEST or len(values) == 0 or 2 * len(defined) < len(values):
        return None
    low, high = np.percentile(defined, (2.5, 97.5))
    return round(float(low), _DIGITS), round(float(high), _DIGITS)


def ratio(over: Floats, under: Floats) -> Floats:
    """Return a quotient, not a number where the divisor is 0."""
    found = np.full(np.broadcast_shapes(over.shape, under.shape), np.nan)
    np.divide(over, under, out=found, where=under != 0)
    return found
