"""From a page to its coded article: the stages in order, the table of contents of the system."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from communique.article.making import make_article
from communique.coding.actors import (
    find_mentions,
    name_evidence,
    office_evidence,
    resolve_actors,
    serving_evidence,
)
from communique.coding.addressed import states_addressed
from communique.coding.countries import country_places, places_used
from communique.coding.dating import date_article
from communique.coding.equipment import Tools
from communique.coding.first_person import first_persons
from communique.coding.frames import find_candidates
from communique.coding.places import find_places
from communique.coding.reporting.scene import Scene
from communique.coding.reports import find_reports
from communique.coding.sieve import Sieve
from communique.coding.speech.interviews import answer_rule
from communique.coding.statements import find_statements
from communique.coding.status import judge_candidates
from communique.coding.weighing.rows import Row, rows_of
from communique.coding.weights import weigh_candidates
from communique.coding.when import find_times, resolve_times
from communique.coding.witnesses import with_witnesses
from communique.errors import CommuniqueError, InputError
from communique.fitting import Found
from communique.mentions import MentionIndex
from communique.model import (
    Actor,
    Article,
    CodedArticle,
    Failure,
    Page,
    Place,
    Rejected,
    Report,
    Statement,
    TimeExpression,
    Unknown,
)
from communique.sieved import UNREAD
from communique.syntax import Sentence

STAGES = (
    "article",
    "sentences",
    "times",
    "mentions",
    "publication",
    "actors",
    "places",
    "addressed states",
    "statements",
    "frames",
    "weights",
    "status",
    "reports",
)
"""The stages in the order in which they run."""
BATCH = 16  # articles parsed together; more gains no speed and costs memory


def code_page(page: Page, *, tools: Tools, sieve: Sieve | None = None) -> CodedArticle:
    """One page, coded. Raises :class:`CommuniqueError` where the page cannot be read.

    What ``sieve`` does not let pass is not parsed: a coded article with nothing in it, and the reason.
    """
    article = make_article(page, furniture=tools.furniture)
    if sieve is not None and not sieve.passes(article):
        return _passed_over(article, tools)
    return code_article(article, tools.parser.parse(article), tools)


def code_pages(pages: Iterable[Page | Failure], *, tools: Tools) -> Iterator[CodedArticle | Failure]:
    """Pages coded in order, parsed in batches; a page that cannot be read becomes a Failure."""
    stream = iter(pages)
    while batch := list(islice(stream, BATCH)):
        made = [page if isinstance(page, Failure) else _article(page, tools) for page in batch]
        parsed = tools.parser.parse_many(a for a in made if isinstance(a, Article))
        for item in made:
            yield item if isinstance(item, Failure) else code_article(item, next(parsed), tools)


def _passed_over(article: Article, tools: Tools) -> CodedArticle:
    """An article that was not read, with its stretches and why."""
    stretches = tuple(
        Rejected(article.span(b.start, b.end), "body", UNREAD) for b in article.blocks if b.coded
    )
    rejected = (*stretches, *_page_furniture(article))
    return CodedArticle(article, (), (), (), (), (), rejected, tools.versions)


def _article(page: Page, tools: Tools) -> Article | Failure:
    try:
        return make_article(page, furniture=tools.furniture)
    except InputError as error:
        return Failure(page.source, "article", error.what, error.where, error.hint)
    except CommuniqueError as error:
        return Failure(page.source, "article", str(error), page.source, "Look at the input")


@dataclass(frozen=True, slots=True)
class Setting:
    """An article with its day, its times, who acts in it and where: what reports and statements rest on."""

    article: Article
    times: tuple[TimeExpression, ...]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]


def code_article(article: Article, sentences: tuple[Sentence, ...], tools: Tools) -> CodedArticle:
    """An article whose sentences are parsed, coded: every stage after the parser, in order."""
    setting, statements = _spoken(article, sentences, tools)
    scene = _scene(setting, sentences, statements, tools)
    candidates, misses = weigh_candidates(
        _found(sentences, scene, tools), frames=tools.frames, weights=tools.weights
    )
    judged = judge_candidates(sentences, candidates, reader=tools.reader, operators=tools.operators)
    reports, rejected = find_reports(judged, misses, scene=scene)
    places, reports = places_used(setting.places, scene.countries, reports)
    return CodedArticle(
        article=setting.article,
        times=setting.times,
        actors=setting.actors,
        places=places,
        reports=reports,
        statements=_with_reports(statements, reports),
        rejected=(*rejected, *_page_furniture(setting.article)),
        versions=tools.versions,
    )


def _found(sentences: tuple[Sentence, ...], scene: Scene, tools: Tools) -> Found:
    return find_candidates(
        sentences,
        frames=tools.frames,
        reader=tools.reader,
        mentions=scene.mentions,
        times=tuple(t.span for t in scene.times),
    )


def weighed_rows(article: Article, sentences: tuple[Sentence, ...], tools: Tools) -> tuple[Row, ...]:
    """What is weighed of an article, with no weights put to it: what they are learned from."""
    setting, statements = _spoken(article, sentences, tools)
    found = _found(sentences, _scene(setting, sentences, statements, tools), tools)
    return tuple(rows_of(found.tried, found.candidates))


def _spoken(
    article: Article, sentences: tuple[Sentence, ...], tools: Tools
) -> tuple[Setting, tuple[Statement, ...]]:
    """The setting, with those who speak in the first person, and the statements."""
    setting = _setting(article, sentences, tools)
    statements = find_statements(setting.article, sentences, setting.actors, cues=tools.cues)
    return replace(setting, actors=first_persons(sentences, setting.actors, statements)), statements


def _setting(article: Article, sentences: tuple[Sentence, ...], tools: Tools) -> Setting:
    found = find_times(sentences, tools.calendar, text=article.text)
    mentions = find_mentions(sentences, lexicon=tools.actors, knowledge=tools.knowledge, text=article.text)
    published = date_article(
        article,
        sentences,
        times=found,
        holders=office_evidence(mentions, tools.knowledge),
        names=name_evidence(mentions, tools.knowledge),
        serving=serving_evidence(mentions, tools.knowledge),
        ousted=frozenset(tools.calendar.words("ousted")),
    )
    times = resolve_times(found, published)
    actors = resolve_actors(mentions, sentences, published=published, times=times, knowledge=tools.knowledge)
    actors = with_witnesses(article, sentences, actors, cues=tools.cues, lexicon=tools.actors)
    places = find_places(sentences, actors, knowledge=tools.knowledge, text=article.text)
    actors, places = states_addressed(
        sentences, actors, places, frames=tools.frames, reader=tools.reader, knowledge=tools.knowledge
    )
    return Setting(replace(article, published=published), times, actors, places)


def _scene(
    setting: Setting, sentences: tuple[Sentence, ...], statements: tuple[Statement, ...], tools: Tools
) -> Scene:
    return Scene(
        article=setting.article,
        sentences=sentences,
        actors=setting.actors,
        mentions=MentionIndex(setting.actors),
        places=setting.places,
        times=setting.times,
        statements=statements,
        reader=tools.reader,
        quantities=tools.quantities,
        contexts=tools.contexts,
        circumstances=tools.circumstances,
        subjects=tools.subjects,
        countries=country_places(setting.actors, setting.places, knowledge=tools.knowledge),
        denying=tools.cues.rules("deny"),
        doubting=tools.cues.rules("doubt"),
        wishing=tools.cues.rules("request", "ask", "promise"),
        announcing=tools.cues.rules("announce", "promise"),
        answering=frozenset({answer_rule(tools.cues)}),
        vouching=tools.cues.rules("source"),
    )


def _with_reports(statements: tuple[Statement, ...], reports: tuple[Report, ...]) -> tuple[Statement, ...]:
    """Statements with the reports told in them."""
    return tuple(
        replace(
            s,
            reports=tuple(
                r.id for r in reports if not isinstance(r.statement, Unknown) and r.statement == s.id
            ),
        )
        for s in statements
    )


def _page_furniture(article: Article) -> Iterator[Rejected]:
    """The stretches of the page that are not coded, with the role that says why."""
    for block in article.blocks:
        if not block.coded:
            yield Rejected(article.span(block.start, block.end), block.role, block.reason or block.role)
