"""Holes and overlaps in the lines of office: how far what is known of office-holders can be relied on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from communique.knowledge.base import Knowledge
from communique.knowledge.records import Tenure

OFFICES = ("head_of_state", "head_of_government", "foreign_minister")
LONGEST_HOLE = timedelta(days=60)
LONGEST_OVERLAP = timedelta(days=31)


class Finding(NamedTuple):
    """A stretch of days with nobody in an office (``hole``) or with two (``overlap``: who they are)."""

    kind: str
    office: str
    country: str
    begin: date
    end: date
    persons: tuple[str, ...] = ()


def check_holders(
    knowledge: Knowledge,
    *,
    since: date,
    until: date,
    offices: Iterable[str] = OFFICES,
    countries: Iterable[str] = (),
) -> tuple[Finding, ...]:
    """Holes of more than 60 days and overlaps of more than 31 between two days, by office and country.

    Lines of which nothing is on record are left out: the state may have no such office. A tenure whose end is
    not known lasts until the next begins, the last one of a line until ``until``.
    """
    states = tuple(countries) or tuple(state.iso3 for state in knowledge.states)
    found: list[Finding] = []
    for country in states:
        for office in offices:
            line = knowledge.office_line(office, country)
            found.extend(_holes(line, (office, country), since, until))
            found.extend(_overlaps(line, (office, country), since, knowledge))
    return tuple(found)


def _ends(line: tuple[Tenure, ...], until: date) -> list[tuple[Tenure, date, date]]:
    """The tenures with their days, by begin; unknown ends are those of the next begin."""
    ordered = sorted(line, key=lambda t: (t.begin or date.min, t.end or date.max))
    begins = [t.begin or date.min for t in ordered]
    spans = []
    for number, tenure in enumerate(ordered):
        following = [b for b in begins[number + 1 :] if b > begins[number]]
        spans.append((tenure, begins[number], tenure.end or min(following, default=until)))
    return spans


def _holes(line: tuple[Tenure, ...], where: tuple[str, str], since: date, until: date) -> Iterator[Finding]:
    """Stretches without a holder."""
    spans = [(begin, end) for _, begin, end in _ends(line, until) if end >= since]
    covered = since
    for begin, end in [*spans, (until, until)] if spans else []:
        if begin - covered > LONGEST_HOLE:
            yield Finding("hole", *where, covered, begin)
        covered = max(covered, end)


def _overlaps(
    line: tuple[Tenure, ...], where: tuple[str, str], since: date, knowledge: Knowledge
) -> Iterator[Finding]:
    """Stretches with two holders."""
    spans = _ends(line, date.max)
    for number, (tenure, _, end) in enumerate(spans):
        for other, begin, last in spans[number + 1 :]:
            stop = min(end, last)
            if tenure.person != other.person and stop > since and stop - begin > LONGEST_OVERLAP:
                names = tuple(knowledge.entity(t.person).name for t in (tenure, other))
                yield Finding("overlap", *where, begin, stop, names)
