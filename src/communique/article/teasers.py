"""Teasers of other articles between the sentences of a paragraph: 'Lire aussi : …'."""

from __future__ import annotations

import re

from communique.article.pieces import Piece
from communique.languages.furniture import Found, Furniture, folded

STOP = re.compile(r"[.!?\u2026]+[\"\u00bb\u201d]?(?=\s|$|[A-Z\u00c0-\u00dd])")
FRESH = re.compile(r"(?<=[\w\"\u00bb)?%])\s+[\"\u00ab\u201c]?\s?(?P<word>[A-Z\u00c0-\u00dd]\w*['\u2019]?)")
BEFORE_CUE = re.compile(r"[.!?\u2026:\"\u00bb\u201d)]\s*$")
ABBREVIATION = re.compile(r"(?<!\w)(\w+)\.$")
LONGEST_ABBREVIATION = 8
LONGEST_TITLES = 700
LINE_TITLE_WORDS = 40


def split_teasers(piece: Piece, furniture: Furniture) -> list[Piece]:
    """The piece without the teasers in it."""
    low = folded(piece.text)
    parts: list[Piece] = []
    done = at = 0
    while (found := furniture.find("inline", low, at)) is not None:
        at = found.end
        if not stands_apart(piece.text, found.start):
            continue
        end = titles_end(piece.text, found, furniture) if found.phrase.takes == "titles" else found.end
        parts += piece.part(done, found.start, furniture)
        rule = f"{furniture.code}/furniture.toml#{found.phrase.id}"
        parts += piece.role_part(found.start, end, furniture, role=found.phrase.role, reason=rule)
        done = at = end
    return [*parts, *piece.part(done, len(piece.text), furniture)]


def stands_apart(text: str, start: int) -> bool:
    """A cue begins a line or follows a sentence's end, and begins with a capital or a bullet."""
    if text[start].islower():
        return False
    before = text[:start].rstrip()
    return not before or BEFORE_CUE.search(before[-4:]) is not None or text[start - 1] in "\n\t"


def titles_end(text: str, found: Found, furniture: Furniture) -> int:
    """Where the titles after a cue end and the article goes on.

    'Lire aussi : Le convoi attaqué Paris dément Le ministre a quitté Vienne mardi.': titles have no
    final stop, so they end where the last text begins that has one. Text of which nothing shows that a
    title stands before it is the article's.
    """
    stop = first_stop(text, found.end, furniture)
    limit = min(stop, found.end + LONGEST_TITLES)
    fresh = [match for match in FRESH.finditer(text, found.end, limit) if begins_anew(text, match, furniture)]
    fresh = [match for match in fresh if text[found.end : match.start()].strip()]
    whole = not text[: found.start].strip() and stop >= len(text.rstrip())
    if whole and len(text[found.end :].split()) <= LINE_TITLE_WORDS and not (fresh and ends_with_stop(text)):
        return len(text)
    if stop >= len(text.rstrip()) and not ends_with_stop(text):
        return len(text)
    if fresh:
        last = fresh[-1].start()
        return stop if text[stop - 1 : stop] == "?" else last
    return found.end


def ends_with_stop(text: str) -> bool:
    """Whether the text ends as sentences do."""
    return text.rstrip().rstrip('"\u00bb\u201d ').endswith((".", "!", "\u2026"))


def first_stop(text: str, at: int, furniture: Furniture) -> int:
    """The offset after the first sentence's end from ``at`` on; the text's end when there is none."""
    for match in STOP.finditer(text, at):
        word = ABBREVIATION.search(text[max(at, match.end() - LONGEST_ABBREVIATION) : match.end()])
        short = word is not None and (len(word[1]) == 1 or folded(word[1]) in furniture.abbreviations)
        if not short:
            return match.end()
    return len(text)


def begins_anew(text: str, match: re.Match[str], furniture: Furniture) -> bool:
    """Whether a capitalised word begins a new text.

    It does when it opens sentences, follows no function word, and is no name's article ('Le Caire').
    """
    word = folded(match["word"])
    if word not in furniture.starters:
        return False
    before = folded(text[max(0, match.start() - 20) : match.start()]).split()
    after = folded(text[match.end() : match.end() + 30]).split()
    name = bool(after) and after[0].strip(",.;:") in furniture.article_names
    return not name and not (before and before[-1] in furniture.binders)
