"""A speaker named at the end of what is reported: "..., a spokesman for the party said"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import NOMINAL_SUBJECTS as _SUBJECTS
from reportedly.coding.grammar.syntax import is_after_comma, is_verb, token_before
from reportedly.lexicons.word_lists import word_list

_SAYING = word_list("saying")


def mend_closing_speaker(verb: Token, is_somebody: Callable[[str], bool]) -> None:
    """Give "..., a spokesman for the party said" its subject back, which the parser hangs on a noun of the clause before as an apposition."""
    if verb.dep not in ("ROOT", "conj", "parataxis", "ccomp"):
        return
    own = verb.child(*_SUBJECTS)
    if own is not None:
        own = _parted_from_name(verb, own, is_somebody)
        _hand_down_reasons(verb, own)
        if _closes(verb, own):
            _lead_with(verb, verb.head)  # "forty were killed, the staff [announced] in a communique"
    elif (behind := _speaker_behind(verb)) is not None:
        behind.dep = "nsubj"
    elif (phrase := _speaker_before(verb)) is not None and phrase.i < verb.i:
        phrase.reattach(verb, "nsubj")
        if verb.dep == "conj" and verb.head.i < phrase.i and verb.head.dep == "ROOT":
            _lead_with(verb, verb.head)


def mend_hung_speaker(verb: Token, tokens: Sequence[Token], is_somebody: Callable[[str], bool]) -> None:
    """Make the sentence of "The army will send boats to fend off pirates, [the minister said] on a tour", hung on the last noun of what was said."""
    own, root = verb.child("nsubj") or _phrase_before(verb) or _named_before(verb, is_somebody), verb.sent.root
    if own is None or own.i > verb.i or (own.pos == "PRON" and own.tag != "PRP") or root is verb or not is_verb(root) or root.i > own.i or root.lemma in _SAYING:
        return
    if verb.child("ccomp", "xcomp", "mark", "agent", "acomp", "oprd", "auxpass") is not None or (verb.child("dobj") is not None and verb.lemma not in ("tell", "quote")):
        return
    relay = next((c for c in root.children if c.tag == "VBG" and c.lemma in ("cite", "quote") and c.i > verb.i), None)
    if relay is not None:
        relay.reattach(verb, "advcl")  # "..., the agency reported, [citing] the army"
    left, below = own.subtree()[0].i, verb.subtree()
    if not left or tokens[left - 1].text != "," or any(c.tag in ("WDT", "WP", "WRB") for c in verb.children) or any(t.pos != "PUNCT" and t not in below for t in tokens[verb.i + 1 : verb.sent.tokens[-1].i + 1]):
        return
    verb.reattach(root, "conj")  # first: it may hang on its own speaker
    own.reattach(verb, "nsubj")
    _lead_with(verb, root)


def _named_before(verb: Token, is_somebody: Callable[[str], bool]) -> Token | None:
    """Return the speaker whose name stands between him and a verb: "will close its embassy in Kabul, its foreign [minister], Omar Said, announced in Oslo"."""
    speaker = verb.head if verb.head.dep == "dobj" else _speaker_before(verb)
    return speaker if speaker is not None and verb.dep != "relcl" and _opens_after_comma(speaker) and is_somebody(speaker.lemma.lower()) else None


def _parted_from_name(verb: Token, own: Token, is_somebody: Callable[[str], bool]) -> Token:
    """Return the subject of a verb of saying, parted from the name before it: "jailed the lawyer Omar Said, a [court] ruled", where no second comma closes an apposition."""
    speaker = own.child("appos")
    before = token_before(own.subtree()[0])
    if own.pos != "PROPN" or speaker is None or before is None or before.pos != "NOUN" or before.head is verb or not _opens_after_comma(speaker) or not is_somebody(speaker.lemma.lower()):
        return own
    if (closing := token_before(verb)) is None or closing.text == "," or any(t.text == "," for t in verb.sent.tokens[speaker.i - verb.sent.tokens[0].i : verb.i - verb.sent.tokens[0].i]):
        return own
    own.reattach(before, "appos")
    speaker.reattach(verb, "nsubj")
    return speaker


def _hand_down_reasons(verb: Token, own: Token) -> None:
    """Give what is reported the phrases before its speaker: "has sanctioned him, [for blocking] talks, the minister said"."""
    clause = verb.child("ccomp")
    if clause is None or clause.i > own.i or verb.dep != "ROOT":
        return
    for child in [c for c in verb.children if c.dep == "prep" and clause.i < c.i < own.i]:
        child.reattach(clause, "prep")


def _phrase_before(verb: Token) -> Token | None:
    """Return the phrase behind a comma that ends before a verb, whatever the parser took it for: "shot two men, [a source in the ministry] reported"."""
    phrase = token_before(verb)
    for _ in range(6):
        if phrase is None or phrase.head is phrase or phrase.pos not in ("NOUN", "PROPN", "ADP"):
            return None
        if phrase.dep in ("appos", "npadvmod", "dobj", "conj", "dep") and _opens_after_comma(phrase):
            return phrase
        phrase = phrase.head
    return None


def _closes(verb: Token, own: Token) -> bool:
    """Whether a verb of saying with a subject of its own (``own``) comes behind what it reports and a comma, as if joined to that."""
    clause = verb.head
    joined = verb.dep in ("conj", "ccomp") and clause.dep == "ROOT" and clause.pos in ("VERB", "AUX") and clause.i < own.i < verb.i
    return joined and _opens_after_comma(own) and verb.lemma in _SAYING and verb.child("dobj", "ccomp", "xcomp") is None and not any(c.dep == "cc" and c.i > clause.i for c in clause.children)


def _speaker_behind(verb: Token) -> Token | None:
    """Return the speaker that the parser takes for an object: "Rebels left Gao, says [army]"."""
    told = verb.child("ccomp")
    if told is None or verb.tag not in ("VBZ", "VBP", "VBD") or verb.lemma not in _SAYING or not is_after_comma(verb):
        return None
    after = [c for c in verb.children if c.dep == "dobj" and c.i > verb.i > told.i]
    return after[0] if len(after) == 1 else None


def _speaker_before(verb: Token) -> Token | None:
    """Return the phrase behind a comma that ends before a verb, the outermost of several set beside each other: "Algiers, [its leader], Moussa, said"."""
    phrase = token_before(verb, 2 if is_after_comma(verb) else 1)
    for _ in range(8):
        if phrase is None or phrase.head is phrase:
            return None
        is_inner = phrase.dep == phrase.head.dep == "appos" and _opens_after_comma(phrase.head)
        if not is_inner and phrase.dep in ("appos", "conj", "npadvmod", "dep") and phrase.pos in ("NOUN", "PROPN", "PRON") and _opens_after_comma(phrase):
            return phrase
        phrase = phrase.head
    return None


def _opens_after_comma(phrase: Token) -> bool:
    return is_after_comma(phrase.subtree()[0])


def _lead_with(verb: Token, clause: Token) -> None:
    """Make a reporting verb the sentence, and what it was joined to the clause that it reports."""
    verb.become_root()
    if verb.tag == "VBN":
        verb.tag = "VBD"
    subject = verb.child(*_SUBJECTS)
    for child in [c for c in verb.children if subject is not None and c.dep in ("npadvmod", "prep", "advmod") and c.i < subject.i]:
        child.reattach(clause, child.dep)  # "... [today], the ministry said"
    clause.reattach(verb, "ccomp")
