"""Which actors a word denotes in its sentence, and which are listed beside them."""

from __future__ import annotations

from communique.languages.grammar import Grammar
from communique.mentions import Denoted, MentionIndex
from communique.model import Unknown
from communique.syntax import Sentence, Token

BODIES = frozenset({"party", "organisation", "group", "coalition", "ministry"})


def denoted_by(sentence: Sentence, i: int, mentions: MentionIndex) -> tuple[Denoted, ...]:
    """The actors that a phrase headed by word ``i`` denotes.

    Mentions headed by the word, else those that cover it, else the name that stands beside it
    (*le consultant Michael Spavor*, *l'ex-diplomate, Michael Kovrig*).
    """
    found = mentions.denoted(sentence.tokens[i].start)
    if found:
        return found
    for child in sentence.children(i):
        if child.dep in ("appos", "flat:name", "nmod") and child.i > i:
            introduced = any(c.dep == "case" for c in sentence.children(child.i))
            named = mentions.denoted(child.start)
            if named and not introduced:
                return named
    return ()


def is_demonstrative(sentence: Sentence, i: int) -> bool:
    """Whether noun ``i`` takes up something told before: *cette attaque*."""
    return any(c.dep == "det" and c.feature("PronType") == "Dem" for c in sentence.children(i))


def is_named(sentence: Sentence, i: int, mentions: MentionIndex) -> bool:
    """Whether noun ``i`` begins the name of a known body, of several words, with its capital."""
    token = sentence.tokens[i]
    if token.pos not in ("NOUN", "PROPN") or not token.text[:1].isupper():
        return False
    amid = token.i and sentence.tokens[token.i - 1].pos != "PUNCT"
    if amid and mentions.headed(token.start) is not None:
        return True  # *les couloirs de l'Assemblée*
    named = (d for d in mentions.denoted(token.start) if d.actor.kind in BODIES)
    for denoted in named:
        rest = (t for t in sentence.tokens[i + 1 :] if t.end <= denoted.mention.span.end)
        if any(t.text[:1].isupper() or not isinstance(denoted.actor.wikidata, Unknown) for t in rest):
            return True
    return False


def is_somebody(sentence: Sentence, i: int, grammar: Grammar) -> bool:
    """Whether word ``i`` is a pronoun of the third person, or a number, that may stand for persons.

    Also *plusieurs ont été arrêtés*, *trois d'entre eux*, *l'un d'eux*, *une dizaine ont été arrêtés*; and
    *les belligérants*, *les deux camps*.
    """
    token = sentence.tokens[i]
    if token.pos == "NOUN":
        of_somebody = _are_sides(sentence, token, grammar) or _is_kin(sentence, token, grammar)
        return of_somebody or _are_some(sentence, token, grammar)
    if token.low in grammar.of("some_one") and token.dep.startswith(("nsubj", "obj")):
        return True
    if token.pos == "PRON" and token.dep.startswith(("nsubj", "obj")) and not token.feature("Person"):
        if token.feature("NumType") == "Card":
            return True
        return token.feature("PronType") == "Ind" and token.feature("Number") == "Plur"
    if token.pos == "DET":  # *leur libération*, whoever they are
        return token.feature("Poss") == "Yes"
    if token.pos == "NUM":
        return token.dep.startswith(("nsubj", "obj")) and token.text.isalpha()
    if token.pos == "PRON" and token.feature("Person") == "1":
        return token.feature("Number") == "Plur" and token.dep.startswith("nsubj")
    return token.pos == "PRON" and token.feature("Person") == "3" and not token.dep.startswith("expl")


def _are_sides(sentence: Sentence, token: Token, grammar: Grammar) -> bool:
    """*les protagonistes*, *les deux parties*, *les parties au conflit*; not *les camps de réfugiés*."""
    lemma = token.lemma.lower()
    if token.feature("Number") == "Sing":
        return False
    if lemma in grammar.of("opponents"):
        return True
    beside = {c.lemma.lower() for c in sentence.children(token.i)}
    return lemma in grammar.of("sides") and not beside.isdisjoint(grammar.of("of_sides"))


def _is_kin(sentence: Sentence, token: Token, grammar: Grammar) -> bool:
    """*Moscou et ses alliés*, *un de ses créanciers*: somebody, whoever they are; not *les alliés*."""
    owned = any(c.dep == "det" and c.feature("Poss") == "Yes" for c in sentence.children(token.i))
    return owned and token.lemma.lower() in grammar.of("kin")


def _are_some(sentence: Sentence, token: Token, grammar: Grammar) -> bool:
    """*une dizaine ont été arrêtés*: a number without what it counts; not *une dizaine de camions*."""
    counted = any(c.dep.startswith("nmod") for c in sentence.children(token.i))
    amount = token.lemma.lower() in grammar.of("some") and token.dep.startswith(("nsubj", "obj"))
    return amount and not counted


def listed_before(sentence: Sentence, offset: int, mentions: MentionIndex) -> int | None:
    """The head of the actor that *et* joins to the words starting at ``offset``."""
    first = sentence.at(offset)
    if first is None or first.i < 2 or sentence.tokens[first.i - 1].pos != "CCONJ":
        return None
    met = mentions.ending(sentence.tokens[first.i - 2].end)
    head = sentence.at(met[0].mention.head) if met else None
    return None if head is None else head.i


def listed_after(sentence: Sentence, offset: int, mentions: MentionIndex) -> tuple[int, ...]:
    """The heads of the actors listed behind the words ending at ``offset``.

    *à la Hongrie, à la Roumanie et au Kosovo*, *Paris, Rome et Berlin*: links are commas and
    *et*; a list of commas alone is none unless the preposition is said again.
    """
    found: list[int] = []
    closed = False
    while (item := _next_item(sentence, offset, mentions)) is not None:
        head, offset, sure = item
        closed = closed or sure
        found.append(head)
    return tuple(found) if closed else ()


def _next_item(sentence: Sentence, offset: int, mentions: MentionIndex) -> tuple[int, int, bool] | None:
    """The head and end of the next item of a list, and whether its link makes the list sure."""
    last = sentence.at(offset - 1)
    if last is None or last.i + 2 >= len(sentence.tokens):
        return None
    link = sentence.tokens[last.i + 1]
    if link.pos != "CCONJ" and link.text != ",":
        return None
    at = last.i + 2
    said = {t.lemma for t in sentence.tokens[: last.i] if t.pos == "ADP"}
    again = sentence.tokens[at].pos == "ADP"
    if again and sentence.tokens[at].lemma not in said:
        return None  # *tué par la police, selon une source*: another preposition begins no item
    if again and at + 1 < len(sentence.tokens):
        at += 1
    met = mentions.starting(sentence.tokens[at].start)
    head = sentence.at(met[0].mention.head) if met else None
    if head is None or head.pos == "DET":  # *ses* alone is no item
        return None
    return head.i, met[0].mention.span.end, link.pos == "CCONJ" or again


def opens_clause(sentence: Sentence, i: int, mentions: MentionIndex) -> bool:
    """Whether the actor headed by ``i`` is followed by a verb, as a subject is."""
    for denoted in denoted_by(sentence, i, mentions)[:1]:
        following = sentence.at(denoted.mention.span.end + 1)
        return following is not None and following.pos in ("VERB", "AUX")
    return False


def said_again(sentence: Sentence, i: int, mentions: MentionIndex) -> list[int]:
    """The heads of the actors listed behind noun ``i``: *à l'appel de la CGT et de Sud-Rail*."""
    ends = [d.mention.span.end for d in denoted_by(sentence, i, mentions)[:1]]
    listed = (k for end in ends for k in listed_after(sentence, end, mentions))
    return [k for k in listed if sentence.tokens[k].pos in ("NOUN", "PROPN")]


def members_named(
    sentence: Sentence, i: int, mentions: MentionIndex, among: frozenset[str]
) -> tuple[int, ...]:
    """The heads of those of a group who are named: *Cinq membres, dont la Chine et la Russie, …*.

    Not: *la Chine, dont l'armée avance*. ``among`` are the words that open such a list.
    """
    tokens = sentence.tokens
    last = max((d.mention.span.end for d in denoted_by(sentence, i, mentions)), default=tokens[i].end)
    at = next((t.i for t in tokens[i + 1 :] if t.start >= last), len(tokens))
    at += at < len(tokens) and tokens[at].text == ","
    if at + 1 >= len(tokens) or tokens[at].low not in among:
        return ()
    met = mentions.starting(tokens[at + 1].start)
    head = sentence.at(met[0].mention.head) if met else None
    if head is None:
        return ()
    listed = listed_after(sentence, met[0].mention.span.end, mentions)
    named = denoted_by(sentence, listed[-1], mentions) if listed else ()
    end = max([met[0].mention.span.end, *(d.mention.span.end for d in named)])
    following = next((t for t in tokens if t.start >= end), None)
    ended = following is None or following.pos == "PUNCT"
    # *plusieurs alliés dont le Canada **ont** accusé*: the one named is no subject of it
    several = not listed and not ended and following is not None and _several(following)
    return (head.i, *listed) if ended or several else ()


def _several(token: Token) -> bool:
    """Whether a verb or an auxiliary has a plural subject."""
    return token.pos in ("VERB", "AUX") and token.feature("Number") == "Plur"


def _begins(sentence: Sentence, at: int, mentions: MentionIndex) -> bool:
    """Whether a word with a capital begins the words for an actor: 'Macron', read as an adjective."""
    token = sentence.tokens[at]
    return token.text[:1].isupper() and bool(mentions.starting(token.start))


def joined_behind(sentence: Sentence, i: int, mentions: MentionIndex) -> tuple[int, ...]:
    """The heads of two actors joined by a hyphen behind noun ``i`` and its adjectives.

    *l'entretien téléphonique Macron-Poutine*, *le sommet Kim-Trump*.
    """
    at = i + 1
    while at < len(sentence.tokens) and sentence.tokens[at].pos == "ADJ":
        if _begins(sentence, at, mentions):
            break
        at += 1
    if at >= len(sentence.tokens):
        return ()
    first = mentions.starting(sentence.tokens[at].start)
    link = sentence.at(first[0].mention.span.end) if first else None
    if link is None or link.text != "-":
        return ()
    second = mentions.starting(link.end)
    heads = [sentence.at(met[0].mention.head) for met in (first, second) if met]
    return tuple(h.i for h in heads if h is not None) if len(heads) == 2 else ()
