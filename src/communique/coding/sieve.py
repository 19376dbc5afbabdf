"""The sieve: whether an article may tell of public life at all, asked before it is parsed.

An article passes where one of its sentences holds a word of public life, or of a state, and words that
some frame could be made of. The words alone are looked at, in the forms that the tables list, so that the
question costs a hundredth of the parse. It is asked on request only: what it passes over is not coded.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from communique.coding.parsing.model import load_model
from communique.coding.parsing.verbs import Verbs
from communique.knowledge import Knowledge, load_knowledge
from communique.languages.frames import Frame, FrameSet, load_frames
from communique.languages.subjects import Subjects, load_subjects
from communique.languages.tokens import load_tokens
from communique.model import Article

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SENTENCE = re.compile(r"(?<=[.!?…»\"])\s*(?=[^\W\d_a-zà-ÿ])|\n+")
_FORMS = 50_000  # written forms whose lemmas are remembered


class Sieve:
    """Looks for sentences that could tell an act of public life."""

    def __init__(self, frames: FrameSet, subjects: Subjects, verbs: Verbs, knowledge: Knowledge) -> None:
        self._subjects = subjects
        self._of_state = lru_cache(maxsize=_FORMS)(lambda word: bool(knowledge.state_words(word)))
        self._verbs = verbs
        self._asked: dict[str, list[tuple[frozenset[str], ...]]] = {}
        for frame in frames.frames:
            for word in frame.words:
                self._asked.setdefault(_last(word), []).append(_needs(frame))
        self._lemmas = lru_cache(maxsize=_FORMS)(self._read)

    def passes(self, article: Article) -> bool:
        """Whether some sentence of the article's coded blocks could tell an act of public life."""
        blocks = (article.text[b.start : b.end] for b in article.blocks if b.coded)
        return any(self._tells(sentence) for block in blocks for sentence in _SENTENCE.split(block))

    def _tells(self, sentence: str) -> bool:
        public = self._subjects.public_words(sentence) > 0
        return (public or any(map(self._of_state, _WORD.findall(sentence)))) and self._could_be_told(sentence)

    def _could_be_told(self, sentence: str) -> bool:
        """Whether a frame's trigger and all the words that it asks for stand in the sentence."""
        found: set[str] = set()
        for word in _WORD.findall(sentence.lower()):
            found |= self._lemmas(word)
        return any(
            all(not words.isdisjoint(found) for words in needed)
            for word in found & self._asked.keys()
            for needed in self._asked[word]
        )

    def _read(self, low: str) -> frozenset[str]:
        """A written form and the lemmas that it may stand for."""
        forms = {low, self._verbs.singular(low), self._verbs.infinitive(low) or low}
        participle = self._verbs.participle(low)
        return frozenset(forms | ({participle[0]} if participle else set()))


def _needs(frame: Frame) -> tuple[frozenset[str], ...]:
    """The word lists of which a frame asks for one word each."""
    return tuple(frozenset(c.lemma) for c in (*frame.support, *frame.where) if c.lemma)


def _last(word: str) -> str:
    """The word by which a trigger of several is known: *s'entretenir* by *entretenir*."""
    return re.split(r"['\s]", word)[-1]


@cache
def load_sieve(code: str) -> Sieve:
    """The sieve of a language, made once a process."""
    verbs = Verbs(load_tokens(code), load_model(code).lemmas)
    return Sieve(load_frames(code), load_subjects(code), verbs, load_knowledge())
