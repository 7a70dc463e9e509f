"""Dates that name a month or a year: from the matched parts to days."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import cast

from relgraph.text.dates.calendars import Calendar, Interval, choose_year, day_in, month_in, year_in, year_of
from relgraph.text.dates.found import Found, Parts, Rank, one_day, several_days, unknown, within_month
from relgraph.text.dates.lexer import GREGORIAN_YEARS

# A date without a year is the one nearest to publication, but no more than so far ahead of it: news looks back, and
# announces meetings weeks rather than months ahead.
_AHEAD = timedelta(days=45)
_DIRECTIONS = {"past": -1, "ago": -1, "current": 0, "future": 1}
_SHORT_CENTURY, _LEADING_ZERO_CENTURY = 1300, 1400
_FIRST_SHORT_YEAR = 32
# From here to the Hijri years of today a bare «سال ۱۴۴۳» may be of either calendar.
_LAST_SURE_JALALI_YEAR = 1429


def in_digits(parts: Parts) -> Found:
    """A whole date in digits (1400/10/29)."""
    day = parts.values["D"]
    assert isinstance(day, date)
    return one_day(day, Rank.WHOLE, relative=False)


def day_of_month(calendar: Calendar, parts: Parts) -> Found:
    """A day, or several days of one month: ۲۹ دی ۱۴۰۰, ۱۹ و ۲۰ بهمن ماه 92, ۱۳ شهریور."""
    month = parts.number("month")
    first, last = parts.number("d1"), parts.number("d2" if parts.has("d2") else "d1")
    if first > last:
        raise ValueError("the days run backwards, from another month")

    def unit(year: int) -> Interval:
        return day_in(calendar, year, month, first)[0], day_in(calendar, year, month, last)[1]

    year = _stated_year(calendar, parts)
    if year is not None:
        return several_days(unit(year), _rank(calendar, parts), relative=not parts.has("year"))
    if parts.published is None:
        unit(_leap_year(calendar))
        return unknown("day" if first == last else "range", Rank.NO_YEAR)
    days = _without_year(calendar, parts, unit)
    if days is None:
        raise ValueError("no such day in any year near publication")
    return several_days(days, _rank(calendar, parts), relative=True)


def whole_month(calendar: Calendar, parts: Parts) -> Found:
    """A month: ژانویه ۲۰۲۰, نوامبر گذشته, اردیبهشت‌ماه سال گذشته."""
    unit = partial(month_in, calendar, month=parts.number("month"))
    year = _stated_year(calendar, parts)
    if year is not None:
        return _month(calendar, unit(year), relative=not parts.has("year"))
    if parts.published is None:
        return unknown("month", Rank.SPAN)
    days = _without_year(calendar, parts, unit)
    return _month(calendar, days, relative=True) if days else unknown("month", Rank.SPAN)


def whole_year(parts: Parts) -> Found:
    """A year: سال ۲۰۱۵, سال ۱۳۹۷, ۱۴۴۳ هجری قمری."""
    year = _full_year(parts, "year")
    calendar = _calendar_of(year, parts)
    if calendar == "gregorian":
        return Found(year_in(calendar, year), str(year), "year", Rank.SPAN, relative=False)
    return Found(year_in(calendar, year), None, "range", Rank.SPAN, relative=False)


def years_between(parts: Parts) -> Found:
    """Several years: سال‌های ۲۰۱۵ تا ۲۰۱۸."""
    first, last = _full_year(parts, "y1"), _full_year(parts, "y2")
    if first > last:
        raise ValueError("the years run backwards")
    days = year_in(_calendar_of(first, parts), first)[0], year_in(_calendar_of(last, parts), last)[1]
    return several_days(days, Rank.SPAN, relative=False)


def _month(calendar: Calendar, days: Interval, *, relative: bool) -> Found:
    if calendar == "hijri":
        return several_days(days, Rank.SPAN, relative=relative)
    return within_month(days, relative=relative)


def _rank(calendar: Calendar, parts: Parts) -> Rank:
    if calendar == "hijri":
        return Rank.LUNAR
    return Rank.WHOLE if parts.has("year") else Rank.NO_YEAR


def _leap_year(calendar: Calendar) -> int:
    """A year that has every day its calendar knows, to tell whether a date can exist at all."""
    return {"jalali": 1399, "gregorian": 2020, "hijri": 1442}[calendar]


def _stated_year(calendar: Calendar, parts: Parts) -> int | None:
    """The year that is written, or that «سال گذشته» or «پارسال» beside the month means."""
    if parts.has("year"):
        return _full_year(parts, "year")
    if parts.published is None:
        return None
    if parts.has("in_year"):
        return year_of(calendar, parts.published) + _DIRECTIONS[parts.word("in_year") or ""]
    if parts.has("year_word"):
        return year_of(calendar, parts.published) + parts.number("year_word")
    return None


def _full_year(parts: Parts, name: str) -> int:
    year = parts.number(name)
    if year < _FIRST_SHORT_YEAR:
        return year + _LEADING_ZERO_CENTURY
    return year + _SHORT_CENTURY if year < 100 else year


def _calendar_of(year: int, parts: Parts) -> Calendar:
    named = parts.word("calendar") or parts.word("calendar2")
    expected: tuple[str, ...] = ("gregorian",) if year in GREGORIAN_YEARS else ("jalali", "hijri")
    if named is None:
        if expected[0] == "jalali" and year > _LAST_SURE_JALALI_YEAR:
            raise ValueError("a year of two calendars")
        return cast("Calendar", expected[0])
    if named not in expected:
        raise ValueError("a year that its calendar doesn't have")
    return cast("Calendar", named)


def _without_year(calendar: Calendar, parts: Parts, unit: Callable[[int], Interval]) -> Interval | None:
    """The day or month nearest to publication, or the one that گذشته, جاری or آینده behind it picks."""
    published = parts.published
    assert published is not None
    direction = parts.word("which")
    if direction == "current":
        return unit(year_of(calendar, published))
    if direction == "past":
        return choose_year(calendar, published, unit, lambda days: days[1] < published, soonest=False)
    if direction == "future":
        return choose_year(calendar, published, unit, lambda days: days[0] > published, soonest=True)
    return choose_year(calendar, published, unit, lambda days: days[0] <= published + _AHEAD, soonest=False)
