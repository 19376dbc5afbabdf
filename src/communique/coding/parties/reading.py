"""From the words of one sentence to mentions: the parts in order."""

from __future__ import annotations

from dataclasses import replace

from communique.coding.parties.anaphors import find_anaphors, find_phrases
from communique.coding.parties.draft import Draft
from communique.coding.parties.grouping import read_bodies, read_roles
from communique.coding.parties.line import Line
from communique.coding.parties.mention import Mention
from communique.coding.parties.naming import read_free_names, read_posts, read_titles
from communique.coding.parties.nations import read_countries, read_known, read_nationalities
from communique.coding.parties.nouns import claim_nobody, find_roles
from communique.coding.parties.posts import find_posts
from communique.coding.parties.shared import one_each
from communique.knowledge import Knowledge
from communique.languages.roles import ActorLexicon

SUBORDINATE = frozenset({"acl:relcl", "advcl", "ccomp", "acl"})
"""Relations of clauses whose subject does not lead its sentence."""


def read_line(line: Line, lexicon: ActorLexicon, knowledge: Knowledge) -> tuple[Mention, ...]:
    """All mentions of a sentence, in order: offices and titles with their names first, pronouns last."""
    claim_nobody(line, lexicon)
    posts = find_posts(line, lexicon)
    for post in posts:
        line.claim(post.head, max(post.head + 1, post.last))
    phrases = tuple(find_phrases(line, lexicon))
    draft = Draft(line, lexicon, knowledge)
    draft.mentions.extend(phrases)
    draft.roles = find_roles(line, lexicon)
    read_posts(draft, posts)
    read_titles(draft)
    read_roles(draft)
    read_free_names(draft)
    read_bodies(draft)
    read_known(draft)
    read_nationalities(draft)
    read_countries(draft)
    taken = frozenset(m.head for m in draft.mentions)
    found = (*draft.mentions, *find_anaphors(line, lexicon, taken=taken))
    several = [one for m in found for one in one_each(m, line, lexicon)]
    told = [_topic(_flagged(m, _said(m, line, lexicon)), line, lexicon) for m in several]
    return tuple(sorted(told, key=_order))


def _topic(mention: Mention, line: Line, lexicon: ActorLexicon) -> Mention:
    """'Quant aux rebelles, ils ont pris la ville': of whom the sentence is to speak, as of its subject."""
    opener = line.before(mention.first - 1) if mention.first > 1 else ""
    return replace(mention, function="subject") if opener in lexicon.determiners.topic else mention


def _flagged(mention: Mention, flags: frozenset[str]) -> Mention:
    """The mention with more flags."""
    return mention if flags <= mention.flags else replace(mention, flags=mention.flags | flags)


def _said(mention: Mention, line: Line, lexicon: ActorLexicon) -> frozenset[str]:
    """Whether a mention stands in a quotation, is the subject of a verb of saying, or of another clause."""
    flags = {"quoted"} if line.quoted[mention.token] else set()
    if line.before(mention.first) in lexicon.determiners.and_ | {","}:
        flags.add("listed")
    if _behind_saying(mention, line, lexicon):
        flags |= {"speaking", "witness"}
    governor = line.governor(mention.token)
    if line.before(mention.first) in lexicon.names.vouching:
        flags.add("speaking")
    if governor is None or mention.function != "subject":
        return frozenset(flags)
    if governor.lemma in lexicon.speech.saying:
        flags.add("speaking")
    elif governor.dep in SUBORDINATE:
        flags.add("subordinate")
    if governor.lemma in lexicon.speech.continuing:
        flags.add("continuing")
    return frozenset(flags)


def _behind_saying(mention: Mention, line: Line, lexicon: ActorLexicon) -> bool:
    """'« … », explique Maxence, en terminale': one word right behind the verb of an incise.

    It speaks, whatever the parser took it for.
    """
    at = mention.first
    alone = mention.reading == "surname" and mention.last - at == 1 and at > 1
    if not alone or line.tokens[at - 1].lemma not in lexicon.speech.saying:
        return False
    verb = next((i for i in range(at - 1, max(-1, at - 4), -1) if line.tokens[i].pos == "PUNCT"), None)
    behind = line.tokens[at + 1] if at + 1 < len(line.tokens) else None
    return verb is not None and (behind is None or behind.pos == "PUNCT")


def _order(mention: Mention) -> tuple[int, int, int, str]:
    """By start; the longer first."""
    return (mention.span.start, -mention.span.end, mention.head, mention.reading)
