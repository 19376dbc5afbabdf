"""Credits of pictures at the start and at the end of a line."""

from __future__ import annotations

import re

from communique.languages.furniture import Furniture, folded

MARK = re.compile("\\s*(?:\u00a9|\\(c\\)|\u24d2)\\s*", re.IGNORECASE)
TOKEN = re.compile(r"\s*(?P<word>[^\s]+)")
NAME = re.compile("[A-Z\u00c0-\u00dd][\\w.'\u2019-]*$|[A-Z]\\.$")
YEAR = re.compile(r"(?:19|20)\d\d[.,:;]?$")
JOINERS = {".", "\u00b7", "/", "-", "\u2013", "\u2014", "|", "&", "via", "pour", "for", "/via", ","}
GLUED_NAME = re.compile(
    "(?P<name>[A-Z\u00c0-\u00dd][\\w.-]*?[a-z\u00e0-\u00ff])(?P<word>[A-Z\u00c0-\u00dd]\\w*['\u2019]?)"
)
MAX_TOKENS = 9
LONG_NAME = 5
TAIL = 90
TRAIL = re.compile(
    "(?P<mark>\u00a9|\\([cC]\\)|\u24d2)\\s*[^.!?\u00a9]{2,70}\\.?$"
    "|[(\\[]?(?:[A-Z\u00c0-\u00dd][\\w.'\u2019-]*[ ,]{1,2}){0,4}"
    "(?P<pair>[A-Za-z\u00c0-\u00ff.'\u2019-]+(?:\\s?/\\s?[A-Za-z\u00c0-\u00ff.'\u2019 -]+)+)[)\\]]?\\.?$"
)


def credit_end(text: str, furniture: Furniture) -> int:
    """Where the credit ends that a line begins with; 0 when it begins with none.

    A credit holds names, agencies and years: 'AFP 2016 Anna RouxLe ministre' ends within the glued word.
    """
    match = MARK.match(text)
    if match is None:
        return 0
    at = end = match.end()
    for _ in range(MAX_TOKENS):
        token = TOKEN.match(text, at)
        if token is None:
            break
        word = token["word"]
        glued = glued_at(word, furniture)
        if glued:
            return token.start("word") + glued
        if not credit_word(word, furniture):
            break
        at = token.end()
        end = at if word not in JOINERS else end
        if word.endswith((".", ":")) and len(word) > 3 and not only_names(text[at:], furniture):
            break
    return end


def only_names(text: str, furniture: Furniture) -> bool:
    """Whether all words of a short text can stand in a credit."""
    words = text.split()
    return 0 < len(words) <= MAX_TOKENS and all(credit_word(word, furniture) for word in words)


def credit_word(word: str, furniture: Furniture) -> bool:
    """Whether a word can stand in a credit: a name, a year, an agency, a joiner; not a text's first word."""
    bare = word.strip("/,()")
    if folded(bare) in furniture.starters:
        return False
    return bool(word in JOINERS or not bare or YEAR.match(bare) or NAME.match(bare) or "/" in bare)


def glued_at(word: str, furniture: Furniture) -> int:
    """Where a text's first word is glued to a name ('RouxLe'); 0 when none is."""
    match = GLUED_NAME.match(word)
    while match is not None:
        if folded(match["word"]) in furniture.starters or min(map(len, match.groups())) >= LONG_NAME:
            return match.start("word")
        match = GLUED_NAME.match(word, match.end("name")) if match.end("name") else None
    return 0


def trailing_credit(text: str, furniture: Furniture) -> tuple[int, bool] | None:
    """Where a picture's credit at a line's end begins, and whether it names a photographer.

    'Anna Roux/AFP', '(c) Reuters', 'REUTERS/Jean Petit'.
    """
    shift = max(0, len(text) - TAIL)
    found = furniture.find("ending", folded(text[shift:]))
    if found is not None and found.phrase.id.startswith("photo-"):
        return shift + found.start, True
    match = TRAIL.search(text, shift)
    if match is None:
        return None
    low = folded(match[0]).strip()
    if match["mark"]:
        return match.start(), "/" in low or any(name in low for name in furniture.photo_agencies)
    if furniture.agency_line.fullmatch(low):
        return None
    names = [part.strip(" ().") for part in low.split("/")]
    if any(name in furniture.photo_agencies or furniture.agency(name) for name in names):
        return match.start(), True
    return None
