"""Tolls: how many were killed, injured, detained, displaced or are missing, with the words that say so.

Reads tokens; offers ``tolls_for`` for the predicate of an event. Which words mean which harm is a small closed list.
"""

from __future__ import annotations

from typing import get_args

from reportedly.analysis import Analysis, Token
from reportedly.coding.calendar_rules import NUMBERS
from reportedly.coding.syntax import conjuncts, is_negated, is_verb, logical_object, prep_objects
from reportedly.records import Toll, TollKind

_KINDS = {
    "killed": "kill slay murder assassinate execute massacre slaughter butcher die perish behead lynch",
    "injured": "wound injure hurt maim",
    "detained": "arrest detain imprison jail capture abduct kidnap",
    "displaced": "displace evict uproot",
    "missing": "disappear",
}  # fmt: skip
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_RESULT = {"dead": "killed", "wounded": "injured", "injured": "injured", "missing": "missing", "homeless": "displaced", "killed": "killed", "displaced": "displaced", "hurt": "injured"}
_NOUNS = {"death": "killed", "fatality": "killed", "injury": "injured", "arrest": "detained", "life": "killed"}
_VAGUE = {"dozen": (24, 99), "dozens": (24, 99), "score": (40, 99), "scores": (40, 99), "hundred": (200, 999), "hundreds": (200, 999), "thousand": (2000, 9999), "thousands": (2000, 9999), "several": (3, 9), "few": (3, 5), "many": (None, None)}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
_BY_TYPE = {"ASSAULT": {"killed", "injured", "displaced", "missing"}, "COERCE": {"detained", "displaced"}, "PROTEST": {"killed", "injured", "detained"}}
_AT_LEAST = frozenset({"at least", "more than", "over", "no fewer than", "not less than", "upwards of", "some"}) - {"some"}
_AT_MOST = frozenset({"up to", "at most", "no more than", "as many as", "fewer than", "less than", "nearly", "almost"}) - {"nearly", "almost"}
_PEOPLE_TAGS = ("NNS", "NNPS")


def tolls_for(analysis: Analysis, head: Token, type_: str, mode: str | None, also: list[Token] | None = None) -> list[Toll]:
    """Return the tolls of an event from its predicate, the verbs that unfold it and the result clauses below it."""
    if type_ not in ("ASSAULT", "COERCE", "PROTEST"):
        return []
    verbs = [head, *(also or []), *_below(head)]
    found: dict[str, Toll] = {}
    for token in verbs:
        for toll in _of(analysis, token):
            found.setdefault(toll.kind, toll)
    kinds = _BY_TYPE[type_] | ({"detained"} if mode == "abduct" else set())
    return [found[kind] for kind in get_args(TollKind) if kind in found and kind in kinds]


def _below(head: Token) -> list[Token]:
    """Return verbs and nouns of harm in participles, relative and "with" clauses below an act, and in the main clause of its result."""
    out: list[Token] = []
    for child in head.children:
        if child.dep in ("advcl", "acl", "relcl", "conj", "ccomp") and is_verb(child):
            out += [child, *(c for c in child.children if c.dep in ("conj",) and is_verb(c))]
        elif child.dep == "prep" and child.lower in ("with", "in"):
            out += [g for g in child.children if g.dep == "pcomp" and is_verb(g)]
    if not is_verb(head) and head.dep in ("nsubj", "dobj", "pobj"):
        verb = head.head if head.dep != "pobj" else head.head.head
        if is_verb(verb) and (head.dep == "nsubj" or _KIND_OF.get(verb.lemma.lower())):
            out.append(verb)
    return out


def _of(analysis: Analysis, token: Token) -> list[Toll]:
    if is_verb(token):
        if is_negated(token):
            return []
        kind = _KIND_OF.get(token.lemma.lower())
        if kind is not None:
            people = logical_object(token) if token.lemma.lower() not in ("die", "perish", "disappear") else [t for c in token.children if c.dep == "nsubj" for t in conjuncts(c)]
            found = [_toll(analysis, t, kind) for t in people]
            return _elliptical([t for t in found if t is not None], token, analysis)
        if token.lemma.lower() in ("leave", "claim", "cause"):
            return _results(analysis, token)
        return []
    kind = _KIND_OF.get(_stem(token))
    if kind is not None or token.lemma.lower() in ("killing", "assassination", "murder", "massacre", "execution", "arrest", "abduction"):
        nouns = {"killing": "killed", "assassination": "killed", "murder": "killed", "massacre": "killed", "execution": "killed", "arrest": "detained", "abduction": "detained"}
        people = prep_objects(token, "of")
        return [t for p in people if (t := _toll(analysis, p, nouns.get(token.lemma.lower()) or kind or "killed")) is not None]
    return []


def _stem(noun: Token) -> str:
    return noun.lower[:-3] if noun.lower.endswith("ing") else ""


def _elliptical(found: list[Toll], verb: Token, analysis: Analysis) -> list[Toll]:
    """Add "and 20 wounded" after "six people were killed"."""
    for child in verb.children:
        if child.dep in ("conj",) and child.lower in _RESULT and child.lower != verb.lower:
            number = next((c for c in child.children if c.dep in ("nummod", "nsubj", "nsubjpass") or c.tag == "CD"), None)
            if number is not None and (toll := _count(analysis, number, _RESULT[child.lower])) is not None:
                found.append(toll)
    return found


def _results(analysis: Analysis, verb: Token) -> list[Toll]:
    """Read "left six dead and 20 wounded", "claimed 12 lives"."""
    out: list[Toll] = []
    for token in verb.subtree():
        kind = _RESULT.get(token.lower) or _NOUNS.get(token.lemma.lower())
        if kind is None or token.i <= verb.i or token is verb:
            continue
        number = next((c for c in token.children if c.tag == "CD" or c.dep in ("nummod", "nsubj")), None)
        if number is None and token.i > 0 and analysis.tokens[token.i - 1].tag in ("CD", "NNS"):
            number = analysis.tokens[token.i - 1]
        if number is not None and (toll := _count(analysis, number, kind)) is not None:
            out.append(toll)
    return out


def _toll(analysis: Analysis, noun: Token, kind: str) -> Toll | None:
    """Return the toll a noun phrase of people gives: its number, one for a singular person."""
    counted = noun
    if noun.lemma.lower() in _SCALES or noun.lower in _VAGUE:
        return _count(analysis, noun, kind)
    number = next((c for c in noun.children if c.dep == "nummod" or (c.tag == "CD" and c.i < noun.i)), None)
    if number is None:
        number = next((c for c in noun.children if c.lower in _VAGUE and c.i < noun.i), None)
    if number is None and noun.tag == "CD":
        number = noun
    if number is not None:
        return _count(analysis, number, kind)
    mention = analysis.mention_at.get(counted.i)
    if noun.tag in ("NN", "NNP") and mention is not None and mention.person and not mention.plural:
        return Toll(kind=kind, low=1, high=1, span=mention.span)  # type: ignore[arg-type]
    return None


def _count(analysis: Analysis, number: Token, kind: str) -> Toll | None:
    """Return the interval a number phrase gives, with its words."""
    tokens = analysis.tokens
    first = last = number.i
    begin = number.sent.tokens[0].i
    while last + 1 < len(tokens) and tokens[last + 1].lower in _SCALES and tokens[last + 1].sent is number.sent:
        last += 1
    while first > begin and (tokens[first - 1].tag == "CD" or (tokens[first - 1].lower in ("a", "an") and tokens[first].lower in (*_SCALES, "few", "couple"))):
        first -= 1
    words = [t.lower for t in tokens[first : last + 1]]
    low, high = _value(words)
    if low is None and high is None and words != ["many"]:
        return None
    before = " ".join(t.lower for t in tokens[max(begin, first - 3) : first])
    for phrase, bound in [*((p, "low") for p in _AT_LEAST), *((p, "high") for p in _AT_MOST)]:
        if before == phrase or before.endswith(" " + phrase):
            first -= len(phrase.split())
            low, high = (low, None) if bound == "low" else (None, high)
            break
    return Toll(kind=kind, low=low, high=high, span=(tokens[first].start, tokens[last].end))  # type: ignore[arg-type]


def _value(words: list[str]) -> tuple[int | None, int | None]:
    if words[-1] in _VAGUE and not any(w in NUMBERS or w[0].isdigit() for w in words[:-1]) and words[0] not in ("a", "an"):
        return _VAGUE[words[-1]]
    if words[0] in ("a", "an") and words[-1] == "few":
        return _VAGUE["few"]
    total, current = 0, 0
    for word in words:
        figure = word.replace(",", "")
        if figure.isdigit():
            current += int(figure)
        elif NUMBERS.get(word):
            current += NUMBERS[word]
        elif "-" in word and all(part in NUMBERS for part in word.split("-")):
            current += sum(NUMBERS[part] for part in word.split("-"))
        elif word in _SCALES:
            current = max(current, 1) * _SCALES[word]
            if _SCALES[word] >= 1000:
                total, current = total + current, 0
        else:
            return None, None
    return (total + current, total + current) if total + current else (None, None)
