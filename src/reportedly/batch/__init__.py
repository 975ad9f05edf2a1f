"""Many articles in one run: the inputs and what of them is done, the pace, a corpus kept current, and the same step on a cluster."""

from __future__ import annotations
