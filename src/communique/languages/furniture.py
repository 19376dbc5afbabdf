"""What a language's pages put around their articles: phrases, agencies, function words.

Read from ``languages/<code>/furniture.toml``. Forms are regular expressions over *folded* text (lower
case, no accents, straight apostrophes: :func:`folded`), so that each entry is written once.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

from pydantic import Field

from communique.errors import DataError
from communique.languages.loading import EntryModel, check_entry, read_toml

FILE = "furniture.toml"
CALENDAR = "calendar.toml"
SHORT = 4_000
SCOPES = ("line", "opening", "prefix", "ending", "inline")
BARE = (
    " \t\u00a0\u202f:;,.!?\u2026>\u00bb\u203a|/\\-\u2013\u2014\u2022\u00b7"
    "*+\u25ba\u25b6\u25b8\u27a4\u2192\u2709\u2630\u00d7"
)
"""Decoration around menu items."""

NAME_WORD = re.compile(r"[^\W\d_][\w'\u2019.-]*")


class PhraseEntry(EntryModel):
    """A class of phrases that are page furniture.

    ``scope``: ``line`` (the whole line), ``opening`` (a line that begins so), ``prefix`` (only the
    words at a line's start), ``ending`` (only those at its end), ``inline`` (also within a line).
    ``takes``: what else goes with the phrase: ``titles`` of other articles that follow, the ``rest``
    of the page, or ``none``. ``proper``: the words of a prefix are capitalised, as names are. ``before``:
    a prefix stands only before a word that begins sentences (``starter``). ``not`` holds lines that the
    entry must leave alone.
    """

    id: str
    role: Literal["furniture", "teaser", "credit", "caption", "body"]
    scope: Literal["line", "opening", "prefix", "ending", "inline"]
    takes: Literal["none", "titles", "rest"] = "none"
    proper: bool = False
    before: Literal["", "starter"] = ""
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    counter: tuple[str, ...] = Field(alias="not")


@dataclass(frozen=True, slots=True)
class Phrase:
    """An entry as the article's cutting uses it."""

    id: str
    role: str
    scope: str
    takes: str
    proper: bool
    before: str


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase met in a line, and where."""

    phrase: Phrase
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class Furniture:
    """A language's page furniture, compiled."""

    code: str
    function_words: frozenset[str]
    starters: frozenset[str]
    binders: frozenset[str]
    abbreviations: frozenset[str]
    article_names: frozenset[str]
    photo_agencies: frozenset[str]
    lower_words: frozenset[str]
    agencies: tuple[tuple[str, str], ...]
    months: tuple[tuple[str, int], ...]
    published_words: tuple[str, ...]
    updated_words: tuple[str, ...]
    phrases: tuple[Phrase, ...]
    patterns: tuple[re.Pattern[str], ...]
    prefix_patterns: tuple[tuple[Phrase, re.Pattern[str]], ...]
    agency_pattern: re.Pattern[str]
    agency_line: re.Pattern[str]
    sign_off: re.Pattern[str]

    def find(self, scope: str, line: str, at: int = 0) -> Found | None:
        """The first phrase of that scope in a folded line, from ``at`` on."""
        pattern = self.patterns[SCOPES.index(scope)]
        match = pattern.search(line, at) if scope in {"inline", "ending"} else pattern.match(line, at)
        if match is None or match.lastgroup is None:
            return None
        return Found(self.phrases[int(match.lastgroup[1:])], match.start(), match.end())

    def prefixes(self, line: str) -> Iterator[Found]:
        """Every phrase of scope ``prefix`` that a folded line begins with."""
        for phrase, pattern in self.prefix_patterns:
            match = pattern.match(line)
            if match is not None:
                yield Found(phrase, 0, match.end())

    def proper(self, words: str) -> bool:
        """Whether all words but small ones, months and weekdays begin with a capital, as in names."""
        for word in NAME_WORD.findall(words):
            if word[0].islower() and len(word) > 2 and folded(word).removesuffix(".") not in self.lower_words:
                return False
        return True

    def agency(self, words: str) -> str | None:
        """The press agency that words name.

        >>> load_furniture("fr").agency("Le Fil avec AFP")
        'AFP'
        """
        match = self.agency_pattern.search(folded(words))
        return dict(self.agencies)[match[1]] if match else None


def folded_character(character: str) -> str:
    """One character without accent and case; always one character."""
    if character in "\u2019\u2018\u02bc":
        return "'"
    if character in "\u00a0\u202f\u2009\t\n":
        return " "
    low = unicodedata.normalize("NFD", character)[0].lower()
    return low if len(low) == 1 else character


class Folds(dict[int, str]):
    """A translation table that fills itself."""

    def __missing__(self, code: int) -> str:
        """Fold a character that was not met before."""
        self[code] = low = folded_character(chr(code))
        return low


FOLDS = Folds()


def folded(text: str) -> str:
    """Text without accents, case and odd apostrophes or spaces, of the same length.

    >>> folded("À lire : l’Élysée")
    "a lire : l'elysee"
    """
    return folded_short(text) if len(text) <= SHORT else text.translate(FOLDS)


@lru_cache(maxsize=512)
def folded_short(text: str) -> str:
    """A short text, folded; the same line is asked for by several rules."""
    return text.translate(FOLDS)


@cache
def load_furniture(code: str) -> Furniture:
    """The furniture of a language; raises :class:`DataError` naming file, entry and mend."""
    content = read_toml(code, FILE)
    label = f"languages/{code}/{FILE}"
    entries = [
        check_entry(PhraseEntry, raw, file=label, entry=f"phrase {raw.get('id', number)}")
        for number, raw in enumerate(content["phrase"])
    ]
    return compiled(code, content, entries)


def phrase_entries(code: str) -> tuple[PhraseEntry, ...]:
    """The entries with their examples, for the tests that run them."""
    return tuple(
        check_entry(PhraseEntry, raw, file=FILE, entry=str(raw.get("id")))
        for raw in read_toml(code, FILE)["phrase"]
    )


def compiled(code: str, content: dict[str, Any], entries: list[PhraseEntry]) -> Furniture:
    """Entries as one pattern a scope, each entry a group of it."""
    agencies = {folded(form): name for name, forms in content["agencies"].items() for form in forms}
    names = alternatives(agencies)
    months, weekdays = calendar_words(code)
    filled = {"agency": f"(?:{names})", "month": either(months), "weekday": either(weekdays)}
    filled.update({key: "(?:" + "|".join(forms) + ")" for key, forms in content["slots"].items()})
    check_forms(entries, filled, f"languages/{code}/{FILE}")
    phrases = tuple(
        Phrase(entry.id, entry.role, entry.scope, entry.takes, entry.proper, entry.before)
        for entry in entries
    )
    patterns = tuple(scope_pattern(scope, entries, filled) for scope in SCOPES)
    prefixes = prefix_patterns(phrases, entries, filled)
    return Furniture(
        code,
        frozenset(content["function_words"]),
        frozenset(content["starters"]),
        frozenset(content["binders"]),
        frozenset(content["abbreviations"]),
        frozenset(content["article_names"]),
        frozenset(content["photo_agencies"]),
        frozenset([*content["lower_words"], *(word.removesuffix(".") for word in months)]),
        tuple(sorted(agencies.items())),
        tuple(sorted(months.items())),
        tuple(content["dates"]["published"]),
        tuple(content["dates"]["updated"]),
        phrases,
        patterns,
        prefixes,
        re.compile(rf"(?<!\w)({names})(?!\w)"),
        re.compile(rf"[\s(]*+(?:{names})(?!\w)(?:[\s/,)(-]++(?>(?:{names})(?!\w)|[a-z]{{2,4}}))*+[\s).]*"),
        re.compile(rf"\((?=[^()]*(?<!\w)(?:{names})(?!\w))[^()]{{2,60}}\)\s*\.?$"),
    )


def check_forms(entries: list[PhraseEntry], filled: dict[str, str], file: str) -> None:
    """Raise :class:`DataError` for a form that is no pattern, or has a group of its own."""
    for entry in entries:
        for form in entry.forms:
            try:
                groups = re.compile(with_slots(form, filled)).groups
            except re.error as error:
                raise DataError(file, f"phrase {entry.id}", f"{form}: {error}", "Correct the form") from error
            if groups:
                raise DataError(file, f"phrase {entry.id}", f"{form}: a group", "Write (?: instead of (")


def calendar_words(code: str) -> tuple[dict[str, int], list[str]]:
    """The language's months with their numbers, and its weekdays, folded, from its calendar."""
    lexicon = read_toml(code, CALENDAR)["lexicon"]
    months = {folded(word): int(number) for number, words in lexicon["month"].items() for word in words}
    return months, [folded(word) for words in lexicon["weekday"].values() for word in words]


def prefix_patterns(
    phrases: tuple[Phrase, ...], entries: list[PhraseEntry], filled: dict[str, str]
) -> tuple[tuple[Phrase, re.Pattern[str]], ...]:
    """The entries of scope ``prefix``, each with a pattern of its own, so that all can be tried."""
    return tuple(
        (phrase, re.compile(with_slots("|".join(entry.forms), filled)))
        for phrase, entry in zip(phrases, entries, strict=True)
        if entry.scope == "prefix"
    )


def alternatives(words: Iterable[str]) -> str:
    """Words as alternatives of a pattern, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def either(words: Iterable[str]) -> str:
    """Words as a group of alternatives; an abbreviation's full stop is left to the pattern around it."""
    return f"(?:{alternatives({word.removesuffix('.') for word in words})})"


def with_slots(forms: str, filled: dict[str, str]) -> str:
    """The forms with their slots filled; a slot's own forms may hold slots."""
    for _ in range(2):
        for slot, pattern in filled.items():
            forms = forms.replace(f"{{{slot}}}", pattern)
    return forms


def scope_pattern(scope: str, entries: list[PhraseEntry], filled: dict[str, str]) -> re.Pattern[str]:
    """The entries of one scope as alternatives, in the file's order."""
    parts = []
    for number, entry in enumerate(entries):
        if entry.scope == scope:
            forms = "|".join(entry.forms)
            parts.append(f"(?P<p{number}>{with_slots(forms, filled)})")
    forms = "|".join(parts) or "(?!)"
    return re.compile({"line": f"(?:{forms})$", "ending": f"(?:{forms})\\s*$"}.get(scope, f"(?:{forms})"))
