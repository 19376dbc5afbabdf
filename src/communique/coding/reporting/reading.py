"""A judged candidate read in full: parties, circumstances, counts, attribution."""

from __future__ import annotations

from communique.candidates import Candidate, Judged
from communique.codebook import event_type
from communique.coding.reporting.attribution import FUTURE, Attribution, attribute, own_act
from communique.coding.reporting.circumstances import time_of, topics_of
from communique.coding.reporting.contexts import contexts_of
from communique.coding.reporting.counts import counts_of
from communique.coding.reporting.headings import role_of
from communique.coding.reporting.negations import weigh_negation
from communique.coding.reporting.ordinals import ordinal_claimed
from communique.coding.reporting.parties import parties_of
from communique.coding.reporting.refusals import REFUSAL, as_refusal, refused_mode, refuses
from communique.coding.reporting.scene import Scene
from communique.coding.reporting.vouched import vouched
from communique.coding.reporting.where import place_of
from communique.denoting import denoted_by
from communique.model import Evidence, Ordinal, Party, TimeExpression, Unknown
from communique.readings import Called, Reading, Wording
from communique.slots import SlotReader
from communique.syntax import Sentence, Token

DONE = frozenset({"asserted", "told", "reported", "unconfirmed"})
NO_MODE = "the text does not tell it"

LONG_AGO = 90  # days before publication that no plan lies behind


def read(judged: Judged, scene: Scene) -> Reading:
    """All that the sentence of a judged candidate tells of the act."""
    candidate = judged.candidate
    slots = _slots(sentence := scene.sentences[candidate.sentence], scene)
    parties = parties_of(candidate, sentence, scene)
    ordinal = ordinal_claimed(judged, sentence, scene)
    time = _own_time(time_of(candidate, sentence, scene), ordinal)
    source = _historical(_source(judged, sentence, scene, parties=parties), time, scene)
    mode, mode_evidence = _mode(judged, slots, scene)
    told = candidate.frame.type
    if refuses(judged, source, sentence, parties):
        source = own_act(as_refusal(source), REFUSAL, _acting(parties), finite=True)
        told, mode, mode_evidence = REFUSAL, refused_mode(told), source.status_evidence
    home = mode if source.status in DONE else Unknown(NO_MODE)
    place, place_evidence = place_of(candidate, sentence, scene, home=home, parties=parties)
    return Reading(
        judged=judged,
        span=scene.article.span(candidate.start, candidate.end),
        sentence=(sentence.start, sentence.end),
        role=role_of(sentence, scene),
        type=told,
        mode=mode,
        mode_evidence=mode_evidence,
        status="asserted" if source.status == "told" else source.status,
        status_evidence=source.status_evidence,
        according_to=source.according_to,
        source_evidence=source.source_evidence,
        denied_by=source.denied_by,
        denial_evidence=source.status_evidence if source.denied_by else (),
        parties=parties,
        time=time,
        place=place,
        place_evidence=place_evidence,
        counts=counts_of(judged, slots, scene, parties),
        topic=topics_of(candidate, sentence, scene, _filled(candidate, slots)),
        contexts=contexts_of(candidate, mode, parties, scene),
        ordinal=ordinal,
        statement=source.statement,
        wording=_wording(candidate, sentence, scene),
    )


def _slots(sentence: Sentence, scene: Scene) -> SlotReader:
    times = tuple(t.span for t in scene.times)
    return SlotReader(sentence, reader=scene.reader, mentions=scene.mentions, times=times)


def _source(judged: Judged, sentence: Sentence, scene: Scene, *, parties: tuple[Party, ...]) -> Attribution:
    """Status and sources; what somebody does by saying so is his own."""
    told = attribute(judged, sentence, scene)
    finite = _is_finite(judged.candidate, sentence)
    sourced = any(s.id == told.statement and s.rule in scene.vouching for s in scene.statements)
    own = own_act(told, judged.candidate.frame.type, _acting(parties), finite=finite, vouched=sourced)
    own = vouched(own, judged, sentence, scene)
    return weigh_negation(own, judged, parties, scene)


def _acting(parties: tuple[Party, ...]) -> frozenset[str]:
    return frozenset(p.actor for p in parties if p.role == "actor" and not isinstance(p.actor, Unknown))


def _historical(told: Attribution, time: TimeExpression | Unknown, scene: Scene) -> Attribution:
    """*En 2008, il sera invité par M. Sarkozy*: a future that is past on the day of publication is a deed."""
    published = scene.article.published.begin
    if told.status != "planned" or isinstance(time, Unknown) or isinstance(published, Unknown):
        return told
    future = any(e.rule == FUTURE for e in told.status_evidence)
    if not future or isinstance(time.end, Unknown) or (published - time.end).days < LONG_AGO:
        return told
    return told._replace(status="asserted", status_evidence=())


def _is_finite(candidate: Candidate, sentence: Sentence) -> bool:
    """Whether the act is told by a finite verb or a noun, and not as *avoir fait*."""
    word = sentence.tokens[candidate.trigger.word]
    helpers = (c for c in sentence.children(word.i) if c.dep.startswith("aux"))
    return all(t.feature("VerbForm") != "Inf" for t in (word, *helpers))


def _filled(candidate: Candidate, slots: SlotReader) -> tuple[tuple[int, ...], ...]:
    """The words in each of the frame's topic slots."""
    return tuple(slots.fill(candidate.trigger, slot) for slot in candidate.frame.topic)


def _own_time(time: TimeExpression | Unknown, ordinal: Ordinal | Unknown) -> TimeExpression | Unknown:
    """The act's time, not that of its series: *le quatrième raid depuis le 3 mars* was not on 3 March."""
    if isinstance(time, Unknown) or isinstance(ordinal, Unknown) or not ordinal.span.contains(time.span):
        return time
    return Unknown("the time told is that of a series")


def _wording(candidate: Candidate, sentence: Sentence, scene: Scene) -> Wording:
    """How the act is worded: by a verb, or by a noun that may take up what was told before."""
    word = sentence.tokens[candidate.trigger.word]
    again = any(c.low in scene.reader.grammar.of("again") for c in sentence.children(word.i))
    if candidate.trigger.is_verb:
        claiming = scene.reader.grammar.of("claiming")
        # *ont également discuté de la Libye*: one more subject, not one more talk
        again = again and event_type(candidate.frame.type).mutual != "always"
        return Wording(
            word.lemma.lower(),
            known=_is_known(word, sentence) and word.head not in candidate.trigger.words,
            definite=word.lemma in claiming and _is_definite(candidate.trigger.words, sentence),
            again=again,
            earlier=_is_earlier(word, sentence, scene),
            outcome_of=_accompanied(word, sentence),
            subject=next((c.start for c in sentence.children(word.i) if c.dep.startswith("nsubj")), None),
            within=_within(word, sentence, scene),
            called=_called(candidate, sentence, scene),
            content=_content(candidate, sentence),
            newcomers=_has_newcomers(word, sentence) and not _elsewhere(sentence, scene),
        )
    determiners = [c for c in sentence.children(word.i) if c.dep in ("det", "case")]
    # *c'est la deuxième rencontre*: the one told, and no other
    presented = any(
        c.dep.startswith("nsubj") and c.low in scene.reader.grammar.of("presenting")
        for c in sentence.children(word.i)
    )
    return Wording(
        word.lemma.lower(),
        definite=any(c.feature("Definite") == "Def" for c in determiners),
        demonstrative=presented or any(c.feature("PronType") == "Dem" for c in determiners),
        plural=word.feature("Number") == "Plur",
        indefinite=any(c.feature("Definite") == "Ind" for c in determiners),
        again=again and not presented,
        called=_called(candidate, sentence, scene),
        content=_content(candidate, sentence),
    )


def _called(candidate: Candidate, sentence: Sentence, scene: Scene) -> tuple[Called, ...]:
    """How the parties that stand in common nouns are called; a thing (*cette décision*) is none."""
    found: list[Called] = []
    for filler in candidate.fillers:
        token = sentence.tokens[filler.token]
        if token.pos != "NOUN" or not denoted_by(sentence, token.i, scene.mentions):
            continue
        children = sentence.children(token.i)
        known = any(_takes_up(c) for c in children)
        number = next((c.low for c in children if c.pos == "NUM"), "")
        plural = token.feature("Number") == "Plur"
        found.append(Called(filler.role, token.lemma.lower(), token.start, known, plural, number))
    return tuple(found)


def _takes_up(word: Token) -> bool:
    """Whether a word determines somebody or something known: *les*, *ces*, *leurs*."""
    return (
        word.feature("Definite") == "Def"
        or word.feature("PronType") == "Dem"
        or word.feature("Poss") == "Yes"
    )


def _content(candidate: Candidate, sentence: Sentence) -> frozenset[str]:
    """The nouns that the trigger governs and that are no party: *appelle à la **grève***."""
    parties = {f.token for f in candidate.fillers}
    return frozenset(
        c.lemma.lower()
        for word in candidate.trigger.words
        for c in sentence.children(word)
        if c.pos == "NOUN" and c.dep.startswith("obl") and c.i not in parties
    )


def _is_known(word: Token, sentence: Sentence) -> bool:
    """*les soldats qui se sont mutinés*, *la femme blessée*: which ones are meant was told before.

    Also *des soldats qui se sont mutinés*, where a mutiny was told; not *un homme qui a tué dix gendarmes*.
    """
    noun = sentence.tokens[word.head]
    if not word.dep.startswith("acl") or noun.pos != "NOUN" or noun.i > word.i:
        return False
    between = sentence.tokens[noun.i + 1 : word.i]
    told = any(t.text in (",", "(", "\u2013") for t in between) or any(
        c.pos in ("NOUN", "PROPN") for c in sentence.children(word.i)
    )
    determiners = (c for c in sentence.children(noun.i) if c.dep == "det")
    relative = word.dep == "acl:relcl"
    return not told and any(
        c.feature("Definite") == "Def"
        or c.feature("PronType") == "Dem"
        or (relative and c.feature("Definite") == "Ind" and noun.feature("Number") == "Plur")
        for c in determiners
    )


def _is_definite(words: tuple[int, ...], sentence: Sentence) -> bool:
    """*l'attaque n'est pas revendiquée*: whether the noun that a verb carries takes up something told."""
    nouns = (i for i in words if sentence.tokens[i].pos == "NOUN")
    return any(c.feature("Definite") == "Def" and c.dep == "det" for i in nouns for c in sentence.children(i))


def _has_newcomers(word: Token, sentence: Sentence) -> bool:
    """*dix soldats ont été tués*: the verb has a subject, and no article or pronoun takes it up."""
    subjects = [c for c in sentence.children(word.i) if c.dep.startswith("nsubj")]
    taken_up = any(_takes_up(c) for s in subjects for c in sentence.children(s.i) if c.dep == "det")
    named = any(s.pos == "PROPN" or s.feature("Person") or s.feature("PronType") for s in subjects)
    return bool(subjects) and not taken_up and not named


def _elsewhere(sentence: Sentence, scene: Scene) -> bool:
    """*Ailleurs, deux soldats ont été tués*: a sentence that leaves the scene told before."""
    return any(t.low in scene.circumstances.elsewhere for t in sentence.tokens[:2])


def _within(word: Token, sentence: Sentence, scene: Scene) -> tuple[int, ...]:
    """The offsets of the nouns by which or in the course of which something was done."""
    during = scene.reader.grammar.of("scene") | scene.reader.grammar.of("agent")
    obliques = scene.reader.obliques(sentence, word.i)
    return tuple(
        sentence.tokens[i].start
        for i, name in obliques
        if name in during and sentence.tokens[i].pos == "NOUN"
    )


def _is_earlier(word: Token, sentence: Sentence, scene: Scene) -> bool:
    """*s'étaient déjà parlé samedi*: a past perfect with *déjà* tells another act, before the one told."""
    children = sentence.children(word.i)
    already = any(c.low in scene.reader.grammar.of("already") for c in children)
    return already and any(c.dep.startswith("aux") and c.feature("Tense") == "Imp" for c in children)


def _accompanied(word: Token, sentence: Sentence) -> int | None:
    """The offset of the verb that a present participle goes with, or of the noun that a relative tells of."""
    if word.dep == "acl:relcl":
        return sentence.tokens[word.head].start
    present = word.feature("VerbForm") in ("Ger", "Part") and word.feature("Tense") != "Past"
    if not present or not word.dep.startswith(("advcl", "acl")):
        return None
    if any(c.dep.startswith(("nsubj", "aux")) for c in sentence.children(word.i)):
        return None
    above = next((t for t in sentence.ancestors(word.i) if t.pos == "VERB"), None)
    return above.start if above is not None else None


def _words_end(sentence: Sentence, i: int, words: tuple[str, ...]) -> int | None:
    """Where one of ``words`` ends that begins at token ``i``: *drone*, *engin sans pilote*."""
    token = sentence.tokens[i]
    if token.lemma.lower() in words or token.low in words:
        return token.end
    for several in (word.split() for word in words if " " in word):
        met = sentence.tokens[i : i + len(several)]
        if [t.low for t in met] == several:
            return met[-1].end
    return None


def _mode(judged: Judged, slots: SlotReader, scene: Scene) -> tuple[str | Unknown, tuple[Evidence, ...]]:
    candidate = judged.candidate
    whole = Evidence(scene.article.span(candidate.start, candidate.end), candidate.rule)
    met = [
        (refinement.mode, slots.sentence.tokens[i].start, end)
        for refinement in candidate.frame.modes
        for i in slots.fill(candidate.trigger, refinement.slot)
        if (end := _words_end(slots.sentence, i, refinement.lemma)) is not None
    ]
    if met:  # an *avion sans pilote* is no *avion*: of the words at one place, the most
        first = met[0]
        mode, start, end = max((m for m in met if m[1] == first[1]), key=lambda m: m[2])
        return mode, (Evidence(scene.article.span(start, end), candidate.rule),)
    if candidate.frame.mode:
        return candidate.frame.mode, (whole,)
    return Unknown(NO_MODE), ()
