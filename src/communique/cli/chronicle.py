"""The chronicle on a page of 80 columns: by day, who did what to whom, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.chronicle import Account, Event
from communique.chronicle.telling import Entry, Telling, tell
from communique.cli.printing import bold, say, wrapped
from communique.model import Unknown

MARGIN = "    "
CUT = "\u2026"
TIED = "\u00a0"
"""A blank at which no line is broken."""
DASHES = "-\u2013\u2014 "
"""What a dateline leaves before its first sentence."""
WORDS = 150
"""Longest stretch of a sentence that is shown around its trigger."""


def print_chronicle(events: Iterable[Event], accounts: Iterable[Account]) -> None:
    """Print the events as a chronicle."""
    for day in tell(events, accounts):
        say(bold(day.title))
        for entry in day.entries:
            for line in _entry(entry):
                say(line)
        say()


def _entry(entry: Entry) -> Iterator[str]:
    kind = entry.kind.replace(" ", TIED)
    for line in wrapped(f"{entry.heading}  [{kind}]", indent=MARGIN, first="  "):
        yield line.replace(TIED, " ")
    for telling in entry.tellings:
        yield from wrapped(_source(telling), indent=MARGIN + "  ", first=MARGIN)
        yield from wrapped(
            f"\u00ab{_words(telling.account)}\u00bb", indent=MARGIN + "   ", first=MARGIN + "  "
        )


def _source(telling: Telling) -> str:
    """'Agence, 9 September 2015: reported, according to the ministry'."""
    account = telling.account
    outlet = account.source if isinstance(account.outlet, Unknown) else account.outlet
    day = "" if isinstance(account.published, Unknown) else f", {account.published.isoformat()}"
    notes = "; ".join(telling.notes)
    return f"{outlet}{day}: {notes}" if notes else f"{outlet}{day}:"


def _words(account: Account) -> str:
    """The sentence, cut to the stretch around its trigger where it is long."""
    words, trigger = account.words.lstrip(DASHES), " ".join(account.trigger.split())
    if len(words) <= WORDS:
        return words
    at = max(0, words.find(trigger))
    start = max(0, min(at - WORDS // 2, len(words) - WORDS))
    start = 0 if start == 0 else words.find(" ", start) + 1
    end = len(words) if start + WORDS >= len(words) else words.rfind(" ", start, start + WORDS)
    before, after = (f"{CUT} " if start else ""), (f" {CUT}" if end < len(words) else "")
    return f"{before}{words[start:end]}{after}"
