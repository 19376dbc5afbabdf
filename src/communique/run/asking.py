"""Who, what or which place an expression means on a day, by the reading that articles get.

``communique knowledge find`` asks here. A known name is looked up; any other expression ('le chef de la
diplomatie française', 'le locataire de la Maison-Blanche', 'son homologue américain') is read as the coder
reads it: in the sentence given with it, else in a sentence in which it acts.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from communique.coding.actors import find_mentions, number, resolve
from communique.coding.parties.discourse import PERSON, Discourse
from communique.coding.parties.mention import Holder, Mention
from communique.coding.parties.people import country_of
from communique.coding.parties.referents import Referent
from communique.coding.parties.tenures import holders_within, line_of
from communique.coding.places import find_places
from communique.coding.sentences import load_parser
from communique.errors import NotFoundError
from communique.knowledge import Knowledge, load_knowledge
from communique.knowledge.entities import NO_COUNTRY, NO_WIKIDATA
from communique.knowledge.finding import (
    NO_DAY,
    NO_OFFICE,
    Candidate,
    bare,
    entity_candidate,
    find_expression,
)
from communique.knowledge.records import Entity
from communique.languages.loading import read_toml
from communique.languages.roles import load_actor_lexicon
from communique.model import Article, Block, Place, Publication, Unknown
from communique.syntax import Sentence

_ASKED = Unknown("asked, not read")
_A_PLACE = Unknown("a place")


class _Asked(NamedTuple):
    """A sentence with the expression in it, parsed and resolved."""

    discourse: Discourse
    mentions: tuple[Mention, ...]
    sentences: tuple[Sentence, ...]
    published: Publication
    text: str
    start: int
    end: int

    def covers(self, start: int, end: int) -> int:
        """How many characters of the expression a stretch of the text shares."""
        return max(0, min(end, self.end) - max(start, self.start))


def find_meaning(
    expression: str, *, language: str = "fr", on: date | None = None, context: str = ""
) -> tuple[Candidate, ...]:
    """What an expression means on a day, best first; exactly one when that is decided, none when not known.

    ``context`` is a sentence that holds the expression: it tells a capital's government from the city, whose
    counterpart is meant, and which state an office belongs to. The parser is loaded only where it is needed.
    """
    words = " ".join(expression.split())
    if not words:
        return ()
    if not _holds(context, words) and (known := _known(words, on, language)):
        return known
    found = _read(words, context, on, language)
    if not found and context:
        return find_meaning(expression, language=language, on=on)
    return found


def _known(words: str, on: date | None, language: str) -> tuple[Candidate, ...]:
    """What a known name means: as it stands, without its article, without 'ex-' before it."""
    lexicon, knowledge = load_actor_lexicon(language), load_knowledge(language)
    plain = bare(words, lexicon.determiners.definite)
    prefix, _, rest = plain.partition("-")
    former = (rest,) if prefix.lower() in lexicon.offices.status.former_prefix else ()
    found = (find_expression(name, knowledge=knowledge, on=on) for name in (words, plain, *former))
    return next((candidates for candidates in found if candidates), ())


def _read(words: str, context: str, on: date | None, language: str) -> tuple[Candidate, ...]:
    """What the grammar makes of the expression; for a word of two states what it means in each."""
    asked = _ask(words, context, on, language)
    found = _actor(asked, on) or _place(asked)
    if found:
        return found
    knowledge = load_knowledge(language)
    states = [
        w.country for word in words.split() for w in knowledge.state_words(word) if w.role == "adjective"
    ]
    if len(set(states)) < 2:
        return ()
    each = [_actor(_ask(words, context, on, language, story=c), on) for c in dict.fromkeys(states)]
    found = tuple(dict.fromkeys(candidate for candidates in each for candidate in candidates))
    feminine = any(w.gender == "f" for word in words.split() for w in knowledge.state_words(word))
    return tuple(c for c in found if feminine and _is_woman(c, knowledge)) or found


def _is_woman(candidate: Candidate, knowledge: Knowledge) -> bool:
    """Whether a candidate is a woman on record."""
    words = candidate.name.split()
    return any(m.entity.gender == "f" and m.length == len(words) for m in knowledge.match(words, 0))


def _holds(context: str, words: str) -> bool:
    """Whether a context is given that holds the expression."""
    return bool(context) and _plain(words) in _plain(context)


def _plain(text: str) -> str:
    """Text in which case and the form of apostrophes make no difference; its length stays."""
    return text.replace("\u2019", "'").lower()


def _ask(words: str, context: str, on: date | None, language: str, *, story: str = "") -> _Asked:
    """Parse and resolve the sentence that holds the expression, in the story of a country."""
    text = context
    if not _holds(context, words):
        carrier = str(read_toml(language, "asking.toml")["carrier"])
        text = carrier.format(words[:1].upper() + words[1:])
    start = _plain(text).index(_plain(words))
    day = on or NO_DAY
    published = Publication(day, day, day, certain=True)
    knowledge = load_knowledge(language)
    sentences = load_parser(language).parse(_article(text, language, published))
    mentions = find_mentions(
        sentences,
        lexicon=load_actor_lexicon(language),
        knowledge=knowledge,
        text=text,
        story=(story,) if story else (),
    )
    discourse = resolve(mentions, sentences, published=published, times=(), knowledge=knowledge)
    return _Asked(discourse, mentions, sentences, published, text, start, start + len(words))


def _article(text: str, language: str, published: Publication) -> Article:
    """A text of one block, as the parser wants it."""
    block = Block("body", 0, len(text))
    return Article("", "", _ASKED, _ASKED, language, _ASKED, published, text, (block,), ())


def _actor(asked: _Asked, on: date | None) -> tuple[Candidate, ...]:
    """Whom the coder takes the expression for; several where an office has several holders."""
    history = [met for met in asked.discourse.history if _takes_up(asked, met.mention)]
    if not history:
        return ()
    most = max(_fit(asked, met.mention) for met in history)
    found: list[Candidate] = []
    for referent, mention in history:
        if _fit(asked, mention) == most:
            found.extend(_candidates(asked, referent, mention, on))
    return tuple(dict.fromkeys(found))


def _takes_up(asked: _Asked, mention: Mention) -> bool:
    """Whether a mention is headed within the expression, and is more than a part of it."""
    if not asked.start <= mention.head < asked.end:
        return False
    most = 2 * asked.covers(mention.span.start, mention.span.end) >= asked.end - asked.start
    opens = mention.reading == "known" and mention.span.start <= asked.start
    return most or opens or mention.reading in {"office", "person", "surname"}


def _fit(asked: _Asked, mention: Mention) -> tuple[int, int]:
    """How well a mention takes up the expression: what it covers of it, less what it adds."""
    span = mention.span
    return asked.covers(span.start, span.end), -len(span.text)


def _candidates(
    asked: _Asked, referent: Referent, mention: Mention, on: date | None
) -> tuple[Candidate, ...]:
    """A referent as readings: itself where it is known, else the holders of the office that it is."""
    knowledge = asked.discourse.knowledge
    holder = mention.holder
    place = referent.country or country_of(asked.discourse, mention)
    line = line_of(holder, place, knowledge) if holder else ("", "")
    if referent.identity.startswith(PERSON):
        return (_person(knowledge.entity(referent.identity), line, on, knowledge),)
    if referent.kind == "office":
        return _holders(referent, holder, on, knowledge=knowledge)
    try:
        return (entity_candidate(knowledge.entity(referent.identity), on, knowledge),)
    except NotFoundError:
        return ()


def _person(entity: Entity, line: tuple[str, str], on: date | None, knowledge: Knowledge) -> Candidate:
    """A person with the tenure that the expression names, else with that of the day."""
    named = [t for t in knowledge.tenures(entity.id) if (t.office, t.country) == line]
    begun = [t for t in named if on is None or not t.begin or t.begin <= on]
    held = begun[-1] if begun else named[0] if named else None
    return entity_candidate(entity, on, knowledge, held=held)


def _holders(
    referent: Referent, holder: Holder | None, on: date | None, *, knowledge: Knowledge
) -> tuple[Candidate, ...]:
    """The persons who may be meant by an office; the office itself where nobody is known to have held it."""
    line = line_of(holder, referent.country, knowledge) if holder else ("", "")
    office, place = line
    if not holder or not office or not place:
        return ()
    if on is None:
        persons = [t.person for t in reversed(knowledge.office_line(office, place))]
    else:
        persons = list(holders_within(holder, referent.country, (on, on), knowledge))
    if persons:
        found = [_person(knowledge.entity(p), line, on, knowledge) for p in dict.fromkeys(persons)]
        return tuple(found)
    country = referent.country or NO_COUNTRY
    return (Candidate("office", referent.name, country, office, NO_DAY, NO_DAY, NO_WIKIDATA),)


def _place(asked: _Asked) -> tuple[Candidate, ...]:
    """The place that the expression names where nobody acts in it; a state as the state."""
    knowledge = asked.discourse.knowledge
    actors = number(asked.discourse)
    places = find_places(asked.sentences, actors, knowledge=knowledge, text=asked.text)
    named = [p for p in places if any(_inside(asked, m.span.start, m.span.end) for m in p.mentions)]
    return tuple(_placed(place, knowledge) for place in named[:1])


def _inside(asked: _Asked, start: int, end: int) -> bool:
    """Whether a stretch of the text lies in the expression, or holds it."""
    return asked.covers(start, end) == min(end - start, asked.end - asked.start)


def _placed(place: Place, knowledge: Knowledge) -> Candidate:
    """A place as a reading."""
    if place.level == "country" and isinstance(place.country, str):
        state = knowledge.entity(f"state:{place.country}")
        return Candidate("state", state.name, place.country, NO_OFFICE, NO_DAY, NO_DAY, state.wikidata)
    return Candidate("place", place.name, place.country, _A_PLACE, _A_PLACE, _A_PLACE, _A_PLACE)
