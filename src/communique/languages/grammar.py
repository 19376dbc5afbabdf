"""Function words of a language: what the reading of clauses rests on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from communique.errors import DataError
from communique.languages.loading import read_toml


@dataclass(frozen=True, slots=True)
class Support:
    """A verb that carries a noun of action in ``slot``; its subject is the noun's agent or patient."""

    verbs: frozenset[str]
    slot: str
    patient: bool


@dataclass(frozen=True, slots=True)
class Grammar:
    """Function words by the job they do; all lower case, apostrophes straight.

    ``prepositions`` holds pairs of the words (a locution has several) and the name under which
    frames speak of them, longest first.
    """

    code: str
    _words: dict[str, frozenset[str]]
    prepositions: tuple[tuple[tuple[str, ...], str], ...]
    object_control: frozenset[str]
    dative_control: frozenset[str]
    supports: tuple[Support, ...]
    occurrence: frozenset[str]

    def of(self, job: str) -> frozenset[str]:
        """The words that do a job, such as ``agent`` or ``negation``."""
        found = self._words.get(job)
        if found is not None:
            return found
        raise DataError(f"languages/{self.code}/grammar.toml", "words", f"no entry {job}", "Add it")


@cache
def load_grammar(code: str) -> Grammar:
    """The function words of ``languages/<code>/grammar.toml``."""
    raw = read_toml(code, "grammar.toml")
    try:
        return Grammar(
            code=code,
            _words={job: frozenset(words) for job, words in raw["words"].items()},
            prepositions=_prepositions(raw["prepositions"]),
            object_control=frozenset(raw["control"]["object"]),
            dative_control=frozenset(raw["control"]["dative"]),
            supports=tuple(
                Support(frozenset(s["verb"]), s["slot"], s["subject"] == "patient") for s in raw["support"]
            ),
            occurrence=frozenset(raw["occurrence"]["verb"]),
        )
    except KeyError as error:
        raise DataError(
            f"languages/{code}/grammar.toml", str(error), "the entry is missing", "Add it"
        ) from error


def _prepositions(raw: dict[str, Any]) -> tuple[tuple[tuple[str, ...], str], ...]:
    pairs = {(tuple(_words(form)), name) for name, forms in raw.items() for form in forms}
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


def _words(form: str) -> list[str]:
    """``à l'initiative de`` as tokens: à, l', initiative, de."""
    return form.replace("'", "' ").split()
