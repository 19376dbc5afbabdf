"""Setting months, seasons, years and what is longer or named on the calendar.

A month without a year is the nearest on the side that the tense points to, as days are; 'début mars'
is the first third of a month, 'fin 2016' the last quarter of a year.
"""

from __future__ import annotations

from datetime import date, timedelta

from communique.coding.times.dates import OPEN_BOUNDS, SATURDAY
from communique.coding.times.story import Placed, Story
from communique.coding.times.tense import FUTURE, PAST, PLUPERFECT, PRESENT, UNDECIDED
from communique.days import (
    Days,
    add_months,
    feast,
    month_days,
    season_days,
    week_days,
    weekday_from,
    weekday_until,
    year_days,
)
from communique.timex import Reading

WEDNESDAY, SUNDAY = 3, 7
DISTANT = 45  # days ahead at which no month is told in the present any more
SHORTLY = 21  # days before a season in which its name means it: "cet hiver" is said from December on
FIRST_THIRD, SECOND_THIRD = 10, 20  # last days of 'debut' and 'mi-' of a month


def place_month(reading: Reading, tense: str, story: Story) -> Placed:
    """A month, or a third of it: 'en mai 2018', 'en juillet', 'début mars', 'de mars à juin'."""
    far = reading.to
    if far is not None and far.month is not None:
        end = _month(far, tense, story)
        if end is None:
            return Placed("DATE", f"{_open_month(reading)}/{_open_month(far)}", None, None)
        wraps = reading.year is None and (reading.month or 1) > far.month
        begin = month_days((reading.year or end.begin.year) - wraps, reading.month or 1)
        return Placed("DATE", f"{begin.begin:%Y-%m}/{end.begin:%Y-%m}", begin.begin, end.end)
    days = _month(reading, tense, story)
    if days is None:
        return Placed("DATE", _open_month(reading), None, None)
    part = third(days, reading.edge)
    return _to_its_end(Placed("DATE", f"{days.begin:%Y-%m}", part.begin, part.end), reading)


def _to_its_end(placed: Placed, reading: Reading) -> Placed:
    """'Jusqu'à la fin de février' is named by its last day; 'fin février' and 'avant la fin …' are not."""
    last = reading.edge == "END" and reading.bound in ("until", "by") and reading.unit not in ("W", "WE")
    return placed._replace(value=placed.end.isoformat()) if last and placed.end is not None else placed


def _open_month(reading: Reading) -> str:
    return f"{reading.year or 'XXXX'}-{reading.month or 1:02}"


def _month(reading: Reading, tense: str, story: Story) -> Days | None:
    month = reading.month or 1
    if reading.year is not None:
        return month_days(reading.year, month)
    if story.anchor is None:
        return None
    if reading.year_offset is not None:
        return month_days(story.anchor.year + reading.year_offset, month)
    spans = [month_days(story.anchor.year + step, month) for step in (-1, 0, 1)]
    return _nearest_span(spans, reading, tense, story.anchor)


def place_part_of_year(reading: Reading, tense: str, story: Story) -> Placed:
    """A quarter or a half of a year: 'au premier trimestre 2017'."""
    months = 3 if reading.unit == "Q" else 6
    first_month = (int(reading.amount) - 1) * months + 1
    if first_month > 12:
        return Placed("DATE", f"{reading.year or 'XXXX'}", None, None)
    year = reading.year
    if year is None and story.anchor is not None:
        spans = [_run_of_months(story.anchor.year + step, first_month, months) for step in (-1, 0, 1)]
        year = _nearest_span(spans, reading, tense, story.anchor).begin.year
    if year is None:
        return Placed("DATE", f"XXXX-{reading.unit}{reading.amount}", None, None)
    days = _run_of_months(year, first_month, months)
    return Placed("DATE", f"{year}-{reading.unit}{reading.amount}", days.begin, days.end)


def _run_of_months(year: int, first_month: int, months: int) -> Days:
    return Days(date(year, first_month, 1), month_days(year, first_month + months - 1).end)


def place_century(reading: Reading, _tense: str, _story: Story) -> Placed:
    """A century: 'au XIXe siècle' (1801 to 1900 by the rule, 18 in TIMEX3)."""
    number = int(reading.value)
    low, high = {"START": (1, 30), "MID": (31, 70), "END": (71, 100)}.get(reading.edge, (1, 100))
    first = (number - 1) * 100
    return Placed("DATE", str(number - 1), date(first + low, 1, 1), date(first + high, 12, 31))


def place_era(reading: Reading, _tense: str, _story: Story) -> Placed:
    """A war that needs no year: 'après la Seconde Guerre mondiale'."""
    begin, end = (date.fromisoformat(day) for day in reading.value.split("/"))
    if reading.edge == "START":
        return Placed("DATE", str(begin.year), begin, begin)
    if reading.edge == "END":
        return Placed("DATE", str(end.year), end, end)
    return Placed("DATE", f"{begin.year}/{end.year}", begin, end)


def _nearest_span(spans: list[Days], reading: Reading, tense: str, anchor: date) -> Days:
    """The span nearest to publication on the side that the words or the tense point to."""
    if reading.bound == "since" and tense in (FUTURE, PRESENT):
        tense = PAST  # 'l'argent qu'il attend depuis l'automne'
    if reading.bound in OPEN_BOUNDS and tense != FUTURE:
        tense = {PAST: PRESENT, PLUPERFECT: PAST}.get(tense, FUTURE)
    if reading.direction == 1:
        return next(s for s in spans if s.begin > anchor)
    if reading.direction == -1:
        return [s for s in spans if s.end < anchor][-1]
    if tense == FUTURE:
        return next(s for s in spans if s.end >= anchor)
    soon = next((s for s in spans if s.begin > anchor), None)
    shortly = (
        reading.shape in ("season", "holiday") and soon is not None and (soon.begin - anchor).days <= SHORTLY
    )
    distant = reading.bound == "" and soon is not None and (soon.begin - anchor).days > DISTANT
    if tense == PRESENT and distant:
        tense = PAST  # 'En avril, la rebellion eclate', told in December
    if tense in (PRESENT, UNDECIDED) or shortly:
        return min(spans, key=lambda s: (max(s.begin - anchor, anchor - s.end), s))
    return [s for s in spans if s.begin <= anchor][-1]


def third(days: Days, edge: str) -> Days:
    """Beginning, middle or end of a month."""
    first, last = days
    if edge == "START":
        return Days(first, first.replace(day=FIRST_THIRD))
    if edge == "MID":
        return Days(first.replace(day=FIRST_THIRD + 1), first.replace(day=SECOND_THIRD))
    if edge == "END":
        return Days(first.replace(day=SECOND_THIRD + 1), last)
    return days


def quarter(days: Days, edge: str) -> Days:
    """Beginning, middle or end of a longer stretch: its first or last quarter, or the half between."""
    months = round((days.end - days.begin).days / 30.4)
    step = max(1, months // 4)
    if edge == "START":
        return Days(days.begin, add_months(days.begin, step) - timedelta(days=1))
    if edge == "MID":
        return Days(add_months(days.begin, step), add_months(days.begin, months - step) - timedelta(days=1))
    if edge == "END":
        return Days(add_months(days.begin, months - step), days.end)
    return days


def place_season(reading: Reading, tense: str, story: Story) -> Placed:
    """A season: 'au printemps 2014', 'cet hiver', "au début de l'automne"."""
    year, name = reading.year, reading.season
    if year is None and story.anchor is not None:
        spans = [season_days(story.anchor.year + step, name) for step in (-2, -1, 0, 1)]
        year = _nearest_span(spans, reading, tense, story.anchor).begin.year
    if year is None:
        return Placed("DATE", f"XXXX-{name}", None, None)
    days = season_days(year, name)
    if reading.edge:
        days = _third_of_season(days, reading.edge)
    return Placed("DATE", f"{year}-{name}", days.begin, days.end)


def _third_of_season(days: Days, edge: str) -> Days:
    first, second = add_months(days.begin, 1), add_months(days.begin, 2)
    one = timedelta(days=1)
    return {
        "START": Days(days.begin, first - one),
        "MID": Days(first, second - one),
        "END": Days(second, days.end),
    }[edge]


def place_year(reading: Reading, _tense: str, _story: Story) -> Placed:
    """A year, a part of it or a run of years: 'en 1940', 'fin 2015', 'entre 2011 et 2013'."""
    year = reading.year or 1
    if reading.to is not None and reading.to.year is not None:
        return Placed(
            "DATE", f"{year}/{reading.to.year}", year_days(year).begin, year_days(reading.to.year).end
        )
    days = quarter(year_days(year), reading.edge)
    return _to_its_end(Placed("DATE", str(year), days.begin, days.end), reading)


def place_decade(reading: Reading, _tense: str, _story: Story) -> Placed:
    """A decade: 'dans les années 1990', 'au début des années 2000' (its first four years)."""
    first = int(reading.value) if len(reading.value) == 4 else 1900 + int(reading.value)
    low, high = {"START": (0, 3), "MID": (4, 6), "END": (7, 9)}.get(reading.edge, (0, 9))
    return Placed("DATE", str(first // 10), date(first + low, 1, 1), date(first + high, 12, 31))


def place_holiday(reading: Reading, tense: str, story: Story) -> Placed:
    """A feast: 'pour Noël', 'pendant le ramadan'."""
    fixed = reading.value if reading.value[0].isdigit() else "XX-XX"
    if reading.year is not None:
        days = feast(reading.value, reading.year)
    elif story.anchor is not None:
        years = range(story.anchor.year - 1, story.anchor.year + 2)
        spans = [found for year in years if (found := feast(reading.value, year))]
        days = _nearest_span(spans, reading, tense, story.anchor) if len(spans) == len(years) else None
    else:
        days = None
    if days is None:
        return Placed("DATE", f"{reading.year or 'XXXX'}-{fixed}", None, None)
    value = days.begin.isoformat() if days.begin == days.end else f"{days.begin}/{days.end}"
    return Placed("DATE", value, days.begin, days.end)


def place_period(reading: Reading, tense: str, story: Story) -> Placed:
    """A calendar unit told from publication: 'la semaine dernière', 'cette année', 'ce week-end'."""
    step = reading.direction or 0
    if reading.year is not None:
        anchor: date | None = date(reading.year, 1, 1)
    else:
        anchor = story.anchor
    if anchor is None:
        return Placed("DATE", OPEN_PERIODS[reading.unit], None, None)
    value, days = PERIODS[reading.unit](anchor, step, tense)
    if reading.unit == "W" and not step and reading.year is None:
        if reading.edge == "END" and not reading.bound and tense in (PAST, PLUPERFECT, FUTURE):
            value, days = _weekend(anchor, 0, tense)  # 'ont été relâchés en fin de semaine'
            return Placed("DATE", value, days.begin, days.end)
        over = anchor.isoweekday() == SUNDAY or (reading.edge == "START" and anchor.isoweekday() > WEDNESDAY)
        if tense == FUTURE and over:
            value, days = PERIODS["W"](anchor, 1, tense)
    if reading.edge:
        days = third(days, reading.edge) if reading.unit == "M" else _edge_of(days, reading)
    return _to_its_end(Placed("DATE", value, days.begin, days.end), reading)


def _edge_of(days: Days, reading: Reading) -> Days:
    if reading.unit != "W":
        return quarter(days, reading.edge)
    low, high = {"START": (0, 1), "MID": (2, 3), "END": (3, 6)}[reading.edge]
    return Days(days.begin + timedelta(days=low), days.begin + timedelta(days=high))


def _week(anchor: date, step: int, _tense: str) -> tuple[str, Days]:
    days = week_days(anchor + timedelta(days=7 * step))
    return f"{days.begin:%G-W%V}", days


def _weekend(anchor: date, step: int, tense: str) -> tuple[str, Days]:
    if step == 1:
        saturday = weekday_from(anchor + timedelta(days=1), SATURDAY)
    elif step == -1:
        saturday = weekday_until(anchor - timedelta(days=2), SATURDAY)
    elif tense == FUTURE and anchor.isoweekday() < SATURDAY:
        saturday = weekday_from(anchor, SATURDAY)
    else:
        saturday = weekday_until(anchor, SATURDAY)
    return f"{saturday:%G-W%V}-WE", Days(saturday, saturday + timedelta(days=1))


def _month_of(anchor: date, step: int, _tense: str) -> tuple[str, Days]:
    day = add_months(anchor.replace(day=1), step)
    return f"{day:%Y-%m}", month_days(day.year, day.month)


def _quarter_of(anchor: date, step: int, _tense: str) -> tuple[str, Days]:
    first = add_months(date(anchor.year, (anchor.month - 1) // 3 * 3 + 1, 1), 3 * step)
    return f"{first.year}-Q{first.month // 3 + 1}", Days(first, add_months(first, 3) - timedelta(days=1))


def _year_of(anchor: date, step: int, _tense: str) -> tuple[str, Days]:
    return str(anchor.year + step), year_days(anchor.year + step)


def _decade_of(anchor: date, step: int, _tense: str) -> tuple[str, Days]:
    return _run_of_years(anchor, step, 10)


def _century_of(anchor: date, step: int, _tense: str) -> tuple[str, Days]:
    return _run_of_years(anchor, step, 100)


def _run_of_years(anchor: date, step: int, length: int) -> tuple[str, Days]:
    first = (anchor.year // length + step) * length
    return str(first // length), Days(date(first, 1, 1), date(first + length - 1, 12, 31))


PERIODS = {
    "W": _week,
    "WE": _weekend,
    "M": _month_of,
    "Q": _quarter_of,
    "Y": _year_of,
    "DE": _decade_of,
    "CE": _century_of,
}
OPEN_PERIODS = {
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "DE": "XXX",
    "CE": "XX",
}
