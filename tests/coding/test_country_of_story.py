"""An act told without a place happened in the country of the story, where all acts with a place did."""

from __future__ import annotations

import pytest

from communique.model import CodedArticle, Unknown

pytestmark = pytest.mark.parser


def country(coded: CodedArticle, words: str) -> str:
    """The country of the report told by the words; '' where its place is open."""
    lands = {p.id: p.country for p in coded.places}
    (report,) = (r for r in coded.reports if words in [m.span.text for m in r.mentions])
    return "" if isinstance(report.place, Unknown) else str(lands[report.place])


STORY = (
    "Des milliers de personnes ont manifesté dimanche à Tunis. Des heurts ont éclaté à Sfax, où la police "
    "a chargé la foule. Le calme est revenu lundi dans les deux villes.\n\n"
)


@pytest.mark.parametrize("words", ["ont été arrêtés", "ont été blessés"])
def test_an_act_is_in_the_country_of_the_story(code, words) -> None:
    assert (
        country(code(STORY + "Dix hommes ont été arrêtés. Trois policiers ont été blessés."), words) == "TUN"
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{STORY}Ailleurs, dix hommes ont été arrêtés dans la soirée, selon un témoin.", "ont été arrêtés"),
        (f"{STORY}Des soldats ukrainiens ont été tués, selon une source diplomatique.", "ont été tués"),
        (
            f"{STORY}Des jeunes ont manifesté à Tripoli, en Libye. Dix hommes ont été arrêtés.",
            "ont été arrêtés",
        ),
        (
            "Des combats ont éclaté dimanche à Alep. Des civils ont été blessés lundi à Idleb et à Hama.\n\n"
            "La coalition internationale a frappé un convoi des forces syriennes.",
            "a frappé",
        ),
        (
            "Le ministre est arrivé dimanche à Tunis. Il est reparti lundi. Dix hommes ont été arrêtés.",
            "ont été arrêtés",
        ),
    ],
)
def test_an_act_that_may_be_elsewhere_is_left_open(code, text, words) -> None:
    assert country(code(text), words) == ""
