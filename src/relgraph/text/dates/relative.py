"""Dates that are counted from the day of publication: weekdays, دیروز, هفته گذشته, سه ماه پیش."""

from datetime import date, timedelta

from relgraph.text.dates.calendars import (
    Calendar,
    Interval,
    month_in,
    month_of,
    shift_months,
    week_of,
    year_in,
    year_of,
)
from relgraph.text.dates.found import Found, Parts, Rank, one_day, several_days, unknown, within_month
from relgraph.text.dates.mention import Precision

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_STEPS = {"past": -1, "ago": -1, "current": 0, "this": 0, "future": 1}
_BACK = frozenset({"past", "ago"})
_HOURS = 24
# «سه سال پیش»: what remains known of a distance, by its unit.
_PRECISIONS: dict[str, Precision] = {"day": "day", "week": "month", "month": "month", "year": "year", "hour": "range"}


def weekday(parts: Parts) -> Found:
    """The last such day, publication's own included, unless گذشته, آینده or a week says which one."""
    published, number = parts.published, parts.number("weekday")
    if published is None:
        return Found(None, None, "day", Rank.WEEKDAY, relative=True, weekday=number)
    week = parts.word("week") or parts.word("this")
    ahead = (number - published.isoweekday()) % 7
    following = published + _DAY * (ahead or 7)
    if week:
        day = _in_week(week_of(published)[0] + _STEPS[week] * _WEEK, number)
        return Found((day, day), day.isoformat(), "day", Rank.WEEKDAY, relative=True, weekday=number)
    day = following if parts.word("which") == "future" else published - _DAY * ((7 - ahead) % 7)
    if parts.word("which") == "past" and day == published:
        day -= _WEEK
    future = None if parts.has("which") else following
    return Found((day, day), day.isoformat(), "day", Rank.WEEKDAY, relative=True, future=future, weekday=number)


def day_word(parts: Parts) -> Found:
    """امروز, دیروز, پس‌فردا."""
    return _shifted_day(parts, parts.number("shift"))


def day_by_direction(parts: Parts) -> Found:
    """روز گذشته, روز جاری, شب گذشته."""
    return _shifted_day(parts, _STEPS[parts.word("which") or ""])


def week(parts: Parts) -> Found:
    """هفته گذشته: Saturday to Friday, called by its month; this week reaches to publication and beyond it."""
    if parts.published is None:
        return unknown("month", Rank.SPAN)
    first, last = week_of(parts.published)
    shift = _STEPS[parts.word("which") or ""] * _WEEK
    return within_month((first + shift, last + shift), relative=True)


def month(parts: Parts) -> Found:
    """ماه گذشته: the Gregorian one; it may be the Jalali one unless the text says which."""
    if parts.published is None:
        return unknown("month", Rank.SPAN)
    step, calendars = _STEPS[parts.word("which") or ""], _calendars(parts)
    spans = [month_in(c, *shift_months(*month_of(c, parts.published), step)) for c in calendars]
    if calendars[0] == "jalali":
        return within_month(spans[0], relative=True)
    return Found(_hull(spans), spans[0][0].isoformat()[:7], "month", Rank.SPAN, relative=True)


def day_of_this_month(parts: Parts) -> Found:
    """۲۰ ماه جاری میلادی."""
    calendar = parts.word("calendar") or parts.word("calendar2")
    if parts.published is None:
        return unknown("day", Rank.NO_YEAR)
    year, month_number = month_of("jalali" if calendar == "jalali" else "gregorian", parts.published)
    if calendar == "hijri":
        raise ValueError("which Hijri month runs can't be told to the day")
    if calendar == "gregorian":
        return one_day(date(year, month_number, parts.number("d1")), Rank.NO_YEAR, relative=True)
    offset = _DAY * (parts.number("d1") - 1)
    first, last = month_in("jalali", year, month_number)
    if first + offset > last:
        raise ValueError("a month has no such day")
    return one_day(first + offset, Rank.NO_YEAR, relative=True)


def year(parts: Parts) -> Found:
    """سال گذشته, امسال: the Gregorian year's number; the Jalali one may be meant unless the text says which."""
    if parts.published is None:
        return unknown("year", Rank.SPAN)
    step = parts.number("year_word") if parts.has("year_word") else _STEPS[parts.word("which") or ""]
    calendars = _calendars(parts)
    spans = [year_in(c, year_of(c, parts.published) + step) for c in calendars]
    if calendars[0] == "jalali":
        return several_days(spans[0], Rank.SPAN, relative=True)
    return Found(_hull(spans), f"{parts.published.year + step:04}", "year", Rank.SPAN, relative=True)


def distance(parts: Parts) -> Found:
    """A number of units before or after publication: سه روز پیش, دو هفته بعد, ۴۸ ساعت گذشته, حدود سه ماه پیش."""
    unit, direction, count = parts.word("unit") or "", parts.word("which") or "", parts.number("count")
    if parts.published is None or direction == "later":
        # «سه روز بعد» counts from what was told before as often as from publication.
        return unknown(_PRECISIONS[unit], Rank.SPAN)
    sign = -1 if direction in _BACK else 1
    until = _apart(parts.published, unit, sign * count)
    if direction in ("past", "future") or unit == "hour":
        return several_days((parts.published, until), Rank.SPAN, relative=True)
    if parts.has("at_least"):
        return several_days(
            (until, _apart(parts.published, unit, sign * parts.number("at_least"))), Rank.SPAN, relative=True
        )
    if unit == "day":
        exact = one_day(until, Rank.COUNTED, relative=True)
        return within_month((until, until), relative=True) if parts.has("about") else exact
    if unit == "year":
        return Found(year_in("gregorian", until.year), f"{until.year:04}", "year", Rank.SPAN, relative=True)
    half = 3 * _DAY
    days = (until - half, until + half) if unit == "week" else month_in("gregorian", until.year, until.month)
    return Found(days, until.isoformat()[:7], "month", Rank.SPAN, relative=True)


def _apart(day: date, unit: str, count: int) -> date:
    if unit == "hour":
        return day + _DAY * (abs(count) // _HOURS) * (1 if count > 0 else -1)
    if unit in ("day", "week"):
        return day + count * (_DAY if unit == "day" else _WEEK)
    year_number, month_number = shift_months(day.year, day.month, count if unit == "month" else 12 * count)
    last = month_in("gregorian", year_number, month_number)[1].day
    return date(year_number, month_number, min(day.day, last))


def _shifted_day(parts: Parts, shift: int) -> Found:
    if parts.published is None:
        return unknown("day", Rank.COUNTED)
    return one_day(parts.published + shift * _DAY, Rank.COUNTED, relative=True)


def _in_week(saturday: date, number: int) -> date:
    return saturday + _DAY * ((number - saturday.isoweekday()) % 7)


def _calendars(parts: Parts) -> tuple[Calendar, ...]:
    named = parts.word("calendar") or parts.word("calendar2")
    if named == "gregorian":
        return ("gregorian",)
    return ("jalali",) if named else ("gregorian", "jalali")


def _hull(spans: list[Interval]) -> Interval:
    return min(first for first, _ in spans), max(last for _, last in spans)
