"""The day of publication: what the page tells, or what the text entails (codebook, section 'When').

In order of trust: what was given, the page's metadata, its address, a dateline (all these are read
with the article); a full date of the text that names the day itself ('ce mercredi 4 juillet 2012');
and else reasons: full dates in the past, offices that people hold, names that came into use on a
day, dates without a year that fit only one year, weekdays' dates in the year in which those who act
were in office. A copyright year, a crawl date or today is none.
The result is the interval that the reasons entail, no narrower and no wider.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from communique.coding.times.anniversaries import anniversaries
from communique.coding.times.fitting import REACH, WEEKDAY_REACH, WEEKDAYS, bare_weekday, fit_dates, full_day
from communique.coding.times.linked import with_weekdays
from communique.coding.times.own_day import own_day
from communique.coding.times.resolve import place_all
from communique.coding.times.tense import FUTURE, PAST, PLUPERFECT
from communique.coding.times.weekday_years import IN_TEXT, LOOK_BACK, year_of_weekday
from communique.days import safe_date, weekday_until
from communique.evidence import NameEvidence, OfficeEvidence, ServingEvidence
from communique.model import Article, DateEvidence, Publication, Span, Unknown
from communique.syntax import Sentence
from communique.timex import Reading, TimeMention

LAST_MONTH = 12
OPEN_END = Unknown("this reason does not limit it on this side")
OUSTED_WITHIN = 5  # words behind a holder in which he is told of as overthrown
OPENING = 3  # sentences in which the text can name its own day
LAPSED = Unknown("the reasons contradict each other")
NOTHING = Unknown("nothing in the text or about it tells the day")


@dataclass(frozen=True, slots=True)
class Interval:
    """The days that remain; None for an end that nothing limits."""

    begin: date | None = None
    end: date | None = None

    def within(self, reasons: Iterable[DateEvidence]) -> Interval:
        """What remains when the reasons hold as well."""
        begins = [r.begin for r in reasons if isinstance(r.begin, date)]
        ends = [r.end for r in reasons if isinstance(r.end, date)]
        return Interval(
            max([*begins, *([self.begin] if self.begin else [])], default=None),
            min([*ends, *([self.end] if self.end else [])], default=None),
        )

    @property
    def empty(self) -> bool:
        """Whether no day remains."""
        return self.begin is not None and self.end is not None and self.begin > self.end


def date_article(
    article: Article,
    sentences: Iterable[Sentence],
    *,
    times: tuple[TimeMention, ...],
    holders: tuple[OfficeEvidence, ...] = (),
    names: tuple[NameEvidence, ...] = (),
    serving: tuple[ServingEvidence, ...] = (),
    ousted: frozenset[str] = frozenset(),
) -> Publication:
    """The publication of an article, with the evidence; Unknown where nothing tells or entails it.

    ``times`` are those of the coded sentences, ``holders``, ``names`` and ``serving`` what the stage of
    actors found; ``ousted`` words that tell of a holder as gone. Evidence that contradicts itself leaves the
    day open, and all of it is listed.
    """
    if isinstance(article.published.value, date):
        return article.published
    sentences, times = tuple(sentences), with_weekdays(times)
    told = _told(sentences, times)
    if told is not None:
        return told
    reasons = (*article.published.evidence, *_past_dates(times), *anniversaries(times))
    holders = tuple(_as_gone(h, sentences, ousted) for h in holders)
    reasons += tuple(_offices(sentences, times, holders)) + tuple(_names(sentences, times, names))
    return _reasoned(reasons, times, serving)


def _reasoned(
    reasons: tuple[DateEvidence, ...], times: tuple[TimeMention, ...], serving: tuple[ServingEvidence, ...]
) -> Publication:
    """The publication that reasons entail, with the dates that have no year fitted in."""
    interval = Interval().within(reasons)
    if interval.empty:
        return Publication(LAPSED, LAPSED, LAPSED, certain=False, evidence=reasons)
    year = year_of_weekday(times, serving, (interval.begin, interval.end))
    if year is not None and not interval.within([year]).empty:
        interval, reasons = interval.within([year]), (*reasons, year)
    if not reasons:
        return Publication(NOTHING, NOTHING, NOTHING, certain=False)
    ahead = _ahead(times, interval)
    if ahead is not None:
        interval, reasons = interval.within([ahead]), (*reasons, ahead)
    value: date | None = None
    limits = (interval.begin, interval.end)
    fitted = own_day(times, limits) or fit_dates(times, limits)
    if fitted is not None:
        narrower = interval.within([fitted])
        if not narrower.empty:
            interval, reasons = narrower, (*reasons, fitted)
            value = interval.begin if fitted.kind == "weekday" else None
    if interval.begin is not None and interval.begin == interval.end:
        value = interval.begin
    return Publication(
        value or Unknown("the reasons leave several days"),
        interval.begin or Unknown("no reason limits it on this side"),
        interval.end or Unknown("no reason limits it on this side"),
        certain=False,
        evidence=reasons,
    )


def _told(sentences: tuple[Sentence, ...], times: tuple[TimeMention, ...]) -> Publication | None:
    """A full date that is the day itself: 'ce mercredi 4 juillet 2012', or a line that is a date only.

    It must open the text and be the last that the text looks back on: 'Ce 13 novembre 2015, Paris
    bascule' opens articles of later years too.
    """
    past = _past_dates(times)
    for mention in times:
        day = full_day(mention)
        if day is None or mention.reading.bound or mention.reading.to is not None:
            continue
        alone = mention.sentence == 0 and _fills(mention.span, sentences[0])
        this = mention.reading.direction == 0 and mention.sentence < OPENING and mention.tense != FUTURE
        later = any(isinstance(p.begin, date) and p.begin > day for p in past)
        if (alone or this) and not later:
            says = f"the text names its own day, {day}"
            evidence = DateEvidence("text", mention.span, IN_TEXT, says, day, day)
            return Publication(day, day, day, certain=True, evidence=(evidence,))
    return None


def _fills(span: Span, sentence: Sentence) -> bool:
    """Whether a sentence consists of the span and of marks."""
    outside = (t for t in sentence.tokens if t.end <= span.start or t.start >= span.end)
    return not any(c.isalnum() for t in outside for c in t.text)


def _past_dates(times: tuple[TimeMention, ...]) -> tuple[DateEvidence, ...]:
    """The latest day, month or year that the text looks back on: it was published no earlier."""
    latest: tuple[date, Span, str] | None = None
    for mention, placed in zip(times, place_all(times, None), strict=True):
        begin = _first_day(mention.reading.to or mention.reading)
        if begin is None or not _surely_past(mention):
            continue
        if latest is None or begin > latest[0]:
            latest = (begin, mention.span, placed.value)
    if latest is None:
        return ()
    says = f"the text looks back on {latest[2]}, so that it was published no earlier"
    return (DateEvidence("text", latest[1], IN_TEXT, says, latest[0]),)


def _surely_past(mention: TimeMention) -> bool:
    """Whether the date lies behind: by its verb, or by 'depuis'; what was announced may lie ahead."""
    if mention.reading.bound == "since":
        return True
    past = mention.tense in (PAST, PLUPERFECT) and not mention.reading.bound
    return past and not mention.announced


def _first_day(reading: Reading) -> date | None:
    """The first day of a year, month or day that is named with its year."""
    if reading.year is None or reading.shape not in ("day", "month", "year"):
        return None
    return safe_date(reading.year, reading.month or 1, reading.day or 1)


def _ahead(times: tuple[TimeMention, ...], interval: Interval) -> DateEvidence | None:
    """The nearest year, month or day that the text looks ahead to: it was published no later.

    'La loi doit être déposée début 2023.' A text that tells of the past in the future tense ('en 1926, elle
    publiera …') names later years otherwise, or cannot be so old; where nothing else limits it, a date ahead
    is no reason.
    """
    if interval.begin is None:
        return None
    named = [m.reading.year for m in times if m.reading.year and (m.tense != FUTURE or m.attached)]
    latest = max(named, default=0)
    fits = [(day, m) for m in times if (day := _last_day(m)) and day.year > latest and day >= interval.begin]
    if not fits:
        return None
    last, mention = min(fits, key=lambda fit: (fit[0], fit[1].span.start))
    says = f"the text looks ahead to {mention.span.text!r}, so that it was published no later than {last}"
    return DateEvidence("text", mention.span, IN_TEXT, says, OPEN_END, last)


def _last_day(mention: TimeMention) -> date | None:
    """The last day of a date ahead that is named with its year; None for others."""
    reading = mention.reading.to or mention.reading
    if mention.tense != FUTURE or mention.attached or reading.year is None or reading.bound == "since":
        return None
    if reading.shape not in ("day", "month", "year", "season", "part_of_year"):
        return None
    month = reading.month or LAST_MONTH
    return safe_date(reading.year, month, reading.day or monthrange(reading.year, month)[1])


def _offices(
    sentences: tuple[Sentence, ...], times: tuple[TimeMention, ...], holders: tuple[OfficeEvidence, ...]
) -> Iterator[DateEvidence]:
    """What the offices of the people who act entail; each person in an office counts once."""
    groups: dict[tuple[str, str, str], list[OfficeEvidence]] = {}
    for holder in holders:
        if holder.tenures:
            groups.setdefault((holder.person, holder.office, holder.country), []).append(holder)
    for held in groups.values():
        gone = next((h for h in held if h.gone), None)
        yield from _gone(gone) if gone else (_office(held, sentences, times),)


def _gone(holder: OfficeEvidence) -> Iterator[DateEvidence]:
    """'L'ancien président Paul Morin': the text is of after the first of his terms."""
    ends = [end for _, end in holder.tenures if end is not None]
    if ends and len(ends) == len(holder.tenures):
        office = f"{holder.office.replace('_', ' ')} of {holder.country}"
        says = f"{holder.person} is told of as a former {office}, whose term ended {min(ends)}"
        yield DateEvidence("office", holder.span, IN_TEXT, says, min(ends))


def _as_gone(
    holder: OfficeEvidence, sentences: tuple[Sentence, ...], ousted: frozenset[str]
) -> OfficeEvidence:
    """The holder, without an end of term where a word right behind tells it: 'Paul Morin, renversé lundi'."""
    tokens = (t for s in sentences if s.start <= holder.span.start < s.end for t in s.tokens)
    behind = [t.low for t in tokens if t.start >= holder.span.end][:OUSTED_WITHIN]
    gone = bool(holder.tenures) and not holder.gone and not ousted.isdisjoint(behind)
    return replace(holder, tenures=((holder.tenures[0][0], None),)) if gone else holder


def _office(
    held: list[OfficeEvidence], sentences: tuple[Sentence, ...], times: tuple[TimeMention, ...]
) -> DateEvidence:
    """The union of the terms, and after its end as long as a bare weekday of the term reaches."""
    first = held[0]
    begins = [begin for begin, _ in first.tenures]
    ends = [end for _, end in first.tenures]
    begin = None if None in begins else min(b for b in begins if b)
    end = None if None in ends else max(e for e in ends if e)
    says = f"{first.person} is {first.office.replace('_', ' ')} of {first.country} {_term(begin, end)}"
    near = [_sentence_times(h.span, sentences, times) for h in held]
    if all(_looks_far_back(mentions) for mentions in near):
        end, says = None, f"{says}, and is told of in the past"
    elif end is not None and all(_set_back(mentions) for mentions in near):
        end, says = end + LOOK_BACK, f"{says}, and is told of in a look back"
    elif end is not None:
        end, more = _extended(end, [m for mentions in near for m in mentions])
        says = f"{says}; {more}"
    return DateEvidence("office", first.span, IN_TEXT, says, *_ends(begin, end))


def _term(begin: date | None, end: date | None) -> str:
    if begin and end:
        return f"from {begin} to {end}"
    return f"since {begin}" if begin else f"until {end}"


def _extended(end: date, near: list[TimeMention]) -> tuple[date, str]:
    """The last day on which an act of the term can be told with a bare weekday, and why."""
    weekdays = [m.reading.weekday for m in near if bare_weekday(m) and m.tense != PLUPERFECT]
    lasts = [(weekday_until(end, w), w) for w in weekdays if w]
    if not lasts:
        return end + WEEKDAY_REACH, "an act of the term is told at most six days after it"
    last, weekday = min(lasts)
    return last + WEEKDAY_REACH, f"the last {WEEKDAYS[weekday]} of the term is {last}, and {REACH}"


def _names(
    sentences: tuple[Sentence, ...], times: tuple[TimeMention, ...], names: tuple[NameEvidence, ...]
) -> Iterator[DateEvidence]:
    """What the use of names entails: 'État islamique' was none before 29 June 2014."""
    seen: set[str] = set()
    for name in names:
        if name.name in seen or (name.begin is None and name.end is None):
            continue
        seen.add(name.name)
        end = name.end
        if end is not None and _looks_far_back(_sentence_times(name.span, sentences, times)):
            end = None
        since = f"since {name.begin}" if name.begin else ""
        until = f"until {end}" if end else ""
        if since or until:
            says = f"the name {name.name} is in use {' '.join(filter(None, (since, until)))}"
            yield DateEvidence("name", name.span, IN_TEXT, says, *_ends(name.begin, end))


def _ends(begin: date | None, end: date | None) -> tuple[date | Unknown, date | Unknown]:
    return begin or OPEN_END, end or OPEN_END


def _sentence_times(
    span: Span, sentences: tuple[Sentence, ...], times: tuple[TimeMention, ...]
) -> list[TimeMention]:
    """The time expressions of the sentence that holds a span."""
    number = next((n for n, s in enumerate(sentences) if s.start <= span.start < s.end), -1)
    return [mention for mention in times if mention.sentence == number]


def _looks_far_back(near: list[TimeMention]) -> bool:
    """Whether a sentence is set in a year that it names: 'En 2013, le ministre John Kerry avait …'."""
    if any(bare_weekday(m) for m in near):
        return False
    return any(_names_a_year(m) and m.tense != FUTURE for m in near)


def _set_back(near: list[TimeMention]) -> bool:
    """Whether a sentence goes on with what was told aside: 'En janvier, …', 'Deux jours plus tard, …'."""
    if any(bare_weekday(m) for m in near):
        return False
    back = (m.reading.shape in ("shift", "month") and not m.attached for m in near)
    return any(back) and all(m.tense in (PAST, PLUPERFECT) for m in near)


def _names_a_year(mention: TimeMention) -> bool:
    """'En 2013', when something took place; not 'l'accord de 2015' and not 'depuis 2011'."""
    return mention.reading.year is not None and not mention.reading.bound and not mention.attached
