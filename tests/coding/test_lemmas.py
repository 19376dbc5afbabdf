"""Lemmas of words printed with a capital that lost its accent."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.coding.sentences import Sentence

pytestmark = pytest.mark.parser
Parse = Callable[[str], tuple[Sentence, ...]]


def lemma(text: str, word: str, parse: Parse) -> str:
    return next(t.lemma for s in parse(text) for t in s.tokens if t.text == word)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Le sommet de l'Etat est inquiet.", "Etat", "état"),
        ("Les Eglises ont protesté.", "Eglises", "église"),
        ("Les Etudiants ont manifesté.", "Etudiants", "étudiant"),
        ("Elu en mai, il a démissionné.", "Elu", "élire"),
        # words that have no accent to lose
        ("Les Entretiens ont repris.", "Entretiens", "entretien"),
        ("Attaques et combats ont repris.", "Attaques", "attaque"),
    ],
)
def test_a_capital_gets_its_accent_back(text: str, word: str, expected: str, parse: Parse) -> None:
    assert lemma(text, word, parse) == expected
