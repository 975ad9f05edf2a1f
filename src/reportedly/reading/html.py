"""Web pages: one page, one article, by trafilatura, htmldate and the page's own JSON-LD."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any

from reportedly.errors import InputError
from reportedly.limits import FILE_BYTES
from reportedly.reading.charsets import decode_page
from reportedly.reading.jsonld import article_fields, find_articles, with_headline
from reportedly.reading.quiet import quiet
from reportedly.reading.source import Source
from reportedly.records import Article

# A fixed span of plausible days: by default htmldate asks the clock, and the same page would not always give the same record.
_DATES = {"original_date": True, "extensive_search": False, "min_date": "1900-01-01", "max_date": "2100-01-01"}
_NOTE = re.compile(
    r"(?:corrections?|clarifications?|editor[’']?s[’']? note|retraction)\b\s*(?:\([^)]{1,40}\))?\s*[:—–-]"
    r"|(?:an (?:earlier|previous) version of|this (?:article|story|report|piece) (?:has been|was) (?:amended|corrected|updated|clarified|retracted))\b",
    re.I,
)
_MODIFIED = ("article:modified_time", "og:updated_time", "last-modified", "dcterms.modified", "datemodified")


def read_html(source: Source) -> Iterator[tuple[Article, str, str]]:
    """Yield the article of a page. Raise InputError when there is none on it, or its text was stored in a wrong encoding."""
    data = source.read_up_to(FILE_BYTES.default)
    page = decode_page(data, source.charset)
    yield extract(page, url=source.url, digest=f"sha256:{hashlib.sha256(data).hexdigest()}"), source.name, "file"


def extract(page: str, *, url: str | None, digest: str) -> Article:
    """Return the article of a page's HTML; raise InputError when there is none."""
    from trafilatura import bare_extraction
    from trafilatura.utils import load_html

    quiet("trafilatura", "htmldate", "courlan")
    tree = load_html(page.replace("\x00", ""))
    if tree is None:
        raise InputError("no page of HTML")
    linked = next((item for block in _linked_data(tree) for item in find_articles(block)), {})
    found = bare_extraction(tree, url=url, include_comments=False, with_metadata=True, date_extraction_params=dict(_DATES))
    body = (getattr(found, "text", None) or "").strip() or _body(linked)
    if not body:
        raise InputError("no article found on this page")
    fields: dict[str, Any] = {
        "title": getattr(found, "title", None),
        "published": getattr(found, "date", None),
        "modified": _modified(tree),
        "outlet": getattr(found, "sitename", None),
        "author": getattr(found, "author", None),
        "url": url or getattr(found, "url", None),
    }
    said = article_fields(linked) if linked else {}
    fields |= {key: value for key, value in said.items() if key != "url" or not fields["url"]}
    text = with_headline(fields["title"], body)
    if "\ufffd" in text:
        raise InputError(f"a character of its text cannot be decoded, near {text[max(0, text.index(chr(0xFFFD)) - 20) : text.index(chr(0xFFFD)) + 20]!r}")
    in_text = tuple(line.strip() for line in body.split("\n") if _NOTE.match(line.strip()))
    notes = tuple(dict.fromkeys((*in_text, *fields.pop("notes", ()))))
    return Article(text=text, notes=notes, digest=digest, **fields)


def _linked_data(tree: Any) -> Iterator[Any]:
    """Yield the JSON-LD of a page; pages often carry broken ones, and then what else the page says of itself is used."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            try:
                yield json.loads((script.text or "").strip().removeprefix("<!--").removesuffix("-->"), strict=False)
            except (ValueError, RecursionError):
                continue


def _body(linked: dict[str, Any]) -> str | None:
    value = linked.get("articleBody")
    return value.strip() or None if isinstance(value, str) else None


def _modified(tree: Any) -> str | None:
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("http-equiv") or meta.get("itemprop") or "").lower()
        if name in _MODIFIED and (value := (meta.get("content") or "").strip()):
            return str(value)
    return None
