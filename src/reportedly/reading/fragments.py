"""Pieces of HTML, as feeds and ninjs carry them, to plain text. Whole pages go through reading.html."""

from __future__ import annotations

import re

_BLOCKS = frozenset("p div br li ul ol h1 h2 h3 h4 h5 h6 tr table blockquote section article header footer figure figcaption pre hr dd dt".split())
_UNSEEN = frozenset("script style template noscript iframe object svg math head".split())


def fragment_text(html: str) -> str:
    """Return the words of a piece of HTML, one block a line, with white space as a browser shows it."""
    from lxml import etree
    from lxml.html import HTMLParser

    if "<" not in html and "&" not in html:
        return html.strip()
    root = etree.fromstring(f"<div>{html}</div>".replace("\x00", ""), HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True))
    parts: list[str] = []
    hidden = 0
    for action, node in etree.iterwalk(root, events=("start", "end")) if root is not None else ():
        block = node.tag in _BLOCKS
        if action == "start":
            hidden += node.tag in _UNSEEN
            parts += ["\n" if block else "", "" if hidden else re.sub(r"\s+", " ", node.text or "")]
        else:
            hidden -= node.tag in _UNSEEN
            parts += ["\n" if block else "", "" if hidden else re.sub(r"\s+", " ", node.tail or "")]
    lines = (re.sub(r"[ \xa0]+", " ", line).strip() for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)
