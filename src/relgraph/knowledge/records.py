"""Many values of which few are needed: kept as text, and made when they are asked for."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import Any


class Records[T](Mapping[str, T]):
    """A mapping whose values are made from their text on first use, and then kept."""

    def __init__(self, texts: Mapping[str, str], make: Callable[[str], T]) -> None:
        self._texts = texts
        self._make = make
        self._made: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._make(self._texts[key])
        return found

    def __contains__(self, key: object) -> bool:
        return key in self._texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


def cells(value: Any) -> list[Any]:
    """The fields of a dataclass of plain values and tuples, without the empty ones at its end."""
    out = [getattr(value, f.name) for f in fields(value)]
    while out and out[-1] in (None, ()):
        out.pop()
    return out


def to_text(value: Any) -> str:
    """A dataclass of plain values and tuples as text."""
    return json.dumps(cells(value), ensure_ascii=False)


def from_cells[T](kind: type[T], values: list[Any]) -> T:
    """The dataclass whose fields these are."""
    return kind(*(tuple(v) if isinstance(v, list) else v for v in values))
