"""Arithmetic on days: months, weeks, seasons, decades, Easter. Intervals are closed."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

# First and last month of each season, as newspapers use the words: 'cet hiver' is said from December on.
SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
# First and last day of Ramadan as most countries kept it; moon sighting moves either by a day.
RAMADAN = {
    2010: ((8, 11), (9, 9)),
    2011: ((8, 1), (8, 29)),
    2012: ((7, 20), (8, 18)),
    2013: ((7, 9), (8, 7)),
    2014: ((6, 28), (7, 27)),
    2015: ((6, 18), (7, 16)),
    2016: ((6, 6), (7, 5)),
    2017: ((5, 27), (6, 24)),
    2018: ((5, 16), (6, 14)),
    2019: ((5, 6), (6, 3)),
    2020: ((4, 24), (5, 23)),
    2021: ((4, 13), (5, 12)),
    2022: ((4, 2), (5, 1)),
    2023: ((3, 23), (4, 20)),
    2024: ((3, 11), (4, 9)),
    2025: ((3, 1), (3, 29)),
    2026: ((2, 18), (3, 19)),
}


class Days(NamedTuple):
    """A closed interval of days."""

    begin: date
    end: date


def month_days(year: int, month: int) -> Days:
    """The days of a month."""
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def year_days(year: int) -> Days:
    """The days of a year."""
    return Days(date(year, 1, 1), date(year, 12, 31))


def season_days(year: int, season: str) -> Days:
    """The days of a season; the winter of a year begins in its December."""
    first, last = SEASON_MONTHS[season]
    return Days(date(year, first, 1), month_days(year + (last < first), last).end)


def week_days(day: date) -> Days:
    """Monday to Sunday of the week that holds a day."""
    monday = day - timedelta(days=day.weekday())
    return Days(monday, monday + timedelta(days=6))


def add_months(day: date, months: int) -> date:
    """The same day of another month, or its last day where it is shorter.

    >>> add_months(date(2016, 3, 31), -1)
    datetime.date(2016, 2, 29)
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def weekday_until(day: date, weekday: int) -> date:
    """The last such weekday (1 is Monday) not after a day.

    >>> weekday_until(date(2017, 1, 20), 3)
    datetime.date(2017, 1, 18)
    """
    return day - timedelta(days=(day.isoweekday() - weekday) % 7)


def weekday_from(day: date, weekday: int) -> date:
    """The first such weekday (1 is Monday) not before a day."""
    return day + timedelta(days=(weekday - day.isoweekday()) % 7)


def safe_date(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such (30 February)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, 1991, chapter 8).

    >>> easter(2017)
    datetime.date(2017, 4, 16)
    """
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def feast(name: str, year: int) -> Days | None:
    """The days of a feast: 'MM-DD', 'easter+39', 'ramadan', or so many days after its end, 'ramadan+1'.

    None where the table of Ramadan does not reach.
    """
    if name.startswith("easter"):
        day = easter(year) + timedelta(days=int(name.removeprefix("easter")))
        return Days(day, day)
    if name.startswith("ramadan"):
        if year not in RAMADAN:
            return None
        first, last = (date(year, *ends) for ends in RAMADAN[year])
        after = last + timedelta(days=int(name.removeprefix("ramadan") or 0))
        return Days(first, last) if name == "ramadan" else Days(after, after)
    day = date(year, int(name[:2]), int(name[3:]))
    return Days(day, day)
