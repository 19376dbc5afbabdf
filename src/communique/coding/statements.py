"""Statements: somebody's words, quoted or reported, with who said them, to whom and how.

The stage reads the article unit by unit (a sentence, joined over the quotations in it). In each it
finds the verbs of saying, the incises and the source phrases, and takes from each its content.
Source of the rules: codebook, 'Statements'.
"""

from __future__ import annotations

from communique.coding.speech.drafts import Draft
from communique.coding.speech.hits import HitFinder
from communique.coding.speech.interviews import with_answers
from communique.coding.speech.partners import Partners
from communique.coding.speech.repeats import without_repeats
from communique.coding.speech.speakers import SpeakerFinder
from communique.coding.speech.unit import UnitReader
from communique.coding.speech.unquoted import BARE, FRAGMENT
from communique.coding.speech.words import Reading
from communique.identity import statement_id
from communique.languages.cues import Cues
from communique.mentions import MentionIndex
from communique.model import Actor, Article, Statement, Unknown
from communique.syntax import Sentence

ALONE = (f"#{BARE}", f"#{FRAGMENT}")
MAX_BETWEEN = 160  # characters of an incise between two quotations that are one statement
MAX_NESTED = 8  # statements among which one is looked for that holds another
NO_CUE = Unknown("a quotation without a verb of saying")


def find_statements(
    article: Article, sentences: tuple[Sentence, ...], actors: tuple[Actor, ...], *, cues: Cues
) -> tuple[Statement, ...]:
    """The statements of an article, in the order of the text; ``reports`` is left empty.

    ``sentences`` are those of the coded blocks. Each content is given once.
    """
    if not sentences:
        return ()
    index = MentionIndex(actors)
    reading = Reading(article, sentences, cues, index=index)
    speakers = SpeakerFinder(reading, cues, index=index)
    finder = HitFinder(reading, cues)
    partners = Partners(reading, cues)
    drafts: list[Draft] = []
    fresh = False  # whether the unit before this one held a statement
    for unit in reading.units:
        found = UnitReader(reading, cues, unit=unit, speakers=speakers, finder=finder).read()
        found = partners.addressed(found, unit, drafts[-1] if drafts else None)
        merged = _merged(found, drafts, article.text) if fresh else found
        drafts.extend(_carried([d for d in merged if not d.rule.endswith(FRAGMENT)], drafts))
        fresh = bool(found)
        known = [d.speaker for d in found if not isinstance(d.speaker, Unknown)]
        if known:
            speakers.heard(known[-1], unit.stop)
    distinct = without_repeats(article, _distinct(drafts))
    told = with_answers(article, distinct, cues, index=index)
    return tuple(_statement(article, draft) for draft in told)


def _merged(found: list[Draft], drafts: list[Draft], text: str) -> list[Draft]:
    """A whole quotation that follows quoted words of the same breath is one statement with them.

    '« Nous partirons », a dit la ministre. « Mais pas demain. »'
    """
    alone = len(found) == 1 and found[0].rule.endswith(ALONE) and found[0].cue is None
    if alone and drafts and drafts[-1].kind == "direct":
        between = text[drafts[-1].end : found[0].start]
        other = ":" in between and found[0].speaker != drafts[-1].speaker  # 'Le maire est formel : « … »'
        if len(between) <= MAX_BETWEEN and "\n" not in between and not other:
            drafts[-1] = drafts[-1]._replace(spans=drafts[-1].spans + found[0].spans)
            return []
    return found


def _carried(found: list[Draft], before: list[Draft]) -> list[Draft]:
    """Drafts with the channel of the same speaker's last words where they name none themselves."""
    carried: list[Draft] = []
    for draft in found:
        earlier = (carried or before)[-1:]
        if (
            isinstance(draft.channel, Unknown)
            and earlier
            and earlier[0].speaker == draft.speaker
            and not isinstance(draft.speaker, Unknown)
        ):
            draft = draft._replace(channel=earlier[0].channel)  # noqa: PLW2901
        carried.append(draft)
    return carried


def _distinct(drafts: list[Draft]) -> list[Draft]:
    """Each content once: one that lies in another of the same speaker is part of it."""
    kept: list[Draft] = []
    starts: set[int] = set()
    for draft in sorted(drafts, key=lambda d: (d.start, -d.end)):
        around = [k for k in kept[-MAX_NESTED:] if draft.end <= k.end]
        if draft.start in starts or any(_same(draft, k) or k.kind == "direct" for k in around):
            continue
        starts.add(draft.start)
        kept.append(draft)
    return kept


def _same(draft: Draft, other: Draft) -> bool:
    return draft.speaker == other.speaker and not isinstance(draft.speaker, Unknown)


def _statement(article: Article, draft: Draft) -> Statement:
    content = tuple(article.span(start, end) for start, end in draft.spans)
    return Statement(
        id=statement_id(article.id, content[0]),
        speaker=draft.speaker,
        addressee=draft.addressee,
        kind=draft.kind,
        content=content,
        cue=article.span(*draft.cue) if draft.cue else NO_CUE,
        channel=draft.channel,
        according_to=tuple((actor,) for actor in draft.through),
        reports=(),
        rule=draft.rule,
    )
