"""Condemned: whom a condemnation of a deed is against, where its own words do not say who did it.

Reads events with their parties, once definite nouns have got theirs; for recalling.py.
"""

from __future__ import annotations

from reportedly.analysis import Draft, Entity, Token
from reportedly.coding.acting.taken_up import is_same_word
from reportedly.coding.grammar.clauses import logical_object
from reportedly.coding.grammar.syntax import is_definite, is_verb
from reportedly.lexicons.word_lists import word_list

_DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
_WRONGS = word_list("condemned.wrongs")  # "these violations": whatever was done just before
_TOLD_APART = word_list("condemned.told_apart")
_NAMING = frozenset({"of", "on", "against"})
_SAYING_WHOSE = frozenset({"by", "from", "between", "among"})
_BACK = 6  # sentences a bare noun looks back
_FAR = 20  # sentences the same word, or another condemnation, looks back


def lend_condemned(outer: Draft, before: list[Draft], events: list[Draft]) -> None:
    """Give a condemnation without an addressee whoever did such a deed, or is condemned for one, before: "called the arrests arbitrary and condemned the detentions"."""
    if outer.type != "ACCUSE" or outer.mode != "disapprove" or outer.recipients or not outer.predicate.recipient or not is_verb(outer.head):
        return
    said = next(iter(logical_object(outer.head)), None)
    if said is None or any(c.dep == "poss" and c.ent is None for c in said.children) or any(c.dep in ("relcl", "acl") or (c.dep == "prep" and c.lower in _SAYING_WHOSE) for c in said.children):
        return
    deed = next((d for d in events if d.head is said), None)
    if deed is None and said.lemma.lower() not in _WRONGS:
        return
    near = [d for d in before if 0 <= outer.head.sent.i - d.head.sent.i <= _FAR]
    told = _told(outer, said, deed, near) or _condemned_before(outer, said, deed, near, events)
    if told is not None:
        outer.lend("recipients", told[1], f"doer of the {told[0].head.text} told before", told[0].head.span)


def _told(outer: Draft, said: Token, deed: Draft | None, before: list[Draft]) -> tuple[Draft, list[Entity]] | None:
    """Return the deed told before that is meant, with its doers: one of the same word, of the same sufferer, or, for a bare noun, the last of its kind."""
    if not is_definite(said):
        return None
    done = [d for d in before if d.type in _DEEDS and d.status not in ("demanded", "denied") and (deed is None or d.type == deed.type or d.type in ("ASSAULT", "COERCE")) and (deed is None or d.head is not said) and d.head.i < outer.head.i]
    fit = [(d, who) for d in reversed(done) if (who := _others(d.actors, outer, deed))]
    named = [c for c in said.children if c.dep == "prep" and c.lower in _NAMING]
    same = next((p for p in fit if deed is not None and p[0].type == deed.type and is_same_word(p[0].head.lemma.lower(), deed.head.lemma.lower())), None)
    if same is not None:
        return same
    if deed is not None and (named or said.lemma.lower() in _TOLD_APART):
        hurt = set(map(id, deed.recipients))
        return next((p for p in fit if hurt & set(map(id, p[0].recipients))), None)
    near = [p for p in fit if outer.head.sent.i - p[0].head.sent.i <= _BACK and p[0].status == "actual" and (deed is None or p[0].type == deed.type)]
    if len(near) > 1 and said.tag == "NNS" and not set(map(id, near[0][1])) & set(map(id, near[1][1])) and near[0][0].head.sent.i - near[1][0].head.sent.i <= 1:
        return None  # "Rebels shelled Goma. The army burned a village. Kenya condemned the attacks.": whose is not said
    return next(iter(near), None)


def _condemned_before(outer: Draft, said: Token, deed: Draft | None, before: list[Draft], events: list[Draft]) -> tuple[Draft, list[Entity]] | None:
    """Return an earlier condemnation for a deed of the same type, with whom it is against."""
    if deed is None:
        return None
    by_head = {d.head.i: d for d in events}
    for other in reversed(before):
        if other.type == "ACCUSE" and other.mode == "disapprove" and other.head.i < outer.head.i and is_verb(other.head) and (who := _others(other.recipients, outer, deed)) and any((first := by_head.get(t.i)) is not None and first.type == deed.type for t in logical_object(other.head)):
            return other, who
    return None


def _others(parties: list[Entity], outer: Draft, deed: Draft | None) -> list[Entity]:
    """Return those of some who neither condemn nor suffer the deed; nobody where one of them does."""
    own = [*outer.actors, *(deed.recipients if deed is not None else ())]
    return [] if any(e in own for e in parties) else list(parties)
