"""Recalling: a definite event noun without parties of its own names an act told before: "the deal", "yesterday's attack".

Reads events and their arguments; writes the arguments of such nouns from the nearest earlier mention of the same type.
"""

from __future__ import annotations

from reportedly.analysis import Analysis, Draft
from reportedly.coding.syntax import climb_partitive, is_definite, is_verb

_ANY_FORCE = frozenset("attack assault strike raid operation offensive blast explosion killing incident violence".split())  # "the raid" may be any act of force told before
_BLOWS = _ANY_FORCE | frozenset("bomb bombing shell shelling ambush airstrike bombardment massacre".split())  # of which such a noun speaks again; not of a war, nor of losses
_BACK = 6  # sentences such a noun looks back


class Recalling:
    """Give definite event nouns the parties of the act they go back to."""

    reads, writes = ("events", "arguments", "status", "times"), ("recalled",)

    def __call__(self, analysis: Analysis) -> None:
        days = {offset for time in analysis.times for offset in range(*time.span)}
        for n, draft in enumerate(analysis.events):
            if is_verb(draft.head) or draft.head.pos == "ADJ" or not _is_definite(draft, days):
                continue
            if (earlier := _earlier(draft, analysis.events[:n])) is None:
                continue
            for field in ("actors", "recipients"):
                if not getattr(draft, field) and (found := getattr(earlier, field)) and not set(map(id, found)) & set(map(id, draft.actors + draft.recipients)):
                    setattr(draft, field, list(found))
                    draft.evidence = [e for e in draft.evidence if not (e.field == field and e.rule.startswith("empty"))]
                    draft.because(field, f"the {earlier.head.text} told before", earlier.head.span)


def _is_definite(draft: Draft, days: set[int]) -> bool:
    """Whether a noun goes back to something told: "the", "this", or a day's possessive ("Sunday's"), and nothing that says which other one it is."""
    if draft.head.tag == "NNS" or draft.head.dep == "conj":
        return False  # "the attacks" may be all there were
    owners = [c for c in draft.head.children if c.dep == "poss"]
    if owners:
        return all(c.start in days for c in owners)
    return is_definite(climb_partitive(draft.head)) and not any(c.dep in ("prep", "relcl", "acl") and c.lower in ("of", "on", "against", "between", "by", "with") for c in draft.head.children)


def _earlier(draft: Draft, before: list[Draft]) -> Draft | None:
    """Return the nearest earlier mention with parties: the same noun first, then, for a general word of force, any act of force."""
    near = [d for d in before if 0 < draft.head.sent.i - d.head.sent.i <= _BACK and d.type == draft.type and (d.actors or d.recipients) and d.status in ("actual", draft.status)]
    near = [d for d in near if not (draft.actors and d.actors and not set(map(id, d.actors)) & set(map(id, draft.actors)))]
    near = [d for d in near if not (draft.recipients and d.recipients and not set(map(id, d.recipients)) & set(map(id, draft.recipients)))]
    same = [d for d in near if d.head.lemma.lower() == draft.head.lemma.lower()]
    found = same or ([d for d in near if d.head.lemma.lower() in _BLOWS] if draft.type == "ASSAULT" and draft.head.lemma.lower() in _ANY_FORCE else [])
    return found[-1] if found else None
