"""Why a report was missed: the nearest thing that the program did instead."""

from __future__ import annotations

from communique.evaluation.coded import CodedReport
from communique.evaluation.gold import GoldReport
from communique.evaluation.matching import Reading, in_sentence
from communique.evaluation.words import Stretch


def why_missed(reading: Reading, report: GoldReport) -> tuple[str, str]:
    """What was got at the trigger instead, and the reason, nearest first.

    In this order: the words are furniture; a report of another type at the trigger; a candidate
    rejected there; a report of the right type in the sentence; a candidate rejected in the sentence;
    nothing at all.
    """
    triggers = reading.triggers(report)
    if not triggers:
        return "nothing", "the coded text lacks these words"
    if not any(trigger.overlaps(block) for trigger in triggers for block in reading.line.read):
        return "nothing", "the words were taken for page furniture"
    return (
        _other_type(reading, triggers)
        or _rejected_at(reading, triggers)
        or _in_sentence(reading, report, triggers[0])
        or _rejected_in_sentence(reading, triggers[0])
        or ("nothing", "no candidate: no frame knows these words")
    )


def _other_type(reading: Reading, triggers: tuple[Stretch, ...]) -> tuple[str, str] | None:
    """A coded report at the trigger itself."""
    for coded in reading.line.reports:
        if any(mention.overlaps(trigger) for mention in coded.mentions for trigger in triggers):
            return _told(reading, coded), "the words were read as another report"
    return None


def _rejected_at(reading: Reading, triggers: tuple[Stretch, ...]) -> tuple[str, str] | None:
    """A rejected candidate at the trigger itself."""
    for rejected in reading.line.rejected:
        if any(rejected.words.overlaps(trigger) for trigger in triggers):
            return "nothing", f"rejected as {rejected.type}: {rejected.reason}"
    return None


def _in_sentence(reading: Reading, report: GoldReport, trigger: Stretch) -> tuple[str, str] | None:
    """A coded report of the right type in the trigger's sentence, with no right party."""
    for coded in reading.line.reports:
        if coded.type in report.types and in_sentence(reading, trigger, coded.mentions):
            return _told(reading, coded), "a report of this type stands in the sentence at other words"
    return None


def _rejected_in_sentence(reading: Reading, trigger: Stretch) -> tuple[str, str] | None:
    """The nearest rejected candidate in the trigger's sentence."""
    near = [entry for entry in reading.line.rejected if in_sentence(reading, trigger, (entry.words,))]
    if not near:
        return None
    nearest = min(near, key=lambda entry: abs(entry.words.start - trigger.start))
    words = reading.line.text[nearest.words.start : nearest.words.end]
    return "nothing", f"no candidate here; in the sentence, '{words}' was rejected: {nearest.reason}"


def _told(reading: Reading, coded: CodedReport) -> str:
    """A coded report in a few words."""
    first = coded.mentions[0] if coded.mentions else Stretch(0, 0)
    return f"{coded.type} {coded.status} at '{reading.line.text[first.start : first.end]}'"
