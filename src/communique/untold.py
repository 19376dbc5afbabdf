"""Words of acts that tell no act where they stand: halves of compounds, attributes, labels, set phrases."""

from __future__ import annotations

from functools import lru_cache

from communique.clauses import ClauseReader
from communique.syntax import Sentence, Token

MIDDLE = 2  # words before the second half of a word with a hyphen
LONGEST = 5  # words of a set phrase


def tells_nothing(token: Token, sentence: Sentence, reader: ClauseReader) -> bool:
    """Whether a word can be the trigger of no report in its sentence, whatever its frames say."""
    return (
        _ends_compound(token, sentence)
        or _is_graded(token, sentence, reader)
        or _is_label(token, sentence, reader)
        or _in_set_phrase(token, sentence, reader)
        or _is_polled(token, sentence, reader)
        or _is_name(token, sentence, reader)
    )


def _ends_compound(token: Token, sentence: Sentence) -> bool:
    """*le libre-échange*: the second half of a word with a hyphen tells no act of its own."""
    if token.pos != "NOUN" or token.i < MIDDLE:
        return False
    first, hyphen = sentence.tokens[token.i - 2 : token.i]
    return hyphen.text == "-" and first.end == hyphen.start and hyphen.end == token.start


def _is_graded(token: Token, sentence: Sentence, reader: ClauseReader) -> bool:
    """*une étude très critiquée*: a participle with a degree is none; *a été très critiquée* is one."""
    if token.feature("VerbForm") != "Part" and token.pos != "ADJ":
        return False
    children = sentence.children(token.i)
    graded = any(c.low in reader.grammar.of("degree") and c.i == token.i - 1 for c in children)
    return graded and not any(c.dep.startswith("aux") for c in children)


def _is_label(token: Token, sentence: Sentence, reader: ClauseReader) -> bool:
    """*a qualifié d'attentat le saccage*: a name for an act; *a qualifié l'attentat de crime* tells one."""
    head = sentence.head(token.i)
    if token.pos not in ("NOUN", "PROPN", "ADJ") or head is None:
        return False
    calls = head.lemma.lower() in reader.grammar.of("labelling") and token.i > head.i
    return calls and reader.preposition(sentence, token.i) in reader.grammar.of("of")


def _in_set_phrase(token: Token, sentence: Sentence, reader: ClauseReader) -> bool:
    """*condamné en appel*, *prendre la fuite*: a phrase of several words that means something else."""
    phrases = reader.grammar.of("set_phrases")
    if _words(phrases).isdisjoint((token.low, token.lemma)):
        return False
    for first in range(max(0, token.i - LONGEST), token.i + 1):
        words = sentence.tokens[first : first + LONGEST]
        for length in range(2, len(words) + 1):
            if first + length <= token.i:
                continue
            lows = " ".join(t.low for t in words[:length])
            if lows in phrases or f"{words[0].lemma} {' '.join(t.low for t in words[1:length])}" in phrases:
                return True
    return False


@lru_cache(maxsize=4)
def _words(phrases: frozenset[str]) -> frozenset[str]:
    """All words of some phrases."""
    return frozenset(word for phrase in phrases for word in phrase.split())


def _is_polled(token: Token, sentence: Sentence, reader: ClauseReader) -> bool:
    """*72 % des Français approuvent*, *ils sont 72 % à approuver*: an opinion poll, and nobody's act.

    Also *est soutenu par deux tiers des Français*, *un Français sur deux soutient*.
    """
    if token.pos not in ("VERB", "AUX"):
        return False
    share = reader.grammar.of("share")
    head = sentence.head(token.i)
    if head is not None and head.low in share and token.feature("VerbForm") == "Inf":
        return True
    agents = (i for i, name in reader.obliques(sentence, token.i) if name in reader.grammar.of("agent"))
    return any(
        sentence.tokens[i].low in share
        or any(c.low in share for c in sentence.children(i))
        or _is_share(sentence.tokens[i], sentence, reader)
        for i in (*reader.subjects(sentence, token.i), *agents)
    )


def _is_share(token: Token, sentence: Sentence, reader: ClauseReader) -> bool:
    """*les trois quarts des Français*, *un Français sur deux*: a part of those who were asked."""
    people = reader.grammar.of("polled")
    children = sentence.children(token.i)
    if token.lemma.lower() in reader.grammar.of("fraction"):
        return any(c.lemma.lower() in people and reader.preposition(sentence, c.i) for c in children)
    out_of = reader.grammar.of("out_of")
    return token.lemma.lower() in people and any(
        c.pos == "NUM" and reader.preposition(sentence, c.i) in out_of for c in children
    )


def only_carries(token: Token, sentence: Sentence, reader: ClauseReader) -> bool:
    """*se voient reprocher*, *se retrouve exposé*: the verb only carries what befell its subject."""
    if token.lemma not in reader.grammar.of("semi_auxiliary") or not reader.is_reflexive(sentence, token.i):
        return False
    return any(c.dep == "xcomp" and c.i > token.i for c in sentence.children(token.i))


def _is_name(token: Token, sentence: Sentence, reader: ClauseReader) -> bool:
    """*un élu du Rassemblement national*: behind a small word, a noun with a capital is a name."""
    named = token.text[:1].isupper() and token.text[1:].islower() and token.i > 1
    if token.pos not in ("NOUN", "PROPN") or not named:
        return False
    before = sentence.tokens[token.i - 1]
    introduced = before.pos in ("DET", "ADP") and before.text.islower()
    return introduced and token.lemma.lower() not in reader.grammar.of("named_acts")
