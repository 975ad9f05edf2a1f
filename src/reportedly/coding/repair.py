"""Repair: a second look at shapes the small parser is known to get wrong, before anything reads the parse.

Reads tokens; mends their tags and heads in place. Each mend is a shape, not a word, and says what it looks like.
"""

from __future__ import annotations

from functools import lru_cache

from reportedly.analysis import Analysis, Sentence, Token
from reportedly.coding.grammar.syntax import NOMINAL_SUBJECTS as _SUBJECTS
from reportedly.coding.grammar.syntax import QUOTES, is_verb
from reportedly.coding.repairs.attachment import mend_attachment
from reportedly.coding.repairs.base_forms import IRREGULAR, PLURALS, doubles, present_stems, stems
from reportedly.coding.repairs.brackets import mend_bracket, mend_short_name
from reportedly.coding.repairs.charges import mend_charge, mend_second_act, mend_sentence
from reportedly.coding.repairs.closing_speaker import mend_closing_speaker
from reportedly.coding.repairs.complements import mend_complement, mend_late_object
from reportedly.coding.repairs.coordination import CHARGING, OF_SOMETHING, mend_coordination
from reportedly.coding.repairs.demands import mend_bare_subjunctive, mend_joined_demand, mend_order, mend_plural_subjunctive, mend_requests, mend_subjunctive
from reportedly.coding.repairs.headlines import mend_headline
from reportedly.coding.repairs.lists import SAYING, mend_first_nation, mend_listed_act, mend_row
from reportedly.coding.repairs.lost_verbs import mend_only_verb, mend_taken_for_noun, mend_thanks
from reportedly.coding.repairs.main_clause import mend_main_clause
from reportedly.coding.repairs.mislaid import mend_address, mend_harm_behind_purpose, mend_mislaid
from reportedly.coding.repairs.misread import mend_misread, mend_opening_date, mend_opening_place
from reportedly.coding.repairs.names import mend_name
from reportedly.coding.repairs.nominals import (
    mend_acronym,
    mend_bearing,
    mend_dateline,
    mend_first_name,
    mend_first_noun,
    mend_headline_pair,
    mend_noun_before,
    mend_plural_shown,
    mend_shelling,
    mend_shown,
    mend_subject_before,
    mend_to_rebels,
    mend_verb,
)
from reportedly.coding.repairs.offices import Words, mend_offices, mend_two_lands
from reportedly.coding.repairs.parted import mend_parted
from reportedly.coding.repairs.participles import IN_OFFICE, mend_in_office, mend_participle
from reportedly.coding.repairs.passives import (
    mend_bare_passive,
    mend_gapped_passive,
    mend_headline_clause,
    mend_including,
    mend_reduced_active,
    mend_second_passive,
    mend_with_clause,
)
from reportedly.coding.repairs.regained import Known, mend_regained
from reportedly.coding.repairs.rehung import mend_rehung
from reportedly.coding.repairs.subjects import mend_aged, mend_subject
from reportedly.coding.repairs.two_objects import mend_two_objects
from reportedly.coding.repairs.verb_lists import mend_verb_list
from reportedly.coding.repairs.verbless import mend_verbless
from reportedly.coding.repairs.welded import mend_welded
from reportedly.lexicons.actors import ActorLexicon, fold
from reportedly.lexicons.predicates import PredicateLexicon
from reportedly.lexicons.word_lists import word_list

_KIN = word_list("repair.kin")
_REBELS = word_list("repair.rebels")
_ABOUT = word_list("repair.about")
_BY_ONESELF = word_list("by_oneself")
_DOING = word_list("repair.doing")
_BIDDING = word_list("bidding")
_PARTICLES = word_list("particle_verbs")
_TAKING_IN = word_list("repair.taking_in")
_OF_NOUNS = frozenset({"between", "by", "of"})
_ORDINALS = word_list("ordinals")

_COMPASS = frozenset({"north", "south", "east", "west"})


def _is_titled(sentence: Sentence) -> bool:
    """Whether a sentence of the text is written like a headline, all words in capitals: "Peru Lifts Travel Ban to Chile."."""
    words = [t for t in sentence.tokens if t.text.isalpha()]
    return len(words) > 3 and all(t.text[:1].isupper() or len(t.text) < 4 for t in words) and any(len(t.text) > 3 and not t.text.isupper() for t in words) and sentence.root.pos in ("NOUN", "PROPN") and not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in words)

_REMEMBERED = 20_000  # lemmas of which is remembered what lines about them say
_MADE_SO = frozenset({("free", "set"), ("free", "let"), ("available", "make")})
_LATE = frozenset({"ROOT", "relcl", "poss", "ccomp", "advcl", "pobj", "conj", "pcomp", "amod", "compound", "aux", "dobj", "mark", "nsubj", "nsubjpass", "det", "prep", "acl", "punct", "parataxis"})  # of what is mended last
_WELDED = frozenset({"xcomp", "amod", "advmod", "pobj", "prep", "ccomp", "compound", "dobj", "nsubjpass"})
_NEVER_MENDED = frozenset({"PUNCT", "SPACE", "DET", "SYM"})  # parts of speech


class Repair:
    """Mend the parse of one article, knowing which words the lexicons have for acts and actors."""

    reads, writes = ("tokens",), ("repaired",)

    def __init__(self, actors: ActorLexicon, predicates: PredicateLexicon) -> None:
        self.is_verb_lemma, self.is_act, self.is_person = predicates.knows_verb, predicates.knows_noun, predicates.is_person
        self.has_object = predicates.has_object
        self.takes_object, self.names_object, self.acts_alone = (lru_cache(_REMEMBERED)(f) for f in (predicates.takes_object, predicates.names_object, predicates.acts_alone))
        self.is_actor, self.knows_phrase = actors.nouns.__contains__, predicates.knows_phrase
        self.is_office = lambda word: (word,) in actors.titles
        self.is_adjective = actors.is_adjective
        self.offices = Words(self.is_person, lru_cache(_REMEMBERED)(actors.is_state), lru_cache(_REMEMBERED)(lambda name: "".join(fold(name)) in actors.first_names))
        self._nouns = (actors.nouns, predicates.classes_of)
        self._known = Known(lambda word: word in actors.nouns or predicates.is_person(word), lambda word: predicates.knows_noun(word) or (word.endswith("ing") and self._act(word) is not None), predicates.knows_verb, self.takes_object)

    def __call__(self, analysis: Analysis) -> None:
        for ent in analysis.ents:
            mend_name(analysis, ent, self.is_person, self.is_office)
        for sentence in analysis.sentences:
            if sentence.block.kind == "headline" or _is_titled(sentence):
                mend_headline(sentence, self._headline_act, self._headline_verb, self._headline_phrase, self._known_act)
            mend_two_lands(sentence, self.is_adjective)
            mend_bracket(sentence)
            mend_short_name(sentence)
            mend_opening_place(sentence)
            mend_opening_date(sentence)
            mend_address(sentence)
            mend_verbless(sentence, self._headline_verb, self.takes_object)
        for token in analysis.tokens:
            if token.pos not in _NEVER_MENDED or token.text == ")":
                self._mend(token, analysis.tokens)
        for token in analysis.tokens:
            if token.dep in _LATE:
                mend_regained(token, analysis.tokens, self._known)
                mend_rehung(token, analysis.tokens, self._known)
            if token.dep in _WELDED:
                mend_welded(token, analysis.tokens)
            if token.tag == "VBD" and token.dep == "conj" and self.takes_object(token.lemma):
                mend_second_passive(token)

    def _mend(self, token: Token, tokens: list[Token]) -> None:
        before = tokens[token.i - 1] if token.i else None
        mend_subject(token, tokens)
        mend_aged(token)
        mend_offices(token, self.offices)
        if token.pos == "ADJ" and token.dep == "amod" and token.lower in _REBELS and token.head.pos == "NOUN" and token.i < token.head.i:
            token.pos, token.tag, token.dep = "NOUN", "NN", "compound"  # "the [rebel] siege"
        elif token.pos == "ADJ" and token.dep in ("pobj", "dobj", "nsubj", "nsubjpass") and self.is_person(token.lower) and any(c.dep == "det" and c.i < token.i for c in token.children):
            token.pos, token.tag, token.lemma = "NOUN", "NN", token.lower  # "the killing of the [general]"
        elif token.dep in ("amod", "compound") and token.head.i == token.i + 1 and token.head.lower in _COMPASS and token.head.dep != "ROOT" and self.is_act(token.lemma):
            mend_bearing(token)
        if token.dep in ("pobj", "dobj", "nsubj", "nsubjpass") and token.pos in ("PROPN", "ADJ") and token.child("conj") is not None and self.is_adjective(token.text):
            mend_first_nation(token)
        if token.pos in ("VERB", "PROPN"):
            self._mend_lemma(token)
        elif token.tag == "NNS":
            token.lemma = PLURALS.get(token.lower, token.lemma)
        elif token.tag == "NN" and token.lower.endswith("men") and token.lemma == token.lower and self._known.is_body(f"{token.lower[:-3]}man"):
            token.lemma, token.tag = f"{token.lower[:-3]}man", "NNS"  # "servicemen", which the model takes for one thing
        mend_misread(token, self.is_verb_lemma, self.is_actor)
        if token.lower == "who" and before is not None and token.head.dep == "relcl" and token.head.head is not before:
            self._mend_who(token, before)
        if token.pos == "NOUN" and token.tag in ("NN", "NNS"):
            self._mend_noun(token)
        if token.pos == "VERB" and token.lemma in OF_SOMETHING:
            mend_charge(token, "of", self.is_actor)
        if token.dep == "conj" and token.pos == "NOUN" and token.head.dep == "pobj":
            mend_second_act(token, self.is_actor, lambda word: self.is_act(word) or (word.endswith("ing") and self._act(word) is not None))
        if token.dep == "prt" and token.child("pobj") is not None and token.head.child("dobj") is None:
            token.dep, token.tag = "prep", "IN"  # "calling [on] the authorities to help"
        if token.dep == "prep" and (f"{token.head.lemma} {token.lower}" in _PARTICLES or (token.lower == "in" and token.head.lemma in _TAKING_IN and (thing := token.child("pobj")) is not None and self.is_actor(thing.lemma))):
            _mend_particle(token)
        if token.dep == "quantmod" and before is not None and f"{before.lemma} {token.lower}" in _PARTICLES:
            token.reattach(before, "prt")  # "handed [over] 40 prisoners": not more than 40
            token.tag = "RP"
        mend_requests(token, self.is_actor)
        _mend_counted_harm(token)
        if token.lower.endswith("ing") and before is not None:
            self._mend_gerund(token, before)
        if token.dep == "ROOT" and token.pos in ("NOUN", "PROPN"):
            mend_only_verb(token, self._known_act)
        if token.pos == "VERB" and self.names_object(token.lemma):
            mend_late_object(token)
        self._mend_verbal(token, before)
        mend_attachment(token, self.takes_object)
        mend_main_clause(token, self.takes_object, self.acts_alone)
        mend_participle(token, self.takes_object, self.is_verb_lemma)
        mend_complement(token)
        mend_coordination(token, self._known_act)
        mend_verb_list(token, self.is_verb_lemma, self._known_act)
        self._mend_shape(token)

    def _mend_gerund(self, token: Token, before: Token) -> None:
        """Mend a gerund taken for a modifier, or for a clause."""
        if token.lower in IN_OFFICE and token.tag == "VBG":
            mend_in_office(token, self.is_person)
        if token.tag == "VBG" and token.dep in ("compound", "amod") and before.text == ",":
            _mend_closing_gerund(token)
        if token.tag == "VBG" and token.dep in ("advcl", "conj"):
            mend_sentence(token)
            mend_harm_behind_purpose(token)
        if token.tag == "VBG" and token.dep in ("advcl", "acl", "xcomp", "pcomp") and (self.is_act(token.lower) or self._act(token.lower) is not None) and self._is_people(before):
            mend_shelling(token, before)
        if token.tag == "VBG" and token.dep in ("amod", "compound") and (self.takes_object(token.lemma) or self.names_object(token.lemma)):
            _mend_gerund(token)
        if token.tag == "NN" and token.dep == "compound" and (act := self._act(token.lower)) is not None:
            _mend_gerund(token, act)

    def _mend_who(self, who: Token, before: Token) -> None:
        """Hang "the accounts of protesters [who refused]" on the people right before "who", where what the parser took for them are none."""
        clause, thing = who.head, who.head.head
        if before.dep == "pobj" and before.head.head is thing and self.is_actor(before.lemma.lower()) and not self.is_actor(thing.lemma.lower()) and not self.is_person(thing.lemma.lower()) and thing.pos == "NOUN":
            clause.reattach(before, "relcl")

    def _mend_noun(self, token: Token) -> None:
        """Mend a noun that is a verb."""
        mend_taken_for_noun(token)
        mend_verb(token)
        if token.tag == "NNS" and token.dep == "conj" and token.head.head.tag == "VB" and self.is_verb_lemma(token.lemma):
            mend_joined_demand(token)
        if token.dep in ("appos", "dobj", "ccomp") and self.is_act(token.lemma):
            mend_listed_act(token, self.is_act)
        if token.tag == "NN" and token.dep == "ccomp" and self.is_verb_lemma(token.lower):
            mend_subjunctive(token)
        elif token.tag == "NN" and token.dep == "dobj" and token.head.lemma in _BIDDING and self.is_verb_lemma(token.lower) and not self.is_noun_lemma(token.lower):
            mend_bare_subjunctive(token)

    def _mend_verbal(self, token: Token, before: Token | None) -> None:
        """Mend verbs and what is taken for one, before phrases are hung where they belong. ``before``: the word before it."""
        befell = token.tag in ("VBN", "VBD") and token.dep in ("advcl", "pcomp") and self.takes_object(token.lemma) and token.lemma not in _BY_ONESELF and mend_with_clause(token)
        if not befell and token.tag == "VBN" and token.dep == "advcl" and token.sent.block.kind != "headline" and token.child("nsubj") is not None and token.child("aux", "auxpass") is None:
            token.tag = "VBD"  # "when a bomb [detonated]": a clause with a subject and no auxiliary is finite
        if (token.lower in ("that", "to") or token.tag == "VB") and before is not None and (before.text == ";" or before.dep == "cc"):
            mend_row(token, before)
        if token.lower == "thanks" and (token.tag != "VBZ" or token.dep == "prep"):
            mend_thanks(token)
        if token.lower == "dead" and token.dep == "amod" and before is token.head.head and token.head.dep == "dobj":
            token.reattach(token.head.head, "oprd")  # "shot [dead] two protesters"
        if (token.lower, before.lemma if before is not None else "") in _MADE_SO and token.dep == "amod" and before is token.head.head and token.head.dep == "dobj" and (token.head.tag in ("NNS", "NNP", "NNPS") or any(c.i > token.i and c.dep in ("nummod", "det", "poss") for c in token.head.children)):
            token.reattach(token.head.head, "oprd")  # "set [free] 240 inmates", "set [free] Danish nurses"; but "set free trade back"
        if token.lower == "in" and before is not None and before.text == "-" and token.pos in ("ADP", "NOUN") and token.dep in ("dobj", "nsubj", "nsubjpass", "pobj", "attr") and any(c.lower == "sit" and c.dep == "compound" for c in token.children):
            token.pos, token.tag, token.lemma = "NOUN", "NN", "sit-in"  # "a six-day [sit-in]"
        if token.tag == "VBP" and token.dep == "ccomp":
            mend_plural_subjunctive(token)
        if token.lower == "following" and token.dep == "prep" and (occasion := token.child("dobj")) is not None:
            occasion.dep = "pobj"  # "[following] talks with the union, the mayor": no verb
        if token.lower == "including" and token.dep == "prep":
            mend_including(token)
        if token.lower == "longer" and token.dep == "advmod" and token.child("neg") is not None:
            token.dep = "neg"  # "pledged to [no longer] kidnap": a negation of the verb
        if token.dep == "prt" and token.lower == "over" and token.head.lemma in _ABOUT:
            _mend_about(token)
        if token.tag == "VB" and token.dep in ("advcl", "dep", "xcomp") and before is not None and before.text in QUOTES:
            mend_order(token)
        if token.tag in ("VBD", "VBN") and token.dep in ("ROOT", "ccomp", "conj") and (self.takes_object(token.lemma) or (token.sent.block.kind == "headline" and self._is_own_object(token))):
            mend_bare_passive(token)
        if token.dep == "advcl" and token.tag in ("VBD", "VBN") and token.sent.block.kind == "headline" and self.takes_object(token.lemma) and token.lemma not in _BY_ONESELF and token.child("mark", "advmod", "prep") is not None:
            mend_headline_clause(token)
        if token.pos == "VERB" and (token.tag in ("VBD", "VBZ", "VBP") or (token.tag == "VBN" and token.dep == "conj")) and token.lemma in SAYING:
            mend_closing_speaker(token)
        if token.pos in ("ADV", "ADJ", "NOUN") and len(token.text) > 2 and token.text.isalpha() and token.text.isupper():
            mend_acronym(token)
            if (token.tag == "NN" or (token.tag == "JJ" and len(token.text) > 3)) and not (self.is_noun_lemma(token.lower) or self.is_act(token.lower)) and any(t.text.islower() for t in token.sent.tokens):
                token.pos, token.tag = "PROPN", "NNP"  # "[PIPS] blamed the army"
        if token.tag in ("VBN", "VBD") and token.dep == "acl":
            mend_reduced_active(token)
        if token.tag == "VBN" and token.dep == "acl" and self.takes_object(token.lemma):
            mend_gapped_passive(token)
        mend_parted(token)

    def _mend_shape(self, token: Token) -> None:
        """Mend what a word was taken for, once phrases and joined verbs hang where they belong."""
        mend_mislaid(token, self._known_act)
        if token.pos == "VERB":
            mend_two_objects(token)
        if token.lower == "rebel" and token.tag == "VB":
            mend_to_rebels(token)
        if token.tag == "VB" and token.dep in ("nsubj", "nsubjpass", "csubj", "csubjpass") and token is token.sent.tokens[0]:
            mend_first_noun(token)
        if token.dep in ("npadvmod", "dep", "nsubj") and token.sent.block.kind == "headline":
            mend_headline_pair(token)
        if token.tag == "VBG" and token.dep in ("nsubj", "nsubjpass", "csubj", "csubjpass") and token.child("dobj", "aux") is None and any(c.dep in ("prep", "agent") and c.lower in _OF_NOUNS for c in token.children):
            token.pos, token.tag, token.lemma = "NOUN", "NN", token.lower  # "Fighting between the army and the rebels", "Shelling by troops"
            token.dep = token.dep.replace("csubj", "nsubj")
        if token.dep == "relcl" and token.head.dep == "pobj" and self.is_person(token.head.lemma.lower()):
            _mend_which(token)
        if token.dep == "relcl" and token.tag == "VB":
            _mend_infinitive(token)
        if token.lower == "show" and token.tag == "NN" and token.dep == "pobj":
            mend_plural_shown(token)
        if token.lower in ("showed", "shows") and (token.dep, token.pos) in (("compound", "NOUN"), ("amod", "VERB")):
            mend_shown(token)
        if token.dep == "npadvmod" and token.pos == "PROPN" and token.sent.block.kind != "headline":
            if token.ent is not None and token.ent.label == "PERSON" and token.i > token.head.i and token.head.child("dobj", "attr", "ccomp", "xcomp") is None and self.takes_object(token.head.lemma):
                token.dep = "dobj"  # "received today at the palace the British minister [Starmer]"
                return
            mend_first_name(token)
        if token.dep == "nsubj":
            mend_noun_before(token)
            mend_subject_before(token)
            mend_dateline(token)

    def _is_people(self, token: Token) -> bool:
        """Whether a word is a nation's or a people's: "Ukrainian", also where the recogniser knows better than the lexicon."""
        return self.is_adjective(token.text) or (token.ent is not None and token.ent.label in ("NORP", "GPE"))

    def _is_own_object(self, verb: Token) -> bool:
        """Whether some line of a verb has the word of its subject for its object: "Curfew [imposed] in Lagos"."""
        subject = verb.child("nsubj")
        return subject is not None and self.has_object(verb.lemma, subject.lower)

    def is_noun_lemma(self, word: str) -> bool:
        return any(word in known for known in self._nouns)

    def _act(self, word: str) -> str | None:
        """Return the verb that acts on somebody whose form in "-ing" a word is."""
        return next((v for v in stems(word) if self.takes_object(v)), None)

    def _headline_act(self, word: str) -> str | None:
        """Return the verb that acts on somebody or something of which a word is the plain form or the form in "-s"."""
        return next(filter(self.names_object, present_stems(word)), None)

    def _headline_verb(self, word: str) -> str | None:
        """Return the verb of the lexicons of which a word is the plain form or the form in "-s"."""
        return next(filter(self.is_verb_lemma, present_stems(word)), None)

    def _headline_phrase(self, word: str, after: str) -> str | None:
        """Return the verb of which a word is a form and with which the word after it makes a phrase; none that is an act as a noun, too."""
        return next((v for v in present_stems(word) if self.knows_phrase(v, after) and not self.is_act(v)), None)

    def _known_act(self, word: str) -> str | None:
        """Return the verb of the lexicons whose form in "-ed" a word is."""
        return next((v for v in stems(word) if self.is_verb_lemma(v)), None)

    def _mend_lemma(self, token: Token) -> None:
        """Give "raped" and "staged" their lemma, which the rules of the model cut to "rap" and "stag", and "Rebels" at a sentence's start its own."""
        word = token.lower
        if token.pos == "PROPN":
            if token.text.islower() and word.endswith("men") and self._known.is_body(f"{word[:-3]}man"):
                token.pos, token.tag, token.lemma = "NOUN", "NNS", f"{word[:-3]}man"  # "Codeco militiamen"
                return
            if word.endswith("s") and token.text[:1].isupper() and (((token.tag == "NNPS" or token is token.sent.tokens[0]) and self.is_noun_lemma(word[:-1])) or self.is_person(word[:-1])):
                token.lemma, token.tag = word[:-1], "NNPS"
            elif token.dep == "nsubjpass" and token is token.sent.tokens[0] and self.is_act(word) and token.ent is None:
                token.pos, token.tag, token.lemma = "NOUN", "NN", word  # "[Teargas] was used"
            return
        if word in IRREGULAR:
            token.lemma = IRREGULAR[word]
        elif word == "lay" and token.child("dobj") is not None:
            token.lemma, token.tag = word, "VBP" if token.tag == "VBD" else token.tag  # "demanded that they [lay] down their arms"
        elif word.endswith("es") and token.lemma == word[:-2] and (not self.is_verb_lemma(token.lemma) or doubles(token.lemma)) and self.is_verb_lemma(word[:-1]):
            token.lemma = word[:-1]  # "hopes" is no form of "hop"
        elif word.endswith(("ed", "ing")):
            stem = word[:-2] if word.endswith("ed") else word[:-3]
            if token.lemma == stem and (not self.is_verb_lemma(stem) or doubles(stem)) and self.is_verb_lemma(stem + "e"):
                token.lemma = stem + "e"
            elif not self.is_verb_lemma(token.lemma):
                token.lemma = next((c for c in (stem + "e", stem, stem[:-1], stem.removesuffix("i") + "y") if self.is_verb_lemma(c)), token.lemma)


def _mend_gerund(verb: Token, act: str | None = None) -> None:
    """Make an act of "accused them of [massacring] farmers", "of [bombing] markets", which the parser takes for an adjective or a noun. ``act``: the noun's verb."""
    noun = verb.head
    prep = noun.head
    if act is None and noun.dep == "dobj" and noun.head.lemma in _DOING and noun.head.tag != "VBG" and verb.i - noun.head.i in (1, 2) and not any(c.i < verb.i for c in noun.children):
        verb.reattach(noun.head, "xcomp")  # "did not rule out [suspending] aid", "stopped [attacking] ships"
        noun.reattach(verb, "dobj")
        return
    if act is None and noun.dep == "pobj" and prep.lower in ("while", "when") and verb.i == prep.i + 1 and is_verb(prep.head):
        verb.reattach(prep.head, "advcl")  # "died while [battling] rebels"
        noun.reattach(verb, "dobj")
        prep.reattach(verb, "mark")
        return
    if act is not None and (noun.tag not in ("NNS", "NNP", "NNPS") or verb.i + 1 != noun.i or prep.i != verb.i - 1 or prep.lower != "of"):
        return
    charged = prep.head if prep.head.dep != "dobj" else prep.head.head  # the parser hangs "of" on whom it accuses, too
    if noun.dep == "pobj" and prep.lower in ("of", "for") and charged.lemma in CHARGING and not any(c.i < verb.i for c in noun.children):
        if charged is not prep.head:
            prep.reattach(charged, "prep")
        verb.reattach(prep, "pcomp")
        noun.reattach(verb, "dobj")
        if act is not None:
            verb.pos, verb.tag, verb.lemma = "VERB", "VBG", act


def _mend_closing_gerund(gerund: Token) -> None:
    """Make a clause of "left the area on Monday, [voicing] outrage", which the parser takes for part of a second object."""
    noun = gerund.head
    verb = noun.head
    if noun.dep == "dobj" and is_verb(verb) and noun.subtree()[0] is gerund and any(c.dep == "dobj" and c.i < gerund.i for c in verb.children):
        gerund.reattach(verb, "advcl")
        noun.reattach(gerund, "dobj")


def _mend_particle(word: Token) -> None:
    """Make an object of "hands over [missiles] to", which the parser takes for a phrase."""
    verb, thing = word.head, word.child("pobj")
    if thing is None or word.i != verb.i + 1 or verb.child("dobj", "nsubjpass") is not None or (thing.ent is not None and thing.ent.label in ("DATE", "TIME", "GPE", "LOC")):
        return
    word.dep, word.tag = "prt", "RP"
    thing.reattach(verb, "dobj")


def _mend_about(particle: Token) -> None:
    """Make a phrase of "strike [over] fuel prices", which the parser takes for a particle and an object."""
    thing = particle.head.child("dobj")
    if thing is not None and thing.i > particle.i:
        particle.dep = "prep"
        thing.reattach(particle, "pobj")


def _mend_which(verb: Token) -> None:
    """Hang "which killed two" on the attack, not on whom it was made: "the attack on peacekeepers, [which killed two]"."""
    subject = verb.child("nsubj")
    above = verb.head.head.head
    if subject is not None and subject.lower == "who" and above.lemma in _KIN and above.tag == "NNS" and verb.head.head.lower == "of" and verb.tag in ("VBP", "VBD", "VBN") and not any(c.lower in ("has", "is", "was") for c in verb.children) and verb.sent.tokens[subject.i - 1 - verb.sent.tokens[0].i].text == ",":
        verb.reattach(above, "relcl")  # "families of the hostages, [who have staged] protests"
        return
    if subject is not None and subject.lower == "which" and verb.head.head.dep == "prep" and above.pos == "NOUN":
        verb.reattach(above, "relcl")


def _mend_infinitive(verb: Token) -> None:
    """Make "the coalition to defeat them" what it is, no relative clause; but "the first minister to resign" did."""
    if verb.child(*_SUBJECTS) is None and any(c.tag == "TO" for c in verb.children) and not any(c.lower in _ORDINALS for c in verb.head.children):
        verb.dep = "acl"


def _mend_counted_harm(token: Token) -> None:
    """Hang what befell a number of people on the number: "reported 22 [injured]"."""
    if token.tag != "VBN" or token.dep not in ("advcl", "ccomp") or token.child("nsubj", "nsubjpass") is not None or token is token.sent.tokens[0]:
        return
    number = token.sent.tokens[token.i - token.sent.tokens[0].i - 1]
    if number.tag == "CD" and number.head is token.head:
        token.reattach(number, "acl")
