"""Series: events of one kind between the same parties, in order of time.

For now the grouping is exact (same type, same mode, same named parties) and the claims of ordinals are
listed unchecked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from communique.chronicle.events import Event, EventOrdinal
from communique.identity import digest
from communique.model import Unknown

MEMBERS = 2  # a series has at least two events, or one with an ordinal


@dataclass(frozen=True, slots=True)
class Series:
    """Events of one kind between the same parties; ``parties`` are names, sorted."""

    id: str
    type: str
    mode: str | Unknown
    parties: tuple[str, ...]
    events: tuple[str, ...]
    ordinals: tuple[EventOrdinal, ...]


def series_of(events: Iterable[Event]) -> tuple[Series, ...]:
    """The series among ``events``, those with most events first."""
    groups: dict[tuple[str, str, tuple[str, ...]], list[Event]] = defaultdict(list)
    for event in events:
        parties = _parties(event)
        if parties:
            groups[event.type, "" if isinstance(event.mode, Unknown) else event.mode, parties].append(event)
    found = [_series(members, parties) for (_, _, parties), members in groups.items() if _is_series(members)]
    return tuple(sorted(found, key=lambda s: (-len(s.events), s.type, s.parties, s.id)))


def _parties(event: Event) -> tuple[str, ...]:
    """Names of who acts and of who undergoes; empty when one of them is open or there is nobody."""
    names = [party.name for party in event.named("actor", "recipient")]
    known = {name for name in names if not isinstance(name, Unknown)}
    return tuple(sorted(known)) if len(known) == len(set(map(str, names))) else ()


def _is_series(members: list[Event]) -> bool:
    return len(members) >= MEMBERS or bool(members[0].ordinals)


def _series(members: list[Event], parties: tuple[str, ...]) -> Series:
    ordered = sorted(members, key=_order)
    first = ordered[0]
    mode = "" if isinstance(first.mode, Unknown) else first.mode
    return Series(
        id=digest("series", first.type, mode, *parties),
        type=first.type,
        mode=first.mode,
        parties=parties,
        events=tuple(event.id for event in ordered),
        ordinals=tuple(claim for event in ordered for claim in event.ordinals),
    )


def _order(event: Event) -> tuple[date, str]:
    """Events without a day come last."""
    return (date.max if isinstance(event.begin, Unknown) else event.begin, event.id)
