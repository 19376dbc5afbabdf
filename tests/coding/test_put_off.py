"""Days to which something is put off lie ahead; a month is a month."""

from __future__ import annotations

from datetime import date

import pytest

from communique.coding.equipment import load_tools
from communique.coding.pipeline import code_page
from communique.model import Page

pytestmark = pytest.mark.parser


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("L'audience a été reportée à vendredi.", "2023-04-14"),
        ("Le vote a été repoussé au 2 mai.", "2023-05-02"),
        ("L'audience a eu lieu vendredi.", "2023-04-07"),
        ("La trêve durera un mois.", "P1M"),
        ("La trêve durera une semaine.", "P1W"),
    ],
)
def test_value(text, value):
    page = Page(source="test", text=text, published=date(2023, 4, 12))
    assert [t.value for t in code_page(page, tools=load_tools("fr")).times] == [value]
