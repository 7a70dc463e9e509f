"""From character spans to token ranges, and which of several overlapping spans to keep."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from relgraph.text.segment import Token


class Spanned(Protocol):
    """Anything with a start and an end."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""


def token_range(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """The tokens [first, last) that a character span touches."""
    first = bisect_right(tokens, start, key=lambda t: t.start) - 1
    if first < 0 or tokens[first].end <= start:
        first += 1
    return first, max(first + 1, bisect_left(tokens, end, key=lambda t: t.start))


def longest[S: Spanned](spans: Iterable[S], nests: Callable[[S, S], bool]) -> list[tuple[S, bool]]:
    """The spans that stand, longest first chosen, in order of position, each with whether it lies inside another.

    A span that crosses a kept one is dropped; one inside a kept one stays only if `nests(inner, outer)` for all of them.
    """
    kept: list[tuple[S, bool]] = []
    for span in sorted(spans, key=lambda s: (s.start - s.end, s.start)):
        around = [k for k, _ in kept if k.start < span.end and span.start < k.end]
        if all(k.start <= span.start and span.end <= k.end for k in around) and all(nests(span, k) for k in around):
            kept.append((span, bool(around)))
    return sorted(kept, key=lambda k: (k[0].start, -k[0].end))
