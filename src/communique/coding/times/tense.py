"""The tense of what governs a time expression, which tells on which side of publication it lies.

'se réunira mardi' is the Tuesday to come, 's'est réuni mardi' the one that was, 's'était réuni samedi'
the Saturday before the story's own day (codebook, 'When'). The tree is asked first; where the parser
found no verb above the expression, the nearest finite verb of the clause decides.
"""

from __future__ import annotations

from communique.languages.calendar import Calendar
from communique.syntax import Sentence, Token

PAST, PLUPERFECT, PRESENT, FUTURE, UNDECIDED = "past", "pluperfect", "present", "future", "undecided"
INTENDED = "intended"  # of what was to be done, and may have been by now: 'devait partir mardi'
PARTICIPLE_WITHIN = 5  # words between an auxiliary and its participle: 'avait a nouveau tres vite demenage'
SUMMONED_WITHIN = 2  # words behind "sont" in which its participle stands: 'sont tous convoques lundi'
BESIDE = 3  # words from an auxiliary to the time that stands right behind its participle
CONDITIONAL_ENDS = (4, 5, 6)  # letters of the endings of a conditional
AHEAD_WITHIN = 4  # words between 'prevu' and the time that it governs
ASIDE = 8  # words between two commas
COMING_WITHIN = 6  # words before a time in which "entre en vigueur" or "prend fin" ends
COMMA = ","
CLAUSE_BREAKS = frozenset({";", ":", ".", "\u2013", "\u2014"})


def tense_of(sentence: Sentence, start: int, end: int, *, calendar: Calendar) -> str:
    """The tense that governs the words from offset ``start`` to ``end``; '' when no verb is near."""
    first, last = _words(sentence, start, end)
    if _ahead_before(sentence, first, calendar):
        return FUTURE
    near, verb = _by_nearness(sentence, first, last, calendar)
    if near != PLUPERFECT and _coming_before(sentence, first, calendar):
        return FUTURE
    if first and sentence.tokens[first - 1].text in CLAUSE_BREAKS and near:
        return near  # '…, c'est le second putsch : en janvier, il avait renversé …'
    tree = _by_tree(sentence, first, last, calendar)
    beside = verb is not None and 0 < first - verb.i - 1 <= BESIDE and _past_helper(verb, calendar)
    if beside and sentence.tokens[first - 1].feature("VerbForm") == "Inf":
        beside = False  # 'ont appele a manifester samedi'
    if tree in (PRESENT, FUTURE) and near in (PAST, PLUPERFECT) and beside:
        return near  # 'la Belgique, qui a gelé lundi son aide, pourrait …'
    return tree or near


def until_when(sentence: Sentence, start: int, end: int, *, calendar: Calendar) -> str:
    """On which side an end lies that is told in the past: 'a duré jusqu'à lundi', 'a prolongé jusqu'en juin'.

    '' where the verb is neither of what lasted nor of what was laid down.
    """
    first, _ = _words(sentence, start, end)
    lemmas = [t.lemma.lower() for t in sentence.ancestors(first) if t.pos in ("VERB", "AUX")][:1]
    if any(calendar.has("enduring", lemma) for lemma in lemmas):
        return PLUPERFECT
    return FUTURE if any(calendar.has("laying_down", lemma) for lemma in lemmas) else ""


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


def _ahead_before(sentence: Sentence, first: int, calendar: Calendar) -> bool:
    """Whether a word that looks ahead stands right before: 'le sommet prévu mardi', 'pour mardi'."""
    if first and calendar.has("appointing", sentence.tokens[first - 1].low):
        return True
    for token in reversed(sentence.tokens[max(0, first - AHEAD_WITHIN) : first]):
        if calendar.has("ahead", token.low):
            return not _perfect(sentence, token, calendar)
        if token.text in CLAUSE_BREAKS or token.text == COMMA:
            return False
    return False


def _coming_before(sentence: Sentence, first: int, calendar: Calendar) -> bool:
    """Whether what stands right before looks ahead in the present: 'l'accord entre en vigueur dimanche'.

    Also what is called for, 'appellent à une grève jeudi'; not 'ont appelé jeudi à une grève'.
    """
    words = "".join(f" {t.low}" for t in sentence.tokens[max(0, first - COMING_WITHIN) : first])
    if any(words.endswith(f" {phrase}") for phrase in calendar.words("coming")):
        return True
    called = any(words.endswith(f" {noun}") for noun in calendar.words("called_for"))
    before = (t.lemma.lower() for t in sentence.tokens[:first])
    return called and any(calendar.has("calling", lemma) for lemma in before)


def _perfect(sentence: Sentence, token: Token, calendar: Calendar) -> bool:
    """Whether a participle is that of a past tense: 'l'Italie a convoqué en juin son chargé d'affaires'."""
    before = sentence.tokens[max(0, token.i - 2) : token.i]
    return any(calendar.has("having", t.low) for t in before)


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
                continue
            tense = _group_tense(sentence, governor, calendar)
            agenda = tense == PRESENT and not passed and calendar.has("agenda", governor.lemma.lower())
            if agenda and not _inside_subject(sentence, index, governor):
                return FUTURE
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
        return UNDECIDED if tense == PLUPERFECT else FUTURE  # 'avait exigé un départ avant le 3 mai'
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
    if calendar.has("have_conditional", low):
        return PAST if _participle_after(sentence, token.i, calendar) else FUTURE
    after = sentence.tokens[token.i + 1 : token.i + 1 + SUMMONED_WITHIN]
    if calendar.has("being", low) and any(calendar.has("summoned", t.low) for t in after):
        return FUTURE
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
        if token.pos in ("PUNCT", "ADP"):
            return False
        low = token.low
        if len(low) > 1 and any(calendar.has("participle", low[-n:]) for n in (1, 2, 3)):
            return True
    return False
