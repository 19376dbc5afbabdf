"""Those who underwent an act are no subject of it; what is given has its receiver."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.parser


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Le ministre a rendu hommage aux victimes de l'attentat.", ""),
        ("Le ministre a reçu les victimes de l'attentat.", ""),
        ("Le ministre a été victime d'un attentat.", "Le ministre"),
        ("Le ministre a fait l'objet d'un attentat.", "Le ministre"),
    ],
)
def test_only_who_is_a_victim_undergoes_the_act(code, text: str, recipient: str) -> None:
    attacks = [r for r in code(text).reports if r.type == "ASSAULT"]
    assert attacks
    assert {p.span.text for r in attacks for p in r.recipients} == ({recipient} if recipient else set())
    assert not [p for r in attacks for p in r.actors]


@pytest.mark.parametrize(
    ("text", "kind", "recipient"),
    [
        ("Le président équatorien a reculé face aux manifestants.", "CONCEDE", "manifestants"),
        ("Le Koweït vole au secours de la Jordanie.", "AID", "la Jordanie"),
        ("La France a fourni gratuitement des vaccins au Honduras.", "AID", "Honduras"),
    ],
)
def test_who_receives(code, text: str, kind: str, recipient: str) -> None:
    (report,) = [r for r in code(text).reports if r.type == kind]
    assert [p.span.text for p in report.recipients] == [recipient]
