"""From the words that a rule matched to what they say: a :class:`communique.timex.Reading`."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from communique.languages.calendar import Calendar, Rule
from communique.timex import Reading

# A class of words, and the field of Reading that its meaning fills.
FIELDS = {
    "weekday": "weekday",
    "weekdays": "weekday",
    "month": "month",
    "season": "season",
    "part": "part",
    "edge": "edge",
    "unit": "unit",
    "period": "unit",
    "periods": "unit",
    "number": "amount",
    "vague": "amount",
    "quarters": "amount",
    "rel": "direction",
    "rels": "direction",
    "next": "direction",
    "after": "direction",
    "this": "direction",
    "deictic": "offset",
    "deyear": "year_offset",
    "holiday": "value",
    "ref": "value",
    "often": "value",
    "era": "value",
    "roman": "value",
    "dawn": "part",
    "daytime": "part",
    "nth": "amount",
    "partofyear": "unit",
    "parts": "part",
    "tens": "value",
}
FIGURES = {"year": "year", "monthfig": "month", "decade": "value", "century": "value", "n": "amount"}
WHOLE = frozenset({"weekday", "month", "direction", "offset", "year_offset", "year"})


def read(rule: Rule, groups: tuple[str | None, ...], bound: str, *, calendar: Calendar) -> Reading:
    """What the words of a match say; ``groups`` are the match's groups, in lower case.

    'du 12 au 15 juin' gives a reading of the twelfth of June whose ``to`` is the fifteenth.
    """
    near: dict[str, str] = {}
    far: dict[str, str] = {}
    for (name, is_far), word in zip(rule.groups, groups, strict=True):
        if word is not None:
            (far if is_far else near)[name] = word
    fields = {"bound": bound, **_set(rule), **_fields(near, calendar)}
    first = Reading(rule.reads, **fields)
    if not far:
        return first
    second = Reading(rule.reads, **_fields(far, calendar))
    return _joined(first, second)


def _set(rule: Rule) -> dict[str, Any]:
    """What the rule itself says, where the words say nothing else."""
    return {name: int(value) if name in WHOLE else value for name, value in rule.set}


def _joined(first: Reading, second: Reading) -> Reading:
    """A range: what one end leaves out ('du 12 au 15 juin') it takes from the other."""
    near = replace(
        first,
        month=first.month or second.month,
        direction=second.direction if first.direction is None else first.direction,
    )
    return replace(near, to=second)


def _fields(words: dict[str, str], calendar: Calendar) -> dict[str, Any]:
    """Fields of a reading from words by class."""
    fields: dict[str, Any] = {}
    for name, word in words.items():
        if name in FIELDS:
            meaning = calendar.meaning(name, word)
            fields[FIELDS[name]] = int(meaning) if FIELDS[name] in WHOLE else meaning
        elif name in FIGURES:
            fields[FIGURES[name]] = int(word) if FIGURES[name] in WHOLE else word.replace(",", ".")
    if "day" in words:
        figures = "".join(c for c in words["day"] if c.isdigit())
        fields["day"] = int(figures or 1)
    for name in ("named", "namedplain"):
        if name in words:
            year, month, day = calendar.meaning(name, words[name]).split("-")
            fields.update(year=int(year), month=int(month), day=int(day))
    if "story" in words:
        steps = int(calendar.meaning("story", words["story"]))
        fields["told"] = True
        fields["amount"], fields["direction"] = str(abs(steps)), (steps > 0) - (steps < 0)
    if "plushalf" in words and fields.get("amount", "X") != "X":
        more = float(calendar.meaning("plushalf", words["plushalf"]))
        fields["amount"] = f"{float(fields['amount']) + more:g}"
    clock = _clock(words, calendar)
    if clock:
        fields["clock"] = clock
    return fields


def _clock(words: dict[str, str], calendar: Calendar) -> str:
    """The hour as 'HH:MM', with 'Z' when it is told in universal time."""
    if "midnight" in words:
        return f"{int(calendar.meaning('midnight', words['midnight'])):02}:00"
    if "oclock" in words:
        return f"{calendar.meaning('oclock', words['oclock'])}:00"
    if "hour" in words:
        hour = int(words["hour"])
    elif "hourword" in words:
        hour = int(calendar.meaning("hourword", words["hourword"]))
    else:
        return ""
    later = int(calendar.meaning("half", words["half"])) if "half" in words else 0
    zone = calendar.meaning("zone", words["zone"]) if "zone" in words else ""
    return f"{hour + later if hour < 12 else hour:02}:{int(words.get('minute', '0')):02}{zone}"
