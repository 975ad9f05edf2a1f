"""Arguments: who did it and to whom, from the slots the predicate's lexicon line names.

Reads events, mentions, entities; writes the actors and recipients of events.
"""

from __future__ import annotations

from reportedly.analysis import Analysis, Draft, Entity, Mention, Token
from reportedly.coding.actors import FIRST_PERSON, describe
from reportedly.coding.slots import Light, Slots
from reportedly.coding.syntax import (
    agents,
    antecedent,
    climb_partitive,
    counted,
    is_definite,
    is_passive,
    is_verb,
    logical_object,
    logical_subject,
    noun_doer,
    occasions,
    prep_objects,
    surface_subject,
)
from reportedly.lexicons.predicates import PredicateLexicon

_TARGETS = frozenset({"facility", "property", "vehicle", "civilian", "weapon", "relief"})
_ARMS = frozenset({"weapon", "fighter"})
_MANNED = frozenset("fighting firing defensive fortified tactical observation gun entrenched dug-in".split())
_SEIZED = _TARGETS - {"weapon"}  # rifles that are confiscated are nobody
_INTENTS = frozenset({"commitment", "intention", "readiness", "willingness"})
_BEFORE_NOUN = frozenset({"facility", "vehicle", "civilian", "relief"})
_ANYONE = frozenset({"people", "persons", "others"})
_GROUND = frozenset({"place"})
_PROVOKING = frozenset("prompt draw trigger spark provoke earn attract invite bring elicit".split())
_TELLING = frozenset("tell assure inform warn urge thank congratulate remind brief ask press".split())
_HELPING = frozenset("help support assist aid back feed relieve rescue protect equip arm train rebuild boost strengthen bolster".split())
_EXERCISES = frozenset({"exercise", "drill", "game", "manoeuvre", "maneuver", "wargame", "patrol"})
_SENT = frozenset({"force", "fighter", "MIL", "COP"})
_TEXTS = frozenset({"document", "statement", "law"})
_HARDWARE = frozenset({"vehicle", "weapon", "force"})
_LET_THROUGH = frozenset({"convoy", "ambulance", "truck", "lorry"})
_WORDS_SAID = frozenset("remark claim allegation accusation charge comment statement assertion criticism report suggestion complaint warning threat appeal demand finding conclusion".split())
_SHOT = frozenset({"projectile"})
_FLOWN = frozenset({"drone", "uav", "ucav", "quadcopter"})  # act for their owner under their own name
_CONDUCT = frozenset("action act behaviour behavior conduct policy decision statement remark move practice tactic role failure refusal demand proposal plan offer handling intervention interference crime atrocity abuse ambition".split())
_QUALITIES = frozenset("effort work courage bravery resilience sacrifice commitment dedication sovereignty independence unity integrity leadership right aspiration struggle cause contribution resolve determination position election appointment victory progress stance".split())
_THINGS_ACTED_ON = frozenset({"ASSAULT", "COERCE", "AID", "MOBILIZE", "THREATEN", "PROTEST"})
_HURT = frozenset({"dead", "wounded", "injured", "hurt", "bleeding", "unconscious"})
_WEAPONS = frozenset({"crowd-control", "firearms", "primitive", "explosives"})
_ANSWERING = frozenset({"respond", "reply", "retaliate", "answer", "react"})
_REPELLING = frozenset("repel repulse fight beat fend ward withstand rebuff resist survive foil thwart".split())
_SETTING_OFF = frozenset("fire launch plant lay place drop throw set detonate shoot hurl send".split())
_THEN = frozenset({"when", "as", "after"})
_IN_ARMS = frozenset({"MIL", "REB", "UAF", "PRM", "COP", "CRM", "SPY"})
_GOING_ON = frozenset({"and", "or", "as", "also"})  # "on bases as well as on sites"
_BEFALLING = frozenset("blast bombing explosion shooting killing violence clash massacre unrest riot protest siege stabbing uprising revolt rebellion fighting genocide".split())
_ABOUT_ACTS = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "REJECT"})


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
        analysis.events = _merge(analysis.events, by_head)
        for draft in analysis.events:
            _share(analysis, draft, by_head)
            if draft.type == "MOBILIZE" and any(w.lemma.lower() in _EXERCISES for w in draft.words) and (len(draft.actors) > 1 or any(c.lower == "joint" for w in draft.words for c in w.children)):
                draft.type, draft.mode = "COOPERATE", None
                draft.because("type", "an exercise of several parties", draft.head.span)
            _account_for_shared(draft)

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
                if not found and field == "actors" and noun and draft.type == "ASSAULT" and (ending := by_head.get(draft.head.head.i)) is not None and draft.head.dep == "dobj" and ending.mode == "ceasefire":
                    self._fill(analysis, ending, slots, by_head, done)  # "called on the junta to end attacks on nurses"
                    found = list(ending.actors)
                if not found and field == "recipients" and draft.type in _ABOUT_ACTS:
                    found = [e for slot in together for e in self._of_event(analysis, draft, slots, slot, by_head, done, light, noun=noun)]
                if found:
                    getattr(draft, field).extend(found)
                    break
            else:
                slots_tried = "|".join("+".join(together) for together in options)
                draft.because(field, f"empty: no actor in its slots {slots_tried}" if options else "empty: this predicate has none", entry=draft.predicate.entry.at)
        if not draft.actors and draft.type in ("MOBILIZE", "AID", "RETREAT") and not noun and is_passive(draft.head):
            sent = [t for t in logical_object(draft.head) if slots.is_of(t, _SENT)]  # "Police were deployed": those sent act
            draft.actors = [e for t in sent for e, _ in actors_at(analysis, t, draft.type, as_doer=True, slots=slots) if e not in draft.recipients]
        if noun and draft.type == "CONSULT" and not draft.actors and (verb := _said_at(draft.head)) is not None:  # "told his counterpart in a phone call"
            draft.actors = [e for t in (*surface_subject(verb), *logical_object(verb)[:1], *(c for c in verb.children if c.dep == "dative")) for e, _ in actors_at(analysis, t, draft.type, as_doer=True, slots=slots)]
        self._fill_recipients(analysis, draft, slots, by_head, done, light, noun=noun)
        draft.recipients = [e for e in draft.recipients if e not in draft.actors]

    def _fill_recipients(self, analysis: Analysis, draft: Draft, slots: Slots, by_head: dict[int, Draft], done: set[int], light: Light | None, *, noun: bool) -> None:
        """Find elsewhere in the sentence whom an act befell, where its slots hold nobody."""
        if noun and light is not None and light.role == "recipient" and draft.predicate.recipient and not draft.recipients:
            draft.recipients = self._entities(analysis, draft, slots, ("obj",), "recipients", noun=True, light=light)
        if not draft.recipients and noun and draft.type == "ASSAULT" and draft.predicate.recipient:
            target = next((c for c in draft.head.children if c.dep == "compound" and c not in draft.words and slots.is_of(c, _BEFORE_NOUN)), None)
            if target is not None:  # "the aid convoy attack"
                draft.recipients = [described(analysis, target)]
                draft.because("recipients", "target before the noun", target.span)
        if not draft.recipients and (noun or draft.head.lemma == "use") and draft.type in ("ASSAULT", "COERCE") and draft.predicate.recipient:
            self._purpose(analysis, draft, slots, light)
        if draft.type == "AID" and (not draft.recipients or (not noun and all(_is_state(e) for e in draft.recipients))):
            self._purpose(analysis, draft, slots, light, _HELPING)  # "sent troops to Mali to support the army"
        if not draft.recipients and not noun and draft.type in ("REJECT", "ACCUSE"):
            self._answered(analysis, draft)
        if not draft.recipients and noun and draft.type == "ACCUSE":
            self._provoker(analysis, draft, slots, by_head, done)
        if not draft.recipients and not noun and any("obj" in together for together in draft.predicate.recipient):
            draft.recipients = self._entities(analysis, draft, slots, ("iobj",), "recipients", noun=False, light=None)  # "fined the union two million"
        if not draft.recipients and noun and draft.type == "ASSAULT" and draft.predicate.recipient and (left := self._left(analysis, draft, slots)):
            draft.recipients = [e for e, _ in left]
            draft.because("recipients", "who it left dead or hurt", left[0][1])
        if not draft.recipients and noun and draft.mode in _WEAPONS and (struck := self._used_on(analysis, draft, slots)):
            draft.recipients = [e for e, _ in struck]
            draft.because("recipients", "on whom it was used", struck[0][1])
        if not draft.recipients and not noun and draft.type == "ASSAULT" and (held := _holders(analysis, draft.head)):
            draft.recipients = [e for e, _ in held]
            draft.because("recipients", "who held it", held[0][1])

    def _left(self, analysis: Analysis, draft: Draft, slots: Slots) -> list[tuple[Entity, tuple[int, int]]]:
        """Return whom an act left dead or hurt: "an ambush that left six gendarmes dead"."""
        top = climb_partitive(draft.head)
        verbs = [c for c in top.children if c.dep in ("relcl", "acl")] + ([top.head] if top.dep == "nsubj" else [])
        for verb in verbs:
            if verb.lemma == "leave" and any(c.lower in _HURT or any(g.lower in _HURT for g in c.children) for c in verb.children):
                return [p for t in logical_object(verb) for p in actors_at(analysis, t, draft.type, as_doer=False, slots=slots)]
        return []

    def _used_on(self, analysis: Analysis, draft: Draft, slots: Slots) -> list[tuple[Entity, tuple[int, int]]]:
        """Return on whom a weapon was used: "dispersed the crowd with tear gas", "threw stones at police, who responded with tear gas"."""
        phrase = draft.head.head
        if draft.head.dep != "pobj" or phrase.lower != "with":
            return []
        verb = phrase.head
        for _ in range(3):  # "dispersed by police with", "dispersed a crowd of miners with"
            if is_verb(verb) or verb.dep not in ("pobj", "dobj"):
                break
            verb = verb.head.head if verb.dep == "pobj" else verb.head
        if not is_verb(verb):
            return []
        if verb.lemma in _ANSWERING and verb.dep == "relcl":
            answered = verb.head
            for _ in range(3):
                answered = answered.head
                if is_verb(answered):
                    break
            tokens = logical_subject(answered) if is_verb(answered) else []
        else:
            tokens = logical_object(verb) if verb.lemma not in _ANSWERING else []
        return [p for t in tokens for p in actors_at(analysis, t, draft.type, as_doer=False, slots=slots) if p[0] not in draft.actors]

    def _answered(self, analysis: Analysis, draft: Draft) -> None:
        """Take whose words are rejected from who spoke before: "dismissed the remarks as"."""
        words = next((t for t in logical_object(draft.head) if t.lemma.lower() in _WORDS_SAID and is_definite(t)), None)
        if words is None or any(c.dep == "poss" or (c.dep == "prep" and c.lower in ("of", "by", "that")) for c in words.children):
            return
        before = [s for s in analysis.statements if s.content[0] < words.start and s.speakers and not set(map(id, s.speakers)) & set(map(id, draft.actors))]
        near = max(before, key=lambda s: s.content[0], default=None)
        if near is not None and words.sent.i - (analysis.token_at(near.content[0]) or words).sent.i <= 1:
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

    def _purpose(self, analysis: Analysis, draft: Draft, slots: Slots, light: Light | None, lemmas: frozenset[str] = frozenset()) -> None:
        """Take whom an act is against or for from its purpose, whose verb may have to be one of some: "an operation to drive out the rebels", "used tear gas to disperse students"."""
        above = [draft.head] + ([light.verb] if light is not None else [])
        verbs = [c for t in above for c in t.children if c.dep in ("acl", "relcl", "advcl", "xcomp") and c.i > draft.head.i and is_verb(c)]
        verbs += [g for v in verbs if v.tag == "VBN" for g in v.children if g.dep in ("xcomp", "advcl") and is_verb(g)]  # "designed to prevent"
        for verb in verbs:
            if not any(c.tag == "TO" for c in verb.children) or (lemmas and verb.lemma not in lemmas):
                continue
            for token in logical_object(verb):
                found = actors_at(analysis, token, draft.type, as_doer=False, slots=slots) or [p for t in prep_objects(token, "of") for p in actors_at(analysis, t, draft.type, as_doer=False, slots=slots)]
                if found:
                    draft.recipients = [e for e, _ in found]
                    draft.because("recipients", "object of its purpose", found[0][1])
                    return

    def _of_event(self, analysis: Analysis, draft: Draft, slots: Slots, slot: str, by_head: dict[int, Draft], done: set[int], light: Light | None, *, noun: bool) -> list[Entity]:
        """Return the doers of the event in a slot: "killed by a coalition air strike", "condemned the rebels' attack"."""
        field = "recipients" if draft.type in _ABOUT_ACTS and slot != "subj" else "actors"
        for token in slots.fill(draft.head, slot, noun=noun, light=light):
            other = by_head.get(token.i)
            if other is not None and other is not draft:
                self._fill(analysis, other, slots, by_head, done)
                if other.actors:
                    draft.because(field, f"doer of the {other.head.text}", other.head.span, other.predicate.entry.at)
                return list(other.actors)
        return []

    def _entities(self, analysis: Analysis, draft: Draft, slots: Slots, together: tuple[str, ...], field: str, *, noun: bool, light: Light | None) -> list[Entity]:
        found: list[Entity] = []
        for slot in together:
            tokens = slots.fill(draft.head, slot, noun=noun, light=light, words=draft.words[1:]) if draft.head.pos != "ADJ" else _adjective(draft.head, slot, slots)
            if slot == "by" and field == "recipients" and not noun and is_passive(draft.head) and ("subj",) in draft.predicate.actor:
                tokens = [t for o in logical_object(draft.head) for t in prep_objects(o, "by")]  # "was rejected by Lima": its own doer
            if not tokens and slot == "of" and is_verb(draft.head) and not noun:  # "revoked the registration of two charities"
                tokens = [t for o in logical_object(draft.head) for t in prep_objects(o, "of")]
            phrase: Token | None = None
            for token in tokens:
                if noun and token in draft.words:
                    continue  # the "drone" of "drone strike"
                if phrase is not None and (other := _phrase_of(token)) is not phrase and not (other is not None and analysis.tokens[other.i - 1].lower in _GOING_ON):
                    break  # "opened fire on police on Paris' main street"
                for entity, words in actors_at(analysis, token, draft.type, as_doer=field == "actors", slots=slots):
                    if entity not in found:
                        found.append(entity)
                        phrase = _phrase_of(token)
                        draft.because(field, f"slot {slot}", words, draft.predicate.entry.at)
                if not found and field == "actors" and slot == "subj" and slots.is_of(token, _TEXTS):
                    found = self._authors(analysis, draft, token, slots)
        return found

    def _authors(self, analysis: Analysis, draft: Draft, text: Token, slots: Slots) -> list[Entity]:
        """Return whose words a text holds: "a UN report called for", "issued a statement condemning"."""
        pairs = [pair for t in noun_doer(text) for pair in actors_at(analysis, t, draft.type, as_doer=True, slots=slots)]
        if pairs:
            draft.because("actors", f"whose {text.text} it is", pairs[0][1], draft.predicate.entry.at)
        return list(dict.fromkeys(e for e, _ in pairs))


def _is_state(entity: Entity) -> bool:
    return bool(entity.mentions) and all(m.kind == "name" and m.sector == "GOV" and m.rule.startswith("lexicon") for m in entity.mentions)


def _phrase_of(token: Token) -> Token | None:
    """Return the preposition a token's phrase begins with, of coordinated ones the first."""
    while token.dep == "conj":
        token = token.head
    if token.dep != "pobj":
        return None
    token = token.head
    while token.dep == "conj":
        token = token.head
    return token


def _merge(drafts: list[Draft], by_head: dict[int, Draft]) -> list[Draft]:
    """Drop verbs that only unfold another mention: "an attack that killed 13", "was struck and killed"."""
    out = []
    for draft in drafts:
        if _is_cognate(draft, by_head):
            continue
        if (giving := _given_in(draft, by_head)) is not None:  # "provide two million in assistance to Jordan"
            giving.actors, giving.recipients = giving.actors or list(draft.actors), giving.recipients or list(draft.recipients)
            continue
        if draft.type == "CONSULT" and (meeting := _means_of(draft, by_head)) is not None:
            meeting.actors += [e for e in draft.actors if e not in meeting.actors and e not in meeting.recipients]
            meeting.mode = meeting.mode or draft.mode
            continue  # "discussed it in a telephone call", "arrived for a visit"
        if is_verb(draft.head):
            if (main := by_head.get(draft.head.head.i)) is not None and _is_purpose_of(draft, main):
                main.actors, main.recipients = main.actors or list(draft.actors), main.recipients or list(draft.recipients)
                continue
            subjects = logical_subject(draft.head)
            noun = by_head.get(subjects[0].i) if len(subjects) == 1 else None
            if noun is None and draft.head.dep in ("pcomp", "acl", "relcl", "conj", "ccomp"):
                noun = _above(draft.head, subjects, by_head)
            if noun is not None and noun.type == draft.type and not is_verb(noun.head) and (not is_passive(draft.head) or draft.head.dep == "pcomp" or draft.head.head.dep == "pcomp"):
                noun.recipients = noun.recipients or [e for e in draft.recipients if e.name.casefold() not in _ANYONE]
                noun.also.append(draft.head)
                continue
            twin = next((by_head[c.i] for c in draft.head.children if c.dep == "conj" and c.i in by_head), None)
            if twin is not None and twin.type == draft.type == "ASSAULT" and _is_one_act(draft.mode, twin.mode) and is_verb(twin.head) and twin.actors == draft.actors and twin.recipients == draft.recipients and not draft.head.child("dobj"):
                twin.mode = twin.mode or draft.mode
                twin.also.append(draft.head)
                continue
        out.append(draft)
    return out


def _is_one_act(first: str | None, second: str | None) -> bool:
    """Whether the modes of two joined verbs leave room for one act: "struck and killed", but not "arrested and deported" or "killed and abducted"."""
    return first == second or (not (first and second) and "abduct" not in (first, second))


def _given_in(draft: Draft, by_head: dict[int, Draft]) -> Draft | None:
    """Return the giving of which a noun only says in what it consists."""
    noun = draft.head
    if draft.type != "AID" or noun.dep != "pobj" or noun.head.lower not in ("in", "of", "as"):
        return None
    above = noun.head.head
    giving = by_head.get((above if is_verb(above) else above.head).i)
    return giving if giving is not None and giving is not draft and giving.type == "AID" and is_verb(giving.head) else None


def _said_at(noun: Token) -> Token | None:
    """Return the verb of what one person says to another at a meeting."""
    if noun.dep != "pobj" or noun.head.lower not in ("in", "during", "at", "over", "by"):
        return None
    verb = noun.head.head
    return verb if verb.lemma in _TELLING and is_verb(verb) and not is_passive(verb) and verb.child("dobj", "dative") is not None else None


def _means_of(draft: Draft, by_head: dict[int, Draft]) -> Draft | None:
    """Return the meeting or journey whose means or purpose a noun only names."""
    noun = draft.head
    if is_verb(noun) or noun.dep != "pobj" or draft.mode not in ("phone", "visit"):
        return None
    main = by_head.get(noun.head.head.i)
    if main is None or main.type != "CONSULT" or not is_verb(main.head) or main.head.i > noun.i:
        return None
    fits = noun.head.lower in ("in", "during", "by", "over") if draft.mode == "phone" else main.mode == "visit" and noun.head.lower in ("for", "on")
    return main if fits else None


def _is_purpose_of(draft: Draft, main: Draft) -> bool:
    """Whether a verb only says what the same act was for: "met to discuss the border", "gathered to protest"."""
    infinitive = draft.head.dep in ("advcl", "xcomp") and any(c.tag == "TO" for c in draft.head.children)
    if infinitive and main.type == "AID" and draft.type == "SUPPORT" and draft.head.lemma in ("support", "back") and draft.head.head is main.head:
        return True  # "sent soldiers to support the mission"
    return infinitive and is_verb(main.head) and main.type == draft.type and main.type not in _THINGS_ACTED_ON - {"PROTEST", "AID"} and set(map(id, draft.actors)) <= set(map(id, main.actors))


def _is_cognate(draft: Draft, by_head: dict[int, Draft]) -> bool:
    """Whether another mention says the same act: "fought a war", "a commitment to support"."""
    if is_verb(draft.head):
        objects = logical_object(draft.head) or [t for c in draft.head.children if c.dep == "prt" for t in c.children if t.dep == "pobj"]  # "fought off an assault"
        other = next((by_head[t.i] for t in objects if t.i in by_head), None)
        if other is not None and other.type == draft.type and not is_verb(other.head):
            if draft.head.lemma in _REPELLING or any(c.lower in ("off", "back") for c in draft.head.children):  # "repelled the assault": it was made on who repelled it
                other.recipients = other.recipients or [e for e in draft.actors if e not in other.actors]
                return True
            if any(e.field == "actors" and e.rule == "slot with" for e in other.evidence) and not any(e in other.actors for e in draft.actors):
                other.actors = [*draft.actors, *other.actors]  # "fought a war with": both sides
            other.actors, other.recipients = other.actors or draft.actors, other.recipients or draft.recipients
            return True
        return False
    if draft.mode == "convict" and draft.head.dep == "pobj" and draft.head.head.lower == "to" and (above := by_head.get(draft.head.head.head.i)) is not None and above.mode == "convict":
        return True  # "the sentencing of the editor to a prison term"
    if draft.head.pos == "ADJ" and draft.head.lemma == "committed":  # "committed to helping them": the help says it
        return any(t.i in by_head and is_verb(t) for t in draft.head.head.subtree() if t.i > draft.head.i)
    if draft.type != "AGREE" or draft.head.lemma.lower() not in _INTENTS:
        return False
    inner = [v for c in draft.head.children for v in ([c] if c.dep in ("acl", "relcl") else c.children if c.dep == "prep" and c.lower == "to" else [])]
    for told in (by_head[v.i] for v in inner if v.i in by_head):
        told.actors = told.actors or list(draft.actors)  # "his commitment to peace talks"
    return any(v.i in by_head for v in inner)


def _above(verb: Token, subjects: list[Token], by_head: dict[int, Draft]) -> Draft | None:
    """Return the event noun that "with ten people killed" or "the bombing of a school, which killed ten" unfolds."""
    if verb.dep == "conj" and verb.head.dep == "pcomp":
        verb = verb.head
    if verb.dep == "pcomp" and verb.head.lower == "with":
        above = verb.head.head
        noun = above.child("attr") if above.lemma == "be" else above  # "it was an attack, with ten killed"
        return by_head.get(noun.i) if noun is not None else None
    if verb.dep == "ccomp" and verb.head.dep == "relcl":
        verb = verb.head  # "the strike on the convoy, which they said had hit a commander"
    if verb.dep != "relcl" or not subjects:
        return None
    noun = subjects[0]  # the parser hangs the clause on the nearest noun: climb to the act
    for _ in range(3):
        if noun.dep not in ("pobj", "appos", "conj"):
            return None
        noun = noun.head.head if noun.dep == "pobj" else noun.head
        if noun.i in by_head:
            return by_head[noun.i]
    return None


def _adjective(head: Token, slot: str, slots: Slots) -> list[Token]:
    """Return what fills a slot of a predicate adjective: its copula's subject, its own prepositions."""
    if slot == "subj":
        verb = head.head
        return slots.fill(verb, "subj", noun=False) if head.dep in ("acomp", "oprd", "attr") and is_verb(verb) else ([head.head] if head.dep == "amod" else [])
    return prep_objects(head, slot)


def actors_at(analysis: Analysis, token: Token, type_: str, *, as_doer: bool, slots: Slots) -> list[tuple[Entity, tuple[int, int]]]:
    """Return the actors that a token's noun phrase denotes, with their words; empty when it denotes none."""
    token = antecedent(token)
    if token.lemma.lower() == "life" and not as_doer:  # "an attempt on the life of the mayor"
        return [pair for t in (*prep_objects(token, "of"), *(c for c in token.children if c.dep == "poss")) for pair in actors_at(analysis, t, type_, as_doer=as_doer, slots=slots)]
    if token.lemma.lower() != "member" and (inner := counted(token)):
        found = [pair for t in inner for pair in actors_at(analysis, t, type_, as_doer=as_doer, slots=slots)]
        if found or slots.lexicon.classes_of.get(token.lemma.lower(), set()) & _GROUND:  # "the village of Tessit" is no party
            return found
    mention = analysis.mention_at.get(token.i)
    if mention is None and token.lower == "others" and not as_doer and (told := _sufferer_before(analysis, token)) is not None:
        return [(e, told.span) for e in told.entities]
    if not as_doer and token.lower == "it" and (thing := slots.thing(token)) is not None:
        return [(described(analysis, thing), thing.span)]
    if as_doer and slots.is_of(token, _SHOT) and token.lemma not in _FLOWN and (mention is None or mention.kind == "description"):
        owned = [(e, m.span) for m in _owners(analysis, token, pronouns=True) for e in m.entities]  # "Russian missiles struck"
        return owned or [p for c in token.children if c.dep == "acl" and c.lemma in _SETTING_OFF for t in agents(c) for p in actors_at(analysis, t, type_, as_doer=True, slots=slots)]  # "a missile launched by the Houthis hit"
    if mention is None:  # "the Prime Minister-designate, Haidar Jabr"
        mention = next((m for c in token.children if c.dep == "appos" and (m := analysis.mention_at.get(c.i)) is not None and m.kind == "name" and m.person), None)
    if mention is not None and mention.kind == "pronoun" and mention.name.lower() in FIRST_PERSON and not mention.entities:
        return []
    if mention is not None and mention.kind == "name" and mention.entry is None and slots.is_settlement(token) and (not mention.person or (not as_doer and _is_bare(mention))):
        return []  # a town the recogniser took for a body
    if mention is not None and type_ == "CONSULT" and not as_doer and mention.rule == "lexicon-capital" and ((phrase := _phrase_of(token)) is None or phrase.lower != "between"):
        return []  # "visited Tashkent", but "mediated between Tashkent and Bishkek"
    if mention is not None and _may_act(mention, token, as_doer, type_):
        return [(e, mention.span) for e in mention.entities]
    if mention is None and token.pos in ("NOUN", "PROPN"):
        owners = _owners(analysis, token, pronouns=as_doer or type_ in _ABOUT_ACTS)
        if slots.is_of(token, _HARDWARE if as_doer else _SEIZED if type_ == "COERCE" else _TARGETS) and (owners if as_doer else type_ in _THINGS_ACTED_ON or owners):
            return [(described(analysis, token), token.span)]
        if not as_doer and type_ == "RETREAT" and token.lemma in _LET_THROUGH:
            return [(described(analysis, token), token.span)]
        if not as_doer and slots.is_of(token, _GROUND) and (any(m.kind == "description" for m in owners) or (token.lemma == "position" and not owners and _is_manned(token, slots))):
            return [(described(analysis, token), token.span)]  # "rebel positions", "a mortar position"
        if not as_doer and not any(c.dep == "compound" and slots.is_of(c, _BEFORE_NOUN) for c in token.children):  # "welcomed the Board's report": the owner is meant
            found = [(e, m.span) for m in owners if m.kind == "name" or m.head.dep == "poss" for e in m.entities]
            return found or _whose(analysis, token, type_, slots)
    return []


def _is_manned(position: Token, slots: Slots) -> bool:
    """Whether a position is one that fights: "a [mortar] position", "[defensive] positions", no stand and no post."""
    return any(c.i < position.i and (c.lemma in _MANNED or slots.is_of(c, _ARMS)) for c in position.children)


def _sufferer_before(analysis: Analysis, others: Token) -> Mention | None:
    """Return those told before of whom "others" are more: "killing four officers and wounding six [others]"."""
    if others.dep not in ("dobj", "nsubjpass") or any(c.dep in ("prep", "relcl") for c in others.children):
        return None
    before = (m for m in reversed(others.sent.mentions) if m.first < others.i and m.plural and m.kind != "pronoun" and m.entities)
    told = next((m for m in before if m.head.dep in ("dobj", "nsubjpass", "conj") or m.head.head.lower == "of"), None)
    return told if told is not None and told.head.dep != "conj" and told.head.child("conj") is None else None  # "two officers and a bystander": others of any kind


def _whose(analysis: Analysis, token: Token, type_: str, slots: Slots) -> list[tuple[Entity, tuple[int, int]]]:
    """Return whose deeds or qualities a speech act is about: "praised the efforts of rescuers", "condemned the conduct of the army"."""
    if (doers := prep_objects(token, "by")) and type_ in _ABOUT_ACTS:  # "the vote by the Council was criticised"
        return [pair for t in doers for pair in actors_at(analysis, t, type_, as_doer=False, slots=slots)]
    if token.lemma.lower() not in (_CONDUCT if type_ in ("ACCUSE", "REJECT") else _QUALITIES | _CONDUCT if type_ == "SUPPORT" else ()):
        return []
    return [pair for t in prep_objects(token, "of") for pair in actors_at(analysis, t, type_, as_doer=False, slots=slots)]


def _is_bare(mention: Mention) -> bool:
    """Whether nothing but the recogniser says that a name is a person's: one word, no role, never a longer name."""
    return mention.rule == "PERSON" and not mention.role and all(m.kind == "name" and " " not in m.name for e in mention.entities for m in e.mentions)


def _holders(analysis: Analysis, verb: Token) -> list[tuple[Entity, tuple[int, int]]]:
    """Return from whom something is taken that is called theirs: "liberated IS-held villages"."""
    objects = [t for o in logical_object(verb) for t in (o, *counted(o), *prep_objects(o, "of"))]
    held = [c for o in objects for c in o.children if c.dep == "amod" and c.lower in ("held", "controlled", "occupied")]
    mentions = [m for h in held for c in h.children if c.i < h.i and (m := analysis.mention_at.get(c.i)) is not None]
    return [(e, m.span) for m in mentions for e in m.entities]


def _owners(analysis: Analysis, token: Token, *, pronouns: bool = False) -> list[Mention]:
    """Return the actors named in a noun's modifiers: "US bases", "the Board's report", "rebel positions"; with ``pronouns`` also "its vessel"."""
    found = (analysis.mention_at.get(c.i) for c in token.children if c.dep in ("compound", "amod", "poss", "nmod"))
    return [m for m in found if m is not None and m.rule != "place" and (m.kind != "pronoun" or (pronouns and m.entities))]


def described(analysis: Analysis, token: Token) -> Entity:
    """Make an actor of a described thing or group that is acted on ("aid convoy")."""
    mention = describe(analysis, token)
    for entity in analysis.entities:
        if entity.name.casefold() == mention.name.casefold():
            break
    else:
        entity = Entity(name=mention.name)
        analysis.entities.append(entity)
    entity.mentions.append(mention)
    mention.entities = [entity]
    analysis.mentions.append(mention)
    analysis.mention_at[token.i] = mention
    return entity


def _may_act(mention: Mention, token: Token, as_doer: bool, type_: str) -> bool:
    """Whether a mention can be a party: a town or a mountain is none, a state or capital that acts is."""
    if mention.rule == "place" and not mention.sector:  # "President Lagos" is the man
        ent = token.ent
        if ent is not None and ent.label == "FAC":
            return not as_doer and type_ in _THINGS_ACTED_ON
        return False
    if token.dep == "compound" and type_ == "CONSULT" and mention.rule == "lexicon-capital":
        return False  # "the Doha talks"
    if token.dep != "compound" or type_ not in _THINGS_ACTED_ON:
        return True
    where = mention.rule == "lexicon-capital" or (token.head.lemma in _BEFALLING and mention.rule == "lexicon-name" and token.ent is not None and token.ent.label == "GPE" and not token.text.isupper())
    return not where or "." in token.text  # "the Kabul blast", "the Tanzania bombings": where, not who


def _account_for_shared(draft: Draft) -> None:
    """Say where parties came from that the draft's own slots did not give."""
    for field in ("actors", "recipients"):
        found: list[Entity] = getattr(draft, field)
        empty = [e for e in draft.evidence if e.field == field and e.rule.startswith("empty")]
        if not found:
            continue
        draft.evidence = [e for e in draft.evidence if e not in empty]
        if not any(e.field == field for e in draft.evidence):
            near = min((m.span for m in found[0].mentions), key=lambda span: abs(span[0] - draft.head.start))
            draft.because(field, "shared with the verb or noun the act belongs to", near, draft.predicate.entry.at)


def _meanwhile(analysis: Analysis, draft: Draft, by_head: dict[int, Draft]) -> list[tuple[Entity, tuple[int, int]]]:
    """Return who did it by the clause that tells what happened then: "were killed when soldiers opened fire", "were seized when gunmen stopped their car"."""
    if draft.type not in ("ASSAULT", "COERCE") or not is_verb(draft.head) or not is_passive(draft.head):
        return []
    for clause in draft.head.children:
        if clause.dep != "advcl" or clause.i < draft.head.i or not any(c.lower in _THEN for c in clause.children):
            continue
        other = by_head.get(clause.i)
        if other is not None:
            return [(e, other.head.span) for e in other.actors if e not in draft.recipients and (other.type == draft.type or _is_in_arms(e))]
        if is_passive(clause):
            return []
        mentions = [m for t in logical_subject(clause) if (m := analysis.mention_at.get(t.i)) is not None and m.kind != "pronoun"]
        return [(e, m.span) for m in mentions for e in m.entities if _is_in_arms(e) and e not in draft.recipients]
    return []


def _is_in_arms(entity: Entity) -> bool:
    return (entity.sector or next((m.sector for m in entity.mentions if m.sector), None)) in _IN_ARMS


def _share(analysis: Analysis, draft: Draft, by_head: dict[int, Draft]) -> None:
    """Let an event noun and the event verb it belongs to lend each other their parties ("was killed in a raid by", "an attack in which two were killed")."""
    top = draft.head
    if is_verb(top) and not draft.actors:
        nouns = [n.i for n in occasions(top)]
        told = min((d for d in analysis.events if d.head.i in nouns), key=lambda d: nouns.index(d.head.i), default=None)
        if told is not None and told.type == draft.type:
            draft.actors = [e for e in told.actors if e not in draft.recipients]
    if not draft.actors and (then := _meanwhile(analysis, draft, by_head)):
        draft.actors = [e for e, _ in then]
        draft.because("actors", "who acted then", then[0][1])
    while not is_verb(top) and top.dep == "conj":
        top = top.head
    if is_verb(top) or top.dep != "pobj" or top.head.lower not in ("in", "during", "by") or not is_verb(top.head.head):
        return
    if any(e.field == "actors" and e.rule == "slot between" for e in draft.evidence):
        return  # "killed in clashes between": by either side
    for other in analysis.events:
        if other.head is top.head.head and other.type == draft.type and other is not draft:
            draft.actors, other.actors = draft.actors or list(other.actors), other.actors or list(draft.actors)
            draft.recipients, other.recipients = draft.recipients or list(other.recipients), other.recipients or list(draft.recipients)
            if other.mode is None and draft.mode is not None:
                other.mode = draft.mode
                other.because("mode", f"of the {draft.head.text} it was done by", draft.head.span, draft.predicate.entry.at)
