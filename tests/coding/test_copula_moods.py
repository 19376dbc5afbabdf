"""The mood of *être* before a noun: its auxiliary hangs under the noun and is read all the same."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.parser


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Deux policiers auraient été la cible de tirs lundi.", "unconfirmed"),
        ("Deux policiers ont été la cible de tirs lundi.", "asserted"),
        ("Les policiers seront la cible de tirs.", "planned"),
    ],
)
def test_a_copula_takes_the_mood_of_its_auxiliary(code, text: str, status: str) -> None:
    assert [r.status for r in code(text).reports if r.type == "ASSAULT"] == [status]
