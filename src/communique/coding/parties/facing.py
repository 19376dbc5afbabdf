"""Which countries a sentence sets against a body that names none: they are not its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.coding.parties.mention import Mention
from communique.coding.parties.setting import Setting

COUNTERPART, ENVOY = "counterpart", "ambassador"
_STATE_SECTORS = frozenset({"GOV", "MIL", "LEG", "COP", "JUD", "SPY"})
_ABROAD = frozenset({"embassy", "diplomats"})  # roles that stand in somebody else's country
_PRIVATE = frozenset({"MED", "NGO"})
_MATERIAL = frozenset({"craft"})
_CAPITAL = "knowledge#capital"
_METONYM = "knowledge#metonym"


def facing(mention: Mention, mentions: Iterable[Mention], setting: Setting) -> frozenset[str]:
    """The countries that a phrase without a country is not of, by who stands beside it in its sentence.

    The ambassador, counterpart, embassy or fellow head of state ('La junte a donné 72 heures à l'ambassadeur
    de France'), and whom a state's organ acts towards: 'Le ministre a accusé Caracas', 'L'armée a abattu un
    drone iranien'. Not Mali's name in 'Le gouvernement veut sauver le Mali', where more is told of Mali.
    """
    if mention.definite == "possessive":
        return frozenset()
    beside = [m for m in mentions if m.sentence == mention.sentence and m is not mention and m.country]
    found = {m.country for m in beside if _posted(m) or _abroad(m, mention) or _same_post(m, mention)}
    if _organ(mention):
        found |= {
            m.country
            for m in _behind(mention, beside)
            if _capital(m) or (_other_side(m) and setting.only_here(m.country, m.sentence))
        }
    return frozenset(found)


def _posted(other: Mention) -> bool:
    """An ambassador or a counterpart."""
    holder = other.holder
    return holder is not None and (holder.mode == COUNTERPART or holder.office == ENVOY)


def _abroad(other: Mention, mention: Mention) -> bool:
    """An embassy or diplomats, towards whom somebody acts; not those who act themselves."""
    if other.role not in _ABROAD:
        return False
    acting = other.function == "subject"
    return mention.function == "oblique" if acting else other.span.start > mention.span.end


def _same_post(other: Mention, mention: Mention) -> bool:
    """The head of another state beside a head of state: 'Le roi a reçu le président sénégalais'."""
    one, two = mention.holder, other.holder
    if one is None or two is None or one.organisation is not None:
        return False
    return one.office == two.office and one.status == two.status and mention.number == other.number == "s"


def _organ(mention: Mention) -> bool:
    """Whether somebody acts for a state: an organ or an office of it, as a subject."""
    sector = mention.holder.sector if mention.holder is not None else mention.sector
    return mention.function == "subject" and sector in _STATE_SECTORS


def _behind(mention: Mention, beside: list[Mention]) -> Iterator[Mention]:
    """What follows a subject before the next one."""
    for other in sorted(beside, key=lambda m: m.span.start):
        if other.span.start < mention.span.end:
            continue
        if other.function == "subject":
            return
        yield other


def _capital(other: Mention) -> bool:
    """A capital or a seat that stands for its government."""
    return other.rule in {_CAPITAL, _METONYM}


def _other_side(other: Mention) -> bool:
    """A state by its name or adjective, its craft, or some people of it.

    'l'Iran', 'les frappes iraniennes', 'un drone iranien', 'deux radios iraniennes'.
    """
    private = other.kind == "people" or other.sector in _PRIVATE
    private = private and other.reading == "role" and other.definite == "indefinite"
    return other.reading in {"state", "adjective"} or other.role in _MATERIAL or private
