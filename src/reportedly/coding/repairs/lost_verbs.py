"""Lost verbs: verbs that the parser takes for a part of the noun phrase around them; a helper of complements.py.

Reads tokens; mends tags and heads in place. Each mend is a shape and says what it looks like.
"""

from __future__ import annotations

from collections.abc import Callable

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import FINITE
from reportedly.coding.repairs.base_forms import IRREGULAR
from reportedly.coding.repairs.mender import Mender
from reportedly.lexicons.word_lists import word_list

_RESTRAINTS = word_list("lost_verbs.restraints")
_BURST = word_list("lost_verbs.intransitive")
_UNCHANGED = frozenset({"quit", "cut", "hit", "shut", "split"})  # pasts that look like nouns
_TITLED = word_list("lost_verbs.titled")
LOST = {form: IRREGULAR[form] for form in ("overran", "retook", "overthrew")} | {"besieged": "besiege", "stormed": "storm"}  # forms that the tagger takes for names


def menders() -> tuple[Mender, ...]:
    """Return what makes a verb of what stands before a noun as if it described or named it: alternatives for complements.py."""
    return (
        Mender(_mend_joined_before_noun, deps="amod compound", tags="VBD", when=lambda t: t.head.dep == "conj" and t.head.pos == "NOUN" and t.head.head.tag == "VBD" and t.head.i > t.i),
        Mender(_mend_second_infinitive, deps="compound", tags="VB", when=lambda t: t.head.dep == "conj" and t.head.i > t.i and t.head.head.dep == "dobj"),
        Mender(_mend_verb_with_subject, deps="amod", tags="VBD VBN", when=lambda t: t.head.dep == "ROOT" and t.head.pos in ("NOUN", "PROPN") and _is_behind(t.child("nsubj"), t)),
        Mender(_mend_verb_between, deps="amod", tags="VBN", when=lambda t: t.head.dep == "ROOT" and t.head.pos == "NOUN" and t.head.i > t.i),
        Mender(_mend_who_meets, deps="compound", when=lambda t: t.head.tag == "VBG" and t.head.pos == "VERB" and t.head.i == t.i + 1),
        Mender(lambda verb: _mend_named_verb(verb, LOST[verb.lower], "VBD"), deps="compound", parts="PROPN", words=LOST, when=lambda t: t.head.i > t.i),
        Mender(_mend_titled, deps="compound", parts="PROPN NOUN", words=_TITLED, when=_is_alone),
    )


def _is_behind(who: Token | None, verb: Token) -> bool:
    """Whether a verb stands between its subject and the noun it was hung on."""
    return who is not None and who.i < verb.i < verb.head.i


def _is_alone(verb: Token) -> bool:
    return not any(t.tag in FINITE for t in verb.sent.tokens)


def _mend_who_meets(who: Token) -> None:
    """Make the subject of "[Premier] meeting with envoy"."""
    who.dep = "nsubj"


def _mend_titled(verb: Token) -> None:
    """Make the verb of "Amnesty [Condemns] the Expulsion of Jana Novak", "Foreign Office [summons] ambassador", which capitals or a plural hide."""
    lemma, tag = (verb.lower.removesuffix("s"), "VBZ") if verb.lower.endswith("s") else (verb.lower, "VBP")
    if verb.dep == "ROOT" and (who := verb.child("nsubj") or next((c for c in verb.children if c.dep in ("compound", "nmod") and c.i == verb.i - 1), None)) is not None:
        thing = next((c for c in verb.children if c.dep in ("dobj", "npadvmod", "appos") and c.i > verb.i), None)
        if thing is None:
            return
        verb.pos, verb.tag, verb.lemma = "VERB", tag, lemma
        who.dep, thing.dep = "nsubj", "dobj"
        return
    if verb.head.i > verb.i:
        _mend_named_verb(verb, lemma, tag)


def mend_noun_behind_that(noun: Token) -> None:
    """Make the verb of "denied that his army [finances] and trains the rebels", which the tagger takes for a noun beside a verb that shares its object."""
    who = next((c for c in noun.children if c.dep == "compound" and c.i == noun.i - 1), None)
    twin = next((c for c in noun.children if c.dep == "conj" and c.tag == "VBZ"), None)
    if who is None or twin is None or noun.child("mark") is None:
        return
    noun.pos, noun.tag = "VERB", "VBZ"
    noun.give_before(who, "det", "poss", "amod", "compound")
    who.reattach(noun, "nsubj")


def mend_taken_for_noun(verb: Token) -> None:
    """Make the main verb of "General Toure [overthrew] elected President Ana Keita", which the tagger takes for a noun and the name before it for a part of that."""
    who = next((c for c in verb.children if c.dep == "compound" and c.i == verb.i - 1), None)
    words = verb.sent.tokens
    whom = next((t for t in words[verb.i + 1 - words[0].i :][:6] if t.pos in ("NOUN", "PROPN") and t.dep in ("appos", "oprd", "dobj")), None)
    if who is None or whom is None or any(t.tag in FINITE for t in words):
        return
    root, above = verb.sent.root, whom.head
    verb.pos, verb.tag, verb.lemma = "VERB", "VBD", LOST[verb.lower]
    if root is not verb:
        verb.reattach(verb, "ROOT")
        who.reattach(root, "appos")  # "army chief [Idris Toure] overthrew"
        root.reattach(verb, "nsubj")
        root.give_after(verb)
    else:
        who.reattach(verb, "nsubj")
    whom.reattach(verb, "dobj")
    if above.tag == "VBN" and above.dep == "acl":
        above.reattach(whom, "amod")  # "overthrew [elected] President Ana Keita"


def mend_thanks(word: Token) -> None:
    """Make a verb of "The Union [thanks] Chad and Niger for sheltering them", which the parser takes for a noun or a preposition."""
    if word.dep == "prep" and word.head.dep == "ROOT" and word.head.i == word.i - 1 and word.head.pos in ("NOUN", "PROPN") and (thanked := word.child("dobj", "pobj")) is not None and thanked.i > word.i:
        thanker = word.head
        word.become_root()
        thanker.reattach(word, "nsubj")
        thanked.reattach(word, "dobj")
        _give_clause(word, thanked)
        word.pos, word.tag, word.lemma = "VERB", "VBZ", "thank"
        return
    whom = word.child("npadvmod", "dobj") if word.dep == "ROOT" else word.head
    if word.dep == "ROOT" and (who := word.child("nsubj")) is not None and whom is not None and who.i < word.i < whom.i:
        whom.dep = "dobj"
    elif word.dep == "compound" and whom is not None and whom.dep == "appos" and whom.head.dep == "ROOT" and whom.head.i == word.i - 1:
        who = whom.head
        word.reattach(who, "dep")
        word.become_root()
        who.reattach(word, "nsubj")
        whom.reattach(word, "dobj")
        _give_clause(word, whom)
    else:
        return
    word.pos, word.tag, word.lemma = "VERB", "VBZ", "thank"


def _give_clause(verb: Token, thing: Token) -> None:
    """Hang a relative clause that went with a mended verb on its object: "thanks Chad, which [shelters] them"."""
    if (clause := verb.child("relcl")) is not None:
        clause.reattach(thing, "relcl")


def _mend_joined_before_noun(verb: Token) -> None:
    """Make a second verb of "rose to fame and in 2006 [swore] loyalty to the emir", taken for a word that names the loyalty."""
    noun, above = verb.head, verb.head.head
    noun.give_before(verb, "prep", "advmod", "npadvmod", "punct")
    verb.reattach(above, "conj")
    noun.reattach(verb, "dobj")


def _mend_second_infinitive(verb: Token) -> None:
    """Make a second verb of "to halt attacks and [cease] hostilities", taken for a word about the hostilities."""
    noun, first = verb.head, verb.head.head
    cc = first.child("cc")
    if cc is None or cc.i + 1 != verb.i or first.head.tag not in ("VB", "VBP"):
        return
    noun.give_before(verb, "prep", "advmod", "punct")
    verb.reattach(first.head, "conj")
    cc.reattach(first.head, "cc")
    noun.reattach(verb, "dobj")


def mend_targeting(root: Token) -> bool:
    """Make the verb of "The sanctions [target] persons linked to the raid", which the parser reads as one noun phrase; say whether it did."""
    tokens, start = root.sent.tokens, root.sent.tokens[0].i
    verb = next((t for t in root.subtree() if t.lower == "target" and t.tag == "NN" and t.dep == "compound" and t.head.tag == "NNS" and t.head in (root, *root.children)), None)
    subject = tokens[verb.i - 1 - start] if verb is not None and verb.i > start else None
    if verb is None or subject is None or subject.tag != "NNS" or subject.lemma not in _RESTRAINTS:
        return False
    thing = verb.head
    verb.pos, verb.tag = "VERB", "VBP"
    verb.become_root()
    for child in [c for c in (*thing.children, *root.children) if c not in (subject, thing, verb)]:
        if child.i < subject.i:
            child.reattach(subject, child.dep)
        elif child.dep == "punct" and child.text in ".!?":
            child.reattach(verb, "punct")
    subject.reattach(verb, "nsubj")
    thing.reattach(verb, "dobj")
    return True


def mend_only_verb(noun: Token, verb_of: Callable[[str], str | None]) -> None:
    """Make the main verb of "The Taliban [relaxed] rules for women.", all of which the parser reads as one noun phrase. ``verb_of``: the verb of the lexicons a word is the past of."""
    words = noun.sent.tokens
    if noun.lower in _TITLED and not any(t.tag in FINITE for t in words):
        _mend_titled(noun)
        return
    if noun.lower in _UNCHANGED and (who := noun.child("nsubj")) is not None and who.i < noun.i and noun.child("det", "amod", "compound", "poss", "cop") is None:
        noun.pos, noun.tag, noun.lemma = "VERB", "VBD", noun.lower  # "The entire cabinet [quit] on Sunday"
        return
    if words[-1].text != "." or noun.sent.block.kind != "paragraph" or any(t.tag in FINITE for t in words):
        return
    inside = (noun, *(g for c in noun.children if c.dep == "prep" for g in c.children if g.dep == "pobj"))  # "Envoys from six nations [gathered] in Lima."
    if (burst := next((c for n in inside for c in n.children if c.dep == "acl" and c.lower in _BURST and c.i == n.i + 1), None)) is not None:
        burst.tag = "VBD"
        burst.become_root()
        noun.reattach(burst, "nsubj")  # "A bomb [detonated] at the gate."
        return
    if noun.pos == "NOUN" and (thing := next((c for c in noun.children if c.dep == "appos"), None)) is not None:
        _mend_verb_before_apposition(noun, thing, verb_of)
        return
    act = next((c for c in noun.children if c.dep == "amod" and c.i < noun.i and c.lower.endswith("ed")), None)
    who = next((c for c in noun.children if act is not None and c.i == act.i - 1 and c.dep in ("compound", "nmod", "npadvmod") and (c.pos == "PROPN" or c.tag == "NNS")), None)
    lemma = verb_of(act.lower) if act is not None else None
    if act is None or who is None or lemma is None or words[0].pos in ("ADP", "SCONJ"):
        return
    act.pos, act.tag, act.lemma = "VERB", "VBD", lemma
    before = [c for c in noun.children if c.i < who.i]
    act.reattach(act, "ROOT")
    for child in before:
        child.reattach(who, child.dep)
    who.reattach(act, "nsubj")
    for child in [c for c in noun.children if c.dep == "punct" and c.text == "."]:
        child.reattach(act, "punct")
    noun.reattach(act, "dobj")


def _mend_verb_before_apposition(noun: Token, thing: Token, verb_of: Callable[[str], str | None]) -> None:
    """Make the main verb of "Nurses in Harare [downed] tools.", which the parser reads as a noun and what else it is called."""
    act = thing.subtree()[0]
    lemma = verb_of(act.lower) if act.head is thing and act.dep == "amod" and act.tag in ("VBN", "VBD") else None
    last = noun.sent.tokens[act.i - 1 - noun.sent.tokens[0].i]
    if lemma is None or noun.tag != "NNS" or act.i <= noun.i or last.pos == "PUNCT":
        return
    act.tag, act.lemma = "VBD", lemma
    act.reattach(act, "ROOT")
    for child in [c for c in noun.children if c.dep == "punct" and c.text == "."]:
        child.reattach(act, "punct")
    noun.reattach(act, "nsubj")
    thing.reattach(act, "dobj")


def _mend_verb_between(verb: Token) -> None:
    """Make the verb of "The envoy [voiced] concern about the raid", which the parser reads as one noun phrase."""
    thing, subject = verb.head, verb.child("npadvmod")
    the = next((c for c in (*thing.children, *(subject.children if subject is not None else ())) if c.dep == "det"), None)
    if subject is None or subject.i != verb.i - 1 or subject.tag not in ("NN", "NNP") or the is not verb.sent.tokens[0] or subject.i != the.i + 1:
        return
    the.reattach(subject, "det")
    verb.reattach(verb, "ROOT")
    verb.pos, verb.tag, subject.dep = "VERB", "VBD", "nsubj"
    thing.reattach(verb, "dobj")
    for child in [c for c in thing.children if c.dep == "punct" and c.text in ".!?"]:
        child.reattach(verb, "punct")


def _mend_verb_with_subject(verb: Token) -> None:
    """Make the main verb of "The chancellor [hosted] union leaders", which the parser hangs on its object with its subject."""
    thing = verb.head
    verb.tag = "VBD"
    verb.reattach(verb, "ROOT")
    for child in [c for c in thing.children if c.i < verb.i or (c.dep == "punct" and c.text in ".!?")]:
        child.reattach(verb, child.dep)
    thing.reattach(verb, "dobj")


def _mend_named_verb(verb: Token, lemma: str, tag: str) -> None:
    """Make a verb of "Rebels [overran] Gao and killed two", which the parser takes for part of a name."""
    thing = verb.head
    subject = next((c for n in (thing, verb) for c in n.children if c.dep == "compound" and c.i == verb.i - 1), None)
    if subject is None or thing.dep not in ("nsubj", "ROOT", "dobj", "appos", "conj"):
        return
    above = thing.head
    verb.pos, verb.tag, verb.lemma = "VERB", tag, lemma
    thing.children.remove(verb)
    verb.head = verb
    if above is thing:
        verb.dep = "ROOT"
    elif thing.dep == "nsubj" and above.pos == "VERB":
        above.children.remove(thing)
        if above.head is above:
            verb.dep = "ROOT"
        else:
            verb.reattach(above.head, above.dep)
            above.head.children.remove(above)
        above.head = above
        above.reattach(verb, "conj")
    else:
        above.children.remove(thing)
        verb.reattach(above, "conj")
    thing.head = thing
    subject.reattach(verb, "nsubj")
    thing.give_before(subject, "det", "amod", "compound")
    thing.reattach(verb, "dobj")
