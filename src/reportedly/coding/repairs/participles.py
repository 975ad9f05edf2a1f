"""Participles and phrases of a passive that the parser takes for something else, for repair.py.

Reads tokens; mends tags and heads in place. Each mend is a shape and says what it looks like.
"""

from __future__ import annotations

from collections.abc import Callable

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import NOMINAL_SUBJECTS, ancestors, is_verb, subject_role, token_before
from reportedly.coding.repairs.mender import Choice, Known, Mender, Step
from reportedly.lexicons.word_lists import word_list

_HOW = word_list("participles.how")
_FORMS = {"frozen": "freeze", "stolen": "steal", "withdrawn": "withdraw", "overthrown": "overthrow"}
_STATES = word_list("participles.states")
_WHERE_AND_BY = frozenset({"in", "at", "on", "by"})
_KEPT = frozenset({"held", "kept", "taken"})
_IN_WHOSE_HANDS = word_list("participles.in_whose_hands")
_BY_ONESELF = word_list("by_oneself")
_AT_WHOM = frozenset({"at", "to", "on", "against", "among"})
IN_OFFICE = word_list("participles.in_office")
_IN_OFFICE_AS = {"csubj": "nsubj", "xcomp": "dobj", "ccomp": "dobj", "pcomp": "pobj", "advcl": "dobj"}
_TOLD_OF = word_list("participles.told_of")
_SAYING = word_list("participles.saying")
_BEFALLING = word_list("participles.befalling")


def menders(known: Known) -> tuple[Step, ...]:
    """Return what mends what a passive says."""
    return (
        Choice(
            Mender(lambda word: _mend_said_of(word, known.takes_object), deps="acomp ROOT ccomp conj", tags="JJ", when=_ends_in_ed),
            Mender(lambda word: _mend_said_of(word, known.takes_object), deps="acomp", words=_FORMS),
            Mender(lambda word: _mend_said_of(word, known.takes_object), deps="acomp", tags="VBN", when=_ends_in_ed),
            Mender(lambda to: _mend_to_noun(to, known.is_verb), deps="aux", tags="TO", when=lambda t: t.head.pos == "NOUN" and t.head.dep in ("advcl", "xcomp")),
            Mender(_mend_second_side, deps=NOMINAL_SUBJECTS, parts="NOUN PROPN", when=lambda t: t.head.i > t.i),
            Mender(_mend_relative, deps="acl", tags="VBN", when=lambda t: t.child("nsubj") is not None and t.child("aux", "auxpass") is None and any(c.tag == "WDT" for c in t.children)),
            Mender(_mend_relative_passive, deps="acl", tags="VBN", when=lambda t: t.child("auxpass") is not None and (who := t.child("nsubj", "nsubjpass")) is not None and who.tag in ("WDT", "WP")),
            Mender(_mend_on_name, deps="acl", tags="VBD", when=_is_on_name),
            Mender(_mend_befallen, deps="acl", tags="VBD", lemmas=_BEFALLING, when=lambda t: t.i == t.head.i + 1 and t.head.dep == "pobj" and t.child("dobj", "nsubj", "aux") is None),
            Mender(_mend_reported, deps="oprd", tags="VBN", when=lambda t: t.head.lemma in _TOLD_OF and t.head.child("auxpass") is not None),
            Mender(_mend_said_of_noun, deps="csubj ccomp", tags="VBN", when=lambda t: t.sent.block.kind != "headline"),
            Mender(_mend_counted, tags="VBD", when=lambda t: (number := t.child("nsubj")) is not None and number.tag == "CD" and number.i == t.i - 1),
            Mender(_mend_of_people, deps="pcomp", tags="VBG", lemmas=_BY_ONESELF, when=lambda t: t.head.lower in _AT_WHOM),
            Mender(_mend_outcome, parts="VERB AUX", lemmas="result"),
            Mender(_mend_bare, deps="advcl", tags="VBN", when=lambda t: not t.children),
        ),
        Mender(_mend_being, deps="acl", tags="VBN"),
        Mender(_mend_held, words=_KEPT),
        Mender(_mend_aimed, deps="amod compound", tags="VBG"),
    )


def _ends_in_ed(word: Token) -> bool:
    return word.lower.endswith("ed")


def _mend_relative(verb: Token) -> None:
    """Make a relative clause of "the accord that both sides [signed]"."""
    verb.tag, verb.dep = "VBD", "relcl"


def _mend_relative_passive(verb: Token) -> None:
    """Make a relative clause of "the state, which was in turn [criticised]"."""
    verb.dep = "relcl"
    if (who := verb.child("nsubj", "nsubjpass")) is not None:
        who.dep = "nsubjpass"


def _mend_befallen(verb: Token) -> None:
    """Read "the families of the nine sailors [killed]" as a passive."""
    verb.tag = "VBN"


def _is_on_name(verb: Token) -> bool:
    if verb.head.pos != "PROPN" or verb.head.i > verb.i or verb.child("nsubj", "nsubjpass", "dobj", "aux", "ccomp", "xcomp") is not None:
        return False
    return any(c.dep in ("prep", "agent") and c.i == verb.i + 1 and c.lower in _WHERE_AND_BY for c in verb.children)


def _mend_on_name(verb: Token) -> None:
    """Make a passive of "the charter [signed] in Bamako"."""
    verb.tag = "VBN"


def _mend_reported(verb: Token) -> None:
    """Make a complement of "two guards were reported [wounded]"."""
    verb.dep = "xcomp"


def _mend_bare(verb: Token) -> None:
    """Hang on whom it befell "condolences to the family of the guard [killed], and"."""
    if (noun := token_before(verb)) is not None and noun.tag in ("NN", "NNS") and noun.dep == "pobj" and noun.i > verb.head.i:
        verb.reattach(noun, "acl")


def _mend_being(verb: Token) -> None:
    """Hang on whom it befalls "the release of Sy and other citizens being [detained] by the police"."""
    if (being := verb.child("auxpass")) is not None and being.lower == "being" and (noun := token_before(being)) is not None and noun.pos in ("NOUN", "PROPN") and noun is not verb.head and verb.head.i < noun.i:
        verb.reattach(noun, "acl")


def _mend_aimed(gerund: Token) -> None:
    """Make an act of "a raid [targeting] smugglers went on", "said a raid [targeting] smugglers had begun", "youths [burning] tyres blocked it", which the parser takes for a quality."""
    people, noun = gerund.head, token_before(gerund)
    verb = people.head
    if noun is None or noun.tag not in (("NN", "NNS") if gerund.lower == "targeting" else ("NNS",)):
        return
    if people.dep == "appos" and verb is noun and people.subtree()[0] is gerund:
        gerund.reattach(noun, "acl")
        people.reattach(gerund, "dobj")
        return
    if people.dep not in NOMINAL_SUBJECTS or people.subtree()[0] is not gerund or not is_verb(verb):
        return
    if verb.dep == "relcl" and verb.head is noun:
        above, dep, subject = noun.head, noun.dep, people.dep
        if above is noun:
            verb.become_root()
        else:
            verb.reattach(above, "ccomp" if dep == "dobj" else dep)
        noun.reattach(verb, subject)
    elif noun.head is not verb or noun.dep not in NOMINAL_SUBJECTS:
        return
    gerund.reattach(noun, "acl")
    people.reattach(gerund, "dobj")


def _mend_of_people(verb: Token) -> None:
    """Make a word for whom of "shot at [fleeing] civilians", "aid to [returning] refugees", which the parser takes for what is done to them."""
    noun, phrase = verb.child("dobj"), verb.head
    if noun is None or noun.i != verb.i + 1 or noun.tag != "NNS" or len(verb.children) > 1 or (phrase.lower == "to" and phrase.head.pos != "NOUN" and phrase.head.child("dobj") is None):
        return
    noun.reattach(phrase, "pobj")
    verb.reattach(noun, "amod")


def _mend_outcome(result: Token) -> None:
    """Set beside those who fell what befell them: "resulted in one guard [killed] and two others [injured]", which the parser takes for clauses of their own."""
    in_ = next((c for c in result.children if c.dep == "prep" and c.lower == "in"), None)
    whom = in_.child("pobj") if in_ is not None else None
    if in_ is not None and whom is None and (harm := result.child("ccomp")) is not None and (whom := harm.child(*NOMINAL_SUBJECTS)) is not None and harm.child("aux", "auxpass", "dobj") is None and in_.i < whom.i == harm.i - 1:
        whom.reattach(in_, "pobj")
        for further in [c for c in harm.children if c.dep in ("cc", "conj")]:
            further.reattach(result, further.dep)
        harm.reattach(result, "advcl")
    if whom is None:
        return
    for harm in [c for c in result.children if c.dep in ("advcl", "conj", "dep") and c.tag in ("VBN", "VBD") and c.i > whom.i and c.child("aux", "auxpass", "dobj") is None]:
        others = harm.child(*NOMINAL_SUBJECTS)
        if others is None and harm.i == whom.i + 1:
            harm.reattach(whom, "acl")
        elif others is not None and others.i == harm.i - 1 and harm.dep == "conj" and (and_ := next((c for c in reversed(result.children) if c.dep == "cc" and whom.i < c.i < others.i), None)) is not None:
            and_.reattach(whom, "cc")
            others.reattach(whom, "conj")
            harm.reattach(others, "acl")
        harm.tag = "VBN"
    for harm in whom.children:
        if harm.tag == "VBD" and harm.dep == "acl" and harm.i == whom.i + 1:
            harm.tag = "VBN"


def _mend_held(held: Token) -> None:
    """Hang on its noun what is said of it in "a priest [held captive] for two years was freed", of which the parser makes a clause."""
    tokens, at = held.sent.tokens, held.i - held.sent.tokens[0].i
    if not 0 < at < len(tokens) - 1 or tokens[at + 1].lower not in _IN_WHOSE_HANDS or held.child("aux", "auxpass") is not None:
        return
    noun, how = tokens[at - 1], tokens[at + 1]
    if noun.pos not in ("NOUN", "PROPN") or (at + 2 < len(tokens) and tokens[at + 2].pos in ("NUM", "DET", "NOUN", "PROPN", "ADJ", "PRON")):
        return  # "the gunmen held hostage [two] nuns"
    finite = next((c for c in held.children if c.dep == "ccomp" and c.i > how.i and c.child(*NOMINAL_SUBJECTS) is None), None)
    if noun.head is how:
        noun.reattach(how.head, how.dep)
    elif noun.head is held and held.dep == "ccomp" and held.head.i < noun.i and held.head.child("dobj") is None:
        noun.reattach(held.head, "dobj")
    elif noun.head is held and held.head is held and finite is not None:
        finite.become_root()
        noun.reattach(finite, subject_role(finite))
    elif noun.head is held and held.dep in ("csubj", "csubjpass"):
        noun.reattach(held.head, held.dep.replace("csubj", "nsubj"))
    elif noun.head is held:
        return
    held.reattach(noun, "acl")
    held.tag = "VBN"
    how.reattach(held, "oprd")
    for phrase in [c for t in held.subtree() if t is not held for c in t.children if c.dep == "prep" and c.lower == "by" and c.i > how.i]:
        phrase.reattach(held, "agent")


def _mend_said_of_noun(verb: Token) -> None:
    """Hang on its noun what is said of it: "the pact [signed] in Niamey binds them", "recalled the accord [signed] in 2015", which the parser takes for a clause with a subject."""
    noun, above = verb.child("nsubj"), verb.head
    if noun is None or noun.pos not in ("NOUN", "PROPN") or noun.i != verb.i - 1 or verb.child("aux", "auxpass", "mark", "dobj", "cc", "conj", "advmod", "xcomp", "ccomp") is not None or not any(c.dep in ("prep", "agent") and c.i == verb.i + 1 for c in verb.children):
        return
    if verb.dep == "csubj":
        if noun.pos != "PROPN" or above.child("nsubj", "nsubjpass") is not None or above.i < verb.i:
            return
        noun.reattach(above, subject_role(above))
    else:
        if above.i > noun.i or not is_verb(above) or above.lemma in _SAYING or above.child("dobj") is not None or noun.subtree()[0].i != above.i + 1:
            return
        noun.reattach(above, "dobj")
    verb.reattach(noun, "acl")


def _mend_counted(word: Token) -> None:
    """Make a word for whom are counted of "two [wanted] men were arrested", which the parser takes for a verb with the number as its subject."""
    number, noun = word.child("nsubj"), word.head if word.dep == "amod" and word.head.i > word.i else None
    if word.lemma == "want" and noun is None:
        noun = next((s for c in word.children if c.dep == "ccomp" and c.child("mark") is None for s in c.children if s.dep in NOMINAL_SUBJECTS and s.subtree()[0].i == word.i + 1), None)
        if noun is not None and word.dep == "ROOT":
            noun.head.become_root()
        elif noun is not None:
            noun.head.reattach(word.head, word.dep)
    if noun is not None and number is not None:
        number.reattach(noun, "nummod")
        word.reattach(noun, "amod")
        word.tag = "VBN"


def _mend_said_of(word: Token, takes_object: Callable[[str], bool]) -> None:
    """Make a passive of "the group was [legalised]", "their assets are [frozen]", which the parser takes for an adjective."""
    being = word.head if word.dep == "acomp" else word.child("auxpass")
    if being is None or being.lemma != "be" or any(c.lower in _HOW or (c.dep == "prep" and c.lower in ("about", "with", "of")) for c in word.children):
        return
    stems = [_FORMS[word.lower]] if word.lower in _FORMS else [s for s in (word.lower[:-2], word.lower[:-1], word.lower[:-3] if word.lower[-3:-2] == word.lower[-4:-3] else "") if s and s not in _STATES and takes_object(s)]
    if not stems:
        return
    word.pos, word.tag, word.lemma = "VERB", "VBN", stems[0]
    if word.dep == "acomp":
        if being.child("xcomp", "ccomp", "attr") is not None:
            return
        if being.head is being:
            word.reattach(word, "ROOT")
        else:
            word.reattach(being.head, being.dep)
        for child in list(being.children):
            child.reattach(word, "nsubjpass" if child.dep == "nsubj" else child.dep)
        being.reattach(word, "auxpass")
    elif (subject := word.child("nsubj")) is not None:
        subject.dep = "nsubjpass"


def _mend_to_noun(to: Token, is_verb_lemma: Callable[[str], bool]) -> None:
    """Make a phrase of "was reduced [to rubble]", which the parser takes for an infinitive."""
    noun = to.head
    verb = noun.head
    if not is_verb(verb) or noun.i < to.i or noun.tag not in ("NN", "NNS") or (noun.tag == "NN" and is_verb_lemma(noun.lower)) or noun.child("dobj", "nsubj", "ccomp") is not None:
        return
    to.pos, to.tag = "ADP", "IN"
    to.reattach(verb, "prep")
    noun.reattach(to, "pobj")


def _mend_second_side(noun: Token) -> None:
    """Join "a truce between the army and the [rebels] was reached", where the parser takes the second side for a subject."""
    verb = noun.head
    first = next((c for c in verb.children if c.dep in NOMINAL_SUBJECTS and c.i < noun.i), None)
    start, tokens = noun.subtree()[0], noun.sent.tokens
    joint = tokens[start.i - 1 - tokens[0].i] if start.i > tokens[0].i else None
    if first is None and joint is not None and joint.dep == "cc" and joint.head.dep == "pobj" and joint.head.head.lower == "between" and (act := joint.head.head.head).tag == "VBG" and act.head is verb and act.i < joint.i:
        noun.reattach(joint.head, "conj")
        act.pos, act.tag, act.dep, act.lemma = "NOUN", "NN", "nsubj", act.lower  # "[Fighting] between the Free Army (FA) and militants broke out"
        return
    if first is None or joint is None or joint.dep != "cc" or joint.head.pos not in ("NOUN", "PROPN") or joint.head is verb or joint.head.child("conj") is not None:
        return
    side = joint.head
    if first in (side, *ancestors(side)):
        noun.reattach(side, "conj")


def mend_in_office(holding: Token, is_person: Callable[[str], bool]) -> None:
    """Make a word about a name of what the parser takes for a clause: "demanded that [sitting] President Diallo step down"."""
    name, title = holding.child("dobj"), holding.sent.tokens[holding.i - holding.sent.tokens[0].i + 1 :][:1]
    if holding.dep not in _IN_OFFICE_AS or name is None or not title or title[0].tag != "NNP" or not is_person(title[0].lower) or any(c.i < holding.i for c in holding.children):
        return
    above, role = holding.head, _IN_OFFICE_AS[holding.dep]
    for child in list(holding.children):
        if child is not name:
            child.reattach(above if child.i > name.i else name, "xcomp" if child.dep in ("advcl", "acl") and any(c.tag == "TO" for c in child.children) else child.dep)
    name.reattach(above, role)
    holding.reattach(name, "amod")
    holding.pos, holding.tag = "ADJ", "JJ"
