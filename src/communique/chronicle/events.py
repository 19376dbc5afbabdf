"""Events: occurrences in the world, as the reports of one or more articles tell them.

For now each report is its own event, and its history says so; reports of several articles are not
yet linked. Parties carry names instead of an article's short identities, so that an event can be read
without its articles.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from communique.identity import digest
from communique.model import Actor, CodedArticle, Party, Place, Report, Unknown

UNMERGED = "each report its own event"


@dataclass(frozen=True, slots=True)
class EventParty:
    """Somebody in a role of an event; ``words`` are those of the report."""

    role: str
    name: str | Unknown
    kind: str | Unknown
    country: str | Unknown
    sector: str | Unknown
    wikidata: str | Unknown
    office: str | Unknown
    words: str


@dataclass(frozen=True, slots=True)
class EventPlace:
    """Where an event was; degrees are WGS 84."""

    name: str
    country: str | Unknown
    level: str
    latitude: float | Unknown
    longitude: float | Unknown


@dataclass(frozen=True, slots=True)
class EventOrdinal:
    """A report's claim that the event is the ``n``-th of a series."""

    report: str
    n: int
    since: date | Unknown
    within: str | Unknown


@dataclass(frozen=True, slots=True)
class Event:
    """An occurrence in the world. ``voices`` counts the independent voices that tell it."""

    id: str
    type: str
    mode: str | Unknown
    status: str
    begin: date | Unknown
    end: date | Unknown
    place: EventPlace | Unknown
    parties: tuple[EventParty, ...]
    ordinals: tuple[EventOrdinal, ...]
    voices: int
    reports: tuple[str, ...]
    history: tuple[str, ...]

    def named(self, *roles: str) -> tuple[EventParty, ...]:
        """The parties in one of ``roles``, in the report's order."""
        return tuple(party for party in self.parties if party.role in roles)


def events_of(coded: CodedArticle) -> tuple[Event, ...]:
    """The events that an article's reports tell, in the order of the reports."""
    actors = {actor.id: actor for actor in coded.actors}
    places = {place.id: place for place in coded.places}
    return tuple(_event(report, actors, places) for report in coded.reports)


def _event(report: Report, actors: dict[str, Actor], places: dict[str, Place]) -> Event:
    begin, end = _days(report)
    return Event(
        id=digest("event", report.id),
        type=report.type,
        mode=report.mode,
        status=report.status,
        begin=begin,
        end=end,
        place=report.place if isinstance(report.place, Unknown) else _place(places[report.place]),
        parties=tuple(_parties(report, actors)),
        ordinals=_ordinals(report),
        voices=1,
        reports=(report.id,),
        history=(UNMERGED,),
    )


def _days(report: Report) -> tuple[date | Unknown, date | Unknown]:
    if isinstance(report.time, Unknown):
        return report.time, report.time
    return report.time.begin, report.time.end


def _place(place: Place) -> EventPlace:
    return EventPlace(place.name, place.country, place.level, place.latitude, place.longitude)


def _ordinals(report: Report) -> tuple[EventOrdinal, ...]:
    if isinstance(report.ordinal, Unknown):
        return ()
    claim = report.ordinal
    return (EventOrdinal(report.id, claim.n, claim.since, claim.within),)


def _parties(report: Report, actors: dict[str, Actor]) -> Iterator[EventParty]:
    for party in report.actors:
        yield _party("actor", party, actors)
    for party in report.recipients:
        yield _party("recipient", party, actors)
    for party in report.parties:
        yield _party(party.role, party, actors)


def _party(role: str, party: Party, actors: dict[str, Actor]) -> EventParty:
    words = party.span.text
    if isinstance(party.actor, Unknown):
        why = party.actor
        return EventParty(role, why, why, why, why, why, why, words)
    actor = actors[party.actor]
    return EventParty(
        role=role,
        name=actor.name,
        kind=actor.kind,
        country=actor.country,
        sector=actor.sector,
        wikidata=actor.wikidata,
        office=_office(party, actor),
        words=words,
    )


def _office(party: Party, actor: Actor) -> str | Unknown:
    """The office of the mention that plays the part, else any that the article gives the person."""
    own = [m.office for m in actor.mentions if m.span.overlaps(party.span)]
    for office in (*own, *(m.office for m in actor.mentions)):
        if not isinstance(office, Unknown):
            return office
    return Unknown("the article names none")
