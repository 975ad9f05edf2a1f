"""Light verbs: "[launched] an attack", "[came] under fire": the verb that carries an event noun and lends it its subject and prepositions."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.analysis import Analysis, Token
from reportedly.coding.grammar.clauses import logical_object
from reportedly.coding.grammar.syntax import climb_partitive, conjuncts, first_joined, is_below, is_verb, prep_objects
from reportedly.lexicons.loader import Entry
from reportedly.lexicons.predicates import PredicateLexicon


@dataclass(slots=True)
class Light:
    """The verb that carries an event noun, and what it lends the noun."""

    verb: Token
    role: str  # actor or recipient: what the verb's subject is to the noun
    effect: str
    entry: Entry


class LightVerbs:
    """The light verbs of one article, each found once."""

    def __init__(self, analysis: Analysis, lexicon: PredicateLexicon) -> None:
        self.lexicon = lexicon
        self._light: dict[int, Light | None] = {}
        # "attacks in Oran and in the port of Bejaia, for which the group claimed responsibility": the clause hangs on the nearest noun
        self._for_which = [w.head.head for w in analysis.tokens if w.lower == "which" and w.head.lower == "for" and w.head.head.dep in ("relcl", "advcl")]

    def light_of(self, noun: Token) -> Light | None:
        """Return the light verb that carries a noun, if any."""
        if noun.i not in self._light:
            self._light[noun.i] = self._find_light(noun)
        return self._light[noun.i]

    def _find_light(self, noun: Token) -> Light | None:
        top = climb_partitive(noun)
        first = first_joined(top)
        if first.dep == "pobj" and first.head.head.pos == "NOUN" and (first.head.lower in ("including", "like") or (first.head.lower == "as" and any(c.lower == "such" for c in first.head.children))):
            top = climb_partitive(first.head.head)  # "hosted talks, including a meeting with", "committed crimes such as murder and rape"
        if top.dep in ("dobj", "oprd") and top.head.lemma == "call" and top.head.child("oprd") is not None:
            return None  # "called the strikes an act of terror"
        carriers = _carriers(top) + ([c for c in noun.children if c.dep == "acl"] if top is not noun else [])  # "a series of attacks carried out by them"
        last = conjuncts(first_joined(noun))[-1]
        if last is not noun and any(c.lower == "other" for c in last.children):  # "killings, torture and other forms of terror perpetrated by the army"
            carriers += [v for t in (last, *prep_objects(last, "of")) for v in _carriers(t) if v.dep == "acl"]
        claimed = [c for c in self._for_which if c.sent is top.sent and c.i > top.i and (is_below(c, top) or (c.dep == "advcl" and c.head is top.head))]
        for verb in carriers[1:] + claimed + carriers[:1] if carriers and carriers[0].lemma == "be" else carriers + claimed:
            for rest, entry in self.lexicon.light.get(verb.lemma.lower(), ()):
                if top.dep == "pobj" and verb in (top.head.head, top.head.head.head) and (top.head.lower not in rest or not (top.head.head is verb or top.head.head.lemma in rest)):
                    continue  # "scrapped the tax after protests" lends nothing
                if any(c.dep == "prt" and (c.lower in ("off", "back") or (verb.lemma == "make" and c.lower == "up")) and c.lower not in rest for c in verb.children):
                    continue  # "fought off an attack", "the claims are made up"
                if verb.lemma == "fight" and any(c.dep == "prep" and c.lower == "by" for c in top.children):
                    continue  # "fights an insurgency by Maoists": not its own
                if verb.lemma == "use" and any(c.dep == "prep" and c.lower == "as" for c in (*verb.children, *top.children)):
                    continue  # "used the riots as an excuse"
                if verb.lemma == "raise" and any(c.lower == "the" or c.dep == "poss" for c in top.children):
                    continue  # "raised the arrest of two men": spoke of it
                if verb.lemma in ("call", "declare") and verb.child("oprd") is not None:
                    continue  # "called the strikes a crime", "declared the strike illegal": called for none
                if all(_hangs_below(verb, word) for word in rest):
                    return Light(verb, entry["role"], entry["effect"] or "same", entry)
        return None


def _carriers(top: Token) -> list[Token]:
    """Return the verbs a noun may be the object of: governor, passive participle after it, relative clause."""
    out: list[Token] = []
    if top.dep in ("dobj", "nsubjpass", "attr", "oprd") and is_verb(top.head):
        out.append(top.head)
    elif top.dep == "pobj":
        governor = top.head.head
        if governor.dep in ("dobj", "acomp", "attr", "nsubjpass"):
            governor = governor.head  # "claimed responsibility for the attack", "was responsible for the attack", "responsibility for it was claimed", "is the target of the attack"
        if is_verb(governor):
            out.append(governor)
    for child in top.children:
        if child.dep in ("acl", "relcl") and is_verb(child) and (any(t is top for t in logical_object(child)) or _is_for_which(child)):
            out.append(child)
    if top.dep == "nsubj" and is_verb(top.head):
        out.append(top.head)  # last: "the rally, organised by the opposition, began"
    return out


def _is_for_which(clause: Token) -> bool:
    """Whether a relative clause takes its noun up after a preposition: "the raid for which the militia claimed responsibility"."""
    return any(t.lower == "which" and t.dep == "pobj" for c in clause.children for t in (c.children if c.dep == "prep" else [h for g in c.children for h in g.children]))


def _hangs_below(verb: Token, word: str) -> bool:
    """Whether a further word of a phrase hangs from the verb, at most two steps down."""
    for child in verb.children:
        if child.lower == word or child.lemma.lower() == word:
            return True
        if child.dep in ("prep", "agent", "dobj", "nsubjpass", "prt", "attr", "acomp") and any(g.lower == word or g.lemma.lower() == word for g in child.children):
            return True
    return False
