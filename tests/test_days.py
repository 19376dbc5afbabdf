"""Arithmetic on days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.days import (
    add_months,
    easter,
    feast,
    month_days,
    safe_date,
    season_days,
    week_days,
    weekday_from,
    weekday_until,
)

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
WEEKDAYS = st.integers(1, 7)


@given(DAYS, WEEKDAYS)
def test_the_last_weekday_is_at_most_six_days_before(day: date, weekday: int) -> None:
    last = weekday_until(day, weekday)
    assert last.isoweekday() == weekday
    assert timedelta(0) <= day - last <= timedelta(days=6)


@given(DAYS, WEEKDAYS)
def test_the_next_weekday_is_at_most_six_days_after(day: date, weekday: int) -> None:
    following = weekday_from(day, weekday)
    assert following.isoweekday() == weekday
    assert timedelta(0) <= following - day <= timedelta(days=6)


@given(DAYS, st.integers(-50, 50))
def test_months_are_added_without_leaving_the_month(day: date, months: int) -> None:
    moved = add_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day <= day.day


@given(DAYS)
def test_a_week_runs_from_monday_to_sunday(day: date) -> None:
    begin, end = week_days(day)
    assert (begin.isoweekday(), end.isoweekday()) == (1, 7)
    assert begin <= day <= end


@pytest.mark.parametrize(
    ("year", "day"), [(2000, (4, 23)), (2008, (3, 23)), (2011, (4, 24)), (2017, (4, 16))]
)
def test_easter(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == date(year, *day)


def test_a_winter_ends_in_the_next_year() -> None:
    assert season_days(2015, "WI") == (date(2015, 12, 1), date(2016, 2, 29))


def test_the_day_after_ramadan() -> None:
    assert feast("ramadan+1", 2017) == (date(2017, 6, 25), date(2017, 6, 25))


def test_ramadan_beyond_the_table_is_not_known() -> None:
    assert feast("ramadan", 1950) is None


def test_no_thirtieth_of_february() -> None:
    assert safe_date(2016, 2, 30) is None
    assert month_days(2016, 2).end == date(2016, 2, 29)
