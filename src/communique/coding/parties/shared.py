"""Plural nouns that adjectives of several countries share: *les présidents russe et turc* are two."""

from __future__ import annotations

from dataclasses import replace

from communique.coding.parties.line import Line
from communique.coding.parties.mention import Mention
from communique.knowledge.records import StateWord
from communique.languages.roles import ActorLexicon

_SHARED = frozenset({"office", "role"})
_SEVERAL = 2
_MOST = 4  # words between two of the adjectives


def one_each(mention: Mention, line: Line, lexicon: ActorLexicon) -> tuple[Mention, ...]:
    """The mention once for each country whose adjective follows it; the mention itself for other words.

    Adjectives in the singular behind a plural noun tell of one each: 'les armées française et malienne'.
    Not: 'les troupes russes et leurs alliés syriens' (another noun).
    """
    if mention.reading not in _SHARED or mention.number != "p":
        return (mention,)
    words = _nationalities(mention, line, lexicon)
    countries = tuple(dict.fromkeys(word.country for word in words))
    if len(countries) < _SEVERAL or mention.country not in countries:
        return (mention,)
    single = all(word.number == "s" for word in words)
    return tuple(_of(mention, country, "s" if single else "p") for country in countries)


def _of(mention: Mention, country: str, number: str) -> Mention:
    holder = replace(mention.holder, country=country) if mention.holder is not None else None
    return replace(mention, country=country, holder=holder, number=number)


def _nationalities(mention: Mention, line: Line, lexicon: ActorLexicon) -> list[StateWord]:
    """The adjectives of nationality behind a noun, joined by commas and 'et'."""
    found: list[StateWord] = []
    joint = lexicon.determiners.and_ | {","}
    at = last = mention.token + 1
    while at < len(line.tokens) and at - last <= _MOST:
        words = line.states[at]
        if words and words[0].role == "adjective":
            found.append(words[0])
            last = at
        elif line.low[at] not in joint and (found or at >= mention.last):
            break  # 'les forces françaises du territoire burkinabé'
        at += 1
    return found
