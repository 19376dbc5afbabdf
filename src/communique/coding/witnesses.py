"""Actors known only by what they say: 'selon des collègues', 'Les révoltés affirment que …'.

A noun that no list of roles has, and that vouches or speaks, is an actor of the article, so that a
statement has a speaker and a report its source. Not: 'selon la saison' (a way), 'La pluie montre que …'.
"""

from __future__ import annotations

from dataclasses import replace

from communique.languages.cues import Cues
from communique.languages.roles import ActorLexicon
from communique.mentions import MentionIndex
from communique.model import Actor, ActorMention, Article, Unknown
from communique.syntax import Sentence, Token

RULE = "roles.toml#witness"
VERBS = frozenset({"VERB", "AUX"})
PEOPLE, BODY = "people", "organisation"  # whoever published a document stands behind it
VOUCHED = frozenset({"ccomp", "xcomp", "parataxis"})
CLAUSE = "que"
HUMAN = frozenset({"deny"})  # what no thing does to a clause
PROMISE = "promise"  # 'La saison promet d'être rude'
LEFT = 3  # words of a phrase before its noun
COUNTRY = Unknown("the text names no country for it")
SECTOR = Unknown("the text tells no sector")
IDENTITY = Unknown("no Wikidata identity on record")
OFFICE = Unknown("the words name no office")


class _Finder:
    """Finds the nouns of an article that speak and denote no actor."""

    def __init__(
        self, article: Article, actors: tuple[Actor, ...], cues: Cues, lexicon: ActorLexicon
    ) -> None:
        self._article = article
        self._cues = cues
        self._index = MentionIndex(actors)
        self._vouching = lexicon.names.vouching
        self._saying = lexicon.speech.saying
        self._authored = False  # whether the article has named who published a document

    def find(self, sentence: Sentence) -> list[tuple[Token, Token]]:
        """The nouns of a sentence that speak, each with the first word of its phrase."""
        found = []
        for token in sentence.tokens:
            if token.pos != "NOUN" or not token.text[:1].islower():
                continue
            paper = self._is_document(token)
            authored = paper and self._has_author(sentence, token)
            first = self._first(sentence, token)
            if first is not None and not authored and self._may_speak(token, first, paper=paper):
                vouches = self._vouches(sentence, first) or self._speaks(sentence, token, paper=paper)
                found.extend([(token, first)] if vouches else [])
            self._authored = self._authored or authored
        return found

    def _may_speak(self, noun: Token, first: Token, *, paper: bool) -> bool:
        """Whether a noun denotes nobody on record, and nothing that has no voice."""
        if self._index.covering(noun.start) or first.low in self._cues.of("possessives"):
            return False
        return not self._voiceless(noun) and not (paper and self._authored and self.again(first))

    def _first(self, sentence: Sentence, noun: Token) -> Token | None:
        """The determiner of a noun's phrase."""
        chosen = [c for c in sentence.children(noun.i) if c.dep == "det" and noun.i - LEFT <= c.i < noun.i]
        return chosen[0] if chosen else None

    def _voiceless(self, noun: Token) -> bool:
        if noun.low.endswith(tuple(self._cues.of("abstract_endings"))) and not self._is_document(noun):
            return True  # 'selon la qualité'
        silent = (
            self._cues.of("ways")
            | self._cues.of("which")
            | self._cues.of("voiceless")
            | self._cues.of("humans")
        )
        return noun.low in silent or noun.low in self._cues.of("moments")

    def _is_document(self, noun: Token) -> bool:
        return noun.low in self._cues.of("documents") | self._cues.of("papers")

    def _vouches(self, sentence: Sentence, first: Token) -> bool:
        """'selon des voisins', 'd'après un voisin'; not 'après le tir'."""
        tokens = sentence.tokens
        if not first.i or tokens[first.i - 1].low not in self._vouching:
            return False
        low = " ".join(t.low for t in tokens[max(0, first.i - 2) : first.i])
        return tokens[first.i - 1].low in self._cues.of("according") or low in self._cues.of("after_whom")

    def _speaks(self, sentence: Sentence, noun: Token, *, paper: bool) -> bool:
        """'Les révoltés affirment que …', '…, précise la lettre': the subject of a verb of saying."""
        verb = sentence.tokens[noun.head]
        cues = [c for c in self._cues.of_verb(verb.lemma) if c.allows(CLAUSE) and not c.reflexive]
        said = verb.lemma in self._saying and not any(c.force == PROMISE for c in cues)
        human = said or any(c.force in HUMAN for c in cues)
        placed = any(c.dep == "case" for c in sentence.children(noun.i))  # 'Sur les réseaux, on dit que'
        if noun.dep != "nsubj" or verb.pos != "VERB" or placed or not cues or not (paper or human):
            return False
        if any(c.low in self._cues.of("reflexive") for c in sentence.children(verb.i)):
            return False  # 'Le travail se poursuit sans que …'
        if noun.i > verb.i:
            behind = any(t.pos == "PUNCT" for t in sentence.tokens[max(0, verb.i - 3) : verb.i])
            return paper and behind
        told = [c for c in sentence.children(verb.i) if c.dep in VOUCHED and c.i > verb.i]
        return any(c.dep == "ccomp" or c.pos in VERBS for c in told)  # not 'n'ont pas répondu présents'

    def _has_author(self, sentence: Sentence, noun: Token) -> bool:
        """'un communiqué de la présidence': who published it is on record."""
        words = [sentence.tokens[i] for i in sentence.subtree(noun.i)]
        return any(self._index.covering(t.start) for t in words)

    def mention(self, noun: Token, first: Token) -> ActorMention:
        """The words of a phrase up to its noun."""
        return ActorMention(self._article.span(first.start, noun.end), OFFICE, RULE, noun.start)

    def actor(self, noun: Token, mention: ActorMention) -> Actor:
        """A new actor, called by its noun."""
        kind = BODY if self._is_document(noun) else PEOPLE
        return Actor("", noun.text, kind, COUNTRY, SECTOR, IDENTITY, (mention,))

    def again(self, first: Token) -> bool:
        """'le message', 'ce rapport': one named before."""
        return first.low in self._cues.of("definite") | self._cues.of("demonstratives")


def with_witnesses(
    article: Article,
    sentences: tuple[Sentence, ...],
    actors: tuple[Actor, ...],
    *,
    cues: Cues,
    lexicon: ActorLexicon,
) -> tuple[Actor, ...]:
    """The actors with those known only by what they say, numbered anew in order of first mention."""
    finder = _Finder(article, actors, cues, lexicon)
    new: list[Actor] = []
    for sentence in sentences:
        for noun, first in finder.find(sentence):
            mention = finder.mention(noun, first)
            known = next((n for n, a in enumerate(new) if a.name == noun.text and finder.again(first)), None)
            if known is None:
                new.append(finder.actor(noun, mention))
            else:
                new[known] = replace(new[known], mentions=(*new[known].mentions, mention))
    return _numbered((*actors, *new)) if new else actors


def _numbered(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    ordered = sorted(actors, key=lambda a: (a.mentions[0].span.start, a.mentions[0].span.end))
    return tuple(replace(actor, id=f"a{n}") for n, actor in enumerate(ordered, start=1))
