from __future__ import annotations

from datetime import date
from pathlib import Path

from communique.knowledge import load_knowledge
from communique.knowledge.built import open_built
from communique.knowledge.checking import Finding, check_holders, load_explained
from communique.knowledge.holders import Holders
from communique.knowledge.keeping import add_entry

SPAN = {"since": date(2005, 1, 1), "until": date(2026, 11, 1)}
KINDS = {"collective", "rivals", "acting", "named", "shared", "two_offices", "unsettled"}


def overlaps() -> list[Finding]:
    """Every overlap that is known, of all offices of states and bodies."""
    knowledge = load_knowledge()
    found: list[Finding] = []
    for office, country in Holders(open_built("fr")).offices:
        found.extend(check_holders(knowledge, offices=(office,), countries=(country,), **SPAN))
    return [f for f in found if f.kind == "overlap"]


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


def test_every_overlap_is_explained_and_every_explanation_is_needed() -> None:
    found = overlaps()
    assert [f for f in found if not f.why] == []
    idle = [e for e in load_explained() if not any(e.covers(f) for f in found)]
    assert idle == []
    assert {e.kind for e in load_explained()} <= KINDS
    assert all(e.why and e.begin < e.end for e in load_explained())


def test_a_year_in_which_two_change_is_no_overlap(own: Path) -> None:
    for key, name in (("x-roe", "Jane Roe"), ("x-poe", "Joan Poe")):
        add_entry({"kind": "person", "id": key, "name": name, "country": "TUV"})
    tenure = {"kind": "holder", "office": "foreign_minister", "country": "TUV"}
    add_entry({**tenure, "person": "x-roe", "begin": "2009", "end": "2013"})
    add_entry({**tenure, "person": "x-poe", "begin": "2013", "end": "2016"})
    asked = {"offices": ("foreign_minister",), "countries": ("TUV",), **SPAN}
    of_both = [
        f for f in check_holders(load_knowledge(), **asked) if set(f.persons) == {"Jane Roe", "Joan Poe"}
    ]
    assert of_both == []
    add_entry({**tenure, "person": "x-poe", "begin": "2011", "end": "2016"})
    (found,) = [
        f for f in check_holders(load_knowledge(), **asked) if set(f.persons) == {"Jane Roe", "Joan Poe"}
    ]
    assert (found.begin, found.end, found.why) == (date(2011, 12, 31), date(2013, 1, 1), "")


def test_rivals_are_told_as_such() -> None:
    found = check_holders(load_knowledge(), offices=("head_of_state",), countries=("CIV",), **SPAN)
    assert [f.why.partition(":")[0] for f in found if f.kind == "overlap"] == ["rivals"]
