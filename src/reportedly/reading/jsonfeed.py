"""JSON Feed (1.0 and 1.1) as a file: one article an item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reportedly.reading.fragments import fragment_text
from reportedly.reading.jsonld import with_headline
from reportedly.records import Article, SetAside


def is_jsonfeed(item: Mapping[str, Any]) -> bool:
    """Whether a JSON object is a feed, by the address that its version is; the value may still be undecoded."""
    return "items" in item and b"jsonfeed.org/version" in bytes(item.get("version", b"")).replace(b"\\/", b"/")


def read_jsonfeed(feed: dict[str, Any], name: str, record: str) -> Iterator[tuple[Article, str, str] | SetAside]:
    """Yield one article or SetAside an item."""
    items = feed.get("items")
    for n, item in enumerate(items if isinstance(items, list) else [], 1):
        where = f"item {n}" if record == "file" else f"{record}, item {n}"
        if not isinstance(item, dict):
            yield SetAside(file=name, record=where, reason="no object")
        elif (article := _article(item, _text(feed, "title"), _authors(feed))) is None:
            yield SetAside(file=name, record=where, reason="neither content_text nor content_html nor summary, so there is nothing to code")
        else:
            yield article, name, where


def _article(item: dict[str, Any], outlet: str | None, authors: str | None) -> Article | None:
    html = _text(item, "content_html")
    body = _text(item, "content_text") or (fragment_text(html) if html else None) or _text(item, "summary")
    if not body:
        return None
    title = _text(item, "title")
    return Article(
        text=with_headline(title, body),
        id=_text(item, "id") or "",
        title=title,
        published=_text(item, "date_published"),
        modified=_text(item, "date_modified"),
        outlet=outlet,
        url=_text(item, "url") or _text(item, "external_url"),
        author=_authors(item) or authors,
    )


def _authors(item: dict[str, Any]) -> str | None:
    found = item.get("authors") if isinstance(item.get("authors"), list) else [item.get("author")]
    return "; ".join(name for a in found or [] if isinstance(a, dict) and (name := _text(a, "name"))) or None


def _text(item: dict[str, Any], key: str) -> str | None:
    value = item.get(key)
    return value.strip() or None if isinstance(value, str) else None
