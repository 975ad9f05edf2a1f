"""Actors: find every mention - names, nationalities, descriptions, pronouns.

Reads tokens, sentences, ents; writes mentions, mention_at. The lexicon goes before the statistical entity recogniser, which calls
movements persons and keeps possessives. What the words around a mention say of it is for roles.py.
"""

from __future__ import annotations

from dataclasses import replace

from reportedly.analysis import Analysis, Ent, Mention, Sentence, Token
from reportedly.coding.grammar.noun_phrases import KEEP_IN_NAME, describe, spaced
from reportedly.coding.grammar.syntax import is_verb, means_attacker
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
from reportedly.coding.reference.numbers import NUMBER_WORDS
from reportedly.coding.repairs.brackets import opening_name
from reportedly.lexicons.actors import ActorLexicon, Known, fold
from reportedly.lexicons.loader import Entry
from reportedly.lexicons.word_lists import word_list

_WATERS = word_list("waters")
PRONOUNS = {
    "he": (True, False), "him": (True, False), "his": (True, False), "himself": (True, False),
    "she": (True, False), "her": (True, False), "hers": (True, False), "herself": (True, False),
    "it": (False, False), "its": (False, False), "itself": (False, False),
    "they": (None, True), "them": (None, True), "their": (None, True), "theirs": (None, True), "themselves": (None, True),
    "i": (True, False), "me": (True, False), "my": (True, False), "myself": (True, False),
    "we": (None, True), "us": (None, True), "our": (None, True), "ours": (None, True), "ourselves": (None, True),
}  # fmt: skip
_NAME_LABELS = frozenset({"PERSON", "ORG", "NORP", "GPE", "FAC", "LOC"})
_MEANS = word_list("actors.means")
_WHOSE_BODY = word_list("actors.whose_body")
_FOR_OR_AGAINST = frozenset({"anti", "counter", "pro"})
_SHIPS = word_list("ship_prefixes") | {"MV"}
_ANYBODY = frozenset("those anyone anybody everyone everybody".split())
_PARTIES = ("nsubj", "nsubjpass", "dative", "pobj", "conj")
_HALVES = frozenset({"north", "south", "east", "west"})
_LEANING = word_list("actors.leaning")
_STYLES = word_list("actors.styles")
_RULES = word_list("actors.rules")
_TIES = word_list("ties")
_NOT_WHOSE = frozenset({"of", "including", "involving", "concerning", "regarding"})  # "crimes, including those involving children"
_JOINED = frozenset({"compound", "amod", "nmod"})
_CROWDS = frozenset({"dozens", "hundreds", "thousands", "scores"})
_THOSE = 6  # words that "those ..." is called by at most


class Actors:
    """Find the mentions of one article."""

    reads, writes = ("tokens", "sentences", "ents", "repaired"), ("mentions", "mention_at")

    def __init__(self, lexicon: ActorLexicon) -> None:
        self.lexicon = lexicon

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
        ents = [replace(e, label="ORG") if _is_ship(analysis, e) else e for e in recognised(sentence) if e.label in _NAME_LABELS or self._is_titled(analysis, e) or _is_ship(analysis, e)]
        spans: list[tuple[int, int, Known | None, str]] = [(a, b, k, "lexicon") for a, b, k in known]
        for ent in [part for e in ents for part in parted(analysis, e)]:
            first, last = trimmed(analysis, ent)
            last = self._with_purpose(analysis, last)
            first = self._with_given_name(analysis, first, last)
            first = numbered(analysis, first, last) if ent.label == "ORG" else first
            if first > last or ((self._is_role(analysis, first, last) or self._is_part_of_role(analysis, first, last)) and not _is_abbreviated(analysis, last)):
                continue
            if ent.label == "ORG" and self._is_office_of(analysis.tokens[first : last + 1]):
                continue  # "Secretary General of the Lakes Union": who leads it
            if ent.label == "ORG" and all(t.text.islower() for t in analysis.tokens[first : last + 1]) and self._noun(head_of(analysis.tokens[first : last + 1])) is not None:
                continue  # "Libya's coast guard", "accused the [electoral commission of fraud]": a description
            inside = [s for s in spans if s[0] <= last and first <= s[1]]
            if not inside:
                spans.append((first, last, None, ent.label if ent.label in _NAME_LABELS else "PERSON"))
            elif all(first <= s[0] and s[1] <= last for s in inside) and self._extends(analysis, ent, first, last, inside):
                spans = [s for s in spans if s not in inside] + [(first, last, None, ent.label)]
        if (named := opening_name(sentence)) is not None:
            start, end = (sentence.tokens[i].i for i in named)
            if not self._is_office_of(analysis.tokens[start : end + 1]) and not any(a <= start and end <= b for a, b, *_ in spans):
                spans = [s for s in spans if s[1] < start or s[0] > end] + [(start, end, None, "ORG")]
        for start, end in cut_names(sentence):
            if not any(a <= start and end <= b for a, b, *_ in spans):
                spans = [s for s in spans if s[1] < start or s[0] > end] + [(start, end, None, "ORG")]
        for start, end in birth_names(sentence):
            spans = [s for s in spans if s[1] < start or s[0] > end] + [(start, end, None, "PERSON")]
        taken = {i for a, b, *_ in spans for i in range(a, b + 1)}
        for begin, end in loose_names(sentence, taken):
            before = next((s for s in spans if s[1] == begin - 1 and is_realm(analysis.tokens[s[0] : end + 1])), None)  # "the [Swedish] Empire"
            start = begin if before is None else before[0]
            unread = analysis.tokens[start].ent is None or self._is_titled_name(analysis, start, end, "loose")
            if before is not None or (unread and not self._is_title(analysis, start, end) and not self._is_role_run(analysis, start, end)):
                spans = [s for s in spans if s is not before] + [(start, end, None, "loose")]
        return [m for a, b, k, rule in sorted(spans, key=lambda s: s[0]) if not self._is_foe_or_friend(analysis, a, b) and (m := self._name(analysis, a, b, k, rule)) is not None]

    def _is_foe_or_friend(self, analysis: Analysis, first: int, last: int) -> bool:
        """Whether a name only says for or against whom others are: "the anti-[Houthi] coalition"."""
        tokens = analysis.tokens
        if first < 2 or tokens[first - 1].text != "-" or tokens[first - 2].lower not in _FOR_OR_AGAINST:
            return False
        return tokens[last].dep in KEEP_IN_NAME and self._noun(tokens[last].head) is not None

    def _known(self, sentence: Sentence) -> list[tuple[int, int, Known]]:
        words: list[str] = []
        at: list[Token] = []
        for token in sentence.tokens:
            for word in fold(token.text):
                words.append(word)
                at.append(token)
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
            return len(inside) == 2 and other and end == last and ent.label == "ORG" and self._noun(tokens[last]) is not None  # the Malian "Arab Coalition" is another
        a, b, known, _ = inside[0]
        if ent.label == "ORG" and b == last and a - first > 1 and tokens[a - 1].lower in ("for", "of") and known is not None and known.sector == "PTY" and tokens[a - 2].tag == "NNP":
            return True  # "Centre for [Law and Justice]" is not the party
        if ent.label == "ORG" and a == first and b + 2 < last and tokens[b + 1].dep in _JOINED and tokens[b + 1].head is tokens[last] and tokens[b + 2].lower == "and" and all(t.text[:1].isupper() or t.lower == "and" for t in tokens[first : last + 1]):
            return True  # "the U.S. Fish and Wildlife Service"
        if any(_parts_owner(analysis.tokens, t) or t.lower in (",", "and", "/", "-led") for t in tokens[first : last + 1]) or (a, b) == (first, last):
            return False
        if ent.label == "PERSON" and (known is None or known.kind == "person" or (b == last and "".join(fold(tokens[first].text)) in self.lexicon.first_names)):
            return True  # "Omar Somali" is no Somali
        if b == last and known is not None and known.kind != "state" and ent.label == "ORG" and known.sector == "PTY" and all(t.tag == "NNP" and t.text[:1].isupper() for t in tokens[first:a]):
            return True  # "the United Republican Party" of Kenya is not the Republican Party
        if b == last:  # "the Syrian Democratic Forces" is not "Forces"; but "Iraqi Kataib Hezbollah" is Kataib Hezbollah
            return known is not None and known.kind == "state" and known.form != "adjective"
        return (ent.label in ("ORG", "FAC", "PERSON") or is_realm(tokens[first : last + 1])) and all(t.text[:1].isupper() or t.tag == "POS" or t.lower in ("of", "the", "for", "and", "in", "on", "to") or t.lower[:3] in ("al-", "el-") for t in tokens[first : last + 1])

    def _name(self, analysis: Analysis, first: int, last: int, known: Known | None, rule: str) -> Mention | None:
        tokens = analysis.tokens[first : last + 1]
        if known is None and names_no_actor(tokens):
            return None
        if known is not None and known.form == "capital" and tokens[-1].dep == "compound" and tokens[-1].head.lower == "time":
            return None  # "4 a.m. (Sanaa time)"
        if rule == "PERSON" and known is None and self._is_with_article(analysis, first, last):
            rule = "ORG"
        if rule in ("ORG", "loose") and known is None and head_of(tokens).lower in _WATERS:
            rule = "LOC"  # "the Bab al-Mandab [Strait]"
        if known is None and names_vessel(head_of(tokens), tokens[0]):
            rule = "ORG"
        in_town = known is None and is_called_town(head_of(tokens))
        if in_town and rule in ("PERSON", "loose"):
            rule = "GPE"  # "towns such as Adi Lami", which the recogniser took for somebody
        if not in_town and rule in ("GPE", "LOC", "loose", "ORG") and known is None and self._is_first_and_last(tokens, bare=rule == "ORG"):
            rule = "PERSON"  # "Karim Sabri said", which the recogniser took for a town; the title of a life
        person: bool | None = known.kind == "person" if known else (True if rule == "PERSON" else False if rule in ("ORG", "NORP", "GPE", "LOC", "FAC") else None)
        if known is None and (rule == "PERSON" or self._is_titled_name(analysis, first, last, rule)):
            first, tokens = self._strip_titles(analysis, first, last)
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
        if known is not None and known.kind == "state" and known.form == "people" and (begin := _of_two_peoples(analysis, first)) is not None:
            span = (begin.start, span[1])  # "Cuban-Americans": neither Cubans nor Americans
            return Mention(begin.i, last, head, "description", name=cleaned(analysis.text[span[0] : span[1]]), country=known.country, person=False, plural=True, rule="noun", span=span)
        if known is not None and known.form == "adjective" and _are_counted(head):
            return Mention(first, last, head, "description", name=head.text, country=known.country, person=False, plural=True, rule="noun", span=span)  # "six Sudanese"
        if known is not None and known.form == "adjective" and _is_one_of_people(head):
            return Mention(first, last, head, "description", name=head.text, country=known.country, person=True, rule="noun", span=span)  # "a Palestinian"
        if known is not None:
            mention.entry, mention.country, mention.sector = known.entry, known.country, known.sector
            if first == last and tokens[0].lower in _HALVES and known.kind == "state":
                mention.name = known.entry["name"]
            mention.rule = f"lexicon-{known.form}"
            mention.plural = known.kind != "person" and known.form != "capital" and not (known.kind == "state" and known.form == "name" and tokens[-1].text in known.entry["name"].split()) and tokens[-1].tag in ("NNS", "NNPS") and head is tokens[-1]
        elif rule in ("GPE", "LOC") and ((head.tag in ("NNS", "NNPS") and any(c.dep == "nummod" and c.i < first for c in head.children)) or _are_so_called(head)):
            mention.rule, mention.plural = "NORP", True  # "deported 40 Uyghurs", "the Bolsheviks seized", whom the recogniser takes for a land
        elif rule in ("GPE", "LOC", "FAC"):
            mention.rule, mention.sector = ("ORG", "GOV") if is_realm(tokens) else ("ORG" if _is_bloc(head) else "place", None)
        return mention

    def _is_first_and_last(self, tokens: list[Token], *, bare: bool) -> bool:
        """Whether two or three words begin with a person's first name and stand where one acts or is acted on; ``bare``: whether they are all of a sentence."""
        head = tokens[-1]
        if not 2 <= len(tokens) <= 3 or not all(t.tag == "NNP" and t.text[:1].isupper() and not t.text.isupper() for t in tokens):
            return False
        if bare and (len(tokens) != len(head.sent.tokens) or self._noun(head) is not None):
            return False
        if not bare and head.dep not in ("nsubj", "nsubjpass", "dobj", "appos", "poss"):
            return False
        return "".join(fold(tokens[0].text)) in self.lexicon.first_names and not any(c.dep in ("det", "prep") for c in head.children)

    def _is_with_article(self, analysis: Analysis, first: int, last: int) -> bool:
        """Whether two or more words that the recogniser took for a person stand right behind "the" and are no title: "the Frente Azul" is a body."""
        tokens = analysis.tokens[first : last + 1]
        before = analysis.tokens[first - 1] if first > tokens[0].sent.tokens[0].i else None
        if before is None or before.lower != "the" or last == first or not all(t.tag in ("NNP", "NNPS") for t in tokens):
            return False
        head = head_of(tokens)
        return head.dep not in ("compound", "nmod", "amod", "poss") and before.head is head and self.lexicon.title_at([title_word(t) for t in tokens], 0) is None

    def _is_role(self, analysis: Analysis, first: int, last: int) -> bool:
        """Whether what the recogniser took for a name is a role: "Foreign Secretary", "FCO Minister"."""
        noun = self._noun(analysis.tokens[last])
        if last > first and analysis.tokens[last].tag == "NNP" and "".join(fold(analysis.tokens[first].text)) in self.lexicon.first_names:
            noun = None  # "Gina [Miller]"
        return self._is_title(analysis, first, last) or (noun is not None and noun["kind"] == "person" and last - first < 3 and analysis.tokens[last].ent is not None)

    def _is_titled(self, analysis: Analysis, ent: Ent) -> bool:
        """Whether what the recogniser took for a work or an event is a person with a title: "Mayor Lucia Ferro"."""
        words = [title_word(t) for t in analysis.tokens[ent.first : ent.last + 1]]
        found = self.lexicon.title_at(words, 0)
        return ent.label in ("WORK_OF_ART", "EVENT", "PRODUCT", "LAW") and found is not None and found[0] < len(words)

    def _is_title(self, analysis: Analysis, first: int, last: int) -> bool:
        """Whether a run of capitals is only a title or a common actor noun: "Prime Minister", "Army"."""
        tokens = analysis.tokens[first : last + 1]
        if self._is_surname(analysis, tokens[-1]):
            return False
        return all(title_word(t) in self.lexicon.title_words or self._noun(t) is not None for t in tokens)

    def _is_surname(self, analysis: Analysis, token: Token) -> bool:
        """Whether a person is called by a word that stands in titles, or is one, but is nobody's role: "Khan", "Singh"."""
        if token.tag != "NNP" or (token.ent is not None and token.ent.label != "PERSON") or self._noun(token) is not None or (token.i + 1 < len(analysis.tokens) and analysis.tokens[token.i + 1].tag == "NNP"):
            return False
        title = self.lexicon.titles.get((title_word(token),))
        return len(token.text) > 2 and (title is None or title["note"] == "prefix") and not any(c.dep in ("det", "poss", "amod") for c in token.children)

    def _with_given_name(self, analysis: Analysis, first: int, last: int) -> int:
        """Return where a surname that stands in titles begins with the name before it, which the recogniser left out: "[Yunus] Khan"."""
        if first != last or first == 0 or title_word(analysis.tokens[last]) not in self.lexicon.title_words or not self._is_surname(analysis, analysis.tokens[last]):
            return first
        given = analysis.tokens[first - 1]
        is_given = given.tag == "NNP" and given.ent is None and given.head is analysis.tokens[last] and given.text.istitle() and self._noun(given) is None and title_word(given) not in self.lexicon.title_words
        return given.i if is_given else first

    def _is_titled_name(self, analysis: Analysis, first: int, last: int, rule: str) -> bool:
        """Whether a name of no known kind is a title and a person: "Major General Amara Keita", "Minister Pilar Lagos"; but not "General Motors"."""
        tokens = analysis.tokens[first : last + 1]
        found = self.lexicon.title_at([title_word(t) for t in tokens], 0)
        if found is None or rule not in ("loose", "ORG"):
            return False
        rest = tokens[found[0] :]
        plain = all(t.tag == "NNP" and t.text[:1].isupper() and self._noun(t) is None and title_word(t) not in self.lexicon.title_words for t in rest)
        return plain and (1 if rule == "loose" or found[1]["note"] == "prefix" else 2) <= len(rest) <= 4

    def _is_office_of(self, words: list[Token]) -> bool:
        """Whether a name begins with an office and says of whom: "[Secretary General of] the Lakes Union"."""
        found = self.lexicon.title_at([title_word(t) for t in words], 0)
        return found is not None and found[0] < len(words) and words[found[0]].lower == "of" and self._noun(words[found[0] - 1]) is not None

    def _is_role_run(self, analysis: Analysis, first: int, last: int) -> bool:
        """Whether capitals after an article are a role: "the Theatre Commander"."""
        noun = self._noun(analysis.tokens[last])
        return noun is not None and noun["kind"] == "person" and analysis.tokens[last].tag == "NNP" and last - first < 3 and first > 0 and analysis.tokens[first - 1].pos == "DET"

    def _is_part_of_role(self, analysis: Analysis, first: int, last: int) -> bool:
        """Whether what the recogniser took for a name only begins a role: "the [Theatre] Commander", "[Housing and Construction] Minister"."""
        if last + 1 == len(analysis.tokens):
            return False
        words, ent, after = analysis.tokens[first : last + 1], analysis.tokens[first].ent, analysis.tokens[last + 1]
        if after.text == "Minister" and ent is not None and ent.label == "ORG" and not self._known_in([w for t in words for w in fold(t.text)], words):
            return True
        return first == last and after.ent is None and self._is_role_run(analysis, first, last + 1)

    def _with_purpose(self, analysis: Analysis, last: int) -> int:
        """Return where a body's name ends whose purpose the recogniser cut off: "Alliance [for the Lakes]"."""
        tokens = analysis.tokens
        noun = self._noun(tokens[last])
        if noun is None or noun["kind"] != "group" or not tokens[last].text[:1].isupper() or last + 2 >= len(tokens) or tokens[last + 1].lower != "for":
            return last
        at = last + 3 if tokens[last + 2].lower == "the" else last + 2
        end = at
        while end < len(tokens) and tokens[end].tag in ("NNP", "NNPS") and tokens[end].text[:1].isupper() and ((ent := tokens[end].ent) is None or ent.label != "PERSON"):
            end += 1
        return end - 1 if end > at else last

    def _strip_titles(self, analysis: Analysis, first: int, last: int) -> tuple[int, list[Token]]:
        """Return a person's name without what its title ends in: "Lieutenant General [Amara Keita]", "Minister for Africa [Amara Keita]"."""
        if first > 1 and last - first >= 2 and analysis.tokens[first - 1].lower == "for" and title_word(analysis.tokens[first - 2]) in self.lexicon.title_words:
            first += 1
        words = [title_word(t) for t in analysis.tokens[first : last + 1]]
        start = 0
        while start < len(words) - 1 and (found := self.lexicon.title_at(words, start)) is not None and found[0] < len(words):
            start = found[0]
        return first + start, analysis.tokens[first + start : last + 1]

    # descriptions and pronouns -------------------------------------------------------------------------------------

    def _other(self, analysis: Analysis, token: Token) -> Mention | None:
        """Return the mention that a pronoun, an actor noun or another word for people is."""
        if (pronoun := _pronoun(token)) is not None:
            return pronoun
        if _is_no_actor(analysis, token):
            return None
        word = token.lower
        if token.pos in ("NOUN", "PROPN") and (entry := self._noun(token)) is not None and (token.dep != "compound" or self._names_owner(token)):
            mention = describe(analysis, token)
            mention.sector, mention.entry = entry["sector"] or None, None
            mention.person = {"person": True, "group": False}.get(entry["kind"])
            mention.plural = token.tag in ("NNS", "NNPS") or entry["number"] == "plural"
            if mention.plural and mention.person:
                mention.person, mention.people = False, True
                if is_own_name(token):
                    mention.kind, mention.rule, mention.sector = "name", "ORG", None
            return mention
        if word in _CIVIC and token.head.lemma in (_CIVIC_DEEDS if token.dep == "nsubj" else _TO_CIVIC if token.dep in ("dobj", "nsubjpass") else ()):
            town = describe(analysis, token)
            town.person, town.sector = False, "PTY" if word == "campaign" else "GOV"  # "the city of Arusha sued the firm"
            return town
        if word == "old" and token.dep in ("nsubj", "nsubjpass", "dobj", "pobj") and token.i >= 4 and [t.lower for t in analysis.tokens[token.i - 3 : token.i]] == ["-", "year", "-"]:
            age = analysis.tokens[token.i - 4 : token.i + 1]  # "the 38-year-old"
            return Mention(age[0].i, token.i, token, "description", name=spaced(analysis, age), rule="noun", span=(age[0].start, token.end), person=True)
        if word in _CROWDS and token.dep in ("nsubj", "nsubjpass", "dobj") and not any(c.dep == "prep" and c.lower == "of" for c in token.children):
            return Mention(token.i, token.i, token, "description", name=token.text, rule="noun", span=token.span, person=False, plural=True)
        if word in _ANYBODY and (clause := token.child("relcl")) is not None and token.dep in (_PARTIES if word == "those" else ("nsubj", "nsubjpass")) and clause.child("auxpass") is None and any(c.lower == "who" for c in clause.children) and token.head.lower != "of":
            return Mention(token.i, token.i, token, "description", name=token.text, rule="noun", span=token.span, person=False, plural=True)  # "those who threaten our friends", "anyone who protests"
        if word == "those" and (which := token.child("prep", "acl", "amod", *(("relcl",) if token.dep == "nsubjpass" else ()))) is not None and which.i > token.i and which.lower not in _NOT_WHOSE:
            kept = [token, *which.subtree()][:_THOSE]  # "those in need", "those displaced by the war"
            if which.dep == "acl" and len(which.subtree()) >= _THOSE:
                kept = [token, which]  # "those killed in the bombings of two markets in the capital"
            while kept[-1].pos in ("ADP", "DET", "CCONJ", "PUNCT"):
                kept.pop()
            return Mention(token.i, token.i, token, "description", name=spaced(analysis, kept), rule="noun", span=(token.start, kept[-1].end), person=False, plural=True)
        return None

    def _names_owner(self, token: Token) -> bool:
        """Whether an actor noun before another noun names somebody of its own: "a [coalition] drone strike" does, "a coalition [drone] strike" does not."""
        if token.lower in _MEANS and any(c.dep == "compound" and self._noun(c) is not None for c in token.children):
            return False
        return self._noun(token.head) is None or (token.head.lower in _MEANS and token.head.dep == "compound" and self._noun(token.head.head) is None)

    def _noun(self, token: Token) -> Entry | None:
        """Return the entry of an actor noun, under the longest of its names ("suicide bomber" before "bomber"); none of a name such as "al-Sheikh"."""
        if token.tag == "NNP" and token.lower[:3] in ("al-", "el-"):
            return None
        if token.lower == "state" and token.dep == "pobj" and token.head.lower == "of" and token.head.head.lemma.lower() in _OF_STATE:
            return None  # "the head of state"
        forms = (token.lemma.lower(), token.lower, token.lower[:-1]) if token.tag == "NNPS" else (token.lemma.lower(), token.lower)
        for before in _words_before(token, self.lexicon.longest_noun - 1):
            for form in forms:
                if (entry := self.lexicon.nouns.get(before + form)) is not None:
                    return entry
        return None


_OF_STATE = frozenset({"head", "minister", "secretary", "matter", "affair"})
_CIVIC = frozenset({"city", "town", "borough", "campaign"})
_CIVIC_DEEDS = word_list("actors.civic_deeds")
_TO_CIVIC = word_list("actors.to_civic")


def _hold_name(analysis: Analysis, mention: Mention, names: list[Mention]) -> None:
    """Let a description end where the name ends that it ends in: "members of the Movement [for Justice and Peace]"."""
    cut = next((n for n in names if mention.first < n.first <= mention.last < n.last and n.rule != "place"), None) if mention.first < mention.last else None
    if cut is not None:
        mention.name += analysis.text[analysis.tokens[mention.last].end : analysis.tokens[cut.last].end]
        mention.last = cut.last


def _pronoun(token: Token) -> Mention | None:
    """Return the mention of a pronoun, or of a word that stands for those told of before: "[the two] agreed", "[his Majesty]"."""
    word = "us" if token.lower in ("'s", "\u2019s") and token.tag == "PRP" else token.lower  # "Let's"
    if word in PRONOUNS and token.tag in ("PRP", "PRP$"):
        person, plural = PRONOUNS[word]
        return Mention(token.i, token.i, token, "pronoun", name=word, person=person, plural=plural, rule="pronoun", span=token.span)
    if word in ("two", "both") and token.dep in ("nsubj", "nsubjpass", "dobj", "dative") and _is_the_two(token):
        return Mention(token.i, token.i, token, "pronoun", name=word, plural=True, rule="pronoun", span=token.span)
    if NUMBER_WORDS.get(word, 0) > 2 and token.tag == "CD" and token.dep in ("nsubj", "nsubjpass", "dobj") and [c.lower for c in token.children if c.pos != "PUNCT"] == ["the"] and token.head.pos in ("VERB", "AUX"):
        return Mention(token.i, token.i, token, "pronoun", name=word, plural=True, rule="pronoun", span=token.span)  # "[the five] were freed"
    if word in ("latter", "former") and token.dep in ("nsubj", "nsubjpass", "dobj", "pobj") and [c.lower for c in token.children if c.pos != "PUNCT"] == ["the"]:
        return Mention(token.i, token.i, token, "pronoun", name=word, plural=True, rule="pronoun", span=token.span)
    if word in _STYLES and (own := token.child("poss")) is not None and own.i == token.i - 1 and own.lower in ("his", "her") and token.dep not in ("compound", "nmod"):
        return Mention(own.i, token.i, token, "pronoun", name="he" if own.lower == "his" else "she", person=True, rule="pronoun", span=(own.start, token.end))
    return None


def _is_no_actor(analysis: Analysis, token: Token) -> bool:
    """Whether an actor noun denotes something else here: "on all fronts", "came into force"."""
    if token.lemma == "body" and any(c.lower == "of" for c in token.children):
        return True  # "the bodies of soldiers"
    if token.lower == "exile" and token.dep == "pobj" and token.head.lower in ("in", "into", "from") and token.child("det", "poss", "amod") is None:
        return True  # "went into exile"
    if token.lower == "aggression" and not means_attacker(token):
        return True
    if token.lower == "occupation" and any(c.lower == "of" for c in token.children):
        return True  # "the occupation of the hospital"
    if token.lower == "state" and any(c.lower == "of" and (thing := c.child("pobj")) is not None and thing.tag in ("NN", "NNS") for c in token.children):
        return True  # "a state of emergency"
    if token.lemma == "front" and token.dep == "pobj" and token.head.lower in ("on", "at", "along"):
        return True  # "on all fronts"
    if token.text == "justice" and not any(c.dep in ("det", "compound", "amod", "poss") for c in token.children):
        return True  # "promised justice"
    if token.lower == "regime" and any(c.dep == "compound" and c.lemma in _RULES for c in token.children):
        return True  # "the sanctions regime"
    if token.lower == "force" and token.dep == "pobj" and token.head.lower in ("in", "into", "by") and not token.children:
        return True  # "came into force"
    after = analysis.tokens[token.i + 1 : token.i + 3]
    return len(after) == 2 and after[0].text == "-" and after[1].lower in _LEANING  # "the Marxist-oriented league"


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


def _is_the_two(token: Token) -> bool:
    """Whether a number stands for two who were told of before: "[the two] agreed", "[both] denied it"; but not "two of them", "the two, aged 9 and 12"."""
    others = [c.lower for c in token.children if c.pos != "PUNCT"]
    return others == (["the"] if token.lower == "two" else []) and (token.head.pos in ("VERB", "AUX"))


def _is_ship(analysis: Analysis, ent: Ent) -> bool:
    """Whether what the recogniser took for a product is a ship: "the destroyer USS Halberd"."""
    return ent.label in ("PRODUCT", "FAC", "WORK_OF_ART", "PERSON", "GPE") and ent.last > ent.first and analysis.tokens[ent.first].text.upper() in _SHIPS


def _words_before(token: Token, most: int) -> list[str]:
    """Return the modifiers that stand before a noun, each with a space or its hyphen after it: all of them, then one less, down to none."""
    ready, at = [""], token.i - 1
    before = {c.i: c for c in token.children if c.i < token.i}
    for _ in range(most):
        hyphen = at in before and before[at].text == "-"
        word = before.get(at - hyphen)
        if word is None or word.dep not in ("compound", "amod", "nmod", *(("advmod", "npadvmod") if hyphen else ())):
            break
        ready.insert(0, f"{word.lower}{'-' if hyphen else ' '}{ready[0]}")
        at = word.i - 1
    return ready


def _are_so_called(word: Token) -> bool:
    """Whether a name with an article and an "-s" does something: "the Bolsheviks seized power"."""
    does = word.dep == "nsubj" or (word.dep == "pobj" and word.head.dep == "agent")
    return does and word.text.endswith("s") and any(c.lower == "the" for c in word.children) and word.child("compound") is None and is_verb(word.head if word.dep == "nsubj" else word.head.head)


def _is_bloc(word: Token) -> bool:
    """Whether "the West" is the states of that name, who act, and no part of a country."""
    return word.text == "West" and (word.dep in ("nsubj", "nsubjpass", "dobj", "dative") or (word.dep == "pobj" and word.head.lower in ("against", "with", "by")))


def _is_one_of_people(word: Token) -> bool:
    """Whether a word of nationality stands for one person: "a Palestinian was shot", "freed the American" (but "the British")."""
    articles = ("a", "an", "another", "one", "the") if word.lower.endswith(("an", "i")) and not word.child("amod") else ("a", "an", "another", "one")
    return word.tag in ("NN", "NNP", "JJ") and word.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "conj") and any(c.lower in articles for c in word.children)


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
