"""How far reported words reach: the end of a clause and of a noun phrase.

The end is found from marks, from cues that begin another statement and from words that begin
another clause of the sentence ('alors que', 'lors de').
"""

from __future__ import annotations

from typing import NamedTuple

from communique.coding.speech.glosses import GlossFinder
from communique.coding.speech.hits import Hit
from communique.coding.speech.words import Reading, Unit
from communique.languages.cues import Cues

STOPS = frozenset(".;:!?\u2026")
OPENERS = frozenset("([")
ACTS = frozenset({"request", "promise"})
QUOTING = frozenset({"quote", "incise"})
LIST = 24  # most words of a list from a comma to its last member
SUBJECT = 10  # most words of a clause up to its verb
NETWORK = "social network"
Ranges = tuple[tuple[int, int], ...]


class Attached(NamedTuple):
    """An incise or source phrase: its words, end excluded; ``told`` when a verb of saying is in it."""

    first: int
    stop: int
    told: bool


class Reach:
    """Finds ends of clauses and phrases within a unit."""

    __slots__ = ("_attached", "_cues", "_glosses", "_reading", "_sources_end", "_starts", "_unit")

    def __init__(
        self,
        reading: Reading,
        cues: Cues,
        *,
        unit: Unit,
        hits: tuple[Hit, ...],
        attached: tuple[Attached, ...],
    ) -> None:
        self._reading = reading
        self._cues = cues
        self._unit = unit
        self._starts = {h.first: h for h in hits}
        self._attached = {a.first: a for a in attached}
        self._sources_end = {a.stop for a in attached if not a.told}
        self._glosses = GlossFinder(reading, cues, unit=unit)

    def clause_ranges(self, start: int, *, finite: bool, brief: bool = False, whole: bool = False) -> Ranges:
        """Word ranges of the clause that starts at ``start``; an incise within it parts it in two.

        A ``whole`` clause goes on over verbs of saying that share its subject.
        """
        words = self._reading.words
        ranges: list[tuple[int, int]] = []
        begin = k = start
        depth = 0
        while k < self._unit.stop:
            word = words[k]
            if word.quote >= 0:
                k = self.quote_stop(k)
                continue
            depth += (word.low in OPENERS) - (word.low in ")]")
            if depth < 0 or (depth == 0 and self._ends(k, start)) or (brief and word.low == ","):
                break
            skipped = self._attached.get(k)
            if skipped and k > start:
                stop = self._without_tail(begin, k)
                if stop > begin:
                    ranges.append((begin, stop))
                if not self._goes_on(skipped, begin, stop):
                    return tuple(ranges)
                begin = k = self.skip_comma(skipped.stop)
                continue
            if k > start and (
                self._breaks(k, finite=finite, start=start, whole=whole) or self._returns(k, start)
            ):
                break
            k += 1
        stop = self._glosses.without(begin, self._without_tail(begin, k), finite=finite)
        if stop > begin:
            ranges.append((begin, stop))
        return tuple(ranges)

    def _ends(self, k: int, start: int) -> bool:
        """Whether a mark at word ``k`` ends the clause that starts at ``start``: a stop, a dash behind it."""
        word = self._reading.words[k]
        dash = word.is_mark and word.low in "\u2013\u2014" and k > start + 3
        return (word.low in STOPS or dash) and not self.counts_others(k)

    def _goes_on(self, attached: Attached, begin: int, stop: int) -> bool:
        words = self._reading.words
        if attached.stop >= self._unit.stop or words[attached.stop].low != ",":
            return False
        following = attached.stop + 1
        if following >= self._unit.stop or self._breaks(attached.stop, finite=True, start=begin):
            return False
        if self._reading.is_finite(stop - 1) or words[stop - 1].low in self._cues.of("that"):
            return True
        return not any(self._reading.is_finite(k) for k in range(begin, stop) if words[k].quote < 0)

    def attached_stop(self, k: int, *, ends: bool = False) -> int:
        """Where the source phrase that begins at word ``k`` stops, or the one that ``ends`` before it; 0."""
        if ends:
            return next((stop for stop in (k, k + 1) if stop in self._sources_end), 0)
        source = self._attached.get(k)
        return source.stop if source and not source.told else 0

    def tells_at(self, k: int) -> bool:
        """Whether an incise with a verb of saying begins at word ``k``."""
        return k in self._attached and self._attached[k].told

    def counts_others(self, k: int) -> bool:
        """'dix soldats ont été tués ; vingt autres blessés': a count goes on behind a semicolon."""
        words = self._reading.words
        if words[k].low != ";" or k + 2 >= self._unit.stop:
            return False
        found = self._reading.token(k + 1)
        number = words[k + 1].low.isdigit() or (found is not None and found[1].pos == "NUM")
        return number and words[k + 2].low in self._cues.of("others")

    def phrase_stop(self, start: int) -> int:
        """Index after the last word of the noun phrase that starts at word ``start``."""
        words = self._reading.words
        k, relative = start, False
        while k < self._unit.stop:
            word = words[k]
            if word.quote >= 0:
                k = self.quote_stop(k)
                continue
            if word.low in STOPS or k in self._attached:
                break
            if word.low in self._cues.of("relatives") | self._cues.of("that") | self._cues.of("subordinate"):
                relative = True
            told = not relative and self._spoken_in(k)
            if k > start and (told or self._breaks(k, finite=False, start=start) or self._manner(k, start)):
                break
            goes_on = relative or self._list_goes_on(k) or self._glosses.belongs(k + 1)
            if word.low == "," and not goes_on:
                break
            if self._reading.is_finite(k) and not relative and k > start:
                break
            k += 1
        return self._without_tail(start, k)

    def _spoken_in(self, k: int) -> bool:
        """'a dit ses regrets dans un discours': where it was said; not 'la haine sur les réseaux'."""
        words, last = self._reading.words, min(k + 5, self._unit.stop) - 1
        found = self._cues.channel_in(self._reading.text[words[k].start : words[last].end])
        return words[k].low in self._cues.of("said_where") and found is not None and found[0] != NETWORK

    def _list_goes_on(self, k: int) -> bool:
        words, cues = self._reading.words, self._cues
        if k + 1 >= self._unit.stop:
            return False
        if cues.phrase_at("as_well", [w.low for w in words[k + 1 : k + 4]]):
            return True
        return words[k + 1].low in cues.of("and") | cues.of("relatives") or self._lists(k + 1)

    def _lists(self, k: int) -> bool:
        """'exige des excuses, une enquête et des indemnités': word ``k`` begins a member of a list."""
        words, cues = self._reading.words, self._cues
        if words[k].low not in cues.of("articles"):
            return False
        for j in range(k + 1, min(self._unit.stop - 1, k + LIST)):
            if words[j].low in cues.of("and"):
                return words[j + 1].low in cues.of("articles") or words[j + 1].low.isdigit()
            inner = words[j].low in cues.of("relatives") | cues.of("that") | STOPS
            if inner or self._reading.is_finite(j) or words[j].quote >= 0:
                return False
        return False

    def quote_stop(self, k: int) -> int:
        """Index after the last word of the quotation that word ``k`` stands in."""
        words = self._reading.words
        q = words[k].quote
        while k < len(words) and words[k].quote == q:
            k += 1
        return k

    def skip_comma(self, start: int) -> int:
        """The first word from ``start`` on that is no comma or colon."""
        words = self._reading.words
        while start < self._unit.stop and words[start].low in {",", ":"}:
            start += 1
        return start

    def _without_tail(self, start: int, stop: int) -> int:
        words = self._reading.words
        while (
            stop > start
            and words[stop - 1].quote < 0
            and (
                words[stop - 1].low in {",", "(", "\u2013", "\u2014", "-"}
                or words[stop - 1].low in self._cues.of("and")
            )
        ):
            stop -= 1
        return stop

    def _breaks(self, k: int, *, finite: bool, start: int, whole: bool = False) -> bool:
        """Whether another clause of the sentence begins at word ``k``."""
        words = self._reading.words
        low = words[k].low
        if low == "," and self._cues.phrase_at("or_else", [w.low for w in words[k + 1 : k + 5]]):
            return False  # 'a sommé la foule de partir, faute de quoi elle tirera'
        if low in self._cues.of("and") and self._shares_main(k + 1, start):
            return True
        if low in self._cues.of("but"):
            return not finite and self._main_verb_follows(k, start)
        if low == "," or low in self._cues.of("and"):
            if not finite and self._main_verb_follows(k, start):
                return True
            if not finite and self._clause_follows(k, start):
                return True
            return (self._other_statement(k + 1, whole=whole) and self._told(start, k, finite=finite)) or (
                low == "," and (self._contrast(k + 1) or self._absolute_follows(k + 1))
            )
        if self._gerund_begins(k, start):
            return True
        return not finite and k > start + 1 and self._contrast(k, "contrast_bare")

    def _told(self, start: int, k: int, *, finite: bool) -> bool:
        """Whether a clause has its verb before word ``k``; not 'que l'élu, âgé de 34 ans, avait reconnu'."""
        return not finite or any(self._reading.is_finite(j) for j in range(start, k))

    def _shares_main(self, k: int, start: int) -> bool:
        """'a prévenu que le pont sauterait et chargé l'armée de …': a participle of the main clause.

        It has an object of its own, and no auxiliary within the reported words.
        """
        words, cues = self._reading.words, self._cues
        found = self._reading.token(k) if k + 1 < self._unit.stop and words[k].quote < 0 else None
        if found is None or found[1].feature("VerbForm") != "Part" or found[1].feature("Tense") != "Past":
            return False
        auxiliary = cues.of("have") | cues.of("be")
        if words[k + 1].low not in cues.of("articles") or found[1].pos not in ("VERB", "AUX"):
            return False
        return not any(words[j].low in auxiliary for j in range(start, k) if words[j].quote < 0)

    def _gerund_begins(self, k: int, start: int) -> bool:
        """'en affirmant', 'y voyant', 'affirmant : «': the speaker's next act, and no part of the phrase."""
        words = self._reading.words
        if k <= start + 1 or k + 1 >= self._unit.stop:
            return False
        hit = self._starts.get(k)
        return bool(
            hit
            and hit.form == "present"
            and words[min(hit.last + 1, self._unit.stop - 1)].low in self._opens()
        )

    def _manner(self, k: int, start: int) -> bool:
        """'a salué l'accord en y voyant …': a gerund that belongs to the verb, and not to the noun phrase."""
        words = self._reading.words
        if k <= start + 1 or k + 1 >= self._unit.stop or words[k + 1].quote >= 0:
            return False
        if words[k].low not in self._cues.of("gerund_marks"):
            return False
        at = k + 1
        while at + 1 < self._unit.stop and words[at].low in self._cues.of("clitics"):
            at += 1
        found = self._reading.token(at)
        participle = found and found[1].feature("VerbForm") == "Part"
        return bool(participle and found and found[1].feature("Tense") == "Pres")

    def _opens(self) -> frozenset[str]:
        return self._cues.of("that") | {":"}

    def _clause_follows(self, k: int, start: int) -> bool:
        """'se dit prêt à partir, les insurgés n'y croient pas': a subject with its finite verb."""
        words = self._reading.words
        inner = self._cues.of("relatives") | self._cues.of("that") | self._cues.of("subordinate")
        if any(words[j].low in inner for j in range(start, k)):
            return False
        for j in range(k + 1, min(self._unit.stop, k + SUBJECT)):
            if words[j].low in STOPS | {","} or words[j].low in inner or words[j].quote >= 0:
                return False
            if self._reading.is_finite(j):
                found = self._reading.token(j)
                if not found:
                    return False
                verb = found[1].head if found[1].dep.startswith("aux") else found[1].i
                subjects = found[0].children(verb)
                return any(
                    c.dep.startswith("nsubj") and words[k].end <= c.start < words[j].start for c in subjects
                )
        return False

    def _main_verb_follows(self, k: int, start: int) -> bool:
        """'a conseillé de partir et a envoyé …': a finite verb after 'et' goes on with the main clause."""
        words = self._reading.words
        at = k + 1
        while at < self._unit.stop and words[at].low in self._cues.of("clitics"):
            at += 1
        inner = any(
            words[j].low in self._cues.of("relatives") | self._cues.of("that") for j in range(start, k)
        )
        comma = words[k].low == ","  # 'X, qui l'accuse d'avoir menti, a saisi la justice'
        return at < self._unit.stop and self._reading.is_finite(at) and (comma or not inner)

    def _returns(self, k: int, start: int) -> bool:
        """'Le maire, qui affirme que la police a tiré, a porté plainte': a verb whose subject stands before.

        Not the clause's own verb, the first one.
        """
        if not self._reading.is_finite(k) or not any(self._reading.is_finite(j) for j in range(start, k)):
            return False
        found = self._reading.token(k)
        if found is None:
            return False
        sentence, token = found
        verb = token.head if token.dep.startswith(("aux", "cop")) else token.i
        subjects = [c for c in sentence.children(verb) if c.dep.startswith("nsubj")]
        begin = self._reading.words[start].start
        return bool(subjects) and all(sentence.start <= c.start < begin for c in subjects)

    def _other_statement(self, k: int, *, whole: bool) -> bool:
        """Whether a new cue of the same speaker begins at or just after word ``k``."""
        words = self._reading.words
        if k < self._unit.stop and words[k].low in self._cues.of("and"):
            k += 1
        joined = k >= 2 and words[k - 2].low == "," and words[k - 1].low in self._cues.of("and")
        if joined and not whole and self.new_subject(k):
            return True  # 'être bien traité, et le ministère dément toute violence'
        for step in range(3):
            at = k + step
            hit = self._starts.get(at)
            if hit:
                if self._unfilled(hit):
                    return False
                gerund = hit.form == "present"
                if whole and at == k and words[k - 1].low in self._cues.of("and") and hit.cue.force in ACTS:
                    return False  # 'Selon Kiev, il s'est excusé et a promis de payer'
                return gerund or (hit.voice == "active" and hit.form in ("past", "finite"))
            if at >= self._unit.stop or words[at].low not in self._cues.of("subjects") | self._cues.of(
                "adverbs"
            ):
                return False
        return False

    def new_subject(self, k: int) -> bool:
        """Whether a noun phrase that is the subject of a finite verb begins at word ``k``."""
        words = self._reading.words
        if k >= self._unit.stop or (
            words[k].low not in self._cues.of("articles") and self._reading.named(k) is None
        ):
            return False
        for j in range(k + 1, min(self._unit.stop, k + SUBJECT)):
            if words[j].is_mark or words[j].quote >= 0 or words[j].low in self._cues.of("that"):
                return False
            hit = self._starts.get(j)
            said = hit is not None and hit.voice == "active" and hit.form in ("past", "finite")
            if said or self._reading.is_finite(j):
                return True
        return False

    def _unfilled(self, hit: Hit) -> bool:
        """'les discussions, loin d'être closes, continuent': a verb that only quoted words would complete."""
        words, k = self._reading.words, hit.last + 1
        quoted = k < self._unit.stop and (words[k].quote >= 0 or words[k].low in {":", ","})
        return set(hit.cue.takes) <= QUOTING and not quoted

    def _absolute_follows(self, k: int) -> bool:
        """'…, la CGT affirmant que …': somebody else with a participle of saying."""
        at = k + (self._reading.words[k].low in self._cues.of("articles")) if k < self._unit.stop else k
        met = self._reading.named(at) if at < self._unit.stop else None
        behind = self._reading.at(met.mention.span.end) if met else k
        hit = self._starts.get(behind)
        return hit is not None and hit.form == "present"

    def _contrast(self, k: int, job: str = "contrast") -> bool:
        words = self._reading.words
        return self._cues.phrase_at(job, [w.low for w in words[k : k + 4]]) > 0
