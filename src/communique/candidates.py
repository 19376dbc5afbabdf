"""What passes from the frames to the reports: candidates, judged and with their circumstances.

Words are meant by their index in the sentence, stretches by offsets in the article.
"""

from __future__ import annotations

from typing import NamedTuple

from communique.codebook import event_type
from communique.languages.frames import Frame
from communique.triggers import Trigger


class Filler(NamedTuple):
    """A word that fills a role, and the slot in which it stands."""

    role: str
    token: int
    slot: str


class Candidate(NamedTuple):
    """A frame met in a sentence.

    ``sentence`` is the sentence's index among the article's, ``start`` and ``end`` are offsets of the
    trigger's words, ``fillers`` the words in its roles; ``weighed``: the rules by which it is told
    by its weight, where its frame alone does not tell it.
    """

    frame: Frame
    rule: str
    sentence: int
    trigger: Trigger
    start: int
    end: int
    fillers: tuple[Filler, ...]
    weighed: tuple[str, ...] = ()

    @property
    def content(self) -> str:
        """What becomes of acts told in the complement: ``open``, ``reported`` or ``told``."""
        return self.frame.content or event_type(self.frame.type).content

    def tokens(self, role: str) -> tuple[int, ...]:
        """Indices of the words that fill a role."""
        return tuple(f.token for f in self.fillers if f.role == role)


class Sign(NamedTuple):
    """One reason for a status: the effect, the words (offsets) and the rule.

    ``affirms`` and ``denies`` hold indices of words that name who affirms or denies the act.
    """

    effect: str
    start: int
    end: int
    rule: str
    affirms: tuple[int, ...] = ()
    denies: tuple[int, ...] = ()


class Judged(NamedTuple):
    """A candidate with the signs of its status, the deciding one first."""

    candidate: Candidate
    status: str
    signs: tuple[Sign, ...]


class NearMiss(NamedTuple):
    """A trigger that makes no report, and why."""

    start: int
    end: int
    type: str
    reason: str
