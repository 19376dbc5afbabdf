"""Commands that extend and check the knowledge base: knowledge add, edit, check, import-geonames, update."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from communique.cli.inputs import day_of, one_of
from communique.cli.options import command, day
from communique.cli.printing import print_table, say, tell
from communique.errors import InputError

if TYPE_CHECKING:
    from communique.knowledge.overlay import AnyEntry

HOLES_SINCE = date(2005, 1, 1)
SHOWN = 20  # entries of an update that are printed
Kind = StrEnum("Kind", ["person", "holder", "body", "place"])
Fields = Annotated[
    list[str],
    typer.Argument(metavar="FIELD=VALUE...", help="Several values of a field are parted by |."),
]
Office = Annotated[
    list[str], typer.Option("--office", metavar="OFFICE", help="Only this one; may be repeated.")
]
Country = Annotated[
    list[str],
    typer.Option("--country", metavar="COUNTRY", help="Only this state; may be repeated."),
]


def register(group: typer.Typer) -> None:
    """Add these commands to ``communique knowledge``."""
    command(
        group,
        add,
        "communique knowledge add person id=x-jane-roe name='Jane Roe' country=CAN gender=f",
        "communique knowledge add holder office=foreign_minister country=CAN person=x-jane-roe begin=2026-10",
        "communique knowledge add place id=tel-omar name='Tel Omar' country=SYR latitude=36.1 longitude=37.2",
    )
    command(
        group,
        edit,
        "communique knowledge edit person id=Q58217 names='Serguei Lavrov|Sergei Lavrov'",
        "communique knowledge edit place id=tel-omar --remove",
    )
    command(group, build, "communique knowledge build --to fr.sqlite")
    command(group, check, "communique knowledge check --country FRA --country DEU")
    command(
        group,
        import_geonames,
        "communique knowledge import-geonames cities500.zip",
        "communique knowledge import-geonames allCountries.zip --country SYR --country IRQ",
    )
    command(
        group,
        update,
        "communique knowledge update --from wikidata --office foreign_minister --country FRA",
    )


def add(kind: Annotated[Kind, typer.Argument(help="What is added.", metavar="KIND")], fields: Fields) -> None:
    """Add a person, a tenure (holder), a body or a place of your own.

    Your entries lie in one file that survives upgrades: COMMUNIQUE_KNOWLEDGE, or knowledge.jsonl in your
    data folder.
    """
    from communique.knowledge.keeping import add_entry

    _kept(add_entry({"kind": kind.value, **_pairs(fields)}))


def edit(
    kind: Annotated[Kind, typer.Argument(help="What is changed.", metavar="KIND")],
    fields: Fields,
    *,
    remove: Annotated[bool, typer.Option("--remove", help="Take the entry out.")] = False,
) -> None:
    """Change fields of an entry, ours or yours; what is changed becomes an entry of your own.

    Name it by its key: id, and for a tenure office, country, person and begin.
    """
    from communique.knowledge.keeping import edit_entry

    _kept(edit_entry({"kind": kind.value, **_pairs(fields)}, remove=remove))


def _kept(written: tuple[AnyEntry, Path]) -> None:
    """Tell what was written, and where."""
    entry, path = written
    say(entry.model_dump_json(exclude_defaults=False))
    tell(f"Written to {path}")


def _pairs(fields: Sequence[str]) -> dict[str, Any]:
    """``FIELD=VALUE`` as fields; the fields that hold several values are parted at |."""
    found: dict[str, Any] = {}
    for pair in fields:
        name, equals, value = pair.partition("=")
        if not equals:
            raise InputError(f"{pair!r} has no =", where="FIELD=VALUE", hint="Write it as name='Jane Roe'")
        found[name] = tuple(value.split("|")) if name in {"names", "metonyms"} else value
    return found


def build(
    *,
    to: Annotated[Path | None, typer.Option("--to", metavar="FILE", help="Where to write it.")] = None,
    language: Annotated[str, typer.Option("--language", metavar="CODE", help="With whose words.")] = "fr",
) -> None:
    """Build the database that lookups read, from our files and your own entries.

    Lookups build it by themselves when it is missing; two builds of the same files give the same bytes.
    """
    from communique.knowledge.built import build as built
    from communique.knowledge.built import built_path, digest

    path = built(language, to or built_path(language))
    say(f"{path} {digest(language)}")


def check(
    *,
    office: Office = [],  # noqa: B006
    country: Country = [],  # noqa: B006
    since: Annotated[
        datetime | None,
        typer.Option(parser=day, metavar="DAY", help="From here on.  [default: 2005-01-01]"),
    ] = None,
    until: Annotated[
        datetime | None, typer.Option(parser=day, metavar="DAY", help="Up to this day.  [default: today]")
    ] = None,
) -> None:
    """List holes of more than 60 days in offices, and two holders at once for more than 31."""
    from communique.knowledge import load_knowledge
    from communique.knowledge.checking import OFFICES, check_holders

    knowledge = load_knowledge()
    found = check_holders(
        knowledge,
        since=day_of(since) or HOLES_SINCE,
        until=day_of(until) or date.today(),
        offices=[one_of(name, knowledge.offices, option="--office") for name in office] or OFFICES,
        countries=[one_of(code, (s.iso3 for s in knowledge.states), option="--country") for code in country],
    )
    rows = [
        [f.kind, f.office, f.country, str(f.begin), _last(f.end), ", ".join(f.persons), f.why] for f in found
    ]
    if rows:
        print_table(("kind", "office", "country", "begin", "end", "persons", "why"), rows)
    overlaps = [f for f in found if f.kind == "overlap"]
    open_ = sum(not f.why for f in overlaps)
    tell(f"{len(found) - len(overlaps)} holes, {len(overlaps)} overlaps ({open_} not explained)")


def _last(day: date) -> str:
    """The last day of a finding; nothing where it has none."""
    return "" if day == date.max else str(day)


def import_geonames(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A dump of GeoNames, .txt or .zip.")],
    *,
    country: Country = [],  # noqa: B006
    smallest: Annotated[int, typer.Option("--population", min=0, help="Only towns of at least so many.")] = 0,
) -> None:
    """Take the places of a GeoNames dump into your knowledge, in place of an earlier import."""
    from communique.knowledge import load_knowledge
    from communique.knowledge.cities import geonames_path
    from communique.knowledge.cities import import_geonames as take

    states = [s.iso3 for s in load_knowledge().states]
    codes = [one_of(code, states, option="--country") for code in country]
    done = take(file, smallest=smallest, countries=codes)
    tell(
        f"{done.lines:,} lines read, {done.places:,} places with {done.names:,} names kept: {geonames_path()}"
    )


def update(
    *,
    source: Annotated[str, typer.Option("--from", metavar="SOURCE", help="Where to ask.")] = "wikidata",
    office: Office = [],  # noqa: B006
    country: Country = [],  # noqa: B006
    endpoint: Annotated[str, typer.Option(metavar="URL", help="The query service.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what would be written.")] = False,
) -> None:
    """Ask Wikidata for office-holders, and keep what is new among your own entries."""
    from communique.knowledge import load_knowledge
    from communique.knowledge.keeping import keep
    from communique.knowledge.wikidata import CLASSES, ENDPOINT, PROPERTIES
    from communique.knowledge.wikidata import update as asked

    one_of(source, ("wikidata",), option="--from")
    knowledge = load_knowledge()
    states = [s.iso3 for s in knowledge.states if isinstance(s.wikidata, str) and s.wikidata]
    codes = [one_of(code, states, option="--country") for code in country] or states
    offices = [one_of(name, (*PROPERTIES, *CLASSES), option="--office") for name in office]
    for name in offices or (*PROPERTIES, *CLASSES):
        found = asked(name, codes, knowledge=knowledge, endpoint=endpoint or ENDPOINT)
        for entry in found.entries[:SHOWN]:
            say(" ".join(entry.key))
        told = f"{name}: {found.agreed} as we have them, {len(found.entries)} entries new, {found.ended} ends"
        tell(f"{told}; the answer is kept in {found.answer}")
        if not dry_run and found.entries:
            tell(f"Written to {keep(found.entries)}")
