"""Going through an article's time expressions in order, from one day of publication."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta

from communique.coding.times import dates, longer, relative
from communique.coding.times.story import DAILY, UNPLACED, Placed, Story
from communique.coding.times.tense import FUTURE, PAST, PRESENT, UNDECIDED
from communique.timex import Reading, TimeMention

Placer = Callable[[Reading, str, Story], Placed]

PLACERS: dict[str, Placer] = {
    "day": dates.place_day,
    "month": longer.place_month,
    "last_night": dates.place_last_night,
    "season": longer.place_season,
    "year": longer.place_year,
    "part_of_year": longer.place_part_of_year,
    "decade": longer.place_decade,
    "century": longer.place_century,
    "era": longer.place_era,
    "holiday": longer.place_holiday,
    "period": longer.place_period,
    "recent": relative.place_recent,
    "ago": relative.place_ago,
    "shift": relative.place_shift,
    "shift_weekday": relative.place_shift_weekday,
    "lapse": relative.place_lapse,
    "eve": relative.place_eve,
    "eve_of": relative.place_eve_of,
    "same": relative.place_same,
    "epoch": relative.place_epoch,
    "clock": relative.place_clock,
    "duration": relative.place_duration,
    "set": relative.place_set,
    "ref": relative.place_ref,
}
LAST_DAY = 31
UNBOUND = frozenset({"duration", "set", "lapse", "ref"})


def place_all(mentions: Iterable[TimeMention], anchor: date | None) -> tuple[Placed, ...]:
    """Each mention on the calendar, were the article published on ``anchor`` (None: not known)."""
    mentions = tuple(mentions)
    story = Story(anchor, named=_named(mentions))
    placed: list[Placed] = []
    for at, read in enumerate(mentions):
        story.enter(read)
        _look_on(mentions, at, story)
        mention = _gone_on_with(read, story.narrated)
        found = PLACERS[mention.reading.shape](mention.reading, mention.tense, story)
        story.remember(mention, found)
        placed.append(_bounded(mention, found, story))
    return tuple(placed)


def _look_on(mentions: tuple[TimeMention, ...], at: int, story: Story) -> None:
    """'Au dixième jour du siège, lundi, …': words that count from a day told later."""
    mention = mentions[at]
    counts = mention.reading.shape == "same" or (mention.reading.told and mention.tense == PAST)
    if not counts or story.here is not UNPLACED:
        return
    for later in mentions[at + 1 :]:
        if later.sentence != mention.sentence:
            return
        plain = later.reading.shape == "day" and not later.reading.bound and later.reading.to is None
        if plain and later.tense in ("", PAST) and not later.attached and not later.aside:
            story.here = PLACERS["day"](later.reading, later.tense, story)
            story.day = story.last = story.here
            return


def _gone_on_with(mention: TimeMention, since: date | None) -> TimeMention:
    """'En 2011, la révolte éclate. En mars, l'armée tire': a month of a year told as present."""
    reading = mention.reading
    dated = reading.shape in ("day", "month") and reading.month is not None and reading.weekday is None
    told = reading.year is not None or reading.year_offset is not None or reading.direction is not None
    if since is None or not dated or told or reading.to or mention.tense not in (PRESENT, FUTURE, UNDECIDED):
        return mention
    later = (reading.month or 1, reading.day or LAST_DAY) < (since.month, since.day)
    return replace(mention, reading=replace(reading, year=since.year + later))


def _named(mentions: tuple[TimeMention, ...]) -> dict[tuple[int, int], int]:
    """The years of the full dates of the text, by month and day; the first one told counts."""
    named: dict[tuple[int, int], int] = {}
    for mention in mentions:
        reading = mention.reading
        if reading.dated:
            named.setdefault((reading.month or 1, reading.day or 1), reading.year or 1)
    return named


def _bounded(mention: TimeMention, placed: Placed, story: Story) -> Placed:
    """The interval that a preposition makes of a date: 'depuis le 18 mai', "jusqu'au 30 juin"."""
    bound, anchor = mention.reading.bound, story.anchor
    if not bound or mention.reading.shape in UNBOUND or placed.begin is None or placed.end is None:
        return placed
    ahead = anchor if anchor is not None and anchor <= placed.end else None
    if bound == "since":
        return _since(placed, mention, story)
    if bound == "from":
        return placed._replace(end=None)
    if bound == "after":
        return placed._replace(begin=placed.end + timedelta(days=1), end=None)
    return placed._replace(begin=ahead)


def _since(placed: Placed, mention: TimeMention, story: Story) -> Placed:
    """'Le 9 avril, … quatrième raid depuis le 3 mars' runs to the day told before; else to publication."""
    here = story.here
    day, begin = here.day, placed.begin
    if here is not UNPLACED and day and begin and begin < day and mention.reading.shape in DAILY:
        counted = Placed("DATE", f"{begin}/{day}", begin, day)
        return counted if mention.counted else Placed(placed.kind, placed.value, begin, day)
    ahead = story.anchor is not None and begin is not None and begin > story.anchor  # 'depuis demain'
    return placed._replace(end=None if ahead else story.anchor)
