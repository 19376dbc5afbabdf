"""The press agency that a text is signed with: in its byline, its dateline or its sign-off."""

from __future__ import annotations

from communique.languages.furniture import Furniture
from communique.model import Block, Page, Unknown

PHOTO = ("photo credit", "#photo-line", "#photo-named")


def signed_agency(page: Page, text: str, blocks: tuple[Block, ...], *, furniture: Furniture) -> str | Unknown:
    """The first agency that signs the text; a picture's credit signs no text."""
    if isinstance(page.agency, str):
        return furniture.agency(page.agency) or page.agency
    for block in blocks:
        if block.role == "credit" and not block.reason.endswith(PHOTO):
            found = furniture.agency(text[block.start : block.end])
            if found is not None:
                return found
    return Unknown("no agency signs the text")
