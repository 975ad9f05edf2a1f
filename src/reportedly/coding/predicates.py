"""Predicates: find the words that denote events and choose the lexicon line that fits their arguments.

Reads tokens, mentions; writes events (drafts with type, mode and trigger). Longer phrases win; near misses of the lexicon are not coded.
"""

from __future__ import annotations

from reportedly.analysis import Analysis, Draft, Sentence, Token
from reportedly.coding.acting.taken_up import rather_taken_up, take_up
from reportedly.coding.grammar.clauses import logical_object
from reportedly.coding.grammar.light_verbs import Light
from reportedly.coding.grammar.slots import Slots
from reportedly.coding.grammar.syntax import (
    RELATIVE,
    climb_partitive,
    conjuncts,
    counted,
    is_named_act,
    is_passive,
    is_verb,
    means_attacker,
    token_before,
)
from reportedly.lexicons.predicates import Predicate, PredicateLexicon
from reportedly.lexicons.word_lists import word_list

_WARLIKE = frozenset({"ASSAULT", "MOBILIZE", "COERCE"})
_STORY = frozenset({"headline", "paragraph", "list"})
_TELLING = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})  # words that can tell of an event


# What these ask for, threaten or refuse is an event of its own, also where the lexicon names both in one phrase ("call for inquiry").
_TWO_LAYERS = frozenset({"REQUEST", "THREATEN", "REJECT", "AGREE"})
_UNDOING = frozenset({("lift", "COERCE"), ("lift", "SANCTION"), ("drop", "ACCUSE"), ("offer", "AID")})  # what is lifted or dropped is one of its own as well: "lifted the curfew"; so is the help that is offered
_SEVERAL = word_list("predicates.several")


class Predicates:
    """Find the events of one article, without their arguments yet."""

    reads, writes = ("tokens", "mentions", "times", "places"), ("events",)

    def __init__(self, lexicon: PredicateLexicon) -> None:
        self.lexicon = lexicon

    def __call__(self, analysis: Analysis) -> None:
        slots = Slots(analysis, self.lexicon)
        for sentence in analysis.sentences:
            if sentence.block.kind in _STORY:
                analysis.events.extend(self._in_sentence(sentence, slots, analysis.events))

    def _in_sentence(self, sentence: Sentence, slots: Slots, before: list[Draft]) -> list[Draft]:
        names = {i for m in sentence.mentions if m.kind == "name" and (m.first < m.last or m.head.tag != "NNS") for i in range(m.first, m.last + 1)}  # "Protests turned violent": the recogniser takes them for a body
        drafts: list[Draft] = []
        for token in sentence.tokens:
            if token.pos not in _TELLING or token.i in names or slots.kinds.is_date(token) or (token.tag == "NNP" and token.ent is not None and token.ent.label == "DATE"):
                continue  # "March" is a month, also where the date is not understood ("that [March]")
            found = self._match(token, slots)
            if (found is None or (len(found[1]) == 1 and rather_taken_up(token))) and (again := take_up(token, before, drafts, self.lexicon)) is not None:
                drafts.append(_taking_up(token, *again))
                continue
            if found is None or _is_fiction(token) or _is_set_against(token):
                continue
            predicate, words = found
            if predicate.type == "AGREE" and len(words) == 1 and _is_title_of_paper(token):
                continue
            draft = Draft(words, predicate, predicate.type, predicate.mode)
            draft.because("type", f"{predicate.pos} {' '.join(predicate.words)}", (min(w.start for w in words), max(w.end for w in words)), predicate.entry.at)
            drafts.append(draft)
        return _without_doubles(drafts, slots)

    def _match(self, token: Token, slots: Slots) -> tuple[Predicate, list[Token]] | None:
        """Return the first line that fits a word, with the tokens of its phrase."""
        for pos, lemma in _readings(token):
            for predicate in self.lexicon.lines(lemma, pos, token.sent.words):
                words = _phrase(token, predicate, slots)
                if words is None or (_is_taken_up(words) and lemma != "sign" and self._match(token.head, slots) is not None):
                    continue
                noun = pos == "noun" or not (is_verb(token) or token.pos == "ADJ")
                light: Light | None = slots.light_of(token) if noun and predicate.conditions else None
                if all(slots.holds(token, c, noun=noun, light=light, words=words[1:], warlike=predicate.type in _WARLIKE, near_miss=not predicate.type) for c in predicate.conditions):
                    return (predicate, words) if predicate.type else None
        return None


def _taking_up(noun: Token, predicate: Predicate, earlier: Draft) -> Draft:
    draft = Draft([noun], predicate, predicate.type, predicate.mode, takes_up=earlier)
    draft.because("type", f"takes up the {earlier.head.text} told before", noun.span, predicate.entry.at)
    return draft


def _is_title_of_paper(token: Token) -> bool:
    """Whether an agreement is called by its name, which tells of no act: "under the Paris Climate [Agreement]"."""
    return token.tag == "NNP" and token.sent.block.kind != "headline" and token.head.lemma not in ("sign", "conclude", "reach") and sum(c.tag == "NNP" and c.dep == "compound" for c in token.children) > 0 and any(c.lower == "the" for c in token.children)


_BOMBS = word_list("predicates.bombs")
_CAMPAIGNS = frozenset({"offensive", "campaign", "operation", "battle", "siege"})
_DISARMING = word_list("predicates.disarming")
_AIRCRAFT = frozenset({"aircraft", "bomber", "helicopter", "fighter", "plane"})
_STATES = word_list("predicates.states")
_BREAKING_OFF = word_list("predicates.breaking_off")
_MEDIATING = word_list("predicates.mediating")

_LINKS = frozenset({"on", "for", "in", "at", "with", "to", "from", "by"})
_CONDITIONS = word_list("predicates.conditions")
_PROTESTING = frozenset({"striking", "protesting"})
_STRIKERS = word_list("predicates.strikers")


_AFTERMATH = frozenset({"victim", "survivor", "suspect", "scene", "site"})
_FICTION = word_list("predicates.fiction")


def _is_fiction(token: Token) -> bool:
    """Whether an act happens in a story: "In the novel, a general bombs his own palace"."""
    if _FICTION.isdisjoint(token.sent.words):
        return False
    while True:
        if any(c.dep == "prep" and c.lower == "in" and any(g.lemma in _FICTION for g in c.children) for c in token.children):
            return True
        if token.head is token:
            return False
        token = token.head


def _is_set_against(noun: Token) -> bool:
    """Whether a noun only says what is not: "Confrontation, Not [Negotiations]"."""
    before = token_before(noun)
    return before is not None and before.lower == "not" and noun.tag in ("NN", "NNS")


def _readings(token: Token) -> list[tuple[str, str]]:
    """Return the (part of speech, lemma) pairs under which a token is looked up."""
    lemma = token.lemma.lower()
    if token.dep == "amod" and token.lower in _PROTESTING:
        return [("adj", token.lower)] if token.head.lemma in _STRIKERS else []  # "striking teachers", but "a striking resemblance"
    if token.pos in ("VERB", "AUX"):
        if token.dep == "amod" and (token.tag == "VBG" or token.lemma in _STATES or (token.lemma not in _MEDIATING and _is_hyphenated(token))):
            return []  # "an attacking army", "the injured woman", "the UN-backed government"; but "a UN-brokered truce" tells who brokered it
        if token.tag == "VBG" and token.dep in ("pcomp", "pobj", "dobj", "nsubj") and (of := token.child("dobj")) is not None and of.i == token.i + 1 and of.lemma in _AFTERMATH:
            return []  # "paid tribute to bombing victims"
        if token.tag == "VBG" and token.dep in ("dobj", "pobj", "nsubj", "nsubjpass"):
            both = [("verb", lemma), ("noun", token.lower)]
            return both if token.child("dobj") is not None else both[::-1]  # "came under shelling"
        return [("verb", lemma)]
    if token.pos in ("NOUN", "PROPN"):
        if means_attacker(token):
            return []
        if token.dep in ("compound", "nmod") and token.head.pos in ("NOUN", "PROPN") and token.i < token.head.i:
            return []  # "attack helicopter", "ceasefire talks": the head decides
        if lemma == "attack" and token.child("conj") is not None and token.child("det", "prep", "amod") is None and conjuncts(token)[1].lemma in _AIRCRAFT:
            return []  # "attack and fighter aircraft"
        readings = [("noun", lemma)]
        if token.lower != lemma:
            readings.append(("noun", token.lower))
        if token.lower.endswith("ing"):
            readings += [("verb", stem) for stem in _stems(token.lower)]
        return readings
    if token.pos == "ADJ":
        befell = token.dep == "amod" and token.lower.endswith("ed") and token.head.pos in ("NOUN", "PROPN") and not _is_hyphenated(token)
        stems = [s for s in _stems(token.lower[:-2] + "ing") if s not in _STATES | _CONDITIONS] if befell else []
        noun = [("noun", lemma)] if token.dep in ("nsubj", "nsubjpass", "dobj") and token.child("poss", "det") is not None else []  # "Chad's [counteroffensive] stalled"
        return [("adj", lemma), *(("verb", s) for s in stems), *noun]  # "kidnapped girls", which the parser takes for an adjective
    return []


def _is_hyphenated(token: Token) -> bool:
    tokens, at = token.sent.tokens, token.i - token.sent.tokens[0].i
    ended = at + 2 < len(tokens) and tokens[at + 1].lower == "-" and tokens[at + 2].lower in ("out", "over")  # "a bombed-out embassy"
    return ended or "-" in token.text or (at > 0 and tokens[at - 1].lower == "-")


def _stems(gerund: str) -> list[str]:
    """Return the verbs a noun in -ing may come from ("bombing": bomb, bombe; "hitting": hit)."""
    base = gerund[:-3]
    stems = [base, base + "e"]
    if len(base) > 2 and base[-1] == base[-2]:
        stems.append(base[:-1])
    return stems


def _phrase(token: Token, predicate: Predicate, slots: Slots) -> list[Token] | None:
    """Return the tokens of a predicate's phrase, head first, or None when its further words are not there."""
    words = predicate.words
    if len(words) == 1:
        return [token]
    if predicate.pos == "noun":
        return _nouns_before(token, words[:-1])
    matched = [token]
    if (off := token.child("prt")) is not None and off.lower not in words and len(words) == 2 and words[1] in _LINKS:
        return None  # "called [off] the march on the capital" is no "call on"
    if off is not None and off.lower == "in" and off.lower not in words and token.lemma == "take":
        return None  # "took [in] prisoners" takes nobody prisoner
    for word in words[1:]:
        found = next((c for m in matched for c in m.children if c not in matched and _is_word(c, word) and _may_belong(c, token, slots)), None) or _said_of_object(token, word) or _counted_object(token, word) or _taken_up(token, word) or _right_behind(token, word) or next((c for c in token.children if c.tag == "PRP" and (meant := slots.kinds.meant(c)) is not None and _is_word(meant, word)), None)
        if found is None:
            return None
        matched.append(found)
    return matched


def _is_word(token: Token, word: str) -> bool:
    """Whether a token is a word of a phrase; "according to" is no form of "accord"."""
    return token.lower == word or (token.lemma.lower() == word and token.dep not in ("prep", "agent"))


def _taken_up(verb: Token, word: str) -> Token | None:
    """Return the object of a verb whose clause hangs on it: "the [pressure] that Beijing exerted", "a [letter] sent to the king"."""
    noun = verb.head
    if verb.dep in ("relcl", "acl") and verb.lemma not in ("lead", "head") and noun.pos in ("NOUN", "PROPN") and _is_word(noun, word) and any(t is noun for t in logical_object(verb)):
        return noun
    return None


def _is_taken_up(words: list[Token]) -> bool:
    return len(words) > 1 and words[0].dep in ("relcl", "acl") and words[0].head in words


def _right_behind(verb: Token, word: str) -> Token | None:
    """Return an adverb that the parser hangs on the next preposition: "will act [together] against piracy", "brought the sides [together] in Oslo"."""
    return next((c for p in verb.children if p.dep == "prep" and p.i > verb.i for c in p.children if c.lower == word and c.pos == "ADV" and c.i == p.i - 1), None)


def _said_of_object(verb: Token, word: str) -> Token | None:
    """Return what a verb makes of its object, which the parser hangs on the object: "took three drivers [captive]", "found two members of a band [guilty]", "let [free] the editor", "held the king fully [responsible]"."""
    for thing in (c for c in verb.children if c.dep == "dobj"):
        noun: Token | None = thing
        for _ in range(3):
            if noun is None:
                break
            if (said := next((c for c in noun.children if c.dep == "amod" and c.lower == word and (c.i == noun.i + 1 or (c.i == noun.i + 2 and c.child("advmod") is not None) or (c.i == verb.i + 1 and noun.pos == "PROPN"))), None)) is not None:
                return said
            noun = next((g for c in noun.children if c.dep == "prep" and c.i > noun.i for g in c.children if g.dep == "pobj"), None)
    return None


def _counted_object(verb: Token, word: str) -> Token | None:
    """Return the object of a verb that a word of number stands before: "broke up a series of [protests]", "forgave half of the [debt]"."""
    for thing in verb.children:
        if thing.dep in ("dobj", "nsubjpass"):
            inner = counted(thing) or ([g for c in thing.children if c.dep == "prep" and c.lower == "of" for g in c.children if g.dep == "pobj"] if thing.lemma.lower() in _SEVERAL else [])
            if found := next((g for g in inner if _is_word(g, word)), None):
                return found
    return None


def _may_belong(word: Token, verb: Token, slots: Slots) -> bool:
    """Whether a word below a verb can be part of its phrase: not its doer ("talks resumed"), not the verb of another clause, not the "on" of "called on Friday"."""
    if word.tag == "TO" and word.dep == "aux" and word.i < word.head.i:
        return False  # "will [to] appeal"
    if (word.dep == "nsubj" and word.head is verb) or (word.pos == "VERB" and word.dep in ("advcl", "relcl", "conj", "parataxis")):
        return False
    if word.pos == "ADP" and word.i < verb.i and word.head is verb and any(c.dep == "pobj" and c.lower not in RELATIVE for c in word.children):
        return False  # "In Nepal it gave tents" is no "give in"
    if word.pos in ("ADV", "SCONJ") and word.i < verb.i and word.head is verb and word.child("prep") is not None:
        return False  # "Ahead of the summit they pressed" is no "press ahead"
    return word.pos != "ADP" or not any(c.dep == "pobj" and slots.kinds.is_date(c) for c in word.children)


def _is_called(name: Token, kind: Token) -> bool:
    """Whether an act is named and then said to be one: "the [Siege] of Varsk was a [battle]"; but "the Varsk massacre was the killing of ninety" tells of it twice."""
    named = is_named_act(name) or any(c.lower == "of" and any(g.tag == "NNP" for g in c.children) for c in name.children)
    return named and (name.text[:1].isupper() or name.lemma in _CAMPAIGNS or name.lemma == kind.lemma)


def _governor(noun: Token) -> int:
    """Return the index of what a noun is the object of, itself or by "of" or "from"."""
    top = climb_partitive(noun)
    if top.dep in ("dobj", "nsubjpass"):
        return top.head.i
    if top.dep != "pobj" or top.head.lower not in ("of", "from"):
        return -1
    above = top.head.head
    return above.head.i if above.lower == "out" else above.i


def _is_let_in(aid: Token, heads: dict[int, Draft]) -> bool:
    """Whether a noun of help is what somebody lets through."""
    verb = aid.head if aid.dep != "nsubj" else aid.head.head
    gate = heads.get(verb.i)
    return gate is not None and gate.mode == "access" and aid.dep in ("dobj", "nsubj") and verb.lemma in ("allow", "let", "permit") and aid.i > verb.i


def _nouns_before(token: Token, words: tuple[str, ...]) -> list[Token] | None:
    tokens, first = token.sent.tokens, token.sent.tokens[0].i
    matched, i = [token], token.i - 1
    for word in reversed(words):
        while i >= first and tokens[i - first].lower in ("-", "\u2013"):
            i -= 1
        if i < first or word not in (tokens[i - first].lower, tokens[i - first].lemma.lower()):
            return None
        matched.append(tokens[i - first])
        i -= 1
    top = next((t for t in matched if not any(t.head is w for w in matched if w is not t)), token)
    return [top, *(t for t in matched if t is not top)]  # the "suspension" of "suspension of aid" is what stands in the clause


def _without_doubles(drafts: list[Draft], slots: Slots) -> list[Draft]:
    """Drop what another draft already says: words inside a longer phrase, and light verbs beside their noun."""
    types = {d.head.i: d.type for d in drafts}
    inside = {w.i for d in drafts for w in d.words[1:] if not ((d.type in _TWO_LAYERS and types.get(w.i, d.type) != d.type) or (d.head.lemma, types.get(w.i)) in _UNDOING)}
    kept = [d for d in drafts if d.head.i not in inside and not any(o.head is d.head and len(o.words) > len(d.words) for o in drafts)]
    heads = {d.head.i: d for d in kept}
    out = []
    for draft in kept:
        if is_verb(draft.head) and len(draft.words) == 1 and draft.head.lemma.lower() in slots.lexicon.light and draft.type != "ACCUSE":
            carried = [d for d in kept if d is not draft and not is_verb(d.head) and (light := slots.light_of(d.head)) is not None and light.verb is draft.head]
            hosted = draft.type == "CONSULT" and (is_passive(draft.head) or draft.head.dep == "relcl")  # "talks hosted by Angola", "talks that Angola hosted"
            promised = draft.type == "AGREE" and all(d.type != "AGREE" for d in carried)  # "offered a fund": the offer, and what is offered
            if carried and not hosted and not promised and not any(c.slot in ("obj", "subj") and c.lemmas and not c.negated for c in draft.predicate.conditions):
                continue  # unless its line names the noun: "scrapped the tariffs", "aid reached the camp"
        if draft.type == "MOBILIZE" and not is_verb(draft.head) and draft.head.dep == "dobj" and (blow := heads.get(draft.head.head.i)) is not None and blow.type == "ASSAULT":
            continue  # "shelled a gathering of militants"
        if draft.type == "MOBILIZE" and draft.head.lemma == "show" and draft.head.dep == "pobj" and (shown := heads.get(draft.head.head.head.i)) is not None and shown.type == "MOBILIZE":
            continue  # "sailed through the strait in a show of force"
        if draft.head.lower == "protest" and draft.head.child("det") is None and draft.head.dep == "pobj" and draft.head.head.lower == "in" and (any(draft.head.head.head in d.words for d in kept) or (draft.head.head.head.dep == "pobj" and draft.head.head.head.head.head.i in heads)):
            continue  # "walked out in protest" says why
        if draft.type == "AGREE" and not is_verb(draft.head) and draft.head.dep in ("dobj", "nsubjpass") and (undone := heads.get(draft.head.head.i)) is not None and undone.type == "SANCTION":
            continue  # "annulled its accords with Paris": no agreement is made
        if draft.type == "AGREE" and not is_verb(draft.head) and draft.head.dep == "conj" and (signed := heads.get(climb_partitive(draft.head).head.i)) is not None and signed.type == "SUPPORT" and "sign" in (signed.head.lemma, signed.predicate.words[0]):
            continue  # "signed a treaty and two agreements" is one event
        if not is_verb(draft.head) and (top := climb_partitive(draft.head)) is not draft.head and (other := heads.get(top.i)) is not None and other.type == draft.type and top.dep != "conj" and draft.head.dep != "conj":
            continue  # "a campaign of attacks" is one event
        if draft.type == "CONSULT" and not is_verb(draft.head) and (end := heads.get(_governor(draft.head))) is not None and end.type in ("REJECT", "SANCTION") and end.head.lemma in _BREAKING_OFF:
            continue  # "suspended the talks", "pulled out of the talks": those are not held
        if draft.type == "AID" and not is_verb(draft.head) and _is_let_in(draft.head, heads):
            continue  # "must allow aid into the camp"
        if draft.head.dep == "pobj" and draft.head.head.lower == "of" and (end := heads.get(draft.head.head.head.i)) is not None and end.type == "CONCEDE" and not is_verb(end.head) and end.head.lower != "lifting" and draft.type in ("SANCTION", "COERCE"):
            continue  # "the easing of sanctions" is one event
        if draft.type == "AID" and draft.head.dep == "pobj" and draft.head.head.lower == "of" and (giving := heads.get(draft.head.head.head.i)) is not None and giving.type == "AID":
            continue  # "the delivery of aid" is one event
        if draft.head.lemma == "hostility" and draft.head.dep == "pobj" and draft.head.head.lower in ("of", "to") and (end := heads.get(draft.head.head.head.i)) is not None and end.mode == "ceasefire":
            continue  # and so is "a cessation of hostilities between the sides"
        if draft.head.dep == "nsubj" and draft.head.head.lemma == "be" and any(c.dep == "attr" and c.i in heads and _is_called(draft.head, c) for c in draft.head.head.children):
            continue  # "the Siege of Varsk was a battle", "the Varsk bombing was a car bombing"
        if _is_taken_up(draft.words) and draft.head.lemma != "sign" and draft.head.head.dep in ("dobj", "nsubjpass") and (above := heads.get(draft.head.head.head.i)) is not None and above.type == "REJECT":
            continue  # "dismissed a suit filed by the union"
        if draft.head.lemma in _BOMBS and draft.head.dep in ("dobj", "nsubjpass") and draft.head.head.lemma in _DISARMING:
            continue  # "destroyed a car bomb"
        out.append(draft)
    return out
