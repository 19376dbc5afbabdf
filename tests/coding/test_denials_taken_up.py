"""Denials of what stands before: what is charged with it, other verbs and words for untrue."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.parser


def deniers(coded, event_type):
    names = {a.id: a.name for a in coded.actors}
    return [[names[i] for i in r.denied_by] for r in coded.reports if r.type == event_type]


@pytest.mark.parametrize(
    ("text", "event_type", "denier"),
    [
        (
            "L'ONG reproche à la coalition d'avoir bombardé un hôpital. "
            "La coalition a jugé ces accusations infondées.",
            "ASSAULT",
            "coalition",
        ),
        (
            "Le ministre français impute à Bakou une campagne de désinformation, "
            "ce dont l'Azerbaïdjan se défend.",
            "COERCE",
            "government of Azerbaijan",
        ),
        (
            "La Maison Blanche a soutenu que Moscou avait bombardé un port. "
            "L'ambassadeur russe a qualifié ces propos d'inventions.",
            "ASSAULT",
            "ambassador of Russia",
        ),
        (
            "Des militants auraient cherché à forcer les grilles du palais, ce que la police dément.",
            "PROTEST",
            "police",
        ),
    ],
)
def test_denied_by(code, text, event_type, denier):
    assert deniers(code(text), event_type) == [[denier]]


@pytest.mark.parametrize(
    "text",
    [
        "Paris accuse Moscou d'avoir piraté ses serveurs. Moscou se défend contre les rebelles.",
        "Paris accuse Moscou d'avoir piraté ses serveurs. La proposition de paix, Moscou la rejette.",
    ],
)
def test_not_denied(code, text):
    assert deniers(code(text), "COERCE") == [[]]
