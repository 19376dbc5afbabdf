"""Adding to the user's own knowledge and changing it: entries checked before they are written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from communique.errors import InputError, NotFoundError
from communique.knowledge import tables
from communique.knowledge.base import Knowledge, load_knowledge
from communique.knowledge.built import digest, open_built
from communique.knowledge.entities import load_entities
from communique.knowledge.files import split
from communique.knowledge.overlay import (
    AnyEntry,
    BodyEntry,
    HolderEntry,
    PersonEntry,
    PlaceEntry,
    load_overlay,
    make_entry,
    overlay_path,
    write_overlay,
)

KEYS = {
    "person": ("id",),
    "body": ("id",),
    "place": ("id",),
    "holder": ("office", "country", "person", "begin"),
}
Written = tuple[AnyEntry, Path]


def add_entry(fields: Mapping[str, Any]) -> Written:
    """Add an entry; raises :class:`InputError` where there is one of that key, or it refers to nothing."""
    entry = _made(fields)
    if _found(entry.key) is not None:
        what = f"{' '.join(entry.key)} is on record"
        raise InputError(what, where="knowledge add", hint="Use: communique knowledge edit")
    return entry, keep((entry,))


def edit_entry(fields: Mapping[str, Any], *, remove: bool = False) -> Written:
    """Change the fields given of an entry of ours or of the user; ``remove`` takes it out.

    Raises :class:`NotFoundError` where there is none of that key.
    """
    kind = str(fields["kind"])
    missing = [name for name in KEYS[kind] if name not in fields]
    if missing:
        raise InputError(
            f"{missing[0]} is missing", where="knowledge edit", hint=f"Name {', '.join(KEYS[kind])}"
        )
    key = (kind, *(str(fields[name]) for name in KEYS[kind]))
    present = _found(key)
    if present is None:
        raise NotFoundError(
            f"no {kind} {' '.join(key[1:])} on record; add it with: communique knowledge add {kind}"
        )
    entry = _made({**present.model_dump(mode="json"), **fields, "removed": remove})
    return entry, keep((entry,))


def keep(entries: Iterable[AnyEntry]) -> Path:
    """Write entries over those of the same keys; gives the file. What was loaded before is forgotten."""
    kept = {entry.key: entry for entry in (*load_overlay(), *entries)}
    path = write_overlay(kept.values())
    for cached in (digest, open_built, load_knowledge, load_entities):
        cached.cache_clear()
    return path


def _made(fields: Mapping[str, Any]) -> AnyEntry:
    """An entry that refers to what exists."""
    entry = make_entry(dict(fields), file=str(overlay_path()), where="the new entry")
    knowledge = load_knowledge()
    if entry.removed:
        return entry
    if isinstance(entry, HolderEntry):
        _check_holder(entry, knowledge)
    elif entry.country:
        knowledge.state(entry.country)
    return entry


def _check_holder(entry: HolderEntry, knowledge: Knowledge) -> None:
    """Raise where a tenure names no office, state, body or person of ours."""
    if entry.office not in knowledge.offices:
        raise NotFoundError(f"no office {entry.office!r}; there are {', '.join(knowledge.offices)}")
    if entry.country not in load_entities():
        knowledge.state(entry.country)
    knowledge.entity(f"person:{entry.person}")
    begin, end = tables.first_day(entry.begin), tables.last_day(entry.end)
    if begin and end and end < begin:
        raise InputError(f"it ends on {end} before it begins", where="knowledge", hint="Mend begin or end")


def _found(key: tuple[str, ...]) -> AnyEntry | None:
    """The entry of a key, the user's or ours made one of the user's."""
    for entry in load_overlay():
        if entry.key == key:
            return None if entry.removed else entry
    return _ours(key[0], key[1:])


def _ours(kind: str, key: tuple[str, ...]) -> AnyEntry | None:
    """Our row of a key as an entry."""
    if kind == "person":
        for row in tables.person_rows():
            if row[0] == key[0]:
                named = {n[0]: n[1] for n in tables.person_names("fr")}
                fields = dict(zip(tables.PERSONS, row, strict=True))
                return PersonEntry(**fields, names=split(named.get(row[0], "")))
    elif kind == "holder":
        for row in tables.holder_rows():
            if row[:4] == key:
                fields = dict(zip(tables.HOLDERS, row, strict=True))
                return HolderEntry(**fields)
    elif kind == "place":
        named = {n[0]: n[1] for n in tables.place_names("fr")}
        for row in tables.place_rows():
            if row[0] == key[0]:
                fields = dict(zip(tables.PLACES, row, strict=True))
                return PlaceEntry(**fields, names=split(named.get(row[0], "")))
    else:
        return _our_body(key[0])
    return None


def _our_body(key: str) -> BodyEntry | None:
    """Our body of an id as an entry."""
    shapes = {row[0]: row[1:] for row in tables.entity_names("fr")}
    for row in tables.entity_rows():
        if row[0] == key:
            fields = dict(zip(tables.ENTITIES, row, strict=True))
            fields["type"] = fields.pop("kind")
            days = {name: fields[name] or None for name in ("begin", "end")}
            gender, number, names, metonyms = shapes.get(key, ("", "s", "", ""))
            spoken = {"gender": gender, "number": number, "names": split(names), "metonyms": split(metonyms)}
            return BodyEntry(**{**fields, **days, **spoken})
    return None
