"""Garden paths: a participle that the parser takes for the verb of a clause, or the verb for a participle: "said that troops [deployed to Borno] killed nine"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import FINITE, has_to, is_after_comma, is_time, leftmost, subject_role
from reportedly.coding.grammar.syntax import NOMINAL_SUBJECTS as _SUBJECTS
from reportedly.coding.repairs.mender import Mender
from reportedly.coding.repairs.particles import mend_off
from reportedly.lexicons.word_lists import word_list

_SAYING = word_list("saying")
_ADDRESSING = word_list("addressing")
_THINKING = word_list("thinking")


def menders() -> tuple[Mender, ...]:
    """Return what mends a clause whose first participle the parser takes for its verb."""
    return (
        Mender(_mend_participle_aside, deps="ccomp parataxis", tags="VBD VBN", when=lambda t: t.head.i > t.i, among=True),
        Mender(_mend_sent_before, deps="ccomp", tags="VBD", when=lambda t: t.head.i < t.i, among=True),
        Mender(_mend_parted_by_speaker, tags="VBD VBZ", lemmas=_SAYING),
        Mender(_mend_clause_as_subject, deps="nsubj nsubjpass", tags="VBD VBN", when=lambda t: t.head.i > t.i),
        Mender(_mend_opening_aside, deps="ROOT", tags="VBN VBD", among=True),
        Mender(_mend_believed, parts="VERB", lemmas=_THINKING, among=True),
    )


def _mend_participle_aside(verb: Token, tokens: Sequence[Token]) -> None:
    """Make one clause of "The officer, [found guilty of fraud], was dismissed", "The band, [said to be armed], fled", where the parser makes two of it and leaves the second without a subject."""
    noun, main = verb.child("nsubj"), verb.head
    if tokens[verb.i - 1].text == ",":
        _mend_off(verb)
    if noun is None or main.child(*_SUBJECTS) is not None or (main.child("auxpass", "aux") is None and verb.lemma not in _ADDRESSING and not any(c.dep == "xcomp" and has_to(c) and c.children[0].i == verb.i + 1 for c in verb.children)) or tokens[verb.i - 1].text != "," or any(c.dep in ("aux", "auxpass", "mark") for c in verb.children) or verb.child("dobj") is not None:
        return
    if noun.subtree()[-1].i > verb.i or not any(c.text == "," and verb.i < c.i < main.i for c in (*main.children, *verb.children)):
        return
    noun.reattach(main, subject_role(main))
    verb.reattach(noun, "acl")
    verb.tag = "VBN"


def _mend_sent_before(verb: Token, tokens: Sequence[Token]) -> None:
    """Make one clause of "said that troops [deployed to Borno] killed nine", where the parser makes two of it and leaves the second without a subject."""
    first = next((c for c in verb.head.children if c.dep == "ccomp" and verb.head.i < c.i < verb.i), None)
    doer = first.child("nsubj", "nsubjpass") if first is not None else None
    if first is None or doer is None or first.tag not in ("VBD", "VBN") or doer.i > first.i or doer.pos not in ("NOUN", "PROPN") or verb.child(*_SUBJECTS, "mark") is not None:
        return
    if first.child("dobj", "xcomp", "ccomp", "aux", "conj") is not None or any(t.text == "," or t.dep == "cc" for t in tokens[first.i : verb.i]):
        return
    doer.reattach(verb, subject_role(verb))
    if (mark := first.child("mark")) is not None:
        mark.reattach(verb, "mark")
    first.reattach(doer, "acl")
    first.tag = "VBN"


def _mend_parted_by_speaker(said: Token) -> None:
    """Give "[Peru], the court said in a ruling, broke the pact" its subject back, which who says so parts from its verb."""
    teller = said.child("nsubj")
    noun = next((c for c in said.children if c.dep in ("dep", "nsubj", "npadvmod", "advcl") and teller is not None and c.i < teller.i and c is not teller and c.pos in ("NOUN", "PROPN") and not is_time(c)), None)
    told = next((c for c in said.children if c.dep in ("ccomp", "conj") and c.i > said.i and c.tag in (*FINITE, "VBN") and c.child(*_SUBJECTS, "mark", "cc") is None), None)
    if noun is None or told is None or teller is None or leftmost(noun) is not said.sent.tokens[0] or not is_after_comma(leftmost(teller)) or not is_after_comma(leftmost(told)):
        return
    told.tag = "VBD" if told.tag == "VBN" and told.child("aux", "auxpass") is None else told.tag
    told.reattach(said, "ccomp")
    noun.reattach(told, subject_role(told))


def _mend_clause_as_subject(verb: Token) -> None:
    """Make one clause of "Pilots [shot down in May] were freed", where the parser makes a subject of the first half of it."""
    noun, main = verb.child("nsubj", "nsubjpass"), verb.head
    if noun is None or noun.i > verb.i or noun.pos not in ("NOUN", "PROPN") or main.tag not in FINITE | {"VBN"} or verb.child("aux", "auxpass", "mark", "dobj", "cc", "conj") is not None:
        return
    for child in [c for c in verb.children if c.i < noun.i]:
        child.reattach(noun, child.dep)
    noun.reattach(main, verb.dep)
    verb.reattach(noun, "acl")
    verb.tag = "VBN"


def _mend_opening_aside(verb: Token, tokens: Sequence[Token]) -> None:
    """Make a clause of its own of "The pilots, [shot down in May], walked home", "Pilots [shot down in May] were freed", where the parser takes it for the sentence and the sentence for what is joined to it."""
    noun = verb.child("nsubj")
    main = next((c for c in verb.children if c.dep == "conj" and (c.tag in ("VBD", "VBZ", "VBP") or c.child("auxpass") is not None) and c.i > verb.i), None)
    if noun is None or main is None or noun.i > verb.i or verb.child("aux", "auxpass", "cc", "mark") is not None or main.child(*_SUBJECTS) is not None:
        return
    apart = [tokens[verb.i - 1].text == ",", tokens[leftmost(main).i - 1].text == ","]
    if not (all(apart) and verb.tag == "VBN") and (any(apart) or main.child("auxpass") is None or verb.child("dobj") is not None):
        return
    main.become_root()
    noun.reattach(main, subject_role(main))
    verb.reattach(noun, "acl")
    verb.tag = "VBN"
    _mend_off(verb)


def _mend_off(verb: Token) -> None:
    off, place = verb.child("prt"), verb.child("dobj")
    if off is not None and place is not None and place.pos == "PROPN":
        mend_off(off)  # "The crew, [held off Aden], came home"


def _mend_believed(thought: Token, tokens: Sequence[Token]) -> None:
    """Make one clause of "Gunmen [believed to be herders] killed six", where the parser takes the herders for the subject."""
    if thought.i + 3 >= len(tokens) or tokens[thought.i + 1].lower != "to" or (being := tokens[thought.i + 2]).lower != "be":
        return
    doer = thought.child("nsubj", "nsubjpass")
    inside = [g for c in being.children if c.dep == "attr" for g in c.children if g.dep == "acl"]
    deed = next((t for t in (*thought.children, thought.head, *inside) if t is not thought and t.i > being.i + 1 and t.tag in ("VBD", "VBN") and t.child("dobj") is not None), None)
    if doer is None or doer.i != thought.i - 1 or deed is None or deed.child("aux") is not None or any(t.text == "," for t in tokens[thought.i : deed.i]):
        return
    what = next((c for v in (deed, being) for c in v.children if c.dep in (*_SUBJECTS, "attr") and being.i < c.i < deed.i), None)
    if what is None:
        return
    if deed in inside:
        deed.reattach(thought, "ccomp")
    if deed.head is thought and thought.dep == "ROOT":
        deed.become_root()
    elif deed.head is thought:
        deed.reattach(thought.head, thought.dep)
    doer.reattach(deed, "nsubj")
    thought.reattach(doer, "acl")
    thought.tag, deed.tag = "VBN", "VBD"
    being.reattach(thought, "xcomp")
    what.reattach(being, "attr")


def mend_reported_participle(noun: Token, tokens: Sequence[Token]) -> None:
    """Make the clause of "The armies [disengaged] from the lake, the ministry said", whose verb the parser takes for a participle of a second subject."""
    verb = noun.head
    told = next((c for c in noun.children if c.dep == "acl" and c.tag in ("VBN", "VBD")), None)
    speaker = next((c for c in verb.children if c.dep in _SUBJECTS and c.i > noun.i), None)
    if told is None or speaker is None or verb.lemma not in _SAYING or noun.dep not in _SUBJECTS or told.child("agent") is not None or tokens[leftmost(speaker).i - 1].text != ",":
        return
    told.reattach(verb, "ccomp")
    noun.reattach(told, "nsubj")


def mend_told_aside(said: Token, tokens: Sequence[Token]) -> None:
    """Give "said masked [men], armed with sticks, attacked the marchers" the clause it reports, which the parser takes apart."""
    noun = next((c for c in said.children if c.i > said.i and c.dep in ("dobj", "nsubj") and c.pos in ("NOUN", "PROPN")), None)
    if noun is None or noun.i + 2 >= len(tokens) or tokens[noun.i + 1].text != "," or (aside := tokens[noun.i + 2]).tag not in ("VBN", "VBG"):
        return
    told = next((c for t in (said, aside) for c in t.children if c.i > aside.i and c.tag in (*FINITE, "VBN") and c.dep in ("ccomp", "conj", "dep") and c.child(*_SUBJECTS) is None), None)
    if told is None or tokens[min(c.i for c in (told, *told.children) if c is told or c.dep in ("aux", "auxpass", "advmod", "neg")) - 1].text != ",":
        return
    told.reattach(said, "ccomp")
    told.tag = "VBD" if told.tag == "VBN" and told.child("aux", "auxpass") is None else told.tag
    aside.reattach(noun, "acl")
    noun.reattach(told, subject_role(told))


def mend_first_of_two(said: Token, tokens: Sequence[Token]) -> None:
    """Make the first of two verbs of "France, which has troops there, [called] on both to stop and said ...", which the parser takes for what is said of France."""
    noun, verb = said.head, said.head.head
    clause = noun.child("relcl")
    cc = next((c for c in noun.children if c.dep == "cc" and c.i > said.i), None)
    if cc is not None and cc.lower in ("but", "and") and tokens[cc.i - 1].text == "," and any(c.dep in _SUBJECTS and c.i > cc.i for c in verb.children) and said.child("auxpass", "agent", "nsubj") is None:
        _part_clauses(noun, said, cc)  # "A truce [led] to talks, but when shells fell, the rebels refused"
        return
    if clause is None or cc is None or not clause.i < said.i < cc.i < verb.i or cc.i != verb.i - 1 or tokens[leftmost(said).i - 1].text != "," or said.child("auxpass", "agent", "nsubj") is not None:
        return
    _part_clauses(noun, said, cc)


def _part_clauses(noun: Token, first: Token, cc: Token) -> None:
    """Make the first of two verbs one with the noun as its subject, to which the other is joined."""
    second = noun.head
    later = [c for c in second.children if c.i > cc.i]
    first.become_root()
    noun.reattach(first, noun.dep)
    for child in later:
        child.reattach(second, child.dep)
    cc.reattach(first, "cc")
    second.reattach(first, "conj")
    first.tag = "VBD"
