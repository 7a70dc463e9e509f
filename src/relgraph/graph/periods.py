"""Dates of known precision as intervals: "2018-05" is the month from 2018-05-01 to 2018-05-31."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal["day", "month", "year"]

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_LENGTH: dict[Precision, int] = {"day": 10, "month": 7, "year": 4}


@dataclass(frozen=True, slots=True)
class Period:
    """The first and the last day (ISO) that a date may mean, and how precisely it is known."""

    earliest: str
    latest: str
    precision: Precision


def period(value: str) -> Period:
    """The interval of "2018", "2018-05" or "2018-05-08"; ValueError for anything else."""
    match = _FORM.fullmatch(value)
    if match is None:
        raise ValueError(f"{value!r} is no ISO date: write YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month is None:
        return Period(date(year, 1, 1).isoformat(), date(year, 12, 31).isoformat(), "year")
    if day is None:
        last = date(year, month, monthrange(year, month)[1])
        return Period(date(year, month, 1).isoformat(), last.isoformat(), "month")
    whole = date(year, month, day).isoformat()
    return Period(whole, whole, "day")


def date_of(earliest: str, precision: Precision) -> str:
    """The date that `period` was given."""
    return earliest[: _LENGTH[precision]]


def covers(start: str | None, end: str | None, day: str) -> bool:
    """Whether a day (ISO) may lie between two dates of any precision, None where that side is open."""
    begun = start is None or period(start).earliest <= day
    return begun and (end is None or day <= period(end).latest)
