"""The grammar of dates: patterns over letters (see `lexer` and `words`), each with what makes days of its groups.

Of the matches that begin earliest the longest counts, and of equally long ones the one whose rule stands first.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from relgraph.text.dates import absolute, relative
from relgraph.text.dates.found import Found, Parts
from relgraph.text.dates.lexer import Letters

Build = Callable[[Parts], Found]

# What may follow a word that could begin something else: a mark, the end, or a word that no counted thing begins with.
_END = r"(?=[FNOvtTK(),\-/|~]|$)"
_COUNT = r"(?![Xrmshu])"
# «روزهای» needs two days: «روزهای اول اسفند» are the first days of a month.
_DAYS = r"(?:r|V(?=[no](?:,[no])*(?:[vt]|-)[no])|(?<!V))(?P<d1>[no])(?:(?:,[no])*(?:[vt]|-)(?P<d2>[no]))?"
_JALALI_YEAR = rf"(?:,?s?(?P<year>j|[zo]{_COUNT})K?(?!X))"
_GREGORIAN_YEAR = r"(?:,?s?(?P<year>g)K?(?!X))"
_YEAR_WORD = r"(?:sK?(?P<in_year>[pacf])K?|(?P<year_word>P))"
_WHICH = r"(?P<which>[pcf])"
_STEP = r"(?P<which>[pcf]|a(?!O))"

_jalali_day, _gregorian_day, _hijri_day = (
    partial(absolute.day_of_month, "jalali"),
    partial(absolute.day_of_month, "gregorian"),
    partial(absolute.day_of_month, "hijri"),
)
_jalali_month, _gregorian_month, _hijri_month = (
    partial(absolute.whole_month, "jalali"),
    partial(absolute.whole_month, "gregorian"),
    partial(absolute.whole_month, "hijri"),
)

_RULES: tuple[tuple[str, Build], ...] = (
    ("(?P<D>D)", absolute.in_digits),
    # days of a month
    (rf"{_DAYS}m?(?P<month>[JQ])m?(?:{_JALALI_YEAR}|{_YEAR_WORD}|{_WHICH})?(?!s?g(?!X))", _jalali_day),
    (rf"{_DAYS}m?(?P<month>S)(?=m|s?j)m?{_JALALI_YEAR}?", _jalali_day),
    (rf"{_DAYS}m?(?P<month>[GL])m?(?:{_GREGORIAN_YEAR}|{_YEAR_WORD}|{_WHICH})?(?!s?j(?!X))", _gregorian_day),
    (rf"{_DAYS}m?(?P<month>E)m?(?:{_GREGORIAN_YEAR}|{_YEAR_WORD}|{_WHICH}|{_END})", _gregorian_day),
    (rf"(?:(?<=[NWT])|(?=[rV])){_DAYS}(?P<month>E)", _gregorian_day),
    (r"[rV]?(?P<d1>[no])m?(?P<month>H)m?(?:,?s?(?P<year>j)K?)?", _hijri_day),
    (r"[rV]?(?P<d1>[no])m?(?P<month>I)m?,?s?(?P<year>j)K?", _hijri_day),
    (r"r?(?P<d1>[no])m(?:(?P<calendar>K)c|c(?P<calendar2>K))", relative.day_of_this_month),
    # months
    (rf"B?m?(?P<month>[GLE])m?(?:{_GREGORIAN_YEAR}|{_YEAR_WORD})", _gregorian_month),
    (rf"B?m(?P<month>[GL]){_WHICH}?", _gregorian_month),
    (rf"B?m(?P<month>E)(?:{_WHICH}|{_END})", _gregorian_month),
    (r"B?(?P<month>[GL])(?P<which>[pf])", _gregorian_month),
    (r"B?(?<=[NOtvB])(?P<month>L)", _gregorian_month),
    (rf"B?(?=m|Q|Jm)m?(?P<month>[JQ])m?(?:{_JALALI_YEAR}|{_YEAR_WORD}|{_WHICH})?(?!s?g(?!X))", _jalali_month),
    (rf"B?(?P<month>J)(?:,?s?(?P<year>j(?!X)|z{_END})K?|{_YEAR_WORD}|(?P<which>[pf]))", _jalali_month),
    (r"B?m?(?P<month>[HI])m?s?(?P<year>j)K?", _hijri_month),
    (rf"B?m(?P<calendar>K)?{_STEP}(?P<calendar2>K)?", relative.month),
    ("(?P<which>i)m", relative.month),
    # years
    (r"B?s(?P<calendar>K)?(?P<year>[gj])(?P<calendar2>K)?(?!X)", absolute.whole_year),
    ("B?(?P<year>[gj])(?P<calendar>K)", absolute.whole_year),
    (rf"B?s(?P<year>z)(?:(?P<calendar>K)|{_END})", absolute.whole_year),
    ("[sY](?P<y1>[gj])[vt](?P<y2>[gj])(?P<calendar>K)?", absolute.years_between),
    ("[sY](?P<y1>z)[vt](?P<y2>z)(?P<calendar>K)?(?!X)", absolute.years_between),
    (rf"B?s(?P<calendar>K)?{_STEP}(?P<calendar2>K)?", relative.year),
    ("B?(?P<year_word>P)", relative.year),
    # weeks and days
    (rf"h{_STEP}", relative.week),
    ("(?P<which>i)h", relative.week),
    ("T?(?P<shift>R)T?", relative.day_word),
    ("T?r(?P<which>[pcf])T?", relative.day_by_direction),
    ("T(?P<which>p)", relative.day_by_direction),
    ("(?<!Z)T?[rV]?(?P<weekday>W)T?(?:h(?P<week>[pacf])|(?P<this>i)h|(?P<which>[pf]))?(?!#)", relative.weekday),
    (
        "(?P<about>q)?(?:(?P<at_least>[nzk])[t-]?)?(?P<count>[nozk])(?P<unit>[rhmsu])(?P<which>[pfd]|[ab](?!O))",
        relative.distance,
    ),
)
_PATTERNS = tuple((re.compile(pattern), build) for pattern, build in _RULES)


@dataclass(frozen=True, slots=True)
class Match:
    """A date at letters [first, last)."""

    first: int
    last: int
    found: Found


def matches(letters: Letters, published: date | None) -> Iterator[Match]:
    """The dates of a text in order, none overlapping another."""
    end = 0
    for _, __, match, build in _candidates(letters.text):
        if match.start() < end or letters.text[match.start() - 1 : match.start()] == "*":
            continue
        try:
            found = build(_parts(letters, match, published))
        except (ValueError, OverflowError):
            continue  # no day of any calendar: 31 Mehr, the year 0
        end = match.end()
        yield Match(match.start(), match.end(), found)


def _candidates(text: str) -> list[tuple[tuple[int, int], int, re.Match[str], Build]]:
    found = [
        ((match.start(), -match.end()), order, match, build)
        for order, (pattern, build) in enumerate(_PATTERNS)
        for match in pattern.finditer(text)
    ]
    return sorted(found, key=lambda candidate: candidate[:2])


def _parts(letters: Letters, match: re.Match[str], published: date | None) -> Parts:
    values = {}
    for name, group in match.groupdict().items():
        lexeme = letters.lexemes[match.start(name)] if group is not None else None
        if lexeme is not None:
            values[name] = lexeme.value
    return Parts(values, published)
