"""What a date in a text is."""

from dataclasses import dataclass
from typing import Literal

Precision = Literal["day", "month", "year", "range"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date at `text[start:end]` in code points, end exclusive.

    `value` is ISO at the precision known ("2018", "2018-05", "2018-05-08"); None for a range of days that is no month or
    year, and where there is no day of publication to count from. `earliest` and `latest` are the first and the last day
    that it can mean, where known. `relative`: the day of publication was needed. `future_value`: for a bare weekday, the
    next such day after publication, should the sentence speak of the future.
    """

    start: int
    end: int
    text: str
    value: str | None
    earliest: str | None
    latest: str | None
    precision: Precision
    relative: bool
    future_value: str | None = None
