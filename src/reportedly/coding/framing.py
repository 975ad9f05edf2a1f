"""Framing: words in the article's own voice that judge rather than describe.

Reads tokens, quotations, statements, events; writes framing. The words and the reason for each are data (framing.tsv).
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources.abc import Traversable
from pathlib import Path

from reportedly.analysis import Analysis, Draft, Token
from reportedly.lexicons.loader import Entry, read_table
from reportedly.records import Framing as FramingRecord


def load_framing(roots: Iterable[Traversable | Path]) -> dict[str, list[tuple[tuple[str, ...], Entry]]]:
    """Return framing words by first word, longest phrase first."""
    by_first: dict[str, dict[tuple[str, ...], Entry]] = {}
    for root in roots:
        for entry in read_table(root, "framing.tsv", ("word", "pos", "kind", "reason"), required=("word", "kind", "reason")):
            words = tuple(entry["word"].lower().replace("-", " - ").split())
            by_first.setdefault(words[0], {})[words] = entry
    return {first: sorted(found.items(), key=lambda item: -len(item[0])) for first, found in by_first.items()}


class Framing:
    """Mark the judging words of one article."""

    reads, writes = ("tokens", "statements", "quotations", "events"), ("framing",)

    def __init__(self, words: dict[str, list[tuple[tuple[str, ...], Entry]]]) -> None:
        self.words = words

    def __call__(self, analysis: Analysis) -> None:
        covered = [(q.start, q.end) for q in analysis.quotations] + [s.content for s in analysis.statements]
        names = {i for m in analysis.mentions if m.kind == "name" and m.rule.startswith("lexicon") for i in range(m.first, m.last + 1)}
        for sentence in analysis.sentences:
            skip = -1
            for token in sentence.tokens:
                if (token.lower not in self.words and token.lemma.lower() not in self.words) or token.i <= skip or token.i in names:
                    continue
                found = self._at(sentence.tokens, token)
                if found is None or any(a <= token.start < b for a, b in covered):
                    continue
                entry, last = found
                skip = last.i
                event = _bears_on(analysis, token)
                analysis.framing.append(FramingRecord(span=(token.start, last.end), kind=entry["kind"], event=event.id if event else None, reason=entry["reason"]))

    def _at(self, tokens: list[Token], token: Token) -> tuple[Entry, Token] | None:
        for key in dict.fromkeys((token.lower, token.lemma.lower())):
            for words, entry in self.words.get(key, ()):
                start = token.i - tokens[0].i
                stretch = tokens[start : start + len(words)]
                if len(stretch) == len(words) and all(w in (t.lower, t.lemma.lower()) for w, t in zip(words, stretch, strict=True)) and _is_pos(entry["pos"], stretch[0]):
                    return entry, stretch[-1]
        return None


def _is_pos(pos: str, token: Token) -> bool:
    wanted = {"noun": ("NOUN", "PROPN"), "verb": ("VERB", "AUX"), "adj": ("ADJ", "VERB", "NOUN", "PROPN"), "adv": ("ADV",)}.get(pos)
    return wanted is None or token.pos in wanted


def _bears_on(analysis: Analysis, token: Token) -> Draft | None:
    """Return the event whose trigger the word is, modifies, or whose party it belongs to."""
    for draft in analysis.events:
        if draft.head.sent is token.sent and any(w is token or w is token.head for w in draft.words):
            return draft
    return next((d for d in analysis.events if d.head.sent is token.sent and d.head in (token.head.head, token.head)), None)
