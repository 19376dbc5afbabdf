"""Worker processes that code pages: started anew, kept alive, replaced when they die.

A pool of our own, because the standard ones hang or give up when a process is killed from outside, and
none ends a single task that takes too long.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator
from itertools import count
from multiprocessing.connection import Connection, wait
from time import monotonic

from communique.errors import CommuniqueError, MissingPieceError
from communique.limits import ARTICLE_SECONDS
from communique.model import CodedArticle, Failure, Page
from communique.run.one import CoderMaker, Item, Result, code_safely

AHEAD = 32
"""How many results a worker may be ahead of the first that is missing: bounds memory."""
START_SECONDS = 180.0
"""Time to load the models in a new process."""
GRACE_SECONDS = 15.0
"""How long a worker may overrun the budget that it keeps itself before it is ended."""


def code_in_processes(items: Iterable[Item], *, make_coder: CoderMaker, workers: int) -> Iterator[Result]:
    """Each page coded by one of ``workers`` processes; results in the order of ``items``."""
    crew = [_Worker(make_coder) for _ in range(workers)]
    try:
        yield from _Run(iter(items), crew).results()
    finally:
        for worker in crew:
            worker.end()


class _Run:
    """One pass over the items: hands them out, and gathers results until they are due."""

    def __init__(self, items: Iterator[Item], crew: list[_Worker]) -> None:
        self._items = items
        self._crew = crew
        self._done: dict[int, Result] = {}
        self._numbers = count()
        self._due = 0
        self._handed = 0
        self._exhausted = False

    def results(self) -> Iterator[Result]:
        """The results in order."""
        while True:
            self._hand_out()
            while self._due in self._done:
                yield self._done.pop(self._due)
                self._due += 1
                self._hand_out()
            if self._exhausted and self._due == self._handed:
                return
            self._gather()

    def _hand_out(self) -> None:
        """Give every idle worker a page, unless the first missing result is too far behind."""
        for worker in self._crew:
            while worker.idle and not self._exhausted and self._handed - self._due < AHEAD * len(self._crew):
                self._hand_next(worker)

    def _hand_next(self, worker: _Worker) -> None:
        item = next(self._items, None)
        if item is None:
            self._exhausted = True
            return
        number = next(self._numbers)
        self._handed = number + 1
        if isinstance(item, Page):
            worker.take(number, item)
        else:
            self._done[number] = item

    def _gather(self) -> None:
        busy = [worker for worker in self._crew if not worker.idle]
        if not busy:
            return
        timeout = max(0.0, min(worker.deadline for worker in busy) - monotonic())
        ready = wait([worker.pipe for worker in busy], timeout)
        for worker in busy:
            if worker.pipe in ready or monotonic() >= worker.deadline:
                number, result = worker.outcome()
                if result is not None:
                    self._done[number] = result


class _Worker:
    """A process and the pipe to it; holds at most one page."""

    def __init__(self, make_coder: CoderMaker) -> None:
        self._make_coder = make_coder
        self._page: Page | None = None
        self._number = 0
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, self._make_coder), daemon=True)
        self._process.start()
        theirs.close()
        self._ready = False
        self.deadline = 0.0

    @property
    def idle(self) -> bool:
        """Whether it has no page."""
        return self._page is None

    def take(self, number: int, page: Page) -> None:
        """Hand it a page."""
        self._number, self._page = number, page
        budget = ARTICLE_SECONDS + GRACE_SECONDS
        self.deadline = monotonic() + (budget if self._ready else budget + START_SECONDS)
        try:
            self.pipe.send(page)
        except OSError:
            self.deadline = 0.0  # it died while idle: found out at once, and told as this page's failure

    def outcome(self) -> tuple[int, CodedArticle | Failure | None]:
        """The page's number and result; None while it has only told that it is ready."""
        try:
            if self.pipe.poll():
                answer = self.pipe.recv()
                if answer is None:
                    self._ready = True
                    self.deadline = monotonic() + ARTICLE_SECONDS + GRACE_SECONDS
                    return self._number, None
                if isinstance(answer, MissingPieceError):
                    raise answer
                self._page = None
                return self._number, answer
            what = f"took longer than {ARTICLE_SECONDS:g} seconds"
        except (EOFError, OSError):
            what = "ended the process that coded it (out of memory, or killed)"
        return self._number, self._replace(what)

    def _replace(self, what: str) -> Failure:
        source = self._page.source if self._page else ""
        self._page = None
        self.end()
        self._start()
        return Failure(source, "code", what, source, "Try it alone with --workers 1, or leave it out")

    def end(self) -> None:
        """End the process."""
        self.pipe.close()
        self._process.terminate()
        self._process.join(timeout=5)
        if self._process.is_alive():
            self._process.kill()


def _serve(pipe: Connection, make_coder: CoderMaker) -> None:
    """A worker's life: load, then code page after page until the pipe closes."""
    try:
        page = pipe.recv()
        try:
            coder = make_coder()
        except CommuniqueError as error:
            pipe.send(MissingPieceError(str(error)))
            return
        pipe.send(None)
        while True:
            pipe.send(code_safely(coder, page))
            page = pipe.recv()
    except (EOFError, KeyboardInterrupt, BrokenPipeError):
        return
