"""The place of an act: the most specific place that its own words, or the clause they stand in, name for it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from reportedly.analysis import Analysis, Draft, Token
from reportedly.coding.clauses import occasions, surface_subject
from reportedly.coding.descriptions import land_inside
from reportedly.coding.place_lists import PlaceWords
from reportedly.coding.slots import SPANS
from reportedly.coding.syntax import climb_partitive
from reportedly.lexicons.modes import SPEECH_ACTS
from reportedly.lexicons.word_lists import word_list
from reportedly.records import Place, Span

_ORDER = ("site", "city", None, "district", "province", "region", "country")  # most specific first; None: unresolved
_NEAR = frozenset("in at near outside inside around within throughout across through into along off over aboard from on of".split())
# types of acts done by words: their object is what they speak of, not where
_SAID = SPEECH_ACTS | {"CONSULT"}
_OUT = word_list("place_of_act.out")
_PARTS = word_list("place_of_act.parts")
_TAKES_FROM = _OUT | frozenset("repatriate repatriation evict relocate transport ferry bus abduct kidnap snatch seize take rescue free remove pull loot steal displace recover extract airlift clear release move transfer carry fire launch".split())
_HELD = word_list("place_of_act.held")
_AGAIN = {"country": "country", "city": "city", "town": "city", "village": "city", "township": "city", "settlement": "city", "province": "province", "governorate": "province", "district": "district"}
_ANOTHER = word_list("place_of_act.another")
_BESIEGED = word_list("place_of_act.besieged")
_OTHER_TIMES = frozenset({"after", "following", "before", "since", "despite", "until"})  # what they name happened elsewhere, or may have
_MEASURES = SPEECH_ACTS | {"SANCTION", "COOPERATE"}  # what a meeting is about
_TALKED_OVER = frozenset({"discuss", "debate"})
_MEANS = word_list("place_of_act.means")
_SENT = frozenset("send dispatch fly".split())
_TRAVELLERS = word_list("place_of_act.travellers")
_MISSIONS = frozenset("embassy consulate base mission".split())
_WHOSE_COUNTRY = word_list("place_of_act.whose_country")
_DEFINED = word_list("place_of_act.defined")
_BACKWARD = frozenset("withdraw retreat pull fall".split())
_ENVOYS = word_list("place_of_act.envoys")
_MEANWHILE = frozenset({"until", "when", "as", "while"})
_ANSWERING = frozenset({"respond", "reply", "answer", "retaliate"})
_STUCK = word_list("place_of_act.stuck")
_HAPPENING = frozenset({"take", "occur", "happen"})
_CLIMBS = 4  # verbs between an act and what its sentence opens with
_AMID = frozenset({"during", "amid"})
_STAGES = word_list("place_of_act.stages")
_SEATS = frozenset({"government", "authority", "administration"})  # "the government in Kathmandu" acts elsewhere
DEEPEST = 4  # noun phrases inside noun phrases
_COURTS = frozenset({"court", "tribunal", "judge", "jury", "magistrate"})
_WITHIN = _NEAR - {"of", "on", "into"}
_DEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST", "AID", "MOBILIZE"})
_ON_GROUND = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})  # "bombed Kyiv" is where; "armed Kyiv" whom
_WHOSE = frozenset({"compound", "amod", "nmod", "poss"})  # a name there only says whose somebody is: "US forces"
_LIGHT = frozenset(("dobj", "nsubj", "nsubjpass", "pobj", "attr", "conj"))
_TURNED_TO = frozenset({"from", "to", "by", "against", "on", "with"})


class PlaceOfAct:
    """The search through one analysis, asked act by act: the place of its clause or noun phrase, the most specific its own words name.

    Other acts already coded (``analysis.events``) are borders where they are objects: the place of an attack is not that of its
    condemnation.
    """

    def __init__(self, analysis: Analysis, words: PlaceWords) -> None:
        self.analysis, self.words = analysis, words
        self.spans: list[tuple[Span, Place]] = sorted(((span, p) for p in analysis.places for span in p.mentions), key=lambda x: x[0])
        self.starts = [span[0] for span, _ in self.spans]
        self.mention_at = analysis.mention_at
        self.by_word = {w.i: draft for draft in analysis.events for w in draft.words}
        self.draft: Draft | None = None  # the act asked for
        self.verbal = False
        self.meeting = False

    def at(self, token: Token) -> Place | None:
        """Return the place whose mention covers a token."""
        n = bisect_right(self.starts, token.start) - 1
        if n >= 0 and self.spans[n][0][0] <= token.start < self.spans[n][0][1]:
            return self.spans[n][1]
        if token.lower in self.words["feature"] and n >= 0 and (before := token.child("compound", "nmod")) is not None and before.i == token.i - 1 and self.spans[n][0][0] <= before.start < self.spans[n][0][1]:
            return self.spans[n][1]  # "the Hamrin hills"
        if token.lower == "there" and token.dep == "advmod":  # "looted shops there": the last town or country somebody was in
            return next((p for span, p in reversed(self.spans[: n + 1]) if (t := self.analysis.token_at(span[1] - 1)) is not None and t.dep not in _WHOSE), None)
        if token.lower == "it" and token.dep in ("dobj", "nsubjpass") and token.head.lemma in _BESIEGED:
            return self._last_named(token, n, "city")
        if token.pos == "NOUN" and any(c.lower in ("the", "this") for c in token.children) and not any(c.dep in ("prep", "relcl", "acl", "compound", "appos", "nmod", "poss") for c in token.children):
            if token.lower in self.words["site"] and token.child("amod") is None:  # "the airport": the last one named
                return next((p for span, p in reversed(self.spans[: n + 1]) if p.name.lower().split()[-1] == token.lower), None)
            if token.lower in _AGAIN and not any(c.dep == "amod" and c.lower in _ANOTHER for c in token.children):
                return self._last_named(token, n, _AGAIN[token.lower])  # "the country", "the fortified town"
        return None

    def _last_named(self, token: Token, n: int, wanted: str) -> Place | None:
        """Return the last place of a precision that somebody was in before a word, up to the n-th mention."""
        named = [(span, p) for span, p in reversed([*self.spans[: n + 1], *self._in_names(token)]) if p.precision == wanted]
        named.sort(key=lambda found: -found[0][0])
        if wanted == "city" and (called := next((p for span, p in named if self._is_called(span, token.lower)), None)) is not None:
            return called  # "the village of Gurra ... burned the village"
        standing = [(p, t.dep) for span, p in named if (t := self.analysis.token_at(span[1] - 1)) is not None and t.dep not in _WHOSE]
        return next((p for p, dep in standing if dep == "pobj"), next((p for p, dep in standing if dep != "dobj" or wanted == "city"), None))

    def _is_called(self, span: Span, noun: str) -> bool:
        """Whether a name stands with the noun that says what it is: "the village of X", "X village"."""
        first, last = self.analysis.token_at(span[0]), self.analysis.token_at(span[1] - 1)
        if first is None or last is None:
            return False
        tokens = self.analysis.tokens
        return (first.i > 1 and tokens[first.i - 1].lower == "of" and tokens[first.i - 2].lower == noun) or last.lower == noun or (last.i + 1 < len(tokens) and tokens[last.i + 1].lower == noun) or (first.i > 0 and tokens[first.i - 1].lower == noun)

    def _in_names(self, token: Token) -> list[tuple[Span, Place]]:
        """Return the places of the article that stand at the end of a body's name before a word: "Islamic Resistance in Iraq"."""
        known = {p.name: p for p in self.analysis.places}
        inside = (land_inside(self.analysis, m) for m in self.analysis.mentions if m.first < token.i)
        return [(t.span, known[t.text]) for t in inside if t is not None and t.text in known]

    def search(self, head: Token) -> Place | None:
        """Return the place of the act with this head word: its own phrases first, then its clause's."""
        if not self.spans:
            return None
        self.draft = draft = self.by_word.get(head.i)
        if draft is not None and draft.type in _MEASURES and head.dep == "dobj" and head.head.lemma in _TALKED_OVER and self._is_other(head.head):
            return None  # "discussed sanctions in Brussels"
        self.verbal, self.meeting = draft is not None and draft.type in _SAID, draft is not None and draft.type == "CONSULT"
        found = self._from_phrases(head)
        if found is not None and found.precision == "country" and head.pos == "VERB":  # "visited the Zaatari camp in Jordan"
            found = self._narrower(found, self._from_object_of(head))
        found = found or self._from_object_of(head) or self._from_words(head) or self._from_clauses(head)
        if found is None and head.pos == "VERB":
            found = self._from_reduced(head) or self._from_coordinated(head) or self._from_deed(head) or self._from_errand(head) or self._from_occasion(head) or self._from_subject(head) or self._from_moment(head)
        wide = found is not None and found.precision in ("country", "region") and head.dep in ("nsubj", "nsubjpass")  # "attacks in Syria hit a camp near Gao"
        if (found is None or wide) and head.pos != "VERB" and head.dep in _LIGHT:
            found = self._narrower(found, self._from_parent(head))
        if found is not None and self._stands_for_state(found, head):
            found = None  # "demanded an apology from Ankara"
        return found or self._from_definition(head) or self._from_setting(head)

    def _narrower(self, found: Place | None, other: Place | None) -> Place | None:
        """Return the other place where the first one is none or the other is smaller than a country."""
        return other if found is None or (other is not None and other.precision not in ("country", "region")) else found

    def _is_other(self, token: Token) -> bool:
        """Whether a token is a word of another act."""
        return (draft := self.by_word.get(token.i)) is not None and draft is not self.draft

    def _is_same_type(self, token: Token) -> bool:
        """Whether a token is the head of another act of the type of this one."""
        other = self.by_word.get(token.i)
        return other is not None and self.draft is not None and other.type == self.draft.type

    def _is_said(self, token: Token) -> bool:
        """Whether a token is a word of an act done by words, a meeting aside: "at the request of"."""
        draft = self.by_word.get(token.i)
        return draft is not None and draft.type in SPEECH_ACTS

    # --- where to look --------------------------------------------------------------------------------------------------------

    def _from_object_of(self, head: Token) -> Place | None:
        if self.meeting and head.pos == "VERB" and (guest := head.child("dobj")) is not None and not self._is_other(guest) and guest.lemma.lower() not in _ENVOYS:
            for prep in guest.children:  # "hosting the president in Lima"
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
        if head.dep == "conj" and head.head.pos == "VERB" and not apart and not _dated_between(head, head.head) and (found := self._from_phrases(head.head, objects=False)):
            target = self._from_object(head.head) if self._is_same_type(head.head) else None
            return min((p for p in (target, found) if p is not None), key=self._rank)
        if self.draft is not None and self.draft.type in _DEEDS and head.child("auxpass") is not None:
            for c in head.children:  # "two were killed and nine injured in a raid near Gao"
                if c.dep == "conj" and (self._is_same_type(c) or not self._is_other(c)) and c.tag == "VBN" and c.child("auxpass", "aux") is None and (found := self._from_phrases(c)) is not None:
                    return found
        told = any(c.dep == "dobj" for c in head.children)  # "deployed helicopters and was sheltering people in Gao"
        beside = (c for c in head.children if c.dep == "conj" and c.pos == "VERB" and c.child("nsubj", "nsubjpass") is None and not _dated_between(head, c) and not (told and c.child("dobj") is not None and not self._is_same_type(c)) and not (self._is_other(c) and (c.lemma.lower() in self.words["motion"] or (not self._is_same_type(c) and c.i - head.i > 2))))
        return next((p for c in beside if (p := self._from_phrases(c, objects=self._is_same_type(c)))), None)

    def _from_reduced(self, head: Token) -> Place | None:
        """Look at the end of what is said of the object: "attacked a convoy carrying food [near Jeddah]", "raided a house used by rebels [in Gao]"."""
        if self.draft is None or self.draft.type not in _DEEDS:
            return None
        for noun in (c for c in head.children if c.dep == "dobj" and not self._is_other(c)):
            for clause in noun.children:
                if clause.dep == "relcl" and self._is_same_type(clause) and (found := self._from_phrases(clause)) is not None:
                    return found  # "planted a bomb that hurt nine people in Lima"
                if clause.dep == "acl" and clause.tag in ("VBG", "VBN") and clause.i > noun.i and not self._is_other(clause):
                    for prep in (p for c in (clause, *clause.children, *(g for a in clause.children if a.dep == "agent" for g in a.children)) for p in c.children):
                        if prep.dep == "prep" and prep.lower in _WITHIN - {"from"} and (found := next(self._from_preposition(prep, clause, 1), None)) is not None:
                            return found
        return None

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
        if head.dep not in ("xcomp", "advcl") or not any(c.tag == "TO" for c in head.children) or journey.lemma.lower() not in self.words["motion"]:
            return None
        return self._from_phrases(journey, objects=False)

    def _from_occasion(self, head: Token) -> Place | None:
        """Look at the act or the place that a clause tells more of: "an attack in Oran in which two were killed", "in Oran, where two were killed"."""
        if (told := _told_before(head)) is not None and (found := self._from_phrases(told, objects=False)) is not None:
            return found
        if head.dep == "relcl" and (place := self.at(head.head)) is not None and any(g.lower == "whose" for c in head.children if c.dep in ("nsubj", "nsubjpass", "dobj") for g in c.children):
            return place  # "besieged Gao, whose garrison surrendered"
        where = _where(head)
        for noun in (where,) if where is not None else occasions(head):
            if (place := self.at(noun)) is not None:
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
            if self.draft.type == "SANCTION" and noun.lemma not in _COURTS:
                continue
            watch = noun.child("acl")  # "soldiers guarding the palace in Lomé"
            if watch is not None and watch.tag == "VBG" and watch.i < verb.i and not self._is_other(watch) and (found := self._from_phrases(watch)) is not None:
                return found
            for prep in noun.children:
                if prep.dep == "prep" and prep.lower in ("in", "at", "near", "outside") and noun.i < prep.i < verb.i and (found := next(self._from_preposition(prep, noun, 1), None)) is not None and not (found.precision == "country" and noun.lemma in _WHOSE_COUNTRY):
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
        then = next((c for c in verb.children if c.dep == "advcl" and c.i > verb.i and any(g.lower in ("when", "as", "while") for g in c.children)), None)
        return self._from_phrases(then) or self._from_object(then) if then is not None else None

    def _from_definition(self, head: Token) -> Place | None:
        """Look at the other side of a sentence that says what an act was: "The siege of Oran was an engagement fought in ...", "its first raid was a bombing in ..."."""
        noun = head.head if head.dep in ("acl", "relcl") else head
        if noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.lemma in SPANS | {"series"}:
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
            if colon is not None and all(self.at(t) is place for t in opening[: colon.i - opening[0].i]):
                return place  # "Nepal: Police fire at marchers"
        if verb.dep != "ROOT" or verb.pos not in ("VERB", "AUX"):
            return None
        for prep in verb.children:
            if prep.dep == "prep" and prep.lower in _NEAR and all(t.pos in ("ADV", "CCONJ", "PUNCT") for t in verb.sent.tokens[: prep.i - verb.sent.tokens[0].i]):
                return next(self._from_preposition(prep, verb, 0), None)
        return None

    def _from_clauses(self, head: Token) -> Place | None:
        """Look into the clause that says more of a noun ("an attack that took place in ...", "an operation to retake ...")."""
        if head.pos == "VERB":
            return None
        over = head.head.head if head.dep == "pobj" and head.head.lower == "of" and head.head.head.lemma in SPANS | _STAGES else None  # "days of talks, hosted by ..."
        for child in (*head.children, *(over.children if over is not None else ())):
            if child.dep == "acl" and self._is_other(child) and any(c.tag == "TO" for c in child.children) and (found := self._from_object(child)):
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
        if head.dep == "pobj" and parent.head.pos == "VERB":
            verb = parent.head  # "arrived in Lima for talks", "died in clashes"
            if parent.lower == "for" and verb.lemma in self.words["territory"] and (found := self._from_object(verb)) is not None:
                return found  # "visited Kyiv for talks"
            joint = ("in", "during", "by", "for") if self.meeting else ("in", "during", "by")  # "met in Lima for talks"
            if verb.lemma.lower() in self.words["motion"] or (parent.lower in joint and self._is_same_type(verb)):
                return self._from_phrases(verb, skip=parent, objects=False) or self._from_occasion(verb)
            return None
        if parent.pos not in ("VERB", "AUX"):
            return None
        if self._is_other(parent) and not (self._is_same_type(parent) and head.dep == "nsubj"):  # "condemned the attack on Sunday in ...": what follows the attack is the attack's
            return self._from_phrases(parent, after=head) if head.dep == "dobj" and self._is_other(parent) and self.by_word[parent.i].type in _SAID else None
        found = self._from_phrases(parent, skip=head)
        if found is None and self.draft is not None and self.draft.type == "ASSAULT" and (aim := parent.child("xcomp", "advcl")) is not None and aim.i > head.i and any(c.tag == "TO" for c in aim.children):
            found = self._from_object(aim) or self._from_phrases(aim, objects=False)
        if found is None and (clause := parent.child("xcomp")) is not None and clause.lemma in ("take", "occur", "happen", "begin", "start"):
            found = self._from_phrases(clause)
        return found or (self._from_object(parent) if head.dep in ("nsubj", "nsubjpass") else self._from_coordinated(parent) if head.dep == "dobj" and not self.verbal else None)

    # --- what to find there ---------------------------------------------------------------------------------------------------

    def _from_phrases(self, token: Token, skip: Token | None = None, *, after: Token | None = None, objects: bool = True) -> Place | None:
        """Return the most specific place of the prepositional phrases of a token, and of those inside its object."""
        places: list[Place] = []
        spoken_of = self.verbal and not self.meeting and after is None
        for child in token.children:
            if child is skip or (after is not None and child.i <= after.i):
                continue
            if child.dep == "dobj" and spoken_of and self._is_other(child):
                break  # the phrases behind are those of the act spoken of
            if child.dep in ("prep", "agent", "dative"):
                places.extend(self._from_preposition(child, after or token, 0))
            elif child.dep in ("advmod", "npadvmod") and (place := self.at(child)):
                places.append(place)
            elif child.dep in ("npadvmod", "appos", "nmod") and child.i > token.i and child.ent is not None and child.ent.label == "DATE":
                places.extend(p for c in child.children if c.dep == "prep" for p in self._from_preposition(c, after or token, 0))  # "the attacks Aug. 7 at ..."
            elif child.dep == "dobj" and token.pos == "VERB" and objects and not self.verbal and (not self._is_other(child) or (self.by_word.get(token.i) is self.draft and self._are_deeds(child))):
                places.extend(self._below(child, 0 if self.by_word.get(child.i) is self.draft else 1))
        if not places and token.pos in ("NOUN", "PROPN") and (prep := self._hung_high(token)) is not None:
            places.extend(self._from_preposition(prep, token, 0))
        return min(places, key=self._rank) if places else None

    def _rank(self, place: Place) -> int:
        """Return how specific a place is; a building that nobody can find counts less than the quarter it stands in."""
        return _ORDER.index("province") if place.precision is None and place.name.rpartition(" ")[2] in self.words["site"] else _ORDER.index(place.precision)

    def _are_deeds(self, noun: Token) -> bool:
        """Whether both this act and one that is its object happen on the ground: "broke up a rally in Tbilisi"."""
        return self.draft is not None and self.draft.type in _ON_GROUND and self.by_word[noun.i].type in _ON_GROUND

    def _hung_high(self, noun: Token) -> Token | None:
        """Return the preposition right behind a noun that the parser hung on the verb before: "claimed responsibility for an attack [on a school in Gao]"."""
        at = noun.i + 1 - noun.sent.tokens[0].i
        prep = noun.sent.tokens[at] if at < len(noun.sent.tokens) else None
        return prep if prep is not None and prep.dep == "prep" and prep.lower in ("in", "on", "at", "near", "against") and prep.head is not noun and prep.head.i < noun.i and self._is_other(noun) is False and noun.i in self.by_word else None

    def _from_preposition(self, prep: Token, above: Token, depth: int) -> Iterator[Place]:
        if prep.lower in _OTHER_TIMES:
            return
        for noun in prep.children:
            if noun.dep == "prep" or (noun.dep == "conj" and noun.pos == "ADP"):  # "from inside Syria", "out of Iraq", "in and around Gao"
                yield from self._from_preposition(noun, above, depth)
            elif noun.dep in ("pobj", "pcomp"):
                place = self.at(noun)
                if place is None:
                    if noun.dep == "pcomp" and not self.verbal and not self._is_other(noun) and (found := self._from_phrases(noun)) is not None:
                        yield found  # "kept aid from reaching people in Rakhine"
                    elif (prep.lower in _AMID and self._is_same_type(noun)) or (above.lower in _STAGES and prep.lower == "of" and not self.verbal):
                        # "tortured villagers during raids in ...", "taken at the start of the siege of ..."
                        yield from (p for inner in noun.children if inner.dep == "prep" for p in self._from_preposition(inner, noun, 0))
                    elif not self._is_other(noun) or (prep.lower in _WITHIN - {"over"} and not self._is_said(noun)) or prep.dep == "agent" or (prep.lower == "with" and self._is_same_type(noun)) or above.lower in ("margins", "sidelines"):
                        yield from self._below(noun, depth + 1)
                elif self._may_stand(prep, above, place, depth):
                    yield from (p for c in noun.children if c.dep in ("nmod", "compound") and c.child("conj") is not None and (p := self.at(c)) is not None)  # "in Sofala, Gaza and Tete provinces"
                    yield from (p for c in noun.children if c.dep == "appos" and noun.lower == "capital" and (p := self.at(c)) is not None)  # "in Chad's capital, N'Djamena"
                    yield place
                elif prep.dep == "agent":  # "hosted by Norway in Oslo"
                    yield from self._below(noun, depth + 1)

    def _may_stand(self, prep: Token, above: Token, place: Place, depth: int) -> bool:
        """Whether a place after a preposition is where it happens and not whom it concerns ("sanctions on Iran", "aid to Ukraine")."""
        word, lemma = "from" if prep.head.lower == "out" else prep.lower, above.lemma.lower()
        if lemma in _SEATS:
            return False
        if word in ("to", "toward", "towards"):
            if lemma in _BACKWARD and self.draft is not None and self.draft.type == "RETREAT":
                return False  # where somebody withdraws to is not where from
            sent = above.head.head if lemma in _TRAVELLERS and above.dep == "pobj" else above  # "the dispatch of troops to"
            return sent.lemma.lower() in self.words["motion"] or (sent.lemma.lower() in _SENT and _sends_people(sent))
        if word == "of" and prep.head.lower == "out":
            return place.precision != "country" or lemma in _OUT  # "pushed out of Gao"
        if word == "of":
            return above.lower in self.words["settled"] or (above.lemma in _PARTS and place.precision != "country") or (depth == 0 and above.pos in ("NOUN", "PROPN") and place.precision != "country")
        if word == "on":
            return place.precision != "country" and not (self.verbal and depth == 0)  # "called on Kyiv"
        if word == "between":  # "ambushed between Djibo and Arbinda"
            return place.precision != "country" and self.draft is not None and self.draft.type in _ON_GROUND and above.pos == "VERB" and (first := prep.child("pobj")) is not None and first.child("conj") is not None
        if word == "from" and depth == 1 and above.dep == "dobj" and self.draft is not None and above.head is self.draft.head and above.head.lemma not in _TAKES_FROM:
            return False  # "arrested two brothers from Gao"
        if word == "from" and depth and not {lemma, above.head.head.lemma} & _TAKES_FROM and above.pos != "VERB" and lemma not in self.words["settled"]:
            return False  # "after pressure from Quito"
        if word == "from" and self.meeting and lemma not in _OUT:
            return False  # "flew from Ankara to Tehran for talks"
        if word == "from" and self.draft is not None and self.draft.type in ("MOBILIZE", "AID") and lemma not in _TAKES_FROM - {"fire", "launch"}:
            return False  # "sent two columns from Misrata"
        if word == "into" and lemma in _BACKWARD and self.draft is not None and self.draft.type == "RETREAT":
            return False
        if word == "from" and lemma in _HELD and any(c.dep == "dobj" and c.i == prep.i - 1 for c in above.children):
            return False
        if word == "from" and place.precision == "country":
            return bool({lemma, above.head.head.lemma.lower()} & _OUT)
        return word == "into" or word in _NEAR

    def _below(self, noun: Token, depth: int) -> Iterator[Place]:
        """Yield places inside a noun phrase ("a market in Baghdad", "the towns of X and Y", "the Baghdad neighborhood of Z")."""
        if depth > DEEPEST:
            return
        got = False
        for child in noun.children:
            if child.dep == "prep":
                for place in self._from_preposition(child, noun, depth):
                    got = True
                    yield place
            elif child.dep in ("conj", "appos") and not self._is_other(child):
                if child.dep == "conj" or child.tag == "NNP":  # "struck the freighter Orion in the Red Sea"
                    yield from self._below(child, depth + 1)
            elif child.dep == "acl" and child.tag == "VBN" and child.i > noun.i and not self._is_other(child) and noun.lower in self.words["settled"]:
                for place in (p for c in (child, *(g for a in child.children if a.dep == "agent" for g in a.children)) for prep in c.children if prep.dep == "prep" for p in self._from_preposition(prep, c, depth)):
                    got = True  # "to villages cut off by floods in Rasuwa"
                    yield place
        settled = noun.lower in self.words["settled"] or noun.lower in self.words["site"]
        if settled or (not got and self._is_other(noun)):
            for child in noun.children:
                if child.dep in ("compound", "poss", "nmod", "amod", "appos") and (found := self.at(child)) and (found.precision != "country" or noun.head.dep != "agent"):
                    yield found  # but "backed by US air strikes"

    def _from_object(self, verb: Token) -> Place | None:
        """Return the object of a verb when it is a place ("shelled Aleppo"); a country only after "leave", "invade" and their kind."""
        obj = verb.child("nsubj") if verb.lemma == "fall" else verb.child("dobj", "nsubjpass")  # "Gao fell to the rebels"
        if obj is None:
            return None
        place = self.at(obj)
        if place is not None and self.draft is not None and self.draft.type not in _ON_GROUND and verb.lemma not in self.words["territory"] and self._is_government(obj):
            return None  # "arm Kyiv"
        if place is not None:
            return place if place.precision != "country" or verb.lemma.lower() in self.words["territory"] else None
        return next(iter(self._below(obj, 1)), None) if obj.lower in self.words["settled"] else None

    def _from_words(self, head: Token) -> Place | None:
        """Return the place among the words before a noun of action ("Baghdad bombing"); a country only where it is no party."""
        if head.pos == "VERB":
            return None
        for child in head.children:
            place = self.at(child) if child.dep in ("compound", "nmod", "poss") else None
            if place is not None and child.dep == "poss" and self._is_government(child):
                continue  # "Seoul's offer"
            if place is not None and place.precision is not None and (place.precision != "country" or not self._is_party(child)):
                return place
        return None

    def _stands_for_state(self, place: Place, head: Token) -> bool:
        """Whether a capital found as the place of something said is only named for the state that says it or is told it."""
        if self.draft is None or self.draft.type not in _SAID or place.precision == "country":
            return False
        named = [t for span in place.mentions if (t := self.analysis.token_at(span[1] - 1)) is not None and t.sent is head.sent]
        return bool(named) and all(self._is_government(t) and t.head.lower in _TURNED_TO for t in named)

    def _is_government(self, capital: Token) -> bool:
        """Whether a capital stands for the state that is a party of the act."""
        mention = self.mention_at.get(capital.i)
        return mention is not None and mention.rule == "lexicon-capital" and self.draft is not None and any(e in self.draft.actors + self.draft.recipients for e in mention.entities)

    def _is_party(self, country: Token) -> bool:
        """Whether a country among a noun's words acts or is acted on ("Mali attack on the base"), and does not say where ("Mali mosque attack")."""
        mention = self.mention_at.get(country.i)
        if self.draft is None or mention is None or self.draft.type not in ("ASSAULT", "PROTEST") or any(c.lower in _MISSIONS for c in self.draft.head.children):
            return True
        return any(e in self.draft.actors + self.draft.recipients for e in mention.entities)


def _dated_between(verb: Token, other: Token) -> bool:
    """Whether a verb has a time of its own on the side of another it is joined to: "raided the camp and [in 2009] kidnapped a clerk", "deserted [in 2006] and lived in Chad"."""
    low, high = min(verb.i, other.i), max(verb.i, other.i)
    words = (c for c in verb.children if low < c.i < high and c.dep in ("npadvmod", "prep", "advmod"))
    return any(t.ent is not None and t.ent.label == "DATE" for w in words for t in (w, *w.children))


def _where(verb: Token) -> Token | None:
    """Return the noun that a clause with "where" says more of, also for what somebody says in that clause."""
    for _ in range(3):
        if verb.dep in ("conj", "ccomp") and verb.head.pos == "VERB":
            verb = verb.head
    return verb.head if verb.dep == "relcl" and any(c.lower == "where" for c in verb.children) else None


def _told_before(verb: Token) -> Token | None:
    """Return the verb whose day a clause takes up: "met in Quito in May, when they traded insults"."""
    if verb.dep != "relcl" or not any(c.lower == "when" for c in verb.children):
        return None
    day = verb.head
    return day.head.head if day.dep == "pobj" and day.head.head.pos == "VERB" else None


def _sends_people(verb: Token) -> bool:
    """Whether the object of a verb or noun are people on their way ("sent fighters to Syria", "the dispatch of troops to") and not what somebody is given."""
    obj = verb.child("dobj", "nsubjpass") or verb
    while obj is not None and (of := next((g for c in obj.children if c.dep == "prep" and c.lower == "of" for g in c.children if g.dep == "pobj"), None)) is not None:
        obj = of
    return obj is not None and obj.tag in ("NNS", "NNPS") and obj.lemma in _TRAVELLERS
