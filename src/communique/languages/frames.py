"""Frames: which words tell which event, and which grammatical slot fills which role.

A *slot* is a grammatical function, written the same for verbs and nouns:

``subject``, ``object``
    of a verb, whatever its voice: the subject of a passive is its ``object``;
``agent``
    the complement of a passive or the ``par`` complement of a noun;
``adjective``, ``possessive``
    an adjective of nationality, a possessive determiner (of nouns);
``modifier``
    any adjective or participle that modifies the trigger;
a preposition of the language (``contre``, ``avec``, …)
    the complement that it introduces, at the trigger or at its support word;
``near``
    any word between the trigger and the next verb, for fixed expressions;
``around``
    of a noun that sets the scene (*lors d'un appel avec …*): the subject of the clause;
``fought``
    whom an infinitive of purpose fights (*une alliance pour combattre l'EI*);
``clause``
    the infinitive or *que* clause that completes the trigger;
``doer``
    who is to act in that *que* clause (*a demandé que les rebelles cèdent*);
``broker``, ``summoner``
    who brought an act about: the agent of a participle (*des pourparlers parrainés par le Qatar*);
``quoted``
    the verb of the words that stand before a verb of saying (*« Nous riposterons », prévient le ministre*);
``above``, ``both``
    of a noun: the noun that it belongs to; the several subjects of the clause that it opens;
``talking``
    who says something in the clause of the noun, and to whom (*Au téléphone, Rome a reproché à Paris …*);
``predicate``
    of a noun: the verb whose subject it is (*des combats ont éclaté*).

``à|clause`` means either slot.

Source of the roles: codebook, 'Parties'.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from communique.codebook import CONTEXTS, COUNT_ROLES, ROLES, STATUSES, event_type
from communique.errors import DataError
from communique.languages.loading import EntryModel, check_entry, list_files, read_toml

Words = tuple[str, ...]


class Condition(EntryModel):
    """What must hold of the words in a slot.

    ``lemma``: one filler has one of these lemmas; ``unless``: no filler has one of these; ``actor``:
    one filler denotes (or, if false, none denotes) an actor; ``kind`` and ``sector``: of that actor;
    ``outside``: no filler denotes an actor of these sectors, and nothing more is asked;
    ``present``: the slot is filled (or empty); ``name``: one filler is a proper name ('la prise d'Avdiïvka').
    """

    slot: str
    lemma: Words = ()
    unless: Words = ()
    actor: bool | None = None
    kind: Words = ()
    sector: Words = ()
    outside: Words = ()
    present: bool | None = None
    name: bool | None = None

    @model_validator(mode="after")
    def says_something(self) -> Condition:
        """Refuse a condition that always holds."""
        if (
            self.actor is None
            and self.present is None
            and self.name is None
            and not (self.lemma or self.unless or self.kind or self.sector or self.outside)
        ):
            raise ValueError(
                "a condition says something: give lemma, unless, actor, kind, sector, outside, present, name"
            )
        return self


class Refinement(EntryModel):
    """A mode that holds when a condition does."""

    mode: str
    slot: str
    lemma: Words


class Example(EntryModel):
    """A sentence that the entry must read, with what must come out.

    ``actor``, ``recipient`` and the other roles give words that a party's span must contain.
    """

    text: str
    status: str = "asserted"
    mode: str | None = None
    actor: Words | None = None
    recipient: Words | None = None
    initiator: Words | None = None
    mediator: Words | None = None
    host: Words | None = None
    against: Words | None = None

    @field_validator("actor", "recipient", "initiator", "mediator", "host", "against", mode="before")
    @classmethod
    def one_or_many(cls, value: object) -> object:
        """A single string stands for one party, an empty one for none."""
        if isinstance(value, str):
            return (value,) if value else ()
        return value


class Frame(EntryModel):
    """One reading of one word or expression.

    ``negated``: only with a negation, which is part of it, or, if false, never with one.
    """

    id: str
    type: str
    mode: str | None = None
    verb: Words = ()
    noun: Words = ()
    adjective: Words = ()
    reflexive: bool | None = None
    voice: Literal["active", "passive"] | None = None
    negated: bool | None = None
    support: tuple[Condition, ...] = Field(default=(), alias="with")
    where: tuple[Condition, ...] = ()
    roles: dict[str, Words] = Field(default_factory=dict)
    need: Words = ()
    bare: bool = False
    last: bool = False
    mutual: bool | None = None
    initiator: Literal["actor", "recipient"] | None = None
    host: Literal["actor", "recipient"] | None = None
    status: str | None = None
    content: Literal["open", "reported", "told"] | None = None
    modes: tuple[Refinement, ...] = ()
    topic: Words = ()
    counts: dict[str, str] = Field(default_factory=dict)
    contexts: Words = ()
    examples: tuple[Example, ...] = Field(min_length=1)
    not_: Words = Field(alias="not", min_length=1)

    @model_validator(mode="after")
    def follows_the_codebook(self) -> Frame:
        """Refuse types, modes, roles, statuses and contexts that the codebook does not have."""
        try:
            kind = event_type(self.type)
        except DataError as error:
            raise ValueError(str(error)) from error
        for mode in filter(None, (self.mode, *(r.mode for r in self.modes))):
            if mode not in kind.modes:
                raise ValueError(f"{self.type} has no mode {mode}; it has {', '.join(kind.modes) or 'none'}")
        _known("role", (*self.roles, *self.need), ROLES)
        _known("status", (self.status,) if self.status else (), STATUSES)
        _known("context", self.contexts, CONTEXTS)
        _known("role of a count", tuple(self.counts.values()), COUNT_ROLES)
        if sum(map(bool, (self.verb, self.noun, self.adjective))) != 1:
            raise ValueError("give exactly one of verb, noun, adjective")
        return self

    @property
    def words(self) -> Words:
        """The lemmas that trigger the frame."""
        return self.verb or self.noun or self.adjective

    @property
    def is_mutual(self) -> bool:
        """Whether all parties of this reading are actors."""
        return self.mutual if self.mutual is not None else event_type(self.type).mutual == "always"


def _known(what: str, values: Words, allowed: Words) -> None:
    for value in values:
        if value not in allowed:
            raise ValueError(f"{value} is no {what}; use one of {', '.join(allowed)}")


class Listing:
    """The frames of one trigger, in the order in which they are tried."""

    __slots__ = ("_bare", "_carried", "frames")

    def __init__(self, frames: Iterable[Frame] = ()) -> None:
        self.frames = tuple(sorted(frames, key=_generality))
        self._bare = [n for n, frame in enumerate(self.frames) if not frame.support]
        self._carried: dict[str, list[int]] = {}
        for n, frame in enumerate(self.frames):
            for word in frame.support[0].lemma if frame.support else ():
                self._carried.setdefault(word, []).append(n)

    def among(self, words: frozenset[str]) -> list[Frame]:
        """The frames that need no other word, and those whose ``with`` has one among some words."""
        found = set(self._bare)
        for word in self._carried.keys() & words:
            found.update(self._carried[word])
        return [self.frames[n] for n in sorted(found)]


class FrameSet:
    """All frames of a language, found by the lemma of their trigger."""

    __slots__ = ("_by_adjective", "_by_noun", "_by_verb", "_rules", "_wording", "frames")

    def __init__(self, frames: tuple[Frame, ...], sources: tuple[str, ...]) -> None:
        self.frames = frames
        self._rules = {f.id: f"{source}#{f.id}" for f, source in zip(frames, sources, strict=True)}
        self._by_verb = _index(frames, "verb")
        self._by_noun = _index(frames, "noun")
        self._by_adjective = _index(frames, "adjective")
        same: Callable[[Words], frozenset[str]] = lru_cache(maxsize=None)(frozenset)
        self._wording = {f.id: tuple(same(c.lemma) for c in f.where if c.lemma) for f in frames}

    def of_verb(self, lemma: str) -> Listing:
        """Frames that this verb triggers."""
        return self._by_verb.get(lemma, NO_FRAMES)

    def of_noun(self, *forms: str) -> Listing:
        """Frames that a noun triggers, under the first of its forms that triggers any."""
        for form in forms:
            if form in self._by_noun:
                return self._by_noun[form]
        return NO_FRAMES

    def of_adjective(self, lemma: str) -> Listing:
        """Frames that this adjective triggers."""
        return self._by_adjective.get(lemma, NO_FRAMES)

    def takes(self, kind: str, lemma: str, slot: str) -> bool:
        """Whether some reading of a ``verb`` or ``noun`` has a role in ``slot``."""
        found = self.of_verb(lemma) if kind == "verb" else self.of_noun(lemma)
        return any(slot in slots for frame in found.frames for slots in frame.roles.values())

    def worded(self, frame: Frame, words: frozenset[str]) -> bool:
        """Whether a word of each ``where`` that asks for some is among those of a sentence."""
        return not any(map(words.isdisjoint, self._wording[frame.id]))

    def rule(self, frame: Frame) -> str:
        """Where a frame stands: ``fr/frames/consult.toml#telephoner.1``."""
        return self._rules[frame.id]


def _index(frames: tuple[Frame, ...], field: str) -> dict[str, Listing]:
    index: dict[str, list[Frame]] = {}
    for frame in frames:
        for word in getattr(frame, field):
            index.setdefault(word, []).append(frame)
    return {word: Listing(found) for word, found in index.items()}


def _generality(frame: Frame) -> tuple[int, int, int]:
    """A frame that asks for more is the more specific reading, and is tried first; ``last`` ones go last."""
    asked = sum(2 if c.lemma or c.kind or c.sector else 1 for c in frame.where)
    return int(frame.last), -len(frame.support) - 2 * bool(frame.negated), -asked


NO_FRAMES = Listing()


def _expanded(raw: Any, lists: dict[str, Any], *, where: str) -> Any:  # noqa: ANN401 - any TOML value
    """``raw`` with every ``@name`` in a list replaced by the words of that list in lists.toml."""
    if isinstance(raw, dict):
        return {key: _expanded(value, lists, where=where) for key, value in raw.items()}
    if not isinstance(raw, list):
        return raw
    found: list[Any] = []
    for item in raw:
        if isinstance(item, str) and item.startswith("@"):
            if item[1:] not in lists:
                raise DataError(
                    where, item, "lists.toml has no such list", "Add it there, or write the words out"
                )
            found.extend(lists[item[1:]])
        else:
            found.append(_expanded(item, lists, where=where))
    return found


def _beside(raw: dict[str, Any], sides: list[dict[str, Any]]) -> dict[str, Any]:
    """An entry with the roles that its type has beside those that it names itself."""
    more = {side["role"]: side["slots"] for side in sides if raw.get("type") in side["types"]}
    return raw | {
        "roles": {**raw.get("roles", {}), **{k: v for k, v in more.items() if k not in raw.get("roles", {})}}
    }


@cache
def load_frames(code: str) -> FrameSet:
    """The frames of ``languages/<code>/frames/*.toml``; raises :class:`DataError` on a bad entry."""
    frames: list[Frame] = []
    sources: list[str] = []
    seen: dict[str, str] = {}
    lists = read_toml(code, "lists.toml")
    sides = read_toml(code, "sides.toml")["side"]
    for name in list_files(code, "frames"):
        file = f"languages/{code}/{name}"
        for number, raw in enumerate(read_toml(code, name).get("frame", []), 1):
            entry = str(raw.get("id", f"entry {number}"))
            whole = _beside(_expanded(raw, lists, where=f"{file}, {entry}"), sides)
            frame = check_entry(Frame, whole, file=file, entry=entry)
            if frame.id in seen:
                raise DataError(
                    file, entry, f"the id also stands in {seen[frame.id]}", "Give it another number"
                )
            seen[frame.id] = file
            frames.append(frame)
            sources.append(f"{code}/{name}")
    return FrameSet(tuple(frames), tuple(sources))
