"""The article as words: a surface reading that survives parser errors, tied to the trees.

Words are cut at apostrophes and at inverted pronouns ('a-t-il' is *a* and *il*), so that a cue is
found whatever the parser made of it; each word knows the token of the tree that covers it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from communique.coding.speech.quotes import Quote, find_quotes
from communique.languages.cues import Cues
from communique.mentions import Denoted, MentionIndex
from communique.model import Article
from communique.syntax import Sentence, Token, lowered

PIECE = re.compile(r"[^\W\d_]+['\u2019](?=[\w\"\u00ab\u201c])|\w+(?:[-\u2010\u2011]\w+)*|[^\s\w]")
FINAL = ".!?\u2026"
JOINING = ",;)\u00bb\u201d"
ABBREVIATION = ".-"  # a full stop that ends no sentence
LONGEST_SHORT = 5  # letters of the longest shortened title
MAX_UNIT_WORDS = 600  # longer units are cut: no page may make the stage slow


class Word(NamedTuple):
    """A word or mark. ``glued``: an inverted pronoun; ``quote``: index of its quotation or -1."""

    start: int
    end: int
    low: str
    sentence: int
    glued: bool
    quote: int

    @property
    def is_mark(self) -> bool:
        """Whether this is punctuation."""
        return not self.low[0].isalnum()


class Unit(NamedTuple):
    """A stretch of words that is read as one: a sentence, joined over the quotations in it."""

    first: int
    stop: int
    start: int
    end: int
    block: int
    role: str


class Reading:
    """Words, quotations and units of an article's coded blocks."""

    __slots__ = ("_finite", "_named", "_starts", "quotes", "sentences", "text", "units", "words")

    def __init__(
        self, article: Article, sentences: tuple[Sentence, ...], cues: Cues, *, index: MentionIndex
    ) -> None:
        self.text = article.text
        self.sentences = sentences
        self.quotes = find_quotes(article.text, paragraphs(article))
        self.words = _cut(article.text, sentences, self.quotes, cues)
        self._starts = [w.start for w in self.words]
        self._finite: list[bool | None] = [None] * len(self.words)
        self._named = self._mentions(index)
        self.units = self._units()

    def _mentions(self, index: MentionIndex) -> list[Denoted | None]:
        """For each word the smallest mention that covers it."""
        named: list[Denoted | None] = [None] * len(self.words)
        met = sorted(index.within(0, len(self.text)), key=lambda d: d.actor.id, reverse=True)
        for denoted in sorted(met, key=lambda d: d.mention.span.start - d.mention.span.end):
            k = self.at(denoted.mention.span.start)
            while k < len(self.words) and self.words[k].start < denoted.mention.span.end:
                named[k] = denoted
                k += 1
        return named

    def named(self, i: int) -> Denoted | None:
        """The smallest mention of an actor that covers word ``i``."""
        return self._named[i]

    def named_at(self, offset: int) -> Denoted | None:
        """The smallest mention of an actor that covers the word at ``offset``."""
        i = self.at(offset)
        return self._named[i] if i < len(self.words) else None

    def at(self, offset: int) -> int:
        """Index of the first word that ends after ``offset``."""
        i = bisect_right(self._starts, offset)
        if i and self.words[i - 1].end > offset:
            return i - 1
        return i

    def token(self, i: int) -> tuple[Sentence, Token] | None:
        """The sentence and the token that cover word ``i``."""
        word = self.words[i]
        sentence = self.sentences[word.sentence]
        token = sentence.at(word.start)
        return (sentence, token) if token else None

    def is_finite(self, i: int) -> bool:
        """Whether the parser takes word ``i`` for a finite verb."""
        if i >= len(self.words):
            return False
        known = self._finite[i]
        if known is None:
            found = self.token(i)
            verb = found is not None and found[1].pos in ("VERB", "AUX")
            known = self._finite[i] = bool(verb and found and found[1].feature("VerbForm") == "Fin")
        return known

    def is_infinitive(self, i: int) -> bool:
        """Whether the parser takes word ``i`` for an infinitive."""
        found = self.token(i)
        return bool(found and found[1].pos in ("VERB", "AUX") and found[1].feature("VerbForm") == "Inf")

    def quote_from(self, i: int) -> Quote | None:
        """The quotation that word ``i`` stands in."""
        q = self.words[i].quote
        return self.quotes[q] if q >= 0 else None

    def _units(self) -> tuple[Unit, ...]:
        starts: list[int] = []
        for i, word in enumerate(self.words):
            if i == 0 or self._begins_unit(i) or i - starts[-1] >= MAX_UNIT_WORDS:
                starts.append(i)
            del word
        stops = [*starts[1:], len(self.words)]
        return tuple(self._unit(a, b) for a, b in zip(starts, stops, strict=True))

    def _unit(self, first: int, stop: int) -> Unit:
        sentence = self.sentences[self.words[first].sentence]
        return Unit(
            first, stop, self.words[first].start, self.words[stop - 1].end, sentence.block, sentence.role
        )

    def _begins_unit(self, i: int) -> bool:
        word, before = self.words[i], self.words[i - 1]
        quote = self.quote_from(i)
        if quote and quote.open < word.start:
            return False
        if word.sentence != before.sentence:
            return not self._joins(i)
        if word.quote < 0 and before.quote < 0 and before.low in FINAL and self.text[word.start].isupper():
            return True
        closed = before.quote >= 0 and before.end == self.quotes[before.quote].close and self._ended(before)
        if closed and word.quote < 0 and self.text[word.start].isupper():
            return True  # '« Nous bloquerons les ports. » Selon lui, …'
        after_stop = before.low in FINAL or closed
        return bool(quote and quote.open == word.start and after_stop and before.low != ":")

    def _ended(self, mark: Word) -> bool:
        inner = self.text[: mark.start].rstrip()
        return inner.endswith(tuple(FINAL))

    def _joins(self, i: int) -> bool:
        """Whether the parser cut where the sentence goes on ('», a-t-il dit')."""
        word, before = self.words[i], self.words[i - 1]
        if self.sentences[word.sentence].block != self.sentences[before.sentence].block:
            return False
        if before.low == ":" and "\n" not in self.text[before.end : word.start]:
            return True  # 'La maire : « … »', whatever the parser took the label for
        first = self.text[word.start]
        closed = before.quote >= 0 and before.end == self.quotes[before.quote].close
        return first in JOINING or (first.islower() and (closed or before.low != "."))


def paragraphs(article: Article) -> list[tuple[int, int]]:
    """The coded blocks, cut at line breaks."""
    found: list[tuple[int, int]] = []
    for block in article.blocks:
        if not block.coded:
            continue
        start = block.start
        for line in article.text[block.start : block.end].split("\n"):
            if line.strip():
                found.append((start, start + len(line)))
            start += len(line) + 1
    return sorted(found)


def _cut(
    text: str, sentences: tuple[Sentence, ...], quotes: tuple[Quote, ...], cues: Cues
) -> tuple[Word, ...]:
    opens = [q.open for q in quotes]
    words: list[Word] = []
    for number, sentence in enumerate(sentences):
        for match in PIECE.finditer(text, sentence.start, sentence.end):
            q = bisect_right(opens, match.start()) - 1
            if q >= 0 and match.start() >= quotes[q].close:
                q = -1
            low = lowered(match[0])
            if low.isalnum():
                words.append(Word(*match.span(), low, number, False, q))
            elif low in ".," and _abbreviates(text, match.start(), cues):
                words.append(Word(match.start(), match.end(), ABBREVIATION, number, False, q))
            else:
                words.extend(_parts(match, number, q, cues))
    return tuple(words)


def _abbreviates(text: str, at: int, cues: Cues) -> bool:
    """Whether a mark ends nothing: a full stop that shortens ('M.'), one or a comma in a number ('2,5')."""
    if text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit():
        return True
    if text[at] == ",":
        return False
    start = at
    while start > 0 and text[start - 1].isalpha() and at - start <= LONGEST_SHORT:
        start -= 1
    short = text[start:at]
    if not short or not text[at + 1 : at + 3].strip():
        return False
    return (short.lower() in cues.of("abbreviations") and short[0].isupper()) or (
        len(short) == 1 and short.isupper()
    )


def _parts(match: re.Match[str], sentence: int, quote: int, cues: Cues) -> list[Word]:
    low = lowered(match[0]).replace("\u2010", "-").replace("\u2011", "-")
    start, end = match.span()
    if "-" not in low:
        return [Word(start, end, low, sentence, False, quote)]
    host, _, last = low.rpartition("-")
    if not host or last not in cues.of("inverted"):
        return [Word(start, end, low, sentence, False, quote)]
    if host in cues.of("euphonic"):  # 'affirme t-il', with a blank for the first hyphen
        return [Word(start, end, last, sentence, True, quote)]
    stem, _, link = host.rpartition("-")
    verb = stem if stem and link in cues.of("euphonic") else host
    return [
        Word(start, start + len(verb), verb, sentence, False, quote),
        Word(end - len(last), end, last, sentence, True, quote),
    ]
