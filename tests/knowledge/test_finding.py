from __future__ import annotations

from datetime import date
from importlib import resources
from pathlib import Path

import pytest

from communique.errors import DataError, NotFoundError
from communique.knowledge import base, files, load_knowledge
from communique.knowledge.finding import find_expression, find_holders
from communique.model import Unknown

KNOWLEDGE = load_knowledge("fr")


@pytest.mark.parametrize(
    ("expression", "on", "kind", "name"),
    [
        ("Lavrov", None, "person", "Sergey Lavrov"),
        ("Kerry", date(2015, 9, 5), "person", "John Kerry"),
        ("Clinton", date(2010, 1, 1), "person", "Hillary Clinton"),
        ("le Kremlin", None, None, None),
        ("Kremlin", None, "government", "government of Russia"),
        ("État islamique", date(2015, 1, 1), "group", "Islamic State"),
        ("Quai d'Orsay", None, "ministry", "ministry of foreign affairs of France"),
        ("Kharkiv", None, "place", "Kharkiv"),
        ("rien de connu", None, None, None),
    ],
)
def test_what_an_expression_means(
    expression: str, on: date | None, kind: str | None, name: str | None
) -> None:
    found = find_expression(expression, knowledge=KNOWLEDGE, on=on)
    assert [(c.kind, c.name) for c in found] == ([(kind, name)] if kind else [])


def test_a_surname_in_office_that_day_is_decided() -> None:
    found = find_expression("Déby", knowledge=KNOWLEDGE, on=date(2010, 1, 1))
    assert [(c.name, c.office) for c in found] == [("Idriss Déby", "head_of_state")]
    assert len(find_expression("Déby", knowledge=KNOWLEDGE)) == 2


def test_a_name_not_yet_in_use_means_nothing() -> None:
    assert find_expression("EI", knowledge=KNOWLEDGE, on=date(2010, 1, 1)) == ()


def test_holders_of_a_day_and_of_all_days() -> None:
    (kerry,) = find_holders("foreign_minister", "USA", knowledge=KNOWLEDGE, on=date(2015, 9, 5))
    assert (kerry.person, kerry.title, kerry.wikidata) == ("John Kerry", "secretary of state", "Q22316")
    line = find_holders("foreign_minister", "USA", knowledge=KNOWLEDGE)
    assert len(line) > 5
    assert all(h.source for h in line)
    assert isinstance(line[-1].end, Unknown)


def test_an_unknown_office_is_refused_with_the_list() -> None:
    with pytest.raises(NotFoundError, match="foreign_minister"):
        find_holders("jester", "FRA", knowledge=KNOWLEDGE)


def test_files_are_read_once_and_only_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    original = files.read_text

    def counted(package: str, *path: str) -> str:
        read.append("/".join((package, *path)))
        return original(package, *path)

    monkeypatch.setattr(files, "read_text", counted)
    knowledge = base.Knowledge("fr")
    assert read == []
    for _ in range(3):
        knowledge.match(["Moscou"], 0)
    assert not any("holders.csv" in path for path in read)
    assert len(read) == len(set(read))


def test_a_wrong_file_is_named_with_its_mend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "states.csv").write_text("iso3,name\nRUS,Russia\n", encoding="utf8")
    monkeypatch.setattr(resources, "files", lambda _: tmp_path)
    with pytest.raises(DataError, match="Write it as"):
        list(files.read_rows("communique.knowledge", "states.csv", columns=("iso3", "title")))
    with pytest.raises(DataError, match="does not exist"):
        files.read_text("communique.knowledge", "nothing.csv")
