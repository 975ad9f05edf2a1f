"""Repair: a second look at shapes the small parser is known to get wrong, before anything reads the parse.

Reads tokens; mends their tags and heads in place. Each mend is a shape, not a word, and says what it looks like.
``repairs.mender`` says how a token reaches the menders that could mend it.
"""

from __future__ import annotations

from functools import lru_cache

from reportedly.analysis import Analysis, Sentence, Token
from reportedly.coding.grammar.syntax import QUOTES, token_before
from reportedly.coding.repairs import (
    attachment,
    complements,
    coordination,
    demands,
    gerunds,
    main_clause,
    mislaid,
    misread,
    nominals,
    offices,
    parted,
    participles,
    particles,
    parts_of_speech,
    plain_present,
    regained,
    rehung,
    subjects,
    verb_lists,
    welded,
    words,
)
from reportedly.coding.repairs.base_forms import present_stems, stems
from reportedly.coding.repairs.brackets import mend_bracket, mend_short_name
from reportedly.coding.repairs.charges import mend_charge, mend_penalty, mend_second_act
from reportedly.coding.repairs.closing_speaker import mend_closing_speaker
from reportedly.coding.repairs.complements import mend_late_object
from reportedly.coding.repairs.coordination import OF_SOMETHING
from reportedly.coding.repairs.demands import mend_bare_subjunctive, mend_joined_demand, mend_order, mend_plural_subjunctive, mend_subjunctive
from reportedly.coding.repairs.headline_words import tells
from reportedly.coding.repairs.headlines import mend_headline
from reportedly.coding.repairs.listed_verbs import mend_listed_act
from reportedly.coding.repairs.lost_verbs import LOST, mend_noun_behind_that, mend_only_verb, mend_taken_for_noun
from reportedly.coding.repairs.mender import Choice, Known, Mender, Menders, Step
from reportedly.coding.repairs.mislaid import mend_address
from reportedly.coding.repairs.misread import mend_opening_date, mend_opening_place
from reportedly.coding.repairs.names import mend_linked_names, mend_name
from reportedly.coding.repairs.nominals import mend_acronym, mend_against, mend_verb
from reportedly.coding.repairs.offices import mend_two_lands
from reportedly.coding.repairs.passives import (
    ANSWERING,
    mend_answer,
    mend_bare_passive,
    mend_gapped_passive,
    mend_headline_clause,
    mend_reduced_active,
    mend_second_passive,
    mend_second_with_clause,
    mend_with_clause,
)
from reportedly.coding.repairs.people_lists import mend_people_row, mend_two_named
from reportedly.coding.repairs.plain_present import mend_plain_present
from reportedly.coding.repairs.relatives import mend_infinitive_relative, mend_that, mend_where, mend_which, mend_who
from reportedly.coding.repairs.rows import mend_row
from reportedly.coding.repairs.subjects import mend_aged
from reportedly.coding.repairs.two_objects import mend_two_objects
from reportedly.coding.repairs.verbless import mend_verbless
from reportedly.datelines import is_beside_story, is_title_case
from reportedly.lexicons.actors import ActorLexicon, fold
from reportedly.lexicons.predicates import PredicateLexicon
from reportedly.lexicons.word_lists import word_list

_SAYING = word_list("saying")
_BY_ONESELF = word_list("by_oneself")
_BIDDING = word_list("bidding")
_REMEMBERED = 20_000  # lemmas of which is remembered what lines about them say
_NEVER_MENDED = frozenset({"PUNCT", "SPACE", "DET", "SYM"})  # parts of speech


class Repair:
    """Mend the parse of one article, knowing which words the lexicons have for acts and actors."""

    reads, writes = ("tokens",), ("repaired",)

    def __init__(self, actors: ActorLexicon, predicates: PredicateLexicon) -> None:
        self._known = known = _known(actors, predicates)
        self._knows_phrase = predicates.knows_phrase
        self._is_office = lambda word: (word,) in actors.titles
        self._mend, self._mend_late = Menders(_menders(known)), Menders(_late_menders(known))

    def __call__(self, analysis: Analysis) -> None:
        known, tokens = self._known, analysis.tokens
        mend_linked_names(analysis)
        for ent in analysis.ents:
            mend_name(analysis, ent, known.is_person, self._is_office, known.is_actor)
        for sentence in analysis.sentences:
            if sentence.block.kind in ("headline", "caption") or _is_titled(sentence):
                mend_headline(sentence, self._headline_act, self._headline_verb, self._headline_phrase, known.act_of, self._headline_sure)
            if sentence.block.kind == "caption" and tells(sentence) and _is_headline(analysis, sentence):
                sentence.block.kind = "headline"  # of another story, or of a part of this one
            mend_two_lands(sentence, known.is_adjective)
            mend_bracket(sentence)
            mend_short_name(sentence)
            mend_opening_place(sentence)
            mend_opening_date(sentence)
            mend_address(sentence)
            if sentence.block.kind != "paragraph" or sentence.root.pos != "NOUN" or not mend_plain_present(sentence):
                mend_verbless(sentence, self._headline_verb, known.takes_object)
        for token in tokens:
            if token.pos not in _NEVER_MENDED or token.text == ")":
                self._mend(token, tokens)
        for token in tokens:
            self._mend_late(token, tokens)

    def _headline_act(self, word: str) -> str | None:
        """Return the verb that acts on somebody or something of which a word is the plain form or the form in "-s"."""
        return next(filter(self._known.names_object, present_stems(word)), None)

    def _headline_verb(self, word: str) -> str | None:
        """Return the verb of the lexicons of which a word is the plain form or the form in "-s"."""
        return next(filter(self._known.is_verb, present_stems(word)), None)

    def _headline_sure(self, word: str) -> str | None:
        """Return the verb of the lexicons of which a word is a form and that is no noun of theirs."""
        known = self._known
        return None if known.is_noun(word) else next((v for v in present_stems(word) if known.is_verb(v) and not known.is_noun(v) and not known.names_act(v)), None)

    def _headline_phrase(self, word: str, after: str) -> str | None:
        """Return the verb of which a word is a form and with which the word after it makes a phrase; none that is an act as a noun, too."""
        return next((v for v in present_stems(word) if self._knows_phrase(v, after) and not self._known.names_act(v)), None)


def _known(actors: ActorLexicon, predicates: PredicateLexicon) -> Known:
    takes_object, is_verb = lru_cache(_REMEMBERED)(predicates.takes_object), predicates.knows_verb

    def act_on(word: str) -> str | None:
        return next(filter(takes_object, stems(word)), None)

    return Known(
        is_body=lambda word: word in actors.nouns or predicates.is_person(word),
        is_actor=actors.nouns.__contains__,
        is_person=predicates.is_person,
        is_adjective=actors.is_adjective,
        is_state=lru_cache(_REMEMBERED)(actors.is_state),
        is_first_name=lru_cache(_REMEMBERED)(lambda name: "".join(fold(name)) in actors.first_names),
        is_noun=lambda word: word in actors.nouns or word in predicates.classes_of,
        names_act=predicates.knows_noun,
        is_act=lambda word: predicates.knows_noun(word) or (word.endswith("ing") and act_on(word) is not None),
        is_verb=is_verb,
        takes_object=takes_object,
        names_object=lru_cache(_REMEMBERED)(predicates.names_object),
        acts_alone=lru_cache(_REMEMBERED)(predicates.acts_alone),
        has_object=predicates.has_object,
        act_of=lambda word: next(filter(is_verb, stems(word)), None),
        act_on=act_on,
    )


def _menders(known: Known) -> tuple[Step, ...]:
    """Return all that is mended word by word, in order: a mender sees what those before it made of the words so far."""
    return (
        Mender(lambda anti, tokens: mend_against(anti, tokens, known.names_act, known.is_actor), words="anti", among=True),
        *subjects.menders(),
        Mender(mend_aged, deps="amod", words="old", among=True),
        Mender(lambda name: mend_two_named(name, known.is_person), deps="nmod compound", tags="NNP", when=lambda t: t.head.tag == "NNP" and t.i < t.head.i),
        *offices.menders(known),
        *parts_of_speech.menders(known),
        *plain_present.menders(known),
        *misread.menders(known),
        Mender(mend_where, words="where", when=lambda t: t.head.dep == "relcl"),
        Mender(lambda who, tokens: mend_who(who, tokens, known.is_actor, known.is_person), words="who", among=True),
        *_nouns(known),
        Mender(lambda verb: mend_charge(verb, "of", known.is_actor), parts="VERB", lemmas=OF_SOMETHING),
        Mender(mend_penalty, deps="prep", words="with"),
        Mender(lambda noun: mend_second_act(noun, known.is_actor, known.is_act), deps="conj", parts="NOUN", when=lambda t: t.head.dep == "pobj"),
        *particles.menders(known),
        *demands.menders(known),
        Mender(_mend_counted_harm, deps="advcl ccomp", tags="VBN"),
        *gerunds.menders(known),
        Mender(lambda noun: mend_only_verb(noun, known.act_of), deps="ROOT", parts="NOUN PROPN"),
        Mender(mend_late_object, parts="VERB", when=lambda t: known.names_object(t.lemma)),
        *_verbs(known),
        *parted.menders(),
        *attachment.menders(known),
        *main_clause.menders(known),
        *participles.menders(known),
        *complements.menders(),
        *coordination.menders(known),
        *verb_lists.menders(known),
        *mislaid.menders(known),
        Mender(lambda verb: mend_two_objects(verb, known.is_actor), parts="VERB"),
        *gerunds.late_menders(known),
        Mender(mend_that, deps="advcl", tags="VBD VBZ VBP"),
        Mender(mend_which, deps="relcl", when=lambda t: t.head.dep == "pobj" and known.is_person(t.head.lemma.lower())),
        Mender(mend_infinitive_relative, deps="relcl", tags="VB"),
        *nominals.menders(known),
    )


def _nouns(known: Known) -> tuple[Step, ...]:
    """Return what mends a noun that is a verb."""
    return (
        Mender(mend_noun_behind_that, deps="acl ccomp advcl", tags="NNS", when=lambda t: known.is_verb(t.lemma)),
        Mender(mend_taken_for_noun, tags="NN NNS", parts="NOUN", words=LOST),
        Mender(mend_verb, deps="ROOT ccomp conj advcl relcl", tags="NN NNS", parts="NOUN"),
        Mender(mend_joined_demand, deps="conj", tags="NNS", parts="NOUN", when=lambda t: t.head.head.tag == "VB" and known.is_verb(t.lemma)),
        Mender(lambda act: mend_listed_act(act, known.names_act), deps="appos dobj ccomp", tags="NN NNS", parts="NOUN", when=lambda t: known.names_act(t.lemma)),
        Choice(
            Mender(mend_subjunctive, deps="ccomp", tags="NN", parts="NOUN", when=lambda t: known.is_verb(t.lower)),
            Mender(mend_subjunctive, deps="acl", tags="NN", parts="NOUN", when=lambda t: t.child("mark") is not None and t.child("nsubj", "compound") is not None and known.is_verb(t.lower)),
            Mender(mend_subjunctive, deps="dobj", tags="NN", when=lambda t: t.head.lemma in _BIDDING and known.is_verb(t.lower) and any(c.lower == "that" and c.tag == "IN" for n in (t, t.head) for c in n.children)),
            Mender(mend_bare_subjunctive, deps="dobj", tags="NN", parts="NOUN", when=lambda t: t.head.lemma in _BIDDING and known.is_verb(t.lower) and not known.is_noun(t.lower)),
        ),
    )


def _verbs(known: Known) -> tuple[Step, ...]:
    """Return what mends verbs and what is taken for one, before phrases are hung where they belong."""
    return (
        Mender(_mend_with_clause, deps="acl advcl", tags="VBG VBN VBD"),
        Mender(lambda verb: _mend_finite(verb, known), deps="advcl pcomp", tags="VBN VBD"),
        Choice(Mender(mend_row, words="that to"), Mender(mend_row, tags="VB")),
        *words.menders(known),
        Mender(mend_plural_subjunctive, deps="ccomp", tags="VBP"),
        Mender(mend_order, deps="advcl dep xcomp", tags="VB", when=lambda t: (before := token_before(t)) is not None and before.text in QUOTES),
        Mender(lambda verb: _mend_bare_passive(verb, known), deps="ROOT ccomp conj parataxis", tags="VBD VBN"),
        Mender(mend_answer, deps="conj", tags="VBN", lemmas=ANSWERING),
        Mender(mend_headline_clause, deps="advcl", tags="VBD VBN", when=lambda t: t.sent.block.kind == "headline" and known.takes_object(t.lemma) and t.lemma not in _BY_ONESELF),
        Choice(
            Mender(lambda verb: mend_closing_speaker(verb, known.is_body), deps="ROOT conj parataxis ccomp", tags="VBD VBZ VBP", parts="VERB", lemmas=_SAYING),
            Mender(lambda verb: mend_closing_speaker(verb, known.is_body), deps="conj", tags="VBN", parts="VERB", lemmas=_SAYING),
        ),
        Mender(lambda word: _mend_acronym(word, known), parts="ADV ADJ NOUN", when=lambda t: t.text.isupper() and len(t.text) > 2 and t.text.isalpha()),
        Mender(mend_reduced_active, deps="acl", tags="VBN VBD"),
        Mender(mend_gapped_passive, deps="acl", tags="VBN", when=lambda t: known.takes_object(t.lemma)),
    )


def _late_menders(known: Known) -> tuple[Step, ...]:
    """Return what is mended last, over the mended parse."""
    return (
        *regained.menders(known),
        *rehung.menders(known),
        Mender(lambda and_: mend_people_row(and_, known.is_body), deps="cc", words="and"),
        *welded.menders(),
        Mender(mend_second_passive, deps="conj", tags="VBD", when=lambda t: known.takes_object(t.lemma)),
    )


def _mend_with_clause(verb: Token) -> None:
    noun = token_before(verb)
    if noun is not None and noun.dep == "conj" and noun.pos in ("NOUN", "PROPN"):
        mend_second_with_clause(verb, noun)


def _mend_finite(verb: Token, known: Known) -> None:
    befell = known.takes_object(verb.lemma) and verb.lemma not in _BY_ONESELF and mend_with_clause(verb)
    if not befell and verb.tag == "VBN" and verb.dep == "advcl" and verb.sent.block.kind != "headline" and verb.child("nsubj") is not None and verb.child("aux", "auxpass") is None:
        verb.tag = "VBD"  # "when a bomb [detonated]": a clause with a subject and no auxiliary is finite


def _mend_bare_passive(verb: Token, known: Known) -> None:
    headline = verb.sent.block.kind == "headline"
    if (verb.dep != "parataxis" or headline) and (known.takes_object(verb.lemma) or (headline and _has_own_object(verb, known))):
        mend_bare_passive(verb)


def _has_own_object(verb: Token, known: Known) -> bool:
    """Whether some line of a verb has the word of its subject for its object: "Curfew [imposed] in Lagos"."""
    subject = verb.child("nsubj")
    return subject is not None and known.has_object(verb.lemma, subject.lower)


def _mend_acronym(word: Token, known: Known) -> None:
    mend_acronym(word)
    if (word.tag == "NN" or (word.tag == "JJ" and len(word.text) > 3)) and not (known.is_noun(word.lower) or known.names_act(word.lower)) and any(t.text.islower() for t in word.sent.tokens):
        word.pos, word.tag = "PROPN", "NNP"  # "[PIPS] blamed the army"


def _mend_counted_harm(token: Token) -> None:
    """Hang what befell a number of people on the number: "reported 22 [injured]"."""
    number = token_before(token)
    if number is not None and number.tag == "CD" and number.head is token.head and token.child("nsubj", "nsubjpass") is None:
        token.reattach(number, "acl")


def _is_headline(analysis: Analysis, sentence: Sentence) -> bool:
    line = analysis.text[sentence.block.start : sentence.block.end]
    return is_title_case(line) and not is_beside_story(line)


def _is_titled(sentence: Sentence) -> bool:
    """Whether a sentence of the text is written like a headline, all words in capitals: "Peru Lifts Travel Ban to Chile."."""
    if sentence.root.pos not in ("NOUN", "PROPN"):
        return False
    words = [t for t in sentence.tokens if t.text.isalpha()]
    return len(words) > 3 and all(t.text[:1].isupper() or len(t.text) < 4 for t in words) and any(len(t.text) > 3 and not t.text.isupper() for t in words) and not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in words)
