"""Who speaks, and to whom: by grammar, else by nearness, and open where two would fit."""

from __future__ import annotations

from bisect import bisect_left

from communique.clauses import load_reader
from communique.coding.speech.beside import (
    NOBODY,
    apposed,
    between_commas,
    governor,
    mention_before,
    past_aside,
    placed,
    subject_before,
)
from communique.coding.speech.hits import Hit
from communique.coding.speech.resumed import Resumer
from communique.coding.speech.sources import Incise
from communique.coding.speech.words import Reading, Unit
from communique.languages.cues import Cues
from communique.mentions import Denoted, MentionIndex
from communique.model import Unknown

PASSIVE_SPEAKER = Unknown("the passive names no speaker")
PRONOUNS = "pronouns.toml"  # mentions by a pronoun
SILENT = frozenset({"people"})
AUTHOR = 9  # words between a document and the author that it is attributed to
AUTHORS = frozenset({"ministry", "government", "organisation", "group", "force", "party", "person", "office"})
SEVERAL = Unknown("several persons are named there")
UNNAMED = frozenset({"people", "office"})
CALLED = frozenset({"company"})
SPEAKING = frozenset({"person", "office", "people", "organisation", "party", "ministry", "government"})
CLOSE = 3  # words behind a verb of another kind among which its subject begins
NEAR = 14  # words between a verb and an inverted subject that is looked for


class SpeakerFinder:
    """Resolves speakers and addressees to actors of the article."""

    __slots__ = (
        "_clauses",
        "_cues",
        "_document",
        "_document_channel",
        "_heard",
        "_reading",
        "_resumer",
        "_starts",
        "index",
        "last",
    )

    def __init__(self, reading: Reading, cues: Cues, *, index: MentionIndex) -> None:
        self._reading = reading
        self._cues = cues
        self.index = index
        self._clauses = load_reader(cues.code)
        self._starts: dict[str, list[int]] = {}
        self._document: str | None = None
        self._document_channel: str | None = None
        self._resumer = Resumer(reading, cues, index=index)
        self._heard = 0
        self.last: str | Unknown = Unknown("nobody has spoken yet")

    def heard(self, speaker: str | Unknown, at: int) -> None:
        """Note who spoke last, and up to which word."""
        self.last = speaker
        self._heard = at

    def _resumed(self, k: int, stop: int) -> str | None:
        """'dit le chimiste', of a chimist named before."""
        return self._resumer.of(k, stop, last=self.last, heard=self._heard)

    def of_hit(self, hit: Hit, unit: Unit, *, before: str | Unknown | None = None) -> str | Unknown:
        """The speaker of a verb with its subject before it; ``before`` spoke last in the unit.

        'Riad a protesté, demandant que …': a participle takes the subject of what was said before it.
        """
        if hit.pronoun is not None:
            met, _ = mention_before(self._reading, hit.first, unit)  # 'le TPLF nie-t-il …'
            return met.actor.id if met else self._pronoun(hit.pronoun)
        if own := self.absolute(hit, unit) or placed(self._reading, self._cues, hit, unit):
            return own
        if hit.form == "present" and before is not None and hit.first - unit.first > 1:
            return before
        beside = subject_before(self._reading, self._cues, hit=hit, unit=unit)
        by_tree = self._met(beside, hit.first - 1) if beside else self._by_tree(hit)
        if isinstance(by_tree, Unknown) and before is not None and self._coordinated(hit):
            return before
        if by_tree is not None and not (isinstance(by_tree, Unknown) and hit.form == "present"):
            return by_tree
        if hit.form == "present" and hit.first - unit.first <= 1:
            return self._subject_after(hit, unit)
        if before is not None and (hit.form == "present" or hit.shared is not None):
            return before
        return self._nearest_left(hit, unit) if hit.voice == "active" else PASSIVE_SPEAKER

    def of_incise(self, incise: Incise) -> str | Unknown:
        """The speaker of an incise or a source phrase."""
        words = self._reading.words
        hit = incise.hit
        if hit and hit.pronoun is not None and words[hit.pronoun].low not in self._cues.of("nobody"):
            return self._pronoun(hit.pronoun)
        first = incise.name
        words_stop = self._before_relative(first, incise.stop)
        found = self._first_mention(first, words_stop, bare=hit is not None and hit.pronoun is None)
        if hit and (found is None or found.actor.kind in UNNAMED | CALLED):
            named = apposed(self._reading, incise.stop, of=found)
            if named:
                return named
        if found is None and hit and incise.stop == hit.last + 1:
            found = past_aside(self._reading, incise.stop)
        if found:
            return found.actor.id
        resumed = self._resumed(first, incise.stop) if hit else None
        if resumed:
            return resumed
        document = self._cited_document(first, incise.stop)
        if document:
            return document
        aside = past_aside(self._reading, incise.stop) if hit and hit.pronoun is None else None
        return aside.actor.id if aside else NOBODY

    def absolute(self, hit: Hit, unit: Unit) -> str | None:
        """'Le marché recule, Riad affirmant que …': a participle with a subject of its own behind a comma."""
        words, k = self._reading.words, hit.first - 1
        met = self._reading.named(k) if k > unit.first and words[k].quote < 0 else None
        if hit.form != "present" or met is None or met.mention.span.end != words[k].end:
            return None
        begin = self._reading.at(met.mention.span.start) - 1
        if begin > unit.first and words[begin].low in self._cues.of("articles"):
            begin -= 1
        return met.actor.id if begin > unit.first and words[begin].low == "," else None

    def inverted(self, k: int, stop: int) -> str | Unknown:
        """Who is told of by the words behind a verb, from word ``k`` on: a pronoun, a name, a noun."""
        if self._reading.words[k].glued:
            return self._pronoun(k)
        found = self._first_mention(k, min(stop, k + CLOSE), bare=True)
        return found.actor.id if found else self._resumed(k, stop) or NOBODY

    def _pronoun(self, k: int) -> str | Unknown:
        met = self._reading.named(k)
        if met and not (self._met_in_quotes(met, k) and not isinstance(self.last, Unknown)):
            return met.actor.id
        if self._reading.words[k].low in self._cues.of("nobody"):
            return Unknown("an impersonal pronoun")
        return self.last

    def _met(self, met: Denoted, k: int) -> str | Unknown:
        """The actor; not one whom a pronoun takes up from quoted words, where somebody else has spoken."""
        stray = PRONOUNS in met.mention.rule and self._met_in_quotes(met, k)
        return self.last if stray and not isinstance(self.last, Unknown) else met.actor.id

    def _met_in_quotes(self, met: Denoted, k: int) -> bool:
        """Whether the last mention of the actor before word ``k`` is in quoted words: no antecedent then."""
        words = self._reading.words
        starts = self._starts.get(met.actor.id)
        if starts is None:
            starts = self._starts[met.actor.id] = sorted(
                m.span.start for m in met.actor.mentions if PRONOUNS not in m.rule
            )
        number = bisect_left(starts, words[k].start)
        at = self._reading.at(starts[number - 1]) if number else k
        return at < k and words[at].quote >= 0

    def _by_tree(self, hit: Hit) -> str | Unknown | None:
        found = self._reading.token(hit.verb)
        if not found:
            return None
        sentence, token = found
        if hit.form == "infinitive" and self.adverbial_infinitive(hit):
            token = next((t for t in sentence.ancestors(token.i) if t.pos in ("VERB", "AUX")), token)
        if hit.form == "present" and token.dep == "acl" and self._reading.words[hit.first - 1].low == ",":
            token = governor(sentence, token)
        heads = self._clauses.agents(sentence, token.i) if hit.voice != "bare" else ()
        for head in heads:
            offset = sentence.tokens[head].start
            met = self.index.headed(offset) or self._reading.named_at(offset)
            if met:
                return self._called(met) or self._met(met, self._reading.at(offset))
        for head in heads:  # 'Son camarade Asif Mahmud …': the name beside a noun for nobody in particular
            beside = (c for c in sentence.children(head) if c.dep == "appos" and c.pos == "PROPN")
            named = next((m for c in beside if (m := self._reading.named_at(c.start))), None)
            if named:
                return named.actor.id
        for head in heads:
            if sentence.tokens[head].pos == "PRON":
                return self._loose_pronoun(sentence.tokens[head].low)
        if (
            heads
            and sentence.tokens[heads[0]].i < token.i
            and sentence.tokens[heads[0]].pos in ("NOUN", "PROPN")
        ):
            start = sentence.tokens[heads[0]].start
            begin = self._reading.at(sentence.tokens[min(sentence.subtree(heads[0]))].start)
            near = self._within_phrase(start, self._reading.words[hit.first].start)
            return (
                near or self._resumed(begin, hit.first) or between_commas(self._reading, hit.first) or NOBODY
            )
        return None

    def _called(self, met: Denoted) -> str | None:
        """'Sa mère, Awa Cissé, exige': the name beside a noun for somebody."""
        if met.actor.kind not in UNNAMED:
            return None
        return apposed(self._reading, self._reading.at(met.mention.span.end), of=met)

    def adverbial_infinitive(self, hit: Hit) -> bool:
        """'a appelé son homologue pour lui faire part de …': the caller speaks, by whatever verb."""
        words = self._reading.words
        return any(words[k].low in self._cues.of("modals") for k in range(max(0, hit.first - 2), hit.first))

    def _within_phrase(self, start: int, end: int) -> str | None:
        """A mention between a subject's head and its verb when it is the only one."""
        words, cues = self._reading.words, self._cues
        aside = cues.of("prepositions") - cues.of("of") - cues.of("by") - cues.of("between")
        ids: set[str] = set()
        k = self._reading.at(start)
        while k < len(words) and words[k].end <= end:
            met = self._reading.named(k)
            if met:
                ids.add(met.actor.id)
            elif words[k].low in aside:
                break  # 'l'information sur les primes russes confirme': what is spoken of does not speak
            k += 1
        return ids.pop() if len(ids) == 1 else None

    def _loose_pronoun(self, low: str) -> str | Unknown:
        low = low.lstrip("-")
        if low in self._cues.of("inverted") and low not in self._cues.of("nobody"):
            return self.last
        return NOBODY

    def _coordinated(self, hit: Hit) -> bool:
        """'estime que … et ajoute que': the verb stands right after a conjunction."""
        words = self._reading.words
        return hit.first > 0 and words[hit.first - 1].low in self._cues.of("and") | self._cues.of("but") | {
            ","
        }

    def _subject_after(self, hit: Hit, unit: Unit) -> str | Unknown:
        """'Jugeant la réponse tardive, le maire a …': the subject of the main clause."""
        words = self._reading.words
        for k in range(hit.last + 1, unit.stop):
            if words[k - 1].low == "," and words[k].quote < 0:
                met = self._reading.named(k)
                if met:
                    return met.actor.id
        return NOBODY

    def _nearest_left(self, hit: Hit, unit: Unit) -> str | Unknown:
        words = self._reading.words
        best: Denoted | None = None
        for k in range(unit.first, hit.first):
            if words[k].quote >= 0:
                continue
            met = self._reading.named(k)
            before = words[k - 1].low if k > unit.first else ""
            if (
                met
                and met.mention.span.start == words[k].start
                and before not in self._cues.of("prepositions")
            ):
                best = best or met
        return best.actor.id if best else NOBODY

    def before_colon(self, first: int, unit: Unit) -> str | Unknown:
        """'Le maire est formel : « … »': the subject of the clause before a colon, or who is named there."""
        words, reading = self._reading.words, self._reading
        if first <= unit.first + 1 or words[first - 1].low != ":":
            return self.last
        before = [k for k in range(unit.first, first - 1) if words[k].quote < 0]
        verb = next((k for k in reversed(before) if reading.is_finite(k)), None)
        agent = self.agent(verb) if verb is not None else None
        if agent is not None:
            return agent
        named = (m for k in before if (m := reading.named(k)) and m.actor.kind == "person")
        ids = {m.actor.id for m in named}
        return ids.pop() if len(ids) == 1 else self.last if not ids else SEVERAL

    def agent(self, verb: int) -> str | Unknown | None:
        """The actor that is the subject of a verb; None where it is a thing."""
        found = self._reading.token(verb)
        at = (
            found[1].head if found and found[1].dep.startswith(("aux", "cop")) else found[1].i if found else 0
        )
        for head in self._clauses.agents(found[0], at) if found else ():
            start = found[0].tokens[head].start if found else 0
            met = self.index.headed(start) or self._reading.named_at(start)
            if met and met.actor.kind in SPEAKING:
                return met.actor.id
        return None

    def _before_relative(self, first: int, stop: int) -> int:
        """'ajoute celle qui fut ministre': nobody within what is told of the one who speaks."""
        words = self._reading.words
        one = first + 1 < stop and " ".join((words[first].low, words[first + 1].low))
        return first if one in self._cues.of("one_who") else stop

    def _first_mention(self, first: int, stop: int, *, bare: bool) -> Denoted | None:
        """The first mention of an inverted subject; one after a preposition only if none is bare."""
        words = self._reading.words
        spare: Denoted | None = None
        for k in range(first, min(stop, first + NEAR)):
            met = self._reading.named(k)
            if not met or (met.mention.span.start != words[k].start and k > first):
                continue
            at = k - 1 if words[k - 1].low not in self._cues.of("articles") else k - 2  # 'à l'AFP'
            before = words[max(at, first - 1)].low
            free = before not in self._cues.of("prepositions") or self._partitive(k - 1, first)
            if not bare or free or k == first:
                return met
            spare = spare or met
        return None if bare else spare

    def _partitive(self, k: int, first: int) -> bool:
        """'ont indiqué à l'AFP des sources': an article behind the complement of the addressee."""
        words = self._reading.words
        behind = any(words[j].low in self._cues.of("to") for j in range(first, k - 1))
        return behind and words[k].low in self._cues.of("articles")

    def _cited_document(self, first: int, stop: int) -> str | None:
        words = self._reading.words
        lows = {w.low for w in words[first:stop]}
        return self._document if lows & self._cues.of("documents") else None

    def document_channel(self, first: int, stop: int) -> str | None:
        """The channel of the document that is cited again ('lit-on dans le document')."""
        lows = {w.low for w in self._reading.words[first:stop]}
        return self._document_channel if lows & self._cues.of("documents") else None

    def note_documents(self, unit: Unit) -> None:
        """Remember whose communiqué or statement the unit names."""
        words = self._reading.words
        for k in range(unit.first, unit.stop):
            if words[k].low in self._cues.of("documents"):
                for j in range(k + 1, min(unit.stop, k + AUTHOR)):
                    if words[j].low in {",", ".", ":"}:
                        break
                    met = self._reading.named(j)
                    if met and met.actor.kind in AUTHORS and self._by_whom(j):
                        self._document = met.actor.id
                        found = self._cues.channel_in(words[k].low)
                        self._document_channel = found[0] if found else None
                        break

    def _by_whom(self, k: int) -> bool:
        """Whether 'de' or 'par' brings in word ``k``: 'le rapport de la FIDH'."""
        words = self._reading.words
        whose = self._cues.of("of") | self._cues.of("by")
        article = words[k - 1].low in self._cues.of("articles")
        return words[k - 1].low in whose or (article and words[k - 2].low in whose)
