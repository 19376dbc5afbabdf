"""Contexts: what an act is about, by its type, its parties and the words around it.

Source: codebook, 'Event types' (the list of contexts is PLOVER's). A wrong context is worse than
none: an entry asks for all that it names.
"""

from __future__ import annotations

from functools import cache

from pydantic import Field, model_validator

from communique.codebook import CONTEXTS, event_types
from communique.errors import DataError
from communique.languages.loading import EntryModel, check_entry, read_toml

Words = tuple[str, ...]


class ContextRule(EntryModel):
    """When a report has a context; every condition given must hold.

    ``types`` and ``modes``: of the report; ``sectors`` and ``kinds``: one party has one of them;
    ``all_sectors``: every known party has one of these, and two are known; ``words``: lemmas, several
    with blanks, one of which stands in the clause of the act; ``things``: lemmas of nouns among the
    words of its parties or the complements of its trigger; ``unless``: lemmas that must not stand in
    the clause.
    """

    id: str
    context: str
    types: Words = ()
    modes: Words = ()
    sectors: Words = ()
    kinds: Words = ()
    all_sectors: Words = ()
    words: Words = ()
    things: Words = ()
    unless: Words = ()
    examples: Words = Field(min_length=1)
    not_: Words = Field(alias="not", min_length=1)

    @model_validator(mode="after")
    def follows_the_codebook(self) -> ContextRule:
        """Refuse contexts and types that the codebook does not have, and rules without a condition."""
        if self.context not in CONTEXTS:
            raise ValueError(f"{self.context} is no context; use one of {', '.join(CONTEXTS)}")
        known = {kind.name for kind in event_types()}
        for name in self.types:
            if name not in known:
                raise ValueError(f"{name} is no event type; use one of {', '.join(sorted(known))}")
        if not (self.modes or self.words or self.things or self.sectors or self.all_sectors):
            raise ValueError("the rule holds of too much: give modes, words, things, sectors or all_sectors")
        return self


class ContextSet:
    """All context rules of a language, in the order of their file."""

    __slots__ = ("_code", "rules")

    def __init__(self, code: str, rules: tuple[ContextRule, ...]) -> None:
        self._code = code
        self.rules = rules

    def name(self, rule: ContextRule) -> str:
        """Where a rule stands: ``fr/contexts.toml#armed-forces``."""
        return f"{self._code}/contexts.toml#{rule.id}"


def _expanded(raw: dict[str, object], lists: dict[str, list[str]], *, file: str) -> dict[str, object]:
    """An entry with every ``@name`` replaced by the words of that list of the same file."""
    done: dict[str, object] = {}
    for key, value in raw.items():
        if not isinstance(value, list):
            done[key] = value
            continue
        words: list[object] = []
        for item in value:
            if not (isinstance(item, str) and item.startswith("@")):
                words.append(item)
            elif item[1:] in lists:
                words.extend(lists[item[1:]])
            else:
                raise DataError(
                    file, item, "[lists] has no such list", "Add it there, or write the words out"
                )
        done[key] = words
    return done


@cache
def load_contexts(code: str) -> ContextSet:
    """The context rules of ``languages/<code>/contexts.toml``; raises :class:`DataError` on a bad entry."""
    raw = read_toml(code, "contexts.toml")
    file = f"languages/{code}/contexts.toml"
    lists = raw.get("lists", {})
    rules = tuple(
        check_entry(
            ContextRule, _expanded(entry, lists, file=file), file=file, entry=str(entry.get("id", "?"))
        )
        for entry in raw["context"]
    )
    if len({rule.id for rule in rules}) != len(rules):
        raise DataError(file, "id", "two entries have the same id", "Give one of them another")
    return ContextSet(code, rules)
