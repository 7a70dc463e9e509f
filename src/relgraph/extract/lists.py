"""Lists of names: whether a comma parts names or phrases."""

from collections.abc import Sequence

from relgraph.extract.reading import Reading, Ref
from relgraph.text.fold import squeeze

AND = squeeze("و")
JOINERS = frozenset({AND, squeeze("یا"), "،", ",", "-", "–"})
_COMMAS = frozenset({"،", ","})
QUOTES = frozenset({"«", "»", '"', "'", "[", "]"})


def lists(reading: Reading, run: Sequence[int], at: int, refs: dict[int, Ref], current: Sequence[int]) -> bool:
    """Whether a comma stands inside a list of names («ایران، چین و روسیه»), not between phrases."""
    if not current or current[-1] not in refs or at + 1 >= len(run) or run[at + 1] not in refs:
        return False
    left, right = refs[current[-1]], refs[run[at + 1]]
    if left.kind == right.kind == "adjective":
        return reading.tokens[run[at]].key in JOINERS  # «شرکت‌های روسی، چینی و اروپایی», «هیئت‌های ایرانی – فرانسوی»
    if reading.tokens[run[at]].key not in _COMMAS or run[at] - run[at - 1] != 1:
        return False  # a clause stood between: «… پاول که …، روسیه»
    return left.entities == right.entities or _goes_on(reading, run, at + 1, refs)


def _goes_on(reading: Reading, run: Sequence[int], at: int, refs: dict[int, Ref]) -> bool:
    """Whether names from position `at` on are parted by commas, the last by «و»."""
    while at < len(run) and run[at] in refs:
        at = _behind_named(reading, run, at, refs)
        key = reading.tokens[run[at]].key if at < len(run) else ""
        at += 1
        if key == AND:
            return at < len(run) and (run[at] in refs or reading.tokens[run[at]].key in QUOTES)
        if key not in _COMMAS:
            return False
        while at < len(run) and reading.tokens[run[at]].key in QUOTES:
            at += 1
    return False


def _behind_named(reading: Reading, run: Sequence[int], at: int, refs: dict[int, Ref]) -> int:
    """The position behind one that is named, with all his names and offices: «سناتور «مک کین»»."""
    while at < len(run) and (run[at] in refs or reading.tokens[run[at]].key in QUOTES):
        at += 1
    return at
