"""What the resolver remembers while it goes through an article: publication, and the story's days."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from communique.timex import TimeMention


class Placed(NamedTuple):
    """A time expression on the calendar: TIMEX3 type and value; None for days that are not known."""

    kind: str
    value: str
    begin: date | None
    end: date | None

    @property
    def day(self) -> date | None:
        """The day, where the expression names one single day."""
        return self.begin if self.begin is not None and self.begin == self.end else None


NARRATIVE = 2  # sentences without a time that end a narrative
UNPLACED = Placed("DATE", "", None, None)


@dataclass(slots=True)
class Story:
    """The days met so far. ``anchor`` is the day of publication that is assumed, if any.

    ``told`` is the last date that the text names in any way, ``last`` the last one at which something
    is told (from which 'two years later' counts), ``day`` the last such day, ``own`` the story's own
    day, ``latest`` the latest of those told in the past tense (from which a pluperfect looks back) and
    ``here`` the day that the sentence tells; ``posts`` the days and hours of a live page's posts;
    ``narrated`` is the first day of a year long gone that is told in the present; ``counting`` tells
    whether 'au lendemain' stood before in the sentence, ``opened`` whether the mention opens its sentence
    as the hour of a post does; ``named`` gives the years of the full dates of the text by month and day.
    """

    anchor: date | None
    named: dict[tuple[int, int], int] = field(default_factory=dict)
    told: Placed = UNPLACED
    last: Placed = UNPLACED
    day: Placed = UNPLACED
    own: Placed = UNPLACED
    latest: Placed = UNPLACED
    sentence: int = -1
    here: Placed = UNPLACED
    opened: bool = False
    counting: bool = False
    narrated: date | None = None
    posts: list[tuple[date, str]] = field(default_factory=list)

    def posted(self, clock: str) -> date | None:
        """The day of a post by its hour; going back in time, '23h10' after '00h45' is the day before."""
        day = self.posts[-1][0] if self.posts else self.anchor
        if day is None:
            return None
        falls = any(later > earlier for (_, later), (_, earlier) in pairwise(self.posts))
        if falls and clock > self.posts[-1][1]:
            day -= timedelta(days=1)
        self.posts.append((day, clock))
        return day

    def enter(self, mention: TimeMention) -> None:
        """Go on to the sentence of a mention."""
        if mention.sentence != self.sentence:
            if mention.sentence - self.sentence > NARRATIVE:
                self.narrated = None
            self.sentence, self.here, self.counting = mention.sentence, UNPLACED, False
        self.opened = mention.opens

    def remember(self, mention: TimeMention, placed: Placed) -> None:
        """Keep what a placed mention tells about the story's days."""
        reading = mention.reading
        self.counting = self.counting or reading.shape in ("same", "eve")
        if reading.shape not in KEPT or placed.value == "PRESENT_REF":
            return
        if reading.dated and placed.day is not None and placed.day == self.anchor:
            self.day = self.here = placed  # the day of publication itself is no date of what is told
            return
        self.told = placed
        self._narrate(mention, placed)
        if reading.shape == "shift" and (reading.told and (reading.direction or 0) < 0):
            self.here = placed  # 'la veille' looks back: the story goes on from its own day
            return
        if placed.kind == "DURATION" and reading.shape == "shift":
            return  # 'quelques heures plus tard'
        if mention.attached and (reading.year is not None or self.counting):
            return  # 'au lendemain du quatrième samedi'
        since = reading.bound == "since" and self.last is not UNPLACED
        if since or reading.bound in ("until", "before", "by"):
            return
        self.last = placed
        if reading.shape in DAILY and (placed.begin is None or placed.day is not None):
            self.day = placed
        elif (
            placed.kind == "TIME" and placed.end is not None
        ):  # a night: what follows is told of its second day
            self.day = Placed("DATE", placed.end.isoformat(), placed.end, placed.end)
        if reading.bound or reading.to is not None:
            return
        if reading.shape in DAILY:
            self.here = placed
            aside = mention.tense == "pluperfect" or (mention.attached and reading.month is not None)
            if self.own is UNPLACED and reading.year is None and mention.tense != "future" and not aside:
                self.own = placed
            day, late = placed.day, self.latest.day
            behind = day is not None and self.anchor is not None and day <= self.anchor
            if mention.tense == "past" and behind and (late is None or (day is not None and day > late)):
                self.latest = placed

    def _narrate(self, mention: TimeMention, placed: Placed) -> None:
        """Keep from when a year long gone is told in the present: 'En 2011, la révolte éclate'."""
        reading, anchor, begin = mention.reading, self.anchor, placed.begin
        if reading.weekday is not None or mention.tense in ("past", "pluperfect") or reading.shape == "ago":
            self.narrated = None
        gone = (
            reading.year is not None and begin is not None and anchor is not None and begin.year < anchor.year
        )
        begins = mention.fronted and mention.tense == "present" and not mention.attached
        if gone and not reading.bound and (begins or self.narrated is not None):
            self.narrated = begin


DAILY = frozenset({"day", "eve_of", "shift", "shift_weekday", "holiday"})
KEPT = DAILY | {"month", "year", "season", "period", "ago", "decade"}
