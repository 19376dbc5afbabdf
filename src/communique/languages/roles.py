"""All that a language says about parties: roles, offices, pronouns, titles, metonymy (one record)."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from communique.languages.loading import EntryModel, check_entry, read_toml
from communique.languages.metonymy import Metonymy, load_metonymy
from communique.languages.offices import Offices, load_offices
from communique.languages.phrases import PhraseIndex
from communique.languages.role_nouns import Roles, load_roles, plural_of

FILE = "pronouns.toml"


class Impersonal(EntryModel):
    """When 'il' denotes nobody, and 'le' before a verb of saying (``said``: 'le Kremlin l'a confirmé')."""

    verbs: frozenset[str]
    said: frozenset[str]
    after_be: frozenset[str]
    there_is: frozenset[str]
    adverbial: frozenset[str]
    having: frozenset[str]
    shape: str
    be: frozenset[str]
    neuter: frozenset[str]


class Speech(EntryModel):
    """Lemmas of the verbs by which a subject speaks, and of those by which a speaker goes on."""

    saying: frozenset[str]
    continuing: frozenset[str]


class Agreement(EntryModel):
    """Endings of participles that agree with a feminine."""

    feminine: tuple[str, ...]


class Determiners(EntryModel):
    """Articles and other words that begin a noun phrase."""

    definite: frozenset[str]
    definite_plain: frozenset[str]
    plural: frozenset[str]
    feminine: frozenset[str]
    shapes: dict[str, str]
    contracted: frozenset[str]
    indefinite: frozenset[str]
    demonstrative: frozenset[str]
    possessive: frozenset[str]
    one: frozenset[str]
    two: frozenset[str]
    quantity: frozenset[str]
    of: frozenset[str]
    of_article: frozenset[str]
    and_: frozenset[str]
    bounds: frozenset[str]
    topic: frozenset[str]

    model_config = EntryModel.model_config | {"alias_generator": lambda name: name.rstrip("_")}


class Titles(EntryModel):
    """Titles before names, by the gender that they show (``x``: either)."""

    m: frozenset[str]
    f: frozenset[str]
    x: frozenset[str]
    plural: frozenset[str]

    def gender(self, word: str) -> str | None:
        """``m``, ``f``, empty for either; None when the word is no title."""
        if word in self.m:
            return "m"
        if word in self.f:
            return "f"
        return "" if word in self.x or word in self.plural else None


class Quotes(EntryModel):
    """Marks that open and close quotations; ``plain`` ones do both."""

    open: frozenset[str]
    close: frozenset[str]
    plain: frozenset[str]


class NameWords(EntryModel):
    """Words inside and around names."""

    particles: frozenset[str]
    strong_particles: frozenset[str]
    never: frozenset[str]
    naming: frozenset[str]
    name_word: frozenset[str]
    place_heads: frozenset[str]
    org_heads: frozenset[str]
    vouching: frozenset[str]
    joining: frozenset[str]
    national_heads: frozenset[str]


class Anaphora(NamedTuple):
    """Words that take up somebody: values are gender and number (``ms``, ``fp``; ``x`` for either)."""

    pronouns: PhraseIndex[str]
    pairs: PhraseIndex[str]
    last: PhraseIndex[str]
    clitics: PhraseIndex[str]
    strong: PhraseIndex[str]
    possessives: PhraseIndex[str]

    @property
    def words(self) -> frozenset[str]:
        """The single words that take up somebody."""
        return self.pronouns.first | self.clitics.first | self.strong.first | self.possessives.first


class ActorLexicon(NamedTuple):
    """What a language knows about parties."""

    roles: Roles
    offices: Offices
    anaphora: Anaphora
    nobody: PhraseIndex[bool]
    impersonal: Impersonal
    speech: Speech
    agreement: Agreement
    determiners: Determiners
    before: frozenset[str]
    titles: Titles
    quotes: Quotes
    names: NameWords
    metonymy: Metonymy
    given: tuple[frozenset[str], frozenset[str]]

    def given_gender(self, word: str) -> str | None:
        """Gender of a given name: ``m``, ``f``, empty for either; None when it is not known as one."""
        male, female = word in self.given[0], word in self.given[1]
        return ("" if female else "m") if male else ("f" if female else None)


@cache
def load_actor_lexicon(code: str) -> ActorLexicon:
    """All files about parties of a language; raises ``DataError`` when an entry is wrong."""
    raw = read_toml(code, FILE)
    given = read_toml(code, "given.toml")
    endings = tuple((str(a), str(b)) for a, b in read_toml(code, "roles.toml")["plurals"])

    anaphora = Anaphora(*(PhraseIndex(raw[table].items()) for table in Anaphora._fields))
    return ActorLexicon(
        roles=load_roles(code),
        offices=load_offices(code),
        anaphora=anaphora,
        nobody=PhraseIndex(
            (form, True)
            for phrase in raw["nobody"]["phrases"]
            for form in (phrase, plural_of(phrase, endings))
        ),
        speech=check_entry(Speech, raw["speech"], file=FILE, entry="speech"),
        impersonal=check_entry(Impersonal, raw["impersonal"], file=FILE, entry="impersonal"),
        agreement=check_entry(Agreement, raw["agreement"], file=FILE, entry="agreement"),
        determiners=check_entry(Determiners, raw["determiners"], file=FILE, entry="determiners"),
        before=frozenset(raw["before"]["adjectives"]),
        titles=check_entry(Titles, raw["titles"], file=FILE, entry="titles"),
        quotes=check_entry(Quotes, raw["quotes"], file=FILE, entry="quotes"),
        names=check_entry(NameWords, raw["names"], file=FILE, entry="names"),
        metonymy=load_metonymy(code),
        given=(frozenset(given["male"]), frozenset(given["female"])),
    )
