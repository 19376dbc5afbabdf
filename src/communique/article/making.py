"""Page → Article."""

from __future__ import annotations

from bisect import bisect_left

from communique.article.canonical import Canonical, canonical
from communique.article.cutting import cut
from communique.article.language import check_language
from communique.article.published import stated_publication
from communique.article.signed import signed_agency
from communique.errors import BudgetError
from communique.identity import article_id
from communique.languages.furniture import Furniture
from communique.limits import ARTICLE_CHARACTERS
from communique.model import Article, Block, Page, Span, Unknown


def make_article(page: Page, *, furniture: Furniture) -> Article:
    """The article of a page: canonical text, blocks, language, stated day of publication.

    Raises :class:`BudgetError` when the text is longer than the limit, and :class:`InputError` when
    nothing but furniture is found or the language is not the furniture's.
    """
    if len(page.text) > ARTICLE_CHARACTERS:
        raise BudgetError(
            f"too long: {len(page.text):,} characters, at most {ARTICLE_CHARACTERS:,} are coded",
            where=page.source,
            hint="Split it into articles",
        )
    clean = canonical(page.text)
    title = page.title if isinstance(page.title, str) else ""
    blocks = cut(clean.text, placed(page.segments, clean), title=title, furniture=furniture)
    coded = "\n".join(clean.text[block.start : block.end] for block in blocks if block.coded)
    language = check_language(coded, clean.text, where=page.source, furniture=furniture)
    return Article(
        article_id(clean.text, page.outlet),
        page.source,
        page.outlet,
        signed_agency(page, clean.text, blocks, furniture=furniture),
        language,
        title_span(clean.text, blocks),
        stated_publication(page, clean.text, blocks, furniture=furniture),
        clean.text,
        blocks,
        clean.origin,
    )


def placed(segments: tuple[Block, ...], clean: Canonical) -> tuple[Block, ...]:
    """Segments over the page's text as segments over the canonical text, in order."""
    moved = (
        Block(s.role, bisect_left(clean.origin, s.start), bisect_left(clean.origin, s.end), s.reason)
        for s in sorted(segments, key=lambda s: (s.start, s.end))
    )
    return tuple(segment for segment in moved if segment.start < segment.end)


def title_span(text: str, blocks: tuple[Block, ...]) -> Span | Unknown:
    """The headline's words."""
    for block in blocks:
        if block.role == "headline":
            return Span(block.start, block.end, text[block.start : block.end])
    return Unknown("the page shows no headline")
