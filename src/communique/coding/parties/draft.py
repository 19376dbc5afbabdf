"""A sentence while it is read: its names, its phrases, and the mentions found so far."""

from __future__ import annotations

from typing import NamedTuple

from communique.coding.parties.line import Line
from communique.coding.parties.mention import Mention
from communique.coding.parties.names import Chunk, find_names
from communique.coding.parties.nouns import RolePhrase
from communique.knowledge import Knowledge
from communique.knowledge.records import Entity
from communique.languages.metonymy import singular
from communique.languages.roles import ActorLexicon

NAMING = frozenset({"person", "surname", "named", "known", "office"})
BODIES = frozenset({"body", "acronym"})
_CLOSERS = frozenset({",", ")", ".", ";", ":", "\u2013", "\u2014", "\u00bb"})
_QUALIFYING = frozenset({"ADP", "DET", "NOUN", "PROPN", "ADJ", "X", "NUM"})
_QUALIFIERS = 16  # most words of a phrase between an office and the name of who holds it
_OPENERS = frozenset({",", "(", '"', "\u00ab"})


class Named(NamedTuple):
    """A name in the sentence: its tokens, and what is known of it."""

    first: int
    last: int
    kind: str
    gender: str
    entity: Entity | None
    initial: bool


class Draft:
    """What the parts of the reading share; each claims the words that it explains."""

    def __init__(self, line: Line, lexicon: ActorLexicon, knowledge: Knowledge) -> None:
        self.line = line
        self.lexicon = lexicon
        self.knowledge = knowledge
        self.mentions: list[Mention] = []
        self.roles: tuple[RolePhrase, ...] = ()
        self.used: set[int] = set()
        names = [*_known_persons(line), *(_named(chunk) for chunk in find_names(line, lexicon))]
        self.names = {name.first: name for name in names}

    def blank(self, first: int, last: int, head: int) -> Mention:
        """A mention of the tokens from ``first`` to ``last``, to be filled in; the tokens are claimed."""
        line = self.line
        line.claim(first, last)
        return Mention(
            span=line.span(first, last),
            head=line.tokens[head].start,
            sentence=line.index,
            token=head,
            first=first,
            last=last,
            reading="",
            rule="",
            function=line.function(self.head_of(first, last, head)),
        )

    def head_of(self, first: int, last: int, default: int) -> int:
        """The head word of a stretch: the one whose governor lies outside."""
        for token in self.line.tokens[first:last]:
            if not first <= token.head < last or token.head == token.i:
                return default if token.pos in {"DET", "PUNCT"} else token.i
        return default

    def two(self, first: int, head: int) -> frozenset[str]:
        """The flag ``two`` when a phrase counts two ('les deux frères')."""
        words = self.lexicon.determiners.two
        return frozenset({"two"}) if any(low in words for low in self.line.low[first:head]) else frozenset()

    def one_of(self, first: int) -> bool:
        """Whether the phrase from token ``first`` is one of several: 'l'un de ses avocats'."""
        line, words = self.line, self.lexicon.determiners
        at = first + (line.after(first) in words.definite_plain)
        return line.after(at) in words.one and line.after(at + 1) in words.of

    def covered(self, i: int) -> bool:
        """Whether a name, a body or an office is already read at token ``i``."""
        return any(m.first <= i < m.last and m.reading in NAMING for m in self.mentions)

    def is_title(self, i: int) -> bool:
        """Whether token ``i`` is a title such as 'M.' or 'général'."""
        return 0 <= i < len(self.line.low) and self.lexicon.titles.gender(self.line.low[i]) is not None

    def title_from(self, i: int) -> int:
        """Where a title begins that ends at token ``i``: 'le lieutenant-colonel Karim Belaïd'."""
        ranked = (
            i > 1
            and self.line.words[i - 1] == "-"
            and self.line.tokens[i].start == self.line.tokens[i - 1].end
        )
        return i - 2 if ranked and self.line.words[i - 2].isalpha() else i

    def with_article(self, first: int) -> int:
        """The token from which a name counts, its definite article included."""
        free = first > 0 and not self.line.claimed[first - 1]
        return (
            first - 1
            if free and self.line.low[first - 1] in self.lexicon.determiners.definite_plain
            else first
        )

    def name_after(self, last: int, number: str, *, open_end: bool = False) -> Named | None:
        """The name in apposition at token ``last``, also after a comma when another closes it.

        Also after a party: 'le député LR Pierre Roy'.
        """
        line = self.line
        far = self._name_beyond(last) if number != "p" else None
        if far is not None:
            return far
        last = self._past_party(last)
        at = last + 1 if line.after(last) in _OPENERS else last
        title = self.is_title(at)
        name = self.names.get(at + 1 if title else at)
        if name is None or number == "p" or name.kind in BODIES:
            return None
        if at == last or open_end or line.low[last] != ",":
            return name
        if title:
            return name if not self._bare_surname(name) or self._marked_off(name) else None
        return name if self._closed(name) else None

    def _name_beyond(self, last: int) -> Named | None:
        """The name between commas behind more of the phrase: 'la députée LR (droite) du Nord, Léa Roy, …'.

        Not: 'Selon le maire de Nice, Léa Roy a menti' (no comma behind it).
        """
        line, at = self.line, last
        while at < len(line.tokens) and at - last < _QUALIFIERS and line.low[at] != ",":
            if at > last and (beside := self._given_name(last, at)) is not None:
                return beside
            if line.tokens[at].pos not in _QUALIFYING and line.low[at] not in {"(", ")"}:
                return None
            at += 1
        if at >= len(line.tokens) or line.low[at] != ",":
            return None
        start, at = at, at + 1 + (line.after(at + 1) in self.lexicon.determiners.definite_plain)
        if start == last and not self.is_title(at):
            return None
        name = self.names.get(at + 1 if self.is_title(at) else at)
        if name is None or name.kind in BODIES or self.taken(name) or self.is_place(name):
            return None
        if self._bare_surname(name) and not self.is_title(name.first - 1):
            return None
        ended = name.last >= len(line.tokens) or line.low[name.last] in _CLOSERS
        return name if ended else None

    def taken(self, name: Named) -> bool:
        """Whether a name is read already, by more than a title before it ('Me Roy')."""
        return name.first in self.used and not any(_titled(m, name) for m in self.mentions)

    def release(self, name: Named) -> None:
        """Give up the reading of a name by its title alone."""
        self.mentions[:] = [m for m in self.mentions if not _titled(m, name)]

    def _given_name(self, last: int, at: int) -> Named | None:
        """'la députée LREM des Yvelines Léa Roy': a full name at ``at``, past no other person's post."""
        name, between = self.names.get(at), range(last, at)
        if name is None or name.kind != "person" or name.first in self.used or self.is_place(name):
            return None
        others = any(phrase.head in between for phrase in self.roles) or any(
            m.first in between for m in self.mentions
        )
        return None if others or self._bare_surname(name) or not self._closed(name) else name

    def _past_party(self, at: int) -> int:
        """The token after the name of a party at ``at``, if a person's name follows."""
        known = self.line.known.get(at)
        if known is None or known[0].entity.kind != "party":
            return at
        behind = at + known[0].length
        return behind if behind in self.names else at

    def _bare_surname(self, name: Named) -> bool:
        """Whether a name is one word, hyphens inside it included: 'Akufo-Addo'."""
        return name.last - name.first == 1 + 2 * self.line.words[name.first : name.last].count("-")

    def _marked_off(self, name: Named) -> bool:
        """'face au ministre russe, M. Dupont rappelle': no mark after the name, so it begins a clause."""
        return name.last >= len(self.line.tokens) or self.line.low[name.last] in _CLOSERS

    def _closed(self, name: Named) -> bool:
        """Whether an apposition ends after a name: a mark, the end, or the verb of the clause."""
        line = self.line
        if name.last >= len(line.tokens) or line.low[name.last] in _CLOSERS:
            return True
        return line.tokens[name.last].pos in {"VERB", "AUX"}

    def name_before(self, first: int) -> Named | None:
        """The name to which a phrase that begins at token ``first`` stands in apposition."""
        if first < 2 or self.line.low[first - 1] not in {",", "("}:
            return None
        for name in self.names.values():
            if name.last == first - 1 and name.kind not in BODIES:
                return None if self._placed(name) else name
        return None

    def named_body(self, name: Named) -> bool:
        """'Convoqué par le Sénat, le ministre …': one unknown word behind an article holds no office."""
        article = self.line.before(name.first) in self.lexicon.determiners.definite_plain
        return article and name.entity is None and self._bare_surname(name)

    def _placed(self, name: Named) -> bool:
        """'À Dijon, un cortège …', 'Selon La Gazette, le maire …': such a phrase takes no apposition."""
        if name.kind != "person" and self.line.before(name.first) in self.lexicon.names.vouching:
            return True
        before = self.line.before(name.first)
        if self._sited(name.first, before, self.line.before(name.first - 1)):
            return True  # 'place des Invalides, ce policier …'
        return name.first > 0 and self.line.tokens[name.first - 1].pos == "ADP" and self.is_place(name)

    def name_called(self, last: int) -> Named | None:
        """The name in 'un djihadiste français, au nom de X', 'un homme nommé X'."""
        line, words = self.line, self.lexicon.names
        at = last + 1 if line.after(last) == "," else last
        if line.after(at) in words.naming:
            return self.names.get(at + 1)
        return self.names.get(at + 3) if line.after(at + 1) in words.name_word else None

    def is_place(self, name: Named) -> bool:
        """Whether a capitalised sequence is a place of the gazetteer."""
        found = self.knowledge.places(self.line.words, name.first)
        return bool(found) and found[0].length >= name.last - name.first

    def _sited(self, first: int, before: str, two_before: str) -> bool:
        """Whether a name is that of a site: 'la ville de X', 'l'aéroport international X'."""
        heads = self.lexicon.names.place_heads
        if before in self.lexicon.metonymy.from_ and two_before in heads:
            return True
        qualified = first > 1 and self.line.adjective[first - 1] and self.line.low[first - 2] in heads
        return before in heads or qualified

    def unlikely(self, name: Named) -> bool:
        """Whether capitals without a title or a given name are rather a place ('près d'Al-Tanf')."""
        line, metonymy = self.line, self.lexicon.metonymy
        if self.is_place(name):
            return True
        first = self.with_article(name.first)
        before = line.before(first)
        two_before = line.before(first - 1) if first else ""
        if self._sited(name.first, before, two_before):
            return True
        if name.kind == "person" or before == "":
            return False
        placed = metonymy.place_nouns | self.lexicon.names.place_heads | metonymy.place_prepositions
        if before in metonymy.from_:
            return bool({two_before, singular(two_before)} & placed)
        return before in metonymy.place_prepositions | metonymy.to


def _known_persons(line: Line) -> list[Named]:
    """Names of persons of the knowledge base."""
    return [
        Named(first, first + matches[0].length, "person", matches[0].entity.gender, matches[0].entity, False)
        for first, matches in line.known.items()
        if matches[0].entity.kind == "person"
    ]


def _named(chunk: Chunk) -> Named:
    """A sequence of capitals as a name."""
    return Named(chunk.first, chunk.last, chunk.kind, chunk.gender, None, chunk.initial)


def _titled(mention: Mention, name: Named) -> bool:
    """Whether a mention is that of a name by its title."""
    return mention.token == name.first and "titled" in mention.flags
