"""Small parts: files, functions, arguments (architecture, rule 9), names and docstrings (rules 2 and 10)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from statistics import median

from source import FUNCTIONS, functions, modules

FILE_LINES = 400
FUNCTION_LINES = 40
MEDIAN_LINES = 12
POSITIONAL = 4
BANNED_NAMES = {"utils", "util", "core", "common", "helpers", "helper", "manager", "misc", "tools"}
GENERATED = "store.migrations"  # a migration is one long list of tables


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function, without its docstring."""
    first = node.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    inside = (first.end_lineno or first.lineno) - first.lineno + 1 if documented else 0
    return (node.end_lineno or node.lineno) - node.lineno + 1 - inside


def test_files_are_short() -> None:
    long = {m.name: m.text.count("\n") for m in modules() if m.text.count("\n") >= FILE_LINES}
    assert long == {}


def test_functions_are_short() -> None:
    long = {
        f"{module.name}.{function.name}": length(function)
        for module in modules()
        if not module.name.startswith(GENERATED)
        for function in functions(module)
        if length(function) >= FUNCTION_LINES
    }
    assert long == {}


def test_the_median_function_is_very_short() -> None:
    assert median(length(f) for module in modules() for f in functions(module)) < MEDIAN_LINES


def test_at_most_four_positional_parameters() -> None:
    many = []
    for module in modules():
        for function in functions(module):
            names = [a.arg for a in (*function.args.posonlyargs, *function.args.args)]
            if len([n for n in names if n not in ("self", "cls")]) > POSITIONAL:
                many.append(f"{module.name}.{function.name}({', '.join(names)})")
    assert many == []


def test_modules_have_the_codebooks_names() -> None:
    assert [m.name for m in modules() if BANNED_NAMES & set(m.name.split("."))] == []


def public(module: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """Public functions and classes of a module, and public methods of these classes."""
    for node in module.body:
        if isinstance(node, (*FUNCTIONS, ast.ClassDef)) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from (n for n in node.body if isinstance(n, FUNCTIONS) and not n.name.startswith("_"))


def test_everything_public_is_documented() -> None:
    silent = [m.name or "communique" for m in modules() if not ast.get_docstring(m.tree)]
    silent += [
        f"{module.name}.{node.name}"
        for module in modules()
        for node in public(module.tree)
        if not ast.get_docstring(node)
    ]
    assert silent == []


def test_broad_excepts_stand_in_the_run_only() -> None:
    broad = []
    for module in modules():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ExceptHandler) and module.room != "run":
                names = (
                    {n.id for n in ast.walk(node.type) if isinstance(n, ast.Name)} if node.type else {"all"}
                )
                if names & {"all", "Exception", "BaseException"}:
                    broad.append(f"{module.name}:{node.lineno}")
    assert broad == []


DICT_EDGES = {
    "records": "records become JSON objects here",
    "schema": "the JSON Schema is a JSON object",
    "store": "rows of tables",
    "cli": "prints JSON objects",
    "languages.loading": "what a TOML file holds before it is checked",
    "knowledge.": "what a data file holds before it is checked, and its records by id, read once",
    "languages.furniture": "the patterns of a language file by name, while they are compiled",
    "evaluation": "gold files before they are checked",
    "evaluate": "gold files before they are checked",
    "sources": "what a line of JSONL or an HTML element holds before it is a Page",
    "syntax.features": "morphological features by name, cached",
}
MAPPINGS = {"dict", "Dict", "Mapping", "MutableMapping", "defaultdict", "Counter"}


def test_no_dict_crosses_a_modules_border() -> None:
    crossing = []
    for module in modules():
        for node in public(module.tree):
            name = f"{module.name}.{node.name}"
            if isinstance(node, FUNCTIONS) and not name.startswith(tuple(DICT_EDGES)):
                types = [node.returns, *(a.annotation for a in (*node.args.args, *node.args.kwonlyargs))]
                used = {n.id for t in types if t for n in ast.walk(t) if isinstance(n, ast.Name)}
                if used & MAPPINGS:
                    crossing.append(f"{name}:{node.lineno}")
    assert crossing == []
