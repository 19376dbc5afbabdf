"""The persons and bodies that an article speaks of, gathered while its mentions are resolved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from communique.coding.parties.mention import Holder, Mention
from communique.knowledge.folding import key
from communique.model import ActorMention, Unknown


@dataclass(slots=True, eq=False)
class Referent:
    """Somebody whom the article speaks of; mentions are added as they are resolved."""

    identity: str
    name: str
    kind: str
    country: str = ""
    sector: str = ""
    wikidata: str = ""
    gender: str = ""
    number: str = "s"
    roles: set[str] = field(default_factory=set)
    posts: dict[tuple[str, str], str] = field(default_factory=dict)
    mentions: list[ActorMention] = field(default_factory=list)
    places: list[tuple[int, str]] = field(default_factory=list)
    members: tuple[Referent, ...] = ()

    @property
    def person(self) -> bool:
        """Whether it is one human being (an unnamed holder of an office is one too)."""
        return self.kind in {"person", "office"}

    @property
    def state(self) -> bool:
        """Whether it is a state or its government."""
        return self.kind in {"state", "government"}

    def add(self, mention: Mention, *, rule: str = "", office: str = "") -> None:
        """Keep a mention; the same words are kept once."""
        span = mention.span
        if any(m.span == span for m in self.mentions):
            return
        value: str | Unknown = office or Unknown("the words name no office")
        self.mentions.append(ActorMention(span, value, rule or mention.rule, mention.head))
        self.places.append((mention.sentence, mention.function))

    def hold(self, holder: Holder, country: str) -> None:
        """Note an office that the article gives to this person."""
        self.posts[holder.office, country] = holder.status
        if not self.country and country:
            self.country = country
        if holder.sector and (not self.sector or self.sector == "CVL"):
            self.sector = holder.sector


class Referents:
    """All referents of an article, in order of first mention."""

    def __init__(self) -> None:
        self._by_identity: dict[str, Referent] = {}
        self._surnames: dict[str, list[Referent]] = {}
        self._first: dict[str, list[Referent]] = {}

    def __iter__(self) -> Iterator[Referent]:
        return iter(self._by_identity.values())

    def get(self, identity: str) -> Referent | None:
        """The referent of an identity, if it was made."""
        return self._by_identity.get(identity)

    def make(self, referent: Referent) -> Referent:
        """The referent with this identity, made when it is new."""
        known = self._by_identity.setdefault(referent.identity, referent)
        if known is referent and known.kind == "person":
            for surname in surnames(known.name):
                self._surnames.setdefault(surname, []).append(known)
            self._first.setdefault(key(known.name)[0], []).append(known)
        return known

    def name_also(self, referent: Referent, name: str) -> None:
        """File another spelling of a person's name."""
        for surname in surnames(name):
            bearers = self._surnames.setdefault(surname, [])
            if referent not in bearers:
                bearers.append(referent)

    def by_first(self, name: str) -> Referent | None:
        """The one person of the article whose name begins with a word: 'Kim' for 'Kim Jong-un'."""
        bearers = self._first.get(" ".join(key(name)), [])
        return bearers[0] if len(bearers) == 1 else None

    def by_surname(self, name: str) -> tuple[Referent, ...]:
        """The persons of the article who bear a surname (or a part of a full name)."""
        return tuple(self._surnames.get(" ".join(key(name)), ()))


def surnames(name: str) -> tuple[str, ...]:
    """The parts of a name that may take it up: the whole, 'von der muhll', 'der muhll', 'muhll'."""
    parts = key(name)
    return tuple(dict.fromkeys(" ".join(parts[i:]) for i in range(len(parts))))
