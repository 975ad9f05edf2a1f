"""Argument slots: which words fill "subj", "on" or "between" of a predicate, whatever the construction.

The slot names are those of the predicate lexicon (lexicons/data/README.md). Here are the slots of verbs and the conditions of lexicon lines; those of event
nouns are in noun_slots.py (a noun reached through a light verb, "launched an attack on", has the verb's subject as its doer and the verb's prepositions beside
its own: light_verbs.py), the shapes of phrases in slot_shapes.py, what a noun denotes in kinds.py.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.analysis import Analysis, Token
from reportedly.coding.grammar.clauses import logical_object, logical_subject, surface_subject
from reportedly.coding.grammar.companions import companions, victims_beside
from reportedly.coding.grammar.kinds import ARMED, Kinds
from reportedly.coding.grammar.light_verbs import Light, LightVerbs
from reportedly.coding.grammar.noun_slots import NounSlots
from reportedly.coding.grammar.slot_shapes import (
    COMPOUND,
    NO_PARTICLES,
    clause_subject,
    has_clause,
    is_absent,
    modifiers,
    particle_objects,
    phrases_below,
    receivers,
    second_side,
    thing_given,
    verb_prep,
)
from reportedly.coding.grammar.syntax import conjuncts, counted, is_negated, is_passive, is_verb, prep_objects
from reportedly.lexicons.predicates import Condition, PredicateLexicon
from reportedly.lexicons.word_lists import word_list

_WHEN = frozenset({"when", "after", "as", "while"})
_CURBS = frozenset({"restriction"})
_PEOPLE = frozenset({"person", "civilian", "actor", "fighter"})
_LEAVING = word_list("departures")
_TEXTS = word_list("slots.texts")


class Slots:
    """Fill slots and test conditions for one article."""

    def __init__(self, analysis: Analysis, lexicon: PredicateLexicon) -> None:
        self.analysis, self.lexicon = analysis, lexicon
        self.kinds = Kinds(analysis, lexicon)
        self.light_of = LightVerbs(analysis, lexicon).light_of
        self._nouns = NounSlots(analysis, lexicon, self.kinds)

    def fill(self, head: Token, slot: str, *, noun: bool, light: Light | None = None, words: Sequence[Token] = ()) -> list[Token]:
        """Return the head tokens of the words in a slot of a predicate's head token; ``words`` are the further words of its phrase."""
        if slot == "csubj":
            return clause_subject(head) or next((found for w in words if (found := clause_subject(w))), [])
        if slot == "neg":
            return [head] if is_negated(head) else []
        if slot == "both":
            found = surface_subject(head)
            return found if len(found) > 1 or any(t.tag in ("NNS", "NNPS") for t in found) else []
        if slot == "joint":
            return found if len(found := surface_subject(head)) > 1 else []
        if slot == "mark":
            return [g for c in head.children if c.dep == "ccomp" for g in c.children if g.dep == "mark"]
        if noun:
            return self._nouns.fill(head, slot, light) or next((found for w in words if (found := prep_objects(w, slot))), [])
        return self._fill_verb(head, slot, words)

    def _fill_verb(self, head: Token, slot: str, words: Sequence[Token]) -> list[Token]:
        if slot == "subj":
            return self._verb_subject(head, words)
        if slot == "above":  # "an [attempt] to displace them", "a pact [aimed] at ending the war"
            if head.dep == "pcomp":
                return [head.head.head]
            return [head.head] if head.dep in ("acl", "xcomp", "advcl") and any(c.tag == "TO" for c in head.children) else []
        if slot == "obj":
            return _verb_object(head, words)
        if slot == "iobj":
            return receivers(self.analysis, head)
        if slot == "between" and len(sides := prep_objects(head, slot)) == 1 and (other := second_side(sides[0])):
            return [*sides, *other]
        if slot == "owner":  # "our thoughts are with the families"
            return [t for s in surface_subject(head)[:1] for c in s.children if c.dep == "poss" for t in conjuncts(c)]
        if slot in ("poss", "comp") and (inside := [w for w in words if w.dep == "pobj"]):  # "fell into rebel hands", "came under their control"
            return [m for w in inside for m in (modifiers(self.analysis, self.lexicon, w) if slot == "comp" else [t for c in w.children if c.dep == "poss" for t in conjuncts(c)])]
        if slot == "poss":  # "scrapped the state's law", "the state's offensive ended"
            return [t for o in (logical_object(head) or [t for t in surface_subject(head) if t.i not in self.analysis.mention_at])[:1] for c in o.children if c.dep == "poss" for t in conjuncts(c)]
        if slot == "comp":  # "struck rebel targets"
            return [m for o in logical_object(head)[:1] for m in modifiers(self.analysis, self.lexicon, o)]
        if slot == "oprd":  # "called him a liar", "denounced him as a liar"
            return [t for c in head.children if c.dep in ("oprd", "attr", "acomp") or (c.dep == "dobj" and is_passive(head)) for t in conjuncts(c)] + [g for n in (head, *(c for c in head.children if c.dep == "dobj")) for c in n.children if c.dep == "prep" and c.lower == "as" for g in c.children]
        return self._fill_verb_prep(head, slot, words)

    def _verb_subject(self, head: Token, words: Sequence[Token]) -> list[Token]:
        """Return who does what a verb says, and those who do it with him; ``words``: the further words of its phrase."""
        found = logical_subject(head if (head.pos != "ADJ" and head.tag != "VBN") or head.dep not in ("acomp", "oprd", "attr") else head.head)  # also "is committed", parsed so
        if not found and words and is_passive(head):  # "a suit by three groups was filed", "the union's complaint was lodged"
            found = next((o for w in words if w.dep == "nsubjpass" and (o := prep_objects(w, "by") or prep_objects(w, "from") or [t for c in w.children if c.dep == "poss" for t in conjuncts(c)])), [])
        if head.dep == "acl" and head.tag == "VBG" and head.head.lemma in _TEXTS and head.head.dep == "dobj" and not any(t.i in self.analysis.mention_at for t in found):
            return surface_subject(head.head.head)  # "the gang posted a video [threatening] its rivals"
        if not found and head.tag == "VBG" and head.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "pcomp"):
            return [t for c in head.children if c.dep == "poss" and not self.kinds.is_date(c) for t in conjuncts(c)]  # "Tehran's [rattling] of sabres"
        return [*found, *companions(found[0], head)] if found else found

    def _fill_verb_prep(self, head: Token, slot: str, words: Sequence[Token]) -> list[Token]:
        """Return what a preposition of a verb holds, also where the parser hung it on a later word of its phrase or on a neighbour."""
        if is_absent(head.sent, slot):
            return []
        # "stand shoulder to shoulder with", "took control of": the preposition may hang on a later word of the phrase
        found = verb_prep(head, slot) or next((found for w in words for t in (w, *phrases_below(w)) if not (slot in ("from", "to") and (t.lemma in _LEAVING or t.head.lemma in _LEAVING)) and (found := prep_objects(t, slot))), [])
        if not found and slot == "of":  # "ended its blockade of the emirate"
            found = [t for o in logical_object(head)[:1] if self.kinds.is_of(o, _CURBS) for t in prep_objects(o, "of")]
        if not found and slot == "to":  # "lifted a curb on the sale of engines to the navy"
            found = [t for o in logical_object(head)[:1] if self.kinds.is_of(o, _CURBS) for n in (head, o) for s in prep_objects(n, "on") for t in prep_objects(s, "to")]
        if not found and words and slot == "against":  # "filed a suit in a court against the firm": the parser hangs the phrase on the court
            found = [t for c in head.children if c.dep == "prep" and c.lower in ("in", "at", "before", "with") for g in c.children if g.dep == "pobj" for t in prep_objects(g, slot)]
        if not found and words and slot in ("on", "against"):  # "imposed sanctions, including asset freezes, on the generals"
            found = [t for top in (head, *words) for c in top.children if c.dep == "prep" and c.lower == "including" for g in c.children if g.dep == "pobj" for t in prep_objects(g, slot)]
        if not found and words:
            end, tokens, first = max(w.i for w in words), head.sent.tokens, head.sent.tokens[0].i
            near = (t for t in tokens[end - first + 1 : end - first + 4] if t.lower == slot and t.dep == "prep" and t.head.lower not in NO_PARTICLES)
            found = next(([o for c in t.children if c.dep == "pobj" for o in conjuncts(c)] for t in near), [])
        return found

    def holds(self, head: Token, condition: Condition, *, noun: bool, light: Light | None = None, words: Sequence[Token] = (), warlike: bool = False, near_miss: bool = False) -> bool:
        """Whether one condition of a lexicon line is true here. ``warlike``: the line is one of force, where a state stands for its army; ``near_miss``: it is one of what is not coded."""
        if condition.slot == "article":
            return self.kinds.is_about(condition.classes) != condition.negated
        if condition.slot == "below":
            hung = [p for p in head.head.children if p.dep == "prep" and p.i > head.i] if noun and head.dep == "dobj" else []  # "announced the deployment of troops on a peacekeeping mission"
            below = [t for top in (head, *hung) for t in phrases_below(top)]
            return any(t.lemma.lower() in condition.lemmas or t.lower in condition.lemmas for t in below) != condition.negated
        tokens = self.fill(head, condition.slot, noun=noun, light=light, words=words)
        if condition.slot == "of" and not (tokens or noun or condition.negated):  # "holds the bodies of ten protesters", "paid the salaries of teachers", but not "suspect members of a cell"
            tokens = [t for o in logical_object(head)[:1] if o.pos == "NOUN" and not self.kinds.is_of(o, _PEOPLE) for t in prep_objects(o, "of")]
        if condition.slot == "comp" and noun and condition.lemmas:
            tokens = [c for c in head.children if c.dep in COMPOUND]
        if condition.lemmas:
            tokens = [*tokens, *self._clauses_in(head, condition.slot, noun=noun, near_miss=near_miss)]
            tokens = [*tokens, *(t for n in tokens for t in counted(n))]
            if condition.slot == "obj" and not noun:  # "imposed a curfew and lifted it"
                tokens = [*tokens, *(thing for t in tokens if (thing := self.kinds.meant(t)) is not None)]
            found = any(t.lemma.lower() in condition.lemmas or t.lower in condition.lemmas for t in tokens)
        elif condition.classes:
            found = any(self.kinds.is_of(t, condition.classes) for t in tokens)
            if not found and warlike and not noun and not condition.negated and condition.slot in ("subj", "by") and condition.classes & ARMED:
                found = any(self.kinds.wages_war(t) for t in tokens)
        else:  # "fired him on Monday" has no "on"
            found = any(not self.kinds.is_date(t) for t in tokens) or any(has_clause(t, condition.slot) for t in (head, *words))  # also "stands ready to help"
        return found != condition.negated

    def _clauses_in(self, head: Token, slot: str, *, noun: bool, near_miss: bool) -> list[Token]:
        """Return the verbs of the clauses in a slot that is named by what begins them: "ing", "to", "when", "that", or a preposition."""
        found: list[Token] = []
        if slot == "ing":  # "stopped shelling the town"
            found = [c for c in head.children if c.dep in ("xcomp", "ccomp", "dobj", "pcomp") and c.tag == "VBG" and c.i > head.i]
        elif slot == "to":  # "refused to meet"
            found = self._infinitives(head, noun=noun, near_miss=near_miss)
        elif slot == "when":  # "died when his car hit a mine"
            joined = [head, *(c for c in head.children if c.dep == "conj" and is_verb(c))]  # "were killed and others injured when"
            found = [c for v in joined for c in v.children if c.dep == "advcl" and is_verb(c) and any(g.lower in _WHEN and g.dep in ("advmod", "mark") for g in c.children)]
        elif slot == "that":  # "vowed that looters would be prosecuted"
            found = [c for c in head.children if c.dep == "ccomp" and c.i > head.i and is_verb(c)]
        return [*found, *(g for c in head.children if c.dep == "prep" and c.lower == slot for g in c.children if g.dep == "pcomp")]  # "committed to helping"

    def _infinitives(self, head: Token, *, noun: bool, near_miss: bool) -> list[Token]:
        """Return the infinitives below a predicate or its object, with a "not" in one and what a light one carries: "sent a mission to [audit] the vote", "helped [rebuild] it"."""
        clauses = [c for n in (head, *(() if noun else logical_object(head)[:1])) for c in n.children if c.dep in (("xcomp", "ccomp", "acl", "advcl") if n is head else ("acl",)) and is_verb(c) and ((c.dep == "xcomp" and c.tag == "VB") or any(g.tag == "TO" for g in c.children))]
        barring = [g for c in clauses for g in c.children if g.dep == "neg"]  # "warned them [not] to come": a line can ask for it
        clauses = [c for c in clauses if near_miss or not any(g.dep == "neg" for g in c.children)]  # but "vowed not to attack"
        return [*barring, *clauses, *(t for c in clauses if c.lemma in self.lexicon.light for t in logical_object(c) if self.light_of(t) is not None)]  # "sent a team to launch an inquiry"


def _verb_object(head: Token, words: Sequence[Token]) -> list[Token]:
    """Return what a verb befalls; ``words``: the further words of its phrase."""
    if (given := thing_given(head)) is not None:
        return conjuncts(given)
    found = logical_object(head)
    if found and head.tag == "VBN" and head.dep == "acl" and head.child("nsubj", "nsubjpass", "aux") is None and all(t in words for t in found):
        found = conjuncts(head.head)  # "soldiers taken hostage"
    if found and is_passive(head):
        found = [*found, *victims_beside(head)]
    found = found or next((o for w in words if is_verb(w) and (o := logical_object(w))), [])  # "helped [evacuate] the residents"
    return found or particle_objects(head, words)
