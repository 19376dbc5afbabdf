"""What a single line tells of itself: phrases, captions, sign-offs, lines in another script."""

from __future__ import annotations

import re

from communique.article.pieces import FINAL, Piece
from communique.languages.furniture import BARE, Furniture, folded

CAPTION_END = re.compile(r"\s[-\u2013\u2014|/]\s*(?P<who>[^-\u2013\u2014|]{2,40})$")
MAX_LINE_PHRASE = 160
MAX_CAPTION_WORDS = 60
MAX_OPENING_WORDS = 70
SCRIPT_SAMPLE = 400
# Letters of other alphabets: Greek to Georgian and beyond, without the Latin extensions.
MACHINE = re.compile(r"https?://\S+|\S*[?&=%_/]\S*[=&%_]\S*|[\w.%/&=?#+~-]{45,}")
MACHINE_SHARE = 0.6
NOT_LATIN = re.compile(r"(?![\u1e00-\u1eff\u2000-\u2bff])[\u0370-\ua71f\uac00-\ufaff\ufb1d-\ufeff](?<=\w)")


def line_role(piece: Piece, furniture: Furniture) -> Piece:
    """The piece with the role that its own words give it; unchanged when they give none."""
    if len(piece.text) <= MAX_LINE_PHRASE:
        low = folded(piece.text).strip(BARE)
        if not low:
            return piece.decided("furniture", "marks only")
        found = furniture.find("line", low)
        if found is not None and (not found.phrase.proper or furniture.proper(piece.text)):
            return piece.decided(found.phrase.role, phrase_rule(furniture, found.phrase.id))
        if furniture.agency_line.fullmatch(low):
            return piece.decided("credit", "agency")
    if piece.words <= MAX_OPENING_WORDS and (found := furniture.find("opening", folded(piece.text[:200]))):
        return piece.decided(found.phrase.role, phrase_rule(furniture, found.phrase.id))
    if not piece.final and piece.words <= MAX_CAPTION_WORDS and ends_with_agency(piece.text, furniture):
        return piece.decided("caption", "ends with its agency")
    if foreign_script(piece.text):
        return piece.decided("furniture", "another script")
    if machine_text(piece.text):
        return piece.decided("furniture", "addresses and keys")
    return piece


def phrase_rule(furniture: Furniture, entry: str) -> str:
    """The rule's name: file and entry."""
    return f"{furniture.code}/furniture.toml#{entry}"


def ends_with_agency(text: str, furniture: Furniture) -> bool:
    """'Le chancelier à son arrivée - Sputnik France': a caption names its agency last, after a dash."""
    match = CAPTION_END.search(text[-60:])
    if match is None or FINAL.search(text[: -len(match[0])]):
        return False  # a sentence that is signed: 'Il a quitté Genève. - AFP'
    return furniture.agency_line.fullmatch(folded(match["who"]).strip(BARE)) is not None


def machine_text(text: str) -> bool:
    """Whether most of a line is an address, a key or a parameter."""
    sample = text[:SCRIPT_SAMPLE]
    return sum(len(word) for word in MACHINE.findall(sample)) > MACHINE_SHARE * len(sample)


def foreign_script(text: str) -> bool:
    """Whether most letters are not Latin."""
    sample = text[:SCRIPT_SAMPLE]
    other = len(NOT_LATIN.findall(sample))
    return other > 0 and other * 2 > sum(1 for character in sample if character.isalpha())
