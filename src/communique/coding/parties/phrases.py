"""The extent of a noun phrase, read from the words with the tree as a check.

The parser often cuts French news phrases wrongly; so a phrase is walked word by word from its head, to the
left over adjectives, numerals and the determiner, to the right over adjectives and complements with 'de'.
"""

from __future__ import annotations

from typing import NamedTuple

from communique.coding.parties.line import Line, is_adjective
from communique.knowledge.records import Entity
from communique.languages.roles import ActorLexicon
from communique.model import Unknown

MAX_COMPLEMENTS = 3
_NOMINAL = frozenset({"NOUN", "PROPN"})
QUOTES = frozenset({'"', "\u00ab", "\u00bb", "\u201c", "\u201d", "'"})


class Left(NamedTuple):
    """Where a phrase begins, how it is determined, and whether a number or quantity stands in it."""

    first: int
    definite: str
    counted: bool


class Right(NamedTuple):
    """Where a phrase ends (exclusive) and what its modifiers say: country, known complement, its offset."""

    last: int
    country: str
    entity: Entity | None
    of: int
    modified: bool


def left_edge(line: Line, head: int, lexicon: ActorLexicon) -> Left:
    """The beginning of the phrase whose head is token ``head``.

    'plus de 60 militaires' begins at 'plus'; 'une centaine de réfugiés' at 'une'.
    """
    words = lexicon.determiners
    at, counted = head, False
    while at > 0 and _premodifier(line, at - 1, lexicon):
        at -= 1
        counted = counted or line.tokens[at].pos == "NUM" or line.tokens[at].text.isdigit()
    while at > 1 and line.low[at - 1] in QUOTES and line.low[at - 2] in words.definite | words.indefinite:
        at -= 1
    at, definite = _determiner(line, at, lexicon)
    if counted and definite == "bare":
        definite = "indefinite"
    return _quantity(line, Left(at, definite, counted), lexicon)


def _premodifier(line: Line, i: int, lexicon: ActorLexicon) -> bool:
    """Whether token ``i`` is an adjective or numeral before its noun."""
    token = line.tokens[i]
    if line.claimed[i]:
        return False
    if line.low[i] in lexicon.before or token.pos == "NUM" or token.text.isdigit():
        return True
    return token.pos == "ADJ" and token.dep == "amod" and token.head > i and not is_adjective(line.states[i])


def _determiner(line: Line, at: int, lexicon: ActorLexicon) -> tuple[int, str]:
    """The determiner before token ``at``: where it stands and what kind it is."""
    words, before = lexicon.determiners, line.before(at)
    if before in words.demonstrative:
        return at - 1, "demonstrative"
    if before in words.possessive:
        return at - 1, "possessive"
    if before in words.definite_plain:
        return at - 1, "definite"
    if before in words.contracted:
        if line.tokens[at - 1].pos == "DET":
            return at - 1, "indefinite"
        return at, "definite"
    if before in words.indefinite and before not in words.of:
        return at - 1, "indefinite"
    return at, "bare"


def _quantity(line: Line, left: Left, lexicon: ActorLexicon) -> Left:
    """Take in 'une centaine de', 'plus de', 'la plupart des', 'tous'."""
    words, (at, definite, counted) = lexicon.determiners, left
    if at > 0 and line.low[at - 1] in words.quantity:
        return Left(at - 1, definite, counted)
    of = at if line.after(at) in words.of else at - 1
    if of > 0 and line.after(of) in words.of and line.low[of - 1] in words.indefinite:
        first = of - 1
        while first > 0 and (
            line.low[first - 1] in words.indefinite or line.tokens[first - 1].pos in {"NUM", "DET"}
        ):
            first -= 1
        return Left(first, "indefinite", True)
    if counted and of > 0 and line.after(of) in words.of and line.low[of - 1] in words.bounds:
        first = of - 1
        if first > 0 and line.low[first - 1] in words.bounds:
            first -= 1
        return Left(first, "indefinite", True)
    return left


def right_edge(line: Line, head: int, lexicon: ActorLexicon, *, end: int = 0, owned: bool = False) -> Right:
    """The end of the phrase whose head is token ``head``; ``end`` is where its fixed words end.

    ``owned``: a possessive tells whose it is, a state after 'de' is a place: 'retirer ses soldats du Mali'.
    """
    at = max(head + 1, end)
    country, entity, of, modified = "", None, -1, False
    for _ in range(MAX_COMPLEMENTS):
        at, adjective_country, some = _adjectives(line, at, lexicon)
        country = country or adjective_country
        modified = modified or some
        complement = _complement(line, head, at, lexicon)
        if complement is None or (owned and complement.country):
            break
        country = country or complement.country
        if entity is None:
            entity, of = complement.entity, complement.of
        at, modified = complement.last, True
    return Right(at, country, entity, of, modified)


def _adjectives(line: Line, at: int, lexicon: ActorLexicon) -> tuple[int, str, bool]:
    """Step over adjectives and 'et' between them; the country that they name."""
    country, start = "", at
    while at < len(line.tokens) and not line.claimed[at] and line.adjective[at]:
        if (at in line.known or line.words[at][:1].isupper()) and not is_adjective(line.states[at]):
            break
        if line.tokens[at].pos == "VERB" and not is_adjective(line.states[at]) and _opens_clause(line, at):
            break
        if is_adjective(line.states[at]) and not country:
            country = line.states[at][0].country
        at += 1
        if at + 1 < len(line.tokens) and line.low[at] in lexicon.determiners.and_ and line.adjective[at + 1]:
            at += 1
    return at, country, at > start


def nationality_after(line: Line, at: int, lexicon: ActorLexicon) -> tuple[int, str]:
    """The end of the adjectives at token ``at``, and the country that they name: 'par intérim brésilien'."""
    last, country, _ = _adjectives(line, at, lexicon)
    return (last, country) if country else (at, "")


def _opens_clause(line: Line, at: int) -> bool:
    """Whether a participle has complements of its own: 'accompagnés de volontaires', 'menée par'."""
    after = at + 1
    return after < len(line.tokens) and line.tokens[after].pos in {"ADP", "ADV", "SCONJ"}


def _complement(line: Line, head: int, at: int, lexicon: ActorLexicon) -> Right | None:
    """A complement with 'de' at token ``at``: a state, a known name, a name or a noun with its adjectives."""
    words = lexicon.determiners
    if line.after(at) not in words.of:
        return None
    noun = at + 1
    if line.after(noun) in words.of_article:
        noun += 1
    while noun < len(line.tokens) and line.low[noun] in QUOTES:
        noun += 1
    if noun >= len(line.tokens):
        return None
    known = line.known.get(noun)
    if known is not None:
        return _known_complement(line, noun, known[0].length, known[0].entity)
    token = line.tokens[noun]
    if token.pos not in _NOMINAL or line.claimed[noun] or not _belongs(line, noun, head):
        return None
    last, country, _ = _adjectives(line, noun + 1, lexicon)
    while last < len(line.tokens) and _goes_on(line, last, lexicon):
        last += 1
    if line.states[noun] and not country:
        country = line.states[noun][0].country
    return Right(last, country, None, token.start, True)


def _goes_on(line: Line, at: int, lexicon: ActorLexicon) -> bool:
    """Whether a capitalised word at token ``at`` still belongs to a complement; a known name does not."""
    name = line.words[at][:1].isupper() and line.tokens[at].pos == "PROPN" and at not in line.known
    return name and lexicon.given_gender(line.low[at]) is None


def _known_complement(line: Line, noun: int, length: int, entity: Entity) -> Right:
    """A complement that is a known name; states give their country."""
    last = noun + length
    start = line.tokens[noun].start
    country = entity.country if isinstance(entity.country, str) and entity.kind != "person" else ""
    if entity.kind == "state":
        return Right(last, country, None, start, True)
    return Right(last, country, entity, start, True)


def _belongs(line: Line, noun: int, head: int) -> bool:
    """Whether the tree does not hang ``noun`` on a word outside the phrase that begins at ``head``."""
    above = line.tokens[noun].head
    return above >= head or line.tokens[above].pos not in {"VERB", "AUX"} or line.tokens[noun].dep == "nmod"


def country_after(line: Line, at: int, lexicon: ActorLexicon) -> str:
    """The state named with 'en' or 'au' just after a phrase: 'les troupes gouvernementales en Syrie'."""
    return state_after(line, at, lexicon.metonymy.inside)


def state_after(line: Line, at: int, prepositions: frozenset[str]) -> str:
    """The state named with one of the prepositions at token ``at``: 'pour la Syrie'."""
    if line.after(at) not in prepositions:
        return ""
    for noun in (at + 1, at + 2):
        known = line.known.get(noun)
        if known is not None:
            country = known[0].entity.country
            kind = known[0].entity.kind
            return country if kind in {"state", "government"} and not isinstance(country, Unknown) else ""
    return ""
