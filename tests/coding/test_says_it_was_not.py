"""What somebody says was not done: denied of his own side, negated on his word of others."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.parser


def told(coded, event_type):
    names = {a.id: a.name for a in coded.actors}
    report = next(r for r in coded.reports if r.type == event_type)
    sources = [names[who] for chain in report.according_to for who in chain]
    return report.status, sources, [names[i] for i in report.denied_by]


@pytest.mark.parametrize(
    ("text", "event_type", "source"),
    [
        (
            "L'armée malienne n'a mené aucun raid depuis lundi, selon les Nations unies.",
            "ASSAULT",
            "United Nations",
        ),
        ("Berlin assure ne pas avoir convoqué l'ambassadeur russe.", "ACCUSE", "government of Germany"),
        ("Les mutins assurent que le ministre n'a pas été molesté.", "ASSAULT", "rebels"),
        (
            "Paris affirme que l'armée ne se retirera pas de Gao.",
            "RETREAT",
            "government of France",
        ),
    ],
)
def test_not_done_on_somebody_s_word(code, text, event_type, source):
    assert told(code(text), event_type) == ("negated", [source], [])


@pytest.mark.parametrize(
    "text",
    [
        "Le Kremlin affirme n'avoir mené aucune frappe sur Kherson.",
        "L'armée russe n'a pas bombardé l'hôpital, a assuré le Kremlin.",
    ],
)
def test_own_deeds_are_denied(code, text):
    assert told(code(text), "ASSAULT") == ("denied", [], ["government of Russia"])


def test_a_claim_stands_beside_what_answers_it(code):
    text = "Selon Kiev, l'armée russe a bombardé Kherson. Moscou affirme que la ville n'a pas été bombardée."
    coded = code(text)
    assert told(coded, "ASSAULT") == ("reported", ["government of Ukraine"], ["government of Russia"])


def test_a_verb_with_its_own_auxiliary_shares_no_negation(code):
    coded = code("Les otages n'ont pas été libérés et les rebelles ont exécuté deux soldats.")
    assert {r.type: r.status for r in coded.reports} == {"RETREAT": "negated", "ASSAULT": "asserted"}
