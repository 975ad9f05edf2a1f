"""Days ahead: a present tense beside a day to come tells what will be done: "flies to Moroni tomorrow", "the court rules on Friday"."""

from __future__ import annotations

from reportedly.analysis import Analysis
from reportedly.coding.calendar.time_tense import expression_head
from reportedly.coding.grammar.syntax import is_verb

DAY_AHEAD = "a day to come"
_LIMITS = frozenset({"until", "till", "by", "before", "since", "for", "from"})  # up to which something is so now


def dated_ahead(analysis: Analysis) -> set[int]:
    """Return the verbs in the simple present on which a day after that of publication hangs."""
    published, found = analysis.article.published, set[int]()
    for time in analysis.times:
        if published is None or time.start is None or time.start <= published:
            continue
        first, last = analysis.token_at(time.span[0]), analysis.token_at(time.span[1] - 1)
        if first is None or last is None:
            continue
        token = expression_head(analysis, first.i, last.i)
        token = token.head if token.dep == "pobj" else token
        verb = token.head
        if any(c.lower in ("every", "each") for t in analysis.tokens[first.i : last.i + 1] for c in t.children):
            continue  # "meets them every Friday"
        if token.dep in ("prep", "npadvmod", "advmod") and token.lower not in _LIMITS and is_verb(verb) and (verb.tag == "VBZ" or (verb.tag == "VBP" and verb.lower == verb.lemma)) and verb.child("aux", "auxpass") is None:
            found.add(verb.i)
    return found
