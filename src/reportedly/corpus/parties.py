"""Parties: an article's actors as other articles may name them, and how alike two of them are."""

from __future__ import annotations

import re
from functools import lru_cache

from reportedly.corpus.model import Party
from reportedly.corpus.names import full_names_match, group_names_match, name_words, words_match
from reportedly.lexicons.actors import ActorLexicon, Known, fold
from reportedly.records import Actor

ARMED = frozenset({"REB", "UAF", "PRM", "CRM"})
STATE = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG", "PTY"})
_ANYONE = frozenset({"CVL", "SOC"})  # "people", "residents", "men" may be anybody
_SMALL = frozenset("of and for in on at from with its their his her two three four five six seven eight nine ten several dozens hundreds".split())
_POSSESSIVE = re.compile(r"['\u2019]s?(?=\s)")
_ARABIC = re.compile(r"(?:al|el)[- ]", re.I)


def make_party(actor: Actor, lexicon: ActorLexicon, places: frozenset[tuple[str, ...]] = frozenset(), settled: frozenset[str] = frozenset()) -> Party:
    """Return the party of an actor: under its name in the lexicon where that knows it, with the country its words give.

    ``places``: the names of the article's places, as words; ``settled``: nouns that mean a settlement ("village").
    """
    named = not actor.evidence or actor.evidence[0].rule != "noun"
    name = _POSSESSIVE.sub("", actor.name)
    country = actor.country or _country_in(name, lexicon)
    found = _look_up(name, country, lexicon) or (None if named else _organ(name, country, lexicon))
    words = name_words(name)
    named_place = words in places or (bool(actor.evidence) and actor.evidence[0].rule in ("place", "GPE", "LOC", "FAC"))
    place = "named" if named_place else "kind" if not named and words[-1] in settled else None
    if words[0] in settled and words[-1:] in places:  # "village of Tessit"
        place = "named"
    known_as = named or found is not None
    return Party(
        place=place if found is None else None, id=actor.id, name=actor.name if known_as else _in_running_text(actor.name, lexicon), kind=actor.kind, named=known_as, known=found.name if found else None,
        country=(found.country if found else None) or country, sector=actor.sector or (found.sector if found else None), role=actor.role, affiliation=actor.affiliation,
    )  # fmt: skip


def _in_running_text(name: str, lexicon: ActorLexicon) -> str:
    """Return a description as it stands inside a sentence: "Rebels" is "rebels", but "Iraqi police" and "Azawad's fighters" stay."""
    begins_with_name = bool(lexicon.longest(fold(name), 0)) or _POSSESSIVE.search(name) is not None
    return name if begins_with_name or not name[1:].islower() else name[0].lower() + name[1:]


def _look_up(name: str, country: str | None, lexicon: ActorLexicon) -> Known | None:
    """Return the one lexicon entry that the whole name stands for; None when there is none, or several that the country does not tell apart."""
    words = fold(name)
    for end, known in lexicon.longest(words, 0):
        fitting = [k for k in known if k.form in ("name", "people", "capital", "adjective") and (country is None or k.country in (None, country))]
        if _ARABIC.match(name):  # "Al-Soudani" is a man, not Sudanese
            fitting = [k for k in fitting if k.form == "name"]
        fitting = [k for k in fitting if not k.acronym or name.strip(" .").isupper() or any(c.isdigit() for c in name)] or fitting
        if end == len(words) and len({k.name for k in fitting}) == 1:
            return fitting[0]
    return None


def _organ(name: str, country: str | None, lexicon: ActorLexicon) -> Known | None:
    """Return the organ that a description with a known country means: "army" of Sudan is the Sudanese army."""
    state = lexicon.states.get(country or "")
    if state is None:
        return None
    rest = [w for w in fold(name) if w not in _state_words(state.entry.many("adjectives"), state.entry.many("variants"), state.name)]
    for adjective in state.entry.many("adjectives"):
        if rest and (found := _look_up(f"{adjective} {' '.join(rest)}", country, lexicon)) is not None:
            return found
    return None


def _state_words(adjectives: list[str], variants: list[str], name: str) -> frozenset[str]:
    return frozenset(w for words in (name, *adjectives, *variants) for w in fold(words))


def _country_in(name: str, lexicon: ActorLexicon) -> str | None:
    """Return the country that a name begins with ("Iraqi army", "Congo army")."""
    found = lexicon.longest(fold(name), 0)
    return next((k.country for _, known in found for k in known if k.kind == "state" and k.form in ("name", "adjective")), None)


@lru_cache(maxsize=1 << 16)
def describing_words(name: str) -> frozenset[str]:
    """Return the words that tell what a description means, in the singular."""
    return frozenset(_singular(w) for w in name_words(_POSSESSIVE.sub("", name)) if w not in _SMALL and not w.isdigit())


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@lru_cache(maxsize=1 << 18)
def likeness(a: Party, b: Party) -> float:
    """Return how likely two parties of different articles are one, from -1 (certainly not) over 0 (nothing to tell) to 1 (the same)."""
    if a.country and b.country and a.country != b.country:
        return -1.0
    if a.place and b.place:
        return _places(a, b)
    if a.known and b.known:
        if a.known == b.known:
            return 1.0
        return 0.4 if a.country == b.country and a.country and {a.sector, b.sector} <= STATE and "GOV" in (a.sector, b.sector) else -1.0
    if a.named and b.named:
        return _named(a, b)
    return _described(a, b)


def _places(a: Party, b: Party) -> float:
    if "named" == a.place == b.place:
        return 1.0 if describing_words(a.name) & describing_words(b.name) else -0.7
    return 0.6  # "the village" may be any named one; the places of the reports say more


def _named(a: Party, b: Party) -> float:
    if a.kind != b.kind:
        person, group = (a, b) if a.kind == "person" else (b, a)
        return 0.5 if person.affiliation and group_names_match(person.affiliation, group.name) else -0.3
    one, other = name_words(a.known or a.name), name_words(b.known or b.name)
    if a.kind == "person":
        if len(one) > 1 and len(other) > 1:
            return 1.0 if full_names_match(a.known or a.name, b.known or b.name) else -1.0
        short, long = sorted((one, other), key=len)
        return 0.6 if any(words_match(short[0], w) for w in long) else -1.0
    if group_names_match(a.known or a.name, b.known or b.name):
        return 1.0
    if is_acronym(a.name, other) or is_acronym(b.name, one):
        return 0.8
    shared = describing_words(a.name) & describing_words(b.name)
    return 0.5 if shared and (shared == describing_words(a.name) or shared == describing_words(b.name)) else -0.8


def is_acronym(name: str, words: tuple[str, ...]) -> bool:
    """Whether a name in capitals is made of the initials of these words."""
    letters = "".join(c for c in name if c.isalpha())
    return 1 < len(letters) <= len(words) and letters.isupper() and letters.lower() == "".join(w[0] for w in words if w not in _SMALL)


def _described(a: Party, b: Party) -> float:
    one, other = describing_words(a.name), describing_words(b.name)
    if one == other:
        return 0.2 if is_anyone(a) else 1.0
    if one & other:
        return 0.7
    if a.sector is None and b.sector is None:
        return -0.7 if not (a.named or b.named) else -0.2  # two things: "bakery", "fuel depot"
    if a.sector is None or b.sector is None or a.sector in _ANYONE or b.sector in _ANYONE:
        return 0.1
    if a.sector == b.sector or {a.sector, b.sector} <= ARMED:
        return 0.4
    return -0.6


def is_anyone(party: Party) -> bool:
    """Whether a party is told in a word that fits anybody ("people", "residents")."""
    return not party.named and party.sector in _ANYONE and party.place is None and len(describing_words(party.name)) == 1


def best_likeness(ones: tuple[Party, ...], others: tuple[Party, ...]) -> float | None:
    """Return the likeness of the two most alike parties of two lists, those that fit anybody left out; None when there is nothing to compare."""
    found = [likeness(a, b) for a in ones if not is_anyone(a) for b in others if not is_anyone(b)]
    return max(found, default=None)
