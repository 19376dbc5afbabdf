"""Cues at work: which words of a sentence are verbs of saying, in which form and voice.

The verb group ('n'a-t-il pas clairement démenti') is read from the written words; the parser is
only asked where a written form is a verb or a noun ('demande').
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from communique.coding.speech.words import Reading
from communique.languages.cues import Cue, Cues, VerbForm

Voice = Literal["active", "passive", "bare"]
GROUP = 8  # most words between an auxiliary and its participle
ADDRESSEE = 9  # most words of who is spoken to within a cue
ASIDE = 6  # most words between commas within a verb group
COORDINATION = 60  # most words between coordinated participles that share an auxiliary


class Hit(NamedTuple):
    """A cue at work: word indices of its group, and how the verb stands.

    ``first`` to ``last`` is the group with auxiliaries, clitics and the words that belong to the cue;
    ``pronoun`` is an inverted pronoun, ``clitic`` a dative one; ``shared`` the hit whose auxiliary
    and subject it shares ('a salué X et exigé Y').
    """

    first: int
    last: int
    verb: int
    cue: Cue
    form: str
    voice: Voice
    pronoun: int | None = None
    negated: bool = False
    shared: int | None = None


class HitFinder:
    """Finds the verbs of saying in a reading."""

    __slots__ = (
        "_adverbs",
        "_be",
        "_clitics",
        "_cues",
        "_determiners",
        "_have",
        "_negation",
        "_reading",
        "_reflexive",
    )

    def __init__(self, reading: Reading, cues: Cues) -> None:
        self._reading = reading
        self._cues = cues
        self._have = cues.of("have")
        self._be = cues.of("be")
        self._clitics = cues.of("clitics")
        self._reflexive = cues.of("reflexive")
        self._determiners = cues.of("determiners")
        self._negation = cues.of("negation")
        self._adverbs = cues.of("adverbs") | self._negation | cues.parts("adverb_phrases") - cues.of("and")

    def between(self, first: int, stop: int) -> tuple[Hit, ...]:
        """The verbs of saying among words ``first`` to before ``stop``, in order."""
        found: list[Hit] = []
        for i, word in enumerate(self._reading.words[first:stop], start=first):
            forms = self._cues.forms(word.low)
            hit = self._hit(i, forms, first, found[-1] if found else None) if forms else None
            if hit and not (found and found[-1].last >= hit.verb):
                found.append(hit)
        return tuple(found)

    def _hit(self, i: int, forms: tuple[VerbForm, ...], floor: int, before: Hit | None) -> Hit | None:
        ambiguous = len({f.form for f in forms}) > 1
        for form in sorted(forms, key=lambda f: f.form != "past"):
            if form.form == "past" and ambiguous and self._followed_by_pronoun(i):
                continue  # 'Le fort a tenu, dit-il': no participle beside the other one
            group = self._group(i, form, floor, before)
            bare = form.form == "past" and group is not None and group[1] == "bare"
            if group is None or (bare and (ambiguous or self._somebody(i, floor))):
                continue
            if form.form == "infinitive" and self._without(group[0], floor):
                continue
            cue, last = self._cue(i, form.lemma, group)
            if cue is None:
                continue
            pronoun = self._pronoun(group[0], max(last, i + 1))
            if pronoun is not None and pronoun > last:
                last = pronoun
            negated = any(self._reading.words[k].low in self._negation for k in range(group[0], last + 1))
            return Hit(group[0], last, i, cue, form.form, group[1], pronoun, negated, group[2])
        return None

    def _without(self, first: int, floor: int) -> bool:
        """'sans savoir que le fichier est piégé': nobody says so; 'non sans rappeler que' does."""
        words = self._reading.words
        if first <= floor or words[first - 1].low not in self._cues.of("without"):
            return False
        return first - 1 == floor or words[first - 2].low not in self._cues.of("not")

    def _group(
        self, i: int, form: VerbForm, floor: int, before: Hit | None
    ) -> tuple[int, Voice, int | None] | None:
        if form.form == "past":
            return self._participle(i, floor, before)
        words = self._reading.words
        first = self._before_clitics(i, floor)
        previous = words[i - 1].low if i > floor else ""
        nominal = self._nominal(i) and not (form.form == "present" and self._takes_pronoun(i, floor))
        if form.form == "infinitive":
            return None if nominal and previous in self._determiners else (first, "active", None)
        if (
            nominal
            and not self._followed_by_pronoun(i)
            and (previous in self._determiners or form.form == "present" or self._capital_noun(i))
        ):
            return None
        return first, "active", None

    def _somebody(self, i: int, floor: int) -> bool:
        """'a signifié au prévenu que', 'la détenue et l'accusé': a participle that is a noun."""
        return i > floor and self._reading.words[i - 1].low in self._determiners

    def _takes_pronoun(self, i: int, floor: int) -> bool:
        """'…, les qualifiant d'ingérence': a pronoun behind a comma belongs to a participle."""
        words = self._reading.words
        return i - 2 >= floor and words[i - 1].low in self._clitics and words[i - 2].low == ","

    def _capital_noun(self, i: int) -> bool:
        found = self._reading.token(i)
        return bool(
            found and found[1].pos == "PROPN" and self._reading.text[self._reading.words[i].start].isupper()
        )

    def _nominal(self, i: int) -> bool:
        """Whether the parser takes the word for a noun; not in 'elle leur reproche de mentir'."""
        words = self._reading.words
        if i > 1 and words[i - 1].low in self._clitics and words[i - 2].low in self._cues.of("subjects"):
            return False
        if i > 1 and words[i - 1].low in self._cues.of("itself"):
            return False  # 's'indigne' is no adjective
        found = self._reading.token(i)
        return bool(found and found[1].pos in ("NOUN", "PROPN", "ADJ"))

    def _followed_by_pronoun(self, i: int) -> bool:
        words = self._reading.words
        return i + 1 < len(words) and words[i + 1].glued

    def _participle(self, i: int, floor: int, before: Hit | None) -> tuple[int, Voice, int | None]:
        words = self._reading.words
        at = self._before_aside(i - 1, floor)
        while at >= floor and i - at <= GROUP and self._inside_group(at):
            at -= 1
        if at >= floor and words[at].low in self._have and not words[at].is_mark:
            return self._before_clitics(at, floor), "active", None
        if at >= floor and words[at].low in self._be:
            first = self._before_clitics(at, floor)
            reflexive = any(words[k].low in self._reflexive for k in range(first, at))
            if not reflexive and words[at - 1].low in self._have and at - 1 >= floor:
                return self._before_clitics(at - 1, floor), "passive", None
            return first, "active" if reflexive else "passive", None
        joined = at >= floor and words[at].low in self._cues.of("and") | self._cues.of("but") | {","}
        if (
            joined
            and before
            and before.voice == "active"
            and before.form == "past"
            and i - before.verb < COORDINATION
        ):
            return i, "active", before.verb
        if joined and self._shares_auxiliary(i):
            return i, "active", None
        return i, "bare", None

    def _before_aside(self, at: int, floor: int) -> int:
        """Past words between commas: 'avait, vendredi, pressé Paris de …'."""
        words = self._reading.words
        if at <= floor or words[at].low != ",":
            return at
        for k in range(at - 1, max(floor, at - ASIDE), -1):
            if words[k].low == ",":
                auxiliary = words[k - 1].low in self._have | self._be and k > floor
                return k - 1 if auxiliary and not words[k - 1].is_mark else at
            if words[k].quote >= 0 or self._reading.is_finite(k):
                return at
        return at

    def _shares_auxiliary(self, i: int) -> bool:
        """'ont rencontré l'émissaire et réclamé que …': joined to a verb of another kind."""
        found = self._reading.token(i)
        if not found or found[1].dep != "conj":
            return False
        sentence, token = found
        auxiliaries = [c for c in sentence.children(token.head) if c.dep == "aux:tense"]
        return any(c.low in self._have and c.feature("VerbForm") == "Fin" for c in auxiliaries)

    def _inside_group(self, at: int) -> bool:
        word = self._reading.words[at]
        if word.glued:
            return True
        return word.low in self._adverbs or (
            word.low.endswith(self._cues.adverb_ending) and len(word.low) > 5
        )

    def _before_clitics(self, i: int, floor: int) -> int:
        words = self._reading.words
        while i > floor and words[i - 1].low in self._clitics and not words[i - 1].glued:
            found = self._reading.token(i - 1)
            if (
                words[i - 1].low in self._determiners
                and found
                and found[1].pos == "DET"
                and found[1].dep != "obj"
            ):
                break
            i -= 1
        return i

    def _cue(self, i: int, lemma: str, group: tuple[int, Voice, int | None]) -> tuple[Cue | None, int]:
        words = self._reading.words
        first, voice, _ = group
        lows = {words[k].low for k in range(first, i)}
        reflexive = voice != "passive" and bool(lows & {"se", "s'", "me", "m'"})
        for cue in self._cues.of_verb(lemma):
            if cue.reflexive != reflexive or (cue.clitic and cue.clitic not in lows):
                continue
            last = self._tail(i, cue)
            if last is not None:
                return cue, last
        return None, i

    def _tail(self, i: int, cue: Cue) -> int | None:
        """Index of the last word of the cue's fixed words; a few adverbs may stand before them."""
        words, at = self._reading.words, i + 1
        for number, wanted in enumerate(cue.tail):
            skipped = 0
            at = self._past_addressee(at, wanted) if number else at
            while (
                number == 0
                and at < len(words)
                and words[at].low != wanted
                and skipped < 4
                and (self._inside_group(at) or words[at].low in self._clitics)
            ):
                at, skipped = at + 1, skipped + 1
            if at >= len(words) or not _same(words[at].low, wanted, self._cues):
                return None
            at += 1
        return at - 1

    def _past_addressee(self, at: int, wanted: str) -> int:
        """'a fait part à son homologue de sa « préoccupation »': to the last word of the cue."""
        words, of = self._reading.words, self._cues.of("of")
        if wanted not in of or at >= len(words) or words[at].low not in self._cues.of("to"):
            return at
        for k in range(at + 2, min(len(words), at + ADDRESSEE)):
            if words[k].is_mark:
                break
            if words[k].low in of:
                return k
        return at

    def _pronoun(self, first: int, last: int) -> int | None:
        words = self._reading.words
        for k in range(first, min(last + 1, len(words))):
            if words[k].glued:
                return k
        return None


def _same(low: str, wanted: str, cues: Cues) -> bool:
    for job in ("of", "to"):
        forms = cues.of(job)
        if wanted in forms:
            return low in forms
    return low == wanted
