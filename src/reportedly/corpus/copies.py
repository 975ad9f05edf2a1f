"""Copies: articles that carry one text, whatever headline, place line or last paragraph an outlet changed.

MinHash bands find what may be a copy without comparing everything; the shared runs of words decide.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from zlib import crc32

RUN = 4  # words in a run that is compared
BANDS, ROWS = 24, 4
SHARED = 0.8  # share of the shorter text's runs that stand in the longer one
LENGTHS = 0.4  # and how much shorter it may be
FEWEST = 12  # runs; shorter texts are copies only when equal
_WORD = re.compile(r"[^\W_]+")


def shingles(text: str) -> array[int]:
    """Return the sorted hashes of a text's runs of words, without its first line, which outlets write anew."""
    _, line_end, body = text.strip().partition("\n")
    words = _WORD.findall((body if line_end else text).casefold())
    return array("I", sorted({crc32(" ".join(words[i : i + RUN]).encode()) for i in range(max(1, len(words) - RUN + 1))}))


def bands(runs: Sequence[int]) -> list[bytes]:
    """Return one key a band; two texts that share most of their runs share a key with near certainty."""
    from rensa import RMinHash

    minhash = RMinHash(num_perm=BANDS * ROWS, seed=1)
    minhash.update([str(run) for run in runs])
    digest = minhash.digest()
    return [bytes([band]) + array("Q", digest[band * ROWS : (band + 1) * ROWS]).tobytes() for band in range(BANDS)]


def are_copies(ones: Sequence[int], others: Sequence[int]) -> bool:
    """Whether two texts, given by their runs, are copies of one."""
    few, many = sorted((set(ones), set(others)), key=len)
    if len(few) < FEWEST:
        return few == many
    return len(few) >= LENGTHS * len(many) and len(few & many) >= SHARED * len(few)
