"""Mislaid words: those that the parser hung one step away from where they belong; a helper of repair.py.

Reads tokens; mends tags and heads in place. Each mend is a shape and says what it looks like.
"""

from __future__ import annotations

from collections.abc import Callable

from reportedly.analysis import Sentence, Token
from reportedly.coding.grammar.syntax import NOMINAL_SUBJECTS, has_to, is_after_comma, is_verb, subject_role
from reportedly.coding.repairs.mender import Choice, Known, Mender, Step
from reportedly.lexicons.word_lists import word_list

_OFFICES = word_list("mislaid.offices")
_CAPTIVES = word_list("captives")
_TAKING = word_list("mislaid.taking")
_HARMING = word_list("mislaid.harming")
_RESULTING = word_list("mislaid.resulting")
_BREAKING_UP = word_list("mislaid.breaking_up")
_GRANTING = word_list("granting") | {"refuse"}
_GRANTED = word_list("granted_leave") | {"visa", "visas", "asylum"}
_BODIES = frozenset({"GPE", "ORG", "NORP", "LOC"})
_FINITE = ("VBD", "VBZ", "VBP", "VBN")
_WHERETO = frozenset({"into", "in", "through", "onto", "across"})


def menders(known: Known) -> tuple[Step, ...]:
    """Return what hangs a word where it belongs."""
    return (
        Choice(
            Mender(_mend_further_phrase, deps="conj", parts="ADP", when=lambda t: t.head.dep == "prep" and t.head.lower == t.lower),
            Mender(_mend_joined, deps="conj"),
            Mender(_mend_let, deps="ccomp", parts="NOUN PROPN", when=lambda t: t.head.lemma == "let"),
            Mender(_mend_granted, deps="ccomp", words=_GRANTED, when=lambda t: t.head.lemma in _GRANTING),
            Mender(_mend_had_done, deps="ccomp", tags="VBN VBD", when=lambda t: t.head.lemma == "have"),
            Mender(lambda verb: _mend_second_deed(verb, known.act_of), deps="amod", tags="VBN", when=lambda t: t.head.dep == "conj" and t.head.i == t.i + 1 and t.head.tag == "NN"),
            Mender(_mend_beside_object, deps="appos", parts="NOUN PROPN", when=lambda t: t.head.dep == "pobj"),
            Mender(_mend_opening_root, deps="ROOT", parts="ADP", when=lambda t: t is t.sent.tokens[0]),
            Mender(_mend_who, deps="relcl", when=lambda t: t.head.dep == "pobj" and t.head.ent is not None and t.head.ent.label in ("GPE", "LOC")),
            Mender(_mend_contrast, deps="xcomp", tags="VB", when=lambda t: t.child("neg") is not None),
        ),
        Choice(
            Mender(_mend_friend, words="friend"),
            Mender(_mend_acronym_verb, deps="ROOT", parts="VERB", when=lambda t: len(t.text) > 2 and t.text.isupper() and t is t.sent.tokens[0]),
            Mender(_mend_shot_dead, deps="amod", words="dead"),
            Mender(_mend_held, words=_CAPTIVES, when=lambda t: t.i > t.sent.tokens[0].i + 1),
        ),
    )


def _mend_further_phrase(prep: Token) -> None:
    """Hang on its noun the second phrase of "their call for a truce and [for] the release of hostages"."""
    prep.reattach(prep.head.head, "prep")


def _mend_joined(token: Token) -> None:
    if token.pos == "PROPN" and token.head.lemma.lower() in _OFFICES and token.head.tag in ("NNS", "NNPS"):
        _mend_second_state(token)
    if token.lemma in _CAPTIVES:
        _mend_captives(token)


def _mend_had_done(verb: Token) -> None:
    """Make a passive of "had their passports [cancelled]"."""
    if verb.child("aux", "auxpass", "mark", "dobj") is None and (thing := verb.child("nsubj")) is not None and verb.head.i < thing.i < verb.i:
        verb.tag, thing.dep = "VBN", "nsubjpass"


def _mend_beside_object(noun: Token) -> None:
    if noun.head.lower == "terms" and is_verb(verb := noun.head.head.head) and verb.child("dobj", "nsubjpass") is None:
        noun.reattach(verb, "dobj")  # "condemns in plain words the junta's [raids]"
    else:
        _mend_after_opening(noun)


def mend_harm_behind_purpose(harm: Token) -> None:
    """Hang "killing" on what was done, not on its purpose: "fired shots to break up a march, [killing] nine"."""
    purpose = harm.head
    if harm.lemma in _HARMING and purpose.lemma in _BREAKING_UP and purpose.dep in ("advcl", "xcomp") and has_to(purpose) and is_after_comma(harm) and is_verb(purpose.head):
        harm.reattach(purpose.head, "advcl")
    elif harm.lemma in _RESULTING and purpose.tag == "VB" and purpose.dep in ("advcl", "xcomp") and has_to(purpose) and is_after_comma(harm) and is_verb(purpose.head) and purpose.head.tag in _FINITE:
        harm.reattach(purpose.head, "advcl")  # "called on them to settle it, [prompting] protests"


def _mend_second_state(name: Token) -> None:
    """Join the second of "the ministers of Chad and [Togo]" to the first, not to the ministers."""
    office = name.head
    of = next((c for c in office.children if c.dep == "prep" and c.lower in ("of", "from")), None)
    first = of.child("pobj") if of is not None else None
    joint = next((c for c in office.children if c.dep == "cc" and c.i < name.i), None)
    if first is None or joint is None or first.pos != "PROPN" or joint.i != first.i + 1 or name.subtree()[0].i != joint.i + 1:
        return
    if name.ent is not None and name.ent.label not in _BODIES:
        return
    joint.reattach(first, "cc")
    name.reattach(first, "conj")


def _mend_captives(captive: Token) -> None:
    """Part "took guards and [clerks hostage]", where the parser joins the last word to those taken."""
    first = captive.head
    second = next((c for c in captive.children if c.dep == "compound" and c.tag in ("NNS", "NN") and c.i == captive.i - 1), None)
    verb = first.head
    if first.dep != "dobj" or verb.lemma not in _TAKING:
        return
    if second is None:
        if captive.sent.tokens[captive.i - 1 - captive.sent.tokens[0].i].dep == "conj" and not captive.children:
            captive.reattach(verb, "oprd")
        return
    captive.give_before(second)
    captive.reattach(verb, "oprd")
    second.reattach(first, "conj")


def _mend_held(captive: Token) -> None:
    """Make a head of the person in "a British [national] held hostage in Gao", which the parser takes for words before the hostage."""
    tokens, base = captive.sent.tokens, captive.sent.tokens[0].i
    held, person = tokens[captive.i - 1 - base], tokens[captive.i - 2 - base]
    if held.lemma not in _TAKING or held.tag != "VBN" or held.head is not captive or captive.dep == "oprd" or person.pos not in ("NOUN", "PROPN", "ADJ") or person.head not in (captive, held):
        return
    above, dep = captive.head, captive.dep
    if above is captive:
        return
    rest = [c for c in captive.children if c is not held and c is not person]
    person.pos, person.tag = ("PROPN", "NNP") if person.pos == "PROPN" else ("NOUN", person.tag if person.tag == "NNS" else "NN")
    person.reattach(above, dep)
    for child in rest:
        child.reattach(held if child.i > captive.i else person, child.dep)
    held.reattach(person, "acl")
    captive.reattach(held, "oprd")


def _mend_contrast(verb: Token) -> None:
    """Join "not to [fight]" to what somebody is there for: "are there to advise and assist the army, not to fight"."""
    tokens, base = verb.sent.tokens, verb.sent.tokens[0].i
    opening = verb.subtree()[0].i - base
    aim = verb.head
    if opening < 1 or tokens[opening - 1].text != "," or aim.tag != "VB" or aim.child("dobj") is None:
        return
    while aim.dep == "conj" and aim.head.tag == "VB":
        aim = aim.head
    verb.reattach(aim, "conj")


def _mend_who(clause: Token) -> None:
    """Hang "whom it assisted" on the people of "the people of Mali, whom it assisted", not on Mali."""
    people = clause.head.head.head
    who = next((c for c in clause.children if c.lower in ("who", "whom") and c.i < clause.i), None) or next((g for c in clause.children if c.dep == "prep" and c.i < clause.i for g in c.children if g.lower == "whom"), None)
    if who is not None and clause.head.head.dep == "prep" and people.pos == "NOUN" and people.tag in ("NNS", "NN") and people.i < clause.head.i and clause.head.child("cc") is None:
        clause.reattach(people, "relcl")


def _mend_shot_dead(dead: Token) -> None:
    """Make a verb of "A sniper [shot] dead Officer Adam Roe", which the parser takes for one long name."""
    tokens, base = dead.sent.tokens, dead.sent.tokens[0].i
    root = dead.sent.root
    if dead.i - base < 2 or root.pos not in ("NOUN", "PROPN"):
        return
    shot, doer = tokens[dead.i - 1 - base], tokens[dead.i - 2 - base]
    if shot.lower != "shot" or shot.pos != "NOUN" or doer.pos not in ("NOUN", "PROPN"):
        return
    if shot is root and (named := next((c for c in shot.children if c.dep == "appos" and c.i > dead.i), None)) is not None:
        shot.give_before(doer)
        shot.pos, shot.tag, shot.lemma = "VERB", "VBD", "shoot"
        doer.reattach(shot, "nsubj")
        dead.reattach(shot, "oprd")
        named.reattach(shot, "dobj")
        for phrase in [c for c in named.children if c.dep == "prep" and c.i > named.i]:
            phrase.reattach(shot, "prep")
        return
    if root.i <= dead.i:
        return
    outside = [c for c in root.children if c is not shot and c.dep in ("prep", "punct", "npadvmod", "advcl", "cc", "conj") and (c.i > root.i or c.i < doer.i)]
    determiners = [t for t in tokens[: dead.i - base] if t.dep in ("det", "poss", "amod", "nummod", "compound") and t.i < doer.i and t.head.i > shot.i]
    shot.reattach(shot, "ROOT")
    shot.pos, shot.tag, shot.lemma = "VERB", "VBD", "shoot"
    for token, dep in ((doer, "nsubj"), (dead, "oprd"), (root, "dobj")):
        token.reattach(shot, dep)
    for token in determiners:
        token.reattach(doer, token.dep)
    for token in outside:
        token.reattach(shot, token.dep)


def _mend_acronym_verb(name: Token) -> None:
    """Make a subject of "[ECOWAS] imposed sanctions", which the parser takes for the verb."""
    thing = name.child("dobj")
    verb = next((c for c in thing.children if c.dep == "amod" and c.tag in ("VBN", "VBD") and c.i == name.i + 1), None) if thing is not None else None
    if thing is None or verb is None:
        return
    verb.reattach(verb, "ROOT")
    verb.tag = "VBD"
    name.pos, name.tag, name.lemma = "PROPN", "NNP", name.text
    for child in list(name.children):
        child.reattach(verb, child.dep)
    name.reattach(verb, "nsubj")
    for phrase in [c for c in thing.children if c.dep == "prep" and c.lower in ("on", "against", "to", "from", "with")]:
        phrase.reattach(verb, "prep")


def _mend_let(thing: Token) -> None:
    """Make an object of "let [monitors] into the camp", which the parser takes for a clause."""
    verb = thing.head
    if verb.child("dobj") is not None or thing.child("nsubj", "cop", "aux") is not None:
        return
    thing.dep = "dobj"
    for phrase in [c for c in thing.children if c.dep == "prep" and c.i > thing.i and c.lower in _WHERETO]:
        phrase.reattach(verb, "prep")


def _mend_granted(thing: Token) -> None:
    """Make an object of "refused inspectors [access]", which the parser takes for a clause."""
    verb, who = thing.head, thing.child("nsubj")
    if who is None or thing.child("aux", "mark", "dobj") is not None or verb.child("dobj", "dative") is not None or not verb.i < who.i < thing.i:
        return
    who.reattach(verb, "dative")
    thing.pos, thing.tag, thing.dep, thing.lemma = "NOUN", "NN", "dobj", thing.lower


def _mend_after_opening(subject: Token) -> None:
    """Make a subject of "On a visit to Dhaka [the minister] met ...", which the parser takes for another name of the town."""
    place, tokens, base = subject.head, subject.sent.tokens, subject.sent.tokens[0].i
    words = subject.subtree()
    verb = subject.sent.root
    if tokens[0].head is not verb or tokens[0].dep != "prep" or words[0].i != place.i + 1 or words[0].dep not in ("det", "poss") or verb.i < subject.i or verb.tag not in _FINITE:
        return
    between = tokens[words[-1].i - base + 1 : verb.i - base]
    if verb.child(*NOMINAL_SUBJECTS) is None and all(t.dep in ("aux", "auxpass", "neg", "advmod") for t in between):
        subject.reattach(verb, subject_role(verb))


def _mend_opening_root(prep: Token) -> None:
    """Make the main verb of "In response to the raid the ministry [froze] aid", which the parser takes for a clause about the raid."""
    noun = prep.child("pobj")
    for _ in range(3):
        if noun is None:
            return
        clause = noun.child("relcl")
        if clause is not None:
            break
        inner = next((c for c in noun.children if c.dep == "prep"), None)
        noun = inner.child("pobj") if inner is not None else None
    else:
        return
    if clause is None or noun is None or clause.tag not in _FINITE or (subject := clause.child(*NOMINAL_SUBJECTS)) is None or subject.tag in ("WDT", "WP") or subject.subtree()[0].i != noun.i + 1:
        return
    if any(c.tag in ("WDT", "WP", "WRB", "IN") and c.i < subject.i for c in clause.children):
        return
    clause.reattach(clause, "ROOT")
    prep.give_after(clause)
    prep.reattach(clause, "prep")


def _mend_second_deed(verb: Token, act_of: Callable[[str], str | None]) -> None:
    """Make a further deed of "dismissed the governor and [dissolved] parliament", where the parser joins parliament to the verb before."""
    noun, main, tokens = verb.head, verb.head.head, verb.sent.tokens
    at = verb.i - tokens[0].i
    if not is_verb(main) or main.tag != "VBD" or at == 0 or tokens[at - 1].dep != "cc" or (act := act_of(verb.lower)) is None:
        return
    verb.pos, verb.tag, verb.lemma = "VERB", "VBD", act
    verb.reattach(main, "conj")
    noun.reattach(verb, "dobj")
    for phrase in [c for c in noun.children if c.dep == "prep" and c.lower not in ("of",)]:
        phrase.reattach(verb, "prep")


def _mend_friend(friend: Token) -> None:
    """Let the office act in "my honourable friend the [Defence Secretary] met ...", as members of a parliament name each other."""
    if not any(c.dep == "amod" and c.lower in ("honourable", "hon", "honorable", "learned") for c in friend.children):
        return
    office = friend.child("appos") or next((c for c in friend.head.children if c.dep == friend.dep and c.i > friend.i and c.i <= friend.i + 6), None)
    if office is None or office.pos not in ("PROPN", "NOUN") or office.i < friend.i:
        return
    top, dep = friend.head, friend.dep
    for child in [c for c in friend.children if c is not office and c.dep == "punct"]:
        child.reattach(office, "punct")
    if top is friend:
        return
    if office.head is friend:
        office.reattach(top, dep)
    friend.reattach(office, "dep")


def mend_address(sentence: Sentence) -> None:
    """Take who is spoken to out of the clause: "Mr President, [the militias] are burning Dili"."""
    tokens = sentence.tokens
    comma = next((k for k, t in enumerate(tokens[:5]) if t.text == ","), None)
    if comma is None or comma == 0 or comma + 2 >= len(tokens):
        return
    addressed, first = tokens[comma - 1], tokens[0]
    if addressed.dep != "nsubj" or addressed.head.i < tokens[comma].i or not (addressed.lower in _ADDRESSED and (comma == 1 or first.lower.rstrip(".") in _STYLED)):
        return
    if any(c.dep == "nsubj" and c.i > tokens[comma].i for c in addressed.head.children):
        addressed.dep = "dep"  # "Colleagues, the army has ...": two subjects
        return
    subject = next((c for c in addressed.children if c.dep == "appos" and c.i > tokens[comma].i), None)
    if subject is None or any(t.text == "," and t.i > subject.subtree()[-1].i for t in tokens[: addressed.head.i - first.i]):
        return  # "Mr Speaker, John Roe, said"
    verb = addressed.head
    subject.reattach(verb, "nsubj")
    addressed.reattach(verb, "dep")


_ADDRESSED = word_list("mislaid.addressed")
_STYLED = word_list("mislaid.styled")
