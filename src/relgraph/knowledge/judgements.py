"""What people decided about who is who: pairs of entity ids that are the same, different, or not to be decided yet.

Every build replays them: of ids that are the same one remains, in every article; ids that are different, or whose case is
unsure, are never taken for one another by what their names have in common.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from relgraph.knowledge.tables import Row


@dataclass(frozen=True, slots=True)
class Judgements:
    """`same` maps an id to the one it goes by; `apart` are the (sorted) pairs that must not become one."""

    same: Mapping[str, str] = field(default_factory=dict)
    apart: frozenset[tuple[str, str]] = frozenset()

    def name_of(self, entity: str) -> str:
        """The id that an entity goes by."""
        return self.same.get(entity, entity)

    def are_apart(self, one: str, other: str) -> bool:
        """Whether somebody judged that two ids are not, or may not be, the same."""
        return _pair(one, other) in self.apart


def _pair(one: str, other: str) -> tuple[str, str]:
    return min(one, other), max(one, other)


def read_judgements(rows: Iterable[Row], seeded: Iterable[str]) -> Judgements:
    """The judgements of a table. An entity of the seed tables gives its id to what is the same, else the smallest id does.

    Raises DataError with file and line for a pair of one id, and for decisions that contradict each other.
    """
    order = {id_: n for n, id_ in enumerate(seeded)}
    groups: dict[str, set[str]] = {}
    apart: list[Row] = []
    for row in rows:
        first, second = row["first"], row["second"]
        if first == second or not second:
            raise row.fault("a judgement is about two ids")
        if row["decision"] == "same":
            joined = groups.get(first, {first}) | groups.get(second, {second})
            groups.update(dict.fromkeys(joined, joined))
        else:
            apart.append(row)
    for row in apart:
        if row["second"] in groups.get(row["first"], ()):
            raise row.fault(f"{row['first']!r} and {row['second']!r} are judged to be the same by other lines")
    best = {id_: min(group, key=lambda i: (order.get(i, len(order)), i)) for id_, group in groups.items()}
    return Judgements(
        {id_: name for id_, name in sorted(best.items()) if id_ != name},
        frozenset(_pair(row["first"], row["second"]) for row in apart),
    )
