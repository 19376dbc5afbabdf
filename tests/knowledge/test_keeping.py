"""The user's own entries: laid over ours, checked, kept whole."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from communique.errors import DataError, InputError, NotFoundError
from communique.knowledge import load_knowledge
from communique.knowledge.keeping import add_entry, edit_entry
from communique.knowledge.overlay import load_overlay, overlay_path

ROE = {"kind": "person", "id": "x-jane-roe", "name": "Jane Roe", "country": "CAN", "gender": "f"}
TENURE = {
    "kind": "holder",
    "office": "foreign_minister",
    "country": "CAN",
    "person": "x-jane-roe",
    "begin": "2026-10",
}


def serving(day: date) -> list[str]:
    knowledge = load_knowledge()
    return [knowledge.entity(t.person).name for t in knowledge.holders("foreign_minister", "CAN", day, day)]


def test_an_added_tenure_follows_ours(own: Path) -> None:
    before, after = date(2026, 9, 1), date(2026, 11, 1)
    first = serving(before)
    add_entry(ROE)
    add_entry(TENURE)
    assert serving(after) == ["Jane Roe"]
    assert serving(before) == first
    assert overlay_path() == own / "knowledge.jsonl"


def test_an_edit_stands_in_the_place_of_ours_and_can_be_taken_back(own: Path) -> None:
    edit_entry({"kind": "person", "id": "Q58217", "names": ("Serge Lavroff",)})
    assert load_knowledge().match(["Serge", "Lavroff"], 0)[0].entity.name == "Sergey Lavrov"
    edit_entry({"kind": "body", "id": "hamas", "sector": "PTY"})
    assert load_knowledge().entity("hamas").sector == "PTY"
    assert "Hamas" in load_knowledge().entity("hamas").aliases
    line = load_knowledge().office_line("foreign_minister", "FRA")
    gone = {"kind": "holder", "office": "foreign_minister", "country": "FRA"}
    begin = line[0].begin.isoformat() if line[0].begin else ""
    edit_entry({**gone, "person": line[0].person[7:], "begin": begin}, remove=True)
    assert load_knowledge().office_line("foreign_minister", "FRA") == line[1:]
    overlay_path().unlink()


def test_an_added_place_is_found(own: Path) -> None:
    assert load_knowledge().places(["Tel", "Omar"], 0) == ()
    add_entry(
        {"kind": "place", "id": "tel", "name": "Tel Omar", "country": "SYR", "latitude": 36, "longitude": 37}
    )
    (match,) = load_knowledge().places(["Tel", "Omar"], 0)
    assert (match.place.name, match.place.country, match.length) == ("Tel Omar", "SYR", 2)


@pytest.mark.parametrize(
    ("fields", "error", "told"),
    [
        ({**ROE, "gender": "x"}, DataError, "gender"),
        ({**ROE, "age": "7"}, DataError, "age"),
        ({**ROE, "country": "XXX"}, NotFoundError, "XXX"),
        ({**ROE, "id": "Q58217"}, InputError, "edit"),
        ({**TENURE, "office": "jester"}, NotFoundError, "jester"),
        ({**TENURE, "person": "x-nobody"}, NotFoundError, "x-nobody"),
        ({**TENURE, "person": "Q58217", "begin": "2020", "end": "2019"}, InputError, "ends"),
        ({**TENURE, "begin": "in May"}, DataError, "begin"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_written(
    own: Path, fields: dict[str, str], error: type[Exception], told: str
) -> None:
    with pytest.raises(error, match=told):
        add_entry(fields)
    assert not own.exists()


def test_a_broken_line_is_named(own: Path) -> None:
    own.mkdir()
    overlay_path().write_text(
        '{"kind": "person", "id": "x-a", "name": "A"}\n{"kind": "person"\n', encoding="utf8"
    )
    with pytest.raises(DataError, match="line 2"):
        load_overlay()
