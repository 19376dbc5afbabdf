"""Frames met on the tree: candidate reports with their roles, before any judgement.

A frame (:mod:`communique.languages.frames`) names a trigger and the slots that fill its roles; this
stage finds the triggers in the sentences and the words that fill the slots. Whether the act was a
deed, a plan or a denial is judged afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.candidates import Candidate, Filler, NearMiss
from communique.clauses import ClauseReader
from communique.denoting import is_demonstrative, is_somebody
from communique.languages.frames import NO_FRAMES, Condition, Frame, FrameSet, Listing
from communique.mentions import MentionIndex
from communique.model import Span
from communique.predication import is_negated
from communique.slots import SlotReader
from communique.syntax import Sentence, Token
from communique.triggers import Trigger
from communique.untold import only_carries, tells_nothing

PERSONS = frozenset({"person", "people"})
VERBAL = frozenset({"VERB", "AUX"})
TELLING = VERBAL | {"NOUN", "PROPN", "ADJ", "X"}


def find_candidates(
    sentences: tuple[Sentence, ...],
    *,
    frames: FrameSet,
    reader: ClauseReader,
    mentions: MentionIndex,
    times: tuple[Span, ...] = (),
) -> tuple[tuple[Candidate, ...], tuple[NearMiss, ...]]:
    """Every frame met in the sentences, at most one a trigger, and the triggers that failed.

    *La coalition a porté une frappe contre un convoi* gives one candidate for *porter une frappe*;
    the noun that a support verb carries does not count twice.
    """
    found: list[Candidate] = []
    misses: list[NearMiss] = []
    for index, sentence in enumerate(sentences):
        slots = SlotReader(sentence, reader=reader, mentions=mentions, times=times)
        taken: set[int] = set()
        met = sorted(
            _of_sentence(slots, frames, misses, reader),
            key=lambda c: (c.frame.last, -len(c.trigger.words), c.start),
        )
        for candidate in met:
            # two verbs may share a noun: *la trêve, négociée lundi, a été violée*
            if any(w not in taken and sentence.tokens[w].pos in VERBAL for w in candidate.trigger.words) or (
                taken.isdisjoint(candidate.trigger.words)
            ):
                taken.update(candidate.trigger.words)
                found.append(candidate._replace(sentence=index))
    found.sort(key=lambda c: (c.start, c.end))
    return tuple(found), tuple(misses)


def _of_sentence(
    slots: SlotReader, frames: FrameSet, misses: list[NearMiss], reader: ClauseReader
) -> Iterator[Candidate]:
    for token in slots.sentence.tokens:
        listed = _frames_of(token, frames)
        known = listed.among(slots.words) if listed.frames else []
        if not known or slots.is_named(token.i) or tells_nothing(token, slots.sentence, reader):
            continue
        if only_carries(token, slots.sentence, reader):
            known = [frame for frame in known if frame.support]
        told = _told(known, token, slots, frames)
        if isinstance(told, Candidate):
            yield told
        elif told is not None:
            misses.append(told)


def _told(
    known: Sequence[Frame], token: Token, slots: SlotReader, frames: FrameSet
) -> Candidate | NearMiss | None:
    """What the first frame that is met tells; failing that, why the last that could be met was not."""
    reasons: dict[str, str] = {}
    for frame in known:
        if frames.worded(frame, slots.words):
            candidate, reasons[frame.id] = _meet(frame, token, slots, frames)
            if candidate:
                return candidate
    for frame in reversed(known):
        why = reasons[frame.id] if frame.id in reasons else _meet(frame, token, slots, frames)[1]
        if why:
            return NearMiss(token.start, token.end, frame.type, why)
    return None


def _frames_of(token: Token, frames: FrameSet) -> Listing:
    if token.pos not in TELLING or token.dep.startswith("aux"):
        return NO_FRAMES
    participle = token.pos in ("ADJ", "NOUN", "X") and token.feature("VerbForm") == "Part"
    if token.pos in ("VERB", "AUX") or participle:
        return frames.of_verb(token.lemma.lower())
    if token.pos in ("NOUN", "PROPN", "X"):
        return frames.of_noun(token.lemma.lower(), token.low, token.low.removesuffix("s"))
    return frames.of_adjective(token.lemma.lower()) if token.pos == "ADJ" else NO_FRAMES


def _meet(frame: Frame, token: Token, slots: SlotReader, frames: FrameSet) -> tuple[Candidate | None, str]:
    if not _form_fits(frame, token, slots):
        return None, ""
    trigger = slots.trigger(token.i)
    for condition in frame.support:
        carried = slots.first_with_lemma(trigger, condition.slot, condition.lemma)
        if carried is None:
            return None, ""
        trigger = slots.carry(trigger, carried)
    resumed = not trigger.is_verb and is_demonstrative(slots.sentence, token.i)
    for condition in frame.where:
        if not _words_fit(condition, trigger, slots) or not (
            resumed or _parties_fit(condition, trigger, slots)
        ):
            return None, f"{condition.slot} does not fit"
    fillers = _fillers(frame, trigger, slots)
    reason = _lacking(frame, fillers, slots)
    if reason and not resumed:
        return None, reason
    start, end = slots.span(trigger)
    return Candidate(frame, frames.rule(frame), 0, trigger, start, end, fillers), ""


def _form_fits(frame: Frame, token: Token, slots: SlotReader) -> bool:
    negated = frame.negated is not None and is_negated(slots.sentence, token.i, slots.grammar)
    if frame.negated is not None and frame.negated != negated:
        return False
    if not frame.verb:
        return True
    if frame.reflexive is not None and frame.reflexive != slots.is_reflexive(token.i):
        return False
    return frame.voice is None or (frame.voice == "passive") == slots.is_passive(token.i)


def _words_fit(condition: Condition, trigger: Trigger, slots: SlotReader) -> bool:
    if not condition.lemma and not condition.unless and condition.name is None:
        return True
    if condition.lemma and slots.words.isdisjoint(condition.lemma):
        return False
    tokens = [slots.sentence.tokens[i] for i in slots.fill(trigger, condition.slot)]
    if condition.name is not None and condition.name != any(map(_is_name, tokens)):
        return False
    lemmas = {t.lemma.lower() for t in tokens} | {t.low for t in tokens}
    return not (condition.lemma and lemmas.isdisjoint(condition.lemma)) and lemmas.isdisjoint(
        condition.unless
    )


def _is_name(token: Token) -> bool:
    """Whether a word is a name, also one read as a noun (*a gagné Varsovie*, *en Côte d'Ivoire*)."""
    return token.pos == "PROPN" or (token.pos in ("NOUN", "X") and token.i > 0 and token.text[:1].isupper())


def _parties_fit(condition: Condition, trigger: Trigger, slots: SlotReader) -> bool:
    """What a condition asks of the parties; a noun that takes up an act (*cet entretien*) may lack them."""
    fillers = slots.fill(trigger, condition.slot)
    if condition.present is not None and condition.present != bool(fillers):
        return False
    if condition.actor is None and not (condition.kind or condition.sector or condition.outside):
        return True
    denoted = [d.actor for i in fillers for d in slots.denoted(i)]
    if condition.outside:
        return all(a.sector not in condition.outside for a in denoted)
    somebody = not denoted and any(is_somebody(slots.sentence, i, slots.grammar) for i in fillers)
    if somebody and condition.actor is not False:
        return not condition.kind or not PERSONS.isdisjoint(condition.kind)
    if condition.actor is not None and condition.actor != bool(denoted):
        return False
    if condition.kind and not any(a.kind in condition.kind for a in denoted):
        return False
    return not condition.sector or any(a.sector in condition.sector for a in denoted)


def _fillers(frame: Frame, trigger: Trigger, slots: SlotReader) -> tuple[Filler, ...]:
    """The words in each role: the first slot of a role that is filled wins; no word has two roles."""
    found: list[Filler] = []
    used: set[int] = set(trigger.words)
    for role, names in frame.roles.items():
        for name in names:
            tokens = [i for i in slots.fill(trigger, name) if i not in used and slots.can_be_party(i)]
            if tokens:
                found.extend(Filler(role, i, name) for i in tokens)
                used.update(tokens)
                break
    if trigger.patient and "recipient" in frame.roles and not any(f.role == "recipient" for f in found):
        suffering = [i for i in slots.fill(trigger, "object") if i not in used]
        found.extend(Filler("recipient", i, "object") for i in suffering)
    return tuple(found)


def _names(i: int, slots: SlotReader) -> bool:
    """Whether a word denotes an actor, or is a possessive that stands for somebody told before."""
    return bool(slots.denoted(i)) or slots.sentence.tokens[i].feature("Poss") == "Yes"


def _lacking(frame: Frame, fillers: tuple[Filler, ...], slots: SlotReader) -> str:
    for role in frame.need:
        if not any(f.role == role for f in fillers):
            return f"no {role}"
    if frame.noun and not frame.bare and not any(_names(f.token, slots) for f in fillers):
        return "no actor"
    return ""
