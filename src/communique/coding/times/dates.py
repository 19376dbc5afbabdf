"""Setting days, months, seasons, years and decades on the calendar.

A date without a year is the one nearest to publication on the side that the tense points to
(codebook, 'When'): 'Le 8 juin, la coalition a porté une frappe' is the last eighth of June.
"""

from __future__ import annotations

from datetime import date, timedelta

from communique.coding.times.story import Placed, Story
from communique.coding.times.tense import FUTURE, INTENDED, PAST, PLUPERFECT, PRESENT
from communique.days import (
    safe_date,
    weekday_from,
    weekday_until,
)
from communique.timex import Reading

FIRST_THIRD, SECOND_THIRD = 10, 20  # last days of 'debut' and 'mi-' of a month
OPEN_BOUNDS = frozenset({"until", "before", "by", "from"})  # edges that lie ahead more often than behind
AHEAD = frozenset(
    {"until", "by"}
)  # edges of what was decided, though told in the past: 'ont suspendu jusqu'à lundi'
NUMBER_REACH = 45  # days around publication in which a month need not be named
SATURDAY = 6
SOON = 2  # days ahead that a weekday told in the present lies at most: 'le Parlement vote jeudi'
LATELY = timedelta(days=6)  # so long ago may lie what was 'prevu le 12', told on the 14th
NEAR, FAR = timedelta(days=31), timedelta(days=300)  # a date so near is meant, and not the one so far off
NAMED_REACH = 5  # years within which a day without a year is the one that the text names in full
LEAP_SEARCH = 8  # years in which a 29 February or a weekday's date must come round


def place_day(reading: Reading, tense: str, story: Story) -> Placed:
    """A day: 'mercredi', 'Le 8 juin', 'hier soir', 'dans la nuit du 13 au 14 avril'."""
    if reading.to is not None:
        return _range(reading, tense, story)
    if reading.bound == "since" and tense == FUTURE and reading.offset is None:
        tense = PAST  # 'muet depuis vendredi, il pourrait parler'
    bare = reading.weekday is not None and reading.day is None
    nearest = reading.direction == 0 and bare
    if bare and reading.bound in ("from", "before") and tense == PAST:
        tense, nearest = INTENDED, True  # 'appelaient a manifester a partir de jeudi'
    if reading.bound in OPEN_BOUNDS and tense != FUTURE and not nearest:
        behind = tense == PLUPERFECT or (tense == PAST and reading.bound not in AHEAD)
        tense = "" if reading.day is not None or behind else FUTURE
    day = find_day(reading, tense, story)
    kind = "TIME" if reading.part or reading.clock else "DATE"
    return Placed(kind, (day.isoformat() if day else _open_day(reading)) + clock_of(reading), day, day)


def _range(reading: Reading, tense: str, story: Story) -> Placed:
    """Two ends; a night that spans two days is named after the first."""
    far = reading.to
    assert far is not None
    if reading.weekday is not None and reading.day is None and tense == FUTURE:
        begin = find_day(reading, tense, story)
        end = weekday_from(begin, far.weekday or 1) if begin else None
    elif far.weekday is not None and far.day is None:
        end = find_day(far, tense, story)
        begin = weekday_until(end, reading.weekday or 1) if end else None
    else:
        end = find_day(far, tense, story)
        begin = _before(reading, end)
    if reading.part == "NI":
        return Placed("TIME", (begin.isoformat() if begin else _open_day(reading)) + "TNI", begin, end)
    if begin and end:
        return Placed("DATE", f"{begin}/{end}", begin, end)
    return Placed("DATE", f"{_open_day(reading)}/{_open_day(far)}", None, None)


def _before(reading: Reading, end: date | None) -> date | None:
    """The near end of a range: the last such day not after the far end."""
    if end is None or reading.day is None:
        return None
    if reading.month is None:  # 'dans la nuit du 5 au 6'
        nights = (end - timedelta(days=step) for step in range(1, NUMBER_REACH))
        return next((night for night in nights if night.day == reading.day), None)
    years = (reading.year,) if reading.year else (end.year, end.year - 1)
    days = (safe_date(year, reading.month, reading.day) for year in years)
    return next((day for day in days if day and day <= end), None)


def clock_of(reading: Reading) -> str:
    """TIMEX3's hour or part of day, with its T; '' when the words name none."""
    return f"T{reading.clock or reading.part}" if reading.clock or reading.part else ""


def _open_day(reading: Reading) -> str:
    """TIMEX3 with X for what is not known: 'XXXX-WXX-3', 'XXXX-06-08'."""
    if reading.month is not None and reading.day is not None:
        return f"{reading.year or 'XXXX'}-{reading.month:02}-{reading.day:02}"
    if reading.day is not None:
        return f"XXXX-XX-{reading.day:02}"
    if reading.weekday is not None:
        return f"XXXX-WXX-{reading.weekday}"
    if reading.offset == 0 and not clock_of(reading):
        return "PRESENT_REF"
    return "XXXX-XX-XX"


def find_day(reading: Reading, tense: str, story: Story) -> date | None:
    """The one day that the words mean; None where the publication that they need is not known."""
    if reading.month is not None and reading.day is not None:
        return _calendar_day(reading, tense, story)
    if reading.day is not None and reading.weekday is None:
        return _numbered(reading.day, tense, story)
    if story.anchor is None:
        return None
    if reading.day is not None:
        return _numbered_weekday(reading, story.anchor)
    if reading.offset is not None:
        return story.anchor + timedelta(days=reading.offset)
    if reading.weekday is not None:
        return _weekday(reading, tense, story)
    return None


def _numbered_weekday(reading: Reading, anchor: date) -> date | None:
    """'le lundi 12': the nearest day of that number and weekday."""
    around = (anchor + timedelta(days=step) for step in range(-NUMBER_REACH, NUMBER_REACH + 1))
    fits = [d for d in around if d.day == reading.day and reading.weekday in (None, d.isoweekday())]
    return min(fits, key=lambda d: (abs(d - anchor), d), default=None)


def _numbered(number: int, tense: str, story: Story) -> date | None:
    """'le 9', of the month told: the nearest such day to the last date, on the side that the tense tells."""
    base, anchor = story.last.begin or story.anchor, story.anchor
    if base is None:
        return None
    around = (base + timedelta(days=step) for step in range(-NUMBER_REACH, NUMBER_REACH + 1))
    fits = [d for d in around if d.day == number]
    if anchor is not None and tense in (PAST, PLUPERFECT):
        fits = [d for d in fits if d <= anchor]
    elif anchor is not None and tense == FUTURE:
        fits = [d for d in fits if d >= anchor - LATELY]
    return min(fits, key=lambda d: (abs(d - base), d), default=None)


def _weekday(reading: Reading, tense: str, story: Story) -> date | None:
    anchor, weekday = story.anchor, reading.weekday
    if anchor is None or weekday is None:
        return None
    if reading.direction == 1:
        return weekday_from(anchor + timedelta(days=1), weekday)
    if reading.direction == -1:
        return weekday_until(anchor - timedelta(days=1), weekday)
    if reading.direction == 0 and reading.bound and tense not in (PAST, PLUPERFECT):
        behind, ahead = weekday_until(anchor, weekday), weekday_from(anchor, weekday)
        return behind if anchor - behind <= ahead - anchor else ahead
    if tense == INTENDED:
        behind, ahead = weekday_until(anchor, weekday), weekday_from(anchor, weekday)
        return behind if anchor - behind <= ahead - anchor else ahead
    soon = weekday_from(anchor, weekday)
    if tense == FUTURE or (tense == PRESENT and not reading.bound and (soon - anchor).days <= SOON):
        return soon
    told = story.latest.day or story.own.day
    if tense == PLUPERFECT and told is not None and told.isoweekday() != weekday:
        return weekday_until(min(anchor, told), weekday)
    return weekday_until(anchor, weekday)


def _calendar_day(reading: Reading, tense: str, story: Story) -> date | None:
    month, day = reading.month or 1, reading.day or 1
    if reading.year is not None:
        return safe_date(reading.year, month, day)
    if reading.year_offset is not None:
        return safe_date(story.anchor.year + reading.year_offset, month, day) if story.anchor else None
    named = story.named.get((month, day))
    near = named is not None and (story.anchor is None or abs(story.anchor.year - named) <= NAMED_REACH)
    if reading.direction is None and named is not None and near:
        return safe_date(named, month, day)
    if story.anchor is None:
        return None
    around = range(story.anchor.year - LEAP_SEARCH, story.anchor.year + LEAP_SEARCH + 1)
    days = [d for year in around if (d := safe_date(year, month, day))]
    if reading.weekday is not None:  # so seldom that only the nearest can be meant
        tense, days = "", [d for d in days if d.isoweekday() == reading.weekday]
    return _nearest(days, story.anchor, reading.direction, tense)


def _nearest(days: list[date], anchor: date, direction: int | None, tense: str) -> date | None:
    """The nearest day on the side that the words or the tense point to."""
    past = [d for d in days if d < anchor or (d == anchor and direction != -1)]
    ahead = [d for d in days if d > anchor or (d == anchor and direction != 1)]
    if direction is None and past and ahead:
        behind, before = anchor - past[-1], ahead[0] - anchor
        if tense == FUTURE and before > FAR and behind <= NEAR:
            return past[-1]  # 'prévu le 15 novembre, il a été annulé', told on the 20th
        if tense == PRESENT and before > NEAR:
            return past[-1]  # 'Le 3 mars, l'armee lance son offensive', told in December
    if direction == 1 or (direction != -1 and tense == FUTURE):
        return min(ahead, default=None)
    if direction == -1 or tense in (PAST, PLUPERFECT):
        return max(past, default=None)
    return min(days, key=lambda d: (abs(d - anchor), d), default=None)


def place_last_night(reading: Reading, tense: str, story: Story) -> Placed:
    """'la nuit dernière', 'cette nuit': from the day before publication to that day, named after the first.

    'Cette nuit' of what lies ahead is the night after publication.
    """
    if story.anchor is None:
        return Placed("TIME", "XXXX-XX-XX" + clock_of(reading), None, None)
    first = story.anchor if tense == FUTURE else story.anchor - timedelta(days=1)
    return Placed("TIME", first.isoformat() + clock_of(reading), first, first + timedelta(days=1))
