"""One coded article as a short table: ``communique code --format table``."""

from __future__ import annotations

from communique.chronicle import accounts_of, events_of
from communique.chronicle.telling import heading, kind, when
from communique.cli.printing import bold, print_table, say
from communique.model import CodedArticle, Unknown
from communique.sieved import is_passed_over


def print_summary(coded: CodedArticle) -> None:
    """The article's head, and a line for each report and statement."""
    article = coded.article
    outlet = "" if isinstance(article.outlet, Unknown) else f", {article.outlet}"
    say(bold(f"{article.source}{outlet}, {published(coded)}"))
    names = {actor.id: actor.name for actor in coded.actors}
    rows = [
        [when(event), kind(event), event.status, heading(event), account.trigger]
        for event, account in zip(events_of(coded), accounts_of(coded), strict=True)
    ]
    for statement in coded.statements:
        speaker = "" if isinstance(statement.speaker, Unknown) else names[statement.speaker]
        content = " (\u2026) ".join(span.text for span in statement.content)
        rows.append(["", f"statement {statement.kind}", "", speaker or "(speaker unknown)", content])
    if rows:
        print_table(["when", "what", "status", "who", "words"], rows)
    else:
        say("not read: the sieve did not let it pass" if is_passed_over(coded) else "nothing recorded")
    say()


def _how(coded: CodedArticle) -> str:
    """Where an uncertain day comes from: it was given, or follows from reasons."""
    kinds = {evidence.kind for evidence in coded.article.published.evidence}
    return "given" if "given" in kinds else "reasoned"


def published(coded: CodedArticle) -> str:
    """The day of publication in words: the day, the interval, or that it is unknown."""
    day = coded.article.published
    if not isinstance(day.value, Unknown):
        return f"published {day.value.isoformat()}" + ("" if day.certain else f" ({_how(coded)})")
    begin = "?" if isinstance(day.begin, Unknown) else day.begin.isoformat()
    end = "?" if isinstance(day.end, Unknown) else day.end.isoformat()
    return "day of publication unknown" if begin == end == "?" else f"published between {begin} and {end}"
