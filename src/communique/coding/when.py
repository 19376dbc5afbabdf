"""Time expressions: found by rules of the language's calendar, then set on the calendar.

First :func:`find_times` reads what the words say; the day of publication is reasoned from some of
them (:mod:`communique.coding.dating`); then :func:`resolve_times` gives every expression its TIMEX3
value and its earliest and latest day (codebook, section 'When').
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from communique.coding.times.ahead import COMMA
from communique.coding.times.matching import Match, line_of, matches, spelled
from communique.coding.times.reading import read
from communique.coding.times.resolve import place_all
from communique.coding.times.story import Placed
from communique.coding.times.tense import (
    COMING,
    FUTURE,
    PAST,
    PRESENT,
    UNDECIDED,
    noun_above,
    tense_of,
    told_aside,
    until_when,
)
from communique.languages.calendar import Calendar
from communique.model import Publication, Span, TimeExpression, Unknown
from communique.syntax import Sentence
from communique.timex import TimeMention

__all__ = ["TimeMention", "find_times", "resolve_times"]

KINDS = {"duration": "DURATION", "lapse": "DURATION", "recent": "DURATION", "set": "SET", "clock": "TIME"}
POST_MARKS = frozenset("-\u2013\u2014:.|")  # between the hour of a live page's post and its text
NAMED_BY, PENDING_WITHIN = 2, 4  # words of 'reunion de' before a day, and of 'a ete annulee' behind it
BEGUN_WITHIN = 8  # words before a day in which "depuis" stands
NOUN_PHRASE = 6  # words before "de mardi" in which its noun and the preposition of this stand
NO_ANCHOR = "the words leave it open, and the day of publication is not known"
OPEN = "the words leave this end open"
SINCE, UNTIL = "since", "until"  # the bounds of 'depuis' and of "jusqu'a"


def find_times(
    sentences: Iterable[Sentence], calendar: Calendar, *, text: str = ""
) -> tuple[TimeMention, ...]:
    """The time expressions of an article, in order of text, not yet set on the calendar.

    Only the words of the sentences are matched; the tree serves for the tense of the governing verb.
    ``text`` is the article's: give it wherever it may hold other blanks between words than plain ones
    ('le 10\u00a0décembre'), since sentences do not keep them.
    """
    found: list[TimeMention] = []
    for number, sentence in enumerate(sentences):
        words = text[sentence.start : sentence.end] if text else spelled(sentence)
        line, low = line_of(words)
        for match in matches(line, low, calendar):
            start, end = sentence.start + match.start, sentence.start + match.end
            span = Span(start, end, words[match.start : match.end])
            mention = _mention(match, span, sentence, number=number, calendar=calendar)
            opens = not low[: match.start].strip() and low[match.end :].lstrip()[:1] in POST_MARKS
            mention = _amid(_after(mention, low[: match.start], calendar))
            mention = _pending(mention, low, match, calendar)
            found.append(replace(mention, opens=True) if opens else mention)
    return tuple(found)


def _after(mention: TimeMention, before: str, calendar: Calendar) -> TimeMention:
    """The mention with what the words before it tell: 'les attentats du 13 novembre 2015'."""
    words = before.replace("'", " ").split()
    dated = mention.reading.weekday is not None and mention.reading.month is not None
    told = words[:-1] if dated and mention.tense == PAST else words  # 'annoncee vendredi 17 septembre'
    announced = mention.announced or any(calendar.has("announcing", word) for word in told)
    counted = bool(words) and calendar.has("counting", words[-1])  # 'du quatrième samedi'
    nearest = words[-2:-1] if counted else words[-1:]
    attached = any(calendar.has("attaching", word) for word in nearest)
    happened = attached and len(words) > 1 and calendar.has("happened", words[-2])
    tense = PAST if happened else mention.tense
    if _towards_plan(words, attached, calendar):
        tense = FUTURE
    elif attached and tense == FUTURE and mention.reading.day and not _names_plan(words, calendar):
        tense = UNDECIDED  # 'le défaut du 30 juin pourrait se répéter'
    elif attached and mention.reading.shape == "month" and tense in (PRESENT, FUTURE):
        kept = {PRESENT: UNDECIDED}.get(tense, tense)  # "le scrutin de mai s'annonce serré"
        planned = _names_plan(words, calendar) or mention.reading.year is not None
        tense = kept if planned else PAST  # "l'accord de mars prévoit …"
    if words and calendar.has("than", words[-1]) and any(calendar.has("comparing", w) for w in words[-4:-1]):
        tense = UNDECIDED  # 'plus de fûts qu'en 2017 seront vendus'
    begun = not attached and _begun(words[-BEGUN_WITHIN:], calendar)
    if begun and tense == FUTURE:
        tense = PAST  # 'depuis le début du mouvement le 17 novembre'
    fresh = mention.reading.weekday is not None  # 'trois jours après le référendum du dimanche 1er octobre'
    behind = fresh and any(calendar.has("behind", word) for word in words[-NOUN_PHRASE:])
    announced = announced or (attached and _names_plan(words, calendar) and not behind)
    counted = any(calendar.has("counting", word) for word in words)
    aside = mention.aside or begun
    return replace(mention, attached=attached, announced=announced, tense=tense, counted=counted, aside=aside)


def _begun(words: list[str], calendar: Calendar) -> bool:
    """Whether a day is that of a beginning: 'depuis le début du siège, jeudi'; not 'muet depuis lundi'."""
    start = max((n for n, word in enumerate(words, 1) if calendar.has("begun", word)), default=0)
    told = words[start:] if start else []
    timed = any(calendar.has(name, w) for name in ("weekday", "month", "unit") for w in told)
    return bool(told) and not timed and not any(w.endswith(COMMA) or w.isdigit() for w in told[:-1])


def _towards_plan(words: list[str], attached: bool, calendar: Calendar) -> bool:
    """Whether the words put off to a day, or point to what is planned: 'jusqu'à son procès le 7 mars'."""
    if len(words) > 1 and calendar.has("put_off_to", words[-1]) and calendar.has("put_off", words[-2]):
        return True
    named = bool(words) and calendar.has("planned", words[-1])
    return (named and _planned(words[-NOUN_PHRASE:], calendar)) or (
        attached and _planned(words[-NOUN_PHRASE:-1], calendar)
    )


def _amid(mention: TimeMention) -> TimeMention:
    """A month told in the present: near in 'le mandat expire en mars', past in 'En mars, le front cède'."""
    reading = mention.reading
    dated = reading.shape in ("day", "month", "season") and reading.weekday is None
    amid = dated and not mention.fronted and not mention.attached
    return replace(mention, tense=UNDECIDED) if amid and mention.tense == PRESENT else mention


def _pending(mention: TimeMention, low: str, match: Match, calendar: Calendar) -> TimeMention:
    """The mention, to come where its noun says so: 'la réunion de vendredi a été annulée'."""
    before, after = low[: match.start].split()[-NAMED_BY:], low[match.end :].split()[:PENDING_WITHIN]
    reading = mention.reading
    bare = mention.attached and reading.day is None and reading.year is None
    planned = any(calendar.has("planned", word) for word in before)
    pending = any(calendar.has("pending", word.strip(",.;")) for word in after)
    named = reading.weekday is not None or reading.month is not None
    return replace(mention, tense=FUTURE) if bare and named and planned and pending else mention


def _names_plan(words: list[str], calendar: Calendar) -> bool:
    """Whether the noun before a date is of what is planned, or put off to it: 'le sommet du 3 mai'."""
    return any(calendar.has("planned", w) or calendar.has("put_off", w) for w in words[-NOUN_PHRASE:])


def _planned(words: list[str], calendar: Calendar) -> bool:
    """Whether the words point to something planned: 'pour son sommet de mardi'."""
    towards = next((n for n, word in enumerate(words) if calendar.has("towards", word)), len(words))
    return any(calendar.has("planned", word) for word in words[towards:])


def _mention(match: Match, span: Span, sentence: Sentence, *, number: int, calendar: Calendar) -> TimeMention:
    reading = read(match.rule, match.groups, match.bound, calendar=calendar)
    tense = tense_of(sentence, span.start, span.end, calendar=calendar)
    if tense == PAST and reading.bound == UNTIL:
        tense = until_when(sentence, span.start, span.end, calendar=calendar) or tense
    if tense == PRESENT and calendar.has("at_earliest", span.text.lower().split()[0]):
        tense = FUTURE
    if tense == COMING:
        tense = FUTURE if reading.month is None else PRESENT
    lasting = reading.bound == SINCE and tense == PRESENT  # 'bombarde Gaza depuis octobre'
    year_told = reading.year is not None and reading.weekday is None  # 'des elections en mars 2019'
    return TimeMention(
        span=span,
        head=sentence.start + match.head,
        kind=KINDS.get(match.rule.reads, "DATE"),
        reading=reading,
        tense=PAST if lasting else tense,
        sentence=number,
        rule=f"{calendar.rule_path}#{match.rule.id}",
        announced=year_told and calendar.has("planned", noun_above(sentence, span.start, span.end)),
        aside=told_aside(sentence, span.start, span.end),
        fronted=span.start == sentence.start,
    )


def resolve_times(mentions: Iterable[TimeMention], published: Publication) -> tuple[TimeExpression, ...]:
    """The time expressions with their values, ids ``t1`` … in order of text.

    The anchor is the best value of the publication. Where it is only an interval, an expression gets
    the value that every day of it gives, and stays open (``XXXX-WXX-3``) where they differ: values move
    one way with publication, so that the two ends decide.
    """
    mentions = tuple(sorted(mentions, key=lambda m: (m.span.start, m.span.end)))
    placed = _placed(mentions, published)
    return tuple(
        _expression(number, mention, found)
        for number, (mention, found) in enumerate(zip(mentions, placed, strict=True), 1)
    )


def _placed(mentions: tuple[TimeMention, ...], published: Publication) -> tuple[Placed, ...]:
    if isinstance(published.value, date):
        return place_all(mentions, published.value)
    undated = place_all(mentions, None)
    if not (isinstance(published.begin, date) and isinstance(published.end, date)):
        return undated
    early, late = place_all(mentions, published.begin), place_all(mentions, published.end)
    return tuple(a if a == b else u for a, b, u in zip(early, late, undated, strict=True))


def _expression(number: int, mention: TimeMention, placed: Placed) -> TimeExpression:
    reason = NO_ANCHOR if placed.begin is None and placed.end is None else OPEN
    return TimeExpression(
        id=f"t{number}",
        span=mention.span,
        type=placed.kind,
        value=placed.value,
        begin=placed.begin if placed.begin is not None else Unknown(reason),
        end=placed.end if placed.end is not None else Unknown(reason),
        rule=mention.rule,
    )
