"""Build knowledge/holders.csv and knowledge/persons.csv from a table of office-holders and hand-made mends.

    python tools/build_holders.py PATH/TO/officeholders

``officeholders`` is a folder with officeholders.csv and open_ends.csv (exports of Wikidata, CC0). The mends
stand in tools/holders_mends.csv and tools/persons_more.csv. Run it again when either changes; the output is
sorted, and two runs give the same bytes.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
KNOWLEDGE = HERE.parent / "src" / "communique" / "knowledge"
ROLES = {
    "head_of_state": "head_of_state",
    "head_of_government": "head_of_government",
    "foreign_minister": "foreign_minister",
    "defence_minister": "defence_minister",
    "interior_minister": "interior_minister",
    "finance_minister": "finance_minister",
    "parliament_speaker": "parliament_speaker",
    "ambassador_un": "un_ambassador",
}
FIRST = date(2000, 1, 1)
SOURCE = "Wikidata P39"
# Two tenures of one person in one office are one when less than this lies between them.
GAP = timedelta(days=28)
PRECISIONS = ("year", "month", "day")
LENGTHS = {"year": 4, "month": 7, "day": 10}  # of ISO dates


class Row(NamedTuple):
    """A tenure on its way through, its days widened; ``begun`` and ``ended`` tell how far each is known."""

    office: str
    country: str
    person: str
    begin: date | None
    end: date | None
    begun: str
    ended: str
    source: str


def earliest(text: str) -> date | None:
    """The first day that a date of any precision allows."""
    if not text:
        return None
    year, *rest = (int(piece) for piece in text.split("-"))
    return date(year, rest[0] if rest else 1, rest[1] if len(rest) > 1 else 1)


def latest(text: str) -> date | None:
    """The last day that a date of any precision allows."""
    first = earliest(text)
    if first is None or text.count("-") == 2:
        return first
    if text.count("-") == 1:
        return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return first.replace(month=12, day=31)


def precision(text: str) -> str:
    """How far a date is known; an absent one counts as a day."""
    return PRECISIONS[text.count("-")] if text else "day"


def partial(day: date | None, known: str) -> str:
    """An ISO date as far as it is known: 2012, 2012-03 or 2012-03-31."""
    return day.isoformat()[: LENGTHS[known]] if day else ""


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def merge(rows: list[Row]) -> list[Row]:
    """Tenures of one person in one office that overlap or nearly touch, as one."""
    done: list[Row] = []
    for row in sorted(rows, key=lambda r: (r.begin or date.min, r.end or date.max)):
        last = done[-1] if done else None
        if last and (last.end is None or (row.begin or date.min) <= last.end + GAP):
            if last.end is not None and (row.end is None or row.end >= last.end):
                last = last._replace(end=row.end, ended=row.ended)
            if row.begin == last.begin and LENGTHS[row.begun] > LENGTHS[last.begun]:
                last = last._replace(begun=row.begun)
            done[-1] = last
        else:
            done.append(row)
    return done


def national(folder: Path) -> tuple[list[Row], dict[str, tuple[str, str, str]]]:
    """The tenures of the offices that we keep, and the persons: id -> label, gender, country."""
    nexts = {
        (r["country_iso3"], r["position_en"], r["wikidata"], r["start"]): r["next_holder_starts"]
        for r in read(folder / "open_ends.csv")
    }
    rows, persons = [], {}
    for r in read(folder / "officeholders.csv"):
        persons.setdefault(r["wikidata"], (r["person"], r["gender"], r["country_iso3"]))
        office = ROLES.get(r["role"])
        if office is None or "(" in r["position_en"] or r["country_iso3"] == "INT":
            continue
        key = (r["country_iso3"], r["position_en"], r["wikidata"], r["start"])
        end = r["end"] or nexts.get(key, "")
        if end and (latest(end) or FIRST) < FIRST:
            continue
        rows.append(
            Row(
                office,
                r["country_iso3"],
                r["wikidata"],
                earliest(r["start"]),
                latest(end),
                precision(r["start"]),
                precision(end),
                SOURCE,
            )
        )
    return rows, persons


def mend(rows: list[Row], mends: list[dict[str, str]]) -> list[Row]:
    """Apply the mends.

    ``whole`` replaces an office's line of holders, ``from`` replaces it from the day of its first row on,
    ``drop`` takes a person out of it, ``add`` adds to it.
    """
    whole = {(m["office"], m["country"]) for m in mends if m["action"] == "whole"}
    since = {
        (m["office"], m["country"]): earliest(m["begin"]) for m in reversed(mends) if m["action"] == "from"
    }
    drop = {(m["office"], m["country"], m["person"]) for m in mends if m["action"] == "drop"}
    kept = []
    for row in rows:
        line = (row.office, row.country)
        if line in whole or (*line, row.person) in drop:
            continue
        cut = since.get(line)
        if cut and (row.begin or date.min) >= cut:
            continue
        late = cut and (row.end is None or row.end >= cut)
        kept.append(row._replace(end=cut, ended="day") if late else row)
    for m in mends:
        if m["action"] != "drop":
            kept.append(
                Row(
                    m["office"],
                    m["country"],
                    m["person"],
                    earliest(m["begin"]),
                    latest(m["end"]),
                    precision(m["begin"]),
                    precision(m["end"]),
                    m["source"],
                )
            )
    return kept


def write(path: Path, header: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """Write a CSV file."""
    with path.open("w", encoding="utf8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def clipped(rows: list[Row]) -> list[Row]:
    """Tenures whose begin or end is known to the year or month only, up to the neighbour's exact day in it.

    Of a minister until 2021, and a successor from 11 June 2021, the first is minister until that day.
    """
    lines: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        lines[row.office, row.country].append(row)
    done = []
    for line in lines.values():
        begins = [row.begin for row in line if row.begin and row.begun == "day"]
        ends = [row.end for row in line if row.end and row.ended == "day"]
        for row in line:
            kept = row
            if row.end and row.ended != "day":
                within = [b for b in begins if partial(b, row.ended) == partial(row.end, row.ended)]
                within = [b for b in within if not row.begin or b > row.begin]
                kept = kept._replace(end=min(within), ended="day") if within else kept
            if row.begin and row.begun != "day":
                within = [e for e in ends if partial(e, row.begun) == partial(row.begin, row.begun)]
                within = [e for e in within if not kept.end or e < kept.end]
                kept = kept._replace(begin=max(within), begun="day") if within else kept
            done.append(kept)
    return done


def tenures_of(rows: list[Row]) -> list[Row]:
    """All tenures, those of one person in one office merged, in the order of the file."""
    grouped: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row.office, row.country, row.person].append(row)
    tenures = clipped([row for group in grouped.values() for row in merge(group)])
    return sorted(
        tenures, key=lambda r: (r.office, r.country, r.begin or date.min, r.end or date.max, r.person)
    )


def people_of(
    held: set[str], persons: dict[str, tuple[str, str, str]], more: dict[str, dict[str, str]]
) -> list[tuple[str, ...]]:
    """The rows of persons.csv: who held an office, and who is named by hand."""
    unknown = held - set(persons) - set(more)
    if unknown:
        raise SystemExit(f"no name for {sorted(unknown)}: add them to tools/persons_more.csv")
    people = []
    for key in sorted(held | set(more)):
        name, gender, country = persons.get(key, ("", "", ""))
        extra = more.get(key, {})
        letter = {"male": "m", "female": "f"}.get(gender, "")
        people.append(
            (
                key,
                extra.get("name") or name,
                extra.get("gender") or letter,
                extra.get("country") or country,
                extra.get("sector") or "GOV",
            )
        )
    return people


def main(folder: Path) -> None:
    """Read, mend, merge, write."""
    rows, persons = national(folder)
    more = {r["id"]: r for r in read(HERE / "persons_more.csv")}
    tenures = tenures_of(mend(rows, read(HERE / "holders_mends.csv")))
    lines = [
        (r.office, r.country, r.person, partial(r.begin, r.begun), partial(r.end, r.ended), r.source)
        for r in tenures
    ]
    header = ("office", "country", "person", "begin", "end", "source")
    write(KNOWLEDGE / "holders.csv", header, lines)
    people = people_of({row.person for row in tenures}, persons, more)
    write(KNOWLEDGE / "persons.csv", ("id", "name", "gender", "country", "sector"), people)
    sys.stdout.write(f"{len(tenures)} tenures, {len(people)} persons\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
