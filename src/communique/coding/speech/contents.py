"""Contents: the words that complete a cue.

A cue is completed by a clause, an infinitive, quoted words or a noun phrase (see
:mod:`communique.coding.speech.nominal`), as its entry allows; where these end is told by
:mod:`communique.coding.speech.reach`.
"""

from __future__ import annotations

from communique.coding.speech.announced import AnnouncedFinder
from communique.coding.speech.finder import Content, UnitFinder
from communique.coding.speech.hits import Hit
from communique.coding.speech.nominal import MAX_PHRASE, NominalFinder
from communique.coding.speech.reach import STOPS, Reach
from communique.coding.speech.words import Reading, Unit
from communique.languages.cues import Cues

MAX_GAP = 22  # most words between a cue and the clause that completes it
MAX_ADDRESSEE = 9  # most words of an addressee between a cue and its infinitive


class ContentFinder(UnitFinder):
    """Finds contents of cues within a unit."""

    __slots__ = ("_announced", "_brief", "_nouns", "_starts")

    def __init__(
        self, reading: Reading, cues: Cues, *, unit: Unit, hits: tuple[Hit, ...], reach: Reach
    ) -> None:
        super().__init__(reading, cues, unit=unit, reach=reach)
        self._nouns = NominalFinder(reading, cues, unit=unit, reach=reach)
        self._announced = AnnouncedFinder(reading, cues, unit=unit, reach=reach)
        self._starts = {h.first: h for h in hits}
        self._brief = False

    def of(self, hit: Hit) -> Content | None:
        """The content of a verb that stands before it; None when nothing completes the verb."""
        takes = hit.cue.takes
        # A participle or infinitive that opens the sentence is followed by the main clause after a comma.
        self._brief = hit.form in ("present", "infinitive") and hit.first - self._unit.first <= 2
        for construction in ("inf", "inf_adj", "a_that", "que", "si", "quote", "a_inf", "de_inf", "pour_inf"):
            if construction in takes and (content := self._clausal(hit, construction)):
                return content
        for construction in takes:
            if content := self._nouns.of(hit, construction):
                return content
        return self._announced.of(hit)

    def _clausal(self, hit: Hit, construction: str) -> Content | None:
        if construction in ("que", "si"):
            return self._that(hit, construction)
        if construction in ("inf", "inf_adj"):
            return self._infinitive(hit)
        if construction == "quote":
            return self._quoted(hit)
        if construction == "a_that":
            return self._to_what(hit)
        job = {"a_inf": "to", "de_inf": "of", "pour_inf": "for"}[construction]
        return self._marked_infinitive(hit, construction, job)

    def _to_what(self, hit: Hit) -> Content | None:
        """'s'engage à ce que l'aide arrive': a clause behind the preposition, with it."""
        words = self._reading.words
        at = self._nouns.after_adverbs(hit.last + 1)
        if self._cues.phrase_at("to_what", [w.low for w in words[at : at + 3]]):
            return self._clause(at, "que", gap=(hit.last + 1, at))
        return None

    def that_at(self, hit: Hit) -> int | None:
        """Index of the 'que' or 'si' that completes the verb."""
        for construction, job in (("que", "that"), ("si", "whether")):
            if construction in hit.cue.takes and (at := self._find_that(hit, job)) is not None:
                return at
        return None

    def _find_that(self, hit: Hit, job: str) -> int | None:
        words, wanted = self._reading.words, self._cues.of(job)
        blockers = self._cues.of("before_that")
        limit = min(self._unit.stop, hit.last + 1 + (MAX_GAP if job == "that" else 3))
        past = hit.last
        for k in range(hit.last + 1, limit):
            word = words[k]
            if k <= past:
                continue  # 'a répété, selon son cabinet, que …'
            past = max(past, self._reach.attached_stop(k))
            if k <= past:
                continue
            if self._opens_infinitive(hit, k):
                return None  # 'promet de quitter la Cour, que son pays avait rejointe'
            if word.low in wanted and word.quote < 0:
                if self._blocked(k, hit, blockers) or self._is_relative(k, hit):
                    continue
                return k
            if (
                word.low in STOPS
                or word.low in self._cues.of("relatives")
                or (k in self._starts and k > hit.last + 1)
            ):
                return None
            if word.quote < 0 and k > hit.last + 1 and self._reading.is_finite(k):
                return None
        return None

    def _opens_infinitive(self, hit: Hit, k: int) -> bool:
        """Whether word ``k`` opens the infinitive that the verb asks for."""
        low = self._reading.words[k].low
        of, to = hit.cue.allows("de_inf"), hit.cue.allows("a_inf")
        marked = (of and low in self._cues.of("of")) or (to and low in self._cues.of("to"))
        return marked and self._infinitive_after(k + 1) and not self._locution(k)

    def _blocked(self, k: int, hit: Hit, blockers: frozenset[str]) -> bool:
        """Whether 'que' goes on a conjunction: 'bien que'; in 'déclare ainsi que' it completes the verb."""
        low = self._reading.words[k - 1].low
        adverbs = self._cues.of("adverbs") & (self._cues.of("discourse") | self._cues.of("even"))
        adverb = k - 1 == hit.last + 1 and low in adverbs  # 'affirme même que'
        return low in blockers and not adverb

    def _is_relative(self, k: int, hit: Hit) -> bool:
        """Whether a 'que' takes up the noun before it ('les mesures que …')."""
        if k == hit.last + 1:
            return False
        words = self._reading.words
        if self._takes_up(k - 1):
            return True  # '…, ce que Kiev n'a pas confirmé', 'contrairement à ce que …'
        if hit.cue.addressee == "object" and words[k - 1].low != ",":
            return False  # 'a averti la chancellerie que …'
        if self._asked(k, hit):
            return False  # 'réclame du pouvoir qu'il cède'
        if self._reach.attached_stop(k - 1, ends=True):
            return False
        if words[k - 1].low == "," and hit.voice != "active":
            return True  # 'le texte voulu par Riad, que Téhéran refuse'
        noun_at = k - 2 if words[k - 1].low == "," else k - 1  # 'a promis son veto, que la majorité …'
        found, before = self._reading.token(k), self._reading.token(noun_at)
        day = words[k - 1].low in self._cues.of("moments") | self._cues.of("adverbs")
        parts = ("NOUN", "PROPN") if words[k - 1].low == "," else ("NOUN", "ADJ")
        noun = before is not None and before[1].pos in parts and not day
        # It does in 'réclame des précisions que …', it does not in 'a dit à la BBC que …'.
        phrase = any(
            words[j].low in self._cues.of("articles")
            and words[j - 1].low not in self._cues.of("prepositions")
            and words[min(j + 1, k)].low not in self._cues.of("moments")
            for j in range(hit.last + 1, k)
        )
        return bool(found and noun and (phrase or self._of_noun(k, hit)))

    def _asked(self, k: int, hit: Hit) -> bool:
        """'exige de l'armée qu'elle parte': who is asked stands behind 'de', and a subjunctive follows."""
        words = self._reading.words
        if hit.cue.force != "request" or words[hit.last + 1].low not in self._cues.of("of"):
            return False
        verb = next(
            (j for j in range(k + 1, min(self._unit.stop, k + 6)) if self._reading.is_finite(j)), None
        )
        found = self._reading.token(verb) if verb is not None else None
        return words[k + 1].low in self._cues.of("subjects") and found is not None

    def _takes_up(self, k: int) -> bool:
        """Whether word ``k`` is the 'ce' of 'ce que'; not in 'se félicite de ce que'."""
        words = self._reading.words
        return words[k].low in self._cues.of("demonstratives") and words[k - 1].low not in self._cues.of("of")

    def _of_noun(self, k: int, hit: Hit) -> bool:
        """'a protesté contre les raids que mène …': a relative of what is spoken of."""
        found = self._reading.token(k)
        if found is None or found[1].feature("PronType") != "Rel":
            return False
        objects = (
            self._cues.of("against") | self._cues.of("about") | self._cues.of("of") | self._cues.of("for")
        )
        return self._reading.words[hit.last + 1].low in objects

    def _that(self, hit: Hit, construction: str) -> Content | None:
        at = self._find_that(hit, "that" if construction == "que" else "whether")
        if at is None or (construction == "que" and self._restricted(hit, at)):
            return None
        start = at + 1 if construction == "que" else at
        return self._clause(start, construction, gap=(hit.last + 1, at))

    def _restricted(self, hit: Hit, at: int) -> bool:
        """'ne répond qu'aux questions': only; not 'n'ignore pas que'."""
        words = self._reading.words
        group = {words[k].low for k in range(hit.first, at)}
        return bool(group & self._cues.of("ne")) and not group & self._cues.of("negation")

    def _clause(self, start: int, built: str, *, gap: tuple[int, int]) -> Content | None:
        start = self._reach.skip_comma(start)
        ranges = self._reach.clause_ranges(start, finite=built in ("que", "si", "clause"), brief=self._brief)
        return Content(ranges, built, gap) if ranges else None

    def _infinitive(self, hit: Hit) -> Content | None:
        words = self._reading.words
        at = self._nouns.after_adverbs(self._nouns.after_aside(hit.last + 1))
        at = self._nouns.after_moment(at)
        k = at
        while k < self._unit.stop and k - at < 4 and words[k].low in self._light():
            k += 1
        if k < self._unit.stop and self._is_infinitive(k):
            group = {w.low for w in words[hit.first : k]}
            negated = hit.negated or bool(group & self._cues.of("ne"))  # 'ni l'un ni l'autre n'ont voulu'
            silent = negated and words[k].low in self._cues.of("silence")
            return None if silent else self._clause(at, "inf", gap=(hit.last + 1, at))
        at = self._past_addressee(at)
        return self._clause(at, "inf", gap=(hit.last + 1, at)) if at > k else None

    def _past_addressee(self, at: int) -> int:
        """'ont dit à la radio avoir vu des blindés': the infinitive after who is spoken to; 0 for none.

        Also behind where it was said ('a démenti sur Twitter être malade').
        """
        words, stop = self._reading.words, min(self._unit.stop, at + MAX_ADDRESSEE)
        spoken = self._cues.of("to") | self._cues.of("at") | self._cues.of("said_where")
        if at >= stop or words[at].low not in spoken:
            return 0
        for k in range(at + 2, stop):
            if words[k].low in STOPS or words[k].low == "," or words[k].quote >= 0:
                return 0
            if self._is_infinitive(k) and words[k - 1].low not in self._cues.of("prepositions"):
                return next(j for j in range(k, at, -1) if words[j - 1].low not in self._light())
        return 0

    def _light(self) -> frozenset[str]:
        return self._cues.of("clitics") | self._cues.of("negation")

    def _is_infinitive(self, k: int) -> bool:
        return self._reading.is_infinitive(k)

    def _marked_infinitive(self, hit: Hit, construction: str, job: str) -> Content | None:
        words, marks = self._reading.words, self._cues.of(job)
        for k in range(hit.last + 1, min(self._unit.stop, hit.last + 1 + MAX_PHRASE)):
            if (
                words[k].low in STOPS
                or words[k].low in self._cues.of("relatives")
                or (k > hit.last + 1 and words[k].quote < 0 and self._reading.is_finite(k))
                or (k in self._starts and words[k - 1].low == ",")
            ):
                return None
            if words[k].low in marks and self._infinitive_after(k + 1) and not self._locution(k):
                start = k
                quote = self._reading.quote_from(k)
                if quote and quote.open == words[k - 1].start and k - 1 > hit.last:
                    start = k
                return self._clause(start, construction, gap=(hit.last + 1, k))
        return None

    def _locution(self, k: int) -> bool:
        """'à partir de jeudi': no infinitive of its own."""
        words = self._reading.words
        following = [w.low for w in words[k : k + 3]]
        if words[k - 1].low in self._cues.of("aside_of"):
            return True
        return self._cues.phrase_at("locutions", following) > 0

    def _infinitive_after(self, k: int) -> bool:
        words, light = self._reading.words, self._light()
        stop = min(self._unit.stop, k + 5)
        while k < stop and (
            words[k].low in light or (words[k].is_mark and words[k].quote >= 0) or self._adverbial(k)
        ):
            k += 1
        return k < stop and self._is_infinitive(k)

    def _adverbial(self, k: int) -> bool:
        return self._reading.words[k].low in self._cues.of("adverbs") or self._nouns.is_adverb(k)

    def _quoted(self, hit: Hit) -> Content | None:
        """'… a déclaré : «', '… a dit «': a quotation that follows the verb at once or after a colon."""
        words = self._reading.words
        for k in range(hit.last + 1, min(self._unit.stop, hit.last + 1 + 2 * MAX_GAP)):
            quote = self._reading.quote_from(k)
            if quote:
                stop = self._reach.quote_stop(k)
                adjacent = k == hit.last + 1 and any(self._reading.is_finite(j) for j in range(k, stop))
                if quote.open == words[k].start and (
                    words[k - 1].low == ":" or adjacent or self._parted(hit, k)
                ):
                    return Content(((k, stop),), "quote", (hit.last + 1, k))
                return None
            if words[k].low in STOPS - {":"} or words[k].low in self._cues.of("relatives"):
                return None
            if self._reach.tells_at(k):
                return None  # 'a trouvé refuge à Lima, a dit le ministre : « … »'
            if k in self._starts:
                return None  # 'reproche à X de mentir, ce que X conteste : « … »': told by the nearer verb
            if words[k].low == ":" and not (k + 1 < len(words) and self._reading.quote_from(k + 1)):
                return None
        return None

    def _parted(self, hit: Hit, k: int) -> bool:
        """'avant d'écrire, dans un message, « …': a phrase between commas precedes the quotation."""
        words = self._reading.words
        between = words[hit.last + 1].low == "," == words[k - 1].low and k - hit.last > 3
        return between and words[hit.last + 2].low in self._cues.of("said_in")
