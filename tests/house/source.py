"""The project's own source as syntax trees, read once for the tests of the house's rules."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "communique"
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


class Module(NamedTuple):
    """A module of the package: its dotted name without 'communique.', its file, text and tree."""

    name: str
    path: Path
    text: str
    tree: ast.Module

    @property
    def room(self) -> str:
        """The first part of the name: what layer it belongs to."""
        return self.name.split(".")[0]


class Import(NamedTuple):
    """An import of ours: who imports what, and where. ``typing`` ones exist for the type checker only."""

    importer: str
    imported: str
    line: int
    typing: bool


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the package."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(p for p in parts if p != "__init__")
        text = path.read_text(encoding="utf8")
        found.append(Module(name, path, text, ast.parse(text)))
    return tuple(found)


@cache
def imports() -> tuple[Import, ...]:
    """Every import of one of our modules by another, `from x import name` resolved to modules."""
    names = {m.name for m in modules()}
    return tuple(found for module in modules() for found in _imports_of(module, names))


def _imports_of(module: Module, names: set[str]) -> Iterator[Import]:
    guarded = {id(n) for block in _typing_blocks(module.tree) for n in ast.walk(block)}
    for node in ast.walk(module.tree):
        targets: list[str] = []
        if isinstance(node, ast.Import):
            targets = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            whole = [f"{node.module}.{alias.name}" for alias in node.names]
            targets = [w if _ours(w) in names else node.module for w in whole]
        for target in targets:
            if target.split(".")[0] == "communique" and (ours := _ours(target)) != module.name:
                yield Import(module.name, ours, node.lineno, id(node) in guarded)


def _typing_blocks(tree: ast.Module) -> Iterator[ast.If]:
    for node in tree.body:
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            yield node


def _ours(dotted: str) -> str:
    return dotted.removeprefix("communique").removeprefix(".")


def functions(module: Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a module."""
    for node in ast.walk(module.tree):
        if isinstance(node, FUNCTIONS):
            yield node


def literals(module: Module) -> Iterator[tuple[str, int]]:
    """String literals of a module with their lines; docstrings are none."""
    skipped = {id(d) for d in _docstrings(module.tree)}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            yield node.value, node.lineno


def _docstrings(tree: ast.Module) -> Iterator[ast.Constant]:
    """Strings that stand as a statement: docstrings of modules, classes, functions and constants."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
