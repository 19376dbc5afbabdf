"""Events, series and how they are told."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from coded_samples import coded
from communique.chronicle import accounts_of, events_of, series_of
from communique.chronicle.telling import heading, tell, when
from communique.codebook import STATUSES, event_types
from communique.model import Unknown
from communique.records.chronicle import account_from_json, account_json, event_from_json, event_json

OPEN = Unknown("test")
CALL, DEATHS = events_of(coded())


def test_each_report_is_its_own_event() -> None:
    assert [event.reports for event in (CALL, DEATHS)] == [(r.id,) for r in coded().reports]
    assert CALL.history == DEATHS.history == ("each report its own event",)
    assert CALL.voices == 1


def test_parties_carry_names_offices_and_words() -> None:
    first, second = CALL.named("actor")
    assert (first.name, first.country, first.office, first.words) == (
        "Sergey Lavrov", "RUS", "foreign_minister", "Sergueï Lavrov",
    )  # fmt: skip
    assert second.name == "John Kerry"
    assert DEATHS.named("actor")[0].name == Unknown("two would fit", ("a1", "a2"))


def test_events_and_accounts_survive_json() -> None:
    assert event_json(event_from_json(event_json(CALL))) == event_json(CALL)
    for account in accounts_of(coded()):
        assert account_json(account_from_json(account_json(account))) == account_json(account)


@pytest.mark.parametrize(
    ("begin", "end", "words"),
    [
        (date(2015, 9, 5), date(2015, 9, 5), "Saturday 5 September 2015"),
        (date(2017, 5, 1), date(2017, 5, 7), "1 to 7 May 2017"),
        (date(2017, 5, 30), date(2017, 6, 2), "30 May 2017 to 2 June 2017"),
        (date(2017, 5, 1), OPEN, "From 1 May 2017"),
        (OPEN, date(2017, 5, 1), "Until 1 May 2017"),
        (OPEN, OPEN, "No day known"),
    ],
)
def test_days_in_words(begin: date | Unknown, end: date | Unknown, words: str) -> None:
    assert when(dataclasses.replace(CALL, begin=begin, end=end)) == words


def test_headings() -> None:
    assert heading(CALL) == "Sergey Lavrov and John Kerry speak by phone"
    assert heading(DEATHS) == "\u00abont été\u00bb attacks (Aleppo)"
    planned = dataclasses.replace(CALL, status="planned", mode="visit", parties=CALL.parties[:1])
    assert heading(planned) == "Planned: Sergey Lavrov pays a visit"


@pytest.mark.parametrize("event_type", event_types(), ids=lambda t: t.name)
def test_every_type_mode_and_status_has_its_words(event_type) -> None:  # type: ignore[no-untyped-def]
    for mode in (*event_type.modes, OPEN):
        for status in STATUSES:
            told = heading(dataclasses.replace(CALL, type=event_type.name, mode=mode, status=status))
            assert "Lavrov" in told
            assert "{" not in told


def test_events_that_read_alike_share_a_heading() -> None:
    twice = (coded("a" * 16, "one"), coded("b" * 16, "two"))
    events = [event for c in twice for event in events_of(c)]
    accounts = [account for c in twice for account in accounts_of(c)]
    days = tell(events, accounts)
    assert [day.title for day in days] == [
        "Saturday 5 September 2015",
        "No day given, told on 5 September 2015",
    ]
    (entry,) = days[0].entries
    assert [t.account.source for t in entry.tellings] == ["one", "two"]
    assert "told as number 2 en une semaine" in entry.tellings[0].notes
    assert "according to government of Turkey" in days[1].entries[0].tellings[0].notes


def test_series_join_events_of_one_kind_and_the_same_parties() -> None:
    events = [*events_of(coded("a" * 16)), *events_of(coded("b" * 16))]
    (series,) = series_of(events)
    assert (series.type, series.mode, series.parties) == ("CONSULT", "phone", ("John Kerry", "Sergey Lavrov"))
    assert len(series.events) == 2
    assert [claim.n for claim in series.ordinals] == [2, 2]


def test_one_event_is_a_series_only_when_it_claims_to_be() -> None:
    assert len(series_of([CALL])) == 1
    assert series_of([dataclasses.replace(CALL, ordinals=())]) == ()
