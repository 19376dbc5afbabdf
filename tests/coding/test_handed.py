"""Who gives, who receives and who denies that he gave."""

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
        ("Kigali dément avoir aidé les insurgés.", ("AID", "denied", "Kigali", "les insurgés")),
        ("Le Soudan dément avoir livré des munitions au M23.", ("AID", "denied", "Le Soudan", "M23")),
        ("Séoul va livrer du riz à Pyongyang.", ("AID", "planned", "Séoul", "Pyongyang")),
        ("Kiev a reçu de Washington une aide.", ("AID", "asserted", "Washington", "Kiev")),
        ("Bamako a reçu de Moscou quatre hélicoptères.", ("AID", "asserted", "Moscou", "Bamako")),
    ],
)
def test_giving(text, told):
    page = Page(source="test", text=text, published=date(2023, 4, 12))
    (report,) = code_page(page, tools=load_tools("fr")).reports
    actors, recipients = (" ".join(p.span.text for p in side) for side in (report.actors, report.recipients))
    assert (report.type, report.status, actors, recipients) == told


@pytest.mark.parametrize(
    "text", ["Le convoi est parti de Moscou.", "Les réfugiés évacués de Tripoli ont reçu des soins."]
)
def test_whence_is_no_giver(text):
    page = Page(source="test", text=text, published=date(2023, 4, 12))
    coded = code_page(page, tools=load_tools("fr"))
    assert not any(p.span.text in {"Moscou", "Tripoli"} for r in coded.reports for p in r.actors)
