"""The weekday that a count of days gives to a date: 'arrêtés lundi, trois jours après le putsch du 15 mai'.

That 15 May was a Friday, as it was in 2009, 2015 and 2020. Not 'lundi, quelques jours après le 15 mai', and
not where the sentence tells two weekdays.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from communique.coding.times.fitting import bare_weekday
from communique.coding.times.tense import PAST
from communique.timex import Reading, TimeMention

WEEK = 7
BETWEEN = 60  # characters between the count and the date that it counts from


def with_weekdays(times: tuple[TimeMention, ...]) -> tuple[TimeMention, ...]:
    """The mentions, with their weekday where a bare weekday and a count of days in the sentence give it."""
    found = list(times)
    for at, (count, then) in enumerate(pairwise(times), 1):
        own = {m.reading.weekday for m in times if m.sentence == then.sentence and _told(m)}
        steps = _steps(count)
        near = count.sentence == then.sentence and 0 <= then.span.start - count.span.end <= BETWEEN
        if near and steps is not None and len(own) == 1 and _without_weekday(then.reading):
            found[at] = replace(then, reading=_on(then.reading, (own.pop() or 1) - steps))
    return tuple(found)


def _told(mention: TimeMention) -> bool:
    """A bare weekday of the past."""
    return bare_weekday(mention) and mention.tense == PAST


def _steps(mention: TimeMention) -> int | None:
    """The days between: 3 for 'trois jours après', 1 for 'au lendemain', -2 for 'deux jours avant'."""
    reading = mention.reading
    if reading.shape not in ("lapse", "same") or reading.unit != "D" or not reading.amount.isdigit():
        return None
    return int(reading.amount) * (reading.direction or 1)


def _without_weekday(reading: Reading) -> bool:
    """'le 15 juillet', 'la nuit du 15 au 16 juillet'; no other range and no date with its year or weekday."""
    day = reading.shape == "day" and None not in (reading.month, reading.day) and reading.year is None
    return day and reading.weekday is None and (reading.to is None or bool(reading.part))


def _on(reading: Reading, weekday: int) -> Reading:
    """A reading with the weekday; the second day of a night has the next one."""
    first = (weekday - 1) % WEEK + 1
    far = replace(reading.to, weekday=first % WEEK + 1) if reading.to else None
    return replace(reading, weekday=first, to=far)
