"""The artefact that lookups read: what it is made of, where it lies, and what happens where it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.knowledge import built
from communique.knowledge.base import Knowledge


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = (built.build("fr", tmp_path / name) for name in ("one.sqlite", "two.sqlite"))
    assert first.read_bytes() == second.read_bytes()


def test_it_is_made_once_and_found_again(own: Path) -> None:
    assert Knowledge("fr").persons_by_surname("Lavrov")[0].name == "Sergey Lavrov"
    (made,) = (own.parent / "cache/communique/knowledge").iterdir()
    stamp = made.stat().st_mtime_ns
    built.open_built.cache_clear()
    assert Knowledge("fr").places(["Alep"], 0)[0].place.name == "Aleppo"
    assert [made.stat().st_mtime_ns] == [stamp]


def test_nothing_can_be_written_and_all_is_known(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (own.parent / "cache").write_text("a file, no folder")
    assert Knowledge("fr").persons_by_surname("Lavrov")[0].name == "Sergey Lavrov"
    assert [path.name for path in own.parent.iterdir()] == ["cache"]


def test_few_artefacts_are_left(own: Path) -> None:
    folder = own.parent / "cache/communique/knowledge"
    folder.mkdir(parents=True)
    for number in range(built.KEPT + 2):
        (folder / f"fr-{number}.sqlite").write_bytes(b"")
    built.open_built("fr")
    assert len(list(folder.iterdir())) == built.KEPT
