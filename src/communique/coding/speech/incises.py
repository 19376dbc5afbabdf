"""Incises and source phrases: '…, a-t-il dit', '…, affirme le ministre', 'selon le Pentagone, …'."""

from __future__ import annotations

from communique.coding.speech.beside import past_aside
from communique.coding.speech.hits import Hit
from communique.coding.speech.quotes import DASHES
from communique.coding.speech.reach import QUOTING
from communique.coding.speech.sources import ENDS, Incise, SourceFinder
from communique.coding.speech.words import Reading, Unit
from communique.languages.cues import Cues

BEFORE = frozenset(',!?\u2026\u2013\u2014-\u00bb\u201d\u203a"')
CLOSING = frozenset(",.!?")  # what ends an incise within quoted words
TELLING = frozenset({"affirm", "announce"})
REACH = 12  # most words between an inverted verb and its subject
FRAGMENT = 9  # most words of a judgement without a verb


class InciseFinder:
    """Finds the incises and source phrases of a unit."""

    __slots__ = ("_cues", "_reading", "_sources", "_unit")

    def __init__(self, reading: Reading, cues: Cues, *, unit: Unit) -> None:
        self._reading = reading
        self._cues = cues
        self._unit = unit
        self._sources = SourceFinder(reading, cues, unit=unit)

    def find(self, hits: tuple[Hit, ...]) -> tuple[Incise, ...]:
        """All incises of the unit, in order, none within another."""
        found = [i for hit in hits if (i := self._of_verb(hit))]
        taken = [(i.first, i.stop) for i in found]
        for source in self._sources.find():
            if not any(a <= source.first < b for a, b in taken):
                found.append(source)
        return tuple(sorted(found, key=lambda i: i.first))

    def _of_verb(self, hit: Hit) -> Incise | None:
        words = self._reading.words
        if not hit.cue.allows("incise") or hit.voice != "active" or hit.form not in ("finite", "past"):
            return None
        if hit.first <= self._unit.first or hit.shared is not None or self._other_name(hit):
            return None
        if (comparing := self._comparing(hit)) is not None:
            return comparing
        before = words[hit.first - 1]
        closed = self._sources.closes_quote(hit.first - 1)
        if hit.last + 1 < self._unit.stop and words[hit.last + 1].low in self._cues.of("that"):
            return None
        lost_comma = hit.form == "finite" and self._witness_follows(hit)
        if (before.low not in BEFORE and not closed and not lost_comma) or self._completed(hit):
            return None
        if hit.pronoun is None and self._parts_subject(hit):
            return Incise(hit.first, self._stop(hit.last + 1), hit.cue, hit, hit.last + 1, "after")
        if hit.pronoun is None and (self._governs(hit) or not self._subject_follows(hit, closed)):
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
        if quoting or (opening and not self._sources.comma(stop)):
            return None
        return Incise(first, stop, hit.cue, hit, hit.last + 1, "before" if opening else "after")

    def _subject_follows(self, hit: Hit, closed: bool) -> bool:
        side = self._subject_side(hit)
        behind = [w.low for w in self._reading.words[hit.last + 1 : min(hit.last + 3, self._unit.stop)]]
        if closed and " ".join(behind) in self._cues.of("one_who"):
            return True
        if self._dialogue() or self._witness_follows(hit) or (closed and side != "left"):
            return True
        left = any(self._reading.is_finite(k) for k in range(self._unit.first, hit.first))
        if not left and not closed:
            return self._fragment_before(hit)
        if set(hit.cue.takes) <= QUOTING and not closed and self._preposition(hit.last + 1):
            return False  # 'les discussions, loin d'être closes, continuent à Doha'
        if not side and not hit.cue.allows("object", "object_q", "object_claim", "object_noun"):
            # the noun phrase that follows can only be the subject; not in 'a demandé des renforts'
            return not hit.cue.allows("object_plan") or self._named(hit.last + 1) is not None
        if side:
            return side == "right" or (closed and self._named(hit.last + 1) is not None)
        stop = self._stop(hit.last + 1)
        return self._named(hit.last + 1) is not None or past_aside(self._reading, stop) is not None

    def _governs(self, hit: Hit) -> bool:
        """'La porte-parole, tout en « saluant » l'accord, a dénoncé une « farce »': its object follows."""
        words, k = self._reading.words, hit.last + 1
        if words[self._unit.first].quote >= 0:
            return False
        own = k < self._unit.stop and words[k].low in self._cues.of("indefinite") | self._cues.of("some")
        named = any(self._reading.named(j) for j in (k, k + 1, k + 2) if j < self._unit.stop)
        return own and not named and hit.cue.allows("object", "object_q", "object_claim")

    def _preposition(self, k: int) -> bool:
        return k < self._unit.stop and self._reading.words[k].low in self._cues.of("prepositions")

    def _fragment_before(self, hit: Hit) -> bool:
        """'Trop tard, jugent les manifestants.': a judgement without a verb opens the sentence.

        Not 'À Lima, réclame …' nor 'Vendredi, …'.
        """
        words, first = self._reading.words, self._unit.first
        stop = self._stop(hit.last + 1)
        if not 2 <= hit.first - first <= FRAGMENT or words[hit.first - 1].low != ",":
            return False
        if not self._noun_phrase(hit.last + 1, stop):
            return False
        if stop + 1 < self._unit.stop and not self._adds(stop):
            return False
        opens = self._cues.of("prepositions") | self._cues.of("moments") | self._cues.of("discourse")
        after = self._reading.named(hit.last + 1)
        someone = after is not None and after.actor.kind == "person"
        if words[first].low in opens or (self._reading.named(first) is not None and not someone):
            return False
        found = self._reading.token(first)
        return found is not None and found[1].pos in ("NOUN", "ADJ", "ADV", "DET", "PRON")

    def _adds(self, stop: int) -> bool:
        """Whether nothing but a relative clause or a post follows the subject of an incise."""
        words, found = self._reading.words, self._reading.token(stop + 1)
        behind = words[stop + 1].low if stop + 1 < self._unit.stop else ""
        post = found is not None and found[1].pos == "NOUN" and not self._told_behind(stop + 1)
        return words[stop].low == "," and (post or behind in self._cues.of("relatives"))

    def _parts_subject(self, hit: Hit) -> bool:
        """'Plusieurs détenus, affirme une avocate, avaient été menottés': before what is told by a verb.

        A lone comma parts no subject from its verb: the one before the cue opens the incise. So also behind
        an adverbial: 'Hier, a indiqué la police, trois hommes ont été arrêtés'.
        """
        words = self._reading.words
        stop = self._stop(hit.last + 1)
        if words[hit.first - 1].low != "," or not self._noun_phrase(hit.last + 1, stop):
            return False
        if not self._sources.comma(stop) or not (self._told_behind(stop + 1) or self._parts_group(hit, stop)):
            return False
        if self._parts_group(hit, stop):
            return True
        before = [words[k] for k in range(self._unit.first, hit.first - 1)]
        if not before or any(w.low in ENDS or w.quote >= 0 for w in before):
            return False
        return not any(self._reading.is_finite(k) for k in range(self._unit.first, hit.first - 1))

    def _other_name(self, hit: Hit) -> bool:
        """'Ahmed Warsame, dit le Borgne, …': another name for somebody, and no incise."""
        words, k = self._reading.words, hit.first - 2
        called = words[hit.verb].low in self._cues.of("called") and hit.first == hit.verb
        if not called or k < self._unit.first:
            return False
        met = self._reading.named(k) if words[k + 1].low in {",", "("} else None
        named = met is not None and met.actor.kind == "person" and met.mention.span.end == words[k].end
        return named and (self._upper(hit.last + 1) or self._upper(hit.last + 2))

    def _upper(self, k: int) -> bool:
        return k < self._unit.stop and self._reading.text[self._reading.words[k].start].isupper()

    def _parts_group(self, hit: Hit, stop: int) -> bool:
        """'Le texte pourrait, craignent des juristes, servir à …': between an auxiliary and its verb."""
        found = self._reading.token(stop + 1) if stop + 1 < self._unit.stop else None
        waits = hit.first - 2 >= self._unit.first and self._reading.is_finite(hit.first - 2)
        return waits and found is not None and found[1].feature("VerbForm") in ("Inf", "Part")

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
        infinitive = hit.cue.allows("de_inf") and low not in self._cues.of("articles")  # 'craignent des élus'
        return to or (low in self._cues.of("of") and (infinitive or hit.cue.allows("de")))

    def _dialogue(self) -> bool:
        """Whether the unit is a line of dialogue that opens with a dash."""
        return self._reading.words[self._unit.first].low in DASHES

    def _witness_follows(self, hit: Hit) -> bool:
        """'deux soldats sont blessés indiquent des sources locales': an incise that lost its comma."""
        words = self._reading.words
        at = hit.last + 2
        if at >= self._unit.stop or words[hit.last + 1].low not in self._cues.of("articles"):
            return False
        if hit.cue.addressee == "object" or words[hit.first - 1].low in self._cues.of("and"):
            return False  # '… et prie les autorités de partir': they are spoken to
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
        own = [k for k in between if self._reading.is_finite(k) or words[k].low in relative]
        served = any(words[k].low not in relative for k in own[:1])  # it has a verb of its own
        served = served or (hit.cue.addressee != "object" and self._behind_relative(own))
        return told and (lone or served) and self._named(hit.last + 1) is not None

    def _behind_relative(self, verbs: list[int]) -> bool:
        """'Des deux gardes, qui dormaient, l'un est mort, a dit …': a clause behind the relative one."""
        words, finite = self._reading.words, [k for k in verbs if self._reading.is_finite(k)]
        parted = len(finite) > 1 and any(words[k].low == "," for k in range(finite[0], finite[1]))
        return parted and not any(k in verbs for k in range(finite[0] + 1, finite[1]))

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

    def inner_start(self, incise: Incise) -> int | None:
        """Where a participle or relative clause begins that a source phrase within it vouches for."""
        return self._sources.inner_start(incise.first) if incise.place == "inner" else None

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
        named = self._reading.token(hit.last + 1) if hit.last + 1 < end else None
        told = told or (named is not None and named[1].pos == "PROPN")
        if not closed or (hit.pronoun is None and not told):
            return None
        return Incise(hit.first, end, hit.cue, hit, hit.last + 1, "after")
