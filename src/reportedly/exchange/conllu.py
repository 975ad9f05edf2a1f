"""CoNLL-U: the sentences of coded articles with the language model's parse, made again from the stored text, and our actors, events and statements in MISC."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from reportedly.analysis import Analysis, Sentence, Token
from reportedly.coder import Coder, load
from reportedly.exchange.losses import Losses
from reportedly.records import CodedArticle, Span

_HEADER = "# global.Entity = eid-etype\n"


def write(articles: Iterable[CodedArticle], out: Path, losses: Losses, keep: frozenset[str]) -> None:
    """Write one file. Heads and labels are the model's (spaCy's English scheme, not UD's); TokenRange holds offsets into the article's text."""
    coder = load()
    with out.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(_HEADER)
        for coded in articles:
            losses.written += sum(e.status in keep for e in coded.events)
            _write_article(coded, coder, keep, stream)


def _write_article(coded: CodedArticle, coder: Coder, keep: frozenset[str], stream: TextIO) -> None:
    analysis = Analysis(coded.article)
    coder.structure(analysis)
    coder.parse(analysis)
    marks, name = _marks(coded, analysis, keep), " ".join(coded.article.id.split())
    for n, sentence in enumerate(analysis.sentences, 1):
        begin = f"# newdoc id = {name}\n" if n == 1 else ""
        text = "".join(t.text + ("" if close else " ") for t, close in _spaced(sentence, analysis.text)).rstrip()
        stream.write(f"{begin}# sent_id = {name}-{n}\n# text = {text}\n" + "".join(_lines(sentence, analysis.text, marks)) + "\n")


def _lines(sentence: Sentence, text: str, marks: dict[int, list[str]]) -> Iterable[str]:
    first, root = sentence.tokens[0].i, sentence.root
    for n, (token, close) in enumerate(_spaced(sentence, text), 1):
        inside = token.head.sent is sentence and token.head is not token
        head = token.head.i - first + 1 if inside else 0 if token is root else root.i - first + 1
        relation = token.dep.lower() if inside and token.dep else "root" if head == 0 else "dep"
        misc = [*(["SpaceAfter=No"] if close else []), *marks.get(token.i, []), f"TokenRange={token.start}:{token.end}"]
        yield "\t".join((str(n), token.text, token.lemma or "_", token.pos or "X", token.tag or "_", "_", str(head), relation, "_", "|".join(sorted(misc)))) + "\n"


def _spaced(sentence: Sentence, text: str) -> Iterable[tuple[Token, bool]]:
    """Yield a sentence's tokens, and whether the next one follows without a space."""
    for token in sentence.tokens:
        yield token, token.end < len(text) and not text[token.end].isspace() and token is not sentence.tokens[-1]


def _marks(coded: CodedArticle, analysis: Analysis, keep: frozenset[str]) -> dict[int, list[str]]:
    """Return what MISC says of tokens, by their index: the actors they name, the events and cues they denote."""
    out: dict[int, dict[str, list[str]]] = {}

    def mark(token: Token, name: str, value: str) -> None:
        out.setdefault(token.i, {}).setdefault(name, []).append(value)

    opening: list[tuple[int, int, str, str]] = []
    for actor in coded.actors:
        for span in actor.mentions:
            if tokens := _tokens(analysis, span):
                opening.append((tokens[0].i, -tokens[-1].i, actor.id, actor.kind))
    for start, end, id_, kind in sorted(opening):  # longer ones open first and, read backwards, close last
        mark(analysis.tokens[start], "Entity", f"({id_}-{kind}" + (")" if -end == start else ""))
    for start, end, id_, _ in sorted(opening, reverse=True):
        if -end != start:
            mark(analysis.tokens[-end], "Entity", f"{id_})")
    for event in coded.events:
        if event.status in keep and (tokens := _tokens(analysis, event.trigger)):
            mark(tokens[0], "Event", f"{event.id}:{event.type}{f'/{event.mode}' if event.mode else ''}:{event.status}")
    for said in coded.statements:
        if said.cue is not None and (tokens := _tokens(analysis, said.cue)):
            mark(tokens[0], "Statement", f"{said.id}:{said.stance}")
    return {i: [f"{name}={('' if name == 'Entity' else ',').join(values)}" for name, values in found.items()] for i, found in out.items()}


def _tokens(analysis: Analysis, span: Span) -> list[Token]:
    """Return the tokens that a span touches."""
    at = next((t for o in range(*span) if (t := analysis.token_at(o)) is not None), None)
    out = []
    while at is not None and at.start < span[1]:
        out.append(at)
        at = analysis.tokens[at.i + 1] if at.i + 1 < len(analysis.tokens) else None
    return out
