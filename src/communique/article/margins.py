"""What stands before and after a line's text: rubric, dateline, byline, credit with caption, sign-off."""

from __future__ import annotations

import re

from communique.article.credits import credit_end, trailing_credit
from communique.article.pieces import Piece
from communique.languages.furniture import Found, Furniture, folded

TEXT_START = re.compile("[\"\u00ab\u201c\u2018'(\\[]?\\s*[A-Z\u00c0-\u00dd\u0152\\d]")
SENTENCE_END = re.compile(r"[.!?\u2026][\"\u00bb)]?(?=\s|[A-Z\u00c0-\u00dd]|$)")
CAPTION_WORDS = 60
PREFIX_WINDOW = 200


def split_start(piece: Piece, furniture: Furniture) -> list[Piece]:
    """The piece without rubric, dateline, byline or credit at its start."""
    parts: list[Piece] = []
    rest = [piece]
    for _ in range(4):
        found = start_mark(rest[0], furniture)
        if found is None:
            break
        end, role, reason = found
        parts += rest[0].role_part(0, end, furniture, role=role, reason=reason)
        if reason == PHOTO:
            return parts + captioned(rest[0], end, furniture)
        rest = list(rest[0].part(end, len(rest[0].text), furniture))
        if not rest:
            return parts
    return parts + rest


PHOTO = "photo credit"
# 'DIPLOMATIE Le ministre ...': capitals before a word that begins sentences.
KICKER = re.compile(
    "(?P<kicker>[A-Z\u00c0-\u00dd][A-Z\u00c0-\u00dd'\u2019-]{3,}"
    "(?: [A-Z\u00c0-\u00dd'\u2019-]{2,}){0,2}) "
    "(?=(?P<quote>\u00ab ?)?(?P<word>[A-Z\u00c0-\u00dd](?:[a-z\u00e0-\u00ff]\\w*['\u2019]?|['\u2019])))"
)


def start_mark(piece: Piece, furniture: Furniture) -> tuple[int, str, str] | None:
    """Where a mark at the piece's start ends, its role, and the rule that read it."""
    end = credit_end(piece.text, furniture)
    if end:
        return end, "credit", PHOTO
    kicker = KICKER.match(piece.text)
    if kicker and (kicker["quote"] or opens(kicker["word"], furniture)):
        return kicker.end("kicker"), "furniture", "kicker"
    low = folded(piece.text[:PREFIX_WINDOW])
    for found in furniture.prefixes(low):
        if found.end < len(piece.text) and fits(piece.text, found, furniture):
            return found.end, found.phrase.role, f"{furniture.code}/furniture.toml#{found.phrase.id}"
    return None


def fits(text: str, found: Found, furniture: Furniture) -> bool:
    """Whether a text begins after a prefix, and the prefix is written as names are where it must be."""
    rest = text[found.end :].lstrip()
    if not TEXT_START.match(rest):
        return False
    if found.phrase.before == "starter":
        first = re.match(r"\w+(?:['\u2019]|\b)", folded(rest))
        if first is None or first[0] not in furniture.starters:
            return False
    return not found.phrase.proper or furniture.proper(text[: found.end])


def captioned(piece: Piece, end: int, furniture: Furniture) -> list[Piece]:
    """What follows a photo credit: a caption, with the article's text glued to it or not.

    'AFP 2016 Anna RouxLe ministre à VienneLe ministre a quitté Vienne mardi. Il …': two texts are
    glued where a capitalised opening word follows a letter without a space.
    """
    for glued in GLUED.finditer(piece.text, end + 1):
        if opens(glued["word"], furniture) and SENTENCE_END.search(piece.text, glued.start()):
            caption = piece.role_part(
                end, glued.start(), furniture, role="caption", reason="after a photo credit"
            )
            return [*caption, *piece.part(glued.start(), len(piece.text), furniture)]
    rest = piece.part(end, len(piece.text), furniture)
    if rest and (len(SENTENCE_END.findall(rest[0].text)) > 1 or rest[0].words > CAPTION_WORDS):
        return list(rest)
    return [part.decided("caption", "after a photo credit") for part in rest]


GLUED = re.compile("(?<=[a-z\u00e0-\u00ff\u00bb\")])(?P<word>[A-Z\u00c0-\u00dd]\\w*['\u2019]?)(?=\\s|\\w)")


def opens(word: str, furniture: Furniture) -> bool:
    """Whether a word is one that begins sentences."""
    return folded(word) in furniture.starters


def split_end(piece: Piece, furniture: Furniture) -> list[Piece]:
    """The piece without the sign-off or credit at its end.

    A credit after one sentence is a picture's: 'Le convoi à Alep. Anna Roux/AFP' is a caption.
    """
    text = piece.text
    photo = trailing_credit(text, furniture)
    if photo is not None:
        start, named = photo
        body = piece.part(0, start, furniture)
        sentences = len(SENTENCE_END.findall(text[:start].rstrip()))
        credit = piece.role_part(start, len(text), furniture, role="credit", reason=PHOTO)
        if body and sentences <= 1 and body[0].words <= CAPTION_WORDS and (named or not body[0].final):
            return [body[0].decided("caption", "before a photo credit"), *credit]
        return [*body, *credit]
    low = folded(text[-PREFIX_WINDOW:])
    shift = len(text) - len(low)
    match = furniture.sign_off.search(low)
    found = furniture.find("ending", low)
    if match is not None and not furniture.agency_line.fullmatch(match[0].strip("(). ")):
        match = None  # '(cited by an agency)' belongs to the sentence
    if match is not None:
        start = shift + match.start()
    elif found is not None and after_sentence(text, shift + found.start):
        start = shift + found.start
    else:
        return [piece]
    rule = (
        f"{furniture.code}/furniture.toml#{found.phrase.id}"
        if match is None and found
        else "agency's sign-off"
    )
    credit = piece.role_part(start, len(text), furniture, role="credit", reason=rule)
    return [*piece.part(0, start, furniture), *credit]


def after_sentence(text: str, at: int) -> bool:
    """Whether a sentence ends before an offset, or the text begins there."""
    return at == 0 or SENTENCE_END.search(text[max(0, at - 4) : at]) is not None
