"""The real coder: the pipeline with its models, loaded when it is first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.model import CodedArticle, Page, Versions

if TYPE_CHECKING:
    from communique.coding.equipment import Tools


class PipelineCoder:
    """Codes pages of one language with tools that stay loaded."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    @property
    def versions(self) -> Versions:
        """What makes the records."""
        return self._tools.versions

    def code(self, page: Page) -> CodedArticle:
        """Everything read from the page; raises :class:`CommuniqueError` where it cannot be read."""
        from communique.coding.pipeline import code_page

        return code_page(page, tools=self._tools)


def make_coder() -> PipelineCoder:
    """The coder for French; takes some seconds, most of them for the parser's model."""
    from communique.coding.equipment import load_tools

    return PipelineCoder(load_tools("fr"))
