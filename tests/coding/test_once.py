"""What is found out once and kept: of sentences, of words, and of trees that are being mended."""

from __future__ import annotations

from communique.coding.parsing.draft import Draft
from communique.languages.frames import load_frames
from communique.syntax import Sentence, Token, kept


def sentence() -> Sentence:
    rows = [("Rome", "PROPN", "nsubj", 1), ("recule", "VERB", "ROOT", 1), (".", "PUNCT", "punct", 1)]
    tokens = [
        Token(i, 8 * i, 8 * i + len(w), w, w.lower(), p, d, h, "") for i, (w, p, d, h) in enumerate(rows)
    ]
    return Sentence(tuple(tokens), block=0, role="body")


def test_a_sentence_is_read_once() -> None:
    asked: list[Sentence] = []

    def read(found: Sentence) -> int:
        asked.append(found)
        return len(found.tokens)

    one, other = sentence(), sentence()
    assert [one.once(read), one.once(read), other.once(read)] == [3, 3, 3]
    assert asked == [one, other]
    assert one.words == {"rome", "recule", "."}


def test_answers_about_a_word_are_kept_with_their_sentence() -> None:
    asked: list[int] = []

    class Reader:
        @kept
        def double(self, _: Sentence, i: int) -> int:
            asked.append(i)
            return 2 * i

    reader, one, other = Reader(), sentence(), sentence()
    assert [reader.double(one, 1), reader.double(one, 1), reader.double(one, 2)] == [2, 2, 4]
    assert [reader.double(other, 1), Reader().double(one, 1)] == [2, 2]
    assert asked == [1, 2, 1, 1]


def test_children_follow_every_move() -> None:
    draft = Draft(sentence().tokens)
    assert draft.children(1) == [0, 2]
    draft.head[2] = 0
    assert (draft.children(1), draft.children(0)) == ([0], [2])
    assert "punct" in draft.signs()
    draft.dep[2] = "dep"
    assert "punct" not in draft.signs()


def test_frames_whose_words_stand_nowhere_are_not_among_those_to_try() -> None:
    listings = load_frames("fr")
    listed = next(w for f in listings.frames if f.verb and f.support for w in f.verb)
    listing = listings.of_verb(listed)
    bare = [frame for frame in listing.frames if not frame.support]
    assert listing.among(frozenset({listed})) == bare
    carried = next(frame for frame in listing.frames if frame.support)
    words = frozenset({listed, carried.support[0].lemma[0]})
    assert carried in listing.among(words)
    assert listing.among(words) == [f for f in listing.frames if f in listing.among(words)]
