"""Why each value is what it is: its words and its rule; and what was rejected, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from communique.cli.printing import wrapped
from communique.cli.summary import published
from communique.model import (
    Article,
    CodedArticle,
    Evidence,
    Party,
    Report,
    Span,
    Statement,
    TimeReference,
    Unknown,
)

Names = Mapping[str, str]


def explain_article(coded: CodedArticle) -> Iterator[str]:
    """Everything about an article, line by line."""
    names = {actor.id: actor.name for actor in coded.actors}
    yield f"Article {coded.article.id}  {coded.article.source}"
    yield from _head(coded)
    for report in coded.reports:
        yield ""
        yield from explain_report(report, coded)
    for statement in coded.statements:
        yield ""
        yield from explain_statement(statement, names)
    yield from _rejected(coded)
    made = coded.versions
    yield f"Made by communique {made.communique}, {made.language}, {made.model}, knowledge {made.knowledge}"


def _head(coded: CodedArticle) -> Iterator[str]:
    article = coded.article
    for name, value in (("outlet", article.outlet), ("agency", article.agency), ("title", article.title)):
        yield from _value(name, value.text if isinstance(value, Span) else value)
    yield from _line("published", f"{published(coded)}")
    for reason in article.published.evidence:
        source = reason.origin if isinstance(reason.span, Unknown) else f"\u00ab{_text(reason.span)}\u00bb"
        yield from _line(
            "", f"{reason.kind}: {reason.says}" + ("" if isinstance(source, Unknown) else f"  {source}")
        )
    yield from _line("blocks", ", ".join(_blocks(article)))


def _blocks(article: Article) -> Iterator[str]:
    for block in article.blocks:
        yield f"{block.role} {block.start}-{block.end}"


def explain_report(report: Report, coded: CodedArticle) -> Iterator[str]:
    """A report: each value, its words and its rule."""
    names = {actor.id: actor.name for actor in coded.actors}
    mode = "" if isinstance(report.mode, Unknown) else f" {report.mode}"
    yield f"Report {report.id}  {report.type}{mode}, {report.status}"
    for mention in report.mentions:
        yield from _line("words", f"\u00ab{_text(mention.span)}\u00bb  {mention.rule}")
    for role, parties in (("actor", report.actors), ("recipient", report.recipients), ("", report.parties)):
        for party in parties:
            yield from _line(role or party.role, _party(party, names))
    yield from _when(report.time, coded)
    yield from _where(report.place, coded)
    for chain in report.according_to:
        yield from _line("according to", ", citing ".join(names.get(a, a) for a in chain))
    for denier in report.denied_by:
        yield from _line("denied by", names.get(denier, denier))
    for count in report.counts:
        yield from _line(
            "count", f"{count.role} {count.bound} {count.value:g}  \u00ab{_text(count.span)}\u00bb"
        )
    if not isinstance(report.ordinal, Unknown):
        yield from _line("ordinal", f"number {report.ordinal.n}  \u00ab{_text(report.ordinal.span)}\u00bb")
    for path, found in report.evidence:
        for evidence in found:
            yield from _line(f"{path} because", _evidence(evidence))
    for path, reason in report.unknown:
        yield from _line(f"{path} unknown", reason)


def _party(party: Party, names: Names) -> str:
    if isinstance(party.actor, Unknown):
        fits = ", ".join(names.get(c, c) for c in party.actor.candidates)
        who = f"unknown: {party.actor.reason}" + (f" ({fits})" if fits else "")
    else:
        who = names.get(party.actor, party.actor)
    return f"{who}  \u00ab{_text(party.span)}\u00bb  {party.rule}"


def _when(time: TimeReference | Unknown, coded: CodedArticle) -> Iterator[str]:
    if isinstance(time, Unknown):
        yield from _value("when", time)
        return
    expressions = {t.id: t for t in coded.times}
    told = None if isinstance(time.id, Unknown) else expressions.get(time.id)
    words = f"  \u00ab{_text(told.span)}\u00bb {told.value}  {told.rule}" if told else ""
    yield from _line("when", f"{_day(time.begin)} to {_day(time.end)}{words}")


def _day(day: object) -> str:
    return "open" if isinstance(day, Unknown) else str(day)


def _where(place: str | Unknown, coded: CodedArticle) -> Iterator[str]:
    found = next((p for p in coded.places if p.id == place), None)
    if isinstance(place, Unknown) or found is None:
        yield from _value("where", place)
        return
    country = "" if isinstance(found.country, Unknown) else f", {found.country}"
    mention = found.mentions[0]
    yield from _line(
        "where", f"{found.name}{country} ({found.level})  \u00ab{_text(mention.span)}\u00bb  {mention.rule}"
    )


def explain_statement(statement: Statement, names: Names) -> Iterator[str]:
    """A statement: who says what to whom, and by which rule."""
    yield f"Statement {statement.id}  {statement.kind}"
    for span in statement.content:
        yield from _line("content", f"\u00ab{_text(span)}\u00bb")
    for name, value in (("speaker", statement.speaker), ("addressee", statement.addressee)):
        yield from _value(name, value if isinstance(value, Unknown) else names.get(value, value))
    yield from _value("cue", statement.cue if isinstance(statement.cue, Unknown) else _text(statement.cue))
    yield from _value("channel", statement.channel)
    for chain in statement.according_to:
        yield from _line("according to", ", citing ".join(names.get(a, a) for a in chain))
    yield from _line("rule", statement.rule)


def _rejected(coded: CodedArticle) -> Iterator[str]:
    yield ""
    yield "Rejected" if coded.rejected else "Nothing was rejected."
    for candidate in sorted(coded.rejected, key=lambda r: r.span):
        words = _text(candidate.span)
        shown = words if len(words) <= 60 else f"{words[:57]}..."
        yield from _line(candidate.type, f"\u00ab{shown}\u00bb  {candidate.reason}")


def _evidence(evidence: Evidence) -> str:
    words = "" if isinstance(evidence.span, Unknown) else f"\u00ab{_text(evidence.span)}\u00bb  "
    return words + evidence.rule


def _value(name: str, value: str | Unknown) -> Iterator[str]:
    yield from _line(name, f"unknown: {value.reason}" if isinstance(value, Unknown) else value)


def _line(name: str, text: str) -> Iterator[str]:
    yield from wrapped(text, indent=" " * 18, first=f"  {name:<15} ")


def _text(span: Span) -> str:
    return " ".join(span.text.split())
