"""Mending: the systematic errors of the model on news, one small rule each, in the order they apply.

Each rule is a function on a :class:`Draft` whose docstring names a sentence that it mends and one
that it leaves alone. What it is worth on sentences with checked facts: ``benchmarks/trees.py``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from communique.coding.parsing import (
    arguments,
    been,
    chains,
    clefts,
    finite,
    gaps,
    handed,
    incises,
    infinitives,
    interpolated,
    inverted,
    joined,
    listed,
    modals,
    openings,
    participles,
    pressing,
    relations,
    relative_roles,
    relatives,
    stranded,
    subjects,
    told,
    turned,
)
from communique.coding.parsing.asked import Mend, asked
from communique.coding.parsing.boundaries import mend_boundaries
from communique.coding.parsing.draft import Draft
from communique.coding.parsing.verbs import Verbs
from communique.syntax import Token

MENDS: tuple[Mend, ...] = (
    turned.mend_hyphened,
    participles.mend_marked_adverbs,
    participles.mend_doers,
    participles.mend_emphatics,
    participles.mend_adjectives,
    participles.mend_false_participles,
    been.mend_false_pronouns,
    joined.mend_opening_places,
    joined.mend_listed_names,
    relations.mend_compounds,
    relations.mend_numerals,
    relations.mend_hundreds,
    relations.mend_swapped,
    relations.mend_euphony,
    subjects.mend_coordinated_subject,
    participles.mend_participles,
    participles.mend_false_auxiliaries,
    participles.mend_shared_auxiliary,
    participles.mend_absolute,
    turned.mend_set_off_verbs,
    turned.mend_opening_nouns,
    finite.mend_adverbs,
    inverted.mend_dislocated,
    finite.mend_present,
    finite.mend_tense,
    finite.mend_joined_present,
    subjects.mend_bare_root,
    finite.mend_finite,
    finite.mend_forms,
    told.mend_said_that,
    subjects.mend_relative_root,
    subjects.mend_nominal_root,
    subjects.mend_timed_infinitive,
    stranded.mend_infinitives,
    modals.mend_modals,
    modals.mend_intended,
    pressing.mend_pressing,
    pressing.mend_warned,
    chains.mend_opening,
    openings.mend_opened_phrases,
    openings.mend_gerunds,
    openings.mend_timed_objects,
    openings.mend_parted_participles,
    relations.mend_moving,
    relations.mend_remaining,
    joined.mend_asides,
    relations.mend_inversion,
    incises.mend_incises,
    incises.mend_quoted_subjects,
    incises.mend_taken_up,
    subjects.mend_heading,
    joined.mend_places_of_clauses,
    subjects.mend_missing_subject,
    listed.mend_listed_subjects,
    listed.mend_pronoun_joined,
    infinitives.mend_modal_infinitives,
    arguments.mend_personal,
    arguments.mend_possessives,
    relations.mend_clitic_objects,
    arguments.mend_datives,
    relations.mend_bare_objects,
    arguments.mend_second_subjects,
    interpolated.mend_swallowed_places,
    interpolated.mend_indefinite_objects,
    arguments.mend_misnamed_objects,
    handed.mend_perfect_infinitives,
    handed.mend_part_articles,
    handed.mend_adverb_objects,
    handed.mend_parted_phrases,
    handed.mend_contracted,
    handed.mend_givers,
    handed.mend_given_datives,
    stranded.mend_stranded_objects,
    stranded.mend_numbers_of,
    stranded.mend_negated_objects,
    stranded.mend_joined_objects,
    stranded.mend_reported_infinitives,
    stranded.mend_asked_infinitives,
    been.mend_been,
    relations.mend_passive_subjects,
    joined.mend_clause_subjects,
    joined.mend_active_subjects,
    chains.mend_topics,
    chains.mend_chained_nouns,
    chains.mend_chained_verbs,
    chains.mend_chained_participles,
    chains.mend_raised_verbs,
    chains.mend_colons,
    chains.mend_inner_subjects,
    chains.mend_captured_objects,
    joined.mend_joined_verbs,
    joined.mend_joined_nouns,
    joined.mend_joined_owners,
    told.mend_told_clauses,
    relatives.mend_relative_verbs,
    relatives.mend_relative_nouns,
    relatives.mend_relative_adverbs,
    relatives.mend_relative_subjects,
    relatives.mend_relative_objects,
    infinitives.mend_modal_objects,
    openings.mend_inverted_objects,
    openings.mend_infinitive_objects,
    openings.mend_named_objects,
    relatives.mend_relatives,
    relative_roles.mend_named_verbs,
    relative_roles.mend_relative_datives,
    relative_roles.mend_objects_within,
    relative_roles.mend_apposed_subjects,
    chains.mend_inverted,
    turned.mend_turned_subjects,
    turned.mend_parted_by_saying,
    turned.mend_listed_verbs,
    turned.mend_relative_names,
    turned.mend_behind_relatives,
    turned.mend_urged,
    turned.mend_charged,
    turned.mend_ages,
    relations.mend_agents,
    joined.mend_dated_places,
    joined.mend_late_objects,
    interpolated.mend_interpolated_objects,
    interpolated.mend_active_agents,
    interpolated.mend_appositions,
    interpolated.mend_agreeing_adjectives,
    gaps.mend_opened_subjects,
    interpolated.mend_adjectival_objects,
    gaps.mend_objects_behind_names,
    gaps.mend_titled_objects,
    gaps.mend_oblique_relatives,
    gaps.mend_joined_numerals,
    gaps.mend_indefinites,
    listed.mend_joined_articles,
    gaps.mend_reflexives,
    inverted.mend_imputed,
    inverted.mend_compared,
    modals.mend_accompanying,
    clefts.mend_clefts,
    relations.mend_marks,
)


def mend_block(
    sentences: Sequence[tuple[Token, ...]], *, text: str, shift: int, verbs: Verbs
) -> tuple[tuple[Token, ...], ...]:
    """The sentences of one block, borders and trees mended; ``text`` is the block, ``shift`` its offset."""
    mended = mend_boundaries(sentences, text=text, shift=shift, words=verbs.words)
    return tuple(mend_sentence(tokens, verbs) for tokens in mended)


def mend_sentence(tokens: tuple[Token, ...], verbs: Verbs) -> tuple[Token, ...]:
    """One sentence's tokens with the mended tree over them."""
    draft = Draft(tokens)
    bits, plan = _plan(verbs)
    signs = draft.signs()
    met = _bits_of(signs, bits)
    for mend, wanted in plan:
        if met & wanted == wanted:
            mend(draft, verbs)
            if signs is not draft.signs():
                signs = draft.signs()
                met = _bits_of(signs, bits)
    return draft.done() if is_tree(draft.head) else tokens


def _bits_of(signs: frozenset[str], bits: dict[str, int]) -> int:
    """The bits of all signs together."""
    met = 0
    for sign in signs:
        met |= bits.get(sign, 0)
    return met


@cache
def _plan(verbs: Verbs) -> tuple[dict[str, int], tuple[tuple[Mend, int], ...]]:
    """A bit for each group of signs that mends ask for: the bits by sign, and those that each mend wants."""
    bits: dict[str, int] = {}
    plan: list[tuple[Mend, int]] = []
    groups: dict[frozenset[str], int] = {}
    for mend in MENDS:
        wanted = 0
        for group in asked(mend, verbs):
            wanted |= groups.setdefault(group, 1 << len(groups))
        plan.append((mend, wanted))
    for group, bit in groups.items():
        for sign in group:
            bits[sign] = bits.get(sign, 0) | bit
    return bits, tuple(plan)


def is_tree(heads: Sequence[int]) -> bool:
    """Whether every token leads to one root."""
    state = [0] * len(heads)  # 0 unseen, otherwise the number of the walk that met it
    roots = 0
    for i in range(len(heads)):
        at, walk = i, i + 1
        while state[at] == 0:
            state[at] = walk
            if heads[at] == at:
                roots += 1
                break
            at = heads[at]
        else:
            if state[at] == walk:
                return False
    return roots == 1
