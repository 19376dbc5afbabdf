"""Commands about the knowledge base: knowledge find, knowledge holders."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

import typer

from communique.cli import keeping
from communique.cli.inputs import day_of, one_of
from communique.cli.options import command, day
from communique.cli.printing import print_table, say, tell
from communique.model import Unknown


class Answer(StrEnum):
    """How an answer is printed."""

    table = "table"
    json = "json"


On = Annotated[
    datetime | None, typer.Option("--on", parser=day, metavar="DAY", help="On this day, YYYY-MM-DD.")
]
Format = Annotated[Answer, typer.Option("--format", help="How to print.")]


def register(app: typer.Typer) -> None:
    """Add these commands to the program."""
    about = "Look into the knowledge base, extend it and check it."
    group = typer.Typer(help=about, no_args_is_help=True, rich_markup_mode=None)
    command(
        group,
        find,
        "communique knowledge find Lavrov --on 2015-09-05",
        "communique knowledge find 'le chef de la diplomatie russe' --on 2013-05-01 --format json",
    )
    command(
        group,
        holders,
        "communique knowledge holders FRA foreign_minister",
        "communique knowledge holders foreign_minister RUS --on 2015-09-05",
        "communique knowledge holders spokesperson RUS",
        "communique knowledge holders un_secretary_general",
    )
    command(
        group,
        outlet,
        "communique knowledge outlet 'RT France'",
        "communique knowledge outlet www.lemonde.fr --format json",
    )
    keeping.register(group)
    app.add_typer(group, name="knowledge")


def find(
    expression: Annotated[str, typer.Argument(metavar="EXPRESSION", help="A name, a title, a place.")],
    *,
    on: On = None,
    context: Annotated[
        str, typer.Option("--context", metavar="SENTENCE", help="A sentence that it stands in.")
    ] = "",
    format_: Format = Answer.table,
) -> None:
    """Tell who, what or which place is meant.

    An expression is a name, or an office as the press writes it: *le locataire du Kremlin*, *son
    homologue russe* (with the sentence that tells whose).

    The best candidate stands first; there is exactly one when it is decided, and none when the
    expression is not known.
    """
    from communique.run.asking import find_meaning

    found = find_meaning(expression, on=day_of(on), context=context)
    fields = ("kind", "name", "country", "office", "begin", "end", "wikidata")
    _answer(format_, fields, found, nobody=f"{expression!r} is not known.")


def holders(
    office: Annotated[str, typer.Argument(metavar="OFFICE", help="An office, such as foreign_minister.")],
    country: Annotated[
        str,
        typer.Argument(
            metavar="COUNTRY", help="Three letters, such as RUS, or a body such as hamas; may stand first."
        ),
    ] = "",
    *,
    on: On = None,
    format_: Format = Answer.table,
) -> None:
    """Tell who held an office, from when to when.

    The posts of organisations need no country. Spokespersons are those of a state's organs, envoys stand
    under who sent them and where to.
    """
    from communique.knowledge import load_knowledge
    from communique.knowledge.entities import load_offices
    from communique.knowledge.finding import find_holders

    knowledge = load_knowledge()
    states = [s.iso3 for s in knowledge.states]
    if office.upper() in states and country:
        office, country = country, office
    known = one_of(office, knowledge.offices, option="OFFICE")
    places = [*states, *(p for p in knowledge.office_places(known) if p not in states)]
    where = one_of(country, places, option="COUNTRY") if country else load_offices()[known].scope
    found = find_holders(known, where, knowledge=knowledge, on=day_of(on))
    fields = ("office", "title", "country", "person", "begin", "end", "wikidata", "source")
    nobody = f"No holder of {known} is on record there."
    if not where or where in {"state", "body"}:
        nobody = f"Name a country, too: communique knowledge holders {known} RUS"
    _answer(format_, fields, found, nobody=nobody)


def outlet(
    credit: Annotated[str, typer.Argument(metavar="CREDIT", help="A credit, a name or an address.")],
    *,
    format_: Format = Answer.table,
) -> None:
    """Tell whose voice an outlet or agency is: country, owner, and the state or party behind it."""
    from communique.knowledge.outlets import find_outlets

    found = find_outlets(credit)
    fields = ("name", "domain", "country", "kind", "agency", "control", "side", "owner")
    _answer(format_, fields, found, nobody=f"{credit!r} is not in the register.")


def _shown(value: object) -> str | None:
    """A value as JSON has it; None for what is unknown."""
    if value is None or value == "" or isinstance(value, Unknown):
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value)


def _answer(form: Answer, fields: Sequence[str], found: Sequence[object], *, nobody: str) -> None:
    """Print the fields of what was found; what is unknown is null, or an empty cell."""
    rows = [[_shown(getattr(record, field)) for field in fields] for record in found]
    if form is Answer.json:
        say(json.dumps([dict(zip(fields, row, strict=True)) for row in rows], ensure_ascii=False))
    elif rows:
        print_table(fields, [[cell or "" for cell in row] for row in rows])
    if not rows:
        tell(nobody)
