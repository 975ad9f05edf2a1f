"""Hyphenated words that are one word, and what the model is shown for them."""

from __future__ import annotations

import re

# The tokenizer splits at hyphens, and the parser then takes "al", "-", "Sudani" for three subjects. Such names stay whole,
# and the model is shown the part it can make sense of ("Akram Sudani", "Secretary", "ceasefire").
_ARTICLE = r"(?:al|el|an|ar|as|ash|at|ad|az|ul|ol)-"
WHOLE = re.compile(rf"(?:{_ARTICLE}[^\W\d_][\w']*(?:-[^\W\d_]\w*)?|(?:secretary|attorney|director|governor|solicitor)-generals?|cease-fires?)$", re.I)


def shown(word: str) -> str:
    """Return what the model is shown for a word that is kept whole."""
    if re.match(_ARTICLE, word, re.I):
        return word[word.index("-") + 1 :].capitalize()
    return word.replace("-", "") if word.lower().startswith("cease") else word.split("-", maxsplit=1)[0]
