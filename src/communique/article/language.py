"""Which language an article is written in."""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import Protocol

from communique.article.pieces import WORD
from communique.errors import InputError
from communique.languages.furniture import Furniture, folded

CANDIDATES = ("ar", "de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "tr", "uk")
SURE = 0.3
"""Share of the language's function words that settles the matter; French press has .35 to .5."""
FEW_WORDS = 12
SAMPLE_WORDS = 600
LATIN_END = 0x250


class Identifier(Protocol):
    """What is used of the language identifier (py3langid)."""

    def classify(self, text: str) -> tuple[str, float]:
        """The likeliest language and its score."""

    def set_languages(self, langs: list[str]) -> None:
        """Restrict the answer to these languages."""


def check_language(coded: str, whole: str, *, where: str, furniture: Furniture) -> str:
    """The language of the coded text; raises :class:`InputError` when it is another than the furniture's.

    Text of a few words is given the benefit of the doubt. ``whole`` is the page's text, which tells the
    language where nothing of it could be coded.
    """
    words = [match[0] for match in islice(WORD.finditer(folded(coded)), SAMPLE_WORDS)]
    sample = " ".join(words)
    if not words:
        _check_whole(whole, where=where, furniture=furniture)
        raise InputError("no text but page furniture", where=where, hint="Give a page that holds an article")
    share = sum(1 for word in words if word in furniture.function_words) / len(words)
    if share >= SURE or (len(words) < FEW_WORDS and latin_share(sample) > 0.5):
        return furniture.code
    found = identifier().classify(" ".join(coded.split()[:SAMPLE_WORDS]))[0]  # with its accents
    if found == furniture.code:
        return furniture.code
    raise _foreign(found, where=where, furniture=furniture)


def _check_whole(whole: str, *, where: str, furniture: Furniture) -> None:
    """Refuse a page of which nothing can be coded because it is written in another language."""
    sample = " ".join(whole.split()[:SAMPLE_WORDS])
    if len(sample.split()) < FEW_WORDS:
        return
    found = identifier().classify(sample)[0]
    if found != furniture.code:
        raise _foreign(found, where=where, furniture=furniture)


def _foreign(found: str, *, where: str, furniture: Furniture) -> InputError:
    return InputError(
        f"language: this reads as '{found}', not '{furniture.code}'",
        where=where,
        hint=f"Only '{furniture.code}' is coded; leave this article out",
    )


def latin_share(text: str) -> float:
    """Share of the letters that are of the Latin script's first blocks."""
    letters = [character for character in text if character.isalpha()]
    return sum(1 for character in letters if ord(character) < LATIN_END) / len(letters) if letters else 0.0


@cache
def identifier() -> Identifier:
    """The language identifier, loaded when it is first needed."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    found: Identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    found.set_languages(list(CANDIDATES))
    return found
