"""Words and endings that mend a parse: ``languages/<code>/tokens.toml``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pydantic import Field

from communique.errors import DataError
from communique.languages.loading import Entry, EntryModel, check_entry, read_toml

_FILE = "tokens.toml"
_PERSONS = tuple((number, person) for number in ("Sing", "Plur") for person in ("1", "2", "3"))


class AuxiliaryEntry(EntryModel):
    """One tense of an auxiliary: six forms, from the first person singular to the third plural."""

    id: str
    lemma: str
    mood: str
    tense: str
    forms: tuple[str, str, str, str, str, str]


class FiniteEntry(EntryModel):
    """An ending of finite forms, and what takes its place in the infinitive."""

    id: str
    ending: str
    infinitive: str
    feats: str
    examples: tuple[str, ...]
    not_: tuple[str, ...] = Field(default=(), alias="not")


class ParticipleEntry(EntryModel):
    """Endings of past participles that show one gender and number.

    ``regular`` gives an ``infinitive`` by itself; ``endings`` need a listed form; ``doubtful`` ones need a
    feminine or a singular beside it too.
    """

    id: str
    regular: str
    infinitive: str
    endings: tuple[str, ...]
    doubtful: tuple[str, ...]
    feats: str
    examples: tuple[str, ...]
    not_: tuple[str, ...] = Field(default=(), alias="not")


class LemmaEntry(EntryModel):
    """A verb form, and the verb that it is a form of."""

    form: str
    lemma: str


class Words(EntryModel):
    """The plain lists of the file, in lower case with straight apostrophes."""

    abbreviations: frozenset[str]
    agent: frozenset[str]
    amounts: frozenset[str]
    asides: tuple[str, ...]
    asking: frozenset[str]
    at: str
    auxiliaries: frozenset[str]
    be: frozenset[str]
    been: frozenset[str]
    between: frozenset[str]
    clitics: frozenset[str]
    comparing: frozenset[str]
    likening: frozenset[str]
    completing: frozenset[str]
    contents: frozenset[str]
    euphonic: frozenset[str]
    feminine: str
    future: frozenset[str]
    giving: frozenset[str]
    governing: frozenset[str]
    having: frozenset[str]
    impersonal: frozenset[str]
    impersonal_passives: frozenset[str]
    impersonal_pronouns: frozenset[str]
    indefinites: frozenset[str]
    informing: frozenset[str]
    inverted: frozenset[str]
    joining: frozenset[str]
    manner: frozenset[str]
    measures: frozenset[str]
    modal: frozenset[str]
    moving: frozenset[str]
    remaining: frozenset[str]
    negation: frozenset[str]
    numbers: frozenset[str]
    oblique_relative: frozenset[str]
    object_pronouns: frozenset[str]
    indirect_pronouns: frozenset[str]
    of: frozenset[str]
    of_verbs: frozenset[str]
    part: frozenset[str]
    to: frozenset[str]
    granting: frozenset[str]
    partitive: frozenset[str]
    plural: str
    possessing: frozenset[str]
    predicative: frozenset[str]
    present: str
    pressing: frozenset[str]
    opening: frozenset[str]
    reflexive: frozenset[str]
    put_into: frozenset[str]
    quoting: frozenset[str]
    relative: frozenset[str]
    relative_object: frozenset[str]
    relative_subject: frozenset[str]
    relative_oblique: frozenset[str]
    relative_dative: frozenset[str]
    demonstrative: frozenset[str]
    saying: frozenset[str]
    speaking_of: frozenset[str]
    sources: frozenset[str]
    supplying: frozenset[str]
    taking: frozenset[str]
    things: frozenset[str]
    time: frozenset[str]
    titles: frozenset[str]
    tonic: frozenset[str]
    unaccented: frozenset[str]
    units: frozenset[str]
    whereabouts: frozenset[str]
    whose: frozenset[str]
    urging: frozenset[str]
    charging: frozenset[str]
    urged_to: frozenset[str]
    age: frozenset[str]


@dataclass(frozen=True, slots=True)
class Auxiliary:
    """A form of an auxiliary: its lemma and its features (``Mood=Cnd|…``)."""

    lemma: str
    feats: str


@dataclass(frozen=True, slots=True)
class TokenWords:
    """The content of ``tokens.toml``; ``auxiliaries`` and ``lemmas`` are pairs, sorted by form."""

    words: Words
    auxiliaries: tuple[tuple[str, Auxiliary], ...]
    finite: tuple[FiniteEntry, ...]
    participles: tuple[ParticipleEntry, ...]
    lemmas: tuple[tuple[str, str], ...]


@cache
def load_tokens(code: str) -> TokenWords:
    """The words and endings of a language; raises :class:`DataError` naming what is wrong."""
    raw = read_toml(code, _FILE)
    file = f"languages/{code}/{_FILE}"
    sections = {*Words.model_fields, "auxiliary", "finite", "participle", "lemma"}
    if unknown := sorted(raw.keys() - sections):
        raise DataError(file, unknown[0], "no such section", f"Sections are: {', '.join(sorted(sections))}")
    words = check_entry(
        Words, {name: raw.get(name) for name in Words.model_fields}, file=file, entry="the lists"
    )
    return TokenWords(
        words=words,
        auxiliaries=tuple(sorted(_auxiliaries(raw.get("auxiliary", ()), file), key=lambda pair: pair[0])),
        finite=_entries(FiniteEntry, raw.get("finite", ()), file),
        participles=_entries(ParticipleEntry, raw.get("participle", ()), file),
        lemmas=tuple(sorted((e.form, e.lemma) for e in _entries(LemmaEntry, raw.get("lemma", ()), file))),
    )


def _entries(model: type[Entry], raw: Iterable[dict[str, object]], file: str) -> tuple[Entry, ...]:
    return tuple(
        check_entry(model, entry, file=file, entry=str(entry.get("id", entry.get("form", "?"))))
        for entry in raw
    )


def _auxiliaries(raw: Iterable[dict[str, object]], file: str) -> list[tuple[str, Auxiliary]]:
    """Each form once: the first tense listed wins ('fut' before 'fût')."""
    found: dict[str, Auxiliary] = {}
    for entry in _entries(AuxiliaryEntry, raw, file):
        for form, (number, person) in zip(entry.forms, _PERSONS, strict=True):
            if form:
                found.setdefault(form, Auxiliary(entry.lemma, _feats(entry, number, person)))
    return list(found.items())


def _feats(entry: AuxiliaryEntry, number: str, person: str) -> str:
    if entry.mood:
        return f"Mood={entry.mood}|Number={number}|Person={person}|Tense={entry.tense}|VerbForm=Fin"
    return f"Tense={entry.tense}|VerbForm=Part" if entry.tense else "VerbForm=Inf"
