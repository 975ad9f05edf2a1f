"""Status: did it happen? Polarity and modality carried from the act's own words outwards through everything that embeds it.

Reads events, statements; writes the status of events, and drops those that name neither a party nor a definite occasion. This module walks outwards and
combines; what a verb's own words do is in ``modality``, one step outwards in ``embedding``, what is an event at all in ``occasion`` and ``no_act``.
After the embedding approach of Saurí and Pustejovsky, FactBank (2009), and de Marneffe et al., Did it happen? (2012).
"""

from __future__ import annotations

from reportedly.analysis import Analysis, Draft, Token
from reportedly.coding.calendar.days_ahead import DAY_AHEAD, dated_ahead
from reportedly.coding.grammar.slots import Slots
from reportedly.coding.grammar.syntax import climb_partitive, first_joined, is_definite, is_negated, is_verb
from reportedly.coding.happening.borne_out import LEFT_UNDONE, is_borne_out, is_left_undone, is_told_of
from reportedly.coding.happening.embedding import ATTACK_ORDERED, NO_CHOICE, Embedding
from reportedly.coding.happening.embedding_shapes import is_able, is_present_somewhere
from reportedly.coding.happening.modality import CONDITION, QUESTION, Effect, combine, own_modality
from reportedly.coding.happening.occasion import is_coded
from reportedly.lexicons.modes import SPEECH_ACTS
from reportedly.lexicons.predicates import PredicateLexicon
from reportedly.lexicons.word_lists import word_list

_STEPS = 12
_HELD = word_list("status.held")
_ANNOUNCING = frozenset({"announce", "unveil", "outline"})
_WISHING = word_list("status.wishing")
_INFORMING = word_list("status.informing")
_TALKING = word_list("talking_of")
_AWAITED = frozenset({"expect", "due"})
_WILL = frozenset({"will", "would", "shall", "wo", "'ll", "\u2019ll", "'d"})
_TO_COME = frozenset({"AID", "CONSULT", "COOPERATE", "MOBILIZE"})
_KEPT_OFF = frozenset({"prevent obj", "avoid obj"})
_CLAIMS = ("claim ", "report ", "accusation ", "allegation ", "charge ", "rumour ", "rumor ")
_SAYING_NO = word_list("saying_no")
_PREVENTING = word_list("status.preventing")
_SAYING_SO = word_list("saying_so")
_OPENING = word_list("status.opening")
_OFFERS = frozenset({"offer", "invitation", "promise", "pledge"})
_UTTERED = frozenset({"PROTEST", "CONSULT"})  # acts that say what they are for
_GOING_ON = frozenset({"AID", "COERCE", "SANCTION", "COOPERATE", "SUPPORT"})  # what an effort already does; others it may reach in the end
_LABOURS = frozenset({"effort to", "work to", "step to", "mission to", "struggle to"})
_MEASURES = word_list("status.measures")
_JOURNEYS = word_list("journeys")
_FORESEEN = frozenset({"MOBILIZE", "CONSULT", "COOPERATE"})
_CONSISTING = word_list("status.consisting")
_PROLONGING = frozenset({"extend", "prolong", "renew"})
_OPPOSING = frozenset({"oppose", "protest"})
_TAKING_PART = word_list("shares_in")
_INCITING = frozenset({"incite", "instigate", "foment"})
_DECREES = frozenset({"decision to", "decide to", "approve obj", "approval of"})
_DECREED = frozenset({"SANCTION", "COERCE", "ACCUSE", "REJECT"})
_DECIDED = frozenset({"SANCTION", "REJECT"})
_FORCIBLE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "REJECT", "ACCUSE"})
_SETTING_ABOUT = word_list("status.setting_about")
_BROOKING = word_list("status.brooking")
_FURTHERING = word_list("status.furthering")
_OFFERED = frozenset({"AID", "COOPERATE", "CONSULT"})
_KEEPING = word_list("status.keeping")
_HEEDING = word_list("status.heeding")
_DEAL_MAKING = word_list("deal_making")


class Status:
    """Decide the status of every event."""

    reads, writes = ("events", "arguments", "statements", "times"), ("status",)

    def __init__(self, lexicon: PredicateLexicon) -> None:
        self.embedding = Embedding(lexicon)
        self.lexicon = lexicon

    def __call__(self, analysis: Analysis) -> None:
        slots = Slots(analysis, self.lexicon)
        cues = {t.i for s in analysis.statements if s.speaker_spans and (s.parent is None or s.parent.stance != "retracts") for t in s.cue_tokens[:1]}
        acts = {d.head.i: d.type for d in analysis.events}
        ahead = dated_ahead(analysis)
        analysis.events = [d for d in analysis.events if self._decide(d, slots, cues, acts, ahead)]
        for draft in analysis.events:
            if (outer := draft.inside) is not None and outer.type in ("THREATEN", "AGREE") and draft.status == "future" and is_verb(outer.head) and any(e.rule == CONDITION for e in own_modality(outer.head)):
                draft.status = "hypothetical"
                draft.because("status", "threatened or promised under a condition", outer.head.span)
            if outer is not None and outer.type == "AGREE" and outer.status in ("demanded", "hypothetical") and draft.status == "future":
                draft.status = outer.status  # "urged them to agree to a truce"
                draft.because("status", f"as the {outer.head.text} it stands in", outer.head.span)
            if outer is not None and outer.type == "REQUEST" and outer.status == "actual" and draft.status == "hypothetical" and any(e.field == "status" and e.rule == "purpose" for e in draft.evidence):
                draft.status = "demanded"
                draft.because("status", f"asked for by the {outer.head.text}, which was no mere purpose", outer.head.span)  # "travelled to Lima to urge the king to mediate"
        judged = {d.head.i for d in analysis.events if d.type in ("SUPPORT", "ACCUSE", "REJECT")}
        analysis.events = [d for d in analysis.events if is_coded(d) or (d.head.dep == "dobj" and d.head.head.i in judged) or self._takes_place(d) or (d.predicate.pos == "noun" and is_borne_out(d.head))]
        for n, draft in enumerate(analysis.events, 1):
            draft.id = f"e{n}"

    def _takes_place(self, draft: Draft) -> bool:
        """Whether a bare noun is said to begin, go on or be held: "peace talks resumed"."""
        top = climb_partitive(draft.head)  # "a third round of [talks] ended"
        verb = top.head
        return top.dep in ("nsubj", "nsubjpass") and is_verb(verb) and ((thing := verb.child("dobj")) is None or (verb.lemma == "take" and thing.lemma == "place")) and (thing is not None or verb.lemma in _HELD or ((found := self.embedding.lookup(verb, "subj")) is not None and found.effect == "same"))

    def _decide(self, draft: Draft, slots: Slots, cues: set[int], acts: dict[int, str], ahead: set[int]) -> bool:
        """Give an event its status; return whether it is an act at all, and no mere capacity ("is able to shell the port")."""
        status = "actual"
        able = False
        for step in self._walk(draft, slots, cues, acts, ahead):
            able |= step.effect == "capacity" and is_able(step.token)
            combined = combine(status, step.effect) if step.rule not in ("conditional clause", QUESTION) else "hypothetical"  # also "if it does not stop", "will you rule out a strike?"
            if combined != status or step.entry is not None:
                draft.because("status", step.rule, step.token.span, step.entry.at if step.entry else None)
            status = combined
        if status in ("future", "demanded") and is_verb(draft.head) and draft.type not in SPEECH_ACTS and is_left_undone(draft.head):
            status = "denied"
            draft.because("status", LEFT_UNDONE, draft.head.span)
        draft.status = status
        if not any(e.field == "status" for e in draft.evidence):
            draft.because("status", "actual: nothing around it negates, postpones or conditions it")
        return not able or status == "denied"

    def _walk(self, draft: Draft, slots: Slots, cues: set[int], acts: dict[int, str], ahead: set[int]) -> list[Effect]:
        """Return what bears on the act, innermost first. ``acts``: the types of all events by their head; ``ahead``: verbs that tell of a day to come."""
        token, steps = draft.head, self._own_steps(draft, ahead)
        if not is_verb(token) and (is_told_of(token) or (draft.type == "AGREE" and _is_made(token))):
            return [e for e in steps if e.effect == "denied"]
        told = draft.head.lemma == "sign" and draft.head.tag in ("VBN", "VBD") and draft.head.dep in ("acl", "relcl") and draft.head.child("mark") is None
        for _ in range(0 if told else _STEPS):  # "rejected the pact signed with Rome": it was signed
            if token is not draft.head and token.dep == "xcomp" and (token.lemma in _INFORMING or any(c.lower == "clear" for c in token.children)) and (token.head.lemma in _WISHING or any(c.lower in ("i", "we") and c.dep == "nsubj" for c in token.head.children)):
                break  # "The army wishes to inform the public that it has arrested ...": told by saying so
            top = climb_partitive(token) if not is_verb(token) else token
            definite = not is_verb(token) and (is_definite(token) or is_definite(top))
            if top is not token:
                steps += self.embedding.partitives(token, top)
                token = top
            found = self.embedding.step(token, slots, definite)
            if found is None:
                break
            below, (effect, token, is_open) = token, found
            effect, is_open = self._adjusted(draft, below, token, effect, acts, is_open=is_open, definite=definite)
            if effect is not None:
                steps.append(effect)
                if effect.rule == NO_CHOICE:
                    steps += own_modality(token, but=token.child("dobj"))
                if not is_open and effect.effect in ("future", "hypothetical", "demanded") and not is_verb(token) and is_negated(token):
                    steps.append(Effect("denied", "negated noun", token))  # "has no intention of ..."
            if not is_open or (token.i in cues and effect is not None and effect.effect in ("actual", "same")):
                if effect is not None and effect.effect == "denied" and is_verb(token):
                    steps += [e for e in own_modality(token) if e.rule == QUESTION]  # "Will you rule out a strike?"
                if below.dep == "xcomp" and (own := token.child("nsubjpass")) is not None and is_negated(own):
                    steps.append(Effect("denied", "negation", own))  # "no marines were reported to have been shot"
                break
            if is_verb(token):
                joined = below.dep == "conj" and is_verb(below)
                counted = below.dep == "conj" and is_verb(below) and (is_negated(below) or _is_contrasted(below, token))  # "neither attacked nor shelled it": one negation
                spoken = below is draft.head and below.pos == "ADJ" and draft.type in SPEECH_ACTS  # "are willing to disarm if": the offer is made
                steps += [e for e in own_modality(token, but=token.child("dobj") if joined else below) if not (counted and e.effect == "denied") and not (spoken and e.rule == CONDITION)]
                if token.i in ahead:
                    steps.append(Effect("future", DAY_AHEAD, token))
            elif is_negated(token) and token.head.lemma != "spare":  # "spare no effort in"
                steps.append(Effect("denied", "negated noun", token))
        return steps

    def _own_steps(self, draft: Draft, ahead: set[int]) -> list[Effect]:
        """Return what the words of the act itself say of it: its auxiliaries, negation and adjectives, participles behind it."""
        token = draft.head
        steps: list[Effect] = []
        if is_verb(token):
            own = own_modality(token)
            if any(c.slot == "neg" and not c.negated for c in draft.predicate.conditions):
                own = [e for e in own if e.effect == "future"]  # "cannot condone": it is the negation that says it; "will not let them vote"
            own += [Effect("future", DAY_AHEAD, token)] if token.i in ahead else []
            real = draft.type in SPEECH_ACTS and all(e.effect != "future" for e in own) and not any(c.tag == "TO" for c in token.children)  # "threatened ... unless": the threat is real
            steps += [e for e in own if e.rule != CONDITION or not real]
            if draft.type == "AID" and token.lemma in _ANNOUNCING:
                steps.append(Effect("future", "announced", token))  # "announced nine million for the clinics"
        elif is_negated(token) and not any(w.lower == "no" for w in draft.words):
            steps.append(Effect("denied", "negated noun", token))
        if draft.mode == "visit" and any(w.lemma in _AWAITED for w in draft.words):
            steps.append(Effect("future", "expected", token))  # "is expected in Paris", "is due in Paris"
        before = self.embedding.adjectives(token)
        if token.dep == "conj" and not is_verb(token) and not any(c.dep in ("det", "poss", "nummod") for c in token.children):
            before += [e for e in self.embedding.adjectives(first_joined(token)) if e.effect == "hypothetical"]  # "any launch or test"
        steps += [e for e in before if e.effect != "future"] if before and not is_verb(token) and is_borne_out(token) else before
        if not is_verb(token):  # "strike called off after talks", "talks planned for May"
            participles = [c for c in token.children if c.dep == "acl" and c.tag == "VBN" and not _is_settled(draft, c)] if not is_borne_out(token) else []
            steps += [e for c in participles if (e := self.embedding.lookup(c, "obj")) is not None and e.effect not in ("same", "actual")]
            steps += [Effect("future", "due", c) for c in token.children if c.lower == "due" and c.dep == "amod" and c.i > token.i and c.child("xcomp", "prep") is not None]
        return steps

    def _adjusted(self, draft: Draft, below: Token, token: Token, effect: Effect | None, acts: dict[int, str], *, is_open: bool, definite: bool) -> tuple[Effect | None, bool]:
        """Return what a word does to this kind of act, where that is not what it does to others, and whether the walk goes on. ``below``: the word the walk came from."""
        for adjust in (self._made_or_known, self._to_come, self._kept_off, self._said_by_it):  # in this order: each sees what the one before made of it
            effect, is_open = adjust(draft, below, token, effect, acts, is_open=is_open, definite=definite)
        return effect, is_open

    def _made_or_known(self, draft: Draft, below: Token, token: Token, effect: Effect | None, acts: dict[int, str], *, is_open: bool, definite: bool) -> tuple[Effect | None, bool]:
        """Where doing, agreeing or talking of it leaves the act done: "foiled a coup", "agreed a deal", "must abide by its commitment"."""
        if effect is None and draft.type == "AID" and token.lemma in _FURTHERING and is_verb(token) and below.dep == "dobj":
            effect, is_open = Effect("same", "furthered", token), True  # "the funding will support the delivery of food"
        if effect is not None and effect.effect == "hypothetical" and draft.type in ("ASSAULT", "COERCE", "MOBILIZE", "CONSULT") and definite and token.lemma in _TALKING and is_verb(token) and not is_verb(below):
            effect, is_open = Effect("actual", "talked of as known", token, effect.entry), False  # "discussed the fight against the militia"
        if (effect is None or effect.effect != "denied") and draft.type in ("SANCTION", "COERCE") and token.lemma in _PROLONGING and below is draft.head and below.dep in ("dobj", "nsubjpass"):
            effect, is_open = Effect("actual", "prolonged is in force", token), False  # "agreed to extend the ban"
        if effect is not None and effect.effect != "actual" and definite and not is_verb(below) and _is_presumed(draft, token, effect):
            effect, is_open = Effect("actual", "known to have been", token, effect.entry), False  # "opposed the war", "accused her of stirring up the riot"
        if effect is not None and (done := self._done_by_it(draft, token, effect, acts)) is not None:
            effect, is_open = done, True
        if effect is not None and effect.effect == "denied" and draft.type == "ASSAULT" and token.lemma in ("thwart", "disrupt", "repulse") and below is draft.head and not is_verb(below) and is_verb(token) and token.tag != "VB":
            effect = Effect("actual", "tried and failed", token, effect.entry)  # "thwarted an attack"
        if effect is not None and effect.effect == "denied" and token.lemma in ("foil", "thwart") and any(w.lower == "coup" for w in draft.words):
            effect = Effect("actual", "tried and failed", token, effect.entry)  # "foiled a coup by junior officers"
        if effect is not None and effect.rule == ATTACK_ORDERED and draft.type != "ASSAULT":
            effect = Effect("demanded", "ordered", token, effect.entry)  # "ordered the seizure of the villas"
        if effect is not None and effect.effect == "future" and draft.type == "AGREE" and token.lemma in ("agree", "accept", "pledge") and below.dep in ("dobj", "nsubjpass"):
            effect = Effect("actual", "agreed is made", token, effect.entry)  # "agreed a deal"
        if effect is not None and effect.effect == "hypothetical" and token.lemma == "mediate" and effect.rule.endswith(" obj") and token.tag in ("VBD", "VBN") and draft.type in ("AGREE", "RETREAT"):
            effect = Effect("actual", "mediated is made", token, effect.entry)  # "mediated a truce"
        if ((draft.type == "SANCTION" and token.lemma in _HEEDING) or (draft.type == "AGREE" and definite and token.lemma in _KEEPING)) and below is draft.head and not is_verb(below) and is_verb(token):
            effect, is_open = Effect("actual", "kept or broken is made", token), False  # "must abide by its commitment", "urged them to respect an embargo"
        return effect, is_open

    def _to_come(self, draft: Draft, below: Token, token: Token, effect: Effect | None, acts: dict[int, str], *, is_open: bool, definite: bool) -> tuple[Effect | None, bool]:
        """Where it is offered or announced, and so to come."""
        if effect is None and draft.type in _FORESEEN and below.dep == "nsubj" and token.lemma in _CONSISTING and any(c.tag == "MD" and c.lower in _WILL for c in token.children):
            effect = Effect("future", "what it will be like", token)  # "the deployment will include"; but "the raid will cost votes"
        if effect is None and token.lemma == "offer" and is_verb(token) and below.dep == "dobj" and draft.type in _OFFERED:
            effect = Effect("future", "offered", token)  # "offered the families compensation"
        if effect is None and token.lemma in _ANNOUNCING and below.dep == "dobj" and draft.type in _TO_COME and not definite:
            effect = Effect("future", "announced", token)  # "announced aid to Chad", "announced a visit"; but "announced the arrest", "announced the deployment"
        if (effect is None or effect.effect in ("same", "actual")) and token.lemma == "offer" and is_verb(token) and below.dep == "dobj" and draft.type in _TO_COME and acts.get(token.i) == "AGREE":
            effect, is_open = Effect("future", "offered", token), True  # "offered asylum to the poet"
        return effect, is_open

    def _kept_off(self, draft: Draft, below: Token, token: Token, effect: Effect | None, acts: dict[int, str], *, is_open: bool, definite: bool) -> tuple[Effect | None, bool]:
        """Where a denial is none, or leaves it undone: "rejected the attack", "the flood prevented a trial"."""
        if effect is not None and effect.effect == "denied" and acts.get(token.i) == "ACCUSE" and draft.type == "ASSAULT" and token.lemma == "reject":
            effect = Effect("actual", "rejected is condemned", token, effect.entry)  # "rejected the attack"
        if effect is not None and effect.effect == "denied" and draft.type in _DECIDED | {"COERCE"} and draft.type != "REJECT" and token.lemma == "reject" and definite and not is_verb(below):
            effect = Effect("actual", "rejected is complained of", token, effect.entry)  # "rejects the sanctions"
        if effect is not None and effect.effect == "denied" and effect.rule.endswith(" from") and token.tag == "VB" and token.lemma in _PREVENTING and not is_negated(token):
            effect = Effect("hypothetical", "to be prevented", token, effect.entry)  # "fired to stop the rebels from entering"; but "stopped them from entering"
        if effect is not None and effect.effect == "demanded" and token.lemma == "order" and is_verb(token) and below is draft.head and not is_verb(below) and is_negated(below):
            effect, is_open = Effect("same", "nobody ordered it", token, effect.entry), False  # "the court ordered no inquiry"
        if effect is not None and effect.rule in _KEPT_OFF and is_verb(token) and _is_told(token):
            effect = Effect("denied", "kept from happening", token, effect.entry)  # "the flood prevented a trial"; but "sent guards to prevent a raid"
        if effect is not None and not is_open and effect.rule.startswith(_CLAIMS) and (denier := token.head).lemma in _SAYING_NO and is_verb(denier) and not is_negated(denier) and token.dep in ("dobj", "nsubjpass"):
            effect = Effect("denied", "what was claimed is denied", denier, effect.entry)  # "rejected claims that the army shelled it"
        return effect, is_open

    def _said_by_it(self, draft: Draft, below: Token, token: Token, effect: Effect | None, acts: dict[int, str], *, is_open: bool, definite: bool) -> tuple[Effect | None, bool]:
        """Where saying, wishing or refusing it is a speech act done, and what else a negation or an occasion leaves open."""
        if draft.type in SPEECH_ACTS and token.lemma == "join" and is_verb(token) and any(c.dep == "dobj" and c.lower in ("me", "us") for c in token.children) and any(c.lower in _WILL for c in token.children):
            effect, is_open = Effect("actual", "said by asking others to join in", token), False  # "they will join me in thanking him"
        if effect is not None and effect.effect == "denied" and effect.entry is not None and is_verb(token) and is_negated(token):
            # "did not deny" leaves it open, "did not call off the strike" does not
            ahead = any(c.tag == "MD" and c.lower in _WILL for c in token.children)  # "will not hesitate to shoot"
            effect = Effect("hypothetical" if token.lemma in _SAYING_NO else "future" if ahead else "same", f"not {effect.rule}", effect.token, effect.entry)
            is_open = False
        if effect is not None and effect.effect not in ("actual", "same") and effect.entry is not None and self._was_uttered(draft, below, token, definite=definite or effect.effect == "denied" or (effect.effect == "future" and draft.type == "REQUEST" and bool(draft.actors))):
            effect, is_open = Effect("actual", "what is turned down was said", effect.token, effect.entry), False
        if effect is not None and effect.effect == "denied" and effect.rule.endswith(" subj") and below is draft.head and not is_verb(below) and draft.type in ("ACCUSE", "REQUEST", "THREATEN"):
            effect, is_open = Effect("actual", "what is untrue was said", effect.token, effect.entry), False  # "allegations that they beat her are untrue"
        if effect is not None and effect.rule == "ahead of" and (draft.type not in _UTTERED or not (draft.actors or draft.recipients)):
            effect = None  # "ahead of the vote": only somebody's meetings are told of so before they are held
        if effect is None and token.lemma in _BROOKING and is_negated(token) and any(c.tag == "MD" for c in token.children):
            effect, is_open = Effect("hypothetical", "not to be borne", token), False  # "will not tolerate attacks"
        if draft.type in SPEECH_ACTS and token.lemma in _WISHING and _is_performed(draft.head, below, token):
            effect, is_open = Effect("actual", "said by wishing to say it", token), False  # "we would like to thank them"
        if effect is not None and effect.effect == "demanded" and token.lemma == "call" and acts.get(token.i) == "CONSULT" and token.child("dobj") is not None:
            effect, is_open = Effect("same", "said by telephone", token), True  # "called her to offer help, inviting her to Lima"
        if (below is draft.head or (draft.head.dep in ("dobj", "conj") and draft.head.head is below)) and draft.type in SPEECH_ACTS and is_verb(below) and _utters(token, acts) and any(c.tag == "TO" for c in below.children):
            effect, is_open = Effect("same", "said by doing it", token), True  # "rallied to demand ...", "a strike to demand ...", "phoned to thank him": no mere purpose
        return effect, is_open

    def _done_by_it(self, draft: Draft, token: Token, effect: Effect, acts: dict[int, str]) -> Effect | None:
        """Return the effect of a word that elsewhere leaves open whether an act is done, where doing the one is doing the other."""
        if (draft.type in _GOING_ON or (draft.type == "CONSULT" and is_verb(draft.head))) and effect.rule in _LABOURS and effect.effect == "hypothetical":
            return Effect("same", "work that goes on", token, effect.entry)  # "efforts to feed the camps", "works to share what it knows"; but "efforts to end the war"
        if effect.rule == "purpose" and self._is_no_mere_purpose(draft, token):
            return Effect("same", "done by doing so", token)
        if effect.rule == "infinitive" and draft.type in _FORCIBLE and acts.get(token.i) in _FORCIBLE:
            return Effect("same", "what an act under way does", token)  # "an operation to clear the valley began"
        decreed = _DECIDED if effect.rule == "decide to" else _DECREED
        judged = effect.rule == "decision to" and is_verb(draft.head) and acts.get(token.head.i) in ("SUPPORT", "ACCUSE")  # "welcomed the decision to free them"
        if effect.effect == "future" and effect.rule in _DECREES and (draft.type in decreed or judged):
            return Effect("same", "done by deciding it", token, effect.entry)  # "approved sanctions", "the decision to charge them", "decided to suspend Togo"
        return None

    def _is_no_mere_purpose(self, draft: Draft, verb: Token) -> bool:
        """Whether an act is no mere purpose of what is done for it: "burned himself [to protest] the curbs", "arrived [to aid] them", "what they do [to help]", "will send advisers [to train] them"."""
        if draft.type == "PROTEST" or (draft.type == "CONSULT" and verb.lemma in _JOURNEYS) or _is_step_taken(verb):
            return True
        if draft.type not in _GOING_ON:
            return False
        return verb.lemma in _SETTING_ABOUT or (verb.lemma == "be" and is_present_somewhere(verb)) or (draft.type in ("AID", "COOPERATE") and any(e.effect == "future" for e in own_modality(verb)))

    def _was_uttered(self, draft: Draft, noun: Token, verb: Token, *, definite: bool) -> bool:
        """Whether an act is the call, threat or charge that somebody turns down, weighs or takes back: it was made all the same."""
        spoken = draft.type in ("REQUEST", "THREATEN") or (draft.type == "ACCUSE" and draft.mode != "investigate") or (draft.type == "AGREE" and draft.head.lemma in _OFFERS)
        if definite and spoken and draft.type == "REQUEST" and verb.lemma in ("favor", "favour") and noun.dep == "pobj":
            return True  # "ruled in favour of the union's request"
        if draft.type == "ACCUSE" and draft.mode != "investigate" and verb.lemma in _SAYING_NO and verb.dep == "relcl":
            return True  # "accused the army, [a charge] it denied"
        if draft.type == "THREATEN" and noun.dep == "pobj" and noun.head.lower == "from" and any(c.dep == "poss" for c in noun.children):
            return True  # "backed down from its threat"
        return definite and spoken and noun is climb_partitive(draft.head) and noun.dep in ("dobj", "nsubjpass") and is_verb(verb) and not is_verb(noun) and not any(c.lower in ("any", "no") for c in noun.children)


def _is_step_taken(verb: Token) -> bool:
    """Whether a verb tells of steps taken, which are what they are for: "condemned the steps [taken] to oust him"."""
    return verb.lemma == "take" and ((verb.dep in ("acl", "relcl") and verb.head.lemma in _MEASURES) or any(c.dep in ("dobj", "nsubjpass") and c.lemma in _MEASURES for c in verb.children))


def _is_presumed(draft: Draft, token: Token, effect: Effect) -> bool:
    """Whether a word takes it for granted that what stands below it was done: "involvement in the shooting", "opposed the war", "incited the riots"."""
    if draft.type == "ASSAULT" and (token.lemma in _OPPOSING or (token.lemma in _TAKING_PART and effect.rule.endswith(" in"))):
        return True
    return draft.type in ("ASSAULT", "PROTEST") and token.lemma in _INCITING


def _utters(word: Token, acts: dict[int, str]) -> bool:
    """Whether a word tells of a protest or a talk that says what it is for, or of holding one: "held a rally [to demand] a vote"."""
    if is_verb(word):
        return acts.get(word.i) in _UTTERED or (word.lemma in _JOURNEYS and word.tag in ("VBD", "VBZ")) or any(c.dep == "dobj" and acts.get(c.i) == "PROTEST" for c in word.children)
    return acts.get(word.i) == "PROTEST"


def _is_told(verb: Token) -> bool:
    """Whether a verb tells what was or is done, no wish, purpose or chance: "prevented", "is preventing", "fought back, preventing"."""
    aux = [c for c in verb.children if c.dep == "aux"]
    if verb.tag == "VB" or any(c.tag in ("MD", "TO") for c in aux):
        return False
    return verb.tag in ("VBD", "VBZ", "VBP") or bool(aux) or (verb.tag == "VBG" and verb.dep == "advcl" and verb.head.tag in ("VBD", "VBZ", "VBP") and not any(c.dep == "mark" for c in verb.children))


def _is_contrasted(later: Token, first: Token) -> bool:
    """Whether a joined verb says what was done instead of what a negation denies: "were not killed but [captured]"."""
    return any(c.dep == "neg" and c.i < first.i for c in first.children) and any(c.dep == "cc" and c.lower == "but" and first.i < c.i < later.i for c in first.children)


def _is_made(deal: Token) -> bool:
    """Whether a text says of a deal that it was made: "called for full implementation of the accord [signed] in May"."""
    return any(c.dep == "acl" and c.tag in ("VBN", "VBD") and c.lemma in _DEAL_MAKING and not is_negated(c) for c in deal.children)


def _is_settled(draft: Draft, participle: Token) -> bool:
    """Whether what is said of an act leaves it done: "the truce [mediated] by Oman", "the deal [agreed] in May", "the strike [ordered] by him", "the truce [agreed] in May has held"."""
    if participle.lemma == "agree":
        noun = draft.head
        return draft.type == "AGREE" or (noun.dep == "nsubj" and (noun.head.tag in ("VBD", "VBZ") or any(c.dep == "aux" and c.lemma == "have" for c in noun.head.children)))
    return participle.lemma == "mediate" or (participle.lemma == "order" and draft.type == "ASSAULT" and (is_definite(draft.head) or (draft.head.dep == "nsubj" and draft.head.head.tag == "VBD")))


def _is_object_of(noun: Token, verb: Token) -> bool:
    """Whether a noun is a verb's object, or joined to it."""
    noun = first_joined(noun)
    return noun.dep == "dobj" and noun.head is verb


def _is_performed(act: Token, verb: Token, above: Token) -> bool:
    """Whether a speech act is done by the wish to do it: "I want to thank", "we would like to express our condolences", "let me begin by paying tribute"."""
    if verb.dep not in ("xcomp", "ccomp") or is_negated(above):
        return False
    saying = verb
    if verb.lemma in _OPENING:
        saying = next((g for c in verb.children if c.dep == "prep" and c.lower in ("by", "with") for g in c.children if g.dep == "pcomp"), verb)
    if saying.lemma not in _SAYING_SO or not (saying is act or _is_object_of(act, saying)):
        return False
    if above.lemma in ("let", "allow"):
        return any(c.lower == "me" for c in (*above.children, *verb.children))
    return above.tag in ("VBP", "VBZ") if above.lemma in ("want", "wish") else any(c.dep == "aux" and c.lower in ("would", "'d", "\u2019d") for c in above.children)
