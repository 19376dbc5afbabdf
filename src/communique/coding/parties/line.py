"""One sentence prepared for reading parties: pieces, words of states, known names, adjectives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from communique.knowledge import Knowledge
from communique.knowledge.records import Entity, NameMatch, StateWord
from communique.languages.phrases import pieces_of
from communique.languages.roles import ActorLexicon
from communique.model import Span
from communique.syntax import Sentence, Token

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:caus", "csubj"})
_OBJECTS = frozenset({"obj", "iobj", "obj:lvc", "obj:agent"})
_OBLIQUE = frozenset({"obl", "obl:arg", "obl:agent", "obl:mod", "nmod"})
_SAME = frozenset({"conj", "flat:name", "appos", "flat:foreign", "fixed"})
_LOOSE = frozenset({"dep", "nmod"})
_NO_NAME = frozenset(
    {"DET", "ADP", "PUNCT", "AUX", "PRON", "CCONJ", "SCONJ", "NUM", "SYM", "SPACE", "VERB", "ADV", "PART"}
)
_FUNCTION = frozenset({"DET", "ADP", "PUNCT", "AUX", "PRON", "CCONJ", "SCONJ", "NUM", "SYM", "SPACE"})
HYPHEN, STATES = "-", frozenset({"state", "government"})
_PROPER = frozenset({"PROPN", "X"})
_NAMED = _PROPER | {"NOUN", "ADJ"}
SHORTEST_ADJECTIVE, LONGEST_FUNCTION = 3, 8  # letters; 'vanuatais' is no auxiliary, whatever the parser says


class Line:
    """A sentence with what the lexicon and the knowledge base say of its words."""

    __slots__ = (
        "adjective",
        "at_token",
        "claimed",
        "index",
        "knowledge",
        "known",
        "low",
        "offset",
        "pieces",
        "quoted",
        "sentence",
        "states",
        "text",
        "tokens",
        "words",
    )

    def __init__(self, sentence: Sentence, index: int, *, knowledge: Knowledge, text: str = "") -> None:
        self.sentence = sentence
        self.knowledge = knowledge
        self.text = text or spelled(sentence)
        self.offset = 0 if text else sentence.start
        self.index = index
        self.tokens = sentence.tokens
        self.words = [token.text for token in sentence.tokens]
        self.low = [token.low for token in sentence.tokens]
        self.pieces = sentence.once(pieces_of)
        self.at_token: dict[int, int] = {}
        for at, piece in enumerate(self.pieces):
            self.at_token.setdefault(piece.token, at)
        self.states = [_state_word(token, knowledge) for token in sentence.tokens]
        self.known = _known_names(sentence.tokens, self.words, knowledge)
        self.adjective = _adjectives(sentence.tokens, self.states)
        self._forget_regions()
        self.quoted = [False] * len(self.tokens)
        self.claimed = [False] * len(self.tokens)

    def _forget_regions(self) -> None:
        """Take the name of a state for none that begins a region's: 'la Colombie-Britannique'."""
        for first in [at for at in self.known if at + 1 < len(self.words) and self.words[at + 1] == HYPHEN]:
            length = self.known[first][0].length
            longest = max((m.length for m in self.knowledge.places(self.words, first)), default=0)
            if longest > length + 1 and self.known[first][0].entity.kind in STATES:
                del self.known[first]
                self.states[first : first + longest] = [()] * longest

    def forget_inside_names(self, particles: frozenset[str]) -> None:
        """Take names of states that are part of another name for none: 'selon France Bleu', 'Oxfam France'.

        Not: 'le roi de Jordanie Abdallah' (behind one of ``particles``), 'la Russie'.
        """
        for at in [at for at in self.known if _inside_name(self, at, particles)]:
            del self.known[at]
            self.states[at] = ()

    @property
    def doubtful(self) -> bool:
        """Whether a word may mean either of two states: 'congolais', 'Congo'."""
        known = any(_one_of_states(m) or self._bearers(first, m) for first, m in self.known.items())
        return known or any(_either(words) for words in self.states)

    def _bearers(self, first: int, matches: tuple[NameMatch, ...]) -> tuple[tuple[str, Entity], ...]:
        """The bodies that share a known name: 'FDS'."""
        return self.knowledge.bearers(self.words[first : first + matches[0].length])

    def countries(self) -> Iterator[str]:
        """The countries that names and adjectives give without doubt, as often as they do."""
        for words in self.states:
            if words and not _either(words):
                yield from (word.country for word in words)
        for first, matches in self.known.items():
            sure = not _one_of_states(matches) and not self._bearers(first, matches)
            if sure and isinstance(country := matches[0].entity.country, str):
                yield country
        for first, word in enumerate(self.words):
            if word[:1].isupper() and first not in self.known:
                yield from (
                    c
                    for m in self.knowledge.places(self.words, first)[:1]
                    if isinstance(c := m.place.country, str)
                )

    def settle(self, countries: tuple[str, ...]) -> None:
        """Read the doubtful words by the countries that the article names; what stays open says nothing."""
        named = Counter(countries)
        self.states = [
            tuple(w for w in words if w.country == _chosen(_countries_of(words), named))
            if _either(words)
            else words
            for words in self.states
        ]
        for first, matches in tuple(self.known.items()):
            if bearers := self._bearers(first, matches):
                country = _chosen([country for country, _ in bearers], named)
                meant = [matches[0]._replace(entity=entity) for where, entity in bearers if where == country]
                self.known.pop(first) if not meant else self.known.update({first: tuple(meant)})
            elif _one_of_states(matches):
                country = _chosen([str(m.entity.country) for m in matches], named)
                kept = tuple(m for m in matches if m.entity.country == country)
                self.known.pop(first) if not kept else self.known.update({first: kept})
        self.adjective = _adjectives(self.tokens, self.states)

    def quote(self, lexicon: ActorLexicon, opened: bool) -> bool:
        """Mark the words in quotation marks; takes and gives whether a quotation is open."""
        marks = lexicon.quotes
        for i, word in enumerate(self.words):
            if word in marks.open or (word in marks.plain and self._opens(i)):
                opened = True
            elif word in marks.close or word in marks.plain:
                opened = False
            self.quoted[i] = opened
        return opened

    def _opens(self, i: int) -> bool:
        """Whether a straight mark opens a quotation: a word follows at once, and a blank is before it."""
        mark = self.tokens[i]
        follows = i + 1 < len(self.tokens) and self.tokens[i + 1].start == mark.end
        before = i == 0 or self.tokens[i - 1].end < mark.start or not self.words[i - 1][-1].isalnum()
        return follows and before

    def span(self, first: int, last: int) -> Span:
        """The words from token ``first`` up to ``last`` (exclusive)."""
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        return Span(start, end, self.text[start - self.offset : end - self.offset])

    def inside_name(self, i: int) -> bool:
        """Whether a token lies in a known name of a body ('État' in 'État islamique')."""
        for first, matches in self.known.items():
            if first <= i < first + matches[0].length:
                return i > first or matches[0].length > 1 or matches[0].entity.kind == "person"
        return False

    def claim(self, first: int, last: int) -> None:
        """Mark tokens as read."""
        for i in range(first, last):
            self.claimed[i] = True

    def before(self, i: int) -> str:
        """The word before token ``i`` in lower case; empty at the beginning."""
        return self.low[i - 1] if i > 0 else ""

    def after(self, i: int) -> str:
        """The word at token ``i`` in lower case; empty at the end."""
        return self.low[i] if i < len(self.low) else ""

    def function(self, i: int) -> str:
        """The grammatical function of the phrase headed by token ``i``: subject, object, oblique or other."""
        token = self._top(i)
        if token.dep in _SUBJECTS:
            return "subject"
        if token.dep in _OBJECTS:
            return "object"
        return "oblique" if token.dep in _OBLIQUE else "other"

    def governor(self, i: int) -> Token | None:
        """The governor of the phrase headed by token ``i``, past coordination and apposition."""
        return self.sentence.head(self._top(i).i)

    def _top(self, i: int) -> Token:
        """The head of a whole phrase: of a list, of a name, of the noun beside a name.

        *Le président kényan **William Ruto** a reçu*: the name hangs loosely on its office. Not: *la
        visite de William Ruto*.
        """
        token = self.tokens[i]
        seen = set()
        while token.i not in seen and (token.dep in _SAME or self._beside(token)):
            seen.add(token.i)
            token = self.tokens[token.head]
        return token

    def _beside(self, token: Token) -> bool:
        """Whether a name hangs on the noun before it without a preposition."""
        if token.dep not in _LOOSE or token.pos not in _PROPER or token.head >= token.i:
            return False
        noun = self.tokens[token.head]
        return noun.pos == "NOUN" and not any(c.dep == "case" for c in self.sentence.children(token.i))


def spelled(sentence: Sentence) -> str:
    """The words of a sentence with plain blanks between them, when the article's text is not at hand."""
    parts: list[str] = []
    at = sentence.start
    for token in sentence.tokens:
        parts.append(" " * (token.start - at) + token.text)
        at = token.end
    return "".join(parts)


def _adjectives(tokens: tuple[Token, ...], states: list[tuple[StateWord, ...]]) -> list[bool]:
    """Which words qualify a noun: adjectives, past participles, nationalities."""
    return [
        token.pos == "ADJ"
        or (token.pos == "VERB" and "Tense=Past|VerbForm=Part" in token.feats)
        or is_adjective(word)
        for token, word in zip(tokens, states, strict=True)
    ]


def _countries_of(words: tuple[StateWord, ...]) -> list[str]:
    """The countries that a word may mean, best first."""
    return list(dict.fromkeys(word.country for word in words))


def _either(words: tuple[StateWord, ...]) -> bool:
    """Whether a word means one of several states; 'russo-américain' means both."""
    return len(words) > 1 and words[0].role != "prefix" and len(_countries_of(words)) > 1


def _one_of_states(matches: tuple[NameMatch, ...]) -> bool:
    """Whether a known name is that of several states."""
    return len(matches) > 1 and all(match.entity.kind == "state" for match in matches)


def _chosen(countries: list[str], named: Counter[str]) -> str:
    """The country that the article names at least twice as often as the others; empty when none is."""
    first, *others = sorted(countries, key=lambda country: -named[country])
    return first if named[first] and all(named[first] >= 2 * named[o] for o in others) else ""


def is_adjective(words: tuple[StateWord, ...]) -> bool:
    """Whether a word is an adjective of nationality."""
    return bool(words) and words[0].role in {"adjective", "prefix"}


def _state_word(token: Token, knowledge: Knowledge) -> tuple[StateWord, ...]:
    """What a token says of states; short function words say nothing."""
    if token.text[0].islower() and (
        len(token.text) < SHORTEST_ADJECTIVE
        or (token.pos in _FUNCTION and len(token.text) < LONGEST_FUNCTION)
    ):
        return ()
    return _said_of_states(knowledge, token.text)


@lru_cache(maxsize=16384)
def _said_of_states(knowledge: Knowledge, text: str) -> tuple[StateWord, ...]:
    """What a word says of states; news repeats its words."""
    return knowledge.state_words(text)


def _inside_name(line: Line, at: int, particles: frozenset[str]) -> bool:
    """Whether the name of a state at token ``at`` goes on with a capital, or ends a name."""
    tokens, match = line.tokens, line.known[at][0]
    last = at + match.length
    if match.entity.kind != "state" or match.length > 1 or tokens[at].text.isupper():
        return False
    before = tokens[at - 1] if at else None
    if before is not None and (
        before.pos == "DET" or before.low.rstrip("'") in particles or before.feature("Definite")
    ):
        return False
    behind = tokens[last] if last < len(tokens) else None
    named = behind is not None and _continues(tokens[last - 1], behind) and last not in line.known
    named_so = before is not None and (before.pos in _PROPER or _capital_inside(tokens, at - 1))
    ends = before is not None and named_so and _continues(before, tokens[at])
    return (named and not line.states[last]) or (ends and not line.states[at - 1])


def _capital_inside(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a noun inside its sentence is written as a name: 'prévient Météo France'."""
    token = tokens[i]
    return i > 0 and token.pos == "NOUN" and token.text[:1].isupper() and tokens[i - 1].pos != "PUNCT"


def _continues(one: Token, other: Token) -> bool:
    """Whether two words stand side by side, and the second is written as part of a name."""
    text = other.text
    written = text[:1].isupper() and text.isalpha() and not (text.isupper() and len(text) > 1)
    return written and other.start == one.end + 1 and other.pos in _NAMED


def _known_names(
    tokens: tuple[Token, ...], words: list[str], knowledge: Knowledge
) -> dict[int, tuple[NameMatch, ...]]:
    """Known names by the token that they begin at; a name inside a longer one is left out."""
    found: dict[int, tuple[NameMatch, ...]] = {}
    end = 0
    for at, token in enumerate(tokens):
        if at < end or (token.pos in _NO_NAME and not token.text[0].isupper()):
            continue
        matches = knowledge.match(words, at)
        if matches:
            found[at] = matches
            end = at + matches[0].length
    return found
