"""No word of a language stands in a .py file (architecture, rule 6); every decision has its examples."""

from __future__ import annotations

import ast
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

import pytest
from source import PACKAGE, literals, modules

from communique import codebook, model, schema

LANGUAGES = sorted((PACKAGE / "languages").glob("*/"))
FILES = sorted((PACKAGE / "languages").rglob("*.toml"))
PROSE = {"examples", "not", "note", "notes", "why", "about", "source", "says"}
SHORTEST = 4
CLASS = re.compile(r"\[[^\]]*\]")

ALLOWED = {
    "place": "a field of our records",
    "parties": "a field of our records",
    "date": "a TIMEX3 type in lower case, and a kind of time expression",
    "page": "a page of a source",
    "source": "a field of our records",
    "report": "a record of ours",
    "publication": "a stage of the pipeline",
    "version": "a column of the store",
    "position": "a column of the store",
    "note": "a column of `communique doctor`",
    "state": "a kind of actor, and a column of `communique doctor`",
    "opposition": "part of the name of an actor",
    "forces": "part of the name of an actor",
    "leader": "an office of the knowledge base",
    "mark": "a label of Universal Dependencies",
    "line": "a unit of a page",
    "minute": "a unit of time",
    "digit": "a class of numbers",
    "auteur": "a class in the markup of web pages: a format, not a text",
    "main": "the name of our program's function",
    "condition": "an argument of a status rule",
    "table": "a way to print",
    "colon": "a punctuation mark",
    "interview": "a channel of statements",
    "around": "the name of a slot",
    "fought": "the name of a slot",
    "predicate": "the name of a slot",
    "expression": "the name of an argument",
    "pipeline": "the name of a module",
    "doer": "the name of a slot",
    "broker": "the name of a slot",
    "summoner": "the name of a slot",
    "quoted": "the name of a slot",
    "above": "the name of a slot",
    "both": "the name of a slot",
    "talking": "the name of a slot",
    "modifier": "the name of a slot",
    "http": "the start of an address",
    "signature": "the signature of a binary format",
    "sunday": "English, in the reasons of a day of publication",
    "friday": "English, in the reasons of a day of publication",
}
"""Words of a language file that are also words of ours, each with the reason."""


@cache
def lexicon() -> frozenset[str]:
    """Every word and phrase that the language files hold to be met in text."""
    found: set[str] = set()
    for file in FILES:
        found.update(w.lower() for w in words(tomllib.loads(file.read_text(encoding="utf8"))))
    return frozenset(w for w in found if len(w) >= SHORTEST and w.isalpha())


def words(value: Any) -> Iterator[str]:
    """The strings in lists of a language file's content: single strings are ids, codes and labels."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in PROSE:
                yield from words(inner)
    elif isinstance(value, list):
        for inner in value:
            if isinstance(inner, str):
                yield inner
            else:
                yield from words(inner)


@cache
def ours() -> frozenset[str]:
    """The words of the codebook and of our records: names of fields, types, modes, statuses, kinds."""
    found = {*codebook.CONTEXTS, *codebook.STATUSES, *codebook.ROLES, *codebook.COUNT_ROLES, *ALLOWED}
    found |= {mode for event_type in codebook.event_types() for mode in event_type.modes}
    found |= {event_type.name.lower() for event_type in codebook.event_types()}
    for record in vars(model).values():
        if isinstance(record, type) and is_dataclass(record):
            found |= {f.name for f in fields(record)}
    for shape in vars(schema).values():
        if isinstance(shape, type) and hasattr(shape, "model_fields"):
            found |= set(shape.model_fields)
    for entry in modules():
        if entry.room in ("languages", "schema"):  # fields and codes of the language files and of our records
            found |= {t.target.id for t in ast.walk(entry.tree) if _is_field(t)}
            found |= {code for t in ast.walk(entry.tree) for code in _codes(t)}
    for file in FILES:
        found |= keys(tomllib.loads(file.read_text(encoding="utf8")))
    return frozenset(found)


def _codes(node: ast.AST) -> Iterator[str]:
    """The words of a ``Literal[...]`` type: codes, not words of a text."""
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Literal":
        for word in ast.walk(node.slice):
            if isinstance(word, ast.Constant) and isinstance(word.value, str):
                yield word.value


def _is_field(node: ast.AST) -> bool:
    return isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)


def keys(value: Any) -> set[str]:
    """Names of sections and fields."""
    if isinstance(value, dict):
        return set(value) | {k for inner in value.values() for k in keys(inner)}
    if isinstance(value, list):
        return {k for inner in value for k in keys(inner)}
    return set()


def test_no_letter_beyond_ascii_in_a_string() -> None:
    """Classes of letters in a pattern ([A-Z and their accented range]) are typography, and may stand."""
    foreign = [
        f"{module.name}:{line} {text!r}"
        for module in modules()
        for text, line in literals(module)
        if any(unicodedata.category(c) in ("Lu", "Ll") and not c.isascii() for c in CLASS.sub("", text))
    ]
    assert foreign == []


def test_no_word_of_a_language_file_in_a_string() -> None:
    known = ours()
    found = [
        f"{module.name}:{line} {text!r}"
        for module in modules()
        if not module.name.startswith(("store.migrations", "schema"))
        for text, line in literals(module)
        if text.lower() in lexicon() and text.lower() not in known
    ]
    assert found == []


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(PACKAGE)))
def test_entries_with_examples_say_what_they_are_not(file: Any) -> None:
    raw = tomllib.loads(file.read_text(encoding="utf8"))
    decided = [entry for entry in entries(raw) if entry.get("examples")]
    lacking = [entry["id"] for entry in decided if not entry.get("not")]
    assert lacking == []


def entries(value: Any) -> Iterator[dict[str, Any]]:
    """Every table of a language file that has an id."""
    if isinstance(value, dict):
        if "id" in value:
            yield value
        for inner in value.values():
            yield from entries(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from entries(inner)


@pytest.mark.parametrize("folder", LANGUAGES, ids=lambda f: f.name)
def test_ids_are_unique_within_a_file(folder: Any) -> None:
    for file in sorted(folder.rglob("*.toml")):
        ids = [e["id"] for e in entries(tomllib.loads(file.read_text(encoding="utf8")))]
        assert len(ids) == len(set(ids)), f"{file}: {sorted({i for i in ids if ids.count(i) > 1})}"
