"""The main job on the bundled dispatches, from the command line, with the real parser."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

from communique.cli.app import app
from communique.evaluate import samples_path
from communique.records import from_json, to_json
from communique.schema import json_schema
from communique.store import open_store
from communique.store.queries import find_articles

pytestmark = pytest.mark.parser
PROGRAM = [sys.executable, "-c", "from communique.cli import main; main()"]


@pytest.fixture(scope="module")
def coded_lines() -> list[str]:
    """The bundled dispatches, coded: one JSON line each."""
    done = CliRunner().invoke(app, ["code", str(samples_path())])
    assert done.exit_code == 0, done.stderr
    return done.stdout.splitlines()


def test_every_dispatch_is_coded_in_order_and_fits_the_schema(coded_lines: list[str]) -> None:
    inputs = [json.loads(line) for line in samples_path().read_text(encoding="utf8").splitlines()]
    checker = jsonschema.Draft202012Validator(
        json_schema(), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    shapes = [json.loads(line) for line in coded_lines]
    assert [s["article"]["source"] for s in shapes] == [i.get("source", i.get("id")) for i in inputs]
    for shape in shapes:
        errors = [f"{error.json_path}: {error.message}" for error in checker.iter_errors(shape)]
        assert errors == [], shape["article"]["source"]


def test_two_workers_give_the_same_bytes(coded_lines: list[str]) -> None:
    done = subprocess.run(
        [*PROGRAM, "code", str(samples_path()), "--workers", "2"], capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines() == coded_lines


def test_words_stand_at_their_offsets(coded_lines: list[str]) -> None:
    for line in coded_lines:
        shape = json.loads(line)
        text = shape["article"]["text"]
        for words in spans(shape):
            assert text[words["start"] : words["end"]] == words["text"]


def spans(value):  # type: ignore[no-untyped-def]  # any JSON
    """Every object with start, end and text."""
    if isinstance(value, dict):
        if isinstance(value.get("start"), int) and isinstance(value.get("text"), str):
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def test_identities_are_unique_and_references_lead_somewhere(coded_lines: list[str]) -> None:
    for line in coded_lines:
        shape = json.loads(line)
        known = {kind: {o["id"] for o in shape[kind]} for kind in ("times", "actors", "places", "statements")}
        for kind in (*known, "reports"):
            ids = [o["id"] for o in shape[kind]]
            assert len(ids) == len(set(ids)), kind
        for report in shape["reports"]:
            assert {p["actor"] for p in report["actors"] + report["recipients"]} <= {*known["actors"], None}
            assert not report["time"] or report["time"]["id"] in {*known["times"], None}
            assert not report["place"] or report["place"]["id"] in known["places"]
            assert {a for chain in report["according_to"] for a in chain} <= known["actors"]
        assert {s["speaker"] for s in shape["statements"]} <= {*known["actors"], None}


def test_records_come_back_from_json(coded_lines: list[str]) -> None:
    for line in coded_lines:
        assert json.dumps(to_json(from_json(json.loads(line))), ensure_ascii=False) == line


def test_demo_prints_a_chronicle_of_80_columns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(app, ["demo"])
    assert done.exit_code == 0, done.stderr
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert "Sergey Lavrov" in done.stdout
    assert "communique add" in done.stdout
    assert readme_excerpt() <= set(done.stdout.splitlines())
    with open_store("sqlite:///communique-demo.db") as store:
        assert len(find_articles(store)) >= 24


def readme_excerpt() -> set[str]:
    """The lines that the README shows of the chronicle."""
    text = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf8")
    block = text.partition("What `make demo` prints")[2].split("```")[1]
    lines = {line for line in block.splitlines() if line.strip()}
    assert len(lines) > 10
    return lines


def test_an_add_that_was_killed_goes_on(tmp_path: Path) -> None:
    command = [*PROGRAM, "add", str(samples_path()), "--store", str(tmp_path / "killed.db")]
    file = tmp_path / "killed.db"
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        while not (file.exists() and kept(file) >= 3):
            assert running.poll() is None, "it ended before it could be killed"
            time.sleep(0.1)
        running.send_signal(signal.SIGKILL)
    before = kept(file)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    number = len(samples_path().read_text(encoding="utf8").splitlines())
    assert f"{number - before} added, {before} on record already, 0 failed" in done.stdout


def kept(file: Path) -> int:
    """How many articles a store holds."""
    with open_store(f"sqlite:///{file}") as store:
        return len(find_articles(store))
