"""Coded articles built by hand, for tests that need records and no parser."""

from __future__ import annotations

from datetime import date

from communique.model import (
    Actor,
    ActorMention,
    Article,
    Block,
    CodedArticle,
    Count,
    DateEvidence,
    Evidence,
    Ordinal,
    Page,
    Party,
    Place,
    PlaceMention,
    Publication,
    Rejected,
    Report,
    ReportMention,
    Span,
    Statement,
    TimeExpression,
    TimeReference,
    Unknown,
    Versions,
)

TEXT = (
    "Lavrov appelle Kerry\n\n"
    "Sergueï Lavrov a téléphoné samedi à John Kerry depuis Moscou, pour la deuxième fois en une semaine. "
    "«\u00a0Il faut parler\u00a0», a-t-il dit. Plus de 60 soldats ont été tués près d'Alep, selon la Turquie."
)
VERSIONS = Versions("0.1.0", "fr@test", "no model", "test")
SILENT = Unknown("the text does not say")
DAY = date(2015, 9, 5)


def span(words: str, text: str = TEXT, nth: int = 0) -> Span:
    """The ``nth`` stretch of ``text`` that reads ``words``."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words), words)


def actor(number: int, name: str, *words: str, country: str, kind: str = "person", text: str = TEXT) -> Actor:
    """An actor mentioned by ``words``."""
    mentions = tuple(
        ActorMention(
            span(w, text),
            "foreign_minister" if kind == "person" else SILENT,
            "test.name",
            span(w, text).start,
        )
        for w in words
    )
    return Actor(f"a{number}", name, kind, country, "GOV", SILENT, mentions)


def publication(day: date = DAY) -> Publication:
    """A day of publication given by the user."""
    outside = Unknown("evidence from outside the text")
    return Publication(
        day,
        day,
        day,
        certain=True,
        evidence=(DateEvidence("given", outside, "--published", "given", day, day),),
    )


def party(role: str, actor_id: str | Unknown, words: str, text: str = TEXT) -> Party:
    """A party named by ``words``."""
    return Party(role, actor_id, span(words, text), f"test.{role}")


def article(article_id: str = "a" * 16, source: str = "lavrov.txt", text: str = TEXT) -> Article:
    """An article of a headline and a body."""
    cut = text.index("\n\n")
    return Article(
        id=article_id,
        source=source,
        outlet="Agence",
        agency=Unknown("the page credits none"),
        language="fr",
        title=span(text[:cut], text),
        published=publication(),
        text=text,
        blocks=(Block("headline", 0, cut, "test.first"), Block("body", cut + 2, len(text), "test.rest")),
    )


def call(article_id: str = "a" * 16) -> Report:
    """The phone call, with an open place."""
    return Report(
        id=f"{article_id}-{TEXT.index('a téléphoné')}",
        type="CONSULT",
        mode="phone",
        contexts=("diplomatic",),
        quad=1,
        status="asserted",
        according_to=(),
        denied_by=(),
        evidence=(("time", (Evidence(span("samedi"), "test.when"),)),),
        mentions=(ReportMention(span("a téléphoné"), (22, 120), "fr/frames.toml#test.1"),),
        actors=(party("actor", "a1", "Sergueï Lavrov"), party("actor", "a2", "John Kerry")),
        recipients=(),
        parties=(party("initiator", "a1", "Sergueï Lavrov"),),
        time=TimeReference("t1", DAY, DAY),
        place=Unknown("the text names none"),
        counts=(),
        topic=(),
        ordinal=Ordinal(2, SILENT, "en une semaine", span("la deuxième fois en une semaine")),
        statement=SILENT,
        unknown=(("recipients", "a mutual type has none"),),
    )


def deaths(article_id: str = "a" * 16) -> Report:
    """A strike with an open actor, a count and a source."""
    return Report(
        id=f"{article_id}-{TEXT.index('tués')}",
        type="ASSAULT",
        mode=SILENT,
        contexts=("military",),
        quad=4,
        status="reported",
        according_to=(("a3",),),
        denied_by=(),
        evidence=(("status", (Evidence(span("selon la Turquie"), "test.source"),)),),
        mentions=(ReportMention(span("tués"), (150, len(TEXT)), "fr/frames.toml#test.2"),),
        actors=(Party("actor", Unknown("two would fit", ("a1", "a2")), span("ont été"), "test.open"),),
        recipients=(),
        parties=(),
        time=SILENT,
        place="p1",
        counts=(
            Count(
                60.0, SILENT, "more than", "soldats", "killed", SILENT, (("a3",),), span("Plus de 60 soldats")
            ),
        ),
        topic=(),
        ordinal=SILENT,
        statement=SILENT,
    )


def coded(article_id: str = "a" * 16, source: str = "lavrov.txt") -> CodedArticle:
    """A small coded article with every kind of record."""
    quoted = span("Il faut parler")
    said = Statement(
        f"{article_id}-s{quoted.start}",
        "a1",
        SILENT,
        "direct",
        (quoted,),
        span("a-t-il dit"),
        SILENT,
        (),
        (),
        "q",
    )
    return CodedArticle(
        article=article(article_id, source),
        times=(TimeExpression("t1", span("samedi"), "DATE", "2015-09-05", DAY, DAY, "test.weekday"),),
        actors=(
            actor(1, "Sergey Lavrov", "Lavrov", "Sergueï Lavrov", country="RUS"),
            actor(2, "John Kerry", "Kerry", "John Kerry", country="USA"),
            actor(3, "government of Turkey", "la Turquie", country="TUR", kind="government"),
        ),
        places=(
            Place(
                "p1",
                "Aleppo",
                "SYR",
                SILENT,
                "city",
                36.2,
                37.16,
                170063,
                (PlaceMention(span("Alep"), span("Alep").start, "test.place"),),
            ),
        ),
        reports=(call(article_id), deaths(article_id)),
        statements=(said,),
        rejected=(Rejected(span("appelle"), "CONSULT", "headline repeats"),),
        versions=VERSIONS,
    )


class FakeCoder:
    """Codes a page without a parser: the sample under the page's own source; 'boom' fails."""

    def code(self, page: Page) -> CodedArticle:
        """The sample for ``page``."""
        if "boom" in page.text:
            raise ValueError("boom in the text")
        identity = f"{abs(hash_of(page.source + page.text)):016x}"
        return coded(identity, page.source)


def hash_of(text: str) -> int:
    """A small stable hash."""
    value = 0
    for char in text:
        value = (value * 31 + ord(char)) % (1 << 61)
    return value
