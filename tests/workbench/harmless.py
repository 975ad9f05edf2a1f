"""A page as a browser would read it, and the test that nothing of a stranger's in it is more than text."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "br", "img", "link", "input"}


class Page(HTMLParser):
    """Elements with attributes, and the text of the article."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self._open: list[bool] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.elements.append((tag, given))
        if tag not in VOID:
            self._open.append(given.get("id") == "text" or (bool(self._open) and self._open[-1]))

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1]:
            self.text += data


def assert_harmless(html: str) -> Page:
    """Assert that a page has no element or attribute but ours; return it."""
    page = Page(html)
    for tag, attrs in page.elements:
        assert tag not in ("img", "iframe", "object", "embed", "base", "style")
        assert not any(name.startswith("on") or name == "style" for name in attrs), (tag, attrs)
        if tag == "script":
            assert attrs["src"].startswith("/static/")
        for name in ("href", "src", "action", "formaction"):
            assert attrs.get(name, "/").startswith(("/", "#")), (tag, attrs)
    return page
