"""Who held which office when: tenures by office and by person.

Source: exports of Wikidata's "position held" (CC0) with mends by hand; knowledge/SOURCES.md tells what is
known to be missing. Coarser dates are widened: a begin of '2012' is 2012-01-01, an end 2012-12-31.
"""

from __future__ import annotations

from datetime import date

from communique.knowledge.files import day, read_rows
from communique.knowledge.records import Tenure

_COLUMNS = ("office", "country", "person", "begin", "end", "precision", "source")


class Holders:
    """Tenures, grouped once; days are read when a group is asked for."""

    def __init__(self) -> None:
        self._by_office: dict[tuple[str, str], list[tuple[str, ...]]] = {}
        self._by_person: dict[str, list[tuple[str, ...]]] = {}
        for row in read_rows("communique.knowledge", "holders.csv", columns=_COLUMNS):
            self._by_office.setdefault((row[0], row[1]), []).append(row)
            self._by_person.setdefault(row[2], []).append(row)

    def of_office(self, office: str, country: str) -> tuple[Tenure, ...]:
        """All tenures of an office of a state (or of an organisation), in order of their begin."""
        return tuple(_tenure(row) for row in self._by_office.get((office, country), ()))

    def of_person(self, person: str) -> tuple[Tenure, ...]:
        """All tenures of a person, in order of their begin."""
        rows = self._by_person.get(person.removeprefix("person:"), ())
        return tuple(sorted((_tenure(row) for row in rows), key=_order))

    def between(self, line: tuple[str, str], begin: date, end: date) -> tuple[Tenure, ...]:
        """The tenures of an office and country that touch the days from ``begin`` to ``end``.

        A tenure without an end is taken to touch every day after its begin only when no other holder of that
        office began later: the end is then unknown, not past.
        """
        tenures = self.of_office(*line)
        return tuple(t for t in tenures if _touches(t, tenures, begin, end))

    @property
    def offices(self) -> tuple[tuple[str, str], ...]:
        """The pairs of office and country on record, sorted."""
        return tuple(sorted(self._by_office))


def _tenure(row: tuple[str, ...]) -> Tenure:
    """A row as a record."""
    office, country, person, begin, end, _precision, source = row
    return Tenure(f"person:{person}", office, country, day(begin), day(end), source)


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
