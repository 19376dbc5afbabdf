r"""Canonical text: one spelling of every character, with the way back to the page.

NFC; line ends are ``\n``; characters that print nothing (zero-width spaces and joiners, soft
hyphens, byte-order marks, controls) are gone; no-break spaces stay, since French typography uses them.
References to characters that a scraper left undecoded (``&quot;``, ``&#233;``) are those characters.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from html import unescape

# Zero-width space, joiners and non-joiner, word joiner, direction marks and isolates, soft hyphen,
# byte-order mark, interlinear marks, and control characters other than tab and line feed.
SILENT = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb"
    "\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ud800-\udfff"
)
LINE_END = "\r\n|[\r\u000b\u000c\u0085\u2028\u2029]"
ENTITY = r"&(?:amp;)*(?:[A-Za-z]{2,8}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,5});"
CHANGE = re.compile(f"(?P<end>{LINE_END})|(?P<entity>{ENTITY})|[{SILENT}]+")


@dataclass(frozen=True, slots=True)
class Canonical:
    """A canonical text; ``origin[i]`` is the offset in the page's text of character ``i``."""

    text: str
    origin: tuple[int, ...] | range


def canonical(text: str) -> Canonical:
    r"""The canonical form of a page's text, in time linear in its length.

    >>> canonical("l'e\u0301mir\r\nd\u00adit").text
    "l'émir\ndit"
    """
    if not CHANGE.search(text) and unicodedata.is_normalized("NFC", text):
        return Canonical(text, range(len(text)))
    kept, origin = without_silent(text)
    if unicodedata.is_normalized("NFC", kept):
        return Canonical(kept, tuple(origin))
    return composed(kept, origin)


def without_silent(text: str) -> tuple[str, list[int]]:
    """The text with plain line ends, characters for references, no silent ones, and where each was."""
    parts: list[str] = []
    origin: list[int] = []
    done = 0
    for match in CHANGE.finditer(text):
        parts.append(text[done : match.start()])
        origin.extend(range(done, match.start()))
        printed = "\n" if match["end"] else _character(match["entity"] or "")
        parts.append(printed)
        origin.extend([match.start()] * len(printed))
        done = match.end()
    parts.append(text[done:])
    origin.extend(range(done, len(text)))
    return "".join(parts), origin


def _character(entity: str) -> str:
    """What a reference to a character prints: ``&eacute;`` é, ``&shy;`` nothing, an unknown one itself."""
    printed = entity
    while (plainer := unescape(printed)) != printed:  # '&amp;quot;' was escaped twice
        printed = plainer
    if printed == entity:
        return entity
    return re.sub(f"[{SILENT}]", "", re.sub(LINE_END, "\n", printed))


def composed(text: str, origin: list[int]) -> Canonical:
    """The text in NFC, normalised a stretch at a time so that offsets can be followed.

    A stretch begins where nothing can combine with what stands before it.
    """
    parts: list[str] = []
    places: list[int] = []
    start = 0
    for end in (*stretch_starts(text), len(text)):
        piece = text[start:end]
        normal = unicodedata.normalize("NFC", piece)
        parts.append(normal)
        if normal == piece:
            places.extend(origin[start:end])
        else:
            last = end - start - 1
            places.extend(origin[start + min(i, last)] for i in range(len(normal)))
        start = end
    return Canonical("".join(parts), tuple(places))


def stretch_starts(text: str) -> list[int]:
    """Offsets of characters before which a normalised text may be cut.

    ASCII never combines with what stands before it, so every ASCII character begins a stretch, as
    does every other character of which the same is known from its class and decomposition.
    """
    return [i for i, character in enumerate(text) if i and (character < "\u0300" or starts(character))]


def starts(character: str) -> bool:
    """Whether a character can never merge with the one before it (no mark, no Hangul vowel or final)."""
    if unicodedata.combining(character) or unicodedata.category(character).startswith("M"):
        return False
    return not "\u1160" <= character <= "\u11ff"
