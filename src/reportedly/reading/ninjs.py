"""ninjs, the IPTC's news in JSON, in its three incompatible lines (1.x, 2.x, 3.x); keys are compared without regard to case."""

from __future__ import annotations

from typing import Any

from reportedly.errors import InputError
from reportedly.reading.fragments import fragment_text
from reportedly.reading.jsonld import with_headline
from reportedly.records import Article

_MARKS = frozenset({
    "bodies", "headlines", "body_text", "body_xhtml", "body_html", "versioncreated", "firstcreated", "pubstatus", "renditions", "standard", "representationtype",
})  # fmt: skip
_PLAIN = ("text/plain", "")


def is_ninjs(item: dict[str, Any]) -> bool:
    """Whether a JSON object is a ninjs item: an address and at least one key that is ninjs's own."""
    return "uri" in item and any(key.lower() in _MARKS for key in item)


def read_ninjs(item: dict[str, Any]) -> Article:
    """Return the article of one item; raise InputError for one withdrawn by its publisher, or without text."""
    keys = {key.lower(): value for key, value in item.items()}
    status = str(keys.get("pubstatus") or "usable").lower()
    if status != "usable":
        raise InputError(f"$.pubStatus: {status!r}: its publisher has taken it back or not released it")
    if not (body := _body(keys)):
        raise InputError("$.bodies: no text in it, so there is nothing to code")
    title = _first(keys.get("headlines")) or _text(keys.get("headline")) or _text(keys.get("title"))
    published = _text(keys.get("firstcreated")) or _text(keys.get("contentcreated")) or _text(keys.get("versioncreated"))
    uri = _text(keys.get("uri"))
    url = _text(keys.get("url")) or uri
    return Article(
        text=with_headline(title, body),
        id=uri or "",
        title=title,
        published=published,
        modified=changed if (changed := _text(keys.get("versioncreated"))) != published else None,
        outlet=_text(keys.get("source")) or _source(keys.get("infosources") or keys.get("infosource")) or _text(keys.get("copyrightholder")),
        url=url if url and url.startswith(("http://", "https://")) else None,
        author=_text(keys.get("by")) or _text(keys.get("byline")),
        notes=tuple(note for note in (_text(keys.get("ednote")),) if note),
    )


def _body(keys: dict[str, Any]) -> str | None:
    """Return the body's text, the plain one if there is a choice."""
    bodies = [(str(_get(b, "contenttype") or ""), _get(b, "value")) for b in _items(keys.get("bodies"))]
    # 1.x: body_text, body_xhtml ..., one key a content type
    bodies += [("text/plain" if key in ("body_text", "body_plain") else "text/html", value) for key, value in keys.items() if key.startswith("body_")]
    for kind, value in sorted(bodies, key=lambda body: body[0] not in _PLAIN):
        if isinstance(value, str) and value.strip():
            return value if kind in _PLAIN else fragment_text(value)
    return None


def _first(headlines: Any) -> str | None:
    """Return the main headline of a list."""
    found = [(str(_get(h, "role") or ""), _text(_get(h, "value"))) for h in _items(headlines)]
    return next((value for role, value in sorted(found, key=lambda pair: pair[0] not in ("main", "")) if value), None)


def _source(sources: Any) -> str | None:
    return next((name for s in _items(sources) if (name := _text(_get(s, "name")))), None)


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _get(item: Any, key: str) -> Any:
    return next((value for name, value in item.items() if name.lower() == key), None) if isinstance(item, dict) else None


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
