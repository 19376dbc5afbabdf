"""Commands about the system itself: evaluate, schema, doctor."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Annotated

import typer

from communique.cli.options import StoreUrl, command
from communique.cli.printing import print_table, progress, say


class Scoring(StrEnum):
    """How scores are printed."""

    table = "table"
    json = "json"


def register(app: typer.Typer) -> None:
    """Add these commands to the program."""
    command(
        app,
        evaluate,
        "communique evaluate gold/ --misses",
        "communique evaluate gold/ --coded coded.jsonl --format json",
    )
    command(app, schema, "communique schema > coded-article.schema.json")
    command(app, doctor, "communique doctor")


def evaluate(
    gold: Annotated[list[str], typer.Argument(metavar="GOLD", help="Gold files, or folders of them.")],
    *,
    coded: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Score these lines of `communique code`, instead of coding."),
    ] = None,
    misses: Annotated[bool, typer.Option("--misses", help="List every miss, and why it was missed.")] = False,
    format_: Annotated[Scoring, typer.Option("--format", help="How to print.")] = Scoring.table,
) -> None:
    """Score the coding against gold annotations.

    Without --coded, the articles that belong to the gold (articles.jsonl beside it, else the bundled
    dispatches) are coded first.
    """
    from communique.evaluate import run

    say(run(gold, code=_coded_lines, coded=coded, misses=misses, form=format_.value).rstrip())


def _coded_lines(paths: Sequence[str]) -> Iterator[str]:
    """The articles at these paths, coded, one JSON line each."""
    from communique.cli.coding import tell_failure
    from communique.cli.inputs import pages
    from communique.model import Failure
    from communique.records import to_json
    from communique.run import code_many
    from communique.run.coder import make_coder

    with progress("Coding") as bar:
        for result in code_many(pages(paths), make_coder=make_coder):
            bar.step()
            if isinstance(result, Failure):
                tell_failure(result)
            else:
                yield json.dumps(to_json(result), ensure_ascii=False)


def schema() -> None:
    """Print the JSON Schema of a coded article."""
    from communique.schema import json_schema

    say(json.dumps(json_schema(), ensure_ascii=False, indent=1))


def doctor(*, store: StoreUrl = None) -> None:
    """Tell what is installed, and what is missing.

    Exit status 0 when all that French needs is there, else 1.
    """
    from communique.cli.diagnosis import diagnose

    findings = diagnose(store)
    states = ["ok" if f.good else "none (optional)" if f.optional else "MISSING" for f in findings]
    print_table(
        ("what", "state", "note"), [(f.what, s, f.note) for f, s in zip(findings, states, strict=True)]
    )
    raise typer.Exit(0 if all(f.good or f.optional for f in findings) else 1)
