"""Hyphenated words that are one word, and what the model is shown for them."""

from __future__ import annotations

import re

# The tokenizer splits at hyphens, and the parser then takes "al", "-", "Sudani" for three subjects. Such names stay whole,
# and the model is shown the part it can make sense of ("Akram Sudani", "Secretary", "ceasefire").
_ARTICLE = r"(?:al|el|an|ar|as|ash|at|ad|az|ul|ol)-"
# Ranks whose stop the tokenizer splits off, so that "Brig" becomes a speaker of his own beside "Gen. Dar".
_RANK = r"(?:Brig|Maj|Lt|Lieut|Col|Capt|Cmdr|Comdr|Cdr|Sgt|Cpl|Pvt|Pfc|Spc|Supt|Insp|Det|Amb|Asst|Cllr|Hon|Msgr)\."
WHOLE = re.compile(rf"(?:{_ARTICLE}[^\W\d_][\w']*(?:-[^\W\d_]\w*)?|(?:secretary|attorney|director|governor|solicitor)-generals?|cease-fires?|(?-i:{_RANK}))$", re.I)


def is_whole(word: str) -> bool:
    """Whether the model is shown another word for one: a name with a hyphen, a rank cut short, "IS", which it takes for a verb."""
    return word == "IS" or (("-" in word or word.endswith(".")) and WHOLE.match(word) is not None)


def shown(word: str) -> str:
    """Return what the model is shown for a word that is kept whole."""
    if re.match(_ARTICLE, word, re.I):
        return word[word.index("-") + 1 :].capitalize()
    if word == "IS":
        return "ISIS"
    if word.endswith("."):
        return "Gen."
    return word.replace("-", "") if word.lower().startswith("cease") else word.split("-", maxsplit=1)[0]
