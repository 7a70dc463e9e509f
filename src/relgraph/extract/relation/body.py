"""partOf: a body whose name shows its state («وزارت خارجه روسیه»), and a part of a larger body («کمیسیون … مجلس»)."""

from collections.abc import Iterator

from relgraph.extract.reading import Reading, Ref
from relgraph.extract.relation.stated import Stated, inner, one_of
from relgraph.knowledge.world import World
from relgraph.model import Entity

# Bodies of a state, whatever authority a contested state has.
_PUBLIC = frozenset({"GOV", "MIL", "LEG", "JUD", "INT"})


def part_of(reading: Reading, world: World) -> Iterator[Stated]:
    """Bodies of states, and bodies of bodies."""
    for ref in reading.refs:
        body = one_of(reading, ref, "organization")
        if body is None:
            continue
        entity = reading.entities[body]
        state = _state(reading, world, ref, entity)
        if state is not None:
            yield Stated("partof.name", body, "partOf", state, ref.span)
        whole = _whole(reading, world, ref)
        if whole is not None:
            yield Stated("partof.body", body, "partOf", whole, ref.span)


def _state(reading: Reading, world: World, ref: Ref, entity: Entity) -> str | None:
    """The state that a body's name shows."""
    named = [*inner(reading, ref), *(r for r in reading.refs if r.first == ref.last)]
    shown = [c for r in named if (c := one_of(reading, r, "country"))]
    if entity.state is None:
        public = entity.sector in _PUBLIC or is_public(reading, world, ref)
        return (
            shown[0]
            if public and len(shown) == 1 and any(shown[0] in r.entities for r in inner(reading, ref))
            else None
        )
    if entity.state in shown or (entity.id.endswith(f"-of-{entity.state}") and entity.id not in world.seeds.entities):
        return entity.state
    return None


def is_public(reading: Reading, world: World, ref: Ref) -> bool:
    """Whether a name begins as those of public bodies do: «شورای …», «دولت …»."""
    first, second = (reading.tokens[i].key for i in (ref.first, min(ref.first + 1, ref.last - 1)))
    return bool({first, first + second} & world.language.relations.public)


def _whole(reading: Reading, world: World, ref: Ref) -> str | None:
    """The larger body that ends a body's name: «کمیسیون حقوقی مجلس», «کمیته نظامی ناتو»."""
    ends = [r for r in inner(reading, ref) if r.last == ref.last and r.first > ref.first]
    whole = next((o for r in ends if (o := one_of(reading, r, "organization")) and r.entities != ref.entities), None)
    seed = world.seeds.entities.get(ref.entities[0])
    return whole if whole is not None and (seed is None or seed.part_of in (None, whole)) else None
