"""The country of a story that names persons and bodies of one state, and another state in passing."""

from __future__ import annotations

import pytest

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
