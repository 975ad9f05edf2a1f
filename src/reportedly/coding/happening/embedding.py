"""Embedding: one step outwards from an act to what it is embedded in, and what that does to it.

At each step the slot the act stands in is named ("to", "of", "obj" ...) and its governor looked up in a table (embedding.tsv).
"""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.grammar.clauses import is_foremost
from reportedly.coding.grammar.slots import Slots
from reportedly.coding.grammar.syntax import is_gerund, is_negated, is_subjunctive, is_time, is_verb, leftmost, prep_objects
from reportedly.coding.happening.embedding_shapes import (
    did_nothing,
    exertion,
    has_no_choice,
    intent_before,
    is_for_them,
    is_judged,
    is_of_it,
    is_or_else,
    is_over,
    is_past,
    is_what_for,
    kept_from,
    was_to,
    wishes_in,
    would_amount,
    would_before,
)
from reportedly.coding.happening.modality import WHO, Effect, is_event_of, is_future, is_of_anyone, is_proviso
from reportedly.lexicons.loader import Entry
from reportedly.lexicons.predicates import PredicateLexicon
from reportedly.lexicons.word_lists import word_list

_IF = frozenset({"if", "unless", "whether", "provided", "should", "lest", "assuming"})
_ADVISING = frozenset({"advise", "suggest", "propose"})
_LETTING = frozenset({"allow", "permit", "facilitate"})
_AGREED = frozenset({"agreement"})
_THROUGH = frozenset({"through", "after", "following", "amid", "throughout"})
_SPANS = word_list("spans_of_time")
_MOVED = word_list("embedding.moved")
_WHILE = frozenset({"during", "at"})
_MEETINGS = frozenset({"meeting", "visit"})
_CHANCES = frozenset({"opportunity", "occasion", "chance", "moment"})
_DEFEATING = word_list("embedding.defeating")
_BEING = frozenset({"be", "prove", "turn"})
_VISITING = word_list("embedding.visiting")
_JOURNEYS = word_list("journeys")
_ESCAPED = word_list("embedding.escaped")
_SENT = word_list("embedding.sent")
_HELPING = word_list("embedding.helping")
CEASING = word_list("ceasing")
NO_CHOICE = "no choice but"
ATTACK_ORDERED = "an attack ordered is one made"
_HATCHING = word_list("embedding.hatching")
_TALKING = word_list("talking_of")
_TALKS = word_list("embedding.talks")
_JUDGED = word_list("embedding.judged")
_TIPS = word_list("embedding.tips")
_GOING_ON = word_list("embedding.going_on")
_BESIDE = frozenset({"by", "after", "since", "upon", "before", "while"})  # "after meeting them, the union decided": no object of it
_YIELDING = frozenset({"RETREAT", "CONCEDE", "AID", "AGREE", "SUPPORT", "CONSULT", "COOPERATE"})
_VOTED = frozenset({"REJECT", "SUPPORT", "ACCUSE", "AGREE"})
_FACING = word_list("embedding.facing")
_NO_PLACE = frozenset({"place", "time", "use", "point"})
_BEING_HELD = word_list("embedding.being_held")
_GIVEN = word_list("embedding.given")


class Embedding:
    """What stands around an act and what that does to it, by the table."""

    def __init__(self, lexicon: PredicateLexicon) -> None:
        self.lexicon = lexicon

    def adjectives(self, noun: Token) -> list[Effect]:
        """Return what words before an event noun do to it: "planned", "possible", "alleged", "any"."""
        found = [Effect(e["effect"], f"adjective {c.lower}", c, e) for c in noun.children if c.dep in ("amod", "compound") and (e := self._before_noun(c.lower)) is not None]
        if noun.lemma in _GIVEN and any(c.lower in ("all", "every") for c in noun.children):
            found = [s for s in found if s.token.lower != "possible"]  # "all possible support" is all there is
        return found + [Effect("hypothetical", "any", c) for c in noun.children if c.dep == "det" and c.lower == "any" and c.i < noun.i]

    def _before_noun(self, word: str) -> Entry | None:
        return next((by_slot["amod"] for rest, by_slot in self.lexicon.embedding.get((word, "adj"), ()) if not rest and "amod" in by_slot), None)

    def partitives(self, token: Token, top: Token) -> list[Effect]:
        steps: list[Effect] = []
        while token is not top:
            if token.dep == "pobj" and (found := self.lookup(token.head.head, token.head.lower)) is not None:
                steps.append(found)
                token = token.head.head
            else:
                token = token.head
        return steps

    def step(self, token: Token, slots: Slots, definite: bool) -> tuple[Effect | None, Token, bool] | None:
        """Climb one step: (effect, governor, whether what lies outside still bears on the act); None at the top."""
        head, dep = token.head, token.dep
        if head is token:
            return None
        if dep == "conj":
            return self._conjunct(token, head, slots)
        if is_verb(token) and dep in ("relcl", "acl") and is_event_of(head):
            return Effect("hypothetical", "in the event that", head), head, False
        told = dep == "relcl" or (dep == "acl" and token.tag in ("VBD", "VBZ", "VBP") and not any(c.dep == "mark" for c in token.children))
        if told and (kept := self._content_clause(token, head)) is not None:
            return kept
        if dep == "relcl" and is_of_anyone(token, head):
            return Effect("hypothetical", "whoever does it", head), head, False
        if dep in ("relcl", "appos", "parataxis"):
            return None
        if is_verb(token) or token.pos == "ADJ":
            return self._verb_step(token, head, dep)
        return self._noun_step(token, head, dep, slots, definite)

    def _conjunct(self, token: Token, head: Token, slots: Slots) -> tuple[Effect | None, Token, bool] | None:
        """Go past a coordination: a clause with a subject, an auxiliary or a tense of its own takes nothing from the verb before it."""
        if not is_verb(token) or not is_verb(head):
            if is_verb(token) and (open_ := next((c for c in token.children if c.i < token.i and c.lower == "whether"), None)) is not None:
                return Effect("hypothetical", "open question", open_), head, False  # "gave no account of the raid or whether it harmed a guard"
            return None, head, True
        top = head
        while top.dep == "conj" and is_verb(top.head):
            top = top.head
        same_form = token.tag == head.tag or ({token.tag, head.tag} == {"VBD", "VBN"} and any(c.dep == "aux" for c in top.children))
        own = not same_form or any(c.dep in ("nsubj", "nsubjpass", "aux", "neg") for c in token.children)
        if not own:
            return None, head, True
        if token.tag == "VB" and any(c.tag == "TO" for c in token.children) and (twin := head.child("xcomp")) is not None and twin.tag == "VB":
            return self.step(twin, slots, False)  # "the rebels were to disarm and the state [to pardon] them"
        while head.dep == "conj" and is_verb(head.head):
            head = head.head
        return self.step(head, slots, False)

    def _content_clause(self, token: Token, noun: Token) -> tuple[Effect | None, Token, bool] | None:
        """Read a clause that says what a noun consists in, which the parser took for a relative one: "time for them [to go]", "the demand that they [leave]"."""
        if any(c.dep == "aux" and c.tag == "TO" for c in token.children):
            effect = self.lookup(noun, "to") if any(c.dep == "mark" and c.lower == "for" for c in token.children) else None
        else:
            that = next((c for c in token.children if c.lower == "that" and (c.tag == "IN" or (token.tag == "VB" and token.child("aux") is None))), None)
            subject, thing = token.child("nsubj", "nsubjpass"), token.child("dobj")
            bare = that is None and thing is not None and thing.i > token.i and subject is not None and subject.tag not in ("WP", "WDT") and noun.i == leftmost(subject).i - 1
            effect = self.lookup(noun, "that") if subject is not None and ((that is not None and thing in (None, that)) or bare) else None
        return (effect, noun, effect.effect in ("demanded", "future", "same")) if effect is not None else None

    def _verb_step(self, token: Token, head: Token, dep: str) -> tuple[Effect | None, Token, bool] | None:
        if is_proviso(head) or (head.lower in ("long", "soon") and head.dep == "advmod" and dep == "advcl" and not is_past(token)):
            return Effect("hypothetical", "open condition", head), head, False  # "provided that the army leaves", "as soon as they disarm"
        infinitive = any(c.tag == "TO" for c in token.children) or self._shares_to(token, head, dep)
        if infinitive and (forced := has_no_choice(token, head)) is not None:
            return Effect("same", NO_CHOICE, forced), forced, False
        if infinitive and (idle := did_nothing(token, head)) is not None:
            return Effect("denied" if not is_negated(idle) else "same", "did nothing to", idle), idle, True
        if (exerted := exertion(token, head, infinitive)) is not None:
            spared = exerted.lemma == "spare"  # "no effort": denies nothing
            return self._verb_step(exerted, exerted.head, exerted.dep) if spared and exerted.head is not exerted else (Effect("future", "spare no effort", exerted) if spared else None, exerted, not spared)
        if infinitive and dep == "xcomp" and head.lemma == "be" and head.tag == "VBD" and head.child("attr", "acomp") is None and any(c.dep == "aux" and c.lower == "have" for c in token.children):
            return Effect("denied", "was to have", head), head, False
        if infinitive and dep in ("acl", "relcl") and any(c.dep == "aux" and c.lower == "have" for c in token.children):
            return Effect("same", "perfect", token), head, self.lookup(head, "that") is not None  # "the sixth lawyer to have been arrested"; but "the claim to have shelled it is false"
        if infinitive and head.lemma == "work" and token.lemma in _DEFEATING and token.child("dobj", "conj") is not None:
            return Effect("same", "a fight that goes on", token), head, True  # "they work to defeat the insurgents"
        if dep in ("ccomp", "xcomp", "pcomp", "acl", "csubj") and (open_ := next((c for c in token.children if c.i < token.i and (c.lower == "whether" or (c.lower == "if" and dep == "ccomp"))), None)) is not None:
            return Effect("hypothetical", "open question", open_), head, False
        if dep in ("ccomp", "csubj", "pcomp") and (open_ := next((c for c in token.children if c.i < token.i and c.lower in WHO), None)) is not None:
            return Effect("actual", "only who, how or why is open", open_), head, False  # "it is not clear who attacked"
        if dep == "pcomp":
            return self._gerund_step(head)
        if dep in ("xcomp", "ccomp", "acl", "csubj", "csubjpass", "oprd", "dobj", "nsubj", "pobj"):
            return self._clause_step(token, head, dep, infinitive=infinitive)
        if dep == "advcl":
            return self._adverbial(token, head, infinitive)
        return None, head, dep == "acomp" and head.lemma == "be"  # "may be able to", "is not ready to"

    def _shares_to(self, token: Token, head: Token, dep: str) -> bool:
        """Whether a bare verb goes on a list of infinitives that the parser hung on what governs them: "urged them to disarm, [free] the miners and ..."."""
        if dep not in ("xcomp", "ccomp") or token.tag not in ("VB", "VBP") or token.child("nsubj", "nsubjpass", "aux", "mark") is not None or not is_verb(head):
            return False
        return any(c is not token and c.i < token.i and is_verb(c) and any(g.tag == "TO" for g in c.children) for c in head.children)

    def _gerund_step(self, head: Token) -> tuple[Effect | None, Token, bool] | None:
        """Climb from a gerund after a preposition (``head``): "stopped short of [condemning]", "instead of [arresting]"."""
        governor = head.head
        if head.lower in ("including", "as") and governor.pos == "NOUN" and (head.lower == "including" or any(c.lower == "such" for c in head.children)):
            return None, governor, True  # "demanded concessions, such as freeing the miners"
        if head.lower == "by" and governor.lower == "including":
            above = governor.head if is_verb(governor.head) else governor.head.head
            return None, above, is_verb(above)  # "will do more, including by sending police"
        if head.lower == "by" and is_verb(governor) and is_negated(governor) and any(c.tag == "MD" for c in governor.children):
            return Effect("actual", "by doing so", head), governor, False  # "will not end the crisis by jailing teachers": it is what they do
        if governor.pos == "ADV" and is_verb(governor.head) and (found := self.lookup(governor.head, head.lower)) is not None:
            return found, governor.head, False  # "stopped short of condemning"
        if (before := head.child("advmod")) is not None and (found := self.lookup(before, head.lower)) is not None:
            return found, before, False  # "instead of arresting"
        effect = self.lookup(governor, head.lower) or (self.lookup(governor, "ing") if head.lower not in _BESIDE else None) or self._preposition(head)
        if effect is None and is_verb(governor) and (thing := governor.child("dobj")) is not None and (effect := self.lookup(thing, head.lower)) is not None:
            governor = thing  # "expressed thanks for sheltering them": the preposition hung one too high
        elif effect is None and governor.dep == "dobj" and (effect := self.lookup(governor.head, head.lower)) is not None:
            governor = governor.head  # "cleared the general of killing them": and here one too low
        return effect, governor, (effect is None and is_verb(governor)) or (effect is not None and (effect.effect in ("same", "reverse", "capacity") or effect.entry is None))

    def _clause_step(self, token: Token, head: Token, dep: str, *, infinitive: bool) -> tuple[Effect | None, Token, bool] | None:
        """Climb from a clause that completes a word: "vowed [to leave]", "said that they [left]", "an order [to leave]"."""
        if head.lemma == "let" and any(c.dep in ("nsubj", "dobj") and c.tag == "PRP" and c.lower in ("'s", "\u2019s", "us") for c in (*token.children, *head.children)):
            return Effect("demanded", "let us", head), head, False
        if infinitive and head.lemma == "be" and head.tag == "VBD" and any(c.dep == "acomp" and c.lower in _JUDGED for c in head.children):
            return Effect("actual", "was right to", head), head, False  # "insisted it was right to ban them"
        if infinitive and is_what_for(head):
            return Effect("hypothetical", "purpose", token), head, False  # "the aim is to destroy them", "are here to help"
        if infinitive and head.lemma in ("have", "be", "remain") and any(c.lower == "yet" for c in head.children):
            return Effect("denied", "has yet to", head), head, False
        if dep == "ccomp" and token.i < head.i and any(c.text == ";" and token.i < c.i < head.i for c in head.children):
            return None  # two sentences in one
        if infinitive and dep == "acl" and head.lemma in _CHANCES and head.dep == "dobj" and head.head.lemma in ("take", "use", "seize"):
            return Effect("same", "occasion taken", head), head.head, True
        if infinitive and dep == "acl" and (done := self._asked_for(head)) is not None:
            return done, done.token, True  # "complied with an order to leave"
        if infinitive and head.lemma == "order" and head.head.lower == "in":
            return Effect("hypothetical", "purpose", token), head, False
        if infinitive and is_verb(head) and (intent := intent_before(token, head)) is not None and self.lookup(head, "to") is None and (effect := self.lookup(intent, "to")) is not None:
            return self._asked_for(intent) or effect, intent, True  # "foiled a plot to bomb it": the parser hangs the act on the verb
        slot = "to" if infinitive else "ing" if is_gerund(token) else "that"
        if (stopped := kept_from(token, head, dep)) is not None:
            return self.lookup(stopped, "from"), stopped, False
        if dep == "acl" and token.tag == "VBN" and head.dep == "pobj" and head.head.lower == "of" and (told := head.head.head).lemma == "report" and is_negated(told):
            return self.lookup(told, "of"), told, True  # "we have no reports of Danes killed"
        if dep == "acl" and not infinitive and not any(c.dep == "mark" and c.lower == "that" for c in token.children):
            return None
        if infinitive and not is_verb(head) and (too := next((c for c in head.children if c.dep == "advmod" and c.lower == "too"), None)) is not None:
            return Effect("denied", "too ... to", too), head, False
        if infinitive and head.lemma == "have" and head.tag in ("VBD", "VBN") and head.dep in ("ROOT", "conj", "advcl", "relcl") and not any(c.tag == "MD" for c in head.children):
            return Effect("actual", "had to", head), head, False  # what was said that they "had to" do was asked for
        whose = self.lookup(head, "csubj") if infinitive and token.child("nsubj", "nsubjpass") is not None else None  # "wants them to leave"
        if infinitive and head.lemma == "vote" and any(p.type in _VOTED for p in self.lexicon.by_head.get((token.lemma.lower(), "verb"), ())):
            return Effect("same", "the vote says it", head), head, True  # "voted to reject the pact"; but "voted to expel him"
        if whose is None and infinitive and head.lemma == "expect" and self._is_asked_politely(token, head):
            return Effect("demanded", "expects it of others", head), head, False
        return self._completed(token, head, slot, whose, infinitive=infinitive)

    def _completed(self, token: Token, head: Token, slot: str, whose: Effect | None, *, infinitive: bool) -> tuple[Effect | None, Token, bool] | None:
        """Look up what the word that a clause completes does to it, or the word beside it that the parser passed by. ``whose``: what it does to the deeds of others."""
        dep = token.dep
        effect = whose or (self.lookup(head, slot) if slot != "to" or not is_judged(token, head) else None) or (self.lookup(head, "obj") if slot == "ing" else None)
        if slot == "to" and self._is_in_face_of(token, head):
            return None, head, True
        if slot == "that" and is_subjunctive(token) and (effect is None or effect.effect in ("same", "actual")):
            return Effect("demanded", "subjunctive", token), head, False  # "insisted that the army withdraw"
        if slot == "that" and effect is not None and effect.effect == "demanded" and head.lemma in _ADVISING and any(c.dep == "aux" and c.lower in ("will", "would") for c in token.children):
            return Effect("same", "told, not asked for", head, effect.entry), head, False  # "advised that they will be fined"
        if effect is not None and effect.effect == "capacity" and head.pos == "NOUN":
            return Effect("hypothetical", effect.rule, head, effect.entry), head, False  # whatever becomes of "its ability to attack"
        if effect is None and dep == "ccomp" and token.i < head.i and is_verb(head):
            return None  # "He offered to host them; neither accepted"; "..., she said"
        if effect is None and head.lemma == "be":  # "it is right that ..."
            effect = next((found for c in head.children if c.dep in ("acomp", "attr") and (found := self.lookup(c, slot)) is not None), None)
        if effect is not None and effect.token.lemma in _MOVED and slot == "that" and is_over(token) and not is_past(head if is_verb(head) else head.head):
            return Effect("actual", "moved by what happened", effect.token, effect.entry), head, False  # "is concerned that he was arrested"
        if effect is None and infinitive and dep == "acl" and (part := next((g for c in head.children if c.lower == "of" for g in c.children if g.dep == "pobj"), None)) is not None:
            effect = self.lookup(part, "to")  # "the second phase of the campaign to drive them out"
        if effect is None and infinitive and head.pos == "NOUN" and dep in ("acl", "relcl") and is_foremost(head):
            return Effect("same", "the first to", head), head, False  # "the highest officer to surrender"
        if effect is None and infinitive and head.pos == "NOUN" and dep in ("acl", "xcomp", "oprd", "ccomp"):
            effect = Effect("future" if head.dep == "dobj" and (is_future(head.head) or (head.head.dep == "xcomp" and is_future(head.head.head))) else "hypothetical", "infinitive", token)  # "will send troops to hold the town"
        if effect is not None and effect.effect in ("hypothetical", "same") and slot == "that" and head.pos == "NOUN" and head.dep in ("nsubj", "nsubjpass"):
            return effect, head, True  # "rumours that he was killed proved false"
        is_open = effect is None or (effect.effect in ("same", "reverse", "capacity") and (slot in ("to", "ing") or head.lemma == "be" or dep == "acl"))
        return effect, head, is_open or (effect is not None and effect.effect in ("future", "hypothetical", "demanded") and slot == "to")

    def _is_in_face_of(self, act: Token, defy: Token) -> bool:
        """Whether an infinitive tells what was done in defiance of something: "defied the curfew to march"; but "defied the order to leave"."""
        if defy.lemma != "defy" or defy.child("dobj") is None:
            return False
        intent = intent_before(act, defy)
        return intent is None or self.lookup(intent, "to") is None

    def _is_asked_politely(self, act: Token, expect: Token) -> bool:
        """Whether a state or "we" expects something good of others, which asks for it: "Berlin expects Moscow to free them"; but "analysts expect a raid"."""
        own, others = expect.child("nsubj"), act.child("nsubj", "nsubjpass")
        return own is not None and others is not None and expect.tag in ("VBZ", "VBP") and (own.pos == "PROPN" or own.lower == "we") and any(p.type in _YIELDING for p in self.lexicon.by_head.get((act.lemma.lower(), "verb"), ()))

    def _adverbial(self, token: Token, head: Token, infinitive: bool) -> tuple[Effect | None, Token, bool] | None:
        if infinitive and is_for_them(token, head):
            return Effect("demanded", "it is for them to", head), head, False  # "it is for the courts to free them"
        if infinitive and (for_ := next((c for c in token.children if c.dep == "mark" and c.lower == "for"), None)) is not None:
            thing = next((c for c in head.children if c.dep == "dobj" and c.i == for_.i - 1), None)  # "repeated its calls for the president to resign"
            if (effect := (self.lookup(thing, "for") if thing is not None else None) or self.lookup(head, "for")) is not None:
                return effect, head, False  # "called for the president to resign"
        mark = next((c for c in token.children if c.dep in ("mark", "advmod") and c.lower in _IF | {"until", "before", "after", "once", "when", "so", "that", "in"}), None)
        if mark is not None and mark.lower == "whether" and (own := token.child("nsubj")) is not None and own.lower == "it" and (token.lemma == "be" or any(c.lemma == "be" for c in token.children)):
            return Effect("actual", "one as well as another", mark), head, False  # "whether it is jailing editors or burning books, they do not stop"
        if mark is not None and mark.lower in _IF:
            return Effect("hypothetical", "conditional clause", mark), head, False
        if head.lower == "soon" and is_verb(head.head) and is_future(head.head) and not is_past(token):
            return Effect("hypothetical", "as soon as", head), head, False
        if mark is not None and mark.lower == "when" and head.lemma != token.lemma in _VISITING and is_future(head) and (own := token.child("nsubj")) is not None and (own.lower in ("he", "she", "they") or any(is_time(g) for c in token.children for g in (c, *c.children))):
            return Effect("future", "occasion", mark), head, False  # "will raise it when he visits Lima"
        if (mark is not None and mark.lower in ("until", "once") and not (is_past(token) and (is_past(head) or (token.tag == "VBD" and head.tag in ("VBN", "VBG") and head.dep in ("acl", "advcl") and not is_future(head))))) or (mark is not None and mark.lower in ("before", "when") and (is_future(head) or would_before(token, head))):
            return Effect("hypothetical", "open condition", mark), head, False
        if mark is not None and mark.lower == "after" and token.tag in ("VBZ", "VBP") and is_future(head):
            return Effect("future", "still to come", mark), head, False  # "will send aid after the senate ratifies the pact"
        if mark is not None and mark.lower == "before" and not infinitive and (token.tag in ("VBZ", "VBP") or is_future(token)):
            obliged = any(c.tag == "MD" for c in head.children)
            return Effect("hypothetical" if obliged else "future", "still to come", mark), head, False  # "days before she visits Lima"; "must be paid before they return"
        if mark is not None and mark.lower in ("so", "that") and not infinitive and any(c.lower == "so" for c in token.children):
            return Effect("hypothetical", "purpose", mark), head, False
        if infinitive and self._is_in_face_of(token, head):
            return None, head, True
        if infinitive and is_what_for(head):
            return Effect("hypothetical", "purpose", token), head, False
        if infinitive and head.lemma in _SENT and token.lemma in _HELPING and is_verb(head):
            return Effect("same", "sent to help", token), head, True  # "sent troops to support the council"
        if infinitive:
            effect = (self.lookup(head, "to") if not is_judged(token, head) else None) or (self.lookup(head, "csubj") if head.child("dobj") is not None else None)
            if effect is None and (intent := intent_before(token, head)) is not None and (effect := self.lookup(intent, "to")) is not None:
                return self._asked_for(intent) or effect, intent, True  # "thwarted a plot to bomb it"
            if effect is not None and not (effect.effect == "demanded" and head.lemma == "need" and head.child("dobj") is not None):
                return effect, head, True
            if head.lemma in _JOURNEYS and is_future(head):
                return Effect("same", "errand", token), head, True  # "will fly to Lima to meet him"
            return Effect("hypothetical", "purpose", token), head, False
        if token.tag == "VBG":
            return None, head, True  # "..., killing three": shares the main clause's status
        return None, head, False

    def _noun_step(self, token: Token, head: Token, dep: str, slots: Slots, definite: bool) -> tuple[Effect | None, Token, bool] | None:
        if (dep in ("dobj", "attr") or (dep == "nsubj" and token.i > head.i)) and head.lemma in ("include", "be") and (wish := wishes_in(head)) is not None:
            return Effect("demanded", "what is demanded", wish), wish, False
        if dep in ("dobj", "nsubjpass", "attr", "oprd") and is_verb(head):
            return self._object_step(token, head, slots, definite)
        if dep == "pobj":
            return self._prepositional(token, head, slots, definite)
        if dep in ("nsubj", "csubj") and is_verb(head):
            if head.lemma in CEASING and is_negated(head) and is_future(head):
                return Effect("future", "will not stop", head), head, False  # "vowed that the attacks would not stop"
            effect = self.lookup(head, "subj")
            if effect is not None and effect.effect == "same" and definite and head.child("xcomp", "ccomp") is not None and is_negated(head):
                return None, head, False  # "these attacks will not cause us to retreat": there were some
            if effect is None and head.lemma in _BEING:
                effect = self._predicative(head.child("xcomp") or head)
            if effect is None and (would := would_amount(head) or was_to(head)) is not None:
                effect = would
            called_for = head.lemma == "be" and any(c.tag == "TO" for c in head.children) and self.lookup(head.head, "for") is not None  # "called for the truce to be general"
            return effect, head, called_for or (effect is not None and effect.effect == "same")
        if dep in ("compound", "nmod", "poss", "amod") and head.pos in ("NOUN", "PROPN"):
            effect = self.lookup(head, "comp") or (self.lookup(head, "of") if dep == "compound" else None) or (self.lookup(head, "for") if dep == "compound" else None)
            return effect, head, False
        return None, head, False

    def _object_step(self, token: Token, head: Token, slots: Slots, definite: bool) -> tuple[Effect | None, Token, bool]:
        if head.lemma in _HATCHING and head.tag in ("VBD", "VBN") and self._is_attack(token) and any(c.dep == "det" and c.lower in ("the", "this", "these", "those") for c in token.children):
            return None, head, True  # "the group planned the attacks of May": known, so made
        if head.lemma in _FACING and is_or_else(head):
            return Effect("hypothetical", "or else", head), head, False  # "must leave or face arrest"
        light = slots.light_of(token)
        if light is not None and light.verb is head:
            happened = light.effect == "same" or (light.effect == "denied" and light.role == "recipient" and (token.lemma not in _ESCAPED or any(c.dep in ("det", "poss") for c in token.children)))  # "escaped an attack", "fled to escape violence", but "escaped arrest"
            if happened and light.effect == "denied":
                return Effect("actual", "what is fled from", head, light.entry), head, False
            if happened and head.lemma in ("announce", "call") and not definite and self._is_to_come(token) and (told := self.lookup(head, "obj") or Effect("future", "called for", head)).effect == "future":
                return told, head, True  # "announced a strike", "announced talks": to come
            if definite and head.lemma in ("claim", "repeat") and is_negated(head):
                return None, head, False  # "no one has claimed the attack": there was one
            return (None if happened else Effect(light.effect, "light verb", head, light.entry)), head, True
        effect = self.lookup(head, "obj")
        if effect is None and (listed := next((c for c in head.children if c.dep == "prep" and head.i < c.i < token.i and c.child("pobj") is not None), None)) is not None:
            effect = self.lookup(head, listed.lower)  # "called for an inquiry, the release of the miners and ...": hung on the verb, but in the list
        if effect is not None and effect.effect == "hypothetical" and head.lemma in _LETTING and head.tag == "VB" and head.dep in ("xcomp", "conj"):
            return None, head, True  # "urged the state to allow an inquiry", "refused to permit visits"
        if effect is not None and effect.effect == "demanded" and head.lemma == "order" and any(c.lower in ("this", "these") for c in token.children):
            return Effect("actual", "told of as known", head, effect.entry), head, False  # "I ordered this deployment"
        if effect is not None and effect.effect == "demanded" and head.lemma == "order" and (definite or head.tag == "VBG") and self._is_attack(token):
            effect = Effect("same", ATTACK_ORDERED, head, effect.entry)  # "accused of ordering the killings"
        if effect is not None and effect.effect == "hypothetical" and definite and head.lemma in _TALKING and token.lemma in _GOING_ON:
            effect = Effect("actual", "what is talked over goes on", head, effect.entry)  # "met to discuss the war against the group"
        if effect is not None and effect.effect == "same" and definite and is_negated(head):
            return None, head, False  # "no one claimed the attack": there was one
        if effect is not None:
            return effect, head, effect.effect in ("same", "reverse", "future")
        return None, head, not definite and token.tag in ("NN", "NNS") and (head.lemma != "be" or head.child("expl") is not None)

    def _is_attack(self, noun: Token) -> bool:
        return any(p.type == "ASSAULT" for p in self.lexicon.by_head.get((noun.lemma.lower(), "noun"), ()))

    def _is_to_come(self, noun: Token) -> bool:
        """Whether a noun names what people announce before they hold it."""
        return any(p.type in ("PROTEST", "CONSULT") for p in self.lexicon.by_head.get((noun.lemma.lower(), "noun"), ()))

    def _prepositional(self, token: Token, head: Token, slots: Slots, definite: bool) -> tuple[Effect | None, Token, bool]:
        governor = head.head
        if governor.dep == "acl" and governor.lemma == "leave" and governor.tag == "VBN":
            governor = governor.head  # "no room left for talks"
        if governor.lemma in _NO_PLACE and any(c.lower == "no" for c in governor.children) and head.lower == "for":
            return Effect("denied", "no place for", governor), governor, False
        if head.lower == "including" and governor.pos in ("NOUN", "PROPN"):
            return None, governor, True  # "demanded concessions, including the release of"
        if governor.lemma in ("case", "event") and governor.dep == "pobj" and governor.head.lower == "in":
            return Effect("hypothetical", f"in {governor.lemma} of", governor), governor, False
        if (head.lower == "under" and is_verb(governor) and governor.lemma != "be" and slots.kinds.is_of(token, _AGREED)) or (head.lower == "as" and token.lemma == "part" and any(slots.kinds.is_of(t, _AGREED) for t in prep_objects(token, "of"))):
            return Effect("actual", "under an agreement", head), governor, False  # "under the deal, the rebels will leave"
        if head.lower in _WHILE and is_verb(governor) and ((is_future(governor) and slots.kinds.is_of(token, _MEETINGS)) or (any(c.lower in ("a", "an") for c in token.children) and any(c.tag == "MD" for c in governor.children))):
            return None, governor, True  # "during the visit, the two will sign"
        if head.lower == "to" and governor.lemma == "lead" and governor.tag in ("VBG", "VBZ", "VBP") and governor.head.lemma in _TIPS:
            return Effect("hypothetical", "what may come of it", governor), governor, False  # "information leading to the arrest of"
        if definite and head.lower == "for" and governor.lemma == "reason":
            return Effect("actual", "what has reasons", governor), governor, False  # "gave no reason for the raid"
        effect = self.lookup(governor, head.lower)
        if governor.dep in ("dobj", "nsubjpass") and (of_both := self.lookup(governor.head, head.lower)) is not None and of_both.entry is not None and " " in of_both.entry["phrase"]:
            effect, governor = of_both, governor.head  # "denied responsibility for the raid" is no "responsibility for"
        if effect is None and is_verb(governor):
            for child in governor.children:  # "issued a call for talks": the preposition hung one too high
                if child.dep in ("dobj", "nsubjpass", "acomp") and (effect := self.lookup(child, head.lower)) is not None:
                    governor = child
                    break
        if effect is None and governor.dep == "dobj" and (effect := self.lookup(governor.head, head.lower)) is not None:
            governor = governor.head  # "threatened shopkeepers with arrest": and here one too low
        effect = effect or self._preposition(head)
        if effect is not None and effect.effect == "hypothetical" and definite and governor.lemma in _TALKS and self._is_attack(token):
            return Effect("actual", "what is talked about was done", governor, effect.entry), governor, False  # "talked about the attack on Gao"
        if effect is not None and effect.effect == "demanded" and (done := self._asked_for(governor)) is not None:
            return done, done.token, True  # "heeded calls for the release of the miners"
        if effect is not None:
            refused = effect.effect in ("demanded", "future") and governor.dep in ("dobj", "nsubjpass") and (of_it := self.lookup(governor.head, "obj")) is not None and of_it.effect == "denied"
            return effect, governor, effect.effect in ("same", "reverse") or effect.entry is None or refused  # "vetoed proposals for an inquiry"
        if head.lower in ("after", "following") and is_verb(governor) and is_future(governor) and self._is_to_come(token) and not is_negated(governor):
            return Effect("future", "still to come", head), governor, False  # "will be decided after talks with the union"
        if token.lemma in _SPANS and head.lower in _THROUGH and is_verb(governor) and not is_future(governor):
            return Effect("actual", "what lasted", head), governor, False  # "refused to sign through two days of talks"
        light = slots.light_of(token)
        if light is not None and light.verb is governor:
            return (Effect(light.effect, "light verb", governor, light.entry) if light.effect != "same" else None), governor, True
        return None, governor, is_verb(governor) and not definite

    def _asked_for(self, wish: Token) -> Effect | None:
        """Return what somebody did about a demand, and so about what it asks for: "[obeyed] the order to", "[gave in] to demands for"."""
        if wish.pos != "NOUN" or wish.dep not in ("dobj", "pobj", "nsubjpass") or wish.head.lower == "in":
            return None  # "met the union in a bid to"
        verb = wish.head.head if wish.dep == "pobj" else wish.head
        return self.lookup(verb, "asked") if is_verb(verb) else None

    def _preposition(self, prep: Token) -> Effect | None:
        entry = next((s["pobj"] if "pobj" in s else next(iter(s.values())) for rest, s in self.lexicon.embedding.get((prep.lower, "prep"), ()) if not rest), None)
        return Effect(entry["effect"], f"preposition {prep.lower}", prep, entry) if entry is not None else None

    def _predicative(self, be: Token) -> Effect | None:
        for child in be.children:
            if child.dep in ("acomp", "attr", "oprd") and not is_of_it(child) and (found := self.lookup(child, "subj")) is not None:
                return found
        return None

    def lookup(self, governor: Token, slot: str) -> Effect | None:
        """Return what a governor does to an act in one of its slots, its longest phrase first."""
        lemma = governor.lemma.lower()
        if governor.lower == "conditions" and slot == "of" and any(t.lemma in _BEING_HELD for t in prep_objects(governor, "of")):
            return None  # "the conditions of their detention": as it is
        for pos in _poses(governor):
            for rest, by_slot in self.lexicon.embedding.get((lemma, pos), ()):
                if rest and not all(any(c.lower == w or c.lemma.lower() == w for c in _near(governor)) for w in rest):
                    continue
                if (entry := by_slot.get(slot)) is not None:
                    return Effect(entry["effect"], f"{lemma} {slot}", governor, entry)
        return None


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
