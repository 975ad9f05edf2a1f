"""Coded articles back from the JSONL that ``reportedly code`` writes, line by line; a bad line is set aside with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from reportedly.records import CodedArticle, SetAside


def read_coded(lines: Iterable[bytes], file: str) -> Iterator[CodedArticle | SetAside]:
    """Yield each line's article, or why the line is none."""
    decode = msgspec.json.Decoder(CodedArticle).decode
    for n, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            coded = decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            yield SetAside(file=file, record=f"line {n}", reason=f"no coded article: {error}")
            continue
        if (wrong := _broken(coded)) is not None:
            yield SetAside(file=file, record=f"line {n}", reason=wrong)
        else:
            yield coded


def _broken(coded: CodedArticle) -> str | None:
    """Return what an article refers to that is not there, or None."""
    ids = {a.id for a in coded.actors}
    length = len(coded.article.text)
    for event in coded.events:
        if missing := [i for i in (*event.actors, *event.recipients, *event.sources) if i not in ids]:
            return f"event {event.id} refers to {missing[0]}, which is no actor"
        if not 0 <= event.trigger[0] <= event.trigger[1] <= length:
            return f"event {event.id} has a span outside the text"
    for said in coded.statements:
        if missing := [i for i in said.speakers if i not in ids]:
            return f"statement {said.id} refers to {missing[0]}, which is no actor"
    return None
