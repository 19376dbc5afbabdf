"""Write the generated pages of the documentation: `python tools/reference.py [--check]`.

docs/commands.md comes from the commands themselves, docs/records.md from the JSON Schema. With --check
nothing is written, and the exit status tells whether the pages are current.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

from typer.main import get_command

from communique.cli.app import app
from communique.schema import json_schema

DOCS = Path(__file__).resolve().parents[1] / "docs"
MADE = "<!-- Written by tools/reference.py (`make docs`): change the source, not this page. -->"


def commands_page() -> str:
    """Every command with its options and examples."""
    root = get_command(app)
    lines = ["# Commands", "", MADE, "", *_paragraphs(root.help or ""), *_options(root)]
    for name, command in _commands(root, ()):
        lines += [f"## communique {name}", "", *_paragraphs(command.help or "")]
        lines += [*_options(command), *_examples(command)]
    return "\n".join(lines).rstrip() + "\n"


def _commands(group: Any, path: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, (*path, name))
        else:
            yield " ".join((*path, name)), command


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in text.strip().split("\n\n"):
        yield " ".join(paragraph.split())
        yield ""


def _options(command: Any) -> Iterator[str]:
    shown = [p for p in command.params if getattr(p, "help", None)]
    if not shown:
        return
    yield "| option | meaning | default |"
    yield "|---|---|---|"
    for param in shown:
        name = param.metavar if param.param_type_name == "argument" else ", ".join(param.opts)
        metavar = f" {param.metavar}" if param.param_type_name == "option" and param.metavar else ""
        values = _choices(param)
        text = f"{param.help}{values}".replace("|", "\\|")
        yield f"| `{name}{metavar}` | {text} | {_default(param)} |"
    yield ""


def _choices(param: Any) -> str:
    kind = param.type_descriptor.annotation
    return f" ({', '.join(kind)})" if isinstance(kind, type) and issubclass(kind, StrEnum) else ""


def _default(param: Any) -> str:
    value = getattr(param.default, "value", param.default)
    return "required" if param.required else f"`{value}`" if isinstance(value, (str, int)) and value else ""


def _examples(command: Any) -> Iterator[str]:
    lines = [line.strip() for line in (command.epilog or "").replace("\b", "").strip().splitlines()]
    if len(lines) > 1:
        yield from ("```", *lines[1:], "```", "")


def records_page() -> str:
    """Every object of a coded article with its fields."""
    schema = json_schema()
    lines = ["# Records", "", MADE, ""]
    lines += [*_paragraphs(schema["description"]), *_paragraphs(RULES)]
    lines += ["## Coded article", "", *_fields(schema)]
    for name, shape in schema["$defs"].items():
        lines += [f"## {_title(name)}", "", *_paragraphs(shape.get("description", "")), *_fields(shape)]
    return "\n".join(lines).rstrip() + "\n"


RULES = """
Offsets count Unicode code points in `article.text`; for every object with `start`, `end` and `text`,
`article.text[start:end] == text`. Days are ISO days, intervals are closed. What is unknown is null; its
reason stands in the object's `unknown`, keyed by the field's path; identities that would fit stand in
`candidates`, keyed likewise. An object that has words of its own keeps `end` for their offset; its last day
is then `until`.

Objects are sorted by `start`, then by `id`; the same input gives the same bytes.
`communique code --failures` prints inputs that could not be coded as lines of their own:
`{"source": ..., "failure": {"stage": ..., "what": ..., "where": ..., "hint": ...}}`.
"""


def _title(name: str) -> str:
    words = name.removesuffix("Shape")
    return "".join(f" {c.lower()}" if c.isupper() and i else c for i, c in enumerate(words))


def _fields(shape: dict[str, Any]) -> Iterator[str]:
    yield "| field | type | meaning |"
    yield "|---|---|---|"
    for name, field in shape["properties"].items():
        yield f"| `{name}` | {_type(field)} | {field.get('description', '')} |"
    yield ""


def _type(field: dict[str, Any]) -> str:
    if "$ref" in field:
        name = _title(field["$ref"].rsplit("/", 1)[1])
        return f"[{name}](#{name.lower().replace(' ', '-')})"
    if "anyOf" in field:
        return " or ".join(_type(option) for option in field["anyOf"])
    if "enum" in field:
        return ", ".join(f"`{value}`" for value in field["enum"])
    if field.get("type") == "array":
        inner = field.get("items") or {"type": "integer"}
        return f"list of {_type(inner)}"
    if field.get("type") == "object":
        return f"mapping to {_type(field['additionalProperties'])}"
    return str(field.get("format", field.get("type", "any")))


PAGES = {"commands.md": commands_page, "records.md": records_page}


def stale() -> list[str]:
    """Names of the pages that are not current."""
    return [
        name
        for name, make in PAGES.items()
        if not (DOCS / name).exists() or (DOCS / name).read_text(encoding="utf8") != make()
    ]


def main() -> None:
    """Write the pages, or check them."""
    if "--check" in sys.argv:
        raise SystemExit(f"not current: {', '.join(stale())}; run `make docs`" if stale() else 0)
    for name, make in PAGES.items():
        (DOCS / name).write_text(make(), encoding="utf8")


if __name__ == "__main__":
    main()
