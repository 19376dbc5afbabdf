from __future__ import annotations

from datetime import date
from pathlib import Path

from communique.knowledge import load_knowledge
from communique.knowledge.checking import check_holders
from communique.knowledge.keeping import add_entry

SPAN = {"since": date(2005, 1, 1), "until": date(2026, 11, 1)}


def test_a_vacancy_is_a_hole() -> None:
    found = check_holders(load_knowledge(), offices=("head_of_state",), countries=("LBN",), **SPAN)
    assert ("hole", date(2014, 5, 24), date(2016, 10, 31)) in [(f.kind, f.begin, f.end) for f in found]


def test_a_whole_line_has_none_and_a_line_without_rows_neither() -> None:
    assert check_holders(load_knowledge(), offices=("head_of_state",), countries=("FRA",), **SPAN) == ()
    assert check_holders(load_knowledge(), offices=("head_of_government",), countries=("USA",), **SPAN) == ()


def test_two_at_once_are_an_overlap(own: Path) -> None:
    add_entry({"kind": "person", "id": "x-roe", "name": "Jane Roe", "country": "FRA"})
    tenure = {"kind": "holder", "office": "head_of_state", "country": "FRA", "person": "x-roe"}
    add_entry({**tenure, "begin": "2013-01-01", "end": "2013-06-01"})
    found = check_holders(load_knowledge(), offices=("head_of_state",), countries=("FRA",), **SPAN)
    assert [(f.kind, f.persons) for f in found] == [("overlap", ("François Hollande", "Jane Roe"))]
