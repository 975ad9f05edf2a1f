"""Argument slots: which words fill "subj", "on" or "between" of a predicate, whatever the construction.

The slot names are those of the predicate lexicon (lexicons/data/README.md). A noun reached through a light verb ("launched an attack on")
has the verb's subject as its doer and the verb's prepositions beside its own (light_verbs.py). The shapes of phrases are in slot_shapes.py, what a noun
denotes in kinds.py.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.analysis import Analysis, Token
from reportedly.coding.grammar.clauses import (
    agents,
    before_second_for,
    gerund_subject,
    logical_object,
    logical_subject,
    noun_doer,
    surface_subject,
    suspected,
)
from reportedly.coding.grammar.companions import companions, victims_beside
from reportedly.coding.grammar.kinds import ARMED, MEANS, TARGETS, Kinds
from reportedly.coding.grammar.light_verbs import Light, LightVerbs
from reportedly.coding.grammar.slot_shapes import (
    COMPOUND,
    NO_PARTICLES,
    asker,
    backed,
    called_by,
    clause_subject,
    doers_of,
    has_clause,
    has_determiner,
    hyphened,
    is_captive_of_others,
    is_foe,
    particle_objects,
    phrases_below,
    second_side,
    sides_between,
    thing_given,
    verb_prep,
    whose_deeds,
)
from reportedly.coding.grammar.syntax import SUMS, SUSPICIONS, climb_partitive, conjuncts, counted, first_joined, is_negated, is_passive, is_verb, prep_objects
from reportedly.lexicons.predicates import Condition, PredicateLexicon
from reportedly.lexicons.word_lists import word_list

_WHEN = frozenset({"when", "after", "as", "while"})
_CURBS = frozenset({"restriction"})
_MOVING = frozenset({"movement"})
_CALLS = word_list("calls")
_PEOPLE = frozenset({"person", "civilian", "actor", "fighter"})
_GIVEN = word_list("slots.given")
_SUFFERING = word_list("slots.suffering")
_ASKING = word_list("pleading")
_JUDGING = word_list("judged_for")
_AT = frozenset({"during", "at", "in", "on", "after", "before", "following"})
_SHARES_IN = word_list("shares_in")
SPANS = word_list("slots.spans")
_CHARGING = word_list("slots.charging")
_LINKED = word_list("slots.linked")
_KNOWN_FOR = word_list("slots.known_for")
_DOERS = word_list("slots.doers")
_DEFINITE_WITH = _SHARES_IN | _DOERS | _KNOWN_FOR | {"involve", "involved"}
_LEAVING = word_list("slots.leaving")
_DONE_TO = word_list("slots.done_to")
_BESIDE = frozenset({"from", "against", "on", "with", "between", "among"})
_RELIEF = frozenset({"relief"})
_NEXT_TO = frozenset({"after", "following", "during", "before"})
_LAYING_ON = word_list("slots.laying_on")
_NO_DOERS = word_list("slots.no_doers")
_APART = frozenset("after before following since amid despite over because until against without about".split())  # "was ousted by the army after protests"
_MADE = word_list("deal_making")
_MUTUAL = word_list("slots.mutual")
_GRANTING = word_list("granting")
_JOURNEYS = word_list("journeys")
_LEAVE = word_list("granted_leave")
# What acts do, and the prepositions the parser then hangs on that verb.
_HAPPENING = word_list("happening")
_HUNG = frozenset({"between", "with", "against", "among", "for"})
_DRILLS = word_list("drills")
_SPEAKING = word_list("slots.speaking")
_TELLING = word_list("slots.telling")
_INCLINED = word_list("slots.inclined")
_HEADED = word_list("slots.headed")
_ANSWERS = word_list("slots.answers")
_NONE: frozenset[str] = frozenset()


_SPOKESMEN = word_list("slots.spokesmen")
_TOWARDS = frozenset({"on", "toward", "towards"})
_BREACHES = word_list("slots.breaches")
_ADDRESSED = word_list("slots.addressed")
_TEXTS = word_list("slots.texts")
_STEPS = word_list("slots.steps")
_AIMED = frozenset({"on", "against", "at"})  # "attacks against the mission by gunmen": a body, though missions are acts too
_PARTING = frozenset({"by", "in", "from", "at", "without"})
_OFFENDED = word_list("slots.offended")
_WAYS = frozenset({"from", "to", "into"})
_HELD_IN = word_list("slots.held_in")
_FOREFRONTS = word_list("slots.forefronts")
_UNNAMED = word_list("slots.unnamed")


class Slots:
    """Fill slots and test conditions for one article."""

    def __init__(self, analysis: Analysis, lexicon: PredicateLexicon) -> None:
        self.analysis, self.lexicon = analysis, lexicon
        self.kinds = Kinds(analysis, lexicon)
        self.light_of = LightVerbs(analysis, lexicon).light_of

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
            return self._fill_noun(head, slot, light) or next((found for w in words if (found := prep_objects(w, slot))), [])
        if slot == "subj":
            return self._verb_subject(head, words)
        if slot == "above":  # "an [attempt] to displace them", "a pact [aimed] at ending the war"
            if head.dep == "pcomp":
                return [head.head.head]
            return [head.head] if head.dep in ("acl", "xcomp") and any(c.tag == "TO" for c in head.children) else []
        if slot in ("obj", "iobj") and (given := thing_given(head)) is not None:
            return conjuncts(given) if slot == "obj" else logical_object(head)
        if slot == "obj":
            found = logical_object(head)
            if found and head.tag == "VBN" and head.dep == "acl" and head.child("nsubj", "nsubjpass", "aux") is None and all(t in words for t in found):
                found = conjuncts(head.head)  # "soldiers taken hostage"
            if found and is_passive(head):
                found = [*found, *victims_beside(head)]
            found = found or next((o for w in words if is_verb(w) and (o := logical_object(w))), [])  # "helped [evacuate] the residents"
            return found or particle_objects(head, words)
        if slot == "iobj":
            found = [t for c in head.children if c.dep == "dative" and c.pos != "ADP" for t in conjuncts(c)]
            return found or self._given_to(head) or (logical_object(head) if head.child("dobj") is not None and is_passive(head) else [])  # "were given asylum"
        if slot == "between" and len(sides := prep_objects(head, slot)) == 1 and (other := second_side(sides[0])):
            return [*sides, *other]
        if slot == "owner":  # "our thoughts are with the families"
            return [t for s in surface_subject(head)[:1] for c in s.children if c.dep == "poss" for t in conjuncts(c)]
        if slot in ("poss", "comp") and (inside := [w for w in words if w.dep == "pobj"]):  # "fell into rebel hands", "came under their control"
            return [m for w in inside for m in (self._modifiers(w) if slot == "comp" else [t for c in w.children if c.dep == "poss" for t in conjuncts(c)])]
        if slot == "poss":  # "scrapped the state's law", "the state's offensive ended"
            return [t for o in (logical_object(head) or [t for t in surface_subject(head) if t.i not in self.analysis.mention_at])[:1] for c in o.children if c.dep == "poss" for t in conjuncts(c)]
        if slot == "comp":  # "struck rebel targets"
            return [m for o in logical_object(head)[:1] for m in self._modifiers(o)]
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
        # "stand shoulder to shoulder with", "took control of": the preposition may hang on a later word of the phrase
        found = verb_prep(head, slot) or next((found for w in words for t in (w, *phrases_below(w)) if not (slot in ("from", "to") and (t.lemma in _LEAVING or t.head.lemma in _LEAVING)) and (found := prep_objects(t, slot))), [])
        if not found and slot == "of":  # "ended its blockade of the emirate"
            found = [t for o in logical_object(head)[:1] if self.kinds.is_of(o, _CURBS) for t in prep_objects(o, "of")]
        if not found and words and slot == "against":  # "filed a suit in a court against the firm": the parser hangs the phrase on the court
            found = [t for c in head.children if c.dep == "prep" and c.lower in ("in", "at", "before", "with") for g in c.children if g.dep == "pobj" for t in prep_objects(g, slot)]
        if not found and words and slot in ("on", "against"):  # "imposed sanctions, including asset freezes, on the generals"
            found = [t for top in (head, *words) for c in top.children if c.dep == "prep" and c.lower == "including" for g in c.children if g.dep == "pobj" for t in prep_objects(g, slot)]
        if not found and words:
            end, tokens, first = max(w.i for w in words), head.sent.tokens, head.sent.tokens[0].i
            near = (t for t in tokens[end - first + 1 : end - first + 4] if t.lower == slot and t.dep == "prep" and t.head.lower not in NO_PARTICLES)
            found = next(([o for c in t.children if c.dep == "pobj" for o in conjuncts(c)] for t in near), [])
        return found

    def _fill_noun(self, head: Token, slot: str, light: Light | None) -> list[Token]:
        top = climb_partitive(head)
        if top.dep == "dobj" and top.head.lemma in _LAYING_ON:  # "blamed the bombing on the rebels", "pinned the raid on them"
            if slot in ("on", "against"):
                return []
            if slot == "by":
                return prep_objects(head, "on") or prep_objects(top.head, "on")
        if slot in ("subj", "by") and (laid := [t for n in dict.fromkeys((head, top)) for c in n.children if c.dep == "acl" and c.tag == "VBN" and c.lemma in _LAYING_ON for t in prep_objects(c, "on")]):
            return laid  # "a strike blamed on the rebels"
        if slot in ("subj", "by") and top is not head and top.lemma == "report":
            return prep_objects(head, "by") if slot == "by" else []  # "concerned by reports of torture"
        if slot == "subj" and top.dep == "pobj" and top.head.head.lemma in _ANSWERS and top.head.lower in ("for", "to"):
            return []  # "carried it out in revenge for air strikes"
        if slot in ("subj", "iobj") and head.lemma in _LEAVE and top.dep == "dobj" and top.head.lemma in _GRANTING:  # "denied the monitors access"
            return self._given_to(top.head) or self.fill(top.head, "iobj", noun=False) if slot == "iobj" else logical_subject(top.head)
        if slot == "subj":
            return self._noun_subject(head, top, light)
        if slot == "obj":
            if light is not None and light.role == "recipient":  # "were subjected to torture"; but "subjected [them] to torture"
                return logical_object(light.verb) if top.dep == "pobj" and (is_passive(light.verb) or light.verb.child("dobj") is not None) else [] if is_passive(light.verb) else surface_subject(light.verb)
            return prep_objects(head, "of") if head.lower.endswith("ing") else []
        if slot == "poss":
            if any(c.lower in _HEADED and c.i < head.i for c in head.children):
                return []  # "faces its own rebel-led revolt"
            apart = head.dep == "conj" and has_determiner(head)  # "the president's resignation and the release of the editor"
            return next((found for n in ((head,) if apart else (head, top)) if (found := [t for c in n.children if c.dep == "poss" for t in conjuncts(c)])), []) or ([] if apart else whose_deeds(top))
        if slot == "asker":
            return asker(top)
        if slot == "backed":
            return backed(top)
        if slot == "sum":
            return [t for t in (climb_partitive(head),) if t is not head and t.lemma.lower() in SUMS]
        if slot == "over":  # "[strikes] in support of the army"
            above = top.head.head if top.dep == "pobj" and top.head.dep == "prep" else top
            if is_verb(above) and is_passive(above) and top.head.lower == "in":
                return [c for c in above.children if c.dep == "nsubjpass"]  # "the strike was carried out in support of the army"
            return [above] if above is not top and above.pos == "NOUN" else []
        if slot == "above":  # "vowed [revenge]", "warned of a [response]"
            return [top.head] if top.dep in ("dobj", "nsubjpass") else [top.head.head] if top.dep == "pobj" else []
        if slot == "pair":  # "the Russia-Ukraine grain deal"
            return next(([*pair, c] for c in head.children if c.dep in COMPOUND and (pair := hyphened(self.analysis, c))), [])
        if slot == "comp":
            return self._modifiers(head) or (self._modifiers(top) if top is not head else [])
        return self._noun_prep(head, top, slot, light)

    def _noun_subject(self, head: Token, top: Token, light: Light | None) -> list[Token]:
        """Return who does what a noun says, by the verb that lends it one where there is such a verb; ``top``: the noun that counts it."""
        if head.lower.endswith("ing") and not (head.lower in _DONE_TO and head.child("prep") is None) and (found := self._gerund_doer(head)):
            return found
        if light is not None and light.role == "actor":
            undergoes = is_passive(light.verb) and ((top.dep == "dobj" and light.verb.lemma in _GIVEN) or any(t is top or (top.dep == "pobj" and t is top.head.head) for t in logical_object(light.verb)))
            named = light.verb.lemma == "implicate" and not is_passive(light.verb)  # "implicated the soldiers in the killings"
            doers = logical_object(light.verb) if named else agents(light.verb) if undergoes else surface_subject(light.verb)
            if light.verb.lemma == "claim":
                doers = [b for t in doers for b in (self._spoken_for(t) or [t])]
            if light.verb.lemma in _TELLING and any(c.tag == "PRP$" or is_captive_of_others(c) for o in (head, *prep_objects(head, "of")) for c in o.children):
                return []  # "announced the death of its commander", "the release of a sailor held hostage"
            doers += companions(doers[0]) if doers and not undergoes else []
            return [t for t in doers if not any(c.dep == "det" and c.lower == "no" for c in t.children)]  # "no group claimed the attack"
        if light is not None and light.role == "recipient" and (owned := [t for c in head.children if c.dep == "acl" and c.tag == "VBN" and any(e["role"] == "actor" for _, e in self.lexicon.light.get(c.lemma, ())) for t in agents(c)]):
            return owned  # "survived an attempt claimed by the Shabaab"
        if light is not None and top.dep == "pobj" and light.verb.child("dobj") is not None and not is_passive(light.verb):
            return surface_subject(light.verb)  # "[the guards] subjected them to torture"
        return called_by(head) or self._adjunct_subject(head, top)

    def _noun_prep(self, head: Token, top: Token, slot: str, light: Light | None) -> list[Token]:
        """Return what a preposition beside a noun holds, also where the parser hung it on a neighbour. ``top``: the noun that counts it ("a series of")."""
        found = self._prep_beside(head, top, slot) or self._prep_below(head, slot, light)
        if slot == "between" and len(found) == 1:
            found = [*found, *second_side(found[0])]
        return found or self._prep_above(head, top, slot, light)

    def _prep_beside(self, head: Token, top: Token, slot: str) -> list[Token]:
        """Return what a preposition of a noun holds, of what counts it or is joined to it, or right behind it on its verb."""
        found = prep_objects(head, slot)
        if not found and top is not head and slot != "of":  # "voiced its support for Chad and its solidarity with Togo": each for its own
            found = [t for t in prep_objects(top, slot) if t.i > head.i or head.dep != "conj" or head.child("prep") is None]
        if not found and slot != "by":  # "praise and thanks to the medics"
            found = next((o for c in head.children if c.dep == "conj" and c.pos == "NOUN" and c.i - head.i < 4 and not (has_determiner(c) and self.analysis.tokens[head.i + 1].text == ",") and not (slot == "of" and has_determiner(c) and not has_determiner(head) and not head.lower.endswith("ing")) and (o := prep_objects(c, slot))), [])
            if not found and head.dep == "conj" and head.head.pos == "NOUN" and head.i - head.head.i < 4:
                found = [t for t in prep_objects(head.head, slot) if t.i > head.i]
        if not found and top.dep == "pobj" and is_verb(top.head.head):  # "acted in solidarity with them": the parser hangs "with" on the verb
            found = [t for c in top.head.head.children if c.dep == "prep" and c.lower == slot and c.i > top.i and all(self.kinds.is_date(b) for b in self.analysis.tokens[top.i + 1 : c.i]) for g in c.children if g.dep == "pobj" for t in conjuncts(g)]
        if not found and top.dep == "dobj" and slot in _BESIDE and is_verb(top.head) and top.head.lemma not in _LAYING_ON:  # "awaits extradition from Spain": and here
            found = [t for c in top.head.children if c.dep == "prep" and c.lower == slot and c.i == top.i + 1 for g in c.children if g.dep == "pobj" and not self.kinds.is_date(g) for t in conjuncts(g)]
        return found

    def _prep_below(self, head: Token, slot: str, light: Light | None) -> list[Token]:
        """Return what a preposition holds that the parser hung on a word inside the noun's own phrase."""
        found: list[Token] = []
        if slot == "against":
            found = [c for c in head.children if c.dep in COMPOUND and c.i in self.analysis.mention_at and is_foe(self.analysis, c)]
        if not found and slot in ("against", "on"):  # "an offensive by the army against guerrillas"
            found = [t for o in (prep_objects(head, "by") or (agents(light.verb) if light is not None else called_by(head))) for inner in (o, *prep_objects(o, "of")) for t in prep_objects(inner, slot)]
        if not found and slot == "for":  # "pleas from the mayor for tents"
            found = [t for o in prep_objects(head, "from") or prep_objects(head, "by") for t in prep_objects(o, slot)]
        if not found and slot in ("against", "on"):  # "sanctions [targeting] four banks"
            found = [t for c in head.children if c.dep == "acl" and c.tag == "VBG" and c.lemma == "target" for g in c.children if g.dep == "dobj" for t in conjuncts(g)]
        if not found and slot in ("against", "on"):  # "the lifting of sanctions on the port"
            found = [t for o in prep_objects(head, "of") if self.kinds.is_of(o, _CURBS) for t in prep_objects(o, slot)]
        if not found and slot == "of":  # "the closure by Algeria of its airspace", "the arrest in Dubai of two Danes", "detention without trial of monks"
            apart = [g for c in head.children if c.dep == "prep" and c.lower in _PARTING for g in c.children if g.dep == "pobj" and (g.lower == "trial" or (g.pos == "PROPN" and g.i in self.analysis.mention_at and self.analysis.mention_at[g.i].last == g.i))]
            found = next((o for g in apart if (o := prep_objects(g, "of"))), [])
        if not found and slot == "against":  # "charges of bribery against the mayor": the parser hangs the phrase on the bribery
            found = [t for o in prep_objects(head, "of") if (o.lemma.lower(), "noun") not in self.lexicon.by_head for t in prep_objects(o, slot) if t.lemma not in _OFFENDED]
        if not found and slot == "of":  # "the release from jail of the editor", "the extradition to Rwanda of a suspect"
            found = [t for c in head.children if c.dep == "prep" and c.lower in _WAYS for o in c.children if o.dep == "pobj" and (o.pos == "PROPN" or o.lemma in _HELD_IN) for t in prep_objects(o, "of") if t.pos != "PROPN"]
        if not found and slot in ("between", "with"):  # "a truce agreed between the army and the rebels"
            found = next((o for c in head.children if c.dep == "acl" and c.tag == "VBN" and c.lemma in _MADE and (o := prep_objects(c, slot))), [])
        if not found and slot == "between":
            found = sides_between(head, light)
        if not found and slot in ("by", "to", "with", "from"):  # "the bombing of a clinic by aircraft", "deliveries of grain to Mali", "the suspension of air links with Togo": the parser hangs the phrase on the clinic
            found = [t for prep in ("of", "on", "against", "at", "for") if slot == "by" or (prep == "of" and (slot != "from" or self.kinds.is_of(head, _RELIEF))) for o in prep_objects(head, prep) if (o.lemma.lower(), "noun") not in self.lexicon.by_head or (slot == "by" and prep in _AIMED and o.i in self.analysis.mention_at) for t in prep_objects(o, slot)]
        if not found and slot == "from" and head.lemma in _CALLS:  # "drew calls for an inquiry from bishops"
            found = [t for o in prep_objects(head, "for") if not self.kinds.is_of(o, _MOVING) and o.lemma not in _LEAVING for t in prep_objects(o, slot)]
        if not found and slot in ("to", "from"):  # "a ban on the export of chips to Russia"
            found = [t for o in prep_objects(head, "on") for inner in (o, *prep_objects(o, "of")) for t in prep_objects(inner, slot)]
        return found

    def _prep_above(self, head: Token, top: Token, slot: str, light: Light | None) -> list[Token]:
        """Return what a preposition holds that hangs on the verb whose subject, object or predicate the noun is."""
        found: list[Token] = []
        if slot == "to" and top.dep == "nsubj" and top.head.lemma == "go":
            found = prep_objects(top.head, "to")  # "our condolences go to the families"
        if not found and slot == "iobj" and light is not None:
            found = [t for c in light.verb.children if c.dep == "dative" and c.pos != "ADP" for t in conjuncts(c)]
        if not found and slot == "by" and top.dep == "dobj" and is_verb(top.head) and not is_passive(top.head):
            found = prep_objects(top.head, "by")  # "described killings by the police"
        if not found and slot == "by" and top.dep == "attr":
            aside = [c for c in top.head.children if c.dep in ("dep", "attr", "npadvmod") and c.i > top.i]
            found = next((o for t in (top.head, *aside) if (o := prep_objects(t, "by"))), [])  # "was the killing of nine herders, most of them Fulani, by soldiers"
        taken = slot == "from" and top.dep == "nsubj" and top.head.child("dobj") is not None  # "his refusal drew fire from Brussels": the fire came from there
        if not found and light is not None and slot not in ("of",) and not taken:
            found = ([] if light.role == "recipient" else agents(light.verb)) if slot == "by" and is_passive(light.verb) else prep_objects(light.verb, slot)
        if not found and slot in _HUNG and top.dep == "nsubj" and top.head.lemma in _HAPPENING:
            found = verb_prep(top.head, slot)  # "clashes erupted between"
        return found

    def _given_to(self, verb: Token) -> list[Token]:
        """Return who is given something where the parser saw no dative: "grant [monitors] access", "grant the [Red Crescent] access"."""
        things = [c for c in verb.children if c.dep == "dobj"] if verb.lemma in _GRANTING else []
        if len(things) > 1:
            return conjuncts(things[0])
        return [c for o in things if o.lemma in _LEAVE for c in o.children if (c.dep in ("compound", "nmod") or (c.lower == "her" and c.dep == "poss" and verb.lemma == "grant")) and c.i in self.analysis.mention_at]  # "granted [her] asylum"

    def _spoken_for(self, speaker: Token) -> list[Token]:
        """Return the body for which somebody claims a deed: "a spokesman for the [Taliban]", "Omar Said, a [Taliban] spokesman"."""
        told = next((t for t in (speaker, *(c for c in speaker.children if c.dep == "appos")) if t.lemma in _SPOKESMEN), None)
        if told is None:
            return []
        found = prep_objects(told, "for") or prep_objects(told, "of") or [c for c in told.children if c.dep in ("poss", "compound", "nmod") and c.tag != "PRP$"]
        return [t for t in found if t.i in self.analysis.mention_at]

    def _gerund_doer(self, noun: Token) -> list[Token]:
        """Return the doer of a gerund used as a noun: "their retaking of the town", "the shelling by rebels"."""
        return prep_objects(noun, "by") or [t for c in noun.children if c.dep == "poss" and not self.kinds.is_date(c) for t in conjuncts(c)] or [t for o in prep_objects(noun, "of") for t in prep_objects(o, "by")] or (prep_objects(noun.head, "by") if noun.dep == "dobj" and is_verb(noun.head) and not is_passive(noun.head) and noun.child("prep") is not None else [])

    def _modifiers(self, noun: Token) -> list[Token]:
        """Return names and actor nouns directly before a noun: "US strikes", "rebel attack", "Saudi-led campaign"."""
        out: list[Token] = []
        for child in noun.children:
            if child.dep not in COMPOUND or child.i > noun.i or is_foe(self.analysis, child) or self._is_number_of(child):
                continue
            classes = self.lexicon.classes_of.get(child.lemma.lower(), _NONE)
            if classes & MEANS and child.tag in ("NN", "NNS"):
                out += [c for c in child.children if c.dep in COMPOUND and c.i in self.analysis.mention_at]  # "a [coalition] drone strike"
                continue
            kinds = classes & TARGETS
            if kinds and not kinds & self.lexicon.classes_of.get(noun.lemma.lower(), _NONE):
                return []  # "Mali aid convoy attack": what stands before a target is no doer; but "Russian food aid"
            if child.i in self.analysis.mention_at:
                if "weapon" in classes and self.analysis.mention_at[child.i].entry is None:
                    continue  # "an IED blast"
                if noun.lemma in _DRILLS and (named := self.analysis.mention_at[child.i]).kind == "name" and named.entry is None:
                    continue  # the "Foal Eagle" exercises: their own name
                out += [*hyphened(self.analysis, child), *(t for t in conjuncts(child) if t.i in self.analysis.mention_at)]
            elif child.lower in _HEADED:
                out += [c for c in child.children if c.i in self.analysis.mention_at]
        return out

    def _is_number_of(self, noun: Token) -> bool:
        """Whether a noun joined to a number only says of how many: "the six-[nation] talks"."""
        before = self.analysis.tokens[max(0, noun.i - 2) : noun.i]
        return len(before) == 2 and before[1].lower == "-" and before[0].tag == "CD"

    def _adjunct_subject(self, head: Token, top: Token) -> list[Token]:
        """Return the doer of a bare noun after a preposition: "fired rockets in retaliation", "supports them through air strikes"."""
        if top.dep == "pobj" and (found := self._doer_by_link(head, top)) is not None:
            return found
        top = first_joined(top)
        if top.dep == "pobj" and top.head.lower in _TOWARDS:
            above = top.head.head
            doing = above if is_verb(above) else above.head
            step = doing.child("dobj") if is_verb(doing) else None
            if step is not None and step.lemma in _STEPS and above in (doing, step):
                return surface_subject(doing)  # "must take steps towards disarmament"
        if top.dep == "pobj" and top.head.head.lemma in _BREACHES and self._modifiers(head):
            return []  # "in violation of EU sanctions"
        if has_determiner(head) and not (top.dep == "pobj" and top.head.head.lemma.lower() in _DEFINITE_WITH | _FOREFRONTS):
            return []
        for _ in range(4):
            top = first_joined(top)
            if top.dep != "pobj":
                return []
            if (found := self._doer_above(head, top)) is not None:
                return found
            top = climb_partitive(top.head.head)
        return []

    def _doer_above(self, head: Token, top: Token) -> list[Token] | None:
        """Return the doer of a noun by the word that its preposition hangs on, None where that is to be asked of the word above. ``top``: what counts the noun, or is counted above it."""
        governor = top.head.head
        if top.head.lower == "with" and governor.i in self.analysis.mention_at and governor.dep == "pobj" and governor.head.dep == "agent":
            return [governor]  # "dispersed by police with tear gas"
        if governor.lemma in _KNOWN_FOR and governor.dep in ("amod", "appos", "advcl", "relcl") and top.head.lower == "for":
            return [governor.head] if governor.head.lower not in _UNNAMED else []  # "a militia responsible for the deportation of"; "those responsible" are whoever they are
        if governor.lemma in _INCLINED and governor.dep == "acomp" and is_verb(governor.head):
            return surface_subject(governor.head)  # "they are ready for talks"
        if governor.lemma in _DOERS and top.head.lower in ("of", "behind"):
            return [governor] if governor.lemma not in _UNNAMED else []  # "the mastermind of the attack"
        if governor.lemma in _FOREFRONTS and top.head.lower == "of" and governor.dep == "pobj" and is_verb(governor.head.head):
            return surface_subject(governor.head.head)  # "is at the forefront of the battle"
        if is_verb(governor):
            if governor.lemma in _SUFFERING:
                return []  # "people died in clashes"
            if is_passive(governor):
                if governor.lemma in _CHARGING and top.head.lower in ("of", "for", "with"):
                    return logical_object(governor)
                return agents(governor) if top.head.lower not in _APART else []
            if (top.head.lower == "for" and governor.lemma in _ASKING) or (top.head.lower == "of" and governor.lemma in _SPEAKING):
                return []  # "pressed for an end to the raids"
            if top.head.lower in ("with", "through", "during", "by"):
                return logical_object(governor) if governor.lemma == "charge" else surface_subject(governor)  # "supported the advance with 11 strikes"
            return gerund_subject(top.head) if top.head.lower in ("in", "for", "of") else []
        if governor.lemma in SUSPICIONS and top.head.lower == "of":
            return suspected(governor)
        if governor.pos not in ("NOUN", "PROPN") or top.head.lower not in ("of", "in", "through", "with", "by", "for") or governor.lemma in SPANS or self._is_named(governor):
            return []  # "after weeks of protests" they are nobody's
        if governor.dep == "attr" and top is not head and top.head.lower == "in":
            return []  # "is the latest official in a wave of arrests"
        if governor.lemma in _NO_DOERS:
            return []  # "in return for aid", "in favour of strikes"
        return noun_doer(governor) or None

    def _doer_by_link(self, head: Token, top: Token) -> list[Token] | None:
        """Return the doer of a noun that its preposition and the word above it settle by themselves, None where they do not."""
        if top.head.lower == "of" and (span := top.head.head).lemma in SPANS and span.dep == "pobj" and self._is_meeting_with(head):
            top = span  # "after months of talks with the rebels, the minister"
        above = top.head.head
        if f"{above.lemma} {top.head.lower}" in _LINKED and is_verb(above) and head.child("poss") is None:
            return logical_object(above)  # "was linked to the bombing", "a man wanted for the murder of"
        if top.head.lower == "for" and above.lemma in _JOURNEYS and self._is_meeting_with(head):
            return surface_subject(above)  # "flew to Oran for talks with the king"
        if top.head.lower in _AT and self._is_meeting_with(head):  # "during a meeting with the envoy, the minister praised"
            return logical_object(above) if is_passive(above) else doers_of(above)  # "was ousted by officers while on a visit to Oran"
        if top.head.lower == "in" and head.lemma in _ADDRESSED and prep_objects(head, "to") and any(c.lower in ("a", "an", "another") for c in top.children):
            governor = above if is_verb(above) else above.head
            return surface_subject(governor) if is_verb(governor) and not is_passive(governor) else []  # "in a warning to Tehran, the navy sailed"
        if top.head.lower in ("on", "for") and above.lemma in _JUDGING and head.lemma not in _MUTUAL and not prep_objects(head, "by") and above.child("dobj", "nsubjpass") is not None:
            return before_second_for(logical_object(above))  # "congratulated the army on the liberation of Gao"
        if top.head.lower == "for" and above.lemma == "retaliate" and not prep_objects(head, "by"):
            return prep_objects(above, "against")  # "retaliated against the rebels for the raid"
        if top.head.lower in _NEXT_TO and is_verb(above) and head.lemma in _MUTUAL and prep_objects(head, "with") and not is_passive(above):
            return surface_subject(above)  # "ended the strike after a deal with the owners"
        return None

    def _is_meeting_with(self, noun: Token) -> bool:
        kinds = self.lexicon.classes_of.get(noun.lemma.lower(), _NONE)
        return bool(((noun.lemma == "call" or "meeting" in kinds) and prep_objects(noun, "with")) or ("visit" in kinds and prep_objects(noun, "to")))

    def _is_named(self, token: Token) -> bool:
        return (mention := self.analysis.mention_at.get(token.i)) is not None and mention.kind == "name"

    # conditions ----------------------------------------------------------------------------------------------------

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
            if condition.slot == "ing":  # "stopped shelling the town"
                tokens = [*tokens, *(c for c in head.children if c.dep in ("xcomp", "ccomp", "dobj", "pcomp") and c.tag == "VBG" and c.i > head.i)]
            if condition.slot == "to":  # "refused to meet"
                clauses = [c for n in (head, *(() if noun else logical_object(head)[:1])) for c in n.children if c.dep in (("xcomp", "ccomp", "acl", "advcl") if n is head else ("acl",)) and is_verb(c) and ((c.dep == "xcomp" and c.tag == "VB") or any(g.tag == "TO" for g in c.children))]  # also "sent a mission to audit the vote", "helped rebuild it"
                barring = [g for c in clauses for g in c.children if g.dep == "neg"]  # "warned them [not] to come": a line can ask for it
                clauses = [c for c in clauses if near_miss or not any(g.dep == "neg" for g in c.children)]  # but "vowed not to attack"
                tokens = [*tokens, *barring, *clauses, *(t for c in clauses if c.lemma in self.lexicon.light for t in logical_object(c) if self.light_of(t) is not None)]  # "sent a team to launch an inquiry"
            if condition.slot == "when":  # "died when his car hit a mine"
                joined = [head, *(c for c in head.children if c.dep == "conj" and is_verb(c))]  # "were killed and others injured when"
                tokens = [*tokens, *(c for v in joined for c in v.children if c.dep == "advcl" and is_verb(c) and any(g.lower in _WHEN and g.dep in ("advmod", "mark") for g in c.children))]
            if condition.slot == "that":  # "vowed that looters would be prosecuted"
                tokens = [*tokens, *(c for c in head.children if c.dep == "ccomp" and c.i > head.i and is_verb(c))]
            tokens = [*tokens, *(g for c in head.children if c.dep == "prep" and c.lower == condition.slot for g in c.children if g.dep == "pcomp")]  # "committed to helping"
            tokens = [*tokens, *(t for n in tokens for t in counted(n))]
            if condition.slot == "obj" and not noun:  # "imposed a curfew and lifted it"
                tokens = [*tokens, *(thing for t in tokens if (thing := self.kinds.meant(t)) is not None)]
            found = any(t.lemma.lower() in condition.lemmas or t.lower in condition.lemmas for t in tokens)
        elif condition.classes:
            found = any(self.kinds.is_of(t, condition.classes) for t in tokens)
            if not found and warlike and not noun and not condition.negated and condition.slot in ("subj", "by") and condition.classes & ARMED:
                found = any(self.kinds.wages_war(t, "MIL" in condition.classes) for t in tokens)
        else:  # "fired him on Monday" has no "on"
            found = any(not self.kinds.is_date(t) for t in tokens) or any(has_clause(t, condition.slot) for t in (head, *words))  # also "stands ready to help"
        return found != condition.negated
