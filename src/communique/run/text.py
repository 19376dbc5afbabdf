"""One text, coded in one call: for notebooks and small programs."""

from __future__ import annotations

from datetime import date
from functools import cache

from communique.model import CodedArticle, Page, Unknown
from communique.run.coder import PipelineCoder, make_coder

_coder = cache(make_coder)


def code_text(
    text: str, *, published: date | None = None, outlet: str | None = None, source: str = "text"
) -> CodedArticle:
    """Everything read from one article's text.

    The models are loaded at the first call, and stay. Raises :class:`CommuniqueError` for a text that
    cannot be coded, :class:`MissingPieceError` when the model is not installed.
    """
    coder: PipelineCoder = _coder()
    unsaid = Unknown("not given")
    page = Page(
        source=source,
        text=text,
        outlet=outlet or unsaid,
        published=published or unsaid,
        published_kind="given",
        published_origin="published" if published else "",
    )
    return coder.code(page)
