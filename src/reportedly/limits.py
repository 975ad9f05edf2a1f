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
FILE_BYTES = Limit("file-bytes", 8_000_000, "bytes", "a text, web page, feed or JSON document longer than this is set aside unread")
PDF_BYTES = Limit("pdf-bytes", 100_000_000, "bytes", "a PDF larger than this is set aside unread")
PDF_PAGES = Limit("pdf-pages", 2_000, "pages", "a PDF with more pages than this is set aside")
CELL_CHARACTERS = Limit("cell-characters", 4_000_000, "characters", "a table row with a longer cell or line is set aside")
CHUNK_BYTES = Limit("chunk-bytes", 1_000_000_000, "bytes", "a Parquet column chunk that unpacks to more is set aside unread")
PARAGRAPH_CHARACTERS = Limit("paragraph-characters", 20_000, "characters", "a paragraph longer than this is parsed in pieces, cut at white space")
LANGUAGE_CHARACTERS = Limit("language-characters", 40, "characters", "shorter texts are taken for English without a guess")
DEPTH = Limit("depth", 5, "layers", "what is packed more deeply (a zip in a gzip in a tar ...) is set aside unread")
MEMBERS = Limit("members", 500_000, "members", "an archive or folder is read up to this many members")
MEMBER_RATIO = Limit("member-ratio", 200, "times", "what unpacks to more than this many times its packed size, beyond free-bytes, is set aside as a bomb")
FREE_BYTES = Limit("free-bytes", 20_000_000, "bytes", "so much may be unpacked before its ratio counts")
UNPACKED_BYTES = Limit("unpacked-bytes", 100_000_000_000, "bytes", "one input is unpacked up to this size, all its members and layers together")
SPOOL_BYTES = Limit("spool-bytes", 4_000_000_000, "bytes", "a zip or Parquet file inside another file is copied to a temporary file up to this size")
CODING_SECONDS = Limit("coding-seconds", 300, "seconds", "an article that takes a worker of a build longer is set aside")
CODING_MEGABYTES = Limit("coding-megabytes", 4_000, "MB", "an article for which a worker of a build needs more address space is set aside")
QUERY_SECONDS = Limit("query-seconds", 60, "seconds", "a query over a corpus that takes longer is ended")
QUERY_MEGABYTES = Limit("query-megabytes", 1024, "MB", "a query over a corpus that needs more memory is ended")
QUERY_ROWS = Limit("query-rows", 1_000_000, "rows", "a query over a corpus with a longer answer is refused")
PASTE_CHARACTERS = Limit("paste-characters", 200_000, "characters", "an article longer than this is not coded in the workbench; use `reportedly build`")
UPLOAD_BYTES = Limit("upload-bytes", 8_000_000, "bytes", "a file larger than this is not taken by the workbench")
UPLOAD_ARTICLES = Limit("upload-articles", 50, "articles", "of a file given to the workbench so many articles are coded")

LIMITS = (
    ARTICLE_CHARACTERS, LINE_BYTES, FILE_BYTES, PDF_BYTES, PDF_PAGES, CELL_CHARACTERS, CHUNK_BYTES, PARAGRAPH_CHARACTERS, LANGUAGE_CHARACTERS,
    DEPTH, MEMBERS, MEMBER_RATIO, FREE_BYTES, UNPACKED_BYTES, SPOOL_BYTES, CODING_SECONDS, CODING_MEGABYTES, QUERY_SECONDS, QUERY_MEGABYTES, QUERY_ROWS,
    PASTE_CHARACTERS, UPLOAD_BYTES, UPLOAD_ARTICLES,
)  # fmt: skip
