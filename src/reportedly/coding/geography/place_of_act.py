"""The place of an act: the most specific place that its own words, or the clause they stand in, name for it."""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.geography.place_phrases import NEAR, ON_GROUND, PlacePhrases
from reportedly.coding.grammar.clauses import surface_subject
from reportedly.coding.grammar.occasions import occasions
from reportedly.coding.grammar.syntax import climb_partitive, is_verb, prep_objects
from reportedly.lexicons.modes import SPEECH_ACTS
from reportedly.lexicons.word_lists import word_list
from reportedly.records import Place

_SAID = SPEECH_ACTS | {"CONSULT"}
_MEASURES = SPEECH_ACTS | {"SANCTION", "COOPERATE"}  # what a meeting is about
_TALKED_OVER = frozenset({"discuss", "debate"})
_SPANS = word_list("spans_of_time")
_MEANS = word_list("place_of_act.means")
_WHOSE_COUNTRY = word_list("place_of_act.whose_country")
_DEFINED = word_list("place_of_act.defined")
_ENVOYS = word_list("place_of_act.envoys")
_MEANWHILE = frozenset({"until", "when", "as", "while"})
_ANSWERING = word_list("striking_back")
_LOCAL_VOICES = word_list("place_of_act.local_voices")
_STUCK = word_list("place_of_act.stuck")
_THERE = frozenset({"in", "at", "from", "inside", "outside", "near", "into", "around"})
_INTO = frozenset({"into", "under", "in", "during"})
_HARM = word_list("harming_means")
_SPEAKING = word_list("place_of_act.speaking")
_ASIDE = frozenset({"across", "from", "near", "off", "along"})
_TAKING_AWAY = word_list("place_of_act.taking_away")
_ON_THE_WAY = word_list("place_of_act.on_the_way")
_HAPPENING = frozenset({"take", "occur", "happen"})
_CLIMBS = 4  # verbs between an act and what its sentence opens with
_ON_DUTY = word_list("place_of_act.on_duty")
_STAGES = word_list("stages")
_COURTS = frozenset({"court", "tribunal", "judge", "jury", "magistrate"})
_WITHIN = NEAR - {"of", "on", "into"}
_DEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST", "AID", "MOBILIZE"})
_ON_THE_SPOT = frozenset({"ASSAULT", "COERCE", "AID"})
_LIGHT = frozenset(("dobj", "nsubj", "nsubjpass", "pobj", "attr", "conj"))


class PlaceOfAct(PlacePhrases):
    """The search through one analysis, asked act by act: the place of its clause or noun phrase, the most specific its own words name.

    Other acts already coded (``analysis.events``) are borders where they are objects: the place of an attack is not that of its
    condemnation.
    """

    def search(self, head: Token) -> Place | None:
        """Return the place of the act with this head word: its own phrases first, then its clause's."""
        if not self.spans:
            return None
        self.draft = draft = self.by_word.get(head.i)
        if draft is not None and draft.type in _MEASURES and head.dep == "dobj" and head.head.lemma in _TALKED_OVER and self._is_other(head.head):
            return None  # "discussed sanctions in Brussels"
        self.verbal, self.meeting = draft is not None and draft.type in _SAID, draft is not None and draft.type == "CONSULT"
        found = self._from_phrases(head)
        if found is not None and head.pos == "VERB" and self.draft is not None and self.draft.type in ON_GROUND and (obj := head.child("dobj", "nsubjpass")) is not None and (target := self.at(obj)) is not None and target.precision == "city" and all(c.lower in _ASIDE for c in head.children if c.dep == "prep" and found in self._from_preposition(c, head, 0)):
            found = target  # "shelled Nikopol, across the river from the plant"
        if found is not None and found.precision == "country" and head.pos == "VERB":  # "visited the Zaatari camp in Jordan"
            found = self._narrower(found, self._from_object_of(head))
        found = found or self._from_object_of(head) or self._from_words(head) or self._from_clauses(head)
        if found is None and head.pos == "VERB":
            found = self._from_reduced(head) or self._from_coordinated(head) or self._from_deed(head) or self._from_errand(head) or self._from_occasion(head) or self._from_subject(head) or self._from_moment(head) or self._from_speaker(head)
        wide = found is not None and found.precision in ("country", "region") and head.dep in ("nsubj", "nsubjpass")  # "attacks in Syria hit a camp near Gao"
        if (found is None or wide) and head.pos != "VERB" and head.dep in _LIGHT:
            found = self._narrower(found, self._from_parent(head))
        if found is not None and self._stands_for_state(found, head):
            found = None  # "demanded an apology from Ankara"
        found = found or self._from_definition(head) or self._from_setting(head) or self._from_local_voice(head)
        return self._inner(found, head.sent) if found is not None else None

    def _narrower(self, found: Place | None, other: Place | None) -> Place | None:
        """Return the other place where the first one is none or the other is smaller than a country."""
        return other if found is None or (other is not None and other.precision not in ("country", "region")) else found

    def _from_object_of(self, head: Token) -> Place | None:
        if self.meeting and head.pos == "VERB" and (guest := head.child("dobj")) is not None and not self._is_other(guest) and guest.lemma.lower() not in _ENVOYS:
            for prep in (p for g in (guest, *prep_objects(guest, "of")) for p in g.children):  # "hosting the president in Lima"
                if prep.dep == "prep" and prep.lower in ("in", "at") and guest.i < prep.i and (found := next((p for p in self._from_preposition(prep, guest, 1) if p.precision != "country"), None)) is not None:
                    return found
        if self.meeting and head.lemma in _TALKED_OVER and (topic := head.child("dobj")) is not None and (other := self.by_word.get(topic.i)) is not None and other.type in _MEASURES:
            for prep in topic.children:  # "discussed sanctions in Brussels"
                if prep.dep == "prep" and prep.lower in ("in", "at") and (found := next((p for p in self._from_preposition(prep, topic, 1) if p.precision != "country"), None)) is not None:
                    return found
        visit = self.meeting and head.lemma.lower() in self.words["territory"]
        return self._from_object(head) if head.pos == "VERB" and (visit or not self.verbal) else None

    def _from_coordinated(self, head: Token) -> Place | None:
        """Look at the verbs beside it ("struck and killed them in ...")."""
        apart = self._is_other(head.head) and not self._is_same_type(head.head) and head.i - head.head.i > 2 and self.draft is not None and self.draft.type in ("RETREAT", "SANCTION", "AID", "COOPERATE")
        told_apart = head.dep == "conj" and head.child("nsubj", "nsubjpass") is not None and self.draft is not None and (self.draft.type in SPEECH_ACTS or not self._is_same_type(head.head))
        told_apart = told_apart or (self.draft is not None and self.draft.type in SPEECH_ACTS and head.dep == "conj" and self._is_other(head.head) and not self._is_said(head.head))  # "kidnapped nine near Lamitan and demanded a ransom"
        if head.dep == "conj" and head.head.pos == "VERB" and not apart and not told_apart and not _dated_between(head, head.head) and (found := self._from_phrases(head.head, objects=False)):
            target = self._from_object(head.head) if self._is_same_type(head.head) else None
            if target is None and (told_of := head.head.child("dobj")) is not None and self._is_same_type(told_of):
                target = self._from_phrases(told_of)  # "repelled an attack on Kolofata and killed nine"
            return min((p for p in (target, found) if p is not None), key=self._rank)
        if self.draft is not None and self.draft.type in _DEEDS and head.child("auxpass") is not None:
            for c in head.children:  # "two were killed and nine injured in a raid near Gao", "when a bomb exploded near Gao"
                if c.dep == "conj" and c.tag == "VBN" and (self._is_of_one_scene(c) or (not self._is_other(c) and (c.lemma in _HARM or c.child("auxpass", "aux") is None))) and (found := self._from_phrases(c) or self._from_moment(c)) is not None:
                    return found
        told = any(c.dep == "dobj" for c in head.children)  # "deployed helicopters and was sheltering people in Gao"
        beside = (c for c in head.children if c.dep == "conj" and c.pos == "VERB" and c.child("nsubj", "nsubjpass") is None and not _dated_between(head, c) and c.lemma not in _TAKING_AWAY and not (told and c.child("dobj") is not None and not self._is_of_one_scene(c)) and c.lemma.lower() not in self.words["motion"] and not (self._is_other(c) and not self._is_of_one_scene(c) and c.i - head.i > 2))
        return next((p for c in beside if (p := self._from_phrases(c, objects=self._is_same_type(c)))), None)

    def _is_of_one_scene(self, other: Token) -> bool:
        """Whether what another word tells happened where this act did: of its type, or both are done on the spot ("killed three bandits and rescued nine hostages in ...")."""
        draft = self.by_word.get(other.i)
        return draft is not None and self.draft is not None and (draft.type == self.draft.type or {draft.type, self.draft.type} <= _ON_THE_SPOT)

    def _from_reduced(self, head: Token) -> Place | None:
        """Look at the end of what is said of the object: "attacked a convoy carrying food [near Jeddah]", "raided a house used by rebels [in Gao]"."""
        if self.draft is None or self.draft.type not in _DEEDS:
            return None
        for noun in (n for c in head.children for n in ((c,) if c.dep == "dobj" else c.children if c.dep == "prep" and c.lower in ("at", "on", "against") else ()) if n.dep in ("dobj", "pobj") and not self._is_other(n)):
            for clause in noun.children:
                if clause.dep == "relcl" and (self._is_same_type(clause) or self._is_riot(clause)) and (found := self._from_phrases(clause)) is not None:
                    return found  # "planted a bomb that hurt nine people in Lima"
                if clause.dep == "acl" and clause.tag in ("VBG", "VBN") and clause.i > noun.i and not self._is_other(clause):
                    for prep in (p for c in (clause, *clause.children, *(g for of in clause.children for g in of.children if g.dep == "pcomp"), *(g for a in clause.children if a.dep == "agent" for g in a.children)) for p in c.children):
                        if prep.dep == "prep" and prep.lower in _WITHIN - {"from"} and (found := next(self._from_preposition(prep, clause, 1), None)) is not None:
                            return found
        return None

    def _is_riot(self, clause: Token) -> bool:
        """Whether a clause tells of a protest or of an attack tried: "fired on residents who had blocked the road near Gao"."""
        tried = clause.child("xcomp") or clause
        return any((other := self.by_word.get(t.i)) is not None and other.type in ("PROTEST", "ASSAULT") for t in (clause, tried))

    def _from_deed(self, head: Token) -> Place | None:
        """Look at the deed that a bare participle or a further deed goes with: "raided the village of X, [killing] four", "ambushed a convoy near X and [abducted] its driver"."""
        above = head
        while above.dep == "conj" and above.head.pos == "VERB":
            above = above.head
        if above.dep == "advcl" and above.tag == "VBG" and above.head.pos == "VERB" and not any(c.dep in ("mark", "prep") and c.i < above.i for c in above.children):
            above = above.head
        deed = self.by_word.get(above.i)
        if above is head or self.draft is None or self.draft.type not in _DEEDS | {"RETREAT"} or (deed is not None and deed.type not in _DEEDS) or head.child("nsubj", "nsubjpass") is not None:
            return None
        told = above.child("dobj")
        if (self.draft.type == "RETREAT" and head.tag != "VBG") or _dated_between(head, above):
            return None  # "arrested four men in Arsal and handed them over"
        if deed is None and told is not None and self._is_same_type(told) and (found := self._from_phrases(told)) is not None:
            return found  # "carried out raids [on Saada], killing five"
        return self._from_phrases(above) or self._from_object(above)

    def _from_errand(self, head: Token) -> Place | None:
        """Look at the journey an act is the purpose of: "travels to Lima to meet ..."."""
        journey = head.head
        if head.dep not in ("xcomp", "advcl") or not any(c.tag == "TO" for c in head.children) or journey.lemma.lower() not in (*self.words["motion"], "be"):
            return None
        return self._from_phrases(journey, objects=False)

    def _from_occasion(self, head: Token) -> Place | None:
        """Look at the act or the place that a clause tells more of: "an attack in Oran in which two were killed", "in Oran, where two were killed"."""
        if (told := _told_before(head)) is not None and (found := self._from_phrases(told, objects=False)) is not None:
            return found
        if head.dep == "relcl" and (place := self.at(head.head)) is not None and place.precision != "country" and any(g.lower == "whose" for c in head.children if c.dep in ("nsubj", "nsubjpass", "dobj") for g in c.children):
            return place  # "besieged Gao, whose garrison surrendered"
        where = _where(head)
        for noun in (where,) if where is not None else occasions(head):
            if (place := self.at(noun)) is not None and not (where is not None and place.precision == "country" and not any(c.lower == "where" for c in head.children)):
                return place
            if (found := next(self._below(noun, 1), None) if noun.lower in self.words["settled"] else None) is not None:
                return found
            if (found := self._from_phrases(noun)) is not None or (self._is_other(noun) and (found := self._from_words(noun)) is not None):
                return found
        return None

    def _from_subject(self, verb: Token) -> Place | None:
        """Look at where those who do it are: "fishermen in Tema went on strike"."""
        if self.draft is None or self.draft.type not in (_DEEDS | {"SANCTION", "RETREAT"}) - {"AID"} or self.draft.status != "actual":
            return None
        for noun in surface_subject(verb):
            if self.draft.type == "SANCTION" and noun.lemma.lower() not in _COURTS:
                continue
            watch = noun.child("acl")  # "soldiers guarding the palace in Lomé"
            if watch is not None and watch.tag == "VBG" and watch.i < verb.i and (watch.lemma in _ON_DUTY or not self._is_other(watch)) and watch.lemma not in _ON_THE_WAY and (found := self._from_phrases(watch)) is not None:
                return found
            for prep in noun.children:
                if prep.dep == "prep" and prep.lower == "on" and (duty := prep.child("pobj")) is not None and duty.lemma in _ON_DUTY and duty.i < verb.i and (found := self._from_phrases(duty)) is not None:
                    return found  # "soldiers on patrol near Gao"
                if prep.dep == "prep" and prep.lower in ("in", "at", "near", "outside") and noun.i < prep.i < verb.i and (found := next(self._from_preposition(prep, noun, 1), None)) is not None and not (found.precision == "country" and noun.lemma in _WHOSE_COUNTRY and self.draft.type != "SANCTION"):
                    return found
        return None

    def _from_moment(self, verb: Token) -> Place | None:
        """Look at the clause that tells of the moment: "was seized when gunmen stopped his car near ..."."""
        if self.draft is None or self.draft.type not in _DEEDS:
            return None
        if self.draft.type == "AID" and (saved := verb.child("dobj", "nsubjpass")) is not None and (plight := saved.child("acl")) is not None and plight.lemma in _STUCK and (found := self._from_phrases(plight)) is not None:
            return found  # "rescued 40 villagers trapped by fighting near ..."
        at_work = next((c for c in verb.children if c.dep == "advcl" and c.tag == "VBG" and c.i < verb.i and not self._is_other(c)), None)
        if at_work is not None and (found := next((p for c in at_work.children if c.dep == "prep" and c.lower in _WITHIN - {"from"} for p in self._from_preposition(c, at_work, 0)), None)) is not None:
            return found  # "two jets, operating over Gao, bombed a bridge"
        called = verb.child("ccomp")
        if called is not None and any(c.lower == "what" for c in called.children) and (found := self._from_phrases(called)) is not None:
            return found  # "struck what it called hideouts in ..."
        if verb.dep == "advcl" and verb.head.pos in ("VERB", "AUX") and (pronoun := verb.child("nsubjpass", "nsubj")) is not None and pronoun.lower in ("it", "they"):
            for noun in surface_subject(verb.head):  # "a mosque in Gao was full when it was hit"
                if (found := next((p for c in noun.children if c.dep == "prep" and c.lower in ("in", "at", "near", "of") for p in self._from_preposition(c, noun, 1)), None)) is not None and found.precision != "country":
                    return found
        if self.draft.type == "PROTEST" and verb.dep == "advcl" and is_verb(verb.head) and not self._is_other(verb.head) and any(c.lower in ("as", "when", "after", "because") for c in verb.children):
            for noun in surface_subject(verb.head):  # "commuters in Lyon walked to work as drivers went on strike"
                if (found := next((p for c in noun.children if c.dep == "prep" and c.lower in ("in", "at") for p in self._from_preposition(c, noun, 1)), None)) is not None and found.precision != "country":
                    return found
        then = next((c for c in verb.children if c.dep == "advcl" and c.i > verb.i and any(g.lower in ("when", "as", "while") for g in c.children)), None)
        return self._from_phrases(then) or self._from_object(then) if then is not None else None

    def _from_speaker(self, verb: Token) -> Place | None:
        """Look at where somebody speaks who praises or condemns: "speaking in Quito, the envoy urged", "ministers meeting in Lagos condemned"."""
        if not self.verbal or self.meeting or verb.dep in ("xcomp", "relcl", "acl"):
            return None
        while verb.dep == "conj" and is_verb(verb.head) and verb.child("nsubj", "nsubjpass") is None:
            verb = verb.head  # "speaking in Quito, the envoy accused both and called on them"
        told = [c for c in verb.children if c.dep == "advcl" and c.tag == "VBG" and c.i < verb.i]
        told += [c for noun in surface_subject(verb) for c in noun.children if c.dep in ("acl", "advcl") and c.tag in ("VBG", "VBN") and noun.i < c.i < verb.i]
        for clause in told:
            heard = (clause, *(g for c in clause.children if c.dep in ("prep", "dobj") for g in (c, *c.children) if g.dep in ("pobj", "dobj")))  # "speaking to a crowd in Quito"
            for prep in (c for top in heard for c in top.children if clause.lemma in _SPEAKING and c.dep == "prep" and c.lower in ("in", "at", "from", "outside")):
                if (found := next(self._from_preposition(prep, clause, 0), None)) is not None and found.precision != "country":
                    return found
        return None

    def _from_definition(self, head: Token) -> Place | None:
        """Look at the other side of a sentence that says what an act was: "The siege of Oran was an engagement fought in ...", "its first raid was a bombing in ..."."""
        noun = head.head if head.dep in ("acl", "relcl") else head
        if noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.lemma in _SPANS | {"series"}:
            noun = noun.head.head
        if noun.pos == "VERB" or noun.dep not in ("nsubj", "attr") or noun.head.lemma != "be":
            return None
        other = noun.head.child("attr" if noun.dep == "nsubj" else "nsubj")
        if other is None or not (self._is_same_type(other) or other.lemma.lower() in _DEFINED):
            return None
        return self._from_phrases(other) or self._from_words(other)

    def _from_setting(self, head: Token) -> Place | None:
        """Look at the phrase that a sentence opens with: "In Lomé, youths burned tyres and threw stones"."""
        verb = head
        for _ in range(_CLIMBS):
            if verb.dep == "conj" or (verb.dep == "dobj" and verb is head and not self._is_other(verb.head)) or (verb.dep == "advcl" and any(c.lower in _MEANWHILE and c.i < verb.i for c in verb.children)):
                verb = verb.head
            elif verb is head and verb.dep == "pcomp" and is_verb(verb.head.head) and not self._is_other(verb.head.head):
                verb = verb.head.head  # "across Chad marchers persisted in taking to the streets"
            elif verb is head and verb.dep == "pobj" and verb.head.lower in _INTO and is_verb(verb.head.head) and not self._is_other(verb.head.head):
                verb = verb.head.head  # "near Gao a convoy ran into an ambush"
            elif verb is head and verb.dep in ("nsubj", "nsubjpass") and not self._is_other(verb.head):
                verb = verb.head  # "near Gao, a strike killed five"
            elif verb is head and verb.dep in ("xcomp", "advcl") and verb.head.lemma in _MEANS and any(c.tag == "TO" for c in verb.children):
                verb = verb.head  # "near Gao, jets used bombs to destroy a bridge"
            elif verb is head and verb.dep == "pobj" and verb.head.lower == "with" and verb.head.head.lemma in _ANSWERING:
                verb = verb.head.head  # "threw stones at police, who answered with tear gas"
            elif verb.dep == "relcl" and verb.lemma in _ANSWERING and verb.head.dep == "pobj" and verb.head.head.head.pos == "VERB":
                verb = verb.head.head.head
            else:
                break
        opening = head.sent.tokens
        if head.sent.block.kind == "headline" and (place := self.at(opening[0])) is not None and self.draft is not None and self.draft.type in _DEEDS - {"AID"}:
            colon = next((t for t in opening[1:_CLIMBS] if t.text == ":"), None)
            if colon is not None and all(self.at(t) is place or t is opening[1] for t in opening[: colon.i - opening[0].i]):
                return place  # "Nepal: Police fire at marchers", "Peru unrest: Bank burned"
        if verb.dep != "ROOT" or verb.pos not in ("VERB", "AUX"):
            return None
        for prep in (p for c in verb.children for p in (c, *(c.children if c.dep == "advmod" and c.i < verb.i else ()))):
            if prep.dep == "prep" and prep.lower in NEAR and all(t.dep == "advmod" or t.pos in ("ADV", "CCONJ", "PUNCT") for t in verb.sent.tokens[: prep.i - verb.sent.tokens[0].i]):
                return next(self._from_preposition(prep, verb, 0), None)
        return None

    def _from_local_voice(self, head: Token) -> Place | None:
        """Look at where those are who tell of a deed around them: "police in Kano said gunmen had killed nine"."""
        if self.draft is None or self.draft.type not in _ON_THE_SPOT or self.draft.status != "actual":
            return None
        told = head
        for _ in range(_CLIMBS):
            if told.dep == "ccomp" or told.head is told:
                break
            told = told.head
        if any(c.dep == "prep" and c.lower == "from" for c in head.children):
            return None  # "police in Kano said rebels had driven the army from the north": said of elsewhere
        teller = told.head.child("nsubj") if told.dep == "ccomp" else None
        if teller is None or teller.lemma.lower() not in _LOCAL_VOICES:
            return None
        for prep in teller.children:
            if prep.dep == "prep" and prep.lower in ("in", "at", "from", "of"):
                found = next((p for g in prep.children if g.dep == "pobj" for p in (self.at(g), *self._below(g, 1)) if p is not None), None)
                if found is not None and found.precision != "country" and not self._is_seat(found):
                    return found
        return None

    def _is_seat(self, place: Place) -> bool:
        """Whether a place is a capital, where many speak of what happened elsewhere."""
        return any((m := self.mention_at.get(t.i)) is not None and m.rule == "lexicon-capital" for span in place.mentions if (t := self.analysis.token_at(span[1] - 1)) is not None)

    def _from_clauses(self, head: Token) -> Place | None:
        """Look into the clause that says more of a noun ("an attack that took place in ...", "an operation to retake ...")."""
        if head.pos == "VERB":
            return None
        over = head.head.head if head.dep == "pobj" and head.head.lower == "of" and head.head.head.lemma in _SPANS | _STAGES else None  # "days of talks, hosted by ..."
        for child in (*head.children, *(over.children if over is not None else ())):
            if child.dep == "acl" and self._is_other(child) and any(c.tag == "TO" for c in child.children) and (found := self._from_object(child) or (self._from_phrases(child) if self._are_deeds(child) else None)):
                return found
            same = self._is_same_type(child) or (self.draft is not None and child in self.draft.also)
            if child.dep in ("relcl", "acl") and (same or not self._is_other(child)) and (found := self._from_phrases(child, objects=same) or self._from_object(child)):
                return found
            planned = child.child("xcomp", "advcl") if child.dep == "acl" else None
            if planned is not None and (planned.lemma in _HAPPENING or any(c.dep == "auxpass" for c in planned.children)) and (found := self._from_phrases(planned, objects=False)):
                return found  # "a summit set to take place in Lima"
        for prep in head.children:
            for noun in prep.children if prep.dep == "prep" else ():
                clause = noun.child("relcl")
                if clause is not None and clause.lemma in _HAPPENING and (found := self._from_phrases(clause, objects=False)):
                    return found
        return None

    def _from_parent(self, head: Token) -> Place | None:
        """Look at the verb a noun of action hangs from ("carried out an attack in ...", "an attack took place in ...")."""
        parent = head.head
        if head.dep == "conj":
            return None if parent.pos == "VERB" or self._is_other(parent) else self._from_phrases(parent) or self._from_words(parent)
        if head.dep == "pobj" and parent.lower == "of" and (sum_ := climb_partitive(head)).dep in ("nsubj", "dobj", "nsubjpass"):
            head, parent = sum_, sum_.head  # "a series of attacks killed 12 in ..."
        if head.dep == "pobj" and (parent.head.pos == "VERB" or (parent.head.lemma == "be" and parent.lower == "for")):
            verb = parent.head  # "arrived in Lima for talks", "was in Lima for talks", "died in clashes"
            if parent.lower == "for" and verb.lemma in self.words["territory"] and (found := self._from_object(verb)) is not None:
                return found  # "visited Kyiv for talks"
            joint = ("in", "during", "by", "for") if self.meeting else ("in", "during", "by")  # "met in Lima for talks"
            if verb.lemma.lower() in self.words["motion"] or verb.lemma == "be" or (parent.lower in joint and self._is_same_type(verb)):
                return self._from_phrases(verb, skip=parent, objects=False) or self._from_occasion(verb)
            return None
        if parent.pos not in ("VERB", "AUX"):
            return None
        if self._is_other(parent) and not (self._is_same_type(parent) and head.dep == "nsubj"):  # "condemned the attack on Sunday in ...": what follows the attack is the attack's
            return self._from_phrases(parent, after=head) if head.dep == "dobj" and self._is_other(parent) and self.by_word[parent.i].type in _SAID else None
        found = self._from_phrases(parent, skip=head)
        if found is None and head.dep == "dobj" and self.draft is not None and self.draft.type in _DEEDS and (goal := next((c for c in parent.children if c.dep == "advcl" and c.tag == "VBG" and c.i > head.i and c.child("mark", "nsubj") is None), None)) is not None:
            found = self._from_phrases(goal) or self._from_object(goal) or self._from_reduced(goal)  # "carried out strikes, targeting a hideout in Gao"
        if found is None and self.draft is not None and self.draft.type == "ASSAULT" and (aim := parent.child("xcomp", "advcl")) is not None and aim.i > head.i and any(c.tag == "TO" for c in aim.children):
            found = self._from_object(aim) or self._from_phrases(aim)
        if found is None and (clause := parent.child("xcomp")) is not None and clause.lemma in ("take", "occur", "happen", "begin", "start"):
            found = self._from_phrases(clause)
        if found is None and parent.dep in ("relcl", "conj") and parent.pos == "VERB":
            found = self._from_occasion(parent)  # "in Monywa, where police used live rounds"
        if found is None and head.dep == "dobj" and self.draft is not None and self.draft.type == "PROTEST":
            found = self._from_subject(parent)  # "dockers at the port of Matadi began a strike"
        return found or (self._from_object(parent) if head.dep in ("nsubj", "nsubjpass") else self._from_coordinated(parent) if head.dep == "dobj" and not self.verbal else None)

    # --- what to find there ---------------------------------------------------------------------------------------------------


def _dated_between(verb: Token, other: Token) -> bool:
    """Whether a verb has a time of its own on the side of another it is joined to: "raided the camp and [in 2009] kidnapped a clerk", "deserted [in 2006] and lived in Chad"."""
    low, high = min(verb.i, other.i), max(verb.i, other.i)
    words = (c for c in verb.children if low < c.i < high and c.dep in ("npadvmod", "prep", "advmod"))
    return any(t.ent is not None and t.ent.label == "DATE" for w in words for t in (w, *w.children))


def _where(verb: Token) -> Token | None:
    """Return the noun that a clause with "where" or "from which" says more of, also for what somebody says in that clause."""
    for _ in range(3):
        if verb.dep in ("conj", "ccomp", "xcomp") and verb.head.pos == "VERB":
            verb = verb.head
    if verb.dep != "relcl":
        return None
    there = any(c.lower == "where" or (c.dep == "prep" and c.lower in _THERE and any(g.lower == "which" for g in c.children)) for c in verb.children)
    noun = verb.head
    if there and noun.dep == "pobj" and noun.head.head.dep == "appos":
        noun = noun.head.head.head  # "in Rusenu, a suburb of Iasi, where"
    return noun if there else None


def _told_before(verb: Token) -> Token | None:
    """Return the verb whose day a clause takes up: "met in Quito in May, when they traded insults"."""
    if verb.dep != "relcl" or not any(c.lower in ("when", "where") for c in verb.children) or verb.head.ent is None or verb.head.ent.label != "DATE":
        return None
    day = verb.head
    return day.head.head if day.dep == "pobj" and day.head.head.pos == "VERB" else None
