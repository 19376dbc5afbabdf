"""Marks and misses for the reports of one article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.evaluation.coded import CodedCount, CodedParty, CodedReport
from communique.evaluation.gold import GoldCount, GoldParty, GoldReport
from communique.evaluation.marks import Mark, Miss
from communique.evaluation.matching import Reading, match_reports, party_lists
from communique.evaluation.reasons import why_missed

HARD_STATUSES = frozenset({"unconfirmed", "possible", "planned", "attempted", "denied", "negated"})
"""Statuses that a program which always answers 'asserted' or 'reported' gets wrong."""

Outcome = Mark | Miss


def judge_reports(reading: Reading) -> Iterator[Outcome]:
    """Everything about the reports: found, missed and extra ones, and their fields."""
    used: set[int] = set()
    for report, answer in match_reports(reading):
        if answer is None:
            if not report.optional:
                yield from _missed(reading, report)
            continue
        used.add(answer)
        coded = reading.line.reports[answer]
        yield from _found(report)
        yield from _judge_fields(reading, report, coded)
    yield from _extras(reading, used)


def _missed(reading: Reading, report: GoldReport) -> Iterator[Outcome]:
    """A report that is owed and not there."""
    yield from (Mark(field, gold=1) for field in ("reports", "parties", "parties strict"))
    yield Mark("reports", report.type, gold=1)
    yield Mark("reports by status", report.status, gold=1)
    got, reason = why_missed(reading, report)
    yield _miss(reading, report, "reports", f"{report.type} {report.status}", got, reason)


def _found(report: GoldReport) -> Iterator[Outcome]:
    """A report that is there."""
    yield Mark("reports", right=1, gold=1, predicted=1)
    yield Mark("reports", report.type, right=1, gold=1, predicted=1)
    yield Mark("reports by status", report.status, right=1, gold=1)


def _extras(reading: Reading, used: set[int]) -> Iterator[Outcome]:
    """Coded reports that answer no gold report (gold may miss some: an upper bound of wrong ones)."""
    for index, coded in enumerate(reading.line.reports):
        if index in used or not coded.mentions or coded.mentions[0].start >= reading.limit:
            continue
        yield from (Mark(field, predicted=1) for field in ("reports", "parties", "parties strict"))
        yield Mark("reports", coded.type, predicted=1)
        place = coded.mentions[0]
        yield Miss(
            reading.gold.id,
            "extra reports",
            coded.type,
            words=reading.line.text[place.start : place.end],
            sentence=_sentence(reading, place.start),
            gold="nothing",
            got=f"{coded.type} {coded.status} {_roles(coded)}",
            reason="no annotated report has this type at these words",
        )


def _judge_fields(reading: Reading, report: GoldReport, coded: CodedReport) -> Iterator[Outcome]:
    """All fields of a report that was found."""
    yield from _judge_parties(reading, report, coded)
    yield from _judge_time(reading, report, coded)
    yield from _judge_place(reading, report, coded)
    yield from _judge_status(reading, report, coded)
    yield from _judge_mode(reading, report, coded)
    yield from _judge_sources(reading, report, coded)
    yield from _judge_counts(reading, report, coded)
    yield from _judge_ordinal(reading, report, coded)


def _judge_parties(reading: Reading, report: GoldReport, coded: CodedReport) -> Iterator[Outcome]:
    """Every actor and recipient of gold in its role, by words or country; strictly: by words."""
    actors, recipients = party_lists(report, coded)
    right = all(reading.party_met(party, actors) for party in report.actors) and all(
        reading.party_met(party, recipients) for party in report.recipients
    )
    strict = all(reading.party_met_strictly(party, actors) for party in report.actors) and all(
        reading.party_met_strictly(party, recipients) for party in report.recipients
    )
    yield Mark("parties", right=right, gold=1, predicted=1)
    yield Mark("parties strict", right=strict, gold=1, predicted=1)
    if not right:
        gold = f"{_names(report.actors)} -> {_names(report.recipients)}"
        reason = "a party of gold is in no such role, by words or by country"
        yield _miss(reading, report, "parties", gold, _roles(coded), reason)
    for role, party in report.others:
        same_role = tuple(other for other in coded.others if other.role == role)
        met = reading.party_met(party, same_role)
        yield Mark("other roles", role, right=met, gold=1)
        yield Mark("other roles", right=met, gold=1)
        if not met:
            got = _names(same_role) or "nobody"
            yield _miss(reading, report, "other roles", f"{role}: {party.text}", got, "not in this role")


def _judge_time(reading: Reading, report: GoldReport, coded: CodedReport) -> Iterator[Outcome]:
    """The same first and last day."""
    if not report.begin:
        return
    got, gold = (coded.begin, coded.end), (report.begin, report.end)
    left_open = got == (None, None)
    yield Mark("time", right=got == gold, gold=1, open=left_open)
    if got != gold:
        reason = "left open" if left_open else "other days"
        yield _miss(reading, report, "time", f"{gold[0]}..{gold[1]}", f"{got[0]}..{got[1]}", reason)


def _judge_place(reading: Reading, report: GoldReport, coded: CodedReport) -> Iterator[Outcome]:
    """A place in the same country."""
    if not report.country:
        return
    known = coded.place in reading.countries
    country = reading.countries.get(coded.place or "")
    yield Mark("place", right=known and country == report.country, gold=1, open=not known)
    if country != report.country:
        reason = "other country" if known else "left open"
        yield _miss(reading, report, "place", report.country, country or "nothing", reason)


def _judge_status(reading: Reading, report: GoldReport, coded: CodedReport) -> Iterator[Outcome]:
    """One of the statuses that gold allows."""
    right = coded.status in report.statuses
    yield Mark("status", right=right, gold=1)
    yield Mark("status", report.status, right=right, gold=1)
    if report.status in HARD_STATUSES:
        yield Mark("hard status", right=right, gold=1)
    if not right:
        yield _miss(reading, report, "status", report.status, coded.status, "other status")


def _judge_mode(reading: Reading, report: GoldReport, coded: CodedReport) -> Iterator[Outcome]:
    """One of the modes that gold allows, and all contexts that gold tells."""
    if report.modes:
        right = coded.mode in report.modes
        yield Mark("mode", right=right, gold=1, open=coded.mode is None)
        if not right:
            gold = " or ".join(sorted(report.modes))
            yield _miss(reading, report, "mode", gold, coded.mode or "nothing", "other mode")
    if report.contexts:
        right = report.contexts <= coded.contexts
        yield Mark("contexts", right=right, gold=1, open=not coded.contexts)
        if not right:
            gold, got = ", ".join(sorted(report.contexts)), ", ".join(sorted(coded.contexts))
            yield _miss(reading, report, "contexts", gold, got or "nothing", "a context is missing")


def _judge_sources(reading: Reading, report: GoldReport, coded: CodedReport) -> Iterator[Outcome]:
    """Who affirms it, and who denies it."""
    if report.according_to:
        right = reading.actor_met(report.according_to, coded.according_to)
        yield Mark("source", right=right, gold=1, open=not coded.according_to)
        if not right:
            got = _actor_names(reading, coded.according_to)
            yield _miss(reading, report, "source", report.according_to.text, got, "other source")
    if report.denied_by:
        right = all(reading.actor_met(party, coded.denied_by) for party in report.denied_by)
        yield Mark("denied by", right=right, gold=1, open=not coded.denied_by)
        if not right:
            got = _actor_names(reading, coded.denied_by)
            yield _miss(reading, report, "denied by", _names(report.denied_by), got, "other denier")


def _judge_counts(reading: Reading, report: GoldReport, coded: CodedReport) -> Iterator[Outcome]:
    """Each count of gold: its value, and its bound and role where gold tells them."""
    for count in report.counts:
        if count.value is None:
            continue
        right = any(_same_count(count, other) for other in coded.counts)
        yield Mark("counts", right=right, gold=1, open=not coded.counts)
        if not right:
            got = "; ".join(f"{other.bound} {other.value} {other.role}" for other in coded.counts)
            gold = f"{count.bound} {count.value} {count.role}"
            yield _miss(reading, report, "counts", gold, got or "nothing", "no such count")


def _same_count(gold: GoldCount, coded: CodedCount) -> bool:
    """Whether value, and bound and role where gold has one that the codebook knows, agree."""
    same_role = gold.role in (None, "other", coded.role)
    same_bound = gold.role is None or gold.bound in (None, coded.bound)
    same_upper = gold.upper is None or gold.upper == coded.upper
    return gold.value == coded.value and same_role and same_bound and same_upper


def _judge_ordinal(reading: Reading, report: GoldReport, coded: CodedReport) -> Iterator[Outcome]:
    """The same n, and the same first day where gold tells one."""
    if report.ordinal is None:
        return
    n, since = coded.ordinal or (0, None)
    right = n == report.ordinal.n and report.ordinal.since in (None, since)
    yield Mark("ordinals", right=right, gold=1, open=coded.ordinal is None)
    if not right:
        gold = f"{report.ordinal.n} since {report.ordinal.since}"
        yield _miss(reading, report, "ordinals", gold, f"{n} since {since}", report.ordinal.text)


def _miss(reading: Reading, report: GoldReport, field: str, *told: str) -> Miss:
    """A miss at a gold report; ``told`` is what gold says, what was got, and the reason."""
    gold, got, reason = told
    words = report.trigger
    return Miss(reading.gold.id, field, report.type, words, report.sentence, gold, got, reason)


def _sentence(reading: Reading, offset: int) -> str:
    """The sentence around an offset."""
    sentence = reading.text.sentence(offset)
    return reading.line.text[sentence.start : sentence.end].strip()


def _names(parties: Iterable[CodedParty | GoldParty]) -> str:
    """The words of parties."""
    return ", ".join(party.text for party in parties)


def _roles(coded: CodedReport) -> str:
    """The words of a coded report's actors and recipients."""
    return f"{_names(coded.actors)} -> {_names(coded.recipients)}"


def _actor_names(reading: Reading, actors: tuple[str, ...]) -> str:
    """The names of actors; 'nobody' for none."""
    return ", ".join(reading.actors[a].name for a in actors if a in reading.actors) or "nobody"
