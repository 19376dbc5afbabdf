"""Which coded report or statement answers which annotated one.

The rules are those of the project's shared scorer (tools/score.py), so that both give the same
figures: a report answers when its type is right and a mention of it overlaps a trigger, or stands
in the trigger's sentence with a party that is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.evaluation.coded import CodedActor, CodedLine, CodedParty, CodedReport, CodedStatement
from communique.evaluation.gold import GoldArticle, GoldParty, GoldReport, GoldStatement
from communique.evaluation.words import SearchText, Stretch

MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
"""Types whose parties are all actors: gold's actors are met in any role."""
LOOSE_OVERLAP = 0.3
"""Share of a statement's stretch that must be common before the two are compared at all."""
STRICT_OVERLAP = 0.8
"""Share above which the content counts as right."""


class Reading:
    """One coded article beside its gold annotations, ready for comparison."""

    __slots__ = ("actors", "countries", "gold", "limit", "line", "text")

    def __init__(self, gold: GoldArticle, line: CodedLine) -> None:
        self.gold = gold
        self.line = line
        self.text = SearchText(line.text)
        self.actors: dict[str, CodedActor] = {actor.id: actor for actor in line.actors}
        self.countries: dict[str, str | None] = dict(line.countries)
        self.limit = gold.annotated_until or len(line.text) + 1

    def triggers(self, report: GoldReport) -> tuple[Stretch, ...]:
        """Where the words of a gold report stand: its trigger first, then its other mentions."""
        return triggers_in(self.text, report)

    def party_met(self, gold: GoldParty, parties: Iterable[CodedParty]) -> bool:
        """Whether one of the parties is gold's, by words or by country."""
        return any(self._by_country(gold, party) or self._by_words(gold, party) for party in parties)

    def party_met_strictly(self, gold: GoldParty, parties: Iterable[CodedParty]) -> bool:
        """Whether one of the parties is gold's by its words: a shared country is not enough."""
        return any(self._by_words(gold, party) for party in parties)

    def actor_met(self, gold: GoldParty, actors: Iterable[str | None]) -> bool:
        """Whether one of the actors is gold's, by words or by country."""
        return self.party_met(gold, (CodedParty("", actor, None, "") for actor in actors))

    def _by_country(self, gold: GoldParty, party: CodedParty) -> bool:
        """Whether the party's actor has gold's country."""
        actor = self.actors.get(party.actor or "")
        return bool(gold.country and actor and actor.country == gold.country)

    def _by_words(self, gold: GoldParty, party: CodedParty) -> bool:
        """Whether the party's words, or any mention of its actor, overlap gold's words."""
        actor = self.actors.get(party.actor or "")
        stretches = [party.words] if party.words else []
        stretches.extend(actor.mentions if actor else ())
        return any(mine.overlaps(place) for mine in stretches for place in self.text.find(gold.text))


def triggers_in(text: SearchText, report: GoldReport) -> tuple[Stretch, ...]:
    """Where the words of a gold report stand in a text: its trigger first, then its other mentions."""
    first: Stretch | None = None
    sentence = text.find(report.sentence)
    if sentence:
        first = text.find_after(report.trigger, text.back(sentence[0].start, 2))
    if first is None:
        first = next(iter(text.find(report.trigger)), None)
    others = (next(iter(text.find(words)), None) for words in report.other_mentions)
    return tuple(place for place in (first, *others) if place is not None)


def match_reports(reading: Reading) -> Iterator[tuple[GoldReport, int | None]]:
    """Each gold report with the index of the coded report that answers it, in gold's order."""
    used: set[int] = set()
    for report in reading.gold.reports:
        answer = _best_answer(reading, report, used)
        if answer is not None:
            used.add(answer)
        yield report, answer


def _best_answer(reading: Reading, report: GoldReport, used: set[int]) -> int | None:
    """The unused coded report that answers best; the earlier one on a tie."""
    triggers = reading.triggers(report)
    best: tuple[int, int] | None = None
    for index, coded in enumerate(reading.line.reports):
        if index in used or coded.type not in report.types:
            continue
        closeness = _closeness(reading, report, coded, triggers)
        if closeness and (best is None or closeness > best[0]):
            best = (closeness, index)
    return best[1] if best else None


def _closeness(
    reading: Reading, report: GoldReport, coded: CodedReport, triggers: tuple[Stretch, ...]
) -> int:
    """2 when a mention overlaps a trigger, 1 in its sentence with a right party, else 0."""
    if any(mention.overlaps(trigger) for mention in coded.mentions for trigger in triggers):
        return 2
    if not triggers or not in_sentence(reading, triggers[0], coded.mentions):
        return 0
    parties = coded.actors + coded.recipients
    return int(any(reading.party_met(party, parties) for party in report.actors + report.recipients))


def in_sentence(reading: Reading, trigger: Stretch, mentions: Iterable[Stretch]) -> bool:
    """Whether a mention begins in the trigger's sentence."""
    sentence = reading.text.sentence(trigger.start)
    return any(sentence.start <= mention.start < sentence.end for mention in mentions)


def party_lists(report: GoldReport, coded: CodedReport) -> tuple[tuple[CodedParty, ...], ...]:
    """The coded parties among which gold's actors, and gold's recipients, are looked for."""
    if report.type in MUTUAL:
        everyone = coded.actors + coded.recipients + coded.others
        return everyone, everyone
    return coded.actors, coded.recipients + coded.others


def match_statements(
    reading: Reading,
) -> Iterator[tuple[GoldStatement, CodedStatement | None, float]]:
    """Each gold statement with the coded one that overlaps it most, and by how much."""
    used: set[int] = set()
    for statement in reading.gold.statements:
        content = content_of(reading, statement)
        best: tuple[float, int | None] = (0.0, None)
        for index, coded in enumerate(reading.line.statements):
            if content is None or index in used:
                continue
            shared = content.jaccard(coded.content)
            if shared > best[0]:
                best = (shared, index)
        if best[1] is not None and best[0] >= LOOSE_OVERLAP:
            used.add(best[1])
            yield statement, reading.line.statements[best[1]], best[0]
        else:
            yield statement, None, 0.0


def content_of(reading: Reading, statement: GoldStatement) -> Stretch | None:
    """From the first words of the content to its last; None when the text lacks them."""
    places = reading.text.find(statement.content_start)
    if not places:
        return None
    last = reading.text.find_after(statement.content_end, places[0].start)
    return Stretch(places[0].start, last.end if last else places[0].end)
