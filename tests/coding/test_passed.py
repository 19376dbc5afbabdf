"""Passives with two auxiliaries, names read as pronouns, opening numbers, troops that are moved."""

from __future__ import annotations

from datetime import date

import pytest

from communique.coding.equipment import load_tools
from communique.coding.pipeline import code_page
from communique.model import Page

pytestmark = pytest.mark.parser


def _told(text):
    page = Page(source="test", text=text, published=date(2023, 4, 12))
    return [
        (r.type, *(" ".join(p.span.text for p in side) for side in (r.actors, r.recipients)))
        for r in code_page(page, tools=load_tools("fr")).reports
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Le maire a été passé à tabac par des hommes cagoulés.",
            ("ASSAULT", "des hommes cagoulés", "Le maire"),
        ),
        ("L'armée russe a pris Bakhmout.", ("COERCE", "L'armée russe", "")),
        ("Le M23 contrôle désormais Bukavu.", ("COERCE", "Le M23", "")),
        (
            "Des militaires ont massacré des habitants peuls.",
            ("ASSAULT", "Des militaires", "habitants peuls"),
        ),
        ("Mille soldats rwandais ont été déployés à Pemba.", ("MOBILIZE", "Mille soldats rwandais", "")),
        ("L'Érythrée refuse de retirer ses troupes du Tigré.", ("REJECT", "L'Érythrée", "")),
        ("L'Érythrée refuse de recevoir le président.", ("REJECT", "L'Érythrée", "le président")),
    ],
)
def test_parties(text, told):
    assert told in _told(text)


@pytest.mark.parametrize(
    "text", ["Le maire est passé à table avec des hommes d'affaires.", "Mille mercis à nos lecteurs."]
)
def test_nothing_told(text):
    assert not _told(text)
