"""Which whole articles a page carries: those with the most to show, as many as its size allows."""

import heapq
from dataclasses import dataclass, field

# In characters, of which Persian ones take two bytes each: enough for some 200 articles.
TEXT_BUDGET = 500_000

type _Rank = tuple[int, str]


@dataclass(slots=True)
class Shelf:
    """Keeps the articles with the most statements while their texts fit `budget` together.

    The result is the longest start of the articles, ordered by statements and id, that fits; it doesn't depend on the
    order in which they come, and no more than that is held at any time.
    """

    budget: int = TEXT_BUDGET
    _held: dict[str, tuple[_Rank, str]] = field(default_factory=dict)
    _worst: list[tuple[int, tuple[int, ...], str]] = field(default_factory=list)
    _size: int = 0
    _bar: _Rank | None = None

    def put(self, key: str, text: str, statements: int) -> None:
        """Offers an article with so many events and relations; one without any is never kept."""
        rank = (-statements, key)
        if statements == 0 or key in self._held or (self._bar is not None and rank >= self._bar):
            return
        self._held[key] = (rank, text)
        self._size += len(text)
        # A heap gives its smallest: the fewest statements first, then the last id.
        heapq.heappush(self._worst, (statements, (*(-ord(letter) for letter in key), 1), key))
        while self._size > self.budget:
            worst = heapq.heappop(self._worst)[2]
            self._bar, dropped = self._held.pop(worst)
            self._size -= len(dropped)

    def texts(self) -> dict[str, str]:
        """The kept texts by the ids of their articles."""
        return {key: text for key, (_, text) in sorted(self._held.items())}
