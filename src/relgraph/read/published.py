"""The day of publication: ISO or Jalali, in Persian, Arabic or Latin digits; always an ISO date afterwards."""

import re
from datetime import date

from persiantools.jdatetime import JalaliDate

_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")
_TIME = r"(?:(?:[T,]|\s)\s*[T\-]?\s*\d{1,2}:\d{2}.*)?"
_GIVEN = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_TIME}", re.ASCII | re.DOTALL)
_IN_NAME = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)", re.ASCII)
# Years of the Jalali calendar that news can have; a Gregorian year is never among them.
JALALI_YEARS = range(1200, 1501)


def parse_published(given: str) -> str:
    """The ISO date of an ISO date or datetime, or of a Jalali date: 2022-01-19, 1400-10-29, ۱۴۰۰/۱۰/۲۹.

    The day is taken as written, whatever the time zone. ValueError where it is none of these.
    """
    match = _GIVEN.fullmatch(given.strip().translate(_DIGITS))
    if match is None:
        raise ValueError(f"published is {given!r}; give a date such as 2022-01-19 or 1400-10-29")
    try:
        return _day(*(int(match[n]) for n in (1, 3, 4))).isoformat()
    except ValueError as e:
        raise ValueError(f"published is {given!r}, a day that doesn't exist") from e


def date_in_name(name: str) -> str | None:
    """The ISO date that stands in a file name as YYYY-MM-DD, Gregorian or Jalali; None where there isn't exactly one."""
    found = set()
    for match in _IN_NAME.finditer(name.translate(_DIGITS)):
        try:
            found.add(_day(*(int(part) for part in match.groups())).isoformat())
        except ValueError:
            continue
    return found.pop() if len(found) == 1 else None


def _day(year: int, month: int, day: int) -> date:
    if year in JALALI_YEARS:
        return JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]
    return date(year, month, day)
