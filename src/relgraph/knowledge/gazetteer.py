"""All names of all entities in one Aho-Corasick automaton, found in the fold with word boundaries respected."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

import ahocorasick

from relgraph.text.fold import HALF_SPACE, NO_GAP, Folded, joints

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


class Gazetteer[T: Hashable]:
    """Finds wordings in folded text. A wording's inner spaces may be half-spaces or nothing in the text, no others."""

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        self._entries: dict[str, list[tuple[frozenset[int], T]]] = {}
        for surface, value in names:
            key, apart = joints(surface)
            if key:
                self._entries.setdefault(key, []).append((apart, value))
        self._automaton = ahocorasick.Automaton()
        for key in self._entries:
            self._automaton.add_word(key, key)
        if self._entries:
            self._automaton.make_automaton()

    def __contains__(self, key: str) -> bool:
        """Whether a folded wording is one of the names."""
        return key in self._entries

    def find(self, folded: Folded) -> Iterator[Hit[T]]:
        """Every occurrence, also overlapping ones, ordered by where it ends."""
        if not self._entries:
            return
        for last, key in self._automaton.iter(folded.chars):
            first, end = last - len(key) + 1, last + 1
            if not (_starts_word(folded, first) and _ends_word(folded, end)):
                continue
            gaps = {i - first for i in range(first + 1, end) if folded.gap[i] > HALF_SPACE}
            values = tuple(dict.fromkeys(v for apart, v in self._entries[key] if gaps <= apart))
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
