"""Trees around incises: what hangs under the verb of saying, and what does not."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.parser


@pytest.mark.parametrize(
    "text",
    [
        "Au moins sept civils ont péri mardi dans un raid près de Lashkar Gah, ont rapporté des habitants.",
        "Dix-huit soldats ont péri samedi dans une attaque, a annoncé l'armée.",
    ],
)
def test_deed_before_an_incise_keeps_its_complements(code, text):
    report = next(r for r in code(text).reports if r.type == "ASSAULT")
    assert report.status == "reported"
    assert report.mentions[0].span.text == "ont péri"


def test_pronoun_that_takes_up_the_subject_is_no_other_party(code):
    report = next(r for r in code("L'opposition, elle, pose ses conditions.").reports if r.type == "REQUEST")
    assert [p.span.text for p in report.actors] == ["L'opposition"]
    assert not report.recipients


def test_a_common_word_is_no_surname(code):
    coded = code("« Personne n'a été blessé », selon le maire, joint par téléphone.")
    assert not [a.name for a in coded.actors if a.kind == "person"]
