"""What an article is about: words of sport, culture, markets, science and weather, and of public life."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from communique.errors import DataError
from communique.languages.furniture import folded
from communique.languages.loading import read_toml
from communique.model import Actor

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PERCENT = 100
PRIVATE = "private"
"""The subject of an article that tells hardly anything of public life and is of no other in particular."""


@dataclass(frozen=True, slots=True)
class Subjects:
    """Word lists by subject, folded.

    ``public`` are the words of public life, ``sectors`` its parties; ``teams`` are the subjects in which
    the name of a country is a team, ``bodies`` sectors whose organisations are of public life.

    ``density``: percent of the words of a text that a subject's words must make up; ``ratio``: how many
    times the words of public life they must outnumber; ``least``: how many there must be. ``thin``: percent
    of the words of a text of ``long`` words or more that words and parties of public life must make up.
    ``spoken``: the types of acts that are of public life only by their parties; ``modes``: those that are
    of public life by themselves.
    """

    code: str
    density: float
    ratio: float
    least: int
    thin: float
    long: int
    modes: frozenset[str]
    spoken: frozenset[str]
    sectors: frozenset[str]
    teams: frozenset[str]
    bodies: frozenset[str]
    words: tuple[tuple[str, frozenset[str]], ...]
    public: frozenset[str]

    def of(self, text: str, *, parties: int) -> str:
        """The subject of a text that is not of public life; empty for one that is.

        ``parties`` is how often it mentions parties of public life.
        """
        found = list(_words(text))
        if not found:
            return ""
        name, count = max(
            ((name, sum(map(words.__contains__, found))) for name, words in self.words), key=lambda c: c[1]
        )
        public = sum(map(self.public.__contains__, found))
        foreign = (
            count >= self.least
            and count * _PERCENT >= self.density * len(found)
            and count > self.ratio * public
        )
        if foreign:
            return name
        wanted = max(self.least, self.thin * len(found) / _PERCENT)
        return PRIVATE if len(found) >= self.long and public + parties < wanted else ""

    def is_public(self, actor: Actor) -> bool:
        """Whether an actor is a party of public life."""
        body = actor.kind == "organisation" and actor.sector in self.bodies
        return body or actor.sector in self.sectors

    def public_words(self, text: str) -> int:
        """How many words of a passage are of public life."""
        return sum(word in self.public for word in _words(text))

    def counts(self, text: str, subject: str) -> tuple[int, int]:
        """How many words of a passage are the subject's, and how many of public life."""
        found = list(_words(text))
        words = dict(self.words).get(subject, frozenset())
        return sum(w in words for w in found), sum(w in self.public for w in found)


def _words(text: str) -> Iterator[str]:
    return iter(_WORD.findall(folded(text)))


def _forms(words: Iterable[str], endings: tuple[str, ...]) -> frozenset[str]:
    return frozenset(folded(word) + ending for word in words for ending in endings)


@cache
def load_subjects(code: str) -> Subjects:
    """The lists of ``languages/<code>/subjects.toml``; raises :class:`DataError` where one lacks."""
    raw = read_toml(code, "subjects.toml")
    for name in ("rule", "subjects", "public"):
        if not raw.get(name):
            raise DataError(f"languages/{code}/subjects.toml", name, "it is empty", "Add it")
    rule = raw["rule"]
    endings = tuple(rule["endings"])
    return Subjects(
        code=code,
        density=rule["density"],
        ratio=rule["ratio"],
        least=rule["least"],
        thin=rule["thin"],
        long=rule["long"],
        modes=frozenset(rule["modes"]),
        spoken=frozenset(rule["spoken"]),
        sectors=frozenset(rule["sectors"]),
        teams=frozenset(rule["teams"]),
        bodies=frozenset(rule["bodies"]),
        words=tuple((name, _forms(words, endings)) for name, words in raw["subjects"].items()),
        public=_forms(raw["public"]["words"], endings),
    )
