"""The calendar of a language: words and rules for time expressions, read from ``calendar.toml``."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from pydantic import Field

from communique.errors import DataError
from communique.languages.loading import EntryModel, check_entry, read_toml

FILE = "calendar.toml"
DIGIT = "digit"
NEVER = r"(?!)"  # matches nothing: the alternatives of a class without words
KEPT_FITTINGS = 4096  # sets of classes for which the rules that fit are kept
# Classes that the stage asks for by name; a language without such words gives them none.
ASKED = (
    "ahead",
    "announcing",
    "appointing_verb",
    "at_earliest",
    "attaching",
    "begun",
    "behind",
    "counting",
    "called_for",
    "calling",
    "coming",
    "creating",
    "either_tense",
    "enduring",
    "happened",
    "have_conditional",
    "have_future",
    "have_past",
    "have_pluperfect",
    "laying_down",
    "ousted",
    "participle",
    "participle_only",
    "pending",
    "planned",
    "prospect",
    "put_off",
    "put_off_to",
    "taking_place",
    "to_come",
    "towards",
    "undecided",
    "wanting",
)
# Classes of words that tell the tense of a clause by themselves, whatever the features of a verb say.
TENSED = (
    "ahead",
    "being",
    "have_conditional",
    "have_future",
    "have_past",
    "have_pluperfect",
    "undecided",
)
_CLASS = re.compile(r"\{([a-z_]+?)(\d?)\}")
_MACRO = re.compile(r"\{!([a-z_]+\d?)\}")
_WORD = re.compile(r"\w+")
_GROUP = re.compile(r"\(\?P<([a-z]+)(\d?)>")


Made = TypeVar("Made", bound=EntryModel)


class RuleEntry(EntryModel):
    """A ``[[rule]]``: a pattern, the shape that it reads, and what it sets besides."""

    id: str
    reads: str
    pattern: str
    needs: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    set: dict[str, str | int] = Field(default_factory=dict)
    lower: bool = False
    bound: bool = False
    examples: tuple[str, ...]
    not_: tuple[str, ...] = Field(alias="not")


class BoundEntry(EntryModel):
    """A ``[[bound]]``: prepositions that make what follows the edge of an interval."""

    id: str
    effect: str
    pattern: str
    examples: tuple[str, ...]
    not_: tuple[str, ...] = Field(alias="not")


class BlockEntry(EntryModel):
    """A ``[[block]]``: words that look like a time and are none."""

    id: str
    pattern: str
    needs: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    examples: tuple[str, ...]
    not_: tuple[str, ...] = Field(alias="not")


AnyEntry = RuleEntry | BoundEntry | BlockEntry
Groups = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule ready to match; blocks read nothing.

    ``groups`` names the groups of ``regex`` in order: a class of words, and whether it belongs to the
    far end of a range; ``core`` is the number of the one that holds the expression proper (0 for all).
    ``set`` are pairs of a class and what it is set to.
    """

    id: str
    reads: str
    regex: re.Pattern[str]
    groups: Groups
    needs: frozenset[str]
    set: tuple[tuple[str, str], ...] = ()
    lower: bool = False
    bound: bool = False
    core: int = 0


class Calendar:
    """Words, rules, bounds and blocks of one language; ``rule_path`` is how records cite its rules."""

    __slots__ = (
        "_fitting",
        "_lexicon",
        "_present",
        "blocks",
        "bounds",
        "code",
        "entries",
        "rule_path",
        "rules",
        "tensed",
    )

    def __init__(self, code: str, raw: dict[str, Any]) -> None:
        self.code = code
        self.rule_path = f"{code}/{FILE}"
        for part in ("lexicon", "rule", "bound", "block"):
            if part not in raw:
                raise DataError(self.rule_path, part, "the part is missing", f"Add [{part}] entries")
        self._lexicon = _words_to_meanings(raw["lexicon"])
        for name in ASKED:
            if name not in self._lexicon:
                mend = "Add it; give it no words if the language has none"
                raise DataError(self.rule_path, f"lexicon.{name}", "the class is missing", mend)
        self.tensed = frozenset(word for name in TENSED for word in self._lexicon.get(name, ()))
        self._present = _words_to_classes(self._lexicon)
        self._fitting: dict[frozenset[str], tuple[Rule, ...]] = {}
        macros: dict[str, str] = raw.get("macro", {})
        rules = self._checked(RuleEntry, raw["rule"])
        bounds = self._checked(BoundEntry, raw["bound"])
        blocks = self._checked(BlockEntry, raw["block"])
        self.entries: tuple[AnyEntry, ...] = (*rules, *bounds, *blocks)
        self.rules = tuple(self._rule(entry, macros) for entry in rules)
        self.blocks = tuple(Rule(b.id, "", *self._edged(b, macros), self._needs(b)) for b in blocks)
        self.bounds = tuple((b.effect, self._before(b, macros)) for b in bounds)

    def meaning(self, name: str, word: str) -> str:
        """What a word of class ``name`` means; the word stands in lower case."""
        return self._lexicon[name][" ".join(word.split())]

    def classes(self) -> tuple[str, ...]:
        """The names of the classes of words, sorted."""
        return tuple(sorted(self._lexicon))

    def words(self, name: str) -> tuple[str, ...]:
        """The words of a class, sorted."""
        return tuple(sorted(self._lexicon[name]))

    def has(self, name: str, word: str) -> bool:
        """Whether a word, in lower case, belongs to the class ``name``."""
        return word in self._lexicon[name]

    def fitting(self, low: str) -> tuple[Rule, ...]:
        """The rules and blocks that can match in a sentence, given in lower case; most fit none."""
        present: set[str] = set()
        for word in _WORD.findall(low):
            classes = self._present.get(word)
            if classes:
                present |= classes
            if word[0].isdigit():
                present.add(DIGIT)
        key = frozenset(present)
        if key not in self._fitting:
            if len(self._fitting) >= KEPT_FITTINGS:
                self._fitting.clear()
            every = (*self.blocks, *self.rules)
            self._fitting[key] = tuple(rule for rule in every if rule.needs <= key)
        return self._fitting[key]

    def _checked(self, model: type[Made], raw: list[dict[str, object]]) -> list[Made]:
        return [check_entry(model, r, file=self.rule_path, entry=str(r.get("id"))) for r in raw]

    def _rule(self, entry: RuleEntry, macros: dict[str, str]) -> Rule:
        regex, groups = self._edged(entry, macros)
        return Rule(
            entry.id,
            entry.reads,
            regex,
            groups,
            self._needs(entry),
            tuple(sorted((name, str(value)) for name, value in entry.set.items())),
            entry.lower,
            entry.bound,
            next((i for i, (name, _) in enumerate(groups, 1) if name == "core"), 0),
        )

    def _needs(self, entry: RuleEntry | BlockEntry) -> frozenset[str]:
        """The classes that must be met; the entry's own words count as a class."""
        if not entry.words:
            return frozenset(entry.needs)
        own = f"words of {entry.id}"
        for word in entry.words:
            self._present[word] = self._present.get(word, frozenset()) | {own}
        return frozenset({*entry.needs, own})

    def _edged(self, entry: AnyEntry, macros: dict[str, str]) -> tuple[re.Pattern[str], Groups]:
        """A pattern that begins and ends at the edges of words, and the names of its groups."""
        expanded = self._expand(entry, macros)
        groups = tuple((name, number == "2") for name, number in _GROUP.findall(expanded))
        bare = _GROUP.sub("(", expanded)
        return self._compiled(rf"(?<![\w-])(?<!\d[.,/:])(?:{bare})(?!\w|-\w)", entry), groups

    def _before(self, entry: BoundEntry, macros: dict[str, str]) -> re.Pattern[str]:
        """A pattern that ends where it is asked to."""
        bare = _GROUP.sub("(", self._expand(entry, macros))
        return self._compiled(rf"(?<![\w-])(?:{bare}) *$", entry)

    def _compiled(self, pattern: str, entry: AnyEntry) -> re.Pattern[str]:
        try:
            return re.compile(pattern)
        except re.error as error:
            mend = "Correct the pattern"
            raise DataError(
                self.rule_path, entry.id, f"its pattern cannot be read ({error})", mend
            ) from error

    def _expand(self, entry: AnyEntry, macros: dict[str, str]) -> str:
        """The pattern of an entry with its macros and classes written out, and free blanks."""
        pattern = entry.pattern
        try:
            while _MACRO.search(pattern):
                pattern = _MACRO.sub(lambda m: macros[m[1]], pattern)
            pattern = re.sub(" (?![?*+])", " +", pattern.replace(" ?", " *"))
            return _CLASS.sub(lambda m: self._alternatives(m[1], m[2]), pattern)
        except KeyError as error:
            mend = "Add it to [lexicon] or [macro], or correct the name"
            raise DataError(self.rule_path, entry.id, f"there is no {error.args[0]}", mend) from None

    def _alternatives(self, name: str, number: str) -> str:
        return f"(?P<{name}{number}>{_any_of(self._lexicon[name]) or NEVER})"


def _any_of(words: Collection[str]) -> str:
    """A pattern of alternatives, the longest first, that compares each letter once.

    >>> _any_of(["mai", "mars", "mardi"])
    'ma(?:i|r(?:di|s))'
    """
    by_first: dict[str, list[str]] = {}
    for word in sorted(filter(None, words)):
        by_first.setdefault(word[0], []).append(word[1:])
    branches = [
        (" +" if first == " " else re.escape(first)) + _any_of(rest) for first, rest in by_first.items()
    ]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return joined if "" not in words else f"(?:{joined})?"


def _words_to_meanings(raw: dict[str, dict[str, list[str]]]) -> dict[str, dict[str, str]]:
    """Each class with its words and what they mean ('any' means nothing in particular)."""
    return {
        name: {
            word: "" if meaning == "any" else meaning for meaning, words in groups.items() for word in words
        }
        for name, groups in raw.items()
    }


def _words_to_classes(lexicon: dict[str, dict[str, str]]) -> dict[str, frozenset[str]]:
    """The classes that the presence of a word allows: those that have an entry ending in it."""
    found: dict[str, set[str]] = {}
    for name, entries in lexicon.items():
        for entry in entries:
            found.setdefault(_WORD.findall(entry)[-1], set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


@cache
def load_calendar(code: str) -> Calendar:
    """The calendar of a language (``fr``); raises :class:`communique.errors.DataError` for bad data."""
    return Calendar(code, read_toml(code, FILE))
