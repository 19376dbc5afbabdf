"""Statements of one unit: cues with their contents, incises, and quotations that are left."""

from __future__ import annotations

from communique.coding.speech.addressees import AddresseeFinder
from communique.coding.speech.announced import COLON as COLON_CLAUSE
from communique.coding.speech.announced import find_colons
from communique.coding.speech.beside import carried_on, owner_of
from communique.coding.speech.channels import NO_CHANNEL, ChannelFinder
from communique.coding.speech.contents import ContentFinder
from communique.coding.speech.drafts import Draft, cue_range, spans_of, worded
from communique.coding.speech.finder import Content
from communique.coding.speech.hits import Hit, HitFinder
from communique.coding.speech.incises import InciseFinder
from communique.coding.speech.nouns import find_noun_contents
from communique.coding.speech.passives import BUILT, find_passives
from communique.coding.speech.quotes import DASHES
from communique.coding.speech.reach import ACTS, Attached, Ranges, Reach
from communique.coding.speech.regions import RegionFinder
from communique.coding.speech.sources import Incise
from communique.coding.speech.speakers import SpeakerFinder
from communique.coding.speech.unquoted import COLON, Loose, LooseFinder
from communique.coding.speech.words import Reading, Unit
from communique.coding.speech.worth import WorthFinder
from communique.languages.cues import Cues
from communique.model import Unknown

NO_ADDRESSEE = Unknown("the text names nobody who is addressed")
EXPLAINED = 30  # characters between somebody's words and a colon behind which they go on
CLOSE = 3  # words between a content's end and an incise that gives its source
BEFORE_HOST = 40  # words before a statement within which the same source vouches for an earlier one


class UnitReader:
    """Reads the statements of a unit."""

    __slots__ = (
        "_addressees",
        "_channels",
        "_contents",
        "_cues",
        "_drafts",
        "_finder",
        "_hits",
        "_incises",
        "_last_main",
        "_loose",
        "_reading",
        "_regions",
        "_said_by",
        "_speakers",
        "_unit",
        "_worth",
    )

    def __init__(
        self,
        reading: Reading,
        cues: Cues,
        *,
        unit: Unit,
        speakers: SpeakerFinder,
        finder: HitFinder,
    ) -> None:
        self._reading = reading
        self._cues = cues
        self._unit = unit
        self._speakers = speakers
        every = finder.between(unit.first, unit.stop)
        hits = tuple(h for h in every if reading.words[h.verb].quote < 0)
        self._finder = incises = InciseFinder(reading, cues, unit=unit)
        self._incises = incises.find(hits)
        inside = {i.hit.verb for i in self._incises if i.hit}
        self._hits = tuple(h for h in hits if h.verb not in inside and not self._within_incise(h))
        places = {"after", "within"}
        attached = tuple(
            Attached(i.first, i.stop, i.hit is not None)
            for i in self._incises
            if i.place in places or (i.place == "beside" and incises.trailing(i))
        )
        reach = Reach(reading, cues, unit=unit, hits=self._hits, attached=attached)
        self._contents = ContentFinder(reading, cues, unit=unit, hits=self._hits, reach=reach)
        self._regions = RegionFinder(reading, cues, unit=unit, hits=self._hits, reach=reach)
        self._channels = ChannelFinder(reading, cues, unit=unit, hits=self._hits, speakers=speakers)
        self._worth = WorthFinder(reading, cues, unit=unit, speakers=speakers)
        self._addressees = AddresseeFinder(reading, cues, index=speakers.index, unit=unit)
        self._loose = LooseFinder(reading, cues, unit=unit, incises=incises, hits=every)
        self._drafts: list[Draft] = []
        self._said_by: dict[int, str | Unknown] = {}
        self._last_main: str | Unknown | None = None

    def read(self) -> list[Draft]:
        """The drafts of the unit, in order."""
        self._speakers.note_documents(self._unit)
        for hit in self._hits:
            content = self._contents.of(hit)
            if content and self._worth.tells(hit, content, told=any(i.hit for i in self._incises)):
                self._add(hit, content)
        self._add_nouns()
        self._add_passives()
        self._add_colons()
        cursor = self._unit.first
        for number, incise in enumerate(self._incises):
            cursor = self._attach(incise, cursor, self._incises[number + 1 :])
        for loose in self._loose.find(tuple((d.start, d.end) for d in self._drafts)):
            self._add_loose(loose)
        for k in range(self._unit.first + 1, self._unit.stop - 1):
            if self._reading.words[k].low == ":" and self._reading.words[k].quote < 0:
                self._add_explanation(k)
        return sorted(self._drafts, key=lambda d: (d.start, -d.end))

    def _within_incise(self, hit: Hit) -> bool:
        return any(i.first <= hit.verb < i.stop for i in self._incises if i.hit is None)

    def _add(self, hit: Hit, content: Content) -> None:
        spans, kind = spans_of(self._reading, content.ranges, content.built)
        speaker = self._speaker(hit)
        unsure = hit.form == "infinitive" or content.built == COLON_CLAUSE
        if not spans or (unsure and isinstance(speaker, Unknown)):
            return
        self._drafts.append(
            Draft(
                spans=spans,
                kind=kind,
                speaker=speaker,
                addressee=self._other_than(speaker, self._addressees.of(hit, content.gap[1])),
                cue=cue_range(self._reading, hit.first, self._cue_last(hit)),
                channel=self._channels.of_hit(hit, content),
                through=(),
                rule=self._cues.rule(hit.cue),
                words=(content.ranges[0][0], content.ranges[-1][1]),
            )
        )

    @staticmethod
    def _other_than(speaker: str | Unknown, addressee: str | Unknown) -> str | Unknown:
        return NO_ADDRESSEE if addressee == speaker else addressee

    def _cue_last(self, hit: Hit) -> int:
        """The cue's last word, with a locution that belongs to it ('avait souligné en retour')."""
        words = self._reading.words
        following = [w.low for w in words[hit.last + 1 : min(hit.last + 6, self._unit.stop)]]
        return hit.last + self._cues.phrase_at("adverb_phrases", following)

    def _speaker(self, hit: Hit) -> str | Unknown:
        known = self._said_by.get(hit.shared) if hit.shared is not None else None
        going_on = carried_on(self._reading, self._cues, hit, self._unit)
        if going_on:
            known = going_on if isinstance(going_on, str) else self._speakers.last
        before = self._last_main
        incise = self._incise_before(hit)
        if incise:
            before = self._speakers.of_incise(incise)
            if hit.form == "infinitive" and self._speakers.adverbial_infinitive(hit):
                known = before
        if known is None and self._adjoins(hit):
            known = before
        speaker = known or self._speakers.of_hit(hit, self._unit, before=before)
        self._said_by[hit.verb] = speaker
        if hit.form != "infinitive":
            self._last_main = speaker
        return speaker

    def _adjoins(self, hit: Hit) -> bool:
        """'rappelle que la loi protège les civils et prie …': a verb joined to the one before its content."""
        joined = self._reading.words[hit.first - 1].low in self._cues.of("and") if hit.first else False
        ended = bool(self._drafts) and self._drafts[-1].words[1] == hit.first - 1
        return joined and ended and hit.voice == "active" and hit.form in ("finite", "past")

    def _incise_before(self, hit: Hit) -> Incise | None:
        """'…, a dit la ministre, ajoutant que': whose words a participle or infinitive takes further."""
        if hit.form not in ("present", "infinitive"):
            return None
        found = [i for i in self._incises if i.hit and i.stop <= hit.first]
        later = any(
            found and found[-1].stop <= h.first < hit.first and h.form == "finite" for h in self._hits
        )
        return found[-1] if found and not later else None

    def _add_nouns(self) -> None:
        """'les propos selon lesquels …': contents of nouns."""
        for noun in find_noun_contents(self._reading, self._cues, unit=self._unit):
            ranges = self._regions.clause(noun.start)
            spans, kind = spans_of(self._reading, ranges, "clause")
            if spans:
                self._drafts.append(
                    Draft(
                        spans=spans,
                        kind=kind,
                        speaker=owner_of(self._reading, self._cues, range(noun.noun, noun.start), self._unit),
                        addressee=NO_ADDRESSEE,
                        cue=cue_range(self._reading, noun.noun, noun.start - 1),
                        channel=noun.cue.channel or NO_CHANNEL,
                        through=(),
                        rule=self._cues.rule(noun.cue),
                        words=(ranges[0][0], ranges[-1][1]),
                    )
                )

    def _add_passives(self) -> None:
        """'La prise du port, annoncée par le M23': what was announced, confirmed or claimed."""
        for told in find_passives(self._reading, self._cues, unit=self._unit, hits=self._hits):
            spans, kind = spans_of(self._reading, ((told.first, told.stop),), BUILT)
            if not spans:  # a quotation may hold nothing but marks
                continue
            cue = cue_range(self._reading, told.hit.first, told.hit.last)
            rule = self._cues.rule(told.hit.cue)
            words, channel = (told.first, told.stop), told.hit.cue.channel or NO_CHANNEL
            self._drafts.append(Draft(spans, kind, told.speaker, NO_ADDRESSEE, cue, channel, (), rule, words))

    def _add_colons(self) -> None:
        """'Les rescapés sont formels : …', 'Une veuve livre une autre version : …'."""
        for colon in find_colons(self._reading, self._cues, unit=self._unit):
            speaker = self._speakers.agent(colon.verb)
            ranges = self._regions.clause(colon.start)
            spans, kind = spans_of(self._reading, ranges, "clause")
            if not spans or speaker is None or isinstance(speaker, Unknown):
                continue
            cue = cue_range(self._reading, colon.verb, colon.start - 2)
            self._add_loose(Loose(spans, kind, (ranges[0][0], ranges[-1][1]), COLON, speaker, cue=cue))

    def _attach(self, incise: Incise, cursor: int, rest: tuple[Incise, ...]) -> int:
        """Report what an incise tells of; gives the word from which the next one may."""
        place = incise.place
        if place == "before":
            self._report(incise, self._regions.after(incise))
            return incise.stop + 1
        if place not in ("beside", "after") or (place == "beside" and not self._regions.trailing(incise)):
            self._report(incise, self._regions.around(incise, cursor, self._finder.inner_start(incise)))
            return cursor
        ranges = self._regions.before(incise, cursor, rest)
        self._report(incise, ranges)
        return ranges[-1][1] if ranges and ranges[-1][0] >= incise.stop else incise.stop

    def _report(self, incise: Incise, ranges: Ranges) -> None:
        if not ranges:
            return
        reading = self._reading
        speaker = self._speakers.of_incise(incise)
        self._drop_acts(ranges, told=incise.hit is not None)
        host = self._host(incise, ranges)
        if host is not None and self._gainsays(self._drafts[host], incise):
            return
        if host is not None:
            self._through(host, incise, speaker)
            return
        if incise.cue.allows("through"):
            return
        spans, kind = spans_of(reading, ranges, "incise" if incise.hit else "source")
        if not spans:
            return
        if incise.hit and self._reading.words[self._unit.first].low in DASHES:
            kind = "direct"  # a line of dialogue has a dash for its marks
        last = max(incise.name, incise.stop - 1)
        if incise.hit and (incise.hit.pronoun is None or not self._impersonal(incise.hit)):
            last = incise.hit.last
        addressed = self._addressees.of(incise.hit, incise.stop) if incise.hit else NO_ADDRESSEE
        addressee = self._other_than(speaker, addressed)
        self._drafts.append(
            Draft(
                spans=spans,
                kind=kind,
                speaker=speaker,
                addressee=addressee,
                cue=cue_range(reading, incise.first, last),
                channel=self._channels.of_incise(incise),
                through=(),
                rule=self._cues.rule(incise.cue),
                words=(ranges[0][0], ranges[-1][1]),
            )
        )

    def _impersonal(self, hit: Hit) -> bool:
        """'lit-on dans le document': the whole incise is the cue."""
        return hit.pronoun is not None and self._reading.words[hit.pronoun].low in self._cues.of("nobody")

    def _host(self, incise: Incise, ranges: Ranges) -> int | None:
        """The draft of a verb of saying that is all of what the incise vouches for."""
        first, stop = ranges[0][0], ranges[-1][1]
        for number, draft in enumerate(self._drafts):
            if first <= draft.words[0] and draft.words[1] <= stop:
                main = not any(
                    self._reading.words[k].low in self._cues.of("relatives")
                    for k in range(first, draft.words[0])
                    if self._reading.words[k].quote < 0
                )
                near = stop - draft.words[1] <= CLOSE or incise.place == "before"
                if main and near:
                    return number
        return None

    def _gainsays(self, draft: Draft, incise: Incise) -> bool:
        """'nie avoir tiré, contrairement à ce qu'affirment des témoins': they vouch for no denial.

        Nor does who speaks in a relative clause: 'dément le raid, où dix civils auraient péri selon Kiev'.
        """
        deny = {self._cues.rule(c) for c in self._cues.cues if c.force == "deny"}
        inner = self._cues.of("relatives") | self._cues.of("that")
        between = range(draft.words[0] + 1, incise.first)
        return draft.rule in deny and any(self._reading.words[k].low in inner for k in between)

    def _drop_acts(self, ranges: Ranges, *, told: bool) -> None:
        """'Selon Kiev, il s'est excusé et a promis de payer': what is promised is part of what Kiev says.

        So is what is ``told`` by a verb of saying, and what nobody asked for ('La ville n'a pas demandé de
        renforts, indique le préfet'). Not where the promise is all that the source vouches for.
        """
        first, stop = ranges[0][0], ranges[-1][1]
        for hit in self._hits:
            if not first <= hit.first < stop or hit.cue.force not in ACTS:
                continue
            later = any(self._reading.is_finite(k) for k in range(first, hit.first))
            if later or told or self._worth.is_untold(hit):
                at = self._reading.words[hit.first].start
                self._drafts = [d for d in self._drafts if d.cue is None or d.cue[0] != at]

    def _through(self, host: int, incise: Incise, speaker: str | Unknown) -> None:
        text = self._reading.text[
            self._reading.words[incise.first].start : self._reading.words[incise.stop - 1].end
        ]
        named = self._cues.channel_in(text)
        for number, draft in enumerate(self._drafts):
            if number != host and draft.words[0] < self._drafts[host].words[0] - BEFORE_HOST:
                continue
            channel = named[0] if named else draft.channel
            through = draft.through
            if not isinstance(speaker, Unknown) and speaker != draft.speaker and speaker not in through:
                through = (*through, speaker)
            self._drafts[number] = draft._replace(channel=channel, through=through)

    def _add_explanation(self, k: int) -> None:
        """'L'armée dément : les tirs seraient venus du nord': hearsay behind a colon is the speaker's."""
        words = self._reading.words
        before = [d for d in self._drafts if d.end <= words[k].start and not isinstance(d.speaker, Unknown)]
        cleft = words[k + 1].low in self._cues.of("cleft")  # ': c'est la famille qui l'aurait voulu'
        verbs = [j for j in range(k + 1, self._unit.stop) if self._reading.is_finite(j)]
        verb = next(iter(verbs[cleft:]), None)
        found = self._reading.token(verb) if verb is not None else None
        hearsay = found and found[1].pos == "AUX" and found[1].feature("Mood") == "Cnd"
        if not before or not hearsay or words[k].start - before[-1].end > EXPLAINED:
            return
        ranges = self._regions.clause(k + 1)
        spans, kind = spans_of(self._reading, ranges, "que")
        taken = any(d.start < spans[-1][1] and spans[0][0] < d.end for d in self._drafts) if spans else True
        if not taken:
            self._drafts.append(
                before[-1]._replace(
                    spans=spans,
                    kind=kind,
                    addressee=NO_ADDRESSEE,
                    cue=None,
                    through=(),
                    rule=f"{self._cues.code}/cues.toml#{COLON}",
                    words=(ranges[0][0], ranges[-1][1]),
                )
            )

    def _incise_at_colon(self, first: int) -> Incise | None:
        """'…, a révélé le ministre, Karl Roy : « Elle va bien. »': the incise that ends before a colon."""
        words = self._reading.words
        if first <= self._unit.first or words[first - 1].low != ":":
            return None
        told = (i for i in self._incises if i.hit and i.hit.pronoun is None and i.stop < first)
        last = max(told, key=lambda i: i.first, default=None)
        aside = last is not None and any(self._reading.is_finite(k) for k in range(last.stop, first))
        return None if aside else last

    def _add_loose(self, loose: Loose) -> None:
        speaker: str | Unknown
        spans = worded(self._reading.text, loose.spans)
        if not spans:
            return
        if loose.incise:
            speaker = self._speakers.of_incise(loose.incise)
            rule = self._cues.rule(loose.incise.cue)
        else:
            told = self._incise_at_colon(loose.words[0])
            before = self._speakers.of_incise(told) if told else None
            speaker = loose.speaker or before or self._speakers.before_colon(loose.words[0], self._unit)
            if loose.subject is not None:
                speaker = self._speakers.inverted(loose.subject, self._unit.stop)
            rule = f"{self._cues.code}/cues.toml#{loose.rule}"
        self._drafts.append(
            Draft(
                spans=spans,
                kind=loose.kind,
                speaker=speaker,
                addressee=NO_ADDRESSEE,
                cue=loose.cue,
                channel=NO_CHANNEL,
                through=(),
                rule=rule,
                words=loose.words,
            )
        )
