"""Who acts: persons, states, bodies and groups, with every phrase that denotes them.

:func:`find_mentions` reads each sentence by itself and needs no date; :func:`resolve_actors` ties the
mentions of an article to actors, with offices by day, surnames, definite phrases and pronouns (codebook,
section 'Parties'). Between the two the article is dated, by :func:`office_evidence` and
:func:`name_evidence` among others.
"""

from __future__ import annotations

from collections.abc import Callable

from communique.coding.parties.bodies import named, people, role, state
from communique.coding.parties.discourse import Discourse, Met
from communique.coding.parties.evidence import name_evidence, office_evidence, serving_evidence
from communique.coding.parties.line import Line
from communique.coding.parties.mention import Mention
from communique.coding.parties.officers import office, office_of
from communique.coding.parties.people import person
from communique.coding.parties.reading import read_line
from communique.coding.parties.referents import Referent
from communique.coding.parties.setting import Days, read_setting
from communique.coding.parties.taking_up import taken_up, two
from communique.knowledge import Knowledge
from communique.languages.roles import ActorLexicon
from communique.model import Actor, Publication, TimeExpression, Unknown
from communique.syntax import Sentence

__all__ = [
    "Mention",
    "find_mentions",
    "name_evidence",
    "number",
    "office_evidence",
    "resolve",
    "resolve_actors",
    "serving_evidence",
]

_ANAPHORIC = frozenset({"pronoun", "possessive", "clitic", "last", "pair"})


def find_mentions(
    sentences: tuple[Sentence, ...],
    *,
    lexicon: ActorLexicon,
    knowledge: Knowledge,
    text: str = "",
    story: tuple[str, ...] = (),
) -> tuple[Mention, ...]:
    """All words of the sentences that may denote a party, in the order of the text.

    A word of two states ('congolais') is read by the countries that the sentences name, and by those of
    ``story``.

    ``text`` is the article's: give it wherever other blanks than plain ones may stand between words
    ('M.\u00a0Lavrov'), since sentences do not keep them.
    """
    found: list[Mention] = []
    lines = [Line(sentence, n, knowledge=knowledge, text=text) for n, sentence in enumerate(sentences)]
    for line in lines:
        line.forget_inside_names(lexicon.names.particles)
    if any(line.doubtful for line in lines):
        named = (*story, *(country for line in lines for country in line.countries()))
        for line in lines:
            line.settle(named)
    opened, block = False, -1
    for line, sentence in zip(lines, sentences, strict=True):
        opened = line.quote(lexicon, opened and sentence.block == block)
        block = sentence.block
        found.extend(read_line(line, lexicon, knowledge))
    return tuple(found)


def resolve_actors(
    mentions: tuple[Mention, ...],
    sentences: tuple[Sentence, ...],
    *,
    published: Publication,
    times: tuple[TimeExpression, ...],
    knowledge: Knowledge,
) -> tuple[Actor, ...]:
    """The actors of an article with their mentions, ``a1`` … in order of first mention.

    Mentions that could be two actors' are left out; a phrase such as 'les deux parties' is a mention of each.
    """
    return number(resolve(mentions, sentences, published=published, times=times, knowledge=knowledge))


def resolve(
    mentions: tuple[Mention, ...],
    sentences: tuple[Sentence, ...],
    *,
    published: Publication,
    times: tuple[TimeExpression, ...],
    knowledge: Knowledge,
) -> Discourse:
    """Every mention tied to its referents, in the order of the text: the state at the article's end."""
    setting = read_setting(mentions, len(sentences))
    discourse = Discourse(mentions, knowledge, setting, Days(published, times, sentences))
    for mention in mentions:
        if mention.reading == "person":
            person(discourse, mention)
    for mention in mentions:
        for referent in _resolve(discourse, mention):
            held = office_of(discourse, referent, mention) if referent.person else ""
            referent.add(mention, rule=discourse.notes.get(mention.head, ""), office=held)
            discourse.history.append(Met(referent, mention))
    return discourse


_SINGLE: dict[str, Callable[[Discourse, Mention], Referent | None]] = {
    "person": person,
    "surname": person,
    "people": people,
    "state": state,
    "adjective": state,
    "known": named,
    "named": named,
}


def _resolve(discourse: Discourse, mention: Mention) -> tuple[Referent, ...]:
    """The referents of one mention; empty when it stays open, and for words that only name a country."""
    if "two" in mention.flags and (both := two(discourse, mention)):
        return both
    if mention.reading == "office":
        return office(discourse, mention)
    if mention.reading in _ANAPHORIC:
        return taken_up(discourse, mention)
    if mention.reading == "role":
        discourse.done[mention.head] = found = _some(role(discourse, mention))
        return found
    single = _SINGLE.get(mention.reading)
    return () if single is None else _some(single(discourse, mention))


def _some(referent: Referent | None) -> tuple[Referent, ...]:
    """One or none."""
    return () if referent is None else (referent,)


def number(discourse: Discourse) -> tuple[Actor, ...]:
    """Records of the referents that were met, in order of their first mention."""
    met = [r for r in discourse.referents if r.mentions]
    met.sort(
        key=lambda r: (min(m.span.start for m in r.mentions), min(m.span.end for m in r.mentions), r.identity)
    )
    return tuple(_actor(referent, f"a{number}") for number, referent in enumerate(met, start=1))


def _actor(referent: Referent, identity: str) -> Actor:
    """A referent as a frozen record."""
    return Actor(
        identity,
        referent.name,
        referent.kind,
        referent.country or Unknown("the text names no country for it"),
        referent.sector or Unknown("the text tells no sector"),
        referent.wikidata or Unknown("no Wikidata identity on record"),
        tuple(sorted(referent.mentions, key=lambda m: (m.span.start, m.span.end))),
    )
