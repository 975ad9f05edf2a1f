"""Actors: find every mention - names, nationalities, descriptions, pronouns - and what its own words say of it.

Reads tokens, sentences, ents; writes mentions, mention_at. The lexicon goes before the statistical entity recogniser, which calls
movements persons and keeps possessives; roles and affiliations come from titles and appositions.
"""

from __future__ import annotations

from reportedly.analysis import Analysis, Ent, Mention, Sentence, Token
from reportedly.coding.calendar_rules import MONTHS
from reportedly.lexicons.actors import ActorLexicon, Known, fold

PRONOUNS = {
    "he": (True, False), "him": (True, False), "his": (True, False), "himself": (True, False),
    "she": (True, False), "her": (True, False), "hers": (True, False), "herself": (True, False),
    "it": (False, False), "its": (False, False), "itself": (False, False),
    "they": (None, True), "them": (None, True), "their": (None, True), "theirs": (None, True), "themselves": (None, True),
    "i": (True, False), "me": (True, False), "my": (True, False), "myself": (True, False),
    "we": (None, True), "us": (None, True), "our": (None, True), "ours": (None, True), "ourselves": (None, True),
}  # fmt: skip
FIRST_PERSON = frozenset("i me my myself we us our ours ourselves".split())
_NAME_LABELS = frozenset({"PERSON", "ORG", "NORP", "GPE", "FAC", "LOC"})
_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "case", "npadvmod", "punct", "advmod", "nummod", "quantmod", "dep"})
_KEEP_IN_NAME = frozenset({"compound", "amod", "nmod", "npadvmod"})
_VAGUE = frozenset(
    "many several some other further more most such own same various numerous certain few additional hundreds dozens thousands scores at least about around "
    "over nearly almost only as much up recent new late alleged suspected so-called unidentified unknown local"
    .split()
) - {"local"}
_PARTITIVE = frozenset("dozen hundred thousand million score number group handful majority some part rest lot all one two three several many most number couple wave".split())
_LOOSE_APPOSITION = frozenset({"appos", "npadvmod", "dep", "conj"})
_BODY_NOUNS = frozenset("movement group organization organisation militia party network agency faction newspaper channel television broadcaster company militant coalition alliance".split())


_DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central upper lower greater new inner outer mainland metropolitan communist democratic occupied modern ancient "
    "president minister king queen prince premier ambassador republic federal revolutionary socialist islamic".split()
)


class Actors:
    """Find the mentions of one article."""

    reads, writes = ("tokens", "sentences", "ents", "repaired"), ("mentions", "mention_at")

    def __init__(self, lexicon: ActorLexicon) -> None:
        self.lexicon = lexicon

    def __call__(self, analysis: Analysis) -> None:
        for sentence in analysis.sentences:
            names = self._names(analysis, sentence)
            taken = {i for m in names for i in range(m.first, m.last + 1)}
            found = names + [m for t in sentence.tokens if t.i not in taken and (m := self._other(analysis, t)) is not None]
            found.sort(key=lambda m: m.first)
            analysis.mentions.extend(found)
            sentence.mentions = found
            for mention in found:
                analysis.mention_at[mention.head.i] = mention
        _add_surnames(analysis)
        for mention in analysis.mentions:
            self._describe(analysis, mention)
        for mention in analysis.mentions:
            self._appose(analysis, mention)
            self._appose_late(analysis, mention)

    # names ---------------------------------------------------------------------------------------------------------

    def _names(self, analysis: Analysis, sentence: Sentence) -> list[Mention]:
        """Return the name mentions of a sentence: the lexicon's, then the recogniser's that do not cross them."""
        known = self._known(sentence)
        ents = [e for e in _ents(sentence) if e.label in _NAME_LABELS]
        spans: list[tuple[int, int, Known | None, str]] = [(a, b, k, "lexicon") for a, b, k in known]
        for ent in ents:
            first, last = _trim(analysis, ent)
            if first > last or self._is_role(analysis, first, last):
                continue
            inside = [s for s in spans if s[0] <= last and first <= s[1]]
            if not inside:
                spans.append((first, last, None, ent.label))
            elif all(first <= s[0] and s[1] <= last for s in inside) and self._extends(analysis, ent, first, last, inside):
                spans = [s for s in spans if s not in inside] + [(first, last, None, ent.label)]
        taken = {i for a, b, *_ in spans for i in range(a, b + 1)}
        spans += [s for s in _loose_names(sentence, taken) if not self._is_title(analysis, s[0], s[1])]
        return [m for a, b, k, rule in sorted(spans, key=lambda s: s[0]) if (m := self._name(analysis, a, b, k, rule)) is not None]

    def _known(self, sentence: Sentence) -> list[tuple[int, int, Known]]:
        words: list[str] = []
        at: list[Token] = []
        for token in sentence.tokens:
            for word in fold(token.text):
                words.append(word)
                at.append(token)
        found: list[tuple[int, int, Known]] = []
        i = 0
        while i < len(words):
            step = 1
            if not at[i].text[:1].islower() or "-" in at[i].text or words[i] in ("al", "so"):
                for end, options in self.lexicon.longest(words, i):
                    if (chosen := _fits(options, at[i], at[end - 1], sentence)) is not None:
                        found.append((at[i].i, at[end - 1].i, chosen))
                        step = end - i
                        break
            i += step
        return found

    def _extends(self, analysis: Analysis, ent: Ent, first: int, last: int, inside: list[tuple[int, int, Known | None, str]]) -> bool:
        """Whether the recogniser's longer name is to be preferred over the lexicon's names inside it."""
        if len(inside) > 1:
            return False
        a, b, known, _ = inside[0]
        tokens = analysis.tokens
        if any(t.tag == "POS" or t.lower in (",", "and", "/", "-led") for t in tokens[first : last + 1]) or (a, b) == (first, last):
            return False
        if ent.label == "PERSON" and (known is None or known.kind == "person"):
            return True
        if b == last:  # "the Syrian Democratic Forces" is not "Forces"; but "Iraqi Kataib Hezbollah" is Kataib Hezbollah
            return known is not None and known.kind == "state" and known.form != "adjective"
        return ent.label in ("ORG", "FAC", "PERSON") and all(t.text[:1].isupper() or t.lower in ("of", "the", "for", "and", "in", "on", "to") for t in tokens[first : last + 1])

    def _name(self, analysis: Analysis, first: int, last: int, known: Known | None, rule: str) -> Mention | None:
        tokens = analysis.tokens[first : last + 1]
        person: bool | None = known.kind == "person" if known else (True if rule == "PERSON" else False if rule in ("ORG", "NORP", "GPE", "LOC", "FAC") else None)
        if known is None and rule == "PERSON":
            first, tokens = self._strip_titles(analysis, first, last)
            if not tokens:
                return None
        head = _head(tokens)
        span = (tokens[0].start, tokens[-1].end)
        mention = Mention(first, last, head, "name", name=_clean(analysis.text[span[0] : span[1]]), person=person, rule=rule, span=span)
        if known is not None:
            mention.entry, mention.country, mention.sector = known.entry, known.country, known.sector
            mention.rule = f"lexicon-{known.form}"
            mention.plural = known.kind != "person" and known.form != "capital" and tokens[-1].tag in ("NNS", "NNPS")
        elif rule in ("GPE", "LOC", "FAC"):
            mention.rule = "place"
        return mention

    def _is_role(self, analysis: Analysis, first: int, last: int) -> bool:
        """Whether what the recogniser took for a name is a role: "Foreign Secretary", "FCO Minister"."""
        noun = self._noun(analysis.tokens[last])
        return self._is_title(analysis, first, last) or (noun is not None and noun["kind"] == "person" and last - first < 3 and analysis.tokens[last].ent is not None)

    def _is_title(self, analysis: Analysis, first: int, last: int) -> bool:
        """Whether a run of capitals is only a title or a common actor noun: "Prime Minister", "Army"."""
        tokens = analysis.tokens[first : last + 1]
        return all(_title_word(t) in self.lexicon.title_words or self._noun(t) is not None for t in tokens)

    def _strip_titles(self, analysis: Analysis, first: int, last: int) -> tuple[int, list[Token]]:
        words = [_title_word(t) for t in analysis.tokens[first : last + 1]]
        start = 0
        while start < len(words) - 1 and (found := self.lexicon.title_at(words, start)) is not None and found[0] < len(words):
            start = found[0]
        return first + start, analysis.tokens[first + start : last + 1]

    # descriptions and pronouns -------------------------------------------------------------------------------------

    def _other(self, analysis: Analysis, token: Token) -> Mention | None:
        word = "us" if token.lower in ("'s", "\u2019s") and token.tag == "PRP" else token.lower  # "Let's"
        if word in PRONOUNS and token.tag in ("PRP", "PRP$"):
            person, plural = PRONOUNS[word]
            return Mention(token.i, token.i, token, "pronoun", name=word, person=person, plural=plural, rule="pronoun", span=token.span)
        if token.pos in ("NOUN", "PROPN") and (entry := self._noun(token)) is not None and (token.dep != "compound" or self._noun(token.head) is None):
            mention = describe(analysis, token)
            mention.sector, mention.entry = entry["sector"] or None, None
            mention.person = {"person": True, "group": False}.get(entry["kind"])
            mention.plural = token.tag in ("NNS", "NNPS") or entry["number"] == "plural"
            if mention.plural and mention.person:
                mention.person = False
            return mention
        return None

    def _noun(self, token: Token):  # type: ignore[no-untyped-def]
        nouns = self.lexicon.nouns
        return nouns.get(token.lemma.lower()) or nouns.get(token.lower) or (nouns.get(token.lower[:-1]) if token.tag == "NNPS" else None)

    # what the words around a mention say ---------------------------------------------------------------------------

    def _describe(self, analysis: Analysis, mention: Mention) -> None:
        """Take role, affiliation and country from the title and the modifiers before a name."""
        if mention.kind == "pronoun" or mention.rule in ("lexicon-adjective",):
            return
        if mention.kind == "name":
            before, start = self._title_before(analysis, mention)
            if before is not None:
                if before["note"] != "prefix":
                    mention.role = analysis.text[analysis.tokens[start].start : analysis.tokens[mention.first - 1].end].rstrip(" ,")
                    mention.sector = mention.sector or before["sector"] or None
                mention.person = True if mention.rule in ("PERSON", "loose", "place", "ORG", "GPE", "NORP") else mention.person
                mention.affiliation = mention.affiliation or _possessor(analysis, start)
                mention.country = mention.country or self._country_before(analysis, start)
        else:
            mention.country = mention.country or self._modifier_country(analysis, mention)

    def _title_before(self, analysis: Analysis, mention: Mention):  # type: ignore[no-untyped-def]
        low = max(mention.head.sent.tokens[0].i, mention.first - self.lexicon.longest_title - 3)
        for start in range(low, mention.first):
            words = [w for t in analysis.tokens[start : mention.first] if (w := _title_word(t))]
            if words and _title_word(analysis.tokens[start]) and (found := self.lexicon.title_at(words, 0)) is not None and found[0] == len(words):
                return found[1], start
        return None, mention.first

    def _country_before(self, analysis: Analysis, start: int) -> str | None:
        for i in range(start - 1, max(-1, start - 4), -1):
            mention = analysis.mention_at.get(i)
            if mention is not None and mention.rule.startswith("lexicon") and mention.country:
                return mention.country
        return None

    def _modifier_country(self, analysis: Analysis, mention: Mention) -> str | None:
        for child in mention.head.children:
            inner = analysis.mention_at.get(child.i)
            if inner is not None and inner.rule.startswith("lexicon") and child.dep in ("amod", "compound", "poss", "nmod") and inner.country:
                return inner.country
        return None

    def _appose(self, analysis: Analysis, mention: Mention) -> None:
        """Join a description to the name beside it: "the spokesman, Yahya Rasool", "Rasool, the spokesman"."""
        if mention.kind != "description":
            return None
        head = mention.head
        for child in head.children:
            other = analysis.mention_at.get(child.i)
            if child.dep in ("compound", "nmod", "amod") and other is not None and head.lemma.lower() in _BODY_NOUNS and not mention.plural and _is_body(other):
                return self._join(analysis, mention, other)  # "Lebanon's Hezbollah movement", "the Reuters news agency"
            if child.dep == "appos" and other is not None and other.kind == "name" and other.rule != "lexicon-adjective":
                return self._join(analysis, mention, other)
            if child.dep == "appos" and other is not None and other.kind == "description" and other.apposed is not None:
                return self._join(analysis, mention, other.apposed)
        beside = self._name_beside(analysis, mention)
        if beside is not None:
            return self._join(analysis, mention, beside)
        other = analysis.mention_at.get(head.head.i)
        if head.dep == "appos" and other is not None and other.kind == "name" and other.rule != "lexicon-adjective":
            return self._join(analysis, mention, other)
        if head.dep == "attr" and head.head.lemma == "be" and mention.person and not mention.plural:  # "Abu Omar was a commander of the Front"
            subject = head.head.child("nsubj")
            other = analysis.mention_at.get(subject.i) if subject is not None else None
            if other is None and mention.head.sent.mentions:
                other = mention.head.sent.mentions[0]  # "Abu Omar (Arabic: ...), born ..., was a commander": what stands between confuses the parser
            if other is not None and other.kind == "name" and (other.person or (other.entry is None and other.rule != "place")) and not any(c.dep == "neg" for c in head.head.children):
                return self._join(analysis, mention, other)
        # "Prime Minister Sudani": the parser makes the title the head at times
        if head.dep in ("compound", "nmod") and other is not None and other.kind == "name" and other.person is not False:
            return self._join(analysis, mention, other)
        return None

    def _name_beside(self, analysis: Analysis, mention: Mention) -> Mention | None:
        """Return the person named right after a role and a comma, though the parser hung the apposition elsewhere."""
        tokens, comma = analysis.tokens, mention.head.i + 1
        if not mention.person or mention.plural or comma + 1 >= len(tokens) or tokens[comma].text != ",":
            return None
        for i in range(comma + 1, min(comma + 5, len(tokens))):
            other = analysis.mention_at.get(i)
            if other is not None and other.kind == "name":
                return other if other.person and other.head.dep in _LOOSE_APPOSITION and other.head.sent is mention.head.sent else None
            if tokens[i].tag not in ("NNP", "NNPS"):
                return None
        return None

    def _appose_late(self, analysis: Analysis, mention: Mention) -> None:
        """Mend "a leader of the Front, Abu Omar": a person set beside a group belongs to the person noun above it."""
        if mention.kind != "name" or not mention.person or mention.head.dep != "appos":
            return
        group = analysis.mention_at.get(mention.head.head.i)
        if group is None or group.person or group.head.dep != "pobj":
            return
        above = analysis.mention_at.get(group.head.head.head.i)
        if above is not None and above.kind == "description" and above.person and above.apposed is None:
            self._join(analysis, above, mention)

    def _join(self, analysis: Analysis, mention: Mention, name: Mention) -> None:
        if mention.person is False and name.person:
            return
        mention.apposed = name
        if mention.person and name.entry is None:
            name.person = True
        if not name.role and (name.person or mention.person):
            name.role = _role_words(analysis, mention)
            name.affiliation = name.affiliation or _affiliation(analysis, mention)
        name.sector = name.sector or mention.sector
        name.country = name.country or mention.country


def _is_body(mention: Mention) -> bool:
    if mention.kind != "name" or mention.person:
        return False
    return mention.rule in ("ORG", "loose") or (mention.rule == "lexicon-name" and mention.entry is not None and "adjectives" not in mention.entry.cells)


def describe(analysis: Analysis, token: Token) -> Mention:
    """Return a description mention for the noun phrase of a token: its words without article, number and clause."""
    kept = [token]
    for child in token.children:
        if child.i < token.i and child.dep in _KEEP_IN_NAME and child.pos != "DET" and child.lower not in _VAGUE and child.lower not in MONTHS and child.tag not in ("JJR", "JJS", "PDT", "CD"):
            kept += [t for t in child.subtree() if t.dep != "det"]
        elif child.i < token.i and child.dep == "poss" and child.tag not in ("PRP$", "WP$"):
            kept += [t for t in child.subtree() if t.dep != "det" and t.i < token.i]
        elif child.dep == "prep" and child.lower == "of" and child.i == token.i + 1 and child.child("pobj") is not None:
            kept += [t for t in child.subtree() if not _in_clause(t, child)]
    kept.sort(key=lambda t: t.i)
    while len(kept) > 1 and kept[0].pos in ("PUNCT", "DET", "ADV", "PRON"):
        kept.pop(0)
    first, last = kept[0].i, kept[-1].i
    name = _spaced(analysis, kept)
    return Mention(first, last, token, "description", name=name, rule="noun", span=(kept[0].start, token.end), plural=token.tag in ("NNS", "NNPS"))


def _in_clause(token: Token, top: Token) -> bool:
    while token is not top:
        if token.dep in ("relcl", "acl", "advcl", "appos", "conj", "cc", "prep") and token.head.head is not top.head:
            return True
        if token.dep in ("relcl", "acl", "advcl", "appos", "conj", "cc", "punct"):
            return True
        token = token.head
    return False


def _spaced(analysis: Analysis, tokens: list[Token]) -> str:
    """Join kept tokens as the text spaces them, one space where words were left out."""
    out = ""
    before: Token | None = None
    for token in tokens:
        if before is not None and (token.i != before.i + 1 or analysis.text[before.end : token.start]):
            out += " "
        out += token.text
        before = token
    return out.strip(" '\u2019\"")


def _fits(options: list[Known], first: Token, last: Token, sentence: Sentence) -> Known | None:
    """Choose among what one name may mean; None when its capitals say it is no name here."""
    for known in options:
        if known.acronym and first is last and not first.text.replace(".", "").rstrip("s").isupper():
            continue
        if first is last and not first.text[:1].isupper():
            continue
        if first is last and first.ent is not None and first.ent.label == "PERSON" and first.ent.last > first.ent.first and known.form in ("name", "capital", "people"):
            continue  # "Jordan Smith", "Chad Brown"
        if first is last and known.kind == "state" and known.form in ("name", "capital") and _has_first_name(first):
            continue
        return known
    return None


def _add_surnames(analysis: Analysis) -> None:
    """Add the surnames of the article's persons where the model saw no name in them ("Horvat accused ...")."""
    surnames = {m.name.split()[-1] for m in analysis.mentions if m.kind == "name" and m.person and " " in m.name}
    if not surnames:
        return
    taken = {i for m in analysis.mentions for i in range(m.first, m.last + 1)}
    for sentence in analysis.sentences:
        added = [t for t in sentence.tokens if t.text in surnames and t.i not in taken and t.pos != "PROPN"]
        for token in added:
            token.pos, token.tag = "PROPN", "NNP"
            mention = Mention(token.i, token.i, token, "name", name=token.text, rule="loose", span=token.span)
            analysis.mention_at[token.i] = mention
            sentence.mentions = sorted([*sentence.mentions, mention], key=lambda m: m.first)
        if added:
            analysis.mentions = [m for s in analysis.sentences for m in s.mentions]


def _has_first_name(token: Token) -> bool:
    """Whether a proper noun that is no direction or title stands right before as part of the same name ("Vera Paris")."""
    before = next((c for c in token.children if c.i == token.i - 1 and c.dep == "compound" and c.tag == "NNP"), None)
    return before is not None and before.text.isalpha() and not before.text.isupper() and before.lower not in _DIRECTIONS


def _ents(sentence: Sentence) -> list[Ent]:
    out: list[Ent] = []
    for token in sentence.tokens:
        if token.ent is not None and (not out or out[-1] is not token.ent):
            out.append(token.ent)
    return out


def _trim(analysis: Analysis, ent: Ent) -> tuple[int, int]:
    """Return an entity's tokens without article, possessive and loose punctuation."""
    first, last = ent.first, ent.last
    tokens = analysis.tokens
    while first <= last and (tokens[first].pos in ("DET", "PUNCT", "PRON") or tokens[first].tag in ("CD", "POS")):
        first += 1
    while last >= first and (tokens[last].tag == "POS" or tokens[last].pos in ("PUNCT", "ADP", "CCONJ")):
        last -= 1
    return first, last


def _loose_names(sentence: Sentence, taken: set[int]) -> list[tuple[int, int, Known | None, str]]:
    """Return runs of proper nouns that neither lexicon nor recogniser took: surnames, mostly."""
    out: list[tuple[int, int, Known | None, str]] = []
    run: list[Token] = []
    shouting = sentence.block.kind == "headline" if sentence.block else False
    for token in [*sentence.tokens, None]:
        fits = token is not None and token.i not in taken and token.tag in ("NNP", "NNPS") and token.text[:1].isalpha() and token.text[:1].isupper()
        if fits and token is not None:
            if run and token.i != run[-1].i + 1:
                out.append((run[0].i, run[-1].i, None, "loose"))
                run = []
            run.append(token)
        elif run:
            out.append((run[0].i, run[-1].i, None, "loose"))
            run = []
    return [] if shouting else [s for s in out if sentence.tokens[s[0] - sentence.tokens[0].i].ent is None]


def _head(tokens: list[Token]) -> Token:
    """Return the token of a stretch whose head lies outside it (the last such)."""
    low, high = tokens[0].i, tokens[-1].i
    outside = [t for t in tokens if t.head is t or not low <= t.head.i <= high]
    named = [t for t in outside if t.pos in ("PROPN", "NOUN", "ADJ")]
    return (named or outside or tokens)[-1]


def _clean(text: str) -> str:
    return " ".join(text.split()).strip(" ,;:'\"\u2019\u201d\u201c")


def _title_word(token: Token) -> str:
    words = fold(token.text)
    return "".join(words)


def _possessor(analysis: Analysis, start: int) -> str | None:
    """Return the name whose possessive stands right before a title ("the al-Nujaba Movement's Secretary-General")."""
    if start < 2 or analysis.tokens[start - 1].tag != "POS":
        return None
    for mention in reversed(analysis.mentions):
        if mention.last == start - 2 and mention.kind == "name":
            return mention.name
    return None


def _role_words(analysis: Analysis, mention: Mention) -> str:
    """Return the words of a role without whose it is: "Secretary-General", "Foreign Office spokesman"."""
    head = mention.head
    kept = analysis.tokens[mention.first : head.i + 1]
    for i, token in enumerate(kept):
        if token.tag == "POS":
            kept = kept[i + 1 :]
            break
    while len(kept) > 1 and (inner := analysis.mention_at.get(kept[0].i)) is not None and inner.rule == "lexicon-adjective":
        kept = kept[1:]
    return _spaced(analysis, kept) if kept else mention.name


def _affiliation(analysis: Analysis, mention: Mention) -> str | None:
    """Return whose role it is: a possessor, or the object of "of", "for", "in" after the role noun."""
    for child in mention.head.children:
        if child.dep == "poss" and (owner := analysis.mention_at.get(child.i)) is not None and owner.kind != "pronoun":
            return owner.name
        if child.dep == "prep" and child.lower in ("of", "for", "in", "at"):
            for inner in child.children:
                if inner.dep == "pobj" and (owner := analysis.mention_at.get(inner.i)) is not None:
                    return owner.name
    return None
