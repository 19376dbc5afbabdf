"""Mends of subjects: noun phrases that a verb lost to an apposition, a coordination or a clause between."""

from __future__ import annotations

from communique.coding.parsing.asked import asks
from communique.coding.parsing.draft import NOMINAL, SUBJECTS, Draft
from communique.coding.parsing.relations import bare
from communique.coding.parsing.verbs import Verbs

_LOOSE = frozenset({"obl:mod", "dep", "nmod", "advcl", "advmod", "parataxis", "vocative"})
_HEADS = frozenset({"VERB", "ADJ", "NOUN"})
# Dependents that head no clause with a subject of its own: auxiliaries, modifiers, second verbs.
_NO_CLAUSE = frozenset(
    {"aux:tense", "aux:pass", "cop", "amod", "nmod", "obj", "nsubj", "nsubj:pass", "obl:mod"}
)
_NO_CLAUSE |= {"obl:arg", "obl:agent", "appos", "conj", "acl:relcl", "fixed", "flat:name"}
_BEFORE = frozenset({",", ":", "\u00ab", '"', "\u201c", "-", "\u2013", "\u2014", "("})


@asks({"cc"}, {"nsubj", "nsubj:pass"})
def mend_coordinated_subject(draft: Draft, _verbs: Verbs) -> None:
    """'Kiev et Moscou ont échangé des prisonniers': two names joined before a verb are its subject together.

    Not: 'Kiev hésite et Moscou attend'.
    """
    for k in range(2, len(draft)):
        if draft.dep[k] in {"nsubj", "nsubj:pass"} and draft.dep[k - 1] == "cc":
            _join_before(draft, k, k - 1)
        _join_in_clause(draft, k)
        first = draft.head[k]
        if (
            draft.dep[k] != "conj"
            or draft.pos[k] != "VERB"
            or first >= k
            or draft.pos[first] not in {"NOUN", "PROPN"}
        ):
            continue
        second, joint = draft.child(k, "nsubj", "nsubj:pass"), draft.child(k, "cc")
        if second is None or joint is None or not first < joint < second:
            continue
        if draft.has_case(first) or draft.dep[first] not in {"ROOT", "ccomp", "advcl", "parataxis", "conj"}:
            continue
        role, outer = draft.dep[second], draft.head[first]
        draft.head[k], draft.dep[k] = (k if outer == first else outer), draft.dep[first]
        draft.head[first], draft.dep[first] = k, role
        draft.head[second], draft.dep[second] = first, "conj"
        draft.head[joint] = second
        for c in draft.children(first):
            if c > k:
                draft.attach(c, k, draft.dep[c])


def _join_in_clause(draft: Draft, k: int) -> None:
    """'exige que Kiev et Moscou négocient': two names behind 'que' are the subject of its verb together."""
    second, joint = draft.child(k, "nsubj", "nsubj:pass"), draft.child(k, "cc")
    if draft.dep[k] != "conj" or draft.pos[k] != "VERB" or second is None or joint is None:
        return
    first = joint - 1
    clause = draft.dep[first] == "ccomp" and draft.head[first] == draft.head[k]
    if not clause or draft.pos[first] not in {"NOUN", "PROPN"} or "mark" not in draft.relations(first):
        return
    role, draft.dep[k] = draft.dep[second], "ccomp"
    for c in draft.children(first):
        if draft.dep[c] == "mark":
            draft.attach(c, k, "mark")
    draft.attach(first, k, role)
    draft.attach(second, first, "conj")
    draft.attach(joint, second, "cc")


def _join_before(draft: Draft, second: int, joint: int) -> None:
    """'Riyad et Téhéran renouent': what stands before 'et', loose under the verb, is the first subject."""
    verb = draft.head[second]
    for first in range(joint):
        loose = (
            draft.head[first] == verb and draft.dep[first] in _LOOSE and draft.pos[first] in {"NOUN", "PROPN"}
        )
        if (
            loose
            and draft.first(first) == 0
            and not draft.has_case(first)
            and "Number=Plur" in _finite_feats(draft, verb)
        ):
            draft.dep[first] = draft.dep[second]
            draft.attach(second, first, "conj")
            draft.attach(joint, second, "cc")
            return


def _finite_feats(draft: Draft, verb: int) -> str:
    """The features of the verb, or of its auxiliary, that show number."""
    return draft.feats[verb] + "".join(
        draft.feats[c] for c in draft.children(verb) if draft.dep[c].startswith("aux")
    )


@asks({":"}, {"nsubj", "nsubj:pass"})
def mend_heading(draft: Draft, verbs: Verbs) -> None:
    """'Soudan: le général limoge deux ministres': what stands before a colon is no subject of what follows.

    Not: 'Le texte (article 2: les sanctions) prévoit un délai'.
    """
    for i, dep in enumerate(draft.dep):
        verb = draft.head[i]
        if (
            dep not in {"nsubj", "nsubj:pass"}
            or i > 4
            or ":" not in draft.low[i:verb]
            or "(" in draft.low[i:verb]
        ):
            continue
        colon = draft.low.index(":", i)
        true = next((c for c in draft.children(i) if colon < c < verb and _noun(draft, verbs, c)), None)
        if true is not None:
            draft.attach(true, verb, dep)
            draft.dep[i] = "dep"


def mend_bare_root(draft: Draft, verbs: Verbs) -> None:
    """'Un groupe affilié à l'État islamique a été accusé d'abus': a participle alone governs no finite verb.

    Not: 'Un groupe affilié à l'État islamique' (nothing else could govern).
    """
    root = draft.root
    if (
        draft.pos[root] != "VERB"
        or draft.finite(root)
        or verbs.participle(draft.low[root]) is None
        or not root
    ):
        return
    subject = draft.child(root, "nsubj", "nsubj:pass")
    main = next(
        (c for c in draft.children(root) if c > root and draft.dep[c] == "conj" and draft.finite(c)), None
    )
    if subject is None or main is None or subject > root:
        return
    own, joint = draft.child(main, *SUBJECTS), draft.child(main, "cc")
    passive = "aux:pass" in draft.relations(main)
    draft.crown(main)
    draft.head[subject], draft.dep[subject] = main, "nsubj:pass" if passive else "nsubj"
    nouns = [i for i in range(root) if draft.pos[i] in {"NOUN", "PROPN"} and draft.below(i, subject)]
    draft.attach(root, nouns[-1] if nouns else subject, "acl")
    if own is not None and joint is not None:
        draft.attach(own, subject, "conj")
        draft.attach(joint, own, "cc")
    for c in draft.children(root):
        if c > main:
            draft.attach(c, main, draft.dep[c])


def mend_missing_subject(draft: Draft, verbs: Verbs) -> None:
    """'Lors du vote, la Ligue a remporté sept sièges': a bare noun phrase before the verb is its subject.

    Also 'Sept civils, dont deux enfants, ont été blessés' (the true subject stands before the insertion).
    Not: 'Lundi, deux hommes ont été blessés', 'À Gaza, on compte les morts'.
    """
    for k, pos in enumerate(draft.pos):
        if pos not in _HEADS or draft.dep[k] in _NO_CLAUSE or not draft.finite(k):
            continue
        own = draft.child(k, *SUBJECTS)
        if own is not None and (own > k or not _inserted(draft, verbs, own, k)):
            continue
        if draft.relations(k) & {"mark", "cc"}:
            continue
        found = _of_predicate(draft, k) if own is None else None
        if found is None:
            found = _lost(draft, verbs, k, before=own if own is not None else k)
        if found is None:
            continue
        passive = "aux:pass" in draft.relations(k)
        draft.attach(found, k, "nsubj:pass" if passive else "nsubj")
        if own is not None and draft.head[found] == k:
            draft.attach(own, found, "nmod" if _dont(draft, verbs, own) else "appos")


def _of_predicate(draft: Draft, k: int) -> int | None:
    """'son frère, autre figure du groupe, a été blessé': an apposition has no subject of its own."""
    for c in draft.children(k):
        if c < k and draft.dep[c] in _LOOSE and draft.pos[c] in {"NOUN", "PROPN"} and not draft.finite(c):
            subject = draft.child(c, *SUBJECTS)
            if subject is not None and subject < c:
                draft.attach(subject, k, "nsubj")
                draft.attach(c, subject, "appos")
                return subject
    return None


def _lost(draft: Draft, verbs: Verbs, k: int, *, before: int) -> int | None:
    """The first bare noun phrase of the clause that begins it, or begins after a comma."""
    group = min(
        [k, *(c for c in draft.children(k) if draft.dep[c].startswith(("aux", "expl", "cop", "iobj")))]
    )
    if draft.head[k] != k and draft.head[k] < group:
        return next(
            (
                c
                for c in draft.children(k)
                if c < before and draft.dep[c] in _LOOSE and _noun(draft, verbs, c)
            ),
            None,
        )
    for c in range(min(before, group)):
        loose = draft.head[c] == k or draft.dep[c] in {"conj", "dep", "obj", "appos"}
        # 'Selon un responsable, Washington a fourni des missiles'
        name = (
            draft.pos[c] == "PROPN" and c == group - 1 and draft.low[c - 1] == "," and draft.dep[c] == "nmod"
        )
        if not _noun(draft, verbs, c) or not (loose or name):
            continue
        first = draft.first(c)
        starts = not first or draft.low[first - 1] in _BEFORE or draft.low[first] in _BEFORE
        if starts and not _listed(draft, c) and not _within_relative(draft, c) and _alone(draft, c, group):
            return c
    return None


def _listed(draft: Draft, c: int) -> bool:
    """'la France, des personnes fières': a member of a list, not the head of a phrase of its own."""
    return (
        draft.dep[c] in {"conj", "appos"}
        and not draft.has_case(draft.head[c])
        and not _follows_clause(draft, c)
    )


def _follows_clause(draft: Draft, c: int) -> bool:
    """Whether what the phrase was joined to lies in a relative clause that ends before it."""
    return _within_relative(draft, draft.head[c])


def _alone(draft: Draft, c: int, group: int) -> bool:
    """Whether nothing but insertions stands between the phrase and the verb: no list, no other verb."""
    joined = any(draft.dep[d] == "cc" and d < c for d in draft.children(c))
    return not joined and all(
        "VerbForm=Fin" not in draft.feats[i] or _within_relative(draft, i) for i in range(c, group)
    )


def _within_relative(draft: Draft, i: int) -> bool:
    return any(draft.dep[a] in {"acl:relcl", "ccomp"} for a in draft.path(i)) or draft.dep[i] in {
        "acl:relcl",
        "ccomp",
    }


def _noun(draft: Draft, verbs: Verbs, c: int) -> bool:
    if _name_as_adverb(draft, verbs, c):
        draft.tag(
            c, "PROPN", lemma=draft.tokens[c].text, feats=""
        )  # 'Macron promet': a name taken for an adverb
    if draft.pos[c] not in {"NOUN", "PROPN"} or not bare(draft, verbs, c):
        return False
    first = draft.first(c)
    counted = draft.low[first + 1] in verbs.words.amounts  # 'Au moins dix civils': no preposition
    return (draft.pos[first] != "ADP" or counted) and not (first and draft.pos[first - 1] == "ADP")


def _name_as_adverb(draft: Draft, verbs: Verbs, c: int) -> bool:
    if (
        draft.pos[c] != "ADV"
        or not draft.tokens[c].text[0].isupper()
        or draft.pos[c + 1] not in {"VERB", "AUX"}
    ):
        return False
    return not (verbs.adverb(draft.low[c]) or verbs.participle(draft.low[c]) or draft.children(c))


def _inserted(draft: Draft, verbs: Verbs, subject: int, k: int) -> bool:
    """'dont deux enfants,' or ', la société italienne qui …,' between the true subject and the verb."""
    if _dont(draft, verbs, subject):
        return "," in draft.low[subject:k]
    first = draft.first(subject)
    group = min([k, *(c for c in draft.children(k) if draft.dep[c].startswith(("aux", "expl", "cop")))])
    loose = [c for c in draft.children(k) if c < first and draft.dep[c] in _LOOSE and _noun(draft, verbs, c)]
    return bool(loose) and first > 0 and draft.low[first - 1] == "," and draft.low[group - 1] == ","


def _dont(draft: Draft, verbs: Verbs, subject: int) -> bool:
    first = draft.first(subject)
    opener = first if draft.pos[first] == "PRON" else first - 1
    return opener > 0 and draft.low[opener] in verbs.words.whose and draft.low[opener - 1] == ","


@asks({","}, "relative", {"nsubj", "nsubj:pass"})
def mend_relative_root(draft: Draft, verbs: Verbs) -> None:
    """'Son homologue, dont le pays préside l'UE, l'a assuré': the verb of a relative clause does not govern.

    Not: 'Le ministre, qui a voté, est parti' (a right tree), 'Il préside, a-t-il dit'.
    """
    root = draft.root
    subject = draft.child(root, "nsubj", "nsubj:pass")
    main = draft.child(root, "advcl", "conj", "ccomp", "parataxis")
    if subject is None or main is None or not subject < root < main or not draft.finite(main):
        return
    opener = next((i for i in range(subject + 1, root) if draft.low[i] in verbs.words.relative), None)
    if opener is None or draft.low[opener - 1] != "," or "," not in draft.low[root:main]:
        return
    if draft.relations(main) & (SUBJECTS | {"mark", "cc"}):
        return
    draft.crown(main)
    draft.dep[subject], draft.head[subject] = "nsubj", main
    draft.head[root], draft.dep[root] = subject, "acl:relcl"
    for c in draft.children(root):
        if c > main:
            draft.attach(c, main, draft.dep[c])


@asks({"acl:relcl"}, {","}, "relative")
def mend_nominal_root(draft: Draft, verbs: Verbs) -> None:
    """'Ankara, qui soutient Tripoli, tente de négocier': the verb after the relative clause governs.

    Not: 'Un homme qui a fui, et que la police recherche' (no main verb at all).
    """
    root = draft.root
    if draft.pos[root] not in NOMINAL or draft.relations(root) & (SUBJECTS | {"cop"}):
        return
    relative = draft.child(root, "acl:relcl")
    if relative is None or not any(draft.low[i] in verbs.words.relative for i in range(root, relative)):
        return
    for k in range(relative + 1, len(draft)):
        if draft.pos[k] == "VERB" and draft.finite(k) and _stands_free(draft, verbs, k):
            draft.crown(k)
            draft.head[root], draft.dep[root] = k, "nsubj"
            return


def _stands_free(draft: Draft, verbs: Verbs, k: int) -> bool:
    """Whether a verb group follows a comma, with no subject, no conjunction and no relative of its own."""
    group = [c for c in draft.children(k) if draft.dep[c].startswith(("aux", "expl")) or _clitic(draft, c, k)]
    first = min([k, *group])
    if draft.low[first - 1] != "," or draft.relations(k) & (SUBJECTS | {"mark", "cc"}):
        return False
    return not any(draft.low[c] in verbs.words.relative for c in draft.children(k))


def _clitic(draft: Draft, c: int, k: int) -> bool:
    """'le déplorent': a pronoun before the verb that is its object, taken for an article or not."""
    return c < k and draft.pos[c] in {"PRON", "DET"} and draft.dep[c] in {"obj", "iobj", "obl:arg", "det"}


@asks({"acl"}, "time")
def mend_timed_infinitive(draft: Draft, verbs: Verbs) -> None:
    """'tente depuis des mois de former un front': the infinitive completes the verb, not the time.

    Not: 'le moment de partir' (no verb above the noun).
    """
    for k in range(len(draft)):
        noun = draft.head[k]
        if (
            draft.dep[k] != "acl"
            or "VerbForm=Inf" not in draft.feats[k]
            or draft.low[noun] not in verbs.words.time
        ):
            continue
        verb = draft.head[noun]
        if verb != noun and draft.pos[verb] == "VERB" and verb < noun:
            draft.attach(k, verb, "xcomp")
