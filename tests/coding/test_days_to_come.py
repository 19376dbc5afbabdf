"""On which side of publication a day lies, and parts of days told in other words."""

from __future__ import annotations

from datetime import date

import pytest

from communique.coding.equipment import load_tools
from communique.coding.pipeline import code_page
from communique.model import Page

pytestmark = pytest.mark.parser

PUBLISHED = date(2023, 4, 12)  # a Wednesday


def values(text: str, published: date | None = PUBLISHED) -> list[str]:
    page = Page(source="test", text=text, published=published)
    return [t.value for t in code_page(page, tools=load_tools("fr")).times]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("L'accord entre en vigueur dimanche.", "2023-04-16"),
        ("L'accord est entré en vigueur dimanche.", "2023-04-09"),
        ("L'état d'urgence prend fin samedi.", "2023-04-15"),
        ("L'opposition a appelé à manifester samedi.", "2023-04-15"),
        ("Les syndicats appellent à la grève jeudi.", "2023-04-13"),
        ("Les syndicats ont appelé lundi à la grève.", "2023-04-10"),
        ("Le Premier ministre présente vendredi son gouvernement.", "2023-04-14"),
        ("Le Premier ministre a présenté vendredi son gouvernement.", "2023-04-07"),
        ("Lundi, l'armée lance une offensive sur le camp.", "2023-04-10"),
        ("Le Conseil de sécurité se réunit en urgence jeudi.", "2023-04-13"),
        ("La réunion de vendredi a été annulée.", "2023-04-14"),
        ("La visite de mai est maintenue.", "2023-05"),
        ("L'accord de septembre prévoit un retrait.", "2022-09"),
        ("Selon un proche, un allègement est possible dès mardi.", "2023-04-18"),
        ("Des blindés ont été postés dès mardi.", "2023-04-11"),
        ("Le siège a duré jusqu'à samedi.", "2023-04-08"),
        ("Le gouvernement a suspendu les vols jusqu'à samedi.", "2023-04-15"),
        ("Le gouvernement a prolongé ses sanctions jusqu'en mars.", "2024-03"),
        ("Il a dirigé le pays jusqu'en octobre.", "2022-10"),
        ("Le sommet prévu le 3 avril a été annulé.", "2023-04-03"),
        ("Le sommet prévu le 3 mai a été annulé.", "2023-05-03"),
        ("Les syndicats ont appelé à une grève générale le 5 mai.", "2023-05-05"),
        ("En fin de semaine, les deux présidents se verront à Oslo.", "2023-W15-WE"),
    ],
)
def test_side_of_publication(text, value):
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Un convoi a été attaqué mardi en fin de journée.", ["2023-04-11TEV"]),
        ("Mardi vers midi, une bombe a explosé.", ["2023-04-11T12:00"]),
        ("Mardi, la police a tiré. Le soir, un couvre-feu a été décrété.", ["2023-04-11", "2023-04-11TEV"]),
        ("Il a été réélu en mars. Un mois plus tôt, il avait fui.", ["2023-03", "2023-02"]),
        ("Il a été réélu en mars. L'année précédente, il avait fui.", ["2023-03", "2022"]),
        ("Le pont est maintenant fermé.", ["PRESENT_REF"]),
        ("Maintenant que le pont est fermé, il part.", []),
        ("Dans les jours suivants, cent personnes ont été arrêtées.", ["PXD"]),
    ],
)
def test_values_of_a_text(text, told):
    assert values(text) == told


def test_a_participle_that_the_parser_takes_for_finite():
    text = "La décision, annoncée vendredi par le ministre, vise aussi Washington."
    assert values(text) == ["2023-04-07"]


def test_yesterday_is_none_of_the_weekdays_told():
    text = (
        "Le Premier ministre japonais Shinzo Abe a condamné hier le tir nord-coréen. "
        "L'engin a survolé l'archipel mardi 29 août. Donald Trump a téléphoné à Séoul mardi soir."
    )
    page = Page(source="test", text=text)
    published = code_page(page, tools=load_tools("fr")).article.published
    assert published.value == date(2017, 8, 31)


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        (
            "Vingt ans après l'invasion de 2003, des milliers de personnes ont défilé lundi à Bagdad. "
            "Le 20 mars, le Premier ministre avait promis des élections.",
            date(2023, 3, 27),
            date(2023, 4, 2),
        ),
        (
            "Hier jeudi, dix ans jour pour jour après la révolution de 2008, le président a parlé. "
            "Le 7 juillet, il "
            "avait exclu des élections anticipées en mars 2019. Un chef paysan a été arrêté le 13 juillet.",
            date(2018, 7, 20),
            date(2018, 7, 20),
        ),
        ("Dix ans après l'accord de 1990, il avait fui le pays.", date(1990, 1, 1), None),
        ("Près de dix ans après l'accord de 1990, il a fui le pays.", date(1990, 1, 1), None),
    ],
)
def test_years_on(text, begin, end):
    published = code_page(Page(source="test", text=text), tools=load_tools("fr")).article.published
    assert published.begin == begin
    assert end is None or published.end == end
