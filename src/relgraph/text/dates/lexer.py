"""A text as a string of letters, one a word, in which the grammar of dates can be plain patterns.

Every word becomes one letter (see `words`), unknown words `x`. Numbers become o (two digits with a leading zero), n (up to
31), z (two digits that may be a year), k (other numbers), j (a Jalali or Hijri year), g (a Gregorian one), D a whole date in
digits. Between two words stands nothing where only spaces and half-spaces part them, else the mark that does, or `|`.
"""

import re
from dataclasses import dataclass
from datetime import date

from relgraph.text.dates.calendars import day_in
from relgraph.text.dates.words import TENS, DateWords, Value
from relgraph.text.fold import squeeze

_ATOM = re.compile(
    r"(?P<complex>\d+(?:[./,:+\u066b\u066c]\d+)+|\d+(?:-\d+){2,})|(?P<number>\d+)"
    r"|(?P<word>(?:[^\W\d]|[\u064b-\u0655\u0670])+)"
)
_BLANK = " \t\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u202f\u2009\ufeff"
_GAP_MARKS = {
    "،": ",",
    ",": ",",
    "(": "(",
    "[": "(",
    ")": ")",
    "]": ")",
    "-": "-",
    "–": "-",
    "—": "-",
    "ـ": "-",
    "/": "/",
}
_ORDINAL_ENDINGS = frozenset({"ام", "م"})
_NEAR = 3
JALALI_YEARS, GREGORIAN_YEARS = range(1200, 1500), range(1500, 2101)
SHORT_YEARS = range(32, 100)
_MAX_DAY, _MONTHS = 31, 12
_IN_DIGITS = re.compile(r"(\d{1,4})([/.\-])(\d{1,2})\2(\d{1,4})")


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word or number: its span, its letter, what it counts, and its folded form."""

    start: int
    end: int
    letter: str
    value: Value | date
    key: str


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of a text, and for each of them its lexeme (None for a mark)."""

    text: str
    lexemes: tuple[Lexeme | None, ...]


def letters_of(text: str, words: DateWords) -> Letters:
    """The text in letters."""
    return _spell(text, _guarded(_compounds(text, _lexemes(text, words), words), words))


def is_blank(gap: str) -> bool:
    """Whether only spaces and half-spaces stand between two words of a line."""
    return not gap.strip(_BLANK)


def _lexemes(text: str, words: DateWords) -> list[Lexeme]:
    atoms = [(m, squeeze(m[0])) for m in _ATOM.finditer(text)]
    atoms = [(m, key) for m, key in atoms if key]
    out: list[Lexeme] = []
    at = 0
    while at < len(atoms):
        match, key = atoms[at]
        if match.lastgroup == "word" and key not in words.heads:
            out.append(Lexeme(match.start(), match.end(), "x", 0, key))
            at += 1
        elif match.lastgroup == "word":
            found, at = _word(text, atoms, at, words)
            out.append(found)
        else:
            letter, value = _in_digits(key) if match.lastgroup == "complex" else _number(key)
            out.append(Lexeme(match.start(), match.end(), letter, value, key))
            at += 1
    return out


def _word(text: str, atoms: list[tuple[re.Match[str], str]], at: int, words: DateWords) -> tuple[Lexeme, int]:
    """The longest entry that begins at an atom, and the atom after it."""
    first, end, longest = atoms[at][0], at + 1, words.heads.get(atoms[at][1], 0)
    while end < len(atoms) and end - at < longest and is_blank(text[atoms[end - 1][0].end() : atoms[end][0].start()]):
        end += 1
    for last in range(end, at, -1):
        parts = tuple(key for _, key in atoms[at:last])
        if parts in words.entries:
            letter, value = words.entries[parts]
            return Lexeme(first.start(), atoms[last - 1][0].end(), letter, value, "".join(parts)), last
    return Lexeme(first.start(), first.end(), "x", 0, atoms[at][1]), at + 1


def _number(digits: str) -> tuple[str, int]:
    value = int(digits) if len(digits) <= len("2100") else 0
    if len(digits) == len("00"):
        letter = "o" if digits[0] == "0" else "n" if value <= _MAX_DAY else "z"
    elif len(digits) == len("2100") and value in JALALI_YEARS:
        letter = "j"
    elif len(digits) == len("2100") and value in GREGORIAN_YEARS:
        letter = "g"
    else:
        letter = "n" if 0 < value <= _MAX_DAY and len(digits) == 1 else "k"
    return letter, value


def _in_digits(key: str) -> tuple[str, Value | date]:
    """A date in digits, year first or last; two digits of a year only with slashes and only where they can't be a day."""
    match = _IN_DIGITS.fullmatch(key)
    if match is None:
        return "x", 0
    year, month, day = match[1], int(match[3]), match[4]
    if len(year) <= len(day) and (len(day) == len("2100") or int(year) <= _MAX_DAY < int(day)):
        year, day = day, year
        if int(year) in GREGORIAN_YEARS and int(day) <= _MONTHS:
            return "x", 0  # 5/8/2018 is May in one country and August in another
    try:
        found = _whole_date(year, month, int(day), slashes=match[2] == "/")
    except ValueError:
        return "x", 0
    return ("D", found) if found else ("x", 0)


def _whole_date(year_digits: str, month: int, day: int, *, slashes: bool) -> date | None:
    year = int(year_digits)
    if len(year_digits) == len("00") and slashes and year in SHORT_YEARS:
        return day_in("jalali", 1300 + year, month, day)[0]
    if len(year_digits) != len("2100"):
        return None
    if year in JALALI_YEARS:
        return day_in("jalali", year, month, day)[0]
    return day_in("gregorian", year, month, day)[0] if year in GREGORIAN_YEARS else None


def _compounds(text: str, lexemes: list[Lexeme], words: DateWords) -> list[Lexeme]:
    """Numbers of several words as one («بیست و سوم»), and the ending of an ordinal with its number («۱۵ ام»)."""
    out: list[Lexeme] = []
    for lexeme in lexemes:
        joined = bool(out) and is_blank(text[out[-1].end : lexeme.start])
        if joined and len(out) > 1 and out[-1].letter == "v" and _completes(text, out[-2], out[-1], lexeme, words):
            tens = out[-2]
            assert isinstance(tens.value, int)
            assert isinstance(lexeme.value, int)
            value = tens.value + lexeme.value
            out[-2:] = [Lexeme(tens.start, lexeme.end, "n" if value <= _MAX_DAY else "k", value, "")]
        elif joined and out[-1].key.isdigit() and out[-1].letter == "n" and lexeme.key in _ORDINAL_ENDINGS:
            out[-1] = Lexeme(out[-1].start, lexeme.end, "n", out[-1].value, out[-1].key)
        else:
            out.append(lexeme)
    return [_in_words(lexeme) for lexeme in out]


def _completes(text: str, tens: Lexeme, conjunction: Lexeme, unit: Lexeme, words: DateWords) -> bool:
    return (
        tens.key in words.tens
        and unit.letter == "n"
        and not unit.key.isdigit()
        and isinstance(unit.value, int)
        and unit.value < TENS.start
        and is_blank(text[tens.end : conjunction.start])
    )


def _in_words(lexeme: Lexeme) -> Lexeme:
    """A number above 31 that is spelled out counts things; it is no day."""
    too_much = lexeme.letter == "n" and isinstance(lexeme.value, int) and lexeme.value > _MAX_DAY
    return Lexeme(lexeme.start, lexeme.end, "k", lexeme.value, lexeme.key) if too_much else lexeme


def _guarded(lexemes: list[Lexeme], words: DateWords) -> list[Lexeme]:
    """Months beside words that make them something else («تیر» and a shot) are ordinary words."""
    out = []
    for i, lexeme in enumerate(lexemes):
        beside = words.unless.get(lexeme.key)
        if beside and any(near.key in beside for near in lexemes[max(0, i - _NEAR) : i + _NEAR + 1]):
            out.append(Lexeme(lexeme.start, lexeme.end, "x", 0, lexeme.key))
        else:
            out.append(lexeme)
    return out


def _spell(text: str, lexemes: list[Lexeme]) -> Letters:
    letters: list[str] = []
    at: list[Lexeme | None] = []
    end = 0
    for lexeme in lexemes:
        for mark in _marks(text[end : lexeme.start]):
            letters.append(mark)
            at.append(None)
        letters.append(lexeme.letter)
        at.append(lexeme)
        end = lexeme.end
    return Letters("".join(letters) + ("" if is_blank(text[end:]) else "|"), (*at, None))


def _marks(gap: str) -> str:
    marks = [c for c in gap if c not in _BLANK]
    if len(marks) > 2:
        return "|"
    return "".join(_GAP_MARKS.get(c, "|") for c in marks)
