"""A date as the grammar finds it, before it becomes a mention."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from relgraph.text.dates.calendars import Interval, main_month
from relgraph.text.dates.mention import Precision
from relgraph.text.dates.words import Value


class Rank(IntEnum):
    """How much a date says of itself: when two are apposed, the higher one decides."""

    SPAN = 0
    WEEKDAY = 1
    LUNAR = 2
    COUNTED = 3
    NO_YEAR = 4
    WHOLE = 5


@dataclass(frozen=True, slots=True)
class Found:
    """What a date means. `days` is None where publication is needed and unknown."""

    days: Interval | None
    value: str | None
    precision: Precision
    rank: Rank
    relative: bool
    future: date | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """What a pattern matched: the value of each of its named groups, and the day of publication."""

    values: Mapping[str, Value | date]
    published: date | None

    def has(self, name: str) -> bool:
        """Whether the group took part."""
        return name in self.values

    def number(self, name: str) -> int:
        """The value of a group that counts something."""
        value = self.values[name]
        assert isinstance(value, int)
        return value

    def word(self, name: str) -> str | None:
        """The value of a group that names something, None where it took no part."""
        value = self.values.get(name)
        assert value is None or isinstance(value, str)
        return value


def one_day(day: date, rank: Rank, *, relative: bool) -> Found:
    """A day, known exactly."""
    return Found((day, day), day.isoformat(), "day", rank, relative)


def several_days(days: Interval, rank: Rank, *, relative: bool) -> Found:
    """From one day to another; a single day is a day."""
    if days[0] == days[1]:
        return one_day(days[0], rank, relative=relative)
    return Found((min(days), max(days)), None, "range", rank, relative)


def within_month(days: Interval, *, relative: bool) -> Found:
    """Days that a reader would name by the Gregorian month that most of them lie in."""
    return Found(days, main_month(days), "month", Rank.SPAN, relative)


def unknown(precision: Precision, rank: Rank) -> Found:
    """A date that can't be told without the day of publication."""
    return Found(None, None, precision, rank, relative=True)
