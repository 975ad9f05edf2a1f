"""Pictures of a corpus: each a function from rows of its tables to an HTML fragment, an SVG or a table, with the same figures as text below it.

Colour never carries anything alone: what differs is also told by shape, pattern or word.
"""

from __future__ import annotations
