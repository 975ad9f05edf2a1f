"""Complements: what a verb takes, where the parser gave a complement another part; a helper of repair.py.

Reads tokens; mends tags and heads in place. Each mend is a shape and says what it looks like.
"""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import INTENTS, SENDINGS, has_to, is_time, is_verb, leftmost, subject_role, token_after, token_before
from reportedly.coding.repairs import lost_verbs
from reportedly.coding.repairs.mender import Choice, Mender, Step
from reportedly.coding.repairs.paired import CALLS
from reportedly.lexicons.word_lists import word_list

_IMPOSING = word_list("complements.imposing")
_CALLING = word_list("calling_names")
_NAMING = _CALLING | word_list("complements.naming")
_THOUGHT = word_list("complements.thought")
_BINDING = word_list("complements.binding")
_NEVER_ALONE = word_list("complements.never_alone")
_BIDDING = _NEVER_ALONE | word_list("complements.bidding")
_GIVING = word_list("giving")
_HEARSAY = word_list("hearsay_nouns")
_TAKEN_UP = word_list("taken_up")
_ANSWERING = word_list("complements.answering")
_TELLING = word_list("complements.telling")
_OF_ACTS = word_list("complements.of_acts")
_OPENING_QUOTES = frozenset({'"', "\u201c", "\u2018", "``"})
_TELLING_THAT = word_list("complements.telling_that")
_SPANS = word_list("spans_of_time")
_TIMES = _SPANS | word_list("complements.measures")


def menders() -> tuple[Step, ...]:
    """Return what mends what a verb's complement is to it."""
    return (
        Mender(_mend_police, deps="xcomp advcl", tags="VB", words="police"),
        Mender(_mend_bidden, tags="VB", when=lambda t: t.head.lemma in _BIDDING),
        Mender(_mend_answered, deps="xcomp acl advcl relcl", tags="VB"),
        Mender(_mend_far_promise, deps="xcomp acl advcl relcl", tags="VB", when=has_to),
        Mender(_mend_taken_up, deps="relcl acl", tags="VBD VBN VBZ VBP", lemmas=_TAKEN_UP),
        Mender(_mend_told_clause, deps="relcl"),
        Choice(
            Mender(_mend_ccomp, deps="ccomp"),
            Mender(_mend_object, deps="dobj", when=lambda t: t.lemma not in _SPANS),
            Mender(_mend_in_clause, deps="pobj", when=lambda t: t.head.dep == "mark"),
            Mender(_mend_called, deps="oprd", when=lambda t: t.head.lemma == "call" and t.i > t.head.i),
            Mender(_mend_apposition, deps="appos"),
            Mender(_mend_ruled_out, deps="advcl", tags="VBG"),
            Mender(_mend_intent, deps="advcl", tags="VB", when=lambda t: t.head.i < t.i),
            Mender(_mend_called_to, deps="acl relcl", tags="VB", when=lambda t: t.head.lemma == "call" and is_verb(t.head)),
            Mender(_mend_deadline, deps="npadvmod dobj", lemmas=_SPANS, when=lambda t: t.head.lemma == "give"),
            Mender(_mend_given, deps="nmod", when=lambda t: t.head.dep == "dobj" and t.head.head.lemma in _GIVING),
            Mender(_mend_far_quality, deps="amod compound", words=_OF_ACTS, when=lambda t: t.head.dep == "compound" and t.head.head.i > t.head.i),
            *lost_verbs.menders(),
        ),
    )


def _has_bare_conjunct(verb: Token) -> bool:
    """Whether a further thing asked for is joined to who asks: "calls on the army to stop, [leave] and pay"."""
    return verb.tag != "VB" and any(c.dep == "conj" and c.tag == "VB" for c in verb.children)


def mend_asked_of(deed: Token) -> None:
    """Hang what is asked for on who is asked: "their call for the rebels [to leave]", "called on the people of the town [to leave]", "renewed its call on Chad [to leave]", "a house thought [to shelter] him"."""
    to, tokens, start = next((c for c in deed.children if c.tag == "TO"), None), deed.sent.tokens, deed.sent.tokens[0].i
    if to is None or to.i - start < 3 or deed.child("nsubj", "nsubjpass") is not None:
        return
    before = tokens[to.i - 1 - start]
    if before.tag == "VBN" and before.dep == "acl" and before.head is deed.head and before.lemma in _THOUGHT:
        deed.reattach(before, "xcomp")
        return
    asked = before
    for _ in range(4):
        prep = asked.head
        if asked.dep != "pobj" or (asked.subtree()[-1].i >= to.i + 1 and not any(t is deed for t in asked.subtree())):
            return
        if prep.lower == "for" and prep.head.lemma in CALLS and prep.head.pos == "NOUN":
            asked.reattach(deed, subject_role(deed))
            deed.reattach(prep, "pcomp")
            return
        if is_time(asked):
            return  # "called him on Monday to thank him"
        if prep.lower in ("on", "upon") and prep.head.lemma == "call" and prep.head.pos == "VERB" and prep.head.child("xcomp") is None and (deed.head is not prep.head or _has_bare_conjunct(prep.head)):
            deed.reattach(prep.head, "xcomp")
            return
        if prep.lower in ("on", "upon", "to") and prep.head.lemma in CALLS and prep.head.pos == "NOUN" and (prep.lower == "to") != (prep.head.lemma == "call"):
            deed.reattach(prep.head, "acl")
            return
        if prep.lower != "of":
            return
        asked = prep.head


def _mend_told_clause(clause: Token) -> None:
    """Make what is told of "told a council session that [fire must not be used]", "told the radio they had [heard] shots": a clause that lacks nothing is none about the session."""
    noun = clause.head
    if noun.dep != "dobj" or noun.head.lemma not in _TELLING:
        return
    that = next((c for c in clause.children if c.lower == "that" and c.dep in ("nsubj", "nsubjpass", "dobj", "mark") and c.i < clause.i), None)
    told = next((c for c in clause.children if c.dep in ("nsubj", "nsubjpass") and c.i < clause.i and c is not that), None)
    if told is None or (that is None and (told.tag != "PRP" or leftmost(clause) is not told or clause.child("dobj", "ccomp", "auxpass") is None)):
        return
    if that is not None:
        that.dep = "mark"
    clause.reattach(noun.head, "ccomp")


def _mend_taken_up(verb: Token) -> None:
    """Make a relative clause of what became of a word: "a demand [that the ministry has rejected]", "an offer [that] they refused"."""
    that = next((c for c in verb.children if c.lower == "that" and c.dep in ("mark", "dobj") and c.i < verb.i), None)
    if that is None or verb.child("nsubj") is None:
        return
    if not any(c.i > verb.i and c.dep in ("dobj", "ccomp", "xcomp", "prep") for c in verb.children):
        that.tag, that.dep, verb.dep = "WDT", "dobj", "relcl"


def _mend_told_name(name: Token) -> None:
    """Make a name of its own of "its leader, the tycoon [Jo Sy], was banned", which the parser makes one of "tycoon" alone."""
    noun = name.head
    if name.pos == "PROPN" and noun.pos == "NOUN" and noun.dep == "appos" and noun.head.pos == "NOUN" and noun.child("det") is not None and name.subtree()[0].i == noun.i + 1:
        name.reattach(noun.head, "appos")
        noun.reattach(name, "compound")


def _mend_whom(verb: Token) -> None:
    """Make a clause about somebody of "the cleric [Lima blames] for the raid", where the parser names him twice."""
    tokens, at = verb.sent.tokens, verb.i - verb.sent.tokens[0].i
    if verb.tag not in ("VBZ", "VBD") or at < 2 or verb.child("nsubj", "nsubjpass", "expl", "dobj", "mark") is not None:
        return
    state, noun = tokens[at - 1], tokens[at - 2]
    if state.pos == "PROPN" and state.dep == "appos" and state.head is noun and noun.pos == "NOUN" and noun.i < state.i:
        verb.reattach(noun, "relcl")
        state.reattach(verb, "nsubj")


def _mend_object(token: Token) -> None:
    """Mend what is taken for the object of a verb."""
    verb = token.head
    if token.tag == "VBZ" and token.child("nsubj", "dobj", "aux") is None:
        token.pos, token.tag = "NOUN", "NNS"  # "dismissed [reports] that"
    elif verb.lemma in _CALLING and verb.dep == "relcl" and token.i > verb.i:
        if any(c.dep == "dobj" and c.tag in ("WDT", "WP") and c.i < verb.i for c in verb.children) and any(c.lower in ("a", "an", "another") for c in token.children):
            token.dep = "oprd"  # "a step which the opposition called [a declaration] of war"
    elif verb.lemma in _NAMING and token.i > verb.i and (named := token.child("nsubj") or verb.child("dative")) is not None and verb.i < named.i < token.i:
        token.dep = "oprd"  # "declared a charity a foreign [agent]", "designated him a [terrorist]"
        named.reattach(verb, "dobj")


def _mend_far_promise(deed: Token) -> None:
    """Hang "vowed after being sworn in [to end] the siege" on what was vowed, which the parser hangs on what came before."""
    between = deed.head if is_verb(deed.head) else deed.head.head
    link = between.head
    verb = link.head
    if between.dep != "pcomp" or link.lower not in ("after", "upon", "on", "before", "following", "since", "while") or verb.lemma not in _BINDING or between.lemma in _BINDING or not verb.i < link.i < between.i < deed.i:
        return
    if not is_verb(verb) or verb.child("xcomp", "ccomp", "dobj", "auxpass") is not None or (deed.dep in ("acl", "relcl") and deed.head.dep != "dobj"):
        return
    deed.reattach(verb, "xcomp")


def _mend_ccomp(clause: Token) -> None:
    verb = clause.head
    _mend_whom(clause)
    _mend_clause(clause, verb)
    _mend_day_after(clause)


def _mend_in_clause(noun: Token) -> None:
    """Mend what the parser hangs on the word that begins a clause."""
    mark, clause = noun.head, noun.head.head
    if clause.tag in ("VBD", "VBZ", "VBP") and noun.i < clause.i and clause.child("nsubj", "nsubjpass", "csubj", "expl") is None:
        noun.reattach(clause, "nsubj")  # "since [the union], a group of miners, started a strike"
    elif clause.tag == "VB" and noun.i < clause.i and any(c.tag == "TO" and c.i > noun.i for c in clause.children) and clause.head.i < mark.i:
        mark.reattach(clause.head, "prep")  # "gave them [until noon] to go"


def _mend_apposition(token: Token) -> None:
    verb = token.head
    _mend_told_name(token)
    opens = token.subtree()[0]
    if verb.dep == "dobj" and verb.head.lemma in _NAMING and opens.lower in ("a", "an", "another") and ((mark := token.sent.tokens[opens.i - 1 - token.sent.tokens[0].i]).pos != "PUNCT" or mark.text in _OPENING_QUOTES):
        token.reattach(verb.head, "oprd")  # "called the withdrawal a sham", "called the envoy “a spy”"


def _mend_ruled_out(gerund: Token) -> None:
    """Make a complement of "ruled out [extraditing] him"."""
    if (particle := gerund.head.child("prt")) is not None and gerund.i == particle.i + 1 and gerund.head.child("dobj") is None:
        gerund.dep = "xcomp"


def _mend_called_to(deed: Token) -> None:
    """Make a complement of "The chief called Lund [to thank] her", in which the parser saw no main verb."""
    deed.dep = "xcomp"


def _mend_far_quality(quality: Token) -> None:
    """Hang on the acts what they are: "the [deadly] embassy bombings", no deadly embassy."""
    quality.reattach(quality.head.head, "amod")


def _mend_clause(token: Token, verb: Token) -> None:
    """Mend a clause that is what somebody says, wants or demands."""
    if token.tag == "NN" and verb.pos == "VERB" and token.child("nsubj") is not None and token.child("det", "poss", "amod", "cop") is None and any(c.dep == "mark" and c.lower == "that" for c in token.children):
        token.pos, token.tag, token.lemma = "VERB", "VB", token.lower  # "demanded that the premier [resign]"
    if verb.tag == "VBN" and verb.dep == "acl" and verb.head.lemma in _HEARSAY and any(c.dep == "mark" and c.lower == "that" for c in token.children):
        token.reattach(verb.head, "acl")  # "denied reports spread by outlets [that it had fired him]"
    if token.tag == "VBZ" and verb.lemma in _IMPOSING:
        _mend_plural(token)
    if (told := verb.child("dobj")) is not None and verb.i < told.i < token.i and verb.lemma in _TELLING_THAT and token.child("nsubj", "nsubjpass", "csubj", "expl", "mark") is None and (passive := token.child("auxpass")) is not None and passive.tag in ("VBD", "VBZ", "VBP") and told.pos in ("NOUN", "NUM", "PROPN"):
        told.reattach(token, "nsubjpass")  # "said [two of its soldiers], who serve abroad, were killed"
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


def _mend_second_plural(word: Token, first: Token, owner: Token) -> None:
    verb = word.head
    for child in [c for c in word.children if c is not first and c.dep in ("conj", "cc", "punct")]:
        child.reattach(verb, child.dep)
    first.reattach(verb, "dobj")
    word.reattach(first, "conj")
    owner.reattach(word, "compound")
    word.pos, word.tag = "NOUN", "NNS"


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
    return is_time(token) and token.tag in ("NNP", "NN")


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


def _mend_answered(deed: Token) -> None:
    """Make a noun of "response to [strike] on the consulate", which the parser takes for an infinitive."""
    to = next((c for c in deed.children if c.tag == "TO" and c.i == deed.i - 1), None)
    noun, after = token_before(to) if to is not None else None, token_after(deed)
    if to is None or noun is None or after is None or noun.lemma not in _ANSWERING or after.lower not in ("on", "against", "at") or deed.child("dobj") is not None:
        return
    to.tag, to.pos = "IN", "ADP"
    deed.tag, deed.pos = "NN", "NOUN"
    to.reattach(noun, "prep")
    deed.reattach(to, "pobj")


def _mend_plural(word: Token) -> None:
    """Make a noun of "imposed asset [freezes] and travel bans", which the parser takes for a clause."""
    before, verb = word.child("nsubj"), word.head
    if before is not None and before.tag == "NNS" and (second := before.child("conj")) is not None and second.i == word.i - 1 and second.tag == "NN" and verb.child("dobj") is None:
        _mend_second_plural(word, before, second)  # "placed visa bans and asset [freezes] on them"
        return
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
    gift.give_before(who)
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
