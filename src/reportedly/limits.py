"""The table of limits: what is refused, and where the line lies."""

from __future__ import annotations

import msgspec


class Limit(msgspec.Struct, frozen=True):
    """One limit: its name, default, unit and what it is for."""

    name: str
    default: int
    unit: str
    help: str


ARTICLE_CHARACTERS = Limit("article-characters", 2_000_000, "characters", "an article longer than this is set aside")
LINE_BYTES = Limit("line-bytes", 8_000_000, "bytes", "a JSONL line longer than this is set aside unread")
FILE_BYTES = Limit("file-bytes", 8_000_000, "bytes", "a plain-text file longer than this is set aside unread")
PARAGRAPH_CHARACTERS = Limit("paragraph-characters", 20_000, "characters", "a paragraph longer than this is parsed in pieces, cut at white space")
LANGUAGE_CHARACTERS = Limit("language-characters", 40, "characters", "shorter texts are taken for English without a guess")
QUERY_SECONDS = Limit("query-seconds", 60, "seconds", "a query over a corpus that takes longer is ended")
QUERY_MEGABYTES = Limit("query-megabytes", 1024, "MB", "a query over a corpus that needs more memory is ended")
QUERY_ROWS = Limit("query-rows", 1_000_000, "rows", "a query over a corpus with a longer answer is refused")

LIMITS = (ARTICLE_CHARACTERS, LINE_BYTES, FILE_BYTES, PARAGRAPH_CHARACTERS, LANGUAGE_CHARACTERS, QUERY_SECONDS, QUERY_MEGABYTES, QUERY_ROWS)
