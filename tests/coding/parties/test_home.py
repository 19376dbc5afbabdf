"""The country of a story that names persons and bodies of one state, and another state in passing."""

from __future__ import annotations

import pytest

from communique.model import Unknown

pytestmark = pytest.mark.parser


def country(coded, words):
    return next(a.country for a in coded.actors for m in a.mentions if m.span.text == words)


def test_a_nationality_in_passing_moves_no_ministry(code):
    coded = code(
        "Un conducteur polonais a refusé de céder le passage. Christophe Castaner a réagi. "
        "« C'est grave », a dit Christophe Castaner. Emmanuel Macron a soutenu Christophe Castaner. "
        "La police a ouvert une enquête."
    )
    assert country(coded, "La police") == "FRA"


def test_a_state_that_is_named_is_where_the_story_plays(code):
    coded = code(
        "En Pologne, un conducteur a refusé de céder le passage à Varsovie. Emmanuel Macron a réagi. "
        "La police a ouvert une enquête."
    )
    assert country(coded, "La police") == "POL"


def test_nationality_of_a_private_person_is_no_home_of_a_story_that_names_another_oftener(code):
    text = (
        "Un réfugié soudanais a attaqué trois passants à Lyon. La France est en alerte. "
        "La préfecture de police de Paris a appelé à la prudence. Les policiers ont arrêté un suspect."
    )
    officers = next(a for a in code(text).actors if a.mentions[0].span.text == "Les policiers")
    assert officers.country == "FRA"


@pytest.mark.parametrize(
    "text",
    [
        "L'armée turque a tué trois civils à Afrine.",
        "Des soldats israéliens ont arrêté un adolescent à Naplouse.",
        "Le Qatar a fait libérer une quinzaine de civils.",
    ],
)
def test_private_persons_are_not_of_the_country_of_whoever_acts_on_them(code, text):
    coded = code(text)
    people = [a for a in coded.actors if a.kind == "people"]
    assert [isinstance(a.country, Unknown) for a in people] == [True]


def test_private_persons_are_of_the_country_that_the_text_speaks_of(code):
    coded = code("En Tunisie, la police tunisienne a arrêté trois civils.")
    assert [a.country for a in coded.actors if a.kind == "people"] == ["TUN"]
