"""Names and adjectives of states: when they act, and when they are places."""

from __future__ import annotations

from communique.coding.parties.line import Line
from communique.languages.roles import ActorLexicon

_TRANSPARENT = frozenset({"conj", "appos"})


def acts(line: Line, first: int, lexicon: ActorLexicon, *, capital: bool) -> bool:
    """Whether the name of a state or capital at token ``first`` stands for its government.

    'La Russie a démenti', 'a reproché à Moscou', 'entre Paris et Rome' act; 'en Syrie', 'à Moscou' do not.
    """
    words, metonymy = lexicon.determiners, lexicon.metonymy
    at = first - 1
    article = ""
    if at >= 0 and line.low[at] in words.definite_plain:
        article, at = line.low[at], at - 1
    if (
        at >= 0
        and line.low[at] in words.and_ | {","}
        and (governing := _first_conjunct(line, first)) is not None
    ):
        return acts(line, governing, lexicon, capital=capital) if governing < first else True
    before = line.low[at] if at >= 0 else ""
    if before in metonymy.place_prepositions or before in metonymy.no_agent:
        return False
    if before in metonymy.to:
        return _addressed(line, at, lexicon, article=article, capital=capital)
    if before in metonymy.from_:
        return _of(line, at, lexicon, capital=capital)
    if before in metonymy.about:
        return _near(line, at, metonymy.aiming)
    if before in metonymy.acting:
        return True
    return not (capital and line.function(first) == "object" and _near_verb(line, first, metonymy.moving))


def _first_conjunct(line: Line, i: int) -> int | None:
    """The token that ``i`` is coordinated with, or None."""
    token = line.tokens[i]
    if token.dep in _TRANSPARENT and token.head < i and line.tokens[token.head].pos == "PROPN":
        return token.head
    return None


def _lemmas_before(line: Line, at: int, reach: int = 6) -> list[str]:
    """Lemmas and words up to ``reach`` tokens before token ``at``, nearest first, within the clause."""
    found: list[str] = []
    for i in range(at - 1, max(-1, at - 1 - reach), -1):
        if line.tokens[i].pos == "PUNCT" and line.words[i] in {".", ";", ":"}:
            break
        found.extend((line.tokens[i].lemma.lower(), line.low[i]))
    return found


def _near(line: Line, at: int, words: frozenset[str]) -> bool:
    """Whether one of ``words`` stands shortly before the preposition at ``at``."""
    return any(word in words for word in _lemmas_before(line, at, 4))


def _near_verb(line: Line, first: int, words: frozenset[str]) -> bool:
    """Whether the governor or a word just before is one of ``words``."""
    governor = line.governor(first)
    return (governor is not None and governor.lemma.lower() in words) or _near(line, first, words)


def _addressed(line: Line, at: int, lexicon: ActorLexicon, *, article: str, capital: bool) -> bool:
    """'à la Turquie' is no place; 'à Moscou', 'au Mali' are addressees after words of giving and saying."""
    if article and not capital:
        return True
    governor = line.governor(at + 1)
    if governor is not None and governor.lemma.lower() in lexicon.metonymy.addressing:
        return True
    before = _lemmas_before(line, at, 2)
    return any(word in lexicon.metonymy.addressing for word in before)


def _of(line: Line, at: int, lexicon: ActorLexicon, *, capital: bool) -> bool:
    """After 'de': the complement of a noun acts unless the noun is a place or a topic."""
    if at == 0:
        return False
    noun = at - 1
    while noun > 0 and line.adjective[noun] and line.tokens[noun].pos != "NOUN":
        noun -= 1
    low, pos = line.low[noun], line.tokens[noun].pos
    if line.low[at - 1] in lexicon.metonymy.place_prepositions:
        return False
    if low in lexicon.metonymy.place_nouns or line.low[at - 1] in lexicon.metonymy.place_nouns:
        return False
    if low in lexicon.metonymy.leaving and noun > 0 and line.tokens[noun - 1].feature("Poss") == "Yes":
        return False  # *leur retrait du Mali*: whose retreat it was is told
    if pos in {"VERB", "AUX"} and capital:
        return False
    return pos in {"NOUN", "PROPN", "ADJ", "VERB", "ADV", "ADP", "PRON"} or not capital


def agent_adjective(line: Line, i: int, lexicon: ActorLexicon) -> int | None:
    """The noun whose agent the adjective of nationality at token ``i`` may be, or None.

    'les frappes aériennes américaines' gives 'frappes'; 'la ville syrienne' gives nothing.
    """
    noun = line.tokens[i].head
    if noun == i or line.tokens[noun].pos not in {"NOUN", "PROPN", "X"}:
        noun = i - 1
        while noun > 0 and line.tokens[noun].pos != "NOUN" and line.adjective[noun]:
            noun -= 1
    if noun < 0 or line.tokens[noun].pos not in {"NOUN", "X"} or line.low[noun] in lexicon.metonymy.no_agent:
        return None
    return noun
