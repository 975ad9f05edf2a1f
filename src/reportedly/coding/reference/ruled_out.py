"""Ruled out: whom a pronoun cannot mean, wherever they stand; a helper of pronouns.py.

Who is quoted says "I" of himself, and who is called by name behind "he" or "it", in what that does, is somebody else (principle C of binding).
"""

from __future__ import annotations

from reportedly.analysis import Analysis, Mention, Quotation, Sentence, Token
from reportedly.coding.grammar.syntax import SUBJECTS, is_verb
from reportedly.lexicons.word_lists import word_list

_SAYING = word_list("saying")
_WHERE = frozenset({"near", "in", "at", "outside", "around", "inside", "off"})
_NO_ARGUMENT = frozenset({"amod", "compound", "nmod", "attr", "oprd", "appos"})


def ruled_out(analysis: Analysis, pronoun: Mention) -> set[int]:
    """Return the actors, by their identity, whom a third-person pronoun cannot mean."""
    return _who_is_quoted(analysis, pronoun) | _named_behind(pronoun)


def _who_is_quoted(analysis: Analysis, pronoun: Mention) -> set[int]:
    """Return who speaks the quotation, of whole sentences, that a pronoun stands in: "His lawyer, [Ann Roe], said: 'He was beaten'"."""
    around = analysis.quotation_at(pronoun.span[0])
    if around is None or not analysis.text[around.start : around.start + 2].strip("\"'\u201c\u2018")[:1].isupper():
        return set()  # 'said he would not "lose [his] way"'
    here = _sentences_of(analysis, around, pronoun.head.sent)
    before = analysis.sentences[max(0, here[0].i - 1) : here[0].i]
    goes_on = bool(before) and any(q.start < before[0].tokens[-1].end and q.end > before[0].tokens[0].start and (q.open or before[0].block is here[0].block) for q in analysis.quotations)
    return _speakers(analysis, here) or (_speakers(analysis, before) if goes_on else set())


def _sentences_of(analysis: Analysis, quotation: Quotation, sentence: Sentence) -> list[Sentence]:
    """Return the sentences that a quotation runs through, around one of them."""
    first = last = sentence.i
    while first > 0 and analysis.sentences[first].tokens[0].start > quotation.start:
        first -= 1
    while last + 1 < len(analysis.sentences) and analysis.sentences[last + 1].tokens[0].start < quotation.end:
        last += 1
    return analysis.sentences[first : last + 1]


def _speakers(analysis: Analysis, sentences: list[Sentence]) -> set[int]:
    """Return who says something in sentences, outside quotation marks."""
    subjects = [s for one in sentences for t in one.tokens if t.lemma in _SAYING and (s := t.child("nsubj")) is not None and analysis.quotation_at(t.start) is None]
    return {id(e) for s in subjects if (m := analysis.mention_at.get(s.i)) is not None for e in m.entities}


def _named_behind(pronoun: Mention) -> set[int]:
    """Return who is called by name in the clause that a pronoun is the subject of: "It urged [Oman] to return", "It condemned [Oman]'s raids"."""
    verb = pronoun.head.head
    if pronoun.head.dep not in SUBJECTS:
        return set()
    named = (m for m in pronoun.head.sent.mentions if m.first > pronoun.last and m.kind == "name" and m.rule != "lexicon-adjective" and m.head.dep not in _NO_ARGUMENT and not is_place_word(m.head))
    return {id(e) for m in named if _is_in_clause(m.head, verb) for e in m.entities}


def is_place_word(token: Token) -> bool:
    """Whether a word only says where: "in Quito", "near Dori"."""
    return token.dep == "pobj" and token.head.lower in _WHERE


def _is_in_clause(token: Token, verb: Token) -> bool:
    """Whether a word stands below a verb with no other verb between."""
    while token.head is not token and token.head is not verb and not is_verb(token.head):
        token = token.head
    return token.head is verb and token is not verb
