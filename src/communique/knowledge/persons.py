"""Persons: their names in several spellings, and their surnames.

The English label is the identity's name; the language file adds the press's spellings, and a spoken key
(languages/<code>/spelling.toml) lets 'Sergueï Choïgou' and 'Sergei Shoigu' meet without a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from communique.knowledge.files import read_rows, split
from communique.knowledge.folding import fold, fold_all, parts, parts_at, split_folded
from communique.knowledge.names import Name
from communique.knowledge.records import Entity
from communique.languages.loading import read_toml
from communique.model import Unknown

_COLUMNS = ("id", "name", "gender", "country", "sector")
_NAME_COLUMNS = ("id", "names")
LONGEST_NAME = 8


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


class Persons:
    """Persons by name, by surname and by id."""

    def __init__(self, code: str) -> None:
        self._spelling = load_spelling(code)
        self._rows = {
            row[0]: row for row in read_rows("communique.knowledge", "persons.csv", columns=_COLUMNS)
        }
        names = read_rows("communique.languages", code, "persons.csv", columns=_NAME_COLUMNS)
        self._aliases = {key: split(cell) for key, cell in names}
        self._rank = {key: number for number, key in enumerate(self._aliases)}
        self._by_key: dict[tuple[str, ...], list[str]] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._by_first: dict[str, list[str]] = {}
        spelt = [
            (key, name) for key, row in self._rows.items() for name in (row[1], *self._aliases.get(key, ()))
        ]
        cut = [split_folded(folded) for folded in fold_all(name for _, name in spelt)]
        self._spelling.hear(piece for pieces in cut for piece in pieces)
        for (key, _), pieces in zip(spelt, cut, strict=True):
            self._add(key, self._spelling.key_of(pieces))
        self._openers = frozenset(sound[0] for sound in self._by_key)

    def _add(self, key: str, sound: tuple[str, ...]) -> None:
        """Index one spelling of a person's name, whole and by its last part."""
        bearers = self._by_key.get(sound)
        if bearers is None:
            self._by_key[sound] = [key]
        elif key in bearers:
            return
        else:
            bearers.append(key)
        self._by_last.setdefault(sound[-1], []).append((sound, key))
        if self._begins_with_surname(key):
            self._by_first.setdefault(sound[0], []).append(key)

    @property
    def short_names(self) -> tuple[Name, ...]:
        """The names of one word that the language's list gives persons: 'Lula', 'MBS'."""
        return tuple(
            Name(alias, f"person:{key}")
            for key, aliases in self._aliases.items()
            for alias in aliases
            if len(parts(alias)) == 1
        )

    def __contains__(self, key: str) -> bool:
        return key.removeprefix("person:") in self._rows

    def __len__(self) -> int:
        return len(self._rows)

    def person(self, key: str) -> Entity:
        """The person of an id; raises KeyError when there is none."""
        wikidata, name, gender, country, sector = self._rows[key.removeprefix("person:")]
        identity = wikidata if wikidata[:1] == "Q" else Unknown("no Wikidata identity on record")
        return Entity(
            f"person:{wikidata}",
            name,
            "person",
            country or Unknown("no state on record"),
            sector,
            identity,
            gender=gender,
            aliases=self._aliases.get(wikidata, ()),
        )

    def find(self, words: Sequence[str], at: int) -> tuple[tuple[int, Entity], ...]:
        """The longest person names of two parts or more that start at word ``at``, with their lengths."""
        first = parts(words[at])
        if not first or not first[0].capital or not self._begins(first[0].text):
            return ()
        pieces, ends = parts_at(words, at, LONGEST_NAME)
        sound: list[str] = []
        used, free = 0, self._spelling.particles | self._spelling.dropped
        best: tuple[tuple[int, Entity], ...] = ()
        begins = True
        for piece, end in zip(pieces, ends, strict=True):
            # 'Jong-un', also cut into three words, needs the capital only at its beginning.
            begins = begins and (used == 0 or bool(parts(words[at + used])))
            if begins and not piece.capital and piece.text not in free:
                break
            used, begins = end or used, bool(end)
            if piece.text not in self._spelling.dropped:
                sound.append(self._spelling.part(piece.text))
            if end and len(sound) > 1 and tuple(sound) in self._by_key:
                best = tuple((end, self.person(key)) for key in self._ranked(self._by_key[tuple(sound)]))
        return best

    def _begins(self, piece: str) -> bool:
        """Whether some name begins with a folded piece, or the piece is an article that may be left out."""
        return piece in self._spelling.dropped or self._spelling.part(piece) in self._openers

    def by_surname(self, surname: str) -> tuple[Entity, ...]:
        """The persons whose names end with it (begin with it, where that is the custom), best known first."""
        sound = self._spelling.key(surname)
        if not sound:
            return ()
        alone = len(sound) == 1
        bearers = [
            key
            for name, key in self._by_last.get(sound[-1], ())
            if name[-len(sound) :] == sound
            and not (alone and len(name) > 1 and self._begins_with_surname(key))
        ]
        if alone:
            bearers.extend(self._by_first.get(sound[0], ()))
        return tuple(self.person(key) for key in self._ranked(list(dict.fromkeys(bearers))))

    def _begins_with_surname(self, key: str) -> bool:
        """Whether a person's name begins with the surname: 'Xi Jinping'."""
        return self._rows[key][3] in self._spelling.surname_first

    def _ranked(self, keys: list[str]) -> list[str]:
        """Ids with the persons of the language's own list first, in its order, then by id."""
        return sorted(keys, key=lambda key: (self._rank.get(key, len(self._rank)), fold(key)))
