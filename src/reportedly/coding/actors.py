"""Actors: find every mention - names, nationalities, descriptions, pronouns.

Reads tokens, sentences, ents; writes mentions, mention_at. The lexicon goes before the statistical entity recogniser, which calls
movements persons and keeps possessives. What the words around a mention say of it is for roles.py.
"""

from __future__ import annotations

from dataclasses import replace

from reportedly.analysis import Analysis, Ent, Mention, Sentence, Token
from reportedly.coding.grammar.noun_phrases import KEEP_IN_NAME, describe
from reportedly.coding.grammar.syntax import is_verb
from reportedly.coding.reference.actor_nouns import ActorNouns, is_no_actor
from reportedly.coding.reference.body_names import cut_names
from reportedly.coding.reference.name_spans import (
    add_surnames,
    birth_names,
    cleaned,
    fitting,
    head_of,
    is_called_town,
    is_cut_off,
    is_own_name,
    is_realm,
    join_bodies,
    leaves_bracket,
    loose_names,
    names_no_actor,
    names_vessel,
    numbered,
    parted,
    recognised,
    settle_towns,
    title_word,
    trimmed,
)
from reportedly.coding.reference.stand_ins import pronoun, unnamed
from reportedly.coding.reference.titles import Titles
from reportedly.coding.repairs.brackets import BODY_WORDS, opening_name
from reportedly.coding.repairs.names import is_armed_by_name
from reportedly.lexicons.actors import ActorLexicon, Known, fold
from reportedly.lexicons.word_lists import word_list

_WATERS = word_list("waters")
_NAME_LABELS = frozenset({"PERSON", "ORG", "NORP", "GPE", "FAC", "LOC"})
_WHOSE_BODY = word_list("actors.whose_body")
_FOR_OR_AGAINST = frozenset({"anti", "counter", "pro"})
_SHIPS = word_list("ship_prefixes")
_HALVES = frozenset({"north", "south", "east", "west"})
_TIES = word_list("ties")
_JOINED = frozenset({"compound", "amod", "nmod"})
_CIVIC = frozenset({"city", "town", "borough", "campaign"})
_CIVIC_DEEDS = word_list("actors.civic_deeds")
_TO_CIVIC = word_list("actors.to_civic")


class Actors:
    """Find the mentions of one article."""

    reads, writes = ("tokens", "sentences", "ents", "repaired"), ("mentions", "mention_at")

    def __init__(self, lexicon: ActorLexicon) -> None:
        self.lexicon = lexicon
        self.nouns = ActorNouns(lexicon)
        self.titles = Titles(lexicon, self.nouns)

    def __call__(self, analysis: Analysis) -> None:
        for sentence in analysis.sentences:
            names = self._names(analysis, sentence)
            taken = {i for m in names for i in range(m.first, m.last + 1)}
            others = [m for t in sentence.tokens if t.i not in taken and (m := self._other(analysis, t)) is not None]
            for mention in others:
                _hold_name(analysis, mention, names)
            found = names + others
            found.sort(key=lambda m: m.first)
            analysis.mentions.extend(found)
            sentence.mentions = found
            for mention in found:
                analysis.mention_at[mention.head.i] = mention
        add_surnames(analysis)
        settle_towns(analysis)
        join_bodies(analysis)

    # names ---------------------------------------------------------------------------------------------------------

    def _names(self, analysis: Analysis, sentence: Sentence) -> list[Mention]:
        """Return the name mentions of a sentence: the lexicon's, then the recogniser's that do not cross them."""
        known = self._known(sentence)
        ents = [replace(e, label="ORG") if _is_ship(analysis, e) else e for e in recognised(sentence) if e.label in _NAME_LABELS or self.titles.is_titled(analysis, e) or _is_ship(analysis, e)]
        spans: list[tuple[int, int, Known | None, str]] = [(a, b, k, "lexicon") for a, b, k in known]
        for ent in [part for e in ents for part in parted(analysis, e)]:
            first, last = trimmed(analysis, ent)
            last = self._with_purpose(analysis, last)
            first = self.titles.with_given_name(analysis, first, last)
            first = numbered(analysis, first, last) if ent.label == "ORG" else first
            if first > last or ((self.titles.is_role(analysis, first, last) or self._is_part_of_role(analysis, first, last)) and not _is_abbreviated(analysis, last)):
                continue
            if ent.label == "ORG" and self.titles.is_office_of(analysis.tokens[first : last + 1]):
                continue  # "Secretary General of the Lakes Union": who leads it
            if ent.label == "ORG" and all(t.text.islower() for t in analysis.tokens[first : last + 1]) and self.nouns.find(head_of(analysis.tokens[first : last + 1])) is not None:
                continue  # "Libya's coast guard", "accused the [electoral commission of fraud]": a description
            inside = [s for s in spans if s[0] <= last and first <= s[1]]
            if not inside:
                spans.append((first, last, None, ent.label if ent.label in _NAME_LABELS else "PERSON"))
            elif all(first <= s[0] and s[1] <= last for s in inside) and self._extends(analysis, ent, first, last, inside):
                spans = [s for s in spans if s not in inside] + [(first, last, None, ent.label)]
        if (named := opening_name(sentence)) is not None:
            start, end = (sentence.tokens[i].i for i in named)
            if not self.titles.is_office_of(analysis.tokens[start : end + 1]) and not any(a <= start and end <= b for a, b, *_ in spans):
                spans = [s for s in spans if s[1] < start or s[0] > end] + [(start, end, None, "ORG")]
        for start, end in cut_names(sentence):
            if not any(a <= start and end <= b for a, b, *_ in spans):
                spans = [s for s in spans if s[1] < start or s[0] > end] + [(start, end, None, "ORG")]
        for start, end in birth_names(sentence):
            spans = [s for s in spans if s[1] < start or s[0] > end] + [(start, end, None, "PERSON")]
        taken = {i for a, b, *_ in spans for i in range(a, b + 1)}
        for begin, end in loose_names(sentence, taken):
            before = next((s for s in spans if s[1] == begin - 1 and is_realm(analysis.tokens[s[0] : end + 1])), None)  # "the [Swedish] Empire"
            given = next((s for s in spans if s[1] == begin - 1 and s[2] is not None and s[2].kind == "person" and analysis.tokens[s[1]].head is analysis.tokens[end]), None)
            if given is not None:  # "[Tarik Bassan] Wardani", whom the lexicon knows by half of his name
                spans = [s for s in spans if s is not given] + [(given[0], end, given[2], "lexicon")]
                continue
            start = begin if before is None else before[0]
            unread = analysis.tokens[start].ent is None or self.titles.is_titled_name(analysis, start, end, "loose")
            if before is not None or (unread and not self.titles.is_title(analysis, start, end) and not self.titles.is_role_run(analysis, start, end)):
                spans = [s for s in spans if s is not before] + [(start, end, None, "loose")]
        return [m for a, b, k, rule in sorted(spans, key=lambda s: s[0]) if not self._is_foe_or_friend(analysis, a, b) and (m := self._name(analysis, a, b, k, rule)) is not None]

    def _is_foe_or_friend(self, analysis: Analysis, first: int, last: int) -> bool:
        """Whether a name only says for or against whom others are: "the anti-[Houthi] coalition"."""
        tokens = analysis.tokens
        if first < 2 or tokens[first - 1].text != "-" or tokens[first - 2].lower not in _FOR_OR_AGAINST:
            return False
        return tokens[last].dep in KEEP_IN_NAME and self.nouns.find(tokens[last].head) is not None

    def _known(self, sentence: Sentence) -> list[tuple[int, int, Known]]:
        at = [t for t in sentence.tokens for _ in fold(t.text)]
        words = [w for t in sentence.tokens for w in fold(t.text)]
        found = self._known_in(words, at)
        owners = [i for i, t in enumerate(at) if t.tag == "POS" and 0 < i < len(at) - 1 and at[i - 1].text[:1].isupper() and at[i + 1].text[:1].isupper()]
        if not owners:
            return found
        for i in reversed(owners):  # "Lord's Resistance Army", which the parser cuts into "Lord" and "'s"
            words[i - 1 : i + 1] = [words[i - 1] + words[i]]
            del at[i]
        joined = [f for f in self._known_in(words, at) if any(t.tag == "POS" for t in sentence.tokens[f[0] - sentence.tokens[0].i : f[1] - sentence.tokens[0].i])]
        return sorted([*joined, *(f for f in found if not any(a <= f[1] and f[0] <= b for a, b, _ in joined))], key=lambda f: f[0])

    def _known_in(self, words: list[str], at: list[Token]) -> list[tuple[int, int, Known]]:
        """Return the names of the lexicon among the words of a sentence, ``at``: the token of each."""
        found: list[tuple[int, int, Known]] = []
        i = 0
        while i < len(words):
            step = 1
            if words[i] in _HALVES and i + 3 < len(words) and words[i + 1] == "and" and words[i + 2] in _HALVES and (half := self.lexicon.longest([words[i], words[i + 3]], 0)) and half[0][0] == 2 and half[0][1][0].kind == "state":
                found.append((at[i].i, at[i].i, half[0][1][0]))  # "[North] and South Korea"
            if not at[i].text[:1].islower() or "-" in at[i].text or words[i] in ("al", "so"):
                for end, options in self.lexicon.longest(words, i):
                    if (chosen := fitting(options, at[i], at[end - 1])) is not None and not (chosen.sector == "PTY" and self._begins_title([title_word(t) for t in at], i, end)):
                        if leaves_bracket(at[i], at[end - 1]):
                            continue
                        if end > i + 1 and chosen.kind == "group" and at[i].dep == "conj" and at[i].head.head is at[end - 1]:
                            continue  # "US and [Iraqi forces]": the noun belongs to both
                        if not (end == i + 1 and is_cut_off(at[i], chosen, found)):
                            found.append((at[i].i, at[end - 1].i, chosen))
                        step = end - i
                        break
            i += step
        return found

    def _begins_title(self, titles: list[str], start: int, end: int) -> bool:
        """Whether a party's name is only the first word of an office: "[Labour] Minister"."""
        found = self.lexicon.title_at(titles, start)
        return found is not None and found[0] > end

    def _extends(self, analysis: Analysis, ent: Ent, first: int, last: int, inside: list[tuple[int, int, Known | None, str]]) -> bool:
        """Whether the recogniser's longer name is to be preferred over the lexicon's names inside it."""
        tokens = analysis.tokens
        if len(inside) > 1:
            if ent.label == "ORG" and _is_body_for(tokens, first, last):
                return True  # "the National Front for the Liberation of Chad" is neither the party nor the paper
            (_, _, of, _), (_, end, body, _) = sorted(inside, key=lambda s: s[0])[:2]
            other = of is not None and body is not None and of.form == "adjective" and body.kind != "person" and of.country != body.country
            return len(inside) == 2 and other and end == last and ent.label == "ORG" and self.nouns.find(tokens[last]) is not None  # the Malian "Arab Coalition" is another
        a, b, known, _ = inside[0]
        if ent.label == "ORG" and b == last and a - first > 1 and tokens[a - 1].lower in ("for", "of") and known is not None and known.sector == "PTY" and tokens[a - 2].tag == "NNP":
            return True  # "Centre for [Law and Justice]" is not the party
        if ent.label == "ORG" and a == first and b + 2 < last and tokens[b + 1].dep in _JOINED and tokens[b + 1].head is tokens[last] and tokens[b + 2].lower == "and" and all(t.text[:1].isupper() or t.lower == "and" for t in tokens[first : last + 1]):
            return True  # "the U.S. Fish and Wildlife Service"
        if any(_parts_owner(analysis.tokens, t) or t.lower in (",", "and", "/", "-led") for t in tokens[first : last + 1]) or (a, b) == (first, last):
            return False
        if ent.label == "PERSON" and (known is None or known.kind == "person" or (b == last and self.lexicon.gender_of(tokens[first].text) is not None)):
            return True  # "Omar Somali" is no Somali
        if b == last and known is not None and known.kind != "state" and ent.label == "ORG" and known.sector == "PTY" and all(t.tag == "NNP" and t.text[:1].isupper() for t in tokens[first:a]):
            return True  # "the United Republican Party" of Kenya is not the Republican Party
        if b == last:  # "the Syrian Democratic Forces" is not "Forces"; but "Iraqi Kataib Hezbollah" is Kataib Hezbollah
            return known is not None and known.kind == "state" and known.form != "adjective"
        return ent.label in ("ORG", "FAC", "PERSON") or is_realm(tokens[first : last + 1])

    def _name(self, analysis: Analysis, first: int, last: int, known: Known | None, rule: str) -> Mention | None:
        tokens = analysis.tokens[first : last + 1]
        if known is None and names_no_actor(tokens):
            return None
        if known is not None and known.form == "capital" and tokens[-1].dep == "compound" and tokens[-1].head.lower == "time":
            return None  # "4 a.m. (Sanaa time)"
        if known is None:
            rule = self._kind_of_name(analysis, first, last, rule)
        person: bool | None = known.kind == "person" if known else (True if rule == "PERSON" else False if rule in ("ORG", "NORP", "GPE", "LOC", "FAC") else None)
        if known is None and (rule == "PERSON" or self.titles.is_titled_name(analysis, first, last, rule)):
            first, tokens = self.titles.strip_titles(analysis, first, last)
            if not tokens:
                return None
            person = True
        head = head_of(tokens)
        span = (tokens[0].start, tokens[-1].end)
        name = cleaned(analysis.text[span[0] : span[1]])
        if known is not None and "-" in name and (tied := name.rpartition("-"))[2].lower() in _TIES:
            name = tied[0]  # "[al-Qaeda]-linked", one word to the parser
        if "(" in name and ")" not in name and last + 1 < len(analysis.tokens) and analysis.tokens[last + 1].text == ")":
            name, span = f"{name})", (span[0], analysis.tokens[last + 1].end)  # "the Communist Party of Nepal (Maoist Centre)"
        mention = Mention(first, last, head, "name", name=name, person=person, rule=rule, span=span)
        if known is not None and (people := _people(analysis, mention, known)) is not None:
            return people
        if known is not None:
            mention.entry, mention.country, mention.sector = known.entry, known.country, known.sector
            if first == last and tokens[0].lower in _HALVES and known.kind == "state":
                mention.name = known.entry["name"]
            mention.rule = f"lexicon-{known.form}"
            mention.plural = known.kind != "person" and known.form != "capital" and not (known.kind == "state" and known.form == "name" and tokens[-1].text in known.entry["name"].split()) and tokens[-1].tag in ("NNS", "NNPS") and head is tokens[-1]
        elif rule in ("GPE", "LOC") and ((head.tag in ("NNS", "NNPS") and any(c.dep == "nummod" and c.i < first for c in head.children)) or _are_so_called(head)):
            mention.rule, mention.plural = "NORP", True  # "deported 40 Uyghurs", "the Bolsheviks seized", whom the recogniser takes for a land
        elif rule == "ORG" and is_armed_by_name(tokens):
            mention.sector = "UAF"
        elif rule in ("GPE", "LOC", "FAC"):
            mention.rule, mention.sector = ("ORG", "GOV") if is_realm(tokens) else ("ORG" if _is_bloc(head) else "place", None)
        return mention

    def _kind_of_name(self, analysis: Analysis, first: int, last: int, rule: str) -> str:
        """Return what a name that the lexicon does not know is to be taken for; ``rule``: what the recogniser says."""
        tokens = analysis.tokens[first : last + 1]
        head = head_of(tokens)
        if is_armed_by_name(tokens) or (rule in ("FAC", "LOC") and first < last and head.lower in BODY_WORDS and head.text[:1].isupper()):
            return "ORG"  # "the Kivu Front", which the recogniser takes for a building
        if rule == "PERSON" and self.titles.is_with_article(analysis, first, last):
            rule = "ORG"
        if rule in ("ORG", "loose") and head.lower in _WATERS:
            rule = "LOC"  # "the Bab al-Mandab [Strait]"
        if names_vessel(head, tokens[0]):
            rule = "ORG"
        in_town = is_called_town(head)
        if in_town and rule in ("PERSON", "loose"):
            return "GPE"  # "towns such as Adi Lami", which the recogniser took for somebody
        if not in_town and rule in ("GPE", "LOC", "loose", "ORG") and self.titles.is_first_and_last(tokens, bare=rule == "ORG"):
            return "PERSON"  # "Karim Sabri said", which the recogniser took for a town; the title of a life
        return rule

    def _is_part_of_role(self, analysis: Analysis, first: int, last: int) -> bool:
        """Whether what the recogniser took for a name only begins a role: "the [Theatre] Commander", "[Housing and Construction] Minister"."""
        if last + 1 == len(analysis.tokens):
            return False
        words, ent, after = analysis.tokens[first : last + 1], analysis.tokens[first].ent, analysis.tokens[last + 1]
        if after.text == "Minister" and ent is not None and ent.label == "ORG" and not self._known_in([w for t in words for w in fold(t.text)], words):
            return True
        return first == last and after.ent is None and self.titles.is_role_run(analysis, first, last + 1)

    def _with_purpose(self, analysis: Analysis, last: int) -> int:
        """Return where a body's name ends whose purpose the recogniser cut off: "Alliance [for the Lakes]"."""
        tokens = analysis.tokens
        noun = self.nouns.find(tokens[last])
        if noun is None or noun["kind"] != "group" or not tokens[last].text[:1].isupper() or last + 2 >= len(tokens) or tokens[last + 1].lower != "for":
            return last
        at = last + 3 if tokens[last + 2].lower == "the" else last + 2
        end = at
        while end < len(tokens) and tokens[end].tag in ("NNP", "NNPS") and tokens[end].text[:1].isupper() and ((ent := tokens[end].ent) is None or ent.label != "PERSON"):
            end += 1
        return end - 1 if end > at else last

    # descriptions and pronouns -------------------------------------------------------------------------------------

    def _other(self, analysis: Analysis, token: Token) -> Mention | None:
        """Return the mention that a pronoun, an actor noun or another word for people is."""
        if (stand_in := pronoun(token)) is not None:
            return stand_in
        mention = self._described(analysis, token) or unnamed(analysis, token)
        return None if mention is None or is_no_actor(analysis, token) else mention

    def _described(self, analysis: Analysis, token: Token) -> Mention | None:
        """Return the description that an actor noun is the head of, or a town or campaign that acts as a body."""
        if token.pos in ("NOUN", "PROPN") and (entry := self.nouns.find(token)) is not None and (token.dep != "compound" or self.nouns.names_owner(token)):
            mention = describe(analysis, token)
            mention.sector, mention.entry = entry["sector"] or None, None
            mention.person = {"person": True, "group": False}.get(entry["kind"])
            mention.plural = token.tag in ("NNS", "NNPS") or entry["number"] == "plural"
            if mention.plural and mention.person:
                mention.person, mention.people = False, True
                if is_own_name(token):
                    mention.kind, mention.rule, mention.sector = "name", "ORG", None
            return mention
        if (word := token.lower) in _CIVIC and token.head.lemma in (_CIVIC_DEEDS if token.dep == "nsubj" else _TO_CIVIC if token.dep in ("dobj", "nsubjpass") else ()):
            town = describe(analysis, token)
            town.person, town.sector = False, "PTY" if word == "campaign" else "GOV"  # "the city of Arusha sued the firm"
            return town
        return None


def _hold_name(analysis: Analysis, mention: Mention, names: list[Mention]) -> None:
    """Let a description end where the name ends that it ends in: "members of the Movement [for Justice and Peace]"."""
    cut = next((n for n in names if mention.first < n.first <= mention.last < n.last and n.rule != "place"), None) if mention.first < mention.last else None
    if cut is not None:
        mention.name += analysis.text[analysis.tokens[mention.last].end : analysis.tokens[cut.last].end]
        mention.last = cut.last


def _is_body_for(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a name is that of a body which tells its purpose: "Popular Movement for the Liberation of Angola"."""
    words = tokens[first : last + 1]
    at = next((n for n, t in enumerate(words) if t.lower == "for"), 0)
    return at > 1 and words[at - 1].text[:1].isupper() and not any(_parts_owner(tokens, t) or t.text in (",", "/") for t in words)


def _parts_owner(tokens: list[Token], mark: Token) -> bool:
    """Whether a possessive mark parts a name from its owner's: "Kenya's Movement for Change"; but "the People's Front" is called so."""
    return mark.tag == "POS" and tokens[mark.i - 1].lower not in _WHOSE_BODY


def _is_abbreviated(analysis: Analysis, last: int) -> bool:
    """Whether an abbreviation in brackets behind words says that they are a name: "the Government Junta (JRG)"."""
    after = analysis.tokens[last + 1 : last + 4]
    return len(after) == 3 and after[0].text == "(" and after[2].text == ")" and after[1].text.isupper() and len(after[1].text) > 2


def _is_ship(analysis: Analysis, ent: Ent) -> bool:
    """Whether what the recogniser took for a product is a ship: "the destroyer USS Halberd"."""
    return ent.label in ("PRODUCT", "FAC", "WORK_OF_ART", "PERSON", "GPE") and ent.last > ent.first and analysis.tokens[ent.first].text.upper() in _SHIPS


def _people(analysis: Analysis, name: Mention, known: Known) -> Mention | None:
    """Return the description that a word of nationality is which stands for people: "six [Sudanese]", "a [Palestinian]", "[Cuban-Americans]"."""
    if known.kind == "state" and known.form == "people" and (begin := _of_two_peoples(analysis, name.first)) is not None:
        span = (begin.start, name.span[1])  # neither Cubans nor Americans
        return Mention(begin.i, name.last, name.head, "description", name=cleaned(analysis.text[span[0] : span[1]]), country=known.country, person=False, plural=True, rule="noun", span=span)
    if known.form != "adjective":
        return None
    several = _are_counted(name.head)
    if not several and not _are_its_people(name.head):
        return None
    return Mention(name.first, name.last, name.head, "description", name=name.name, country=known.country, person=not several, plural=several, people=not _is_one(name.head), rule="noun", span=name.span)


def _are_so_called(word: Token) -> bool:
    """Whether a name with an article and an "-s" does something: "the Bolsheviks seized power"."""
    does = word.dep == "nsubj" or (word.dep == "pobj" and word.head.dep == "agent")
    return does and word.text.endswith("s") and any(c.lower == "the" for c in word.children) and word.child("compound") is None and is_verb(word.head if word.dep == "nsubj" else word.head.head)


def _is_bloc(word: Token) -> bool:
    """Whether "the West" is the states of that name, who act, and no part of a country."""
    return word.text == "West" and (word.dep in ("nsubj", "nsubjpass", "dobj", "dative") or (word.dep == "pobj" and word.head.lower in ("against", "with", "by")))


def _are_its_people(word: Token) -> bool:
    """Whether a word of nationality stands for people of it, one or all: "a Palestinian was shot", "urged the Congolese to vote" (but "US and [Iraqi] forces", "[Chinese] hacking")."""
    if word.tag not in ("NN", "NNP", "JJ") or word.dep not in ("nsubj", "nsubjpass", "dobj", "pobj", "conj") or any(t.tag == "VBG" and t.i == word.i + 1 for t in (word.head, *word.children)):
        return False
    return _is_one(word) or (word.dep != "conj" and word.child("conj") is None) or (word.lower.endswith(("an", "i")) and not word.child("amod") and any(c.lower == "the" for c in word.children))


def _is_one(word: Token) -> bool:
    return any(c.lower in ("a", "an", "another", "one") for c in word.children)


def _are_counted(word: Token) -> bool:
    """Whether a word of nationality stands for several persons: "detained [four] Chinese"."""
    return word.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos") and any((c.dep == "nummod" and c.lower not in ("one", "1")) or c.lower in ("several", "many", "some") for c in word.children)


def _of_two_peoples(analysis: Analysis, first: int) -> Token | None:
    """Return the word of nationality that stands before another: "[Cuban]-Americans", "[Haitian] Americans"."""
    tokens = analysis.tokens
    at = first - 2 if first > 1 and tokens[first - 1].text == "-" else first - 1
    before = tokens[at] if at >= 0 else None
    if before is None or before.sent is not tokens[first].sent or not before.text[:1].isupper() or before.text.isupper() or before.dep not in _JOINED:
        return None
    return before if at == first - 2 or (before.ent is not None and before.ent.label == "NORP") else None
