from __future__ import annotations

from datetime import date

import pytest

from communique.knowledge import load_knowledge
from communique.knowledge.entities import load_entities
from communique.knowledge.files import read_rows
from communique.knowledge.states import load_states
from communique.knowledge.tables import first_day, last_day

KNOWLEDGE = load_knowledge("fr")
PLACE_COLUMNS = ("id", "name", "level", "country", "admin1", "latitude", "longitude")
COLUMNS = ("office", "country", "person", "begin", "end", "source")
PLACES = {row[0] for row in read_rows("communique.knowledge", "places.csv", columns=PLACE_COLUMNS)}
ROWS = list(read_rows("communique.knowledge", "holders.csv", columns=COLUMNS))


def held(office: str, country: str, day: date) -> list[str]:
    return [KNOWLEDGE.entity(t.person).name for t in KNOWLEDGE.holders(office, country, day, day)]


def test_tenures_are_well_formed() -> None:
    offices = set(KNOWLEDGE.offices)
    bodies = set(load_states()) | set(load_entities())
    subjects = bodies | PLACES
    for office, country, person, begin, end, source in ROWS:
        assert office in offices
        if office == "special_envoy":  # of a state or body, for a state, body or region
            sender, _, subject = country.partition(":")
            assert sender in bodies, country
            assert subject in subjects, country
            continue
        assert country in bodies or KNOWLEDGE.entity(country).id == country, country
        assert KNOWLEDGE.entity(f"person:{person}").name
        assert not begin or not end or first_day(begin) <= last_day(end), (office, country, person)
        assert source
    assert len({row[:4] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(
    ("office", "country", "day", "name"),
    [
        ("foreign_minister", "USA", date(2015, 9, 5), "John Kerry"),
        ("foreign_minister", "USA", date(2013, 2, 2), "John Kerry"),
        ("foreign_minister", "USA", date(2017, 6, 10), "Rex Tillerson"),
        ("foreign_minister", "RUS", date(2004, 3, 10), "Sergey Lavrov"),
        ("foreign_minister", "RUS", date(2024, 1, 1), "Sergey Lavrov"),
        ("foreign_minister", "FRA", date(2016, 3, 1), "Jean-Marc Ayrault"),
        ("foreign_minister", "UKR", date(2015, 2, 12), "Pavlo Klimkin"),
        ("foreign_minister", "ESP", date(2008, 5, 1), "Miguel Ángel Moratinos"),
        ("foreign_minister", "DEU", date(2014, 2, 21), "Frank-Walter Steinmeier"),
        ("head_of_government", "IRQ", date(2006, 6, 1), "Nouri al-Maliki"),
        ("head_of_government", "DEU", date(2021, 12, 1), "Angela Merkel"),
        ("head_of_government", "GBR", date(2022, 11, 1), "Rishi Sunak"),
        ("head_of_state", "FRA", date(2012, 6, 1), "François Hollande"),
        ("defence_minister", "RUS", date(2022, 2, 24), "Sergey Shoygu"),
        ("un_secretary_general", "united_nations", date(2010, 1, 1), "Ban Ki-moon"),
        ("nato_secretary_general", "nato", date(2022, 2, 24), "Jens Stoltenberg"),
        ("eu_high_representative", "european_union", date(2015, 7, 14), "Federica Mogherini"),
    ],
)
def test_who_held_it_that_day(office: str, country: str, day: date, name: str) -> None:
    assert held(office, country, day) == [name]


def test_exact_days() -> None:
    kerry = [t for t in KNOWLEDGE.office_line("foreign_minister", "USA") if t.person == "person:Q22316"]
    assert [(t.begin, t.end) for t in kerry] == [(date(2013, 2, 1), date(2017, 1, 20))]
    tillerson = KNOWLEDGE.match(["Rex", "Tillerson"], 0)[0].entity
    assert [(t.begin, t.end) for t in KNOWLEDGE.tenures(tillerson.id)] == [
        (date(2017, 2, 1), date(2018, 3, 31))
    ]


def test_a_day_known_by_its_year_leaves_what_is_beyond_doubt() -> None:
    (gayan,) = [t for t in KNOWLEDGE.office_line("foreign_minister", "MUS") if t.person == "person:Q4764635"]
    assert (gayan.begin, gayan.begun) == (date(2000, 1, 1), date(2000, 12, 31))
    assert (gayan.still, gayan.end) == (date(2003, 1, 1), date(2003, 12, 31))


def test_reappointments_are_one_tenure() -> None:
    fabius = [
        t
        for t in KNOWLEDGE.office_line("foreign_minister", "FRA")
        if "Fabius" in KNOWLEDGE.entity(t.person).name
    ]
    assert len(fabius) == 1


def test_an_open_end_yields_to_a_successor() -> None:
    line = KNOWLEDGE.office_line("head_of_government", "SWE")
    assert all(t.end is not None for t in line[:-1])
    assert held("head_of_government", "SWE", date(2023, 1, 1)) == ["Ulf Kristersson"]
