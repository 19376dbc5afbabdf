from __future__ import annotations

import csv

import pytest

from communique.knowledge import load_knowledge
from communique.knowledge.files import read_rows, read_text
from communique.knowledge.folding import key
from communique.model import Unknown

KNOWLEDGE = load_knowledge("fr")
COLUMNS = ("id", "name", "level", "country", "admin1", "latitude", "longitude")


def test_there_are_enough_places_by_hand_and_they_are_sane() -> None:
    rows = list(read_rows("communique.knowledge", "places.csv", columns=COLUMNS))
    assert len(rows) >= 150
    assert len({row[0] for row in rows}) == len(rows)
    for _, _, level, country, _, latitude, longitude in rows:
        assert level in {"site", "city", "region", "country"}
        assert not country or len(country) == 3
        assert -90 <= float(latitude) <= 90
        assert -180 <= float(longitude) <= 180


def test_the_cities_are_sorted_and_folded_as_the_reader_folds() -> None:
    lines = read_text("communique.knowledge", "cities.csv").splitlines()[1:]
    rows = list(csv.reader(lines))
    keys = [f"{row[0]}," for row in rows]
    assert keys == sorted(keys)
    assert all(" ".join(key(row[0])) == row[0] for row in rows)
    assert len(rows) > 15_000


@pytest.mark.parametrize(
    ("text", "name", "country", "level"),
    [
        ("Al-Tanf", "Al-Tanf", "SYR", "site"),
        ("Al - Tanf", "Al-Tanf", "SYR", "site"),
        ("Donbass", "Donbas", "UKR", "region"),
        ("Alep", "Aleppo", "SYR", "city"),
        ("Vienne", "Vienna", "AUT", "city"),
        ("Paris", "Paris", "FRA", "city"),
        ("Tours", "Tours", "FRA", "city"),
        ("bande de Gaza", "Gaza Strip", "PSE", "region"),
        ("Syrie", "Syria", "SYR", "country"),
        ("États-Unis", "United States", "USA", "country"),
        ("Kharkiv", "Kharkiv", "UKR", "city"),
        ("New York", "New York City", "USA", "city"),
    ],
)
def test_places_by_their_french_names(text: str, name: str, country: str, level: str) -> None:
    words = text.split()
    match = KNOWLEDGE.places(words, 0)[0]
    assert (match.length, match.place.name) == (len(words), name)
    assert (match.place.country, match.place.level) == (country, level)


def test_al_tanf_lies_where_it_lies() -> None:
    place = KNOWLEDGE.places(["Al-Tanf"], 0)[0].place
    assert (place.latitude, place.longitude) == (33.5, 38.66)


def test_a_region_of_several_states_has_none() -> None:
    assert isinstance(KNOWLEDGE.places(["Proche-Orient"], 0)[0].place.country, Unknown)


@pytest.mark.parametrize("text", ["alep", "paris", "Zzyzx", "-"])
def test_no_place(text: str) -> None:
    assert KNOWLEDGE.places([text], 0) == ()
