"""Outlets and agencies: whose voice an account is, and whether it is a state's or a party's.

The register is ``outlets.csv``; SOURCES_OUTLETS.md explains the keys in its column ``source``. An empty
``control`` says that no source of ours tells, not that the outlet is independent.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple
from urllib.parse import urlsplit

from communique.knowledge.files import read_rows, split
from communique.knowledge.folding import fold

COLUMNS = (
    *("domain", "name", "names", "country", "language", "kind", "owner"),
    *("control", "side", "agency", "entity", "source"),
)
_AROUND = re.compile(r"^[\s\u00a9]+|\s+$|^[(\[](.*)[)\]]$")
_ADDED = re.compile(r"\s*\([^()]*\)$")  # 'Le Figaro (site web)'
_HOST = re.compile(r"^(?:[a-z]+://)?(?:[\w-]+\.)+[a-z]{2,}(?:[/:?#].*)?$", re.IGNORECASE)


class Outlet(NamedTuple):
    """An outlet or agency.

    ``control`` is state, public, private, party or empty, ``side`` the state (ISO 3166-1 alpha-3) or body
    whose voice it is, ``entity`` its id among the bodies, where it is one.
    """

    domain: str
    name: str
    names: tuple[str, ...]
    country: str
    languages: tuple[str, ...]
    kind: str
    owner: str
    control: str
    side: str
    agency: bool
    entity: str
    sources: tuple[str, ...]


@cache
def load_outlets() -> tuple[Outlet, ...]:
    """All outlets, by domain."""
    rows = read_rows("communique.knowledge", "outlets.csv", columns=COLUMNS)
    return tuple(_outlet(dict(zip(COLUMNS, row, strict=True))) for row in rows)


def _outlet(cells: dict[str, str]) -> Outlet:
    """A row of the register."""
    return Outlet(
        cells["domain"],
        cells["name"],
        split(cells["names"]),
        cells["country"],
        split(cells["language"]),
        cells["kind"],
        cells["owner"],
        cells["control"],
        cells["side"],
        cells["agency"] == "yes",
        cells["entity"],
        tuple(cells["source"].split(";")),
    )


def find_outlets(credit: str, *, country: str = "") -> tuple[Outlet, ...]:
    """The outlets that a credit, a name or an address may mean; exactly one when it is decided.

    An outlet's first name counts before its other names; ``country`` is that of the paper that credits.

    >>> [(o.name, o.agency) for o in find_outlets("(AFP)")]
    [('Agence France-Presse', True)]
    """
    text = _AROUND.sub(r"\1", credit.strip())
    if _HOST.match(text):
        return _of_address(text)
    names, others = _names()
    wanted = fold(text)
    found = names.get(wanted) or others.get(wanted) or ()
    if not found and (plain := _ADDED.sub("", text)) != text:
        return find_outlets(plain, country=country)
    near = tuple(outlet for outlet in found if outlet.country == country)
    return near if len(near) == 1 else found


def _of_address(address: str) -> tuple[Outlet, ...]:
    """The outlet of an address, or of the nearest domain above it: 'fr.sputniknews.com'."""
    host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    labels = host.removeprefix("www.").split(".")
    for first in range(len(labels) - 1):
        found = _domains().get(".".join(labels[first:]))
        if found is not None:
            return (found,)
    return ()


@cache
def _domains() -> dict[str, Outlet]:
    return {outlet.domain: outlet for outlet in load_outlets() if outlet.domain}


@cache
def _names() -> tuple[dict[str, tuple[Outlet, ...]], dict[str, tuple[Outlet, ...]]]:
    """Outlets by their first names, and by their other names."""
    first: dict[str, tuple[Outlet, ...]] = {}
    others: dict[str, tuple[Outlet, ...]] = {}
    for outlet in load_outlets():
        first[fold(outlet.name)] = (*first.get(fold(outlet.name), ()), outlet)
        for name in dict.fromkeys(fold(name) for name in outlet.names):
            others[name] = (*others.get(name, ()), outlet)
    return first, others
