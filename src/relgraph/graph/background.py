"""What the seed tables add to what articles say: dated offices and memberships, parties and seats, who an outlet is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from relgraph.extract.mention import entity_of
from relgraph.graph.keys import relation_id
from relgraph.graph.model import GraphRelation
from relgraph.knowledge.offices import Offices
from relgraph.knowledge.seeds import Membership, Outlet, SeedEntity, Spell
from relgraph.knowledge.world import World
from relgraph.lang.language import Role
from relgraph.model import Entity, Predicate

# The table of offices names its source in seeds/README.md rather than in every spell.
_OFFICES, _MEMBERSHIPS = "offices.csv", "memberships.csv"
_NAMED = {"agreement": "agreements.csv", "negotiation": "negotiations.csv"}


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


def background_of(world: World) -> Background:
    """The background in the seed tables that `world` was read from."""
    seeds = world.seeds
    return Background(
        seeds.entities,
        seeds.outlets,
        world.offices,
        _by_subject(_membership(m) for of_one in seeds.memberships.values() for m in of_one),
        _by_subject(_parties_and_seats(seeds.eventful)),
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


def _membership(membership: Membership) -> GraphRelation:
    source, member = membership.source or _MEMBERSHIPS, membership.member
    relation = known(member, "memberOf", membership.organization, source, membership.status)
    start, end = membership.start, membership.end
    return _identified(replace(relation, start=start, end=end, open=end is None))


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
