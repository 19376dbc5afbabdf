"""In which tense an act is told, and of which other verbs it shares the time."""

from __future__ import annotations

from communique.candidates import Candidate
from communique.codebook import event_type
from communique.coding.reporting.scene import Scene
from communique.model import Unknown
from communique.syntax import Sentence, Token
from communique.triggers import Trigger

PERFECT, PLUPERFECT, IMPERFECT, PRESENT = "perfect", "pluperfect", "imperfect", "present"
PAST = frozenset({PERFECT, PLUPERFECT, IMPERFECT})
SIMPLE = {"Past": PERFECT, "Imp": IMPERFECT, "Pres": PRESENT}
LASTING = frozenset({"ASSAULT", "PROTEST", "COERCE", "MOBILIZE"})
"""Types of acts that go on while something else happens; what is said is said at one moment."""
SAID = frozenset({1, 3})  # quads of what is done with words
GATHERED = "CONSULT"
TENSED = frozenset({"Ind", ""})


def tense_of(trigger: Trigger, sentence: Sentence) -> str:
    """The tense in which an act is told; '' for nouns that no verb carries, infinitives and participles."""
    word = trigger.word if trigger.is_verb else trigger.verb
    return "" if word is None else tense_of_verb(sentence.tokens[word], sentence)


def tense_of_verb(verb: Token, sentence: Sentence) -> str:
    """The tense of a verb with its helpers, which joined participles share (*a pillé et incendié*)."""
    helpers = _helpers(verb, sentence)
    while not helpers and verb.dep == "conj" and verb.feature("VerbForm") == "Part":
        verb = sentence.tokens[verb.head]
        helpers = _helpers(verb, sentence)
    if not helpers:
        finite = verb.feature("VerbForm") == "Fin" and verb.feature("Mood") in TENSED
        return SIMPLE.get(verb.feature("Tense"), "") if finite else ""
    tenses = {h.feature("Tense") for h in helpers if h.feature("Mood") in TENSED}
    if "Imp" in tenses:
        return PLUPERFECT
    return PERFECT if tenses & {"Pres", "Past"} else ""


def _helpers(verb: Token, sentence: Sentence) -> list[Token]:
    return [c for c in sentence.children(verb.i) if c.dep.startswith("aux")]


def governors_of(
    own: Token | None, candidate: Candidate, sentence: Sentence, scene: Scene
) -> tuple[Token, ...]:
    """The verbs above an act that are of the same time, nearest first; none where it may be of another.

    *sont entrés à Kidal, où ils ont arrêté dix rebelles*, *s'est enfui lorsque l'armée a attaqué*,
    *ont tiré sur des manifestants qui bloquaient un pont*, *s'est exprimé lundi, accusant Kiev*,
    *a été blessé lors d'une manifestation*; not *un homme qui avait tué deux passants*.
    """
    if not candidate.trigger.is_verb and _is_scenery(candidate, sentence, scene):
        verb = scene.reader.verb_above(sentence, candidate.trigger.word)
        return () if verb is None else (verb,)
    if own is None:
        return ()
    verbs = tuple(t for t in sentence.ancestors(own.i) if t.pos in ("VERB", "AUX"))
    if not verbs:
        return ()
    if candidate.trigger.is_verb and _accompanies(own, sentence):
        return verbs
    if tense_of_verb(verbs[0], sentence) not in PAST:
        return ()
    if own.dep.startswith("acl"):
        shared = _of_relative(own, verbs[0], candidate.frame.type, (sentence, scene))
    else:
        shared = _of_clause(own, sentence, scene)
    return verbs[:1] if shared else ()


def _is_scenery(candidate: Candidate, sentence: Sentence, scene: Scene) -> bool:
    """*a été blessé lors d'une manifestation*: an act told as what went on when another happened."""
    word = sentence.tokens[candidate.trigger.word]
    head = sentence.head(word.i)
    if head is None or scene.reader.preposition(sentence, word.i) not in scene.reader.grammar.of(
        "background"
    ):
        return False
    definite = any(c.feature("Definite") == "Def" for c in sentence.children(word.i))
    if head.pos not in ("VERB", "AUX", "ADV") or (definite and word.feature("Number") == "Plur"):
        return False  # *lors des manifestations*: no one of them
    first = min((c.i for c in sentence.children(word.i)), default=word.i)
    first = min(first, head.i) if head.pos == "ADV" else first
    verb = scene.reader.verb_above(sentence, word.i)
    aside = first > 0 and sentence.tokens[first - 1].pos == "PUNCT"
    return verb is not None and (first < verb.i or not aside)


def _accompanies(own: Token, sentence: Sentence) -> bool:
    """*…, accusant Kiev*, *Dénonçant …, ils ont défilé*: a present participle that a comma sets apart."""
    while own.dep == "conj" and own.feature("Tense") == "Pres" and own.feature("VerbForm") == "Part":
        head = sentence.tokens[own.head]
        if head.feature("VerbForm") != "Part":
            break
        own = head
    if own.feature("VerbForm") != "Part" or own.feature("Tense") != "Pres" or _helpers(own, sentence):
        return False
    first = own.i
    while first and sentence.tokens[first - 1].pos in ("PRON", "ADV", "CCONJ", "PART"):
        first -= 1
    return first == 0 or sentence.tokens[first - 1].pos == "PUNCT" or own.dep == "conj"


def _of_relative(own: Token, above: Token, kind: str, where: tuple[Sentence, Scene]) -> bool:
    """Whether a clause that qualifies a noun is of the time of the verb above it."""
    sentence, scene = where
    if _says_more(own, above, kind, where):
        return True
    tense = tense_of_verb(own, sentence)
    if (
        kind == GATHERED
        and own.feature("VerbForm") == "Part"
        and own.feature("Tense") == "Past"
        and not tense
    ):
        return True  # *devant les ambassadeurs réunis à Paris*
    if kind in LASTING and tense == IMPERFECT:
        return True
    place = any(c.low in scene.circumstances.where for c in sentence.children(own.i))
    return place and tense == tense_of_verb(above, sentence) and _names_place(own.head, sentence, scene)


def _of_clause(own: Token, sentence: Sentence, scene: Scene) -> bool:
    """*lorsque l'armée a attaqué*, *alors que la foule manifestait*."""
    if not own.dep.startswith("advcl"):
        return False
    tense = tense_of_verb(own, sentence)
    marks = {c.low for c in sentence.children(own.i) if c.dep in ("mark", "advmod") and c.i < own.i}
    words = scene.circumstances
    return bool((marks & words.when and tense in PAST) or (marks & words.meanwhile and tense == IMPERFECT))


def _says_more(own: Token, above: Token, kind: str, where: tuple[Sentence, Scene]) -> bool:
    """Whether a relative tells what a speaker did with the same words: *a dit lundi X, qui a accusé Y*."""
    sentence, scene = where
    speaker = sentence.tokens[own.head]
    subjects = scene.reader.grammar.of("subject_relative")
    if event_type(kind).quad not in SAID or speaker.head != above.i or not speaker.dep.startswith("nsubj"):
        return False
    if not any(c.low in subjects and c.dep.startswith("nsubj") for c in sentence.children(own.i)):
        return False
    tense, told = tense_of_verb(own, sentence), tense_of_verb(above, sentence)
    cues = (s.cue for s in scene.statements if not isinstance(s.cue, Unknown))
    said = any(cue.start <= above.start < cue.end for cue in cues)
    return said and (tense == told or (told == PERFECT and tense == PRESENT))


def _names_place(word: int, sentence: Sentence, scene: Scene) -> bool:
    """Whether a word names a place."""
    token = sentence.tokens[word]
    return any(token.start <= m.head < token.end for p in scene.places for m in p.mentions)
