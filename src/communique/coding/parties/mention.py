"""What the reading of one sentence yields: words that may denote a party, not yet tied to anybody."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.knowledge.records import Entity
from communique.model import Span


@dataclass(frozen=True, slots=True)
class Holder:
    """An office as expressed by words: code, country (empty when not told) and status.

    ``status`` is ``present``, ``former``, ``fallen``, ``future``, ``elected``, ``acting`` or ``outgoing``;
    ``mode`` that of the language file (``generic``, ``counterpart`` or empty). ``organisation`` is the known
    body that it belongs to, where the words name one ('porte-parole du M23'), ``of`` the offset of that name,
    ``subject`` the state that an envoy deals with. ``titles`` are those that a state's office must bear
    ('king'), unless ``fallback``; ``tenure`` tells whom the words do not mean: ``whole`` no interim holder,
    ``decade`` nobody of less than ten years. ``organ`` is the state's organ that it belongs to, with ``*``
    for the state ('ministry:*:foreign_minister'), ``gender`` that of the words ('la ministre'). ``story``
    lets the office be that of the story's own state.
    """

    office: str
    country: str = ""
    status: str = "present"
    mode: str = ""
    sector: str = "GOV"
    organisation: Entity | None = None
    of: int = -1
    titles: tuple[str, ...] = ()
    fallback: bool = False
    tenure: str = ""
    story: bool = False
    subject: str = ""
    organ: str = ""
    gender: str = ""


@dataclass(slots=True, unsafe_hash=True)
class Mention:
    """Words of one sentence that may denote a party.

    ``reading`` tells how to resolve them: ``person`` (a name), ``surname``, ``known`` (an entity of the
    knowledge base), ``named`` (a name of a body that is not known), ``state``, ``adjective``, ``office``,
    ``role`` (a noun of roles.toml), ``pronoun``, ``possessive``, ``clitic``, ``last`` or ``pair``.
    ``first`` and ``last`` are token indices (``last`` is exclusive), ``head`` is a character offset.
    ``definite`` is ``definite``, ``indefinite``, ``demonstrative``, ``possessive`` or ``bare``;
    ``function`` is ``subject``, ``object``, ``oblique`` or ``other``; ``of`` is the offset of a complement,
    and for a clitic that of who acts in its clause; ``realms`` are the only states that a noun may stand
    for ('le royaume').
    Mentions are not changed once made; they are not frozen, since that makes each field cost four times more.
    """

    span: Span
    head: int
    sentence: int
    token: int
    first: int
    last: int
    reading: str
    rule: str
    name: str = ""
    entity: Entity | None = None
    holder: Holder | None = None
    role: str = ""
    kind: str = ""
    sector: str = ""
    label: str = ""
    organ: str = ""
    country: str = ""
    definite: str = "bare"
    gender: str = ""
    number: str = "s"
    function: str = "other"
    flags: frozenset[str] = field(default_factory=frozenset)
    of: int = -1
    realms: frozenset[str] = frozenset()
