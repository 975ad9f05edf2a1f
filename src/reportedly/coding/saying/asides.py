"""Asides: what the article adds for itself behind what somebody said, and when or at what occasion it was said."""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import DASHES, FINITE, Range, is_time, rightmost
from reportedly.coding.saying.hits import Reading
from reportedly.lexicons.word_lists import word_list


def tells_on(reading: Reading, colon: int) -> bool:
    """Whether a sentence of the article's own follows a colon: "opposed the accord: in May [soldiers attacked] ..."; but a list or a quotation is what was meant."""
    tokens = reading.analysis.tokens
    rest = tokens[colon + 1 : tokens[colon].sent.tokens[-1].i + 1]
    return not any(t.i in reading.inside for t in rest[:3]) and any(t.tag in ("VBD", "VBZ", "VBP") and t.dep in ("ROOT", "ccomp", "parataxis", "conj", "advcl", "appos", "relcl") and t.child("nsubj", "nsubjpass") is not None for t in rest if t.i not in reading.inside)


def without_aside(reading: Reading, content: Range, slot: str) -> Range:
    """Cut what the article adds for itself at the end: ", with reports of ..." or ", which ..." after an object, ", although ..." after a clause; what a semicolon adds."""
    first, last = content
    words = ("although", "though") if slot == "that" else ("with", "although", "though")
    if slot.startswith("obj") and slot != "obj+to":
        words = (*words, "which", "who", "whose", "where")
    for token in reading.analysis.tokens[first + 2 : last]:
        if token.i in reading.inside:
            continue
        if token.text == ";" or (token.text == ":" and slot.startswith("obj") and tells_on(reading, token.i)) or (slot != "that" and token.text in DASHES and _is_spaced(reading, token)):
            return first, token.i - 1
        if slot in ("obj+pred", "obj+as") and token.tag in ("WDT", "WP", "WP$", "WRB") and _is_parenthesis(token, last):
            continue
        if reading.analysis.tokens[token.i - 1].lower == "," and (token.lower in words or _is_answered(reading, token)):
            return first, token.i - 2
    return content


def _is_parenthesis(pronoun: Token, last: int) -> bool:
    """Whether a relative clause stands between an object and what it is called: called the bill, [which passed on Friday], "a disgrace"."""
    clause = pronoun
    while clause.dep != "relcl" and clause.head is not clause:
        clause = clause.head
    return clause.dep == "relcl" and rightmost(clause).i < last - 1


def _is_answered(reading: Reading, token: Token) -> bool:
    """Whether a word behind a comma opens what somebody else says of it: ", [where] a nurse said ...", ", [a] charge he has always rejected", ", [while] others put it at ten"."""
    if token.lower in ("while", "whereas") and token.dep == "mark":
        return token.head.lemma in reading.cues.verbs and token.head.child("nsubj") is not None and token.head.tag in FINITE
    if token.lower in ("where", "which", "who"):
        clause = token.head
        while clause.dep != "relcl" and clause.head is not clause and clause.head.i > token.i:
            clause = clause.head
    elif token.lower in ("a", "an") and token.head.lemma in _SUMS and _turns_down(reading, token.head):
        return True
    elif token.lower in ("a", "an") and token.head.dep == "appos" and (token.head.lemma in reading.cues.nouns or token.head.lemma in _SUMS):
        clause = token.head.child("relcl") or token
    else:
        return False
    return clause.dep == "relcl" and clause.lemma in reading.cues.verbs and clause.tag in ("VBD", "VBN", "VBZ", "VBP") and clause.child("nsubj") is not None


def _turns_down(reading: Reading, noun: Token) -> bool:
    """Whether the sentence closes with somebody's refusal of what a noun sums up: "a charge the government rejects"."""
    last = next((t for t in reversed(noun.sent.tokens) if t.pos != "PUNCT"), noun)
    form = last.lemma if last.lemma in reading.cues.verbs else last.lower.removesuffix("s")
    return last.i > noun.i + 1 and last.i - noun.i < 12 and any(c.stance in ("rejects", "denies") for c in reading.cues.verbs.get(form, ()))


_SUMS = word_list("asides.sums")


def _is_spaced(reading: Reading, dash: Token) -> bool:
    return reading.analysis.text[dash.start - 1 : dash.start].isspace() and reading.analysis.text[dash.end : dash.end + 1].isspace()


def without_occasion(reading: Reading, first: int, last: int) -> int:
    """Return the end of a noun phrase without when or at what occasion it was spoken of: "condemned the raid in a speech on Monday"."""
    end = last
    while end > first and (is_time(reading.analysis.tokens[end]) or (end < last and reading.analysis.tokens[end].lower in _DAYS)):
        end -= 1
    if end < last and any(rightmost(t).i == end and _is_speech(t) for t in reading.analysis.tokens[first + 1 : end] if t.dep == "prep"):
        last = end  # "ruled out leaving in a speech late on Monday"
    for _ in range(3):
        preps = (t for t in reading.analysis.tokens[first + 1 : last] if t.lower in ("in", "on", "at", "during") and t.dep == "prep" and t.i not in reading.inside)
        cut = next((t for t in preps if rightmost(t).i == last and _is_speech(t)), None)
        if cut is None:
            break
        last = cut.i - 1
    return last


_DAYS = frozenset({"on", "late", "early", "earlier", "last", "at"})


def _is_speech(prep: Token) -> bool:
    inner = prep.child("pobj")
    if prep.lower == "in" and prep.head.lemma in _TAKING_IN:
        return False  # "urged it to play its role in peace talks"
    return inner is not None and inner.pos != "VERB" and inner.lemma.lower() in _OCCASIONS


_OCCASIONS = word_list("asides.occasions")
_TAKING_IN = word_list("asides.taking_in")


def is_occasion(phrase: Token) -> bool:
    """Whether a phrase says when or at what occasion somebody spoke: on Monday, in a statement."""
    head = phrase.child("pobj") if phrase.dep == "prep" else phrase
    return head is not None and head.pos != "VERB" and (is_time(head) or head.lemma in _OCCASIONS)
