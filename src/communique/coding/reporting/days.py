"""The day that a narrative goes on with: an act told after a dated one is of that day, where all says so.

*Samedi, des milliers de personnes ont défilé à Tunis. La police a tiré des gaz lacrymogènes*: on Saturday.
So are the acts of a live page's post, and the one of a headline whose text tells it.
Source: codebook, 'When'.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from communique.codebook import HAPPENED, event_type
from communique.coding.reporting.headings import ANNOUNCING, HEADLINE, opens_post
from communique.coding.reporting.scene import Scene
from communique.coding.reporting.told import (
    IMPERFECT,
    LASTING,
    PAST,
    PERFECT,
    PLUPERFECT,
    PRESENT,
    SAID,
    tense_of,
    tense_of_verb,
)
from communique.denoting import denoted_by
from communique.model import Place, TimeExpression, Unknown
from communique.readings import Reading
from communique.syntax import Sentence

Group = tuple[Reading, ...]
DATES = frozenset({"DATE", "TIME"})
STREET = frozenset({"PROTEST"})  # what a day in the streets begins with
ANSWERS = frozenset({"arrest", "crowd-control", "vandalize", "riot", "police"})
"""Modes of what belongs to a day in the streets: the answer of the police, and what is broken."""
NEAR, FAR = 1, 4  # sentences that the day of a narrative, and that of a day in the streets, reach over
NIGHT = 1  # days that one night spans
POSTS = 2  # posts that make a live page
LEAD = 3  # sentences below a headline in which its act is told again


def keep_days(groups: tuple[Group, ...], scene: Scene) -> tuple[Group, ...]:
    """The groups, those without a time given the day of the post, narrative or lead that they belong to."""
    posts = tuple(_posts(scene))
    known: list[Group] = []
    for group in sorted(groups, key=lambda g: g[0].span):
        first = group[0]
        time = None
        if _is_open(group) and first.status in HAPPENED:
            time = (
                _of_post(first, posts, scene) or _of_narrative(first, known, scene) or _of_doer(first, scene)
            )
        known.append(group if time is None else tuple(replace(r, time=time) for r in group))
    return tuple(_of_lead(group, known, scene) for group in known)


def _is_open(group: Group) -> bool:
    return all(isinstance(r.time, Unknown) for r in group)


# -- posts ---------------------------------------------------------------------------------------------


def _posts(scene: Scene) -> Iterator[tuple[int, TimeExpression]]:
    """The blocks that open a post of a live page, with the hour that they open with."""
    for number, block in enumerate(scene.article.blocks):
        time = opens_post(block, scene) if block.coded else None
        if time is not None:
            yield number, time


def _of_post(
    first: Reading, posts: tuple[tuple[int, TimeExpression], ...], scene: Scene
) -> TimeExpression | None:
    """The hour of the post in which an act is told in the present, in the perfect or without a verb."""
    sentence = scene.sentences[_index(first)]
    above = [time for number, time in posts if number <= sentence.block]
    if len(posts) < POSTS or not above or _names_day(sentence, scene, but=above[-1]):
        return None
    trigger = first.judged.candidate.trigger
    told = tense_of(trigger, sentence)
    bare = not trigger.is_verb and trigger.verb is None and not first.wording.definite
    return above[-1] if told in (PRESENT, PERFECT) or bare else None


# -- narratives ----------------------------------------------------------------------------------------


def _of_narrative(first: Reading, known: list[Group], scene: Scene) -> TimeExpression | None:
    """The day of the act told before, by or to the same people, in the same place, or in the streets."""
    here = _index(first)
    sentence = scene.sentences[here]
    tense = tense_of(first.judged.candidate.trigger, sentence)
    if first.role in ANNOUNCING or tense not in PAST or _names_day(sentence, scene):
        return None
    if any(t.low in scene.circumstances.elsewhere for t in sentence.tokens):
        return None
    for back in range(1, FAR + 1):
        if back > here or sentence.block - scene.sentences[here - back].block > 1:
            return None
        before = [r for g in known for r in g if _index(r) == here - back and _is_dated(r)]
        if before:
            return _one_day([r.time for r in before if _leads_to(r, first, back, scene)], before)
        if _names_day(scene.sentences[here - back], scene):
            return None
    return None


def _one_day(fitting: list[TimeExpression | Unknown], before: list[Reading]) -> TimeExpression | None:
    """The day of those that lead to an act, where all that is told before it is of one day."""
    days = {r.time.value for r in before if not isinstance(r.time, Unknown)}
    return next((t for t in fitting if not isinstance(t, Unknown)), None) if len(days) == 1 else None


def _leads_to(before: Reading, first: Reading, back: int, scene: Scene) -> bool:
    """Whether the act told before leads to the one told now, and no place parts them."""
    tense = tense_of(first.judged.candidate.trigger, scene.sentences[_index(first)])
    told = tense_of(before.judged.candidate.trigger, scene.sentences[_index(before)])
    if before.role in ANNOUNCING or _apart(before, first, scene):
        return False
    answers = before.type in STREET and first.type in LASTING and first.mode in ANSWERS
    if answers and tense != PLUPERFECT:
        return True
    if back > NEAR or (tense == PLUPERFECT) != (told == PLUPERFECT) or told not in PAST:
        return False
    if before.type in LASTING and first.type in LASTING:
        return tense != IMPERFECT or told == IMPERFECT
    spoken = event_type(first.type).quad in SAID and event_type(before.type).quad in SAID
    mine, theirs = first.actors_in("actor"), before.actors_in("actor", "recipient")
    return spoken and tense == PERFECT and bool(mine) and mine <= theirs


def _of_doer(first: Reading, scene: Scene) -> TimeExpression | None:
    """The day on which the sentence before tells of the doer: *a déclaré mardi que … Il a accusé …*."""
    here = _index(first)
    sentence = scene.sentences[here]
    perfect = tense_of(first.judged.candidate.trigger, sentence) == PERFECT
    if not (here and perfect) or first.role in ANNOUNCING or _names_day(sentence, scene):
        return None
    if sentence.block != scene.sentences[here - 1].block:
        return None
    return next(_days_of_subject(first, here - 1, scene, named=True), None)


def _apart(before: Reading, first: Reading, scene: Scene) -> bool:
    """Whether two acts happened in two places, neither of which may lie in the other."""
    known: dict[str, Place] = {p.id: p for p in (*scene.places, *scene.countries)}
    one, other = (known.get(r.place) if isinstance(r.place, str) else None for r in (before, first))
    if one is None or other is None or one == other:
        return False
    wide = "country" in (one.level, other.level) or "region" in (one.level, other.level)
    return not (wide and one.country == other.country)


def _is_dated(reading: Reading) -> bool:
    """Whether an act that was done has one known day, or one night."""
    return reading.status in HAPPENED and _is_day(reading.time)


def _is_day(time: TimeExpression | Unknown) -> bool:
    """Whether a time is one known day, or one night."""
    if isinstance(time, Unknown) or isinstance(time.begin, Unknown) or isinstance(time.end, Unknown):
        return False
    return time.type in DATES and (time.end - time.begin).days <= NIGHT


def _names_day(sentence: Sentence, scene: Scene, *, but: TimeExpression | None = None) -> bool:
    """Whether a sentence has a time of its own."""
    inside = (t for t in scene.times if sentence.start <= t.span.start < sentence.end and t != but)
    return any(t.type in ("DATE", "DURATION") or not isinstance(t.begin, Unknown) for t in inside)


# -- headlines -----------------------------------------------------------------------------------------


def _of_lead(group: Group, known: list[Group], scene: Scene) -> Group:
    """A headline's act with the day of the one act of its type that the first sentences below tell."""
    first = group[0]
    if any(r.role != HEADLINE for r in group) or not _is_open(group) or first.status not in HAPPENED:
        return group
    if _names_day(scene.sentences[_index(first)], scene):
        return group
    body = next((n for n, s in enumerate(scene.sentences) if _is_text(s)), len(scene.sentences))
    told = [
        r.time
        for g in known
        for r in g
        if r.type == first.type and r.role != HEADLINE and _index(r) < body + LEAD and _is_dated(r)
    ]
    told = told or list(_days_of_subject(first, body, scene))
    times = {time.value: time for time in told if not isinstance(time, Unknown)}
    if len(times) != 1:
        return group
    return tuple(replace(r, time=next(iter(times.values()))) for r in group)


def _is_text(sentence: Sentence) -> bool:
    """Whether a sentence is one of the text, and no headline or dateline: it has a verb."""
    return sentence.role != HEADLINE and any(t.feature("VerbForm") == "Fin" for t in sentence.tokens)


def _days_of_subject(
    first: Reading, body: int, scene: Scene, *, named: bool = False
) -> Iterator[TimeExpression]:
    """The days on which a sentence tells, in the perfect, of an act's doer; ``named``: of the very doer.

    *L'Espagne rappelle son ambassadeur. Madrid a annoncé mardi …*
    """
    doers = first.actors_in("actor")
    if body == len(scene.sentences) or not doers:
        return
    sentence = scene.sentences[body]
    root = next((t for t in sentence.tokens if t.head == t.i), None)
    if root is None or tense_of_verb(root, sentence) != PERFECT:
        return
    subjects = {
        d.actor.id
        for i in scene.reader.agents(sentence, root.i)
        for d in denoted_by(sentence, i, scene.mentions)
    }
    if not subjects & doers and (named or not _lands(subjects, scene) & _lands(doers, scene)):
        return
    near: list[tuple[int, TimeExpression]] = []
    for time in scene.times:
        token = sentence.at(time.span.start) if sentence.start <= time.span.start < sentence.end else None
        verb = None if token is None else scene.reader.verb_above(sentence, token.i)
        if token is not None and verb == root and _is_day(time):
            near.append((abs(token.i - root.i), time))
    yield from (time for _, time in sorted(near, key=lambda n: n[0])[:1])


def _lands(actors: Iterable[str], scene: Scene) -> set[str]:
    found = (scene.country(a) for a in actors)
    return {c for c in found if not isinstance(c, Unknown)}


def _index(reading: Reading) -> int:
    return reading.judged.candidate.sentence
