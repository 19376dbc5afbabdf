"""Days told without a year that fit only one year of an interval, and the weekdays told after them.

'Le 8 juin' falls once into a term of office; the story's own 'samedi' is the first Saturday after it
(codebook, 'When').
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from communique.coding.times.tense import FUTURE, PAST, PLUPERFECT
from communique.coding.times.weekday_years import IN_TEXT, LOOK_BACK, Limits
from communique.days import safe_date, weekday_from
from communique.model import DateEvidence, Unknown
from communique.timex import TimeMention

WEEKDAY_REACH = timedelta(days=6)  # a bare weekday lies at most so long before publication
REACH = "a bare weekday lies at most six days before publication"
SHORTLY = timedelta(
    days=21
)  # before an interval: so long ago a date may lie that is told soon after it begins
STEP = 2  # days from one of the story's weekdays to the next that it tells of: 'samedi …', then 'lundi'
EVER = (date(1900, 1, 1), date(2100, 12, 31))
OPENING = 2  # sentences of the headline and the lead
ONE = timedelta(days=1)
SHORT_OF = frozenset({"by", "before"})  # 'd'ici à dimanche' is not said on the Sunday
LEAD = 5  # sentences of headline and lead, in which a text can name the day of its story
WEEKDAYS = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def full_day(mention: TimeMention) -> date | None:
    """The day that a full date names; None for anything else."""
    reading = mention.reading
    if not reading.dated:
        return None
    return safe_date(reading.year or 1, reading.month or 1, reading.day or 1)


def bare_weekday(mention: TimeMention) -> bool:
    """'mercredi', 'ce mardi soir', of a day that is past: not 'lundi prochain' and not 'mardi 5 mai'."""
    reading = mention.reading
    plain = reading.shape == "day" and reading.weekday is not None and reading.day is None
    free = reading.to is None and not reading.bound and not reading.direction
    return plain and free and mention.tense != FUTURE


def _bare_weekday_ahead(mention: TimeMention) -> bool:
    """'Il sera inhumé vendredi': a weekday to come."""
    reading = mention.reading
    plain = reading.shape == "day" and reading.weekday is not None and reading.day is None
    ahead = mention.tense == FUTURE or reading.bound == "by"
    return plain and ahead and not mention.attached and reading.direction != -1


def fit_dates(times: tuple[TimeMention, ...], limits: Limits) -> DateEvidence | None:
    """What dates without a year entail, where only one year of the interval has them.

    'Le 8 juin' falls once into the term of Rex Tillerson; the story's own 'samedi' is the first
    Saturday after it, and lies at most six days before publication. Of 'ce vendredi 22 novembre', the own
    'vendredi' is that day; and where 'lundi' is told after 'samedi', the story has gone on to Monday.
    """
    if limits[0] is None:
        return None
    fits = [(day, m) for m in times if (day := only_day(m, limits) or _opening_day(m, limits))]
    if not fits:
        return None
    last, mention = max(fits, key=lambda fit: (fit[0], -fit[1].span.start))
    says = f"the text looks back on {mention.span.text!r}, in this interval only {last}"
    if is_background(mention):
        return None if mention.reading.dated else DateEvidence("text", mention.span, IN_TEXT, says, last)
    bare = [m for m in times if bare_weekday(m) and m.tense == PAST]
    own = _first_own(bare, mention, last)
    if own is None:
        return None if mention.reading.dated else _told_alone(mention, last, says)
    word, day, told = own
    fresh = (
        word.sentence < OPENING and day > last
    )  # the lead tells the newest, but for what came the day after
    for other in bare:
        onward = weekday_from(day, other.reading.weekday or 1)
        told_before = other.reading.weekday == mention.reading.weekday
        if day < onward <= day + (ONE if fresh else timedelta(days=STEP)) and not told_before:
            word, day, told = other, onward, f"{told}, then {WEEKDAYS[onward.isoweekday()]} is {onward}"
    still = (m for m in bare if m.reading.weekday == mention.reading.weekday)
    again = any(not _another(m, mention) for m in still)  # 'dimanche' is the 18th still
    says, end = f"{says}; {told}, and {REACH}", (last if again else day) + WEEKDAY_REACH
    return _narrowed(DateEvidence("weekday", word.span, IN_TEXT, says, day, end), times)


def _narrowed(found: DateEvidence, times: tuple[TimeMention, ...]) -> DateEvidence:
    """The days that a weekday leaves, without those behind what is still to come and before a yesterday."""
    day, end, says = found.begin, found.end, found.says
    if isinstance(day, Unknown) or isinstance(end, Unknown):
        return found
    to_come = [(weekday_from(day, m.reading.weekday or 1), m) for m in times if _bare_weekday_ahead(m)]
    ahead = min((d - ONE * _short_of(m) for d, m in to_come), default=end)
    if day < ahead < end:
        says, end = f"{says}; what is planned for {WEEKDAYS[ahead.isoweekday()]} is still to come", ahead
    after = _day_after_yesterday(times, day)
    if after is not None and day < after <= end:
        says = f"{says}; 'yesterday' is none of the weekdays told: the text is of {after} or later"
        day = after
    return replace(found, says=says, begin=day, end=end)


def _short_of(mention: TimeMention) -> bool:
    """'D'ici à dimanche', 'dimanche prochain' are not said on the Sunday; 'd'ici à dimanche soir' may be."""
    reading = mention.reading
    return reading.direction == 1 or (reading.bound in SHORT_OF and not (reading.part or reading.clock))


def _told_alone(mention: TimeMention, last: date, says: str) -> DateEvidence:
    """'La ministre a promis mercredi 5 octobre …': what the lead tells with its weekday is the news itself.

    No bare weekday limits how long ago it is, so that only the best value follows.
    """
    told = mention.reading.weekday is not None and mention.sentence < OPENING and mention.tense == PAST
    if not told or mention.attached or mention.aside:
        return DateEvidence("text", mention.span, IN_TEXT, says, last)
    return DateEvidence("weekday", mention.span, IN_TEXT, f"{says}, which the lead tells as its news", last)


def _day_after_yesterday(times: tuple[TimeMention, ...], day: date) -> date | None:
    """The first day on which 'hier' is told, after what a text tells by its weekday.

    Who writes 'hier' of the day before does not call it 'mardi' in the same text. None without a 'hier'.
    """
    plain = (m for m in times if m.reading.offset == -1 and m.reading.weekday is None)
    if not any(m.tense == PAST and m.reading.day is None and not m.reading.bound for m in plain):
        return None
    named = {m.reading.weekday for m in times if bare_weekday(m)}
    days = (day + ONE * step for step in range(WEEKDAY_REACH.days))
    return next((d + ONE for d in days if d.isoweekday() not in named), None)


def is_background(mention: TimeMention) -> bool:
    """Whether a date is told aside, or is that of a noun: the story may come weeks after it.

    'Un mouvement né le 17 novembre', 'depuis le 17 novembre'; a weekday or an hour is named of what is fresh.
    """
    reading = mention.reading
    fresh = (reading.to or reading).weekday is not None or bool(reading.part or reading.clock)
    return not fresh and (mention.aside or mention.attached or mention.reading.bound == "since")


def _first_own(
    bare: list[TimeMention], mention: TimeMention, last: date
) -> tuple[TimeMention, date, str] | None:
    """The story's first bare weekday with its day, counted from the last date that it tells, and why."""
    if bare and mention.reading.dated and mention.reading.direction == 0:
        return mention, last, "which is the story's own day"
    found: list[tuple[TimeMention, date, str]] = []
    looks_back = mention.tense == PLUPERFECT and mention.sentence >= OPENING - 1
    for own in bare:
        weekday = own.reading.weekday or 1
        name = WEEKDAYS[weekday]
        newer = looks_back and found and found[0][0].sentence < mention.sentence  # the lead tells the newest
        if weekday == mention.reading.weekday and not newer and not _another(own, mention):
            return own, last, f"which is the story's own {name}"
        after = last if mention.reading.to is not None else last + timedelta(days=1)  # a night's second day
        day = weekday_from(after, weekday)
        found.append((own, day, f"the first {name} after it is {day}"))
    near = (f for f in found if mention.reading.dated and f[1] <= last + timedelta(days=STEP))
    return next(near, next(iter(found), None))


def _another(own: TimeMention, mention: TimeMention) -> bool:
    """Whether a bare weekday is another than that of a date in full: a later look back, or the same sentence.

    'Ils ont signé samedi … Une trêve avait débuté le samedi 22 février.'
    """
    if own.sentence == mention.sentence:
        return mention.aside and not own.reading.part
    return mention.tense == PLUPERFECT and own.span.start < mention.span.start


def _opening_day(mention: TimeMention, limits: Limits) -> date | None:
    """The day with its weekday that opens the text and is the last it looks back on: 'mardi 14 mai 2024'."""
    weekday = mention.reading.weekday is not None and mention.sentence < LEAD
    if not weekday or mention.tense != PAST or mention.attached or mention.announced:
        return None
    day = full_day(mention)
    return day if day is not None and day == limits[0] else None


def only_day(mention: TimeMention, limits: Limits) -> date | None:
    """The one day that a past date without a year can be, for a text published in the interval."""
    reading = mention.reading
    if reading.to is not None and reading.part and not reading.to.year:  # 'dans la nuit du 6 au 7 avril'
        reading = reading.to
    partial = reading.shape == "day" and reading.month is not None and reading.day is not None
    behind = mention.tense in (PAST, PLUPERFECT) or (reading.bound == "since" and mention.tense != FUTURE)
    if not partial or reading.year is not None or not behind:
        return None
    if reading.to is not None or reading.bound not in ("", "since") or mention.announced or not limits[1]:
        return None
    first, last = (limits[0] or EVER[0]) - LOOK_BACK, limits[1] or EVER[1]
    years = range(first.year, last.year + 1)
    days = (safe_date(year, reading.month or 1, reading.day or 1) for year in years)
    fits = [d for d in days if d and first <= d <= last and reading.weekday in (None, d.isoweekday())]
    if len(fits) > 1 and limits[0]:  # a look back over the whole interval is the less likely
        fits = [d for d in fits if d >= limits[0] - SHORTLY]
    return fits[0] if len(fits) == 1 else None
