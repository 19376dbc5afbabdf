"""Places without a name of their own: 'ce pays', 'la capitale belge', 'le territoire syrien', 'la ville'."""

from __future__ import annotations

from communique.coding.spots.grammar import Spot
from communique.coding.spots.reading import Reading
from communique.knowledge import PlaceEntry
from communique.languages.places import PlaceGrammar

TOWN_REACH = 2  # sentences after which 'la ville' no longer takes up a town


class States:
    """The states named so far in an article, in order; ``sentence`` is the one being read."""

    def __init__(self) -> None:
        self.sentence = 0
        self._met: list[tuple[int, PlaceEntry]] = []
        self._town: tuple[int, PlaceEntry] | None = None

    def settle(self, place: PlaceEntry, sentence: int) -> None:
        """Note a town named in a sentence; other places are nothing."""
        if place.level == "city":
            self._town = (sentence, place)

    @property
    def town(self) -> PlaceEntry | None:
        """The town named last, if that was shortly before."""
        near = self._town is not None and self.sentence - self._town[0] <= TOWN_REACH
        return self._town[1] if near and self._town is not None else None

    def meet(self, state: PlaceEntry | None, sentence: int) -> None:
        """Note a state named in a sentence; None is nothing."""
        if state is not None:
            self._met.append((sentence, state))

    @property
    def last(self) -> PlaceEntry | None:
        """The state named last."""
        return self._met[-1][1] if self._met else None

    @property
    def usual(self) -> PlaceEntry | None:
        """The state named in this sentence or the one before, else the one named most often.

        'Un avion a été saisi au Canada', long before 'dans le nord du pays', tells nothing of Canada.
        """
        if not self._met or self._met[-1][0] >= self.sentence - 1:
            return self.last
        states = [state for _, state in self._met]
        return max(reversed(states), key=states.count)


def phrase_at(reading: Reading, i: int, states: States, *, grammar: PlaceGrammar) -> Spot | None:
    """The place that a common noun at token ``i`` denotes, given the states named before it."""
    low = reading.tokens[i].low
    if i in reading.taken:
        return None
    if low in grammar.country:
        return _country(reading, i, states, grammar)
    if low in grammar.capital:
        return _capital(reading, i, states.usual, grammar)
    if low in grammar.territory:
        return _territory(reading, i, grammar)
    if low in grammar.town:
        return _town(reading, i, states.town, grammar)
    return None


def _country(reading: Reading, i: int, states: States, grammar: PlaceGrammar) -> Spot | None:
    """'dans ce pays': the state named last; 'dans le pays': the one named most; no adjective may follow.

    'Les troupes russes en Syrie … un renforcement dans ce pays': Syria.
    """
    adjective = _state_of(reading, i + 1)
    previous = reading.tokens[i - 1].low if i else ""
    last = states.last if previous in grammar.demonstrative else states.usual
    if last is None or adjective or previous in grammar.plural:
        return None
    if not _where(reading, i, grammar, demonstrative=True):
        return None
    return Spot(i - 1 if previous in grammar.demonstrative else i, i + 1, last, "country")


def _capital(reading: Reading, i: int, last: PlaceEntry | None, grammar: PlaceGrammar) -> Spot | None:
    """'dans la capitale belge': Brussels; 'dans la capitale': that of the state named last."""
    if not _where(reading, i, grammar):
        return None
    adjective = _state_of(reading, i + 1)
    country = adjective or (str(last.country) if last and last.level == "country" else "")
    capital = reading.knowledge.state(country).capital if country else ""
    found = reading.knowledge.places(capital.split(), 0) if capital else ()
    place = next((m.place for m in found if m.place.country == country and m.place.level != "country"), None)
    return Spot(i, i + (2 if adjective else 1), place, "capital") if place else None


def _town(reading: Reading, i: int, last: PlaceEntry | None, grammar: PlaceGrammar) -> Spot | None:
    """'dans la ville', 'l'hôpital de la ville': the town named before; not 'dans la ville voisine'."""
    known = grammar.articles | grammar.demonstrative
    after = reading.tokens[i + 1] if i + 1 < len(reading.tokens) else None
    if last is None or not i or reading.tokens[i - 1].low not in known:
        return None
    if after is not None and (after.low in grammar.of or after.pos in ("ADJ", "PROPN", "NUM")):
        return None
    return Spot(i, i + 1, last, "town") if _where(reading, i, grammar, demonstrative=True) else None


def _territory(reading: Reading, i: int, grammar: PlaceGrammar) -> Spot | None:
    """'sur le territoire syrien', 'dans l'espace aérien turc', 'à la frontière turque'."""
    end = i + 1
    if end < len(reading.tokens) and reading.tokens[end].low in grammar.between:
        end += 1
    country = _state_of(reading, end)
    if not country or not _where(reading, i, grammar):
        return None
    place = reading.knowledge.country_place(country)
    return Spot(i, end + 1, place, "territory")


def _state_of(reading: Reading, i: int) -> str:
    """The one state that an adjective at token ``i`` names; empty when none, or two."""
    if i >= len(reading.tokens):
        return ""
    words = [w for w in reading.knowledge.state_words(reading.words[i]) if w.role in {"adjective", "prefix"}]
    return words[0].country if words and words[0].role == "adjective" else ""


def _where(reading: Reading, i: int, grammar: PlaceGrammar, *, demonstrative: bool = False) -> bool:
    """Whether the words before say 'where': a preposition of place, or 'du' after a point of the compass."""
    before = reading.before(i)
    skipped = grammar.articles | (grammar.demonstrative if demonstrative else frozenset())
    bare = before[:-1] if before and before[-1] in skipped else before
    if len(bare) > 1 and bare[-1] in grammar.of:
        return bare[-2] in grammar.compass or bare[-2] in grammar.place
    phrases = grammar.strong if demonstrative else grammar.strong | grammar.local
    return any(bare[-size:] in phrases for size in range(min(5, len(bare)), 0, -1))
