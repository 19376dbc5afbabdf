"""Lemmas from the tables that come with the model: form and part of speech → lemma.

The steps are those of spaCy's French lemmatizer (index, exceptions, suffix rules, lookup), on plain
dictionaries: its own tables build a filter over 270,000 keys at every start, and search a list of
66,000 nouns from front to back for each new word.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

if TYPE_CHECKING:
    from pathlib import Path

_JOINING = "CCONJ"
_RULED = frozenset({"NOUN", "VERB", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "PRON", "PUNCT", "SCONJ"})
# Marks that French press may leave out on a capital, the most common first.
_MARKS = ("\N{COMBINING ACUTE ACCENT}", "\N{COMBINING CIRCUMFLEX ACCENT}", "\N{COMBINING GRAVE ACCENT}")
_VOWELS = frozenset("AEIOU")


class Lemmas:
    """The lemma tables of a model."""

    def __init__(self, path: Path) -> None:
        import srsly
        from spacy.strings import get_string_id

        stored = srsly.msgpack_loads(path.read_bytes())
        self._hash = get_string_id
        self._lookup = stored["lemma_lookup"]
        self._index = self._by_pos(stored["lemma_index"], frozenset)
        self._exceptions = self._by_pos(stored["lemma_exc"], dict)
        self._rules = self._by_pos(stored["lemma_rules"], tuple)
        self._infinitives = frozenset(str(found[0]) for found in self._exceptions["VERB"].values())
        self.lemma = lru_cache(maxsize=30_000)(self._lemma)

    def _by_pos(self, table: dict[int, Any], kind: type) -> dict[str, Any]:
        keys = {pos: self._hash(pos.lower()) for pos in _RULED}
        return {pos: kind(table.get(key, ())) for pos, key in keys.items()}

    def _lemma(self, word: str, pos: str) -> str:
        """The lemma of a word as printed, read as a part of speech (``NOUN``, ``VERB`` …).

        A conjunction is its own: 'puis' is no form of 'pouvoir', nor 'soit' of 'être'.
        """
        if pos == _JOINING:
            return word.lower()
        if pos not in _RULED:
            return self._looked_up(word)
        low = self._accented(word, pos)
        if low in self._index[pos]:
            return low
        if found := self._exceptions[pos].get(low):
            return str(found[0])
        return self._by_rule(low, pos) or self._looked_up(low)

    def _accented(self, word: str, pos: str) -> str:
        """A word in small letters, the accent that its capital was printed without set again.

        Only where the tables list the word with the accent and not without it.
        """
        low = word.lower()
        if word[:1] not in _VOWELS or self._listed(low, pos):
            return low
        forms = (normalize("NFC", low[0] + mark + low[1:]) for mark in _MARKS)
        return next((form for form in forms if self._listed(form, pos)), low)

    def _listed(self, low: str, pos: str) -> bool:
        """Whether the tables list a form, or the form that one of their rules makes of it."""
        return self.known(low, pos) or self._by_rule(low, pos) in self._index[pos]

    def _by_rule(self, low: str, pos: str) -> str:
        index = self._index[pos]
        forms = [low[: len(low) - len(old)] + new for old, new in self._rules[pos] if low.endswith(old)]
        known = [form for form in forms if form and (form in index or not form.isalpha())]
        return next(iter(known or [form for form in forms if form]), "")

    def _looked_up(self, word: str) -> str:
        found = self._lookup.get(self._hash(word))
        return str(found[0]) if found else word

    def infinitive(self, form: str) -> str:
        """The infinitive of a verb form that the tables list; empty when they list none.

        An infinitive ('incendier') is its own; the tables name many only under their other forms.
        """
        found = self._exceptions["VERB"].get(form) or self._exceptions["AUX"].get(form)
        if found:
            return str(found[0])
        return form if form in self._index["VERB"] or form in self._infinitives else ""

    def known(self, form: str, pos: str) -> bool:
        """Whether the tables list a lower-case form under a part of speech."""
        return form in self._index[pos] or form in self._exceptions[pos]
