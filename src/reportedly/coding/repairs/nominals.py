"""Nouns and names taken for another part of speech, or verbs for one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import NOMINAL_SUBJECTS as _SUBJECTS
from reportedly.coding.grammar.syntax import is_verb
from reportedly.coding.repairs.mender import Known, Mender, Step

_OF_NOUNS = frozenset({"between", "by", "of"})
_AFTER_PLACE = frozenset({":", "--", "\u2014", "\u2013"})


def menders(known: Known) -> tuple[Step, ...]:
    """Return what mends the first word of a sentence, subjects and what stands before them, and verbs taken for nouns, once phrases hang where they belong."""
    return (
        Mender(_mend_to_rebels, tags="VB", words="rebel"),
        Mender(_mend_first_noun, deps="nsubj nsubjpass csubj csubjpass", tags="VB", when=lambda t: t is t.sent.tokens[0]),
        Mender(_mend_headline_pair, deps="npadvmod dep nsubj", when=lambda t: t.sent.block.kind == "headline"),
        Mender(_mend_deed, deps="nsubj nsubjpass csubj csubjpass", tags="VBG"),
        Mender(_mend_plural_object, deps="dobj", tags="VBZ"),
        Mender(_mend_plural_shown, deps="pobj", tags="NN", words="show"),
        Mender(_mend_shown, deps="compound", parts="NOUN", words="showed shows"),
        Mender(_mend_shown, deps="amod", parts="VERB", words="showed shows"),
        Mender(lambda name: _mend_loose_name(name, known), deps="npadvmod", parts="PROPN", when=lambda t: t.sent.block.kind != "headline"),
        Mender(_mend_noun_before, deps="nsubj", parts="NOUN PROPN"),
        Mender(_mend_subject_before, deps="nsubj"),
        Mender(_mend_dateline, deps="nsubj"),
    )


def mend_bearing(act: Token) -> None:
    """Make "opened an [offensive] west of Orikhiv" an offensive, not a west."""
    bearing = act.head
    if not any(c.lower == "of" and c.i > bearing.i for c in bearing.children):
        return
    act.pos, act.tag = "NOUN", "NN"
    act.reattach(bearing.head, bearing.dep)
    bearing.give_before(act)
    bearing.reattach(act, "advmod")


def make_talks(talks: Token, what: Token | None) -> None:
    """Make a noun of "truce [talks]", which the parser takes for a verb that has the word before it for its subject."""
    talks.pos, talks.tag, talks.lemma = "NOUN", "NNS", "talk"
    if what is not None:
        what.dep = "compound"


def _mend_plural_object(noun: Token) -> None:
    """Make a noun of "began live-fire [drills]", which the parser takes for a verb with a subject of its own."""
    before = noun.child("nsubj")
    if noun.pos != "VERB" or noun.child("dobj", "aux", "auxpass", "mark", "ccomp", "xcomp", "neg") is not None or (before is not None and (before.i != noun.i - 1 or before.pos not in ("NOUN", "PROPN", "ADJ"))):
        return
    noun.pos, noun.tag = "NOUN", "NNS"
    if before is not None:
        before.dep = "compound"


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


def mend_verb(token: Token) -> None:
    """Make a verb of a "noun" that governs a subject and a complement ("The members urge the minister to act")."""
    subject = token.child(*_SUBJECTS)
    if subject is None or subject.i > token.i or any(c.dep in ("det", "cop", "amod", "poss", "compound") and c.i < token.i for c in token.children):
        return
    manner = token.tag == "NNS" and any(c.dep == "advmod" and c.i == token.i - 1 and c.lower.endswith("ly") for c in token.children)  # "Oslo closely [consults] with Rome"
    if manner or any(c.dep in ("dobj", "xcomp", "ccomp", "dative") for c in token.children) or (token.lemma == "fire" and any(c.dep == "prep" and c.lower in ("on", "at") for c in token.children)):
        token.pos, token.tag = "VERB", "VBZ" if token.tag == "NNS" else "VBP"


def mend_acronym(token: Token) -> None:
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
    seen.children = [c for c in seen.children if c is not noun]
    noun.head, noun.dep, noun.pos, noun.tag, noun.lemma = noun, "ROOT", "VERB", "VBD" if noun.lower == "showed" else "VBZ", "show"
    shown.give_after(noun)
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
    documents.give_after(noun)
    clause.reattach(noun, "ccomp")
    documents.reattach(noun, "nsubj")


def _mend_deed(deed: Token) -> None:
    """Make a noun of "Fighting between the army and the rebels", "Shelling by troops"."""
    if deed.child("dobj", "aux") is None and any(c.dep in ("prep", "agent") and c.lower in _OF_NOUNS for c in deed.children):
        deed.pos, deed.tag, deed.lemma = "NOUN", "NN", deed.lower
        deed.dep = deed.dep.replace("csubj", "nsubj")


def _mend_loose_name(name: Token, known: Known) -> None:
    verb = name.head
    if name.ent is not None and name.ent.label == "PERSON" and name.i > verb.i and verb.child("dobj", "attr", "ccomp", "xcomp") is None and known.takes_object(verb.lemma):
        name.dep = "dobj"  # "received today at the palace the British minister [Starmer]"
    else:
        _mend_first_name(name)


def _mend_first_name(name: Token) -> None:
    """Make a subject of a name that opens a sentence before an aside: "Washington, for its part, claimed ..."."""
    verb = name.head
    opens = not any(t.i < name.i and t.dep not in ("det", "compound", "punct") for t in name.sent.tokens)
    if opens and verb.i > name.i and verb.tag in ("VBD", "VBZ", "VBP") and verb.child(*_SUBJECTS) is None:
        name.dep = "nsubj"
    if opens and verb.dep == "parataxis" and verb.child("nsubj") is not None and (main := verb.head).i > verb.i and main.tag in ("VBD", "VBZ", "VBP", "MD") and main.child(*_SUBJECTS) is None:
        name.reattach(main, "nsubj")  # "[Peru], he reiterated, backs the plan"


def _mend_noun_before(noun: Token) -> None:
    """Join "a [government] offensive on the town", where the parser takes the first noun for the subject of the second."""
    act = noun.head
    if noun.i == act.i - 1 and act.pos in ("NOUN", "ADJ") and act.dep in (*_SUBJECTS, "dobj", "pobj") and act.child("cop", "aux") is None and any(c.lower in ("on", "against") for c in act.children):
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


_BESIDE = frozenset({"for", "with", "against", "alongside"})


def mend_shelling(act: Token, people: Token) -> None:
    """Make one phrase of "died in Ukrainian [shelling] on Sunday", where the parser makes a clause of the act and leaves the people's name alone behind the preposition."""
    if act.dep == "nsubj" and people.dep in ("nsubj", "dobj") and (people.head is act or people.head.i < people.i) and act.child("dobj", "aux", "amod", "compound") is None and act.child("nsubj") in (None, people):
        people.reattach(act, "amod")  # "said Ukrainian [shelling] had killed a woman"
        act.pos, act.tag, act.lemma = "NOUN", "NN", act.lower
        return
    if people.dep != "pobj" or people.head.i != people.i - 1 or act.child("dobj", "nsubj", "aux") is not None or any(c.lower in _BESIDE for c in act.children):
        return  # "died in Syria fighting for the rebels"
    act.reattach(people.head, "pobj")
    people.give_after(act)
    people.reattach(act, "amod")
    act.pos, act.tag, act.lemma = "NOUN", "NN", act.lower


_PAPERS = frozenset({"resolution", "bill", "law", "statement", "declaration"})  # slammed for what it says: "the anti-Iran resolution"


def mend_against(anti: Token, tokens: Sequence[Token], is_act: Callable[[str], bool], is_actor: Callable[[str], bool]) -> None:
    """Hang on an act whom it is against: "an [anti]-government rally", read as "a rally against the government"."""
    if anti.i + 2 >= len(tokens) or tokens[anti.i + 1].text != "-":
        return
    foe = tokens[anti.i + 2]
    act = foe.head
    if act.i <= foe.i or act.pos != "NOUN" or not is_act(act.lemma) or act.lemma in _PAPERS or is_actor(act.lemma) or not (foe.text[:1].isupper() or is_actor(foe.lower)):
        return
    if foe.ent is not None and foe.ent.first == anti.i:
        foe.ent.first = foe.i
        foe.ent.label = "PERSON" if foe.text.istitle() else foe.ent.label
        anti.ent = tokens[anti.i + 1].ent = None
    anti.pos, anti.tag, anti.lower = "ADP", "IN", "against"
    foe.pos, foe.tag = ("PROPN", "NNP") if foe.text[:1].isupper() else ("NOUN", "NN")
    anti.reattach(act, "prep")
    tokens[anti.i + 1].reattach(anti, "punct")
    foe.reattach(anti, "pobj")
