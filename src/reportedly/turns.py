"""Which lines say who speaks next, by rule: labels of a transcript ("MR. ROE: ..."), lines of the record of a parliament ("The Minister for Trade (Mr. Roe)", "Ann Roe Portrait")."""

from __future__ import annotations

import re
from typing import NamedTuple

from reportedly.lexicons.word_lists import word_list

_OFFICES = "|".join(sorted(map(re.escape, word_list("turns.offices")), key=len, reverse=True))
_TITLES = "|".join(sorted(map(re.escape, word_list("turns.titles")), key=len, reverse=True))
_NAME = r"[A-Z][\w'\u2019.-]*(?: (?:[A-Z][\w'\u2019.-]*|of|de|van|von|al)){0,4}"
# "The Secretary of State for Trade (Mr. Adam Roe)", alone, or with the first words behind it
_OFFICE = re.compile(rf"(?:\u00a7\s*)?(?P<who>(?![^()\n]*\b(?:is|are|was|were|has|have|had)\b)The (?:[\w,'\u2019-]+\s){{0,12}}?(?:{_OFFICES})\b[^()\n.:;]{{0,90}}(?:\n[^()\n.:;]{{0,60}})?\((?:{_NAME})\))\s*:?\s*(?P<rose>rose to|(?=[A-Z\"\u201c])|\Z)")
# "Mr ROE (Minister for Trade) (3.04 p.m.) \u2014I thank", "Mrs Lund (by Private Notice)"
_TITLED = re.compile(rf"(?:\u00a7\s*)?(?P<who>(?:{_TITLES})\.? {_NAME}(?: ?\([^()\n]{{2,70}}\)){{1,2}})\s?(?:(?:\u2014|\u2013|--?|:)\s?(?=[A-Z\"\u201c])|\Z)")
# what two sites that copy such records put around who speaks: "Photo of Ann RoeAnn Roe (Derby, Labour) Share this | Hansard source", "Ann Roe Portrait The Minister for Trade (Ann Roe)"
_PICTURED = re.compile(rf"Photo of (?P<shown>{_NAME}?) ?(?P<who>(?P=shown)\b[^\n]*)")
_SHARED = re.compile(rf"(?P<who>{_NAME}(?: ?\([^()\n]{{2,90}}\))?) Share this\b[^\n]*")
_PORTRAIT = re.compile(rf"(?P<who>{_NAME}) Portrait(?:\s+(?P<office>[^\n]*\S))?\s*\Z")
_SHARE, _TIME = re.compile(r"\s*\bShare this\b.*"), re.compile(r"\s*\d{1,2}[:.]\d\d\b.*")
_FURNITURE = re.compile(r"-\s+Hansard\b[-\s]*(?:Excerpts)?\s*\Z|Answered by\s*\Z|This question was answered on [^.\n]*\Z")

# "Smith: ...", "MR SMITH: ...", "Ann Roe, Minister for Trade: ...", "FOREIGN MINISTER ROE (via interpreter): ..."
_LABEL = re.compile(r"[\s\"'\u201c\u2018]*([A-Z][\w'\u2019.-]+(?:,? (?:[A-Z][\w'\u2019.&-]*|of|for|the|and|to|de|al)){0,9})(?: ?\([^()\n]{2,40}\))?:\s")
HEADINGS, _QUESTIONERS, _ADDRESSES = word_list("turns.headings"), word_list("turns.questioners"), word_list("turns.addresses")
_OWN_WORDS = re.compile(r"\b(?:I|I'm|We|we|us|Our|our|my|Thanks?|Good (?:morning|afternoon|evening)|Hello|Hi|Welcome)\b")
_SAID = 150  # characters


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


def label_at(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return what stands before a colon at the beginning of a paragraph as the label of a speaker would, its words as the first group; None for a heading ("Date: ...")."""
    match = _LABEL.match(text, start, min(end + 1, len(text)))
    return match if match is not None and match[1].lower() not in HEADINGS else None


def is_addressed(label: str, text: str, at: int = 0) -> bool:
    """Whether a label calls a speaker as transcripts do, by how it does and what ``text`` says behind it (``at``): "MR. ROE", "UNDER SECRETARY LUND", "Ambassador Lund" with "Good morning"."""
    words = label.replace(",", " ").split()
    if text[at : at + 1].islower():
        return False  # "Minister Roe: the ferry has sunk": who is spoken to
    titled = len(words) > 1 and any(word.rstrip(".").lower() in _ADDRESSES for word in words[:-1])
    if words[0] == "The":  # "The Secretary-General: My friends"
        titled = any(word.lower().split("-")[0] in _ADDRESSES for word in words[1:])
    if label.isupper() and text[at - 1 : at] == "\n" and words[-1].lower() in _ADDRESSES:
        return True  # "PRIME MINISTER:" on a line of its own
    if titled and words[-1].isupper() and len(words[-1]) > 2:
        return True
    return (titled or (label.isupper() and len(label) > 2)) and _OWN_WORDS.search(text[at : at + _SAID]) is not None


def is_transcript(labels: list[str]) -> bool:
    """Whether what stands before the colons of a text's paragraphs says who speaks: it comes again and again, as that of a list does not, or names a questioner."""
    kinds = set(labels)
    return len(kinds) > 1 and (len(labels) > len(kinds) or any(label.lower() in _QUESTIONERS for label in kinds))
