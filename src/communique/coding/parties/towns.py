"""What shows that the name of a state, capital or seat is a place, whatever preposition stands before it."""

from __future__ import annotations

from communique.coding.parties.line import Line
from communique.languages.metonymy import Metonymy, forms_of
from communique.syntax import Token

_HYPHENS = frozenset({"-", "\u2013", "\u2010"})
_DATELINE = frozenset({",", "(", "-", "\u2013", "\u2014"})
_PASSIVE = "aux:pass"
PAIR_REACH = (
    12  # words after 'entre Belgrade et Pristina' that may tell of a road: 'il y a cinq heures de route'
)


def is_town(line: Line, first: int, last: int, metonymy: Metonymy, *, capital: bool) -> bool:
    """Whether the words around a name make it a place.

    'MOSCOU, 9 mars', 'un Berlin balafré', 'Londres, où vivent des exilés', 'Sanaa a été visée par six raids',
    'un typhon a balayé les Philippines', 'la ligne Abidjan-Ouagadougou'.
    """
    return (
        _dateline(line, first, last)
        or line.before(first) in metonymy.town_articles
        or _described(line, last, first, metonymy)
        or _undergoes(line, first, metonymy)
        or _stricken(line, first, last, metonymy)
        or _run_between(line, first, last, metonymy)
        or _reached(line, first, metonymy, capital=capital)
    )


def holds(words: frozenset[str], token: Token) -> bool:
    """Whether a list holds a word in one of its forms."""
    return not words.isdisjoint(forms_of(token))


def _dateline(line: Line, first: int, last: int) -> bool:
    """'MOSCOU, 9 mars', 'BAMAKO (AFP)'."""
    written = all(word.isupper() for word in line.words[first:last])
    opens = first == 0 or all(token.pos == "DET" for token in line.tokens[:first])
    return opens and written and line.after(last) in _DATELINE


def _described(line: Line, last: int, first: int, metonymy: Metonymy) -> bool:
    """Whether what stands beside makes it a town: 'Londres, où vivent des exilés', 'la capitale, Bangui'."""
    at = last + 1 if line.after(last) == "," else last
    beside = first > 1 and line.low[first - 1] == "," and line.low[first - 2] in metonymy.towns
    return beside or line.after(at) in metonymy.where


def _undergoes(line: Line, first: int, metonymy: Metonymy) -> bool:
    """Whether the name is the subject of what happens to a town: 'Sanaa a été visée par six raids'."""
    token = line.tokens[first]
    children = line.sentence.children(token.i)
    if any(c.dep == "acl" and c.pos == "VERB" and holds(metonymy.undergoing, c) for c in children):
        return True
    if line.function(first) != "subject" or token.head == token.i:
        return False
    verb = line.tokens[token.head]
    beside = line.sentence.children(verb.i)
    if holds(metonymy.undergoing, verb):
        return not any(child.dep == "obj" and not child.feature("Reflex") for child in beside)
    passive = any(child.dep == _PASSIVE for child in beside)
    return passive and any(c.dep.startswith("obl") and holds(metonymy.blows, c) for c in beside)


def _stricken(line: Line, first: int, last: int, metonymy: Metonymy) -> bool:
    """'Kaboul sans électricité', 'Paris sous la pluie': a town and what it suffers or lacks."""
    if first > 0 and line.tokens[first - 1].pos not in {"DET", "PUNCT"}:
        return False
    listed = {
        **dict.fromkeys(metonymy.under, metonymy.blows),
        **dict.fromkeys(metonymy.without, metonymy.lacking),
    }
    suffered = listed.get(line.after(last))
    return suffered is not None and any(holds(suffered, token) for token in line.tokens[last + 1 : last + 3])


def _run_between(line: Line, first: int, last: int, metonymy: Metonymy) -> bool:
    """'la ligne Abidjan-Ouagadougou', 'le corridor Moscou - Bakou': the ends of a way."""
    start = first
    if line.before(first) in _HYPHENS:
        start = next((known for known in line.known if known < first and _end(line, known) == first - 1), -1)
    elif line.after(last) not in _HYPHENS:
        return False
    return start > 0 and holds(metonymy.running, line.tokens[start - 1])


def _end(line: Line, first: int) -> int:
    """The token after a known name."""
    return first + line.known[first][0].length


def _reached(line: Line, first: int, metonymy: Metonymy, *, capital: bool) -> bool:
    """Whether the name is what is crossed, taken, or struck by a storm."""
    governor = line.governor(first) if line.function(first) == "object" else _verb_before(line, first)
    if governor is None:
        return False
    if holds(metonymy.crossing, governor) or (capital and holds(metonymy.moving, governor)):
        return True
    subjects = (c for c in line.sentence.children(governor.i) if c.dep == "nsubj")
    return any(holds(metonymy.blows, subject) for subject in subjects)


def _verb_before(line: Line, first: int) -> Token | None:
    """The verb right before a name and its article: not every name is parsed as an object."""
    at = first - 1
    while at > 0 and line.tokens[at].pos in {"DET", "ADV"}:
        at -= 1
    return line.tokens[at] if at >= 0 and line.tokens[at].pos == "VERB" else None


def road_follows(line: Line, last: int, metonymy: Metonymy) -> bool:
    """Whether a way is told of after a pair of towns: '…, il y a cinq heures de route'."""
    return any(holds(metonymy.running, token) for token in line.tokens[last : last + PAIR_REACH])
