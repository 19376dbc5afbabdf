"""Who stands right beside a verb of saying: a subject that the tree may have missed."""

from __future__ import annotations

from communique.coding.speech.hits import Hit
from communique.coding.speech.words import Reading, Unit
from communique.languages.cues import Cues
from communique.mentions import Denoted
from communique.model import Unknown
from communique.syntax import Sentence, Token

COMPANY = "company"
NOBODY = Unknown("the speaker is no actor on record")
NAMED = frozenset({"person"})
ASIDE = 10  # most words between commas
FIRST = ";:\u2013\u2014"


def subject_before(reading: Reading, cues: Cues, *, hit: Hit, unit: Unit) -> Denoted | None:
    """'…, et le ministère dément', 'alors que Kampala et Bujumbura la prient': the words before the verb.

    Only where a clause begins with them; not in 'le maire de Lima dément'.
    """
    words = reading.words
    if hit.voice != "active" or hit.form not in ("finite", "past") or hit.shared is not None:
        return None
    met, begin = mention_before(reading, hit.first, unit)
    if met is None:
        return None
    joined = begin - 1
    if joined > unit.first and words[joined].low in cues.of("and"):
        other, start = mention_before(reading, joined, unit)
        if other is not None:
            met, begin = other, start
    if begin > unit.first and words[begin - 1].low in cues.of("articles"):
        begin -= 1
    if begin <= unit.first:
        return None
    before = words[begin - 1]
    after_comma = before.low in cues.of("and") and begin - 2 >= unit.first and words[begin - 2].low == ","
    opens = cues.of("that") | cues.of("relatives") | cues.of("subordinate")
    return met if after_comma or before.low in opens or before.low in FIRST else None


def mention_before(reading: Reading, stop: int, unit: Unit) -> tuple[Denoted | None, int]:
    """The mention that ends right before word ``stop``, and its first word."""
    k = stop - 1
    met = reading.named(k) if k > unit.first and reading.words[k].quote < 0 else None
    if met is None or met.mention.span.end != reading.words[k].end:
        return None, stop
    return met, reading.at(met.mention.span.start)


def apposed(reading: Reading, k: int, *, of: Denoted | None) -> str | None:
    """The name between commas behind a noun, from the comma ``k`` on: 'l'un de ses avocats, Me Ali Roy.'."""
    words = reading.words
    if k + 1 >= len(words) or words[k].low != ",":
        return None
    met = next((m for j in range(k + 1, min(k + 3, len(words))) if (m := reading.named(j))), None)
    kinds = NAMED | ({of.actor.kind} if of is not None and of.actor.kind == COMPANY else frozenset())
    if met is None or met.actor.kind not in kinds:
        return None
    begin, end = reading.at(met.mention.span.start), reading.at(met.mention.span.end)
    closed = end >= len(words) or words[end].is_mark
    return met.actor.id if begin >= k + 1 and closed else None


def past_aside(reading: Reading, k: int) -> Denoted | None:
    """'« Jamais », a réagi, en russe, le peintre': who speaks, behind words between commas."""
    words = reading.words
    if k >= len(words) or words[k].low != ",":
        return None
    for j in range(k + 1, min(len(words) - 1, k + ASIDE)):
        if words[j].quote >= 0 or reading.is_finite(j) or (words[j].is_mark and words[j].low != ","):
            return None
        if words[j].low == ",":
            return next((m for i in (j + 1, j + 2) if i < len(words) and (m := reading.named(i))), None)
    return None


def between_commas(reading: Reading, stop: int) -> str | None:
    """'Joint à Diffa, le préfet, Moussa Oumar, a certifié que': the name between the commas before a verb."""
    k = stop - 1
    if k < 1 or reading.words[k].low != ",":
        return None
    met = reading.named(k - 1)
    if met is None or met.mention.span.end != reading.words[k - 1].end or met.actor.kind not in NAMED:
        return None
    before = reading.words[reading.at(met.mention.span.start) - 1]
    return met.actor.id if before.low == "," else None


def governor(sentence: Sentence, token: Token) -> Token:
    """'Elle a rejeté l'offre de Lima, arguant du coût': the verb whose subject a participle shares."""
    verbs = (t for t in sentence.ancestors(token.i) if t.pos in ("VERB", "AUX"))
    served = (t for t in verbs if any(c.dep.startswith("nsubj") for c in sentence.children(t.i)))
    return next(served, token)


def asked_of(reading: Reading, cues: Cues, hit: Hit, k: int) -> bool:
    """'réclame du pouvoir qu'il cède': who is asked stands behind 'de', right behind the verb."""
    words = reading.words
    start = k if words[k].low in cues.of("of") else k - 1 - (words[k - 1].low in cues.of("articles"))
    behind = start == hit.last + 1 and words[start].low in cues.of("of")
    return behind and hit.cue.force == "request"


def owner_of(reading: Reading, cues: Cues, noun: range, unit: Unit) -> str | Unknown:
    """'les propos du pape selon lesquels': who is named after the noun, else before it as its owner."""
    words, first = reading.words, noun.start
    for k in noun[1:]:
        if met := reading.named(k):
            return met.actor.id
    if first <= unit.first or words[first - 1].low not in cues.of("possessives"):
        return NOBODY
    if met := reading.named(first - 1):
        return met.actor.id
    for k in range(unit.first, first):
        met = reading.named(k)
        if met and words[k - 1].low not in cues.of("prepositions"):
            return met.actor.id
    return NOBODY


def carried_on(reading: Reading, cues: Cues, hit: Hit, unit: Unit) -> str | bool:
    """'Et d'ajouter que …', 'Et le maire de conclure : « … »': who goes on, or True for who spoke last.

    False for other infinitives.
    """
    words, k = reading.words, hit.first - 1
    if hit.form != "infinitive" or k <= unit.first or words[k].low not in cues.of("of"):
        return False
    if words[unit.first].low not in cues.of("and"):
        return False
    met, begin = mention_before(reading, k, unit)
    if met is not None:
        begin -= begin > unit.first + 1 and words[begin - 1].low in cues.of("articles")
        return met.actor.id if begin == unit.first + 1 else False
    return k == unit.first + 1


def placed(reading: Reading, cues: Cues, hit: Hit, unit: Unit) -> str | None:
    """'À Rabat, on dément', 'On dément, à Rabat, toute rupture', 'Au palais, on assure': where it is said.

    Who is named there speaks, if it is a body; None where nobody speaks ('On apprend que').
    """
    words, k = reading.words, hit.first - 1
    if hit.form != "finite" or k < unit.first or words[k].low not in cues.of("nobody"):
        return None
    fronted = range(unit.first + 1, k) if words[k - 1].low == "," else range(0)
    behind = range(0)
    if hit.last + 2 < unit.stop and words[hit.last + 1].low == ",":
        stops = (j for j in range(hit.last + 2, unit.stop) if words[j].is_mark or words[j].quote >= 0)
        behind = range(hit.last + 3, next(stops, unit.stop))
    for place in (fronted, behind):
        opens = words[place.start - 1].low if place else ""
        if opens not in cues.of("said_at"):
            continue
        met = next((m for j in place if words[j].quote < 0 and (m := reading.named(j))), None)
        if met is not None and met.actor.kind != "person":
            return met.actor.id
    return None
