"""Presents in *-ie* of verbs in *-ier* ('crie') are no participles, and trade unionists are persons."""

import pytest

from communique.coding.parsing.model import load_model
from communique.coding.parsing.verbs import Verbs
from communique.languages.tokens import load_tokens

pytestmark = pytest.mark.parser


@pytest.mark.parametrize(
    ("form", "participle"), [("crie", False), ("nie", False), ("finie", True), ("bannie", True)]
)
def test_presents_of_verbs_in_ier_are_no_participles(form, participle):
    verbs = Verbs(load_tokens("fr"), load_model("fr").lemmas)
    assert (verbs.participle(form) is not None) is participle


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("L'opposition crie à la fraude.", "ACCUSE", ["L'opposition"], []),
        ("Deux syndicalistes ont été jetés en prison.", "COERCE", [], ["Deux syndicalistes"]),
        ("Les étudiants sont redescendus dans la rue samedi.", "PROTEST", ["Les étudiants"], []),
    ],
)
def test_who_and_whom(text, kind, actors, recipients, code):  # noqa: PLR0917
    report = next(r for r in code(text).reports if r.type == kind)
    assert [p.span.text for p in report.actors] == actors
    assert [p.span.text for p in report.recipients] == recipients
