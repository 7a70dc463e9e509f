"""Lists of names: whether a comma parts names or phrases."""

from collections.abc import Sequence

from relgraph.extract.reading import Reading, Ref
from relgraph.lang.language import Language
from relgraph.text.fold import squeeze

AND = squeeze("و")
JOINERS = frozenset({AND, squeeze("یا"), "،", ",", "-", "–"})
_COMMAS = frozenset({"،", ","})
QUOTES = frozenset({"«", "»", '"', "'", "[", "]"})


def lists(
    reading: Reading, language: Language, run: Sequence[int], at: int, refs: dict[int, Ref], current: Sequence[int]
) -> bool:
    """Whether a comma stands inside a list of names («ایران، چین و روسیه»), not between phrases."""
    last = at + 1 < len(run) and reading.tokens[run[at + 1]].key == AND  # «…، و علی»
    following = _behind_titles(reading, language, run, at + 1 + last)
    if not current or current[-1] not in refs or following >= len(run) or run[following] not in refs:
        return False
    left, right = refs[current[-1]], refs[run[following]]
    if left.kind == right.kind == "adjective":
        return reading.tokens[run[at]].key in JOINERS  # «شرکت‌های روسی، چینی و اروپایی», «هیئت‌های ایرانی – فرانسوی»
    if reading.tokens[run[at]].key not in _COMMAS or run[at] - run[at - 1] != 1:
        return False  # a clause stood between: «… پاول که …، روسیه»
    return last or left.entities == right.entities or _goes_on(reading, language, run, at + 1, refs)


def _behind_titles(reading: Reading, language: Language, run: Sequence[int], at: int) -> int:
    """The position behind what may stand before a name in a list: «سردار», guillemets."""
    while at < len(run) and reading.tokens[run[at]].key in QUOTES | language.titles:
        at += 1
    return at


def _goes_on(reading: Reading, language: Language, run: Sequence[int], at: int, refs: dict[int, Ref]) -> bool:
    """Whether names from position `at` on are parted by commas, the last by «و»."""
    at = _behind_titles(reading, language, run, at)
    while at < len(run) and run[at] in refs:
        at = _behind_named(reading, run, at, refs)
        key = reading.tokens[run[at]].key if at < len(run) else ""
        if key in _COMMAS and at + 1 < len(run) and reading.tokens[run[at + 1]].key == AND:
            at, key = at + 1, AND  # «…، و علی»
        at = _behind_titles(reading, language, run, at + 1)
        if key == AND:
            return at < len(run) and run[at] in refs
        if key not in _COMMAS:
            return False
    return False


def _behind_named(reading: Reading, run: Sequence[int], at: int, refs: dict[int, Ref]) -> int:
    """The position behind one that is named, with all his names and offices: «سناتور «مک کین»»."""
    while at < len(run) and (run[at] in refs or reading.tokens[run[at]].key in QUOTES):
        at += 1
    return at
