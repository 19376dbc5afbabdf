"""A post and the name that stands apart from it are one person."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.parser


def people(coded):
    return {a.name: [m.span.text for m in a.mentions] for a in coded.actors if a.kind in ("person", "people")}


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (
            "La députée (LREM) des Yvelines, Aurore Bergé, s'est dite étonnée.",
            "Aurore Bergé",
            "La députée (LREM) des Yvelines, Aurore Bergé",
        ),
        (
            "La députée LREM des Yvelines Aurore Bergé a protesté.",
            "Aurore Bergé",
            "La députée LREM des Yvelines Aurore Bergé",
        ),
        (
            "La présidente du groupe LFI à l'Assemblée, Mathilde Panot, a déposé une plainte.",
            "Mathilde Panot",
            "La présidente du groupe LFI à l'Assemblée, Mathilde Panot",
        ),
        (
            "Le porte-parole de l'armée, le colonel Sadio Camara, a confirmé l'attaque.",
            "Sadio Camara",
            "Le porte-parole de l'armée, le colonel Sadio Camara",
        ),
        (
            "L'avocat de la famille, Me Yassine Bouzrou, a porté plainte.",
            "Yassine Bouzrou",
            "L'avocat de la famille, Me Yassine Bouzrou",
        ),
        (
            "L'une de ses avocates, Claire Dubois, a porté plainte.",
            "Claire Dubois",
            "L'une de ses avocates, Claire Dubois",
        ),
        ("Son épouse, Grace Meng, restée à Lyon, a porté plainte.", "Grace Meng", "Son épouse, Grace Meng"),
    ],
)
def test_one_person(code, text, name, words):
    assert people(code(text)) == {name: [words]}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("La fille du président Ali Bongo a été arrêtée.", "Ali Bongo Ondimba"),
        ("L'avocat du ministre Éric Dupond-Moretti a protesté.", "Éric Dupond-Moretti"),
    ],
)
def test_two_persons(code, text, name):
    found = people(code(text))
    assert name in found
    assert len(found) == 2


def test_party_between_them_tells_the_country(code):
    coded = code("Le député (LR) du Nord, Sébastien Huyghe, a dénoncé la loi.")
    assert [a.country for a in coded.actors if a.name == "Sébastien Huyghe"] == ["FRA"]
