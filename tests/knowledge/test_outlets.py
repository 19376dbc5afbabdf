"""The register of outlets: sound rows, and questions written without copying it."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

import pytest

from communique.knowledge import load_knowledge
from communique.knowledge.entities import load_entities
from communique.knowledge.outlets import find_outlets, load_outlets

QUESTIONS = Path(__file__).parents[1] / "data/outlets.jsonl"
SOURCES = resources.files("communique.knowledge").joinpath("SOURCES_OUTLETS.md")


def test_rows_are_sound() -> None:
    outlets = load_outlets()
    states, bodies = {s.iso3 for s in load_knowledge().states}, set(load_entities())
    domains = [o.domain for o in outlets if o.domain]
    assert len(outlets) >= 250
    assert len(set(domains)) == len(domains)
    for outlet in outlets:
        assert outlet.name
        assert outlet.country in states | {""}, outlet
        assert outlet.control in {"state", "public", "private", "party", ""}, outlet
        assert outlet.side in states | bodies | {""}, outlet
        assert outlet.entity in bodies | {""}, outlet
        assert outlet.sources[0], outlet


def test_every_source_is_explained() -> None:
    told = SOURCES.read_text(encoding="utf8")
    keys = {source for outlet in load_outlets() for source in outlet.sources}
    assert [key for key in sorted(keys) if f"`{key}`" not in told] == []


def test_questions() -> None:
    asked = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf8").splitlines()]
    right = wrong = 0
    for question in asked:
        found = find_outlets(question["credit"])
        if len(found) != 1:
            continue
        (outlet,) = found
        same = outlet.name == question["name"] or question["name"] in outlet.names
        agrees = outlet.country == (question["country"] or "")
        told = not question["control"] or not outlet.control or outlet.control == question["control"]
        right += same and agrees and told
        wrong += not (same and agrees and told)
    assert len(asked) >= 80
    assert right >= 0.9 * len(asked)
    assert wrong == 0


@pytest.mark.parametrize(
    ("credit", "domains"),
    [
        ("https://www.lemonde.fr/international/article/2020/01/01/x.html", ["lemonde.fr"]),
        ("fr.sputniknews.com", ["sputniknews.com"]),
        ("\u00a9 AFP", ["afp.com"]),
        ("Gazette de nulle part", []),
        ("example.org", []),
    ],
)
def test_addresses_and_credits(credit: str, domains: list[str]) -> None:
    assert [o.domain for o in find_outlets(credit)] == domains


def test_a_name_of_several_is_open_unless_the_country_tells() -> None:
    assert len(find_outlets("APS")) == 2
    assert [o.domain for o in find_outlets("APS", country="SEN")] == ["aps.sn"]
