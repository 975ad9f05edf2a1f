"""Which lines of the record of a parliament say who speaks next, by rule: "The Minister for Trade (Mr. Roe)", "Mr ROE (Minister for Trade) \u2014", "Ann Roe Portrait"."""

from __future__ import annotations

import re
from typing import NamedTuple

from reportedly.lexicons.word_lists import word_list

_OFFICES = "|".join(sorted(map(re.escape, word_list("turns.offices")), key=len, reverse=True))
_TITLES = "|".join(sorted(map(re.escape, word_list("turns.titles")), key=len, reverse=True))
_NAME = r"[A-Z][\w'\u2019.-]*(?: (?:[A-Z][\w'\u2019.-]*|of|de|van|von|al)){0,4}"
# "The Secretary of State for Trade (Mr. Adam Roe)", alone, or with the first words behind it
_OFFICE = re.compile(rf"(?:\u00a7\s*)?(?P<who>The (?:[\w,'\u2019-]+\s){{0,12}}?(?:{_OFFICES})\b[^()\n.:;]{{0,90}}(?:\n[^()\n.:;]{{0,60}})?\((?:{_NAME})\))\s*:?\s*(?P<rose>rose to|(?=[A-Z\"\u201c])|\Z)")
# "Mr ROE (Minister for Trade) (3.04 p.m.) \u2014I thank", "Mrs Lund (by Private Notice)"
_TITLED = re.compile(rf"(?:\u00a7\s*)?(?P<who>(?:{_TITLES})\.? {_NAME}(?: ?\([^()\n]{{2,70}}\)){{1,2}})\s?(?:(?:\u2014|\u2013|--?|:)\s?(?=[A-Z\"\u201c])|\Z)")
# what two sites that copy such records put around who speaks: "Photo of Ann RoeAnn Roe (Derby, Labour) Share this | Hansard source", "Ann Roe Portrait The Minister for Trade (Ann Roe)"
_PICTURED = re.compile(rf"Photo of (?P<shown>{_NAME}?) ?(?P<who>(?P=shown)\b[^\n]*)")
_SHARED = re.compile(rf"(?P<who>{_NAME}(?: ?\([^()\n]{{2,90}}\))?) Share this\b[^\n]*")
_PORTRAIT = re.compile(rf"(?P<who>{_NAME}) Portrait(?:\s+(?P<office>[^\n]*\S))?\s*\Z")
_SHARE, _TIME = re.compile(r"\s*\bShare this\b.*"), re.compile(r"\s*\d{1,2}[:.]\d\d\b.*")
_FURNITURE = re.compile(r"-\s+Hansard\b[-\s]*(?:Excerpts)?\s*\Z|Answered by\s*\Z|This question was answered on [^.\n]*\Z")


class Turn(NamedTuple):
    """Where a line says who speaks: the span of the words that do, and where what is said begins."""

    start: int
    end: int
    said: int


def turn_at(text: str, start: int, end: int) -> Turn | None:
    """Return who a paragraph ``text[start:end]`` says is speaking; None for any that does not begin a turn."""
    line = text[start:end]
    if "(" not in line and "Portrait" not in line and "Photo of" not in line:
        return None
    found = _PORTRAIT.fullmatch(line)
    if found is not None:
        span = found.span("office") if found["office"] else found.span("who")
        return Turn(start + span[0], start + span[1], end)
    found = _PICTURED.fullmatch(line) or _SHARED.fullmatch(line)
    if found is not None:
        who = _TIME.sub("", _SHARE.sub("", found["who"]))
        return Turn(start + found.start("who"), start + found.start("who") + len(who), end)
    found = _OFFICE.match(line) or _TITLED.match(line)
    if found is None:
        return None
    moves = "rose" in found.re.groupindex and bool(found["rose"])  # "rose to move, That this House ..."
    return Turn(start + found.start("who"), start + found.end("who"), end if moves else start + found.end())


def is_record_furniture(line: str) -> bool:
    """Whether a line is what sites put between who speaks in a parliament and what is said."""
    return _FURNITURE.match(line.strip()) is not None
