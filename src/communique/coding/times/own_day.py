"""The article's own day by words that count from it: 'hier, mardi 16 mai', 'ce vendredi', 'demain samedi'.

A weekday beside 'hier' or 'demain', and 'ce' before one, tell on which weekday the text was published; the
last date that it looks back on tells in which week. 'Cinq jours après l'attentat du 14 octobre, la ville
enterre ses morts' counts from a day in the present tense.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise

from communique.coding.times.fitting import EVER, WEEKDAYS, is_background, only_day
from communique.coding.times.tense import FUTURE, PRESENT
from communique.coding.times.weekday_years import IN_TEXT, Limits
from communique.days import safe_date, weekday_from
from communique.model import DateEvidence, Span
from communique.timex import Reading, TimeMention

AHEAD = frozenset({"until", "before", "by", "within"})  # bounds of what need not be the day itself
WEEK = 7


def own_day(times: tuple[TimeMention, ...], limits: Limits) -> DateEvidence | None:
    """The day of publication that the text counts from; None where it counts from none, or from several."""
    found = list(_dated(times, limits)) or list(_by_weekday(times, limits)) or list(_counted(times, limits))
    days = {day for day, _, _ in found}
    if len(days) != 1:
        return None
    day, span, why = found[0]
    return DateEvidence("weekday", span, IN_TEXT, why, day, day)


def _steps(mention: TimeMention) -> int | None:
    """How many days the words lie from publication: -1 for 'hier, mardi', 0 for 'ce mardi'; None for others.

    'Ce samedi' of what is to come may be said days before.
    """
    reading = mention.reading
    if reading.shape != "day" or reading.to is not None or reading.bound in AHEAD:
        return None
    if reading.offset is not None:
        return reading.offset
    here = reading.direction == 0 and reading.weekday is not None and mention.tense != FUTURE
    return 0 if here else None


def _dated(times: Iterable[TimeMention], limits: Limits) -> Iterator[tuple[date, Span, str]]:
    """'hier, mardi 16 mai', where only one year of the interval has that day."""
    for mention in times:
        step, reading = _steps(mention), mention.reading
        if step is None or reading.month is None or reading.day is None or reading.year is not None:
            continue
        days = [d - timedelta(days=step) for d in _days(reading, limits)]
        fits = [d for d in days if (limits[0] or EVER[0]) <= d <= (limits[1] or EVER[1])]
        if len(fits) == 1:
            yield fits[0], mention.span, f"{mention.span.text!r} counts from {fits[0]}"


def _days(reading: Reading, limits: Limits) -> Iterator[date]:
    """The days of an interval, and a year about it, that a date without a year can be."""
    first, last = limits[0] or EVER[0], limits[1] or EVER[1]
    for year in range(first.year - 1, last.year + 2):
        day = safe_date(year, reading.month or 1, reading.day or 1)
        if day and reading.weekday in (None, day.isoweekday()):
            yield day


def _by_weekday(times: tuple[TimeMention, ...], limits: Limits) -> Iterator[tuple[date, Span, str]]:
    """'hier, lundi': the first Tuesday after the last date that the text looks back on."""
    dates = ((only_day(m, limits), m) for m in times)
    past = [(day, m) for day, m in dates if day is not None]
    if all(is_background(m) for _, m in past):
        return
    last, told = max(past, key=lambda fit: (fit[0], -fit[1].span.start))
    for mention in times:
        step, weekday = _steps(mention), mention.reading.weekday
        if step is None or weekday is None or mention.reading.day is not None:
            continue
        own = (weekday - 1 - step) % WEEK + 1
        after = last if step == 0 else last + timedelta(days=1)  # 'hier' tells the rest as past days
        day = weekday_from(after, own)
        why = f"{mention.span.text!r} is told on a {WEEKDAYS[own]}, the first after {told.span.text!r}: {day}"
        yield day, mention.span, why


def _counted(times: tuple[TimeMention, ...], limits: Limits) -> Iterator[tuple[date, Span, str]]:
    """'Cinq jours après l'attentat du samedi 14 octobre', told in the present."""
    for lapse, then in pairwise(times):
        reading = lapse.reading
        days = reading.shape == "lapse" and reading.unit == "D" and reading.amount.isdigit()
        if not days or lapse.tense != PRESENT or then.sentence != lapse.sentence:
            continue
        known = only_day(then, limits)
        if known is not None:
            day = known + timedelta(days=int(reading.amount))
            yield day, lapse.span, f"{lapse.span.text!r} {then.span.text!r}, told as present, is {day}"
