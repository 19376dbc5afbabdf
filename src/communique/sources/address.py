"""What an article's address tells: the outlet's site, and often the day of publication."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

from communique.model import Unknown

# '/2018/12/24/', '/201803/06/', '/2017-06-10-', '-20181220ARTFIG'
DAY = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<separator>[/_.-]?)(?P<month>0[1-9]|1[0-2])"
    r"[/_.-]?(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)
FIRST_YEAR = 1990


def address_day(address: str | Unknown) -> date | Unknown:
    """The day that an address gives; Unknown when it gives none, or two.

    >>> address_day("https://journal.example/monde/2017/06/10/lavrov-telephone")
    datetime.date(2017, 6, 10)
    """
    if isinstance(address, Unknown):
        return address
    days = {day for match in DAY.finditer(address) if (day := match_day(match)) is not None}
    if len(days) != 1:
        return Unknown("the address gives no day" if not days else "the address gives several days")
    return days.pop()


def match_day(match: re.Match[str]) -> date | None:
    """The day of a match, if there is such a day."""
    try:
        found = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    return found if found.year >= FIRST_YEAR else None


def address_outlet(address: str | Unknown) -> str | Unknown:
    """The site of an address, without 'www.'.

    >>> address_outlet("https://www.bbc.com/afrique/region-1")
    'bbc.com'
    """
    if isinstance(address, Unknown):
        return address
    try:
        host = urlsplit(address.strip("\"' ").split()[0]).hostname or ""
    except (ValueError, IndexError):
        host = ""
    host = host.removeprefix("www.")
    return host if "." in host else Unknown("the address names no site")
