"""The codebook as data: event types with their quads and modes, contexts, statuses, roles."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from communique.errors import DataError

CONTEXTS = (
    "military", "intelligence", "executive", "legislative", "election", "political_institutions",
    "pro_democracy", "pro_autocracy", "economic", "legal", "reparations", "human_rights",
    "rights_freedoms", "repression", "human_security", "gender", "lgbt", "religion_ethnicity",
    "inequality", "diplomatic", "territory", "peacekeeping", "health", "asylum", "migration",
    "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn", "cyber",
    "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
)  # fmt: skip
STATUSES = (
    "asserted", "reported", "unconfirmed", "possible", "planned", "attempted", "denied", "implied", "negated",
)  # fmt: skip
HAPPENED = frozenset({"asserted", "reported", "unconfirmed"})  # statuses of what is told as done
SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN"})
"""Types that are done by saying so: to tell that one blames, asks or refuses is the act."""
ROLES = ("actor", "recipient", "initiator", "mediator", "host", "instrument", "against")
COUNT_ROLES = (
    "killed", "wounded", "captured", "displaced", "expelled", "targeted", "destroyed", "amount",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class EventType:
    """One of PLOVER's sixteen types.

    ``mutual`` is ``always``, ``text`` (where the text is reciprocal) or ``no``; ``content`` says what
    becomes of acts told inside the complement of such an act: ``open``, ``reported`` or ``told``.
    """

    name: str
    quad: int
    modes: tuple[str, ...]
    mutual: str
    content: str


@cache
def event_types() -> tuple[EventType, ...]:
    """The sixteen event types in the codebook's order; raises :class:`DataError` on a bad file."""
    raw = tomllib.loads(resources.files(__package__).joinpath("types.toml").read_text(encoding="utf8"))
    try:
        return tuple(
            EventType(name, entry["quad"], tuple(entry["modes"]), entry["mutual"], entry["content"])
            for name, entry in raw.items()
        )
    except KeyError as error:
        raise DataError("codebook/types.toml", str(raw.keys()), f"{error} is missing", "Add it") from error


@cache
def event_type(name: str) -> EventType:
    """The event type called ``name``; raises :class:`DataError` for a name not in the codebook."""
    for found in event_types():
        if found.name == name:
            return found
    known = ", ".join(t.name for t in event_types())
    raise DataError("codebook/types.toml", name, "no such event type", f"Use one of {known}")
