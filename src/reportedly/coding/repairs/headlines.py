"""Headlines: the small parser takes their verbs for nouns and their subjects for modifiers; a helper of repair.py.

Works on one headline whose parse has no finite verb of its own. Each mend is a shape and says what it looks like.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from reportedly.analysis import Sentence, Token
from reportedly.coding.grammar.syntax import FINITE
from reportedly.coding.repairs.headline_joined import mend_first_verb, mend_meanwhile, mend_second_verb, mend_then, mend_verb_before_noun
from reportedly.coding.repairs.headline_orders import mend_orders
from reportedly.coding.repairs.headline_tags import join_parts, mend_tags
from reportedly.coding.repairs.headline_words import BEFORE_NOUN, agree, become_subject, goes_with, make_finite, make_verb, root_of, word_before
from reportedly.coding.repairs.short_forms import mend_second_past, mend_short_forms
from reportedly.coding.repairs.signed import part_signature
from reportedly.lexicons.word_lists import word_list

_PLURALS = word_list("headline_plurals")
_GATHERING = word_list("headlines.gathering")
_LEADING_ON = word_list("leading_on")
_OF_PEOPLE = ("ers", "ists", "men", "ants", "ents", "ors")
_PLURAL_ACTORS = word_list("headlines.plural_actors")


def mend_headline(sentence: Sentence, act_of: Callable[[str], str | None], verb_of: Callable[[str], str | None], phrase_of: Callable[[str, str], str | None], past_of: Callable[[str], str | None], sure_of: Callable[[str], str | None]) -> None:
    """Give a headline its verbs.

    ``sure_of`` returns the verb whose form a word is that can be nothing else, ``act_of`` the verb that acts on somebody or something whose form a word is, ``verb_of`` any verb of the lexicons, ``phrase_of`` one that makes a phrase with the next word, ``past_of`` the verb whose form in "-ed" a word is.
    """
    signed = part_signature(sentence)
    if mend_orders(sentence):
        return
    if not signed:
        _mend_topic(sentence)
        _mend_colon(sentence)
    _mend_office(sentence)
    mend_tags(sentence, sure_of, past_of)
    _mend_leading_verb(sentence, verb_of)
    _mend_swallowed_place(sentence)
    _mend_bare_subject(sentence)
    _mend_prospect(sentence)
    mend_short_forms(sentence, verb_of, past_of)
    _mend_swallowed(sentence)
    _mend_noun_as_verb(sentence, verb_of)
    _mend_pair(sentence, verb_of, sure_of)
    _mend_only_verb(sentence, act_of, phrase_of)
    mend_first_verb(sentence, act_of)
    mend_verb_before_noun(sentence)
    mend_second_past(sentence, past_of)
    mend_second_verb(sentence, verb_of)
    mend_meanwhile(sentence, verb_of)
    mend_then(sentence)
    join_parts(sentence)


def _mend_topic(sentence: Sentence) -> None:
    """Make the headline's sentence of what follows a topic and a colon: "Niger unrest: Editor [held] at border"."""
    colon = next((t for t in sentence.tokens[1:7] if t.text == ":"), None)
    root = sentence.root
    if colon is None:
        return
    first, last = sentence.tokens[0], word_before(colon)
    if last.tag == "VBZ" and last.i == first.i + 1 and last.child("nsubj") is first and first.pos == "PROPN":
        last.pos, last.tag, first.dep = "NOUN", "NNS", "compound"  # "Togo [protests]: ..."
        if last is not root:
            last.dep = "dep"
    if root.i > colon.i or root.pos not in ("NOUN", "PROPN"):
        return
    tops = [t for t in sentence.tokens if t.i > colon.i and t.head.i < colon.i and t.pos in ("VERB", "NOUN", "PROPN")]
    main = next((t for t in tops if t.pos == "VERB"), tops[0] if tops else None)
    if main is None:
        return
    done = main.child("acl") if main.pos != "VERB" and main.dep in ("appos", "dep") else None
    main.reattach(main, "ROOT")
    for child in [c for t in sentence.tokens if t.i < colon.i for c in t.children if c.i > colon.i]:
        child.reattach(main, child.dep)
    if done is not None and done.tag == "VBN" and done.child("dobj", "nsubj", "nsubjpass") is None:
        _raise(done, main, "nsubjpass")
        main = done
    root.reattach(main, "dep")


def _mend_office(sentence: Sentence) -> None:
    """Make a subject of "Niger [PM] orders inquiry", where the parser takes the state alone for it."""
    verb = root_of(sentence)
    state, office = verb.child("nsubj"), verb.child("dep", "npadvmod", "appos")
    if state is not None and office is not None and state.pos == "PROPN" and office.i == state.i + 1 == verb.i - 1 and office.pos in ("NOUN", "PROPN"):
        office.dep = "nsubj"
        state.reattach(office, "compound")


def _mend_swallowed(sentence: Sentence) -> None:
    """Free the first of two verbs that the parser takes into the subject of the second: "Court [jails] ex-minister, bans party"."""
    for verb in sentence.tokens:
        thing, second = verb.head, verb.head.head
        if verb.tag == "VBZ" and verb.dep == "compound" and verb.child("nsubj") is not None and thing.dep == "nsubj" and verb.i < thing.i < second.i and second.dep == "ROOT":
            verb.reattach(verb, "ROOT")
            thing.reattach(verb, "dobj")
            second.reattach(verb, "conj")
            return


def _mend_noun_as_verb(sentence: Sentence, verb_of: Callable[[str], str | None]) -> None:
    """Give back the verb whose object the parser takes for it: "Junta [rejects] truce with rebels"."""
    thing = root_of(sentence)
    verb = next((c for c in reversed(thing.children) if c.dep == "nsubj" and c.i < thing.i), None)
    if verb is None or thing.tag not in ("VBP", "VB") or verb.tag != "NNS" or verb.i != thing.i - 1 or verb_of(thing.lower) is not None or (lemma := verb_of(verb.lower)) is None:
        return
    subject = next((c for c in verb.children if c.i == verb.i - 1 and c.pos in ("PROPN", "NOUN")), None)
    if subject is not None:
        thing.pos, thing.tag, thing.lemma = "NOUN", "NN", thing.lower
        make_verb(sentence, subject, verb, lemma)


def _mend_pair(sentence: Sentence, verb_of: Callable[[str], str | None], sure_of: Callable[[str], str | None]) -> None:
    """Make a verb of what two do whom a comma parts: "Police, army [arrest] dozens", "NATO, Ukraine [sign] accord"."""
    tokens = sentence.tokens
    at = next((i for i, t in enumerate(tokens[1:4], 1) if t.text == ","), None)
    if at is None or any(t.tag in FINITE or t.tag == "VBN" for t in tokens) or any(t.pos not in ("NOUN", "PROPN", "ADJ") for t in tokens[:at]):
        return
    for subject, verb, after in zip(tokens[at + 1 : at + 6], tokens[at + 2 :], tokens[at + 3 :], strict=False):
        if subject.pos not in ("NOUN", "PROPN", "ADJ", "CCONJ"):
            return
        if subject.pos == "CCONJ" or after.pos in ("ADP", "PUNCT", "CCONJ", "PART") or (sure_of if verb.text.istitle() else verb_of)(verb.lower) != verb.lower:
            continue
        tops = [t for t in tokens if t.i > verb.i and (t.head.i <= verb.i or t.head is t)]
        first, root = tokens[at - 1], sentence.root
        verb.reattach(verb, "ROOT")
        verb.pos, verb.tag, verb.lemma = "VERB", "VBP", verb.lower
        if root is not verb:
            root.reattach(verb, "dep")
        for top in tops:
            noun = top.pos in ("NOUN", "PROPN", "NUM", "PRON") and verb.child("dobj") is None
            top.reattach(verb, "dobj" if noun else top.dep if top.dep != "ROOT" else "dep")
        for word in tokens[: at - 1]:
            word.reattach(first, "compound")
        for word, beside in pairwise(tokens[at + 1 : subject.i + 1 - tokens[0].i]):
            if word.pos == "CCONJ" or beside.pos == "CCONJ":
                word.reattach(first, "cc" if word.pos == "CCONJ" else "conj")  # "Chad, [Niger and] Mali close borders"
            else:
                word.reattach(subject, "compound")
        first.reattach(verb, "nsubj")
        tokens[at].reattach(first, "punct")
        become_subject(subject, verb)
        subject.reattach(first, "conj")
        return


def _mend_only_verb(sentence: Sentence, act_of: Callable[[str], str | None], phrase_of: Callable[[str, str], str | None]) -> None:
    root = root_of(sentence)
    for clause in root.children:
        if clause.dep == "acl" and clause.tag == "VBD" and clause.i > root.i and clause.child("dobj", "nsubj") is None:
            clause.tag = "VBN"  # "Armenian envoy [summoned] to ministry"
    if root.pos not in ("NOUN", "PROPN", "NUM") or any(t.tag in FINITE and not _is_set_before(t) for t in sentence.tokens):
        return
    told = next((c for c in root.children if sentence.tokens[0].i < c.i < root.i and c.dep in ("compound", "amod", "nmod") and c.lower.endswith("s") and c.tag in ("NNS", "NNPS", "VBZ") and goes_with(word_before(c), c)), None)
    if told is None:
        told = next((t for t in sentence.tokens[1:] if t.i < root.i and t.dep in ("compound", "amod", "nmod") and _is_done_by_many(word_before(t), t) and act_of(t.lower) == t.lower), None)
    for clause in root.children:
        if clause.dep in ("acl", "relcl", "xcomp") and clause.i > root.i and clause.pos == "VERB" and clause.child("nsubj", "nsubjpass") is None:
            to_do = any(c.tag == "TO" for c in clause.children)
            if not to_do and (clause.tag != "VBN" or clause.child("dobj") is not None or clause.dep != "acl"):
                continue
            if told is not None and (lemma := act_of(told.lower)) is not None:
                make_verb(sentence, word_before(told), told, lemma)  # "Movement [mourns] leader killed in raid"
                if to_do:
                    clause.reattach(told, "xcomp")  # "Junta [orders] monitors to leave"
                return
            if clause.dep == "acl" or (to_do and clause.dep == "relcl"):
                _raise(clause, root, "nsubj" if to_do else "nsubjpass")  # "EU to impose new sanctions", "Three Britons held in Dubai"
                return
    if root.pos == "NUM":
        return  # "98 held in protest"
    for subject, verb, after in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        if _is_crowd(subject, verb, after):
            make_verb(sentence, subject, verb, verb.lower)
            return
        if verb.lower in _PLURAL_ACTORS and after.tag not in ("NNS", "NNPS") and act_of(after.lower) is not None:
            continue  # "government forces [storm] camp"
        if after.pos not in ("ADP", "CCONJ", "PUNCT", "PART") and (verb.pos in ("NOUN", "PROPN") or _is_set_before(verb) or (verb.pos == "ADJ" and subject.head is verb.head)) and subject.pos in ("NOUN", "PROPN", "ADJ") and agree(subject, verb) and (lemma := act_of(verb.lower)) is not None:
            make_verb(sentence, subject, verb, lemma)
            return
        if after.pos == "ADP" and verb is root and verb.tag == "NNS" and subject.head is verb and (subject.tag == "NN" or agree(subject, verb)) and (lemma := phrase_of(verb.lower, after.lower)) is not None:
            make_verb(sentence, subject, verb, lemma)  # "Envoy pleads for help"
            return


def _mend_leading_verb(sentence: Sentence, verb_of: Callable[[str], str | None]) -> None:
    """Make a verb of what leads on to a phrase or a clause: "UN chief [appeals] for calm", "Parliament [votes] to expel envoy", "Junta [orders] monitors to leave", "Movement [mourns] leader killed in raid"."""
    root = root_of(sentence)
    tokens, first = sentence.tokens, sentence.tokens[0].i
    if root.pos in ("NOUN", "PROPN") and root.lower in _LEADING_ON and root.i + 1 - first < len(tokens) and root.i > first:
        after, subject = tokens[root.i + 1 - first], word_before(root)
        if after.pos not in ("ADP", "PART") or subject.head is not root or subject.tag in ("JJR", "JJS") or subject.pos not in ("NOUN", "PROPN", "ADJ") or not goes_with(subject, root) or any(t.tag in FINITE for t in tokens if t.i < root.i):
            return
        for child in [c for c in root.children if c.i < subject.i]:
            child.reattach(subject, child.dep if child.dep in BEFORE_NOUN and child.dep != "nsubj" else "compound")
        make_finite(root, verb_of(root.lower) or (root.lower.removesuffix("s") if root.tag in ("NNS", "NNPS") else root.lower))
        become_subject(subject, root)
        for clause in root.children:
            if clause.dep in ("acl", "relcl") and clause.i > root.i and any(c.tag == "TO" for c in clause.children):
                clause.dep = "xcomp"
        return
    thing = root.child("nsubj", "nsubjpass")
    told = root.tag == "VBN" or (root.tag == "VBD" and root.child("dobj") is None)
    asked = root.tag == "VB" and root.child("aux") is not None
    if thing is None or thing.i > root.i or root.pos != "VERB" or not (told or asked) or any(c.dep in ("aux", "auxpass") and c.tag != "TO" for c in root.children):
        return
    verb = next((c for c in thing.children if c.i < thing.i and c.dep in ("compound", "amod", "nmod") and c.i > first and c.lower.endswith("s") and goes_with(word_before(c), c) and word_before(c).head in (thing, c)), None)
    if verb is None or (lemma := verb_of(verb.lower)) is None:
        return
    subject = word_before(verb)
    for child in [c for c in (*thing.children, *verb.children) if c.i < subject.i]:
        child.reattach(subject, child.dep if child.dep in BEFORE_NOUN and child.dep != "nsubj" else "compound")
    verb.reattach(verb, "ROOT")
    make_finite(verb, lemma)
    become_subject(subject, verb)
    if root.tag == "VB":
        root.reattach(verb, "ccomp")
    else:
        thing.reattach(verb, "dobj")
        root.reattach(thing, "acl")
        root.tag = "VBN"


def _mend_swallowed_place(sentence: Sentence) -> None:
    """Make a verb of what a crowd somewhere does: "Bakers in Athens [march] over rents", which the parser takes for an Athens march."""
    root = root_of(sentence)
    workers = next((c for c in root.children if c.dep == "compound" and c.i == root.i - 1 and c.tag == "NNS"), None)
    if root.tag == "NN" and root.lower in _GATHERING and workers is not None and any(c.dep == "prep" and c.lower in ("over", "against", "for") and c.i == root.i + 1 for c in root.children):
        make_finite(root, root.lower)  # "Greek dockers [strike] over pay"
        root.give_before(workers)
        workers.dep = "nsubj"
        return
    crowd = root.child("nsubj")
    if root.tag == "NN" and root.lower in _GATHERING and crowd is not None and crowd.i < root.i and (crowd.tag == "NNS" or crowd.lower in _PLURALS) and root.child("det", "compound", "amod", "poss") is None:
        make_finite(root, root.lower)  # "Nurses in Kenya [march] for jobs"
        return
    place = root.child("prep")
    doing = place.child("pobj") if place is not None and place.lower in ("in", "at", "near", "across") and place.i == root.i + 1 else None
    if place is None or doing is None or doing.lower not in _GATHERING or not (root.tag in ("NNS", "NNPS") or root.lower in _PLURALS) or any(t.tag in FINITE for t in sentence.tokens):
        return
    names = [c for c in doing.children if c.i < doing.i]
    if not names or names[-1].i != doing.i - 1 or names[-1].pos != "PROPN" or any(c.dep not in ("compound", "amod", "nmod") for c in names):
        return
    for child in names[:-1]:
        child.reattach(names[-1], child.dep)
    names[-1].reattach(place, "pobj")
    doing.reattach(doing, "ROOT")
    root.give_after(doing)
    root.reattach(doing, "nsubj")
    make_finite(doing, doing.lower)


def _mend_bare_subject(sentence: Sentence) -> None:
    """Give a verb the subject that stands before it as a word of its own name: "Zelensky [regime] shells Donetsk", "as [rebels] flee"."""
    for verb in sentence.tokens[1:]:
        if verb.tag not in ("VBZ", "VBP") or verb.pos != "VERB" or verb.child("nsubj", "nsubjpass", "csubj", "expl") is not None:
            continue
        subject = word_before(verb)
        if subject.head is verb and subject.dep in ("compound", "amod", "nmod") and subject.pos in ("NOUN", "PROPN"):
            verb.give_before(subject, "compound", "amod", "nmod", "nummod", "det", "poss")
            subject.dep = "nsubj"


def _mend_prospect(sentence: Sentence) -> None:
    """Make the headline's sentence of what is to come: "Chad [likely] to be expelled from the league"."""
    noun = root_of(sentence)
    prospect = next((c for c in noun.children if c.i == noun.i + 1 and c.tag == "JJ" and c.dep == "amod" and c.child("xcomp") is not None), None)
    if prospect is not None and noun.pos in ("NOUN", "PROPN"):
        prospect.become_root()
        noun.reattach(prospect, "nsubj")


def _is_crowd(subject: Token, verb: Token, after: Token) -> bool:
    """Whether a headline tells what a crowd does by itself: "Thousands [march] in Lima"."""
    return subject.i == subject.sent.tokens[0].i and verb.lower in _GATHERING and after.pos == "ADP" and verb.pos == "NOUN" and (subject.tag in ("NNS", "NNPS") or subject.lower in _PLURALS)


def _is_done_by_many(doer: Token, verb: Token) -> bool:
    """Whether a word behind people can be what they do: "Police [Fire] Tear Gas to End Rally"; near miss: "Sanctions Search Plan to Start"."""
    people = doer.lower in _PLURALS or (doer.tag in ("NNS", "NNPS") and (doer.lower in _PLURAL_ACTORS or doer.lower.endswith(_OF_PEOPLE)))
    return people and verb.tag not in ("NNS", "NNPS", "VBZ", "VBN", "VBG")


def _is_set_before(verb: Token) -> bool:
    """Whether a finite verb is taken for a word of the noun behind it: "Junta [bars] aid"."""
    return verb.tag in ("VBZ", "VBP") and verb.dep in ("compound", "amod", "nmod") and verb.head.i > verb.i


def _mend_colon(sentence: Sentence) -> None:
    """Part what stands before a colon from what stands after it: "Iran warns [Israel]: ...", "Commander: [Enemy] will be crushed"."""
    colon = next((t for t in sentence.tokens[1:-1] if t.text == ":"), None)
    if colon is None:
        return
    root, last = sentence.root, word_before(colon)
    if last.dep in ("compound", "nmod", "amod") and last.head.i > colon.i and root.i > colon.i:
        last.reattach(root, "dep")  # "[Minister]: Rebels killed nine"
    if root.i < colon.i and last.head is root and last.dep in ("nsubj", "appos", "npadvmod", "dep") and last.i > root.i and root.pos == "VERB" and root.child("dobj") is None and any(c.dep == "nsubj" and c.i < root.i for c in root.children):
        last.dep = "dobj"
    subject = root.child("nsubj", "nsubjpass")
    if root.i > colon.i and subject is not None and subject.i < colon.i and (own := next((c for c in subject.children if c.dep == "appos" and c.i > colon.i), None)) is not None:
        own.reattach(root, subject.dep)
        subject.dep = "dep"


def _raise(clause: Token, noun: Token, dep: str) -> None:
    """Make the clause below a noun the sentence, and the noun its subject."""
    clause.reattach(clause, "ROOT")
    noun.give_after(clause)
    noun.reattach(clause, dep)


