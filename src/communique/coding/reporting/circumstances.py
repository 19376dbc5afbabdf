"""When and about what: the circumstances told in the clause of an act."""

from __future__ import annotations

from communique.candidates import Candidate
from communique.codebook import event_type
from communique.coding.reporting.scene import Scene
from communique.coding.reporting.told import (
    PAST,
    PERFECT,
    PLUPERFECT,
    PRESENT,
    SAID,
    governors_of,
    tense_of,
    tense_of_verb,
)
from communique.model import Span, TimeExpression, Unknown
from communique.syntax import Sentence, Token

AFTER = 12  # words behind an act in which a time may stand that the parser hung elsewhere
REACH = 10_000  # a step outwards in the clause weighs more than any distance in characters
ENTRY = ":"  # between a date and what happened on it
NO_TIME = "the text gives no day for it"


def time_of(candidate: Candidate, sentence: Sentence, scene: Scene) -> TimeExpression | Unknown:
    """The time expression of the act's clause, else one that opens the sentence; dates before durations.

    Failing these, one that stands right behind the act, wherever the parser hung it.
    """
    own = verb_of(sentence, candidate, scene)
    ranked: list[tuple[int, int, TimeExpression]] = []
    stray: list[tuple[int, int, TimeExpression]] = []
    start, end = sentence.start, sentence.end
    done = tense_of(candidate.trigger, sentence) in PAST
    for time in scene.times:
        if not start <= time.span.start < end or time.type == "SET":
            continue
        token = sentence.at(time.span.start)
        if token is None or time.value.endswith("_REF") or (done and _ends_later(time)):
            continue
        owner = _owner(token, (sentence, scene))
        if owner is None:
            reach = reach_of(token, own, candidate, (sentence, scene))
        else:
            reach = 0 if owner.i in candidate.trigger.words else None
        if reach is not None:
            ranked.append((_vagueness(time), reach * REACH + abs(token.start - candidate.start), time))
        elif owner is None and _trails(token, candidate, (sentence, scene)):
            stray.append((_vagueness(time), token.start, time))
    ranked = ranked or stray or _of_governors(own, candidate, (sentence, scene))
    return min(ranked, key=lambda r: (r[0], r[1]), default=(0, 0, Unknown(NO_TIME)))[2]


def _ends_later(time: TimeExpression) -> bool:
    """Whether a time is a day until which something lasts: *a décrété un couvre-feu jusqu'au 19 mai*."""
    return str(time.end) == time.value.partition("T")[0] and time.begin != time.end


def _of_governors(
    own: Token | None, candidate: Candidate, where: tuple[Sentence, Scene]
) -> list[tuple[int, int, TimeExpression]]:
    """The times of the verbs above an act that are of the same time, and the date that opens an entry."""
    sentence, scene = where
    above = governors_of(own, candidate, sentence, scene)
    found: list[tuple[int, int, TimeExpression]] = []
    for time in scene.times:
        token = sentence.at(time.span.start) if sentence.start <= time.span.start < sentence.end else None
        if token is None or time.type in ("SET", "DURATION") or _owner(token, where) is not None:
            continue
        verb = scene.reader.verb_above(sentence, token.i)
        for far, governor in enumerate(above):
            if verb is not None and verb.i in _verbs_of(governor, sentence):
                found.append((far, token.start, time))
        if verb is not None and _led_up_to(verb, own, candidate, where):
            found.append((len(above), token.start, time))
        if _heads_entry(time, sentence) and tense_of(candidate.trigger, sentence) in (PRESENT, PERFECT):
            found.append((len(above), token.start, time))
    return found


def _led_up_to(verb: Token, own: Token | None, candidate: Candidate, where: tuple[Sentence, Scene]) -> bool:
    """*La crise avait culminé le 27 février : ils avaient péri*: a look back that a colon explains."""
    sentence, _ = where
    if own is None or not verb.i < own.i or not any(t.text == ENTRY for t in sentence.tokens[verb.i : own.i]):
        return False
    return tense_of_verb(verb, sentence) == PLUPERFECT == tense_of(candidate.trigger, sentence)


def _heads_entry(time: TimeExpression, sentence: Sentence) -> bool:
    """*26 juin : un homme tue son patron et est arrêté*: a date that a colon sets before all that is told."""
    after = next((t for t in sentence.tokens if t.start >= time.span.end), None)
    opens = time.span.start == sentence.start and after is not None
    return opens and after.text == ENTRY  # type: ignore[union-attr]


def _trails(token: Token, candidate: Candidate, where: tuple[Sentence, Scene]) -> bool:
    """Whether a time stands behind the act with no verb, clause, act or plural owner between.

    *s'est fait exploser à l'aéroport le 22 mars*. A noun that is only spoken of has no such time.
    """
    sentence, scene = where
    trigger = candidate.trigger
    if not trigger.is_verb and trigger.verb is None:
        return False
    last = max(w for w in (*trigger.words, trigger.verb) if w is not None)
    between = sentence.tokens[last + 1 : token.i]
    if not 0 < token.i - last <= AFTER:
        return False
    return not any(
        t.pos in ("VERB", "AUX", "SCONJ", "PUNCT", "CCONJ", "PRON") or t.start in scene.acts for t in between
    )


def verb_of(sentence: Sentence, candidate: Candidate, scene: Scene) -> Token | None:
    """The verb of the clause that tells an act."""
    word = candidate.trigger.verb if candidate.trigger.verb is not None else candidate.trigger.word
    return scene.reader.verb_above(sentence, word)


def reach_of(
    token: Token, own: Token | None, candidate: Candidate, where: tuple[Sentence, Scene]
) -> int | None:
    """How near a circumstance stands: 0 at the trigger, 1 in its clause, 2 opening the sentence."""
    sentence, scene = where
    if not candidate.trigger.is_verb and _hangs_on(sentence, token, candidate):
        return 0
    verb = scene.reader.verb_above(sentence, token.i)
    if own is not None and verb is not None and verb.i in _verbs_of(own, sentence):
        return 1 if _is_told_by(own, candidate, (sentence, scene)) else None
    carried = candidate.trigger.verb is not None
    if carried and own is not None and verb is not None and _shared(own, token, verb, sentence):
        return 2
    if own is not None and _opens_clause(token, own, sentence):
        return 1
    if own is not None and verb is not None and _is_occasion(verb, own, candidate, where):
        return 1
    first_verb = next((t.i for t in sentence.tokens if t.pos in ("VERB", "AUX")), len(sentence.tokens))
    if token.i < first_verb and (own is None or _same_level(sentence, own, verb)):
        return 2
    return None


def _opens_clause(token: Token, own: Token, sentence: Sentence) -> bool:
    """Whether a circumstance stands right behind a colon, before the verb: *… : mardi, ils ont marché*."""
    before = sentence.tokens[token.i - 1].text if token.i else ""
    between = sentence.tokens[token.i : own.i - 1]  # the last word may be the helper
    return before == ENTRY and token.i < own.i and not any(t.feature("VerbForm") == "Fin" for t in between)


def _is_occasion(verb: Token, own: Token, candidate: Candidate, where: tuple[Sentence, Scene]) -> bool:
    """Whether a participle tells on what occasion an act was done.

    *Dans un rapport diffusé mardi, l'association accuse …*: what was made known is said on that day.
    *Interrogé mardi à Oslo, il a accusé …*: so is what was said by whoever was asked, received or met.
    """
    sentence, scene = where
    lemma, opens = verb.lemma.lower(), verb.i < own.i and verb.feature("VerbForm") == "Part"
    if lemma in scene.circumstances.published and verb.dep == "acl":
        noun = sentence.tokens[verb.head]
        spoken = event_type(candidate.frame.type).quad in SAID
        return spoken and noun.head == own.i and noun.dep.startswith("obl")
    subjects = {c.i for c in sentence.children(own.i) if c.dep.startswith("nsubj")}
    beside = verb.head in {own.i, *subjects} and verb.dep.startswith(("acl", "advcl", "amod"))
    before = all(verb.i < s for s in subjects)
    told = tense_of(candidate.trigger, sentence) in (PERFECT, PRESENT)
    return opens and beside and before and told and lemma in scene.circumstances.occasions


def _verbs_of(own: Token, sentence: Sentence) -> tuple[int, ...]:
    """The verb of an act and those that it completes: *a tenté lundi de négocier*."""
    found = [own.i]
    while own.dep == "xcomp" and own.head != own.i:
        own = sentence.tokens[own.head]
        found.append(own.i)
    return tuple(found)


def _shared(own: Token, token: Token, verb: Token, sentence: Sentence) -> bool:
    """Whether a verb shares the circumstances of the one that it is joined to.

    *a protesté samedi et a exigé des excuses*: joined, with no subject or circumstance of its own;
    *a ouvert jeudi une enquête, réclamant des précisions*: a present participle.
    """
    if not token.i < own.i or own.head != verb.i:
        return False
    children = sentence.children(own.i)
    if own.dep == "conj":
        return not any(c.dep.startswith(("nsubj", "obl:mod", "expl:subj")) for c in children)
    participle = own.feature("VerbForm") == "Part" and own.feature("Tense") == "Pres"
    return participle and own.dep in ("advcl", "acl") and not any(c.dep == "aux:tense" for c in children)


def _owner(token: Token, where: tuple[Sentence, Scene]) -> Token | None:
    """The noun that a circumstance with *de* belongs to: *les attentats du 13 novembre*."""
    sentence, scene = where
    of = scene.reader.grammar.of("of")
    before = sentence.tokens[token.i - 1] if token.i else None
    if token.low not in of and (before is None or before.low not in of):
        return None
    for ancestor in sentence.ancestors(token.i):
        if ancestor.pos in ("VERB", "AUX"):
            return None
        if ancestor.pos in ("NOUN", "PROPN") and ancestor.i < token.i:
            return ancestor
    return None


def _hangs_on(sentence: Sentence, token: Token, candidate: Candidate) -> bool:
    """Whether a circumstance stands below the noun that tells the act, with no verb between."""
    for ancestor in sentence.ancestors(token.i):
        if ancestor.i in candidate.trigger.words:
            return True
        if ancestor.pos in ("VERB", "AUX"):
            return False
    return False


def _is_told_by(verb: Token, candidate: Candidate, where: tuple[Sentence, Scene]) -> bool:
    """Whether the circumstances of a verb are the act's: not those of *a condamné mardi les frappes*."""
    sentence, scene = where
    trigger = candidate.trigger
    if trigger.is_verb or verb.i in (trigger.verb, trigger.effect):
        return True
    if sentence.tokens[trigger.word].dep.startswith("nsubj"):
        return True
    return verb.start not in scene.acts and not _is_spoken_of(verb, scene)


def _is_spoken_of(verb: Token, scene: Scene) -> bool:
    """Whether a verb only speaks of its object: *a évoqué mardi les frappes*, not *a annoncé mardi*."""
    rules = {
        s.rule
        for s in scene.statements
        if not isinstance(s.cue, Unknown) and s.cue.start <= verb.start < s.cue.end
    }
    return bool(rules) and not rules & scene.announcing


def _vagueness(time: TimeExpression) -> int:
    """A day before a span of days, known days before open ones, any date before a duration."""
    if time.type == "DURATION":
        return 3
    if isinstance(time.begin, Unknown):
        return 2
    return int(time.begin != time.end)


def _same_level(sentence: Sentence, own: Token, verb: Token | None) -> bool:
    """Whether two verbs are coordinated, or one is the sentence's main verb above the other."""
    while own.dep in ("conj", "xcomp") and own.head != own.i:
        own = sentence.tokens[own.head]
    return verb is None or own.i == verb.i or own.dep.lower() == "root"


def topics_of(
    candidate: Candidate, sentence: Sentence, scene: Scene, slots: tuple[tuple[int, ...], ...]
) -> tuple[Span, ...]:
    """What is talked about: the phrases in the frame's topic slots that no party fills."""
    parties = {f.token for f in candidate.fillers}
    found: list[Span] = []
    for tokens in slots:
        for token in tokens:
            word = sentence.tokens[token]
            if token not in parties and word.pos in ("NOUN", "PROPN", "X") and not _is_time(word, scene):
                start, end = scene.reader.phrase(sentence, token)
                found.append(scene.article.span(start, end))
    return tuple(sorted(set(found)))


def _is_time(word: Token, scene: Scene) -> bool:
    return any(t.span.start <= word.start < t.span.end for t in scene.times)
