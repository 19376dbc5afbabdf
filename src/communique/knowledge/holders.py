"""Who held which office when: tenures by office and by person.

Source: exports of Wikidata's "position held" (CC0) with mends by hand; knowledge/SOURCES.md tells what is
known to be missing. Coarser dates are widened: a begin of '2012' is 2012-01-01, an end 2012-12-31, and what
is beyond doubt is kept beside.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property, lru_cache
from sqlite3 import Connection

from communique.knowledge.files import day
from communique.knowledge.records import Tenure
from communique.knowledge.tables import first_day, last_day

_TENURE = "SELECT person, office, country, begin, end, source FROM tenure"
_LINE = f"{_TENURE} WHERE office = ? AND country = ? ORDER BY seq"
_PERSON = f"{_TENURE} WHERE person = ? ORDER BY seq"
KEPT = 16_384


class Holders:
    """Tenures by office and by person, read from the artefact when they are asked for."""

    def __init__(self, built: Connection) -> None:
        self._built = built
        self.of_office = lru_cache(KEPT)(self._of_office)
        self.of_person = lru_cache(KEPT)(self._of_person)

    def _of_office(self, office: str, country: str) -> tuple[Tenure, ...]:
        """All tenures of an office of a state (or of an organisation), in order of their begin."""
        return tuple(_tenure(row) for row in self._built.execute(_LINE, (office, country)))

    def _of_person(self, person: str) -> tuple[Tenure, ...]:
        """All tenures of a person, in order of their begin."""
        rows = self._built.execute(_PERSON, (person.removeprefix("person:"),))
        return tuple(sorted((_tenure(row) for row in rows), key=_order))

    def between(self, line: tuple[str, str], begin: date, end: date) -> tuple[Tenure, ...]:
        """The tenures of an office and country that touch the days from ``begin`` to ``end``.

        A tenure without an end is taken to touch every day after its begin only when no other holder of that
        office began later: the end is then unknown, not past.
        """
        tenures = self.of_office(*line)
        return tuple(t for t in tenures if _touches(t, tenures, begin, end))

    @cached_property
    def known_until(self) -> date:
        """The last day of which the lines of office know: who has no end then may be gone the day after."""
        begins = self._built.execute("SELECT begin FROM tenure").fetchall()
        return max((day(first_day(begin)) for (begin,) in begins), key=lambda d: d or date.min) or date.max

    @property
    def offices(self) -> tuple[tuple[str, str], ...]:
        """The pairs of office and country on record, sorted."""
        return tuple(sorted(self._built.execute("SELECT DISTINCT office, country FROM tenure").fetchall()))


def _tenure(row: tuple[str, ...]) -> Tenure:
    """A row as a record."""
    person, office, country, begin, end, source = row
    widest = (day(first_day(begin)), day(last_day(end)))
    return Tenure(
        f"person:{person}", office, country, *widest, source, day(last_day(begin)), day(first_day(end))
    )


def _order(tenure: Tenure) -> tuple[date, date]:
    """Begin first, then end."""
    return (tenure.begin or date.min, tenure.end or date.max)


def _touches(tenure: Tenure, line: tuple[Tenure, ...], begin: date, end: date) -> bool:
    """Whether a tenure shares a day with an interval."""
    if tenure.begin and tenure.begin > end:
        return False
    if tenure.end:
        return tenure.end >= begin
    later = [other.begin for other in line if other.begin and tenure.begin and other.begin > tenure.begin]
    return not later or min(later) >= begin
