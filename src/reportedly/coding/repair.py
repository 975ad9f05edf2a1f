"""Repair: a second look at shapes the small parser is known to get wrong, before anything reads the parse.

Reads tokens; mends their tags and heads in place. Each mend is a shape, not a word, and says what it looks like.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from reportedly.analysis import Analysis, Sentence, Token
from reportedly.coding.attachment import mend_attachment
from reportedly.coding.brackets import mend_bracket
from reportedly.coding.charges import mend_charge, mend_second_act
from reportedly.coding.complements import CALLS, mend_asked_of, mend_complement, mend_late_object
from reportedly.coding.coordination import CHARGING, OF_SOMETHING, mend_coordination
from reportedly.coding.headlines import mend_headline
from reportedly.coding.lists import SAYING
from reportedly.coding.lost_verbs import mend_only_verb, mend_thanks
from reportedly.coding.main_clause import mend_main_clause
from reportedly.coding.mislaid import mend_address, mend_mislaid
from reportedly.coding.misread import (
    QUOTES,
    mend_misread,
    mend_name,
    mend_opening_date,
    mend_opening_place,
)
from reportedly.coding.offices import mend_office
from reportedly.coding.parted import mend_parted
from reportedly.coding.participles import mend_participle
from reportedly.coding.regained import Known, mend_regained
from reportedly.coding.rehung import mend_rehung
from reportedly.coding.subjects import GIVING, mend_subject
from reportedly.coding.syntax import NOMINAL_SUBJECTS as _SUBJECTS
from reportedly.coding.syntax import is_verb
from reportedly.coding.two_objects import mend_two_objects
from reportedly.coding.verb_lists import mend_verb_list
from reportedly.coding.verbless import mend_verbless
from reportedly.lexicons.actors import ActorLexicon
from reportedly.lexicons.predicates import PredicateLexicon
from reportedly.lexicons.word_lists import word_list

_KIN = frozenset({"family", "relative", "parent", "mother", "supporter"})
_REBELS = frozenset({"rebel", "militant", "insurgent", "guerrilla", "jihadist"})
_ABOUT = word_list("repair.about")
_ASKING = word_list("pleading")
_PRESSING = word_list("repair.pressing")
_BY_ONESELF = word_list("by_oneself")
_IN_CROWDS = frozenset({"protest", "march", "rally", "riot"})  # which nobody does to them
_DOING = word_list("repair.doing")
_BIDDING = word_list("bidding")
_PARTICLES = frozenset(  # of verbs that never have such a phrase
    [("hand", "over"), ("turn", "over"), ("shoot", "down"), ("lay", "down"), ("blow", "up"), ("round", "up"), ("carry", "out"), ("wipe", "out"), ("call", "off"), ("drive", "out"), ("cut", "off"), ("shut", "down"), ("hand", "in"), ("haul", "in"), ("laugh", "off"), ("shrug", "off"), ("fend", "off"), ("root", "out"), ("fight", "off"), ("ward", "off"), ("drive", "off"), ("beat", "off"), ("beat", "back")]
)
_TAKING_IN = frozenset({"send", "call", "bring", "take", "let"})  # soldiers, police, refugees, inspectors
_OF_NOUNS = frozenset({"between", "by", "of"})
_ORDINALS = word_list("ordinals")
_AFTER_PLACE = frozenset({":", "--", "\u2014", "\u2013"})
_COMPLEMENTS = frozenset({"dobj", "ccomp", "xcomp", "dative", "aux", "auxpass", "attr", "acomp", "oprd"})

_PLURALS = {"taxes": "tax", "bases": "base", "graves": "grave", "doses": "dose", "axes": "axe", "attachés": "attaché", "chargés": "chargé", "communiqués": "communiqué", "émigrés": "émigré"}  # which the model knows by no lemma or another
_COMPASS = frozenset({"north", "south", "east", "west"})
_IRREGULAR = {"stole": "steal", "stolen": "steal", "retook": "retake", "retaken": "retake", "overran": "overrun", "overthrew": "overthrow", "overthrown": "overthrow", "slew": "slay",
              "slain": "slay", "strove": "strive", "forbade": "forbid", "forbidden": "forbid", "withdrew": "withdraw", "withdrawn": "withdraw", "fled": "flee", "fought": "fight", "sought": "seek", "forgave": "forgive", "forgiven": "forgive", "forsook": "forsake", "axed": "axe", "wound": "wound", "unfroze": "unfreeze", "unfrozen": "unfreeze"}  # fmt: skip


def _is_titled(sentence: Sentence) -> bool:
    """Whether a sentence of the text is written like a headline, all words in capitals: "Peru Lifts Travel Ban to Chile."."""
    words = [t for t in sentence.tokens if t.text.isalpha()]
    return len(words) > 3 and all(t.text[:1].isupper() or len(t.text) < 4 for t in words) and any(len(t.text) > 3 and not t.text.isupper() for t in words) and sentence.root.pos in ("NOUN", "PROPN") and not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in words)

_REMEMBERED = 20_000  # lemmas of which is remembered what lines about them say
_MADE_SO = frozenset({("free", "set"), ("free", "let"), ("available", "make")})
_LATE = frozenset({"ROOT", "relcl", "poss", "ccomp", "advcl", "pobj", "conj", "pcomp", "amod", "compound", "aux", "dobj", "mark", "nsubj", "nsubjpass", "det", "prep", "acl", "punct", "parataxis"})  # of what is mended last
_NEVER_MENDED = frozenset({"PUNCT", "SPACE", "DET", "SYM"})  # parts of speech


class Repair:
    """Mend the parse of one article, knowing which words the lexicons have for acts and actors."""

    reads, writes = ("tokens",), ("repaired",)

    def __init__(self, actors: ActorLexicon, predicates: PredicateLexicon) -> None:
        self.is_verb_lemma, self.is_act, self.is_person = predicates.knows_verb, predicates.knows_noun, predicates.is_person
        self.has_object = predicates.has_object
        self.takes_object, self.names_object, self.acts_alone = (lru_cache(_REMEMBERED)(f) for f in (predicates.takes_object, predicates.names_object, predicates.acts_alone))
        self.is_actor, self.knows_phrase = actors.nouns.__contains__, predicates.knows_phrase
        self._nouns = (actors.nouns, predicates.classes_of)
        self._known = Known(lambda word: word in actors.nouns or predicates.is_person(word), lambda word: predicates.knows_noun(word) or (word.endswith("ing") and self._act(word) is not None), predicates.knows_verb, self.takes_object)

    def __call__(self, analysis: Analysis) -> None:
        for ent in analysis.ents:
            mend_name(analysis, ent, self.is_person)
        for sentence in analysis.sentences:
            if sentence.block.kind == "headline" or _is_titled(sentence):
                mend_headline(sentence, self._headline_act, self._headline_verb, self._headline_phrase, self._known_act)
            mend_bracket(sentence)
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

    def _mend(self, token: Token, tokens: list[Token]) -> None:
        before = tokens[token.i - 1] if token.i else None
        mend_subject(token, tokens)
        if token.dep == "prep" and token.i == token.head.i + 1:
            mend_office(token.head, self.is_person)
        if token.pos == "ADJ" and token.dep == "amod" and token.lower in _REBELS and token.head.pos == "NOUN" and token.i < token.head.i:
            token.pos, token.tag, token.dep = "NOUN", "NN", "compound"  # "the [rebel] siege"
        elif token.pos == "ADJ" and token.dep in ("pobj", "dobj", "nsubj", "nsubjpass") and self.is_person(token.lower) and any(c.dep == "det" and c.i < token.i for c in token.children):
            token.pos, token.tag, token.lemma = "NOUN", "NN", token.lower  # "the killing of the [general]"
        elif token.dep in ("amod", "compound") and token.head.i == token.i + 1 and token.head.lower in _COMPASS and token.head.dep != "ROOT" and self.is_act(token.lemma):
            _mend_bearing(token)
        if token.pos in ("VERB", "PROPN"):
            self._mend_lemma(token)
        elif token.tag == "NNS":
            token.lemma = _PLURALS.get(token.lower, token.lemma)
        mend_misread(token, self.is_verb_lemma)
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
        if token.dep == "prep" and ((token.head.lemma, token.lower) in _PARTICLES or (token.lower == "in" and token.head.lemma in _TAKING_IN and (thing := token.child("pobj")) is not None and self.is_actor(thing.lemma))):
            _mend_particle(token)
        if token.dep == "quantmod" and before is not None and (before.lemma, token.lower) in _PARTICLES:
            token.reattach(before, "prt")  # "handed [over] 40 prisoners": not more than 40
            token.tag = "RP"
        _mend_requests(token, self.is_actor)
        _mend_counted_harm(token)
        if token.tag == "VBG" and token.dep in ("compound", "amod") and token.i and tokens[token.i - 1].text == ",":
            _mend_closing_gerund(token)
        if token.tag == "VBG" and token.dep == "amod" and (self.takes_object(token.lemma) or self.names_object(token.lemma)):
            _mend_gerund(token)
        if token.tag == "NN" and token.dep == "compound" and token.lower.endswith("ing") and (act := self._act(token.lower)) is not None:
            _mend_gerund(token, act)
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

    def _mend_who(self, who: Token, before: Token) -> None:
        """Hang "the accounts of protesters [who refused]" on the people right before "who", where what the parser took for them are none."""
        clause, thing = who.head, who.head.head
        if before.dep == "pobj" and before.head.head is thing and self.is_actor(before.lemma.lower()) and not self.is_actor(thing.lemma.lower()) and not self.is_person(thing.lemma.lower()) and thing.pos == "NOUN":
            clause.reattach(before, "relcl")

    def _mend_noun(self, token: Token) -> None:
        """Mend a noun that is a verb."""
        _mend_verb(token)
        if token.tag == "NNS" and token.dep == "conj" and token.head.head.tag == "VB" and self.is_verb_lemma(token.lemma):
            _mend_joined_demand(token)
        if token.tag == "NN" and token.dep == "ccomp" and self.is_verb_lemma(token.lower):
            _mend_subjunctive(token)
        elif token.tag == "NN" and token.dep == "dobj" and token.head.lemma in _BIDDING and self.is_verb_lemma(token.lower) and not self.is_noun_lemma(token.lower):
            _mend_bare_subjunctive(token)

    def _mend_verbal(self, token: Token, before: Token | None) -> None:
        """Mend verbs and what is taken for one, before phrases are hung where they belong. ``before``: the word before it."""
        if token.tag == "VBN" and token.dep == "advcl" and token.sent.block.kind != "headline" and token.child("nsubj") is not None and token.child("aux", "auxpass") is None:
            token.tag = "VBD"  # "when a bomb [detonated]": a clause with a subject and no auxiliary is finite
        if token.lower == "thanks" and (token.tag != "VBZ" or token.dep == "prep"):
            mend_thanks(token)
        if token.lower == "dead" and token.dep == "amod" and before is token.head.head and token.head.dep == "dobj":
            token.reattach(token.head.head, "oprd")  # "shot [dead] two protesters"
        if (token.lower, before.lemma if before is not None else "") in _MADE_SO and token.dep == "amod" and before is token.head.head and token.head.dep == "dobj" and any(c.i > token.i and c.dep in ("nummod", "det", "poss") for c in token.head.children):
            token.reattach(token.head.head, "oprd")  # "set [free] 240 inmates"
        if token.lower == "in" and before is not None and before.text == "-" and token.pos in ("ADP", "NOUN") and token.dep in ("dobj", "nsubj", "nsubjpass", "pobj", "attr") and any(c.lower == "sit" and c.dep == "compound" for c in token.children):
            token.pos, token.tag, token.lemma = "NOUN", "NN", "sit-in"  # "a six-day [sit-in]"
        if token.dep == "prt" and token.lower == "over" and token.head.lemma in _ABOUT:
            _mend_about(token)
        if token.tag == "VB" and token.dep in ("advcl", "dep", "xcomp") and before is not None and before.text in QUOTES:
            _mend_order(token)
        if token.tag == "VBD" and token.dep == "conj" and self.takes_object(token.lemma):
            _mend_second_passive(token)
        if token.tag in ("VBD", "VBN") and token.dep in ("ROOT", "ccomp", "conj") and (self.takes_object(token.lemma) or (token.sent.block.kind == "headline" and self._is_own_object(token))):
            _mend_bare_passive(token)
        if token.dep == "advcl" and token.tag in ("VBD", "VBN") and token.sent.block.kind == "headline" and self.takes_object(token.lemma) and token.lemma not in _BY_ONESELF and token.child("mark", "advmod", "prep") is not None:
            _mend_headline_clause(token)
        if token.pos == "VERB" and (token.tag in ("VBD", "VBZ", "VBP") or (token.tag == "VBN" and token.dep == "conj")) and token.lemma in SAYING:
            _mend_closing_speaker(token)
        if token.pos in ("ADV", "ADJ", "NOUN") and len(token.text) > 2 and token.text.isalpha() and token.text.isupper():
            _mend_acronym(token)
        if token.tag in ("VBN", "VBD") and token.dep == "acl":
            _mend_reduced_active(token)
        mend_parted(token)

    def _mend_shape(self, token: Token) -> None:
        """Mend what a word was taken for, once phrases and joined verbs hang where they belong."""
        mend_mislaid(token, self._known_act)
        if token.pos == "VERB":
            mend_two_objects(token)
        if token.lower == "rebel" and token.tag == "VB":
            _mend_to_rebels(token)
        if token.tag == "VB" and token.dep in ("nsubj", "nsubjpass", "csubj", "csubjpass") and token is token.sent.tokens[0]:
            _mend_first_noun(token)
        if token.dep in ("npadvmod", "dep", "nsubj") and token.sent.block.kind == "headline":
            _mend_headline_pair(token)
        if token.tag == "VBG" and token.dep in ("nsubj", "nsubjpass", "csubj", "csubjpass") and token.child("dobj", "aux") is None and any(c.dep in ("prep", "agent") and c.lower in _OF_NOUNS for c in token.children):
            token.pos, token.tag, token.lemma = "NOUN", "NN", token.lower  # "Fighting between the army and the rebels", "Shelling by troops"
            token.dep = token.dep.replace("csubj", "nsubj")
        if token.dep == "relcl" and token.head.dep == "pobj" and self.is_person(token.head.lemma.lower()):
            _mend_which(token)
        if token.dep == "relcl" and token.tag == "VB":
            _mend_infinitive(token)
        if token.lower == "show" and token.tag == "NN" and token.dep == "pobj":
            _mend_plural_shown(token)
        if token.lower == "shows" and token.dep == "compound" and token.tag == "NNS":
            _mend_shown(token)
        if token.lower in ("showed", "shows") and token.dep == "amod" and token.pos == "VERB":
            _mend_shown(token)
        if token.dep == "npadvmod" and token.pos == "PROPN" and token.sent.block.kind != "headline":
            if token.ent is not None and token.ent.label == "PERSON" and token.i > token.head.i and token.head.child("dobj", "attr", "ccomp", "xcomp") is None and self.takes_object(token.head.lemma):
                token.dep = "dobj"  # "received today at the palace the British minister [Starmer]"
                return
            _mend_first_name(token)
        if token.dep == "nsubj":
            _mend_noun_before(token)
            _mend_subject_before(token)
            _mend_dateline(token)

    def _is_own_object(self, verb: Token) -> bool:
        """Whether some line of a verb has the word of its subject for its object: "Curfew [imposed] in Lagos"."""
        subject = verb.child("nsubj")
        return subject is not None and self.has_object(verb.lemma, subject.lower)

    def is_noun_lemma(self, word: str) -> bool:
        return any(word in known for known in self._nouns)

    def _act(self, word: str) -> str | None:
        """Return the verb that acts on somebody whose form in "-ing" a word is."""
        return next((v for v in _stems(word) if self.takes_object(v)), None)

    def _headline_act(self, word: str) -> str | None:
        """Return the verb that acts on somebody or something of which a word is the plain form or the form in "-s"."""
        return next(filter(self.names_object, _present_stems(word)), None)

    def _headline_verb(self, word: str) -> str | None:
        """Return the verb of the lexicons of which a word is the plain form or the form in "-s"."""
        return next(filter(self.is_verb_lemma, _present_stems(word)), None)

    def _headline_phrase(self, word: str, after: str) -> str | None:
        """Return the verb of which a word is a form and with which the word after it makes a phrase; none that is an act as a noun, too."""
        return next((v for v in _present_stems(word) if self.knows_phrase(v, after) and not self.is_act(v)), None)

    def _known_act(self, word: str) -> str | None:
        """Return the verb of the lexicons whose form in "-ed" a word is."""
        return next((v for v in _stems(word) if self.is_verb_lemma(v)), None)

    def _mend_lemma(self, token: Token) -> None:
        """Give "raped" and "staged" their lemma, which the rules of the model cut to "rap" and "stag", and "Rebels" at a sentence's start its own."""
        word = token.lower
        if token.pos == "PROPN":
            if word.endswith("s") and token.text[:1].isupper() and (((token.tag == "NNPS" or token is token.sent.tokens[0]) and self.is_noun_lemma(word[:-1])) or self.is_person(word[:-1])):
                token.lemma, token.tag = word[:-1], "NNPS"
            return
        if word in _IRREGULAR:
            token.lemma = _IRREGULAR[word]
        elif word.endswith("es") and token.lemma == word[:-2] and (not self.is_verb_lemma(token.lemma) or _doubles(token.lemma)) and self.is_verb_lemma(word[:-1]):
            token.lemma = word[:-1]  # "hopes" is no form of "hop"
        elif word.endswith(("ed", "ing")):
            stem = word[:-2] if word.endswith("ed") else word[:-3]
            if token.lemma == stem and (not self.is_verb_lemma(stem) or _doubles(stem)) and self.is_verb_lemma(stem + "e"):
                token.lemma = stem + "e"
            elif not self.is_verb_lemma(token.lemma):
                token.lemma = next((c for c in (stem + "e", stem, stem[:-1], stem.removesuffix("i") + "y") if self.is_verb_lemma(c)), token.lemma)


def _doubles(verb: str) -> bool:
    """Whether a verb of one syllable doubles its last letter before "-ed" and takes "-s": "raped" and "rapes" are no forms of "rap"."""
    return len(verb) > 2 and verb[-1] not in "aeiouwxy" and verb[-2] in "aeiou" and all(c not in "aeiou" for c in verb[:-2])


def _mend_bearing(act: Token) -> None:
    """Make "opened an [offensive] west of Orikhiv" an offensive, not a west."""
    bearing = act.head
    if not any(c.lower == "of" and c.i > bearing.i for c in bearing.children):
        return
    act.pos, act.tag = "NOUN", "NN"
    act.reattach(bearing.head, bearing.dep)
    for child in [c for c in bearing.children if c.i < act.i]:
        child.reattach(act, child.dep)
    bearing.reattach(act, "advmod")


def _present_stems(word: str) -> tuple[str, ...]:
    return word, word.removesuffix("s"), word.removesuffix("es")


def _stems(word: str) -> list[str]:
    stem = word.removesuffix("ing").removesuffix("ed")
    return [v for v in (stem, stem + "e", stem[:-1]) if v]


def _mend_to_rebels(word: Token) -> None:
    """Make a noun of "sold arms to [rebel] groups", which the parser takes for an infinitive."""
    noun, to = word.child("dobj"), word.child("aux")
    above = word.head
    if noun is None or to is None or to.lower != "to" or noun.i != word.i + 1 or to.i != word.i - 1 or above is word or word.dep == "conj":
        return
    before = word.sent.tokens[to.i - 1 - word.sent.tokens[0].i]
    if before.dep == "dobj" and before.head.i > above.i:
        above = before.head
    rest = [c for c in word.children if c is not noun and c is not to]
    to.pos, to.tag = "ADP", "IN"
    to.reattach(above, "prep")
    noun.reattach(to, "pobj")
    word.reattach(noun, "compound")
    word.pos, word.tag = "NOUN", "NN"
    for child in rest:
        child.reattach(above if is_verb(above) else noun, child.dep)


def _mend_first_noun(verb: Token) -> None:
    """Make a noun of the first word of "[Aid] convoys have been turned back"."""
    noun = verb.child("dobj")
    if noun is None or noun.i != verb.i + 1 or noun.tag not in ("NNS", "NN"):
        return
    rest = [c for c in verb.children if c is not noun]
    noun.reattach(verb.head, verb.dep.replace("csubj", "nsubj"))
    verb.reattach(noun, "compound")
    verb.pos, verb.tag = "NOUN", "NN"
    for child in rest:
        child.reattach(noun, child.dep)


def _mend_verb(token: Token) -> None:
    """Make a verb of a "noun" that governs a subject and a complement ("The members urge the minister to act")."""
    if token.dep not in ("ROOT", "ccomp", "conj", "advcl", "relcl"):
        return
    subject = token.child(*_SUBJECTS)
    if subject is None or subject.i > token.i or any(c.dep in ("det", "cop", "amod", "poss", "compound") and c.i < token.i for c in token.children):
        return
    if any(c.dep in ("dobj", "xcomp", "ccomp", "dative") for c in token.children):
        token.pos, token.tag = "VERB", "VBZ" if token.tag == "NNS" else "VBP"


def _mend_acronym(token: Token) -> None:
    """Make a subject of capitals taken for an adverb before a verb without one ("OXFAM announced")."""
    verb = token.head
    if token.dep in ("advmod", "amod", "npadvmod", "intj", "dep") and token.i < verb.i and verb.tag in ("VBD", "VBZ", "VBP", "VBN", "VB") and verb.child(*_SUBJECTS) is None and verb.dep in ("ROOT", "ccomp"):
        token.pos, token.tag, token.dep = "PROPN", "NNP", "nsubj"


def _mend_headline_pair(first: Token) -> None:
    """Join the two subjects of a headline that a comma parts: "Malaysia, Thailand agree road plan"."""
    verb = first.head
    second = next((c for c in verb.children if c.dep in _SUBJECTS and c.i > first.i), None)
    if second is None or second.i > verb.i or verb.tag not in ("VBP", "VB", "VBD") or first.pos not in ("PROPN", "NOUN"):
        return
    tokens = first.sent.tokens
    between = tokens[first.i + 1 - tokens[0].i : second.i - tokens[0].i]
    if between and between[0].text == "," and all(t.head is second or t is between[0] for t in between) and not any(c.dep == "relcl" for c in first.children):
        first.dep = second.dep
        second.reattach(first, "conj")


def _mend_shown(noun: Token) -> None:
    """Make the main verb of "A video posted online [shows] soldiers beating a man", taken for a plural before a noun."""
    seen, verb = noun.head, noun.head.head
    shown = verb.head if seen.dep == "nsubj" and verb.dep in ("xcomp", "ccomp") else verb
    document = shown.child("nsubj", "nsubjpass")
    if seen.dep not in ("nsubj", "dobj") or shown.head is not shown or shown.tag not in ("VBN", "VBD") or shown.i > noun.i or document is None or document.i > shown.i:
        return
    shown.tag = "VBN"
    for child in [c for c in seen.children if c.i < noun.i]:
        child.reattach(shown, "advmod")
    for child in [c for c in shown.children if c.i > noun.i]:
        child.reattach(noun, child.dep)
    seen.children = [c for c in seen.children if c is not noun]
    noun.head, noun.dep, noun.pos, noun.tag, noun.lemma = noun, "ROOT", "VERB", "VBD" if noun.lower == "showed" else "VBZ", "show"
    if seen.dep == "dobj":
        seen.reattach(noun, "dobj")
    document.reattach(noun, "nsubj")
    shown.reattach(document, "acl")


def _mend_plural_shown(noun: Token) -> None:
    """Make the main verb of "Documents from the bank [show] he took the money", taken for the show of a bank."""
    documents, prep = noun.sent.root, noun.head
    after = noun.sent.tokens[noun.i + 1 - noun.sent.tokens[0].i :]
    clause = next((t for t in after if t.head.i < noun.i and t.dep in ("relcl", "ccomp", "acl") and t.child("nsubj", "nsubjpass", "expl") is not None), None)
    inner = next((c for c in reversed(noun.children) if c.i == noun.i - 1 and c.dep in ("compound", "nmod")), None)
    if documents.tag != "NNS" or documents.i > noun.i or clause is None or inner is None or prep.dep not in ("prep", "agent"):
        return
    for child in [c for c in noun.children if c is not inner]:
        child.reattach(inner, child.dep)
    inner.reattach(prep, "pobj")
    noun.reattach(noun, "ROOT")
    noun.pos, noun.tag, noun.lemma = "VERB", "VBP", "show"
    for child in [c for c in documents.children if c.i > noun.i]:
        child.reattach(noun, child.dep)
    clause.reattach(noun, "ccomp")
    documents.reattach(noun, "nsubj")


def _mend_first_name(name: Token) -> None:
    """Make a subject of a name that opens a sentence before an aside: "Washington, for its part, claimed ..."."""
    verb = name.head
    opens = not any(t.i < name.i and t.dep not in ("det", "compound", "punct") for t in name.sent.tokens)
    if opens and verb.i > name.i and verb.tag in ("VBD", "VBZ", "VBP") and verb.child(*_SUBJECTS) is None:
        name.dep = "nsubj"


def _mend_noun_before(noun: Token) -> None:
    """Join "a [government] offensive on the town", where the parser takes the first noun for the subject of the second."""
    act = noun.head
    if noun.i == act.i - 1 and noun.pos in ("NOUN", "PROPN") and act.pos in ("NOUN", "ADJ") and act.dep in (*_SUBJECTS, "dobj", "pobj") and act.child("cop", "aux") is None and any(c.lower in ("on", "against") for c in act.children):
        noun.dep, act.pos, act.tag = "compound", "NOUN", "NNS" if act.tag == "NNS" else "NN"


def _mend_subject_before(first: Token) -> None:
    """Set a subject before a colon or a semicolon apart from what is told after it: "[Those who go] risk jail: police have arrested nine"."""
    second = next((c for c in first.head.children if c.dep in _SUBJECTS and c.i > first.i), None)
    if second is None or second.i > first.head.i:
        return
    start = first.sent.tokens[0].i
    if any(t.text in (":", ";") for t in first.sent.tokens[first.i - start + 1 : second.i - start]):
        first.dep = "dep"


def _mend_dateline(name: Token) -> None:
    """Set a place before a colon or a dash apart from the sentence: "[Niger]: Since May, the army has ordered"."""
    tokens, at = name.sent.tokens, name.i - name.sent.tokens[0].i
    if at < 3 and name.pos != "PRON" and at + 1 < len(tokens) and tokens[at + 1].text in _AFTER_PLACE and any(c.dep in _SUBJECTS and c.i > name.i for c in name.head.children):
        name.dep = "dep"


def _mend_order(verb: Token) -> None:
    """Make a clause of a quoted order: "Release our sons," they pleaded."""
    if not any(c.dep in ("aux", "mark", *_SUBJECTS) for c in verb.children):
        verb.dep = "ccomp"


def _mend_gerund(verb: Token, act: str | None = None) -> None:
    """Make an act of "accused them of [massacring] farmers", "of [bombing] markets", which the parser takes for an adjective or a noun. ``act``: the noun's verb."""
    noun = verb.head
    prep = noun.head
    if act is None and noun.dep == "dobj" and noun.head.lemma in _DOING and noun.head.tag != "VBG" and verb.i - noun.head.i in (1, 2) and not any(c.i < verb.i for c in noun.children):
        verb.reattach(noun.head, "xcomp")  # "did not rule out [suspending] aid", "stopped [attacking] ships"
        noun.reattach(verb, "dobj")
        return
    if act is not None and (noun.tag not in ("NNS", "NNP", "NNPS") or verb.i + 1 != noun.i or prep.i != verb.i - 1 or prep.lower != "of"):
        return
    if noun.dep == "pobj" and prep.lower in ("of", "for") and prep.head.lemma in CHARGING and not any(c.i < verb.i for c in noun.children):
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


def _mend_bare_passive(verb: Token) -> None:
    """Make a passive of "Minister arrested in raid", "Editor charged with libel": headlines, and bare participles anywhere, leave the auxiliary out."""
    if any(c.dep in _COMPLEMENTS and not (c.dep == "ccomp" and c.i < verb.i) and not (c.lower == "dead" and c.i == verb.i + 1) for c in verb.children):
        return
    if verb.tag == "VBD" and verb.sent.block.kind != "headline" and not (verb.lemma == "charge" and any(c.lower == "with" for c in verb.children)):
        return
    if (verb.dep == "conj" and any(c.dep == "aux" for c in verb.head.children)) or verb.lemma in _IN_CROWDS:
        return  # "has shelled and attacked"; "thousands protested"
    if verb.sent.block.kind != "headline" and any(c.dep == "conj" and (c.tag == "VBD" or c.child("auxpass") is not None) and c.child(*_SUBJECTS) is None for c in verb.children):
        verb.tag = "VBD"  # "Police [arrested] and later released them": the finite verb beside it has the same subject
        return
    if (subject := verb.child("nsubj")) is not None and subject.i < verb.i:
        verb.tag, subject.dep = "VBN", "nsubjpass"


def _mend_headline_clause(verb: Token) -> None:
    """Make a passive of "Agency halts convoys after drivers [flogged]": a headline leaves the auxiliary out."""
    subject = verb.child("nsubj")
    if subject is None or subject.i > verb.i or not any(c.dep in ("mark", "advmod") and c.lower in ("after", "as", "before", "over") and c.i < subject.i for c in verb.children):
        return
    if all(c is subject or c.dep in ("mark", "punct", "advmod") or (c.dep == "prep" and c.lower in ("in", "by")) for c in verb.children):
        verb.tag, subject.dep = "VBN", "nsubjpass"


def _mend_second_passive(verb: Token) -> None:
    """Make a passive of "was arrested in May and [released] in June"."""
    if verb.lemma not in _BY_ONESELF and verb.head.tag == "VBN" and verb.head.child("auxpass") is not None and not any(c.dep in _COMPLEMENTS or c.dep in _SUBJECTS or (c.dep == "prt" and (verb.lemma, c.lower) not in _PARTICLES) for c in verb.children):
        verb.tag = "VBN"


def _mend_reduced_active(verb: Token) -> None:
    """Make a clause of "Gunmen on motorcycles [killed 14 farmers], police said": a participle with an object of its own is no passive."""
    noun = verb.head
    if noun.dep == "pobj" and verb.tag == "VBN" and (aside := noun.head.head).dep == "acl" and aside.head.dep in ("ROOT", "dep", "ccomp") and verb.child("dobj") is not None and verb.child("agent") is None:
        noun = aside.head  # "A bomb planted on a bus [killed] five": not the bus did
        verb.reattach(noun, "acl")
        for child in [c for c in aside.children if c.i > verb.i and c.dep in ("cc", "conj")]:
            child.reattach(verb, child.dep)
    twice = noun.dep == "nsubj" and sum(c.dep == "nsubj" for c in noun.head.children) > 1
    alone = verb.tag == "VBD" and noun.dep == "ROOT"  # a sentence without another verb
    phoned = _is_called_to(verb)
    if not (twice or noun.dep in ("dep", "ROOT", "ccomp", "npadvmod")) or (verb.lemma in GIVING and not alone and not phoned) or verb.child("agent") is not None:
        return
    finite = noun.dep == "ROOT" and any(c.dep == "conj" and c.pos == "VERB" and (c.tag == "VBD" or c.child("aux") is not None) for c in verb.children)  # "Forces [counterattacked] and had driven them out"
    if (thing := verb.child("dobj", "oprd") if alone or phoned else verb.child("dobj")) is None and not (finite and verb.lemma in _BY_ONESELF):
        return
    if noun.child("nsubj", "cop") is not None or noun.pos not in ("NOUN", "PROPN"):
        return
    if thing is not None:
        thing.dep = "dobj"
    above, dep = noun.head, noun.dep
    verb.tag = "VBD"
    if above is noun:
        verb.become_root()
    else:
        noun.children.remove(verb)
        verb.head = noun
        verb.reattach(above, "ccomp" if above.lemma in SAYING else dep)
    noun.reattach(verb, "nsubj")


def _is_called_to(verb: Token) -> bool:
    """Whether somebody is called in order to say something, not called something: "called the king to apologise"."""
    return verb.lemma == "call" and any(g.tag == "TO" for c in verb.subtree() if c.i > verb.i and c.tag == "VB" for g in c.children)


def _mend_subjunctive(token: Token) -> None:
    """Make a verb of "demanded that the minister [resign]", which the parser takes for the head of a noun phrase; of "demand the cabinet [apologise]" too."""
    own = token.child("nsubj")
    if own is not None and own.i < token.i and is_verb(token.head) and token.head.i < own.i:
        token.pos, token.tag, token.lemma = "VERB", "VB", token.lower
        return
    subject = next((c for c in reversed(token.children) if c.dep in ("compound", "nmod") and c.i == token.i - 1), None)
    if subject is None or not any(c.dep == "mark" and c.lower == "that" for c in token.children):
        return
    for child in [c for c in token.children if c is not subject and c.dep in ("det", "amod", "poss", "compound", "nummod")]:
        child.reattach(subject, child.dep)
    subject.dep, token.pos, token.tag = "nsubj", "VERB", "VB"
    token.lemma = token.lower
    if subject.tag == "NNP" and subject.text.islower():
        subject.pos, subject.tag = "NOUN", "NN"


def _mend_bare_subjunctive(token: Token) -> None:
    """Make a verb of "insisted the minister [resign]", which the parser takes for a noun that the minister stands before."""
    subject = next((c for c in reversed(token.children) if c.dep in ("compound", "nmod") and c.i == token.i - 1), None)
    if subject is None:
        return
    for child in [c for c in token.children if c is not subject and c.i < subject.i]:
        child.reattach(subject, child.dep)
    subject.dep, token.dep, token.pos, token.tag, token.lemma = "nsubj", "ccomp", "VERB", "VB", token.lower


def _mend_closing_speaker(verb: Token) -> None:
    """Give "..., a spokesman for the party said" its subject back, which the parser hangs on a noun of the clause before as an apposition."""
    if verb.dep not in ("ROOT", "conj", "parataxis", "ccomp"):
        return
    tokens = verb.sent.tokens
    first = tokens[0].i
    if (own := verb.child(*_SUBJECTS)) is not None:
        left = own.subtree()[0].i - first
        clause = verb.head
        closes = verb.dep in ("conj", "ccomp") and clause.dep == "ROOT" and clause.pos in ("VERB", "AUX") and left > 0 and tokens[left - 1].text == "," and clause.i < own.i < verb.i
        if closes and verb.lemma in SAYING and verb.child("dobj", "ccomp", "xcomp") is None and not any(c.dep == "cc" and c.i > clause.i for c in clause.children):
            _lead_with(verb, clause)  # "forty were killed, the staff [announced] in a communique"
        return
    at = verb.i - first - 1
    if at > 0 and tokens[at].text == ",":
        at -= 1
    phrase = tokens[at] if at > 0 else None
    for _ in range(8):
        if phrase is None or phrase.head is phrase:
            return
        left = phrase.subtree()[0].i - first
        if phrase.dep in ("appos", "conj", "npadvmod", "dep") and phrase.pos in ("NOUN", "PROPN", "PRON") and left > 0 and tokens[left - 1].text == ",":
            inner = phrase.head  # "Algiers, its leader, Moussa": the outermost apposition after a comma is the speaker
            if phrase.dep == "appos" and inner.dep == "appos" and inner.subtree()[0].i > first and tokens[inner.subtree()[0].i - first - 1].text == ",":
                phrase = inner
                continue
            break
        phrase = phrase.head
    else:
        return
    if phrase.i > verb.i:
        return
    phrase.reattach(verb, "nsubj")
    if verb.dep == "conj" and verb.head.i < phrase.i and verb.head.dep == "ROOT":
        _lead_with(verb, verb.head)


def _lead_with(verb: Token, clause: Token) -> None:
    """Make a reporting verb the sentence, and what it was joined to the clause that it reports."""
    verb.become_root()
    if verb.tag == "VBN":
        verb.tag = "VBD"
    subject = verb.child(*_SUBJECTS)
    for child in [c for c in verb.children if subject is not None and c.dep in ("npadvmod", "prep", "advmod") and c.i < subject.i]:
        child.reattach(clause, child.dep)  # "... [today], the ministry said"
    clause.reattach(verb, "ccomp")


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


def _mend_joined_demand(noun: Token) -> None:
    """Make a verb of "will not recognise the vote and [demands] that they leave", which the parser joins to the object."""
    clause = noun.child("ccomp", "acl")
    if clause is None or not any(c.lower == "that" and c.dep == "mark" for c in clause.children) or any(c.i < noun.i for c in noun.children):
        return
    verb = noun.head.head
    noun.pos, noun.tag = "VERB", "VBZ"
    noun.reattach(verb, "conj")
    clause.dep = "ccomp"


def _mend_requests(token: Token, is_actor: Callable[[str], bool]) -> None:
    if token.pos == "VERB" and token.lemma in _ASKING and not (token.lemma == "call" and (thing := token.child("dobj")) is not None and token.sent.tokens[min(thing.i + 1 - token.sent.tokens[0].i, len(token.sent.tokens) - 1)].lower == "for"):  # "called the strike revenge for the raid"
        mend_charge(token, "for", is_actor)
    if token.dep == "advcl" and token.head.lemma in _PRESSING:
        _mend_pressed(token)
    if token.lower == "for" and token.dep == "mark":
        _mend_asked_for(token)
    if token.tag == "VB" and token.dep in ("advcl", "acl", "relcl"):
        mend_asked_of(token)


def _mend_counted_harm(token: Token) -> None:
    """Hang what befell a number of people on the number: "reported 22 [injured]"."""
    if token.tag != "VBN" or token.dep not in ("advcl", "ccomp") or token.child("nsubj", "nsubjpass") is not None or token is token.sent.tokens[0]:
        return
    number = token.sent.tokens[token.i - token.sent.tokens[0].i - 1]
    if number.tag == "CD" and number.head is token.head:
        token.reattach(number, "acl")


def _mend_pressed(clause: Token) -> None:
    """Let who is pressed do what is asked: "pressed the junta [to lift] the curfew", not in order to."""
    thing = clause.head.child("dobj")
    to = next((c for c in clause.children if c.tag == "TO"), None)
    if thing is not None and to is not None and thing.pos in ("NOUN", "PROPN", "PRON") and thing.subtree()[-1].i == to.i - 1:
        clause.dep = "xcomp"


def _mend_asked_for(mark: Token) -> None:
    """Hang "for" on who asks, not on what is asked: "called [for] Rwanda to withdraw", "our call [for] Rwanda to withdraw"."""
    clause = mark.head
    before = mark.sent.tokens[mark.i - 1 - mark.sent.tokens[0].i] if mark.i > mark.sent.tokens[0].i else mark
    verb = before if before.pos == "NOUN" and before.lemma in CALLS else clause.head
    if clause.dep in ("advcl", "xcomp", "ccomp") and verb.lemma in _ASKING | CALLS and mark.i == verb.i + 1 and any(c.tag == "TO" for c in clause.children) and clause.child("nsubj", "nsubjpass") is not None:
        mark.reattach(verb, "prep")
        clause.reattach(mark, "pcomp")
