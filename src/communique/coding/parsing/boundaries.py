"""Where sentences begin and end: pieces that the parser cut apart are joined, run-ons are cut."""

from __future__ import annotations

from collections.abc import Sequence

from communique.languages.tokens import Words
from communique.syntax import Token

_FINAL = frozenset({".", "!", "?", "\u2026", "...", ":", ";"})
_STOPS = frozenset({".", "!", "?", "\u2026", "..."})
_OPENING = frozenset({"\u00ab", "(", "[", "\u201c"})
_CLOSING = frozenset({"\u00bb", ")", "]", "\u201d"})
_VERBAL = frozenset({"VERB", "AUX"})

Rows = tuple[Token, ...]


def mend_boundaries(sentences: Sequence[Rows], *, text: str, shift: int, words: Words) -> tuple[Rows, ...]:
    """The sentences of a block with their borders mended.

    ``text`` is the block as printed, ``shift`` its offset in the article.

    - *join*: 'Moscou | livre des missiles' is one sentence, since nothing ends the first piece;
      so are 'M. | Lavrov' and '« Qui ? » | a-t-il dit'. A line break before a capital stays a border.
    - *marks*: an opening mark belongs to what follows, a closing one to what precedes.
    - *cut*: 'Il est parti. Le ministre reste.' are two, where the parser saw one.
    """
    pieces = [piece for rows in sentences for piece in _cut(rows, words)]
    joined: list[Rows] = []
    for piece in _marks(pieces):
        if joined and _joins(joined[-1], piece, text=text, shift=shift, words=words):
            joined[-1] = _join(joined[-1], piece)
        else:
            joined.append(piece)
    return tuple(joined)


def _ends(rows: Rows, words: Words) -> bool:
    """Whether a sentence ends with these tokens."""
    last = rows[-1]
    if last.text in _CLOSING or last.text in {'"', "'"}:
        return len(rows) > 1 and rows[-2].text in _STOPS
    if last.text in _FINAL:
        return not (last.text == "." and len(rows) > 1 and _abbreviated(rows[-2], last, words))
    return False


def _abbreviated(word: Token, stop: Token, words: Words) -> bool:
    """'M' before '.'; also an initial ('J')."""
    return word.end == stop.start and (
        word.low in words.abbreviations or (len(word.text) == 1 and word.text.isupper())
    )


def _joins(left: Rows, right: Rows, *, text: str, shift: int, words: Words) -> bool:
    gap = text[left[-1].end - shift : right[0].start - shift]
    first = right[0].text
    if first in _CLOSING or (first in _STOPS and not gap):
        return True
    if first[0].islower() or first == ",":
        return left[-1].text not in {":", ";"}
    if left[-1].low.endswith(".") and left[-1].low.rstrip(".") in words.abbreviations:
        return "\n" not in gap
    return not _ends(left, words) and "\n" not in gap and left[-1].text not in _CLOSING


def _marks(pieces: Sequence[Rows]) -> list[Rows]:
    """Opening marks at the end of a piece go to the next; a piece that is left empty goes away."""
    moved: list[Rows] = []
    carried: Rows = ()
    for number, piece in enumerate(pieces):
        rows = _fuse(carried, piece) if carried else piece
        carried = ()
        if number + 1 < len(pieces) and rows[-1].text in _OPENING:
            carried, rows = (rows[-1],), rows[:-1]
        if rows:
            moved.append(_rooted(rows))
    return moved


def _cut(rows: Rows, words: Words) -> list[Rows]:
    """Cut after a full stop (and a closing mark) that a capital follows after a space."""
    cuts = [0]
    for i in range(1, len(rows) - 1):
        after = i + 1
        if rows[i].text not in _STOPS or rows[i].text == "..." or _abbreviated(rows[i - 1], rows[i], words):
            continue
        while after < len(rows) and rows[after].text in _CLOSING:
            after += 1
        if after < len(rows) and after > cuts[-1] + 1 and _begins(rows, after):
            cuts.append(after)
    if len(cuts) == 1:
        return [rows]
    return [_rooted(rows[a:b]) for a, b in zip(cuts, [*cuts[1:], len(rows)], strict=True)]


def _begins(rows: Rows, i: int) -> bool:
    """Whether a sentence may begin here: with a capital, perhaps behind an opening mark.

    A space may be lost ('… selon l'ONG.Depuis janvier'), where the stop follows a whole word.
    """
    if rows[i].start == rows[i - 1].end and not (rows[i - 1].text == "." and len(rows[i - 2].text) > 1):
        return False
    if rows[i].text in _OPENING:
        return i + 1 < len(rows) and rows[i + 1].text[0].isupper()
    return rows[i].text[0].isupper()


def _rooted(rows: Rows) -> Rows:
    """The tokens as a sentence of their own: one root, indices from nought."""
    first = rows[0].i
    if first == 0 and all(token.i == i for i, token in enumerate(rows)) and _one_root(rows):
        return rows
    index = {token.i: new for new, token in enumerate(rows)}
    tops = [token for token in rows if token.head not in index or token.head == token.i]
    root = next((t for t in tops if t.pos in _VERBAL), next((t for t in tops if t.pos != "PUNCT"), tops[0]))
    return tuple(_placed(token, index, root=root, top=token in tops) for token in rows)


def _one_root(rows: Rows) -> bool:
    return all(0 <= token.head < len(rows) for token in rows) and sum(t.head == t.i for t in rows) == 1


def _placed(token: Token, index: dict[int, int], *, root: Token, top: bool) -> Token:
    new = index[token.i]
    if token is root:
        return token.placed(new, new, "ROOT")
    if top:
        return token.placed(new, index[root.i], "punct" if token.pos == "PUNCT" else "dep")
    return token.placed(new, index[token.head], token.dep)


def _fuse(left: Rows, right: Rows) -> Rows:
    """Two stretches side by side, each with its own root still."""
    size = len(left)
    head = tuple(token.placed(i, i, token.dep) for i, token in enumerate(left)) if size == 1 else left
    return head + tuple(t.placed(t.i + size, t.head + size, t.dep) for t in right)


def _join(left: Rows, right: Rows) -> Rows:
    """One sentence of two pieces: the piece with a verb governs, the first where both or neither have one.

    A bare name before a verb without a subject becomes its subject: 'Moscou | livre des missiles'.
    """
    rows = list(_fuse(left, right))
    one = next(t.i for t in left if t.head == t.i)
    two = next(t.i for t in right if t.head == t.i) + len(left)
    second_rules = rows[two].pos in _VERBAL and rows[one].pos not in _VERBAL
    top, other = (two, one) if second_rules else (one, two)
    dep = "punct" if rows[other].pos == "PUNCT" else _relation(rows, top=top, other=other)
    rows[other] = rows[other].placed(other, top, dep)
    return tuple(rows)


def _relation(rows: Sequence[Token], *, top: int, other: int) -> str:
    children = [t for t in rows if t.head == other and t.i != other]
    cased = any(t.dep in {"case", "mark"} for t in children)
    governed = {t.dep for t in rows if t.head == top}
    if rows[other].pos not in {"NOUN", "PROPN", "PRON"} or rows[top].pos != "VERB":
        return "dep"
    if cased:
        return "obl:mod"
    if other < top:
        return "dep" if governed & {"nsubj", "nsubj:pass"} else "nsubj"
    return "dep" if "obj" in governed else "obj"
