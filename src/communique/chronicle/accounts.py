"""Accounts: what one article says of an event, ready to be read by a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from communique.model import CodedArticle, Count, Report, Unknown


@dataclass(frozen=True, slots=True)
class Account:
    """One article's telling of one occurrence.

    ``words`` is the sentence of the first mention, ``trigger`` the words in it that were met,
    ``according_to`` the chains of names that vouch for it, ``counts`` the tolls in the article's words.
    """

    report: str
    article: str
    source: str
    outlet: str | Unknown
    published: date | Unknown
    trigger: str
    words: str
    according_to: tuple[tuple[str, ...], ...]
    denied_by: tuple[str, ...]
    counts: tuple[str, ...]


def accounts_of(coded: CodedArticle) -> tuple[Account, ...]:
    """One account a report, in the order of the reports."""
    names = {actor.id: actor.name for actor in coded.actors}
    return tuple(_account(report, coded, names) for report in coded.reports)


def _account(report: Report, coded: CodedArticle, names: Mapping[str, str]) -> Account:
    article, first = coded.article, min(report.mentions, key=lambda m: m.span)
    start, end = first.sentence
    return Account(
        report=report.id,
        article=article.id,
        source=article.source,
        outlet=article.outlet,
        published=article.published.value,
        trigger=first.span.text,
        words=" ".join(article.text[start:end].split()),
        according_to=tuple(tuple(names.get(a, a) for a in chain) for chain in report.according_to),
        denied_by=tuple(names.get(a, a) for a in report.denied_by),
        counts=tuple(_count(count) for count in report.counts),
    )


def _count(count: Count) -> str:
    return f"{count.role}: {' '.join(count.span.text.split())}"
