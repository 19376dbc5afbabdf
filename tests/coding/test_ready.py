"""Who is ready to help or to give way, and what is promised, suspended or laid on the table."""

from __future__ import annotations

from datetime import date

import pytest

from communique.coding.equipment import load_tools
from communique.coding.pipeline import code_page
from communique.model import Page

pytestmark = pytest.mark.parser


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("L'Iran est prêt à libérer le pétrolier.", [("CONCEDE", "L'Iran", "")]),
        ("La Norvège est disposée à aider Kiev.", [("AGREE", "La Norvège", "Kiev")]),
        ("L'argent promis par Riyad manque.", [("AGREE", "Riyad", "")]),
        ("La hausse du ticket de métro a été annulée.", [("CONCEDE", "", "")]),
        ("Moscou a consenti à prolonger l'accord.", [("AGREE", "Moscou", "")]),
        ("Le patriarche a défendu le geste du roi.", [("SUPPORT", "Le patriarche", "le geste du roi")]),
        ("Rien ne le promet.", []),
        ("Le dîner est prêt à être servi.", []),
    ],
)
def test_ready(text, told):
    page = Page(source="test", text=text, published=date(2023, 4, 12))
    reports = code_page(page, tools=load_tools("fr")).reports
    met = [(r.type, *(" ".join(p.span.text for p in s) for s in (r.actors, r.recipients))) for r in reports]
    assert met == told
