"""Complements: what a verb takes, where the parser gave a complement another part; a helper of repair.py.

Reads tokens; mends tags and heads in place. Each mend is a shape and says what it looks like.
"""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.lost_verbs import mend_lost_verb
from reportedly.coding.syntax import INTENTS, SENDINGS, is_verb
from reportedly.lexicons.word_lists import word_list

_IMPOSING = word_list("complements.imposing")
_CALLING = word_list("calling_names")
_NAMING = _CALLING | frozenset("declare designate name proclaim pronounce elect appoint rule".split())
_NEVER_ALONE = word_list("complements.never_alone")
_BIDDING = _NEVER_ALONE | frozenset("warn ask allow invite command require oblige sentence summon permit".split())
_GIVING = word_list("giving")
_HEARSAY = word_list("hearsay_nouns")
_OF_ACTS = word_list("complements.of_acts")
_SPANS = frozenset({"minute", "hour", "day", "week", "month"})
_TIMES = _SPANS | frozenset("second year decade century time night morning evening afternoon weekend mile kilometre kilometer metre meter percent per cent point".split())


def mend_complement(token: Token) -> None:
    """Mend what a verb's complement is to it."""
    verb = token.head
    if token.tag == "VB" and token.lower == "police" and token.dep in ("xcomp", "advcl"):
        _mend_police(token)
    if token.tag == "VB" and verb.lemma in _BIDDING:
        _mend_bidden(token)
    if token.dep == "ccomp":
        _mend_clause(token, verb)
        _mend_day_after(token)
    elif token.dep == "dobj" and token.tag == "VBZ" and token.child("nsubj", "dobj", "aux") is None:
        token.pos, token.tag = "NOUN", "NNS"  # "dismissed [reports] that"
    elif token.dep == "dobj" and verb.lemma in _CALLING and verb.dep == "relcl" and token.i > verb.i:
        if any(c.dep == "dobj" and c.tag in ("WDT", "WP") and c.i < verb.i for c in verb.children) and any(c.lower in ("a", "an", "another") for c in token.children):
            token.dep = "oprd"  # "a step which the opposition called [a declaration] of war"
    elif token.dep == "dobj" and verb.lemma in _NAMING and token.i > verb.i and (named := token.child("nsubj")) is not None and named.i > verb.i:
        token.dep = "oprd"  # "declared a charity a foreign [agent]"
        named.reattach(verb, "dobj")
    elif token.dep == "pobj" and verb.dep == "mark":
        clause = verb.head
        if clause.tag in ("VBD", "VBZ", "VBP") and token.i < clause.i and clause.child("nsubj", "nsubjpass", "csubj", "expl") is None:
            token.reattach(clause, "nsubj")  # "since [the union], a group of miners, started a strike"
    elif token.dep == "oprd":
        if verb.lemma == "call" and token.i > verb.i:
            _mend_called(token)
    elif token.dep == "appos":
        opens = token.subtree()[0]
        if verb.dep == "dobj" and verb.head.lemma in _NAMING and opens.lower in ("a", "an", "another") and token.sent.tokens[opens.i - 1 - token.sent.tokens[0].i].pos != "PUNCT":
            token.reattach(verb.head, "oprd")  # "called the withdrawal a sham"
    elif token.dep == "advcl" and token.tag == "VBG":
        if (particle := verb.child("prt")) is not None and token.i == particle.i + 1 and verb.child("dobj") is None:
            token.dep = "xcomp"  # "ruled out [extraditing] him"
    elif token.dep == "advcl" and token.tag == "VB" and verb.i < token.i:
        _mend_intent(token)
    elif token.dep in ("acl", "relcl") and token.tag == "VB" and verb.lemma == "call" and is_verb(verb):
        token.dep = "xcomp"  # "The chief called Lund [to thank] her", in which the parser saw no main verb
    elif token.dep in ("npadvmod", "dobj") and token.lemma in _SPANS and verb.lemma == "give":
        _mend_deadline(token)
    elif token.dep == "nmod" and verb.dep == "dobj" and verb.head.lemma in _GIVING:
        _mend_given(token)
    elif token.dep in ("amod", "compound"):
        if token.lower in _OF_ACTS and verb.dep == "compound" and verb.head.i > verb.i:
            token.reattach(verb.head, "amod")  # "the [deadly] embassy bombings": no deadly embassy
        else:
            mend_lost_verb(token)
    if (token.lemma == "justice" and verb.lemma == "bring" and token.dep in ("xcomp", "ccomp", "advcl", "dobj")) or (token.tag == "NNS" and token.dep == "xcomp" and token.pos == "NOUN"):
        _mend_no_infinitive(token)


def _mend_clause(token: Token, verb: Token) -> None:
    """Mend a clause that is what somebody says, wants or demands."""
    if token.tag == "NN" and verb.pos == "VERB" and token.child("nsubj") is not None and token.child("det", "poss", "amod", "cop") is None and any(c.dep == "mark" and c.lower == "that" for c in token.children):
        token.pos, token.tag, token.lemma = "VERB", "VB", token.lower  # "demanded that the premier [resign]"
    if verb.tag == "VBN" and verb.dep == "acl" and verb.head.lemma in _HEARSAY and any(c.dep == "mark" and c.lower == "that" for c in token.children):
        token.reattach(verb.head, "acl")  # "denied reports spread by outlets [that it had fired him]"
    if token.tag == "VBZ" and verb.lemma in _IMPOSING:
        _mend_plural(token)
    if token.tag == "VBP" and verb.pos == "VERB" and verb.i < token.i:
        _mend_noun(token)
    elif token.tag == "VBD" and verb.lemma == "want":
        _mend_wanted(token)


def _mend_day_after(verb: Token) -> None:
    """Make a time of "declared the group a terrorist band, a day [after] six people were killed", whose object the parser takes for a subject."""
    mark = next((c for c in verb.children if c.dep == "mark" and c.lower in ("after", "before")), None)
    if mark is None or verb.head.i > mark.i or not any(c.dep == "npadvmod" and c.i == mark.i - 1 for c in verb.children):
        return
    verb.dep = "advcl"
    if verb.child("nsubj", "nsubjpass") is None or verb.head.child("dobj") is not None:
        return
    for child in [c for c in verb.children if c.dep in ("nsubj", "nsubjpass") and c.i < mark.i]:
        for inner in [c for c in child.children if c.dep == "nsubj" and c.i > verb.head.i]:
            inner.reattach(verb.head, "dobj")
        child.reattach(verb.head, "dobj" if verb.head.child("dobj") is None else "oprd")


def _mend_no_infinitive(word: Token) -> None:
    """Make a phrase of "brought [to justice] the murderers of the nuns", "agreed [to talks]", which the parser takes for an infinitive."""
    to, verb = next((c for c in word.children if c.lower == "to" and c.i == word.i - 1), None), word.head
    if to is None:
        return
    for child in [c for c in word.children if c is not to and c.i > word.i and word.tag != "NNS"]:
        child.reattach(verb, child.dep)
    to.reattach(verb, "prep")
    to.pos, to.tag = "ADP", "IN"
    word.reattach(to, "pobj")
    word.pos, word.tag = "NOUN", word.tag if word.tag == "NNS" else "NN"


def mend_late_object(verb: Token) -> None:
    """Make an object of what stands after the day: "sent to Chad last month [nine trucks]", "delivered on Monday [two boats]", "released on Sunday [four nuns]"."""
    if verb.child("dobj", "ccomp", "xcomp", "auxpass") is not None:
        return
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep == "npadvmod" and child.tag in ("NNS", "NN") and child.lemma not in _TIMES and any(c.dep == "nummod" or c.lower in ("a", "an", "several", "some") for c in child.children):
            before = verb.sent.tokens[child.subtree()[0].i - 1 - verb.sent.tokens[0].i]
            if _is_day(before):
                child.reattach(verb, "dobj")
                return
        if child.dep == "prep" and child.lower == "on" and (noun := next((c for c in child.children if c.dep == "pobj" and c.tag in ("NNS", "NN") and not _is_day(c)), None)) is not None:
            day = next((c for c in (*child.children, *noun.children) if c is not noun and c.i < noun.i and _is_day(c)), None)
            if day is None or noun.lemma in _TIMES or day.dep not in ("pobj", "nmod", "compound"):
                continue
            for number in [c for c in day.children if c.dep == "nummod" and c.i > day.i]:
                number.reattach(noun, "nummod")
            day.reattach(child, "pobj")
            noun.reattach(verb, "dobj")
            return


def _is_day(token: Token) -> bool:
    return token.ent is not None and token.ent.label in ("DATE", "TIME") and token.tag in ("NNP", "NN")


def _mend_intent(deed: Token) -> None:
    """Hang "to treat" on what is offered, not on who welcomes it: "welcomed the offer of the clinic [to treat] them"."""
    noun = deed.head.child("dobj")
    to = next((c for c in deed.children if c.tag == "TO"), None)
    if noun is not None and to is not None and noun.lemma in INTENTS | SENDINGS and noun.subtree()[-1].i == to.i - 1:
        deed.reattach(noun, "acl")


def _mend_bidden(deed: Token) -> None:
    """Make a passive of "Residents [told] to leave": nobody is told, urged or ordered in the active without saying who."""
    verb = deed.head
    subject = verb.child("nsubj")
    if verb.tag not in ("VBD", "VBN") or subject is None or subject.i > verb.i or verb.child("dobj", "dative", "aux", "auxpass") is not None:
        return
    if not any(c.tag == "TO" and c.i == verb.i + 1 for c in deed.children) or (verb.sent.block.kind != "headline" and verb.lemma not in _NEVER_ALONE):
        return
    verb.tag, subject.dep = "VBN", "nsubjpass"


def _mend_plural(word: Token) -> None:
    """Make a noun of "imposed asset [freezes] and travel bans", which the parser takes for a clause."""
    before, verb = word.child("nsubj"), word.head
    if before is None or before.tag != "NN" or before.i != word.i - 1 or before.i < verb.i or verb.child("dobj") is not None or any(c.dep in ("dobj", "aux", "mark", "xcomp", "ccomp", "prt") for c in word.children):
        return
    for child in list(before.children):
        child.reattach(word, child.dep)
    word.pos, word.tag, word.dep, before.dep = "NOUN", "NNS", "dobj", "compound"


def _mend_deadline(span: Token) -> None:
    """Make an object of "gave the miners [two days] to leave", and hang what they are to do on the verb."""
    verb = span.head
    if verb.child("dative") is None or span.i < verb.i or (span.dep == "npadvmod" and verb.child("dobj") is not None):
        return
    span.dep = "dobj"
    for deed in [c for c in span.children if c.dep in ("acl", "relcl") and any(g.tag == "TO" for g in c.children)]:
        deed.reattach(verb, "xcomp")


def _mend_given(who: Token) -> None:
    """Part "gave the island's [police] 12 boats", where the parser takes the receiver for a word of the gift."""
    gift, verb = who.head, who.head.head
    number = next((c for c in gift.children if c.dep == "nummod" and c.i > who.i), None)
    if number is None or number.subtree()[0].i != who.i + 1 or who.i < verb.i or verb.child("dative") is not None:
        return
    for child in [c for c in gift.children if c.i < who.i]:
        child.reattach(who, child.dep)
    who.reattach(verb, "dative")


def _mend_noun(word: Token) -> None:
    """Make a noun of "rejected the ceasefire [offer]", whose "subject" does not agree with it."""
    before, above = word.child("nsubj"), word.head
    if before is None or before.tag != "NN" or before.i != word.i - 1 or above.child("dobj") is not None or any(c.dep in ("dobj", "aux", "mark", "xcomp", "ccomp", "prt") for c in word.children):
        return
    if not any(c.dep in ("det", "poss") for c in before.children):
        return
    for child in [c for c in before.children if c.dep in ("det", "poss", "amod", "nummod")]:
        child.reattach(word, child.dep)
    word.pos, word.tag, word.dep, word.lemma, before.dep = "NOUN", "NN", "dobj", word.lower, "compound"


def _mend_wanted(verb: Token) -> None:
    """Make a passive of "wants the mayor [sacked]"."""
    subject = verb.child("nsubj")
    if subject is not None and not any(c.dep in ("mark", "aux", "dobj") for c in verb.children):
        verb.tag, subject.dep = "VBN", "nsubjpass"


def _mend_called(person: Token) -> None:
    """Make an object of "called the [king] to thank him": nobody else is there to be called a king."""
    verb = person.head
    if person.pos in ("NOUN", "PROPN") and verb.child("dobj", "nsubjpass") is None and any(c.dep in ("advcl", "xcomp") and any(g.tag == "TO" for g in c.children) for c in verb.children):
        person.dep = "dobj"


def _mend_police(word: Token) -> None:
    """Make a noun of "surrendered to [police]", which the parser takes for an infinitive."""
    to = next((c for c in word.children if c.tag == "TO"), None)
    if to is None or word.child("dobj", "prep") is not None:
        return
    verb = word.head
    word.pos, word.tag = "NOUN", "NNS"
    to.tag, to.pos = "IN", "ADP"
    to.reattach(verb, "prep")
    word.reattach(to, "pobj")
