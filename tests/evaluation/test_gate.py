"""The quality gate: the coding reaches every pinned floor of gold/floors.toml."""

import json
from pathlib import Path

import pytest

from communique.evaluate import evaluate, texts_for
from communique.evaluation.floors import below, read_floors
from communique.model import Failure

ROOT = Path(__file__).resolve().parents[2]
FLOORS = read_floors(ROOT / "gold/floors.toml").floors
SETS = ("gold", "gold/dev", "gold/dev2", "gold/dev3", "gold/plain", "gold/test", "gold/articles")


@pytest.fixture(scope="module")
def coder():
    from communique.run.coder import make_coder

    return make_coder()


def coded_lines(coder, place: str) -> list[str]:
    """The articles of one gold set, coded."""
    from communique.records import to_json
    from communique.sources import read_pages

    pages = [page for path in texts_for([str(ROOT / place)]) for page in read_pages(path)]
    assert not any(isinstance(page, Failure) for page in pages)
    return [json.dumps(to_json(coder.code(page)), ensure_ascii=False) for page in pages]


@pytest.mark.parser
@pytest.mark.parametrize("place", SETS)
def test_floors_are_reached(place, coder):
    floors = [floor for floor in FLOORS if floor.set == place]
    if not floors:
        pytest.skip(f"no floor is pinned for {place}")
    scores = evaluate(coded_lines(coder, place), [ROOT / place])
    assert not scores.missing
    assert not below(floors, scores), below(floors, scores)
