"""The quality gate: pinned floors over the gold set, which may be lowered only with a reason.

``gold/floors.toml`` holds the digest of the annotated set and one entry a floor::

    digest = "sha256 of the gold files and the samples"
    [[floors]]
    set = "gold"            # the folder of gold files, from the root of the project
    field = "reports"       # as `communique evaluate` prints it
    group = ""              # a type or status, or empty
    measure = "f1"          # f1, recall, precision, or extra (minus the wrong ones: -2 allows two)
    floor = 0.60
    was = [0.55]            # the earlier floors, oldest first
    reason = ""             # why it lies below one of them; owed then
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import ConfigDict

from communique.errors import DataError
from communique.evaluation.marks import Scores
from communique.languages.loading import EntryModel, check_entry


class FloorEntry(EntryModel):
    """One floor as written in the file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    set: str
    field: str
    group: str = ""
    measure: Literal["f1", "recall", "precision", "extra"]
    floor: float
    was: tuple[float, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Floors:
    """All floors, and the digest of the set that they were measured on."""

    digest: str
    floors: tuple[FloorEntry, ...]


def read_floors(path: Path) -> Floors:
    """The floors; raises :class:`DataError` for a floor that was lowered without a reason."""
    raw = tomllib.loads(path.read_text(encoding="utf8"))
    floors = []
    for number, entry in enumerate(raw.get("floors", ()), start=1):
        floor = check_entry(FloorEntry, entry, file=path.name, entry=f"floor {number}")
        if floor.was and floor.floor < max(floor.was) and not floor.reason:
            problem = f"{floor.field} fell from {max(floor.was)} to {floor.floor} with no reason"
            raise DataError(path.name, f"floor {number}", problem, "Write the reason, or mend the code")
        floors.append(floor)
    return Floors(raw["digest"], tuple(floors))


def digest(paths: Iterable[Path]) -> str:
    """SHA-256 over names and contents of files, in order of their names."""
    total = hashlib.sha256()
    for path in sorted(paths, key=lambda p: (p.name, p.as_posix())):
        total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def below(floors: Iterable[FloorEntry], scores: Scores) -> tuple[str, ...]:
    """One sentence for each floor that the scores do not reach."""
    told = []
    for floor in floors:
        reached = getattr(scores.score(floor.field, floor.group), floor.measure)
        if reached is None or reached < floor.floor:
            name = f"{floor.field} {floor.group}".strip()
            told.append(f"{floor.set}: {name} {floor.measure} is {reached}, its floor is {floor.floor}")
    return tuple(told)
