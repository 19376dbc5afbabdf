"""Time expressions as read, before they are set on the calendar.

A :class:`Reading` holds what the words alone say ('the eighth of June, no year'); a
:class:`TimeMention` is a reading with its words and the tense of what governs it. Setting them on the
calendar needs the day of publication and is done by :func:`communique.coding.when.resolve_times`.
"""

from __future__ import annotations

from dataclasses import dataclass

from communique.model import Span


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words of a time expression say; None and '' mean that the words do not say it.

    ``shape`` names the kind of reading and decides which fields count: ``day``, ``month``, ``season``,
    ``year``, ``part_of_year``, ``decade``, ``century``, ``era`` (whose days stand in ``value``),
    ``period`` (a calendar unit told from publication), ``recent``, ``ago`` (``amount`` of ``unit`` from
    publication), ``last_night``, ``shift`` and ``shift_weekday`` (from the story's own day), ``lapse``
    and ``eve`` (from an event that is no date), ``eve_of`` (from one that is), ``same``, ``epoch``,
    ``clock``, ``duration``, ``set``, ``ref``, ``holiday``. ``unit`` and ``part`` are TIMEX3's letters,
    ``clock`` is 'HH:MM' or 'HH:MMZ'.
    ``direction`` is -1 for 'dernier', 1 for 'prochain', 0 for 'ce'; ``offset`` counts days from
    publication. ``bound`` is ``since``, ``until``, ``before``, ``after``, ``by``, ``from`` or ``within``.
    ``told`` marks words that name a day of the story ('la veille') rather than a lapse ('deux jours plus
    tard'). ``to`` is the other end of a range.
    """

    shape: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str = ""
    offset: int | None = None
    direction: int | None = None
    year_offset: int | None = None
    amount: str = ""
    unit: str = ""
    part: str = ""
    clock: str = ""
    edge: str = ""
    value: str = ""
    bound: str = ""
    told: bool = False
    to: Reading | None = None

    @property
    def dated(self) -> bool:
        """Whether the words name a full day of the calendar, year included."""
        return self.shape == "day" and None not in (self.year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression found in the text.

    ``head`` is the offset of its first telling word; ``kind`` is TIMEX3's DATE, TIME, DURATION or SET;
    ``tense`` is that of the governing verb (``past``, ``pluperfect``, ``present``, ``future``,
    ``undecided``, or '' where none was met); ``sentence`` counts sentences from 0. ``attached`` marks a
    date that belongs to a noun ('les attentats du 13 novembre 2015') and is not when something of the
    story took place; ``announced`` one that may lie ahead though its verb is past ('a promis une visite
    en 2020'); ``aside`` one that a participle or a relative tells ('le mouvement né le 17 novembre');
    ``fronted`` one that begins its sentence; ``opens`` an hour that stands at the head of a post ('20h15 -
    Le palais est pris'); ``counted`` a time in which acts are counted ('le troisième raid depuis le 18 mai').
    """

    span: Span
    head: int
    kind: str
    reading: Reading
    tense: str
    sentence: int
    rule: str
    attached: bool = False
    announced: bool = False
    aside: bool = False
    fronted: bool = False
    opens: bool = False
    counted: bool = False

    @property
    def unanchored(self) -> bool:
        """Whether its value needs a day that the expression itself does not name."""
        absolute = self.reading.year is not None or self.reading.shape in ("duration", "set", "ref")
        return not absolute or bool(self.reading.bound)
