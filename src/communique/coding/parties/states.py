"""Names and adjectives of states: when they act, and when they are places."""

from __future__ import annotations

from communique.coding.parties.line import Line
from communique.languages.roles import ActorLexicon, Metonymy

_TRANSPARENT = frozenset({"conj", "appos"})
GIVEN_WITHIN = 6  # words between 'a remis' and 'à Naypyidaw', with what was handed over between them


def acts(line: Line, first: int, last: int, lexicon: ActorLexicon, *, capital: bool) -> bool:
    """Whether the name of a state or capital on tokens ``first`` to ``last`` stands for its government.

    'La Russie a démenti', 'a reproché à Moscou', 'entre Paris et Rome' act; 'en Syrie', 'à Moscou' do not.
    """
    words, metonymy = lexicon.determiners, lexicon.metonymy
    at = first - 1
    article = ""
    if at >= 0 and line.low[at] in words.definite_plain:
        article, at = line.low[at], at - 1
    if _described(line, first, last, lexicon) or _undergoes(line, first, lexicon):
        return False
    joined = at >= 0 and line.low[at] in words.and_ | {","}
    if joined and (governing := _first_conjunct(line, first)) is not None:
        return acts(line, governing, governing + 1, lexicon, capital=capital) if governing < first else True
    before = line.low[at] if at >= 0 else ""
    if before in metonymy.to:
        return not _fronted(line, at, last) and _addressed(
            line, at, lexicon, article=article, capital=capital
        )
    if before in metonymy.from_:
        return _of(line, at, lexicon, capital=capital)
    if before in metonymy.about:
        return _near(line, at, metonymy.aiming)
    if before in metonymy.acting:
        return not (_bound_for(line, at, metonymy) or line.before(at) in metonymy.borders)
    placed = before in metonymy.place_prepositions | metonymy.no_agent
    crossed = at >= 0 and line.tokens[at].lemma.lower() in metonymy.crossing
    moved = capital and line.function(first) == "object" and _near_verb(line, first, metonymy.moving)
    return not (placed or crossed or moved)


def _described(line: Line, first: int, last: int, lexicon: ActorLexicon) -> bool:
    """Whether what stands beside makes it a town: 'Londres, où vivent des exilés', 'la capitale, Bangui'."""
    at = last + 1 if line.after(last) == "," else last
    beside = first > 1 and line.low[first - 1] == "," and line.low[first - 2] in lexicon.metonymy.towns
    return beside or line.after(at) in lexicon.metonymy.where


def _undergoes(line: Line, first: int, lexicon: ActorLexicon) -> bool:
    """Whether the name is the subject of what happens to a town: 'Sanaa a été visée par six raids'."""
    token = line.tokens[first]
    if line.function(first) != "subject" or token.head == token.i:
        return False
    verb = line.tokens[token.head]
    if verb.lemma.lower() in lexicon.metonymy.undergoing:
        return not any(child.dep == "obj" for child in line.sentence.children(verb.i))
    passive = any(child.dep == "aux:pass" for child in line.sentence.children(verb.i))
    agents = (child.low for child in line.sentence.children(verb.i) if child.dep.startswith("obl"))
    return passive and any(agent in lexicon.metonymy.blows for agent in agents)


def _fronted(line: Line, at: int, last: int) -> bool:
    """Whether a place opens the sentence: 'À Vienne, les inspecteurs ont remis leur rapport'."""
    return line.after(last) == "," and (at == 0 or line.low[at - 1] in {"\u00ab", '"', "\u2013", "\u2014"})


def _bound_for(line: Line, at: int, metonymy: Metonymy) -> bool:
    """'Il a quitté Ankara pour Bakou', 'le vol entre Paris et Alger': where somebody goes."""
    if line.low[at] in metonymy.between:
        return _near(line, at, metonymy.running)
    return line.low[at] in metonymy.bound and _near(line, at, metonymy.leaving_for)


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
    if any(word in lexicon.metonymy.addressing for word in before):
        return True
    verb = next((t for t in reversed(line.tokens[max(0, at - GIVEN_WITHIN) : at]) if t.pos == "VERB"), None)
    given = verb is not None and any(t.dep == "obj" for t in line.sentence.children(verb.i))
    return capital and given and verb is not None and verb.lemma.lower() in lexicon.metonymy.asking


def _of(line: Line, at: int, lexicon: ActorLexicon, *, capital: bool) -> bool:
    """After 'de': the complement of a noun acts unless the noun is a place or a topic."""
    if at == 0:
        return False
    if line.low[at - 1] in lexicon.determiners.and_ and (first := _before_and(line, at, lexicon)) is not None:
        return _of(line, first, lexicon, capital=capital)
    noun = at - 1
    while noun > 0 and line.adjective[noun] and line.tokens[noun].pos != "NOUN":
        noun -= 1
    low, pos = line.low[noun], line.tokens[noun].pos
    if line.low[at - 1] in lexicon.metonymy.place_prepositions:
        return False
    if not capital and low in lexicon.metonymy.consent:
        return True
    if low in lexicon.metonymy.place_nouns or line.low[at - 1] in lexicon.metonymy.place_nouns:
        return False
    if low in lexicon.metonymy.leaving and noun > 0 and line.tokens[noun - 1].feature("Poss") == "Yes":
        return False  # *leur retrait du Mali*: whose retreat it was is told
    if pos in {"VERB", "AUX"} and (capital or line.tokens[noun].lemma.lower() in lexicon.metonymy.coming):
        return False
    return pos in {"NOUN", "PROPN", "ADJ", "VERB", "ADV", "ADP", "PRON"} or not capital


def _before_and(line: Line, at: int, lexicon: ActorLexicon) -> int | None:
    """The first 'de' of 'l'appui de Manama et d'Abou Dhabi'; None where no name stands before 'et'."""
    for i in range(at - 2, max(-1, at - 6), -1):
        if line.low[i] in lexicon.metonymy.from_:
            return i if any(i < known < at for known in line.known) else None
    return None


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
