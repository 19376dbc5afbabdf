"""From what each article reports to what happened: events and series."""

from communique.chronicle.accounts import Account, accounts_of
from communique.chronicle.events import Event, EventOrdinal, EventParty, EventPlace, events_of
from communique.chronicle.lines import ArticleLine, StatementLine
from communique.chronicle.series import Series, series_of

__all__ = [
    "Account",
    "ArticleLine",
    "Event",
    "EventOrdinal",
    "EventParty",
    "EventPlace",
    "Series",
    "StatementLine",
    "accounts_of",
    "events_of",
    "series_of",
]
