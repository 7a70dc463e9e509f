"""All names of all entities in one Aho-Corasick automaton, found in the fold with word boundaries respected."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import ahocorasick

from relgraph.text.fold import HALF_SPACE, NO_GAP, Folded, joints, squeeze

# What may follow a name inside the same written word: after a half-space, or (plural of peoples, groups) glued on.
_CLITICS = frozenset(
    {"ها", "های", "هایی", "ای", "ی", "اش", "شان", "مان", "را", "ست", "است", "ایم", "اند", "هم", "و", "یی"}
)
_GLUED = frozenset({"ها", "های", "هایی"})
_LONGEST_ENDING = 6


@dataclass(frozen=True, slots=True)
class Hit[T: Hashable]:
    """A name found: offsets in the original text, and what it may stand for."""

    start: int
    end: int
    values: tuple[T, ...]


# Folded name → what it may stand for, each with the places where the name may be written apart, as bits.
Entries = dict[str, tuple[tuple[int, Any], ...]]


def entries_of(names: Iterable[tuple[str, Hashable]]) -> Entries:
    """What a gazetteer of names is made from: plain values, which a cache can keep."""
    out: dict[str, dict[tuple[int, Hashable], None]] = {}
    for surface, value in names:
        key, apart = joints(surface)
        if key:
            out.setdefault(key, {})[sum(1 << i for i in apart), value] = None
    return {key: tuple(found) for key, found in out.items()}


class Gazetteer[T: Hashable]:
    """Finds wordings in folded text. A wording's inner spaces may be half-spaces or nothing in the text, no others."""

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        self._build(entries_of(names), None)

    @classmethod
    def prepared(cls, entries: Entries, make: Callable[[Any], T] | None = None) -> "Gazetteer[T]":
        """The gazetteer of what `entries_of` made; `make` turns the values kept there into those that are given."""
        made: Gazetteer[T] = cls.__new__(cls)
        made._build(entries, make)
        return made

    def _build(self, entries: Entries, make: Callable[[Any], T] | None) -> None:
        self._entries, self._make = entries, make
        self._automaton = ahocorasick.Automaton()
        for key in entries:
            self._automaton.add_word(key, key)
        if entries:
            self._automaton.make_automaton()

    def __contains__(self, key: str) -> bool:
        """Whether a folded wording is one of the names."""
        return key in self._entries

    def named(self, surface: str) -> tuple[T, ...]:
        """What a wording may stand for, however its parts are joined."""
        return self._made(value for _, value in self._entries.get(squeeze(surface), ()))

    def _made(self, values: Iterable[Any]) -> tuple[T, ...]:
        return tuple(values) if self._make is None else tuple(self._make(v) for v in values)

    def find(self, folded: Folded) -> Iterator[Hit[T]]:
        """Every occurrence, also overlapping ones, ordered by where it ends."""
        if not self._entries:
            return
        for last, key in self._automaton.iter(folded.chars):
            first, end = last - len(key) + 1, last + 1
            if not (_starts_word(folded, first) and _ends_word(folded, end)):
                continue
            gaps = sum(1 << i for i in range(1, end - first) if folded.gap[first + i] > HALF_SPACE)
            values = self._made(v for apart, v in self._entries[key] if not gaps & ~apart)
            if values:
                yield Hit(folded.start(first), folded.end(end), values)


def _starts_word(folded: Folded, at: int) -> bool:
    return folded.gap[at] > HALF_SPACE or not folded.chars[at - 1].isalnum() or not folded.chars[at].isalnum()


def _ends_word(folded: Folded, at: int) -> bool:
    if at >= len(folded.chars) or not folded.chars[at].isalnum() or not folded.chars[at - 1].isalnum():
        return True
    if folded.gap[at] > HALF_SPACE:
        return True
    rest = _rest_of_word(folded, at)
    closed = at + len(rest) >= len(folded.chars) or folded.gap[at + len(rest)] > HALF_SPACE
    whole = closed or not folded.chars[at + len(rest)].isalnum()
    return whole and rest in (_CLITICS if folded.gap[at] == HALF_SPACE else _GLUED)


def _rest_of_word(folded: Folded, at: int) -> str:
    end = at + 1
    while end < len(folded.chars) and end - at <= _LONGEST_ENDING:
        if folded.gap[end] != NO_GAP or not folded.chars[end].isalnum():
            break
        end += 1
    return folded.chars[at:end]
