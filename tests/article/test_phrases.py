"""Every entry of the furniture file: its examples are read by it, its counter-examples are not."""

import pytest

from communique.article.cutting import line_pieces
from communique.article.pieces import measured
from communique.errors import DataError
from communique.languages.furniture import PhraseEntry, check_forms, load_furniture, phrase_entries

FURNITURE = load_furniture("fr")
ENTRIES = phrase_entries("fr")


def name(value):
    return value if isinstance(value, str) else value.id


def rules(line):
    piece = measured(line, 0, len(line), furniture=FURNITURE)
    parts = line_pieces(piece, FURNITURE)
    assert "".join(part.text for part in parts).replace(" ", "") == line.replace(" ", "")
    return {part.reason.rpartition("#")[2] for part in parts} | {part.reason for part in parts}


@pytest.mark.parametrize(("entry", "line"), [(e, line) for e in ENTRIES for line in e.examples], ids=name)
def test_example_is_read(entry, line):
    wanted = {entry.id, "photo credit"} if entry.id.startswith("photo") else {entry.id}
    assert wanted & rules(line), line


@pytest.mark.parametrize(("entry", "line"), [(e, line) for e in ENTRIES for line in e.counter], ids=name)
def test_counter_example_is_left_alone(entry, line):
    found = rules(line)
    assert entry.id not in found, line
    assert found == {""}, f"{line} is read as {found}"


def test_every_entry_has_both():
    for entry in ENTRIES:
        assert entry.examples, entry.id
        assert entry.counter, entry.id


@pytest.mark.parametrize("form", ["lire (aussi", "lire (aussi)", "[a"])
def test_bad_form_names_its_entry(form):
    entry = PhraseEntry.model_validate(
        {"id": "x", "role": "teaser", "scope": "line", "forms": [form], "examples": ["a"], "not": ["b"]}
    )
    with pytest.raises(DataError, match="phrase x"):
        check_forms([entry], {}, "furniture.toml")
