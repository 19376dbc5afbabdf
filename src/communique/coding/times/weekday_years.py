"""The year of a weekday's date: 'mercredi 13 mai' was one in 2009, 2015 and 2020, under whom.

A date that names its weekday but no year leaves one year in five or six. Those who act in the article held
their offices in some of these years and not in others: where one year has more of them than any other, it is
the one told. A name alone is weaker than an office told with it (which limits the interval in
:mod:`communique.coding.dating`); it decides only between days that the weekday allows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from communique.coding.times.tense import FUTURE, PAST, PLUPERFECT
from communique.days import safe_date
from communique.evidence import ServingEvidence
from communique.model import DateEvidence, Unknown
from communique.timex import TimeMention

LOOK_BACK = timedelta(days=183)  # a date without a year that is older than half a year would be given one
YEARS = range(2000, 2101)  # those of the lines of office
IN_TEXT = Unknown("the words of the article")
Limits = tuple[date | None, date | None]
FEWEST = 2  # persons in office, where others served in another of the years


class _Choice(NamedTuple):
    """A day that the weekday allows, the days of publication that go with it, and who was in office."""

    day: date
    begin: date
    end: date
    serving: tuple[str, ...]


def year_of_weekday(
    times: Iterable[TimeMention],
    persons: tuple[ServingEvidence, ...],
    limits: tuple[date | None, date | None],
) -> DateEvidence | None:
    """The days of publication that the first date with a weekday and no year entails; None where open.

    ``limits`` are the first and last day of publication that other reasons leave.
    """
    dates = [m for m in times if _without_year(m)]
    if not dates or not persons:
        return None
    first, *others = dates
    choices = [c for c in _choices(first, persons, limits) if all(_goes_with(c, m) for m in others)]
    best = max(choices, key=lambda c: len(c.serving), default=None)
    if best is None or not best.serving:
        return None
    second = max((len(c.serving) for c in choices if c is not best), default=0)
    if second >= len(best.serving) or (second and len(best.serving) < FEWEST):
        return None
    says = (
        f"{first.span.text!r} is {best.day}: where the weekday fits, most of those who act are in office then"
    )
    says = f"{says} ({', '.join(best.serving)})"
    return DateEvidence("weekday", first.span, IN_TEXT, says, best.begin, best.end)


def _without_year(mention: TimeMention) -> bool:
    """'mercredi 13 mai', told as past or as ahead; not 'le mercredi 13 mai prochain' and no range."""
    reading = mention.reading
    whole = reading.shape == "day" and None not in (reading.weekday, reading.day, reading.month)
    bare = reading.year is None and reading.year_offset is None and reading.to is None
    fresh = reading.offset is not None or reading.direction == 0 or reading.bound == "since"
    told = mention.tense in (PAST, PLUPERFECT, FUTURE) or fresh
    return whole and bare and told and reading.bound in ("", "since")


def _days(mention: TimeMention) -> Iterator[date]:
    """The days on which the weekday falls so."""
    reading = mention.reading
    for year in YEARS:
        day = safe_date(year, reading.month or 1, reading.day or 1)
        if day and day.isoweekday() == reading.weekday:
            yield day


def _choices(mention: TimeMention, persons: tuple[ServingEvidence, ...], limits: Limits) -> Iterator[_Choice]:
    """The days that the weekday and the limits allow."""
    ahead = mention.tense == FUTURE
    for day in _days(mention):
        begin = day - LOOK_BACK if ahead else day  # what was planned for a day may be told of after it
        end = day + LOOK_BACK
        after_all = limits[0] is not None and limits[0] > end
        before_all = limits[1] is not None and limits[1] < begin
        if not (after_all or before_all):
            serving = tuple(p.person for p in persons if p.serves(day))
            yield _Choice(day, begin, end, tuple(dict.fromkeys(serving)))


def _goes_with(choice: _Choice, other: TimeMention) -> bool:
    """Whether another such date of the article falls within half a year."""
    return any(abs(day - choice.day) <= LOOK_BACK for day in _days(other))
