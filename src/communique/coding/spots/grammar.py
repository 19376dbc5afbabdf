"""The rules that make a name a place: what stands before it, around it, and in its list.

Every rule looks at the words and, where that helps, at the tree; the parser errs too often on news to be
trusted alone.
"""

from __future__ import annotations

from typing import NamedTuple

from communique.coding.spots.reading import Reading
from communique.knowledge import PlaceEntry
from communique.knowledge.records import PlaceMatch
from communique.languages.places import PlaceGrammar
from communique.model import Unknown

# A town with fewer people counts only when its state is named in the article (or is the reader's own):
# below this size half of GeoNames' names are shared or are words.
SMALL_TOWN = 100_000
# A town with fewer people whose name is also a known person's surname is taken for the person.
NO_SURNAME = 300_000
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_OBJECTS = frozenset({"obj", "nsubj:pass"})


class Spot(NamedTuple):
    """Words that denote a place: tokens ``first`` to ``end`` (exclusive), and the rule that says so."""

    first: int
    end: int
    place: PlaceEntry
    rule: str


class Ground(NamedTuple):
    """A sentence, the grammar, the states that the article names, and the spots found so far."""

    reading: Reading
    grammar: PlaceGrammar
    named: frozenset[str]
    spots: list[Spot]


def spot_rule(ground: Ground, i: int) -> Spot | None:
    """The place that begins at token ``i``; None when no rule says that its name is one."""
    reading, spots = ground.reading, ground.spots
    if (spots and i < spots[-1].end) or i in reading.taken or not reading.words[i][:1].isalpha():
        return None
    match = _candidate(ground, i)
    if match is None:
        return _unlisted(ground, i)
    if any(t in reading.taken for t in range(i, i + match.length)):
        return None
    rule = _rule(ground, i, match)
    return Spot(i, i + match.length, match.place, rule) if rule else None


def _candidate(ground: Ground, i: int) -> PlaceMatch | None:
    """The place that the words name: the longest; of several, one in a state that the article names."""
    reading, grammar = ground.reading, ground.grammar
    known = reading.matches(i)
    if not known and not reading.words[i][:1].isupper():
        return None
    matches = [m for m in known if _credible(ground, i, m)]
    if not matches and not reading.words[i][:1].isupper():
        return None
    merged = grammar.contracted | grammar.of
    if not matches and i and reading.tokens[i - 1].low in merged and reading.words[i][:1].isupper():
        matches = _with_article(reading, i, grammar)
    longest = max((m.length for m in matches), default=0)
    best = sorted(
        (m for m in matches if m.length == longest), key=lambda m: m.place.country not in ground.named
    )
    return best[0] if best else None


def _unlisted(ground: Ground, i: int) -> Spot | None:
    """A settlement no gazetteer knows: 'le village de Tabarkoum', 'à Tabarkoum, dans l'ouest du Niger'."""
    reading, grammar = ground.reading, ground.grammar
    before = reading.before(i) if reading.words[i][:1].isupper() else ()
    if not before:
        return None
    end = i + 1
    while end < len(reading.words) and end not in reading.taken and _goes_on(reading, end):
        end += 1
    settled = before[-1] in grammar.of and before[-2:-1] and before[-2] in grammar.settlement
    if not settled and not ((before[-1],) in grammar.strong and _is_placed(reading, end, grammar)):
        return None
    if reading.knowledge.match(reading.words, i):
        return None
    name = reading.span(i, end).text
    absent = Unknown("the gazetteer does not have it")
    place = PlaceEntry(f"unlisted:{name.lower()}", name, "city", absent, absent, absent, absent, absent)
    return Spot(i, end, place, "settlement")


def _goes_on(reading: Reading, end: int) -> bool:
    """Whether the word at token ``end`` belongs to the name before it: a capital, or tied by hyphens."""
    touching = reading.tokens[end].start == reading.tokens[end - 1].end
    hyphen = "-" in (reading.words[end], reading.words[end - 1])
    return reading.words[end][:1].isupper() or (touching and hyphen)


def _is_placed(reading: Reading, end: int, grammar: PlaceGrammar) -> bool:
    """Whether the words after a name tell where it lies: ', dans l'ouest du Niger', '(nord)'."""
    if end + 1 >= len(reading.words) or reading.words[end] not in {",", "("}:
        return False
    low = reading.tokens[end + 1].low
    within = low in grammar.compass or (low,) in grammar.strong or low in grammar.contracted
    window = [token.low for token in reading.tokens[end + 1 : end + 5]]
    return within and not grammar.compass.union(grammar.place).isdisjoint(window)


def _with_article(reading: Reading, i: int, grammar: PlaceGrammar) -> list[PlaceMatch]:
    """The place whose own article went into 'au' or 'du': 'au Caire', 'du Havre'."""
    for article in sorted(grammar.articles):
        words = [article.capitalize(), *reading.words[i : i + 4]]
        found = [m for m in reading.knowledge.places(words, 0) if m.length > 1]
        if found:
            return [PlaceMatch(m.length - 1, m.place) for m in found]
    return []


def _credible(ground: Ground, i: int, match: PlaceMatch) -> bool:
    """Whether a name is likely to be that place at all, whatever stands before it."""
    place, word = match.place, ground.reading.words[i]
    if isinstance(place.geonames, Unknown) or place.listed:
        return True
    if match.length == 1 and word.lower() in ground.grammar.reject:
        return False
    if place.population < SMALL_TOWN and place.country not in ground.named | ground.grammar.home:
        return False
    small = match.length == 1 and place.population < NO_SURNAME
    return not (small and ground.reading.knowledge.persons_by_surname(word))


def _rule(ground: Ground, i: int, match: PlaceMatch) -> str:
    """The name of the rule by which the words are a place; empty when there is none."""
    before = ground.reading.before(i)
    article = bool(before) and before[-1] in ground.grammar.articles
    bare = before[:-1] if article else before
    return (
        _preposition(ground, i, match, bare)
        or _of(ground, i, match, bare)
        or _listed(ground, i, match)
        or _apart(ground, i, match)
        or _object(ground, i, match)
    )


def _preposition(ground: Ground, i: int, match: PlaceMatch, bare: tuple[str, ...]) -> str:
    """'à Moscou', 'en Syrie', 'au Mali', 'près d'Al-Tanf', 'sur Alep'; never 'à la Syrie'."""
    grammar = ground.grammar
    article = bare != ground.reading.before(i)
    country = match.place.level == "country"
    if bare and not article and bare[-1] in grammar.contracted:
        return "contracted"
    if bare and bare[-1] in grammar.bound and not grammar.leaving.isdisjoint(bare[-5:]):
        return "bound"
    phrase = _ending(bare, grammar.strong)
    if phrase and not (country and article and len(phrase) == 1 and len(phrase[0]) == 1):
        return "preposition"
    if not phrase and bare and bare[-1] in grammar.of:
        phrase = _ending((*bare[:-1], grammar.plain_of), grammar.strong)
    if not phrase and not country and not _is_capital(ground.reading, i):
        phrase = _ending(bare, grammar.local)
        return "preposition" if phrase else ""
    return "preposition" if phrase and bare[-1] in grammar.of else ""


def _ending(bare: tuple[str, ...], phrases: frozenset[tuple[str, ...]]) -> tuple[str, ...]:
    """The longest phrase that the pieces end with; empty when none."""
    for size in range(min(5, len(bare)), 0, -1):
        if bare[-size:] in phrases:
            return bare[-size:]
    return ()


def _is_capital(reading: Reading, i: int) -> bool:
    """Whether the name is a capital's, which stands for its government as often as for itself."""
    return any(word.role == "capital" for word in reading.knowledge.state_words(reading.words[i]))


def _of(ground: Ground, i: int, match: PlaceMatch, bare: tuple[str, ...]) -> str:
    """'le nord du Mali', 'la ville syrienne d'Alep', 'la bataille de Mossoul', 'le retrait de Kherson'."""
    grammar, before = ground.grammar, ground.reading.before(i)
    if _border(bare, grammar):
        return "border"
    nouns = bare[:-1]
    if not nouns or bare[-1] not in grammar.of or nouns[-1] in grammar.things:
        return ""
    if nouns[-1] in grammar.compass:
        return "compass"
    noun = _noun_before(ground, i, len(before) - len(nouns) + 1)
    if noun in grammar.place:
        return "place_noun"
    if match.place.level != "country":
        if noun in grammar.event:
            return "event"
        return "" if grammar.origin.isdisjoint(nouns[-3:]) else "origin"
    away = len(bare) == len(before) and not grammar.origin.isdisjoint(nouns[-3:])
    return "origin" if away else ""


def _noun_before(ground: Ground, i: int, back: int) -> str:
    """The noun that 'de' hangs on, over the adjectives after it: 'ville' in 'la ville syrienne d'Alep'."""
    tokens = ground.reading.tokens
    token = ground.reading.token_of(i, back)
    for at in range(token, max(-1, token - 3), -1):
        low = tokens[at].low
        if low in ground.grammar.place | ground.grammar.event or tokens[at].pos != "ADJ":
            return low
    return ""


def _border(bare: tuple[str, ...], grammar: PlaceGrammar) -> bool:
    """'la frontière avec l'Irak', 'la frontière entre la Syrie et l'Irak'."""
    for at, piece in enumerate(bare):
        between = bare[at + 1 :]
        if piece in grammar.border and 0 < len(between) <= 5 and not grammar.border_with.isdisjoint(between):
            return True
    return False


def _listed(ground: Ground, i: int, match: PlaceMatch) -> str:
    """A member of a list of places: 'à Goma, Rutshuru et Bunagana'; no subject of the next clause."""
    reading, spots = ground.reading, ground.spots
    if not spots or not _joined(ground, spots[-1].end, i):
        return ""
    token, end = reading.tokens[i], i + match.length
    if reading.words[i - 1] != ",":
        return "" if token.dep in _SUBJECTS else spots[-1].rule
    following = range(end + 1, min(end + 4, len(reading.words)))
    goes_on = any(_joined(ground, end, later) and reading.matches(later) for later in following)
    return spots[-1].rule if goes_on or token.dep in {"conj", "appos"} else ""


def _joined(ground: Ground, end: int, i: int) -> bool:
    """Whether only 'et', 'ou' or a comma (and an article) stands between two tokens."""
    skipped = ground.grammar.articles
    between = [p.text for p in ground.reading.pieces if end <= p.token < i and p.text not in skipped]
    return tuple(between) in ground.grammar.joints


def _apart(ground: Ground, i: int, match: PlaceMatch) -> str:
    """'Arras (Pas-de-Calais)'; 'la capitale, Bamako'; 'Syrie : deux morts' at the beginning."""
    reading, grammar, spots = ground.reading, ground.grammar, ground.spots
    end = i + match.length
    after = reading.words[end] if end < len(reading.words) else ""
    if i and reading.words[i - 1] == "(" and after == ")" and spots and spots[-1].end == i - 1:
        return "bracket"
    if i > 1 and reading.words[i - 1] == "," and match.place.level == "city":
        nouns = {reading.tokens[j].low for j in range(max(0, i - 3), i - 1)}
        if nouns & (grammar.capital | grammar.settlement):
            return "apposition"
    return "label" if i == 0 and after in grammar.label else ""


def _object(ground: Ground, i: int, match: PlaceMatch) -> str:
    """'ont bombardé Kharkiv', 'Palmyre a été reprise': a town or region that something is done to."""
    reading = ground.reading
    token = reading.tokens[i]
    bare = token.dep == "obl:arg" and reading.tokens[i - 1].pos in ("VERB", "AUX")
    if match.place.level == "country" or not (bare or token.dep in _OBJECTS) or _is_capital(reading, i):
        return ""
    place = match.place
    large = isinstance(place.geonames, Unknown) or place.listed or place.population >= SMALL_TOWN
    return "object" if large and not reading.knowledge.persons_by_surname(token.text) else ""
