"""How names sound: 'Sergueï Choïgou' and 'Sergei Shoigu' meet by rules, without a list of spellings.

The rules stand in ``languages/<code>/spelling.toml`` and run over folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from communique.knowledge.folding import parts
from communique.languages.loading import read_toml


@cache
def load_spelling(code: str) -> Spelling:
    """The rules of ``languages/<code>/spelling.toml``."""
    return Spelling(code)


class Spelling:
    """How names sound: the rules that bring the spellings of several languages together."""

    def __init__(self, code: str) -> None:
        raw = read_toml(code, "spelling.toml")
        self._rules = tuple((rule["from"], rule["to"]) for rule in raw["sound"])
        self._same = {variant: names[0] for names in raw["same"]["names"] for variant in names}
        self._heard: dict[str, str] = {}
        self.particles = frozenset(raw["particles"]["words"])
        self.dropped = frozenset(raw["particles"]["dropped"])
        self.either_way = frozenset(raw["order"]["either"])
        self.surname_first = frozenset(raw["order"]["surname_first"])

    def part(self, text: str) -> str:
        """The spoken key of one folded part: 'choigou' and 'shoigu' give the same."""
        known = self._heard.get(text)
        if known is None:
            known = self._heard[text] = self.sound(self._same.get(text, text))
        return known

    def hear(self, texts: Iterable[str]) -> None:
        """Work out the keys of many folded parts in one pass."""
        new = sorted(set(texts) - self._heard.keys())
        if not new:
            return
        blob = self.sound("\n".join(self._same.get(text, text) for text in new))
        self._heard.update(zip(new, blob.split("\n"), strict=True))

    def sound(self, text: str) -> str:
        """The rules of sound applied to folded text (several parts at once are fine)."""
        for old, new in self._rules:
            text = text.replace(old, new)
        text = _DOUBLE.sub(r"\1", text)
        return _MUTE.sub(r"\1", text)

    def key(self, name: str) -> tuple[str, ...]:
        """The spoken key of a name, without the articles that the press writes or leaves out."""
        return self.key_of([part.text for part in parts(name)])

    def key_of(self, pieces: Sequence[str]) -> tuple[str, ...]:
        """The spoken key of a name that is already folded and cut."""
        kept = [piece for piece in pieces if piece not in self.dropped] or pieces
        try:
            return tuple([self._heard[piece] for piece in kept])
        except KeyError:
            return tuple(self.part(piece) for piece in kept)


_DOUBLE = re.compile(r"(.)\1+")
_MUTE = re.compile(r"(\w{3,}[^aeiou\s])e\b")
