"""Incises and source phrases: '…, a-t-il dit', '…, affirme le ministre', 'selon le Pentagone, …'."""

from __future__ import annotations

from typing import NamedTuple

from communique.coding.speech.hits import Hit
from communique.coding.speech.quotes import DASHES
from communique.coding.speech.words import Reading, Unit
from communique.languages.cues import Cue, Cues

BEFORE = frozenset(',!?\u2026\u2013\u2014-\u00bb\u201d\u203a"')
ENDS = frozenset(",.;:!?\u2026()\u2013\u2014")
CLAUSE_ENDS = frozenset(";:")
CLOSING = frozenset(",.!?")  # what ends an incise within quoted words
TELLING = frozenset({"affirm", "announce"})
REACH = 12  # most words between an inverted verb and its subject
NAME = 18  # most words of a source phrase
CLOSE = 7  # most words of one that stands without a comma


class Incise(NamedTuple):
    """A cue that stands apart from the words that it tells of.

    ``first`` to before ``stop`` are its words; ``hit`` is its verb, or ``cue`` with ``name`` (first
    word of who is named) its source phrase; ``place`` tells where it stands in its clause.
    """

    first: int
    stop: int
    cue: Cue
    hit: Hit | None
    name: int
    place: str  # after, before, within, beside, amid


class InciseFinder:
    """Finds the incises and source phrases of a unit."""

    __slots__ = ("_cues", "_reading", "_unit")

    def __init__(self, reading: Reading, cues: Cues, *, unit: Unit) -> None:
        self._reading = reading
        self._cues = cues
        self._unit = unit

    def find(self, hits: tuple[Hit, ...]) -> tuple[Incise, ...]:
        """All incises of the unit, in order, none within another."""
        found = [i for hit in hits if (i := self._of_verb(hit))]
        taken = [(i.first, i.stop) for i in found]
        for source in self._sources():
            if not any(a <= source.first < b for a, b in taken):
                found.append(source)
        return tuple(sorted(found, key=lambda i: i.first))

    def _of_verb(self, hit: Hit) -> Incise | None:
        words = self._reading.words
        if not hit.cue.allows("incise") or hit.voice != "active" or hit.form not in ("finite", "past"):
            return None
        if hit.first <= self._unit.first or hit.shared is not None:
            return None
        if (comparing := self._comparing(hit)) is not None:
            return comparing
        before = words[hit.first - 1]
        closed = self._closes_quote(hit.first - 1)
        if hit.last + 1 < self._unit.stop and words[hit.last + 1].low in self._cues.of("that"):
            return None
        lost_comma = hit.form == "finite" and self._witness_follows(hit)
        if (before.low not in BEFORE and not closed and not lost_comma) or self._completed(hit):
            return None
        if hit.pronoun is None and self._parts_subject(hit):
            return Incise(hit.first, self._stop(hit.last + 1), hit.cue, hit, hit.last + 1, "after")
        if hit.pronoun is None and not self._subject_follows(hit, closed):
            return None
        return Incise(hit.first, self._stop(hit.last + 1), hit.cue, hit, hit.last + 1, "after")

    def _comparing(self, hit: Hit) -> Incise | None:
        """'Comme l'a annoncé l'Élysée, …' and '…, comme le souligne l'ONU'; None for other verbs."""
        words, cues = self._reading.words, self._cues
        first = hit.first
        if words[first].low not in cues.of("neuter"):
            first -= 1
        if first <= self._unit.first or words[first].low not in cues.of("neuter"):
            return None
        first -= 1
        stop = self._stop(hit.last + 1)
        told = hit.cue.force in TELLING and hit.cue.allows("que")
        if words[first].low not in cues.of("as") or hit.last + 1 >= stop or not told:
            return None
        opening = first == self._unit.first
        quoting = stop < self._unit.stop and words[stop].low == ":"
        if quoting or (opening and not self._comma(stop)):
            return None
        return Incise(first, stop, hit.cue, hit, hit.last + 1, "before" if opening else "after")

    def _closes_quote(self, k: int) -> bool:
        """Whether word ``k`` is the closing mark of a quotation, or the comma after one."""
        words = self._reading.words
        if k > self._unit.first and words[k].low == ",":
            k -= 1
        quote = self._reading.quote_from(k) if k >= self._unit.first else None
        return bool(quote and quote.close == words[k].end)

    def _subject_follows(self, hit: Hit, closed: bool) -> bool:
        side = self._subject_side(hit)
        behind = [w.low for w in self._reading.words[hit.last + 1 : min(hit.last + 3, self._unit.stop)]]
        if closed and " ".join(behind) in self._cues.of("one_who"):
            return True
        if self._dialogue() or self._witness_follows(hit):
            return True
        if closed and side != "left":
            return True
        left = any(self._reading.is_finite(k) for k in range(self._unit.first, hit.first))
        if not left and not closed:
            return False
        if not side and not hit.cue.allows("object", "object_q", "object_claim", "object_noun"):
            return True  # the noun phrase that follows can only be the subject
        if side:
            return side == "right" or (closed and self._named(hit.last + 1) is not None)
        return self._named(hit.last + 1) is not None

    def _parts_subject(self, hit: Hit) -> bool:
        """'Plusieurs détenus, affirme une avocate, avaient été menottés': before what is told by a verb.

        A lone comma parts no subject from its verb: the one before the cue opens the incise. So also behind
        an adverbial: 'Hier, a indiqué la police, trois hommes ont été arrêtés'.
        """
        words = self._reading.words
        stop = self._stop(hit.last + 1)
        if words[hit.first - 1].low != "," or not self._noun_phrase(hit.last + 1, stop):
            return False
        if not self._comma(stop) or not self._told_behind(stop + 1):
            return False
        before = [words[k] for k in range(self._unit.first, hit.first - 1)]
        if not before or any(w.low in ENDS or w.quote >= 0 for w in before):
            return False
        return not any(self._reading.is_finite(k) for k in range(self._unit.first, hit.first - 1))

    def _noun_phrase(self, first: int, stop: int) -> bool:
        """Whether the words are a noun phrase without a verb."""
        if first >= stop or any(self._reading.is_finite(k) for k in range(first, stop)):
            return False
        opens = self._reading.words[first].low in self._cues.of("articles")
        return opens or self._named(first) == first

    def _told_behind(self, k: int) -> bool:
        """Whether a clause with a finite verb, no quotation and no incise, begins at word ``k``."""
        for j in range(k, self._unit.stop):
            if self._reading.is_finite(j):
                return True
            if self._reading.words[j].low in ENDS - {","} or self._reading.words[j].quote >= 0:
                return False
        return False

    def _completed(self, hit: Hit) -> bool:
        """'…, a exhorté à « négocier »': the words that the verb calls for follow at once."""
        if hit.last + 1 >= self._unit.stop or hit.pronoun is not None:
            return False
        low = self._reading.words[hit.last + 1].low
        to = low in self._cues.of("to") and hit.cue.allows("a_inf", "a")
        return to or (low in self._cues.of("of") and hit.cue.allows("de_inf", "de"))

    def _dialogue(self) -> bool:
        """Whether the unit is a line of dialogue that opens with a dash."""
        return self._reading.words[self._unit.first].low in DASHES

    def _witness_follows(self, hit: Hit) -> bool:
        """'deux soldats sont blessés indiquent des sources locales': an incise that lost its comma."""
        words = self._reading.words
        at = hit.last + 2
        if at >= self._unit.stop or words[hit.last + 1].low not in self._cues.of("articles"):
            return False
        left = sum(self._reading.is_finite(k) for k in range(self._unit.first, hit.first))
        return left > 0 and words[at].low in self._cues.of("witnesses") and self._subject_side(hit) != "left"

    def _subject_side(self, hit: Hit) -> str:
        found = self._reading.token(hit.verb)
        if not found:
            return ""
        sentence, token = found
        for child in sentence.children(token.i):
            if child.dep.startswith("nsubj"):
                if child.i > token.i:
                    return "right"
                return "" if self._stolen(hit, child.start) else "left"
        return ""

    def _stolen(self, hit: Hit, start: int) -> bool:
        """Whether the word at ``start`` is the subject of the clause that the incise follows.

        '… ont accepté jeudi un accord, a annoncé le ministre': a lone comma parts no subject from its verb.
        """
        words = self._reading.words
        subject = self._reading.at(start)
        if subject < self._unit.first or hit.pronoun is not None or words[hit.first - 1].low != ",":
            return False
        between = range(subject + 1, hit.first - 1)
        lone = not any(words[k].low in ENDS for k in between)
        told = any(self._reading.is_finite(k) for k in range(self._unit.first, hit.first))
        relative = self._cues.of("relatives") | self._cues.of("that")
        own = (k for k in between if self._reading.is_finite(k) or words[k].low in relative)
        served = any(words[k].low not in relative for k in list(own)[:1])  # it has a verb of its own
        return told and (lone or served) and self._named(hit.last + 1) is not None

    def _named(self, first: int) -> int | None:
        """The first word of an actor's mention that may be the subject of an inverted verb."""
        words = self._reading.words
        for k in range(first, min(self._unit.stop, first + REACH)):
            if words[k].low in ENDS or words[k].low in self._cues.of("relatives"):
                return None
            met = self._reading.named(k)
            starts = met is not None and met.mention.span.start == words[k].start
            document = words[k].low in self._cues.of("documents")  # 'indique un communiqué de la présidence'
            if (starts or document) and words[k - 1].low not in self._cues.of("prepositions"):
                return k
        return None

    def _stop(self, k: int) -> int:
        words = self._reading.words
        while k < self._unit.stop and words[k].low not in ENDS:
            quote = self._reading.quote_from(k)
            if quote and quote.open == words[k].start and quote.end - quote.start > 40:
                break
            k += 1
        return k

    def trailing(self, incise: Incise) -> bool:
        """Whether nothing of its sentence follows a source phrase."""
        words = self._reading.words
        return incise.stop >= self._unit.stop or words[incise.stop].low in ".!?"

    def inside(self, hit: Hit, stop: int) -> Incise | None:
        """The incise of a verb between commas inside a quotation that ends before word ``stop``."""
        if not hit.cue.allows("incise") or hit.voice != "active" or hit.form == "infinitive":
            return None
        words, first_person = self._reading.words, self._cues.of("first_person")
        if hit.pronoun is not None and words[hit.pronoun].low in first_person:
            return None
        end = self._stop(hit.last + 1)
        closed = end < stop and words[end].low in CLOSING
        behind = words[hit.last + 1].low if hit.last + 1 < end else ""
        if behind in self._cues.of("of") | self._cues.of("that") | self._cues.of("relatives"):
            return None
        told = self._named(hit.last + 1) is not None or self._noun_phrase(hit.last + 1, end)
        if not closed or (hit.pronoun is None and not told):
            return None
        return Incise(hit.first, end, hit.cue, hit, hit.last + 1, "after")

    def _sources(self) -> list[Incise]:
        words = self._reading.words
        found: list[Incise] = []
        k = self._unit.first
        while k < self._unit.stop:
            met = self._cues.source_at([w.low for w in words[k : k + 7]], 0) if words[k].quote < 0 else None
            incise = self._source(k, *met) if met else None
            if incise:
                found.append(incise)
                k = incise.stop
            else:
                k += 1
        return found

    def _source(self, k: int, cue: Cue, length: int) -> Incise | None:
        words = self._reading.words
        name = k + length
        pronoun = next((j for j in range(k, name) if words[j].low in self._cues.of("accusative")), None)
        if pronoun is not None:  # 'à l'en croire'
            name = pronoun
        if name >= self._unit.stop or words[name].low in ENDS or self._names_way(name):
            return None
        stop = self._source_stop(name)
        opening = words[k - 1].low in CLAUSE_ENDS or all(
            words[j].low in self._cues.of("discourse") | {","} for j in range(self._unit.first, k)
        )
        if cue.phrases[0] in self._cues.of("for"):
            if not opening or not self._reading.named(name) or not self._comma(stop):
                return None
            if any(self._reading.is_infinitive(j) for j in range(name, stop)):
                return None
        if opening:
            return Incise(k, stop, cue, None, name, "before") if self._comma(stop) else None
        before = words[k - 1]
        if before.low in self._cues.of("subordinate") and before.quote < 0 and self._comma(stop):
            return Incise(k, stop, cue, None, name, "within")  # 'même si selon le préfet, la crue baisse'
        if before.low in {",", "(", "\u2013", "\u2014"} or self._closes_quote(k - 1):
            relative = k >= 2 and words[k - 2].low in self._cues.of("relatives") | self._cues.of("that")
            place = "within" if relative else "after"
            return Incise(k, stop, cue, None, name, place)
        amid = self._interrupts(k, name, stop)
        if not amid and self._ends_clause(k, name, stop):
            return Incise(k, stop, cue, None, name, "after")
        return Incise(k, self._short_stop(name), cue, None, name, "amid" if amid else "beside")

    def _interrupts(self, k: int, name: int, stop: int) -> bool:
        """'ont selon l'ONU tué dix civils', 'continuaient selon lui d'avancer': what the verb waits for.

        Not: 'votent selon l'âge du père' (nobody who speaks).
        """
        after = self._short_stop(name)
        before = self._reading.token(k - 1) if k > self._unit.first else None
        waiting = before is not None and (before[1].pos == "AUX" or self._reading.is_finite(k - 1))
        if not waiting or after >= stop:
            return False
        pronoun = self._reading.words[name].low in self._cues.of("accusative")
        if not pronoun and not any(self._reading.named(j) for j in (name, name + 1) if j < stop):
            return False
        if self._reading.words[after].low in self._cues.of("of"):
            after += 1
        found = self._reading.token(after) if after < stop else None
        return found is not None and any(f in found[1].feats for f in ("VerbForm=Inf", "VerbForm=Part"))

    def _names_way(self, name: int) -> bool:
        """'selon la méthode des quotas', 'selon les variantes': a way or a measure, and nobody who speaks."""
        words = self._reading.words
        k = name + (words[name].low in self._cues.of("determiners"))
        way = self._cues.of("ways") | self._cues.of("which")
        return k < self._unit.stop and words[k].low in way

    def _ends_clause(self, k: int, name: int, stop: int) -> bool:
        """'Dix hommes ont été arrêtés selon l'ONG Viasna.': a source that ends a clause, without its comma.

        Not: 'varient selon les pays' (nobody who speaks).
        """
        words = self._reading.words
        ends = stop >= self._unit.stop or words[stop].low in {".", ",", "!", "?"}
        somebody = any(self._reading.named(j) for j in (name, name + 1) if j < self._unit.stop)
        told = any(self._reading.is_finite(j) for j in range(self._unit.first, k))
        return ends and (somebody or self._counts(k)) and told and stop - name <= CLOSE

    def _counts(self, k: int) -> bool:
        """'30 000 selon les organisateurs': a number before word ``k``."""
        before = (self._reading.words[j].low for j in range(max(self._unit.first, k - 2), k))
        return any(low.isdigit() for low in before)

    def _comma(self, k: int) -> bool:
        return k < self._unit.stop and self._reading.words[k].low == ","

    def _source_stop(self, name: int) -> int:
        words = self._reading.words
        k = name
        limit = min(self._unit.stop, name + NAME)
        while k < limit and words[k].low not in ENDS:
            k += 1
            if k < limit and words[k].low == "(":  # 'selon l'Organisation mondiale de la santé (OMS), …'
                closing = (j for j in range(k, limit) if words[j].low == ")")
                k = next(closing, k - 1) + 1
        return k

    def _short_stop(self, name: int) -> int:
        met = self._reading.named(name)
        if met:
            return max(name + 1, self._reading.at(met.mention.span.end - 1) + 1)
        return name + 1
