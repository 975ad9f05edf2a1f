"""Tolls: how many were killed, injured, detained, displaced or are missing, with the words that say so.

Reads tokens; offers ``tolls_for`` for the predicate of an event. Which words mean which harm is in ``tolls.tsv``, reading of numbers in toll_counts.py.
"""

from __future__ import annotations

from typing import get_args

from reportedly.analysis import Analysis, Token
from reportedly.coding.grammar.clauses import logical_object
from reportedly.coding.grammar.syntax import SUBJECTS, antecedent, climb_partitive, conjuncts, is_negated, is_verb, prep_objects
from reportedly.coding.tolls.toll_counts import Count, Counter
from reportedly.lexicons.toll_words import TollWords, bundled
from reportedly.lexicons.word_lists import word_list
from reportedly.records import Toll, TollKind

_BY_TYPE: dict[str, frozenset[str]] = {  # the harm an act of each type does; other types do none
    "ASSAULT": frozenset({"killed", "injured", "displaced", "missing"}),
    "COERCE": frozenset({"killed", "injured", "detained", "displaced", "missing"}),  # a raid or siege that cost lives
    "PROTEST": frozenset({"killed", "injured", "detained"}),
}
_CLAUSES = ("advcl", "acl", "relcl", "conj", "ccomp", "dep")
_BEFORE_STATE = frozenset({"and", ",", ";", "or", "leaving", "left", "leave", "leaves", "with", "while", "-", "--", "\u2013"})
_COSTING = word_list("tolls.costing")
_RAISING = word_list("tolls.raising")
_TRYING = word_list("tolls.trying")


def tolls_for(analysis: Analysis, head: Token, type_: str, mode: str | None = None, also: list[Token] | None = None, *, words: TollWords | None = None) -> list[Toll]:
    """Return the tolls of an event, one a kind, from its predicate, the verbs that unfold it and the result clauses below it.

    ``also``: verbs that only unfold the event ("an attack that killed 13"). Which kinds count depends on the type; an abduction also detains.
    """
    kinds = frozenset({"detained"}) if mode == "arrest" else _BY_TYPE.get(type_, frozenset()) | ({"detained"} if mode == "abduct" else frozenset())
    if mode == "abduct" and _is_background(head, mode):
        kinds -= {"detained"}
    if not kinds:
        return []
    found: dict[str, Toll] = {}
    acts = analysis.acts_in(head.sent) - {head.i, *(t.i for t in also or ())}
    reader = _Reader(analysis, words or bundled(), acts)
    own = [] if head.dep in ("xcomp", "acl") and head.head.lemma in _TRYING else [head]  # "tried to assassinate the mayor", "an attempt to kill him"
    for token in dict.fromkeys([*own, *(also or []), *reader.below(head)]):
        for kind, count in reader.read(token):
            found.setdefault(kind, Toll(kind=kind, low=count.low, high=count.high, span=(analysis.tokens[count.first].start, analysis.tokens[count.last].end)))
    if mode in ("arrest", "abduct") and "detained" in kinds and "detained" not in found and is_verb(head) and (held := reader.held(head)) is not None:
        found["detained"] = Toll(kind="detained", low=held.low, high=held.high, span=(analysis.tokens[held.first].start, analysis.tokens[held.last].end))
    return [found[kind] for kind in get_args(TollKind) if kind in found and kind in kinds]


def _is_background(head: Token, mode: str | None) -> bool:
    """Whether who is held is only said of somebody: "freed the girls abducted in May", "after they had seized ten nurses"; an abduction counts them as a deed told for itself alone."""
    verb = head
    while verb.dep == "conj" and is_verb(verb.head):
        verb = verb.head
    if any(c.dep == "aux" and c.lower in ("had", "having") for c in (*head.children, *verb.children)):
        return True
    return verb.dep in ("relcl", "acl", "amod") or (mode == "abduct" and (not is_verb(head) or verb.dep == "pcomp"))


class _Reader:
    """Finds who was harmed below words of harm."""

    def __init__(self, analysis: Analysis, words: TollWords, acts: set[int]) -> None:
        self.analysis, self.words, self.acts, self.counter = analysis, words, acts, Counter(analysis, words)

    def held(self, verb: Token) -> Count | None:
        """Return how many are held by an act whose word alone does not say so: "seized 30 pupils", "confined to their homes"."""
        return next((count for _, count in self._counted("detained", logical_object(verb))), None) if not is_negated(verb) else None

    def below(self, head: Token) -> list[Token]:
        """Return the words whose harm is the act's: result clauses, "with" phrases, and the verb that carries a noun unless coded itself."""
        out: list[Token] = []
        for child in head.children:
            if child.dep in _CLAUSES and is_verb(child) and self._is_result(child):
                out += [child, *(c for c in child.children if c.dep == "conj" and is_verb(c))]
            elif child.dep == "prep" and child.lower in ("with", "in"):
                out += [g for g in child.children if g.dep == "pcomp" and is_verb(g)]
                out += [a for g in child.children if g.dep == "pobj" for p in conjuncts(g) for a in p.children if a.dep in ("acl", "amod") and a.lower in self.words.harm["state"]]
        if not is_verb(head) or head.dep in ("csubj", "nsubj"):
            out += self._carriers(climb_partitive(head) if head.dep == "pobj" else head)
        if not is_verb(head):
            out += self._late(head)
        return out

    def _late(self, noun: Token) -> list[Token]:
        """Return the result clause that hangs from a place or target of the act: "an attack on a market that left ten dead"."""
        following = noun.sent.tokens[noun.i + 1 - noun.sent.tokens[0].i :][:1]
        behind = [p for p in following if p.dep == "prep" and p.head is not noun]  # hung too high
        nouns = [g for p in (*noun.children, *behind) if p.dep == "prep" for g in p.children if g.dep == "pobj"]
        nouns += [g for n in nouns for p in n.children if p.dep == "prep" for g in p.children if g.dep == "pobj"]
        clauses = [c for n in nouns for c in n.children if c.dep == "relcl" and c.i not in self.acts and c.lemma in _COSTING and any(s.dep == "nsubj" and s.lower in ("that", "which") for s in c.children)]
        return [*clauses, *(c for r in clauses for c in r.children if c.dep == "conj" and is_verb(c) and c.i not in self.acts)]

    def _is_result(self, verb: Token) -> bool:
        """Whether a clause below an act tells its result; one with a subject of its own, or a coded conjunct, is another matter."""
        if verb.dep == "conj":
            return verb.i not in self.acts
        own = any(c.dep in SUBJECTS and c.lower not in ("which", "that", "who") for c in verb.children)
        if verb.dep in ("ccomp", "dep", "advcl"):
            return verb.tag == "VBG" and not own and verb.i not in self.acts  # "raided a farm, killing three": the toll of the killing
        occasion = any(c.dep == "prep" and c.lower in ("in", "during") and any(g.lower == "which" for g in c.children) for c in verb.children)
        return verb.dep != "relcl" or not own or verb.tag == "VBN" or occasion  # "the raid, in which nine died"

    def _carriers(self, noun: Token) -> list[Token]:
        """Return the verb a noun is subject of or occasion for: "the blast killed 12", "three died in the raid", and "the death toll of"."""
        governor = noun.head
        if noun.dep == "pobj":
            if governor.head.lemma.lower() == "toll":
                return [governor.head]
            beside = next((c for c in governor.head.children if c.lemma == "toll" and c.dep in ("dobj", "nsubj")), None) if governor.lower in ("from", "for", "of", "in") else None
            if beside is not None:
                return [beside]  # "brought the toll from the raids to 59"
            if governor.lower not in ("in", "during", "by", "after"):
                return []
            governor = governor.head
        elif noun.dep == "attr":  # "it was an attack, with ten people killed"
            return [g for c in governor.children if c.dep == "prep" and c.lower == "with" for g in c.children if g.dep == "pcomp" and is_verb(g)]
        elif noun.dep not in ("nsubj", "csubj", "agent"):
            return []
        if noun.dep == "pobj" and governor.lower in self.words.harm["state"] and governor.child("nummod") is not None:
            return [governor]
        if not is_verb(governor) or (governor.i in self.acts and noun.dep == "pobj"):
            return []
        first = [governor.head] if governor.dep == "conj" and is_verb(governor.head) and noun.dep == "pobj" and governor.head.i not in self.acts else []
        results = [c for c in governor.children if self._is_result_of(c)]
        return [*first, governor, *results, *(c for r in results for c in r.children if c.dep == "conj" and is_verb(c))]

    def _is_result_of(self, token: Token) -> bool:
        return token.dep in ("advcl", "conj") and is_verb(token) and (token.tag == "VBG" or token.dep == "conj") and not any(c.dep in SUBJECTS for c in token.children)

    def read(self, token: Token) -> list[tuple[TollKind, Count]]:
        """Return the kinds and counts one word of harm gives."""
        lemma = token.lemma.lower()
        if (kind := self.words.harm["state"].get(token.lower)) is not None and token.pos in ("ADJ", "NOUN") and (count := self.counter.of(token)) is not None and token.child("nummod") is not None:
            return [(kind, count)]  # "At least 40 dead in fighting"
        if is_verb(token) or token.lower in self.words.harm["state"]:
            return self._read_verb(token, lemma)
        if lemma == "toll":
            return self._read_toll(token)
        kind = self.words.harm["noun"].get(lemma) or self.words.harm["noun"].get(token.lower)
        return self._counted(kind, prep_objects(token, "of") or [token]) if kind is not None else []

    def _is_dated(self, noun: Token) -> bool:
        """Whether the number before a noun is a year: "the 1994 massacre"."""
        numbers = [c.start for c in noun.children if c.tag == "CD"]
        return any(time.span[0] <= start < time.span[1] for start in numbers for time in self.analysis.times)

    def _read_verb(self, verb: Token, lemma: str) -> list[tuple[TollKind, Count]]:
        if is_negated(verb):
            return []
        particle = next((c.lemma for c in verb.children if c.dep in ("prt", "oprd")), None)  # "gun down", "take hostage"
        phrase = f"{lemma} {particle}" if particle else lemma
        objects, subjects = self.words.harm["object"], self.words.harm["subject"]
        kind = objects.get(phrase) or objects.get(lemma)
        if kind is not None:
            people = logical_object(verb) or self._bare_subject(verb)
            people += [c for c in verb.children if c.dep == "conj" and c.tag == "CD" and c.i > verb.i]  # "killed the mayor and two of his guards"
            if (told := _grown_to(people)) is not None:
                return self._counted(kind, [told])
        elif (kind := subjects.get(lemma) or subjects.get(f"{lemma} {thing.lemma}" if (thing := verb.child("dobj", "acomp")) is not None else "")) is not None:
            people = self._subject(verb)
        elif lemma in self.words.lists["result"] or lemma in self.words.lists["rise"]:
            return self._results(verb)
        else:
            return []
        found = self._counted(kind, people) if not self._is_shared(verb) else []
        return found + [f for f in self._states(verb) if f[0] != kind]

    def _subject(self, verb: Token) -> list[Token]:
        own = [antecedent(t) for c in verb.children if c.dep == "nsubj" for t in conjuncts(c)]
        return own or ([verb.head] if verb.dep in ("acl", "relcl") else [])

    def _bare_subject(self, verb: Token) -> list[Token]:
        """Return the subject of a participle without an auxiliary: "with ten people killed"."""
        if verb.tag != "VBN" or any(c.dep in ("aux", "auxpass") for c in verb.children):
            return []
        return [t for c in verb.children if c.dep == "nsubj" for t in conjuncts(c)]

    def _is_shared(self, verb: Token) -> bool:
        """Whether "killed and injured 30" gives one number for both, which is neither's."""
        mates = [c for c in verb.children if c.dep == "conj"] + ([verb.head] if verb.dep == "conj" else [])
        for mate in mates:
            first, second = (verb, mate) if verb.i < mate.i else (mate, verb)
            if self._kinds(verb, mate) == {"killed", "injured"} and _shares(first, second):
                return True
        words = verb.sent.tokens
        at = verb.i - words[0].i
        beside = [words[k] for k, joint in ((at - 2, at - 1), (at + 2, at + 1)) if 0 <= k < len(words) and words[joint].lower in ("and", "or")]
        return any(self._kinds(verb, mate) == {"killed", "injured"} and any(p.tag in ("NNS", "NNPS", "CD") for p in logical_object(verb)) for mate in beside)

    def _kinds(self, *verbs: Token) -> set[TollKind | None]:
        return {self.words.harm["object"].get(verb.lemma.lower()) for verb in verbs}

    def _counted(self, kind: TollKind, people: list[Token]) -> list[tuple[TollKind, Count]]:
        people = self._apart([p for p in people if not self._is_dated(p)])
        count = self.counter.of_people(people, singles=kind in ("killed", "injured") or any(_is_one(p) for p in people)) if people else None
        return [(kind, count)] if count is not None else []

    def _apart(self, people: list[Token]) -> list[Token]:
        """Drop nouns that denote somebody already there: "its [founder] and first emir, Omar Said" is one man."""
        out: list[Token] = []
        seen: set[int] = set()
        for person in people:
            mention = self.analysis.mention_at.get(person.i)
            one = id(mention.entities[0]) if mention is not None and len(mention.entities) == 1 and not mention.plural else 0
            if not one or one not in seen:
                out.append(person)
            seen.add(one)
        return out

    def _results(self, verb: Token) -> list[tuple[TollKind, Count]]:
        """Read "left six dead", "claimed 12 lives", "resulted in the deaths of 12", "shot dead a man"."""
        out = self._states(verb)
        for child in verb.children:
            nouns = conjuncts(child) if child.dep == "dobj" else prep_objects(verb, child.lower) if child.lower in ("in", "to") else []
            for noun in nouns:
                kind = self.words.harm["noun"].get(noun.lemma.lower())
                if child.dep == "dobj" and any(c.lower == "dead" for c in noun.children):
                    out += self._counted("killed", [noun])  # "shot dead two teenagers"
                elif kind is not None and noun.i not in self.acts:
                    out += self._counted(kind, prep_objects(noun, "of") or [noun])
            if child.lower == "dead" and child.dep in ("oprd", "acomp", "advmod", "advcl", "prt", "amod", "ccomp", "dep") and not out:
                out += self._counted("killed", logical_object(verb))
            elif child.lower == "toll":
                out += self._read_toll(child)
        return out

    def _states(self, verb: Token) -> list[tuple[TollKind, Count]]:
        """Read the states after a verb that have a number right before them: "six people dead and 20 wounded"."""
        out: list[tuple[TollKind, Count]] = []
        for token in verb.sent.tokens:
            kind = self.words.harm["state"].get(token.lower)
            if kind is None or token.i <= verb.i + 1 or token.child("auxpass") is not None or (token.i in self.acts and token.child("nsubjpass") is not None):
                continue
            before = self.analysis.tokens[token.i - 1]
            if before.lower in ("reported", "feared", "left", "more", "others"):
                before = self.analysis.tokens[token.i - 2]
            count = self.counter.of(before) if before.i > verb.i else None
            if count is None or (count.first > verb.i + 1 and self.analysis.tokens[count.first - 1].lower not in _BEFORE_STATE):
                continue
            out.append((kind, count))
        return out

    def _read_toll(self, toll: Token) -> list[tuple[TollKind, Count]]:
        """Read "the death toll rose to 41", "a death toll of 41"."""
        verb = toll.head
        named = [c.lower for c in toll.children if c.dep in ("compound", "amod")]
        if not ({"death", "casualty"} & set(named) or (not named and is_verb(verb) and (verb.lemma in self.words.lists["rise"] or verb.lemma in _RAISING))):
            return []
        numbers = prep_objects(toll, "of")
        if toll.dep == "dobj" and verb.lemma in _RAISING:
            numbers = prep_objects(verb, "to") or prep_objects(toll, "to") or prep_objects(verb, "at") or numbers
        if toll.dep == "nsubj" and is_verb(verb):
            numbers = prep_objects(verb, "to") or prep_objects(verb, "at") or [c for c in verb.children if c.dep == "dobj"] or numbers
        return self._counted("killed", [n for n in numbers if n.tag in ("CD", "NNS", "NN")][:1])


def _grown_to(people: list[Token]) -> Token | None:
    """Return the number that people come to: "the number of people killed in the raid rose to 62"."""
    number = people[0].head.head if len(people) == 1 and people[0].dep == "pobj" and people[0].head.lower == "of" else None
    if number is None or number.lemma not in ("number", "total", "count") or number.dep not in ("nsubj", "nsubjpass"):
        return None
    return next((g for c in number.head.children if c.dep == "prep" and c.lower in ("to", "at") for g in c.children if g.dep == "pobj" and g.tag == "CD"), None)


def _shares(first: Token, second: Token) -> bool:
    """Whether two coordinated verbs have one undergoer between them, and that more than one person."""
    own = ("dobj", "nsubj", "nsubjpass", "nummod", "auxpass")
    if first.child("dobj") is not None:
        return False
    people = first.child("nsubjpass") if first.child("nsubjpass") is not None else second.child("dobj")
    if people is None or people.tag in ("NN", "NNP", "PRP"):
        return False
    return people.head is second or second.child(*own) is None


def _is_one(person: Token) -> bool:
    """Whether somebody is one of many: "arrested a student", whom no name or office tells."""
    return person.tag == "NN" and any(c.lower in ("a", "an") for c in person.children)
