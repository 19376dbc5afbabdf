"""The tense of what governs a time expression, which tells on which side of publication it lies.

'se réunira mardi' is the Tuesday to come, 's'est réuni mardi' the one that was, 's'était réuni samedi'
the Saturday before the story's own day (codebook, 'When'). The tree is asked first; where the parser
found no verb above the expression, the nearest finite verb of the clause decides.
"""

from __future__ import annotations

from communique.coding.times.ahead import (
    CLAUSE_BREAKS,
    COMMA,
    ahead_before,
    appointed,
    called_for,
    coming_before,
    dreaded,
    rendezvous,
    wished_for,
)
from communique.languages.calendar import Calendar
from communique.syntax import Sentence, Token

PAST, PLUPERFECT, PRESENT, FUTURE, UNDECIDED = "past", "pluperfect", "present", "future", "undecided"
COMING = "coming"  # told in the present of a day that may lie ahead: 'Paris accueille samedi un sommet'
INTENDED = "intended"  # of what was to be done, and may have been by now: 'devait partir mardi'
PARTICIPLE_WITHIN = 5  # words between an auxiliary and its participle: 'avait a nouveau tres vite demenage'
SUMMONED_WITHIN = 2  # words behind "sont" in which its participle stands: 'sont tous convoques lundi'
BESIDE = 3  # words from an auxiliary to the time that stands right behind its participle
CONDITIONAL_ENDS = (4, 5, 6)  # letters of the endings of a conditional
ASIDE = 8  # words between two commas


def tense_of(sentence: Sentence, start: int, end: int, *, calendar: Calendar) -> str:
    """The tense that governs the words from offset ``start`` to ``end``; '' when no verb is near."""
    first, last = _words(sentence, start, end)
    if ahead_before(sentence, first, calendar):
        return FUTURE
    near, verb = _by_nearness(sentence, first, last, calendar)
    if near != PLUPERFECT and coming_before(sentence, first, calendar):
        return FUTURE
    if any(told(sentence, first, calendar) for told in (called_for, appointed, wished_for, dreaded)):
        return FUTURE
    if _apposed_participle(sentence, first, calendar):
        return PAST
    if (cleft := _cleft(sentence, first, last, calendar)) or (
        first and sentence.tokens[first - 1].text in CLAUSE_BREAKS and near
    ):
        return cleft or near  # '…, c'est le second putsch : en janvier, il avait renversé …'
    if aside := _by_relative(sentence, first, last, calendar):
        return aside
    tree = _by_tree(sentence, first, last, calendar)
    if (
        tree in (PRESENT, FUTURE, COMING)
        and near in (PAST, PLUPERFECT)
        and _beside(sentence, first, verb, calendar)
    ):
        return near  # 'la Belgique, qui a gelé lundi son aide, pourrait …'
    return tree or near or (FUTURE if rendezvous(sentence, first, calendar) else "")


def _beside(sentence: Sentence, first: int, verb: Token | None, calendar: Calendar) -> bool:
    """Whether the words stand right behind a past tense; not 'ont appelé à manifester samedi'."""
    beside = verb is not None and 0 < first - verb.i - 1 <= BESIDE and _past_helper(verb, calendar)
    return beside and sentence.tokens[first - 1].feature("VerbForm") != "Inf"


def _apposed_participle(sentence: Sentence, first: int, calendar: Calendar) -> bool:
    """'Le procès, ouvert lundi, doit durer': what the parser takes for an adjective of the day."""
    before = sentence.tokens[first - 1] if first else None
    if before is None or before.pos != "ADJ" or before.head < first or before.i == 0:
        return False
    return sentence.tokens[before.i - 1].text == COMMA and _participle_ending(before, calendar)


def _by_relative(sentence: Sentence, first: int, last: int, calendar: Calendar) -> str:
    """The tense of a relative clause before the main verb: 'ce qui a réuni cent élus lundi devrait durer'.

    '' where a comma or another verb stands between the relative's verb and the day.
    """
    behind = sentence.tokens[last + 1 : last + 2]
    for token in reversed(sentence.tokens[:first]):
        if token.text == COMMA or token.text in CLAUSE_BREAKS:
            return ""
        if token.pos == "VERB":
            main = behind and behind[0].pos in ("VERB", "AUX", "ADV") and token.dep == "acl:relcl"
            return _group_tense(sentence, token, calendar) if main else ""
    return ""


def _cleft(sentence: Sentence, first: int, last: int, calendar: Calendar) -> str:
    """The tense behind 'c'est mardi que …'; '' where the words are not so set off."""
    behind = sentence.tokens[last + 1 : last + 2]
    if first < 1 or not behind or not calendar.has("than", behind[0].low.rstrip("'")):
        return ""
    if not calendar.has("being", sentence.tokens[first - 1].low):
        return ""
    return next((tense for t in sentence.tokens[last + 2 :] if (tense := _finite(sentence, t, calendar))), "")


def until_when(sentence: Sentence, start: int, end: int, *, calendar: Calendar) -> str:
    """On which side an end lies that is told in the past: 'a duré jusqu'à lundi', 'a prolongé jusqu'en juin'.

    '' where the verb is neither of what lasted nor of what was laid down.
    """
    first, _ = _words(sentence, start, end)
    verbs = [t for t in sentence.ancestors(first) if t.pos in ("VERB", "AUX")][:2]
    lemmas = [t.lemma.lower() for t in verbs]
    lasted = (v for v in verbs if calendar.has("enduring", v.lemma.lower()))
    if any(v is verbs[0] or _group_tense(sentence, v, calendar) == PAST for v in lasted):
        return PLUPERFECT  # 'sont restees coupees', not 'resteront coupees'
    return FUTURE if any(calendar.has("laying_down", lemma) for lemma in lemmas[:1]) else ""


def noun_above(sentence: Sentence, start: int, end: int) -> str:
    """The noun that the words or their participle hang on: 'des élections anticipées en mars 2019'."""
    first, last = _words(sentence, start, end)
    outer = (i for i in range(first, last + 1) if not first <= sentence.tokens[i].head <= last)
    heads = (sentence.tokens[sentence.tokens[i].head] for i in outer)
    nouns = (sentence.tokens[h.head] if h.dep.startswith(("acl", "amod")) else h for h in heads)
    return next((n.low for n in nouns if n.pos == "NOUN"), "")


def told_aside(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a participle or a relative tells the words: 'le mouvement né le 17 novembre'."""
    first, last = _words(sentence, start, end)
    outer = (i for i in range(first, last + 1) if not first <= sentence.tokens[i].head <= last)
    governors = (g for i in outer for g in sentence.ancestors(i) if g.pos in ("VERB", "AUX"))
    verb = next(governors, None)
    return verb is not None and verb.dep.startswith("acl")


def _words(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    covered = [t.i for t in sentence.tokens if t.start < end and start < t.end]
    return (covered[0], covered[-1]) if covered else (0, 0)


def _past_helper(token: Token, calendar: Calendar) -> bool:
    return calendar.has("have_past", token.low) or calendar.has("have_pluperfect", token.low)


def _by_tree(sentence: Sentence, first: int, last: int, calendar: Calendar) -> str:
    """The tense of the first verb above the words; infinitives pass the question on to their governor.

    What an infinitive under a past verb tells may lie on either side: 'a promis de partir en 2020'.
    """
    inside = range(first, last + 1)
    outer = [i for i in inside if sentence.tokens[i].head not in inside]
    for index in outer:
        passed = False
        for governor in sentence.ancestors(index):
            if governor.pos not in ("VERB", "AUX") and not _helped(sentence, governor):
                if passed and calendar.has("prospect", governor.low):
                    return FUTURE  # 'des appels à bloquer Paris samedi'
                continue
            tense = _group_tense(sentence, governor, calendar)
            told = tense == PRESENT and not passed and governor.feature("VerbForm") == "Fin"
            agenda = told and calendar.has("agenda", governor.lemma.lower())
            if agenda and not _inside_subject(sentence, index, governor):
                return COMING
            if tense:
                return _passed_on(governor, tense, calendar) if passed else tense
            passed = passed or governor.feature("VerbForm") == "Inf"
    return ""


def _inside_subject(sentence: Sentence, index: int, verb: Token) -> bool:
    """'La trêve conclue le 29 août tient': the date stands between the subject and its verb."""
    subjects = (c.i for c in sentence.children(verb.i) if c.dep.startswith("nsubj") and c.pos != "PRON")
    return any(subject < index < verb.i for subject in subjects)


def _passed_on(governor: Token, tense: str, calendar: Calendar) -> str:
    """What a finite verb says of its infinitive: 'invite à se rassembler jeudi' lies ahead."""
    if calendar.has("wishing", governor.lemma.lower()):
        done = tense == PLUPERFECT or (tense == PAST and calendar.has("wanting", governor.lemma.lower()))
        return UNDECIDED if done else FUTURE  # 'avait exigé un départ avant le 3 mai', 'a voulu partir'
    return UNDECIDED if tense in (PAST, PLUPERFECT) else tense


def _helped(sentence: Sentence, token: Token) -> bool:
    return any(child.dep.startswith(("aux", "cop")) for child in sentence.children(token.i))


def _group_tense(sentence: Sentence, verb: Token, calendar: Calendar) -> str:
    """The tense of a verb with its auxiliaries; '' for an infinitive that stands alone."""
    helpers = [c for c in sentence.children(verb.i) if c.dep.startswith(("aux", "cop"))]
    past = any(calendar.has("having", h.low) for h in helpers) and not calendar.has("planning", verb.low)
    if (
        calendar.has("ahead", verb.low)
        and not past
        and all(calendar.has("have_past", h.low) for h in helpers)
    ):
        return FUTURE
    for helper in helpers:
        tense = _finite(sentence, helper, calendar)
        if tense == PRESENT and calendar.has("have_past", helper.low) and verb.feature("VerbForm") == "Part":
            return PAST  # 'ont, a nouveau, manifeste'
        if tense == PLUPERFECT and helper.dep == "aux:pass":
            return PAST  # 'aucun mort n'était signalé lundi' is an imperfect
        if tense:
            return tense
    tense = _finite(sentence, verb, calendar)
    if helpers and all(h.feature("VerbForm") == "Inf" for h in helpers):
        past = any(h.dep == "aux:tense" for h in helpers)  # 'après avoir rencontré', not 'être supprimé'
        return PAST if past else ""
    participle = verb.feature("VerbForm") == "Part" and verb.feature("Tense") == "Past"
    return PAST if not tense and (participle or _ends_as_participle(verb, calendar)) else tense


def _ends_as_participle(token: Token, calendar: Calendar) -> bool:
    """Whether a word can only be a participle, though the parser takes it for finite: 'annoncée'."""
    if token.feature("VerbForm") != "Fin" or calendar.has("creating", token.lemma.lower()):
        return False
    return any(calendar.has("participle_only", token.low[-n:]) for n in (1, 2, 3))


def _by_nearness(sentence: Sentence, first: int, last: int, calendar: Calendar) -> tuple[str, Token | None]:
    """The tense of the nearest finite verb, in the same clause if there is one, and the verb."""
    best: tuple[int, str, Token] | None = None
    for token in sentence.tokens:
        tense = _finite(sentence, token, calendar)
        if not tense:
            continue
        between = sentence.tokens[last + 1 : token.i] if token.i > last else sentence.tokens[token.i : first]
        distance = len(between) + 100 * sum(t.text in CLAUSE_BREAKS for t in between)
        if best is None or distance < best[0]:
            best = (distance, tense, token)
    return (best[1], best[2]) if best else ("", None)


def _finite(sentence: Sentence, token: Token, calendar: Calendar) -> str:
    """The tense that a finite verb opens; '' for any other word."""
    if token.low in calendar.tensed:
        return _by_word(sentence, token, calendar)
    return _by_features(token, calendar)


def _by_word(sentence: Sentence, token: Token, calendar: Calendar) -> str:
    low = token.low
    if calendar.has("ahead", low) and token.feature("VerbForm") != "Part":
        return FUTURE
    if calendar.has("undecided", low):
        return INTENDED
    if calendar.has("have_future", low):
        return FUTURE
    if calendar.has("have_pluperfect", low):
        return PLUPERFECT if _participle_after(sentence, token.i, calendar) else PAST
    if calendar.has("have_conditional", low):  # 'seraient mobilises samedi' is none of hearsay
        hearsay = token.dep != "aux:pass" and _participle_after(sentence, token.i, calendar)
        return PAST if hearsay else FUTURE
    after = sentence.tokens[token.i + 1 : token.i + 1 + SUMMONED_WITHIN]
    if calendar.has("being", low) and any(calendar.has("summoned", t.low) for t in after):
        return COMING
    if calendar.has("have_past", low) and token.pos in ("AUX", "VERB", ""):
        return PAST if _participle_after(sentence, token.i, calendar) else PRESENT
    return _by_features(token, calendar)


def _by_features(token: Token, calendar: Calendar) -> str:
    if token.feature("VerbForm") != "Fin" or _ends_as_participle(token, calendar):
        return ""
    if token.feature("Mood") == "Cnd":  # the parser takes rare imperfects for it: 'négociait'
        ends = any(calendar.has("conditional", token.low[-n:]) for n in CONDITIONAL_ENDS)
        return FUTURE if ends else PAST
    if calendar.has("either_tense", token.low):
        return PRESENT
    return {"Fut": FUTURE, "Imp": PAST, "Past": PAST, "Pres": PRESENT}.get(token.feature("Tense"), "")


def _behind_aside(sentence: Sentence, i: int) -> int:
    """Where the words go on behind what two commas set apart: 'avaient, selon la police, tué'."""
    if i >= len(sentence.tokens) or sentence.tokens[i].text != COMMA:
        return i
    ends = (t.i + 1 for t in sentence.tokens[i + 1 : i + 1 + ASIDE] if t.text == COMMA)
    return next(ends, i)


def _participle_after(sentence: Sentence, i: int, calendar: Calendar) -> bool:
    """Whether a participle follows, by the parser's word or by its ending; an aside may stand between."""
    for token in sentence.tokens[(start := _behind_aside(sentence, i + 1)) : start + PARTICIPLE_WITHIN]:
        if token.feature("VerbForm") == "Part":
            return True
        if token.pos in ("PUNCT", "ADP") or calendar.has("taking_place", token.low):
            return False
        if _participle_ending(token, calendar):
            return True
    return False


def _participle_ending(token: Token, calendar: Calendar) -> bool:
    """Whether a word ends as participles do."""
    low = token.low
    return len(low) > 1 and any(calendar.has("participle", low[-n:]) for n in (1, 2, 3))
