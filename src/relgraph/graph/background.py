"""What the seed tables add to what articles say: dated offices and memberships, parties and seats, who an outlet is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from relgraph.extract.mention import entity_of
from relgraph.graph.keys import relation_id
from relgraph.knowledge.offices import Offices
from relgraph.knowledge.seeds import Outlet, SeedEntity, Spell
from relgraph.knowledge.tables import Row, read_table
from relgraph.knowledge.world import World
from relgraph.lang.language import Role
from relgraph.model import Entity, GraphRelation, Predicate

_COLUMNS = ("member", "organization", "status", "start", "end", "source")
_STATUSES = frozenset({"full", "observer", "candidate", "temporary", "former"})
# The table of offices names its source in seeds/README.md rather than in every spell.
_OFFICES, _NAMED = "offices.csv", {"agreement": "agreements.csv", "negotiation": "negotiations.csv"}


@dataclass(frozen=True, slots=True)
class Background:
    """The seed tables as the graph uses them; empty tables know nothing."""

    entities: Mapping[str, SeedEntity] = field(default_factory=dict)
    outlets: Mapping[str, Outlet] = field(default_factory=dict)
    offices: Offices = field(default_factory=lambda: Offices(()))
    memberships: Mapping[str, tuple[GraphRelation, ...]] = field(default_factory=dict)
    parties: Mapping[str, tuple[GraphRelation, ...]] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)

    def entity(self, identifier: str) -> Entity | None:
        """What the tables know of an entity."""
        seed = self.entities.get(identifier)
        return None if seed is None else entity_of(seed)

    def outlet(self, name: str | None) -> str | None:
        """The organization that a publisher's name or domain stands for."""
        outlet = None if name is None else self.outlets.get(name.casefold())
        return None if outlet is None else outlet.organization

    def tenures(self, person: str) -> tuple[GraphRelation, ...]:
        """The dated offices of a person."""
        return tuple(_tenure(spell) for spell in self.offices.of_person(person))

    def tenures_on(self, person: str, role: Role, day: str) -> tuple[GraphRelation, ...]:
        """The offices of a kind that a person holds on a day."""
        return tuple(_tenure(spell) for spell in self.offices.in_office(person, day) if spell.role == role.key)

    def holder(self, role: Role, of: str, day: str) -> GraphRelation | None:
        """Who alone holds an office on a day, where it is one that only one person can hold."""
        spell = self.offices.holder(role.key, of, day) if role.unique else None
        return None if spell is None else _tenure(spell)


def background_of(world: World, folder: Path) -> Background:
    """The background in the seed tables of `folder`, which `world` was read from; DataError for a faulty row."""
    seeds = world.seeds
    return Background(
        seeds.entities,
        seeds.outlets,
        world.offices,
        _by_subject(_memberships(folder / "memberships.csv", seeds.entities)),
        _by_subject(_parties_and_seats(seeds.entities.values())),
        {role.title: role for role in world.language.roles.values()},
    )


def known(subject: str, predicate: Predicate, object_: str, source: str, qualifier: str | None = None) -> GraphRelation:
    """An undated relation of the tables."""
    return _identified(GraphRelation("", subject, predicate, object_, qualifier, "actual", None, None, (), source))


def _identified(relation: GraphRelation) -> GraphRelation:
    return replace(relation, id=relation_id(relation, "known"))


def _tenure(spell: Spell) -> GraphRelation:
    relation = known(spell.person, "represents", spell.of, _OFFICES, spell.title)
    return _identified(replace(relation, start=spell.start, end=spell.end, open=spell.end_kind == "open"))


def _memberships(path: Path, entities: Mapping[str, SeedEntity]) -> Iterator[GraphRelation]:
    for row in read_table(path, _COLUMNS):
        _check(row, entities)
        relation = known(row["member"], "memberOf", row["organization"], row["source"] or path.name, row["status"])
        start, end = row.get("start"), row.get("end")
        yield _identified(replace(relation, start=start, end=end, open=end is None))


def _check(row: Row, entities: Mapping[str, SeedEntity]) -> None:
    for column in ("member", "organization"):
        if row[column] not in entities:
            raise row.fault(f"{column} {row[column]!r} is no id of any table")
    if row["status"] not in _STATUSES:
        raise row.fault(f"status is {row['status']!r}, not one of {', '.join(sorted(_STATUSES))}")


def _parties_and_seats(entities: Iterable[SeedEntity]) -> Iterator[GraphRelation]:
    for entity in entities:
        source = _NAMED.get(entity.type)
        if source is not None:
            for party in entity.parties:
                yield known(party, "partyTo", entity.id, source)
            if entity.type == "negotiation":
                for place in entity.places:
                    yield known(entity.id, "heldIn", place, source)


def _by_subject(relations: Iterable[GraphRelation]) -> dict[str, tuple[GraphRelation, ...]]:
    found: dict[str, list[GraphRelation]] = {}
    for relation in relations:
        found.setdefault(relation.subject, []).append(relation)
    return {subject: tuple(each) for subject, each in found.items()}
