"""Slots of event nouns: who does what a noun tells of and to whom, by its own phrases, the verb that carries it, and where the parser hung either."""

from __future__ import annotations

from reportedly.analysis import Analysis, Token
from reportedly.coding.grammar.bare_nouns import BareNouns
from reportedly.coding.grammar.clauses import agents, logical_object, logical_subject, surface_subject
from reportedly.coding.grammar.companions import companions
from reportedly.coding.grammar.kinds import Kinds
from reportedly.coding.grammar.light_verbs import Light
from reportedly.coding.grammar.slot_shapes import (
    COMPOUND,
    HEADED,
    asker,
    backed,
    called_by,
    given_to,
    has_determiner,
    hyphened,
    is_absent,
    is_captive_of_others,
    is_foe,
    modifiers,
    receivers,
    second_side,
    sides_between,
    verb_prep,
    whose_deeds,
)
from reportedly.coding.grammar.syntax import SUMS, climb_partitive, conjuncts, is_passive, is_verb, prep_objects
from reportedly.lexicons.predicates import PredicateLexicon
from reportedly.lexicons.word_lists import word_list

_CURBS = frozenset({"restriction"})
_LEAVING = word_list("departures")
_ANSWERS = word_list("noun_slots.answers")
_GRANTING = word_list("granting")
_LEAVE = word_list("granted_leave")
_MOVING = frozenset({"movement"})
_CALLS = word_list("calls")
_GIVEN = word_list("noun_slots.given")
_DONE_TO = word_list("noun_slots.done_to")
_BESIDE = frozenset({"from", "against", "on", "with", "between", "among"})
_RELIEF = frozenset({"relief"})
_LAYING_ON = word_list("noun_slots.laying_on")
_MADE = word_list("deal_making")
_HAPPENING = word_list("happening")
_HUNG = frozenset({"between", "with", "against", "among", "for"})
_TELLING = word_list("noun_slots.telling")
_SPOKESMEN = word_list("noun_slots.spokesmen")
_AIMED = frozenset({"on", "against", "at"})  # "attacks against the mission by gunmen": a body, though missions are acts too
_PARTING = frozenset({"by", "in", "from", "at", "without"})
_OFFENDED = word_list("noun_slots.offended")
_FIRSTS = word_list("firsts_of_many")
_BEING = frozenset({"be", "become"})
_WAYS = frozenset({"from", "to", "into"})
_HELD_IN = word_list("noun_slots.held_in")
_ASIDE = 12  # words between a noun and its "of" at most
_TODAY = frozenset({"yesterday", "today", "overnight", "tonight"})


class NounSlots:
    """Fill the slots of event nouns for one article."""

    def __init__(self, analysis: Analysis, lexicon: PredicateLexicon, kinds: Kinds) -> None:
        self.analysis, self.lexicon, self.kinds = analysis, lexicon, kinds
        self.bare = BareNouns(analysis, lexicon)

    def fill(self, head: Token, slot: str, light: Light | None) -> list[Token]:
        """Return the head tokens of the words in a slot of an event noun; ``light``: the verb that carries it."""
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
        if slot == "subj" and top.dep == "pobj" and top.head.head.lemma in _ANSWERS and top.head.lower == "for":
            return []  # "carried it out in revenge for air strikes"
        if slot in ("subj", "iobj") and head.lemma in _LEAVE and top.dep == "dobj" and top.head.lemma in _GRANTING:  # "denied the monitors access"
            return given_to(self.analysis, top.head) or receivers(self.analysis, top.head) if slot == "iobj" else logical_subject(top.head)
        if slot == "subj":
            return self._noun_subject(head, top, light)
        if slot == "obj":
            if light is not None and light.role == "recipient":  # "were subjected to torture"; but "subjected [them] to torture"
                return logical_object(light.verb) if top.dep == "pobj" and (is_passive(light.verb) or light.verb.child("dobj") is not None) else [] if is_passive(light.verb) else surface_subject(light.verb)
            return prep_objects(head, "of") or self._of_behind_aside(head) if head.lower.endswith("ing") else []
        if slot == "poss":
            if any(c.lower in HEADED and c.i < head.i for c in head.children):
                return []  # "faces its own rebel-led revolt"
            apart = head.dep == "conj" and has_determiner(head)  # "the president's resignation and the release of the editor"
            return next((found for n in ((head,) if apart else (head, top)) if (found := [t for c in n.children if c.dep == "poss" for t in conjuncts(c)])), [])
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
            return modifiers(self.analysis, self.lexicon, head) or (modifiers(self.analysis, self.lexicon, top) if top is not head else [])
        return self._noun_prep(head, top, slot, light)

    def _noun_subject(self, head: Token, top: Token, light: Light | None) -> list[Token]:
        """Return who does what a noun says, by the verb that lends it one where there is such a verb; ``top``: the noun that counts it."""
        if deeds := whose_deeds(top):
            return deeds
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
        if light is not None and light.role == "recipient" and light.verb.lemma in _BEING:
            return []  # "is the subject of two tax inquiries"
        if light is not None and top.dep == "pobj" and light.verb.child("dobj") is not None and not is_passive(light.verb):
            return surface_subject(light.verb)  # "[the guards] subjected them to torture"
        return called_by(head) or self.bare.doer(head, top)

    def _noun_prep(self, head: Token, top: Token, slot: str, light: Light | None) -> list[Token]:
        """Return what a preposition beside a noun holds, also where the parser hung it on a neighbour. ``top``: the noun that counts it ("a series of")."""
        if is_absent(head.sent, slot) and (slot != "by" or light is None) and (slot != "between" or "among" not in head.sent.words):
            return []
        found = self._prep_beside(head, top, slot) or self._prep_below(head, slot, light)
        if slot == "between" and not found:
            found = prep_objects(head, "among")  # "talks among commanders", "a pact among four states"
        if slot == "between" and len(found) == 1:
            found = [*found, *second_side(found[0])]
        return found or self._prep_above(head, top, slot, light)

    def _prep_beside(self, head: Token, top: Token, slot: str) -> list[Token]:
        """Return what a preposition of a noun holds, of what counts it or is joined to it, or right behind it on its verb."""
        found = prep_objects(head, slot)
        if slot == "on" and found and all(self.kinds.is_date(t) for t in found):
            found = []  # "a raid on Monday by police on a mosque"
        if not found and top is not head and slot != "of":  # "voiced its support for Chad and its solidarity with Togo": each for its own
            found = [t for t in prep_objects(top, slot) if t.i > head.i or head.dep != "conj" or head.child("prep") is None]
        if not found and slot != "by":  # "praise and thanks to the medics"
            found = next((o for c in head.children if c.dep == "conj" and c.i - head.i < 4 and not (has_determiner(c) and self.analysis.tokens[head.i + 1].text == ",") and not (slot == "of" and has_determiner(c) and not has_determiner(head) and not head.lower.endswith("ing")) and (o := prep_objects(c, slot))), [])
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
            found = next((o for g in apart if (o := prep_objects(g, "of"))), []) or self._of_behind_aside(head)
        if not found and slot == "against":  # "charges of bribery against the mayor": the parser hangs the phrase on the bribery
            found = [t for o in prep_objects(head, "of") if (o.lemma.lower(), "noun") not in self.lexicon.by_head for t in prep_objects(o, slot) if t.lemma not in _OFFENDED]
        if not found and slot == "of":  # "the release from jail of the editor", "the extradition to Rwanda of a suspect"
            found = [t for c in head.children if c.dep == "prep" and c.lower in _WAYS for o in c.children if o.dep == "pobj" and (o.pos == "PROPN" or o.lemma in _HELD_IN) for t in prep_objects(o, "of") if t.pos != "PROPN"]
        if not found and slot in ("between", "with"):  # "a truce agreed between the army and the rebels"
            found = next((o for c in head.children if c.dep == "acl" and c.tag == "VBN" and c.lemma in _MADE and (o := prep_objects(c, slot))), [])
        if not found and slot == "between":
            found = sides_between(head, light)
        if not found and slot in ("by", "to", "with", "from"):  # "the bombing of a clinic by aircraft", "deliveries of grain to Mali", "the severing of ties with Togo": the parser hangs the phrase on the clinic
            found = [t for prep in ("of", "on", "against", "at", "for") if slot == "by" or (prep == "of" and (slot != "from" or self.kinds.is_of(head, _RELIEF))) for o in prep_objects(head, prep) if (o.lemma.lower(), "noun") not in self.lexicon.by_head or (slot == "by" and prep in _AIMED and o.i in self.analysis.mention_at) for t in prep_objects(o, slot)]
        if not found and slot == "from" and head.lemma in _CALLS:  # "drew calls for an inquiry from bishops"
            found = [t for o in prep_objects(head, "for") if not self.kinds.is_of(o, _MOVING) and o.lemma not in _LEAVING for t in prep_objects(o, slot)]
        if not found and slot in ("to", "from"):  # "a ban on the export of chips to Russia"
            found = [t for o in prep_objects(head, "on") for inner in (o, *prep_objects(o, "of")) for t in prep_objects(inner, slot)]
        return found

    def _of_behind_aside(self, noun: Token) -> list[Token]:
        """Return what an "of" holds that a day or an aside parts from its noun, wherever the parser hung it: "the arrest on Sunday of [two nuns]", "the burning, cruel as it was, of [their barns]"."""
        tokens, first = noun.sent.tokens, noun.sent.tokens[0].i
        at = next((i for i in range(noun.i + 2 - first, min(noun.i + 2 - first + _ASIDE, len(tokens))) if tokens[i].lower == "of"), None)
        if at is None:
            return []
        aside = tokens[noun.i + 1 - first : at]
        commas = [t for t in aside if t.text == ","]
        closed = len(commas) == 2 and commas[0] is aside[0] and commas[1] is aside[-1] and len(aside) > 2 and aside[1].dep != "cc"
        dated = not commas and not any(is_verb(t) or t.dep == "cc" or t.pos == "PUNCT" for t in aside) and self._is_day(aside)
        return [t for c in tokens[at].children if c.dep == "pobj" and not self.kinds.is_date(c) for t in conjuncts(c)] if closed or dated else []

    def _is_day(self, aside: list[Token]) -> bool:
        """Whether words end with a day or a week that is told by its name or from today: "in Gao on [Monday]", "by police [last week]"."""
        last, before = aside[-1], aside[-2] if len(aside) > 1 else None
        return self.kinds.is_date(last) and (last.pos in ("PROPN", "NUM", "ADV") or last.lower in _TODAY or (before is not None and before.lower in ("last", "this") and (len(aside) < 3 or aside[-3].lower != "the")))

    def _prep_above(self, head: Token, top: Token, slot: str, light: Light | None) -> list[Token]:
        """Return what a preposition holds that hangs on the verb whose subject, object or predicate the noun is."""
        found: list[Token] = []
        if slot == "to" and top.dep == "nsubj" and top.head.lemma == "go":
            found = prep_objects(top.head, "to")  # "his thanks went to the nurses"
        if slot in ("on", "against") and top.dep == "nsubj" and top.head.lemma == "be" and (attr := top.head.child("attr", "acomp")) is not None and (attr.tag == "JJS" or attr.lower in _FIRSTS or any(c.tag == "JJS" for c in attr.children)):
            found = prep_objects(attr, slot) or prep_objects(top.head, slot)  # "the ambush was the deadliest on marines", "the first against a mosque"
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
