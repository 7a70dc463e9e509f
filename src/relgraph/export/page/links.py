"""Which entities the page joins by a line: one `Link` for each pair, however many statements lie behind it."""

from dataclasses import dataclass, field
from itertools import product

from relgraph.graph.model import Graph
from relgraph.graph.pairs import pairs


@dataclass(frozen=True, slots=True)
class Link:
    """All that joins two entities. `source` < `target`; the numbers are places in `Graph.events` and `.relations`.

    `topics` are events with one party only, of which one end is the party and the other a topic.
    """

    source: str
    target: str
    events: tuple[int, ...]
    relations: tuple[int, ...]
    topics: tuple[int, ...]


@dataclass(slots=True)
class _Pile:
    events: list[int] = field(default_factory=list)
    relations: list[int] = field(default_factory=list)
    topics: list[int] = field(default_factory=list)


def links(graph: Graph) -> tuple[Link, ...]:
    """One link for each pair of entities, sorted by the pair. Nothing is linked to itself."""
    piles: dict[tuple[str, str], _Pile] = {}

    def pile(one: str, other: str) -> _Pile:
        return piles.setdefault((min(one, other), max(one, other)), _Pile())

    for index, event in enumerate(graph.events):
        joined = {(min(pair), max(pair)) for pair in pairs(event) if pair[0] != pair[1]}
        for one, other in sorted(joined):
            pile(one, other).events.append(index)
        if not joined:
            for one, other in sorted(set(product(event.actors + event.recipients, event.topics))):
                if one != other:
                    pile(one, other).topics.append(index)
    for index, relation in enumerate(graph.relations):
        if relation.subject != relation.object:
            pile(relation.subject, relation.object).relations.append(index)
    return tuple(
        Link(*pair, tuple(found.events), tuple(found.relations), tuple(found.topics))
        for pair, found in sorted(piles.items())
    )
