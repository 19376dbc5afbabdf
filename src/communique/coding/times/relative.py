"""Setting on the calendar what is told from publication or from the story: 'il y a trois jours', 'la veille'.

Also durations, sets, hours and vague references, whose value stands in the words alone.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from communique.coding.times.dates import clock_of, find_day
from communique.coding.times.longer import OPEN_PERIODS, PERIODS, place_holiday
from communique.coding.times.story import UNPLACED, Placed, Story
from communique.coding.times.tense import FUTURE, PAST, PLUPERFECT
from communique.days import add_months, month_days, weekday_from, weekday_until
from communique.timex import Reading

VAGUE = "X"
HALF = "0.5"
AND_HALF = "5"  # tenths
NIGHT = "NI"
SAME = "same"
MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
DAYS = {"D": 1, "W": 7, "WE": 7}
HOURS = {"TH": 1.0, "TM": 1 / 60, "TS": 1 / 3600}
SHORT = timedelta(days=31)
HALVES = {"H": "PT30M", "D": "PT12H", "Y": "P6M", "DE": "P5Y", "CE": "P50Y"}  # of an hour, a day, a year …
COARSE = {"W": "W", "WE": "W", "M": "M", "Q": "Q", "Y": "Y", "DE": "DE", "CE": "CE"}


def duration_value(reading: Reading) -> str:
    """TIMEX3's duration: 'P3M', 'PXD', 'PT48H'."""
    amount = reading.amount or "1"
    half = HALVES.get(reading.unit.removeprefix("T"))
    if half and amount == HALF:
        return half
    if half and amount.endswith(f".{AND_HALF}") and reading.unit in ("Y", "TH"):  # 'neuf ans et demi': P9Y6M
        whole = amount.removesuffix(f".{AND_HALF}")
        return f"PT{whole}H30M" if reading.unit == "TH" else f"P{whole}Y6M"
    if reading.unit in HOURS:
        return f"P{'' if amount == VAGUE else 'T'}{amount}{reading.unit[1]}"
    return f"P{amount}{reading.unit}"


def moved(day: date, reading: Reading, direction: int) -> date | None:
    """The day that lies an amount of units away; None when the amount is vague or leaves the calendar."""
    if reading.amount == VAGUE:
        return None
    amount = float(reading.amount or "1") * direction
    try:
        if reading.unit in MONTHS:
            return add_months(day, round(amount * MONTHS[reading.unit]))
        return day + timedelta(days=int(amount * DAYS.get(reading.unit, 0)))
    except (ValueError, OverflowError):
        return None


def place_ago(reading: Reading, _tense: str, story: Story) -> Placed:
    """'il y a trois jours' is that day; 'il y a deux ans' that year; 'il y a quelques jours' stays vague."""
    step = reading.direction or -1
    if story.anchor is None:
        return Placed("DATE", duration_value(reading), None, None)
    begin, end = (None, story.anchor) if step < 0 else (story.anchor, None)
    if reading.unit in HOURS or reading.amount == VAGUE:
        return Placed("DATE", duration_value(reading), begin, end)
    day = moved(story.anchor, reading, step)
    if day is None:
        return Placed("DATE", duration_value(reading), begin, end)
    if reading.unit == "D":
        return Placed("DATE", day.isoformat(), day, day)
    value, days = PERIODS[COARSE[reading.unit]](day, 0, "")
    return Placed("DATE", value, days.begin, days.end)


def place_shift(reading: Reading, tense: str, story: Story) -> Placed:
    """'la veille', 'deux jours plus tard', "l'année suivante": counted from the last date told."""
    last = _counted_from(reading, story)
    if reading.told and reading.amount == "0" and last is UNPLACED and story.anchor is not None:
        last = Placed("DATE", story.anchor.isoformat(), story.anchor, story.anchor)  # no other day was told
    if reading.amount == VAGUE and last.begin is not None and (reading.direction or 0) > 0:
        return _some_time_after(reading, last)
    if reading.told and reading.amount == "0" and tense == FUTURE and story.anchor is not None:
        today = story.anchor  # 'doit parler dans la journée'
        last = Placed("DATE", today.isoformat(), today, today)
    moved_to = _shifted(reading, last)
    if moved_to is not None and _too_late(moved_to, tense, story):
        moved_to = None
    if moved_to is None and reading.told and reading.unit == "D" and story.own.day is not None:
        moved_to = _shifted(reading, story.own)
    return moved_to if moved_to is not None else _shifted_openly(reading, last)


def _too_late(placed: Placed, tense: str, story: Story) -> bool:
    """Whether what is told in the past would lie after publication: then it was counted from another day."""
    past = tense in (PAST, PLUPERFECT) and story.anchor is not None and placed.begin is not None
    return past and placed.begin > story.anchor  # type: ignore[operator]


def _counted_from(reading: Reading, story: Story) -> Placed:
    """The last date told; for steps of days the last day, unless a month or less was told after it."""
    last = story.last
    if reading.unit not in DAYS or last.day is not None or _open_weekday(last):
        return last
    short = last.begin is not None and last.end is not None and last.end - last.begin <= SHORT
    return last if short and not reading.told else story.day


def _shifted(reading: Reading, last: Placed) -> Placed | None:
    """The day, month or year that lies an amount of units away; None where the date told is too vague."""
    if last.begin is None or last.end is None:
        return None
    target = moved(last.begin, reading, reading.direction or 0)
    if target is None:
        return None
    if reading.unit in DAYS:
        if last.day is None:
            return _shifted_span(reading, last.begin, last.end)
        if reading.value and reading.unit == "W":  # 'la semaine précédente': the calendar's
            value, days = PERIODS["W"](target, 0, "")
            return Placed("DATE", value, days.begin, days.end)
        suffix = clock_of(reading)
        return Placed("TIME" if suffix else "DATE", target.isoformat() + suffix, target, target)
    month = reading.unit in ("M", "Y") and last.begin.day == 1 and last.value == f"{last.begin:%Y-%m}"
    if reading.unit == "Y" and month and not reading.value:
        return Placed("DATE", f"{target:%Y-%m}", target, month_days(target.year, target.month).end)
    if reading.unit in MONTHS and (last.day is not None or last.value.isdigit() or month):
        value, days = PERIODS[reading.unit](target, 0, "")
        return Placed("DATE", value, days.begin, days.end)
    return None


def _shifted_openly(reading: Reading, last: Placed) -> Placed:
    """What remains without a calendar day: the weekday, or how long after."""
    step, suffix = reading.direction or 0, clock_of(reading)
    kind = "TIME" if suffix else "DATE"
    weekday = _open_weekday(last)
    if reading.unit == "D" and weekday and reading.amount.isdigit():
        shifted = (weekday - 1 + step * int(reading.amount)) % 7 + 1
        return Placed(kind, f"XXXX-WXX-{shifted}{suffix}", None, None)
    if reading.value:  # 'le mois suivant': a calendar unit, if not known which
        return Placed("DATE", OPEN_PERIODS[reading.unit], None, None)
    if reading.told:
        return Placed(kind, "XXXX-XX-XX" + suffix, None, None)
    return Placed("DURATION", duration_value(reading), None, None)


def _shifted_span(reading: Reading, first: date, last: date) -> Placed:
    """'début octobre …, deux jours plus tard': both ends move; named by the month where one holds both."""
    step = reading.direction or 0
    begin, end = moved(first, reading, step), moved(last, reading, step)
    if begin is None or end is None:
        return Placed("DURATION", duration_value(reading), None, None)
    same_month = (begin.year, begin.month) == (end.year, end.month)
    return Placed("DATE", f"{begin:%Y-%m}" if same_month else f"{begin}/{end}", begin, end)


def _some_time_after(reading: Reading, last: Placed) -> Placed:
    """'quelques jours plus tard': after the last date told, no one knows how long."""
    begin = (last.end or last.begin or date.min) + timedelta(days=1)
    return Placed("DURATION", duration_value(reading), begin, None)


def _open_weekday(placed: Placed) -> int:
    """The weekday of a day that is known by nothing else: 3 for 'XXXX-WXX-3'; 0 for none."""
    head = placed.value.partition("T")[0]
    return int(head[-1]) if head.startswith("XXXX-WXX-") and head[-1].isdigit() else 0


def place_shift_weekday(reading: Reading, _tense: str, story: Story) -> Placed:
    """'le lundi suivant': the first such weekday after the last day told."""
    day, weekday = story.last.day, reading.weekday or 1
    if day is None:
        return Placed("DATE", f"XXXX-WXX-{weekday}", None, None)
    one = timedelta(days=1)
    after = reading.direction != -1
    target = weekday_from(day + one, weekday) if after else weekday_until(day - one, weekday)
    return Placed("DATE", target.isoformat() + clock_of(reading), target, target)


def place_lapse(reading: Reading, _tense: str, _story: Story) -> Placed:
    """'deux jours après l'attentat': how long after something that is no date."""
    return Placed("DURATION", duration_value(reading), None, None)


def place_eve(_reading: Reading, _tense: str, _story: Story) -> Placed:
    """'la veille du sommet': a day that only the event's own day would tell."""
    return Placed("DATE", "XXXX-XX-XX", None, None)


def place_eve_of(reading: Reading, tense: str, story: Story) -> Placed:
    """'la veille du 7 mars', 'au lendemain de Noël': the day before or after the one named."""
    named = replace(reading, direction=None, shape="holiday" if reading.value else "day")
    day = place_holiday(named, tense, story).day if reading.value else find_day(named, tense, story)
    target = moved(day, reading, reading.direction or 1) if day is not None else None
    return Placed("DATE", target.isoformat(), target, target) if target else place_eve(reading, tense, story)


def place_same(reading: Reading, _tense: str, story: Story) -> Placed:
    """'dimanche, au lendemain de la manifestation': the very day that the sentence or the story tells."""
    known = story.here if story.here is not UNPLACED else story.own
    if known is UNPLACED:
        return place_eve(reading, "", story)
    return Placed("DATE", known.value.partition("T")[0], known.begin, known.end)


def place_epoch(_reading: Reading, _tense: str, story: Story) -> Placed:
    """'à l'époque', 'cette année-là': the last date told."""
    known = story.told
    return Placed("DATE", known.value or "PAST_REF", known.begin, known.end)


def place_clock(reading: Reading, tense: str, story: Story) -> Placed:
    """'à 14h30', 'à l'aube', 'dans la nuit': an hour of the day that the sentence or the story tells.

    An hour that opens a post of a live page ('20h15 - …') is of the day of publication.
    """
    if reading.part == NIGHT and not reading.clock:
        return _night(reading, tense, story)
    known = story.here if story.here is not UNPLACED else story.own
    if reading.bound == "since" and reading.part and story.here is UNPLACED and story.anchor is not None:
        known = Placed("DATE", story.anchor.isoformat(), story.anchor, story.anchor)  # 'depuis l'aube'
    if reading.value == SAME and story.here is UNPLACED and story.day is not UNPLACED:
        known = story.day
    early = known.end is not None and story.anchor is not None and known.end < story.anchor
    if story.opened and (day := story.posted(reading.clock)) is not None:
        return Placed("TIME", day.isoformat() + clock_of(reading), day, day)
    if story.anchor is not None and (known is UNPLACED or story.opened or (early and tense == FUTURE)):
        known = Placed("DATE", story.anchor.isoformat(), story.anchor, story.anchor)
    head = known.value.partition("T")[0] or "XXXX-XX-XX"
    if known.begin != known.end:
        return Placed("TIME", "XXXX-XX-XX" + clock_of(reading), None, None)
    return Placed("TIME", head + clock_of(reading), known.begin, known.end)


def _night(reading: Reading, tense: str, story: Story) -> Placed:
    """'dans la nuit': that after the day told, else that before publication; named after its first day."""
    one = timedelta(days=1)
    day = story.here.day or story.day.day or story.own.day
    if day is not None and story.anchor is not None and day > story.anchor and tense != FUTURE:
        day = None
    if story.anchor is not None and (day is None or (day == story.anchor and tense != FUTURE)):
        day = story.anchor if tense == FUTURE else story.anchor - one
    if day is None:
        return Placed("TIME", "XXXX-XX-XX" + clock_of(reading), None, None)
    return Placed("TIME", day.isoformat() + clock_of(reading), day, day + one)


def place_duration(reading: Reading, _tense: str, story: Story) -> Placed:
    """A duration; with 'depuis' or 'en' it ends at publication or at the day that the sentence tells."""
    value, anchor = duration_value(reading), story.anchor
    if reading.bound in ("by", "until") and anchor is not None:
        return Placed("DURATION", value, anchor, moved(anchor, reading, 1))
    if reading.bound == "since" and anchor is not None:
        return Placed("DURATION", value, moved(anchor, reading, -1), anchor)
    if reading.bound == "within" and story.here.day is not None:
        return Placed("DURATION", value, moved(story.here.day, reading, -1), story.here.day)
    return Placed("DURATION", value, None, None)


def place_recent(reading: Reading, tense: str, story: Story) -> Placed:
    """'ces dernières semaines' ends at publication, 'les trois prochains mois' begins there."""
    amount = reading.amount or VAGUE
    known = Reading("duration", amount=amount, unit=reading.unit)
    if reading.direction == 1:
        if amount == VAGUE:
            return place_ref(Reading("ref", value="FUTURE_REF"), tense, story)
        end = moved(story.anchor, known, 1) if story.anchor else None
        return Placed("DURATION", duration_value(known), story.anchor, end)
    if reading.unit == VAGUE:
        return place_ref(Reading("ref", value="PAST_REF"), tense, story)
    begin = moved(story.anchor, known, -1) if story.anchor else None
    return Placed("DURATION", duration_value(known), begin, story.anchor)


def place_set(reading: Reading, _tense: str, _story: Story) -> Placed:
    """'chaque jour' P1D, 'tous les lundis' XXXX-WXX-1, 'deux fois par an' P1Y."""
    if reading.value:
        value = reading.value
    elif reading.weekday is not None:
        value = f"XXXX-WXX-{reading.weekday}"
    elif reading.month is not None:
        value = f"XXXX-{reading.month:02}"
    elif reading.season:
        value = f"XXXX-{reading.season}"
    elif reading.part:
        value = f"XXXX-XX-XXT{reading.part}"
    else:
        value = duration_value(reading)
    return Placed("SET", value, None, None)


def place_ref(reading: Reading, _tense: str, story: Story) -> Placed:
    """'récemment' ends at publication, 'à l'avenir' begins there, 'actuellement' is that day."""
    begin = None if reading.value == "PAST_REF" else story.anchor
    end = None if reading.value == "FUTURE_REF" else story.anchor
    return Placed("DATE", reading.value, begin, end)
