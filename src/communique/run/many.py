"""Many articles: workers, budgets, resumption, and failures as records.

One bad article never stops a run: whatever goes wrong with it becomes a :class:`Failure` that says what,
where and what to do. Results come in the order of the input, and one worker or eight give the same.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from communique.model import CodedArticle, Failure, Page, Versions
from communique.run.one import Coder, CoderMaker, Item, Known, Result, code_safely
from communique.run.workers import code_in_processes
from communique.store import Store
from communique.store.writing import fingerprint, is_coded, version_id, write_article, write_failure


class Added(NamedTuple):
    """What became of one input of :func:`add_pages`: ``added``, ``known`` or ``failed``."""

    source: str
    outcome: str
    result: CodedArticle | Failure | None = None


def code_many(
    pages: Iterable[Page | Failure], *, make_coder: CoderMaker, workers: int = 1
) -> Iterator[CodedArticle | Failure]:
    """Each page coded, in order; failures of reading are handed on in their place.

    With several ``workers`` the coding runs in processes that are started anew (so that it works alike
    on every system); an article that kills its process is a failure, and another process takes over.
    """
    for result in _results(pages, make_coder, workers):
        if not isinstance(result, Known):
            yield result


def add_pages(
    store: Store,
    pages: Iterable[Page | Failure],
    *,
    make_coder: CoderMaker,
    versions: Versions,
    workers: int = 1,
) -> Iterator[Added]:
    """Code pages into a store, one short transaction each, skipping what ``versions`` has coded before."""
    marks: deque[str] = deque()
    version = version_id(versions)
    for result in _results(_unknown_to(store, pages, version, marks), make_coder, workers):
        mark = marks.popleft()
        if isinstance(result, Known):
            yield Added(result.source, "known")
        elif isinstance(result, Failure):
            write_failure(store, result)
            yield Added(result.source, "failed", result)
        else:
            yield _keep(store, result, mark)


def _keep(store: Store, coded: CodedArticle, mark: str) -> Added:
    new = write_article(store, coded, mark=mark)
    return Added(coded.article.source, "added" if new else "known", coded)


def _unknown_to(
    store: Store, pages: Iterable[Page | Failure], version: str, marks: deque[str]
) -> Iterator[Item]:
    """The pages with those replaced that are on record; ``marks`` gets the fingerprint of each."""
    for page in pages:
        mark = "" if isinstance(page, Failure) else fingerprint(page)
        marks.append(mark)
        if isinstance(page, Page) and is_coded(store, mark, version):
            yield Known(page.source)
        else:
            yield page


def _results(items: Iterable[Item], make_coder: CoderMaker, workers: int) -> Iterator[Result]:
    if workers > 1:
        yield from code_in_processes(items, make_coder=make_coder, workers=workers)
        return
    coder: Coder | None = None
    for item in items:
        if isinstance(item, Page):
            coder = coder or make_coder()
            yield code_safely(coder, item)
        else:
            yield item
