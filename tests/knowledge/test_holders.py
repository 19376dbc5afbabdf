from __future__ import annotations

from datetime import date, timedelta

import pytest

from communique.knowledge import load_knowledge
from communique.knowledge.built import open_built
from communique.knowledge.entities import load_entities
from communique.knowledge.files import read_rows
from communique.knowledge.holders import Holders
from communique.knowledge.states import load_states

KNOWLEDGE = load_knowledge("fr")
PLACE_COLUMNS = ("id", "name", "level", "country", "admin1", "latitude", "longitude")
COLUMNS = ("office", "country", "person", "begin", "end", "precision", "source")
PLACES = {row[0] for row in read_rows("communique.knowledge", "places.csv", columns=PLACE_COLUMNS)}
ROWS = list(read_rows("communique.knowledge", "holders.csv", columns=COLUMNS))
KEY_OFFICES = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister")
LONGEST_OVERLAP = timedelta(days=31)

# Lines of office with two holders at once, and why.
COLLEGIAL = {("head_of_state", country) for country in ("AND", "BIH", "SMR", "CHE")}
RIVALS = {(office, country) for office in KEY_OFFICES for country in ("LBY", "YEM", "CIV", "AFG")}
ACTING = {
    ("head_of_state", "CUB"),
    ("head_of_state", "KOR"),
    ("head_of_state", "ROU"),
    ("head_of_state", "MDG"),
    ("head_of_government", "ISR"),
    ("head_of_government", "MLI"),
    ("head_of_state", "BRA"),
    ("head_of_government", "PNG"),
}
NOT_YET_MENDED = {
    ("defence_minister", "AGO"),
    ("defence_minister", "LBN"),
    ("defence_minister", "MOZ"),
    ("defence_minister", "STP"),
    ("foreign_minister", "BGD"),
    ("foreign_minister", "EGY"),
    ("foreign_minister", "HND"),
    ("foreign_minister", "MUS"),
    ("foreign_minister", "MYS"),
    ("foreign_minister", "PNG"),
    ("foreign_minister", "ZWE"),
    ("head_of_government", "BIH"),
    ("head_of_government", "COD"),
    ("head_of_government", "DMA"),
    ("head_of_government", "FJI"),
    ("head_of_government", "GNB"),
    ("head_of_government", "MNG"),
    ("head_of_state", "AZE"),
    ("head_of_state", "COM"),
}


def held(office: str, country: str, day: date) -> list[str]:
    return [KNOWLEDGE.entity(t.person).name for t in KNOWLEDGE.holders(office, country, day, day)]


def test_tenures_are_well_formed() -> None:
    offices = set(KNOWLEDGE.offices)
    bodies = set(load_states()) | set(load_entities())
    subjects = bodies | PLACES
    for office, country, person, begin, end, precision, source in ROWS:
        assert office in offices
        if office == "special_envoy":  # of a state or body, for a state, body or region
            sender, _, subject = country.partition(":")
            assert sender in bodies, country
            assert subject in subjects, country
            continue
        assert country in bodies or KNOWLEDGE.entity(country).id == country, country
        assert KNOWLEDGE.entity(f"person:{person}").name
        assert not begin or not end or begin <= end, (office, country, person)
        assert precision in {"day", "month", "year"}
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


def test_two_holders_at_once_only_where_listed() -> None:
    holders = Holders(open_built("fr"))
    listed = COLLEGIAL | RIVALS | ACTING | NOT_YET_MENDED
    coarse = {(row[0], row[1], row[2]) for row in ROWS if row[5] != "day"}
    found = set()
    for line in holders.offices:
        if line[0] not in KEY_OFFICES:
            continue
        tenures = [t for t in holders.of_office(*line) if (*line, t.person[7:]) not in coarse]
        for a in tenures:
            for b in tenures:
                if a.person < b.person and a.begin and b.begin:
                    end = min(a.end or date.max, b.end or date.max)
                    if end > max(a.begin, b.begin) + LONGEST_OVERLAP:
                        found.add(line)
    assert found - listed == set()
