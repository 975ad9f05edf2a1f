"""Cells: text that is safe in a table. A spreadsheet must not run it, a reader must see it in its order, a line must stay one line."""

from __future__ import annotations

import re

from reportedly.exchange.losses import Losses

_FORMULA = re.compile(r"^[=+\-@\t\r]")
_UNSEEN = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BREAKS = re.compile("[ \t]*[\r\n\u2028\u2029\x85]+[ \t]*|\t")


def cell(value: object, losses: Losses) -> object:
    """Return a value for a cell: text without controls and line breaks, with an apostrophe before what a spreadsheet would take for a formula; anything else as it is."""
    if not isinstance(value, str):
        return value
    text = _BREAKS.sub(" ", value)
    if text != value:
        losses.changed["line breaks and tabs made spaces"] += 1
    plain = _UNSEEN.sub("", text)
    if plain != text:
        losses.changed["control characters taken out"] += 1
    if _FORMULA.match(plain):
        losses.changed["an apostrophe put before what looks like a formula"] += 1
        return "'" + plain
    return plain


def unquoted(value: object, losses: Losses) -> str:
    """Return a value for a tab-separated format without quoting: None is empty."""
    if value is None:
        return ""
    made = cell(value, losses)
    return str(made)
