"""Sequences of capitalised words: names of persons and bodies that need not be known beforehand."""

from __future__ import annotations

from typing import NamedTuple

from communique.coding.parties.line import Line
from communique.languages.roles import ActorLexicon

MAX_WORDS = 9
_PLACED = 3  # least words of a place and a name that stand together
_FUNCTION = frozenset({"DET", "ADP", "ADV", "PRON", "CCONJ", "SCONJ", "AUX", "NUM", "PUNCT", "INTJ"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
SHORTEST_SHOUT = 6
SHORTEST_SURNAME = 5
LONGEST_ACRONYM = 6


class Chunk(NamedTuple):
    """Capitalised words that form a name: tokens, ``kind`` (person, body, surname, unclear), gender."""

    first: int
    last: int
    kind: str
    gender: str
    initial: bool

    @property
    def words(self) -> int:
        """How many tokens it takes."""
        return self.last - self.first


def find_names(line: Line, lexicon: ActorLexicon) -> tuple[Chunk, ...]:
    """The names of a sentence, left to right; names that the knowledge base knows are left to it.

    'Willy Ngoma, porte-parole du M23' gives 'Willy Ngoma'; weekdays and ordinary first words give nothing.
    """
    if _shouted(line):
        return ()
    found: list[Chunk] = []
    at = 0
    while at < len(line.tokens):
        if line.words[at][0].islower() and line.low[at] not in lexicon.names.strong_particles:
            at += 1
            continue
        chunk = None if at in line.known else _body(line, at, lexicon) or _name(line, at, lexicon)
        if chunk is not None:
            chunk = _without_place(line, chunk, lexicon)
            found.append(chunk)
        at = chunk.last if chunk else (at + line.known[at][0].length if at in line.known else at + 1)
    return tuple(found)


def _without_place(line: Line, chunk: Chunk, lexicon: ActorLexicon) -> Chunk:
    """'la députée des Yvelines Aurore Bergé': the name begins at the given name, not at the place."""
    at, words = chunk.first, lexicon.determiners
    behind = line.before(at) in words.contracted | words.of
    if not behind or chunk.words < _PLACED or lexicon.given_gender(line.low[at]) is not None:
        return chunk
    gender = lexicon.given_gender(line.low[at + 1])
    return chunk if gender is None else chunk._replace(first=at + 1, kind="person", gender=gender or "")


def _shouted(line: Line) -> bool:
    """Whether a sentence is written in capitals throughout, so that capitals tell nothing."""
    letters = [word for word in line.words if word.isalpha()]
    return len(letters) >= SHORTEST_SHOUT and sum(word.isupper() for word in letters) > len(letters) // 2


def _capital(line: Line, i: int) -> bool:
    """Whether token ``i`` begins with a capital and has letters."""
    return line.words[i][:1].isupper()


def _usable(line: Line, i: int, lexicon: ActorLexicon) -> bool:
    """Whether token ``i`` can be a word of a name."""
    low = line.low[i]
    if not _capital(line, i) or low.rstrip(".") in lexicon.names.never or line.claimed[i]:
        return False
    if (
        low
        in lexicon.determiners.definite_plain
        | lexicon.determiners.possessive
        | lexicon.determiners.demonstrative
    ):
        following = i + 1 < len(line.tokens) and _capital(line, i + 1)
        return following and i > 0 and low in lexicon.names.strong_particles
    if lexicon.titles.gender(low) is not None and not line.words[i].isupper():
        # 'Marion Maréchal': behind a given name a title in capitals is a surname
        return i > 0 and lexicon.given_gender(line.low[i - 1]) is not None and _capital(line, i - 1)
    return not (line.states[i] and line.states[i][0].role in {"name", "people", "adjective"})


def _name(line: Line, at: int, lexicon: ActorLexicon) -> Chunk | None:
    """A name that begins at token ``at``."""
    last = at + 1
    particle = line.low[at] in lexicon.names.strong_particles
    if at > 0 and particle and _title(line, at - 1, lexicon):
        last = at + 1 if _capital(line, at) else _next(line, at, lexicon)
    elif not _usable(line, at, lexicon) or not _may_begin(line, at, lexicon):
        return None
    while last < len(line.tokens) and last - at < MAX_WORDS:
        step = _next(line, last, lexicon)
        if step == last:
            break
        last = step
    if last == at or (particle and last == at + 1):
        return None
    gender = lexicon.given_gender(line.low[at])
    if last - at == 1:
        acronym = line.words[at].isupper() and 2 <= len(line.words[at]) <= LONGEST_ACRONYM
        return Chunk(at, last, "acronym" if acronym else "surname", gender or "", at == 0)
    kind = "person" if gender is not None else "body" if line.words[at].isupper() else "unclear"
    return Chunk(at, last, kind, gender or "", at == 0)


def _title(line: Line, i: int, lexicon: ActorLexicon) -> bool:
    """Whether token ``i`` is a title."""
    return lexicon.titles.gender(line.low[i]) is not None


def _may_begin(line: Line, at: int, lexicon: ActorLexicon) -> bool:
    """Whether a capitalised token can begin a name; first words of sentences need evidence."""
    token = line.tokens[at]
    if at > 0 and line.low[at - 1] not in {"\u00ab", '"', "-", "\u2013", "\u2014", ":", "\u201c", "("}:
        return token.pos not in {"PUNCT"} and not (token.pos in _FUNCTION and len(token.text) < 3)
    if token.pos in _FUNCTION and _known_subject(line, at):
        return True
    if token.pos in _FUNCTION or line.low[at] in lexicon.determiners.definite:
        return False
    following = (
        at + 1 < len(line.tokens) and _capital(line, at + 1) and line.tokens[at + 1].pos not in _FUNCTION
    )
    if lexicon.given_gender(line.low[at]) is not None and (following or token.pos == "PROPN"):
        return True
    if at > 1 and line.words[at - 1] == "-" and line.tokens[at - 1].start == line.tokens[at - 2].end:
        return token.pos in {"PROPN", "NOUN"} and is_joined(line, at - 1)
    return token.pos in _NOMINAL | {"X", "ADJ"} or (following and token.pos not in {"VERB"})


def _known_subject(line: Line, at: int) -> bool:
    """'Poutine a reçu Orban': a surname on record that was read as a pronoun, the subject of its verb."""
    token = line.tokens[at]
    subject = token.dep.startswith("nsubj") and len(token.text) >= SHORTEST_SURNAME
    return subject and bool(line.knowledge.persons_by_surname(token.text))


def _next(line: Line, at: int, lexicon: ActorLexicon) -> int:
    """The token after a continuation of a name at token ``at``; ``at`` itself when it ends there."""
    if at in line.known and line.known[at][0].entity.kind in {"state", "government"}:
        return at + 1 if _capital_surname(line, at, lexicon) else at
    if _usable(line, at, lexicon):
        return at + 1
    if is_joined(line, at):
        return at if not line.words[at + 1][:1].isalpha() or _two_names(line, at, lexicon) else at + 2
    particle = at
    while (
        particle < len(line.tokens)
        and line.low[particle] in lexicon.names.strong_particles
        and particle - at < 2
    ):
        particle += 1
    joined = particle > at and particle < len(line.tokens) and _usable(line, particle, lexicon)
    if joined and line.low[at] in {"de", "la", "le"} and not _noble(line, at):
        return at
    if joined and line.words[particle] == "-":
        return particle
    return particle + 1 if joined else at


def _capital_surname(line: Line, at: int, lexicon: ActorLexicon) -> bool:
    """'la ministre Isabelle Rome': a capital right after a given name, in one name by the tree too."""
    before = line.tokens[at - 1]
    given = lexicon.given_gender(before.low) is not None and before.pos == "PROPN"
    return given and line.known[at][0].reading == "capital" and line.tokens[at].dep.startswith("flat")


def is_joined(line: Line, at: int) -> bool:
    """Whether token ``at`` is a hyphen without blanks around it."""
    return (
        line.words[at] == "-"
        and at + 1 < len(line.tokens)
        and line.tokens[at].start == line.tokens[at - 1].end
    )


def _two_names(line: Line, at: int, lexicon: ActorLexicon) -> bool:
    """Whether a hyphen joins two surnames ('l'entretien Lavrov-Kerry') rather than the parts of a name."""
    before, after = line.words[at - 1], line.words[at + 1]
    if lexicon.given_gender(before.lower()) is not None or before.lower() in lexicon.names.strong_particles:
        return False
    if not _capital(line, at + 1):
        return False
    return bool(line.knowledge.persons_by_surname(before)) and bool(line.knowledge.persons_by_surname(after))


def _noble(line: Line, at: int) -> bool:
    """Whether 'de', 'la' or 'le' may go on a name: after a known kind of name only ('Charles de Gaulle')."""
    return (
        line.tokens[at - 1].pos == "PROPN"
        and line.tokens[at].dep in {"flat:name", "case", "det"}
        and (line.words[at][0].isupper() or line.tokens[min(at + 1, len(line.tokens) - 1)].dep == "flat:name")
    )


def _goes_on(line: Line, at: int) -> bool:
    """Whether 'et' joins two nouns within a name: 'l'Office de protection des réfugiés et apatrides'."""
    return at + 1 < len(line.tokens) and line.tokens[at + 1].pos == "NOUN" and not _capital(line, at + 1)


def _body(line: Line, at: int, lexicon: ActorLexicon) -> Chunk | None:
    """The name of a body that begins with its kind: 'la Fédération internationale des droits de l'Homme'."""
    if not _capital(line, at) or line.low[at] not in lexicon.names.org_heads or line.claimed[at]:
        return None
    last = best = at + 1
    while last < len(line.tokens) and last - at < 12:
        token = line.tokens[last]
        if _capital(line, last) and token.pos != "PUNCT":
            best = last + 1
        elif (line.low[last] in lexicon.determiners.and_ and not _goes_on(line, last)) or not (
            line.low[last] in lexicon.names.joining or line.adjective[last] or token.pos in _NOMINAL
        ):
            break
        elif (
            line.adjective[last] and line.tokens[last - 1].pos in {"NOUN", "PROPN", "ADJ"} and best == last
        ) or (token.pos in _NOMINAL and line.low[last - 1] in lexicon.names.joining):
            best = last + 1
        last += 1
    if best == at + 1:
        return None
    return Chunk(at, best, "body", "", at == 0)
