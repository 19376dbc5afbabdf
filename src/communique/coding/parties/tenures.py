"""Who held, or was to hold, the office that words express, within an interval of days."""

from __future__ import annotations

from datetime import date, timedelta

from communique.coding.parties.mention import Holder
from communique.coding.parties.posts import CHAIR
from communique.knowledge import Knowledge
from communique.knowledge.records import Tenure

LEADER = "leader"
ENVOY, SENT = "envoy", "special_envoy"  # of whoever sends; of the United Nations, the office is ``un_envoy``
OF_BODIES = frozenset({"spokesperson"})
LEADERS = frozenset({LEADER, CHAIR, "chief", "group_leader", "party_leader", "secretary_general"})
# From an election to the day on which the elected takes office: in Mexico five months.
LONGEST_WAIT = timedelta(days=160)
# 'L'ex-président': who left so lately that nobody else is meant, unless another left within the years before.
LATELY, ERA = timedelta(days=731), timedelta(days=3653)
TERM = timedelta(days=365)  # an interim holder of less is hardly ever called so afterwards
_PRESENT = frozenset({"present", "acting", "outgoing", "new"})
Days = tuple[date, date]


def line_of(holder: Holder, country: str, knowledge: Knowledge) -> tuple[str, str]:
    """The office and where it is, as tenures have them; the office is empty when it cannot be told.

    'le président iranien' heads the government, 'le dirigeant canadien' too; that of NATO is NATO's wherever
    the story plays.
    """
    office, body = holder.office, holder.organisation
    if office in LEADERS and body is not None and body.kind in {"group", "party", "organisation"}:
        return LEADER, body.id
    if holder.subject and office == ENVOY:
        return SENT, f"{body.id if body else country}:{holder.subject}"
    if holder.subject:
        return office, holder.subject
    if holder.organ and country:
        return office, holder.organ.replace("*", country)
    if office in OF_BODIES and body is not None:
        return office, body.id
    if office == LEADER:
        return knowledge.leading_office(country), country
    if holder.titles and country:
        titled = {knowledge.office_titled(title, country) for title in holder.titles} - {""}
        office = titled.pop() if len(titled) == 1 else office if holder.fallback else ""
    known = office in knowledge.offices
    scope = knowledge.office_scope(office) if known else ""
    return office if known else "", scope or country


def holders_within(holder: Holder, country: str, days: Days, knowledge: Knowledge) -> tuple[str, ...]:
    """The ids of the persons whom an office expression may denote within the days, in order of tenure.

    A former holder is any who left before; an elected one is the next to come, where that is near.
    'La ministre' is no man.
    """
    office, place = line_of(holder, country, knowledge)
    if not office or not place:
        return ()
    serving = knowledge.holders(office, place, *days)
    if holder.status in _PRESENT:
        chosen = _of_two(holder.status, serving)
        chosen = tuple(t for t in chosen if not (holder.tenure and _brief(t)))
    elif holder.status == "elected":
        chosen = _next(knowledge.office_line(office, place), days, serving)
    elif holder.status == "fallen":
        chosen = _over(knowledge.office_line(office, place), days[0], serving)[-1:]
    elif holder.status == "former" and holder.tenure == "decade":
        over = _over(knowledge.office_line(office, place), days[0], serving)
        long = [t for t in over if t.begin and t.end and t.end - t.begin >= ERA]
        chosen = tuple(long if len({t.person for t in long}) == 1 else ())
    elif holder.status == "former":
        chosen = _past(knowledge.office_line(office, place), days[0], serving)
    else:
        chosen = ()
    persons = dict.fromkeys(tenure.person for tenure in chosen)
    return tuple(p for p in persons if not holder.gender or knowledge.entity(p).gender in {"", holder.gender})


def _brief(tenure: Tenure) -> bool:
    """Whether somebody held an office for an interim only."""
    return bool(tenure.begin and tenure.end and tenure.end - tenure.begin < TERM)


def _of_two(status: str, serving: tuple[Tenure, ...]) -> tuple[Tenure, ...]:
    """Of two who hold an office on one day, the outgoing is the first, the new or acting one the last."""
    if status == "outgoing":
        return serving[:1]
    return serving[-1:] if status in {"new", "acting"} else serving


def _over(line: tuple[Tenure, ...], day: date, serving: tuple[Tenure, ...]) -> tuple[Tenure, ...]:
    """The tenures that were over before a day, of persons who do not serve again, in order of their end."""
    now = {tenure.person for tenure in serving}
    over = [t for t in line if t.person not in now and (t.end or t.begin or date.max) < day]
    return tuple(sorted(over, key=lambda t: t.end or t.begin or date.min))


def _past(line: tuple[Tenure, ...], day: date, serving: tuple[Tenure, ...]) -> tuple[Tenure, ...]:
    """Who is meant by a former holder: the only one of late, else all who may be."""
    over = _over(line, day, serving)
    whole = [t for t in over if t.begin and t.end and not _brief(t)] or over
    era = {t.person for t in whole if (t.end or t.begin or date.min) > day - ERA}
    late = [t for t in whole if t.end and t.end > day - LATELY]
    if late and len(era) == 1:
        return tuple(late[-1:])
    return tuple(whole) if len(era) > 1 else ()


def _next(line: tuple[Tenure, ...], days: Days, serving: tuple[Tenure, ...]) -> tuple[Tenure, ...]:
    """The first tenure that begins after the days, unless it is far off or nobody else's."""
    now = {tenure.person for tenure in serving}
    later = [t for t in line if t.begin and days[1] < t.begin <= days[1] + LONGEST_WAIT]
    return tuple(t for t in later[:1] if t.person not in now)
