"""Mends of chains: verbs that share a subject, and subjects that stand behind their verb."""

from __future__ import annotations

from communique.coding.parsing.asked import asks
from communique.coding.parsing.draft import SUBJECTS, Draft
from communique.coding.parsing.relations import bare
from communique.coding.parsing.verbs import Verbs

_NOUNS = frozenset({"NOUN", "PROPN"})
_CLAUSES = frozenset({"advcl", "parataxis", "dep", "ccomp"})
_LOOSE = frozenset({"obl:mod", "dep", "advmod", "nmod"})
_OPENING = _LOOSE | {"advcl", "amod", "acl", "appos", "obl:arg", "nsubj", "nsubj:pass"}
SHORTEST = 6  # words of a sentence that a participle phrase may open


@asks({",", "CCONJ"}, _CLAUSES)
def mend_chained_verbs(draft: Draft, verbs: Verbs) -> None:
    """'Il appelle au calme, propose un vote et se dit prêt': verbs after commas share the first subject.

    Not: 'Il est prêt, affirme le ministre' (a subject of its own), 'S'il appelle au calme, tout ira bien'.
    """
    for k in range(2, len(draft)):
        if draft.pos[k] != "VERB" or not draft.finite(k):
            continue
        if draft.relations(k) & (SUBJECTS | {"mark"}) or _relative(draft, verbs, k):
            continue
        start = draft.group(k)
        if draft.low[start - 1] != "," and draft.pos[start - 1] != "CCONJ":
            continue
        other = _link(draft, verbs, k, start)
        if other is None:
            continue
        if draft.head[other] == k:
            outer = draft.head[k]
            draft.head[other], draft.dep[other] = (other if outer == k else outer), draft.dep[k]
            draft.head[k] = other
        draft.dep[k] = "conj"


def _link(draft: Draft, verbs: Verbs, k: int, start: int) -> int | None:
    """The verb before whose subject verb ``k`` shares: above it, or wrongly below it."""
    head = draft.head[k]
    if head < k and draft.dep[k] in _CLAUSES and _main(draft, verbs, head, k):
        return head
    below = (
        c for c in draft.children(k) if c < start and draft.dep[c] in _CLAUSES and _main(draft, verbs, c, k)
    )
    return next(below, None)


def _main(draft: Draft, verbs: Verbs, verb: int, k: int) -> bool:
    """Whether a verb has its subject before it, no conjunction, and the number of verb ``k``."""
    if draft.pos[verb] != "VERB" or not draft.finite(verb) or "mark" in draft.relations(verb):
        return False
    subject = draft.child(verb, "nsubj", "nsubj:pass")
    if subject is None or subject > verb or draft.low[subject] in verbs.words.relative_subject:
        return False
    return draft.verb_number(k) in {draft.verb_number(verb), ""}


def _relative(draft: Draft, verbs: Verbs, k: int) -> bool:
    return draft.dep[k] == "acl:relcl" or any(draft.low[c] in verbs.words.relative for c in draft.children(k))


@asks({"conj"}, {"CCONJ"})
def mend_chained_nouns(draft: Draft, verbs: Verbs) -> None:
    """'Il rejette le texte et menace de marcher sur Rome': a bare word behind 'et', joined to a verb, is one.

    Not: 'Il craint grève et menace' (joined to a noun).
    """
    for k in range(2, len(draft) - 1):
        head = draft.head[k]
        if draft.dep[k] != "conj" or draft.pos[k - 1] != "CCONJ" or draft.pos[k] not in _NOUNS | {"ADJ"}:
            continue
        if head >= k or draft.pos[head] != "VERB" or not draft.finite(head) or draft.finite(k):
            continue
        found = verbs.finite(draft.low[k])
        if found is None or draft.relations(k) & {"det", "case", "nummod", "cop", "nsubj", "amod"}:
            continue
        number = "Plur" if "Number=Plur" in found[1] else "Sing"
        if draft.verb_number(head) in {number, ""}:
            draft.tag(k, "VERB", lemma=found[0], feats=found[1])
            for c in draft.children(k):
                if c > k and draft.dep[c] == "nmod":
                    draft.dep[c] = "obl:arg" if draft.has_case(c) else "obj"
                elif c > k and draft.dep[c] == "acl" and "VerbForm=Inf" in draft.feats[c]:
                    draft.dep[c] = "xcomp"


@asks({"aux:pass", "acl:relcl"})
def mend_inverted(draft: Draft, verbs: Verbs) -> None:
    """'le raid qu'a mené Paris', 'Mercredi ont été tués deux soldats': the subject stands behind its verb.

    Not: 'le raid que Paris a mené', 'Il a été tué deux fois' (it has its subject).
    """
    for k in range(1, len(draft)):
        passive = draft.pos[k] == "VERB" and "aux:pass" in draft.relations(k)
        if draft.pos[k] != "VERB" or not (passive or draft.dep[k] == "acl:relcl") or not draft.finite(k):
            continue
        taken = None if passive else _relative_object(draft, verbs, k)
        if not passive and taken is None:
            continue
        own = draft.child(k, *SUBJECTS)
        if own is not None and not (passive and _scene(draft, verbs, own)):
            continue
        behind = next((c for c in draft.children(k) if c > k and _misnamed(draft, verbs, c)), None)
        if behind is None or "," in draft.low[k:behind]:
            continue
        if passive and draft.number(behind) not in {draft.verb_number(k), ""}:
            continue
        if own is not None:
            draft.dep[own] = "obl:mod"
        draft.dep[behind] = "nsubj:pass" if passive else "nsubj"
        if taken is not None and draft.low[taken] in verbs.words.relative_object:
            draft.dep[taken] = "obj"


def _relative_object(draft: Draft, verbs: Verbs, k: int) -> int | None:
    """The 'que', 'dont', 'où' right before the group of verb ``k`` that heads a relative clause."""
    if draft.dep[k] != "acl:relcl":
        return None
    oblique = verbs.oblique_relatives
    taken = next((c for c in draft.children(k) if c < k and draft.low[c] in oblique), None)
    start = draft.group(k)
    return taken if taken is not None and start in {taken, taken + 1} else None


def _scene(draft: Draft, verbs: Verbs, own: int) -> bool:
    """'Dans le convoi', 'Mercredi': what was read as the subject says where or when."""
    return draft.low[own] in verbs.words.time or (
        draft.pos[own] in _NOUNS and draft.has_case(own) and draft.pos[draft.first(own)] == "ADP"
    )


def _misnamed(draft: Draft, verbs: Verbs, c: int) -> bool:
    return draft.dep[c] in {"obj", "obl:mod", "obl:arg", "xcomp"} and _bare(draft, verbs, c)


def _bare(draft: Draft, verbs: Verbs, c: int) -> bool:
    return draft.pos[c] in _NOUNS and bare(draft, verbs, c)


@asks({","}, "relative_subject")
def mend_topics(draft: Draft, verbs: Verbs) -> None:
    """'Les insurgés, qui avaient pris la ville, ont reculé': the verb of the relative clause does not govern.

    Not: 'À Rome, qui l'a reçu, il a promis une réponse' (a phrase with a preposition).
    """
    for i in range(2, len(draft) - 1):
        if draft.low[i] not in verbs.words.relative_subject or draft.low[i - 1] != ",":
            continue
        inner = draft.head[i]
        if inner <= i or draft.dep[inner] == "acl:relcl" or not draft.dep[i].startswith("nsubj"):
            continue
        loose = (c for c in draft.children(inner) if c < i - 1 and draft.dep[c] in _LOOSE)
        noun = next((c for c in loose if _bare(draft, verbs, c)), None)
        main = next((c for c in draft.children(inner) if c > inner and _may_govern(draft, c)), None)
        if noun is None or main is None or draft.first(noun) > 1:
            continue
        outer = draft.head[inner]
        draft.head[main], draft.dep[main] = (main if outer == inner else outer), draft.dep[inner]
        draft.head[noun], draft.dep[noun] = main, "nsubj"
        draft.head[inner], draft.dep[inner] = noun, "acl:relcl"


def _may_govern(draft: Draft, c: int) -> bool:
    """A finite verb after a comma, without subject and conjunction."""
    if draft.dep[c] not in _CLAUSES | {"conj"} or draft.pos[c] != "VERB" or not draft.finite(c):
        return False
    return draft.low[draft.group(c) - 1] == "," and not draft.relations(c) & (SUBJECTS | {"mark", "cc"})


@asks({","}, {"advcl", "acl", "parataxis"}, {"aux:tense"}, {"obj"})
def mend_chained_participles(draft: Draft, verbs: Verbs) -> None:
    """'Kiev a dénoncé le pacte, retiré ses troupes et fermé le pont': participles share the auxiliary.

    Not: 'Kiev a dénoncé le pacte, signé en mars' (nothing acted upon), '…, accusée de fraude' (passive).
    """
    for k in range(2, len(draft)):
        first = draft.head[k]
        if draft.dep[k] not in {"advcl", "acl", "parataxis"} or draft.pos[k] != "VERB" or first >= k:
            continue
        if draft.low[k - 1] != "," or "VerbForm=Part" not in draft.feats[k] or draft.finite(k):
            continue
        above = (a for a in (first, *draft.path(k)) if draft.pos[a] == "VERB" and a < k)
        verb = next((a for a in above if "aux:tense" in draft.relations(a)), None)
        if verb is None or "aux:pass" in draft.relations(verb) or "obl:agent" in draft.relations(k):
            continue
        found, behind = verbs.participle(draft.low[k]), draft.child(k, "obj")
        if found is None or behind is None or behind < k:
            continue
        plain = "Gender=Fem" not in found[1] and "Number=Plur" not in found[1]
        if plain and "VerbForm=Part" in draft.feats[verb] and draft.finite(verb):
            draft.attach(k, verb, "conj")


@asks({"conj"})
def mend_raised_verbs(draft: Draft, _: Verbs) -> None:
    """'Moscou menace de quitter le pacte et accuse Paris': a finite verb is joined to a finite verb.

    Also 'a sommé Paris de céder et promis une aide' (they share the auxiliary).
    Not: 'Moscou menace de quitter le pacte et de fermer le pont'.
    """
    for k in range(2, len(draft)):
        head = draft.head[k]
        if draft.dep[k] != "conj" or draft.pos[k] != "VERB" or head >= k or draft.relations(k) & SUBJECTS:
            continue
        if draft.pos[head] != "VERB" or draft.finite(head):
            continue
        shares = "VerbForm=Part" in draft.feats[k] and "VerbForm=Inf" in draft.feats[head]
        if not draft.finite(k) and (not shares or draft.relations(k) & {"aux:tense", "obl:agent", "mark"}):
            continue
        wanted = draft.verb_number(k)
        above = (a for a in draft.path(head) if draft.pos[a] == "VERB" and draft.finite(a))
        a = next(above, None)
        if a is None or a > k or wanted not in {draft.verb_number(a), ""}:
            continue
        if draft.finite(k) or "aux:tense" in draft.relations(a):
            draft.attach(k, a, "conj")


@asks({"acl:relcl"})
def mend_inner_subjects(draft: Draft, verbs: Verbs) -> None:
    """'la grève à laquelle appelait l'Union a fermé les ports': of two subjects the second may be inside.

    Not: 'la grève, l'Union et le port' (no relative clause), 'la grève qu'appelait l'Union' (an object).
    """
    for k in range(4, len(draft)):
        if draft.pos[k] != "VERB":
            continue
        both = [c for c in draft.children(k) if c < k and draft.dep[c].startswith("nsubj")]
        if len(both) != 2:
            continue
        outer, inner = both
        clause = draft.child(outer, "acl:relcl")
        if clause is None or not outer < clause < inner or draft.relations(clause) & SUBJECTS:
            continue
        word = next((c for c in draft.children(clause) if draft.low[c] in verbs.words.relative), None)
        if word is None or draft.low[word] in verbs.words.relative_subject or "," in draft.low[clause:inner]:
            continue
        if draft.first(inner) == clause + 1 and draft.number(inner) in {draft.verb_number(clause), ""}:
            draft.attach(inner, clause, "nsubj")


@asks({"acl:relcl"}, {","})
def mend_captured_objects(draft: Draft, _: Verbs) -> None:
    """'Le ministre, dont le pays bloque l'aide, a reçu Kiev': the object of the relative clause acts not.

    Not: 'Le pays qui bloque est petit' (nothing between the two verbs).
    """
    for k in range(5, len(draft)):
        own = draft.child(k, "nsubj", "nsubj:pass") if draft.pos[k] == "VERB" else None
        if own is None or own > k or draft.low[draft.group(k) - 1] != ",":
            continue
        inner = own - 1
        while inner > 0 and draft.pos[inner] in {"DET", "ADJ", "NUM"}:
            inner -= 1
        first = next((c for c in draft.children(own) if c < inner and draft.dep[c].startswith("nsubj")), None)
        if first is None or draft.dep[inner] != "acl:relcl" or draft.head[inner] != first:
            continue
        if draft.pos[inner] != "VERB" or "obj" in draft.relations(inner):
            continue
        draft.head[first], draft.dep[first] = k, draft.dep[own]
        draft.head[own], draft.dep[own] = inner, "obj"


@asks({":"}, {"advcl"})
def mend_colons(draft: Draft, _: Verbs) -> None:
    """'L'unité ne se négocie pas : recevant les envoyés, le ministre a refusé': the verb behind the colon.

    Not: 'Il est parti, laissant un message' (no colon between).
    """
    if ":" not in draft.low:
        return
    for p, feats in enumerate(draft.feats):
        head = draft.head[p]
        if draft.dep[p] != "advcl" or "VerbForm=Part" not in feats or head >= p or draft.finite(p):
            continue
        if draft.low[p - 1] != ":":
            continue
        later = (k for k in range(p + 1, len(draft)) if draft.pos[k] == "VERB" and draft.finite(k))
        main = next((k for k in later if (s := draft.child(k, "nsubj", "nsubj:pass")) and p < s < k), None)
        if main is not None:
            draft.attach(p, main, "advcl")


@asks({","})
def mend_opening(draft: Draft, verbs: Verbs) -> None:
    """'Réunis lundi à Rome, les ministres ont signé': a participle that opens the sentence hangs on its verb.

    Not: 'Blessés et morts jonchent la place' (no comma behind a phrase of its own).
    """
    if len(draft) < SHORTEST or "," not in draft.low[1:] or draft.dep[0] not in _OPENING:
        return
    comma, found = draft.low.index(",", 1), verbs.participle(draft.low[0])
    noun = verbs.noun(draft.low[0]) and draft.pos[0] in _NOUNS
    if found is None or noun or draft.pos[1] not in _NOUNS | {"ADP", "ADV", "PRON", "PUNCT"}:
        return
    if any("VerbForm=Fin" in f for f in draft.feats[:comma]) or "det" in draft.relations(0):
        return
    verb = next((k for k in range(comma, len(draft)) if draft.pos[k] == "VERB" and draft.finite(k)), None)
    if verb is None or draft.below(verb, 0):
        return
    if draft.pos[0] != "VERB" or "VerbForm=Part" not in draft.feats[0]:
        draft.tag(0, "VERB", lemma=found[0], feats=f"{found[1]}|Tense=Past|VerbForm=Part")
    draft.head[0], draft.dep[0] = verb, "advcl"
