"""RSS and Atom feeds as files, by feedparser: one article an entry, with as much text as the feed carries."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from reportedly.errors import InputError
from reportedly.limits import FILE_BYTES
from reportedly.reading.charsets import decode_page
from reportedly.reading.fragments import fragment_text
from reportedly.reading.jsonld import with_headline
from reportedly.reading.source import Source
from reportedly.records import Article, SetAside

_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")


def read_feed(source: Source) -> Iterator[tuple[Article, str, str] | SetAside]:
    """Yield one article or SetAside an entry. Raise InputError for what is no feed or defines entities."""
    import feedparser

    text = decode_page(source.read_up_to(FILE_BYTES.default), source.charset)
    if re.search(r"<!ENTITY", text, re.I):
        raise InputError("it defines XML entities, which no feed needs and bombs are made of; left unread")
    # Recoded, so that feedparser sees the characters judged above and not what a wrong declaration makes of them.
    data = ('<?xml version="1.0" encoding="utf-8"?>' + _DECLARED.sub("", text.removeprefix("\ufeff"), count=1)).encode("utf-8", "replace")
    feed = feedparser.parse(io.BytesIO(data), response_headers={"content-type": "application/xml; charset=utf-8"}, sanitize_html=False, resolve_relative_uris=False)
    if not feed.version and not feed.entries:
        raise InputError(f"no readable feed: {feed.get('bozo_exception', 'nothing in it is of a feed')}")
    outlet = _plain(feed.feed.get("title_detail"))
    for n, entry in enumerate(feed.entries, 1):
        if (article := _article(entry, outlet)) is None:
            yield SetAside(file=source.name, record=f"entry {n}", reason="neither content nor summary, so there is nothing to code")
        else:
            yield article, source.name, f"entry {n}"
    if feed.bozo and isinstance(feed.get("bozo_exception"), Exception) and "SAX" in type(feed.bozo_exception).__name__:
        yield SetAside(file=source.name, record=f"after entry {len(feed.entries)}", reason=f"the XML is damaged, so entries may be missing: {feed.bozo_exception}")


def _article(entry: Any, outlet: str | None) -> Article | None:
    bodies = [text for detail in (*entry.get("content", ()), entry.get("summary_detail")) if (text := _plain(detail))]
    if not bodies:
        return None
    title = _plain(entry.get("title_detail"))
    source = entry.get("source") or {}
    return Article(
        text=with_headline(title, max(bodies, key=len)),
        id=entry.get("id") or "",
        title=title,
        published=_date(entry, "published") or _date(entry, "updated"),
        modified=dict.get(entry, "updated"),  # entry.get would give the date of publication where there is no other
        outlet=source.get("title") or outlet,
        url=entry.get("link"),
        author="; ".join(a["name"] for a in entry.get("authors", ()) if a.get("name")) or entry.get("author"),
    )


def _plain(detail: Any) -> str | None:
    """Return the text of a feed's element, without its markup."""
    value = (detail or {}).get("value")
    if not isinstance(value, str):
        return None
    return (value if detail.get("type") == "text/plain" and "<" not in value else fragment_text(value)).strip() or None


def _date(entry: Any, key: str) -> str | None:
    """Return the date as the feed writes it; with a year of two digits, as feedparser understands it."""
    raw: str | None = entry.get(key)
    parsed = entry.get(f"{key}_parsed")
    if raw and parsed and not re.search(r"\d{4}", raw):
        return f"{parsed.tm_year:04}-{parsed.tm_mon:02}-{parsed.tm_mday:02}"
    return raw
