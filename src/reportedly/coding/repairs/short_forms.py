"""Short forms of headlines: verbs without an auxiliary or a conjunction that the parser takes for adjectives and nouns; a helper of headlines.py.

Each mend is a shape and says what it looks like.
"""

from __future__ import annotations

from collections.abc import Callable

from reportedly.analysis import Sentence, Token
from reportedly.coding.grammar.syntax import FINITE, is_verb
from reportedly.coding.grammar.syntax import NOMINAL_SUBJECTS as _SUBJECTS
from reportedly.lexicons.word_lists import word_list

_SAYING = word_list("saying")
_LEADING_ON = word_list("leading_on")
_PLURALS = word_list("headline_plurals")
_SOMEWHERE = frozenset({"in", "at", "near", "across"})
_TELLING = _SAYING | _LEADING_ON
_FARTHER = frozenset({"deeper", "harder", "further", "farther", "longer"})


def mend_short_forms(sentence: Sentence, verb_of: Callable[[str], str | None], past_of: Callable[[str], str | None]) -> None:
    """Give a headline the verbs that it has without an auxiliary or a conjunction. ``verb_of``, ``past_of``: as in headlines.py."""
    _mend_pair(sentence, verb_of)
    _mend_pledge(sentence, verb_of)
    _mend_two_clauses(sentence)
    _mend_behind_place(sentence, verb_of)
    for word in sentence.tokens:
        if word.lower in _FARTHER and word.dep == "dobj" and word.pos in ("NOUN", "PROPN"):
            word.pos, word.tag, word.dep = "ADV", "RBR", "advmod"  # "vow to strike [deeper]"


def _mend_pair(sentence: Sentence, verb_of: Callable[[str], str | None]) -> None:
    """Make a verb of "Lima and Quito [trade] barbs", which the parser takes for part of a noun."""
    thing = sentence.root
    verb = next((c for c in thing.children if c.dep == "compound" and c.i == thing.i - 1 and c.tag in ("NN", "NNP", "VB", "VBP")), None)
    first = next((c for c in (*thing.children, *(verb.children if verb is not None else ())) if c.dep == "nmod" and c.i < thing.i), None)
    if thing.pos != "NOUN" or verb is None or first is None or verb_of(verb.lower) != verb.lower:
        return
    second = first.child("conj")
    if second is None or second.i != verb.i - 1 or first.child("cc") is None or second.pos not in ("PROPN", "NOUN"):
        return
    first.reattach(verb, "nsubj")
    _lead(verb, thing, verb.lower, "VBP")
    thing.reattach(verb, "dobj")


def _mend_behind_place(sentence: Sentence, verb_of: Callable[[str], str | None]) -> None:
    """Make a verb of what people somewhere do: "Police in Chad [smash] rebel cell", which the parser takes into the name of the place."""
    tokens = sentence.tokens
    end = next((n for n, t in enumerate(tokens) if t.text == ";"), len(tokens))
    if any(t.tag in FINITE for t in tokens[:end]):
        return
    for people, link, place, verb, after in zip(tokens, tokens[1:], tokens[2:], tokens[3:], tokens[4:], strict=False):
        if link.lower not in _SOMEWHERE or place.pos != "PROPN" or verb.pos not in ("NOUN", "PROPN", "ADJ") or after.pos in ("ADP", "CCONJ", "PUNCT", "PART"):
            continue
        if verb.tag in ("NNS", "NNPS") or (people.tag not in ("NNS", "NNPS") and people.lower not in _PLURALS) or verb_of(verb.lower) != verb.lower:
            continue
        tops = [t for t in tokens if t.i > verb.i and (t.head.i <= verb.i or t.head is t)]
        place.reattach(link, "pobj")
        link.reattach(people, "prep")
        verb.reattach(verb, "ROOT")
        verb.pos, verb.tag, verb.lemma = "VERB", "VBP", verb.lower
        for top in tops:
            thing = top.pos in ("NOUN", "PROPN", "NUM", "PRON") and verb.child("dobj") is None
            top.reattach(verb, "dobj" if thing else top.dep if top.dep != "ROOT" else "dep")
        people.reattach(verb, "nsubj")
        return


def _mend_pledge(sentence: Sentence, verb_of: Callable[[str], str | None]) -> None:
    """Make the verb of "Togo leader [pledges] to keep pact, visit Accra", which the parser takes for the subject of what is pledged last."""
    last = sentence.root
    pledge = next((c for c in last.children if c.dep in ("nsubj", "dep") and c.tag == "NNS" and c.lower in _LEADING_ON and c.i < last.i), None)
    deed = pledge.child("xcomp", "acl", "relcl") if pledge is not None else None
    if last.tag not in ("VB", "VBP") or pledge is None or deed is None or not any(c.tag == "TO" for c in deed.children):
        return
    subject = next((c for c in reversed(pledge.children) if c.i == pledge.i - 1 and c.dep in ("compound", "nmod", "amod")), None)
    if subject is None:
        return
    pledge.give_before(subject)
    for child in [c for c in last.children if c.i > pledge.i and c.i < last.i]:
        child.reattach(pledge, child.dep)
    pledge.pos, pledge.tag, pledge.lemma = "VERB", "VBZ", verb_of(pledge.lower) or pledge.lower.removesuffix("s")
    pledge.reattach(pledge, "ROOT")
    subject.reattach(pledge, "nsubj")
    deed.dep = "xcomp"
    last.reattach(deed, "conj")
    last.tag = "VB"


def mend_second_past(sentence: Sentence, past_of: Callable[[str], str | None]) -> None:
    """Make the second verb of "Soldiers burned villages, [tortured] captives" and "Rebels storm jail, [free] inmates", taken for an adjective."""
    root = sentence.root
    if root.tag not in ("VBP", "VBD") or root.child("nsubj") is None:
        return
    for comma, word in zip(sentence.tokens, sentence.tokens[1:], strict=False):
        thing = word.head
        if comma.text != "," or comma.i < root.i or word.dep != "amod" or word.tag not in ("JJ", "VBN", "VBD") or thing.i < word.i or (thing.head is not root and thing.head.i > word.i) or thing.dep not in ("dobj", "appos", "npadvmod", "nsubj", "dep", "conj"):
            continue
        lemma = "free" if word.lower == "free" and root.tag == "VBP" else past_of(word.lower) if root.tag == "VBD" and word.lower.endswith("ed") else None
        if lemma is None:
            continue
        for child in [c for c in thing.children if c.i < comma.i]:
            child.reattach(root, "dobj" if child.pos in ("NOUN", "PROPN") else child.dep)
        word.pos, word.tag, word.lemma = "VERB", root.tag, lemma
        word.reattach(root, "conj")
        thing.reattach(word, "dobj")
        return


def _mend_two_clauses(sentence: Sentence) -> None:
    """Part "Army Shells Market, [Rebels Answer]", where the parser makes the first what the second says."""
    second = sentence.root
    subject = second.child("nsubj")
    first = next((c for c in second.children if c.dep == "ccomp" and c.i < second.i and is_verb(c)), None)
    if first is None or subject is None or subject.i < first.i or first.child(*_SUBJECTS) is None or first.child("mark") is not None or second.lemma in _TELLING or second.lower in _TELLING or second.child("ccomp") is not first:
        return
    comma = sentence.tokens[subject.subtree()[0].i - 1 - sentence.tokens[0].i]
    befell = second.tag in ("VBN", "VBD") and second.child("aux", "auxpass") is None  # "Jets bomb camp, 12 militants killed"
    if comma.text != "," or not (befell or second.tag in ("VBP", "VBZ")) or first.tag not in ("VBP", "VBZ") or second.child("dobj", "xcomp") is not None:
        return
    first.reattach(first, "ROOT")
    second.head, second.dep = first, "conj" if befell else "parataxis"
    first.children.append(second)
    second.give_before(first)


def _lead(verb: Token, root: Token, lemma: str, tag: str) -> None:
    """Make a verb the sentence, with what hangs on its former head behind it."""
    verb.pos, verb.tag, verb.lemma = "VERB", tag, lemma
    verb.reattach(verb, "ROOT")
    root.give_after(verb)
