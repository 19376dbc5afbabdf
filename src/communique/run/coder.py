"""The real coder: the pipeline with its models, loaded when it is first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.model import CodedArticle, Page, Versions

if TYPE_CHECKING:
    from communique.coding.equipment import Tools
    from communique.coding.sieve import Sieve


class PipelineCoder:
    """Codes pages of one language with tools that stay loaded."""

    def __init__(self, tools: Tools, *, sieve: Sieve | None = None) -> None:
        self._tools = tools
        self._sieve = sieve

    @property
    def versions(self) -> Versions:
        """What makes the records."""
        return self._tools.versions

    def code(self, page: Page) -> CodedArticle:
        """Everything read from the page; raises :class:`CommuniqueError` where it cannot be read."""
        from communique.coding.pipeline import code_page

        return code_page(page, tools=self._tools, sieve=self._sieve)


def make_coder() -> PipelineCoder:
    """The coder for French; takes some seconds, most of them for the parser's model."""
    from communique.coding.equipment import load_tools

    return PipelineCoder(load_tools("fr"))


def make_sieving_coder() -> PipelineCoder:
    """The coder for French that passes over articles which cannot tell an act of public life."""
    from communique.coding.equipment import load_tools
    from communique.coding.sieve import load_sieve

    return PipelineCoder(load_tools("fr"), sieve=load_sieve("fr"))
