"""Cues: words that tell that somebody said, wrote, asked or thought something.

The data stands in ``languages/<code>/cues.toml``. Verbs are found by their written forms, which
are derived from the infinitive, so that a cue survives a parser that takes it for another word
('a téléphoné' read as a noun). Source of the fields: codebook, 'Statements' and 'Status'.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from pydantic import Field, model_validator

from communique.errors import DataError
from communique.languages.loading import EntryModel, check_entry, read_toml

Words = tuple[str, ...]
# fmt: off
Construction = Literal[
    "que", "si", "inf", "inf_adj", "a_inf", "de_inf", "pour_inf", "object", "object_q", "object_claim",
    "object_plan", "object_act", "object_of", "object_noun", "object_pour", "de_claim", "a_q", "a_that",
    "sur", "de", "a", "pour", "contre", "comme", "object_comme", "object_de", "adj", "quote", "incise",
    "selon_lequel", "clause", "through", "object_felt", "object_assured",
    "object_whole", "passive", "par",
]
# fmt: on
Force = Literal["affirm", "announce", "deny", "doubt", "request", "promise", "ask", "think", "hide"]
Form = Literal["finite", "past", "present", "infinitive"]

INTERVIEW = "interview"
_APART = re.compile(r"[^\w'\-()]|_")  # what stands between words


class Cue(EntryModel):
    """One reading of one word of saying; the subject of a verb is the speaker."""

    id: str
    pos: Literal["verb", "noun", "source", "mark"]
    lemmas: Words = ()
    tail: Words = ()
    phrases: Words = ()
    reflexive: bool = False
    clitic: str | None = None
    takes: tuple[Construction, ...] = Field(min_length=1)
    force: Force
    polarity: Literal["positive", "negative"] = "positive"
    addressee: Literal["to", "with", "object"] | None = None
    accused: Literal["object"] | None = None
    channel: str | None = None
    examples: Words = Field(min_length=1)
    not_: Words = Field(default=(), alias="not")

    @model_validator(mode="after")
    def says_where_it_stands(self) -> Cue:
        """Refuse an entry without words, and one with both kinds of them."""
        if bool(self.lemmas) == bool(self.phrases):
            raise ValueError("give lemmas (verbs, nouns) or phrases (sources), and not both")
        return self

    def allows(self, *constructions: str) -> bool:
        """Whether the content may be built in one of these ways."""
        return any(c in self.takes for c in constructions)


class Channel(EntryModel):
    """Words that tell by which way something was said."""

    id: str
    code: str
    phrases: Words = Field(min_length=1)


class _Conjugation(EntryModel):
    ending: str
    finite: Words
    past: Words
    present: Words


class _Stem(EntryModel):
    ends: str
    becomes: str
    before: Words


class VerbForm(NamedTuple):
    """A written form of a verb of saying: its cues, and what kind of form it is."""

    lemma: str
    form: Form


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues of a language, found by lemma or by written form.

    Function words are lower case, with straight apostrophes.
    """

    code: str
    cues: tuple[Cue, ...]
    channels: tuple[Channel, ...]
    adverb_ending: str
    _verbs: dict[str, tuple[Cue, ...]]
    _nouns: dict[str, tuple[Cue, ...]]
    _forms: dict[str, tuple[VerbForm, ...]]
    _sources: dict[str, tuple[tuple[Words, Cue], ...]]
    _channels: tuple[tuple[str, str, str], ...]
    _channel_words: frozenset[str]
    _words: dict[str, frozenset[str]]
    _locutions: dict[tuple[str, str], tuple[Words, ...]]
    _rules: dict[str, frozenset[str]]

    def of_verb(self, lemma: str) -> tuple[Cue, ...]:
        """The readings of a verb, those with more words first."""
        return self._verbs.get(lemma, ())

    def of_noun(self, lemma: str) -> tuple[Cue, ...]:
        """The readings of a noun."""
        return self._nouns.get(lemma, ())

    def noun_forms(self, word: str) -> tuple[Cue, ...]:
        """The readings of a noun as written, singular or plural."""
        return self._nouns.get(word) or next(
            (
                self._nouns[word[: -len(end)]]
                for end in self.of("plurals")
                if word.endswith(end) and word[: -len(end)] in self._nouns
            ),
            (),
        )

    def forms(self, word: str) -> tuple[VerbForm, ...]:
        """The verbs of saying that a written word (lower case) may be a form of."""
        return self._forms.get(word, ())

    def of(self, job: str) -> frozenset[str]:
        """The function words that do a job, such as ``have`` or ``determiners``."""
        found = self._words.get(job)
        if found is not None:
            return found
        raise DataError(f"languages/{self.code}/cues.toml", "words", f"no entry {job}", "Add it")

    def phrase_at(self, job: str, words: Sequence[str]) -> int:
        """How many of ``words``, from the first on, make a locution of the job; 0 for none."""
        for phrase in self._locutions.get((job, words[0]), ()) if words else ():
            if tuple(words[: len(phrase)]) == phrase:
                return len(phrase)
        return 0

    def parts(self, job: str) -> frozenset[str]:
        """The single words of all locutions that do a job."""
        return frozenset(word for phrase in self.of(job) for word in split_words(phrase))

    def opens_source(self, word: str) -> bool:
        """Whether a source locution starts with a word."""
        return word in self._sources

    def source_at(self, words: Sequence[str], at: int) -> tuple[Cue, int] | None:
        """The longest source locution that starts at ``words[at]``, and how many words it has."""
        for phrase, cue in self._sources.get(words[at], ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                return cue, len(phrase)
        return None

    def rule(self, cue: Cue) -> str:
        """Where a cue stands: ``fr/cues.toml#dire.1``."""
        return f"{self.code}/cues.toml#{cue.id}"

    def rules(self, *kinds: str) -> frozenset[str]:
        """The rules of the cues of some forces (``deny``) or of a part of speech (``source``)."""
        return frozenset().union(*(self._rules.get(kind, frozenset()) for kind in kinds))

    def channel_in(self, text: str) -> tuple[str, str] | None:
        """Code and words of the channel that ``text`` names; the longest words win."""
        flat = f" {flatten(text)} "
        if self._channel_words.isdisjoint(flat.split()):
            return None
        return next(((code, phrase) for words, code, phrase in self._channels if words in flat), None)


def flatten(text: str) -> str:
    """Words in lower case, apart by single spaces, with a space after each apostrophe.

    >>> flatten("Dans l’entretien, publié")
    "dans l' entretien publié"
    """
    straight = text.lower().replace("\u2019", "'").replace("'", "' ")
    return " ".join(_APART.sub(" ", straight).split())


def split_words(phrase: str) -> Words:
    """A locution as the words that a sentence has it in: ``de l'avis de`` is de, l', avis, de."""
    return tuple(phrase.lower().replace("\u2019", "'").replace("'", "' ").split())


def _written(
    lemma: str, conjugations: Sequence[_Conjugation], stems: Sequence[_Stem]
) -> dict[str, set[Form]]:
    fits = [c for c in conjugations if lemma.endswith(c.ending)]
    forms: dict[str, set[Form]] = {lemma: {"infinitive"}}
    if not fits:
        return forms
    chosen = max(fits, key=lambda c: len(c.ending))
    stem = lemma[: len(lemma) - len(chosen.ending)]
    groups: tuple[tuple[Form, Words], ...] = (
        ("finite", chosen.finite), ("past", chosen.past), ("present", chosen.present),
    )  # fmt: skip
    for form, endings in groups:
        for ending in endings:
            for variant in _stems(stem, ending, stems):
                forms.setdefault(variant + ending, set()).add(form)
    return forms


def _stems(stem: str, ending: str, stems: Sequence[_Stem]) -> list[str]:
    """The stem as written before an ending; both where usage wavers ('rappèlent' is harmless)."""
    for change in stems:
        if stem.endswith(change.ends) and ending.startswith(change.before):
            return [stem, stem[: len(stem) - len(change.ends)] + change.becomes]
    return [stem]


def _index(cues: Sequence[Cue], pos: str) -> dict[str, tuple[Cue, ...]]:
    index: dict[str, list[Cue]] = {}
    for cue in cues:
        if cue.pos == pos:
            for lemma in cue.lemmas:
                index.setdefault(lemma, []).append(cue)
    order = {
        lemma: sorted(found, key=lambda c: (-len(c.tail), c.clitic is None, not c.reflexive, c.id))
        for lemma, found in index.items()
    }
    return {lemma: tuple(found) for lemma, found in order.items()}


def _form_index(
    verbs: dict[str, tuple[Cue, ...]], conjugations: Sequence[_Conjugation], stems: Sequence[_Stem]
) -> dict[str, tuple[VerbForm, ...]]:
    index: dict[str, list[VerbForm]] = {}
    for lemma in sorted(verbs):
        for word, kinds in _written(lemma, conjugations, stems).items():
            index.setdefault(word, []).extend(VerbForm(lemma, kind) for kind in sorted(kinds))
    return {word: tuple(found) for word, found in index.items()}


def _source_index(cues: Sequence[Cue]) -> dict[str, tuple[tuple[Words, Cue], ...]]:
    index: dict[str, list[tuple[Words, Cue]]] = {}
    for cue in cues:
        for phrase in (split_words(p) for p in cue.phrases if cue.pos == "source"):
            index.setdefault(phrase[0], []).append((phrase, cue))
    return {word: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for word, found in index.items()}


def _phrases(channels: Sequence[Channel]) -> tuple[tuple[str, str, str], ...]:
    found = [(f" {flatten(p)} ", c.code, p) for c in channels for p in c.phrases]
    return tuple(sorted(found, key=lambda entry: (-len(entry[0]), entry)))


def _locutions(words: dict[str, list[str]]) -> dict[tuple[str, str], tuple[Words, ...]]:
    index: dict[tuple[str, str], list[Words]] = {}
    for job, listed in words.items():
        for phrase in sorted({split_words(p) for p in listed}, key=lambda p: (-len(p), p)):
            index.setdefault((job, phrase[0]), []).append(phrase)
    return {key: tuple(found) for key, found in index.items()}


def _by_kind(cues: Sequence[Cue], code: str) -> dict[str, frozenset[str]]:
    index: dict[str, set[str]] = {}
    for cue in cues:
        for kind in (str(cue.force), cue.pos):
            index.setdefault(kind, set()).add(f"{code}/cues.toml#{cue.id}")
    return {kind: frozenset(rules) for kind, rules in index.items()}


def _checked(raw: dict[str, object], file: str) -> tuple[Cue, ...]:
    cues: list[Cue] = []
    entries = raw.get("cue", [])
    for number, item in enumerate(entries if isinstance(entries, list) else [], 1):
        name = str(item.get("id", f"entry {number}"))
        cue = check_entry(Cue, item, file=file, entry=name)
        if any(cue.id == other.id for other in cues):
            raise DataError(file, name, "the id stands twice", "Give it another number")
        cues.append(cue)
    return tuple(cues)


@cache
def load_cues(code: str) -> Cues:
    """The cues of ``languages/<code>/cues.toml``; raises :class:`DataError` on a bad entry."""
    file = f"languages/{code}/cues.toml"
    raw = read_toml(code, "cues.toml")
    cues = _checked(raw, file)
    channels = tuple(
        check_entry(Channel, c, file=file, entry=f"channel {c.get('id')}") for c in raw["channel"]
    )
    codes = {c.code for c in channels}
    for cue in cues:
        if cue.channel is not None and cue.channel not in codes:
            raise DataError(
                file, cue.id, f"no channel {cue.channel}", f"Use one of {', '.join(sorted(codes))}"
            )
    conjugations = [check_entry(_Conjugation, c, file=file, entry="conjugation") for c in raw["conjugation"]]
    stems = [check_entry(_Stem, s, file=file, entry="stem") for s in raw["stem"]]
    verbs = _index(cues, "verb")
    words = dict(raw["words"])
    ending = str(words.pop("adverb_ending"))
    return Cues(
        code=code,
        cues=cues,
        channels=channels,
        adverb_ending=ending,
        _verbs=verbs,
        _nouns=_index(cues, "noun"),
        _forms=_form_index(verbs, conjugations, stems),
        _sources=_source_index(cues),
        _channels=_phrases(channels),
        _channel_words=frozenset(max(words.split(), key=len) for words, _, _ in _phrases(channels)),
        _words={job: frozenset(w.lower() for w in listed) for job, listed in words.items()},
        _locutions=_locutions(words),
        _rules=_by_kind(cues, code),
    )
