"""Headline, running text, and what stands around and between its paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby, islice, pairwise

from communique.article.pieces import Piece, folded_words
from communique.article.running import running_text
from communique.languages.furniture import Furniture

HEADLINE_WORDS = (3, 34)
USUAL_WORDS = 16
AGAIN = 2.0
"""What a line gains as headline when it stands twice before the text (page's title, headline)."""
CONTENT_LETTERS = 4
LEAD_CHARACTERS = 900
HEADING_WORDS = 14
POSTS = 3
"""Least headings of posts on a live page."""
LIST_LINES = 3
FLASH_LINES = 2
NEAR = 12
COMMENTS_AFTER_WORDS = 40
SIGNED = re.compile(" [-\u2013\u2014|] ([^-\u2013\u2014|]+)$")
QUESTION = re.compile("[?!]\\s*\u00bb?$")


def laid_out(pieces: list[Piece], *, title: str, furniture: Furniture) -> list[Piece]:
    """The pieces with all roles decided.

    Everything that is undecided within the running text (:mod:`communique.article.running`) is body.
    """
    pieces = posted(headed(ended(pieces, furniture), title=title))
    first, last = running_text(pieces)
    if last < 0:
        few = sum(1 for piece in pieces if not piece.role) <= FLASH_LINES
        return [piece if piece.role else bare(piece, few=few) for piece in pieces]
    found = before(pieces[:first], pieces[first : last + 1], title=title, furniture=furniture)
    found += within(pieces[first : last + 1], signatures=signatures(pieces))
    found += [p if p.role else p.decided("furniture", "after the running text") for p in pieces[last + 1 :]]
    return with_lead(found)


def ended(pieces: list[Piece], furniture: Furniture) -> list[Piece]:
    """The pieces, all that follows the comments' or the imprint's heading as furniture.

    Such a heading counts when the article's text stands before it; a link to the comments at the top
    of a page ends nothing.
    """
    closing = {f"{furniture.code}/furniture.toml#{p.id}" for p in furniture.phrases if p.takes == "rest"}
    words = 0
    for i, piece in enumerate(pieces):
        if piece.reason in closing and words >= COMMENTS_AFTER_WORDS:
            rest = pieces[i + 1 :]
            if any(p.known for p in rest) or sum(p.words for p in rest if not p.role and p.prose) > 2 * words:
                continue
            return pieces[: i + 1] + [
                p if p.role else p.decided("furniture", "after the article's end") for p in rest
            ]
        if not piece.role and piece.prose:
            words += piece.words
    return pieces


def posted(pieces: list[Piece]) -> list[Piece]:
    """The pieces, the headings of a live page's posts as body: each stands right before its text.

    A list of headlines with hours ('18h40 - ...', '18h20 - ...') has no text between them.
    """
    pairs = enumerate(pairwise(pieces))
    heads = {i for i, (a, b) in pairs if not a.role and a.post and not b.role and b.prose}
    if len(heads) < POSTS:
        return pieces
    return [p.decided("body", "the heading of a post") if i in heads else p for i, p in enumerate(pieces)]


def headed(pieces: list[Piece], *, title: str) -> list[Piece]:
    """The pieces, a first line that ends like a sentence ('… en danger ?') as headline where it is one.

    It is when it is the given title, or a question or exclamation before a longer paragraph.
    """
    wanted = comparable(title)
    for i, piece in enumerate(pieces):
        if piece.role == "headline":
            return pieces
        if piece.role or piece.known:
            continue
        same = bool(wanted) and comparable(piece.text) == wanted
        follower = next((p for p in islice(pieces, i + 1, i + NEAR) if not p.role), None)
        longer = follower is not None and follower.prose and follower.words > piece.words
        asks = QUESTION.search(piece.text) is not None and in_headline_length(piece)
        if same or (asks and longer):
            return [*pieces[:i], piece.decided("headline", "the first line"), *pieces[i + 1 :]]
        if piece.prose:
            break
    return pieces


def in_headline_length(piece: Piece) -> bool:
    """Whether a line is neither too short nor too long for a headline."""
    return HEADLINE_WORDS[0] <= piece.words <= HEADLINE_WORDS[1]


def comparable(text: str) -> str:
    """A text's words alone, folded."""
    return " ".join(folded_words(text))


def bare(piece: Piece, *, few: bool) -> Piece:
    """A line of a page without running text: one or two may be a flash ('Moscou dément'), many are a menu."""
    if few and piece.words >= HEADLINE_WORDS[0]:
        return piece.decided("body", "the only line")
    return piece.decided("furniture", "no running text")


def before(head: list[Piece], rest: list[Piece], *, title: str, furniture: Furniture) -> list[Piece]:
    """What stands before the running text: the headline, and furniture."""
    best = headline_at(head, rest, title=title, furniture=furniture)
    found: list[Piece] = []
    for i, piece in enumerate(head):
        if piece.role:
            found.append(piece)
        elif i == best:
            found.append(piece.decided("headline", "before the running text"))
        elif best is not None and i > best and lead_like(piece):
            found.append(piece.decided("lead", "between headline and text"))
        else:
            found.append(piece.decided("furniture", "before the running text"))
    return found


def headline_at(head: list[Piece], rest: list[Piece], *, title: str, furniture: Furniture) -> int | None:
    """Index of the headline: the given title, else the line that shares most words with the text."""
    fit = [i for i, piece in enumerate(head) if not piece.role and in_headline_length(piece)]
    if not fit or any(piece.role == "headline" for piece in (*head, *rest)):
        return None
    wanted = comparable(title)
    given = [i for i in fit if wanted and comparable(head[i].text) == wanted]
    if given:
        return given[0]
    body = {word for piece in rest if not piece.role for word in content(piece.text, furniture)}
    again = Counter(comparable(piece.text) for piece in head)

    def score(i: int) -> float:
        piece = head[i]
        shared = len(content(piece.text, furniture) & body)
        twice = AGAIN if again[comparable(piece.text)] > 1 else 0.0
        return shared + twice - max(0, piece.words - USUAL_WORDS) / 2

    return max(fit, key=lambda i: (score(i), -i))


def content(text: str, furniture: Furniture) -> set[str]:
    """The words of a text that carry content, folded and cut to their first letters."""
    found = folded_words(text)
    return {
        word[:6] for word in found if len(word) >= CONTENT_LETTERS and word not in furniture.function_words
    }


def lead_like(piece: Piece) -> bool:
    """A standfirst without a final stop is still a sentence's length, with its function words."""
    return piece.words >= HEADING_WORDS and piece.density >= 0.25


def signatures(pieces: list[Piece]) -> frozenset[str]:
    """What several different lines of a page end in behind a dash, as captions do: 'Kiev - Volga Info'."""
    lines = {comparable(piece.text): piece.text for piece in pieces if not piece.prose and not piece.final}
    ends = Counter(comparable(signed[1]) for text in lines.values() if (signed := SIGNED.search(text)))
    return frozenset(end for end, count in ends.items() if count > 1)


def within(pieces: list[Piece], *, signatures: frozenset[str] = frozenset()) -> list[Piece]:
    """The running text: what is undecided in it is body, but for other articles' headlines and menus.

    Those follow a caption or a cue, or stand three and more together; single lines are headings.
    """
    found: list[Piece] = []
    lists = listed(pieces)
    teasing = cued = False
    for i, piece in enumerate(pieces):
        if piece.role:
            found.append(piece)
            teasing = piece.role in {"caption", "teaser"} or (teasing and piece.role == "furniture")
            cued = piece.role == "teaser" or (cued and piece.role == "furniture")
        elif fragment(piece) and (end := SIGNED.search(piece.text)) and comparable(end[1]) in signatures:
            found.append(piece.decided("caption", "signed like another line"))
            teasing = True
        elif (fragment(piece) and (teasing or i in lists)) or (cued and called(piece)):
            role = "teaser" if teasing or piece.words > 3 else "furniture"
            found.append(
                piece.decided(role, "a headline after a caption or a cue" if teasing else "one of a list")
            )
        else:
            found.append(piece.decided("body", "running text"))
            teasing = cued = False
    return found


def called(piece: Piece) -> bool:
    """Whether a line is a question of a headline's length; after a cue it is another article's headline."""
    return not piece.known and piece.text.endswith("?") and piece.words <= USUAL_WORDS


def fragment(piece: Piece) -> bool:
    """Whether a line is a headline, heading or label and no sentence; an item of a list is neither."""
    return not piece.role and not piece.known and not piece.prose and not piece.final


def listed(pieces: list[Piece]) -> frozenset[int]:
    """Indices of the fragments that stand in a run of several that is no list of the article's own.

    The article's own lists have dashes or semicolons, or follow a colon.
    """
    found: set[int] = set()
    start = 0
    for same, group in groupby(pieces, key=fragment):
        run = list(group)
        own = any(p.item for p in run)
        announced = start > 0 and pieces[start - 1].text.endswith(":")
        if same and len(run) >= LIST_LINES and not own and not announced:
            found.update(range(start, start + len(run)))
        start += len(run)
    return frozenset(found)


def with_lead(pieces: list[Piece]) -> list[Piece]:
    """The pieces, the first paragraph after the headline as lead when others follow it."""
    bodies = [i for i, piece in enumerate(pieces) if piece.role == "body" and piece.prose]
    if len(bodies) < 2 or any(piece.role == "lead" for piece in pieces):
        return pieces
    first = pieces[bodies[0]]
    if (
        first.prose
        and len(first.text) <= LEAD_CHARACTERS
        and any(p.role == "headline" for p in pieces[: bodies[0]])
    ):
        pieces[bodies[0]] = first.decided("lead", "the first paragraph")
    return pieces
