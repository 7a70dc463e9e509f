"""Dates in Persian text: Jalali, Gregorian and Hijri ones, weekdays, and what is counted from the day of publication."""

import re
from datetime import date

from relgraph.text.dates.apposition import joined
from relgraph.text.dates.grammar import Match, matches
from relgraph.text.dates.lexer import Letters, letters_of
from relgraph.text.dates.mention import DateMention, Precision
from relgraph.text.dates.words import date_words

__all__ = ["DateMention", "Precision", "find_dates", "full_date_of"]

# A dateline stands at the top: in these first lines, near their beginning, set off by a mark or the line's end.
_DATELINE_LINES = 3
_DATELINE_WIDTH = 80
_BRACKET = re.compile(r"[)\]]")
_SET_OFF = re.compile(r"[\s\u200c\u200f\d:٫,،]*(?:[-–—:|/،؛()\[\]ـ]|$)")


def find_dates(text: str, published: date | None, language: str = "fa") -> tuple[DateMention, ...]:
    """The dates of an untouched text in order, none overlapping another; spans count its code points.

    What is relative is counted from `published`, the day of the article; without it such a date has no value.
    """
    letters = letters_of(text, date_words(language))
    found = joined(matches(letters, published), letters.text)
    return tuple(_mention(text, letters, match) for match in found)


def full_date_of(text: str, language: str = "fa") -> date | None:
    """The day that a dateline in the first lines gives with its year; None where there is none, or more than one."""
    days: set[str] = set()
    for line in [line for line in text.splitlines() if line.strip()][:_DATELINE_LINES]:
        for mention in find_dates(line, None, language):
            whole = mention.precision == "day" and mention.value is not None
            if whole and mention.value and mention.end <= _DATELINE_WIDTH and _SET_OFF.match(line, mention.end):
                days.add(mention.value)
    return date.fromisoformat(days.pop()) if len(days) == 1 else None


def _mention(text: str, letters: Letters, match: Match) -> DateMention:
    start, end = _span(text, letters, match)
    found = match.found
    return DateMention(
        start=start,
        end=end,
        text=text[start:end],
        value=found.value,
        earliest=found.days[0].isoformat() if found.days else None,
        latest=found.days[1].isoformat() if found.days else None,
        precision=found.precision,
        relative=found.relative,
        future_value=found.future.isoformat() if found.future else None,
    )


def _span(text: str, letters: Letters, match: Match) -> tuple[int, int]:
    """From the first word to the last, and to the bracket that closes one opened between them."""
    first, last = letters.lexemes[match.first], letters.lexemes[match.last - 1]
    assert first is not None
    assert last is not None
    opened = "(" in letters.text[match.first : match.last] and letters.text[match.last : match.last + 1] == ")"
    bracket = _BRACKET.search(text, last.end) if opened else None
    return first.start, bracket.end() if bracket else last.end
