"""Naming: which names of one article are the same actor's, and which is the fullest."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from reportedly.analysis import Analysis, Entity, Mention, Sentence, Token
from reportedly.lexicons.actors import fold
from reportedly.lexicons.word_lists import word_list

_DOUBLED = re.compile(r"(.)\1")
_STATES_IN_LETTERS = frozenset({"us", "un", "uk", "eu", "au"})
_SMALL = frozenset({"of", "for", "and", "in", "to", "on", "against"})


def link_names(analysis: Analysis, names: list[Mention], first_names: Mapping[str, str]) -> None:
    """Longest names first, so that a surname in the headline finds the full name below it."""
    by_key: dict[str, Entity] = {}
    by_word: dict[str, list[Entity]] = defaultdict(list)
    for mention in sorted(names, key=lambda m: (-len(name_words(m.name)), m.first)):
        key = _key(mention)
        entity = _surname_of(mention, by_word) or _namesake(analysis, mention, by_word) or by_key.get(key) or _same_name(mention, by_word) or _called_by_noun(analysis, mention, by_word) or (_first_of_two_surnames(mention, by_word) if key not in first_names else None)
        if entity is None:
            entity = Entity(person=mention.person is True)
        by_key.setdefault(key, entity)
        join(entity, mention)
        for word in _index_words(mention):
            if entity not in by_word[word]:
                by_word[word].append(entity)
    for name, short in (*_introduced(analysis), *_called_also(analysis), *_bodies_of(names)):
        kept, gone = name.entities[0], short.entities[0]
        for mention in names:
            if mention.entities[0] is gone and kept is not gone:
                join(kept, mention)
                if not short.name.isupper():
                    kept.aliases.add(mention.name)
    analysis.entities.extend(dict.fromkeys(m.entities[0] for m in names))


def link_halves(analysis: Analysis, names: list[Mention]) -> None:
    """Give "the North", "the South" to the states of that name which the article names, where there are such: North Korea."""
    for mention in names:
        _link_half(analysis, mention, names)


def link_seats(analysis: Analysis, names: list[Mention]) -> None:
    """Give "Brussels" to the European Union where the article names it, or its Commission, and not Belgium."""
    seats = [m for m in names if m.rule == "lexicon-capital" and m.name.casefold() == "brussels"]
    if not seats or any(m.country == "BEL" and m.name.casefold() != "brussels" for m in names):
        return
    union = next((m.entities[0] for body in ("European Union", "European Commission") for m in names if m.entry is not None and m.entry["name"] == body), None)
    if union is not None:
        for mention in seats:
            _move(analysis, mention, union)


def _move(analysis: Analysis, mention: Mention, new: Entity) -> None:
    """Take a mention from the actor it was given to, and give it to another."""
    old = mention.entities[0]
    old.mentions.remove(mention)
    if not old.mentions:
        analysis.entities.remove(old)
    join(new, mention)


def _link_half(analysis: Analysis, mention: Mention, names: list[Mention]) -> None:
    """Give "the North", "the South" to the state of that name which the article names, where there is one: North Korea."""
    head = mention.head
    if head.text not in ("North", "South") or mention.first != mention.last or mention.entry is not None or head.dep not in ("nsubj", "nsubjpass", "dobj", "pobj", "poss") or not any(c.lower == "the" for c in head.children):
        return
    if head.dep == "pobj" and head.head.lower in ("in", "from", "of", "into", "across"):
        return  # "fighters from the South": where
    state = next((m for m in names if m.entry is not None and m.sector == "GOV" and m.entry["name"].split()[0] == head.text and m.entities), None)
    if state is None or not mention.entities:
        return
    _move(analysis, mention, state.entities[0])
    mention.entry, mention.rule, mention.country, mention.sector, mention.person = state.entry, "lexicon-capital", state.country, state.sector, False


def promote_introduced(analysis: Analysis) -> None:
    """Make a name of what a bracket right behind it shortens, where it passes for a description: "the Tibesti People's Front (TPF)"."""
    tokens = analysis.tokens
    letters = {m.name.casefold() for m in analysis.mentions if m.kind == "name" and m.name.isupper() and m.entry is None and 2 < len(m.name) < 8}
    for long in analysis.mentions if letters else ():
        if long.kind == "description" and not long.person and long.name[:1].isupper() and " " in long.name and initials(unowned(long.name)) in letters and all(w[:1].isupper() or w == "the" or w in _SMALL for w in long.name.split()):
            long.kind, long.rule = "name", "ORG"  # "the Office of the Attorney General ... the OAG"
    for sentence in analysis.sentences:
        for long, short in pairwise(sentence.mentions):
            if long.kind != "description" or short.kind != "name" or long.person or " " not in long.name or not short.first == short.last == long.last + 2 or tokens[long.last + 1].text != "(":
                continue
            if short.name.isupper() and len(short.name) > 1 and short.entry is None:
                long.kind, long.rule = "name", "ORG"


def unowned(name: str) -> str:
    """Return what a body or office is called without whose it is: "Navy Commander" of "Chad's Navy Commander"."""
    return name.replace("\u2019", "'").rpartition("'s ")[2]


def name_surnames(analysis: Analysis) -> None:
    """Make names of surnames that stand alone, where they pass for common nouns ("[Bishop] said" after "Julie Bishop") or for nobody."""
    known = {analysis.tokens[m.last].text: m for m in analysis.mentions if m.kind == "name" and m.person and m.last > m.first and m.rule != "place"}
    covered = {i: m for m in analysis.mentions for i in range(m.first, m.last + 1)}
    for token in analysis.tokens:
        if token.text not in known or token.tag != "NNP" or token.dep not in _ALONE or len(token.text) < 3 or any(c.dep in ("det", "compound", "amod", "poss", "nmod") for c in token.children):
            continue
        mention = covered.get(token.i)
        if mention is None:
            mention = Mention(token.i, token.i, token, "name", name=token.text, span=token.span)
            analysis.mentions.append(mention)
            analysis.mention_at[token.i] = mention
            token.sent.mentions.append(mention)
            token.sent.mentions.sort(key=lambda m: m.first)
        elif mention.kind != "description" or mention.first != mention.last or mention.plural or mention.apposed is not None:
            continue
        mention.kind, mention.rule, mention.person, mention.sector, mention.name = "name", "PERSON", True, None, token.text
    analysis.mentions.sort(key=lambda m: m.first)


_ALONE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss"})


def _key(mention: Mention) -> str:
    if mention.entry is not None:
        return ("people " if mention.rule == "lexicon-people" else "lexicon ") + mention.entry["name"]
    words = name_words(mention.name)
    return " ".join(_undoubled(words)) if mention.person and len(words) > 1 else " ".join(words)  # "Hassan" and "Hasan Nasrallah"


def _undoubled(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_DOUBLED.sub(r"\1", w) for w in words)


def _surname_of(mention: Mention, by_word: dict[str, list[Entity]]) -> Entity | None:
    """Return the person of the article whose surname a state's or capital's name is here ("Paris" after "Vera Paris")."""
    words = name_words(mention.name)
    if len(words) != 1 or mention.rule not in ("lexicon-capital", "lexicon-name", "place", "ORG", "loose") or (len(words[0]) < 4 and mention.name.replace(".", "").isupper()):
        return None  # "the UN" is not Kim Jong Un
    hits = [e for e in by_word[words[0]] if e.person and any(o.person and len(w := name_words(o.name)) > 1 and w[-1] == words[0] for o in e.mentions)]
    return hits[0] if len(hits) == 1 else None


def _namesake(analysis: Analysis, mention: Mention, by_word: dict[str, list[Entity]]) -> Entity | None:
    """Return whom a surname means that several bear: the one most often named in full, else the one named last before it; a "Mrs" no man."""
    words = name_words(mention.name)
    if len(words) != 1 or mention.rule not in _SURNAMES:
        return None
    full = [m for e in by_word[words[0]] if e.person for m in e.mentions if m.person and m.kind == "name" and len(w := name_words(m.name)) > 1 and w[-1] == words[0]]
    if len({id(m.entities[0]) for m in full}) < 2:
        return None
    called = _CALLED_SO.get(analysis.tokens[mention.first - 1].lower.rstrip(".")) if mention.first else None
    full = [m for m in full if called is None or m.gender in (None, called)] or full
    often = Counter(id(m.entities[0]) for m in full)
    return min(full, key=lambda m: (-often[id(m.entities[0])], m.first > mention.first, abs(m.first - mention.first))).entities[0]


_LETTERS = re.compile(r"[A-Z]{2,}s")
_SURNAMES = frozenset({"PERSON", "ORG", "loose", "place"})
_CALLED_SO = {"mr": "he", "mrs": "she", "ms": "she", "miss": "she"}


def _same_name(mention: Mention, by_word: dict[str, list[Entity]]) -> Entity | None:
    """Return the one actor a name is a shorter form of; none when it could be two."""
    words = name_words(mention.name)
    if not words:
        return None
    if len(words) == 1 and _LETTERS.fullmatch(mention.name):
        words = (words[0][:-1],)  # "the [SLAFs]" after "Sri Lankan Armed Forces"
    hits = [e for e in by_word[words[-1]] if any(o.kind == "name" and _is_short_for(words, name_words(o.name), mention, o) for o in e.mentions)]
    return hits[0] if len(hits) == 1 else None


def _with_state(full: tuple[str, ...]) -> str:
    """Return the letters of a name that keep those of its state or union whole: "uscirf" of "U.S. Commission on International Religious Freedom"."""
    return full[0] + "".join(w[0] for w in full[1:] if w not in _SMALL) if full[0] in _STATES_IN_LETTERS else ""


def _called_by_noun(analysis: Analysis, mention: Mention, by_word: dict[str, list[Entity]]) -> Entity | None:
    """Return the one body that the noun of its name stands for: "the Fund" after "the International Monetary Fund"."""
    words = name_words(mention.name)
    if len(words) != 1 or mention.entry is not None or mention.rule not in _UNREAD or mention.name.isupper() or mention.first == 0 or analysis.tokens[mention.first - 1].lower != "the":
        return None
    hits = [e for e in by_word[words[0]] if any(not o.person and o.rule not in _NO_ALIAS and len(w := fold(o.name)) > 1 and words[0] == (w[0] if w[0] in _FOREIGN else next((b for b, n in pairwise(w) if n in _SMALL), w[-1])) for o in e.mentions)]
    return hits[0] if len(hits) == 1 else None


_FOREIGN = word_list("foreign_bodies")
_UNREAD = frozenset({"loose", "ORG"})


def _first_of_two_surnames(mention: Mention, by_word: dict[str, list[Entity]]) -> Entity | None:
    """Return the person called by the first of two surnames: "Siles" after "Hernán Siles Zuazo"."""
    words = name_words(mention.name)
    if len(words) != 1 or mention.entry is not None or mention.rule == "NORP":
        return None
    hits = [e for e in by_word[words[0]] if any(o.person and len(w := name_words(o.name)) > 2 and w[-2] == words[0] for o in e.mentions)]
    return hits[0] if len(hits) == 1 else None


def _is_short_for(words: tuple[str, ...], full: tuple[str, ...], mention: Mention, other: Mention) -> bool:
    """Whether one name is a shorter form of another: surname, first words, acronym."""
    if words == full:
        return True
    if other.rule == "lexicon-adjective" or mention.rule == "lexicon-adjective" or not full:
        return False
    if other.person is True or (other.person is None and mention.person is not False):
        if mention.entry is not None and not (other.person and len(words) == 1 and mention.rule == "lexicon-name" and mention.entry["role"]):
            return False
        if len(words) > 1:
            words, full = _undoubled(words), _undoubled(full)  # "Hasan Nasrallah", "Sayyid Hassan Nasrallah"
        return len(words) < len(full) and (words == full[-len(words) :] or (words == full[: len(words)] and (len(words) > 1 or other.person is True)))
    if len(words) == 1 and (mention.name.isupper() or _LETTERS.fullmatch(mention.name)) and len(full) > 1:
        full = name_words(unowned(other.name)) or full
        initials = "".join(w[0] for w in full)
        return words[0] in (initials, "".join(w[0] for w in full if w not in _SMALL), _with_state(full)) or (mention.entry is None and len(words[0]) > 2 and len(full) > 3 and initials.startswith(words[0]))  # "the JTF" after "Joint Task Force North East"
    if mention.entry is not None or mention.person is True:
        return False
    return len(words) > 1 and len(words) < len(full) and (words == full[-len(words) :] or words == full[: len(words)])


def is_first_named(entity: Entity, sentence: Sentence) -> bool:
    """Whether no sentence before one calls somebody by name."""
    return all(m.head.sent.i >= sentence.i for m in entity.mentions if m.kind == "name")


def words_of_office(analysis: Analysis, name: Mention) -> set[str]:
    """Return the words of the office that somebody is named with: before the name, or else what is set beside it: "[lawyer] Omar Sow", "the [lawyer], Omar Sow"."""
    if name.role:
        return set(name_words(name.role))
    beside = name.head.child("appos") or (name.head.head if name.head.dep == "appos" else None)
    told = analysis.mention_at.get(beside.i) if beside is not None else None
    return set(name_words(told.name)) if told is not None and told.kind == "description" else set()


def _introduced(analysis: Analysis) -> Iterator[tuple[Mention, Mention]]:
    """Yield a body's name and the letters that a bracket right after it introduces, whatever they stand for: "Red Plain Front (FLR)"."""
    tokens = analysis.tokens
    for sentence in analysis.sentences:
        for name, short in pairwise(m for m in sentence.mentions if m.kind == "name"):
            one_word = short.first == short.last or ("-" in short.name and " " not in short.name)  # "(NTF-WS)"
            beside = one_word and short.last + 1 < len(tokens) and _stands_as_short(tokens, name, short)
            if beside and _is_of(short.name, name.name):
                continue  # "the Secretariat of the Pacific Islands Forum (PIF)": the forum
            if beside and not name.person and " " in name.name and short.name.isupper() and 2 <= len(short.name.replace("-", "")) <= 8 and (short.entry is None or (name.entry is None and "adjectives" not in short.entry.cells)) and name.rule != "place":
                yield name, short
        yield from _introduced_late(analysis, sentence)


def _stands_as_short(tokens: list[Token], name: Mention, short: Mention) -> bool:
    """Whether letters stand in a bracket behind a name, or between commas behind "or": "the Army of Dawn, or AA, said"."""
    if short.first - name.last > 3:
        return False
    between, after = [t.lower for t in tokens[name.last + 1 : short.first]], tokens[short.last + 1].text
    return (between == ["("] and after == ")") or (between == [",", "or"] and after in (",", "."))


def _bodies_of(names: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Yield a body's name and the same with the letters of whose it is before it: "Secretariat of the Pacific Islands Forum", "PIF Secretariat"."""
    owned = [m for m in names if not m.person and " of " in m.name]
    for short in names if owned else ():
        if not short.person and (name := next((m for m in owned if _is_owned_as(short.name, m.name)), None)) is not None:
            yield name, short


def _is_owned_as(short: str, name: str) -> bool:
    letters, _, body = short.partition(" ")
    return bool(body) and letters.isupper() and name.casefold().startswith(f"{body.casefold()} of ") and _is_of(letters, name)


def body_said_otherwise(analysis: Analysis, mention: Mention) -> Entity | None:
    """Return the body that a description in capitals names the other way round: "the PIF Secretariat", "the Secretariat of the Pacific Islands Forum"."""
    if mention.person or mention.plural or not mention.head.text[:1].isupper() or not (" of " in mention.name or mention.name.partition(" ")[0].isupper()):
        return None
    other = next((m for m in analysis.mentions if m is not mention and m.entities and not m.person and (_is_owned_as(mention.name, m.name) or _is_owned_as(m.name, mention.name))), None)
    if other is None:
        return None
    mention.kind, mention.rule = "name", "ORG"
    return other.entities[0]


def _is_of(letters: str, name: str) -> bool:
    """Whether letters stand for whose body a name says it is, and not for the body itself."""
    whole, tail = initials(name), initials(name.partition(" of ")[2])
    return bool(tail) and letters.casefold() in (tail, name.rpartition(" ")[2].casefold()) and letters.casefold() != whole


def initials(name: str) -> str:
    """Return the letters that a name is shortened to, small ones: "oas" of "Organization of American States"."""
    return "".join(w[0] for w in fold(name) if w not in ("of", "the", "and", "for", "in"))


def office_in_letters(analysis: Analysis, mention: Mention) -> Entity | None:
    """Return who holds the office that letters stand for: "COAS", "IGP", beside "the Chief of Army Staff, General Omar Sy"."""
    letters = mention.head.lower
    if not mention.person or mention.first != mention.last or not mention.head.text.isupper() or not 3 <= len(letters) <= 5:
        return None
    held = ((m.name, m.apposed.entities) for m in analysis.mentions if m.kind == "description" and m.apposed is not None)
    return next((entities[0] for name, entities in held if entities and letters in (initials(name), "".join(w[0] for w in fold(name)))), None)


def _introduced_late(analysis: Analysis, sentence: Sentence) -> Iterator[tuple[Mention, Mention]]:
    """Yield a name and the letters at the end of a bracket behind it that first gives the name in another language: "(Spanish: Frente Rojo, FR)"."""
    tokens, start = analysis.tokens, sentence.tokens[0].i
    for short in sentence.mentions:
        at = short.first
        if not (short.kind == "name" and short.first == short.last and short.name.isupper() and 2 <= len(short.name) <= 8 and short.entry is None and at + 1 < len(tokens)):
            continue
        if tokens[at + 1].text != ")" or tokens[at - 1].text not in (",", ";"):
            continue
        opened = next((i for i in range(at - 1, max(start, at - 20), -1) if tokens[i].text in ("(", ")")), None)
        name = next((m for m in sentence.mentions if opened is not None and m.last == opened - 1 and m.kind == "name"), None)
        if name is not None and opened is not None and tokens[opened].text == "(" and not name.person and " " in name.name and name.rule not in _NO_ALIAS:
            yield name, short


def _called_also(analysis: Analysis) -> Iterator[tuple[Mention, Mention]]:
    """Yield a name and another that words right after it give the same actor: "Omar Said, also known as Abu Hamza", "born Ali Hassan"."""
    for sentence in analysis.sentences:
        if not any(t.lower in _CALLED for t in sentence.tokens):
            continue
        names = [m for m in sentence.mentions if m.kind == "name" and m.entities]
        for n, name in enumerate(names):
            start = _after_bracket(sentence, name.last + 1)
            other = next((m for m in names[n + 1 :] if m.first > start), None)
            if other is None or name.rule in _NO_ALIAS or other.rule in _NO_ALIAS or (name.person and other.person is False and other.entry is not None):
                continue
            base = sentence.tokens[0].i
            between = [t.lower for t in sentence.tokens[start - base : other.first - base]]
            if any(t.lower in _CALLED and (t.tag in ("VBD", "VBZ", "VBP") or t.dep == "ROOT") and t.child("nsubj") is not None for t in sentence.tokens[start - base : other.first - base]):
                continue  # "Omar Said called Ali Hassan on Monday": two men
            if any(w in _CALLED for w in between) and all(w in _CALLED or w in _WITH_CALLED for w in between):
                if name.person and not other.person:
                    other.person, other.rule = True, "PERSON"
                yield name, other


def _after_bracket(sentence: Sentence, at: int) -> int:
    """Return where a sentence goes on after a bracket that gives a name in another script: "(Arabic: ...)"."""
    tokens, base = sentence.tokens, sentence.tokens[0].i
    if at - base < len(tokens) and tokens[at - base].text.startswith("(") and tokens[at - base].text.endswith(")"):
        return at + 1
    if at - base >= len(tokens) or tokens[at - base].text != "(" or at - base + 1 >= len(tokens) or tokens[at - base + 1].lower in _CALLED | _WITH_CALLED:
        return at
    close = next((t.i for t in tokens[at - base :] if t.text == ")"), None)
    return at if close is None else close + 1


_CALLED = word_list("naming.called")
_WITH_CALLED = word_list("naming.with_called") | {"\u201c", "\u2018"}
_EPITHETS = word_list("naming.epithets")
_NO_ALIAS = frozenset({"place", "lexicon-adjective", "lexicon-people", "lexicon-capital"})


def _index_words(mention: Mention) -> set[str]:
    words = name_words(mention.name)
    initials = "".join(w[0] for w in words)
    return {*words, *([_with_state(words)] if words and not mention.person else []), initials, "".join(w[0] for w in words if w not in _SMALL), *(initials[:n] for n in range(3, len(words)) if not mention.person)}


def join(entity: Entity, mention: Mention) -> None:
    entity.mentions.append(mention)
    mention.entities = [entity]


@lru_cache(maxsize=10_000)
def name_words(name: str) -> tuple[str, ...]:
    return tuple(w for w in fold(name) if w not in ("al", "el", "the", "s"))


def fullest(names: list[Mention]) -> str:
    """Return the fullest form: most words, then the one most used, then longest, then first; a state's name rather than its adjective or people."""
    proper = [m for m in names if m.rule not in ("lexicon-adjective", "lexicon-people", "lexicon-capital")]
    if any(m.name in m.entities[0].aliases for m in proper if m.entities):
        proper = [m for m in proper if not m.entities or m.name not in m.entities[0].aliases] or proper
    if not proper:
        entry = next((m.entry for m in names if m.rule == "lexicon-adjective"), None)
        return entry["name"] if entry is not None and names[0].rule in ("lexicon-adjective", "lexicon-capital") else names[0].name  # capitals alone: as the article calls it
    used = Counter(m.name for m in proper if m.head.dep not in ("compound", "amod", "nmod"))  # "Turkish army" thrice and "Turkish forces" once
    proper = _mostly_called(proper)
    return max(proper, key=lambda m: (not _is_said_plainly(m), len(name_words(m.name)), used[m.name], len(m.name), -m.first)).name


def _mostly_called(proper: list[Mention]) -> list[Mention]:
    """Return the forms of the name that an article mostly uses, where a known body has several that share no word: "Taliban" rather than "Islamic Emirate"."""
    if len({m.name for m in proper}) < 2 or any(m.rule != "lexicon-name" or m.person for m in proper):
        return proper
    often = Counter(m.name for m in proper)
    first = max(proper, key=lambda m: (not m.name.isupper(), often[m.name], -m.first))
    if any(_is_in_bracket(m) for m in proper if m.name == first.name):
        return proper  # "the Caribbean Community (Caricom)": the short form of it
    kin = [m for m in proper if m.name.isupper() or _stems(m.name) & _stems(first.name)]
    apart = [m for m in proper if m not in kin]
    return kin if apart and any(not m.name.isupper() for m in kin) and often[first.name] > max(often[m.name] for m in apart) else proper


def _stems(name: str) -> set[str]:
    """Return the words of a name as of one of them: "Houthis" as "Houthi"."""
    return {w.removesuffix("s") for w in name_words(name)}


def _is_in_bracket(mention: Mention) -> bool:
    words = mention.head.sent.tokens
    at = mention.first - words[0].i
    return at > 0 and words[at - 1].text == "("


def _is_said_plainly(mention: Mention) -> bool:
    """Whether a known name is rather what a body or state is, or is taken for: "UN refugee agency" beside "UNHCR", "the Kyiv regime" beside "Ukraine"."""
    last = mention.name.rpartition(" ")[2]
    return mention.rule == "lexicon-name" and ((mention.country in ("IGO", "NGO") and last.islower()) or last.lower() in _EPITHETS)


def entity_sector(entity: Entity) -> str | None:
    """Return the sector of an actor, or the first that any mention of it has."""
    return entity.sector or next((m.sector for m in entity.mentions if m.sector), None)


def mention_sector(mention: Mention) -> str | None:
    """Return the sector that a mention tells, or that of the actor it means."""
    return mention.sector or (mention.entity.sector if mention.entity is not None else None)


def entity_role(entity: Entity) -> str | None:
    """Return the first role any mention of an actor states, or the one the lexicon knows."""
    for mention in entity.mentions:
        if mention.role:
            return mention.role
    for mention in entity.mentions:
        if mention.entry is not None and mention.entry["role"]:
            return mention.entry["role"]
    return entity.role
