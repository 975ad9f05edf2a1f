"""schema.org's NewsArticle and its kin, as JSON-LD: in a file of its own or inside a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportedly.errors import InputError
from reportedly.reading.fragments import fragment_text
from reportedly.records import Article

_TYPES = frozenset({
    "Article", "NewsArticle", "AnalysisNewsArticle", "AskPublicNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle", "ReportageNewsArticle",
    "ReviewNewsArticle", "LiveBlogPosting", "BlogPosting", "SocialMediaPosting", "Report", "SatiricalArticle", "AdvertiserContentArticle",
})  # fmt: skip
_DEPTH = 6


def is_jsonld(item: dict[str, Any]) -> bool:
    """Whether a JSON object is linked data."""
    return "@context" in item or "@graph" in item or "@type" in item


def find_articles(item: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Yield the articles of linked data: the object itself, or those in its graph or list; not those it only mentions."""
    if depth > _DEPTH:
        return
    if isinstance(item, list):
        for part in item:
            yield from find_articles(part, depth + 1)
    elif isinstance(item, dict):
        if _types(item) & _TYPES:
            yield item
        else:
            for key in ("@graph", "mainEntity", "mainEntityOfPage"):
                yield from find_articles(item.get(key), depth + 1)


def _types(item: dict[str, Any]) -> set[str]:
    types = item.get("@type")
    names = types if isinstance(types, list) else [types]
    return {name.rsplit("/", 1)[-1].removeprefix("schema:") for name in names if isinstance(name, str)}


def article_fields(item: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of Article that one JSON-LD article gives; no text when it holds none."""
    fields = {
        "title": _words(_text(item.get("headline")) or _text(item.get("name"))),
        "published": _text(item.get("datePublished")),
        "modified": _text(item.get("dateModified")),
        "outlet": _name(item.get("publisher")) or _name(item.get("sourceOrganization")),
        "author": _name(item.get("author")),
        "url": _address(item.get("url")) or _address(item.get("mainEntityOfPage")) or _address(item.get("@id")),
    }
    notes = tuple(note for note in (_note(n) for n in _each(item.get("correction"))) if note)
    return {key: value for key, value in fields.items() if value} | ({"notes": notes} if notes else {})


def read_jsonld(item: dict[str, Any]) -> Iterator[Article]:
    """Yield the articles of a JSON-LD document; raise InputError when there is none or one has no text."""
    articles = list(find_articles(item))
    if not articles:
        raise InputError("JSON-LD without an article in it")
    for article in articles:
        if not (body := _text(article.get("articleBody"))):
            raise InputError("$.articleBody: there is none, so there is nothing to code")
        fields = article_fields(article)
        yield Article(text=with_headline(fields.get("title"), body), **fields)


def with_headline(title: str | None, body: str) -> str:
    """Return the text with its headline as its first line, where it does not stand already."""
    if not title or " ".join(body[: 2 * len(title) + 50].split()).casefold().startswith(" ".join(title.split()).casefold()):
        return body
    return f"{' '.join(title.split())}\n{body}"


def _each(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _text(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("@value")
    if isinstance(value, list):
        return next((text for part in value if (text := _text(part))), None)
    return value.strip() or None if isinstance(value, str) else None


def _words(text: str | None) -> str | None:
    """Return a name or headline without the markup and entities that sites put into them."""
    return " ".join(fragment_text(text).split()) or None if text else None


def _name(value: Any) -> str | None:
    """Return the names of people or bodies, joined by "; "."""
    names = [_words(_text(part.get("name")) if isinstance(part, dict) else _text(part)) for part in _each(value)]
    return "; ".join(dict.fromkeys(n for n in names if n and not n.startswith(("http://", "https://")))) or None


def _note(value: Any) -> str | None:
    return _text(value.get("text")) or _text(value.get("description")) if isinstance(value, dict) else _text(value)


def _address(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    text = _text(value)
    return text if text and text.startswith(("http://", "https://")) else None
