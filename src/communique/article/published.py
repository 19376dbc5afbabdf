"""The day of publication as far as page and text state it; reasoning comes later (coding/dating).

Order of trust (codebook, 'When'): what the page or the user says, the address, a dateline, a publication
line. The years of copyrights and photo credits are never looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from communique.languages.furniture import Furniture, folded
from communique.model import Block, DateEvidence, Page, Publication, Span, Unknown

NUMERIC = r"(?P<n_day>\d{1,2})[/.-](?P<n_month>\d{1,2})[/.-](?P<n_year>\d{4}|\d{2})(?!\d)"
ISO = r"(?P<i_year>\d{4})-(?P<i_month>\d{2})-(?P<i_day>\d{2})"
DATELINES = ("#dateline-day", "#dateline-agency")
LINES = ("#published-line", "#published-glued", "#published-place", "#published-beside")
CENTURY = 2000
PARAGRAPHS = 1
"""A publication line may stand under the lead, and no further down."""
OPEN = Unknown("open")


def stated_publication(
    page: Page, text: str, blocks: tuple[Block, ...], *, furniture: Furniture
) -> Publication:
    """The publication day that page and text state, with every reason; Unknown when they state none."""
    apart = isinstance(page.title, str) and folded(page.title) not in folded(text)
    stated = lines(text, blocks, furniture, titled=apart)
    evidence = (*outside(page), *datelines(text, blocks, furniture), *stated)
    days = [e.begin for e in evidence if isinstance(e.begin, date) and e.begin == e.end]
    if days:
        return Publication(days[0], days[0], days[0], len(set(days)) == 1, evidence)
    ends = [e.end for e in evidence if isinstance(e.end, date)]
    nothing = Unknown("page and text give no day of publication")
    return Publication(nothing, OPEN if ends else nothing, min(ends) if ends else nothing, False, evidence)


def outside(page: Page) -> tuple[DateEvidence, ...]:
    """The day that the source or the user gives."""
    if isinstance(page.published, Unknown):
        return ()
    origin = page.published_origin or page.published_kind
    return (exact(page.published_kind, Unknown("outside the text"), origin, page.published),)


def exact(kind: str, span: Span | Unknown, origin: str | Unknown, day: date) -> DateEvidence:
    """Evidence that entails one day."""
    return DateEvidence(kind, span, origin, f"published on {day.isoformat()}", day, day)


def datelines(text: str, blocks: tuple[Block, ...], furniture: Furniture) -> Iterator[DateEvidence]:
    """Full dates in datelines: 'Moscou, 10 juin 2017 - '."""
    for block in blocks:
        if block.reason.endswith(DATELINES):
            for span, _, day in full_dates(text, block, furniture):
                yield exact("dateline", span, Unknown("within the text"), day)
                return


def lines(
    text: str, blocks: tuple[Block, ...], furniture: Furniture, *, titled: bool = False
) -> Iterator[DateEvidence]:
    """Full dates in publication lines around the headline.

    'Publié le 12 mai 2017' gives the day; 'Mis à jour le …' its end; a bare day counts only between
    headline and text, since above the headline a site shows today's. ``titled`` tells that the headline is
    known and no part of the text.
    """
    paragraphs = 0
    stated: dict[str, DateEvidence] = {}
    for block in blocks:
        paragraphs += block.role in {"lead", "body"}
        if paragraphs > PARAGRAPHS:
            break
        titled = titled or block.role == "headline"
        if block.reason.endswith(LINES):
            for span, label, day in full_dates(text, block, furniture):
                if label == "updated":
                    says = f"updated on {day.isoformat()}"
                    found = DateEvidence("text", span, Unknown("within the text"), says, OPEN, day)
                    stated.setdefault(label, found)
                elif label == "published" or titled:
                    stated.setdefault("published", exact("text", span, Unknown("within the text"), day))
    yield from stated.values() or _last_line(text, blocks, furniture)


def _last_line(text: str, blocks: tuple[Block, ...], furniture: Furniture) -> Iterator[DateEvidence]:
    """The one day of a line that ends the page, right below the text: 'Fait à Oslo, le 12 mai 2017'."""
    if len(blocks) > 1 and blocks[-1].reason.endswith(LINES) and blocks[-2].role == "body":
        for span, label, day in list(full_dates(text, blocks[-1], furniture))[:1]:
            if label != "updated":
                yield exact("text", span, Unknown("within the text"), day)


def full_dates(text: str, block: Block, furniture: Furniture) -> Iterator[tuple[Span, str, date]]:
    """Days with a year in a block, each with what is said before it: published, updated or nothing."""
    words = text[block.start : block.end]
    low = folded(words)
    label = ""
    done = 0
    for match in date_pattern(furniture).finditer(low):
        label = said(low[done : match.start()], furniture) or label
        done = match.end()
        day = day_of(match, furniture)
        if day is not None:
            start = block.start + match.start()
            yield Span(start, start + len(match[0]), text[start : start + len(match[0])]), label, day


def said(words: str, furniture: Furniture) -> str:
    """What words before a day say that it is the day of, publication or update; the last one counts."""
    found = [(words.rfind(word), "published") for word in furniture.published_words]
    found += [(words.rfind(word), "updated") for word in furniture.updated_words]
    place, label = max(found)
    return label if place >= 0 else ""


@lru_cache(maxsize=8)
def date_pattern(furniture: Furniture) -> re.Pattern[str]:
    """Full dates in figures or with the language's months."""
    months = "|".join(re.escape(word.removesuffix(".")) for word, _ in sorted(furniture.months, key=longest))
    named = rf"(?P<day>\d{{1,2}})(?:er)? (?P<month>{months})\.? (?P<year>\d{{4}})"
    return re.compile(rf"(?<!\d)(?:{named}|{ISO}|{NUMERIC})")


def longest(item: tuple[str, int]) -> int:
    """Sorts long words before short ones."""
    return -len(item[0])


def day_of(match: re.Match[str], furniture: Furniture) -> date | None:
    """The day of a match; None when there is no such day."""
    if match["month"]:
        months = {word.removesuffix("."): number for word, number in furniture.months}
        parts = int(match["year"]), months[match["month"]], int(match["day"])
    elif match["i_year"]:
        parts = int(match["i_year"]), int(match["i_month"]), int(match["i_day"])
    else:
        year = int(match["n_year"])
        parts = year if year > 99 else CENTURY + year, int(match["n_month"]), int(match["n_day"])
    try:
        return date(*parts)
    except ValueError:
        return None
