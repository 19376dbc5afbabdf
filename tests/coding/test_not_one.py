"""*Pas un* before a noun denies the act as *aucun* does."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.parser


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Pas un coup de feu n'a été tiré.", "negated"),
        ("Un coup de feu a été tiré.", "asserted"),
        ("Pas une attaque des rebelles contre la base n'a eu lieu.", "negated"),
        ("Une attaque des rebelles contre la base a eu lieu.", "asserted"),
    ],
)
def test_not_one_act_is_none(code, text: str, status: str) -> None:
    assert [r.status for r in code(text).reports if r.type == "ASSAULT"] == [status]
