"""Names and adjectives of states: when they act, and when they are places."""

from __future__ import annotations

from communique.coding.parties.line import Line
from communique.coding.parties.towns import holds, is_town, road_follows
from communique.languages.metonymy import Metonymy
from communique.languages.roles import ActorLexicon
from communique.syntax import Token

_TRANSPARENT = frozenset({"conj", "appos"})
GIVEN_WITHIN = 6  # words between 'a remis' and 'à Naypyidaw', with what was handed over between them
NEAR = 4  # words between 'le vol' and 'entre Paris et Alger'
CHAIN = 4  # nouns between 'les livraisons' and 'à Kiev': 'd'obus de gros calibre'


def acts(line: Line, first: int, last: int, lexicon: ActorLexicon, *, capital: bool) -> bool:
    """Whether the name of a state or capital on tokens ``first`` to ``last`` stands for its government.

    'La Russie a démenti', 'a reproché à Moscou', 'entre Paris et Rome' act; 'en Syrie', 'à Moscou' do not.
    """
    at = first - 1
    if at >= 0 and line.low[at] in lexicon.determiners.definite_plain:
        at -= 1
    if is_town(line, first, last, lexicon.metonymy, capital=capital):
        return False
    return _acts_behind(line, at, first, last, lexicon=lexicon, capital=capital)


def _acts_behind(line: Line, at: int, first: int, last: int, *, lexicon: ActorLexicon, capital: bool) -> bool:
    """Whether the word at ``at`` before a name lets it stand for its government."""
    before, metonymy = line.low[at] if at >= 0 else "", lexicon.metonymy
    joined = at >= 0 and line.low[at] in lexicon.determiners.and_ | {","}
    again = at > 0 and before in metonymy.to and line.low[at - 1] in lexicon.determiners.and_
    governing = (
        _first_conjunct(line, first, at) if joined else _same_again(line, first, at) if again else None
    )
    if governing is not None:
        return acts(line, governing, governing + 1, lexicon, capital=capital)
    if is_posting(line, first, metonymy) or _sheltering(line, at, metonymy):
        return True
    if before in metonymy.to:
        article = line.low[first - 1] if at < first - 1 else ""
        told = not _fronted(line, at, last) and _addressed(
            line, at, metonymy, article=article, capital=capital
        )
        return told or (capital and _said_there(line, at, last, lexicon))
    if before in metonymy.from_:
        return _of(line, at, lexicon, capital=capital)
    if before in metonymy.about:
        return _near(line, at, metonymy.pressing if capital else metonymy.pressing | metonymy.weapons)
    if before in metonymy.acting:
        return not _told_otherwise(line, at, last, metonymy, capital=capital)
    verb = at >= 0 and line.tokens[at].pos == "VERB"  # 'L'ONU presse Israël de céder'
    of_place = metonymy.place_prepositions if verb else metonymy.place_prepositions | metonymy.no_agent
    return before not in of_place or _near(line, at, metonymy.aligning)


def _said_there(line: Line, at: int, last: int, lexicon: ActorLexicon) -> bool:
    """'À Rabat, on dément', 'On dément, à Rabat, toute …', '…, indique-t-on à Rabat': those who govern there.

    Not: 'À Rabat, on danse'.
    """
    metonymy = lexicon.metonymy
    behind = line.tokens[last + 1 : last + 2] if line.after(last) == "," else ()
    before = line.tokens[max(0, at - NEAR) : at]
    nobody = next((t for t in (*behind, *reversed(before)) if t.low in metonymy.impersonal), None)
    verb = line.tokens[nobody.head] if nobody is not None else None
    if verb is None or nobody is None or nobody.dep != "nsubj":
        return False
    between = line.tokens[min(verb.i, nobody.i) : at] if nobody.i < at else ()
    if any(t.pos == "VERB" and t.i != verb.i for t in between):
        return False
    return verb.lemma in lexicon.speech.saying or verb.lemma in metonymy.holding


def is_posting(line: Line, first: int, metonymy: Metonymy) -> bool:
    """'La France a rappelé son ambassadeur en Italie': where an envoy is posted who is called back."""
    at = first - 2 if line.tokens[first - 1].pos == "DET" else first - 1
    if at < 1 or line.low[at] not in metonymy.to | metonymy.inside:
        return False
    envoy = line.tokens[at - 1]
    return holds(metonymy.envoys, envoy) and _near(line, envoy.i, metonymy.recalling)


def _told_otherwise(line: Line, at: int, last: int, metonymy: Metonymy, *, capital: bool) -> bool:
    """Whether a preposition of somebody leads to a place here.

    'quitter Ankara pour Bakou', 'le vol entre Paris et Alger', 'passera par Bakou', 'un raid contre Kiev'.
    """
    word = line.low[at]
    if word in metonymy.between:
        return _near(line, at, metonymy.running | metonymy.borders) or road_follows(line, last, metonymy)
    if word in metonymy.bound:
        return _near(line, at, metonymy.leaving_for)
    if word in metonymy.through:
        governor = line.governor(at + 1)
        return _near(line, at, metonymy.passing) or (
            governor is not None and holds(metonymy.passing, governor)
        )
    if word in metonymy.against:
        return capital and _near(line, at, metonymy.weapons)
    return at > 0 and holds(metonymy.borders, line.tokens[at - 1])


def _fronted(line: Line, at: int, last: int) -> bool:
    """Whether a place opens the sentence: 'À Vienne, les inspecteurs ont remis leur rapport'."""
    return line.after(last) == "," and (at == 0 or line.low[at - 1] in {"\u00ab", '"', "\u2013", "\u2014"})


def _first_conjunct(line: Line, i: int, joint: int) -> int | None:
    """The token that ``i`` is coordinated with: by the tree, else the name before 'et'; None for none."""
    token = line.tokens[i]
    if token.dep in _TRANSPARENT and token.head < i and line.tokens[token.head].pos == "PROPN":
        return token.head
    ends = {first + matches[0].length: first for first, matches in line.known.items()}
    return ends.get(joint) if line.tokens[joint].pos == "CCONJ" else None


def _same_again(line: Line, first: int, at: int) -> int | None:
    """*reproche à Caracas et **à** La Havane*: the name joined behind the same preposition; None for none."""
    token = next((t for t in line.tokens[first:] if t.dep == "conj"), None) if first >= 0 else None
    if token is None or token.i > first + 1 or token.head >= at or line.tokens[token.head].pos != "PROPN":
        return None
    return token.head if line.low[token.head - 1] == line.low[at] else None


def _before(line: Line, at: int, reach: int) -> list[Token]:
    """Up to ``reach`` tokens before token ``at``, nearest first, within the clause."""
    found: list[Token] = []
    for i in range(at - 1, max(-1, at - 1 - reach), -1):
        if line.tokens[i].pos == "PUNCT" and line.words[i] in {".", ";", ":"}:
            break
        found.append(line.tokens[i])
    return found


def _sheltering(line: Line, at: int, metonymy: Metonymy) -> bool:
    """'a demandé l'asile en Grèce': of whom it is asked; not 'a trouvé asile en Grèce'."""
    if at < 0 or line.low[at] not in metonymy.inside:
        return False
    asked = (t for t in _before(line, at, NEAR) if t.dep == "obj" and holds(metonymy.shelter, t))
    return any(line.tokens[t.head].lemma.lower() in metonymy.asking for t in asked)


def _near(line: Line, at: int, words: frozenset[str], reach: int = NEAR) -> bool:
    """Whether one of ``words`` stands shortly before the preposition at ``at``."""
    return any(holds(words, token) for token in _before(line, at, reach))


def _addressed(line: Line, at: int, metonymy: Metonymy, *, article: str, capital: bool) -> bool:
    """'à la Turquie' is no place; 'à Moscou', 'au Mali' are addressees after words of giving and saying."""
    if _near(line, at, metonymy.crossing):
        return False
    if article and not capital:
        return True
    governor = line.governor(at + 1)
    if governor is not None and holds(metonymy.addressing, governor):
        return True
    if _near(line, at, metonymy.addressing, 2) or _chained(line, at, metonymy.addressing):
        return True
    verb = next((t for t in reversed(line.tokens[max(0, at - GIVEN_WITHIN) : at]) if t.pos == "VERB"), None)
    given = verb is not None and any(t.dep == "obj" for t in line.sentence.children(verb.i))
    return capital and given and verb is not None and verb.lemma.lower() in metonymy.asking


def _chained(line: Line, at: int, words: frozenset[str]) -> bool:
    """Whether the first noun of a chain before ``at`` is listed: 'ses livraisons de blindés à Kiev'."""
    i = at - 1
    for _ in range(CHAIN):
        while i > 0 and line.adjective[i] and line.tokens[i].pos != "NOUN":
            i -= 1
        if i < 1 or line.tokens[i].pos != "NOUN":
            return False
        if holds(words, line.tokens[i]):
            return True
        i -= 1
        while i > 0 and line.tokens[i].pos in {"ADP", "DET", "NUM"}:
            i -= 1
    return False


def _of(line: Line, at: int, lexicon: ActorLexicon, *, capital: bool) -> bool:
    """After 'de': the complement of a noun acts unless the noun is a place or a topic."""
    if at == 0:
        return False
    if line.low[at - 1] in lexicon.determiners.and_ and (first := _before_and(line, at, lexicon)) is not None:
        return _of(line, first, lexicon, capital=capital)
    metonymy, word = lexicon.metonymy, line.tokens[at - 1]
    if word.low in metonymy.place_prepositions and not holds(metonymy.close, word):
        return False
    token = line.tokens[_qualified(line, at - 1)]
    if holds(metonymy.close, word):
        return not holds(metonymy.place_nouns | metonymy.town_nouns, token)
    if not capital and holds(metonymy.consent, token):
        return True
    if holds(metonymy.place_nouns, token) or holds(metonymy.place_nouns, word):
        return False
    return token.low in metonymy.town_actors or _of_word(line, token, metonymy, capital=capital)


def _of_word(line: Line, token: Token, metonymy: Metonymy, *, capital: bool) -> bool:
    """The same for a word that no list of places or of acts holds."""
    possessed = token.i > 0 and line.tokens[token.i - 1].feature("Poss") == "Yes"
    if possessed and holds(metonymy.leaving, token):
        return False  # *leur retrait du Mali*: whose retreat it was is told
    if token.pos in {"VERB", "AUX"}:
        return holds(metonymy.yielding, token) or not (capital or holds(metonymy.coming, token))
    return not capital or _owned(token, metonymy)


def _owned(token: Token, metonymy: Metonymy) -> bool:
    """Whether the complement of a noun is a government even when a town is named."""
    if token.pos == "NOUN":
        return not holds(metonymy.town_nouns, token) and metonymy.names_act(token)
    return token.pos in {"PROPN", "ADJ", "ADV", "ADP", "PRON"}


def _qualified(line: Line, noun: int) -> int:
    """The noun before the adjectives and quotation marks that end at token ``noun``; also the verb there.

    'a reçu de Moscou' has a verb, 'les chars envoyés de Moscou' a noun.
    """
    while noun > 0 and (
        (line.adjective[noun] and line.tokens[noun].pos != "NOUN" and not _compound(line, noun))
        or line.tokens[noun].pos == "PUNCT"
    ):
        noun -= 1
    return noun


def _compound(line: Line, i: int) -> bool:
    """Whether a participle stands with its auxiliary: 'a obtenu'."""
    return any(c.dep == "aux:tense" for c in line.sentence.children(line.tokens[i].i))


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
    return None if _speaks(line, noun, lexicon) else noun


def _speaks(line: Line, noun: int, lexicon: ActorLexicon) -> bool:
    """'Le technicien allemand estime que …': who says something is somebody, and not the state's deed.

    Not: 'Les pressions saoudiennes inquiètent Paris' (a verb with an object says nothing).
    """
    governor = line.governor(noun)
    if governor is not None and any(t.head == governor.i and t.dep == "obj" for t in line.tokens):
        return False
    return (
        governor is not None
        and line.tokens[noun].dep == "nsubj"
        and governor.pos == "VERB"
        and governor.lemma in lexicon.speech.saying
    )
