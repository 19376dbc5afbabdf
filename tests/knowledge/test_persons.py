from __future__ import annotations

import pytest

from communique.knowledge import load_knowledge
from communique.knowledge.built import open_built
from communique.knowledge.files import read_rows
from communique.knowledge.persons import Persons
from communique.knowledge.spelling import load_spelling

KNOWLEDGE = load_knowledge("fr")


def test_enough_persons_have_french_names() -> None:
    rows = list(read_rows("communique.languages", "fr", "persons.csv", columns=("id", "names")))
    assert len(rows) >= 300
    assert len({key for key, _ in rows}) == len(rows)
    persons = Persons(open_built("fr"), load_spelling("fr"))
    assert all(key in persons for key, _ in rows)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sergueï Lavrov", "Sergey Lavrov"),
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Sergueï Choïgou", "Sergey Shoygu"),
        ("Vladimir Poutine", "Vladimir Putin"),
        ("Bachar el-Assad", "Bashar al-Assad"),
        ("Bachar Al - Assad", "Bashar al-Assad"),
        ("Recep Tayyip Erdogan", "Recep Tayyip Erdoğan"),
        ("Mohammed ben Salmane", "Mohammad bin Salman"),
        ("Abdel Fattah al-Sissi", "Abdel Fattah el-Sisi"),
        ("Kim Jong-un", "Kim Jong-un"),
        ("Kim Jong - un", "Kim Jong-un"),
        ("Jean-Yves Le Drian", "Jean-Yves Le Drian"),
        ("Ursula von der Leyen", "Ursula von der Leyen"),
        ("Lula", "Luiz Inácio Lula da Silva"),
    ],
)
def test_spellings_of_the_press(text: str, name: str) -> None:
    words = text.split()
    match = KNOWLEDGE.match(words, 0)[0]
    assert (match.entity.name, match.length) == (name, len(words))


@pytest.mark.parametrize(
    ("surname", "name"),
    [
        ("Lavrov", "Sergey Lavrov"),
        ("de Villepin", "Dominique de Villepin"),
        ("Le Drian", "Jean-Yves Le Drian"),
        ("el-Assad", "Bashar al-Assad"),
        ("Xi", "Xi Jinping"),
        ("Kim", "Kim Jong-un"),
        ("Suu Kyi", "Aung San Suu Kyi"),
        ("Ben Ali", "Zine El Abidine Ben Ali"),
    ],
)
def test_surnames(surname: str, name: str) -> None:
    assert KNOWLEDGE.persons_by_surname(surname)[0].name == name


@pytest.mark.parametrize("text", ["sergueï lavrov", "Lavrov", "Sergueï", "Bachar el"])
def test_no_whole_name(text: str) -> None:
    assert not [m for m in KNOWLEDGE.match(text.split(), 0) if m.entity.kind == "person"]


def test_given_names_are_no_surnames_where_the_surname_comes_first() -> None:
    assert "Ban Ki-moon" not in {p.name for p in KNOWLEDGE.persons_by_surname("Moon")}
