"""TIMEX3 values: halves, ends of periods, hours in words, ranges, seasons, and what is no time."""

from __future__ import annotations

from datetime import date

import pytest

from communique.coding.equipment import load_tools
from communique.coding.pipeline import code_page
from communique.model import Page

pytestmark = pytest.mark.parser

PUBLISHED = date(2018, 12, 5)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Neuf ans et demi après l'intervention, l'armée part.", ["P9Y6M"]),
        ("La réunion a duré une heure et demie.", ["PT1H30M"]),
        ("Il restera jusqu'à la fin de février.", ["2019-02-28"]),
        ("Il doit partir d'ici à la fin de l'année.", ["2018-12-31"]),
        ("Il doit partir avant la fin du mois.", ["2018-12"]),
        ("Fin février, il partira.", ["2019-02"]),
        ("Il est dix-huit heures, la place est vide.", ["2018-12-05T18:00"]),
        ("L'ultimatum court jusqu'à mardi minuit.", ["2018-12-11T24:00"]),
        ("La digue a cédé dans la soirée de mardi 4 décembre.", ["2018-12-04TEV"]),
        ("Il a fui dans la nuit de lundi 3 à mardi 4 décembre.", ["2018-12-03TNI"]),
        ("Les travaux dureront trois à quatre semaines.", ["P4W"]),
        ("Cent villageois ont fui en l'espace d'un mois.", ["P1M"]),
        ("Il l'a dit au 20 heures de France 2.", []),
        ("Selon 20 Minutes, il est parti.", []),
    ],
)
def test_values(text, told):
    page = Page(source="test", text=text, published=PUBLISHED)
    assert [t.value for t in code_page(page, tools=load_tools("fr")).times] == told


def test_a_season_is_three_whole_months():
    page = Page(source="test", text="Cet hiver, il fera froid.", published=PUBLISHED)
    (winter,) = code_page(page, tools=load_tools("fr")).times
    assert (winter.value, winter.begin, winter.end) == ("2018-WI", date(2018, 12, 1), date(2019, 2, 28))
