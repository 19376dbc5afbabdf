"""'ses hommes' are soldiers; 'leur libération' has a party that stays open."""

from __future__ import annotations

import pytest

from communique.model import Unknown

pytestmark = pytest.mark.parser


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Le chef rebelle a retiré ses hommes.", "ses hommes", "force"),
        ("Des hommes ont fui vers Goma.", "Des hommes", "people"),
    ],
)
def test_own_men_are_soldiers(code, text, words, kind):
    coded = code(text)
    assert [a.kind for a in coded.actors for m in a.mentions if m.span.text == words] == [kind]


def test_possessive_without_a_name_stays_open(code):
    coded = code("À Oslo, le secrétaire d'État Antony Blinken s'est réjoui de leur libération.")
    report = next(r for r in coded.reports if r.type == "RETREAT")
    assert [(p.span.text, isinstance(p.actor, Unknown)) for p in report.recipients] == [("leur", True)]
