"""One sentence prepared for finding places: pieces, states named, words taken by actors and names."""

from __future__ import annotations

from collections.abc import Iterator

from communique.knowledge import Entity, Knowledge, PlaceEntry, PlaceMatch
from communique.languages.phrases import Piece, pieces_of
from communique.model import Span
from communique.syntax import Sentence

# How many pieces before a name the rules look back.
FURTHEST = 8


class Reading:
    """A sentence with what the gazetteer and the actors say of its words."""

    __slots__ = (
        "_at",
        "_low",
        "_matches",
        "_openers",
        "_text",
        "knowledge",
        "offset",
        "pieces",
        "sentence",
        "taken",
        "tokens",
        "words",
    )

    def __init__(self, sentence: Sentence, *, knowledge: Knowledge, heads: frozenset[int], text: str) -> None:
        self.sentence = sentence
        self.knowledge = knowledge
        self.tokens = sentence.tokens
        self.words = [token.text for token in sentence.tokens]
        self.pieces: tuple[Piece, ...] = sentence.once(pieces_of)
        self._at: dict[int, int] = {}
        for at, piece in enumerate(self.pieces):
            self._at.setdefault(piece.token, at)
        self._low = tuple(piece.text for piece in self.pieces)
        self._text = text or _spelled(sentence)
        self.offset = 0 if text else sentence.start
        opens = knowledge.opens_place
        self._openers = frozenset([i for i, word in enumerate(self.words) if opens(word)])
        self._matches: dict[int, tuple[PlaceMatch, ...]] = {}
        self.taken = self._take(heads)

    def _take(self, heads: frozenset[int]) -> frozenset[int]:
        """Tokens that head an actor's mention or lie inside a longer name of something else."""
        taken = {token.i for token in self.tokens if token.start in heads}
        for i, word in enumerate(self.words):
            if not word[:1].isupper():
                continue
            matches = self.knowledge.match(self.words, i)
            if (
                matches
                and matches[0].length > 1
                and matches[0].reading == "name"
                and _is_other(matches[0].entity)
            ):
                taken.update(range(i, i + matches[0].length))
        return frozenset(taken)

    @property
    def countries(self) -> frozenset[str]:
        """The states that a word of the sentence names, as noun or adjective, and that it names alone."""
        found: set[str] = set()
        for i, text in enumerate(self.words):
            matches = self.matches(i) if i in self._openers else ()
            words = self.knowledge.state_words(text) if len(text) > 2 else ()
            if not matches and not words:
                continue
            named = {m.place.country for m in matches if m.place.level == "country"}
            named = named or {word.country for word in words if word.role != "capital"}
            if len(named) == 1:
                found.update(str(country) for country in named)
        return frozenset(found)

    def matches(self, i: int) -> tuple[PlaceMatch, ...]:
        """The gazetteer's matches at token ``i``, longest first."""
        found = self._matches.get(i)
        if found is None:
            found = self._matches[i] = self.knowledge.places(self.words, i)
        return found

    def openings(self, common: frozenset[str]) -> Iterator[int]:
        """The tokens at which a place may begin: names, words of the gazetteer, and some common nouns."""
        for i, token in enumerate(self.tokens):
            if i in self._openers or token.low in common:
                yield i

    def country_at(self, i: int) -> PlaceEntry | None:
        """The state that is named by the noun at token ``i``, whatever its part in the sentence."""
        if not self.words[i][:1].isupper():
            return None
        return next((m.place for m in self.matches(i) if m.place.level == "country"), None)

    def before(self, i: int) -> tuple[str, ...]:
        """The pieces before token ``i``, in lower case."""
        at = self._at.get(i, 0)
        return self._low[max(0, at - FURTHEST) : at]

    def token_of(self, i: int, back: int) -> int:
        """The token of the piece that stands ``back`` pieces before token ``i``."""
        at = self._at.get(i, 0) - back
        return self.pieces[at].token if at >= 0 else -1

    def span(self, first: int, end: int) -> Span:
        """The words from token ``first`` up to ``end`` (exclusive)."""
        start, stop = self.tokens[first].start, self.tokens[end - 1].end
        return Span(start, stop, self._text[start - self.offset : stop - self.offset])


def read_sentence(sentence: Sentence, *, knowledge: Knowledge, heads: frozenset[int], text: str) -> Reading:
    """A sentence prepared; ``heads`` are the offsets of the head words of actors' mentions."""
    return Reading(sentence, knowledge=knowledge, heads=heads, text=text)


def _is_other(entity: Entity) -> bool:
    """Whether a name is of something that is no place: neither a state nor its government."""
    return entity.kind not in {"state", "government", "ministry"}


def _spelled(sentence: Sentence) -> str:
    """The words of a sentence with plain blanks between them."""
    spelled: list[str] = []
    at = sentence.start
    for token in sentence.tokens:
        spelled.append(" " * (token.start - at) + token.text)
        at = token.end
    return "".join(spelled)
