"""What a written form may be of a verb: the model's tables and the language's endings together."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from communique.coding.parsing.lemmas import Lemmas
from communique.languages.tokens import Auxiliary, ParticipleEntry, TokenWords

# Least letters before an ending, and of an infinitive: below, chance finds verbs ('de' → 'der').
_LEAST_STEM = 2
_LEAST_VERB = 4


class Verbs:
    """Infinitives and features of verb forms, in lower case with straight apostrophes."""

    def __init__(self, words: TokenWords, lemmas: Lemmas) -> None:
        self.words = words.words
        self._endings = sorted(words.finite, key=lambda entry: (not entry.infinitive, -len(entry.ending)))
        self._participles = words.participles
        self._plural, self._feminine = words.words.plural, words.words.feminine
        self._infinitive_ending = words.participles[0].infinitive
        self.auxiliaries = dict(words.auxiliaries)
        self.telling = words.words.saying | words.words.quoting
        self.oblique_relatives = words.words.relative - words.words.relative_subject
        self.asides = _by_first(words.words.asides)
        self._given = dict(words.lemmas)
        self._lemmas = lemmas
        self.participle = lru_cache(maxsize=20_000)(self._participle)
        self.finite = lru_cache(maxsize=20_000)(self._finite)
        self.infinitive = lru_cache(maxsize=20_000)(self._infinitive)

    def auxiliary(self, low: str) -> Auxiliary | None:
        """The auxiliary that a form belongs to ('auraient': avoir, conditional), or None."""
        return self.auxiliaries.get(low)

    def noun(self, low: str) -> bool:
        """Whether the tables list the form, or its singular, as a noun."""
        return self._lemmas.known(low, "NOUN") or self._lemmas.known(low.removesuffix(self._plural), "NOUN")

    def singular(self, low: str) -> str:
        """The lemma of the form, read as a noun."""
        return self._lemmas.lemma(low, "NOUN")

    def adjective(self, low: str) -> bool:
        """Whether the tables list the form as an adjective."""
        return self._lemmas.known(low, "ADJ")

    def pronoun(self, low: str) -> bool:
        """Whether the tables list the form as a pronoun."""
        return self._lemmas.known(low, "PRON")

    def adverb(self, low: str) -> bool:
        """Whether the tables list the form as an adverb."""
        return self._lemmas.known(low, "ADV")

    def _infinitive(self, low: str) -> str:
        """The verb that any form belongs to; empty when none is known."""
        if given := self._given.get(low) or self._lemmas.infinitive(low):
            return given
        participle, finite = self._participle(low), self._finite(low)
        return (participle or finite or ("", ""))[0] or self._by_shorter(low)

    def _by_shorter(self, low: str) -> str:
        """Forms without an entry of their own ('frappons', 'téléphona'): the stem with 'er'."""
        for length in range(1, 7):
            stem = low[:-length]
            if len(stem) >= _LEAST_STEM and self._lemmas.known(stem + self._infinitive_ending, "VERB"):
                return stem + self._infinitive_ending
        return ""

    def _participle(self, low: str) -> tuple[str, str] | None:
        """Infinitive, gender and number of a past participle ('reprise': reprendre); else None."""
        for entry in self._participles:
            for ending in (entry.regular, *entry.endings, *entry.doubtful):
                if (
                    low.endswith(ending)
                    and len(low) > len(ending)
                    and (verb := self._of_participle(low, ending, entry))
                ):
                    return verb, self._agreement(low, verb, entry.feats)
        return None

    def _of_participle(self, low: str, ending: str, entry: ParticipleEntry) -> str:
        """The verb of a participle with this ending; empty when it is none ('finit', 'recevait', 'crie')."""
        verb = low[: -len(ending)] + entry.infinitive
        if ending == entry.regular and self._lemmas.known(verb, "VERB"):
            return verb
        verb = self._given.get(low) or self._lemmas.infinitive(low)
        present = low.endswith(self._feminine) and verb == low + self._infinitive_ending[-1:]
        if not verb or verb == low or present:
            return ""
        if ending in entry.doubtful and not self._inflects(low, verb):
            return ""
        return verb

    def _inflects(self, low: str, verb: str) -> bool:
        """Whether a feminine stands beside 'dit' (dite), or a singular beside 'partis' (parti)."""
        return verb in {
            self._lemmas.infinitive(low + self._feminine),
            low.endswith(self._plural) and self._lemmas.infinitive(low[:-1]),
        }

    def _agreement(self, low: str, verb: str, feats: str) -> str:
        """'partis' is the plural of 'parti'; 'pris' has no 'pri' beside it, and shows no number."""
        if low.endswith(self._plural) and "Number=Sing" in feats:
            shorter = self._lemmas.infinitive(low[:-1]) == verb
            return feats.replace("Sing", "Plur") if shorter else feats.split("|", maxsplit=1)[0]
        return feats

    def _finite(self, low: str) -> tuple[str, str] | None:
        """Infinitive and features of a finite form in the third person; None for other words.

        Endings that give an infinitive decide first, the longest before; a form with a spelling of its own
        ('annonçait', 'appelle') is looked up.
        """
        for entry in self._endings:
            if not low.endswith(entry.ending):
                continue
            verb = low[: -len(entry.ending)] + entry.infinitive
            if entry.infinitive and len(verb) >= _LEAST_VERB and self._lemmas.known(verb, "VERB"):
                return self._given.get(low, verb), entry.feats
            listed = self._given.get(low) or self._lemmas.infinitive(low)
            shorter = len(entry.ending) > 1 and listed.startswith(low)  # 'dément' of 'démentir' is no plural
            if listed and not shorter and listed != low and listed.endswith(entry.infinitive):
                return listed, entry.feats
        return None


def _by_first(phrases: Iterable[str]) -> dict[str, tuple[list[str], ...]]:
    """Phrases as lists of words, by their first."""
    found: dict[str, tuple[list[str], ...]] = {}
    for parts in (phrase.split() for phrase in phrases):
        found[parts[0]] = (*found.get(parts[0], ()), parts)
    return found
