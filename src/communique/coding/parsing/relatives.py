"""Mends of relative clauses: which noun they hang on, and what their pronoun is of their verb."""

from __future__ import annotations

from communique.coding.parsing.asked import asks
from communique.coding.parsing.draft import SUBJECTS, Draft
from communique.coding.parsing.verbs import Verbs

_NOUNS = frozenset({"NOUN", "PROPN"})
_LOOSE = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "dep", "parataxis"})
_FILLED = frozenset({"obj", "aux:pass", "cop", "expl:pass", "expl:comp", "ccomp"})
_COMPARING = 8  # words before 'que' among which one that compares is looked for


@asks({"acl:relcl"}, {"nsubj"})
def mend_relative_verbs(draft: Draft, verbs: Verbs) -> None:
    """'un club dont le gouvernement boycotte les matches': the verb of a relative clause, tagged as a name.

    Not: 'le pays dont Paris est la capitale'.
    """
    for k, dep in enumerate(draft.dep):
        if dep != "acl:relcl" or draft.pos[k] not in _NOUNS or draft.finite(k):
            continue
        subject = draft.child(k, "nsubj")
        found = verbs.finite(draft.low[k])
        if subject is not None and subject < k and found is not None:
            draft.tag(k, "VERB", lemma=found[0], feats=found[1])


@asks({"acl:relcl"})
def mend_relative_nouns(draft: Draft, verbs: Verbs) -> None:
    """'le ministre, dont le pays bombarde Gaza': the verb behind the noun of a relative clause leads it.

    Not: 'le pays dont Paris est la capitale' (a copula), 'dont le chef arrêté lundi' (no finite form).
    """
    for k, dep in enumerate(draft.dep):
        if dep != "acl:relcl" or draft.pos[k] not in _NOUNS or draft.finite(k) or k + 1 >= len(draft):
            continue
        verb = k + 1
        whose = any(draft.low[c] in verbs.words.relative for c in draft.children(k) if c < k)
        found = verbs.finite(draft.low[verb])
        if not whose or found is None or draft.head[verb] != k or draft.pos[verb] != "VERB":
            continue
        draft.tag(verb, "VERB", lemma=found[0], feats=found[1])
        behind = [c for c in draft.children(k) if c > verb]
        draft.head[verb], draft.dep[verb] = draft.head[k], "acl:relcl"
        draft.head[k], draft.dep[k] = verb, "nsubj"
        for c in behind:
            bare = not draft.has_case(c) and draft.pos[c] in _NOUNS
            draft.attach(c, verb, "obj" if bare else "obl:mod" if draft.dep[c] == "nmod" else draft.dep[c])


@asks({"ADV"}, "relative")
def mend_relative_adverbs(draft: Draft, verbs: Verbs) -> None:
    """'…, ce que l'Ukraine dément': a finite form with an adverb's ending, behind the subject of the clause.

    Not: 'ce que l'Ukraine fait lentement' (an adverb that the tables list).
    """
    for k in range(3, len(draft)):
        noun = draft.head[k]
        if draft.pos[k] != "ADV" or draft.pos[noun] not in _NOUNS or verbs.adverb(draft.low[k]):
            continue
        found = verbs.finite(draft.low[k])
        near = (draft.head[noun], *draft.children(noun), max(0, draft.first(noun) - 1))
        word = next((i for i in near if draft.low[i] in verbs.words.relative), k)
        if found is None or not word < noun < k:
            continue
        if draft.dep[word] == "fixed":  # 'ce que' in one piece
            draft.attach(draft.head[word], draft.head[noun], "dep")
            draft.attach(noun, draft.head[word], "nmod")
        outer = draft.head[word] if draft.head[noun] == word else draft.head[noun]
        if outer == noun:
            continue
        draft.tag(k, "VERB", lemma=found[0], feats=found[1])
        draft.head[k], draft.dep[k] = outer, "acl:relcl"
        draft.head[noun], draft.dep[noun] = k, "nsubj"
        draft.head[word], draft.dep[word] = k, "obj"


@asks("relative_subject")
def mend_relative_subjects(draft: Draft, verbs: Verbs) -> None:
    """'La détente doit beaucoup à Riyad, qui versera 5 milliards': *qui* right behind a noun takes it up.

    Not: 'Il a dit qui viendrait', 'Qui a tiré ?'.
    """
    for i in range(2, len(draft)):
        k = draft.head[i]
        if draft.low[i] not in verbs.words.relative_subject or not draft.dep[i].startswith("nsubj") or k <= i:
            continue
        if draft.dep[k] not in _LOOSE - {"acl:relcl"} or draft.head[k] >= i or not draft.finite(k):
            continue
        noun = _antecedent(draft, i, draft.verb_number(k))
        if noun is not None:
            draft.attach(k, noun, "acl:relcl")


@asks("relative_object", {"mark", "obj"})
def mend_relative_objects(draft: Draft, verbs: Verbs) -> None:
    """'les journalistes que la junte détient': *que* behind a noun is the object of its verb.

    Not: 'le fait que la junte détient des journalistes', 'Il a informé la presse que le raid avait cessé'.
    """
    for i in range(2, len(draft)):
        if draft.low[i] not in verbs.words.relative_object or draft.head[i] <= i:
            continue
        if draft.dep[i] == "obj" and draft.pos[i] == "SCONJ" and draft.dep[draft.head[i]] == "ccomp":
            draft.dep[i] = "mark"
        if draft.dep[i] != "mark":
            continue
        k = _verb_below(draft, draft.head[i])
        _invert(draft, i, k)
        if draft.dep[k] not in _LOOSE or not draft.finite(k) or draft.relations(k) & _FILLED:
            continue
        noun = _antecedent(draft, i, "")
        noun = i - 2 if _stands_apart(draft, verbs, i - 2) and draft.low[i - 1] == "," else noun
        if noun is None or not _is_relative(draft, verbs, i, noun):
            continue
        if draft.head[noun] == k:
            _free(draft, noun, k)
        draft.tag(i, "PRON", lemma=draft.low[i], feats="PronType=Rel")
        draft.attach(k, noun, "acl:relcl")
        draft.attach(i, k, "obj")
        _give_subject(draft, i, k)


def _invert(draft: Draft, i: int, k: int) -> None:
    """'refuse l'embargo que souhaite Rome': who stands behind a verb right behind *que* is its subject."""
    behind = draft.child(k, "obj")
    if (
        k == i + 1
        and draft.finite(k)
        and behind is not None
        and behind > k
        and not draft.relations(k) & SUBJECTS
    ):
        draft.dep[behind] = "nsubj"


def _stands_apart(draft: Draft, verbs: Verbs, noun: int) -> bool:
    """'a rompu ses relations avec Rome, qu'il accuse': a name behind another preposition than 'de'."""
    case = draft.child(noun, "case")
    if draft.pos[noun] != "PROPN" or draft.dep[noun] != "nmod" or case is None:
        return False
    return draft.low[case] not in verbs.words.of and draft.lemma[case] not in verbs.words.of


def _free(draft: Draft, noun: int, k: int) -> None:
    """The antecedent that hung on its own relative clause: the subject of the verb above, if one lacks."""
    governor = draft.head[k]
    draft.head[noun], draft.dep[noun] = governor, "dep"
    behind = draft.child(governor, "nsubj")
    if draft.finite(governor) and governor > k and (behind is None or behind > governor):
        draft.dep[noun] = "nsubj"
        if behind is not None:
            draft.dep[behind] = "obj"


def _verb_below(draft: Draft, k: int) -> int:
    """``k``, or the verb that hangs on the noun which should be its subject: *que la junte détient*."""
    if draft.pos[k] not in _NOUNS or draft.relations(k) & {"cop"}:
        return k
    verb = draft.child(k, "acl", "acl:relcl")
    return verb if verb is not None and verb > k and draft.child(verb, "nsubj") is None else k


def _is_relative(draft: Draft, verbs: Verbs, i: int, noun: int) -> bool:
    """Whether 'que' at ``i`` takes up the noun before it: no content, no comparison, no 'ne … que'.

    What a comma parts from a verb that says nothing is no content of it.
    """
    words = verbs.words
    governor = draft.head[draft.head[i]]
    if words.comparing & {*draft.low[max(0, i - _COMPARING) : i]} or draft.lemma[noun] in words.time:
        return False
    if draft.low[i - 1] != "," and draft.lemma[noun] in words.contents:
        return False
    if draft.pos[governor] not in {"VERB", "AUX"}:
        return True
    if governor > i:  # *L'opposant, que la police a interpellé, dénonce …*
        return draft.low[i - 1] == ","
    speaks = draft.lemma[governor] in words.saying | words.quoting | words.informing | words.speaking_of
    if draft.low[i - 1] == "," and not speaks:
        return True  # *a rompu avec Rome, qu'il accuse de trahison*
    patient = draft.child(governor, "obj")
    return patient is not None and draft.below(noun, patient) and draft.lemma[governor] not in words.informing


def _give_subject(draft: Draft, i: int, k: int) -> None:
    """A verb without a subject gets the noun phrase that opens the clause: *que la junte … détient*."""
    if draft.child(k, "nsubj", "expl:subj") is not None:
        return
    for n in range(i + 1, k):
        opens = all(draft.pos[m] in {"DET", "NUM", "ADJ"} for m in range(i + 1, n))
        if draft.pos[n] in _NOUNS and opens and draft.number(n) in {"", draft.verb_number(k)}:
            draft.attach(n, k, "nsubj")
        if not opens or draft.pos[n] in _NOUNS:
            return


def _antecedent(draft: Draft, i: int, wanted: str) -> int | None:
    """The noun that a relative pronoun at ``i`` takes up: right before it, or what that belongs to."""
    last = i - 2 if draft.low[i - 1] == "," else i - 1
    while last > 0 and draft.pos[last] == "ADJ" and draft.head[last] < last:
        last = draft.head[last]
    if draft.pos[last] not in _NOUNS:
        return None
    for noun in (last, *draft.path(last)):
        if noun > last or draft.pos[noun] not in _NOUNS:
            return None
        names = draft.dep[noun] != "flat:name"
        if names and wanted in {"", draft.number(noun) or wanted} and _phrase(draft, noun):
            return noun
    return None


@asks({"acl:relcl"})
def mend_relatives(draft: Draft, _verbs: Verbs) -> None:
    """'les accusations du gouvernement, qui impute l'affaire à Moscou': the antecedent agrees with the verb.

    Also '…, a confié le président, qui souhaitait' (no clause hangs on a verb).
    Not: 'les chefs de l'armée, qui ont fui'.
    """
    for k, dep in enumerate(draft.dep):
        head = draft.head[k]
        if dep != "acl:relcl" or draft.pos[k] != "VERB" or head >= k:
            continue
        relative = draft.child(k, "nsubj", "nsubj:pass")
        if relative is None or draft.pos[relative] != "PRON" or "PronType=Rel" not in draft.feats[relative]:
            continue
        wanted, found = draft.verb_number(k), draft.number(head)
        if draft.pos[head] in _NOUNS and (not wanted or not found or wanted == found):
            continue
        below = (n for n in range(relative - 1, head, -1) if draft.below(n, head))
        above = (n for n in draft.path(head) if n < head)
        for noun in (*below, *above):
            names = draft.pos[noun] in _NOUNS and draft.dep[noun] != "flat:name"
            if names and draft.number(noun) == wanted and _phrase(draft, noun):
                draft.attach(k, noun, "acl:relcl")
                break


def _phrase(draft: Draft, noun: int) -> bool:
    """Whether a noun heads a phrase with an article, or is a name that stands by itself."""
    if draft.pos[noun] == "NOUN":
        cases = [c for c in draft.children(noun) if draft.dep[c] == "case"]
        contracted = any(draft.lemma[c] != draft.low[c] for c in cases)
        return contracted or bool(draft.relations(noun) & {"det", "nummod"})
    return draft.pos[draft.head[noun]] not in _NOUNS
