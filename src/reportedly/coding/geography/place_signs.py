"""Signs of a place: what around a name says that it is one: "the village of X", "shelled X", "the checkpoint at X"."""

from __future__ import annotations

from reportedly.analysis import Analysis, Token
from reportedly.gazetteer import Candidate, fold
from reportedly.lexicons.word_lists import word_list

_TAKES = word_list("place_signs.takes")
_GROUND_ONLY = word_list("place_signs.ground_only")
FAMOUS, LARGE = 400_000, 30_000  # people from which a bare name counts as a place by itself, or with a preposition
_BESIDE = frozenset({"near", "outside", "around", "off"})  # what stands after them is a place, whatever its name
_BESET = frozenset("shelling siege bombardment encirclement besiegement".split())  # what befalls no one person
_AIMING = frozenset({"shoot", "fire", "throw", "hurl", "lob", "aim", "spit", "swear", "shout"})  # at somebody
_RALLYING = frozenset({"rally", "unite", "coalesce", "revolve", "centre", "center"})
_TRUSTING = word_list("place_signs.trusting")
_TAKERS = word_list("place_signs.takers")
_NAMED_AFTER = word_list("place_signs.named_after")
_SETTLEMENTS = word_list("place_signs.settlements")
_SUCH = frozenset({"as", "like", "including"})
_SEVERAL = word_list("place_signs.several")
# deeds and places of them that are told with "at" and a town's name
_DONE_AT = word_list("place_signs.done_at")
_THING_AT = word_list("place_signs.thing_at")
JOINERS = frozenset(("-", "\u2013", "'", "\u2019"))


def is_done_at(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a name says where a deed was done or where what is fought over stands: "killed nine in clashes at Bosso Koira", "seized the checkpoint at Goddua"."""
    token, prep = tokens[first], tokens[first - 1]
    if prep.lower != "at" or prep.dep != "prep" or tokens[last].head is not prep or last > first + 2 or token.tag != "NNP":
        return False
    if token.ent is not None and not (token.ent.label in ("PERSON", "ORG", "LANGUAGE", "FAC", "NORP") and token.ent.first == first and last in (first, token.ent.last)):
        return False
    above = prep.head.head.head if prep.head.dep == "pobj" and prep.head.head.dep == "agent" else prep.head
    if above.lemma in _AIMING and above.child("dobj") is None and not any(c.lower == "at" and c.i < prep.i for c in above.children):
        return False  # "shot at [Kony]"
    if above.lemma.lower() in (_DONE_AT if above.pos == "VERB" else _THING_AT):
        return True
    verb = above.head.head if above.dep == "pobj" and above.head.dep == "prep" else above.head if above.dep in ("dobj", "nsubjpass") else above
    return verb is not above and verb.lemma in _DONE_AT  # "shot [at a vehicle] at Adre", "killed [nine] at Bosso"


def is_called_settlement(tokens: list[Token], i: int) -> bool:
    """Whether a settlement is named there: "the town of X"."""
    if i > 2 and tokens[i - 1].lower in _SUCH and tokens[i - 2 - (tokens[i - 2].lower == "such")].lower in _SEVERAL:
        return True  # "in places such as X"
    return i > 1 and tokens[i - 1].lower == "of" and tokens[i - 2].lower in _NAMED_AFTER and (tokens[i - 2].text[0].islower() or tokens[i - 2].lower in _SETTLEMENTS)


def is_beside(tokens: list[Token], i: int) -> bool:
    """Whether something is near what is named there, which no body of that name claims."""
    if not i or tokens[i - 1].lower not in _BESIDE or tokens[i - 1].dep != "prep":
        return False
    ent = tokens[i].ent
    if tokens[i - 1].head.lemma in _RALLYING:
        return False  # "rallied around [its leader]"
    return ent is None or (ent.label in ("PERSON", "ORG", "FAC", "PRODUCT") and ent.first == i)


def is_capital(word: str) -> bool:
    """Whether a word is written as a name's, also behind an Arabic article ("al-Tanf")."""
    if word[0].isupper():
        return True
    cut = word.find("-", 1, 4)
    return cut > 0 and word[cut + 1 : cut + 2].isupper()


def fame_of(c: Candidate) -> int:
    if c.kind == "country":
        return 3 if c.main else 2
    if c.kind == "province":
        return 3 if c.main and c.population > FAMOUS else 2
    if c.kind == "city":
        if c.main and (c.population >= FAMOUS or c.capital):
            return 3
        if c.population >= LARGE:
            return 2
    return 1


def person_words(analysis: Analysis) -> set[str]:
    """Return the folded words of the article's persons of two words and more."""
    out: set[str] = set()
    for ent in analysis.ents:
        if ent.label == "PERSON" and ent.last > ent.first and not is_inside(analysis.tokens, ent.first, ent.last):
            words = [t for t in analysis.tokens[ent.first : ent.last + 1] if t.text[0].isupper()]
            if len(words) > 1:
                out.update(fold(t.text) for t in words)
    return out


def is_inside(tokens: list[Token], first: int, last: int) -> bool:
    """Whether something was done or is in what a name means, which is then no person: "burned three houses in Tal Hamis", but "confidence in"."""
    prep = tokens[first - 1] if first else tokens[first]
    return prep.lower in ("in", "inside", "around") and prep.dep == "prep" and tokens[last].dep == "pobj" and tokens[last].head is prep and prep.head.lemma.lower() not in _TRUSTING


def is_taken_by_force(token: Token) -> bool:
    """Whether fighters take what a name means: "the rebels took X on Friday"; but "took X to a camp" is somebody."""
    verb = token.head
    return token.dep == "dobj" and verb.lemma in _TAKES and not any(c.lower in ("to", "into", "away", "prisoner", "captive", "hostage") for c in verb.children) and any(c.dep == "nsubj" and c.lemma.lower() in _TAKERS for c in verb.children)


def is_object(token: Token, verbs: frozenset[str]) -> bool:
    """Whether one of the verbs has the name as its object, in the active or the passive."""
    return token.dep in ("dobj", "nsubjpass") and token.head.lemma in verbs


def is_beset(tokens: list[Token], first: int, last: int) -> bool:
    """Whether the name stands where a person's cannot: "shelled X", "X was besieged", "the siege of X"."""
    if is_object(tokens[last], _GROUND_ONLY):
        return True
    return first > 1 and tokens[first - 1].lower == "of" and tokens[first - 2].lower in _BESET


def is_glued(tokens: list[Token], j: int) -> bool:
    """Whether a lower-case token belongs to a hyphenated name ("Deir ez-Zor", "Ise-shima")."""
    if j and tokens[j - 1].text in JOINERS:
        return True
    return j + 1 < len(tokens) and tokens[j + 1].text in JOINERS and tokens[j + 1].start == tokens[j].end


def follows_comma(tokens: list[Token], first: int) -> bool:
    """Whether the name stands after a capitalised word and a comma ("Austin, Tex.")."""
    return first >= 2 and tokens[first - 1].text == "," and tokens[first - 2].text[0].isupper() and tokens[first - 2].sent is tokens[first].sent


def text(tokens: list[Token], first: int, last: int) -> str:
    """Return the words of a token range, spaced as in the text."""
    if first == last:
        return tokens[first].text
    parts = [tokens[first].text]
    for i in range(first + 1, last + 1):
        parts.append(tokens[i].text if tokens[i].start == tokens[i - 1].end else " " + tokens[i].text)
    return "".join(parts)


def precedes_comma(tokens: list[Token], last: int) -> bool:
    """Whether a comma and a capitalised word follow the name ("Melville, Sask.")."""
    return last + 2 < len(tokens) and tokens[last + 1].text == "," and tokens[last + 2].text[0].isupper() and tokens[last + 2].sent is tokens[last].sent
