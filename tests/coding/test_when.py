"""Time expressions: what is found, and what it means."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.coding.when import find_times, resolve_times
from communique.languages.calendar import load_calendar
from communique.model import Publication, TimeExpression, Unknown
from communique.syntax import Sentence
from times_samples import bare_sentences, marked, published

CALENDAR = load_calendar("fr")
TABLES = tomllib.loads((Path(__file__).parents[1] / "data" / "times.toml").read_text(encoding="utf8"))
CASES = [
    pytest.param(table.get("published", "2017-06-10"), *case[:2], case[2:], id=f"{name}-{number}")
    for name, table in TABLES.items()
    for number, case in enumerate(table["cases"])
    if name != "none"
]


def read(text: str, publication: Publication) -> tuple[TimeExpression, ...]:
    return resolve_times(find_times(bare_sentences(text), CALENDAR, text=text), publication)


def day(end: date | Unknown) -> str:
    return end.isoformat() if isinstance(end, date) else "?"


def test_there_are_enough_cases() -> None:
    assert len(CASES) + len(TABLES["none"]["cases"]) >= 150


@pytest.mark.parametrize(("on", "sentence", "values", "ends"), CASES)
def test_expression(on: str, sentence: str, values: str, ends: list[str]) -> None:
    text, expected = marked(sentence)
    times = read(text, published(on))
    assert tuple(t.span.text for t in times) == expected
    assert " | ".join(t.value for t in times) == values
    if ends:
        assert [day(times[-1].begin), day(times[-1].end)] == ends


@pytest.mark.parametrize("case", TABLES["none"]["cases"], ids=lambda case: case[0][:30])
def test_no_expression(case: list[str]) -> None:
    assert [t.span.text for t in read(case[0], published("2017-06-10"))] == []


FILLERS = (Path(__file__).parents[1] / "data" / "times_fillers.txt").read_text(encoding="utf8").split()
PIECES = st.sampled_from(
    [
        *(word for name in CALENDAR.classes() for word in CALENDAR.words(name)),
        *FILLERS,
    ]
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(PIECES, min_size=1, max_size=14),
    st.sampled_from(["none", "2016-02-29", "2017-06-10", "2020-12-31"]),
)
def test_any_words_give_spans_that_hold_and_ends_in_order(pieces: list[str], on: str) -> None:
    text = " ".join(pieces)
    for time in read(text, published(on)):
        assert text[time.span.start : time.span.end] == time.span.text
        if isinstance(time.begin, date) and isinstance(time.end, date):
            assert time.begin <= time.end


def test_expressions_are_numbered_in_order_and_cite_their_rule() -> None:
    times = read("Mardi, il a plu ; mercredi, il a fait beau.", published("2017-06-10"))
    assert [t.id for t in times] == ["t1", "t2"]
    assert {t.rule for t in times} == {"fr/calendar.toml#weekday"}


def test_open_ends_give_their_reason() -> None:
    (time,) = read("Il est mort mercredi.", published("none"))
    assert isinstance(time.begin, Unknown)
    assert "not known" in time.begin.reason


def interval(begin: date, end: date) -> Publication:
    return Publication(Unknown("several days"), begin, end, certain=False)


def test_an_interval_of_publication_decides_where_all_its_days_agree() -> None:
    text = "Le 8 juin, un convoi a été visé ; mercredi, un autre."
    partial, weekday = read(text, interval(date(2017, 6, 10), date(2017, 6, 15)))
    assert partial.begin == date(2017, 6, 8)
    assert weekday.value == "XXXX-WXX-3"
    assert isinstance(weekday.begin, Unknown)


def test_a_weekday_is_known_when_the_interval_is_short() -> None:
    (time,) = read("Mercredi, un convoi a été visé.", interval(date(2017, 6, 8), date(2017, 6, 10)))
    assert time.value == "2017-06-07"


def test_the_best_value_anchors_before_the_interval() -> None:
    publication = Publication(date(2017, 6, 10), date(2017, 6, 10), date(2017, 6, 16), certain=False)
    (time,) = read("Il a téléphoné samedi.", publication)
    assert time.value == "2017-06-10"


TENSES = [
    ("L'armée bombarde la ville depuis octobre.", "2016-10"),
    ("Le maire est en prison depuis le 3 novembre.", "2016-11-03"),
    ("Le ministre russe rencontrera mardi son homologue turc à Ankara.", "2017-06-13"),
    ("Le ministre russe a rencontré mardi son homologue turc à Ankara.", "2017-06-06"),
    ("Le ministre russe doit rencontrer mardi son homologue turc à Ankara.", "2017-06-13"),
    ("Le ministre russe va rencontrer mardi son homologue turc.", "2017-06-13"),
    ("Les deux présidents se réuniront lundi à Genève, a annoncé le porte-parole.", "2017-06-12"),
    ("Un cessez-le-feu entrera en vigueur le 12 juin.", "2017-06-12"),
    ("Un cessez-le-feu est entré en vigueur le 12 juin.", "2016-06-12"),
    ("La réunion prévue jeudi à Astana a été reportée.", "2017-06-15"),
    ("Arrêté lundi à Istanbul, le journaliste a été libéré.", "2017-06-05"),
    ("Une trentaine de civils auraient été tués vendredi près de Raqqa.", "2017-06-09"),
    ("La Belgique, qui a gelé lundi sa contribution, pourrait suspendre son aide.", "2017-06-05"),
    ("Elle regrette que l'Italie ait convoqué lundi son chargé d'affaires.", "2017-06-05"),
    ("C'est le second putsch en un mois : lundi, le même général avait renversé le roi.", "P1M 2017-06-05"),
    ("L'usage de ce gaz sera interdit lundi dans tout le pays.", "2017-06-12"),
    ("Paris accueille lundi un sommet extraordinaire sur la Libye.", "2017-06-12"),
    ("Le parti annonce pour lundi un grand rassemblement.", "2017-06-12"),
]


@pytest.mark.parser
@pytest.mark.parametrize(("text", "value"), TENSES)
def test_the_tense_points_to_a_side(
    parse: Callable[[str], tuple[Sentence, ...]], text: str, value: str
) -> None:
    times = resolve_times(find_times(parse(text), CALENDAR, text=text), published("2017-06-10"))
    assert " ".join(time.value for time in times) == value


@pytest.mark.parser
def test_a_pluperfect_looks_back_from_the_storys_own_day(
    parse: Callable[[str], tuple[Sentence, ...]],
) -> None:
    text = "Les deux hommes se sont parlé mercredi. Jeudi, le ministre avait déjà appelé son homologue."
    own, before = resolve_times(find_times(parse(text), CALENDAR, text=text), published("2017-06-10"))
    assert (own.value, before.value) == ("2017-06-07", "2017-06-01")
