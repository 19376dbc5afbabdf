"""Who, what or which place an expression means on a day: ``communique knowledge find`` and ``holders``."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from communique.errors import NotFoundError
from communique.knowledge.base import Knowledge
from communique.knowledge.entities import load_offices
from communique.knowledge.folding import key
from communique.knowledge.records import Entity, PlaceEntry, Tenure
from communique.model import Unknown

SHORTEST_SURNAME = 3  # letters of one written in capitals throughout
YEAR, AROUND = timedelta(days=365), timedelta(days=4 * 365)
_FIRST = {office: n for n, office in enumerate(("head_of_state", "head_of_government", "foreign_minister"))}
NO_OFFICE = Unknown("no office on record for that day")
NO_DAY = Unknown("not on record")


class Candidate(NamedTuple):
    """One reading of an expression: the fields that ``knowledge find`` prints (see the interface)."""

    kind: str
    name: str
    country: str | Unknown
    office: str | Unknown
    begin: date | Unknown
    end: date | Unknown
    wikidata: str | Unknown


class Holding(NamedTuple):
    """One line of ``knowledge holders``: who held an office, from when to when, by which source."""

    office: str
    title: str
    country: str
    person: str
    begin: date | Unknown
    end: date | Unknown
    wikidata: str | Unknown
    source: str


def find_expression(
    expression: str, *, knowledge: Knowledge, on: date | None = None
) -> tuple[Candidate, ...]:
    """What an expression may mean on a day, best first; empty when it is not known.

    A whole name is tried before a surname, and an actor before a place. With ``on``, who did not exist that
    day is left out, and of several bearers of a surname those in office that day come alone.

    >>> from communique.knowledge import load_knowledge
    >>> find_expression("EI", knowledge=load_knowledge())[0].name
    'Islamic State'
    """
    words = _words(expression)
    if not words:
        return ()
    whole = [m for m in knowledge.match(words, 0) if m.length == len(words)]
    whole = whole or [m for m in knowledge.match_english(words, 0) if m.length == len(words)]
    readings = [m.entity for m in whole if _existed(m.entity, on) and _existed_between(m.begin, m.end, on)]
    readings = [entity for _, entity in knowledge.bearers(words)] or readings
    serving = [p for p in readings if p.kind == "person" and on and _tenure_on(p, on, knowledge)]
    readings = serving if serving and len(readings) > 1 else readings
    if not readings and len(words) > 1:
        readings = _turned(words, knowledge) or _without_middle_names(words, knowledge)
    bearers = () if readings else knowledge.persons_by_surname(expression)
    if bearers:
        readings = _meant(expression, bearers, on, knowledge)
    found = [entity_candidate(entity, on, knowledge) for entity in readings]
    if not found and not bearers:
        found = [place_candidate(m.place) for m in knowledge.places(words, 0) if m.length == len(words)]
    return tuple(dict.fromkeys(found))


def _turned(words: list[str], knowledge: Knowledge) -> list[Entity]:
    """The person whose surname stands first, in capitals: 'MACRON Emmanuel'."""
    turned = [*words[1:], words[0].capitalize()]
    found = [m.entity for m in knowledge.match(turned, 0) if m.length == len(words)]
    shouted = words[0].isupper() and not any(word.isupper() for word in words[1:])
    return [p for p in found if p.kind == "person" and shouted]


def _without_middle_names(words: list[str], knowledge: Knowledge) -> list[Entity]:
    """The one person of a first name, or its initial, and a surname: 'Hage Geingob', 'J. Kerry'."""
    first = key(words[0])
    initial = all(len(part) == 1 for word in words[:-1] for part in key(word))
    bearers = knowledge.persons_by_surname(words[-1])
    fits = [p for p in bearers if any(_begins(name, first, initial) for name in (p.name, *p.aliases))]
    plain = initial or len(words) == len(key(" ".join(words)))
    return fits if len(fits) == 1 and plain else []


def _begins(name: str, first: tuple[str, ...], initial: bool) -> bool:
    """Whether a name begins with a first name, or with its initial."""
    whole = key(name)[:1]
    return whole == first[:1] or (initial and whole[0][:1] == first[0])


def _meant(surname: str, bearers: tuple[Entity, ...], on: date | None, knowledge: Knowledge) -> list[Entity]:
    """Whom a surname alone may mean: who led or served that day and no other around it, else all.

    'Bush' in 2016 may be anybody, 'Déby' in the week of a succession the father or the son; letters such as
    'ADO' are no surname.
    """
    if surname.isupper() and len(surname) <= SHORTEST_SURNAME:
        return []
    if on is None:
        return list(bearers)
    held = {p.id: knowledge.tenures(p.id) for p in bearers}
    leading = [p for p in bearers if any(t.office in _FIRST and _around(t, on, YEAR) for t in held[p.id])]
    around = [p for p in bearers if any(_around(t, on, AROUND) for t in held[p.id])]
    serving = [p for p in bearers if _tenure_on(p, on, knowledge)]
    for known in (leading, around):
        if len(known) == 1 and known[0] in serving:
            return known
    return around if len(bearers) == 1 else list(dict.fromkeys([*serving, *leading, *around, *bearers]))


def _around(tenure: Tenure, day: date, years: timedelta) -> bool:
    """Whether a day lies within a tenure or some years of it; a tenure without an end may go on."""
    begin, end = tenure.begin or date.min + years, tenure.end or date.max - years
    return begin - years <= day <= end + years


def bare(expression: str, articles: frozenset[str]) -> str:
    """An expression without the article before it: 'le Hamas' is known as 'Hamas', 'l'Iran' as 'Iran'."""
    words = _words(expression)
    kept = words[1:] if len(words) > 1 and words[0].lower() in articles else words
    return " ".join(kept).replace("' ", "'")


def find_holders(
    office: str, country: str, *, knowledge: Knowledge, on: date | None = None
) -> tuple[Holding, ...]:
    """Who held an office of a state or body, in order; with ``on``, on that day only.

    Of a state that has no line of the office, those of its organs come (the spokespersons of RUS stand under
    'ministry:RUS:foreign_minister'), and the envoys that it sent or that were sent there. Raises
    :class:`NotFoundError` for an office that is not in ``knowledge/offices.toml``.
    """
    if office not in load_offices():
        raise NotFoundError(f"no office {office!r}; there are {', '.join(knowledge.offices)}")
    known = knowledge.office_places(office)
    places = [country] if country in known else [p for p in known if country in p.split(":")]
    lines = [knowledge.holders(office, p, on, on) if on else knowledge.office_line(office, p) for p in places]
    return tuple(_holding(tenure, knowledge) for line in lines for tenure in line)


def _words(expression: str) -> list[str]:
    """The words of an expression, elided articles cut off as a parser cuts them."""
    return expression.replace("\u2019", "'").replace("'", "' ").split()


def _existed(entity: Entity, on: date | None) -> bool:
    """Whether an entity existed on a day; unknown limits do not exclude."""
    return _existed_between(entity.begin, entity.end, on)


def _existed_between(begin: date | None, end: date | None, on: date | None) -> bool:
    """Whether a day lies within limits, either of which may be open."""
    return on is None or ((begin is None or begin <= on) and (end is None or on <= end))


def _tenure_on(person: Entity, on: date | None, knowledge: Knowledge) -> Tenure | None:
    """The office that a person held on a day; without a day, the last one."""
    tenures = knowledge.tenures(person.id)
    if on is None:
        return tenures[-1] if tenures else None
    held = [t for t in tenures if t in knowledge.holders(t.office, t.country, on, on)]
    return min(
        held, key=lambda t: (t.country != person.country, _FIRST.get(t.office, len(_FIRST))), default=None
    )


def entity_candidate(
    entity: Entity, on: date | None, knowledge: Knowledge, *, held: Tenure | None = None
) -> Candidate:
    """An entity as a reading; a person with the office ``held``, else with that held on the day."""
    if entity.kind != "person":
        begin, end = entity.begin or NO_DAY, entity.end or NO_DAY
        return Candidate(entity.kind, entity.name, entity.country, NO_OFFICE, begin, end, entity.wikidata)
    tenure = held or _tenure_on(entity, on, knowledge)
    if tenure is None:
        return Candidate("person", entity.name, entity.country, NO_OFFICE, NO_DAY, NO_DAY, entity.wikidata)
    begin, end = tenure.begin or NO_DAY, tenure.end or NO_DAY
    country = tenure.country if len(tenure.country) == 3 and tenure.country.isupper() else entity.country
    return Candidate("person", entity.name, country, tenure.office, begin, end, entity.wikidata)


def place_candidate(place: PlaceEntry) -> Candidate:
    """A place as a reading."""
    absent = Unknown("a place")
    return Candidate("place", place.name, place.country, absent, absent, absent, absent)


def _holding(tenure: Tenure, knowledge: Knowledge) -> Holding:
    """A tenure with its person's name."""
    person = knowledge.entity(tenure.person)
    return Holding(
        office=tenure.office,
        title=knowledge.office_title(tenure.office, tenure.country),
        country=tenure.country,
        person=person.name,
        begin=tenure.begin or NO_DAY,
        end=tenure.end or NO_DAY,
        wikidata=person.wikidata,
        source=tenure.source,
    )
