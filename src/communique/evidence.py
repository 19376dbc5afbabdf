"""What bears on the day of publication: the records that one stage finds and another reasons from.

The stage that reads actors knows who is named in which office and which names were in use when; the
stage that dates the article (:mod:`communique.coding.dating`) turns this into an interval (codebook,
section 'When').
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from communique.model import Span


@dataclass(frozen=True, slots=True)
class OfficeEvidence:
    """Words that name a person in an office as present: 'le secrétaire d'État américain John Kerry'.

    ``tenures`` are the closed intervals of days on which the person held it, in order; None stands for
    an end that is not on record: the office is still held, or its first day is not known. Of a former holder
    ('l'ancien ministre', 'le président déchu') ``gone`` is true: the text is of after the first of them.
    """

    span: Span
    person: str
    office: str
    country: str
    tenures: tuple[tuple[date | None, date | None], ...]
    gone: bool = False


@dataclass(frozen=True, slots=True)
class ServingEvidence:
    """Words that name a person who has held offices, as no former holder: 'John Kerry désapprouve …'.

    ``terms`` are the closed intervals of days, in whatever office; None stands for an end not on record.
    """

    span: Span
    person: str
    terms: tuple[tuple[date | None, date | None], ...]

    def serves(self, day: date) -> bool:
        """Whether the person is in an office on a day."""
        return any((begin or date.min) <= day <= (end or date.max) for begin, end in self.terms)


@dataclass(frozen=True, slots=True)
class NameEvidence:
    """Words that were in use as a name only since ``begin``, or only until ``end``: 'État islamique'.

    None stands for no such limit.
    """

    span: Span
    name: str
    begin: date | None
    end: date | None
