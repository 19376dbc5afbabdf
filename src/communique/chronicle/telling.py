"""The chronicle as sentences: by day, who did what to whom, and who says so.

The English phrases are data (``phrases.toml``). Events that read the same on the same day are told under
one heading, each with its own source: they are shown together, and not yet merged.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from itertools import groupby

from communique.chronicle.accounts import Account
from communique.chronicle.events import Event, EventParty
from communique.model import Unknown


@dataclass(frozen=True, slots=True)
class Telling:
    """One event as one article tells it: ``notes`` say status, sources and counts."""

    event: Event
    account: Account
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading of the chronicle ('Sergey Lavrov and John Kerry speak by phone') and who tells it."""

    heading: str
    kind: str
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """What is told of one day, or of one stretch of days."""

    title: str
    entries: tuple[Entry, ...]


def tell(events: Iterable[Event], accounts: Iterable[Account]) -> tuple[Day, ...]:
    """The chronicle of ``events``, in order of time.

    Events without a day stand after those of the day on which they were told; where that is not known
    either, they come last.
    """
    said = {account.report: account for account in accounts}
    ordered = sorted(events, key=lambda event: _order(event, said))
    return tuple(
        Day(title, tuple(_entries(list(group), said)))
        for title, group in groupby(ordered, key=lambda event: _title(event, said))
    )


def _order(event: Event, said: dict[str, Account]) -> tuple[date, bool, date, str, str]:
    """By first day, then by last, then by type."""
    days = [day for day in (event.begin, event.end) if not isinstance(day, Unknown)]
    dated = bool(days)
    days = days or [_told_on(event, said)]
    return days[0], not dated, days[-1], event.type, event.id


def _told_on(event: Event, said: dict[str, Account]) -> date:
    """The first day on which it was told; the last day there is when that is not known."""
    days = [said[report].published for report in event.reports]
    return min((day for day in days if not isinstance(day, Unknown)), default=date.max)


def _title(event: Event, said: dict[str, Account]) -> str:
    told = _told_on(event, said)
    dated = not (isinstance(event.begin, Unknown) and isinstance(event.end, Unknown))
    return when(event) if dated or told == date.max else f"No day given, told on {_day(told)}"


def when(event: Event) -> str:
    """The days of an event in words.

    'Saturday 5 September 2015', '1 to 7 May 2017', 'until 3 June 2017', 'No day known'.
    """
    begin, end = event.begin, event.end
    if isinstance(begin, Unknown):
        return "No day known" if isinstance(end, Unknown) else f"Until {_day(end)}"
    if isinstance(end, Unknown):
        return f"From {_day(begin)}"
    if begin == end:
        return f"{begin:%A} {_day(begin)}"
    first = str(begin.day) if (begin.year, begin.month) == (end.year, end.month) else _day(begin)
    return f"{first} to {_day(end)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _entries(events: list[Event], said: dict[str, Account]) -> Iterator[Entry]:
    entries: dict[tuple[str, str], list[Telling]] = {}
    for event in events:
        for report in event.reports:
            telling = Telling(event, said[report], tuple(_notes(event, said[report])))
            entries.setdefault((heading(event), kind(event)), []).append(telling)
    for (title, sort), tellings in entries.items():
        yield Entry(title, sort, tuple(sorted(tellings, key=_telling_order)))


def _telling_order(telling: Telling) -> tuple[date, str, str]:
    account = telling.account
    day = date.max if isinstance(account.published, Unknown) else account.published
    return day, account.source, account.report


def kind(event: Event) -> str:
    """Type and mode, as the codebook writes them: 'CONSULT phone'."""
    return event.type if isinstance(event.mode, Unknown) else f"{event.type} {event.mode}"


def heading(event: Event) -> str:
    """Who did what to whom, in one line.

    'Planned: Rex Tillerson pays a visit (Moscow)'. The place stands at the end where it is known.
    """
    actors, recipients = event.named("actor"), event.named("recipient")
    form = "to" if recipients else "both" if len(_names(actors)) > 1 else "alone"
    told = _phrase(event, form).format(
        actors=_joined(actors), recipients=_joined(recipients), s="" if _plural(actors) else "s"
    )
    place = "" if isinstance(event.place, Unknown) else f" ({event.place.name})"
    return _phrases()["headings"][event.status] + told[0].upper() + told[1:] + place


def _plural(actors: tuple[EventParty, ...]) -> bool:
    """Whether the verb is plural: several names, or one such as 'armed forces of Syria'."""
    kinds = _phrases()["plural"]["kinds"].split()
    heads = [str(actor.name).split(" of ")[0] for actor in actors if actor.kind in kinds]
    return len(_names(actors)) > 1 or any(head.endswith("s") for head in heads)


def _phrase(event: Event, form: str) -> str:
    phrases = _phrases()
    mode = "" if isinstance(event.mode, Unknown) else event.mode
    return (phrases.get(f"{event.type}.{mode}") or phrases[event.type])[form]


@cache
def _phrases() -> dict[str, dict[str, str]]:
    file = resources.files("communique.chronicle").joinpath("phrases.toml")
    return tomllib.loads(file.read_text(encoding="utf8"))


def _names(parties: tuple[EventParty, ...]) -> list[str]:
    """Each party once; one that is open is told in the article's words."""
    named = (f"\u00ab{_inner(p.words)}\u00bb" if isinstance(p.name, Unknown) else p.name for p in parties)
    return list(dict.fromkeys(named))


def _joined(parties: tuple[EventParty, ...]) -> str:
    names = _names(parties) or [_phrases()["nobody"]["actors"]]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _notes(event: Event, account: Account) -> Iterator[str]:
    vouching = " and ".join(", citing ".join(chain) for chain in account.according_to)
    if vouching:
        yield f"according to {vouching}"
    if account.denied_by:
        yield f"denied by {' and '.join(account.denied_by)}"
    yield from account.counts
    for role in ("initiator", "mediator", "host", "against", "instrument"):
        names = _names(event.named(role))
        if names:
            yield f"{role}: {', '.join(names)}"
    for claim in event.ordinals:
        yield f"told as number {claim.n}" + ("" if isinstance(claim.within, Unknown) else f" {claim.within}")


def _inner(words: str) -> str:
    """Words within quotation marks, with the marks inside them changed and closed."""
    inner = words.replace("\u00ab\u00a0", "\u201c").replace("\u00a0\u00bb", "\u201d")
    inner = inner.replace("\u00ab ", "\u201c").replace(" \u00bb", "\u201d")
    inner = inner.replace("\u00ab", "\u201c").replace("\u00bb", "\u201d")
    return inner + "\u201d" * (inner.count("\u201c") - inner.count("\u201d"))
