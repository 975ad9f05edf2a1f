"""How far the names of bodies go that the parser cuts: at an "and" ("Ministry of [Health and Population]"), at foreign particles ("Frente [para la] Reforma")."""

from __future__ import annotations

from reportedly.analysis import Sentence, Token
from reportedly.lexicons.word_lists import word_list

_HEADS = word_list("body_names.heads")
_ENDS = word_list("body_names.ends")
_NOUNS = _HEADS | _ENDS
_FOREIGN = word_list("foreign_bodies")
_PARTICLES = word_list("body_names.particles")
_FIELDS_OF = frozenset({"of", "for", "on", "against"})
_AND = frozenset({"and", "&"})
_NO_FIELD = frozenset({"PERSON", "GPE", "NORP", "DATE"})


def cut_names(sentence: Sentence) -> list[tuple[int, int]]:
    """Return first and last token of every body's name in a sentence that goes on behind an "and" or a foreign particle."""
    tokens = sentence.tokens
    out: list[tuple[int, int]] = []
    for at, token in enumerate(tokens):
        if not token.text[:1].isupper() or (out and token.i <= out[-1][1]):
            continue
        begin, end = at, 0
        if token.lower in _HEADS and at + 3 < len(tokens) and tokens[at + 1].lower in _FIELDS_OF:
            begin, end = _begin(tokens, at), _fields_end(tokens, at + 2)
        elif token.lower in _AND or (at + 1 < len(tokens) and tokens[at + 1].lower in _AND):
            begin, end = _two_before(tokens, at)
        elif token.lower in _FOREIGN:
            end = _foreign_end(tokens, at)
        if end > at:
            out.append((tokens[begin].i, tokens[end].i))
    return out


def _begin(tokens: list[Token], at: int) -> int:
    """Return where a name begins whose noun stands at ``at``: "the [Popular] Front for ..."."""
    while at and tokens[at - 1].tag in ("NNP", "NNPS") and tokens[at - 1].dep in ("compound", "amod", "nmod") and _is_of_name(tokens[at - 1]):
        at -= 1
    return at


def _is_of_name(token: Token) -> bool:
    return token.text[:1].isupper() and (token.ent is None or token.ent.label not in _NO_FIELD)


def _run(tokens: list[Token], at: int) -> int:
    """Return the end of the capitalised words from ``at`` on, behind the last."""
    while at < len(tokens) and ((tokens[at].tag in ("NNP", "NNPS", "JJ", "VBG") and _is_of_name(tokens[at])) or (tokens[at].text == "-" and at + 1 < len(tokens) and tokens[at + 1].text[:1].isupper() and tokens[at].start == tokens[at - 1].end)):
        at += 1
    return at


def _fields_end(tokens: list[Token], at: int) -> int:
    """Return the last word of the fields a body is for, joined by commas and an "and"; 0 where nothing is joined, or what is joined is a body itself."""
    at += tokens[at].lower == "the"
    first = end = _run(tokens, at)
    while end > at and end + 1 < len(tokens) and tokens[end].text == "," and (more := _run(tokens, end + 1)) > end + 1:
        end = more
    if end == at or end + 1 >= len(tokens) or tokens[end].lower not in _AND:
        return 0
    last = _run(tokens, end + 1)
    if last == end + 1 or any(t.lower in _ENDS for t in (tokens[last - 1], tokens[end + 1])) or (end > first and last >= len(tokens)):
        return 0
    return last - 1


def _two_before(tokens: list[Token], at: int) -> tuple[int, int]:
    """Return begin and end of a name whose noun two words joined before it share: "the [Afar Pastoralist and Farmers Union]"; 0: none."""
    begin = _begin(tokens, at)
    while begin > 2 and tokens[begin - 1].text == "," and tokens[begin - 2].tag == "NNP" and _is_of_name(tokens[begin - 2]):
        begin = _begin(tokens, begin - 2)  # "the [Truth], Reconciliation and Reparations Commission"
    if begin == 0 or tokens[begin - 1].lower != "the" or tokens[at].tag not in ("NNP", "NNPS") or ((ent := tokens[at].ent) is not None and (ent.label != "ORG" or ent.last == tokens[at].i)) or tokens[at].lower in _NOUNS:
        return at, 0
    last = _run(tokens, at + 2)
    noun = tokens[last - 1]
    return (begin, last - 1) if last > at + 3 and noun.lower in _HEADS and noun.tag == "NNP" else (at, 0)


def _foreign_end(tokens: list[Token], at: int) -> int:
    """Return the last word of a foreign body's name: "Parti [Démocratique de Côte d'Ivoire]"; 0 where no particle is in it."""
    end, joined = at, 0
    while end + 1 < len(tokens):
        skip = end + 1
        while skip < len(tokens) and tokens[skip].lower in _PARTICLES and skip - end < 4:
            skip += 1
        if skip >= len(tokens) or not tokens[skip].text[:1].isupper() or tokens[skip].tag not in ("NNP", "NNPS", "NN", "JJ", "FW"):
            break
        joined, end = joined or skip > end + 1, skip
    return end if joined else 0
