"""Holes and overlaps in the lines of office: how far what is known of office-holders can be relied on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from communique.knowledge.base import Knowledge
from communique.knowledge.files import day, read_rows
from communique.knowledge.records import Tenure

OFFICES = ("head_of_state", "head_of_government", "foreign_minister")
LONGEST_HOLE = timedelta(days=60)
LONGEST_OVERLAP = timedelta(days=31)
COLUMNS = ("office", "country", "begin", "end", "kind", "why")


class Explained(NamedTuple):
    """Days on which an office has two holders that both stand, and why; overlaps.csv tells the kinds."""

    office: str
    country: str
    begin: date
    end: date
    kind: str
    why: str

    def covers(self, finding: Finding) -> bool:
        """Whether it explains an overlap."""
        same = (self.office, self.country) == (finding.office, finding.country)
        return same and self.begin <= finding.begin and finding.end <= self.end


class Finding(NamedTuple):
    """A stretch of days with nobody in an office (``hole``) or with two (``overlap``: who they are).

    ``why`` explains an overlap that is none of our errors: ``rivals: …``; it is empty where nothing does.
    """

    kind: str
    office: str
    country: str
    begin: date
    end: date
    persons: tuple[str, ...] = ()
    why: str = ""


@cache
def load_explained() -> tuple[Explained, ...]:
    """The overlaps that are explained."""
    rows = read_rows("communique.knowledge", "overlaps.csv", columns=COLUMNS)
    return tuple(
        Explained(office, country, day(begin) or date.min, day(end) or date.max, kind, why)
        for office, country, begin, end, kind, why in rows
    )


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


def _spans(line: tuple[Tenure, ...], until: date, *, sure: bool) -> list[tuple[Tenure, date, date]]:
    """The tenures with their days, by begin; an unknown end is the day on which the next holder begins.

    ``sure`` takes the days beyond doubt, else all those that what is known allows.
    """
    ordered = sorted(line, key=lambda t: (t.begin or date.min, t.end or date.max))
    begins = [(t.begun if sure else t.begin) or date.min for t in ordered]
    spans = []
    for number, (tenure, begin) in enumerate(zip(ordered, begins, strict=True)):
        following = [b for b in begins[number + 1 :] if b > begin]
        end = tenure.still if sure else tenure.end
        spans.append((tenure, begin, end or min(following, default=until)))
    return spans


def _holes(line: tuple[Tenure, ...], where: tuple[str, str], since: date, until: date) -> Iterator[Finding]:
    """Stretches without a holder."""
    spans = [(begin, end) for _, begin, end in _spans(line, until, sure=False) if end >= since]
    covered = since
    for begin, end in [*spans, (until, until)] if spans else []:
        if begin - covered > LONGEST_HOLE:
            yield Finding("hole", *where, covered, begin)
        covered = max(covered, end)


def _overlaps(
    line: tuple[Tenure, ...], where: tuple[str, str], since: date, knowledge: Knowledge
) -> Iterator[Finding]:
    """Stretches with two holders beyond doubt: a change known by its year alone is none."""
    spans = _spans(line, date.max, sure=True)
    spans = [span for span in spans if span[0].begin]
    for number, (tenure, first, end) in enumerate(spans):
        for other, second, last in spans[number + 1 :]:
            begin, stop = max(first, second), min(end, last)
            if tenure.person != other.person and stop > since and stop - begin > LONGEST_OVERLAP:
                names = tuple(knowledge.entity(t.person).name for t in (tenure, other))
                found = Finding("overlap", *where, begin, stop, names)
                told = (f"{e.kind}: {e.why}" for e in load_explained() if e.covers(found))
                yield found._replace(why=next(told, ""))
