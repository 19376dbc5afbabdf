"""`communique code --sieve`: what is not read is said, in the table and on standard error."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from communique.cli import app as program

pytestmark = pytest.mark.parser


def test_what_the_sieve_left_unread_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("rain.txt").write_text("La pluie a gâché la fin du match.", encoding="utf8")
    Path("news.txt").write_text("La police a arrêté douze manifestants à Lyon.", encoding="utf8")
    read = CliRunner().invoke(program.app, ["code", "rain.txt", "--format", "table"])
    assert "nothing recorded" in read.stdout
    assert not read.stderr
    sieved = CliRunner().invoke(program.app, ["code", "rain.txt", "news.txt", "--sieve", "--format", "table"])
    assert sieved.exit_code == 0
    assert "not read: the sieve did not let it pass" in sieved.stdout
    assert "COERCE" in sieved.stdout
    assert "the sieve: 1 of 2 articles not read" in sieved.stderr
