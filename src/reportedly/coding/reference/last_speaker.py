"""The last speaker: whom the "he" of "he said" goes back to; a helper of pronouns.py.

Who was credited with the sentence before goes on speaking, rather than whoever that sentence, or what is said now, tells of; and who spoke before that, rather than somebody only described who was acted on since.
"""

from __future__ import annotations

from reportedly.analysis import Analysis, Mention, Token
from reportedly.coding.reference.walking import walk_back
from reportedly.lexicons.word_lists import word_list

_SAYING = word_list("saying")
_ASKED = word_list("last_speaker.asked")
_ANSWERING = _SAYING | {"reply", "answer", "respond", "speak"}
_LONG = 10  # sentences


def put_last_speaker_first(candidates: list[Mention], pronoun: Token) -> None:
    """Put who spoke in the sentence before a pronoun that speaks first, and last whom its own words tell of: "[Omar] has left, he said"."""
    verb = pronoun.head
    if pronoun.dep == "nsubj" and any(c.i < pronoun.i and c.tag == "VBN" and c.dep in ("advcl", "prep") and c.lemma in _ASKED for c in verb.children):  # "Asked about the raid, she ..."
        answering = {id(m) for m in candidates if m.head.dep == "nsubj" and m.head.head.lemma in _ANSWERING and m.head.sent is not pronoun.sent}
        candidates.sort(key=lambda m: id(m) not in answering)
        return
    if pronoun.dep != "nsubj" or verb.lemma not in _SAYING or verb.dep == "relcl":
        return
    if verb.dep == "ROOT" and _is_only_acted_on(next((m for m in candidates if m.person and not m.plural), None), pronoun) and (spoke := next((m for m in candidates if _speaks(m)), None)) is not None:
        candidates.sort(key=lambda m: m is not spoke)
        return
    before = next((m.head.sent for m in candidates if m.head.sent is not pronoun.sent), None)
    if before is None or before.i < pronoun.sent.i - 1:
        return
    told = verb.child("ccomp")
    closing = told is not None and told.i < pronoun.i  # "Rebels would follow, they said": whoever spoke before, also in front of what was said
    speaking = {id(m) for m in candidates if m.head.sent is before and (is_credited(m.head) or (closing and m.head.dep == "nsubj" and m.head.head.dep == "ROOT" and m.head.head.lemma in _SAYING))}
    if speaking:
        candidates.sort(key=lambda m: id(m) not in speaking)


def spoke_last(analysis: Analysis, pronoun: Token) -> list[Mention]:
    """Return the mentions of persons who spoke some paragraphs back, the last first, for a "he" that speaks and whom nobody near can be: "[Omar] said ... He added"."""
    verb = pronoun.head
    if pronoun.dep != "nsubj" or verb.lemma not in _SAYING:
        return []
    here = pronoun.sent.i
    return [m for m in walk_back(analysis, analysis.mention_at[pronoun.i], _LONG) if m.head.sent.i < here and _speaks(m)]


def _is_only_acted_on(mention: Mention | None, pronoun: Token) -> bool:
    """Whether somebody is only described, and told of as acted on: "The troops rescued [a boy]. He said ..."."""
    return mention is not None and mention.kind == "description" and mention.head.sent is not pronoun.sent and mention.head.dep not in ("nsubj", "nsubjpass")


def _speaks(mention: Mention) -> bool:
    """Whether a mention is who says what its sentence tells: "The governor, [Omar], said", "[He] added"."""
    token = mention.head.head if mention.head.dep == "appos" else mention.head
    return bool(mention.person) and token.dep == "nsubj" and token.head.lemma in _SAYING and token.head.dep == "ROOT"


def is_credited(token: Token) -> bool:
    """Whether a word is who is credited, behind them, with the words of a sentence: "..., [Omar] said", "..., according to [Omar]"."""
    while token.dep in ("appos", "conj") and token.head is not token:
        token = token.head
    first = token.sent.tokens[0].i
    if token.dep == "pobj" and token.head.lower == "to":
        return token.head.head.lower == "according" or (token.head.i > first and token.sent.tokens[token.head.i - first - 1].lower == "according")
    if token.dep != "nsubj" or token.head.lemma not in _SAYING or token.head.dep != "ROOT":
        return False
    told = token.head.child("ccomp", "parataxis")
    return (told is not None and told.i < token.head.i) or all(t.pos == "PUNCT" for t in token.sent.tokens[token.head.i + 1 - first :])
