"""A body that names no country is not of the other party's; some of them, and somebody's own fighters."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.parser


def named(coded, words):
    """The name of the actor whom the words mention."""
    return next(a.name for a in coded.actors if words in [m.span.text for m in a.mentions])


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Le ministre a accusé Quito de soutenir la guérilla.", "Le ministre", "minister"),
        ("Le parlement a voté des sanctions contre Minsk.", "Le parlement", "parliament"),
        ("L'armée a abattu un drone azerbaïdjanais.", "L'armée", "armed forces"),
        ("Les autorités ont expulsé deux diplomates cubains.", "Les autorités", "government"),
        ("Le consulat du Chili a été attaqué par des manifestants.", "des manifestants", "protesters"),
        ("Le roi a reçu le président ghanéen.", "Le roi", "king"),
        ("À Niamey, le ministre a accusé Paris de mensonge.", "le ministre", "minister of Niger"),
        (
            "Le Togo a un nouveau gouvernement.\n\nLe ministre a accusé Accra d'ingérence.",
            "Le ministre",
            "minister of Togo",
        ),
    ],
)
def test_the_other_party_lends_no_country(code, text, words, name):
    assert named(code(text), words) == name


def test_a_state_told_of_elsewhere_is_the_storys_own(code):
    text = "Le Mali est en crise. Des combats ont éclaté au Mali. Le gouvernement veut sauver le Mali."
    assert named(code(text), "Le gouvernement") == "government of Mali"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Les manifestants ont brûlé des pneus. Plusieurs d'entre eux ont été arrêtés.",
            "Plusieurs d'entre eux",
            "protesters",
        ),
        (
            "Les étudiants ont marché. Une dizaine d'entre eux ont été blessés par la police.",
            "Une dizaine d'entre eux",
            "students and teachers",
        ),
        ("Le M23 a pris Bukavu. Ses combattants ont tué un curé.", "Ses combattants", "March 23 Movement"),
    ],
)
def test_some_of_them_and_their_men(code, text, words, name):
    assert named(code(text), words) == name


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("Le général Ndong a pris la ville. Ses combattants ont tué un curé.", "March 23 Movement"),
        ("Les ministres ont signé un accord entre eux.", "accord entre eux"),
    ],
)
def test_nobody_else_is_meant(code, text, unwanted):
    coded = code(text)
    assert unwanted not in {a.name for a in coded.actors}
    assert unwanted not in {m.span.text for a in coded.actors for m in a.mentions}


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("La conférence épiscopale a appelé le gouvernement au dialogue.", "La conférence épiscopale", "REL"),
        ("Des coupeurs de route ont tué deux commerçants.", "Des coupeurs de route", "REB"),
        ("Les autorités coutumières ont rencontré les rebelles.", "Les autorités coutumières", "CVL"),
        ("Les services arméniens ont arrêté un espion.", "Les services arméniens", "SPY"),
        ("Le camp présidentiel a accusé l'opposition.", "Le camp présidentiel", "PTY"),
        ("La sûreté nationale a arrêté deux suspects.", "La sûreté nationale", "COP"),
    ],
)
def test_who_acts(code, text, words, sector):
    coded = code(text)
    assert next(a.sector for a in coded.actors if words in [m.span.text for m in a.mentions]) == sector
