"""Contents that are noun phrases: *a dénoncé une « ingérence »*, *parle de crimes de guerre*."""

from __future__ import annotations

from communique.coding.speech.finder import Content, UnitFinder
from communique.coding.speech.hits import Hit
from communique.coding.speech.reach import STOPS

ASIDE = 10  # most words between commas behind a cue
MAX_ADVERBIAL = 8  # most words between a cue and its object
TOLL = 8  # words of a phrase among which victims are looked for
HEAD = 3  # words of a phrase among which its noun is looked for
FELT = 6  # words of 'sa « profonde inquiétude »' among which its noun is looked for
TAKEN_UP = 9  # words between 'que' and a verb of blaming
JOBS = {
    "de": "of",
    "a": "to",
    "sur": "about",
    "contre": "against",
    "pour": "for",
    "comme": "as",
    "par": "by",
}
MAX_PHRASE = 14  # most words of a party between a cue and its infinitive


class NominalFinder(UnitFinder):
    """Finds contents of cues that are noun phrases, within a unit."""

    __slots__ = ()

    def of(self, hit: Hit, construction: str) -> Content | None:
        """The content that one construction of a cue's entry gives."""
        start = self.after_moment(self.after_adverbs(self._phrase_after_aside(hit.last + 1)))
        if construction == "object_whole":  # 'impute à Paris un échec'
            return self._phrase(start, construction, gap=(start, start)) if self._opens_whole(start) else None
        readers = {"adj": self._predicate, "object_of": self._blamed, "de_claim": self._spoken_of}
        readers["a_q"] = self._cried
        readers["object_assured"] = self._blamed
        if construction in readers:
            return readers[construction](hit, start)
        if construction in (
            "object",
            "object_q",
            "object_claim",
            "object_noun",
            "object_plan",
            "object_act",
            "object_felt",
        ):
            return self._object(hit, construction, start)
        if construction in ("object_comme", "object_de", "object_pour"):
            return self._described(construction, start)
        job = JOBS.get(construction)
        return self._behind(hit, construction, start, job) if job else None

    def _behind(self, hit: Hit, construction: str, start: int, job: str) -> Content | None:
        """What a preposition brings in: 's'inquiète du sort', 'justifie la mesure par la peur'."""
        words = self._reading.words
        if hit.cue.tail and words[hit.last].low in self._cues.of(job):
            return self._phrase(hit.last + 1, construction, gap=(hit.last + 1, hit.last + 1))
        for k in range(start, min(self._unit.stop, start + self._span(hit, job))):
            if job == "to" and self._is_set_phrase(k):
                break
            if words[k].low in self._cues.of(job):
                if job == "by" and self._passive_before(k):
                    return None  # 'a justifié le refus demandé par Lima'
                begin = k + 1 if job in ("about", "of", "to", "by") else k
                return self._phrase(begin, construction, gap=(hit.last + 1, k))
            if words[k].low in STOPS or words[k].low == ",":
                break
        return None

    @staticmethod
    def _span(hit: Hit, job: str) -> int:
        """Among how many words behind a cue its preposition is looked for: whom it calls may come first."""
        if job == "by":
            return MAX_PHRASE
        if job == "to" and hit.cue.addressee == "object":
            return MAX_ADVERBIAL
        return 6 if job == "about" else 4

    def _is_set_phrase(self, k: int) -> bool:
        """*a appelé Kiev au sujet du gaz*: the preposition belongs to a locution."""
        words = self._reading.words
        following = words[k + 1].low if k + 1 < self._unit.stop else ""
        return words[k].low in self._cues.of("to") and following in self._cues.of("set_phrases")

    def _predicate(self, hit: Hit, start: int) -> Content | None:
        start = self.after_moment(self.after_adverbs(self.after_aside(start)))
        found = self._reading.token(start) if start < self._unit.stop else None
        quoted = start < self._unit.stop and self._reading.words[start].quote >= 0
        if not quoted and (not found or found[1].pos not in ("ADJ", "VERB")):
            return None
        ranges = self._reach.clause_ranges(start, finite=False)
        return Content(ranges, "adj", (hit.last + 1, start)) if ranges else None

    def after_moment(self, k: int) -> int:
        """Past 'la semaine dernière', 'ce mardi'."""
        words = self._reading.words
        if k + 1 < self._unit.stop and words[k + 1].low in self._cues.of("moments") and words[k].quote < 0:
            if words[k].low in self._cues.of("demonstratives"):
                return k + 2
            if words[k].low in self._cues.of("articles") and k + 2 < self._unit.stop:
                found = self._reading.token(k + 2)
                return k + 3 if found and found[1].pos == "ADJ" else k
        return k

    def _object(self, hit: Hit, construction: str, start: int) -> Content | None:
        words = self._reading.words
        if start >= self._unit.stop or words[start].low in STOPS | {","} or self._in_relative(hit):
            return None
        start = self._over_prepositional(start)
        if not self._starts_phrase(start):
            parsed = self._object_of_tree(hit, start)
            if parsed is None:
                return None
            start = parsed
        content = self._phrase(start, construction, gap=(hit.last + 1, start))
        if content is None or self._heads(start, "silence"):
            return None
        return content if self._allowed(content, construction) else None

    def _allowed(self, content: Content, construction: str) -> bool:
        """Whether a noun phrase is of the kind that a construction asks for."""
        lists = {"object_plan": ("plans",), "object_act": ("plans", "acts")}.get(construction, ())
        if construction == "object":
            return True
        if construction == "object_felt":  # 'a dit sa colère'; not: 'a dit son texte', 'a dit la messe'
            begin, stop = content.ranges[0]
            own = self._reading.words[begin].low in self._cues.of("possessives")
            felt = self._reading.words[begin : min(stop, begin + FELT)]
            return own and any(w.low in self._cues.of("feelings") for w in felt)
        if construction == "object_noun":
            return self._claims(content)
        first = self._reading.words[content.ranges[0][0]].low
        taken_up = construction == "object_act" and first in self._cues.of("demonstratives")
        headed = not taken_up and any(self._heads(content.ranges[0][0], name) for name in lists)
        if construction == "object_act" and self._heads(content.ranges[0][0], "performed"):
            return False  # 'a annoncé des sanctions': saying so is the act
        claimed = construction == "object_claim" and self._claims(content)
        return self._quotes_something(content) or headed or claimed

    def _in_relative(self, hit: Hit) -> bool:
        """'les excuses que réclame Riad': what follows the verb is its subject."""
        before = self._reading.words[hit.first - 1].low if hit.first > self._unit.first else ""
        return before in self._cues.of("that") or before in self._cues.of("as")

    def after_aside(self, k: int) -> int:
        """Past a few words between commas: 'affirment, eux, avoir …', 'a démenti, vendredi soir, toute …'."""
        words = self._reading.words
        if k >= self._unit.stop or words[k].low != ",":
            return k
        for j in range(k + 1, min(self._unit.stop - 1, k + ASIDE)):
            if words[j].low == ",":
                return j + 1
            if words[j].low in STOPS or words[j].quote >= 0 or self._reading.is_finite(j):
                return k
        return k

    def _phrase_after_aside(self, k: int) -> int:
        """Past an aside that a noun phrase follows.

        Not 'a parlé, mardi soir, devant …': an adverbial follows, and completes nothing.
        """
        at = self.after_aside(k)
        if at == k:
            return k
        opens = self._article(at) or self._reading.words[at].low in self._cues.of("wholes")
        return at if opens else k

    def _object_of_tree(self, hit: Hit, start: int) -> int | None:
        """'a dénoncé dès mercredi un « coup d'État »': the object as the parser has it, past an adverbial."""
        words, found = self._reading.words, self._reading.token(hit.verb)
        objects = [c for c in found[0].children(found[1].i) if c.dep == "obj"] if found else []
        if not found or not objects or objects[0].i < found[1].i:
            return None
        at = self._reading.at(found[0].tokens[min(found[0].subtree(objects[0].i))].start)
        near = start < at < min(self._unit.stop, start + MAX_ADVERBIAL)
        return at if near and not any(words[k].low in STOPS | {","} for k in range(start, at)) else None

    def _over_prepositional(self, start: int) -> int:
        """'a raillé sur Twitter la …', 'a exprimé à son homologue son …': to the object itself."""
        words, said_in = self._reading.words, self._cues.of("said_in")
        some = start + 1 < self._unit.stop and words[start].low in self._cues.of("some")
        if some and self._reading.named(start + 1) is None:
            return start  # 'exige des excuses et le retrait'; not 'exige des élus le retrait'
        if start < self._unit.stop and words[start].low in said_in and words[start].quote < 0:
            for k in range(start + 1, min(self._unit.stop, start + 12)):
                if words[k].low in STOPS | {","}:
                    break
                quote = self._reading.quote_from(k)
                if (
                    words[k].low in self._cues.of("articles")
                    and k > start + 1
                    and not quote
                    and words[k - 1].low not in said_in
                ):
                    found = self._reading.token(k)
                    if (
                        found
                        and found[1].pos == "DET"
                        and words[k - 1].low not in self._cues.of("prepositions")
                    ):
                        return k
        return start

    def _starts_phrase(self, k: int) -> bool:
        if k >= self._unit.stop:
            return False
        word = self._reading.words[k]
        if word.quote >= 0 or word.low in self._cues.of("articles") - self._cues.of("of"):
            return True
        found = self._reading.token(k)
        some = word.low in self._cues.of("some")  # 'exige des excuses', whatever the parser took it for
        return some or bool(found and found[1].pos in ("DET", "NOUN", "PROPN", "NUM"))

    def _opens_whole(self, k: int) -> bool:
        """Whether a noun phrase, or whom it is put to ('à Paris'), begins at word ``k``."""
        return self._starts_phrase(k) or (
            k < self._unit.stop and self._reading.words[k].low in self._cues.of("to")
        )

    def _quotes_something(self, content: Content) -> bool:
        words = self._reading.words
        start, stop = content.ranges[0]
        return any(words[k].quote >= 0 for k in range(start, stop)) or self._counts_victims(start, stop)

    def _counts_victims(self, start: int, stop: int) -> bool:
        """'a évoqué une dizaine de morts': a toll that somebody gives."""
        words = self._reading.words[start : min(stop, start + TOLL)]
        return any(w.low in self._cues.of("tolls") for w in words) and self._is_number(start)

    def _is_number(self, k: int) -> bool:
        found, words = self._reading.token(k), self._reading.words
        counted = any(w.low in self._cues.of("more") for w in words[k : k + 2])
        return counted or (found is not None and found[1].pos == "NUM")

    def _claims(self, content: Content) -> bool:
        words = self._reading.words
        start, stop = content.ranges[0]
        claims = self._cues.of("claims")
        return words[start].low in self._cues.of("wholes") or any(
            words[k].low in claims for k in range(start, min(stop, start + 3))
        )

    def _heads(self, start: int, job: str) -> bool:
        """Whether one of the first words of a phrase is on a list: its noun, or the one it counts."""
        words = self._reading.words[start : min(self._unit.stop, start + HEAD)]
        return any(w.low in self._cues.of(job) for w in words if w.quote < 0)

    def _blamed(self, hit: Hit, start: int) -> Content | None:
        """'accuse Riad de crimes de guerre', 'l'a assuré du soutien de Lima': what follows 'de', with it."""
        words, of = self._reading.words, self._cues.of("of")
        assured = hit.cue.allows("object_assured")
        threatened = hit.cue.force == "promise"
        job = "assurances" if assured else "misdeeds"
        accused = self._taken_up(hit)
        for k in range(start if accused else start + 1, min(self._unit.stop, start + MAX_PHRASE)):
            if words[k].low in STOPS | {","} or words[k].quote >= 0 or self._reading.is_finite(k):
                return None
            quoted = k + 1 < self._unit.stop and words[k + 1].quote >= 0
            some = k + 1 < self._unit.stop and words[k + 1].low not in self._cues.of("negation")
            called = accused and k == start and not assured  # 'l'accuse de faiblesse'
            quoted = quoted or (some and (called or (threatened and self._reading.named(k - 1) is not None)))
            if assured and not accused and self._reading.named(k - 1) is None:
                continue  # 'assure la livraison de l'aide'
            if words[k].low in of and (quoted or self._heads(k + 1, job)):
                return self._phrase(k, "object_of", gap=(hit.last + 1, k))
        return None

    def _passive_before(self, k: int) -> bool:
        found = self._reading.token(k - 1)
        return found is not None and found[1].feature("VerbForm") == "Part"

    def _taken_up(self, hit: Hit) -> bool:
        """'l'accuse de vol', 'le maire, que l'opposition accuse de vol': who is accused stands before."""
        words = self._reading.words
        if any(words[k].low in self._cues.of("accusative") for k in range(hit.first, hit.verb)):
            return True
        for k in range(hit.first - 1, max(self._unit.first, hit.first - TAKEN_UP), -1):
            if words[k].is_mark or words[k].quote >= 0 or self._reading.is_finite(k):
                return False
            if words[k].low in self._cues.of("that"):
                noun = self._reading.token(k - 1 - (words[k - 1].low == ","))
                return noun is not None and noun[1].pos in ("NOUN", "PROPN")
        return False

    def _cried(self, hit: Hit, start: int) -> Content | None:
        """'crie au « complot »', 'crie à la « trahison »'."""
        words = self._reading.words
        if start >= self._unit.stop or words[start].low not in self._cues.of("to"):
            return None
        quoted = any(words[k].quote >= 0 for k in range(start + 1, min(self._unit.stop, start + HEAD)))
        return self._phrase(start + 1, "a_q", gap=(hit.last + 1, start)) if quoted else None

    def _spoken_of(self, hit: Hit, start: int) -> Content | None:
        """'parle d'une « bavure »', 'de plus de 40 morts', 'de crimes de guerre'; not: 'de la Syrie'."""
        words = self._reading.words
        begin = start + 1
        if begin >= self._unit.stop or words[start].low not in self._cues.of("of"):
            return None
        told = words[begin].quote >= 0 or self._is_number(begin) or self._heads(begin, "misdeeds")
        content = self._phrase(begin, "de_claim", gap=(hit.last + 1, begin)) if begin > start else None
        told = told or bool(content and self._speaks_of_victims(content))
        if (
            content
            and (told or self._quotes_something(content))
            and words[start].low not in self._cues.of("articles")
        ):
            return content
        return None

    def _speaks_of_victims(self, content: Content) -> bool:
        """'parlent d'un otage tué', 'de civils blessés'; not: 'd'un homme tué en 1944 qui parlait'."""
        first, stop = content.ranges[0][0], content.ranges[-1][1]
        low = [self._reading.words[k].low for k in range(first, stop)]
        inner = any(w in self._cues.of("relatives") for w in low)
        return not inner and any(w in self._cues.of("tolls") for w in low[1:])

    def _described(self, construction: str, start: int) -> Content | None:
        words = self._reading.words
        job = {"object_comme": "as", "object_pour": "for"}.get(construction, "of")
        wanted = self._cues.of(job)
        phrase = start
        for k in range(start, min(self._unit.stop, start + MAX_PHRASE)):
            opened = (
                words[k].quote >= 0 and words[k].is_mark and words[min(k + 1, len(words) - 1)].low in wanted
            )
            if words[k].low in STOPS | {","} or (words[k].quote >= 0 and not opened):
                return None
            if opened and job == "of":  # 'la qualifie « d'échec »'
                ranges = self._reach.clause_ranges(phrase, finite=False)
                return Content(ranges, construction, (start, start)) if ranges else None
            if words[k].low in wanted and k >= start:
                if construction == "object_pour" and not self._guilty(k + 1):
                    return None
                following = words[k + 1] if k + 1 < self._unit.stop else None
                bare = following is not None and (
                    following.quote >= 0 or construction == "object_comme" or not self._article(k + 1)
                )
                if bare and (job != "of" or words[k].low in {"de", "d'"}):
                    ranges = self._reach.clause_ranges(phrase, finite=False)
                    return Content(ranges, construction, (start, start)) if ranges else None
        return None

    def _guilty(self, k: int) -> bool:
        """'tient le préfet pour responsable', 'pour « criminel »'; not: 'tient bon pour l'instant'."""
        words = self._reading.words
        while k < self._unit.stop and self.is_adverb(k):
            k += 1
        quoted = k < self._unit.stop and words[k].quote >= 0
        return quoted or (k < self._unit.stop and words[k].low in self._cues.of("guilty"))

    def _article(self, k: int) -> bool:
        return self._reading.words[k].low in self._cues.of("articles")

    def _phrase(self, start: int, built: str, *, gap: tuple[int, int]) -> Content | None:
        stop = self._reach.phrase_stop(start)
        return Content(((start, stop),), built, gap) if stop > start else None

    def after_adverbs(self, k: int) -> int:
        """Past adverbs, adverbial locutions and days ('a déclaré par ailleurs mardi …')."""
        words = self._reading.words
        while k < self._unit.stop and words[k].quote < 0:
            length = self._cues.phrase_at("adverb_phrases", [w.low for w in words[k : k + 5]])
            if length:
                k += length
            elif self._single_adverb(k):
                k += 1
            else:
                break
        return k

    def _single_adverb(self, k: int) -> bool:
        low = self._reading.words[k].low
        if low in self._cues.of("adverbs") and low not in self._cues.of("articles"):
            return True
        return low.endswith(self._cues.adverb_ending) and len(low) > 6 and self.is_adverb(k)

    def is_adverb(self, k: int) -> bool:
        """Whether the parser takes word ``k`` for an adverb."""
        found = self._reading.token(k)
        return bool(found and found[1].pos == "ADV")
