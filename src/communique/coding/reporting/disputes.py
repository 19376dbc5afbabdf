"""Denials without an act of their own: *Moscou dément*, *« C'est faux », a rétorqué Kiev*.

Source: codebook, 'Status': who contradicts a claim stands in ``denied_by``. What is found here are the
words and the deniers; which claim they take up is for :mod:`communique.coding.reporting.denials`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from communique.candidates import Judged
from communique.coding.reporting.scene import Scene
from communique.denoting import denoted_by
from communique.model import Span, Statement, Unknown
from communique.syntax import Sentence, Token

FAR = 3  # how many sentences behind a claim its denial may stand
BESIDE = 7  # words between a verb of saying and *au contraire*, *il n'en est rien*


class Denial(NamedTuple):
    """Who denies what stands before: the sentence's index, the words, the deniers.

    ``since`` is where the claim begins that the denial hangs on; ``plain`` says that the words can deny
    nothing else (*dément*); ``named`` are the offsets of the claims that are named beside them (*les
    allégations géorgiennes*).
    """

    sentence: int
    span: Span
    by: tuple[str, ...]
    since: int | None = None
    plain: bool = False
    named: tuple[int, ...] = ()


def denials_told(scene: Scene) -> Iterator[Denial]:
    """The denials of an article: by verbs and nouns of denial, then by what is put against a claim."""
    for index, sentence in enumerate(scene.sentences):
        for token in sentence.tokens:
            if token.pos in ("VERB", "ADJ", "AUX", "NOUN") and _is_one(token, scene.circumstances.disputing):
                yield from _by_word(index, sentence, token, scene)
        yield from _by_rejoinder(index, sentence, scene)


# -- by verbs and nouns ------------------------------------------------------------------------------


def _by_word(index: int, sentence: Sentence, token: Token, scene: Scene) -> Iterator[Denial]:
    top = _kept_up(sentence, token, scene)
    if _gives_refutation(sentence, token, scene):
        top = sentence.tokens[token.head] if token.pos == "NOUN" else _giver(sentence, token, scene)
    elif token.pos == "NOUN" or not (
        _clears(sentence, token, scene) or _takes_up(sentence, token, top, scene)
    ):
        return
    by = _deniers(sentence, top, scene)
    if by:
        span = scene.article.span(token.start, token.end)
        since = _since(sentence, top, scene)
        plain = _is_one(token, scene.circumstances.denying)
        yield Denial(index, span, by, since, plain=plain, named=_named(sentence, token, top, scene))


def _named(sentence: Sentence, token: Token, top: Token, scene: Scene) -> tuple[int, ...]:
    """*a rejeté les allégations géorgiennes*, *a opposé un démenti aux allégations*: the claims named."""
    reader = scene.reader
    words = {i for verb in (token.i, top.i) for i in reader.objects(sentence, verb)}
    words |= {i for verb in (token.i, top.i) for i, _ in reader.obliques(sentence, verb)}
    found = (sentence.tokens[i] for i in words)
    return tuple(sorted(t.start for t in found if _is_one(t, scene.circumstances.claims)))


def _kept_up(sentence: Sentence, token: Token, scene: Scene) -> Token:
    """*a l'habitude de nier*, *continue de nier*: the verb that has the denier as its subject."""
    top = token
    while top.feature("VerbForm") == "Inf" and top.dep.startswith(("acl", "xcomp", "obl")):
        head = sentence.tokens[top.head]
        if not _is_one(head, scene.circumstances.still):
            return token
        top = head if head.pos == "VERB" else sentence.tokens[head.head]
    return top


def _gives_refutation(sentence: Sentence, token: Token, scene: Scene) -> bool:
    """*a opposé un démenti catégorique*: a noun, whatever the parser takes it for."""
    before = sentence.tokens[token.i - 1] if token.i else None
    noun = token.low in scene.circumstances.refutations and before is not None and before.pos == "DET"
    return noun and _giver(sentence, token, scene) is not token


def _giver(sentence: Sentence, token: Token, scene: Scene) -> Token:
    giving = scene.circumstances.giving
    return next((t for t in list(sentence.ancestors(token.i))[:2] if t.lemma.lower() in giving), token)


def _takes_up(sentence: Sentence, token: Token, top: Token, scene: Scene) -> bool:
    """Whether a verb denies something said before: an accusation, a pronoun, or nothing named."""
    words = scene.circumstances
    strong = _is_one(token, words.denying)
    labels = token.lemma.lower() in words.labelling
    if not strong and not labels and not _is_one(token, words.rejecting):
        return False
    children = sentence.children(token.i)
    if any(_tells(c, scene) for c in children):
        return False
    if top is token and any(t.low in scene.reader.grammar.of("negation_clitic") for t in children):
        return False
    objects = [sentence.tokens[i] for i in scene.reader.objects(sentence, token.i)]
    over = sentence.head(top.i)
    speaks = any(c.low in scene.reader.grammar.of("subject_relative") for c in sentence.children(top.i))
    if top.dep.startswith("acl") and over is not None and not speaks:  # not *Téhéran, qui dément, …*
        objects.append(over)
    if any(_is_one(o, words.claims) for o in objects):
        return not labels or any(t.low in words.untrue for t in sentence.tokens[token.i + 1 :])
    if labels:
        return False
    if _is_this(top, over, scene) or (not strong and _takes_up_claim(objects, sentence, token, scene)):
        return True  # *…, ce que le Kremlin conteste*
    if not strong or token.pos != "VERB":
        return False
    return all(o.pos in ("PRON", "DET", "SCONJ") for o in objects)


def _clears(sentence: Sentence, token: Token, scene: Scene) -> bool:
    """*Téhéran s'en défend*, *…, ce dont la junte se défend*; not *se défend contre les rebelles*."""
    if token.lemma.lower() not in scene.circumstances.clearing or token.pos != "VERB":
        return False
    if not scene.reader.is_reflexive(sentence, token.i):
        return False
    before = sentence.tokens[max(0, token.i - 3) : token.i]
    over = sentence.head(token.i)
    return any(t.low in scene.reader.grammar.of("thereof") for t in before) or _is_this(token, over, scene)


def _takes_up_claim(objects: list[Token], sentence: Sentence, token: Token, scene: Scene) -> bool:
    """*C'est l'accusation de Kiev, et Moscou la rejette*: a pronoun for the claim named before."""
    pronouns = [o for o in objects if o.pos == "PRON" and o.i < token.i]
    number = {o.feature("Number") for o in pronouns}
    before = sentence.tokens[: token.i]
    claimed = any(t.pos == "NOUN" and _is_one(t, scene.circumstances.claims) for t in before)
    return bool(pronouns) and len(objects) == len(pronouns) and claimed and len(number) == 1


def _is_this(top: Token, over: Token | None, scene: Scene) -> bool:
    presenting = scene.reader.grammar.of("presenting")
    return top.dep == "acl:relcl" and over is not None and over.low in presenting


def _since(sentence: Sentence, top: Token, scene: Scene) -> int | None:
    """Where the claim begins on which *ce que … dément* hangs: behind the last full stop of its kind."""
    over = sentence.head(top.i)
    if over is None or not _is_this(top, over, scene):
        return None
    marks = (t.end for t in sentence.tokens[: over.i] if t.text in (";", ":"))
    return max(marks, default=sentence.start)


def _tells(child: Token, scene: Scene) -> bool:
    """Whether a clause below the verb tells an act: *dément avoir tiré*, not *être à l'origine des tirs*."""
    clause = child.dep in ("ccomp", "xcomp") or (child.pos == "VERB" and child.dep.startswith("obl"))
    return clause and (child.start in scene.acts or child.pos in ("VERB", "AUX"))


def _is_one(token: Token, lemmas: frozenset[str]) -> bool:
    low = token.low.removesuffix("s")
    return bool({token.lemma.lower(), token.low, low, low.removesuffix("e")} & lemmas)


def _deniers(sentence: Sentence, token: Token, scene: Scene) -> tuple[str, ...]:
    heads = scene.reader.agents(sentence, token.i)
    if not heads and token.dep.startswith("acl"):
        agent = scene.reader.grammar.of("agent")
        heads = tuple(
            c.i for c in sentence.children(token.i) if scene.reader.preposition(sentence, c.i) in agent
        )
    found = [d.actor.id for i in heads for d in denoted_by(sentence, i, scene.mentions)]
    return tuple(dict.fromkeys(found))


# -- by what is put against a claim -----------------------------------------------------------------


def _by_rejoinder(index: int, sentence: Sentence, scene: Scene) -> Iterator[Denial]:
    """*Moscou assure au contraire que …*, *« Aucun avion n'a volé là-bas », a répliqué le ministère*."""
    for statement in scene.statements:
        cue, speaker = statement.cue, statement.speaker
        if isinstance(cue, Unknown) or isinstance(speaker, Unknown):
            continue
        if sentence.start <= cue.start < sentence.end and _rejoins(statement, cue, sentence, scene):
            yield Denial(index, cue, (speaker,), plain=True)


def _rejoins(statement: Statement, cue: Span, sentence: Sentence, scene: Scene) -> bool:
    words = scene.circumstances
    verbs = [t for t in sentence.tokens if cue.start <= t.start < cue.end]
    if any(t.lemma.lower() in words.replying for t in verbs):
        said = (c for c in statement.content if sentence.start <= c.start < sentence.end)
        spoken = {t.low for c in said for t in sentence.tokens if c.start <= t.start < c.end}
        return bool(spoken & words.untrue)
    last = max((t.i for t in verbs), default=-1)
    low = [t.low for t in sentence.tokens[max(0, last - 1) : last + BESIDE]]
    return last >= 0 and any(
        tuple(low[k : k + len(form)]) == form for form in words.contrary for k in range(len(low))
    )


# -- what an act is set against ---------------------------------------------------------------------


def contradicted(judged: Judged, sentence: Sentence, scene: Scene) -> tuple[str, ...]:
    """*n'a pas été bombardée, contrairement à ce qu'affirme Kiev*: who says the contrary of an act told."""
    above = scene.reader.verb_above(sentence, judged.candidate.trigger.word)
    for token in sentence.tokens:
        if token.low not in scene.circumstances.unlike or above is None:
            continue
        if token.head not in (above.i, *(t.i for t in sentence.ancestors(above.i))):
            continue
        verb = next((t for t in sentence.tokens[token.i :] if t.dep == "acl:relcl"), None)
        if verb is not None and sentence.tokens[verb.head].low in scene.reader.grammar.of("presenting"):
            return _deniers(sentence, verb, scene)
    return ()
