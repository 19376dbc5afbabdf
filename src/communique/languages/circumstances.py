"""Words around the circumstances of an act: what is near a place only, and what takes up a scene."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from communique.errors import DataError
from communique.languages.loading import read_toml


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Words, all lower case, by what they do.

    ``beside``: before a country, they say that it is not there (*près du Rwanda*); ``elsewhere``: a
    sentence that opens with them leaves the scene; ``whereby``: prepositions right before a place;
    ``same_day``: openings that keep the day of the sentence before (*le même jour*); ``denying``: verbs
    that deny what they name or take up, ``rejecting``: verbs that do so only of ``claims``, ``labelling``:
    verbs that do so where they call claims ``untrue``; ``refutations``: nouns of denial, that somebody gives
    (``giving``); ``still``: what keeps a denial up (*a l'habitude de nier*); ``contrary``: what puts a
    statement against the one before, ``replying``: verbs that do so where ``untrue`` words follow,
    ``clearing``: verbs that do so with a reflexive (*s'en défend*);
    ``unlike``: what sets an act against somebody's words (*contrairement à ce qu'affirme Kiev*).
    that deny what they name or take up, ``rejecting``: verbs that do so only of ``claims``; ``where``,
    ``when`` and ``meanwhile`` open clauses that are of the time of the verb above them; ``published``: verbs
    of making words known, whose day is that of what the words say, ``occasions``: verbs whose participle
    opens a sentence and has the day of what is then done (*Interrogé mardi, il a accusé …*); ``there`` takes
    up the place named before; ``disputing``: all words of denial, rejection and refutation.
    """

    code: str
    beside: frozenset[str]
    elsewhere: frozenset[str]
    whereby: frozenset[str]
    same_day: tuple[tuple[str, ...], ...]
    denying: frozenset[str]
    rejecting: frozenset[str]
    claims: frozenset[str]
    labelling: frozenset[str]
    untrue: frozenset[str]
    refutations: frozenset[str]
    giving: frozenset[str]
    still: frozenset[str]
    contrary: tuple[tuple[str, ...], ...]
    replying: frozenset[str]
    clearing: frozenset[str]
    unlike: frozenset[str]
    where: frozenset[str]
    when: frozenset[str]
    meanwhile: frozenset[str]
    published: frozenset[str]
    occasions: frozenset[str]
    there: frozenset[str]
    disputing: frozenset[str]

    def rule(self, name: str) -> str:
        """Where a list stands: ``fr/circumstances.toml#same_day``."""
        return f"{self.code}/circumstances.toml#{name}"


@cache
def load_circumstances(code: str) -> Circumstances:
    """The lists of ``languages/<code>/circumstances.toml``; raises :class:`DataError` where one lacks."""
    raw = read_toml(code, "circumstances.toml")
    denials = raw.get("denials", {})
    lists = {"denials": "claims", "same_time": "where"}
    for name in ("beside", "elsewhere", "whereby", "published", "occasions", "same_day", "there", *lists):
        if not raw.get(name, {}).get(lists.get(name, "words")):
            raise DataError(f"languages/{code}/circumstances.toml", name, "it has no words", "Add them")
    disputing = ("denying", "rejecting", "labelling", "clearing", "refutations")
    return Circumstances(
        code=code,
        beside=frozenset(raw["beside"]["words"]),
        elsewhere=frozenset(raw["elsewhere"]["words"]),
        whereby=frozenset(raw["whereby"]["words"]),
        same_day=tuple(tuple(form.split()) for form in raw["same_day"]["words"]),
        denying=frozenset(denials["denying"]),
        rejecting=frozenset(denials["rejecting"]),
        claims=frozenset(denials["claims"]),
        labelling=frozenset(denials["labelling"]),
        untrue=frozenset(denials["untrue"]),
        refutations=frozenset(denials["refutations"]),
        giving=frozenset(denials["giving"]),
        still=frozenset(denials["still"]),
        contrary=tuple(tuple(form.split()) for form in denials["contrary"]),
        replying=frozenset(denials["replying"]),
        clearing=frozenset(denials["clearing"]),
        unlike=frozenset(denials["unlike"]),
        where=frozenset(raw["same_time"]["where"]),
        when=frozenset(raw["same_time"]["when"]),
        meanwhile=frozenset(raw["same_time"]["meanwhile"]),
        published=frozenset(raw["published"]["words"]),
        occasions=frozenset(raw["occasions"]["words"]),
        there=frozenset(raw["there"]["words"]),
        disputing=frozenset(word for name in disputing for word in denials[name]),
    )
