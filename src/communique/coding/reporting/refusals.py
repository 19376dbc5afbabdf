"""Refusals that are told as a future under a negation: *Accra ne reconnaîtra pas la junte*.

Whoever says what they will not do refuses it: the act is no recognition that was denied, but a refusal.
What somebody did not do stays negated (*n'a pas reconnu la junte*), and so do troops that will not move.
"""

from __future__ import annotations

from communique.candidates import Judged
from communique.coding.reporting.attribution import Attribution
from communique.model import Party, Unknown
from communique.syntax import Sentence

REFUSAL = "REJECT"
REFUSED = {"AGREE": "", "CONCEDE": "yield", "CONSULT": "meet", "SUPPORT": "", "AID": "assist"}
"""The types whose future somebody can refuse, with the mode of the refusal."""
_NOT_DONE = frozenset({"negated", "denied"})


def refuses(judged: Judged, told: Attribution, sentence: Sentence, parties: tuple[Party, ...]) -> bool:
    """Whether an act is one that its actor will not do."""
    candidate = judged.candidate
    if told.status not in _NOT_DONE or candidate.frame.type not in REFUSED:
        return False
    if not any(p.role == "actor" for p in parties):
        return False
    word = sentence.tokens[candidate.trigger.word]
    if not candidate.trigger.is_verb:  # *ne participera pas aux discussions*
        head = sentence.head(word.i)
        if head is None or not word.dep.startswith(("obj", "obl")):
            return False
        word = head
    if any(c.dep.startswith("aux") for c in sentence.children(word.i)):
        return False  # *n'aura pas reconnu*, *ne sera pas reconnu*
    return word.feature("Tense") == "Fut" or (word.feature("Mood") == "Cnd" and _is_said(told))


def _is_said(told: Attribution) -> bool:
    return told.status == "denied" or bool(told.according_to)


def refused_mode(event_type: str) -> str | Unknown:
    """The mode of a refusal to do an act of some type."""
    return REFUSED[event_type] or Unknown("the refusal is of no kind that has a mode")


def as_refusal(told: Attribution) -> Attribution:
    """The attribution of the refusal: those who seem to deny the act are those who tell of the refusal."""
    sources = tuple(dict.fromkeys((*told.according_to, *((who,) for who in told.denied_by))))
    status = "reported" if sources else "asserted"
    return told._replace(status=status, according_to=sources, denied_by=())
