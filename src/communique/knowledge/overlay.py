"""A user's own knowledge: persons, tenures, bodies and places in one file that survives upgrades.

The file holds a JSON object a line. It lies in the user's data folder, or where ``COMMUNIQUE_KNOWLEDGE``
says; an entry with the key of one of ours stands in its place, and ``removed`` takes ours away.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, field_validator

from communique.errors import DataError

VARIABLE = "COMMUNIQUE_KNOWLEDGE"
FILE = "knowledge.jsonl"
LEVELS = Literal["site", "city", "region", "country"]
KINDS = Literal["group", "party", "organisation", "coalition", "force", "government", "ministry", "people"]
Iso3 = Annotated[str, Field(pattern="^([A-Z]{3})?$")]
Day = Annotated[str, Field(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$")]
Key = tuple[str, ...]
OWN = "the user's own"  # the source of an entry that names none


class Entry(BaseModel):
    """What every entry has; unknown fields are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    removed: bool = False

    @property
    def key(self) -> Key:
        """The words by which an entry of ours or of the user is found again."""
        raise NotImplementedError


class PersonEntry(Entry):
    """A person: ``id`` is a Wikidata identity or ``x-`` and a name; ``names`` are spellings of the press."""

    kind: Literal["person"] = "person"
    id: str = Field(min_length=2)
    name: str = Field(min_length=1)
    gender: Literal["", "m", "f"] = ""
    country: Iso3 = ""
    sector: str = "GOV"
    names: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        """``('person', id)``."""
        return (self.kind, self.id)


class HolderEntry(Entry):
    """A tenure; days may be a year or a month, an empty ``end`` is not known."""

    kind: Literal["holder"] = "holder"
    office: str = Field(min_length=1)
    country: str = Field(min_length=1)
    person: str = Field(min_length=2)
    begin: Day = ""
    end: Day = ""
    source: str = OWN

    @property
    def key(self) -> Key:
        """``('holder', office, country, person, begin)``."""
        return (self.kind, self.office, self.country, self.person, self.begin)


class BodyEntry(Entry):
    """An organisation, alliance, armed group or party."""

    kind: Literal["body"] = "body"
    id: str = Field(min_length=1)
    name: str = Field(min_length=1)
    type: KINDS = "group"
    country: Iso3 = ""
    sector: str = "REB"
    wikidata: str = ""
    begin: date | None = None
    end: date | None = None
    source: str = OWN
    gender: Literal["", "m", "f"] = ""
    number: Literal["s", "p"] = "s"
    names: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        """``('body', id)``."""
        return (self.kind, self.id)


class PlaceEntry(Entry):
    """A place; degrees are WGS 84."""

    kind: Literal["place"] = "place"
    id: str = Field(min_length=1)
    name: str = Field(min_length=1)
    level: LEVELS = "city"
    country: Iso3 = ""
    admin1: str = ""
    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)
    names: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        """``('place', id)``."""
        return (self.kind, self.id)

    @field_validator("names")
    @classmethod
    def _named(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in names if name.strip())


AnyEntry = PersonEntry | HolderEntry | BodyEntry | PlaceEntry
_ADAPTER: TypeAdapter[AnyEntry] = TypeAdapter(Annotated[AnyEntry, Field(discriminator="kind")])


def overlay_path() -> Path:
    """Where the user's entries lie; the file need not exist."""
    told = os.environ.get(VARIABLE)
    if told:
        return Path(told)
    from platformdirs import user_data_path

    return user_data_path("communique") / FILE


def make_entry(fields: dict[str, Any], *, file: str, where: str) -> AnyEntry:
    """An entry of its fields; raises :class:`DataError` naming the field that is wrong."""
    try:
        return _ADAPTER.validate_python(fields)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "the entry"
        raise DataError(file, where, f"{field}: {first['msg']}", "Mend it, or take the line out") from None


@cache
def load_overlay(path: Path | None = None) -> tuple[AnyEntry, ...]:
    """The user's entries in the order of the file; none where there is no file.

    Raises :class:`DataError` with the line that is wrong.
    """
    file = path or overlay_path()
    if not file.exists():
        return ()
    found = []
    for number, line in enumerate(file.read_text(encoding="utf8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            fields = json.loads(line)
        except json.JSONDecodeError as error:
            raise DataError(str(file), f"line {number}", f"it is no JSON ({error})", "Mend it") from None
        found.append(make_entry(fields, file=str(file), where=f"line {number}"))
    return tuple({entry.key: entry for entry in found}.values())


def write_overlay(entries: Iterable[AnyEntry], path: Path | None = None) -> Path:
    """Write the user's entries, sorted by key, whole or not at all; gives where."""
    file = path or overlay_path()
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = [
        json.dumps(entry.model_dump(mode="json", exclude_defaults=False), ensure_ascii=False)
        for entry in sorted(entries, key=lambda entry: entry.key)
    ]
    fresh = file.with_suffix(".new")
    fresh.write_text("".join(f"{line}\n" for line in lines), encoding="utf8")
    fresh.replace(file)
    load_overlay.cache_clear()
    return file
