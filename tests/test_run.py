"""Runs over many articles: order, failures, budgets, workers."""

from __future__ import annotations

import os
import time

import pytest

from coded_samples import FakeCoder, coded
from communique.errors import BudgetError, InputError, MissingPieceError
from communique.model import CodedArticle, Failure, Page
from communique.records import to_json
from communique.run import code_many
from communique.run.one import time_budget


class MoodyCoder(FakeCoder):
    """Dies, stalls or refuses where the text asks for it."""

    def code(self, page: Page) -> CodedArticle:
        if "die" in page.text:
            os._exit(9)
        if "refuse" in page.text:
            raise InputError("is in another language", where=page.source, hint="Give French articles")
        return super().code(page)


def moody() -> MoodyCoder:
    return MoodyCoder()


def broken() -> MoodyCoder:
    raise MissingPieceError("the model is not installed: pip install communique")


def pages(*texts: str) -> list[Page | Failure]:
    return [Page(f"{number}.txt", text) for number, text in enumerate(texts)]


def shapes(results: list[CodedArticle | Failure]) -> list[object]:
    return [r if isinstance(r, Failure) else to_json(r) for r in results]


def test_results_keep_the_order_and_failures_their_place() -> None:
    unread = Failure("gone.txt", "read", "no such file", "gone.txt", "check the path")
    inputs = [*pages("a", "boom", "refuse"), unread, *pages("z")]
    results = list(code_many(inputs, make_coder=moody))
    assert [type(r).__name__ for r in results] == [
        "CodedArticle",
        "Failure",
        "Failure",
        "Failure",
        "CodedArticle",
    ]
    assert results[3] is unread
    assert isinstance(results[1], Failure)
    assert "ValueError: boom" in results[1].what
    assert results[2] == Failure("2.txt", "code", "is in another language", "2.txt", "Give French articles")


def test_one_worker_or_three_give_the_same() -> None:
    inputs = pages(*(f"text {i}" if i % 5 else "boom" for i in range(40)))
    alone = list(code_many(inputs, make_coder=moody))
    assert shapes(list(code_many(inputs, make_coder=moody, workers=3))) == shapes(alone)


def test_an_article_that_kills_its_worker_is_one_failure() -> None:
    results = list(code_many(pages("a", "die", "b", "c"), make_coder=moody, workers=2))
    assert [isinstance(r, Failure) for r in results] == [False, True, False, False]
    assert isinstance(results[1], Failure)
    assert "process" in results[1].what


def test_a_coder_that_cannot_be_made_stops_the_run() -> None:
    for workers in (1, 2):
        with pytest.raises(MissingPieceError, match="model"):
            list(code_many(pages("a"), make_coder=broken, workers=workers))


def test_nothing_to_do_gives_nothing() -> None:
    assert list(code_many([], make_coder=moody, workers=2)) == []


def test_a_budget_interrupts() -> None:
    with pytest.raises(BudgetError, match=r"longer than 0\.05 seconds"), time_budget("slow.txt", 0.05):
        time.sleep(5)


def test_samples_differ_by_source() -> None:
    first, second = code_many(pages("a", "b"), make_coder=moody)
    assert isinstance(first, CodedArticle)
    assert isinstance(second, CodedArticle)
    assert first.article.id != second.article.id != coded().article.id
