"""Three calendars as intervals of Gregorian days. What doesn't exist (31 Mehr) is a ValueError."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

from persiantools.jdatetime import JalaliDate

Calendar = Literal["jalali", "gregorian", "hijri"]
Interval = tuple[date, date]

_DAY = timedelta(days=1)
_HIJRI_EPOCH = 227_014  # the ordinal of the day before 1 Muharram of year 1 (16 July 622, Julian)
_HIJRI_MONTHS = 12
_MEAN_HIJRI_YEAR = 354.3667
_ISO_SATURDAY = 6


def day_in(calendar: Calendar, year: int, month: int, day: int) -> Interval:
    """The day that a calendar's date names. Hijri months begin with the sight of the moon: a day before to a day after."""
    if calendar == "jalali":
        return _one(JalaliDate(year, month, day).to_gregorian())  # type: ignore[no-untyped-call]
    if calendar == "gregorian":
        return _one(date(year, month, day))
    computed = _hijri(year, month, day)
    return computed - _DAY, computed + _DAY


def month_in(calendar: Calendar, year: int, month: int) -> Interval:
    """All days of a month."""
    following = (year, month + 1) if month < _HIJRI_MONTHS else (year + 1, 1)
    first, after = day_in(calendar, year, month, 1)[0], day_in(calendar, *following, 1)[1]
    return first, after - _DAY


def year_in(calendar: Calendar, year: int) -> Interval:
    """All days of a year."""
    return month_in(calendar, year, 1)[0], month_in(calendar, year, _HIJRI_MONTHS)[1]


def year_of(calendar: Calendar, day: date) -> int:
    """The year of a calendar that a day lies in (for Hijri, give or take a few days at its turn)."""
    if calendar == "jalali":
        return int(JalaliDate(day).year)  # type: ignore[no-untyped-call]
    if calendar == "gregorian":
        return day.year
    return int((day.toordinal() - _HIJRI_EPOCH) / _MEAN_HIJRI_YEAR) + 1


def month_of(calendar: Calendar, day: date) -> tuple[int, int]:
    """Year and month of a day, in the Jalali or the Gregorian calendar."""
    if calendar == "gregorian":
        return day.year, day.month
    jalali = JalaliDate(day)  # type: ignore[no-untyped-call]
    return int(jalali.year), int(jalali.month)


def week_of(day: date) -> Interval:
    """Saturday to Friday, as Iran counts weeks."""
    first = day - _DAY * ((day.isoweekday() - _ISO_SATURDAY) % 7)
    return first, first + 6 * _DAY


def shift_months(year: int, month: int, by: int) -> tuple[int, int]:
    """Year and month a number of months later."""
    years, months = divmod(year * 12 + month - 1 + by, 12)
    return years, months + 1


def main_month(days: Interval) -> str:
    """The Gregorian month (YYYY-MM) in which most of some days lie, the earlier of two equal ones."""
    count = (days[1] - days[0]).days + 1
    months = Counter((days[0] + n * _DAY).isoformat()[:7] for n in range(count))
    return max(sorted(months), key=months.__getitem__)


def choose_year(
    calendar: Calendar,
    published: date,
    unit: Callable[[int], Interval],
    accept: Callable[[Interval], bool],
    *,
    soonest: bool,
) -> Interval | None:
    """A day or month that has no year, in the first year around publication that is accepted: the soonest or the latest."""
    here = year_of(calendar, published)
    years = range(here - 1, here + 3) if soonest else range(here + 1, here - 3, -1)
    for year in years:
        try:
            found = unit(year)
        except ValueError:
            continue
        if accept(found):
            return found
    return None


def _one(day: date) -> Interval:
    return day, day


def _hijri(year: int, month: int, day: int) -> date:
    """The civil arithmetic calendar: 30 and 29 days in turn, 11 leap days in 30 years."""
    if year < 1 or not 1 <= month <= _HIJRI_MONTHS or not 1 <= day <= 29 + month % 2 + (month == _HIJRI_MONTHS):
        raise ValueError(f"no such day: {year}-{month}-{day}")
    before = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return date.fromordinal(_HIJRI_EPOCH + before + day)
