"""Repair: a second look at shapes the small parser is known to get wrong, before anything reads the parse.

Reads tokens; mends their tags and heads in place. Each mend is a shape, not a word, and says what it looks like.
"""

from __future__ import annotations

from functools import lru_cache

from reportedly.analysis import Analysis, Sentence, Token
from reportedly.coding.grammar.syntax import QUOTES
from reportedly.coding.repairs.attachment import mend_attachment
from reportedly.coding.repairs.base_forms import IRREGULAR, PLURALS, doubles, present_stems, stems
from reportedly.coding.repairs.brackets import mend_bracket, mend_short_name
from reportedly.coding.repairs.charges import mend_charge, mend_second_act, mend_sentence
from reportedly.coding.repairs.closing_speaker import mend_closing_speaker
from reportedly.coding.repairs.complements import mend_complement, mend_late_object
from reportedly.coding.repairs.coordination import OF_SOMETHING, mend_coordination
from reportedly.coding.repairs.demands import mend_bare_subjunctive, mend_joined_demand, mend_order, mend_plural_subjunctive, mend_requests, mend_subjunctive
from reportedly.coding.repairs.gerunds import mend_closing_gerund, mend_counted_object, mend_gerund, mend_loaded, mend_opening_participle
from reportedly.coding.repairs.headlines import mend_headline
from reportedly.coding.repairs.lists import SAYING, mend_first_nation, mend_listed_act, mend_row
from reportedly.coding.repairs.lost_verbs import mend_noun_behind_that, mend_only_verb, mend_taken_for_noun, mend_thanks
from reportedly.coding.repairs.main_clause import mend_main_clause
from reportedly.coding.repairs.mislaid import mend_address, mend_harm_behind_purpose, mend_mislaid
from reportedly.coding.repairs.misread import mend_misread, mend_opening_date, mend_opening_place
from reportedly.coding.repairs.names import mend_name
from reportedly.coding.repairs.nominals import (
    mend_acronym,
    mend_against,
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
from reportedly.coding.repairs.particles import mend_about, mend_particle
from reportedly.coding.repairs.passives import (
    mend_bare_passive,
    mend_gapped_passive,
    mend_headline_clause,
    mend_including,
    mend_reduced_active,
    mend_second_passive,
    mend_second_with_clause,
    mend_with_clause,
)
from reportedly.coding.repairs.people_lists import mend_people_row
from reportedly.coding.repairs.regained import Known, mend_regained
from reportedly.coding.repairs.rehung import mend_rehung
from reportedly.coding.repairs.relatives import mend_infinitive_relative, mend_which, mend_who
from reportedly.coding.repairs.subjects import mend_aged, mend_subject
from reportedly.coding.repairs.two_objects import mend_two_objects
from reportedly.coding.repairs.verb_lists import mend_verb_list
from reportedly.coding.repairs.verbless import mend_verbless
from reportedly.coding.repairs.welded import mend_welded
from reportedly.lexicons.actors import ActorLexicon, fold
from reportedly.lexicons.predicates import PredicateLexicon
from reportedly.lexicons.word_lists import word_list

_AS_NOUN = {"pobj": "pobj", "dobj": "dobj", "oprd": "dobj", "nsubj": "nsubj", "nsubjpass": "nsubjpass"}
_REBELS = word_list("repair.rebels")
_BY_ONESELF = word_list("by_oneself")
_BIDDING = word_list("bidding")
_OF_NOUNS = frozenset({"between", "by", "of"})
_COUNTS = frozenset({"dozens", "hundreds", "thousands", "scores"})
_COMPASS = frozenset({"north", "south", "east", "west"})
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
            mend_name(analysis, ent, self.is_person, self.is_office, self.is_actor)
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
            if token.dep == "cc" and token.lower == "and":
                mend_people_row(token, self._known.is_body)
            if token.dep in _WELDED:
                mend_welded(token, analysis.tokens)
            if token.tag == "VBD" and token.dep == "conj" and self.takes_object(token.lemma):
                mend_second_passive(token)

    def _mend(self, token: Token, tokens: list[Token]) -> None:
        before = tokens[token.i - 1] if token.i else None
        if token.lower == "anti":
            mend_against(token, tokens, self.is_act, self.is_actor)
        mend_subject(token, tokens)
        if token.lower == "old" and token.dep == "amod":
            mend_aged(token, tokens)
        mend_offices(token, self.offices)
        self._mend_kind(token)
        mend_misread(token, self.is_verb_lemma, self.is_actor)
        if token.lower == "who" and before is not None and "relcl" in (token.head.dep, token.head.head.dep) and token.head.head is not before:
            mend_who(token, tokens, self.is_actor, self.is_person)
        if token.tag == "NNS" and token.dep in ("acl", "ccomp", "advcl") and self.is_verb_lemma(token.lemma):
            mend_noun_behind_that(token)
        if token.pos == "NOUN" and token.tag in ("NN", "NNS"):
            self._mend_noun(token)
        if token.pos == "VERB" and token.lemma in OF_SOMETHING:
            mend_charge(token, "of", self.is_actor)
        if token.dep == "conj" and token.pos == "NOUN" and token.head.dep == "pobj":
            mend_second_act(token, self.is_actor, self._known.is_act)
        mend_particle(token, before, self.is_actor)
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

    def _mend_kind(self, token: Token) -> None:
        """Mend what kind of word a word is taken for, and its base form."""
        if token.pos == "ADJ" and token.dep == "amod" and token.lower in _REBELS and token.head.pos == "NOUN" and token.i < token.head.i:
            token.pos, token.tag, token.dep = "NOUN", "NN", "compound"  # "the [rebel] siege"
        elif token.lower == "offensive" and token.pos == "ADJ" and token.dep in _AS_NOUN:
            token.pos, token.tag, token.dep = "NOUN", "NN", _AS_NOUN[token.dep]  # "steps up [offensive] against rebels"
        elif token.pos == "ADJ" and token.dep in ("pobj", "dobj", "nsubj", "nsubjpass") and self._is_somebody(token):
            token.pos, token.tag, token.lemma = "NOUN", "NN", token.lower  # "the killing of the [general]", "their [general] accused Belgrade"
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

    def _mend_gerund(self, token: Token, before: Token) -> None:
        """Mend a gerund taken for a modifier, or for a clause."""
        if token.lower in IN_OFFICE and token.tag == "VBG":
            mend_in_office(token, self.is_person)
        if token.tag == "VBG" and token.dep in ("compound", "amod") and before.text == ",":
            mend_closing_gerund(token)
        if token.tag == "VBG" and token.dep in ("advcl", "conj"):
            mend_sentence(token)
            mend_harm_behind_purpose(token)
        if token.tag == "VBG" and token.dep in ("advcl", "acl", "xcomp", "pcomp", "nsubj") and (self.is_act(token.lower) or self._act(token.lower) is not None) and self._is_people(before):
            mend_shelling(token, before)
        if token.tag == "VBG" and token.dep in ("amod", "compound") and (self.takes_object(token.lemma) or self.names_object(token.lemma)):
            mend_gerund(token)
        if token.tag == "NN" and token.dep == "compound" and (act := self._act(token.lower)) is not None:
            mend_gerund(token, act)
        if token.tag == "NN" and token.dep == "compound":
            mend_loaded(token)

    def _mend_noun(self, token: Token) -> None:
        """Mend a noun that is a verb."""
        mend_taken_for_noun(token)
        mend_verb(token)
        if token.tag == "NNS" and token.dep == "conj" and token.head.head.tag == "VB" and self.is_verb_lemma(token.lemma):
            mend_joined_demand(token)
        if token.dep in ("appos", "dobj", "ccomp") and self.is_act(token.lemma):
            mend_listed_act(token, self.is_act)
        if token.tag == "NN" and (token.dep == "ccomp" or (token.dep == "acl" and token.child("mark") is not None and token.child("nsubj") is not None)) and self.is_verb_lemma(token.lower):
            mend_subjunctive(token)
        elif token.tag == "NN" and token.dep == "dobj" and token.head.lemma in _BIDDING and self.is_verb_lemma(token.lower) and not self.is_noun_lemma(token.lower):
            mend_bare_subjunctive(token)

    def _mend_verbal(self, token: Token, before: Token | None) -> None:
        """Mend verbs and what is taken for one, before phrases are hung where they belong. ``before``: the word before it."""
        if before is not None and before.dep == "conj" and token.tag in ("VBG", "VBN", "VBD") and token.dep in ("acl", "advcl") and before.pos in ("NOUN", "PROPN"):
            mend_second_with_clause(token, before)
        befell = token.tag in ("VBN", "VBD") and token.dep in ("advcl", "pcomp") and self.takes_object(token.lemma) and token.lemma not in _BY_ONESELF and mend_with_clause(token)
        if not befell and token.tag == "VBN" and token.dep == "advcl" and token.sent.block.kind != "headline" and token.child("nsubj") is not None and token.child("aux", "auxpass") is None:
            token.tag = "VBD"  # "when a bomb [detonated]": a clause with a subject and no auxiliary is finite
        if (token.lower in ("that", "to") or token.tag == "VB") and before is not None and (before.text == ";" or before.dep == "cc"):
            mend_row(token, before)
        self._mend_word(token, before)
        if token.tag == "VBP" and token.dep == "ccomp":
            mend_plural_subjunctive(token)
        if token.tag == "VB" and token.dep in ("advcl", "dep", "xcomp") and before is not None and before.text in QUOTES:
            mend_order(token)
        if token.tag in ("VBD", "VBN") and (token.dep in ("ROOT", "ccomp", "conj") or (token.dep == "parataxis" and token.sent.block.kind == "headline")) and (self.takes_object(token.lemma) or (token.sent.block.kind == "headline" and self._is_own_object(token))):
            mend_bare_passive(token)
        if token.dep == "advcl" and token.tag in ("VBD", "VBN") and token.sent.block.kind == "headline" and self.takes_object(token.lemma) and token.lemma not in _BY_ONESELF and token.child("mark", "advmod", "prep") is not None:
            mend_headline_clause(token)
        if token.pos == "VERB" and (token.tag in ("VBD", "VBZ", "VBP") or (token.tag == "VBN" and token.dep == "conj")) and token.lemma in SAYING:
            mend_closing_speaker(token, self._known.is_body)
        if token.pos in ("ADV", "ADJ", "NOUN") and len(token.text) > 2 and token.text.isalpha() and token.text.isupper():
            mend_acronym(token)
            if (token.tag == "NN" or (token.tag == "JJ" and len(token.text) > 3)) and not (self.is_noun_lemma(token.lower) or self.is_act(token.lower)) and any(t.text.islower() for t in token.sent.tokens):
                token.pos, token.tag = "PROPN", "NNP"  # "[PIPS] blamed the army"
        if token.tag in ("VBN", "VBD") and token.dep == "acl":
            mend_reduced_active(token)
        if token.tag == "VBN" and token.dep == "acl" and self.takes_object(token.lemma):
            mend_gapped_passive(token)
        mend_parted(token)

    def _mend_word(self, token: Token, before: Token | None) -> None:
        """Mend what single words are taken for: "[thanks] to the army", "shot [dead] two men", "[following] talks"."""
        if token.lower == "thanks" and (token.tag != "VBZ" or token.dep == "prep"):
            mend_thanks(token)
        if token.lower == "dead" and token.dep == "amod" and before is token.head.head and token.head.dep == "dobj":
            token.reattach(token.head.head, "oprd")  # "shot [dead] two protesters"
        if (token.lower, before.lemma if before is not None else "") in _MADE_SO and token.dep == "amod" and before is token.head.head and token.head.dep == "dobj" and (token.head.tag in ("NNS", "NNP", "NNPS") or any(c.i > token.i and c.dep in ("nummod", "det", "poss") for c in token.head.children)):
            token.reattach(token.head.head, "oprd")  # "set [free] 240 inmates", "set [free] Danish nurses"; but "set free trade back"
        if token.lower == "in" and before is not None and before.text == "-" and token.pos in ("ADP", "NOUN") and token.dep in ("dobj", "nsubj", "nsubjpass", "pobj", "attr") and any(c.lower == "sit" and c.dep == "compound" for c in token.children):
            token.pos, token.tag, token.lemma = "NOUN", "NN", "sit-in"  # "a six-day [sit-in]"
        if token.lower == "following" and token.dep == "prep" and (occasion := token.child("dobj")) is not None:
            occasion.dep = "pobj"  # "[following] talks with the union, the mayor": no verb
        if token.lower == "including" and token.dep == "prep":
            mend_including(token)
        if token.dep == "compound" and token.tag == "NN" and before is not None and before.dep == "amod" and before.tag == "JJ" and before.head is token.head and before.text[:1].isupper() and token.head.i > token.i and self.is_actor(token.lower) and self.is_act(token.head.lemma.lower()) and not self.is_actor(token.head.lemma.lower()):
            before.reattach(token, "amod")  # "[Kurdish] militant attacks"
        if token.lower == "longer" and token.dep == "advmod" and token.child("neg") is not None:
            token.dep = "neg"  # "pledged to [no longer] kidnap": a negation of the verb
        if token.lower == "over" and (token.dep == "prt" or (token.dep == "prep" and not token.children and token.head.tag in ("VBD", "VBN"))):
            mend_about(token)

    def _mend_shape(self, token: Token) -> None:
        """Mend what a word was taken for, once phrases and joined verbs hang where they belong."""
        mend_mislaid(token, self._known_act)
        if token.pos == "VERB":
            mend_two_objects(token)
        if token.lower == "rebel" and token.tag == "VB":
            mend_to_rebels(token)
        if token.tag == "VB" and token.dep in ("nsubj", "nsubjpass", "csubj", "csubjpass") and token is token.sent.tokens[0]:
            mend_first_noun(token)
        if token.tag == "VBG" and token.dep in ("csubj", "advcl") and token is token.sent.tokens[0] and (whom := token.child("dobj")) is not None and (self.is_actor(whom.lemma.lower()) or self.is_actor(whom.lower)):
            mend_opening_participle(token)
        if token.tag == "VBG" and token.dep == "advcl" and (count := token.child("nsubj")) is not None and count.lower in _COUNTS:
            mend_counted_object(token, count)
        if token.dep in ("npadvmod", "dep", "nsubj") and token.sent.block.kind == "headline":
            mend_headline_pair(token)
        if token.tag == "VBG" and token.dep in ("nsubj", "nsubjpass", "csubj", "csubjpass") and token.child("dobj", "aux") is None and any(c.dep in ("prep", "agent") and c.lower in _OF_NOUNS for c in token.children):
            token.pos, token.tag, token.lemma = "NOUN", "NN", token.lower  # "Fighting between the army and the rebels", "Shelling by troops"
            token.dep = token.dep.replace("csubj", "nsubj")
        if token.dep == "relcl" and token.head.dep == "pobj" and self.is_person(token.head.lemma.lower()):
            mend_which(token)
        if token.dep == "relcl" and token.tag == "VB":
            mend_infinitive_relative(token)
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

    def _is_somebody(self, quality: Token) -> bool:
        """Whether an adjective with an article or an owner stands for somebody: "the killing of the [general]", "their [military] struck"."""
        if self.is_person(quality.lower) and any(c.dep == "det" and c.i < quality.i for c in quality.children):
            return True
        return quality.tag == "JJ" and quality.dep in ("nsubj", "nsubjpass") and self.is_actor(quality.lower) and quality.child("det", "poss") is not None

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


def _mend_counted_harm(token: Token) -> None:
    """Hang what befell a number of people on the number: "reported 22 [injured]"."""
    if token.tag != "VBN" or token.dep not in ("advcl", "ccomp") or token.child("nsubj", "nsubjpass") is not None or token is token.sent.tokens[0]:
        return
    number = token.sent.tokens[token.i - token.sent.tokens[0].i - 1]
    if number.tag == "CD" and number.head is token.head:
        token.reattach(number, "acl")


def _is_titled(sentence: Sentence) -> bool:
    """Whether a sentence of the text is written like a headline, all words in capitals: "Peru Lifts Travel Ban to Chile."."""
    words = [t for t in sentence.tokens if t.text.isalpha()]
    return len(words) > 3 and all(t.text[:1].isupper() or len(t.text) < 4 for t in words) and any(len(t.text) > 3 and not t.text.isupper() for t in words) and sentence.root.pos in ("NOUN", "PROPN") and not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in words)
