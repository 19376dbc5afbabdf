"""Operators: words that decide what becomes of an act told in their complement."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import Field

from communique.languages.loading import EntryModel, check_entry, read_toml

Words = tuple[str, ...]
Effect = Literal[
    "asserted",
    "reported",
    "unconfirmed",
    "possible",
    "planned",
    "attempted",
    "denied",
    "negated",
    "open",
    "told",
]


class OperatorExample(EntryModel):
    """A sentence and the status that its act must get; ``open`` means that no report is made."""

    text: str
    status: Effect


class Operator(EntryModel):
    """Words with one effect on the act in their complement, and the effect when they are negated.

    ``form`` limits a verb to infinitives or to nouns (*ordonner le retrait*); a verb may be several
    words (*mettre en échec*). ``types`` limits the entry to acts of some event types.
    """

    id: str
    verb: Words = ()
    noun: Words = ()
    adjective: Words = ()
    adverb: Words = ()
    form: Literal["infinitive", "noun"] | None = None
    types: Words = ()
    effect: Effect
    negated: Effect | None = None
    agent: Literal["affirms", "denies"] | None = None
    examples: tuple[OperatorExample, ...] = Field(min_length=1)
    not_: Words = Field(alias="not", min_length=1)

    def suits(self, event_type: str) -> bool:
        """Whether the entry speaks of acts of an event type."""
        return not self.types or event_type in self.types


class OperatorSet:
    """All operators of a language, found by word class and lemma, and words by the job they do."""

    __slots__ = ("_code", "_index", "_words", "operators")

    def __init__(
        self, code: str, operators: tuple[Operator, ...], words: tuple[tuple[str, frozenset[str]], ...] = ()
    ) -> None:
        self._code = code
        self._words = words
        self.operators = operators
        self._index = {
            (kind, word, operator.form): operator
            for operator in operators
            for kind in ("verb", "noun", "adjective", "adverb")
            for word in getattr(operator, kind)
        }

    def find(self, kind: str, lemma: str, *, noun: bool = False) -> Operator | None:
        """The operator that a lemma of a word class (``verb``, ``noun``, ``adjective``, ``adverb``) is.

        ``noun``: the act is told by a noun (*préparer une attaque*), not by an infinitive or a clause.
        """
        own = self._index.get((kind, lemma, "noun" if noun else "infinitive"))
        return own or self._index.get((kind, lemma, None))

    def of(self, job: str) -> frozenset[str]:
        """The words that do a job, such as ``only``; empty where none is listed."""
        return next((words for name, words in self._words if name == job), frozenset())

    def rule(self, operator: Operator) -> str:
        """Where an operator stands: ``fr/operators.toml#tenter``."""
        return f"{self._code}/operators.toml#{operator.id}"


@cache
def load_operators(code: str) -> OperatorSet:
    """The operators of ``languages/<code>/operators.toml``; raises DataError on a bad entry."""
    raw = read_toml(code, "operators.toml")
    file = f"languages/{code}/operators.toml"
    operators = tuple(
        check_entry(Operator, entry, file=file, entry=str(entry.get("id", "?"))) for entry in raw["operator"]
    )
    words = tuple((job, frozenset(found)) for job, found in raw.get("words", {}).items())
    return OperatorSet(code, operators, words)
