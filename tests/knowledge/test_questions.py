"""The questions of tests/data: what expressions mean on a day, written without sight of our tables."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from communique.knowledge import load_knowledge

QUESTIONS = Path(__file__).parents[1] / "data/questions.jsonl"
KINDS = {"person", "office", "state", "government", "ministry", "organisation", "group", "place", "unknown"}


def questions() -> list[dict]:
    return [json.loads(line) for line in QUESTIONS.read_text(encoding="utf8").splitlines()]


def test_every_question_is_whole() -> None:
    countries = {state.iso3 for state in load_knowledge().states}
    found = questions()
    assert len({q["id"] for q in found}) == len(found)
    for question in found:
        assert date(2000, 1, 1) <= date.fromisoformat(question["on"]) <= date(2026, 12, 31)
        assert question["answer"]["kind"] in KINDS, question["id"]
        assert question["answer"]["country"] in countries | {None}, question["id"]
        assert question["source"], question["id"]
        if question["context"]:
            assert question["expression"].split()[-1].lower() in question["context"].lower(), question["id"]


def test_they_ask_of_many_states_and_days() -> None:
    found = questions()
    assert len(found) >= 400
    assert len({q["answer"]["country"] for q in found}) >= 80
    assert sum(q["on"] >= "2022-08-01" for q in found) >= 70
