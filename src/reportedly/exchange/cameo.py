"""CAMEO: codes with quad class and Goldstein scale, from a table; actors as country and sector."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import product
from pathlib import Path
from typing import NamedTuple

from reportedly.errors import LexiconError
from reportedly.exchange.cells import unquoted
from reportedly.exchange.losses import Losses
from reportedly.exchange.rows import Told, told
from reportedly.lexicons.actors import BODIES
from reportedly.lexicons.loader import read_table
from reportedly.records import Actor, CodedArticle

COLUMNS = ("EventID", "Date", "Source", "SourceName", "Target", "TargetName", "CAMEOCode", "RootCode", "QuadClass", "Goldstein", "Status", "FoldedBy", "Place", "Lat", "Lon", "Outlet", "URL")


class Code(NamedTuple):
    """A CAMEO code as text, its root, its quad class as GDELT counts it (1 to 4) and the Goldstein score of its root."""

    code: str
    root: str
    quad: int
    goldstein: float


@cache
def codes() -> dict[tuple[str, str], Code]:
    """Return the code of each PLOVER type and mode ("": any other mode). A mistake in the table raises LexiconError with file and line."""
    root = files("reportedly.exchange").joinpath("data")
    out: dict[tuple[str, str], Code] = {}
    for entry in read_table(root, "cameo.tsv", ("type", "mode", "code", "quad", "goldstein"), required=("type", "code", "quad", "goldstein")):
        code = entry["code"]
        if not (code.isdigit() and 2 <= len(code) <= 4):
            raise LexiconError(entry.file, entry.line, f"code {code!r}: two to four digits")
        out[entry["type"], entry["mode"]] = Code(code, code[:2], int(entry["quad"]), float(entry["goldstein"]))
    return out


def code_of(type_: str, mode: str | None) -> Code:
    """Return the code of a type and mode, or of the type alone."""
    found = codes()
    return found.get((type_, mode or "")) or found[type_, ""]


# PLOVER sectors under CAMEO's names (MED is the media there).
_SECTORS = {"JRN": "MED", "MED": "HLH", "PRM": "UAF", "PRE": "SEP", "SOC": "CVL", "ISM": "IMG", "UNK": ""}


def actor_country(actor: Actor) -> str:
    """Return an actor's country as CAMEO has it: bodies of no one country have none."""
    return "" if actor.country in BODIES else actor.country or ""


def actor_type(actor: Actor) -> str:
    """Return an actor's type as CAMEO has it: its sector, or what kind of international body it is."""
    found = actor.country if actor.country in BODIES else actor.sector
    return _SECTORS.get(found or "", found or "")


def actor_code(actor: Actor) -> str:
    """Return an actor's code: country and type, three letters each, as far as they are known."""
    return actor_country(actor) + actor_type(actor)


def pairs(t: Told) -> Iterable[tuple[Actor | None, Actor | None]]:
    """Yield an event's pairs of actor and recipient; parties of one act done together stand on both sides."""
    if not t.recipients and len(t.actors) > 1:
        return ((a, b) for a in t.actors for b in t.actors if a is not b)
    return product(t.actors or (None,), t.recipients or (None,))


def write(articles: Iterable[CodedArticle], out: Path, losses: Losses, keep: frozenset[str]) -> None:
    """Write a tab-separated table with a header, one row a pair of actor and recipient."""
    with out.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write("\t".join(COLUMNS) + "\n")
        for t in told(articles, losses, keep, folding=True):
            code = code_of(t.folded.type, t.folded.mode)
            for source, target in pairs(t):
                row = (
                    t.key, t.day, source and actor_code(source), source and source.name, target and actor_code(target), target and target.name, code.code, code.root, code.quad, code.goldstein,
                    t.event.status, t.folded.rule, t.place and t.place.name, t.place and t.place.lat, t.place and t.place.lon, t.coded.article.outlet, t.coded.article.url,
                )  # fmt: skip
                stream.write("\t".join(unquoted(c, losses) for c in row) + "\n")
