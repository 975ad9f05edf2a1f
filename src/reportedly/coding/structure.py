"""Structure: cut the text into headline, dateline, byline, captions and paragraphs, and find the quotations.

Reads article; writes blocks, quotations. Works on characters alone, before the language model sees anything.
"""

from __future__ import annotations

import re

from reportedly.analysis import Analysis, Block, BlockKind, Quotation
from reportedly.datelines import MONTH, MONTH_DAY, WEEKDAY, dateline_end, is_beside_story
from reportedly.lexicons.word_lists import word_list
from reportedly.sentences import plain
from reportedly.turns import is_addressed, is_record_furniture, is_transcript, label_at, turn_at

_DATE_LINE = re.compile(rf"\s*(?:{WEEKDAY},?\s+)?{MONTH_DAY},?\s+\d{{4}}(?=\s|$|:)")
_BYLINE = re.compile(r"\s*(?:(?:by|reporting by|written by|edited by|editing by|compiled by|additional reporting by|photo by|photo:|image:|source:|updated:?|published:?)\b)(?!.*[.!?]$)", re.I)
# "\u2022", "--", "(a)", "3.", and what social media put before a line
_LIST = re.compile(r"\s*(?:-{1,2}|[*+>\u00b7\u00bb\u2013-\u2015\u2022\u2023\u2043\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\uf0a0-\uf0ff\U0001f300-\U0001faff][\ufe0e\ufe0f]?|\(?\d{1,2}[.)]|\(?[a-z]\))\s+")
# what an entry of a chronology begins with: "1998 - ETA announces", "September 1998: Rebels seize", and in a list of several "March 1990 The army takes"
_ENTRY_DATE = rf"(?:(?:\d{{1,2}}\s+)?{MONTH}(?:\s+\d{{1,2}})?(?:,?\s+\d{{4}})?|[12]\d{{3}})"
_ENTRY = re.compile(rf"{_ENTRY_DATE}\s*(?:-{{1,2}}|\u2013|\u2014|:)\s*(?=[\"\u201cA-Z])")
_BARE_ENTRY = re.compile(rf"(?:(?:\d{{1,2}}\s+)?{MONTH}(?:\s+\d{{1,2}},)?\s+\d{{4}}|[12]\d{{3}})\s+(?=[\"\u201cA-Z])")
_ENTRY_ALONE = re.compile(rf"\s*{_ENTRY_DATE}\s*:?\s*")
_ENTRIES = 3  # so many make a chronology
_TERMINAL = re.compile(r"[.!?\u2026:;,][\"')\]\u201d\u2019\u00bb]*(?:\[\d+\])*\s*$")
_FUNCTION = set("a an the of in on at to for and or by with from as is are was were be has have had his her its their who which that del de la al el bin".split())
_READOUTS = "|".join(sorted(word_list("structure.readouts")))
_READOUT = re.compile(rf"['\u2019]s? (?:\w+ ){{0,2}}(?:{_READOUTS})s? (?:[Ww]ith|[Tt]o) [A-Zt]")  # "Secretary Lund's Call with ..."
CAPTION_WORDS, HEADLINE_WORDS = 14, 30
_WRAPPED = 110  # characters
_OPENING = 4  # lines: headline, deck, byline, day


class Structure:
    """Cut the article into blocks and find its quotations."""

    reads, writes = ("article",), ("blocks", "quotations")

    def __call__(self, analysis: Analysis) -> None:
        text = analysis.text
        lines = _join_wrapped(text)
        for n, (start, end) in enumerate(_without_frame(text, *line) for line in lines):
            analysis.blocks.extend(_turn(text, start, end) or _classify(text, start, end, n, len(lines), analysis.article.title))
        analysis.blocks = _with_labels(text, _with_entries(text, analysis.blocks))
        analysis.quotations.extend(_quotations(text, analysis.blocks))


def _turn(text: str, start: int, end: int) -> list[Block]:
    """Return the blocks of a line of the record of a parliament: who speaks, and what he begins with on the same line; none of any other line."""
    if is_record_furniture(text[start:end]):
        return [Block("caption", start, end)]
    turn = turn_at(text, start, end)
    if turn is None:
        return []
    said = turn.said + len(text[turn.said : end]) - len(text[turn.said : end].lstrip())
    return [Block("label", turn.start, turn.end), *([Block("paragraph", said, end)] if said < end else [])]


def _with_labels(text: str, blocks: list[Block]) -> list[Block]:
    """Return the blocks with the labels of a transcript, which say who speaks, as blocks of their own."""
    labels = [label_at(text, b.start, b.end) if b.kind in ("paragraph", "dateline", "list") else None for b in blocks]
    if not is_transcript([match[1] for match in labels if match is not None]):
        labels = [match if match is not None and is_addressed(match[1], text, match.end()) else None for match in labels]
    if not any(labels):
        return blocks
    out: list[Block] = []
    for block, match in zip(blocks, labels, strict=True):
        if match is None or not text[block.start].isalnum():  # in marks: a quotation that would lose its first
            out.append(block)
            continue
        out.append(Block("label", block.start, min(match.end(), block.end)))
        if match.end() < block.end:
            out.append(Block("paragraph", match.end(), block.end))
    return out


def _with_entries(text: str, blocks: list[Block]) -> list[Block]:
    """Return the blocks with the dates that the entries of a chronology begin with, or stand under, as blocks of their own."""
    found = [(_ENTRY.match(text, b.start, b.end) or _BARE_ENTRY.match(text, b.start, b.end)) if b.kind in ("paragraph", "list") else None for b in blocks]
    alone = [b.kind in ("paragraph", "list", "caption") and _ENTRY_ALONE.fullmatch(text, b.start, b.end) is not None for b in blocks]
    several = sum(match is not None for match in found) + sum(alone) >= _ENTRIES
    out: list[Block] = []
    for block, match, is_date in zip(blocks, found, alone, strict=True):
        if is_date and several:
            out.append(Block("date", block.start, block.end))
        elif match is None or not (several or match.re is _ENTRY):
            out.append(block)
        else:
            out += [Block("date", block.start, match.end()), Block(block.kind, match.end(), block.end)]
    return out


def _join_wrapped(text: str) -> list[tuple[int, int]]:
    """Return the lines of the text as spans; the lines of a hard-wrapped paragraph come back as one."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    width = _width(text, lines)
    out: list[tuple[int, int]] = []
    for start, end in lines:
        if not text[start:end].strip():
            continue
        if out and (_is_wrapped(text, out[-1], (start, end)) or (width and _is_filled(text, out[-1][1], (start, end), width))):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _width(text: str, lines: list[tuple[int, int]]) -> int:
    """Return how wide the lines of a text are that is all wrapped by hand; 0 for any other."""
    widths = [end - start for start, end in lines if text[start:end].strip()]
    widest = max(widths, default=0)
    wrapped = len(widths) >= _LINES and _NARROW <= widest <= _WIDE and sum(width > widest - _LAST_WORD for width in widths) * 2 >= len(widths)
    return widest if wrapped else 0


_LINES, _NARROW, _WIDE, _LAST_WORD, _RAGGED = 8, 55, 85, 15, 6  # lines; characters


def _is_filled(text: str, last: int, line: tuple[int, int], width: int) -> bool:
    """Whether a line goes on with the next in a text wrapped by hand: its first word had no room on the one that ends at ``last``."""
    if text.count("\n", last, line[0]) != 1:
        return False
    above = text[text.rfind("\n", 0, last) + 1 : last].rstrip()
    word = text[line[0] : line[1]].split(maxsplit=1)[0]
    room = width - (0 if _TERMINAL.search(above) else _RAGGED)
    return len(above) + 1 + len(word) > room and dateline_end(text, *line, opening=False) is None


_MARKS = re.compile('"+')


def _without_frame(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a line without the marks around the whole of it where those inside are doubled, as tables are written: "The mayor said ""no""."."""
    runs = list(_MARKS.finditer(text, start, end))
    if not any(len(run[0]) > 1 for run in runs):
        return start, end
    first, last = runs[0], runs[-1]
    if any(len(run[0]) == 1 for run in runs[1:-1]):
        return start, end
    opens = not text[start : first.start()].strip() and len(first[0]) % 2 == 1
    closes = not text[last.end() : end].strip() and len(last[0]) % 2 == 1 and last is not first
    return first.start() + 1 if opens else start, last.end() - 1 if closes else end


def _is_wrapped(text: str, before: tuple[int, int], line: tuple[int, int]) -> bool:
    if text.count("\n", before[1], line[0]) != 1:
        return False
    last = text[text.rfind("\n", before[0], before[1]) + 1 : before[1]] if "\n" in text[before[0] : before[1]] else text[before[0] : before[1]]
    first = text[line[0] : line[1]].lstrip()[:1]
    if not 45 <= len(last) <= 100 or _TERMINAL.search(last):
        return False
    if first in "\"'\u201c(":  # a paragraph begins so below a headline; what is wrapped by hand has no long lines
        return line[1] - line[0] <= _WRAPPED and dateline_end(text, *line, opening=False) is None
    return first.islower()


def _classify(text: str, start: int, end: int, n: int, count: int, title: str | None) -> list[Block]:
    line = text[start:end]
    words = line.split()
    closed = bool(_TERMINAL.search(line))
    is_title = bool(title) and plain(line.strip()).casefold() == plain(title.strip() if title else "").casefold()
    if is_title or (n == 0 and count > 1 and not closed and len(words) <= HEADLINE_WORDS):
        return [Block("headline", start, end)]
    if (date := _DATE_LINE.match(line)) and n <= 3:
        rest = start + date.end()
        blocks = [Block("dateline", start, rest)]
        return blocks + (_classify(text, rest, end, n or 1, count, title) if text[rest:end].strip() else [])
    if n <= 4 and _BYLINE.match(line) and len(words) <= 14:
        return [Block("byline", start, end)]
    if n and is_beside_story(line):
        return [Block("caption", start, end)]
    if n and not closed and len(words) <= HEADLINE_WORDS and _READOUT.search(line) and _is_caption(words):
        return [Block("headline", start, end)]  # of the next of several releases in one text
    if len(words) <= CAPTION_WORDS and not closed and n and _is_caption(words):
        return [Block("caption", start, end)]
    if (story := dateline_end(text, start, end, opening=0 < n <= _OPENING)) is not None:
        return [Block("dateline", start, story), Block("paragraph", story, end)]
    kind: BlockKind = "list" if (mark := _LIST.match(line)) else "paragraph"
    if n == 1 and not closed and len(words) <= HEADLINE_WORDS and count > 2:
        kind = "headline"  # a second deck under the headline
    return [Block(kind, start + (mark.end() if mark else 0), end)]


def _is_caption(words: list[str]) -> bool:
    """Whether a short line without a stop is a name with a role or a heading: nearly all of its words are capitalised."""
    telling = [w for w in words if w.strip("\"'\u201c\u2019,()").casefold() not in _FUNCTION]
    capital = sum(w.lstrip("\"'\u201c(")[:1].isupper() or w[:1].isdigit() or re.match(r"(?:al|el|bin|de|van|von)-?", w) is not None for w in telling)
    return bool(telling) and capital >= 0.75 * len(telling)


_OPEN = {"\u201c": "\u201d", "\u00ab": "\u00bb", "\u201e": "\u201c\u201d"}
_MARK = re.compile("[\"'`\u2018\u201c\u201d\u201e\u00ab\u00bb]")  # that may open or close


_SINGLE = re.compile(r"['\u2018](?=\w)([^'\u2018\u2019\"\n]*(?:\w['\u2019]\w[^'\u2018\u2019\"\n]*)*)['\u2019](?=[:,] )")  # a headline's: 'We lost all': ...

_SPOKEN = re.compile(r"['\u2018](?=\w)([^\n\"\u201c\u201d\u2018]{12,}?[.,?!\u2026])['\u2019](?!\w)")  # in British marks: 'We lost all,' she said


def _end_around(text: str, start: int, end: int) -> int | None:
    """Return where a quotation closes that holds another in marks of the same kind: \u201cHe said \u201cgo home\u201d and left,\u201d; None for any other."""
    depth = most = 0
    for i in range(start, end):
        if text[i] == "\u201c":
            depth += 1
            most = max(most, depth)
        elif text[i] == "\u201d":
            depth -= 1
            if depth == 0:
                return i if most > 1 else None
        elif text[i] == '"':
            return None
    return None


_STOPS = (".", "!", "?", "\u2026")
_UNOPENED = 800  # characters


def _closes_unopened(text: str, i: int, start: int, end: int) -> bool:
    """Whether a mark closes what opened with none: We lost everything," she said."""
    if not 8 < i - start < _UNOPENED or text[i + 1 : i + 2].isalnum():
        return False
    if text[i] == '"' and text.count('"', start, end) % 2 == 0:
        return False
    return text[i - 1] in (*_STOPS, ",") or (text[i] == "\u201d" and text[i - 1].isalnum())


def _quotations(text: str, blocks: list[Block]) -> list[Quotation]:
    """Return the quotations of all blocks; one left open goes on over paragraphs without marks to the one that closes it."""
    out: list[Quotation] = []
    between: list[Block] | None = None  # since one was left open
    for block in blocks:
        found = find_quotations(text, block.start, block.end) if block.kind in ("paragraph", "headline", "list") else []
        if between is not None and not found and block.kind == "paragraph" and len(between) < _PARAGRAPHS:
            between.append(block)
            continue
        if between is None and found and found[0].start == block.start and not text[found[0].end + 1 : block.end].strip():
            found = found[1:]  # a mark by a slip: nobody is said to have spoken so
        if between and found and found[0].start == block.start:
            out += [Quotation(b.start, b.end, open=True) for b in between]
        out += found
        between = [] if found and found[-1].open else None
    if between and _runs_to_end(text, out[-1].start):
        out += [Quotation(b.start, b.end, open=True) for b in between]
    return out


def _runs_to_end(text: str, start: int) -> bool:
    """Whether an open quotation, the last of a text, goes on to its end: it opens its paragraph or stands behind a colon or a comma."""
    before = text[max(0, start - 5) : start - 1].rstrip(" ")
    return not before or before.endswith(("\n", ":", ","))


_PARAGRAPHS = 12  # between a mark and the one that closes it


def find_quotations(text: str, start: int, end: int) -> list[Quotation]:
    """Return the quotations of one block, outermost only; one that is never closed runs to the block's end and is marked open.

    Straight double quotes alternate; LaTeX-like pairs (two grave accents, two apostrophes) count as double quotes.
    """
    out: list[Quotation] = []
    opened: int | None = None
    closers = ""
    i = start
    if (single := _SINGLE.match(text, start, end)) is not None:
        out.append(Quotation(single.start(1), single.end(1)))
        i = single.end()
    while (mark := _MARK.search(text, i, end)) is not None:
        i = mark.start()
        char = text[i]
        pair = text[i : i + 2]
        width = 2 if pair in ("``", "''", '""') else 1
        if opened is None:
            if char in '"\u201d' and not out and _closes_unopened(text, i, start, end):
                out.append(Quotation(start, i))
            elif char == "\u201c" and (last := _end_around(text, i, end)) is not None:
                out.append(Quotation(i + 1, last))
                i = last
            elif char in "'\u2018" and not text[i - 1 : i].isalnum() and (spoken := _SPOKEN.match(text, i, end)) is not None:
                out.append(Quotation(spoken.start(1), spoken.end(1)))
                i = spoken.end() - 1
            elif char in _OPEN:
                opened, closers = i + 1, _OPEN[char] + '"'
            elif char == "\u201d" and (i == start or text[i - 1].isspace()) and text[i + 1 : i + 2].isalnum():
                opened, closers = i + 1, '\u201d"'  # the same mark on both sides, as in Swedish or by a slip
            elif char == '"' or pair == "``" or (pair == "''" and text[i + 2 : i + 3].isalnum()):
                opened, closers = i + width, '"\u201d'
        elif char == '"' and text[i - 1].isspace() and text[i + 1 : i + 2].isalnum() and text[opened:i].rstrip()[-1:] in _STOPS:
            pass  # "They came. "They burned it. "We fled.": opened again and again, closed at the end
        elif char in closers or (pair == "''" and closers == '"\u201d') or (char == "\u201d"):
            if i > opened:
                out.append(Quotation(opened, i))
            opened = None
        elif char in _OPEN and not text[i - 1 : i].isspace() and char == "\u201c":
            pass  # a wrongly turned mark inside
        i += width
    if opened is not None and text[opened:end].strip():
        out.append(Quotation(opened, end, open=True))
    return out
