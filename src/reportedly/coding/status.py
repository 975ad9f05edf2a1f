"""Status: did it happen? Polarity and modality carried from the act's own words outwards through everything that embeds it.

Reads events, statements; writes the status of events, and drops those that name neither a party nor a definite occasion. What embeds an act and what that does to it is a table (embedding.tsv); this module only
walks: at each step it names the slot the act stands in ("to", "of", "obj" ...), looks the governor up, and combines.
After the embedding approach of Saurí and Pustejovsky, FactBank (2009), and de Marneffe et al., Did it happen? (2012).
"""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.analysis import Analysis, Draft, Token
from reportedly.coding.cues import leftmost
from reportedly.coding.slots import SPANS, Slots
from reportedly.coding.syntax import climb_partitive, is_definite, is_gerund, is_negated, is_order, is_verb, logical_object
from reportedly.lexicons.loader import Entry
from reportedly.lexicons.predicates import PredicateLexicon

_FUTURE = frozenset({"will", "shall", "'ll", "\u2019ll", "wo", "gonna"})
_POSSIBLE = frozenset({"may", "might", "could", "can", "ca"})
_OUGHT = frozenset({"should", "must", "ought"})
_IF = frozenset({"if", "unless", "whether", "provided", "should", "lest", "assuming"})
_WHO = frozenset({"who", "whom", "why", "how", "where", "when"})
_STEPS = 12
_HELD = frozenset({"hold", "conduct", "convene", "stage", "conclude", "end", "fail", "collapse"})
_CONDITION = "under a condition"
_AGREED = frozenset({"agreement"})
_NO_CHOICE = "no choice but"
_SAYING_NO = frozenset("deny dispute reject refute dismiss rebut contradict rule doubt".split())
_SPEECH_ACTS = frozenset({"THREATEN", "AGREE", "REQUEST", "ACCUSE", "REJECT", "SUPPORT", "CONCEDE"})
_UTTERED = frozenset({"PROTEST", "CONSULT"})  # acts that say what they are for
_OCCASIONS = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "SANCTION", "RETREAT"})  # a bare "the attack" denotes an occasion, a bare "the agreement" a thing


_CHANCES = frozenset({"opportunity", "occasion", "chance", "moment"})
_HEEDING = frozenset({"comply", "obey", "heed", "fulfil", "fulfill", "honour", "honor"})
_ANYBODY = frozenset({"anyone", "anybody", "whoever"})
_JOURNEYS = frozenset({"travel", "fly", "go", "come", "head", "return", "visit"})
_PEOPLE = frozenset({"he", "she", "they", "him", "her", "them", "we", "us"})
_DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION", "CONCEDE", "RETREAT"})
_BREAKING_OUT = frozenset("hear erupt break rage continue resume report flare ring".split())
_DATED = _OCCASIONS | {"CONSULT"}


@dataclass(slots=True)
class Effect:
    """What one embedding does: an effect of embedding.tsv with where it comes from; ``closed`` when nothing outside matters."""

    effect: str
    rule: str
    token: Token
    entry: Entry | None = None


class Status:
    """Decide the status of every event."""

    reads, writes = ("events", "arguments", "statements"), ("status",)

    def __init__(self, lexicon: PredicateLexicon) -> None:
        self.lexicon = lexicon

    def __call__(self, analysis: Analysis) -> None:
        slots = Slots(analysis, self.lexicon)
        cues = {t.i for s in analysis.statements if s.speaker_spans and (s.parent is None or s.parent.stance != "retracts") for t in s.cue_tokens[:1]}
        acts = {d.head.i: d.type for d in analysis.events}
        analysis.events = [d for d in analysis.events if self._decide(d, slots, cues, acts)]
        judged = {d.head.i for d in analysis.events if d.type in ("SUPPORT", "ACCUSE", "REJECT")}
        analysis.events = [d for d in analysis.events if is_coded(d) or (d.head.dep == "dobj" and d.head.head.i in judged) or self._takes_place(d)]
        for n, draft in enumerate(analysis.events, 1):
            draft.id = f"e{n}"

    def _takes_place(self, draft: Draft) -> bool:
        """Whether a bare noun is said to begin, go on or be held: "peace talks resumed"."""
        verb = draft.head.head
        return draft.head.dep in ("nsubj", "nsubjpass") and is_verb(verb) and verb.child("dobj") is None and (verb.lemma in _HELD or ((found := self._lookup(verb, "subj")) is not None and found.effect == "same"))

    def _decide(self, draft: Draft, slots: Slots, cues: set[int], acts: dict[int, str]) -> bool:
        """Give an event its status; return whether it is an act at all, and no mere capacity ("is able to shell the port")."""
        status = "actual"
        able = False
        for step in self._walk(draft, slots, cues, acts):
            able |= step.effect == "capacity" and _is_able(step.token)
            combined = combine(status, step.effect) if step.rule != "conditional clause" else "hypothetical"  # also "if it does not stop"
            if combined != status or step.entry is not None:
                draft.because("status", step.rule, step.token.span, step.entry.at if step.entry else None)
            status = combined
        draft.status = status
        if not any(e.field == "status" for e in draft.evidence):
            draft.because("status", "actual: nothing around it negates, postpones or conditions it")
        return not able or status == "denied"

    def _walk(self, draft: Draft, slots: Slots, cues: set[int], acts: dict[int, str]) -> list[Effect]:
        """Return what bears on the act, innermost first. ``acts``: the types of all events by their head."""
        token = draft.head
        steps: list[Effect] = []
        if is_verb(token):
            own = own_modality(token)
            real = draft.type in _SPEECH_ACTS and all(e.effect != "future" for e in own) and not any(c.tag == "TO" for c in token.children)  # "threatened ... unless": the threat is real
            steps += [e for e in own if e.rule != _CONDITION or not real]
        elif is_negated(token):
            steps.append(Effect("denied", "negated noun", token))
        steps += self._adjectives(token)
        if not is_verb(token):  # "strike called off after talks", "talks planned for May"
            participles = [c for c in token.children if c.dep == "acl" and c.tag == "VBN"]
            steps += [e for c in participles if (e := self._lookup(c, "obj")) is not None and e.effect not in ("same", "actual")]
        for _ in range(_STEPS):
            top = climb_partitive(token) if not is_verb(token) else token
            definite = not is_verb(token) and (is_definite(token) or is_definite(top))
            if top is not token:
                steps += self._partitives(token, top)
                token = top
            found = self._step(token, slots, definite)
            if found is None:
                break
            below, (effect, token, is_open) = token, found
            if effect is not None and effect.effect == "denied" and effect.entry is not None and is_verb(token) and is_negated(token):
                # "did not deny" leaves it open, "did not call off the strike" does not
                effect = Effect("hypothetical" if token.lemma in _SAYING_NO else "same", f"not {effect.rule}", effect.token, effect.entry)
                is_open = False
            if effect is not None and effect.effect not in ("actual", "same") and effect.entry is not None and self._was_uttered(draft, below, token, definite=definite or effect.effect == "denied"):
                effect, is_open = Effect("actual", "what is turned down was said", effect.token, effect.entry), False
            if below is draft.head and draft.type in _SPEECH_ACTS and is_verb(below) and acts.get(token.i) in _UTTERED and is_verb(token) and any(c.tag == "TO" for c in below.children):
                effect, is_open = Effect("same", "said by doing it", token), True  # "rallied to demand ...", "phoned to thank him": no mere purpose
            if effect is not None:
                steps.append(effect)
                if effect.rule == _NO_CHOICE:
                    steps += own_modality(token, but=token.child("dobj"))
                if not is_open and effect.effect in ("future", "hypothetical", "demanded") and not is_verb(token) and is_negated(token):
                    steps.append(Effect("denied", "negated noun", token))  # "has no intention of ..."
            if not is_open or (token.i in cues and effect is not None and effect.effect in ("actual", "same")):
                break
            if is_verb(token):
                counted = below.dep == "conj" and is_verb(below) and is_negated(below)  # "neither attacked nor shelled it": one negation
                steps += [e for e in own_modality(token, but=below) if not (counted and e.effect == "denied")]
            elif is_negated(token):
                steps.append(Effect("denied", "negated noun", token))
        return steps

    def _was_uttered(self, draft: Draft, noun: Token, verb: Token, *, definite: bool) -> bool:
        """Whether an act is the call, threat or charge that somebody turns down, weighs or takes back: it was made all the same."""
        spoken = draft.type in ("REQUEST", "THREATEN") or (draft.type == "ACCUSE" and draft.mode != "investigate")
        return definite and spoken and noun is climb_partitive(draft.head) and noun.dep in ("dobj", "nsubjpass") and is_verb(verb) and not is_verb(noun) and not any(c.lower in ("any", "no") for c in noun.children)

    def _adjectives(self, noun: Token) -> list[Effect]:
        """Return what words before an event noun do to it: "planned", "possible", "alleged", "any"."""
        found = [Effect(e["effect"], f"adjective {c.lower}", c, e) for c in noun.children if c.dep in ("amod", "compound") and (e := self._before_noun(c.lower)) is not None]
        return found + [Effect("hypothetical", "any", c) for c in noun.children if c.dep == "det" and c.lower == "any" and c.i < noun.i]

    def _before_noun(self, word: str) -> Entry | None:
        return next((by_slot["amod"] for rest, by_slot in self.lexicon.embedding.get((word, "adj"), ()) if not rest and "amod" in by_slot), None)

    def _partitives(self, token: Token, top: Token) -> list[Effect]:
        steps: list[Effect] = []
        while token is not top:
            if token.dep == "pobj" and (found := self._lookup(token.head.head, token.head.lower)) is not None:
                steps.append(found)
                token = token.head.head
            else:
                token = token.head
        return steps

    def _step(self, token: Token, slots: Slots, definite: bool) -> tuple[Effect | None, Token, bool] | None:
        """Climb one step: (effect, governor, whether what lies outside still bears on the act); None at the top."""
        head, dep = token.head, token.dep
        if head is token:
            return None
        if dep == "conj":
            return self._conjunct(token, head, slots)
        told = dep == "relcl" or (dep == "acl" and token.tag in ("VBD", "VBZ", "VBP") and not any(c.dep == "mark" for c in token.children))
        if told and (kept := self._content_clause(token, head)) is not None:
            return kept
        if dep == "relcl" and _is_of_anyone(token, head):
            return Effect("hypothetical", "whoever does it", head), head, False
        if dep in ("relcl", "appos", "parataxis"):
            return None
        if is_verb(token) or token.pos == "ADJ":
            return self._verb_step(token, head, dep)
        return self._noun_step(token, head, dep, slots, definite)

    def _conjunct(self, token: Token, head: Token, slots: Slots) -> tuple[Effect | None, Token, bool] | None:
        """Go past a coordination: a clause with a subject, an auxiliary or a tense of its own takes nothing from the verb before it."""
        if not is_verb(token) or not is_verb(head):
            return None, head, True
        top = head
        while top.dep == "conj" and is_verb(top.head):
            top = top.head
        same_form = token.tag == head.tag or ({token.tag, head.tag} == {"VBD", "VBN"} and any(c.dep == "aux" for c in top.children))
        own = not same_form or any(c.dep in ("nsubj", "nsubjpass", "aux", "neg") for c in token.children)
        if not own:
            return None, head, True
        if token.tag == "VB" and any(c.tag == "TO" for c in token.children) and (twin := head.child("xcomp")) is not None and twin.tag == "VB":
            return self._step(twin, slots, False)  # "the rebels were to disarm and the state [to pardon] them"
        while head.dep == "conj" and is_verb(head.head):
            head = head.head
        return self._step(head, slots, False)

    def _content_clause(self, token: Token, noun: Token) -> tuple[Effect | None, Token, bool] | None:
        """Read a clause that says what a noun consists in, which the parser took for a relative one: "time for them [to go]", "the demand that they [leave]"."""
        if any(c.dep == "aux" and c.tag == "TO" for c in token.children):
            effect = self._lookup(noun, "to") if any(c.dep == "mark" and c.lower == "for" for c in token.children) else None
        else:
            that = next((c for c in token.children if c.lower == "that" and c.tag == "IN"), None)
            subject, thing = token.child("nsubj", "nsubjpass"), token.child("dobj")
            bare = that is None and thing is not None and thing.i > token.i and subject is not None and subject.tag not in ("WP", "WDT") and noun.i == leftmost(subject).i - 1
            effect = self._lookup(noun, "that") if subject is not None and ((that is not None and thing in (None, that)) or bare) else None
        return (effect, noun, effect.effect in ("demanded", "future", "same")) if effect is not None else None

    def _verb_step(self, token: Token, head: Token, dep: str) -> tuple[Effect | None, Token, bool] | None:
        infinitive = any(c.tag == "TO" for c in token.children)
        if infinitive and (forced := _has_no_choice(token, head)) is not None:
            return Effect("same", _NO_CHOICE, forced), forced, False
        if dep in ("ccomp", "xcomp", "pcomp", "acl", "csubj") and (open_ := next((c for c in token.children if c.i < token.i and (c.lower == "whether" or (c.lower == "if" and dep == "ccomp"))), None)) is not None:
            return Effect("hypothetical", "open question", open_), head, False
        if dep in ("ccomp", "csubj", "pcomp") and (open_ := next((c for c in token.children if c.i < token.i and c.lower in _WHO), None)) is not None:
            return Effect("actual", "only who, how or why is open", open_), head, False  # "it is not clear who attacked"
        if dep == "pcomp":
            governor = head.head
            if governor.pos == "ADV" and is_verb(governor.head) and (found := self._lookup(governor.head, head.lower)) is not None:
                return found, governor.head, False  # "stopped short of condemning"
            if (before := head.child("advmod")) is not None and (found := self._lookup(before, head.lower)) is not None:
                return found, before, False  # "instead of arresting"
            effect = self._lookup(governor, head.lower) or self._lookup(governor, "ing") or self._preposition(head)
            if effect is None and is_verb(governor) and (thing := governor.child("dobj")) is not None and (effect := self._lookup(thing, head.lower)) is not None:
                governor = thing  # "expressed thanks for sheltering them": the preposition hung one too high
            return effect, governor, (effect is None and is_verb(governor)) or (effect is not None and (effect.effect in ("same", "reverse", "capacity") or effect.entry is None))
        if dep in ("xcomp", "ccomp", "acl", "csubj", "csubjpass", "oprd", "dobj", "nsubj", "pobj"):
            if head.lemma == "let" and any(c.dep in ("nsubj", "dobj") and c.tag == "PRP" and c.lower in ("'s", "\u2019s", "us") for c in (*token.children, *head.children)):
                return Effect("demanded", "let us", head), head, False
            if infinitive and head.lemma in ("have", "be", "remain") and any(c.lower == "yet" for c in head.children):
                return Effect("denied", "has yet to", head), head, False
            if dep == "ccomp" and token.i < head.i and any(c.text == ";" and token.i < c.i < head.i for c in head.children):
                return None  # two sentences in one
            if infinitive and dep == "acl" and head.lemma in _CHANCES and head.dep == "dobj" and head.head.lemma in ("take", "use", "seize"):
                return Effect("same", "occasion taken", head), head.head, True
            if infinitive and head.lemma == "order" and head.head.lower == "in":
                return Effect("hypothetical", "purpose", token), head, False
            if infinitive and is_verb(head) and (intent := _intent_before(token, head)) is not None and self._lookup(head, "to") is None and (effect := self._lookup(intent, "to")) is not None:
                return effect, intent, True  # "foiled a plot to bomb it": the parser hangs the act on the verb
            slot = "to" if infinitive else "ing" if is_gerund(token) else "that"
            if dep == "acl" and not infinitive and not any(c.dep == "mark" and c.lower == "that" for c in token.children):
                return None
            if infinitive and (too := next((c for c in head.children if c.dep == "advmod" and c.lower == "too"), None)) is not None:
                return Effect("denied", "too ... to", too), head, False
            if infinitive and head.lemma == "have" and head.tag in ("VBD", "VBN") and head.dep in ("ROOT", "conj", "advcl", "relcl") and not any(c.tag == "MD" for c in head.children):
                return Effect("actual", "had to", head), head, False  # what was said that they "had to" do was asked for
            whose = self._lookup(head, "csubj") if infinitive and token.child("nsubj", "nsubjpass") is not None else None  # "wants them to leave"
            effect = whose or self._lookup(head, slot) or (self._lookup(head, "obj") if slot == "ing" else None)
            if effect is not None and effect.effect == "capacity" and head.pos == "NOUN":
                return Effect("hypothetical", effect.rule, head, effect.entry), head, False  # whatever becomes of "its ability to attack"
            if effect is None and dep == "ccomp" and token.i < head.i and is_verb(head):
                return None  # "He offered to host them; neither accepted"; "..., she said"
            if effect is None and head.lemma == "be":  # "it is right that ..."
                effect = next((found for c in head.children if c.dep in ("acomp", "attr") and (found := self._lookup(c, slot)) is not None), None)
            if effect is None and infinitive and dep == "acl" and (part := next((g for c in head.children if c.lower == "of" for g in c.children if g.dep == "pobj"), None)) is not None:
                effect = self._lookup(part, "to")  # "the second phase of the campaign to drive them out"
            if effect is None and infinitive and dep in ("acl", "xcomp", "oprd", "ccomp"):
                effect = Effect("future" if head.pos == "NOUN" else "same", "infinitive", token) if head.pos == "NOUN" else None
            if effect is not None and effect.effect == "demanded" and head.pos == "NOUN" and (heeded := _heeded(head)) is not None:
                return Effect("same", "demand complied with", heeded), heeded, True
            is_open = effect is None or (effect.effect in ("same", "reverse", "capacity") and (slot in ("to", "ing") or head.lemma == "be" or dep == "acl"))
            return effect, head, is_open or (effect is not None and effect.effect in ("future", "hypothetical", "demanded") and slot == "to")
        if dep == "advcl":
            return self._adverbial(token, head, infinitive)
        return None, head, dep == "acomp" and head.lemma == "be"  # "may be able to", "is not ready to"

    def _adverbial(self, token: Token, head: Token, infinitive: bool) -> tuple[Effect | None, Token, bool] | None:
        if infinitive and any(c.dep == "mark" and c.lower == "for" for c in token.children) and (effect := self._lookup(head, "for")) is not None:
            return effect, head, False  # "called for the president to resign"
        mark = next((c for c in token.children if c.dep in ("mark", "advmod") and c.lower in _IF | {"until", "before", "once", "when", "so", "that", "in"}), None)
        if mark is not None and mark.lower in _IF:
            return Effect("hypothetical", "conditional clause", mark), head, False
        if (mark is not None and mark.lower in ("until", "once") and not token.tag == head.tag == "VBD") or (mark is not None and mark.lower in ("before", "when") and _is_future(head)):
            return Effect("hypothetical", "open condition", mark), head, False
        if mark is not None and mark.lower in ("so", "that") and not infinitive and any(c.lower == "so" for c in token.children):
            return Effect("hypothetical", "purpose", mark), head, False
        if infinitive:
            effect = self._lookup(head, "to") or (self._lookup(head, "csubj") if head.child("dobj") is not None else None)
            if effect is None and (intent := _intent_before(token, head)) is not None and (effect := self._lookup(intent, "to")) is not None:
                return effect, intent, True  # "thwarted a plot to bomb it"
            if effect is not None and not (effect.effect == "demanded" and head.lemma == "need" and head.child("dobj") is not None):
                return effect, head, True
            if head.lemma in _JOURNEYS and _is_future(head):
                return Effect("same", "errand", token), head, True  # "will fly to Lima to meet him"
            return Effect("hypothetical", "purpose", token), head, False
        if token.tag == "VBG":
            return None, head, True  # "..., killing three": shares the main clause's status
        return None, head, False

    def _noun_step(self, token: Token, head: Token, dep: str, slots: Slots, definite: bool) -> tuple[Effect | None, Token, bool] | None:
        if dep in ("dobj", "nsubjpass", "attr", "oprd") and is_verb(head):
            return self._object_step(token, head, slots, definite)
        if dep == "pobj":
            return self._prepositional(token, head, slots, definite)
        if dep in ("nsubj", "csubj") and is_verb(head):
            effect = self._lookup(head, "subj")
            if effect is None and head.lemma == "be":
                effect = self._predicative(head)
            return effect, head, effect is not None and effect.effect == "same"
        if dep in ("compound", "nmod", "poss", "amod") and head.pos in ("NOUN", "PROPN"):
            effect = self._lookup(head, "comp") or (self._lookup(head, "of") if dep == "compound" else None) or (self._lookup(head, "for") if dep == "compound" else None)
            return effect, head, effect is None and False
        return None, head, False

    def _object_step(self, token: Token, head: Token, slots: Slots, definite: bool) -> tuple[Effect | None, Token, bool]:
        light = slots.light_of(token)
        if light is not None and light.verb is head:
            return (Effect(light.effect, "light verb", head, light.entry) if light.effect != "same" else None), head, True
        effect = self._lookup(head, "obj")
        if effect is not None and effect.effect == "demanded" and head.lemma == "order" and definite and self._is_attack(token):
            effect = Effect("same", "an attack ordered is one made", head, effect.entry)  # "accused of ordering the killings"
        if effect is not None and effect.effect == "same" and definite and is_negated(head):
            return None, head, False  # "no one claimed the attack": there was one
        if effect is not None:
            return effect, head, effect.effect in ("same", "reverse", "future")
        return None, head, not definite and token.tag in ("NN", "NNS") and head.lemma != "be"

    def _is_attack(self, noun: Token) -> bool:
        return any(p.type == "ASSAULT" for p in self.lexicon.by_head.get((noun.lemma.lower(), "noun"), ()))

    def _prepositional(self, token: Token, head: Token, slots: Slots, definite: bool) -> tuple[Effect | None, Token, bool]:
        governor = head.head
        if governor.lemma in ("case", "event") and governor.dep == "pobj" and governor.head.lower == "in":
            return Effect("hypothetical", f"in {governor.lemma} of", governor), governor, False
        if head.lower == "under" and is_verb(governor) and governor.lemma != "be" and slots.is_of(token, _AGREED):
            return Effect("actual", "under an agreement", head), governor, False  # "under the deal, the rebels will leave"
        effect = self._lookup(governor, head.lower)
        if governor.dep in ("dobj", "nsubjpass") and (of_both := self._lookup(governor.head, head.lower)) is not None and of_both.entry is not None and " " in of_both.entry["phrase"]:
            effect, governor = of_both, governor.head  # "denied responsibility for the raid" is no "responsibility for"
        if effect is None and is_verb(governor):
            for child in governor.children:  # "issued a call for talks": the preposition hung one too high
                if child.dep in ("dobj", "nsubjpass") and (effect := self._lookup(child, head.lower)) is not None:
                    governor = child
                    break
        if effect is None and governor.dep == "dobj" and (effect := self._lookup(governor.head, head.lower)) is not None:
            governor = governor.head  # "threatened shopkeepers with arrest": and here one too low
        effect = effect or self._preposition(head)
        if effect is not None:
            refused = effect.effect in ("demanded", "future") and governor.dep in ("dobj", "nsubjpass") and (of_it := self._lookup(governor.head, "obj")) is not None and of_it.effect == "denied"
            return effect, governor, effect.effect in ("same", "reverse") or effect.entry is None or refused  # "vetoed proposals for an inquiry"
        light = slots.light_of(token)
        if light is not None and light.verb is governor:
            return (Effect(light.effect, "light verb", governor, light.entry) if light.effect != "same" else None), governor, True
        return None, governor, is_verb(governor) and not definite

    def _preposition(self, prep: Token) -> Effect | None:
        entry = next((s["pobj"] if "pobj" in s else next(iter(s.values())) for rest, s in self.lexicon.embedding.get((prep.lower, "prep"), ()) if not rest), None)
        return Effect(entry["effect"], f"preposition {prep.lower}", prep, entry) if entry is not None else None

    def _predicative(self, be: Token) -> Effect | None:
        for child in be.children:
            if child.dep in ("acomp", "attr", "oprd") and (found := self._lookup(child, "subj")) is not None:
                return found
        return None

    def _lookup(self, governor: Token, slot: str) -> Effect | None:
        """Return what a governor does to an act in one of its slots, its longest phrase first."""
        lemma = governor.lemma.lower()
        for pos in _poses(governor):
            for rest, by_slot in self.lexicon.embedding.get((lemma, pos), ()):
                if rest and not all(any(c.lower == w or c.lemma.lower() == w for c in _near(governor)) for w in rest):
                    continue
                if (entry := by_slot.get(slot)) is not None:
                    return Effect(entry["effect"], f"{lemma} {slot}", governor, entry)
        return None


def _intent_before(infinitive: Token, verb: Token) -> Token | None:
    """Return the object of a verb that stands right before an infinitive below it."""
    thing = verb.child("dobj", "nsubjpass")
    mark = min(c.i for c in infinitive.children if c.tag == "TO")
    return thing if thing is not None and thing.i == mark - 1 and thing.pos == "NOUN" else None


def _has_no_choice(token: Token, head: Token) -> Token | None:
    """Return the verb of "have no choice but [to block] the road"."""
    choice = head.head if token.dep == "pcomp" and head.lower == "but" else head.child("dobj")
    if choice is None or not any(c.lower == "no" for c in choice.children) or not any(c.lower == "but" for c in (*token.children, *choice.children)):
        return None
    return choice.head if is_verb(choice.head) else None


def _heeded(demand: Token) -> Token | None:
    """Return the verb by which somebody does what is asked: "complied with [an order] to leave", "obeyed [the order]"."""
    verb = demand.head.head if demand.dep == "pobj" and demand.head.lower == "with" else demand.head if demand.dep == "dobj" else None
    return verb if verb is not None and verb.lemma in _HEEDING else None


def _is_able(word: Token) -> bool:
    """Whether a capacity is told as one, not as used or coming: "were able to leave", "will be able to return"."""
    return not (word.head.lemma == "be" and word.head.tag in ("VBD", "VB"))


def _near(token: Token) -> list[Token]:
    return token.children + [g for c in token.children for g in c.children if c.dep in ("prep", "dobj", "prt", "acomp", "attr")]


def _poses(token: Token) -> tuple[str, ...]:
    if is_verb(token):
        return ("verb",)
    if token.pos == "ADJ":
        return ("adj", "verb")
    if token.pos in ("NOUN", "PROPN"):
        return ("noun",)
    if token.pos in ("ADP", "SCONJ", "ADV"):
        return ("prep", "mark")
    return ()


def is_coded(draft: Draft) -> bool:
    """Whether a draft names a party or a definite occasion: the codebook's line between an event and a general word."""
    if draft.actors or draft.recipients or draft.also or (is_verb(draft.head) and not draft.predicate.actor and not draft.predicate.recipient):
        return True  # the lexicon line knows of no party: "a bomb exploded"
    if is_verb(draft.head) and any(c.dep in ("nsubj", "nsubjpass", "dobj") and c.tag == "PRP" and c.lower in _PEOPLE for c in draft.head.children):
        return True  # "He was gunned down outside his home": somebody, though the text has not named him
    told_of = draft.predicate.conditions or draft.head.child("nsubj") is None  # but "who set the fire" names nobody
    if is_verb(draft.head) and draft.type in _DEEDS and told_of and draft.head.dep not in ("amod", "acl", "relcl") and any(t.pos in ("NOUN", "PROPN") for t in logical_object(draft.head)):
        return True  # "the embargo was lifted", "shells hit the bridge": what was done to what, though no party is named
    if is_verb(draft.head) or draft.head.pos == "ADJ":
        return draft.status == "demanded" or any(t.tag == "CD" for t in logical_object(draft.head))  # "Five killed": people, uncalled
    if draft.status != "actual":
        return True  # something asked for, announced or feared: "called for an inquiry"
    if draft.type in _DATED and _is_placed(draft.head):
        return True
    if draft.type in _OCCASIONS:
        if any(c.dep == "compound" and c.ent is not None and c.ent.label in ("GPE", "LOC", "FAC") for c in draft.head.children):
            return True  # "the" Kabul blast
        if any(c.dep == "relcl" for c in draft.head.children):
            return True  # "a gun battle in which six died"
        if draft.head.dep in ("nsubj", "nsubjpass") and draft.head.head.lemma in _BREAKING_OUT:
            return True  # "gunfire was heard", "looting broke out"
        if draft.head.dep == "pobj" and draft.head.head.lower == "of" and draft.head.head.head.lemma in SPANS:
            return True  # "after seven days of fighting"
        return draft.head.tag == "NNS" or any(c.dep in ("det", "poss") and c.lower not in ("a", "an", "any", "no", "some") for c in draft.head.children)
    return any(c.dep == "poss" for c in draft.head.children)


def _is_placed(noun: Token) -> bool:
    """Whether a noun of action has a place or a day of its own: "a rally in Cochabamba", "Tuesday's talks"."""
    names = [g for c in noun.children if c.dep == "prep" and c.lower in ("in", "at", "on", "near", "outside") for g in c.children if g.dep == "pobj"]
    names += [c for c in noun.children if c.dep in ("compound", "poss", "nmod")]
    return any(n.ent is not None and n.ent.label in ("GPE", "LOC", "FAC", "DATE") for n in names)


def own_modality(verb: Token, *, but: Token | None = None) -> list[Effect]:
    """Return what a verb's own auxiliaries, negation and conditional clauses do to it; "no aid" below it has been counted (``but``)."""
    steps: list[Effect] = []
    subject_to = False
    inverted = _inverted(verb)
    for child in verb.children:
        if child.dep == "aux":
            steps += _auxiliary(child, verb) if child is not inverted else [Effect("hypothetical", "conditional inversion", child)]
        elif child.dep == "advcl" and (any(c.dep == "mark" and c.lower in ("if", "unless", "should") for c in child.children) or _inverted(child) is not None):
            subject_to = True
    if not steps and verb.dep == "conj" and is_verb(verb.head) and not any(c.dep in ("nsubj", "nsubjpass", "aux", "auxpass") for c in verb.children):
        steps += [e for c in verb.head.children if c.dep == "aux" and c.i < verb.head.i for e in _auxiliary(c, verb)]
    if verb.dep == "ROOT" and any(c.tag == "TO" for c in verb.children) and verb.child("nsubj", "nsubjpass") is not None:
        steps.append(Effect("future", "headline infinitive", verb))  # "Taxi drivers to strike"
    if verb.dep == "ROOT" and verb.sent.tokens[-1].text == "?" and not any(c.lower in _WHO and c.i < verb.i for c in verb.children) and (asked := verb.child("aux", "auxpass")) is not None and (of := verb.child("nsubj", "nsubjpass")) is not None and asked.i < of.i:
        steps.append(Effect("hypothetical", "question", asked))
    if is_order(verb):
        steps.append(Effect("demanded", "imperative", verb))
    if _is_open_to_any(verb, steps):
        steps.append(Effect("hypothetical", "whoever it may be, or only when", verb))
    if is_negated(verb, but=but):
        steps.append(Effect("denied", "negation", verb))
    if subject_to and (not steps or steps[-1].effect != "denied"):
        steps.append(Effect("hypothetical", _CONDITION, verb))
    return steps


def _is_open_to_any(verb: Token, steps: list[Effect]) -> bool:
    """Whether what will or would be done hangs on somebody doing first what is not yet done: "whoever attacks would face ...", "will resume only when they stop"."""
    subject = verb.child("nsubj", "nsubjpass", "csubj", "csubjpass")
    if subject is None or not any(e.effect == "future" or e.rule == "would" for e in steps):
        return False
    if subject.lower in _ANYBODY or any(c.lower in ("any", "whoever") and c.i < subject.i for c in subject.children):
        return True
    only = any(c.lower == "only" and c.dep == "advmod" for c in verb.children)
    return only and any(c.dep == "advcl" and any(g.lower in ("when", "once", "after") for g in c.children) for c in verb.children)


def _is_of_anyone(verb: Token, noun: Token) -> bool:
    """Whether a relative clause names no deed but whom a rule to come is for: "those who beat prisoners will be banned"."""
    if verb.tag not in ("VBP", "VBZ") or any(c.dep in ("aux", "auxpass") for c in verb.children) or noun.dep not in ("nsubj", "nsubjpass"):
        return False
    bare = noun.tag == "NNS" and not any(c.dep in ("det", "poss", "nummod") for c in noun.children) and noun.i + 1 == leftmost(verb).i
    return (noun.lower in ("those", *_ANYBODY) or bare or any(c.lower == "any" for c in noun.children)) and (_is_future(noun.head) or any(c.lower == "would" for c in noun.head.children))


def _inverted(verb: Token) -> Token | None:
    """Return the auxiliary that stands for an "if": "Had the rebels accepted it, ...", "should the raids continue"."""
    if verb.sent.tokens[-1].text == "?":
        return None
    for aux in verb.children:
        if aux.dep == "aux" and aux.lower in ("had", "should") and any(c.dep in ("nsubj", "nsubjpass") and aux.i < c.i < verb.i for c in verb.children):
            return aux
    return None


def _auxiliary(aux: Token, verb: Token) -> list[Effect]:
    word = aux.lower
    if word in _FUTURE:
        return [Effect("future", "future auxiliary", aux)]
    if word in ("would", "'d") and aux.tag == "MD":
        if verb.tag == "VBN" and any(c.dep == "aux" and c.lower == "have" for c in verb.children):
            return [Effect("hypothetical", "would have", aux)]
        reported = verb.dep in ("ccomp", "relcl", "conj") or verb.head is not verb
        return [Effect("future" if reported else "hypothetical", "would", aux)]
    if word in _POSSIBLE and aux.tag == "MD":
        return [Effect("hypothetical", "possibility auxiliary", aux)]
    if word in _OUGHT or (word == "let" and aux.dep == "aux"):
        return [Effect("demanded", "obligation auxiliary", aux)]
    return []


def _is_future(verb: Token) -> bool:
    return any(e.effect == "future" for e in own_modality(verb))


def combine(inner: str, effect: str) -> str:
    """Return the status of an act whose own status is ``inner`` under an embedding with ``effect``."""
    if effect in ("same", "actual", "capacity"):
        return inner
    if effect == "reverse":
        return {"denied": "actual", "actual": "denied"}.get(inner, inner)
    if inner == "denied":
        return "actual" if effect == "denied" else "denied"
    if effect == "denied":
        return "denied"
    if inner == "hypothetical" or effect == "hypothetical":
        return "hypothetical"
    if inner == "demanded":
        return "demanded"
    return effect
