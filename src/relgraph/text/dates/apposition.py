"""One date told twice in a row is one mention: «پنجشنبه (۱۰ مهر)», «فردا جمعه ۲۸ اکتبر (۷ آبان)»."""

import re
from collections.abc import Iterable
from dataclasses import replace

from relgraph.text.dates.found import Found, Rank, one_day
from relgraph.text.dates.grammar import Match

_BETWEEN = re.compile(r"(?P<close>\(?~?)|\)?[,\-/]?~?")
_YEAR = 365.2425
_DAYS_OF_DOUBT = 2


def joined(matches: Iterable[Match], letters: str) -> list[Match]:
    """The dates, apposed ones as one; the one that says most of itself decides."""
    out: list[Match] = []
    for match in matches:
        same = _same(out[-1], match, letters[out[-1].last : match.first]) if out else None
        if same is None:
            out.append(match)
        else:
            out[-1] = Match(out[-1].first, match.last, same)
    return out


def _same(left: Match, right: Match, between: str) -> Found | None:
    """What both mean together, None where they are two dates."""
    gap = _BETWEEN.fullmatch(between)
    if gap is None or Rank.SPAN in (left.found.rank, right.found.rank):
        return None
    low, high = sorted((left.found, right.found), key=lambda found: found.rank)
    if low.rank == high.rank and low.rank <= Rank.COUNTED:
        return None
    agree, close = _agree(low, high), gap["close"] is not None
    if agree or (agree is None and high.rank >= Rank.NO_YEAR) or (close and low.rank == Rank.WEEKDAY):
        return _narrowed(high, low.weekday or high.weekday)
    return None


def _agree(low: Found, high: Found) -> bool | None:
    """Whether two dates can be the same day; None where that can't be known."""
    if high.days is None or (low.days is None and low.weekday is None):
        return None
    first, last = high.days
    if low.rank == Rank.WEEKDAY:
        return low.weekday in {
            day % 7 or 7 for day in range(first.isoweekday(), first.isoweekday() + (last - first).days + 1)
        }
    assert low.days is not None
    if low.days[0] <= last and first <= low.days[1]:
        return True
    years_apart = abs((low.days[0] - first).days) % _YEAR
    return (
        low.rank == Rank.NO_YEAR and high.rank == Rank.WHOLE and min(years_apart, _YEAR - years_apart) < _DAYS_OF_DOUBT
    )


def _narrowed(found: Found, weekday: int | None) -> Found:
    """A Hijri day is known within three days; its weekday says which."""
    if weekday is None or found.days is None or found.value is not None:
        return replace(found, future=None)
    first, last = found.days
    if (last - first).days != _DAYS_OF_DOUBT:
        return found
    ordinal = first.toordinal() + (weekday - first.isoweekday()) % 7
    day = first.fromordinal(ordinal)
    return one_day(day, found.rank, relative=found.relative) if day <= last else found
