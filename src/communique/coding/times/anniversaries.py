"""The year that lies a number of years after another: 'vingt ans jour pour jour après l'invasion de 2003'.

What is told so, and not of long ago, is of the calendar year that many years on. 'Près de vingt ans après …'
tells no year, and neither does a look back ('dix ans après l'accord de 1990, il avait fui').
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from communique.coding.times.tense import FUTURE, PLUPERFECT
from communique.coding.times.weekday_years import IN_TEXT
from communique.model import DateEvidence
from communique.timex import TimeMention

RULE = "#years-on"  # of the calendar: a number of years that is not said to be rough
YEARS = "Y"
BETWEEN = 60  # characters between the years and the date that they are counted from
FIRST, LAST = 1990, 2100


def anniversaries(times: tuple[TimeMention, ...]) -> Iterator[DateEvidence]:
    """The years of publication that counts of years entail."""
    for lapse, then in pairwise(times):
        near = lapse.sentence == then.sentence and then.span.start - lapse.span.end <= BETWEEN
        known = then.reading.year if then.reading.shape in ("day", "month", "year") else None
        counted = lapse.rule.endswith(RULE) and lapse.reading.unit == YEARS and lapse.reading.amount.isdigit()
        if not (near and known and counted) or lapse.tense in (PLUPERFECT, FUTURE) or then.reading.to:
            continue
        year = known + int(lapse.reading.amount)
        if FIRST <= year <= LAST:
            says = f"{lapse.span.text!r} {then.span.text!r} is told in {year}"
            yield DateEvidence("text", lapse.span, IN_TEXT, says, date(year, 1, 1), date(year, 12, 31))
