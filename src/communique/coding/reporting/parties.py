"""Who is who in an act: the words that fill its roles as parties."""

from __future__ import annotations

from dataclasses import replace

from communique.candidates import Candidate
from communique.coding.reporting.scene import Scene
from communique.denoting import denoted_by, is_somebody
from communique.mentions import Denoted
from communique.model import Party, Span, Unknown
from communique.syntax import Sentence, Token

NO_ACTOR = "the words name no actor on record"
OTHER = "a noun that may denote the other party as well"
NOUNS = "roles.toml"  # rules of mentions by a noun for a kind of actor
ANSWERS = frozenset({"REJECT"})  # acts that answer what somebody asks or offers
OPPOSED = frozenset({"ASSAULT"})  # mutual acts of two sides
FIGHTING = frozenset({"MIL", "REB", "PAR", "COP", "CRM"})
AIMED = frozenset({"REJECT", "THREATEN"})  # *menace de frapper Paris*, *refuse de recevoir le ministre*
OFFERED = frozenset({"AGREE"})  # *s'engage à livrer des armes à Paris*
SEVERAL = "the word may stand for several persons"
MANNED = "the words do not tell whose they are"
SIDES = "the words do not tell which sides these are"
THINGS = frozenset({"recipient", "instrument"})  # roles that a thing may fill; the others are somebody's


def parties_of(candidate: Candidate, sentence: Sentence, scene: Scene) -> tuple[Party, ...]:
    """The parties of a candidate, those of mutual acts all as actors.

    *La coalition a frappé un convoi*: the convoy is a recipient by its words alone. A thing is no
    actor: *l'attentat a tué douze personnes* leaves the actor open.
    """
    found: list[Party] = []
    hit = any(f.role == "recipient" for f in candidate.fillers)
    for filler in candidate.fillers:
        role = filler.role
        if candidate.frame.type in OPPOSED and role == "actor" and _fell(filler.token, sentence, scene):
            if hit:
                continue
            role = "recipient"
        found.extend(_of_filler(role, filler.token, candidate.rule, (sentence, scene)))
    if not any(p.role == "recipient" for p in found):
        found.extend(_implied(candidate, sentence, scene))
    if candidate.frame.is_mutual and candidate.frame.type in OPPOSED and len(found) == 1:
        found.extend(_opponent(candidate, sentence, scene))
    for role, by in (("initiator", candidate.frame.initiator), ("host", candidate.frame.host)):
        found += [replace(p, role=role) for p in found if p.role == by and not isinstance(p.actor, Unknown)]
    found = [_apart(p, found, scene) for p in found]
    if candidate.frame.is_mutual:
        found = [Party("actor", p.actor, p.span, p.rule) if p.role == "recipient" else p for p in found]
        found = [p for p in found if p.role != "actor" or _is_told(p)]
    return _once(found)


def _is_told(party: Party) -> bool:
    """Whether a party is on record, or somebody whom the words leave open: *les deux camps*."""
    return not isinstance(party.actor, Unknown) or party.actor.reason in (SIDES, MANNED)


def _fell(token: int, sentence: Sentence, scene: Scene) -> bool:
    """*quinze morts dans une attaque*: the dead and the wounded of an attack did not make it."""
    lemma = sentence.tokens[token].lemma.lower()
    return any(lemma == noun for noun, _ in scene.quantities.tolls)


def _opponent(candidate: Candidate, sentence: Sentence, scene: Scene) -> list[Party]:
    """*s'emparent de la ville après des combats contre l'armée*: those fought are not the only ones there."""
    verb = scene.reader.verb_above(sentence, candidate.trigger.word)
    if candidate.trigger.is_verb or verb is None:
        return []
    agents = scene.reader.agents(sentence, verb.i)
    met = [p for i in agents for p in _of_filler("actor", i, candidate.rule, (sentence, scene))]
    return [p for p in met if isinstance(p.actor, str) and scene.sector(p.actor) in FIGHTING]


def _implied(candidate: Candidate, sentence: Sentence, scene: Scene) -> list[Party]:
    """Recipients that the frame's own slots do not hold."""
    where = sentence, scene
    if not candidate.trigger.is_verb and (patient := _undergone(candidate, sentence, scene)) is not None:
        return _of_filler("recipient", patient, candidate.rule, where)
    if candidate.frame.type in AIMED | OFFERED and candidate.trigger.is_verb:
        for verb in sentence.children(candidate.trigger.word):
            if verb.dep in ("xcomp", "ccomp"):
                aims = _aims(verb, candidate.frame.type in OFFERED, where)
                aimed = [p for i in aims for p in _of_filler("recipient", i, candidate.rule, where)]
                return [p for p in aimed if not isinstance(p.actor, Unknown)]
    return _answered(candidate, sentence, scene) if candidate.frame.type in ANSWERS else []


def _aims(verb: Token, offered: bool, where: tuple[Sentence, Scene]) -> tuple[int, ...]:
    """Whom the act of an infinitive is aimed at: *menace de frapper Paris*, *de couper le gaz à Paris*.

    What is offered is good for whom something is given to (*s'engage à livrer des armes à Paris*), and for
    the object of some verbs (*promet d'informer Paris*, not *promet de juger les coupables*).
    """
    sentence, scene = where
    grammar = scene.reader.grammar
    inner = next((c for c in sentence.children(verb.i) if c.dep == "xcomp"), None)
    objects = scene.reader.objects(sentence, verb.i)
    if inner is not None and not objects:  # *se dit disposé à livrer*
        return _aims(inner, offered, where)
    moved = verb.lemma.lower() in grammar.of("dispatching")
    below = [pair for i in (verb.i, *objects) for pair in scene.reader.obliques(sentence, i)]
    given = tuple(i for i, name in below if name in grammar.of("dative"))
    if not offered:
        aimed = not moved and any(denoted_by(sentence, i, scene.mentions) for i in objects)
        return objects if aimed else given
    return objects if verb.lemma.lower() in grammar.of("benefiting") else given


def _undergone(candidate: Candidate, sentence: Sentence, scene: Scene) -> int | None:
    """*l'attaque d'un commissariat par des gangs*: beside its doer, what the act is done to."""
    grammar = scene.reader.grammar
    marked = {
        scene.reader.preposition(sentence, c.i): c.i
        for c in reversed(sentence.children(candidate.trigger.word))
        if c.dep.startswith(("nmod", "obl"))
    }
    below = {c for i in marked.values() for c in _prepositions(sentence, i, scene)}
    done_by = bool((marked.keys() | below) & grammar.of("agent"))
    return next((i for preposition, i in marked.items() if done_by and preposition in grammar.of("of")), None)


def _prepositions(sentence: Sentence, i: int, scene: Scene) -> set[str]:
    """The prepositions of the phrases under word ``i``."""
    inner = (c for c in sentence.children(i) if c.dep.startswith("nmod"))
    return {p for c in inner if (p := scene.reader.preposition(sentence, c.i))}


def _answered(candidate: Candidate, sentence: Sentence, scene: Scene) -> list[Party]:
    """*refuse le plan que Washington a présenté*: whose offer, demand or plan it is."""
    verb = candidate.trigger.verb if candidate.trigger.verb is not None else candidate.trigger.word
    for child in sentence.children(verb):
        if child.dep == "obj" and child.pos == "NOUN" and child.i not in candidate.trigger.words[:1]:
            start, end = _timeless(*scene.reader.phrase(sentence, child.i), scene)
            span = scene.article.span(start, end)
            return [Party("recipient", o, span, candidate.rule) for o in _owners(sentence, child.i, scene)]
    return []


def _apart(party: Party, parties: list[Party], scene: Scene) -> Party:
    """*La junte accuse la France*: a noun without a country is not the state named as the other party.

    Nor are two nouns for one kind of actor the same people: *les déserteurs accusent les mutins*.
    """
    others = [p for p in parties if p.actor == party.actor and p.role != party.role]
    if isinstance(party.actor, Unknown) or not others or not _by_role(party, scene):
        return party
    alike = [p for p in others if _by_role(p, scene)]
    if alike and (party.role != "recipient" or any(p.span == party.span for p in alike)):
        return party
    return replace(party, actor=Unknown(OTHER))


def _by_role(party: Party, scene: Scene) -> bool:
    """Whether a party's words are a noun for a kind of actor, without a name of their own."""
    met = scene.mentions.starting(party.span.start)
    return any(d.mention.span == party.span and d.mention.rule.startswith(NOUNS) for d in met)


def _of_filler(role: str, token: int, rule: str, where: tuple[Sentence, Scene]) -> list[Party]:
    sentence, scene = where
    word = sentence.tokens[token]
    denoted = denoted_by(sentence, token, scene.mentions)
    if denoted:
        return [Party(role, d.actor.id, _with_head(d, token, where), rule) for d in denoted]
    if is_somebody(sentence, token, scene.reader.grammar):
        if word.pos == "NOUN":
            span = scene.article.span(*_timeless(*scene.reader.phrase(sentence, token), scene))
            return [Party(role, Unknown(SIDES), span, rule)]
        return [Party(role, Unknown(SEVERAL), scene.article.span(word.start, word.end), rule)]
    if role in THINGS and word.low in scene.reader.grammar.of("everybody"):
        return [Party(role, Unknown(SEVERAL), scene.article.span(word.start, word.end), rule)]
    if role in THINGS and (inner := _within(sentence, token, scene)):
        return [Party(role, d.actor.id, d.mention.span, rule) for d in inner]
    manned = role == "actor" and word.lemma.lower() in scene.reader.grammar.of("manned")
    if (
        not (role in THINGS or manned)
        or word.pos not in ("NOUN", "PROPN", "X")
        or not word.text[:1].isalpha()
    ):
        return []
    start, end = _timeless(*scene.reader.phrase(sentence, token), scene)
    owners = _owners(sentence, token, scene)
    span = scene.article.span(start, end)
    whose = Unknown(MANNED if manned else NO_ACTOR)
    return [Party(role, owner, span, rule) for owner in owners] or [Party(role, whose, span, rule)]


def _with_head(denoted: Denoted, token: int, where: tuple[Sentence, Scene]) -> Span:
    """*La Conaie, la grande confédération, …*: what an apposition explains belongs to the words."""
    sentence, scene = where
    word, span = sentence.tokens[token], denoted.mention.span
    apart = word.end < span.start and sentence.tokens[token + 1].text == ","
    if not apart:
        return span
    start, _ = scene.reader.phrase(sentence, token)
    return scene.article.span(start, span.end)


def _within(sentence: Sentence, token: int, scene: Scene) -> tuple[Denoted, ...]:
    """*leur aide au développement au Rwanda*: who stands behind the same preposition once more."""
    reader = scene.reader
    mark = reader.preposition(sentence, token)
    if mark not in reader.grammar.of("dative"):
        return ()
    inner = (c.i for c in sentence.children(token) if c.dep.startswith("nmod"))
    found = (
        denoted_by(sentence, i, scene.mentions) for i in inner if reader.preposition(sentence, i) == mark
    )
    return next((d for d in found if d), ())


def _timeless(start: int, end: int, scene: Scene) -> tuple[int, int]:
    """*18 drones russes dans la nuit*: the words that say when are no part of a thing's name."""
    first = min((t.span.start for t in scene.times if start < t.span.start < end), default=end)
    return start, start + len(scene.article.text[start:first].rstrip(" ,"))


def _owners(sentence: Sentence, token: int, scene: Scene) -> list[str]:
    """Whose thing or act it is: *une caserne de l'armée malienne*, *les propos turcs*.

    Failing these, who made it: *le plan présenté par Oslo*, *le plan que Oslo a présenté*.
    """
    found: list[str] = []
    for child in sentence.children(token):
        if child.dep == "amod":
            headed = scene.mentions.headed(child.start)
            found.extend([headed.actor.id] if headed else [])
        elif child.dep == "nmod" and scene.reader.preposition(sentence, child.i) in scene.reader.grammar.of(
            "of"
        ):
            joined = (c.i for c in sentence.children(child.i) if c.dep == "conj")
            for i in (child.i, *joined):  # *les propos de Moscou et de Minsk*
                found.extend(d.actor.id for d in denoted_by(sentence, i, scene.mentions))
    return list(dict.fromkeys(found or _makers(sentence, token, scene)))


def _makers(sentence: Sentence, token: int, scene: Scene) -> list[str]:
    """Agents of the participle or the relative clause that tells where a thing comes from.

    Not of what was done to it: *le navire, arraisonné par l'Iran*.
    """
    making = scene.reader.grammar.of("making")
    for child in sentence.children(token):
        if child.lemma.lower() not in making:
            continue
        passive = child.dep == "acl" and scene.reader.is_passive(sentence, child.i)
        if passive or (child.dep.startswith("acl:relcl") and _is_object(sentence, child.i)):
            agents = scene.reader.agents(sentence, child.i)
            return [d.actor.id for i in agents for d in denoted_by(sentence, i, scene.mentions)]
    return []


def _is_object(sentence: Sentence, verb: int) -> bool:
    """Whether a relative clause has the noun that it qualifies for its object: *le plan que …*."""
    return any(c.dep == "obj" and c.feature("PronType") == "Rel" for c in sentence.children(verb))


def _once(parties: list[Party]) -> tuple[Party, ...]:
    """Each actor once in a role, and nobody both actor and recipient."""
    seen: set[tuple[str, str | tuple[int, int]]] = set()
    kept: list[Party] = []
    acting = {p.actor for p in parties if p.role == "actor" and isinstance(p.actor, str)}
    for party in parties:
        who = party.actor if isinstance(party.actor, str) else (party.span.start, party.span.end)
        if (party.role, who) in seen or (party.role == "recipient" and who in acting):
            continue
        seen.add((party.role, who))
        kept.append(party)
    return tuple(kept)
