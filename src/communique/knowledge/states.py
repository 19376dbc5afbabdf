"""States and territories: their English names, and the words that a language has for them."""

from __future__ import annotations

from functools import cache

from communique.knowledge.files import read_rows, split
from communique.knowledge.folding import fold
from communique.knowledge.names import Name, load_dated_names
from communique.knowledge.records import State, StateWord

_COLUMNS = ("iso3", "name", "article", "capital", "wikidata", "status", "latitude", "longitude")
_WORD_COLUMNS = ("country", "names", "article", "adjectives", "prefixes", "capitals")
# A gender shows in a pair of forms: the second of two singulars, the last of two plurals, is feminine.
_PLURAL_LETTERS = ("s", "x")
# Answers kept at a time: a long run over many articles must not grow.
MOST_KEPT = 50_000


@cache
def load_states() -> dict[str, State]:
    """All states by ISO 3166-1 alpha-3 code (and the user-assigned codes of entities without one)."""
    rows = read_rows("communique.knowledge", "states.csv", columns=_COLUMNS)
    return {
        iso3: State(iso3, name, article, capital, wikidata, status, float(latitude), float(longitude))
        for iso3, name, article, capital, wikidata, status, latitude, longitude in rows
    }


class StateWords:
    """What a language calls states: names, capitals, adjectives, peoples and prefixes."""

    def __init__(self, code: str) -> None:
        self.names: list[Name] = []
        self.articles: dict[str, str] = {}
        self.aliases: dict[str, tuple[str, ...]] = {}
        self._words: dict[str, list[tuple[str, StateWord]]] = {}
        self._prefixes: dict[str, str] = {}
        self._found: dict[str, tuple[StateWord, ...]] = {}
        rows = read_rows("communique.languages", code, "states.csv", columns=_WORD_COLUMNS)
        for country, names, article, adjectives, prefixes, capitals in rows:
            self.articles[country] = article
            self.aliases[country] = split(names)
            self._add_names(country, split(names), split(capitals))
            self._add_adjectives(country, split(adjectives))
            self._prefixes |= {fold(prefix): country for prefix in split(prefixes)}

    def _add_names(self, country: str, names: tuple[str, ...], capitals: tuple[str, ...]) -> None:
        """Keep the names and capitals, each also as a single word where it is one."""
        for name in names:
            begin, end = load_dated_names().get((f"state:{country}", name), (None, None))
            self.names.append(Name(name, f"state:{country}", "name", begin, end))
            self._add_word(name, StateWord(country, "name"))
        for capital in capitals:
            self.names.append(Name(capital, f"government:{country}", "capital"))
            self._add_word(capital, StateWord(country, "capital"))

    def _add_adjectives(self, country: str, forms: tuple[str, ...]) -> None:
        """Keep the adjective's forms, which are the people's too when capitals begin them."""
        for form in forms:
            gender, number = _shape(form, forms)
            self._add_word(form, StateWord(country, "adjective", gender, number))

    def _add_word(self, text: str, word: StateWord) -> None:
        self._words.setdefault(fold(text), []).append((text, word))

    def find(self, text: str) -> tuple[StateWord, ...]:
        """As :meth:`_find`, with the answers kept."""
        found = self._found.get(text)
        if found is None:
            found = self._found[text] = self._find(text)
            if len(self._found) > MOST_KEPT:
                self._found.clear()
        return found

    def _find(self, text: str) -> tuple[StateWord, ...]:
        """What one word says of states, best first; compounds ('russo-américain') give each of their states.

        >>> StateWords("fr").find("Russes")
        (StateWord(country='RUS', role='people', gender='', number='p'),)
        """
        capital = text[:1].isupper()
        found = []
        for written, word in self._words.get(fold(text), ()):
            if word.role == "adjective":
                if written.isupper() and not text.isupper():
                    continue
                role = "people" if capital and not written.isupper() else "adjective"
                found.append(word._replace(role=role))
            elif capital and (text.isupper() or not written.isupper()):
                found.append(word)
        return tuple(found) or self._compound(text)

    def _compound(self, text: str) -> tuple[StateWord, ...]:
        """The states of 'franco-allemand' or 'américano-turco-russe'; empty unless every piece is known."""
        pieces = text.replace("\u2011", "-").split("-")
        if len(pieces) < 2:
            return ()
        last = self.find("-".join(pieces[1:]))
        country = self._prefixes.get(fold(pieces[0]))
        if country is None or not last or last[0].role not in {"adjective", "people", "prefix"}:
            return ()
        return (StateWord(country, "prefix"), *(word for word in last if word.country != country))


@cache
def load_state_words(code: str) -> StateWords:
    """The words that a language has for states."""
    return StateWords(code)


def hyphened_adjectives(code: str) -> tuple[str, ...]:
    """The adjectives and peoples written with a hyphen ('sri-lankais'), small, with capitals, and both."""
    rows = read_rows("communique.languages", code, "states.csv", columns=_WORD_COLUMNS)
    forms = [form for row in rows for form in split(row[3]) if "-" in form]
    return tuple(dict.fromkeys(f for form in forms for f in (form, form.capitalize(), form.title())))


def _shape(form: str, forms: tuple[str, ...]) -> tuple[str, str]:
    """Gender and number of an adjective's form, read off the forms beside it."""
    plural = form.endswith(_PLURAL_LETTERS) and (form[:-1] in forms)
    stem = form[:-1] if plural else form
    feminine = stem.endswith("e") and any(_masculine_of(stem, other) for other in forms if other != stem)
    has_feminine = any(_masculine_of(other, stem) for other in forms if other != stem)
    number = "p" if plural else ("" if form.endswith(_PLURAL_LETTERS) else "s")
    return ("f" if feminine else "m" if has_feminine else ""), number


def _masculine_of(feminine: str, masculine: str) -> bool:
    """Whether two forms are a pair such as 'syrienne' and 'syrien', 'turque' and 'turc'."""
    if not feminine.endswith("e") or masculine.endswith("e"):
        return False
    stem = fold(feminine[:-1])
    plain = fold(masculine)
    doubled = stem[:-1] == plain and stem[-2:-1] == stem[-1:]
    respelled = stem.endswith("qu") and plain.rstrip("c") == stem[:-2].rstrip("c")
    return stem == plain or doubled or respelled
