"""States, capitals and known bodies that act, peoples, and adjectives of nationality."""

from __future__ import annotations

from dataclasses import replace

from communique.coding.parties.draft import Draft
from communique.coding.parties.line import is_adjective
from communique.coding.parties.mention import Mention
from communique.coding.parties.phrases import left_edge
from communique.coding.parties.states import acts, agent_adjective, is_posting
from communique.knowledge.records import NameMatch

NO_GENDER = "n"  # a bare capital ('Moscou') is not taken up by 'il' or 'elle'
_SHARED = frozenset({"office", "role"})
_ACTING = frozenset({"state", "adjective", "people"})


def read_known(draft: Draft) -> None:
    """States, capitals, palaces and known bodies that act."""
    for first, matches in draft.line.known.items():
        match = matches[0]
        claimed = draft.line.claimed[first] and not is_posting(draft.line, first, draft.lexicon.metonymy)
        if match.entity.kind == "person" or claimed:
            continue
        stated = match.entity.kind == "state" or match.reading in {"capital", "metonym"}
        if not stated or _acts(draft, first, match):
            draft.mentions.append(_known(draft, first, match))


def _acts(draft: Draft, first: int, match: NameMatch) -> bool:
    """Whether a known name stands for a government."""
    last = first + match.length
    return acts(draft.line, first, last, draft.lexicon, capital=match.reading != "name")


def _known(draft: Draft, first: int, match: NameMatch) -> Mention:
    """The mention of a known name, with its article."""
    line, entity = draft.line, match.entity
    last, start = first + match.length, draft.with_article(first)
    shape = draft.lexicon.determiners.shapes.get(line.low[start], "") if start < first else ""
    gender = shape[:1].strip("x") if shape else entity.gender
    state = entity.kind == "state" or match.reading == "capital"
    return replace(
        draft.blank(start, last, draft.head_of(first, last, first)),
        reading="state" if state else "known",
        rule=f"knowledge#{match.reading}",
        name=line.span(first, last).text,
        entity=entity,
        kind=entity.kind,
        country=entity.country if isinstance(entity.country, str) else "",
        definite="definite",
        gender=NO_GENDER if match.reading == "capital" else gender,
        number=shape[1:] or entity.number,
        flags=frozenset({"alias"}) if line.before(first) == "(" else frozenset(),
    )


def read_nationalities(draft: Draft) -> None:
    """'les frappes américaines': the government; 'les Américains': the people, or the government."""
    line = draft.line
    for i, words in enumerate(line.states):
        if not words or line.claimed[i]:
            continue
        if words[0].role == "people" or (words[0].role == "prefix" and line.words[i][:1].isupper()):
            draft.mentions.append(_people(draft, i))
        elif _listed_with(draft, i):
            continue
        elif is_adjective(words) and agent_adjective(line, i, draft.lexicon) is not None:
            draft.mentions.extend(_adjective(draft, i, word.country) for word in words)


def _listed_with(draft: Draft, i: int) -> bool:
    """'des soldats rwandais, russes et français': the noun that the first adjective qualifies tells who."""
    line, joint = draft.line, draft.lexicon.determiners.and_ | {","}
    at = i - 1
    while at > 0 and line.low[at] in joint:
        at -= 1
        if is_adjective(line.states[at]) and line.claimed[at]:
            return any(m.first <= at < m.last and m.reading in _SHARED for m in draft.mentions)
        at -= is_adjective(line.states[at])
    return False


def _adjective(draft: Draft, i: int, country: str) -> Mention:
    """A mention of the government on an adjective."""
    return replace(
        draft.blank(i, i + 1, i),
        reading="adjective",
        rule="adjective",
        kind="government",
        country=country,
        function="other",
    )


def _people(draft: Draft, i: int) -> Mention:
    """'les Américains'; in diplomatic contexts ('à l'initiative des Américains') the government."""
    line, words = draft.line, draft.lexicon.determiners
    word = line.states[i][0]
    left = left_edge(line, i, draft.lexicon)  # 'des milliers de Géorgiens'
    near = i - 1 if line.before(i) in words.definite | words.indefinite else i
    first = min(near, left.first) if left.counted else near
    governs = line.before(first) in draft.lexicon.metonymy.diplomatic
    plural = word.number == "p" or line.before(i) in words.plural or (not word.number and first == i)
    return replace(
        draft.blank(first, i + 1, i),
        reading="state" if governs else "people",
        rule="people",
        name=line.words[i],
        kind="people",
        sector="CVL",
        country=word.country,
        definite="indefinite" if left.counted else _article(draft, first, i),
        gender=word.gender,
        number="p" if plural else "s",
    )


def _article(draft: Draft, first: int, i: int) -> str:
    """How a nationality is determined: 'les Français', 'un Français', 'deux Français'."""
    line, words = draft.line, draft.lexicon.determiners
    if first < i:
        return "indefinite" if line.low[first] in words.indefinite else "definite"
    return "bare"


def read_countries(draft: Draft) -> None:
    """Countries that are named without acting ('en Syrie'): they tell where the story plays."""
    line = draft.line
    seen = {m.token for m in draft.mentions if m.country and m.reading in _ACTING}
    for i, words in enumerate(line.states):
        known = line.known.get(i)
        country = words[0].country if words and known is None else ""
        if known is not None and known[0].entity.kind in {"state", "government"}:
            country = known[0].entity.country if isinstance(known[0].entity.country, str) else ""
        if country and i not in seen and not _surname(draft, i):
            draft.mentions.append(_country(draft, i, country))


def _surname(draft: Draft, i: int) -> bool:
    """Whether a capital is somebody's name: 'la ministre Isabelle Rome' tells nothing of Italy."""
    capital = i in draft.line.known and draft.line.known[i][0].reading == "capital"
    return capital and any(n.first < i < n.last for n in draft.names.values())


def _country(draft: Draft, i: int, country: str) -> Mention:
    """A word that names a country and denotes no actor."""
    line, metonymy = draft.line, draft.lexicon.metonymy
    article = line.before(i) in draft.lexicon.determiners.definite_plain
    placed = line.before(i - 1 if article else i) in metonymy.place_prepositions | metonymy.to
    claimed = line.claimed[i]
    mention = replace(
        draft.blank(i, i + 1, i), reading="place" if placed else "word", rule="country", country=country
    )
    line.claimed[i] = claimed
    return mention
