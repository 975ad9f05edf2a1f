"""The base form of a word, where the model's rules cut too much or know none."""

from __future__ import annotations

PLURALS = {"taxes": "tax", "bases": "base", "graves": "grave", "doses": "dose", "axes": "axe", "attachés": "attaché", "chargés": "chargé", "communiqués": "communiqué", "émigrés": "émigré"}  # which the model knows by no lemma or another
IRREGULAR = {"stole": "steal", "stolen": "steal", "retook": "retake", "retaken": "retake", "overran": "overrun", "overthrew": "overthrow", "overthrown": "overthrow", "slew": "slay",
              "slain": "slay", "strove": "strive", "forbade": "forbid", "forbidden": "forbid", "withdrew": "withdraw", "withdrawn": "withdraw", "fled": "flee", "fought": "fight", "sought": "seek", "forgave": "forgive", "forgiven": "forgive", "forsook": "forsake", "axed": "axe", "wound": "wound", "unfroze": "unfreeze", "unfrozen": "unfreeze", "froze": "freeze", "struck": "strike", "threw": "throw", "took": "take", "shook": "shake", "swore": "swear", "drove": "drive", "gave": "give"}  # fmt: skip


def doubles(verb: str) -> bool:
    """Whether a verb of one syllable doubles its last letter before "-ed" and takes "-s": "raped" and "rapes" are no forms of "rap"."""
    return len(verb) > 2 and verb[-1] not in "aeiouwxy" and verb[-2] in "aeiou" and all(c not in "aeiou" for c in verb[:-2])


_HISSING = ("ses", "xes", "zes", "ches", "shes", "oes")  # where "-es" is added, not "-s"


def present_stems(word: str) -> tuple[str, ...]:
    """Return the base forms that a verb in the present may have: "vows", "crosses", "denies"."""
    shorter = word[:-3] + "y" if word.endswith("ies") else word[:-2] if word.endswith(_HISSING) else word
    return word, word.removesuffix("s"), shorter


def stems(word: str) -> list[str]:
    """Return the base forms that a verb in "-ing" or "-ed" may have: "voicing", "planned"."""
    stem = word.removesuffix("ing").removesuffix("ed")
    return [v for v in (stem, stem + "e", stem[:-1]) if v]
