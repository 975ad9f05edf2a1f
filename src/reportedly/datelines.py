"""Where the dateline of a paragraph ends, by rule: place, day and agency in the orders and with the marks that outlets give them; and which lines stand beside a story."""

from __future__ import annotations

import re

from reportedly.lexicons.word_lists import word_list

MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
MONTH_DAY = rf"(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})"
_CAPITAL = r"A-Z\u00c0-\u00de"
_WORD = rf"[{_CAPITAL}][\w'\u2019.]*(?:-[\w'\u2019]+)*"
_PLACE = rf"{_WORD}(?:(?:[ ]?/[ ]?|[ ])(?:{_WORD}|de|del|es|al|el|of)){{0,3}}"
_BEGIN = rf"[\"'\u201c\u2018(]?(?:[{_CAPITAL}]|al-|el-)"
_AGENCIES = "|".join(sorted(map(re.escape, word_list("datelines.agencies")), key=len, reverse=True))
_DAY = rf"(?:{WEEKDAY},?\s+)?(?i:{MONTH}\s*\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH})(?:,?\s*\d{{4}})?"
# "MAIDUGURI, Nigeria, May 5, 2021 (AFP) -", "Moscow, 5 May - RIA Novosti.", "BAKU, Azerbaijan, Jan. 9. /Trend/.", "GENEVA (5 May) -", "05 May 2021, Khartoum -", "Accra, Ghana -", "(CNN)"
_LINE = re.compile(
    rf"""
    (?:(?P<early>{_DAY}),?\s+)?
    (?P<town>{_PLACE})?
    (?P<region>(?:,\s*(?!{_DAY}|(?:{_AGENCIES})\b){_PLACE}){{1,2}}|\s*\[{_WORD}\]|\s*\({_PLACE}\)(?=,?\s*{_DAY}))?
    (?P<day>[,.]?\s*{_DAY}|\s*\({_DAY}\)|/\d\d?\.\d\d?\.\d{{2,4}})?
    (?P<note>(?:,?\s*\([^()\n]{{2,60}}\)){{1,2}})?
    (?P<agency>[,.]?\s*/[{_CAPITAL}][\w\ .-]*/?|(?:[,.]|\s\|)?\s*(?:{_AGENCIES})\b)?
    (?:(?P<end>[./]{{0,2}}(?P<gap>\s*)(?P<dash>-{{1,2}}|[\u2013\u2014\u2015_])(?:\s*(?:{_AGENCIES})\.\s)?|\s*[:;|](?=\s)|\s*:(?=[{_CAPITAL}])|[./]{{1,2}}(?=\s))(?P<after>\s*)(?=\d|the\ |{_BEGIN})|\s*(?={_BEGIN}))
    """,
    re.VERBOSE,
)
_AGENCY_NOTE = re.compile(rf"\((?:{_AGENCIES}|[{_CAPITAL}][\w .&/,-]*(?:News|Agency|Press|Media|Wire|Times|Post|Radio|TV)|[^()]*{_DAY}[^()]*)\s*\)")
_NO_TOWN = word_list("datelines.no_town")
_DASHES = re.compile(r"\s(?:-{1,2}|[\u2013\u2014\u2015])\s")


def dateline_end(text: str, start: int, end: int, *, opening: bool) -> int | None:
    """Return where the dateline of the paragraph ``text[start:end]`` ends; None without one. Of the first of a text (``opening``) less is asked: "Nairobi \u2014 Police"."""
    begin = end - len(text[start:end].lstrip())  # apart from the pattern, which would try what may follow at every space of a deep indent
    match = _LINE.match(text, begin, end)
    if match is None or match.end() >= end or match.end() == begin:
        return None
    return match.end() if _is_dateline(match, text[match.end() : end], opening=opening) else None


def _is_dateline(match: re.Match[str], story: str, *, opening: bool) -> bool:
    town, note, ending = match["town"], match["note"], (match["end"] or "").strip()
    known = match["agency"] is not None or (note is not None and _AGENCY_NOTE.search(note) is not None)
    dashed = match["dash"] is not None and (match["dash"] != "-" or match["gap"] != "" or match["after"] != "")
    if town is None:
        return (known and match["day"] is None) or (note is not None and dashed and note.lstrip()[1:2].isupper())  # "(CNN) Police", "(Accra) - Police"
    shouted = town.upper() == town and len(town) > 2
    dated = match["day"] is not None or match["early"] is not None
    if known or (dated and note is not None):
        return bool(ending) or note is not None or dated
    if dated:
        return shouted or match["dash"] is not None or ending == ":"
    if note is not None:
        return match["dash"] is not None or (shouted and ending == ":")
    if shouted:
        return dashed or (ending == ":" and match["after"] != "")
    if town.split()[0].lower() in _NO_TOWN or not opening:
        return False
    if match["region"] is not None:
        return dashed
    return (dashed and _DASHES.search(story.split(". ", maxsplit=1)[0]) is None) or (ending == ":" and len(town.split()) < 3)


_FURNITURE = "|".join(sorted(word_list("datelines.furniture"), key=len, reverse=True))
_BESIDE = re.compile(rf"\W*(?i:{_FURNITURE})\s?(?::|\||(?:-{{1,2}}|\u2013|\u2014)\s)|\W*FILE\b\W")
_ENDINGS = word_list("datelines.endings")


def is_beside_story(line: str) -> bool:
    """Whether a line is no part of a story: a link to another, what a picture shows, what it is about in key words."""
    return line.strip(" :.-*#").lower() in _ENDINGS or _BESIDE.match(line) is not None


def is_title_case(line: str) -> bool:
    """Whether a line has nearly all its longer words in capitals, as headlines do: "Peru Lifts Travel Ban"."""
    found = re.findall(r"[A-Za-z][\w'-]{3,}", line)
    return len(found) > 2 and sum(w[0].isupper() for w in found) >= 0.75 * len(found)
