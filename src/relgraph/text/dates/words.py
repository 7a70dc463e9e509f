"""The words of dates in a language, each with the letter that the grammar knows its kind by."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from relgraph.errors import DataError
from relgraph.lang.data import Table, read_toml, words
from relgraph.resources import LANG
from relgraph.text.fold import joints, squeeze

Value = int | str
Parts = tuple[str, ...]

# Tables whose keys are numbers: the letter of their words. A month joined to its word «ماه» is Q.
_NUMBERED = {
    "jalali": "J", "jalali_noun": "S", "gregorian": "L", "gregorian_noun": "G", "gregorian_prefix": "E", "hijri": "H",
    "hijri_noun": "I", "weekdays": "W", "days": "R", "years": "P", "numbers": "n", "ordinals": "n",
}  # fmt: skip
_NAMED = {
    "day": "r", "days": "V", "week": "h", "month": "m", "year": "s", "years": "Y", "hour": "u", "daytime": "T", "past": "p",
    "ago": "a", "future": "f", "later": "b", "hence": "d", "current": "c", "this": "i", "part": "B", "about": "q", "and": "v",
    "to": "t", "from": "O", "preposition": "N", "function": "F", "indefinite": "*", "plural": "#", "prayer": "Z", "same_as": "~",
    "counted": "X",
}  # fmt: skip
CALENDAR, JOINED_MONTH = "K", "Q"
TENS = range(20, 101, 10)


@dataclass(frozen=True, slots=True)
class DateWords:
    """Words by their folded parts: what kind each is and what it counts.

    `heads` has, for each part that an entry begins with, how many parts the longest such entry has; `tens` are the
    cardinal tens, which a unit may follow («بیست و یکم»); `unless` has, for a month, the words beside which it is none.
    """

    entries: Mapping[Parts, tuple[str, Value]]
    heads: Mapping[str, int]
    tens: frozenset[str]
    unless: Mapping[str, frozenset[str]]


@lru_cache
def date_words(language: str = "fa") -> DateWords:
    """The words of `lang/<language>/dates.toml`. DataError where the file is wrong."""
    path = LANG / language / "dates.toml"
    data = read_toml(path)
    entries: dict[Parts, tuple[str, Value]] = {}
    for letter, value, word in _all_words(path, data):
        for parts in _spellings(word):
            if entries.setdefault(parts, (letter, value)) != (letter, value):
                raise DataError(path, 0, f"«{word}» stands in two tables")
    tens = frozenset(squeeze(word) for key, ten in data["numbers"].items() if int(key) in TENS for word in ten)
    unless = {squeeze(word): frozenset(map(squeeze, beside)) for word, beside in data.get("unless", {}).items()}
    heads: dict[str, int] = {}
    for parts in entries:
        heads[parts[0]] = max(len(parts), heads.get(parts[0], 0))
    return DateWords(
        entries=MappingProxyType(entries),
        heads=MappingProxyType(heads),
        tens=tens,
        unless=MappingProxyType(unless),
    )


def _all_words(path: Path, data: Table) -> Iterator[tuple[str, Value, str]]:
    """Every word with its letter and what it counts or names."""
    try:
        for table, letter in _NUMBERED.items():
            for key in data[table]:
                yield from ((letter, int(key), word) for word in words(path, data[table], key))
        for key in data["words"]:
            yield from ((_NAMED[key], key, word) for word in words(path, data["words"], key))
        for calendar in data["calendars"]:
            yield from ((CALENDAR, calendar, word) for word in words(path, data["calendars"], calendar))
        month_word = data["words"]["month"][0]
        for key in data["jalali"]:
            yield from ((JOINED_MONTH, int(key), word + month_word) for word in words(path, data["jalali"], key))
    except (KeyError, ValueError) as e:
        raise DataError(path, 0, f"unknown or missing: {e}") from e


def _spellings(word: str) -> Iterator[Parts]:
    """The ways in which a word's parts may be joined or set apart, folded."""
    chars, places = joints(word)
    for count in range(len(places) + 1):
        for cuts in itertools.combinations(sorted(places), count):
            ends = (*cuts, len(chars))
            yield tuple(chars[a:b] for a, b in zip((0, *cuts), ends, strict=True))
