"""One article, safely: a time budget, and anything that goes wrong as a Failure."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple, Protocol

from communique.errors import BudgetError, CommuniqueError, InputError
from communique.limits import ARTICLE_SECONDS
from communique.model import CodedArticle, Failure, Page

DEFECT_HINT = "This is a defect of ours: please report it with the article; the other articles are coded"


class Coder(Protocol):
    """What codes one page; raises :class:`InputError` for a page that cannot be coded."""

    def code(self, page: Page) -> CodedArticle:
        """Everything read from the page."""


CoderMaker = Callable[[], Coder]
"""Makes a coder; a function of a module, so that a worker process can import it."""


class Known(NamedTuple):
    """An input that is on record already: it is handed on in its place."""

    source: str


Item = Page | Failure | Known
Result = CodedArticle | Failure | Known


def code_safely(coder: Coder, page: Page) -> CodedArticle | Failure:
    """The page coded within its time budget, or the failure that tells why not."""
    try:
        with time_budget(page.source):
            return coder.code(page)
    except InputError as error:
        return Failure(page.source, "code", error.what, error.where, error.hint)
    except CommuniqueError as error:
        return Failure(page.source, "code", str(error), page.source, DEFECT_HINT)
    except (MemoryError, RecursionError) as error:
        hint = "Split it into articles, or leave it out"
        return Failure(page.source, "code", f"too much for this machine ({error!r})", page.source, hint)
    except Exception as error:  # noqa: BLE001 - the one place where anything becomes a Failure
        return Failure(page.source, "code", _told(error), page.source, DEFECT_HINT)


def _told(error: Exception) -> str:
    """The kind of error, its message and the line of ours that it came from."""
    trace, place = error.__traceback__, ""
    while trace is not None:
        file = trace.tb_frame.f_globals.get("__name__", "")
        if str(file).startswith("communique."):
            place = f" in {file}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__}: {error}{place}"


@contextmanager
def time_budget(source: str, seconds: float = ARTICLE_SECONDS) -> Iterator[None]:
    """Raise :class:`BudgetError` when what is done inside takes longer.

    Needs a system with interval timers, and the main thread; elsewhere nothing is interrupted (with
    several workers the process is then ended from outside).
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def give_up(*_: object) -> None:
        raise BudgetError(
            f"coding takes longer than {seconds:g} seconds",
            where=source,
            hint="Split it into articles, or leave it out",
        )

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
