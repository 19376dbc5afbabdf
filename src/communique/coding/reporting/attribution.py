"""According to whom: the statement that an act is told in, and who denies it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from communique.candidates import Judged
from communique.codebook import SPOKEN
from communique.coding.reporting.disputes import contradicted
from communique.coding.reporting.scene import Scene
from communique.model import Evidence, Span, Statement, Unknown
from communique.syntax import Sentence

FRAMES = "/frames/"  # in the rule of a sign that a frame gives
FUTURE = "future"  # the rule of a verb's own future
ASKING = "REQUEST"
ACCUSING = "ACCUSE"
CLOSING = ' \u00a0\u202f\u00bb\u201d"'  # what may stand behind a question mark inside a quotation


class Attribution(NamedTuple):
    """Status with its sources: ``status`` is Unknown-free; evidence names words and rules."""

    status: str
    status_evidence: tuple[Evidence, ...]
    according_to: tuple[tuple[str, ...], ...]
    source_evidence: tuple[Evidence, ...]
    denied_by: tuple[str, ...]
    statement: str | Unknown


def own_act(
    told: Attribution, event_type: str, actors: frozenset[str], *, finite: bool, vouched: bool = False
) -> Attribution:
    """*M. Trump a dénoncé*, in a passage of his: blaming, asking and refusing are done by saying so.

    Not: *dit avoir demandé*, which he affirms of another day; nor *selon des voisins, il avait demandé*,
    for which somebody ``vouched``.
    """
    sources = {who for chain in told.according_to for who in chain}
    if vouched and not sources:
        return told
    if told.status != "reported" or event_type not in SPOKEN or not finite or not sources <= actors:
        return told
    return told._replace(status="asserted", according_to=(), source_evidence=())


def attribute(judged: Judged, sentence: Sentence, scene: Scene) -> Attribution:
    """The status of an act with who affirms and who denies it (codebook, 'Status')."""
    statement = _statement_of(judged, sentence, scene)
    chains = list(_chains(statement)) if statement else []
    denied: list[str] = []
    status = judged.status
    evidence = _signs(judged, scene)
    for sign in judged.signs:
        denied.extend(_actors(sign.denies, sentence, scene))
        chains.extend((who,) for who in _actors(sign.affirms, sentence, scene))
    if status == "reported" and not chains:
        status = _unvouched(judged)
    source_evidence: tuple[Evidence, ...] = ()
    if judged.candidate.frame.type == ASKING and _puts_question(judged, scene):
        status = "open"
    if statement and not _is_presupposed(judged, statement, sentence, scene):
        cue = statement.cue if not isinstance(statement.cue, Unknown) else statement.content[0]
        source_evidence = (Evidence(cue, statement.rule),)
        spared = _is_read_already(judged, cue) or _goes_with(judged, sentence, cue)
        if not spared or statement.rule not in scene.denying:
            status, chains, denied = _weigh(status, statement, chains, denied, scene=scene)
        wished = statement.rule in scene.wishing and statement.kind != "direct"
        if wished and not _is_announced(judged) and _is_wished(judged, sentence):
            status = "planned" if _is_called_for(judged) else "open"
    elif statement and _is_accusation(judged) and statement.kind == "indirect":
        chains = []  # *a qualifié de mensonges les accusations de Kiev*: who speaks affirms nothing
    status, chains, denied = _contested(judged, sentence, scene, told=(status, chains, denied))
    if status == "denied":  # *a reconnu l'avoir arrêté mais nie l'avoir frappé*: who denies affirms nothing
        chains = [chain for chain in chains if chain[-1] not in denied]
    if status == "reported" and not evidence:
        evidence = list(source_evidence)
    return Attribution(
        status,
        tuple(evidence),
        tuple(dict.fromkeys(chains)),
        source_evidence if chains else (),
        tuple(dict.fromkeys(denied)),
        statement.id if statement else Unknown("it is told outside any statement"),
    )


def _signs(judged: Judged, scene: Scene) -> list[Evidence]:
    """The words that tell an act's status, two at most."""
    told = (s for s in judged.signs if s.effect != "told")
    return [Evidence(scene.article.span(s.start, s.end), s.rule) for s in told][:2]


def _unvouched(judged: Judged) -> str:
    """What is told on the word of nobody on record.

    *ces images confirment une attaque*: nobody says so; *les deux camps s'accusent de …*: who does is open.
    """
    told = [s for s in judged.signs if s.effect == "reported"]
    if not all(s.affirms for s in told):
        return "reported"
    return "unconfirmed" if any(FRAMES in s.rule for s in told) else "asserted"


def _contested(
    judged: Judged, sentence: Sentence, scene: Scene, *, told: tuple[str, list[tuple[str, ...]], list[str]]
) -> tuple[str, list[tuple[str, ...]], list[str]]:
    """What is left of a status where others affirm the contrary, or an accusation is denied."""
    status, chains, denied = told
    others = contradicted(judged, sentence, scene)
    if others and status in ("negated", "denied"):
        chains = [(who,) for who in others]
        status = "reported" if denied else status
    elif others:
        denied = [*denied, *others]
    if status == "denied" and _is_accusation(judged):
        status = "asserted"  # *Moscou dément les accusations de Kiev*: they were made
    return status, chains, denied


def _is_accusation(judged: Judged) -> bool:
    """*les accusations de Kiev*: a charge that a noun names; not *nie avoir accusé*."""
    trigger = judged.candidate.trigger
    return judged.candidate.frame.type == ACCUSING and not trigger.is_verb and trigger.verb is None


def _puts_question(judged: Judged, scene: Scene) -> bool:
    """*« Qui a tiré ? », a demandé le ministre*: what is asked is an answer, and no act of anybody."""
    start, end = judged.candidate.start, judged.candidate.end
    put = (
        s
        for s in scene.statements
        if s.kind == "direct" and not isinstance(s.cue, Unknown) and s.cue.start < end and start < s.cue.end
    )
    marks, opening = scene.reader.grammar.of("question"), scene.reader.grammar.of("asking")
    return any(
        s.content[-1].text.rstrip(CLOSING)[-1:] in marks
        or next(iter(s.content[0].text.lower().replace("\u2019", "'").replace("'", "' ").split()), "")
        in opening
        for s in put
    )


def _is_presupposed(judged: Judged, statement: Statement, sentence: Sentence, scene: Scene) -> bool:
    """Whether somebody's reported words only refer to an act as known: *il a évoqué l'invasion de l'Irak*.

    A noun with a definite article, told by no verb of its own, outside quotation marks.
    """
    trigger = judged.candidate.trigger
    if trigger.is_verb or trigger.verb is not None or statement.kind != "indirect":
        return False
    if statement.rule in scene.doubting and _is_settled(trigger.word, sentence):
        return True
    if statement.rule in scene.denying | scene.doubting | scene.wishing | scene.announcing:
        return False
    if _is_told(judged, sentence, scene):
        return False
    determiners = [c for c in sentence.children(trigger.word) if c.dep in ("det", "case")]
    return any(c.feature("Definite") == "Def" or c.feature("PronType") == "Dem" for c in determiners)


def _is_settled(noun: int, sentence: Sentence) -> bool:
    """*craint que le Nord ne sorte de l'accord conclu en 2018*: nobody doubts what was concluded."""
    children = sentence.children(noun)
    definite = any(c.feature("Definite") == "Def" for c in children if c.dep == "det")
    return definite and any(
        c.dep.startswith("acl") and c.feature("VerbForm") == "Part" and c.feature("Tense") == "Past"
        for c in children
    )


def _statement_of(judged: Judged, sentence: Sentence, scene: Scene) -> Statement | None:
    statement = statement_around(judged.candidate.start, judged.candidate.end, scene)
    return None if statement and _is_aside(judged, statement, sentence, scene) else statement


def _is_aside(judged: Judged, statement: Statement, sentence: Sentence, scene: Scene) -> bool:
    """*nie livrer du pétrole, ce dont l'accuse Kiev*: what a relative clause adds to what is denied.

    Not *dément les accusations selon lesquelles elle a tiré*, which says what they are.
    """
    trigger = judged.candidate.trigger
    verb = trigger.word if trigger.is_verb else trigger.verb
    cue = statement.cue
    if statement.rule not in scene.denying or verb is None or isinstance(cue, Unknown):
        return False
    chain = (sentence.tokens[verb], *sentence.ancestors(verb))
    top = next((t for t in chain if t.dep == "acl:relcl" or t.start <= cue.end), None)
    if top is None or top.dep != "acl:relcl" or top.start <= cue.end or top.head == top.i:
        return False
    named = sentence.tokens[top.head].end
    opening = {t.low for t in sentence.tokens if named <= t.start < top.start}
    return not opening & scene.reader.grammar.of("in_which")


def _is_told(judged: Judged, sentence: Sentence, scene: Scene) -> bool:
    """*annonce que l'état d'urgence a été déclaré*: the verb of the noun tells the act."""
    trigger = judged.candidate.trigger
    head = sentence.head(trigger.word)
    if head is None or not sentence.tokens[trigger.word].dep.startswith("nsubj"):
        return False
    return trigger.effect is not None or scene.reader.is_passive(sentence, head.i)


def _is_read_already(judged: Judged, cue: Span) -> bool:
    """Whether the word that seems to deny has told the act's status: *repousser une attaque*."""
    return any(s.start < cue.end and cue.start < s.end and s.effect != "denied" for s in judged.signs)


def _goes_with(judged: Judged, sentence: Sentence, cue: Span) -> bool:
    """Whether an act goes with a denial: *conteste le vote, déposant une plainte*."""
    verb = judged.candidate.trigger.verb
    if verb is None or not sentence.tokens[verb].dep.startswith("advcl"):
        return False
    head = sentence.tokens[sentence.tokens[verb].head]
    return cue.start <= head.start < cue.end


def _is_called_for(judged: Judged) -> bool:
    """Whether an act in a demand is a demonstration, which the call announces (codebook, 'Rulings')."""
    return judged.status == "planned" and judged.candidate.frame.type == "PROTEST"


def _is_announced(judged: Judged) -> bool:
    """*Le Japon accordera une aide, a promis le ministre*: a future of its own is a plan, and no wish."""
    return judged.status == "planned" and any(s.rule == FUTURE for s in judged.signs)


def _is_wished(judged: Judged, sentence: Sentence) -> bool:
    """Whether an act in a demand is what is demanded, and no deed that the demand looks back on.

    *exige le retrait des troupes qui ont envahi le pays*: the withdrawal is wished, the invasion told.
    """
    verb = judged.candidate.trigger.verb
    if verb is None:
        return True
    top = sentence.tokens[verb]
    if any(c.dep == "aux:tense" for c in sentence.children(top.i)):
        return False
    return not top.dep.startswith("acl:relcl")


def _weigh(
    status: str, statement: Statement, chains: list[tuple[str, ...]], denied: list[str], *, scene: Scene
) -> tuple[str, list[tuple[str, ...]], list[str]]:
    if status == "open":
        return status, chains, denied
    if statement.rule in scene.denying:
        speakers = [chain[-1] for chain in chains]
        return ("told" if status == "negated" else "denied"), [], [*denied, *speakers]
    if status == "negated" and chains and statement.rule not in scene.wishing | scene.answering:
        # *Moscou affirme n'avoir mené aucune frappe*: not the outlet's word, but a denial
        return "denied", [], [*denied, *(chain[-1] for chain in chains)]
    if statement.rule in scene.doubting and status in ("asserted", "told"):
        return "possible", chains, denied
    if status in ("asserted", "told"):
        return "reported", chains, denied
    return status, chains, denied


def statement_around(start: int, end: int, scene: Scene) -> Statement | None:
    """The innermost statement in whose content the words stand, its cue not among them.

    They may stand on both sides of an incise: *ont, selon lui, attaqué*.
    """
    fits = [
        s
        for s in scene.statements
        if any(c.start <= start < c.end for c in s.content)
        and any(c.start < end <= c.end for c in s.content)
        and (
            isinstance(s.cue, Unknown)
            or not (s.cue.start < end and start < s.cue.end)
            or start < s.cue.start < s.cue.end < end
        )
    ]
    return min(fits, key=lambda s: (sum(c.end - c.start for c in s.content), s.id), default=None)


def chains_around(start: int, end: int, scene: Scene) -> tuple[tuple[str, ...], ...]:
    """Who affirms what stands between two offsets, as chains with the nearest first."""
    statement = statement_around(start, end, scene)
    if statement is None or statement.rule in scene.denying:
        return ()
    return tuple(dict.fromkeys(_chains(statement)))


def _chains(statement: Statement) -> Iterable[tuple[str, ...]]:
    """The statement's own chains, each ending with the speaker."""
    speaker = () if isinstance(statement.speaker, Unknown) else (statement.speaker,)
    if not statement.according_to:
        return (speaker,) if speaker else ()
    return tuple(chain if chain[-1:] == speaker else (*chain, *speaker) for chain in statement.according_to)


def _actors(tokens: tuple[int, ...], sentence: Sentence, scene: Scene) -> list[str]:
    return [d.actor.id for i in tokens for d in scene.mentions.denoted(sentence.tokens[i].start)]
