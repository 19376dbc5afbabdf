"""The names that others import."""

from __future__ import annotations

from datetime import date

import pytest

import communique
from communique import CodedArticle, CommuniqueError, Unknown


@pytest.mark.parametrize("name", communique.__all__)
def test_public_names_are_there(name: str) -> None:
    assert getattr(communique, name) is not None


def test_other_names_are_told_apart() -> None:
    with pytest.raises(AttributeError, match="it has CodedArticle"):
        _ = communique.code_everything  # type: ignore[attr-defined]


@pytest.mark.parser
def test_a_text_is_coded_in_one_call() -> None:
    coded = communique.code_text(
        "Le président français Emmanuel Macron a téléphoné mardi à Vladimir Poutine.",
        published=date(2019, 4, 10),
        outlet="Le Fil",
    )
    assert isinstance(coded, CodedArticle)
    assert coded.article.published.value == date(2019, 4, 10)
    assert coded.article.outlet == "Le Fil"
    (report,) = coded.reports
    assert (report.type, report.mode) == ("CONSULT", "phone")
    assert not isinstance(report.time, Unknown)
    assert report.time.begin == date(2019, 4, 9)


@pytest.mark.parser
def test_a_text_that_is_none_raises_our_error() -> None:
    with pytest.raises(CommuniqueError):
        communique.code_text("   ")
