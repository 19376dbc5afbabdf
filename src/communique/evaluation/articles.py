"""Marks and misses for one article beside its reports: statements, times, furniture, publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from communique.evaluation.coded import CodedStatement, CodedTime
from communique.evaluation.gold import GoldArticle, GoldInterval, GoldStatement, GoldTime
from communique.evaluation.marks import Mark, Miss
from communique.evaluation.matching import STRICT_OVERLAP, Reading, content_of, match_statements
from communique.evaluation.reports import Outcome, judge_reports

TOLERANCE = timedelta(days=7)
"""How far an end of a reasoned interval of publication may lie from gold's (the issue's tolerance)."""
OPEN_DAY = re.compile(r"XXXX-\d\d(-\d\d)?")
OPEN_WEEKDAY = re.compile(r"XXXX-WXX-(\d)")


def judge_article(reading: Reading) -> Iterator[Outcome]:
    """Everything about one coded article."""
    yield from judge_reports(reading)
    yield from _judge_statements(reading)
    yield from _judge_times(reading)
    yield from _judge_furniture(reading)
    yield from _judge_publication(reading)


def judge_absent(gold: GoldArticle) -> Iterator[Outcome]:
    """An article that was not coded: all that it owes is missed."""
    owed = len(gold.reports)
    yield from (Mark(field, gold=owed) for field in ("reports", "parties", "parties strict"))
    yield from (Mark(field, gold=len(gold.statements)) for field in ("statements .8", "statements .3"))
    yield from (Mark(field, gold=len(gold.times)) for field in ("times", "time values"))
    reason = "no coded line has this source"
    yield Miss(gold.id, "articles", "", "", "", f"{owed} reports", "nothing", reason)


def _judge_statements(reading: Reading) -> Iterator[Outcome]:
    """Statements by the overlap of their content, and their fields where it is .3 or more."""
    for statement, coded, shared in match_statements(reading):
        good = shared >= STRICT_OVERLAP
        yield Mark("statements .8", right=good, gold=1)
        yield Mark("statements .3", right=coded is not None, gold=1)
        if coded is not None:
            yield from _judge_statement(reading, statement, coded)
        if not good:
            yield _statement_miss(reading, statement, coded)
    predicted = sum(coded.first < reading.limit for coded in reading.line.statements)
    yield Mark("statements .8", predicted=predicted)
    yield Mark("statements .3", predicted=predicted)


def _statement_miss(reading: Reading, statement: GoldStatement, coded: CodedStatement | None) -> Miss:
    """A statement that is absent, or whose content is cut elsewhere."""
    gold = f"{statement.content_start} \u2026 {statement.content_end}"
    got = reading.line.text[coded.content.start : coded.content.end] if coded else "nothing"
    reason = "the content is cut elsewhere" if coded else f"no statement; its cue is {statement.cue!r}"
    if content_of(reading, statement) is None:
        reason = "the coded text lacks these words"
    group = "/".join(sorted(statement.kinds))
    words = statement.content_start
    return Miss(reading.gold.id, "statements", group, words, "", gold, got, reason)


def _judge_statement(reading: Reading, statement: GoldStatement, coded: CodedStatement) -> Iterator[Outcome]:
    """Speaker, kind, channel and addressee of a statement that was found."""
    if statement.speaker and statement.speaker.text:
        right = reading.actor_met(statement.speaker, (coded.speaker,))
        yield Mark("speaker", right=right, gold=1, open=coded.speaker is None)
        if not right:
            got = _name(reading, coded.speaker)
            yield _field_miss(reading, statement, "speaker", statement.speaker.text, got)
    yield Mark("statement kind", right=coded.kind in statement.kinds, gold=1)
    if statement.channel:
        right = coded.channel == statement.channel
        yield Mark("channel", right=right, gold=1, open=coded.channel is None)
        if not right:
            got = coded.channel or "nothing"
            yield _field_miss(reading, statement, "channel", statement.channel, got)
    if statement.addressee and statement.addressee.text:
        right = reading.actor_met(statement.addressee, (coded.addressee,))
        yield Mark("addressee", right=right, gold=1, open=coded.addressee is None)
        if not right:
            got = _name(reading, coded.addressee)
            yield _field_miss(reading, statement, "addressee", statement.addressee.text, got)


def _field_miss(reading: Reading, statement: GoldStatement, field: str, *told: str) -> Miss:
    """A miss at a field of a statement; ``told`` is what gold says and what was got."""
    gold, got = told
    reason = "left open" if got == "nothing" else "another one"
    return Miss(reading.gold.id, field, "", statement.content_start, "", gold, got, reason)


def _name(reading: Reading, actor: str | None) -> str:
    """An actor's name; 'nothing' when there is none."""
    known = reading.actors.get(actor or "")
    return known.name if known else "nothing"


def _judge_times(reading: Reading) -> Iterator[Outcome]:
    """Time expressions by their words, then by value, then by first and last day."""
    used: set[int] = set()
    for time in reading.gold.times:
        index = _coded_time(reading, time, used)
        coded = reading.line.times[index] if index is not None else None
        if index is not None:
            used.add(index)
        yield Mark("times", right=coded is not None, gold=1)
        good = coded is not None and same_value(time.value, coded.value)
        yield Mark("time values", right=good, gold=1)
        same_days = coded is not None and (time.begin, time.end) == (coded.begin, coded.until)
        if time.begin and coded is not None:
            left_open = coded.begin is None and coded.until is None
            yield Mark("time days", right=same_days, gold=1, open=left_open)
        if not good:
            yield _time_miss(reading, time, coded)
    predicted = sum(coded.words.start < reading.limit for coded in reading.line.times)
    yield Mark("times", predicted=predicted)
    yield Mark("time values", predicted=predicted)


def _time_miss(reading: Reading, time: GoldTime, coded: CodedTime | None) -> Miss:
    """A time expression that is absent or has another value."""
    gold = f"{time.value} {time.begin}..{time.end}"
    got = f"{coded.value} {coded.begin}..{coded.until}" if coded else "nothing"
    reason = "another value" if coded else "no time expression at these words"
    return Miss(reading.gold.id, "times", "", time.text, "", gold, got, reason)


def _coded_time(reading: Reading, time: GoldTime, used: set[int]) -> int | None:
    """The first unused coded time expression at one of the places of gold's words."""
    places = reading.text.find(time.text)
    for index, coded in enumerate(reading.line.times):
        if index not in used and any(coded.words.overlaps(place) for place in places):
            return index
    return None


def same_value(gold: str | None, coded: str | None) -> bool:
    """The same TIMEX3 value, or one that fills in what gold leaves open.

    >>> same_value("XXXX-09-03", "2018-09-03"), same_value("XXXX-WXX-4", "2018-12-13")
    (True, True)
    """
    if gold == coded:
        return True
    if not gold or not coded:
        return False
    if OPEN_DAY.fullmatch(gold):
        return coded[4:] == gold[4:]
    weekday = OPEN_WEEKDAY.fullmatch(gold)
    try:
        return bool(weekday and date.fromisoformat(coded[:10]).isoweekday() == int(weekday[1]))
    except ValueError:
        return False


def _judge_furniture(reading: Reading) -> Iterator[Outcome]:
    """Words of the page around the article must lie outside all coded blocks."""
    for words in reading.gold.furniture:
        place = next(iter(reading.text.find(words)), None)
        kept_out = place is None or not any(place.overlaps(block) for block in reading.line.read)
        yield Mark("furniture", right=kept_out, gold=1)
        if not kept_out:
            reason = "a headline, lead or body block holds these words"
            yield Miss(reading.gold.id, "furniture", "", words, "", "furniture", "coded", reason)


def _judge_publication(reading: Reading) -> Iterator[Outcome]:
    """The day of publication where it is told, or else the interval that the text entails."""
    gold, (value, begin, end) = reading.gold, reading.line.published
    if gold.published:
        right = begin == gold.published == end
        wrong = bool(begin) and not (begin or "") <= gold.published <= (end or "9999")
        yield Mark("published", right=right, gold=1, open=begin is None, wrong=wrong)
        if not right:
            yield _publication_miss(reading, gold.published)
    elif gold.interval:
        right = _within(gold.interval, begin, end) and value == gold.interval.value
        yield Mark("publication interval", right=right, gold=1, open=begin is None and end is None)
        if not right:
            interval = gold.interval
            yield _publication_miss(reading, f"{interval.begin}..{interval.end}, best {interval.value}")


def _within(gold: GoldInterval, begin: str | None, end: str | None) -> bool:
    """Whether both ends lie within a week of gold's."""
    if not begin or not end:
        return False
    first, last = date.fromisoformat(begin), date.fromisoformat(end)
    return abs(first - gold.begin) <= TOLERANCE and abs(last - gold.end) <= TOLERANCE


def _publication_miss(reading: Reading, gold: str) -> Miss:
    """A day of publication that is not gold's."""
    value, begin, end = reading.line.published
    got = f"{begin}..{end}, best {value}"
    return Miss(reading.gold.id, "published", "", "", "", gold, got, "other days")
