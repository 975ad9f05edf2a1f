"""Titles: whether capitals are a title ("Prime Minister"), a person with one ("Minister Pilar Lagos") or only a name; a helper of actors.py."""

from __future__ import annotations

from reportedly.analysis import Analysis, Ent, Token
from reportedly.coding.reference.actor_nouns import ActorNouns
from reportedly.coding.reference.name_spans import head_of, title_word
from reportedly.lexicons.actors import ActorLexicon


class Titles:
    """Tell titles from names by the lexicon's titles, actor nouns and first names."""

    def __init__(self, lexicon: ActorLexicon, nouns: ActorNouns) -> None:
        self.lexicon, self.nouns = lexicon, nouns

    def is_role(self, analysis: Analysis, first: int, last: int) -> bool:
        """Whether what the recogniser took for a name is a role: "Foreign Secretary", "FCO Minister"."""
        noun = self.nouns.find(analysis.tokens[last])
        if last > first and analysis.tokens[last].tag == "NNP" and self.lexicon.gender_of(analysis.tokens[first].text) is not None:
            noun = None  # "Gina [Miller]"
        return self.is_title(analysis, first, last) or (noun is not None and noun["kind"] == "person" and last - first < 3 and analysis.tokens[last].ent is not None)

    def is_titled(self, analysis: Analysis, ent: Ent) -> bool:
        """Whether what the recogniser took for a work or an event is a person with a title: "Mayor Lucia Ferro"."""
        if ent.label not in ("WORK_OF_ART", "EVENT", "PRODUCT", "LAW"):
            return False
        words = [title_word(t) for t in analysis.tokens[ent.first : ent.last + 1]]
        found = self.lexicon.title_at(words, 0)
        return found is not None and found[0] < len(words)

    def is_title(self, analysis: Analysis, first: int, last: int) -> bool:
        """Whether a run of capitals is only a title or a common actor noun: "Prime Minister", "Army"."""
        tokens = analysis.tokens[first : last + 1]
        if self._is_surname(analysis, tokens[-1]):
            return False
        return all(title_word(t) in self.lexicon.title_words or self.nouns.find(t) is not None for t in tokens)

    def _is_surname(self, analysis: Analysis, token: Token) -> bool:
        """Whether a person is called by a word that stands in titles, or is one, but is nobody's role: "Khan", "Singh"."""
        if token.tag != "NNP" or (token.ent is not None and token.ent.label != "PERSON") or self.nouns.find(token) is not None or (token.i + 1 < len(analysis.tokens) and analysis.tokens[token.i + 1].tag == "NNP"):
            return False
        title = self.lexicon.titles.get((title_word(token),))
        return len(token.text) > 2 and (title is None or title["note"] == "prefix") and not any(c.dep in ("det", "poss", "amod") for c in token.children)

    def with_given_name(self, analysis: Analysis, first: int, last: int) -> int:
        """Return where a name begins with the given name before it, which the recogniser left out: "[Adil] Norvan", "Secretary of State [Ann] J. Roe"."""
        if first == 0:
            return first
        given, begin = analysis.tokens[first - 1], analysis.tokens[first]
        if given.tag != "NNP" or given.ent is not None or not given.text.istitle() or given.dep not in ("compound", "nmod") or self.nouns.find(given) is not None or title_word(given) in self.lexicon.title_words:
            return first
        if len(begin.text) == 2 and begin.text[1] == "." and begin.head is given.head:
            return given.i
        is_surname = first == last and given.head is begin and title_word(begin) in self.lexicon.title_words and self._is_surname(analysis, begin)
        return given.i if is_surname else first

    def is_titled_name(self, analysis: Analysis, first: int, last: int, rule: str) -> bool:
        """Whether a name of no known kind is a title and a person: "Major General Amara Keita", "Minister Pilar Lagos"; but not "General Motors"."""
        tokens = analysis.tokens[first : last + 1]
        found = self.lexicon.title_at([title_word(t) for t in tokens], 0)
        if found is None or rule not in ("loose", "ORG"):
            return False
        rest = tokens[found[0] :]
        plain = all(t.tag == "NNP" and t.text[:1].isupper() and self.nouns.find(t) is None and title_word(t) not in self.lexicon.title_words for t in rest)
        return plain and (1 if rule == "loose" or found[1]["note"] == "prefix" else 2) <= len(rest) <= 4

    def is_office_of(self, words: list[Token]) -> bool:
        """Whether a name begins with an office and says of whom: "[Secretary General of] the Lakes Union"."""
        found = self.lexicon.title_at([title_word(t) for t in words], 0)
        return found is not None and found[0] < len(words) and words[found[0]].lower == "of" and self.nouns.find(words[found[0] - 1]) is not None

    def is_role_run(self, analysis: Analysis, first: int, last: int) -> bool:
        """Whether capitals after an article are a role: "the Theatre Commander"."""
        noun = self.nouns.find(analysis.tokens[last])
        return noun is not None and noun["kind"] == "person" and analysis.tokens[last].tag == "NNP" and last - first < 3 and first > 0 and analysis.tokens[first - 1].pos == "DET"

    def strip_titles(self, analysis: Analysis, first: int, last: int) -> tuple[int, list[Token]]:
        """Return a person's name without what its title ends in: "Lieutenant General [Amara Keita]", "Minister for Africa [Amara Keita]"."""
        if first > 1 and last - first >= 2 and analysis.tokens[first - 1].lower == "for" and title_word(analysis.tokens[first - 2]) in self.lexicon.title_words:
            first += 1
        words = [title_word(t) for t in analysis.tokens[first : last + 1]]
        start = 0
        while start < len(words) - 1 and (found := self.lexicon.title_at(words, start)) is not None and found[0] < len(words):
            start = found[0]
        return first + start, analysis.tokens[first + start : last + 1]

    def is_first_and_last(self, tokens: list[Token], *, bare: bool) -> bool:
        """Whether two or three words begin with a person's first name and stand where one acts or is acted on; ``bare``: whether they are all of a sentence."""
        head = tokens[-1]
        if not 2 <= len(tokens) <= 3 or not all(t.tag == "NNP" and t.text[:1].isupper() and not t.text.isupper() for t in tokens):
            return False
        if bare and (len(tokens) != len(head.sent.tokens) or self.nouns.find(head) is not None):
            return False
        if not bare and head.dep not in ("nsubj", "nsubjpass", "dobj", "appos", "poss"):
            return False
        return self.lexicon.gender_of(tokens[0].text) is not None and not any(c.dep in ("det", "prep") for c in head.children)

    def is_with_article(self, analysis: Analysis, first: int, last: int) -> bool:
        """Whether two or more words that the recogniser took for a person stand right behind "the" and are no title: "the Frente Azul" is a body."""
        tokens = analysis.tokens[first : last + 1]
        before = analysis.tokens[first - 1] if first > tokens[0].sent.tokens[0].i else None
        if before is None or before.lower != "the" or last == first or not all(t.tag in ("NNP", "NNPS") for t in tokens):
            return False
        head = head_of(tokens)
        return head.dep not in ("compound", "nmod", "amod", "poss") and before.head is head and self.lexicon.title_at([title_word(t) for t in tokens], 0) is None
