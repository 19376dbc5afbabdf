"""The day of undated articles, reasoned from their weekdays, counts of days and holders of offices."""

from __future__ import annotations

from datetime import date

import pytest

from communique.coding.equipment import load_tools
from communique.coding.pipeline import code_page
from communique.model import Page, Publication

pytestmark = pytest.mark.parser


def published(text: str) -> Publication:
    return code_page(Page(source="test", text=text), tools=load_tools("fr")).article.published


def shown(found: Publication) -> tuple[str, ...]:
    return tuple(str(v) if isinstance(v, date) else "?" for v in (found.value, found.begin, found.end))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (  # a plan that a count of days puts behind
            "Le chef du gouvernement espagnol Mariano Rajoy a refusé mercredi toute médiation, trois jours "
            "après le référendum du dimanche 1er octobre.",
            ("2017-10-04", "2017-10-04", "2017-10-10"),
        ),
        (  # the lead tells the newest, and what is announced is to come
            "Les élus ont déposé lundi un texte contre Donald Trump. Le mercredi 6 janvier, la foule avait "
            "envahi le siège du Congrès. Nancy Pelosi a annoncé un vote mercredi.",
            ("2021-01-11", "2021-01-11", "2021-01-13"),
        ),
        (  # a holder told of as overthrown
            "La junte a accusé lundi Paris de vouloir délivrer le président nigérien Mohamed Bazoum, "
            "renversé le mercredi 26 juillet.",
            ("2023-07-31", "2023-07-31", "2023-08-06"),
        ),
        (  # a count of days gives the weekday of a date, and this its year
            "Le secrétaire d'État américain John Kerry s'est dit inquiet. Des juges ont été arrêtés lundi, "
            "trois jours après le putsch de la nuit du 15 au 16 juillet.",
            ("2016-07-18", "2016-07-18", "2016-07-24"),
        ),
        (  # what came the day after the lead
            "L'Arabie saoudite a rompu dimanche soir avec l'Iran. Bahreïn a suivi lundi. Samedi 2 janvier, "
            "une exécution avait ému Téhéran. Le secrétaire d'État américain John Kerry est inquiet.",
            ("2016-01-04", "2016-01-04", "2016-01-10"),
        ),
        (  # no bare weekday: the best value alone
            "La première ministre britannique Liz Truss a promis mercredi 5 octobre d'aider Kiev.",
            ("2022-10-05", "2022-10-05", "2022-10-31"),
        ),
        (  # a date in full, told in a look back, is not the bare weekday of the lead
            "Les rebelles ont signé samedi un accord. Le secrétaire d'État américain Mike Pompeo y était. "
            "Une trêve avait débuté le samedi 22 février.",
            ("2020-02-29", "2020-02-29", "2020-03-06"),
        ),
        (  # a day in the background may be of the year before
            "Le secrétaire d'État américain Antony Blinken a condamné le putsch. La ministre australienne "
            "des Affaires étrangères, Marise Payne, aussi. La Ligue avait gagné lors des élections du 8 "
            "novembre.",
            ("?", "2021-01-26", "2022-05-29"),
        ),
        (  # a former holder
            "L'ancien secrétaire d'État américain John Kerry a publié un livre.",
            ("?", "2017-01-20", "?"),
        ),
    ],
)
def test_days_that_the_reasons_entail(text, days):
    assert shown(published(text)) == days
