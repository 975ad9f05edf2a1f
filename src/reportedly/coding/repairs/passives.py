"""Passives that leave the auxiliary out, and participles taken for one that act themselves."""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import NOMINAL_SUBJECTS as _SUBJECTS
from reportedly.coding.grammar.syntax import ancestors, is_verb
from reportedly.coding.repairs.subjects import GIVING
from reportedly.lexicons.word_lists import word_list

_SAYING = word_list("saying")
_BY_ONESELF = word_list("by_oneself")
_ALSO_ALONE = word_list("passives.also_alone")
_PARTICLES = word_list("particle_verbs")
_CASUALTIES = word_list("casualties")
_IN_CROWDS = word_list("passives.in_crowds")
ANSWERING = frozenset({"refuse", "decline", "object", "resist", "accept"})
_COMPLEMENTS = frozenset({"dobj", "ccomp", "xcomp", "dative", "aux", "auxpass", "attr", "acomp", "oprd"})


def mend_bare_passive(verb: Token) -> None:
    """Make a passive of "Minister arrested in raid", "Editor charged with libel": headlines, and bare participles anywhere, leave the auxiliary out."""
    if any(c.dep in _COMPLEMENTS and not (c.dep == "ccomp" and c.i < verb.i) and not (c.lower == "dead" and c.i == verb.i + 1) for c in verb.children):
        return
    if any(c.dep == "npadvmod" and c.i == verb.i + 1 and any((o := by.child("pobj")) is not None and o.lemma == c.lemma for by in verb.children if by.lower == "by") for c in verb.children):
        verb.tag = "VBD"  # "trained side by side"
        return
    if verb.tag == "VBD" and verb.sent.block.kind != "headline" and not (verb.lemma == "charge" and any(c.lower == "with" for c in verb.children)):
        return
    alone = verb.child("nsubj") is None or verb.lemma in _BY_ONESELF or verb.lemma in _ALSO_ALONE  # but "40 have been killed and dozens [detained]"
    if (verb.dep == "conj" and alone and any(c.dep == "aux" for c in verb.head.children)) or verb.lemma in _IN_CROWDS:
        return  # "has shelled and attacked"; "thousands protested"
    if verb.sent.block.kind != "headline" and any(c.dep == "conj" and (c.tag == "VBD" or c.child("auxpass") is not None) and c.child(*_SUBJECTS) is None for c in verb.children):
        verb.tag = "VBD"  # "Police [arrested] and later released them": the finite verb beside it has the same subject
        return
    if (subject := verb.child("nsubj")) is not None and subject.i < verb.i:
        verb.tag, subject.dep = "VBN", "nsubjpass"


def mend_answer(verb: Token) -> None:
    """Make an act of one's own of "was asked to pay but [refused]", which the parser takes for a second passive."""
    first = verb.head
    if first.child("auxpass") is not None and verb.child("agent", "auxpass", *_SUBJECTS) is None and any(c.lower == "but" and c.i == verb.i - 1 for c in first.children):
        verb.tag = "VBD"


def mend_headline_clause(verb: Token) -> None:
    """Make a passive of "Agency halts convoys after drivers [flogged]": a headline leaves the auxiliary out."""
    subject = verb.child("nsubj")
    if subject is None or subject.i > verb.i or not any(c.dep in ("mark", "advmod") and c.lower in ("after", "as", "before", "over") and c.i < subject.i for c in verb.children):
        return
    if all(c is subject or c.dep in ("mark", "punct", "advmod") or (c.dep == "prep" and c.lower in ("in", "by", "from", "at")) for c in verb.children):
        verb.tag, subject.dep = "VBN", "nsubjpass"


def mend_with_clause(verb: Token) -> bool:
    """Make a passive of "Fighting spread, with 40 rebels [killed] and a post [burned]", and say whether it is such a clause: no auxiliary ever stands in one."""
    subject = verb.child("nsubj")
    opener = verb.head if verb.dep == "pcomp" else verb.child("mark", "prep")
    if subject is None or subject.i > verb.i or opener is None or opener.lower != "with" or opener.i > subject.i or verb.child(*_COMPLEMENTS) is not None:
        return False
    for harm in (verb, *(c for c in verb.children if c.dep == "conj" and c.tag in ("VBD", "VBN"))):
        if (whom := harm.child("nsubj")) is not None and harm.child("dobj", "aux") is None:
            harm.tag, whom.dep = "VBN", "nsubjpass"
    return True


def mend_second_with_clause(verb: Token, subject: Token) -> None:
    """Make a second clause of "With troops closing in on the capital and his [allies deserting] him, Kone fled", which the parser joins to the object of the first. ``subject``: the noun right before."""
    above = subject.head
    for _ in range(4):
        if above.dep == "pcomp" or above.head is above:
            break
        above = above.head
    opener = above.head
    if above.dep != "pcomp" or opener.lower != "with" or above.child("nsubj", "nsubjpass") is None or verb.child("nsubj", "nsubjpass", "aux", "auxpass") is not None or subject.child("cc", "conj") is not None:
        return
    if opener.head is verb:
        opener.reattach(verb.head, "prep")
    elif verb in ancestors(opener):
        return
    if (link := next((c for c in subject.head.children if c.dep == "cc" and c.i < subject.i), None)) is not None:
        link.reattach(above, "cc")
    verb.reattach(above, "conj")
    if verb.tag != "VBG" and verb.child("dobj") is None:
        verb.tag = "VBN"
    subject.reattach(verb, "nsubjpass" if verb.tag == "VBN" else "nsubj")


def mend_second_passive(verb: Token) -> None:
    """Make a passive of "was arrested in May and [released] in June", and of "were burned and nine men [abducted]"."""
    if verb.lemma in _BY_ONESELF or verb.head.tag != "VBN" or verb.head.child("auxpass") is None or any(c.dep in _COMPLEMENTS or (c.dep == "prt" and f"{verb.lemma} {c.lower}" not in _PARTICLES) for c in verb.children):
        return
    subject = verb.child(*_SUBJECTS)
    if subject is None:
        verb.tag = "VBN"
    elif subject.dep == "nsubj" and subject.i == verb.i - 1 and subject.pos == "NOUN" and verb.lemma not in _IN_CROWDS | _ALSO_ALONE:
        verb.tag, subject.dep = "VBN", "nsubjpass"


def mend_gapped_passive(verb: Token) -> None:
    """Make a second passive of "was seized by rebels and three clerks [arrested]": a bare participle at the end is no clause about a doer."""
    noun = verb.head
    if noun.dep == "conj" and noun.i != verb.i - 1:
        return
    last = next((c for c in (noun, *noun.children) if c.dep == "conj" and c.i == verb.i - 1 and c.pos == "NOUN"), None)
    first = last.head if last is not None else None
    if last is None or first is None or verb.children or first.head.dep != "agent" or verb.lemma in _BY_ONESELF:
        return
    above = first.head.head
    after = verb.sent.tokens[verb.i + 1 - verb.sent.tokens[0].i :][:1]
    if above.child("auxpass") is None or (after and after[0].dep != "punct"):
        return
    verb.reattach(above, "conj")
    last.reattach(verb, "nsubjpass")
    if (link := next((c for c in first.children if c.dep == "cc"), None)) is not None:
        link.reattach(above, "cc")


def mend_joined_passive(harm: Token) -> None:
    """Make a second passive of "22 people were killed and some 200 [wounded]", "was deposed and his ministers [jailed]", which the parser takes for a noun joined to the verb."""
    whom = harm.head
    if (first := _harm_before(harm)) is not None:
        harm.tag = "VBN"
        harm.reattach(first, "conj")
        whom.reattach(harm, "nsubjpass")
        return
    if harm.dep == "advcl":
        number = next((c for c in whom.children if c.dep == "conj" and c.tag == "CD" and c.i == harm.i - 1), None)  # "were detained and 17 [injured] as"
        if number is None:
            return
        whom = number
    if whom.dep == "conj" and whom.head.tag == "VBN" and whom.head.child("auxpass", "nsubjpass") is not None and harm.child("dobj", "aux", "auxpass") is None:
        harm.tag = "VBN"
        harm.reattach(whom.head, "conj")
        whom.reattach(harm, "nsubjpass")


def _harm_before(harm: Token) -> Token | None:
    """Return the verb that a headline's "Herder [killed], 3 wounded" begins with."""
    number = harm.head
    words = harm.sent.tokens
    at = harm.i - words[0].i
    if harm.dep != "acl" or harm.lemma not in _CASUALTIES or number.tag != "CD" or number.i != harm.i - 1 or at < 3 or words[at - 2].text != ",":
        return None
    first = words[at - 3]
    return first if first.lemma in _CASUALTIES and first.tag in ("VBN", "VBD") else None


def mend_reduced_active(verb: Token) -> None:
    """Make a clause of "Gunmen on motorcycles [killed 14 farmers], police said": a participle with an object of its own is no passive."""
    noun = verb.head
    if noun.dep == "pobj" and verb.tag == "VBN" and (aside := noun.head.head).dep == "acl" and aside.head.dep in ("ROOT", "dep", "ccomp") and verb.child("dobj") is not None and verb.child("agent") is None:
        noun = aside.head  # "A bomb planted on a bus [killed] five": not the bus did
        verb.reattach(noun, "acl")
        aside.give_after(verb, "cc", "conj")
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
        verb.reattach(above, "ccomp" if above.lemma in _SAYING else dep)
    noun.reattach(verb, "nsubj")


def _is_called_to(verb: Token) -> bool:
    """Whether somebody is called in order to say something, not called something: "called the king to apologise"."""
    return verb.lemma == "call" and any(g.tag == "TO" for c in verb.subtree() if c.i > verb.i and c.tag == "VB" for g in c.children)


def mend_including(word: Token) -> None:
    """Make doers of "was widely condemned, [including by] the pope"."""
    verb, by = word.head, next((c for c in word.children if c.lower == "by" and c.dep in ("prep", "agent")), None)
    if by is None or not is_verb(verb) or verb.child("auxpass") is None:
        return
    if (agent := verb.child("agent")) is not None and (first := agent.child("pobj")) is not None and (more := by.child("pobj")) is not None:
        more.reattach(first, "conj")
    elif agent is None:
        by.reattach(verb, "agent")
