"""Coded articles to JSON and back, and the schema that describes them."""

from __future__ import annotations

import json

import jsonschema

from coded_samples import coded
from communique.records import from_json, to_json
from communique.schema import CodedArticleShape, json_schema


def test_round_trip_gives_the_same_record() -> None:
    assert from_json(to_json(coded())) == coded()


def test_round_trip_through_text_gives_the_same_bytes() -> None:
    line = json.dumps(to_json(coded()), ensure_ascii=False)
    assert json.dumps(to_json(from_json(json.loads(line))), ensure_ascii=False) == line


def test_schema_accepts_a_line_and_refuses_more() -> None:
    line = to_json(coded())
    jsonschema.validate(line, json_schema())
    CodedArticleShape.model_validate_json(json.dumps(line))
    line["reports"][0]["colour"] = "red"
    assert list(jsonschema.Draft202012Validator(json_schema()).iter_errors(line))


def test_every_object_of_the_schema_is_strict() -> None:
    assert all(d["additionalProperties"] is False for d in json_schema()["$defs"].values())


def test_unknown_values_are_null_with_their_reason() -> None:
    call, deaths = to_json(coded())["reports"]
    assert call["place"] is None
    assert call["unknown"]["place"] == "the text names none"
    assert call["unknown"]["ordinal.since"] == "the text does not say"
    assert deaths["actors"][0]["actor"] is None
    assert deaths["candidates"] == {"actors.0.actor": ["a1", "a2"]}


def test_objects_are_sorted_by_place() -> None:
    shape = to_json(coded())
    for objects in (shape["times"], shape["rejected"], shape["actors"][0]["mentions"]):
        assert objects == sorted(objects, key=lambda o: o["start"])
    starts = [min(m["start"] for m in r["mentions"]) for r in shape["reports"]]
    assert starts == sorted(starts)


def test_evidence_from_outside_the_text_has_null_offsets_and_an_origin() -> None:
    reason = to_json(coded())["article"]["published"]["evidence"][0]
    assert (reason["start"], reason["end"], reason["text"]) == (None, None, None)
    assert reason["origin"] == "--published"


def test_whole_counts_are_whole_numbers() -> None:
    count = to_json(coded())["reports"][1]["counts"][0]
    assert json.dumps(count["value"]) == "60"
