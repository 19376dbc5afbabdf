"""Mentions of one occurrence are one report; occurrences of one type that differ stay apart."""

import pytest

pytestmark = pytest.mark.parser


def told(coded, type_):
    return [len(r.mentions) for r in coded.reports if r.type == type_]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        (
            "Un homme a agressé un prêtre lundi à Namur. Selon la police, le prêtre a été blessé.",
            "ASSAULT",
        ),
        (
            "L'opposant Alexeï Navalny a été tué lundi. Sa veuve accuse le Kremlin. Le pays est en deuil. "
            "Des milliers de gens pleurent à Moscou. Selon un proche, Alexeï Navalny a été étranglé.",
            "ASSAULT",
        ),
        (
            "Des violences contre la police belge ont éclaté à Namur. "
            "Ces violences contre des policiers belges ont duré une heure.",
            "ASSAULT",
        ),
        (
            "La police belge a procédé à 450 arrestations à Namur. Le calme est revenu. "
            "Au total, 450 personnes ont été arrêtées.",
            "COERCE",
        ),
        (
            "Le principal syndicat polonais appelle à la grève. Le pays est en crise. Les prix montent. "
            "Les cheminots sont appelés à la grève.",
            "REQUEST",
        ),
    ],
)
def test_one_occurrence_is_one_report(code, text, type_):
    assert told(code(text), type_) == [2]


@pytest.mark.parametrize(
    ("text", "type_", "reports"),
    [
        (
            "Une frappe russe a visé Kharkiv le 3 mars 2024. Une frappe russe a visé Kharkiv le 5 mars 2024. "
            "Une frappe russe a visé Kharkiv le 8 mars 2024.",
            "ASSAULT",
            3,
        ),
        (
            "Un policier belge a été tué lundi à Namur. Un policier belge a été tué jeudi à Anvers.",
            "ASSAULT",
            2,
        ),
        (
            "Deux soldats maliens ont été tués le 3 mars 2024. "
            "Les trois soldats maliens ont été tués le 9 mars 2024.",
            "ASSAULT",
            2,
        ),
        (
            "La police belge a arrêté 450 personnes à Namur. "
            "La police belge a arrêté 450 personnes à Anvers.",
            "COERCE",
            2,
        ),
        (
            "Londres a convoqué l'ambassadeur russe. Les ambassadeurs russes ont été convoqués à Rome.",
            "ACCUSE",
            2,
        ),
        (
            "Un syndicat polonais appelle à la grève. Un parti polonais appelle à un boycott des élections.",
            "REQUEST",
            2,
        ),
    ],
)
def test_different_occurrences_stay_apart(code, text, type_, reports):
    assert len(told(code(text), type_)) == reports
