"""Which column of a table holds which field of an article: as the user says, else by the names that are common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from reportedly.errors import InputError
from reportedly.records import Article

# Common names, most telling first, in the spelling of _plain.
_NAMES = {
    "text": "text body content article_text full_text fulltext article_body articlebody article maintext main_text story story_text plain_text",
    "id": "id article_id articleid doc_id docid document_id uuid uid guid",
    "title": "title headline article_title heading",
    "published": "published publish_date date_published datepublished published_at published_date publishdate publication_date pubdate pub_date date",
    "outlet": "outlet publisher publication newspaper source_name source source_domain media_name media site",
    "url": "url link article_url web_url source_url permalink",
    "author": "author authors byline",
    "modified": "modified updated date_modified datemodified last_modified updated_at",
}
FIELDS = tuple(_NAMES)
_GUESSES = {field: names.split() for field, names in _NAMES.items()}


def _plain(name: str) -> str:
    return re.sub(r"\W+", "_", name.strip().lower()).strip("_")


def find_columns(header: Sequence[str], given: Mapping[str, str]) -> dict[str, int]:
    """Return the position of each field's column; ``given`` maps fields to the names the user said.

    Raise InputError when a given column is not there, when two columns bear the same name, or when none holds the text.
    """
    found: dict[str, int] = {}
    for field, name in given.items():
        if (places := [n for n, column in enumerate(header) if column.strip() == name]) and len(places) == 1:
            found[field] = places[0]
        else:
            raise InputError(f"{'several columns are' if places else 'no column is'} named {name!r}; there are: {listed(header)}", record="header")
    plain = [_plain(column) for column in header]
    for field, guesses in _GUESSES.items():
        if field not in found:
            place = next((plain.index(guess) for guess in guesses if plain.count(guess) == 1 and plain.index(guess) not in found.values()), None)
            if place is not None:
                found[field] = place
    if "text" not in found:
        raise InputError(f"no column is known to hold the text; name it with --text-column. There are: {listed(header)}", record="header")
    return found


def names_text(header: Iterable[str], text_column: str | None = None) -> bool:
    """Whether a first line looks like the header of a table of articles."""
    cells = [column.strip() for column in header]
    return len(cells) > 1 and any(cell == text_column or _plain(cell) in _GUESSES["text"] for cell in cells)


def listed(header: Sequence[str]) -> str:
    """Return column names for a message, the first of them when there are many."""
    names = [repr(column[:40]) for column in header[:20]]
    return ", ".join(names) + (f" and {len(header) - 20} more" if len(header) > 20 else "")


def article_of(cells: Mapping[str, str | None]) -> Article:
    """Return the article of one row; an empty cell is no value, and the text is kept exactly."""
    fields = {field: value.strip() or None for field, value in cells.items() if value is not None and field != "text"}
    return msgspec.convert({"text": cells.get("text") or "", **{f: v for f, v in fields.items() if v is not None}}, Article)
