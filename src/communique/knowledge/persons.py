"""Persons: their names in several spellings, and their surnames.

The English label is the identity's name; the language file adds the press's spellings, and a spoken key
(:mod:`communique.knowledge.spelling`) lets 'Sergueï Choïgou' and 'Sergei Shoigu' meet without a list.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from sqlite3 import Connection

from communique.knowledge.files import split
from communique.knowledge.folding import fold, parts, parts_from
from communique.knowledge.records import Entity
from communique.knowledge.spelling import Spelling
from communique.model import Unknown

LONGEST_NAME = 12  # words
KEPT = 16_384  # answers kept; news repeats its names
_PERSON = "SELECT id, name, gender, country, sector, aliases FROM person WHERE id = ?"
_RANKED = "SELECT DISTINCT person, rank, sound, country FROM spoken JOIN person ON person.id = spoken.person"


class Persons:
    """Persons by name, by surname and by id, read from the artefact when they are asked for."""

    def __init__(self, built: Connection, spelling: Spelling) -> None:
        self._built, self._spelling = built, spelling
        self._openers = frozenset(first for (first,) in built.execute("SELECT DISTINCT first FROM spoken"))
        self.person = lru_cache(KEPT)(self._person)
        self._named = lru_cache(KEPT)(self._whole)
        self.by_surname = lru_cache(KEPT)(self._by_surname)

    def __contains__(self, key: str) -> bool:
        return self._built.execute(_PERSON, (key.removeprefix("person:"),)).fetchone() is not None

    def __len__(self) -> int:
        return int(self._built.execute("SELECT count(*) FROM person").fetchone()[0])

    def _person(self, key: str) -> Entity:
        """The person of an id; raises KeyError when there is none."""
        row = self._built.execute(_PERSON, (key.removeprefix("person:"),)).fetchone()
        if row is None:
            raise KeyError(key)
        wikidata, name, gender, country, sector, aliases = row
        return Entity(
            f"person:{wikidata}",
            name,
            "person",
            country or Unknown("no state on record"),
            sector,
            wikidata if wikidata[:1] == "Q" else Unknown("no Wikidata identity on record"),
            gender=gender,
            aliases=split(aliases),
        )

    def _whole(self, sound: str) -> tuple[Entity, ...]:
        """The persons of a spoken key, best known first."""
        rows = self._built.execute(f"{_RANKED} WHERE sound = ?", (sound,))
        return self._ranked((person, rank) for person, rank, _, _ in rows)

    def find(self, words: Sequence[str], at: int) -> tuple[tuple[int, Entity], ...]:
        """The longest person names of two parts or more that start at word ``at``, with their lengths."""
        if not self.opens(words[at]):
            return ()
        sound: list[str] = []
        used, free = 0, self._spelling.particles | self._spelling.dropped
        best: tuple[tuple[int, Entity], ...] = ()
        begins = True
        for piece, end in parts_from(words, at, LONGEST_NAME):
            # 'Jong-un', also cut into three words, needs the capital only at its beginning.
            begins = begins and (used == 0 or bool(parts(words[at + used])))
            if begins and not piece.capital and piece.text not in free:
                break
            used, begins = end or used, bool(end)
            if piece.text not in self._spelling.dropped:
                sound.append(self._spelling.part(piece.text))
            if end and len(sound) > 1 and (named := self._named(" ".join(sound))):
                best = tuple((end, person) for person in named)
        return best

    def opens(self, word: str) -> bool:
        """Whether some name of two parts or more begins as a word does."""
        first = parts(word)
        return bool(first) and first[0].capital and self._begins(first[0].text)

    def _begins(self, piece: str) -> bool:
        """Whether some name begins with a folded piece, or the piece is an article that may be left out."""
        return piece in self._spelling.dropped or self._spelling.part(piece) in self._openers

    def _by_surname(self, surname: str) -> tuple[Entity, ...]:
        """The persons whose names end with it (begin with it, where that is the custom), best known first."""
        sound = self._spelling.key(surname)
        if not sound:
            return ()
        alone, wanted = len(sound) == 1, " ".join(sound)
        first_named = self._spelling.surname_first
        found: dict[str, int] = {}
        for person, rank, name, country in self._built.execute(f"{_RANKED} WHERE last = ?", (sound[-1],)):
            whole = name == wanted or name.endswith(f" {wanted}")
            if whole and not (alone and " " in name and country in first_named):
                found[person] = rank
        if alone:
            for person, rank, _, country in self._built.execute(f"{_RANKED} WHERE first = ?", sound):
                if country in first_named:
                    found[person] = rank
        return self._ranked(found.items())

    def _ranked(self, bearers: Iterable[tuple[str, int]]) -> tuple[Entity, ...]:
        """Persons with those of the language's own list first, in its order, then by id."""
        order = sorted(bearers, key=lambda bearer: (bearer[1], fold(bearer[0])))
        return tuple(self.person(person) for person, _ in order)
