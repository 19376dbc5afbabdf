"""Interviews: questions and answers that take turns, without quotation marks.

*Que va faire la junte ? / – Elle a fermé la frontière.* Each answer is a direct statement of who is
interviewed; the question is the outlet's. A page is an interview when it says so (*propos recueillis
par*, *nous avons interrogé*), when it gives each turn a dash, or when it names who asks and who answers
before each turn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from communique.coding.speech.drafts import Draft
from communique.coding.speech.quotes import DASHES
from communique.coding.speech.unit import NO_ADDRESSEE
from communique.coding.speech.unquoted import BARE, COLON
from communique.coding.speech.words import paragraphs
from communique.languages.cues import INTERVIEW, Cues
from communique.mentions import Denoted, MentionIndex
from communique.model import Article, Unknown

RULE = "interview.1"
LEAST = 2  # questions that are answered, in an interview
LONGEST_QUESTION = 400  # characters
REMARK = 180  # characters of a turn of the interviewer's that asks nothing
HANGING = ("...", "\u2026")  # *Berlin hésite…*: a remark that wants an answer
BEHIND_MARK = 60  # characters between what says that this is an interview and who is named
COVERED = 0.8  # of an answer that other statements of its speaker hold: it is quoted already
_LABEL = re.compile(r"(?P<name>[^\W\d_][^:.?!\n«»\"]{0,40}?)\s*(?::|\.\s?[\u2013\u2014-])\s+(?=\S)")
_DASH = re.compile(rf"[{DASHES}-]\s*(?=\S)")
_HUMAN = frozenset({"person", "office", "people"})
NOBODY = Unknown("the page does not say who answers")


class Turn(NamedTuple):
    """What one of the two says: offsets without dash or label; ``name`` is the label."""

    start: int
    end: int
    asks: bool
    name: tuple[int, int] | None


def with_answers(article: Article, found: list[Draft], cues: Cues, *, index: MentionIndex) -> list[Draft]:
    """The statements of an article with the answers of an interview, where the page is one.

    ``found`` are the statements that cues and marks give. An answer that quotations hold is not given
    twice; quoted words above the first question, with no other speaker, are those of who answers.
    """
    turns = find_turns(article, cues)
    if not turns:
        return found
    guest = _introduced(article, turns, cues, index) or _guest(article, turns, index)
    opening = turns[0].start
    told = [d._replace(speaker=guest) if d.end <= opening and _unsaid(d) else d for d in found]
    answers = []
    for spans, name in _answers(turns):
        start, end = spans[0][0], spans[-1][1]
        held = sum(d.end - d.start for d in told if d.kind == "direct" and start <= d.start and d.end <= end)
        if held < COVERED * sum(b - a for a, b in spans):
            answers.append(_draft(spans, _named(name, index) or guest, cues))
    others = (d for d in told if not any(_part_of(d, a) for a in answers))
    return sorted((*others, *answers), key=lambda d: (d.start, -d.end))


def _unsaid(draft: Draft) -> bool:
    """Whether quoted words stand alone, or behind a topic: *Niger : « La junte joue la montre »*."""
    return draft.kind == "direct" and draft.rule.endswith((f"#{BARE}", f"#{COLON}"))


def _part_of(draft: Draft, answer: Draft) -> bool:
    within = answer.start <= draft.start and draft.end <= answer.end
    return within and draft.speaker == answer.speaker and not isinstance(draft.speaker, Unknown)


def answer_rule(cues: Cues) -> str:
    """The rule of a statement that answers a question."""
    return f"{cues.code}/cues.toml#{RULE}"


def _draft(spans: tuple[tuple[int, int], ...], speaker: str | Unknown, cues: Cues) -> Draft:
    return Draft(
        spans=spans,
        kind="direct",
        speaker=speaker,
        addressee=NO_ADDRESSEE,
        cue=None,
        channel=INTERVIEW,
        through=(),
        rule=answer_rule(cues),
        words=(0, 0),
    )


def find_turns(article: Article, cues: Cues) -> tuple[Turn, ...]:
    """The turns of an interview from the first question on; none where the page is no interview."""
    lines = paragraphs(article)
    for read in (
        _labelled(article.text, lines, cues),
        _alternating(article.text, lines),
        _dashed(article.text, lines),
        _plain(article, lines),
    ):
        turns = read[next((k for k, t in enumerate(read) if t.asks), len(read)) :]
        answered = sum(a.asks and not b.asks for a, b in pairwise(turns))
        if answered >= LEAST and (any(t.name for t in turns) or _told(article, cues)):
            return tuple(turns)
    return ()


def _told(article: Article, cues: Cues) -> bool:
    """Whether the page says that it is an interview."""
    low = article.text.lower()
    return any(mark in low for mark in cues.of("interview_marks"))


def _asks(text: str, start: int, end: int) -> bool:
    line = text[start:end].rstrip(" \u00a0\u202f")
    return (line.endswith("?") and len(line) <= LONGEST_QUESTION) or (
        line.endswith(HANGING) and len(line) <= REMARK
    )


def _plain(article: Article, lines: list[tuple[int, int]]) -> list[Turn]:
    """Questions end with a question mark; what follows up to the next one answers."""
    roles = {b.start: b.role for b in article.blocks}
    body = [line for line in lines if roles.get(line[0]) != "headline"]
    return [Turn(start, end, _asks(article.text, start, end), None) for start, end in body]


def _alternating(text: str, lines: list[tuple[int, int]]) -> list[Turn]:
    """Every turn opens with a dash: the first asks, the second answers, and so on."""
    turns: list[Turn] = []
    for start, end in lines:
        if dash := _DASH.match(text, start, end):
            turns.append(Turn(dash.end(), end, asks=not len(turns) % 2, name=None))
        elif turns:
            return []  # an answer of several paragraphs leaves open whose turn the next one is
    asked = [_asks(text, t.start, t.end) for t in turns]
    if sum(asked[::2]) < LEAST or any(asked[1::2]):
        return []
    return turns if all(t.end - t.start <= LONGEST_QUESTION for t in turns[::2]) else []


def _dashed(text: str, lines: list[tuple[int, int]]) -> list[Turn]:
    """Answers open with a dash; a line that asks, or a short one before a dash, is the interviewer's."""
    dashes = [_DASH.match(text, a, b) for a, b in lines]
    if sum(dash is not None for dash in dashes) < LEAST:
        return []
    dashed = [(dash.end(), line[1]) for dash, line in zip(dashes, lines, strict=True) if dash]
    if sum(_asks(text, *line) for line in dashed) >= LEAST:
        return _both_dashed(text, dashed)
    turns = []
    for k, (start, end) in enumerate(lines):
        if dash := dashes[k]:
            turns.append(Turn(dash.end(), end, asks=False, name=None))
            continue
        before = k + 1 < len(lines) and dashes[k + 1] is not None
        asks = _asks(text, start, end) or (before and end - start <= REMARK)
        turns.append(Turn(start, end, asks, None))
    first = next(k for k, dash in enumerate(dashes) if dash)
    return [t._replace(asks=k == first - 1) if k < first else t for k, t in enumerate(turns)]


def _both_dashed(text: str, lines: list[tuple[int, int]]) -> list[Turn]:
    """Questions and answers that both open with a dash; a short line between two answers is a remark."""
    asked = [_asks(text, start, end) for start, end in lines]
    turns: list[Turn] = []
    for k, (start, end) in enumerate(lines):
        answered = k + 1 < len(lines) and not asked[k + 1]
        remark = bool(turns) and not turns[-1].asks and answered and end - start <= REMARK
        turns.append(Turn(start, end, asked[k] or remark, None))
    return turns


def _labelled(text: str, lines: list[tuple[int, int]], cues: Cues) -> list[Turn]:
    """*Le Phare : …* / *Awa Cissé : …*: two names that take turns, or the words for question and answer."""
    met = [(_LABEL.match(text, a, b), a, b) for a, b in lines]
    names = [m["name"].lower() for m, _, _ in met if m]
    often = {n for n in names if names.count(n) >= LEAST or n in cues.of("question_labels")}
    turns, asking = [], ""
    for match, start, end in met:
        label = match["name"].lower() if match and match["name"].lower() in often else ""
        at = match.end() if match and label else start
        asked = _asks(text, at, end)
        if label and not asking and asked:
            asking = label
        asks = label == asking if label and asking else asked
        turns.append(Turn(at, end, asks, match.span("name") if match and label and not asks else None))
    return turns if asking and len(often) >= LEAST else []


def _answers(
    turns: tuple[Turn, ...],
) -> Iterator[tuple[tuple[tuple[int, int], ...], tuple[int, int] | None]]:
    """The paragraphs of each answer, with the label before the first of them."""
    spans: list[tuple[int, int]] = []
    name: tuple[int, int] | None = None
    for turn in turns:
        if spans and (turn.asks or (turn.name and turn.name != name)):
            yield tuple(spans), name
            spans, name = [], None
        if not turn.asks:
            name = turn.name or name
            spans.append((turn.start, turn.end))
    if spans:
        yield tuple(spans), name


def _named(name: tuple[int, int] | None, index: MentionIndex) -> str | None:
    """Who the label before an answer names."""
    met = index.within(*name) if name else ()
    return met[0].actor.id if met else None


def _introduced(article: Article, turns: tuple[Turn, ...], cues: Cues, index: MentionIndex) -> str | None:
    """Who is named first behind *nous avons interrogé*, *les réponses de*, *entretien avec*."""
    lead = article.text[: turns[0].start].lower().replace("\u2019", "'")
    for mark in cues.of("interview_marks"):
        at = lead.find(mark)
        met = index.within(at + len(mark), turns[0].start) if at >= 0 else ()
        named = next((d for d in met if d.actor.kind == "person"), None)
        if named and named.mention.span.start - at - len(mark) <= BEHIND_MARK:
            return named.actor.id
    return None


def _guest(article: Article, turns: tuple[Turn, ...], index: MentionIndex) -> str | Unknown:
    """Who answers: the only person of the lead, else of the headline; open when there are several.

    A person without a post (*une chercheuse*) goes before those in office, who are talked about.
    """
    opening = turns[0].start
    lines = [line for line in paragraphs(article) if line[0] < opening]
    for start, end in reversed(lines):
        met = [d for d in index.within(start, end) if d.actor.kind in _HUMAN]
        for chosen in (_asked(met), met):
            ids = {d.actor.id for d in chosen}
            if len(ids) == 1:
                return ids.pop()
    return NOBODY


def _asked(met: list[Denoted]) -> list[Denoted]:
    return [d for d in met if isinstance(d.mention.office, Unknown) and d.actor.kind == "people"]
