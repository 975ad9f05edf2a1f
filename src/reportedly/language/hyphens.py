"""Words the model is shown another word for: hyphenated ones that are one word, and short names that it takes for common words."""

from __future__ import annotations

import re

from reportedly.lexicons.word_lists import word_list

# The tokenizer splits at hyphens, and the parser then takes "al", "-", "Sudani" for three subjects. Such names stay whole,
# but for the "'s" of "al-Sudani's", and the model is shown the part it can make sense of ("Akram Sudani", "Secretary", "ceasefire").
_ARTICLE = r"(?:al|el|an|ar|as|ash|at|ad|az|ul|ol)-"
# Ranks whose stop the tokenizer splits off, so that "Brig" becomes a speaker of his own beside "Gen. Dar".
_RANK = r"(?:Brig|Maj|Lt|Lieut|Col|Capt|Cmdr|Comdr|Cdr|Sgt|Cpl|Pvt|Pfc|Spc|Supt|Insp|Det|Amb|Asst|Cllr|Hon|Msgr)\."
# Letters that a script for the radio spells out: "U-N", "V-O-A".
_SPELT = r"[A-Z](?:-[A-Z]){1,4}"
# "counter-offensive" and "re-deployed" are shown without their hyphen, of "gang-raped" the model is shown "raped".
_BEGINNINGS, _COMPOUNDS = word_list("hyphens.joined"), word_list("hyphens.verbs")
_JOINED = rf"(?:{'|'.join(sorted(_BEGINNINGS))}|re-[a-z]{{3}})[a-z]*"
_VERBS = "|".join(sorted(_COMPOUNDS))
_IS_JOINED, COMPOUND_VERB = re.compile(rf"{_JOINED}$", re.I), re.compile(rf"(?:{_VERBS})$", re.I)
WHOLE = re.compile(rf"(?:{_JOINED}|{_VERBS}|{_ARTICLE}[^\W\d_](?:\w|'(?!s?$))*(?:-[^\W\d_]\w*)?|(?:secretary|attorney|director|governor|solicitor)-generals?|co-(?:leader|founder|chair|president|author|pilot|defendant|organi[sz]er|conspirator|worker)s?|co-chair(?:m[ae]n|wom[ae]n)|co-(?:operat|ordinat)[a-z]+|cease-fires?|ex-[a-z]{{3,}}|vice-(?:president|premier|chancellor|minister|admiral)s?|vice-chair(?:m[ae]n|wom[ae]n)?|(?-i:{_RANK})|(?-i:{_SPELT}))$", re.I)


# Acronyms that the model reads as a verb or a pronoun: it is shown a name it knows.
NAMES = {"IS": "Hamas", "WHO": "UNESCO"}
_EMPHATIC = frozenset("it he she this there what here".split())  # "it IS true"


def is_name(word: str, before: str) -> bool:
    """Whether a word in capitals is such an acronym and not a word cried out; ``before``: the word before it."""
    return word in NAMES and before.lower() not in _EMPHATIC and not (len(before) > 1 and before.isupper() and before.isalpha() and before not in ("US", "UN", "EU"))


def shown(word: str) -> str:
    """Return what the model is shown for a word that is kept whole."""
    if word in NAMES:
        return NAMES[word]
    if word.isupper() and re.match(rf"{_SPELT}$", word):
        return word.replace("-", "")
    if re.match(_ARTICLE, word, re.I):
        return word[word.index("-") + 1 :].capitalize()
    if word.endswith("."):
        return "Gen."
    if word[:4].lower() == "co-o" or _IS_JOINED.match(word):
        return word.replace("-", "")  # "co-operate", "co-ordination"
    if COMPOUND_VERB.match(word):
        return word[word.rindex("-") + 1 :]
    if word.lower().startswith(("co-", "ex-")):
        return word[3:]
    if word.lower().startswith("vice-"):
        return word[5:]
    return word.replace("-", "") if word.lower().startswith("cease") else word.split("-", maxsplit=1)[0]
