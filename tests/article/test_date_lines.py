"""Lines beside the text that tell its day: places, editions, sections, and what ends a communiqué."""

from __future__ import annotations

from datetime import date

import pytest

from communique.article.making import make_article
from communique.languages.furniture import load_furniture
from communique.model import Page

DAY = date(2017, 5, 12)
BODY = (
    "Le chef du gouvernement a promis mercredi de nouvelles mesures contre les rebelles du nord du pays.\n\n"
    "La ville est tenue par les insurgés depuis plusieurs mois, et les habitants ont fui vers la côte.\n\n"
    "Les deux camps avaient signé une trêve au début de l'hiver, restée sans effet."
)


def published(text: str, title: str | None = "Des mesures contre les rebelles") -> object:
    page = Page(source="test", text=text, **({"title": title} if title else {}))
    return make_article(page, furniture=load_furniture("fr")).published.value


@pytest.mark.parametrize(
    "line",
    [
        "Oslo, le 12 mai 2017",
        "12 mai 2017",
        "12.05.2017",
        "Édition du vendredi 12 mai 2017",
        "Communiqué de presse n° 45 – 12 mai 2017",
        "Le Fil du Nord – vendredi 12 mai 2017 – page 4",
        "12 mai 2017 / Europe / Lecture 3 min",
        "Par Anna Roux, le 12 mai 2017",
        "Posté le 12 mai 2017 par la rédaction",
    ],
)
def test_a_line_above_the_text_tells_its_day(line: str) -> None:
    assert published(f"{line}\n\n{BODY}") == DAY


@pytest.mark.parametrize(
    "dateline",
    [
        "OSLO/BERGEN, 12 mai 2017. – ",
        "(Oslo, 12 mai 2017) ",
        "Oslo le 12 mai 2017. ",
        "Oslo, 12 mai 2017 (Agence des Fjords). ",
        "Oslo, vendredi 12 mai 2017, 16 h – ",
    ],
)
def test_a_dateline_tells_the_day(dateline: str) -> None:
    assert published(f"{dateline}{BODY}") == DAY


@pytest.mark.parametrize("line", ["Fait à Oslo, le 12 mai 2017.", "(Oslo, 12 mai 2017)"])
def test_the_last_line_tells_the_day(line: str) -> None:
    assert published(f"{BODY}\n\n{line}") == DAY


def test_a_day_above_the_headline_is_the_sites() -> None:
    above = "Accueil | vendredi 12 mai 2017 | Abonnement"
    text = f"{above}\n\nDes mesures contre les rebelles\n\n{BODY}"
    assert published(text) != DAY
    assert published(text, title=None) != DAY


def test_a_headline_with_a_date_is_no_date_line() -> None:
    assert published(f"Les attentats du 12 mai 2017\n\n{BODY}", title=None) != DAY
