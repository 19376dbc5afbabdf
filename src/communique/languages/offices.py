"""Expressions for posts ('le chef de la diplomatie russe'): ``languages/<code>/offices.toml``."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pydantic import Field

from communique.languages.loading import EntryModel, check_entry, read_toml
from communique.languages.phrases import PhraseIndex, expand
from communique.languages.role_nouns import plural_of

FILE = "offices.toml"


class OfficeEntry(EntryModel):
    """A post with the patterns that express it; the comment at the head of the file explains the fields."""

    id: str
    office: str
    sector: str
    patterns: tuple[str, ...]
    country: str = ""
    organisation: str = ""
    organ: str = ""
    needs: str = ""
    mode: str = ""
    titles: tuple[str, ...] = ()
    fallback: bool = False
    tenure: str = ""
    story: bool = False
    abroad: bool = False
    about: bool = False
    elsewhere: dict[str, str] = Field(default_factory=dict)
    examples: tuple[str, ...] = ()
    not_: tuple[str, ...] = ()

    model_config = EntryModel.model_config | {"alias_generator": lambda name: name.rstrip("_")}


class StatusWords(EntryModel):
    """Words beside an office that say when it is held, or that lower it (``vice-``, ``adjoint``)."""

    former: frozenset[str]
    future: frozenset[str]
    elected: frozenset[str]
    acting: frozenset[str]
    outgoing: frozenset[str]
    new: frozenset[str]
    claimed: frozenset[str]
    fallen: frozenset[str]
    state_nouns: frozenset[str]
    under: frozenset[str]
    former_prefix: frozenset[str]
    lowering_prefix: frozenset[str]
    lowering: frozenset[str]


_PAIR = 2


class OfficeForm(NamedTuple):
    """An expression met: its entry and whether it is plural."""

    entry: OfficeEntry
    number: str


class Offices(NamedTuple):
    """All office expressions of a language."""

    entries: tuple[OfficeEntry, ...]
    phrases: PhraseIndex[OfficeForm]
    status: StatusWords


def _forms(entry: OfficeEntry, endings: tuple[tuple[str, str], ...]) -> list[tuple[str, OfficeForm]]:
    """Singular and plural of each pattern; of two words both may be plural ('premiers ministres')."""
    forms = []
    for pattern in entry.patterns:
        for words in expand(pattern):
            singular = " ".join(words)
            forms.append((singular, OfficeForm(entry, "s")))
            forms.append((plural_of(singular, endings), OfficeForm(entry, "p")))
            if len(words) == _PAIR:
                both = " ".join(plural_of(word, endings) for word in words)
                forms.append((both, OfficeForm(entry, "p")))
    return forms


@cache
def load_offices(code: str) -> Offices:
    """The office expressions of a language; raises ``DataError`` when an entry is wrong."""
    raw = read_toml(code, FILE)
    endings = tuple((str(a), str(b)) for a, b in read_toml(code, "roles.toml")["plurals"])
    entries = tuple(
        check_entry(OfficeEntry, r, file=FILE, entry=str(r.get("id", "?"))) for r in raw["office"]
    )
    status = check_entry(StatusWords, raw["status"], file=FILE, entry="status")
    index = PhraseIndex(form for entry in entries for form in _forms(entry, endings))
    return Offices(entries, index, status)
