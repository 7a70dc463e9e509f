"""Relations that the text states, a room for each predicate; each relation once, its first telling kept."""

from collections.abc import Callable, Iterator

from relgraph.extract.reading import Reading
from relgraph.extract.relation.body import part_of
from relgraph.extract.relation.member import member_of
from relgraph.extract.relation.office import represents
from relgraph.extract.relation.party import party_to
from relgraph.extract.relation.place import located_in
from relgraph.extract.relation.seat import headquartered_in
from relgraph.extract.relation.stated import Stated, relation_of
from relgraph.extract.relation.venue import held_in
from relgraph.knowledge.world import World
from relgraph.model import Relation

_RULES: tuple[Callable[[Reading, World], Iterator[Stated]], ...] = (
    represents, part_of, held_in, located_in, headquartered_in, party_to, member_of,
)  # fmt: skip


def find_relations(reading: Reading, world: World) -> Reading:
    """Adds the relations, each once, the first telling kept."""
    found: dict[tuple[str, str, str, str | None], Relation] = {}
    for rule in _RULES:
        for stated in rule(reading, world):
            key = (stated.subject, stated.predicate, stated.object, stated.qualifier)
            if stated.subject != stated.object and key not in found:
                found[key] = relation_of(reading, world, stated)
    return reading.but(relations=tuple(found.values()))
