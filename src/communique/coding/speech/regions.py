"""Regions: the words that an incise or a source phrase tells of."""

from __future__ import annotations

from communique.coding.speech.hits import Hit
from communique.coding.speech.quotes import DASHES
from communique.coding.speech.reach import STOPS, Ranges, Reach
from communique.coding.speech.sources import Incise
from communique.coding.speech.words import Reading, Unit
from communique.languages.cues import Cues

APPOSITION = 16  # most words of a name or post that follows a source between commas
NAME = 4  # most words of a speaker's name between commas
NUMBER = 5  # most words of a number with what it counts
CAPITALS = 3  # least letters of a town in capitals that opens a dateline
DATELINE_DASHES = DASHES + "-"
DATELINE = 14  # most words of a dateline
BESIDE = 6  # most words between 'selon lui' and the quoted words that it vouches for


class RegionFinder:
    """Finds regions within a unit."""

    __slots__ = ("_cues", "_hits", "_reach", "_reading", "_unit")

    def __init__(
        self, reading: Reading, cues: Cues, *, unit: Unit, hits: tuple[Hit, ...], reach: Reach
    ) -> None:
        self._reading = reading
        self._cues = cues
        self._unit = unit
        self._hits = hits
        self._reach = reach

    def after(self, incise: Incise) -> Ranges:
        """'Selon Riad, …': the clause that follows."""
        return self.clause(self._past_apposition(incise.stop + 1))

    def _past_apposition(self, k: int) -> int:
        """'Selon son avocat, Karim Belaïd, le dossier est vide': past the name between commas."""
        words = self._reading.words
        found = self._reading.token(k) if k < self._unit.stop and words[k].quote < 0 else None
        if found and words[k].low in self._cues.of("relatives"):  # 'Selon la BBC, qui cite un diplomate, …'
            return self._past_relative(k)
        of = found and found[1].pos == "ADP" and words[k].low in self._cues.of("of")  # 'Pour X, du NPA, …'
        if not found or not (of or found[1].pos in ("NOUN", "PROPN", "ADJ")):
            return k
        for j in range(k + 1, min(self._unit.stop, k + APPOSITION)):
            if self._reading.is_finite(j) or words[j].low in STOPS or words[j].quote >= 0:
                break
            if words[j].low == ",":
                return j + 1
        return k

    def _past_relative(self, k: int) -> int:
        words = self._reading.words
        for j in range(k + 1, min(self._unit.stop, k + APPOSITION)):
            if words[j].low in STOPS or words[j].quote >= 0:
                break
            if words[j].low == ",":
                return j + 1 if any(self._reading.is_finite(i) for i in range(j, self._unit.stop)) else k
        return k

    def clause(self, start: int) -> Ranges:
        """The clause that starts at word ``start``."""
        return self._reach.clause_ranges(start, finite=True, whole=True)

    def before(self, incise: Incise, cursor: int, rest: tuple[Incise, ...]) -> Ranges:
        """The words that an incise after them tells of, with what goes on behind it."""
        words = self._reading.words
        after = incise.stop
        goes_on = after < self._unit.stop and words[after].low == ","
        first, stop = self._start_of(cursor, incise.first, goes_on=goes_on), incise.first
        while (
            stop > first
            and words[stop - 1].low in {",", "\u2013", "\u2014", "-", "("}
            and words[stop - 1].quote < 0
        ):
            stop -= 1
        if stop <= first or self._only_name(first, stop):
            return ()
        counted = self._rival_count(first, incise, rest)
        if counted is not None:
            return ((counted, stop),)
        ranges = [(first, stop)]
        following = incise.stop + 1
        if following < self._unit.stop and words[incise.stop].low in {",", "\u2013", "\u2014"}:
            ranges.extend(self._continued(first, stop, incise, rest))
        return tuple(ranges)

    def _rival_count(self, first: int, incise: Incise, rest: tuple[Incise, ...]) -> int | None:
        """'ils étaient 6 000 selon la police, 30 000 selon la CGT': each vouches for its number alone."""
        words = self._reading.words
        others = [i for i in rest if i.hit is None and self._number_before(i.first, incise.stop) is not None]
        if incise.hit or words[incise.first - 1].is_mark:
            return None
        number = self._number_before(incise.first, first)
        return number if others or number == first else None

    def _number_before(self, k: int, floor: int) -> int | None:
        """The first word of '30 000 personnes' right before word ``k``."""
        words, number = self._reading.words, None
        for j in range(k - 1, max(floor, k - NUMBER) - 1, -1):
            found = self._reading.token(j)
            if found and (found[1].pos == "NUM" or words[j].low.isdigit()):
                number = j
            elif number is not None or not found or found[1].pos not in ("NOUN", "ADJ"):
                break
        return number

    def _only_name(self, first: int, stop: int) -> bool:
        """'« … », a dit le ministre, Karim Belaïd, selon l'agence': a speaker's name is told of by nobody."""
        found = [self._reading.token(k) for k in range(first, stop)]
        return stop - first <= NAME and all(f is not None and f[1].pos == "PROPN" for f in found)

    def within(self, incise: Incise) -> Ranges:
        """'…, qui, selon Riad, prépare une attaque, …': the rest of the relative clause."""
        words = self._reading.words
        first = incise.stop + 1
        stop = first
        while stop < self._unit.stop and words[stop].low not in {",", ".", ";", ":", ")"}:
            stop += 1
        return ((first, stop),) if stop > first + 1 or self._reading.is_finite(first) else ()

    def beside(self, incise: Incise) -> Ranges:
        """'jugé selon lui « inacceptable »': the quoted words next to a source phrase."""
        words = self._reading.words
        for k in range(incise.stop, min(self._unit.stop, incise.stop + BESIDE)):
            if words[k].low in ",.;:":
                break
            if words[k].quote >= 0:
                return ((k, self._reach.quote_stop(k)),)
        return ()

    def amid(self, incise: Incise, cursor: int) -> Ranges:
        """'Les rebelles ont selon lui attaqué la ville': the clause on both sides of a source phrase."""
        first = self._start_of(cursor, incise.first, goes_on=False)
        return ((first, incise.first), *self.clause(incise.stop))

    def trailing(self, incise: Incise) -> bool:
        """Whether nothing of its sentence follows a source phrase."""
        words = self._reading.words
        return incise.stop >= self._unit.stop or words[incise.stop].low in ".!?"

    def _continued(
        self, first: int, stop: int, incise: Incise, rest: tuple[Incise, ...]
    ) -> list[tuple[int, int]]:
        """What follows an incise and belongs to the words before it."""
        words, following = self._reading.words, incise.stop + 1
        quoted = words[stop - 1].quote >= 0
        if words[following].low in self._cues.of("relatives") and not quoted and incise.stop > incise.name:
            return []  # 'Trop tard, selon le maire, qui refuse de céder'
        if quoted and words[following].quote >= 0:
            end = self._reach.quote_stop(following)
            if any(end <= i.first <= end + 2 for i in rest):
                return []
            return [(following, end)]
        if quoted and self._coordinated_quote(following, rest):
            return list(self._reach.clause_ranges(following, finite=True))
        last = words[stop - 1]
        hanging = last.quote < 0 and (self._reading.is_finite(stop - 1) or last.low in self._cues.of("that"))
        if incise.hit is None and self._waits(following):
            return list(self._reach.clause_ranges(following, finite=True))
        complete = not hanging and any(self._reading.is_finite(k) for k in range(first, stop))
        if complete and (quoted or not self._goes_on(following, incise, rest)):
            return []
        if quoted and words[first].quote == words[stop - 1].quote:
            return []
        return list(self._reach.clause_ranges(following, finite=True))

    def _waits(self, following: int) -> bool:
        """'Dakar a accueilli, d'après le HCR, sur son sol …': an adverbial behind the source phrase.

        Not '…, selon Riad, dans un communiqué'.
        """
        words, cues = self._reading.words, self._cues
        opens = words[following].low in cues.of("prepositions") | cues.of("more") | cues.of("to")
        stops = (k for k in range(following, self._unit.stop) if words[k].low in STOPS | {","})
        end = next(stops, self._unit.stop)
        rest = range(following, end)
        if not opens or end <= following + 1 or words[min(end, self._unit.stop - 1)].low == ",":
            return False
        told = cues.channel_in(self._reading.text[words[following].start : words[end - 1].end])
        inner = cues.of("relatives") | cues.of("that") | cues.of("subordinate")
        finite = next((k for k in rest if self._reading.is_finite(k)), end)
        nested = any(words[k].low in inner for k in range(following, finite))
        return not told and (finite == end or nested)

    def _goes_on(self, following: int, incise: Incise, rest: tuple[Incise, ...]) -> bool:
        """'Les combats ont cessé, a dit le général, et les routes sont libres': told by the same.

        Not where somebody else speaks there, nor a contrast to a source ('selon la police, mais …').
        """
        low = self._reading.words[following].low
        if low not in self._cues.of("going_on") or (low in self._cues.of("but") and not incise.hit):
            return False
        if incise.hit is None and low in self._cues.of("and") and self._reach.new_subject(following + 1):
            return False  # '…, selon la police, et des renforts ont été envoyés': the outlet goes on
        if low in self._cues.of("that"):
            return not rest  # 'il ne réclame pas, dit-il, que l'on reprenne'
        spoken = (h for h in self._hits if h.first > following and h.form in ("finite", "past"))
        return not rest and not any(h.voice == "active" for h in spoken)

    def _coordinated_quote(self, following: int, rest: tuple[Incise, ...]) -> bool:
        """'…», a-t-il dit, mais de « défendre la vérité »': quoted words that go on without a cue."""
        words = self._reading.words
        joined = words[following].low in self._cues.of("and") | self._cues.of("but")
        later = any(h.first > following for h in self._hits) or bool(rest)
        return joined and not later and any(words[k].quote >= 0 for k in range(following, self._unit.stop))

    def _past_opening(self, k: int, stop: int) -> int:
        """Past 'De son côté,' and past a participle clause before the main one ('Se disant prêt, …')."""
        words = self._reading.words
        length = self._cues.phrase_at("discourse", [w.low for w in words[k : k + 5]])
        quote = self._reading.quote_from(k + length) if length and k + length < stop else None
        if quote and quote.open == words[k + length].start and self._reach.quote_stop(k + length) >= stop:
            return k + length
        if length and k + length < stop and words[k + length].low == ",":
            return k + length + 1
        for j in (k, k + 1):
            found = self._reading.token(j) if j < stop and words[j].quote < 0 else None
            if found and found[1].feature("VerbForm") == "Part" and found[1].feature("Tense") == "Pres":
                comma = next((c for c in range(j, stop) if words[c].low == "," and words[c].quote < 0), None)
                if comma and any(self._reading.is_finite(c) for c in range(comma, stop)):
                    return comma + 1
        return k

    def _start_of(self, cursor: int, stop: int, *, goes_on: bool) -> int:
        """Where the words before an incise begin: after a colon, or with a quotation after an adverbial."""
        words = self._reading.words
        k = self._past_clause(self._past_dateline(cursor, stop), stop, goes_on=goes_on)
        while k < stop and words[k].low in {",", ";", ".", "-", "\u2013", "\u2014"} and words[k].quote < 0:
            k += 1
        k = self._past_opening(k, stop)
        for j in range(k, stop):
            quote = self._reading.quote_from(j)
            if quote:
                if (
                    quote.open == words[j].start
                    and j > k
                    and (words[j - 1].low == ":" or self._heading(k, j, stop))
                ):
                    return j
                break
        return k

    def _past_dateline(self, k: int, stop: int) -> int:
        """Past 'KHARTOUM, 27 octobre (Méridienne) – '."""
        words = self._reading.words
        if k != self._unit.first or k >= stop:
            return k
        opening = self._reading.text[words[k].start : words[k].end]
        if not opening.isupper() or len(opening) < CAPITALS:
            return k
        for j in range(k + 1, min(stop, k + DATELINE)):
            if self._reading.is_finite(j) or words[j].quote >= 0:
                break
            if words[j].low in DATELINE_DASHES and words[j].start > words[j - 1].end:
                return j + 1
        return k

    def _past_clause(self, first: int, stop: int, *, goes_on: bool) -> int:
        """Past 'Washington a minimisé :' and 'Les premiers soldats sont là ;': clauses of the outlet."""
        words, reading = self._reading.words, self._reading
        for k in range(stop - 1, first, -1):
            if words[k].low not in {":", ";"} or words[k].quote >= 0 or self._reach.counts_others(k):
                continue
            before = any(self._verb(j) for j in range(first, k) if words[j].quote < 0)
            parted = goes_on  # 'il hésite ; mais Kiev, dit-il, « refuse »'
            if before and (parted or any(reading.is_finite(j) for j in range(k, stop))):
                return k + 1
        return first

    def _verb(self, k: int) -> bool:
        """Whether word ``k`` is a finite verb, or by its form one of saying ('la préfecture dément :')."""
        said = any(form.form == "finite" for form in self._cues.forms(self._reading.words[k].low))
        return said or self._reading.is_finite(k)

    def _heading(self, first: int, at: int, stop: int) -> bool:
        """Whether words ``first`` to ``at`` are a heading that runs into a whole quotation."""
        words, reading = self._reading.words, self._reading
        if any(reading.is_finite(k) for k in range(first, at)) or words[at - 1].low in self._cues.of(
            "prepositions"
        ):
            return False
        if words[at - 1].low in self._cues.of("articles") | self._cues.of("that") or words[at - 1].is_mark:
            return False
        end = self._reach.quote_stop(at)
        upper = reading.text[reading.words[min(at + 1, end - 1)].start].isupper()
        return upper and end >= stop - 2 and any(reading.is_finite(k) for k in range(at, end))
