"""Arguments: who did it and to whom, from the slots the predicate's lexicon line names.

Reads events, mentions, entities; writes the actors and recipients of events.
"""

from __future__ import annotations

from reportedly.analysis import Analysis, Draft, Entity, Token
from reportedly.coding.acting.addressed import HOSTILE, address, asked_besides, commit_to
from reportedly.coding.acting.authors import authors_above, behind_subject, issued_by
from reportedly.coding.acting.beside import add_those_beside
from reportedly.coding.acting.claims import claimed_before, orders_disregarded
from reportedly.coding.acting.crowds import crowd_at, drop_guards, meets_protest, protests_met, resented
from reportedly.coding.acting.elsewhere import (
    answerers,
    blamed_over,
    captives,
    freeing,
    further_slots,
    held_by,
    holders,
    in_court,
    including,
    left_hurt,
    makers,
    names_harm,
    not_given,
    paid_for,
    sender,
    struck,
    taken_on,
    without_trigger,
)
from reportedly.coding.acting.no_party import is_no_party_of_noun
from reportedly.coding.acting.noun_doers import doers_as_called, doers_as_decided
from reportedly.coding.acting.one_act import fold_death, merge
from reportedly.coding.acting.parties import ABOUT_ACTS, BEFORE_NOUN, actors_at, described, is_bare_name, others_at, phrase_of
from reportedly.coding.acting.sharing import BY_FORCE, account_for_shared, is_in_arms, share
from reportedly.coding.grammar.clauses import agents, logical_object, surface_subject
from reportedly.coding.grammar.light_verbs import Light
from reportedly.coding.grammar.slot_shapes import clause_subject
from reportedly.coding.grammar.slots import Slots
from reportedly.coding.grammar.syntax import climb_partitive, conjuncts, counted, is_definite, is_passive, is_verb, prep_objects
from reportedly.lexicons.predicates import PredicateLexicon
from reportedly.lexicons.word_lists import word_list

_MEANS = frozenset({"warplane"})
_BOMB_CARRIERS = frozenset({"warplane", "vehicle"})
_BOMBS = frozenset({"bombing", "blast", "explosion"})
_ANYBODYS = word_list("fights")  # "stop the fighting": whoever fights
_BYSTANDERS = frozenset({"international community", "world community", "world", "mediators", "great powers"})
_PROVOKING = word_list("provoking")
_POSTS = frozenset({"checkpoint", "roadblock", "barricade", "cordon", "outpost"})
_MANNING = frozenset({"COP", "MIL", "REB", "UAF", "PRM", "fighter", "force"})
_USING = frozenset({"use", "fire", "open", "launch"})
_HELPING = word_list("helping")
_MEETING_NEEDS, _NEEDS = word_list("arguments.meeting_needs"), word_list("arguments.needs")
_EXERCISES = word_list("arguments.exercises")
_SENT = frozenset({"force", "fighter", "MIL", "COP"})
_CARGO = frozenset({"weapon"})
_WORDS_SAID = word_list("arguments.words_said")
_CHARGES = frozenset({"accusation", "allegation", "charge"})
_OF_PEOPLE = word_list("arguments.of_people")
_NOBODY = word_list("arguments.nobody")
_OUSTING = word_list("arguments.ousting")
_PROTESTING = word_list("arguments.protesting")
_AT_GROUND = frozenset({"heavy-weapons", "aerial"})
_LANDS, _WHERE = frozenset({"place"}), frozenset({"place", "facility"})
_PHASES = word_list("arguments.phases")
_FUNDING = frozenset({"fund", "finance", "bankroll", "sponsor", "subsidise", "subsidize"})
_MOURNING = frozenset({"condole", "mourn"})
_VOICING = word_list("arguments.voicing")
_LETTING = frozenset({"let", "allow", "permit"})
_LAYING = word_list("arguments.laying")
_WHERE_TO = frozenset({"to", "into", "in", "near", "over", "towards", "toward", "on"})
_GOING_ON = frozenset({"and", "or", "as", "also"})  # "on bases as well as on sites"


class Arguments:
    """Fill actors and recipients of every event."""

    reads, writes = ("events", "mentions", "entities"), ("arguments",)

    def __init__(self, lexicon: PredicateLexicon) -> None:
        self.lexicon = lexicon

    def __call__(self, analysis: Analysis) -> None:
        slots = Slots(analysis, self.lexicon)
        by_head = {d.head.i: d for d in analysis.events}
        done: set[int] = set()
        for draft in analysis.events:
            self._fill(analysis, draft, slots, by_head, done)
        analysis.events = merge(analysis.events, by_head)
        for draft in analysis.events:
            share(analysis, draft, by_head)
            draft.recipients = [e for e in draft.recipients if e not in draft.actors]  # a merged verb may have brought them
            if draft.type == "MOBILIZE" and any(w.lemma.lower() in _EXERCISES for w in draft.words) and ((len(draft.actors) > 1 and (draft.head.lemma != "patrol" or len({e.country for e in draft.actors}) > 1)) or any(c.lower == "joint" for w in draft.words for c in w.children)):
                draft.type, draft.mode = "COOPERATE", None
                draft.because("type", "an exercise of several parties", draft.head.span)
            account_for_shared(draft)
        analysis.events = [d for d in analysis.events if not fold_death(d, by_head)]
        for draft in analysis.events:
            if draft.type == "REQUEST" and draft.recipients and is_verb(draft.head):
                draft.recipients += [e for e, _ in others_at(analysis, draft, asked_besides(draft.head), slots, as_doer=True) if e not in draft.recipients]
            if (draft.type in ("REQUEST", "THREATEN", "AGREE") or draft.mode == "assist") and not draft.recipients and draft.actors and is_verb(draft.head):
                address(analysis, draft, slots, by_head)
            if draft.type == "AGREE" and not draft.recipients and draft.head.lemma == "commitment":
                commit_to(analysis, draft, slots)
            if draft.type == "ACCUSE" and not draft.recipients and is_verb(draft.head) and draft.mode == "disapprove":
                deed = next((by_head[t.i] for t in logical_object(draft.head) if t.i in by_head), None)
                draft.recipients = [e for e in deed.actors if e not in draft.actors] if deed is not None else []
                if not draft.recipients and draft.head.dep == "conj" and (first := by_head.get(draft.head.head.i)) is not None and first.head.lemma == "summon":
                    draft.recipients = list(first.recipients)  # "summoned the ambassador and lodged a protest"
                account_for_shared(draft)  # "condemned the killing of ten people in a raid by the army"

    def _fill(self, analysis: Analysis, draft: Draft, slots: Slots, by_head: dict[int, Draft], done: set[int]) -> None:
        if draft.head.i in done:
            return
        done.add(draft.head.i)
        noun = draft.predicate.pos == "noun" or not (is_verb(draft.head) or draft.head.pos == "ADJ")
        light = slots.light_of(draft.head) if noun else None
        for field in ("recipients", "actors"):
            options = draft.predicate.actor if field == "actors" else draft.predicate.recipient
            for together in options:
                found = self._entities(analysis, draft, slots, together, field, noun=noun, light=light)
                if not found and field == "actors" and "subj" in together:
                    found = self._of_event(analysis, draft, slots, "subj", by_head, done, light, noun=light is not None)
                if not found and field == "actors" and noun and draft.mode == "ceasefire":  # "an end to the army's attacks"
                    found = [e for slot in ("to", "of") for e in self._of_event(analysis, draft, slots, slot, by_head, done, light, noun=True)]
                if not found and field == "actors" and noun and together is options[-1] and draft.type in ("ASSAULT", "COERCE") and draft.head.lemma not in _ANYBODYS and (ending := by_head.get(draft.head.head.i)) is not None and draft.head.dep == "dobj" and ending.type == "RETREAT" and ending.mode in ("ceasefire", None):
                    self._fill(analysis, ending, slots, by_head, done)  # "called on the junta to end attacks on nurses"
                    found = [e for e in ending.actors if e.country != "IGO" and e.name.casefold() not in _BYSTANDERS]  # others are asked to stop it
                if not found and field == "recipients" and draft.type in ABOUT_ACTS:
                    found = [e for slot in together for e in self._of_event(analysis, draft, slots, slot, by_head, done, light, noun=noun)]
                if not found and field == "actors" and noun and draft.type == "ASSAULT" and len(sides := [e for t in slots.fill(draft.head, "between", noun=True, light=light) for e, _ in actors_at(analysis, t, draft.type, as_doer=True, slots=slots)]) > 1:
                    found = sides  # "a series of attacks between the army and the rebels"
                if found:
                    getattr(draft, field).extend(found)
                    break
            else:
                slots_tried = "|".join("+".join(together) for together in options)
                draft.because(field, f"empty: no actor in its slots {slots_tried}" if options else "empty: this predicate has none", entry=draft.predicate.entry.at)
        self._fill_actors(analysis, draft, slots, by_head, done, noun=noun)
        self._joined(analysis, draft, slots, light.verb if light is not None else draft.head)
        if not noun and draft.type == "REJECT":
            draft.recipients = [e for e in draft.recipients if e not in draft.actors]  # "a claim rejected by the rebels": not theirs
        self._fill_recipients(analysis, draft, slots, by_head, done, light, noun=noun)
        draft.recipients = [e for e in draft.recipients if e not in draft.actors and not (draft.mode == "visit" and _is_where(e, slots))]
        add_those_beside(analysis, draft, slots)
        if not draft.recipients and draft.predicate.recipient:
            self._same_as_before(analysis, draft, slots, by_head, done, draft.head if not noun else light.verb if light is not None else None)
        if draft.head.dep == "amod" and (told := analysis.mention_at.get(draft.head.head.i)) is not None:
            without_trigger(draft, told)

    def _fill_actors(self, analysis: Analysis, draft: Draft, slots: Slots, by_head: dict[int, Draft], done: set[int], *, noun: bool) -> None:
        """Find elsewhere in the sentence who did an act, where its slots hold nobody."""
        if not draft.actors and draft.type in ("MOBILIZE", "AID", "RETREAT") and not noun and is_passive(draft.head):
            sent = [t for t in logical_object(draft.head) if slots.kinds.is_of(t, _SENT) and not slots.kinds.is_of(t, _CARGO)]  # "Police were deployed": those sent act
            draft.actors = [e for t in sent for e, _ in actors_at(analysis, t, draft.type, as_doer=True, slots=slots) if e not in draft.recipients]
        if not draft.actors and draft.type == "ASSAULT" and not noun and not is_passive(draft.head):  # "a mine laid by insurgents killed a shepherd"
            laid = [c for t in (*surface_subject(draft.head), *draft.words[1:], *draft.head.children) for c in t.children if c.dep == "acl" and c.tag == "VBN" and c.lemma in _LAYING]  # "hit a mine laid by insurgents"
            draft.actors = [e for c in laid for t in agents(c) for e, _ in actors_at(analysis, t, draft.type, as_doer=True, slots=slots)]
        if not noun and not draft.actors and draft.type in ("COERCE", "ASSAULT") and (freed := freeing(draft.head, by_head)) is not None:
            self._fill(analysis, freed, slots, by_head, done)  # "must free the captured beekeepers"
            draft.actors = [e for e in freed.actors if e not in draft.recipients]
        if noun and (whole := including(draft, by_head)) is not None:
            self._fill(analysis, whole, slots, by_head, done)  # "claimed 12 attacks, including the bombing of the port"; travel bans are a part of sanctions
            draft.actors = draft.actors or list(whole.actors)
            draft.recipients = draft.recipients or (list(whole.recipients) if whole.type == "SANCTION" else [])
        if not noun and not draft.actors and draft.type in ("COERCE", "RETREAT") and is_passive(draft.head):  # "was held at an army roadblock"
            posts = [t for p in ("at", "by") for t in prep_objects(draft.head, p) if t.lemma in _POSTS]
            draft.actors = [e for t in posts for c in t.children if c.dep in ("compound", "amod", "poss", "nmod") and slots.kinds.is_of(c, _MANNING) for e, _ in actors_at(analysis, c, draft.type, as_doer=True, slots=slots) if e not in draft.recipients]
        if noun and draft.type == "PROTEST":
            drop_guards(draft)
            if not draft.actors:
                draft.actors = [e for t in crowd_at(draft, slots) for e, _ in actors_at(analysis, t, draft.type, as_doer=True, slots=slots)]
        if noun and not draft.actors:
            draft.actors = doers_as_called(analysis, draft, slots)
        if noun and not draft.actors and draft.predicate.actor and (told := blamed_over(draft, by_head)) is not None:
            self._fill(analysis, told, slots, by_head, done)
            heads = [m.head for e in told.recipients for m in e.mentions if m.head.sent is draft.head.sent and m.head.i < draft.head.i]
            draft.actors = list(dict.fromkeys(e for h in heads for t in sender(h) if t is not h or told.type == "ACCUSE" for e, _ in actors_at(analysis, t, "ACCUSE", as_doer=True, slots=slots) if e not in draft.recipients))
        if noun and not draft.actors:
            draft.actors = doers_as_decided(analysis, draft, slots)

    def _fill_recipients(self, analysis: Analysis, draft: Draft, slots: Slots, by_head: dict[int, Draft], done: set[int], light: Light | None, *, noun: bool) -> None:
        """Find elsewhere in the sentence whom an act befell, where its slots hold nobody."""
        if noun and light is not None and light.role == "recipient" and draft.predicate.recipient and not draft.recipients:
            draft.recipients = self._entities(analysis, draft, slots, ("obj",), "recipients", noun=True, light=light)
        if not draft.recipients and noun and draft.type == "ASSAULT" and draft.predicate.recipient:
            target = next((c for c in draft.head.children if c.dep == "compound" and c not in draft.words and slots.kinds.is_of(c, BEFORE_NOUN) and not slots.kinds.is_of(c, _BOMB_CARRIERS if draft.head.lemma in _BOMBS else _MEANS)), None)
            if target is not None:  # "the aid convoy attack"
                draft.recipients = [described(analysis, target)]  # but no "helicopter raid"
                draft.because("recipients", "target before the noun", target.span)
        acting = draft.type in ("ASSAULT", "COERCE") and (noun or draft.head.lemma in _USING or draft.mode == "crowd-control") and draft.predicate.recipient  # "fired shots to repel the rebels"
        if not draft.recipients and (acting or draft.type == "PROTEST"):  # also "began a hunger strike to protest against the junta"
            self._purpose(analysis, draft, slots, light, _PROTESTING if draft.type == "PROTEST" else frozenset())
        if not draft.recipients and draft.type == "ASSAULT" and draft.head.lemma == "fight":
            self._purpose(analysis, draft, slots, light, _OUSTING)
        if not draft.recipients and draft.type == "PROTEST" and (against := others_at(analysis, draft, resented(draft, by_head), slots, as_doer=True)):
            _take(draft, against, "whose doing it answers")
        if draft.type == "AID":
            self._helped(analysis, draft, slots, by_head, light, noun=noun)
        if not draft.recipients and not noun and draft.type in ("REJECT", "ACCUSE", "AGREE"):
            made = makers(analysis, draft)
            draft.recipients = [e for t in made for e, _ in actors_at(analysis, t, draft.type, as_doer=False, slots=slots) if e not in draft.actors]
            if draft.recipients:
                draft.because("recipients", "whose doing it is", made[0].span)
            elif draft.type != "AGREE":
                self._answered(analysis, draft, slots)
        if not draft.recipients and noun and draft.type == "ACCUSE":
            self._provoker(analysis, draft, slots, by_head, done)
            self._taken(analysis, draft, slots, by_head, done)
        if not draft.recipients and noun:
            self._whom_noun_befell(analysis, draft, slots)
        elif not draft.recipients:
            self._whom_verb_befell(analysis, draft, slots, by_head, done)
        if not draft.recipients and draft.predicate.recipient and (noun or not meets_protest(draft.head, by_head)):
            for slot in further_slots(draft, noun=noun):
                draft.recipients = [e for e in self._entities(analysis, draft, slots, (slot,), "recipients", noun=noun, light=light) if e not in draft.actors]
                if draft.recipients:
                    break

        if not draft.recipients and draft.type == "ASSAULT":
            self._met_with_force(analysis, draft, slots, by_head, done, protests_met(draft, slots, light, noun=noun))

    def _whom_noun_befell(self, analysis: Analysis, draft: Draft, slots: Slots) -> None:
        """Find beside a noun whom its act befell: whom it left hurt, on whom it was used, who answers it, who is held."""
        if draft.type == "ASSAULT" and draft.predicate.recipient and (left := [p for t in left_hurt(draft.head) for p in actors_at(analysis, t, draft.type, as_doer=False, slots=slots)]):
            _take(draft, left, "who it left dead or hurt")
        elif hit := struck(analysis, draft, slots):
            _take(draft, hit, "on whom it was used")
        elif asked := others_at(analysis, draft, answerers(draft), slots, as_doer=True):
            _take(draft, asked, "who answers it")
        elif draft.mode == "arrest" and (held := [p for t in captives(draft) for p in actors_at(analysis, t, draft.type, as_doer=False, slots=slots)]):
            _take(draft, held, "who is held")
            inside = {t.i for t in draft.head.subtree()}  # "in police custody": but nobody of the rest of the sentence holds them
            draft.actors = [e for e in draft.actors if e not in draft.recipients and any(m.head.i in inside for m in e.mentions)]

    def _whom_verb_befell(self, analysis: Analysis, draft: Draft, slots: Slots, by_head: dict[int, Draft], done: set[int]) -> None:
        """Find beside a verb whom its act befell: a second object, on whom it was used, whom a number counts, who held what was taken."""
        if any("obj" in together for together in draft.predicate.recipient):
            draft.recipients = self._entities(analysis, draft, slots, ("iobj",), "recipients", noun=False, light=None)  # "fined the union two million"
        if not draft.recipients and draft.head.lemma in ("refuse", "decline") and (let := next((c for c in draft.head.children if c.dep == "xcomp" and c.lemma in _LETTING), None)) is not None:
            draft.recipients = [e for t in (logical_object(let) or clause_subject(let)) for e, _ in actors_at(analysis, t, draft.type, as_doer=False, slots=slots)]  # "refuses to let the inspectors in"
        if not draft.recipients and draft.type in ("REJECT", "SANCTION") and (kept := others_at(analysis, draft, not_given(analysis, draft.head), slots, as_doer=False)):
            _take(draft, kept, "whom it is not given")
        if not draft.recipients and draft.head.lemma == "demand" and (told := draft.head.child("dobj")) is not None and told.tag != "PRP" and told.i in analysis.mention_at:
            after = analysis.tokens[told.subtree()[-1].i + 1 :][:1]  # "demand the ministry pay": the parser takes it for the object; but "demand he be freed"
            draft.recipients = [] if after and after[0].lower == "be" else [e for t in conjuncts(told) for e, _ in actors_at(analysis, t, draft.type, as_doer=False, slots=slots)]
        if not draft.recipients and draft.head.dep == "acl" and (hit := struck(analysis, draft, slots)):
            _take(draft, hit, "on whom it was used")
        if not draft.recipients and draft.type in BY_FORCE:
            self._counted_of(analysis, draft, slots, by_head, done)
        if not draft.recipients and draft.head.lemma in _OF_PEOPLE:
            self._whoever(analysis, draft, slots, by_head)
        if not draft.recipients and (draft.type == "ASSAULT" or draft.mode == "seize") and (held := holders(analysis, draft.head)):
            _take(draft, held, "who held it")

    def _met_with_force(self, analysis: Analysis, draft: Draft, slots: Slots, by_head: dict[int, Draft], done: set[int], protests: list[Token]) -> None:
        """Take whose protest was attacked, or where nobody is named the protest itself: "fired on an opposition [march]"."""
        for token in protests:
            if (protest := by_head.get(token.i)) is not None:
                self._fill(analysis, protest, slots, by_head, done)
            marching = [e for e in protest.actors if e not in draft.actors] if protest is not None else []
            draft.recipients = marching or [described(analysis, token)]
            draft.because("recipients", "the protest it was used on", token.span)
            return

    def _counted_of(self, analysis: Analysis, draft: Draft, slots: Slots, by_head: dict[int, Draft], done: set[int]) -> None:
        """Take whom a bare number counts some of: "opened fire on the miners, wounding [three]", "cracked down on marchers, arresting [six]"; but "hit a clinic, wounding three"."""
        if draft.head.dep != "advcl" or (number := draft.head.child("dobj")) is None or number.tag != "CD" or (main := by_head.get(draft.head.head.i)) is None or main.type not in BY_FORCE:
            return
        self._fill(analysis, main, slots, by_head, done)
        if any(m.plural or m.person for e in main.recipients for m in e.mentions[:1]):
            draft.recipients = list(main.recipients)
            draft.because("recipients", f"acted on by the {main.head.text}", main.head.span)

    def _whoever(self, analysis: Analysis, draft: Draft, slots: Slots, by_head: dict[int, Draft]) -> None:
        """Take people by a word no table knows, where only people can be the object: "killed four [pedlars]"."""
        told = [t for t in logical_object(draft.head) if t.tag in ("NN", "NNS") and t.i not in by_head and t.i not in analysis.mention_at and t.lemma.lower() not in slots.lexicon.classes_of and t.lemma.lower() not in _NOBODY and not any(c.lower == "no" for c in t.children)]
        draft.recipients = [described(analysis, t) for t in told]
        if told:
            draft.because("recipients", "whom only people can be the object of", told[0].span)

    def _joined(self, analysis: Analysis, draft: Draft, slots: Slots, verb: Token) -> None:
        """Let whom somebody joins in doing it do it too, not suffer it: "joined [Kenya] in condemning the coup"."""
        main = verb.head.head
        act = climb_partitive(draft.head)
        if act.dep == "pobj" and (joining := act.head.head).lemma == "join" and is_verb(joining) and not is_passive(joining):
            with_ = [e for t in logical_object(joining) for e, _ in actors_at(analysis, t, draft.type, as_doer=True, slots=slots)]
            if act.head.lower == "in" and draft.actors:
                draft.actors += [e for e in with_ if e not in draft.actors]  # "joined [two other groups] in an assault on the capital"
            elif act.head.lower == "for" and draft.type == "CONSULT":
                first = [e for t in surface_subject(joining) for e, _ in actors_at(analysis, t, draft.type, as_doer=True, slots=slots)]
                draft.actors = list(dict.fromkeys([*first, *with_, *draft.actors]))  # "joined [the premier] for talks with the rebels"
        if verb.dep != "pcomp" or verb.head.lower != "in" or main.lemma != "join" or not draft.actors:
            return
        joined = [e for t in main.children if t.dep == "dobj" for n in conjuncts(t) for e, _ in actors_at(analysis, n, draft.type, as_doer=True, slots=slots)]
        draft.recipients = [e for e in draft.recipients if e not in joined]
        draft.actors += [e for e in joined if e not in draft.actors]

    def _helped(self, analysis: Analysis, draft: Draft, slots: Slots, by_head: dict[int, Draft], light: Light | None, *, noun: bool) -> None:
        """Take whose deed is helped ("supported an offensive by the army"), or whom it is meant to help ("sent troops to Mali to support the army")."""
        deeds = [by_head[o.i] for o in logical_object(draft.head) if o.i in by_head] if not noun and not draft.recipients else []
        doers = [t for d in deeds for t in (prep_objects(d.head, "by") or [c for c in d.head.children if c.dep in ("compound", "nmod", "poss") and c.i in analysis.mention_at])]  # "backed an offensive by the army", "backed rebel raids"
        if helped := [p for t in doers for p in actors_at(analysis, t, draft.type, as_doer=True, slots=slots)]:
            _take(draft, helped, "whose deed it helps")
        if not draft.recipients and not noun and draft.head.lemma in _FUNDING and (meant := others_at(analysis, draft, paid_for(analysis, draft.head, slots), slots, as_doer=False)):
            _take(draft, meant, "whose work it pays for")
        if not draft.recipients or (not noun and all(_is_state(e) for e in draft.recipients)):
            self._purpose(analysis, draft, slots, light, _HELPING)
        if not draft.recipients:
            above = (draft.head, *((light.verb,) if light is not None else ()))
            needs = [o for t in above for c in t.children if c.dep in ("acl", "advcl", "xcomp") and c.lemma in _MEETING_NEEDS for o in logical_object(c) if o.lemma in _NEEDS]
            if met := others_at(analysis, draft, [t for o in needs for t in (*prep_objects(o, "of"), *(c for c in o.children if c.dep == "poss"))], slots, as_doer=False):
                _take(draft, met, "whose needs it meets")

    def _same_as_before(self, analysis: Analysis, draft: Draft, slots: Slots, by_head: dict[int, Draft], done: set[int], verb: Token | None) -> None:
        """Take whom the verb before, of the same doer, acted on: "cut ties with Libya and imposed an embargo", "sanctioned Belarus and froze its reserves"."""
        if verb is None or verb.dep != "conj" or not is_verb(verb.head) or (first := by_head.get(verb.head.i)) is None:
            return
        if draft.mode == "withdraw" and first.type == "SANCTION" and verb.child("nsubj") is not None:  # "Lima cut ties with Doha, and Quito recalled its envoy"
            self._fill(analysis, first, slots, by_head, done)
            draft.recipients = [e for e in first.recipients if e not in draft.actors]
            draft.because("recipients", f"acted on by the {first.head.text} before", first.head.span)
            return
        if verb.child("nsubj", "nsubjpass", "auxpass") is not None:
            return
        owners = [c for t in logical_object(verb)[:1] for c in t.children if c.tag == "PRP$"]
        its = [e for c in owners if (m := analysis.mention_at.get(c.i)) is not None for e in m.entities]
        spoils = draft.mode == "seize" and first.type == "ASSAULT"  # "killed nine rebels and recovered rifles"
        if draft.type not in HOSTILE or first.type not in HOSTILE or (not its if owners else draft.type != "SANCTION" and not spoils):
            return
        self._fill(analysis, first, slots, by_head, done)
        if spoils and not owners and not all(is_in_arms(e) for e in first.recipients):
            return
        if first.recipients and first.actors and all(e in first.actors for e in its) and not (owners and first.mode == "expel"):
            draft.recipients = [e for e in first.recipients if e not in draft.actors]
            draft.because("recipients", f"acted on by the {first.head.text} before", first.head.span)

    def _answered(self, analysis: Analysis, draft: Draft, slots: Slots) -> None:
        """Take whose words are rejected from who spoke before: "dismissed the remarks as"."""
        if (claim := claimed_before(analysis, draft)) is not None:
            draft.recipients = list(claim.speakers)
            draft.because("recipients", "whose claim is answered", claim.speaker_spans[0] if claim.speaker_spans else draft.head.span)
            return
        if draft.type == "REJECT" and (given := others_at(analysis, draft, orders_disregarded(draft.head), slots, as_doer=True)):
            _take(draft, given, "whose orders they are")
            return
        words = next((t for t in logical_object(draft.head) if t.lemma.lower() in _WORDS_SAID and is_definite(t)), None)
        if words is None or any(c.dep == "poss" or (c.dep == "prep" and c.lower in ("of", "by", "that")) for c in words.children):
            return
        before = [s for s in analysis.statements if s.content[1] <= words.start and s.speakers and not set(map(id, s.speakers)) & set(map(id, draft.actors))]
        if words.lemma in _CHARGES and (charging := [s for s in before if s.stance == "alleges" and len(s.speakers) == 1]):
            before = charging  # "dismissed the accusation": of who accused, not of who spoke last
        near = max(before, key=lambda s: s.content[0], default=None)
        if near is not None and words.sent.i - (analysis.token_at(near.content[0]) or words).sent.i <= (3 if near.stance == "alleges" else 1):
            draft.recipients = list(near.speakers)
            draft.because("recipients", "who said what is answered", near.speaker_spans[0] if near.speaker_spans else words.span)

    def _provoker(self, analysis: Analysis, draft: Draft, slots: Slots, by_head: dict[int, Draft], done: set[int]) -> None:
        """Take whom a condemnation is aimed at from what drew it: "the raid prompted condemnation from Cairo"."""
        verb = draft.head.head
        if draft.head.dep != "dobj" or verb.lemma not in _PROVOKING:
            return
        for token in surface_subject(verb):
            other = by_head.get(token.i)
            if other is not None:
                self._fill(analysis, other, slots, by_head, done)
            found = list(other.actors) if other is not None else [e for e, _ in actors_at(analysis, token, draft.type, as_doer=True, slots=slots)]
            if found:
                draft.recipients = found
                draft.because("recipients", "whose act drew it", token.span)
                return

    def _taken(self, analysis: Analysis, draft: Draft, slots: Slots, by_head: dict[int, Draft], done: set[int]) -> None:
        """Take whom a charge is against from the act it is the reason for: "arrested two [editors] on charges of libel", or who stands in court on it."""
        if draft.mode == "allege" and (tried := others_at(analysis, draft, in_court(draft.head), slots, as_doer=False)):
            _take(draft, tried, "who is in court")
        if not draft.recipients and draft.mode == "allege" and (taken := taken_on(draft.head, by_head)) is not None:
            self._fill(analysis, taken, slots, by_head, done)
            draft.recipients = list(taken.recipients)
            draft.actors = [e for e in draft.actors if e not in draft.recipients]

    def _purpose(self, analysis: Analysis, draft: Draft, slots: Slots, light: Light | None, lemmas: frozenset[str] = frozenset()) -> None:
        """Take whom an act is against or for from its purpose, whose verb may have to be one of some: "an operation to drive out the rebels", "used tear gas to disperse students"."""
        above = [draft.head] + ([light.verb] if light is not None else [])
        verbs = [c for t in above for c in t.children if c.dep in ("acl", "relcl", "advcl", "xcomp") and c.i > draft.head.i and is_verb(c)]
        verbs += [g for v in verbs if v.tag == "VBN" for g in v.children if g.dep in ("xcomp", "advcl") and is_verb(g)]  # "designed to prevent"
        for verb in verbs:
            if not any(c.tag == "TO" for c in verb.children) or (lemmas and verb.lemma not in lemmas):
                continue
            against = {"ASSAULT": "from", "PROTEST": "against"}.get(draft.type)  # "an offensive to retake the city from the rebels"
            beside = prep_objects(verb, against) if against is not None and (draft.type != "PROTEST" or not any(names_harm(o, slots, against) for o in logical_object(verb))) else []
            for token in (*logical_object(verb), *beside):
                whose = ("by",) if draft.type == "PROTEST" and names_harm(token, slots) else ("of", "by")  # "to protest the murder of miners": not against them
                found = actors_at(analysis, token, draft.type, as_doer=False, slots=slots) or [p for slot in whose for t in prep_objects(token, slot) for p in actors_at(analysis, t, draft.type, as_doer=False, slots=slots)]
                if found:
                    _take(draft, found, "object of its purpose")
                    return

    def _of_event(self, analysis: Analysis, draft: Draft, slots: Slots, slot: str, by_head: dict[int, Draft], done: set[int], light: Light | None, *, noun: bool) -> list[Entity]:
        """Return the doers of the event in a slot: "killed by a coalition air strike", "condemned the rebels' attack"."""
        field = "recipients" if draft.type in ABOUT_ACTS and slot != "subj" else "actors"
        for token in slots.fill(draft.head, slot, noun=noun, light=light):
            within = prep_objects(token, "of") if field == "recipients" and token.lemma in _PHASES else counted(token)  # "welcomed the start of talks between"
            other = by_head.get(token.i) or next((by_head[t.i] for t in within if t.i in by_head), None)
            if other is not None and other is not draft:
                self._fill(analysis, other, slots, by_head, done)
                if other.actors:
                    draft.because(field, f"doer of the {other.head.text}", other.head.span, other.predicate.entry.at)
                return list(other.actors)
        return []

    def _entities(self, analysis: Analysis, draft: Draft, slots: Slots, together: tuple[str, ...], field: str, *, noun: bool, light: Light | None) -> list[Entity]:
        found: list[Entity] = []
        about: list[Entity] | None = None
        for slot in together:
            others = bool(found)
            further = [] if slot == "subj" and draft.type in ("CONCEDE", "AGREE") and is_passive(draft.head) else draft.words[1:]  # "the union's demands were met": not by the union
            tokens = slots.fill(draft.head, slot, noun=noun, light=light, words=further) if draft.head.pos != "ADJ" else _adjective(draft.head, slot, slots, befell=draft.predicate.pos == "verb" and draft.head.dep == "amod")
            if slot == "by" and field == "recipients" and not noun and is_passive(draft.head) and ("subj",) in draft.predicate.actor:
                tokens = [t for o in logical_object(draft.head) for t in prep_objects(o, "by")]  # "was rejected by Lima": its own doer
            if not tokens and slot == "of" and is_verb(draft.head) and not noun:  # "revoked the registration of two charities"
                tokens = [t for o in logical_object(draft.head) if draft.type not in ABOUT_ACTS or draft.head.lemma in _MOURNING or not names_harm(o, slots) for t in (*prep_objects(o, "of"), *held_by(o))]
            if slot == "subj" and field == "actors" and not noun and draft.head.lemma in _VOICING:  # "expressed [Norway]'s gratitude": who feels it
                tokens = [t for w in draft.words[1:] for t in w.children if t.dep == "poss" and t.tag != "PRP$" and t.i in analysis.mention_at] or tokens
            if slot in ("on", "against") and field == "recipients" and not noun and (draft.mode == "disapprove" or draft.type in ("REJECT", "PROTEST")) and any(names_harm(o, slots, slot) for o in logical_object(draft.head) if o not in draft.words):
                tokens = []  # "denounced the attack on the mayor": not him, wherever the parser hangs it
            phrase: Token | None = None
            if slot == "from" and draft.mode == "seize" and field == "recipients":
                tokens = [o for t in tokens for o in ([c for c in t.children if c.dep == "poss"] or [t])]  # "recovered a rifle from his car": from him
            tokens = [a for t in tokens for a in (authors_above(t, slots) or [t])] if field == "actors" and slot == "subj" else tokens
            for token in tokens:
                if (noun and is_no_party_of_noun(analysis, draft, token, slots, slot, field)) or (field == "recipients" and draft.mode in _AT_GROUND and is_bare_name(analysis, token)):
                    continue  # "the shelling of Kum Deri": nobody shells a man
                if draft.type == "MOBILIZE" and field == "recipients" and slot in _WHERE_TO and not any(w.lemma == "war" for w in draft.words):
                    continue  # "sent tanks into Burundi": where, not against whom; but "declared war on Burundi"
                if phrase is not None and (other := phrase_of(token)) is not phrase and not (other is not None and analysis.tokens[other.i - 1].lower in _GOING_ON):
                    break  # "opened fire on police on Paris' main street"
                if field == "actors" and slot == "subj" and (bodies := issued_by(analysis, draft, token)):
                    found += bodies
                    continue
                for entity, words in actors_at(analysis, token, draft.type, as_doer=field == "actors", slots=slots):
                    if entity not in found:
                        found.append(entity)
                        phrase = phrase_of(token)
                        draft.because(field, f"slot {slot}", words, draft.predicate.entry.at)
                if not found and field == "actors" and slot == "subj":
                    found = behind_subject(analysis, draft, token, slots, noun=noun)
            if slot == "comp" and not others and len(found) == 1 == len(tokens) and noun and draft.type == "CONSULT" and draft.mode != "visit" and slots.kinds.is_of(tokens[0], _LANDS) and together[-1] != "comp":
                about = list(found)
        return [] if found == about else found  # "the Cyprus talks": what about, but "Greek talks with Cyprus"


def _take(draft: Draft, found: list[tuple[Entity, tuple[int, int]]], why: str) -> None:
    """Take those found for whom an act befell, with the reason."""
    draft.recipients = [e for e, _ in found]
    draft.because("recipients", why, found[0][1])


def _is_where(entity: Entity, slots: Slots) -> bool:
    """Whether an actor is a state, a place or a building, which is only where a visit goes; whom one meets there is another matter."""
    return any(m.rule == "place" or (m.kind == "name" and m.sector == "GOV" and m.rule in ("lexicon-name", "lexicon-capital")) or (m.kind == "description" and slots.kinds.is_of(m.head, _WHERE)) for m in entity.mentions)


def _is_state(entity: Entity) -> bool:
    return bool(entity.mentions) and all(m.kind == "name" and m.sector == "GOV" and m.rule.startswith("lexicon") for m in entity.mentions)


def _adjective(head: Token, slot: str, slots: Slots, *, befell: bool) -> list[Token]:
    """Return what fills a slot of a predicate adjective: its copula's subject, its own prepositions. ``befell``: a participle that says what befell its noun."""
    if befell:
        return [head.head] if slot == "obj" else []  # "a [handcuffed] man"
    if slot == "subj":
        verb = head.head
        return slots.fill(verb, "subj", noun=False) if head.dep in ("acomp", "oprd", "attr") and is_verb(verb) else ([head.head] if head.dep == "amod" else [])
    return prep_objects(head, slot)
