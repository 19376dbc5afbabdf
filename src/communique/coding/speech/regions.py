"""Regions: the words that an incise or a source phrase tells of."""

from __future__ import annotations

from communique.coding.speech.hits import Hit
from communique.coding.speech.openings import OpeningFinder
from communique.coding.speech.reach import STOPS, Ranges, Reach
from communique.coding.speech.sources import ENDS, Incise
from communique.coding.speech.words import Reading, Unit
from communique.languages.cues import Cues

APPOSITION = 16  # most words of a name or post that follows a source between commas
NAME = 4  # most words of a speaker's name between commas
NUMBER = 5  # most words of a number with what it counts
WHOM = "whom"
GOVERNED = frozenset({"obj", "xcomp", "ccomp", "obl:agent", "obl:arg"})
BESIDE = 6  # most words between 'selon lui' and the quoted words that it vouches for


class RegionFinder:
    """Finds regions within a unit."""

    __slots__ = ("_cues", "_hits", "_openings", "_reach", "_reading", "_unit")

    def __init__(
        self, reading: Reading, cues: Cues, *, unit: Unit, hits: tuple[Hit, ...], reach: Reach
    ) -> None:
        self._reading = reading
        self._cues = cues
        self._unit = unit
        self._hits = hits
        self._reach = reach
        self._openings = OpeningFinder(reading, cues, unit=unit, reach=reach)

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
        citing = found and found[1].feature("VerbForm") == "Part"  # 'Selon la BBC, citant un diplomate, …'
        if not found or not (of or citing or found[1].pos in ("NOUN", "PROPN", "ADJ")):
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
        first, stop = self._openings.start_of(cursor, incise.first, goes_on=goes_on), incise.first
        while (
            stop > first
            and words[stop - 1].low in {",", "\u2013", "\u2014", "-", "("}
            and words[stop - 1].quote < 0
        ):
            stop -= 1
        if stop <= first < after and goes_on and first > cursor:
            return self.after(incise)  # 'Quant à Lima, à entendre le roi, elle cédera'
        if stop <= first or self._only_name(first, stop):
            return ()
        counted = self._rival_count(first, incise, rest)
        if counted is not None:
            return ((counted, stop),)
        first = self._told_last(first, incise)
        ranges = [(first, stop)]
        following = incise.stop + 1
        if following < self._unit.stop and words[incise.stop].low in {",", "\u2013", "\u2014"}:
            ranges.extend(self._continued(first, stop, incise, rest))
        return tuple(ranges)

    def _told_last(self, first: int, incise: Incise) -> int:
        """'Le camp, où dix hommes dorment, selon l'ONU': a source phrase vouches for the last clause alone.

        Also '…, et trois hommes ont péri, selon la police'. Not a verb: '…, et on part, a dit le roi'.
        """
        words, cues = self._reading.words, self._cues
        if incise.hit is not None or words[incise.first - 1].low != ",":
            return first
        for k in range(incise.first - 2, first + 1, -1):
            if words[k].low != "," or words[k].quote >= 0:
                continue
            finite = next((j for j in range(k + 2, incise.first) if self._reading.is_finite(j)), None)
            if finite is None or not any(self._reading.is_finite(j) for j in range(first, k)):
                return first
            if words[k + 1].low in cues.of("relatives"):
                return k + 1 + (words[k + 1].low in cues.of("whose"))
            inner = any(words[j].low in cues.of("relatives") for j in range(k + 2, finite))
            joined = words[k + 1].low in cues.of("and") and self._reach.new_subject(k + 2) and not inner
            return k + 2 if joined else first
        return first

    def _rival_count(self, first: int, incise: Incise, rest: tuple[Incise, ...]) -> int | None:
        """'ils étaient 6 000 selon la police, 30 000 selon la CGT': each vouches for its number alone."""
        words = self._reading.words
        others = [i for i in rest if i.hit is None and self._number_before(i.first, incise.stop) is not None]
        if incise.hit or words[incise.first - 1].is_mark:
            return None
        number = self._number_before(incise.first, first)
        alone = number is not None and number > first + 1 and words[number - 1].low == ","
        alone = alone and number is not None and self._number_before(number - 1, number - 2) is not None
        return number if others or alone or number == first else None  # '…, 12 000 selon la police'

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

    def around(self, incise: Incise, cursor: int, inner: int | None) -> Ranges:
        """The words that a source phrase within a clause tells of."""
        if incise.place in ("inner", WHOM):
            return self.apart(incise, inner)
        if incise.place == "within":
            return self.within(incise)
        return self.amid(incise, cursor) if incise.place == "amid" else self.beside(incise)

    def apart(self, incise: Incise, inner: int | None) -> Ranges:
        """'un dépôt, détruit selon Kiev, …' from word ``inner`` on; 'un élu, pour qui l'accord meurt, …'."""
        if inner is not None:
            return ((inner, incise.first),)
        words, stop = self._reading.words, incise.stop
        while stop < self._unit.stop and (words[stop].quote >= 0 or words[stop].low not in ENDS):
            stop += 1
        told = any(self._reading.is_finite(k) for k in range(incise.stop, stop))
        return ((incise.stop, stop),) if told else ()

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
        first = self._openings.start_of(cursor, incise.first, goes_on=False)
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
        if self._turns_to_speaker(following, incise, rest, quoted=quoted):
            return []
        if quoted and words[following].quote >= 0:
            end = self._reach.quote_stop(following)
            if any(end <= i.first <= end + 2 for i in rest):
                return []
            return [(following, end)]
        if quoted and self._coordinated_quote(following, rest):
            return list(self._reach.clause_ranges(following, finite=True))
        last = words[stop - 1]
        hanging = last.quote < 0 and (self._hangs(first, stop) or last.low in self._cues.of("that"))
        if self._governed(first, stop, following) or (incise.hit is None and self._waits(following)):
            return list(self._reach.clause_ranges(following, finite=True))
        complete = not hanging and any(self._reading.is_finite(k) for k in range(first, stop))
        ended = complete and (quoted or not self._goes_on(following, incise, rest))
        if ended or (quoted and words[first].quote == words[stop - 1].quote):
            return []
        return list(self._reach.clause_ranges(following, finite=True))

    def _turns_to_speaker(
        self, following: int, incise: Incise, rest: tuple[Incise, ...], *, quoted: bool
    ) -> bool:
        """'Trop tard, selon le maire, qui refuse', '…, note Awa Diop, professeure à Thiès': who speaks."""
        if self._names_post(following) or any(i.first == following for i in rest if i.place == WHOM):
            return True
        relative = self._reading.words[following].low in self._cues.of("relatives")
        return relative and not quoted and incise.stop > incise.name

    def _names_post(self, k: int) -> bool:
        """'…, note Awa Diop, professeure à Thiès': a noun without an article, and no verb behind it."""
        found = self._reading.token(k)
        noun = found is not None and found[1].pos == "NOUN" and self._reading.words[k].quote < 0
        return noun and not any(self._reading.is_finite(j) for j in range(k, self._unit.stop))

    def _hangs(self, first: int, stop: int) -> bool:
        """'Le roi a aussi, dit-elle, cédé': whether the words before an incise lack their participle."""
        finite = next((k for k in range(stop - 1, first - 1, -1) if self._reading.is_finite(k)), None)
        found = self._reading.token(finite) if finite is not None else None
        if found is None or finite == stop - 1:
            return found is not None
        sentence, token = found
        verb = sentence.tokens[token.head]
        return token.dep.startswith("aux") and verb.start >= self._reading.words[stop].start

    def _governed(self, first: int, stop: int, following: int) -> bool:
        """'La ville n'a reçu, déplore le maire, aucune aide': what follows is governed by a verb before it.

        Also '… a été brûlée, dit le maire, par des hommes'. Not the name that goes on: '…, note Awa Diop,
        professeure à Thiès'.
        """
        words, cues = self._reading.words, self._cues
        if words[following].quote >= 0 or words[stop - 1].quote >= 0:
            return False
        low = {words[k].low for k in range(first, stop)}
        if words[following].low in cues.of("left_over"):
            return bool(low & cues.of("ne")) and not low & (cues.of("negation") | cues.of("left_over"))
        if words[following].low in cues.of("by"):
            told = cues.channel_in(self._reading.text[words[following].start : words[following + 1].end])
            return bool(low & cues.of("be")) and not told
        found = self._reading.token(following)
        chain = (found[1], *found[0].ancestors(found[1].i)) if found else ()
        top = next((t for t in chain if found and found[0].tokens[t.head].start < found[1].start), None)
        if found is None or top is None or top.dep not in GOVERNED:
            return False
        head = found[0].tokens[top.head]
        return words[first].start <= head.start < words[stop - 1].end

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
